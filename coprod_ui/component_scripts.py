"""The components' own JavaScript as files of this server: written into a component it would travel with every run."""

from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_scripts: dict[str, str] = {}


def loaded(name: str, script: str) -> str:
    """What to give a component as its `js`: it fetches `script`, a module, from this server once and runs that."""
    file = f"{name}-{sha256(script.encode()).hexdigest()[:16]}.js"
    _scripts[file] = script
    return f"""
export default async component =>
  (await import(new URL("scripts/{file}", document.baseURI).href)).default(component)
"""


async def _script(request: Request) -> Response:
    script = _scripts.get(request.path_params["file"])
    if script is None:
        raise HTTPException(404)
    return Response(script, media_type="text/javascript", headers={"cache-control": "max-age=31536000, immutable"})


ROUTE = Route("/scripts/{file}", _script)
