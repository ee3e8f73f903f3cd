"""The power map's pictures as files: asked for beside the board, behind the same door."""

import struct
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.acts.commands import ChangeActor, ChangeMeeting
from coprod_ui.meeting import acting, current
from coprod_ui.words import LANGUAGES, words

HOME = "http://localhost:8501"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def board(app: Starlette) -> TestClient:
    return TestClient(app, base_url=HOME, client=("127.0.0.1", 50000))


def asked(board: TestClient, meeting: str, form: str = "svg", **query: str) -> Any:
    return board.get(f"/api/power-map/{meeting}.{form}", params=query)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", ["hit", "attitude", "rings"])
def test_a_picture_comes_as_a_drawing_with_a_name_of_its_own(
    board: TestClient, meeting: str, picture: str, language: str
):
    answer = asked(board, meeting, picture=picture, language=language)
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, "image/svg+xml")
    title = ElementTree.fromstring(answer.content).find(f"{SVG}title")
    name = words(language).choice("power_map.picture", picture)
    assert title.text.startswith(name)
    saved = unquote(answer.headers["content-disposition"])
    assert saved.startswith("attachment;")
    assert saved.endswith(f"{name.lower().replace(' ', '-')}.svg")


def test_a_picture_comes_as_dots_of_the_size_of_a_slide(board: TestClient, meeting: str):
    answer = asked(board, meeting, "png", picture="hit")
    assert answer.headers["content-type"] == "image/png"
    assert struct.unpack(">II", answer.content[16:24]) == (1920, 1080)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["svg", "png"])
def test_whom_we_trust_goes_out_only_once_it_is_confirmed(board: TestClient, meeting: str, form: str, language: str):
    refused = asked(board, meeting, form, picture="trust", language=language)
    assert refused.status_code == 403
    assert refused.json()["text"] == words(language)("errors.trust_may_become_public")
    assert asked(board, meeting, form, picture="trust", public="1").status_code == 403
    assert asked(board, meeting, form, picture="trust", public="yes").status_code == 200


def test_a_picture_is_seen_from_whom_and_in_which_perspective_one_asks(board: TestClient, meeting: str):
    acting.do(meeting, ChangeActor("piles", {"ring_theirs": "think", "network_role": "user"}), seen=1)
    now, theirs = (asked(board, meeting, picture="rings", perspective=each).text for each in ("now", "theirs"))
    assert ('class="wanted"' in now, 'class="wanted"' in theirs) == (False, True)
    web = current.store().load(meeting).history.web
    seen = asked(board, meeting, picture="trust", viewpoint="piles", public="yes").text
    assert f"Gezien vanuit: {web.actor_by_id['piles'].name}." in seen


@pytest.mark.parametrize(
    ("path", "query"),
    [("{}.gif", {}), ("{}.svg", {"picture": "power"}), ("{}.svg", {"perspective": "mine"})],
)
def test_what_there_is_not_is_told_so(board: TestClient, meeting: str, path: str, query: dict[str, str]):
    answer = board.get(f"/api/power-map/{path.format(meeting)}", params=query)
    assert (answer.status_code, answer.json()["code"]) == (404, "no_such_picture")


def test_a_meeting_that_is_not_there_has_no_picture(board: TestClient):
    answer = asked(board, "none")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_such_meeting")


def test_words_of_people_in_a_name_break_no_header_and_no_picture(board: TestClient, meeting: str):
    acting.do(meeting, ChangeMeeting({"title": 'Kade "; x=<b>'}), seen=1)
    answer = asked(board, meeting)
    assert answer.status_code == 200
    assert "filename*=utf-8''kade-x-b-" in answer.headers["content-disposition"]
    assert "<b>" not in answer.text


def test_nobody_gets_a_picture_from_another_machine(app: Starlette, meeting: str):
    elsewhere = TestClient(app, base_url="http://192.168.1.5:8501", client=("192.168.1.77", 50000))
    assert elsewhere.get(f"/api/power-map/{meeting}.svg").status_code in (403, 404)
