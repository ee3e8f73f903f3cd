"""Streamlit's own files are given as Streamlit gives them, in one piece, and the browser's tab bears our mark."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import file_util
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

import coprod_ui

FOLDER = Path(file_util.get_static_dir())
ASKED_FIRST = re.findall(r'(?:src|href)="\.(/static/[^"]+)"', FOLDER.joinpath("index.html").read_text("utf-8"))
"""What a page asks for before it shows anything."""


@pytest.fixture
def laptop(app: Starlette) -> TestClient:
    return TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 40000))


def test_every_file_a_page_asks_for_first_is_what_streamlit_gives(laptop: TestClient) -> None:
    streamlits = TestClient(Starlette(routes=create_streamlit_static_assets_routes(base_url=None)))
    assert len(ASKED_FIRST) > 20
    for address in ASKED_FIRST:
        ours, theirs = laptop.get(address), streamlits.get(address)
        assert (ours.status_code, ours.content) == (200, theirs.content), address
        for said in ("content-type", "cache-control"):
            assert ours.headers[said] == theirs.headers[said], address


@pytest.mark.parametrize(
    "address", ["/static/js/nothing.js", "/static/js/..", "/static/js/%2e%2e/%2e%2e/index.html", "/static/js"]
)
def test_what_is_no_such_file_is_left_to_streamlit(laptop: TestClient, address: str) -> None:
    assert laptop.get(address).status_code == 404  # by an app that has our routes alone


def test_the_tab_bears_our_mark_where_a_page_looks_for_it(laptop: TestClient) -> None:
    assert 'href="./favicon.png"' in FOLDER.joinpath("index.html").read_text("utf-8")
    answer = laptop.get("/favicon.png")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.content == (Path(coprod_ui.__file__).parent / "assets" / "mark.svg").read_bytes()
