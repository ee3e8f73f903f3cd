"""Our JavaScript holds to rules of its own: one style, types that fit, and its pure parts tested, by node's tools."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from coprod_ui.components import scripts
from coprod_ui.components.one_script import one_script
from coprod_ui.served.asked_early import AskedForEarly

ROOT = Path(__file__).parent.parent
REQUIRED = os.environ.get("COPROD_REQUIRE_NODE") == "1"
NPM, MODULES = shutil.which("npm"), ROOT / "node_modules"
OURS = sorted((ROOT / "coprod_ui").rglob("*.js"))


def missing(what: str) -> None:
    """Skips with a word, or fails where a run without this is no run."""
    if REQUIRED:
        pytest.fail(what)
    pytest.skip(what)


def run(script: str) -> str:
    done = subprocess.run(["npm", "run", "--silent", script], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("script", ["lint", "types"])
def test_the_javascript_is_in_one_style_and_its_types_fit(script: str) -> None:
    if NPM is None or not MODULES.is_dir():
        missing("node's tools are not here: install node with npm, then `npm ci`")
    assert run(script) == ""


@pytest.mark.slow
def test_the_pure_parts_of_the_javascript_do_what_their_tests_say() -> None:
    if NPM is None:
        missing("node is not here")
    assert run("test") == ""


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_every_script_of_ours_asks_for_its_types_to_be_checked(path: Path) -> None:
    assert path.read_text("utf-8").startswith("// @ts-check\n")


def test_the_lock_of_nodes_packages_names_no_registry() -> None:
    assert "resolved" not in (ROOT / "package-lock.json").read_text("utf-8")


def served(address: str) -> Response:
    return TestClient(Starlette(routes=[scripts.ROUTE])).get(address)


COMPONENTS = sorted(
    path.relative_to(ROOT / "coprod_ui" / "components").as_posix()
    for path in (ROOT / "coprod_ui" / "components").rglob("*.js")
    if "\nexport default " in path.read_text("utf-8")
)


def test_a_component_finds_all_it_imports_in_what_is_fetched_once(tmp_path: Path) -> None:
    if NPM is None:
        missing("node is not here")
    (tmp_path / "whole.mjs").write_text(served(f"/{scripts.ADDRESS}").text, "utf-8")
    asked = f"""
        globalThis.document = new EventTarget()
        const {{ module }} = await import("./whole.mjs")
        for (const name of {COMPONENTS}) console.log(name, typeof module(name).default)
    """
    (tmp_path / "asked.mjs").write_text(asked, "utf-8")
    done = subprocess.run(["node", "asked.mjs"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [f"{name} function" for name in COMPONENTS]


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_asks_for_what_is_served_under_that_name(name: str) -> None:
    assert f'"{scripts.ADDRESS}"' in scripts.loaded(name)
    assert f'"{name}"() {{' in served(f"/{scripts.ADDRESS}").text


def test_a_component_that_is_not_there_is_refused_when_it_is_made() -> None:
    with pytest.raises(KeyError):
        scripts.loaded("board/types.d.ts")


def test_scripts_of_another_version_are_not_given_out_and_these_may_be_kept() -> None:
    assert "immutable" in served(f"/{scripts.ADDRESS}").headers["cache-control"]
    assert served("/scripts/0123456789abcdef.js").status_code == 404
    assert served(f"/{scripts.ADDRESS}/../scripts.py").status_code == 404


def test_a_module_that_says_otherwise_what_it_takes_or_gives_is_named() -> None:
    with pytest.raises(ValueError, match=r"a\.js: import all from"):
        one_script({"a.js": 'import all from "./b.js"'})
    with pytest.raises(ValueError, match=r"b\.js: export let"):
        one_script({"a.js": "", "b.js": "export let count = 0"})


def page(path: str, kind: str) -> Response:
    async def answered(request: Request) -> Response:
        return Response("", media_type=kind)

    routes = [Route("/{path:path}", answered)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(AskedForEarly)])).get(path)


def test_the_page_of_a_screen_names_the_script_it_will_need_and_no_other_page_does() -> None:
    assert scripts.ADDRESS in page("/web?meeting=1", "text/html").headers["link"]
    assert scripts.ADDRESS in page("/", "text/html").headers["link"]
    assert "link" not in page("/web", "application/json").headers
    assert "link" not in page("/j/ABCD", "text/html").headers
