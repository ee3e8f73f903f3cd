"""Windows on the same meeting: nobody's act is lost, everyone is told, and nobody undoes what they have not seen."""

from contextlib import closing
from pathlib import Path

from coprod_core.commands import ChangeMeeting, RemoveActor
from coprod_core.indicators import Reference
from coprod_core.model import Web
from coprod_core.store import Store
from coprod_ui import current
from tests.screens.window import Window

TOO = "Iemand anders deed intussen ook iets (1). Beide zijn bewaard: u ziet nu alles samen."
ELSEWHERE = (
    "Iemand anders deed intussen iets in deze bijeenkomst. Uw stap is niet gedaan, er is niets verloren. "
    "Kijk wat er veranderde en doe het dan opnieuw."
)


def test_of_two_windows_on_one_meeting_both_acts_are_kept_and_the_second_is_told(small: Window) -> None:
    other = Window(small.meeting).select("actor", "piles")
    small.select("actor", "street").change("people_street", 70.0)
    other.change("people_piles", 90.0)
    people = {actor.id: actor.people for actor in small.web.actors}
    assert (people["street"], people["piles"], small.loaded.head) == (70, 90, 3)
    assert (small.told, other.told) == ([], [TOO])
    assert other.select("actor", "street").value("people_street") == 70
    other.change("people_street", 71.0)
    assert other.told == []


def test_another_window_that_only_looked_is_told_nothing(small: Window) -> None:
    other = Window(small.meeting)
    small.select("actor", "street").change("people_street", 70.0)
    other.run().select("actor", "piles").change("people_piles", 90.0)
    assert other.told == []


def test_undo_of_what_this_window_has_not_seen_is_refused_with_a_sentence_and_works_once_seen(small: Window) -> None:
    other = Window(small.meeting)
    small.select("actor", "street").change("people_street", 70.0)
    other.run()
    small.change("people_street", 80.0)
    other.press("undo")
    assert other.told == [ELSEWHERE]
    assert other.web.actor_by_id["street"].people == 80
    other.press("undo")
    assert other.told == []
    assert other.web.actor_by_id["street"].people == 70


def test_redo_of_what_somebody_else_took_back_unseen_is_refused(small: Window) -> None:
    small.select("actor", "street").change("people_street", 70.0).change("people_street", 80.0).press("undo")
    other = Window(small.meeting)
    small.press("undo")
    other.press("redo")
    assert other.told == [ELSEWHERE]
    assert other.web.actor_by_id["street"].people == 60


def test_an_act_from_another_process_is_seen_on_the_next_run(small: Window, database: Path) -> None:
    with closing(Store(f"sqlite:///{database}")) as elsewhere:
        elsewhere.append(small.meeting, ChangeMeeting({"title": "Van elders"}), seen=1)
    assert "Van elders" in small.run().text
    assert small.told == []


def test_a_meeting_deleted_by_somebody_else_is_told_and_nothing_is_open(small: Window, store: Store) -> None:
    store.delete(small.meeting)
    small.run()
    assert small.told == [small.words("errors.no_such_meeting")]
    assert small.words("empty.no_meeting") in small.text
    assert "meeting" not in small.app.query_params


def test_an_act_in_a_meeting_deleted_by_somebody_else_is_told(small: Window, store: Store) -> None:
    small.select("actor", "street")
    store.delete(small.meeting)
    small.change("people_street", 70.0)
    assert set(small.told) == {small.words("errors.no_such_meeting")}
    assert small.words("empty.no_meeting") in small.text


def test_undo_goes_back_to_the_opening_and_redo_forward_to_the_last_act(small: Window) -> None:
    before = small.web
    small.select("actor", "street").change("people_street", 70.0).change("people_street", 80.0)
    after = small.web
    small.press("undo").press("undo")
    assert small.web == before
    assert small.app.button(key="undo").disabled
    small.press("redo").press("redo")
    assert small.web == after
    assert small.app.button(key="redo").disabled


def test_an_act_after_undo_leaves_nothing_to_redo(small: Window) -> None:
    small.select("actor", "street").change("people_street", 70.0).press("undo")
    assert not small.app.button(key="redo").disabled
    small.change("people_street", 90.0)
    assert small.app.button(key="redo").disabled


def test_undo_brings_back_what_is_selected_with_all_its_links(small: Window) -> None:
    before = small.web
    small.select("actor", "street")
    current.store().append(small.meeting, RemoveActor("street"), seen=small.loaded.head)
    small.run().press("undo")
    assert small.web == before
    assert small.value("picker") == ("actor", "street")


def test_a_reload_finds_the_meeting_by_its_address(small: Window) -> None:
    small.select("actor", "street").change("people_street", 70.0)
    assert small.app.query_params["meeting"] == small.meeting
    again = Window(small.app.query_params["meeting"])
    assert again.select("actor", "street").value("people_street") == 70


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
