"""The power map in the room's window: three pictures to look at, and nothing of what an official noted of a party."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.acts.commands import ChangeActor, RemoveOption
from coprod_core.web.asked import Attitude, Power, Trust
from coprod_core.web.model import Actor, Web
from coprod_core.workshop.values import Place, Story
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import cases
from coprod_ui.meeting import current
from coprod_ui.meeting import presentation as shown
from coprod_ui.words import LANGUAGES, words
from coprod_ui.workshop import session

EVIL = "<script>alert(1)</script>"
PICTURES = [scene for scene in shown.SCENES if scene.startswith("power_map_")]


@pytest.fixture
def laptop(app: Starlette) -> TestClient:
    return TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 50000))


def sewer() -> Web:
    return next(case.web for case in cases("nl") if case.name == "sewer")


def noted(party: Actor, way: int) -> Actor:
    """The same party with one of the judgements an official may have of it."""
    attitudes, trusts = (None, *Attitude), (None, *Trust)
    return replace(party, attitude=attitudes[way % 4], trust=trusts[way % 3])


def with_notes(web: Web, first: int) -> Web:
    return replace(web, actors=tuple(noted(party, first + nth) for nth, party in enumerate(web.actors)))


def without_plans(web: Web) -> Web:
    return replace(web, options=(), process=replace(web.process, own_reading=""))


def shows(laptop: TestClient, meeting: str) -> Iterator[bytes]:
    """What every route of the room's window gives, for every scene, in each language, with numbers and without."""
    for scene, numbers, language in product(shown.SCENES, (True, False), LANGUAGES):
        shown.present(meeting, scene=scene)
        shown.show_numbers(meeting, numbers)
        for route in ("", "/now"):
            answer = laptop.get(f"/room/{meeting}{route}?language={language}")
            assert answer.status_code == 200
            yield answer.content.replace(meeting.encode(), b"")
    for file in ("room.css", "room.js"):
        yield laptop.get(f"/room/{file}").content


def test_a_room_is_shown_three_pictures_and_never_the_one_of_trust() -> None:
    assert PICTURES == ["power_map_hit", "power_map_attitude", "power_map_rings"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", PICTURES)
def test_a_picture_has_every_party_and_nothing_to_press(laptop: TestClient, scene: str, language: str) -> None:
    meeting = current.store().begin(sewer())
    shown.present(meeting, scene=scene)
    page = laptop.get(f"/room/{meeting}/now?language={language}").text
    assert all(party.name in page for party in sewer().actors)
    assert words(language)(f"power_map.picture.{scene.removeprefix('power_map_')}") in page
    assert not re.search(r"<(a|button|input|select|form|script)\b", page)


def test_a_picture_follows_what_happens_to_the_web(laptop: TestClient) -> None:
    meeting = current.store().begin(sewer())
    shown.present(meeting, scene="power_map_hit")
    before = laptop.get(f"/room/{meeting}/now?language=nl").text
    current.store().append(meeting, ChangeActor("council", {"power": Power.MUCH}), seen=1)
    assert laptop.get(f"/room/{meeting}/now?language=nl").text != before


def test_the_plan_and_the_rings_that_were_chosen_are_shown_and_a_plan_that_went_is_not_missed(
    laptop: TestClient,
) -> None:
    meeting = current.store().begin(sewer())

    def page() -> str:
        return laptop.get(f"/room/{meeting}/now?language=nl").text

    shown.present(meeting, scene="power_map_attitude")
    usual = page()
    shown.present(meeting, plan="do_nothing")
    assert sewer().option_by_id["do_nothing"].name in page()
    assert page() != usual
    current.store().append(meeting, RemoveOption("do_nothing"), seen=1)
    assert page() == usual
    shown.present(meeting, scene="power_map_rings")
    now = page()
    current.store().append(meeting, ChangeActor("council", {"network_role": "decider", "ring_ours": "think"}), seen=2)
    shown.present(meeting, perspective="ours")
    assert words("nl")("power_map_drawn.perspectives.ours") in page()
    assert page() != now


def test_what_an_older_program_kept_of_a_window_is_still_read() -> None:
    meeting = current.store().begin(sewer())
    kept = {"scene": "power_map_rings", "with_numbers": ["meeting"], "address": None}
    current.store().presentations.keep(meeting, json.dumps(kept))
    assert shown.presentation(meeting) == shown.Presentation("power_map_rings")


@pytest.mark.slow
@pytest.mark.parametrize("web", [sewer(), without_plans(sewer())], ids=["plans", "no plan yet"])
def test_no_byte_of_any_route_depends_on_trust_or_on_a_noted_attitude(laptop: TestClient, web: Web) -> None:
    plain, one, other = (list(shows(laptop, current.store().begin(each))) for each in (web, *notes(web)))
    assert one == plain
    assert other == plain


def notes(web: Web) -> tuple[Web, Web]:
    return with_notes(web, 1), with_notes(web, 2)


@pytest.mark.parametrize("picture", [1, 2, 4])
def test_no_byte_of_a_step_that_places_depends_on_them_either(laptop: TestClient, picture: int) -> None:
    def told(web: Web) -> list[str]:
        step = Place("place", "Waar staan zij?", picture=picture)
        meeting = session.begin(Workshop(web=web, steps=(Story("story", "Verhaal"), step), title="A"))
        session.go(meeting, 1)
        session.place(meeting, "place", meeting, "council", {1: "some", 2: "doubt", 4: "work"}[picture])
        pages = [laptop.get(f"/room/{meeting}/now?language=nl").text]
        for tell in (session.tell_answer, session.show_ours):
            tell(meeting, "place")
            pages.append(laptop.get(f"/room/{meeting}/now?language=nl").text)
        return pages

    for web in (sewer(), without_plans(sewer())):
        assert [told(each) for each in notes(web)] == [told(web)] * 2


def test_words_of_people_are_never_read_as_code(laptop: TestClient) -> None:
    web = replace(sewer(), title=EVIL, actors=tuple(replace(a, name=f"{EVIL} {a.id}") for a in sewer().actors))
    meeting = current.store().begin(web)
    for scene in PICTURES:
        shown.present(meeting, scene=scene)
        assert "<script>alert" not in laptop.get(f"/room/{meeting}/now?language=nl").text
