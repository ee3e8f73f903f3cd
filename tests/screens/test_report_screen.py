"""Report: the preview and its files, a weighing from dilemma to record and beyond, and what people hear back."""

import pytest

from coprod_core.commands import Seat
from coprod_core.model import Web
from coprod_core.store import Store
from coprod_core.weighing import Dilemma, Finding, RecordWeighing, Weighing
from coprod_ui.report.sections import SECTIONS
from coprod_ui.words import literal
from tests.screens.window import Window

WEIGHED = Weighing(Dilemma.RULES, "Wijk af", why="Water in de kelder", again="2026-01-01", rule="level")


@pytest.fixture
def report(store: Store, small_web: Web) -> Window:
    """A window on Report, with the small web open."""
    return Window(store.begin(small_web), screen="report")


def on_record(store: Store, web: Web) -> Window:
    """A window on Weighings, after one was recorded and a group came to the table."""
    meeting = store.begin(web)
    store.append(meeting, RecordWeighing(WEIGHED), seen=1)
    store.append(meeting, Seat("piles", 4), seen=2)
    return tab(Window(meeting, screen="report"), "weighings")


def tab(window: Window, name: str) -> Window:
    return window.change_state("report_part_tab", window.words(f"report_tabs.{name}"), report_part=name)


def field(window: Window, name: str) -> str:
    version = window.app.session_state["weighing_draft"]["version"]
    return f"weigh_{name}_{version}"


# -- the report -----------------------------------------------------------------------------------------------------


def test_the_preview_holds_the_report_and_a_section_can_be_left_out(report: Window) -> None:
    shown = report.within("report_preview")
    assert literal("Participatieverslag: Nieuw riool") in shown
    titles = {name: f"#### {literal(report.words(f'report_sections.{name}'))}" for name in SECTIONS}
    assert all(title in shown for title in titles.values())
    left = report.change("section_gap", False).within("report_preview")
    assert [name for name, title in titles.items() if title not in left] == ["gap"]


def test_a_report_is_made_when_asked_for_and_again_after_a_change(report: Window) -> None:
    assert not report.shows("save_report")
    report.change("report_form", "html").press("make_report")
    assert report.shows("save_report")
    assert not report.change("section_gap", False).shows("save_report")


def test_an_empty_meeting_has_a_report_without_errors(store: Store) -> None:
    window = Window(store.begin(Web()), "en", "report")
    assert literal(window.words("report.no_stakes")) in window.within("report_preview")


# -- a weighing -----------------------------------------------------------------------------------------------------


def test_a_weighing_goes_from_the_dilemma_to_the_record(store: Store, small_web: Web) -> None:
    window = Window(store.begin(small_web), screen="dilemmas").dilemma("rules").press("weigh_here_rules")
    assert "Droge kelder" in window.value(field(window, "loses_0"))
    assert window.app.get_by_key("keep_weighing").disabled
    window.change(field(window, "chosen"), "Wijk af").change(field(window, "why"), "Water in de kelder")
    window.change(field(window, "by"), "wijkteam").press("keep_weighing")
    (recorded,) = window.loaded.history.weighings.values()
    assert (recorded.weighing.rule, recorded.weighing.chosen) == ("level", "Wijk af")
    assert (recorded.weighing.why, recorded.weighing.by) == ("Water in de kelder", "wijkteam")
    assert [way.code for way in recorded.weighing.ways] == ["follow", "deviate"]
    assert window.web == small_web


def test_deviating_from_a_rule_warns_that_it_may_become_public_and_following_does_not(report: Window) -> None:
    tab(report, "weighings").press("weigh_rules")
    report.change(field(report, "chosen"), "Wijk af")
    assert report.words("say_rules.on_record") in report.text
    report.change(field(report, "chosen"), "Volg de regel")
    assert report.words("say_rules.on_record") not in report.text


def test_personal_data_in_a_weighing_is_warned_of_and_never_refused(report: Window) -> None:
    tab(report, "weighings").press("weigh_role")
    report.change(field(report, "chosen"), "Stuur bij (sturen)").change(field(report, "why"), "Bel mevrouw Jansen")
    assert report.words("privacy.addressed_name") in report.text
    assert not report.app.get_by_key("keep_weighing").disabled


def test_another_dilemma_brings_its_own_ways_out_and_a_group_can_add_one(report: Window) -> None:
    tab(report, "weighings").press("weigh_role")
    report.change(field(report, "dilemma"), "feasibility_inclusiveness")
    assert report.value(field(report, "name_0")) == "Een plan dat lukt"
    report.press("add_way").change(field(report, "name_3"), "Twee tafels")
    report.change(field(report, "chosen"), "Twee tafels").press("keep_weighing")
    (recorded,) = report.loaded.history.weighings.values()
    assert [way.name for way in recorded.weighing.ways][-1] == recorded.weighing.chosen == "Twee tafels"


def test_a_weighing_that_is_being_written_stays_while_one_looks_elsewhere(report: Window) -> None:
    tab(report, "weighings").press("weigh_role").change(field(report, "why"), "Omdat")
    report.go("gap").go("report")
    assert report.value(field(report, "why")) == "Omdat"
    assert not report.press("drop_weighing").shows("keep_weighing")


def test_a_recorded_weighing_shows_what_has_changed_since_and_that_it_is_time(store: Store, small_web: Web) -> None:
    window = on_record(store, small_web)
    assert window.words("weighing.since") in window.text
    assert "Bewoners met rotte palen" in window.text
    assert window.words("report_screen.due") in window.text


def test_a_weighing_can_be_looked_at_again_put_in_other_words_and_withdrawn(store: Store, small_web: Web) -> None:
    window = on_record(store, small_web)
    window.change("again_2_finding", Finding.CHANGES).change("again_2_said", "Er is een nieuw plan")
    window.press("keep_looked_again")
    ((_, looked),) = window.loaded.history.weighings[2].looked_again
    assert (looked.finding, looked.said) == (Finding.CHANGES, "Er is een nieuw plan")
    assert "Er is een nieuw plan" in window.text

    window.press("revise_weighing").change(field(window, "why"), "Anders gezegd").press("keep_weighing")
    assert window.loaded.history.weighings[2].weighing.why == "Anders gezegd"
    window.press("withdraw_sure")
    assert not window.loaded.history.weighings
    told = window.go("history").within("acts")
    assert window.words("weighing.withdrawn", seq=2) in told
    assert window.words("weighing.looked_again", seq=2, finding=window.words("findings.changes")) in told


# -- what people hear back ------------------------------------------------------------------------------------------


def test_what_is_done_with_an_interest_is_one_act_and_stands_in_the_report(report: Window) -> None:
    tab(report, "replies").change("reply_dry", "Dit staat in het plan")
    assert report.web.interest_by_id["dry"].reply == "Dit staat in het plan"
    tables = [str(table.value) for table in tab(report, "whole").app.table]
    assert any("Dit staat in het plan" in table for table in tables)
    report.press("undo")
    assert report.web.interest_by_id["dry"].reply == ""
