"""Placing in a workshop: each group for itself, then the room sees where they differ, and the web only after that."""

import re
from dataclasses import replace
from html import unescape

import pytest

from coprod_core.store.store import Store
from coprod_core.web.asked import Attitude, Power, Trust
from coprod_core.web.model import Web
from coprod_core.workshop.values import Place, Story
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import cases
from coprod_ui.meeting.presentation import presentation
from coprod_ui.served.handout.page import page
from coprod_ui.served.room.scenes import scene
from coprod_ui.words import LANGUAGES, words
from coprod_ui.workshop import session
from tests.screens.window import Window

EVIL = "<script>alert(1)</script>"


def web(language: str = "nl") -> Web:
    """The sewer, with what somebody asked and noted of the council."""
    (case,) = (each for each in cases(language) if each.name == "sewer")
    noted = {"power": Power.MUCH, "attitude": Attitude.NEGATIVE, "trust": Trust.WEAK}
    return replace(case.web, actors=tuple(replace(a, **noted) if a.id == "council" else a for a in case.web.actors))


def begun(picture: int = 1, language: str = "nl", of: Web | None = None, parties: tuple[str, ...] = ()) -> Window:
    step = Place("place", "Waar staan zij?", picture=picture, parties=parties)
    steps = (Story("story", "Het verhaal"), step)
    meeting = session.begin(Workshop(web=of or web(language), steps=steps, title="A", language=language))
    return Window(meeting, language, "workshop").press("workshop_next")


@pytest.fixture
def two(store: Store) -> Window:
    return begun().change("workshop_groups", 2)


def groups(window: Window) -> list[str]:
    found = session.of(window.meeting)
    assert found is not None
    return [path.meeting for path in found.paths]


def place(window: Window, group: int, **cells: str) -> Window:
    id_ = groups(window)[group]
    if len(groups(window)) > 1:
        window.change_state(f"workshop_placing_place__{window.meeting}", id_)
    for party, cell in cells.items():
        window.change(f"workshop_place_place_{id_}_{party}", cell)
    return window


def room(window: Window, language: str = "nl") -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", scene(window.meeting, words(language)))).split())


def test_each_group_places_for_itself_and_nothing_of_it_goes_into_the_web(two: Window) -> None:
    before = two.web
    place(two, 0, council="much")
    place(two, 1, council="little", shopkeepers="little")
    running = session.of(two.meeting).running
    first, second = groups(two)
    assert running.placed["place"] == {
        first: {"council": "much"},
        second: {"council": "little", "shopkeepers": "little"},
    }
    assert two.web == before
    assert [path.web for path in session.of(two.meeting).paths] == [before, before]


def test_a_group_does_not_see_what_another_placed_until_all_is_told(two: Window) -> None:
    place(two, 0, council="much")
    two.change_state(f"workshop_placing_place__{two.meeting}", groups(two)[1])
    assert two.value(f"workshop_place_place_{groups(two)[1]}_council") == ""
    assert two.words("place_told.differ") not in two.text


def test_what_was_placed_can_be_taken_away_again(two: Window) -> None:
    place(two, 0, council="much")
    place(two, 0, council="")
    assert session.of(two.meeting).running.placed["place"] == {groups(two)[0]: {}}


def test_the_room_sees_who_is_placed_but_no_place_until_it_is_told(two: Window) -> None:
    place(two, 0, council="much")
    place(two, 1, council="little")
    assert two.words("place_questions.1") in room(two)
    assert "Gemeenteraad" in room(two)
    assert "Groep 1" not in room(two)
    two.press("workshop_do")
    assert "veel macht redelijk machtig weinig macht Gemeenteraad Groep 1 Groep 2" in room(two)
    assert "Gemeenteraad" in two.text


def test_where_groups_differ_comes_first_and_nothing_is_counted(two: Window) -> None:
    place(two, 0, council="much", shopkeepers="little", water_board="some")
    place(two, 1, council="little", shopkeepers="little")
    two.press("workshop_do")
    shown = room(two)
    differ, alike = shown.index(two.words("place_told.differ")), shown.index(two.words("place_told.shared"))
    assert differ < shown.index("Gemeenteraad") < alike < shown.index("Winkeliers in de straat")
    assert re.findall(r"\d+", shown.replace("Groep 1", "").replace("Groep 2", "")) == []
    assert "gemiddeld" not in shown


def test_our_own_placement_is_seen_only_after_that(two: Window) -> None:
    place(two, 0, council="some")
    place(two, 1, council="some")
    ours, shown = (
        two.words("place_told.web", cell=two.words("powers.much")),
        "Gemeenteraad het web Groep 1 Groep 2",
    )
    assert ours not in two.text
    two.press("workshop_do")
    assert two.words("place_told.the_web") not in room(two)
    assert two.words("place_told.differ") not in room(two)  # both placed it alike
    two.press("workshop_do")
    assert shown in room(two)
    assert ours in two.text
    assert two.words("place_told.differ") in room(two)  # and otherwise than the web
    assert two.words("workshop_do.place_ours") in two.text


def test_a_place_can_be_changed_until_the_web_is_told(two: Window) -> None:
    place(two, 0, council="some").press("workshop_do")
    place(two, 0, council="much")
    assert session.of(two.meeting).running.placed["place"][groups(two)[0]] == {"council": "much"}
    two.press("workshop_do")
    assert not two.shows(f"workshop_place_place_{groups(two)[0]}_council")


def test_what_the_web_does_not_know_is_said_to_be_unknown(two: Window) -> None:
    place(two, 0, shopkeepers="little")
    place(two, 1, shopkeepers="some")
    said = two.words("place_told.not_known", names="Winkeliers in de straat")
    assert said not in room(two.press("workshop_do"))
    assert said in room(two.press("workshop_do"))
    assert said in two.text.replace("*", "")


def test_the_groups_are_fixed_once_somebody_placed_a_party(two: Window) -> None:
    assert two.shows("workshop_groups")
    place(two, 1, council="much")
    assert not two.shows("workshop_groups")


def test_a_room_that_stays_together_places_too(store: Store) -> None:
    window = begun(4)
    place(window, 0, council="know", action_group="decide").press("workshop_do")
    assert f"meeweten: {web().actor_by_id['council'].name}" in room(window)
    assert window.words("place_told.all") in room(window)


def test_nothing_placed_is_said_so(two: Window) -> None:
    assert two.words("place_told.nothing") in room(two.press("workshop_do"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", [1, 2, 4])
def test_every_picture_is_placed_in_words_of_each_language(store: Store, picture: int, language: str) -> None:
    window = begun(picture, language, parties=("council", "shopkeepers"))
    group = groups(window)[0]
    choices = window.app.get_by_key(window.drawn(f"workshop_place_place_{group}_council")).options
    assert len(choices) == {1: 4, 2: 4, 4: 6}[picture]
    assert not window.shows(f"workshop_place_place_{group}_water_board")
    assert presentation(window.meeting).scene == "workshop"


def test_an_attitude_is_asked_to_a_plan_and_the_one_that_was_noted_is_never_shown(store: Store) -> None:
    window = begun(2)
    plan = web().option_by_id["pipes_and_pump"].name
    assert window.words("place_ask.plan", plan=plan) in room(window)
    place(window, 0, council="doubt").press("workshop_do").press("workshop_do")
    noted = begun(2, of=replace(web(), actors=tuple(replace(a, attitude=None, trust=None) for a in web().actors)))
    place(noted, 0, council="doubt").press("workshop_do").press("workshop_do")
    assert room(window) == room(noted)
    assert "Gemeenteraad het web Samen" in room(window)


def test_words_of_people_are_never_html(store: Store) -> None:
    evil = replace(web(), actors=tuple(replace(a, name=f"{EVIL} {a.id}") for a in web().actors))
    window = begun(2, of=replace(evil, options=tuple(replace(o, name=EVIL) for o in evil.options)))
    place(window, 0, council="hard")
    for _ in range(2):
        window.press("workshop_do")
        assert "<script" not in scene(window.meeting, words("nl"))
    assert "<script" not in page(session.of(window.meeting).workshop, words("nl"))


def test_the_handout_has_a_box_for_every_party_and_place_and_tells_no_place(store: Store) -> None:
    workshop = session.of(begun().meeting).workshop
    printed = page(workshop, words("nl"))
    assert printed.count('class="box"') == 3 * len(workshop.web.actors)  # who comes later gets a row without a name
    assert words("nl")("place_questions.1") in printed
    assert words("nl")("place_told.web", cell="")[:10] not in printed


# -- the editor ------------------------------------------------------------------------------------------------------


def test_a_placing_step_is_added_and_changed_in_the_editor(store: Store) -> None:
    window = Window(None, "nl", "workshop").press("workshop_write_case").change("workshop_add", "place")
    steps = session.of(window.meeting).workshop.steps
    (step,) = (each for each in steps if isinstance(each, Place))
    assert (step.picture, step.parties) == (1, ())
    assert step.heading == window.words("workshop_sketch.place")
    window.change(f"workshop_field_{step.id}_picture", 4)
    window.change(f"workshop_field_{step.id}_parties", ["council"])
    (step,) = (each for each in session.of(window.meeting).workshop.steps if isinstance(each, Place))
    assert (step.picture, step.parties) == (4, ("council",))
