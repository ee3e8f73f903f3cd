"""The web in the room's window: made for the room, silent on estimates while people are asked, and still when held."""

import json
from dataclasses import replace
from html import unescape
from re import search

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.acts.commands import ChangeActor, ChangeInterest, Seat
from coprod_core.store.live_values import LiveMeeting
from coprod_core.web.model import Stake, Web
from coprod_ui.examples.cases import cases
from coprod_ui.meeting import current, live
from coprod_ui.meeting import presentation as shown
from coprod_ui.palette import PALETTE
from coprod_ui.served.room.scenes import ESTIMATED
from coprod_ui.words import LANGUAGES, words
from tests.phone.visitors import OpenRound

NEEDLE = "naald"


@pytest.fixture
def laptop(app: Starlette) -> TestClient:
    return TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 50000))


def sewer() -> Web:
    return next(case.web for case in cases("nl") if case.name == "sewer")


def with_needles(web: Web) -> Web:
    """The same web with a needle wherever somebody can write what is not for the room."""

    def noted(part: str) -> tuple[object, ...]:
        return tuple(replace(item, notes=NEEDLE) for item in getattr(web, part))

    parts = ("actors", "interests", "stakes", "relations", "options", "rules")
    return replace(web, **{part: noted(part) for part in parts})


def page(laptop: TestClient, meeting: str, language: str = "nl") -> str:
    answer = laptop.get(f"/room/{meeting}/now?language={language}")
    assert answer.status_code == 200
    return answer.text


def told(laptop: TestClient, meeting: str) -> dict[str, object]:
    found = search(r'data-web="([^"]*)"', page(laptop, meeting))
    assert found is not None
    data: dict[str, object] = json.loads(unescape(found[1]))
    return data


def do(meeting: str, act: object) -> None:
    current.store().append(meeting, act, seen=current.store().load(meeting).head)  # type: ignore[arg-type]


# -- what is told -----------------------------------------------------------------------------------------------------


def test_notes_are_in_no_byte_of_any_scene(laptop: TestClient) -> None:
    meeting = current.store().begin(with_needles(sewer()))
    for scene in shown.SCENES:
        shown.present(meeting, scene=scene)
        for path in ("", "/now"):
            assert NEEDLE not in laptop.get(f"/room/{meeting}{path}?language=nl").text


def test_an_act_that_the_room_may_not_see_leaves_no_trace(laptop: TestClient) -> None:
    one, other = (current.store().begin(sewer()) for _ in range(2))
    do(one, ChangeActor("council", {"notes": NEEDLE, "trust": "weak"}))
    do(one, ChangeInterest("foundations", {"notes": NEEDLE}))
    for meeting in (one, other):
        shown.present(meeting, scene="web")
    assert page(laptop, one) == page(laptop, other)


def test_only_links_of_causes_or_of_who_moved_are_told_and_only_clashes(laptop: TestClient) -> None:
    meeting = current.store().begin(sewer())
    do(meeting, Seat("shopkeepers", 1))
    shown.present(meeting, scene="web")
    picture = told(laptop, meeting)["picture"]
    assert isinstance(picture, dict)
    stakes = {key.removeprefix("stake:").split("|")[0]: of for key, of in picture.items() if key.startswith("stake:")}
    assert all(of["cause"] or actor == "shopkeepers" for actor, of in stakes.items())
    assert "shopkeepers" in stakes
    clashing = {f"relation:{r.a}|{r.b}" for r in sewer().relations if r.compatibility < 0}
    assert {key for key in picture if key.startswith("relation:")} == clashing
    assert told(laptop, meeting)["moved"] == ["a:shopkeepers"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_of_the_last_act_is_said_and_the_drawing_says_what_it_shows(
    laptop: TestClient, language: str
) -> None:
    meeting = current.store().begin(sewer())
    shown.present(meeting, scene="web")
    before = page(laptop, meeting, language)
    do(meeting, Seat("shopkeepers", 1))
    after = page(laptop, meeting, language)
    assert after.split('class="came-to"')[1] != before.split('class="came-to"')[1]
    assert "Winkeliers in de straat" in after.split('class="came-to"')[1]
    assert 'role="img"' in after
    assert words(language)("screens.gap") in after


# -- while people are asked ------------------------------------------------------------------------------------------


def test_while_a_round_is_open_an_estimate_gives_way_to_the_question(
    laptop: TestClient, meeting: str, open_now: LiveMeeting, open_round: OpenRound
) -> None:
    assert open_now.open
    for scene in ESTIMATED:
        shown.present(meeting, scene=scene)
        assert "Wat vindt u van het riool?" not in page(laptop, meeting)
        number = open_round()
        assert "Wat vindt u van het riool?" in page(laptop, meeting)
        live.close_round(meeting, number)


STAKES = st.lists(
    st.builds(
        Stake,
        st.sampled_from(("street", "piles")),
        st.sampled_from(("dry", "sound")),
        st.sampled_from((0.1, 0.4, 1.0)),
        st.sampled_from((-1.0, 0.0, 1.0)),
    ),
    unique_by=lambda stake: (stake.actor, stake.interest),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stakes=STAKES)
def test_while_a_round_is_open_no_byte_of_the_web_depends_on_what_we_estimate(
    laptop: TestClient, web: Web, stakes: list[Stake]
) -> None:
    pages = []
    for each in (replace(web, stakes=()), replace(web, stakes=tuple(stakes))):
        meeting = current.store().begin(each)
        live.open_meeting(meeting)
        live.open_round(meeting, each, "Wat?", ["dry", "sound"], ["street", "piles"])
        shown.present(meeting, scene="web")
        pages.append(page(laptop, meeting))
    assert pages[0] == pages[1]
    assert words("nl")("room.web_asking") in unescape(pages[0])


# -- shown from the board ---------------------------------------------------------------------------------------------


def test_the_board_lets_the_room_see_the_web(laptop: TestClient, meeting: str) -> None:
    headers = {"origin": "http://localhost:8501"}

    def ask(of: str, scene: str) -> int:
        return laptop.post(f"/api/present/{of}", json={"scene": scene}, headers=headers).status_code

    assert (ask(meeting, "nothing"), ask("gone", "web")) == (400, 404)
    assert shown.presentation(meeting).scene == "meeting"
    assert ask(meeting, "web") == 200
    assert 'class="web-scene"' in page(laptop, meeting)


# -- hold -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scene", ["web", "gap"])
def test_a_picture_that_is_held_stands_still_also_after_a_reload_and_follows_again(
    laptop: TestClient, scene: shown.Scene
) -> None:
    meeting = current.store().begin(sewer())
    shown.present(meeting, scene=scene)
    do(meeting, Seat("shopkeepers", 1))
    then = page(laptop, meeting)
    shown.hold(meeting)
    do(meeting, Seat("neighbours", 3))
    assert page(laptop, meeting) == then
    current.let_go_of_store()  # as after a restart
    assert page(laptop, meeting) == then
    assert then in laptop.get(f"/room/{meeting}?language=nl").text
    shown.let_go(meeting)
    assert page(laptop, meeting) != then


def test_holding_twice_keeps_the_first_picture(laptop: TestClient) -> None:
    meeting = current.store().begin(sewer())
    shown.hold(meeting)
    do(meeting, Seat("neighbours", 3))
    shown.hold(meeting)
    assert shown.presentation(meeting).held == 1


# -- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sans", "sans-italic", "serif"])
def test_the_fonts_come_from_the_rooms_own_address(laptop: TestClient, name: str) -> None:
    answer = laptop.get(f"/room/{name}.woff2")
    assert answer.content.startswith(b"wOF2")
    assert f'url("{name}.woff2")' in laptop.get("/room/room.css").text


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


AMBIENT = 0.35
"""Light of thirty per cent on the wall, with the usual five for the eye."""


GROUNDS = ("ground", "canvas.box", "zone.organisations", "zone.politics", "zone.citizens", "zone.table")


@pytest.mark.parametrize("ink", ["ink", "canvas.ink"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_and_strong_links_are_readable_in_a_lit_room(ink: str, ground: str) -> None:
    dark, light = (luminance(PALETTE.light[name]) for name in (ink, ground))
    assert (light + AMBIENT) / (dark + AMBIENT) >= 3
