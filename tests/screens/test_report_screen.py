"""Report: the preview and its files, a weighing from dilemma to record and beyond, and what people hear back."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_core.acts.commands import Seat
from coprod_core.acts.weighing import Dilemma, Finding, RecordWeighing, Weighing
from coprod_core.indicators.missing import missing
from coprod_core.indicators.overview import readings
from coprod_core.store.store import Store
from coprod_core.web.accounting import Body
from coprod_core.web.model import Option, Web
from coprod_ui.examples.cases import cases
from coprod_ui.report.gaps import not_on_record
from coprod_ui.report.sections import SECTIONS, SHORT
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
    return window.draft("weighing", name)


# -- the report -----------------------------------------------------------------------------------------------------


def test_the_preview_holds_the_report_and_a_section_can_be_left_out(report: Window) -> None:
    shown = report.within("report_preview")
    assert literal("Participatieverslag: Nieuw riool") in shown
    left = report.change("section_figures", False).within("report_preview")
    assert [name for name in SECTIONS if name in titles(report, shown) and name not in titles(report, left)] == [
        "figures"
    ]


def titles(window: Window, shown: str) -> list[str]:
    """The sections that stand in a preview."""
    numbered = {name: window.words(f"section_numbers.{name}") for name in SECTIONS}
    named = {name: window.words(f"report_sections.{name}") for name in SECTIONS}
    return [name for name in SECTIONS if f"#### {literal(f'{numbered[name]} {named[name]}')}" in shown]


def test_the_short_report_is_a_part_of_the_full_one_and_a_tick_makes_it_neither(report: Window) -> None:
    full = titles(report, report.within("report_preview"))
    short = titles(report, report.change("report_length", "short").within("report_preview"))
    assert set(short) < set(full)
    assert set(short) <= set(SHORT)
    report.change("section_figures", True)
    assert report.app.session_state["report_length"] is None
    assert titles(report, report.change("report_length", "full").within("report_preview")) == full


def test_a_report_is_made_when_asked_for_and_again_after_a_change(report: Window) -> None:
    assert not report.shows("save_report")
    report.change("report_form", "html").press("make_report")
    assert report.shows("save_report")
    assert not report.change("section_figures", False).shows("save_report")


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
    window.change(window.draft("look_again", "finding", "2"), Finding.CHANGES)
    window.change(window.draft("look_again", "said", "2"), "Er is een nieuw plan")
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


def test_a_copy_of_the_meeting_is_weighed_beside_the_plans_and_stays_when_it_is_deleted(
    store: Store, small_web: Web
) -> None:
    meeting = store.begin(replace(small_web, options=(Option("pump", "Pomp"), Option("wait", "Wachten"))))
    copy = store.fork(meeting, "Met de palen erbij", 1)
    store.append(copy, Seat("piles", 4), seen=store.load(copy).head)
    window = tab(Window(meeting, screen="report"), "weighings").press("weigh_plans")
    window.change("take_in_scenario", copy)
    window.change(field(window, "chosen"), "Met de palen erbij").press("keep_weighing")
    ((_, recorded),) = window.loaded.history.weighings.items()
    taken = recorded.weighing.scenarios
    assert [(each.name, each.web.actor_by_id["piles"].seats) for each in taken] == [("Met de palen erbij", 4)]
    assert recorded.weighing.chosen_way.scenario == copy
    assert {way.plan for way in recorded.weighing.ways} == {"pump", "wait", ""}
    before = tab(window, "whole").within("report_preview")
    assert "Met de palen erbij" in before
    store.delete(copy)
    assert window.go("gap").go("report").within("report_preview") == before


# -- contributions and answers, and the details ---------------------------------------------------------------------


def test_an_answer_to_an_interest_is_one_act_and_stands_in_the_report(report: Window) -> None:
    tab(report, "contributions").change("why_dry", "Dit staat in het plan")
    (kept,) = report.web.accounting.contributions
    assert (kept.interest, kept.text, kept.why) == ("dry", "Droge kelder", "Dit staat in het plan")
    assert "Dit staat in het plan" in tab(report, "whole").within("report_preview")
    report.press("undo")
    assert report.web.accounting.contributions == ()


def test_who_answers_is_said_once_for_every_row(report: Window) -> None:
    window = tab(report, "contributions")
    for text in ("Een rooster", "Meer bomen"):
        window.change(window.draft("contribution", "text"), text).press("add_contribution")
    window.change("contributions_by", "college")
    assert [(each.text, each.by) for each in window.web.accounting.contributions] == [
        ("Een rooster", Body.COLLEGE),
        ("Meer bomen", Body.COLLEGE),
    ]


def test_an_occasion_is_one_line(report: Window) -> None:
    window = tab(report, "details")
    window.change(window.draft("occasion", "line"), "2026-11-12, bewonersavond, brief aan alle adressen, 34")
    window.press("add_occasion")
    (held,) = window.web.accounting.occasions
    assert (held.day, held.form, held.invited, held.people) == (
        "2026-11-12",
        "bewonersavond",
        "brief aan alle adressen",
        34,
    )


def test_what_a_plan_is_is_written_on_details_and_its_note_only_where_a_person_says_so(
    store: Store, small_web: Web
) -> None:
    plan = Option("pump", "Pomp", notes="Een pomp bij de brug")
    window = tab(Window(store.begin(replace(small_web, options=(plan,))), screen="report"), "details")
    assert window.web.option_by_id["pump"].description == ""
    window.press("use_note_pump")
    assert window.web.option_by_id["pump"].description == "Een pomp bij de brug"
    assert not window.shows("use_note_pump")


def test_a_day_on_which_much_was_done_is_offered_and_never_taken_over_by_itself(store: Store, small_web: Web) -> None:
    meeting = store.begin(small_web)
    for seen in range(1, 11):
        store.append(meeting, Seat("piles", seen), seen=seen)
    window = tab(Window(meeting, screen="report"), "details")
    assert window.web.accounting.occasions == ()
    today = date.today().isoformat()
    window.press(f"take_over_{today}_{window.words('details.worked')}")
    assert [each.day for each in window.web.accounting.occasions] == [today]
    assert not window.shows(f"take_over_{today}_{window.words('details.worked')}")


def test_of_whom_somebody_speaks_for_a_group_the_ticked_interests_are_brought_in_by_that_role(report: Window) -> None:
    window = tab(report, "details")
    window.change(window.draft("attempt", "line", "piles"), "12-11, gebeld, de wijkverpleegkundige")
    ticked = window.draft("attempt", "spoken_for", "piles")
    offered = window.value(ticked)
    assert offered
    window.change(ticked, offered[:1]).press("attempt_someone_speaks_piles")
    brought_in = [k.id for k in window.web.interests if k.spoken_by == "de wijkverpleegkundige"]
    assert brought_in == offered[:1]
    assert [each.said for each in window.web.accounting.attempts] == ["de wijkverpleegkundige"]


def test_plans_and_copies_of_one_name_are_told_apart_so_that_the_right_one_is_chosen(
    store: Store, small_web: Web
) -> None:
    meeting = store.begin(replace(small_web, options=(Option("pump", "Pomp"), Option("other", "Pomp"))))
    copy = store.fork(meeting, "Pomp", 1)
    window = tab(Window(meeting, screen="report"), "weighings").press("weigh_plans").change("take_in_scenario", copy)
    names = [window.value(field(window, f"name_{nth}")) for nth in range(3)]
    assert names == ["Pomp", "Pomp (2)", "Pomp (3)"]
    window.change(field(window, "chosen"), "Pomp (2)").press("keep_weighing")
    ((_, recorded),) = window.loaded.history.weighings.items()
    assert recorded.weighing.chosen_way.plan == "other"


def test_a_copy_is_taken_into_a_weighing_from_what_if(store: Store, small_web: Web) -> None:
    meeting = store.begin(replace(small_web, options=(Option("pump", "Pomp"), Option("wait", "Wachten"))))
    copy = store.fork(meeting, "Met de palen erbij", 1)
    store.append(copy, Seat("piles", 4), seen=store.load(copy).head)
    window = Window(meeting, screen="scenarios").press(f"scenario_weigh_{copy}")
    assert [window.value(field(window, f"name_{nth}")) for nth in range(3)] == ["Pomp", "Wachten", "Met de palen erbij"]
    assert "Bewoners met rotte palen" in window.value(field(window, "loses_2"))


def test_what_is_not_on_record_is_counted_and_opens_where_it_is_written_down(report: Window) -> None:
    before = report.within("not_on_record")
    assert report.words("not_on_record.asked") in before
    report.press("not_on_record_0")
    report.change("card_asked", "Kies een plan")
    assert report.web.accounting.card.asked == "Kies een plan"
    assert report.words("not_on_record.asked") not in tab(report, "whole").within("not_on_record")


def test_the_sewer_case_gets_a_page_one_without_holes_in_at_most_forty_acts(store: Store) -> None:
    """A field that is filled in or a button that is pressed is one act."""
    sewer = next(case.web for case in cases("nl") if case.name == "sewer")
    window = Window(store.begin(sewer), screen="report")
    acts: list[tuple[str, object]] = [("card_asked_of", Body.COUNCIL), ("card_asked", "Kies een plan.")]
    acts += [("card_next_step", "De raad beslist in maart."), ("card_author", "projectleider")]
    acts += [("card_contact", "Loket Wonen")]
    tab(window, "details")
    for key, said in acts:
        window.change(key, said)
    done = len(acts)
    for actor in missing(readings(sewer)):
        window.change(window.draft("attempt", "line", actor), "12-11, aangebeld").press(f"attempt_no_answer_{actor}")
        done += 2
    tab(window, "weighings").press("weigh_plans").change(field(window, "chosen"), sewer.options[-1].name)
    window.change(field(window, "for_losers"), "Een fonds voor herstel.").press("keep_weighing")
    done += 4
    history = window.loaded.history
    holes = not_on_record(history.web, readings(history.web), history.weighings)
    assert [gap.code for gap in holes if gap.page_one] == []
    assert done <= 40


def test_what_seems_to_point_at_one_person_is_read_line_by_line_before_a_file_is_made(report: Window) -> None:
    window = tab(report, "contributions")
    window.change(window.draft("contribution", "text"), "Bel 06-12345678 over de kelder").press("add_contribution")
    (doubt,) = [box for box in tab(window, "whole").app.checkbox if "12345678" in box.label]
    assert next(button for button in window.app.button if button.key == "make_report").disabled
    window.change(doubt.key, True)
    assert not next(button for button in window.app.button if button.key == "make_report").disabled
