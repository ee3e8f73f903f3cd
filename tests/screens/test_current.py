"""Windows on the same meeting: nobody's act is lost, everyone is told, and nobody undoes what they have not seen."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.commands import ChangeMeeting
from coprod_core.indicators.gap import Reference
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from tests.screens.window import Window

TOO = "Iemand anders deed intussen ook iets (1). Beide zijn bewaard: u ziet nu alles samen."
ELSEWHERE = (
    "Iemand anders deed intussen iets in deze bijeenkomst. Uw stap is niet gedaan, er is niets verloren. "
    "Kijk wat er veranderde en doe het dan opnieuw."
)


def menu(window: Window) -> Window:
    """The window with the meeting's menu open, in which a screen's own acts are done."""
    return window.open("meeting_menu")


def test_of_two_windows_on_one_meeting_both_acts_are_kept_and_the_second_is_told(small: Window) -> None:
    other = menu(Window(small.meeting))
    menu(small).change("meeting_title", "Riool Oost")
    other.change("meeting_notes", "Eerst bellen")
    assert (small.web.title, small.web.notes, small.loaded.head) == ("Riool Oost", "Eerst bellen", 3)
    assert (small.told, other.told) == ([], [TOO])
    assert other.value("meeting_title") == "Riool Oost"
    other.change("meeting_title", "Riool West")
    assert other.told == []


def test_another_window_that_only_looked_is_told_nothing(small: Window) -> None:
    other = Window(small.meeting)
    menu(small).change("meeting_title", "Riool Oost")
    menu(other.run()).change("meeting_notes", "Eerst bellen")
    assert other.told == []


def test_undo_of_what_this_window_has_not_seen_is_refused_with_a_sentence_and_works_once_seen(small: Window) -> None:
    other = Window(small.meeting)
    menu(small).change("meeting_title", "Een")
    other.run()
    small.change("meeting_title", "Twee")
    other.press("undo")
    assert other.told == [ELSEWHERE]
    assert other.web.title == "Twee"
    other.press("undo")
    assert other.told == []
    assert other.web.title == "Een"


def test_redo_of_what_somebody_else_took_back_unseen_is_refused(small: Window) -> None:
    before = small.web.title
    menu(small).change("meeting_title", "Een").change("meeting_title", "Twee").press("undo")
    other = Window(small.meeting)
    small.press("undo")
    other.press("redo")
    assert other.told == [ELSEWHERE]
    assert other.web.title == before


def test_an_act_from_another_process_is_seen_on_the_next_run(small: Window, database: Path) -> None:
    with closing(Store(f"sqlite:///{database}")) as elsewhere:
        elsewhere.append(small.meeting, ChangeMeeting({"title": "Van elders"}), seen=1)
    assert small.run().bar["name"] == "Van elders"
    assert small.told == []


def test_a_meeting_deleted_by_somebody_else_is_told_and_nothing_is_open(small: Window, store: Store) -> None:
    store.delete(small.meeting)
    small.run()
    assert small.told == [small.words("errors.no_such_meeting")]
    assert small.words("empty.no_meeting") in small.text
    assert "meeting" not in small.app.query_params


def test_an_act_in_a_meeting_deleted_by_somebody_else_is_told(small: Window, store: Store) -> None:
    menu(small)
    store.delete(small.meeting)
    small.change("meeting_title", "Riool Oost")
    assert set(small.told) == {small.words("errors.no_such_meeting")}
    assert small.words("empty.no_meeting") in small.text


def test_undo_goes_back_to_the_opening_and_redo_forward_to_the_last_act(small: Window) -> None:
    before = small.web
    menu(small).change("meeting_title", "Een").change("meeting_title", "Twee")
    after = small.web
    small.press("undo").press("undo")
    assert small.web == before
    assert not small.bar["undo"]["can"]
    small.press("redo").press("redo")
    assert small.web == after
    assert not small.bar["redo"]["can"]


def test_an_act_after_undo_leaves_nothing_to_redo(small: Window) -> None:
    menu(small).change("meeting_title", "Een").press("undo")
    assert small.bar["redo"]["can"]
    menu(small).change("meeting_title", "Twee")
    assert not small.bar["redo"]["can"]


def test_a_reload_finds_the_meeting_by_its_address(small: Window) -> None:
    menu(small).change("meeting_title", "Riool Oost")
    assert small.app.query_params["meeting"] == small.meeting
    again = Window(small.app.query_params["meeting"])
    assert (again.bar["name"], again.board["meeting"]) == ("Riool Oost", small.meeting)


def test_readings_of_a_web_are_computed_once_per_reference(small_web: Web) -> None:
    first = current.readings_of(small_web)
    assert current.readings_of(small_web) is first
    assert current.readings_of(small_web, Reference.AFFECTED_PUBLIC) is not first


def test_readings_of_webs_seen_long_ago_are_let_go(small_web: Web) -> None:
    first = current.readings_of(small_web)
    for number in range(70):
        current.readings_of(Web(title=str(number)))
    assert current.readings_of(small_web) is not first
    assert current.readings_of(small_web).gap.views == first.gap.views


VERSIONS = Path(__file__).parents[1] / "samples" / "versions"


def window_on_database_of(version: int, database: Path) -> Window:
    """A window on the meeting that the program of a version of the database left behind, with a plan in it."""
    shutil.copy(VERSIONS / f"database.{version}.db", database)
    meetings = [summary.id for summary in current.store().meetings()]
    return Window(next(id_ for id_ in meetings if current.store().load(id_).history.web.options))


@pytest.mark.parametrize(("version", "told"), [(7, True), (8, False)])
def test_a_stored_meeting_of_before_says_once_that_what_nobody_wrote_down_is_not_known_now(
    version: int, told: bool, database: Path
) -> None:
    window = window_on_database_of(version, database)
    line = window.words("errors.from_before")
    assert (line in window.told) == told
    window.wish("undo")
    assert line not in window.run().told


def test_what_is_done_on_the_board_is_no_news_of_somebody_else_once_its_run_followed(small: Window) -> None:
    small.act("change_actor", id="street", changes={"people": 70})
    assert (small.bar["head"], small.board["head"]) == (2, 2)
    menu(small).change("meeting_title", "Riool Oost")
    assert small.told == []
    small.press("undo").press("undo")
    assert small.web.actor_by_id["street"].people == 60
