"""What is written and not kept: it stays while one looks elsewhere, and stands in no other meeting or record."""

from collections.abc import Callable

import pytest

from coprod_core.acts.commands import AddRule, RemoveRule
from coprod_core.acts.weighing import Dilemma, RecordWeighing, Weighing
from coprod_core.store.store import Store
from coprod_core.web.model import Rule, Web
from coprod_ui.meeting import current, live
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

MARK = "Zeldzaamwoord"
KEPT = Weighing(Dilemma.RULES, "Wijk af", rule="level")


@pytest.fixture
def two(store: Store, small_web: Web) -> tuple[str, str]:
    """Two meetings with the same ids, and a weighing on record at the same place: only the meeting differs."""
    made = store.begin(small_web), store.begin(small_web)
    for meeting in made:
        store.append(meeting, RecordWeighing(KEPT), seen=1)
    return made


def opened(window: Window, meeting: str) -> Window:
    """Opens another meeting in the same window, from Start."""
    return window.go("start").press(f"go_on_{meeting}")


Place = Callable[[Window], Window]


def _conditions(name: str, part: str | None = None) -> Place:
    def place(window: Window) -> Window:
        window = window.go("conditions")
        window.change_state("conditions_tab", window.words(f"conditions_tabs.{name}"), conditions=name)
        return window.change(f"part_conditions_{name}", part) if part else window

    return place


def _weighings(window: Window) -> Window:
    return window.go("report").change_state(
        "report_part_tab", window.words("report_tabs.weighings"), report_part="weighings"
    )


def _own_dilemma(window: Window) -> Window:
    return window.go("dilemmas").dilemma("own")


def _question(window: Window) -> Window:
    if live.status(window.meeting) is None:
        live.open_meeting(window.meeting)
    return window.go("join")


FIVE: dict[str, tuple[Place, str, str, str]] = {
    "logbook: did": (_conditions("back", "logbook"), "reflection", "did", ""),
    "logbook: saw": (_conditions("back", "logbook"), "reflection", "saw", ""),
    "logbook: next": (_conditions("back", "logbook"), "reflection", "next", ""),
    "logbook: prevailed": (_conditions("back", "logbook"), "reflection", "prevailed", ""),
    "an own dilemma on a line": (_own_dilemma, "own_dilemma_line", "line", ""),
    "what do they expect": (_conditions("expectations"), "expectation", "what", ""),
    "a new rule": (_conditions("rules"), "rule", "name", ""),
    "looking at a weighing again": (_weighings, "look_again", "said", "2"),
    "the question of a round": (_question, "round", "question", "1"),
}
"""The places where words of one meeting were seen in another, and their kin: where, and which field of what draft."""


@pytest.mark.parametrize("place", FIVE)
def test_what_is_typed_in_one_meeting_stands_in_no_other_and_waits_in_its_own(two: tuple[str, str], place: str) -> None:
    there, kind, field, about = FIVE[place]
    first, second = two
    window = there(Window(first))
    before = window.value(window.draft(kind, field, about))
    window.change(window.draft(kind, field, about), MARK)
    there(opened(window, second))
    assert window.value(window.draft(kind, field, about)) == before
    there(opened(window, first))
    assert window.value(window.draft(kind, field, about)) == MARK


@pytest.mark.parametrize("place", FIVE)
def test_two_windows_on_two_meetings_write_beside_each_other(two: tuple[str, str], place: str) -> None:
    there, kind, field, about = FIVE[place]
    windows = [there(Window(meeting)) for meeting in two]
    for number, window in enumerate(windows):
        window.change(window.draft(kind, field, about), f"{MARK} {number}")
    assert [window.run().value(window.draft(kind, field, about)) for window in windows] == [f"{MARK} 0", f"{MARK} 1"]


def test_which_weighing_is_read_belongs_to_its_meeting(two: tuple[str, str], store: Store) -> None:
    first, second = two
    for meeting in two:
        store.append(meeting, RecordWeighing(Weighing(Dilemma.ROLE, "Stuur bij")), seen=2)
    window = _weighings(Window(first)).press("read_weighing_2")
    _weighings(opened(window, second))
    assert window.shows("ways_3") or "Stuur bij" in window.text
    assert window.draft("look_again", "said", "3")


# -- a weighing -------------------------------------------------------------------------------------------------------


def weighing(window: Window, field: str) -> str:
    return window.draft("weighing", field)


def test_a_new_weighing_opens_with_its_ways_and_nothing_of_the_one_before(two: tuple[str, str]) -> None:
    window = _weighings(Window(two[0])).press("weigh_rules")
    ways = window.value(weighing(window, "loses_0"))
    for field in ("name_0", "loses_0", "why", "by", "for_losers"):
        window.change(weighing(window, field), MARK)
    window.change(weighing(window, "chosen"), MARK).press("drop_weighing").press("weigh_rules")
    assert MARK not in window.text
    assert window.value(weighing(window, "loses_0")) == ways
    assert window.value(weighing(window, "chosen")) is None


def test_nothing_of_a_weighing_that_was_kept_stands_in_the_next(two: tuple[str, str]) -> None:
    window = _weighings(Window(two[0])).press("weigh_rules")
    window.change(weighing(window, "why"), MARK).change(weighing(window, "chosen"), "Wijk af").press("keep_weighing")
    window.press("weigh_rules").change(weighing(window, "chosen"), "Wijk af").press("keep_weighing")
    assert [one.weighing.why for one in window.loaded.history.weighings.values()] == ["", MARK, ""]


def test_a_weighing_of_one_meeting_is_not_open_in_another(two: tuple[str, str]) -> None:
    first, second = two
    window = _weighings(Window(first)).press("weigh_rules")
    window.change(weighing(window, "why"), MARK)
    assert not _weighings(opened(window, second)).shows("keep_weighing")
    window.press("weigh_rules")
    assert MARK not in window.text
    _weighings(opened(window, first))
    assert window.value(weighing(window, "why")) == MARK


def test_another_weighing_does_not_begin_over_one_that_is_not_kept(two: tuple[str, str]) -> None:
    window = _weighings(Window(two[0])).press("weigh_role")
    window.change(weighing(window, "why"), MARK)
    window.go("dilemmas").dilemma("rules").press("weigh_here_rules")
    assert window.value(weighing(window, "why")) == MARK
    assert window.told == [window.words("errors.weighing_going_on")]


def test_another_dilemma_leaves_no_way_of_the_one_before_and_keeps_the_other_words(two: tuple[str, str]) -> None:
    window = _weighings(Window(two[0])).press("weigh_role")
    window.change(weighing(window, "why"), "Omdat").change(weighing(window, "name_2"), MARK)
    window.change(weighing(window, "dilemma"), "rules").press("add_way")
    assert MARK not in window.text
    assert window.value(weighing(window, "why")) == "Omdat"


def test_a_weighing_about_a_rule_that_left_the_web_is_put_in_other_words_or_about_another_rule(
    two: tuple[str, str], store: Store
) -> None:
    window = _weighings(Window(two[0]))
    store.append(two[0], AddRule(Rule("other", "Keur", 0.5, 0.5, {"dry": 0.5})), seen=2)
    window.run().press("weigh_rules").change(weighing(window, "why"), "Omdat")
    gone = window.value(weighing(window, "rule"))
    (left,) = {"level", "other"} - {gone}
    store.append(two[0], RemoveRule(gone), seen=3)
    assert window.run().value(weighing(window, "rule_instead")) is None
    window.change(weighing(window, "rule_instead"), left)
    assert (window.value(weighing(window, "rule")), window.value(weighing(window, "why"))) == (left, "Omdat")

    window.press("drop_weighing").press("revise_weighing").change(weighing(window, "why"), "Anders")
    window.press("keep_weighing")
    assert window.loaded.history.weighings[2].weighing.why == "Anders"


# -- letting go -------------------------------------------------------------------------------------------------------


def of_drafts(window: Window) -> list[str]:
    return [key for key in window.app.session_state.to_dict() if str(key).startswith("draft:")]


def test_what_is_kept_leaves_nothing_behind_in_the_session(two: tuple[str, str]) -> None:
    window = _conditions("back", "logbook")(Window(two[0]))
    used = window.draft("reflection", "did")
    window.change(used, "Geluisterd").press("logbook_add")
    assert used not in of_drafts(window)
    assert window.draft("reflection", "did") != used
    assert window.value(window.draft("reflection", "did")) == ""


def test_erasing_a_meeting_erases_what_was_written_in_it_in_every_window(two: tuple[str, str]) -> None:
    first, second = two
    windows = [_conditions("rules")(Window(first)) for _ in range(2)]
    for window in windows:
        window.change(window.draft("rule", "name"), MARK)
        opened(window, second)
    current.store().delete(first)
    for window in windows:
        window.run()
        held = window.app.session_state["drafts"]
        assert not [id_ for id_ in held if id_[0] == first]
        assert not [key for key in of_drafts(window) if first in key]


def test_a_title_that_began_no_meeting_does_not_come_back(two: tuple[str, str]) -> None:
    window = Window(None, "nl", "start")
    window.app.get_by_key(window.draft("new_meeting", "title")).set_value(MARK)
    window.press(f"go_on_{two[0]}").go("start")
    assert window.value(window.draft("new_meeting", "title")) in ("", None)


def test_an_exercise_goes_on_in_its_own_meeting_alone(two: tuple[str, str]) -> None:
    first, second = two
    window = _conditions("together")(Window(first)).press("exercise_expectations")
    assert not _conditions("together")(opened(window, second)).shows("exercise_next")
    assert _conditions("together")(opened(window, first)).shows("exercise_next")


# -- what is on record ------------------------------------------------------------------------------------------------


def test_a_field_of_another_meeting_is_another_field_though_both_are_empty(two: tuple[str, str]) -> None:
    first, second = two
    window = _conditions("rules")(Window(first))
    one = window.drawn("rule_room_protects_level")
    _conditions("rules")(opened(window, second))
    assert window.drawn("rule_room_protects_level") != one


def test_a_choice_among_the_rules_of_one_meeting_says_nothing_about_another(
    open_web: OpenWindow, small_web: Web, store: Store
) -> None:
    rules = (*small_web.rules, Rule("other", "Keur"))
    web = Web(**{**{f: getattr(small_web, f) for f in ("title", "actors", "interests")}, "rules": rules})
    first, second = store.begin(web), store.begin(web)
    window = _conditions("rules")(Window(first)).change("rule_room_of", "other")
    _conditions("rules")(opened(window, second))
    assert window.value("rule_room_of") == rules[0].id
