"""The components' own JavaScript as one script: written into a component it would travel with every run."""

import gzip
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coprod_ui.components.one_script import one_script

_HERE = Path(__file__).parent
_MODULES = {path.relative_to(_HERE).as_posix(): path.read_text("utf-8") for path in sorted(_HERE.rglob("*.js"))}
_WHOLE = one_script(_MODULES).encode()
_VERSION = sha256(_WHOLE).hexdigest()[:16]

ADDRESS = f"scripts/{_VERSION}.js"
"""Names what it holds, so that a browser may keep it until anything in it changes."""


def loaded(module: str) -> str:
    """What to give a component as its `js`: `module`, seen from this folder, out of what is fetched once for all."""
    if module not in _MODULES:
        raise KeyError(module)
    return f"""
export default async component =>
  (await import(new URL("{ADDRESS}", document.baseURI).href)).module("{module}").default(component)
"""


@cache
def _packed() -> bytes:
    return gzip.compress(_WHOLE, mtime=0)


async def _script(request: Request) -> Response:
    if request.path_params["version"] != _VERSION:
        raise HTTPException(404)
    kept = {"cache-control": "max-age=31536000, immutable", "vary": "accept-encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(_WHOLE, media_type="text/javascript", headers=kept)
    return Response(_packed(), media_type="text/javascript", headers={**kept, "content-encoding": "gzip"})


ROUTE = Route("/scripts/{version}.js", _script)
