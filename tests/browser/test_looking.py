"""The looking screens: what stands there first in every case, and what is one or two clicks away."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from servers import Server
from test_accessibility import COLOURS, PHONE, PROJECTOR, sewer, still, violations
from visitor import Visitor, prepared

from coprod_core.acts.commands import Seat
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.examples.cases import CaseFile, cases
from coprod_ui.screens.dilemmas import PARTS, PLANS
from coprod_ui.words import LANGUAGES
from tests.benchmarks.look import SEEN
from tests.screens import test_sentence_rules as rules
from tests.screens.hard_webs import marked

TABS = (*PARTS, PLANS)
MISSING = "foundation_residents"

OF_ANY_TEXT = (
    rules.unfilled,
    rules.counts_disagree,
    rules.wrong_number,
    rules.haar_or_hem,
    rules.ranked,
    rules.other_language,
)
OF_A_SENTENCE = (rules.bare_name, rules.verb_by_a_name, rules.too_long)
SENTENCES = "main h1, main p.dil-sub, main p.dil-strong, main .gl-say p, main .gl-row p, main .gl-card > p, main .stays"
"""Where whole sentences stand by themselves; elsewhere a name may be all there is."""


@pytest.fixture(scope="module")
def meeting(server: Server) -> str:
    """The sewer case, with three copies in which another group sits at the table each."""
    made = prepared(server, sewer())
    copied(server, made)
    return made


def copied(server: Server, meeting: str) -> None:
    store = Store(server.database_url)
    try:
        away = [a.id for a in store.load(meeting).history.web.actors if a.citizens and not a.seated]
        for nth, actor in enumerate(away[:3], start=1):
            copy = store.fork(meeting, f"Erbij {nth}")
            store.append(copy, Seat(actor, 2.0), seen=store.load(copy).head)
    finally:
        store.close()


# -- what is first --------------------------------------------------------------------------------------------------


def seen(me: Visitor) -> list[dict[str, Any]]:
    """Every piece of text that is seen, once the page says the same twice."""
    before: list[dict[str, Any]] = []
    for _ in range(100):
        found: list[dict[str, Any]] = me.page.evaluate(SEEN)
        if found and found == before:
            return found
        before = found
        me.page.wait_for_timeout(60)
    raise AssertionError("the page does not come to rest")


def open_tab(me: Visitor, name: str) -> None:
    """Goes to a tab of the dilemmas; only what is open is drawn, and its fixed lines come last."""
    me.page.get_by_role("tab", name=me.words(f"dilemmas.{name}")).click()
    fixed = me.page.get_by_role("tabpanel").get_by_text(me.words("say_fixed.filled_in_by"))
    expect(fixed.filter(visible=True)).to_have_count(1)
    me.arrived()


def looking(me: Visitor, meeting: str) -> Iterator[str]:
    """The looking screens one after the other, as a person goes through them; gives what each is called."""
    me.go("gap", meeting=meeting)
    yield "gap"
    me.screen("dilemmas")
    for nth, name in enumerate(TABS):
        if nth:
            open_tab(me, name)
        yield name
    me.screen("scenarios")
    yield "what if"


def in_turn() -> Iterator[tuple[CaseFile, str]]:
    """Every case in one language, by turns."""
    for nth, of_each_language in enumerate(zip(*map(cases, LANGUAGES), strict=True)):
        at = nth % len(LANGUAGES)
        yield of_each_language[at], LANGUAGES[at]


def named(web: Web) -> re.Pattern[str]:
    """What people wrote in a web, the longest first: it is not ours, and keeps to no rule."""
    typed = [each.name for kind in (web.actors, web.interests, web.options, web.rules) for each in kind]
    typed += [web.title, web.missing_plan, web.filled_in_by]
    return re.compile("|".join(re.escape(name) for name in sorted(typed, key=len, reverse=True) if name))


def broken(text: str, names: re.Pattern[str], language: str, held: tuple[Callable[..., object], ...]) -> list[str]:
    line = rules.planted(names.sub(lambda name: marked(name[0]), text), language)
    return [f"{rule.__name__}: {text}" for rule in held if rule(line)]


@pytest.mark.slow
def test_what_is_first_is_in_sight_and_keeps_to_the_rules_in_every_case(
    page: Callable[..., Page], server: Server
) -> None:
    wrong: dict[str, object] = {}
    for case, language in in_turn():
        meeting, names = prepared(server, case.web), named(case.web)
        copied(server, meeting)
        me = Visitor(still(page(PROJECTOR)), server, language)
        for view in looking(me, meeting):
            texts = seen(me)
            whole = [text for each in me.page.locator(SENTENCES).all() if (text := each.inner_text())]
            assert whole or view == PLANS
            below = [each["text"] for each in texts if each["bottom"] > PROJECTOR[1] or each["covered"]]
            rude = [fault for each in texts for fault in broken(each["text"], names, language, OF_ANY_TEXT)]
            rude += [fault for text in whole for fault in broken(text, names, language, OF_A_SENTENCE)]
            if below or rude:
                wrong[f"{case.name}, {language}, {view}"] = below, rude
        me.page.close()
    assert wrong == {}


@pytest.mark.parametrize("text", ["Helpen kost het minst.", "Nog niet gehoord: {interest}.", "1 groepen"])
def test_a_sentence_that_breaks_a_rule_is_seen_and_a_name_is_left_alone(text: str) -> None:
    names = named(sewer())
    assert broken(text, names, "nl", OF_ANY_TEXT)
    assert broken("Nog niet gehoord: Lage kosten.", names, "nl", (*OF_ANY_TEXT, *OF_A_SENTENCE)) == []


# -- five questions, each two clicks away ---------------------------------------------------------------------------


class Asking:
    """A council member on the Web screen who counts the clicks until an answer stands there."""

    def __init__(self, me: Visitor) -> None:
        self.me, self.clicks = me.screen("web"), 0

    def screen(self, name: str) -> "Asking":
        self.me.screen(name)
        self.clicks += 1
        return self

    def tab(self, name: str) -> "Asking":
        open_tab(self.me, name)
        self.clicks += 1
        return self

    def chip(self, row: str, name: str) -> "Asking":
        self.me.runs(chip(self.me, row, name).click)
        self.clicks += 1
        return self

    def sees(self, *texts: str) -> None:
        shown = re.sub(r"\s+", " ", " ".join(each["text"] for each in seen(self.me)))
        assert [text for text in texts if text not in shown] == []
        assert self.clicks <= 2


def chip(me: Visitor, row: str, label: str) -> Locator:
    """A chip of a row of what more there is."""
    of_row, name = me.key(row), me.words(label)
    return of_row.get_by_role("radio", name=name, exact=True).or_(of_row.get_by_role("button", name=name, exact=True))


def test_five_questions_of_a_council_are_each_answered_within_two_clicks(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(still(page()), server).go("gap", meeting=meeting)
    group, unheard = sewer().actor_by_id[MISSING].name, sewer().interest_by_id["foundations"].name
    who_is_missing = Asking(me).screen("gap")
    who_is_missing.sees(group, unheard)
    who_pays = Asking(me).screen("dilemmas").tab(PLANS)
    who_pays.sees(me.words("plan_look.who_loses"), group)
    who_can_live_with_it = who_pays
    who_can_live_with_it.sees(me.words("plan_look.mark.hard"), me.words("plan_look.mark.yes"))
    how_sure = Asking(me).screen("gap").chip("gap_sheet", "gap_sheets.sure")
    how_sure.sees("Van elke 100 keer")
    what_else = Asking(me).screen("dilemmas").tab("feasibility_inclusiveness")
    what_else.sees("groepen erbij", me.words("say_table.brought_in"))


# -- sheets ---------------------------------------------------------------------------------------------------------

SHEETS = (
    ("gap", "", "gap_sheet", "gap_sheets.places"),
    ("dilemmas", "role", "part_role", "dilemma_parts.tension"),
    ("scenarios", "", "what_if_more", "what_if.more_holds"),
)


def test_escape_closes_a_sheet_and_the_chip_that_opened_it_has_the_focus(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(still(page()), server).go("web", meeting=meeting)
    for screen, tab, row, label in SHEETS:
        me.screen(screen)
        if tab:
            open_tab(me, tab)
        before = seen(me)
        opens = chip(me, row, label)
        opens.focus()
        me.runs(lambda: me.press("Enter"))
        assert len(seen(me)) > len(before)
        me.runs(lambda: me.press("Escape"))
        expect(opens).to_be_focused()
        assert [each["text"] for each in seen(me)] == [each["text"] for each in before]


# -- on the spot ----------------------------------------------------------------------------------------------------


def test_who_brings_in_what_is_not_heard_is_written_under_the_tables(page: Callable[..., Page], server: Server) -> None:
    me = Visitor(still(page()), server)
    me.go("dilemmas", meeting=prepared(server, sewer()))
    field = me.page.get_by_label(me.words("gap_look.speaks_for", interest=sewer().interest_by_id["foundations"].name))
    field.fill("de huurdersvereniging")
    me.runs(lambda: field.press("Enter"))
    assert me.on_disk().history.web.interest_by_id["foundations"].spoken_by == "de huurdersvereniging"
    expect(me.page.locator(".dil-way")).to_contain_text("Volgens dit web brengt deze rol het zolang in")
    expect(field).to_have_value("de huurdersvereniging")
    expect(field).to_be_focused()


def test_columns_are_one_stop_and_arrows_go_from_one_to_the_next(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(still(page()), server).go("dilemmas", meeting=meeting)
    for go_on in (lambda: open_tab(me, "role"), lambda: me.screen("scenarios"), None):
        columns = me.page.locator("[data-column]").filter(visible=True)
        expect(columns.nth(2)).to_be_visible()
        columns.first.focus()
        me.press("ArrowRight", "ArrowRight", "ArrowLeft")
        expect(columns.nth(1)).to_be_focused()
        assert [column.get_attribute("tabindex") for column in columns.all()].count("0") == 1
        if go_on:
            go_on()


def test_which_plan_is_the_general_interest_is_answered_by_arrows(page: Callable[..., Page], server: Server) -> None:
    me = Visitor(still(page()), server)
    me.go("dilemmas", meeting=prepared(server, sewer()), d="role")
    answers = me.key("own_reading").get_by_role("radio")
    answers.first.focus()
    me.runs(lambda: me.press("ArrowDown"))
    assert me.on_disk().history.web.process.own_reading == sewer().options[0].id
    expect(me.key("own_reading").get_by_role("radio").nth(1)).to_be_checked()


# -- for everybody --------------------------------------------------------------------------------------------------


ALIKE = {"sure", "questions"}
"""Sheets that look the same in every dilemma."""


def open_states(me: Visitor, meeting: str) -> Iterator[tuple[str, str]]:
    """Every different sheet of the dilemmas, of the plans and of What if, with where it is: what stands there first is
    looked at with every screen.
    """
    me.go("dilemmas", meeting=meeting)
    met: set[str] = set()
    for name, parts in PARTS.items():
        open_tab(me, name)
        for part in (each for each in parts if each not in met & ALIKE):
            me.runs(chip(me, f"part_{name}", f"dilemma_parts.{part}").click)
            yield f"{name}, {part}", ".st-key-dilemma_opened"
        met |= parts.keys()
    open_tab(me, PLANS)
    yield "plans", ".st-key-frame"
    me.screen("scenarios")
    for part in ("holds", "differs", "plan", "explain"):
        me.runs(chip(me, "what_if_more", f"what_if.more_{part}").click)
        yield f"what if, {part}", ".st-key-frame"


@pytest.mark.slow
def test_no_open_sheet_of_the_looking_screens_breaks_wcag(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(still(page(PROJECTOR)), server)
    wrong = {state: violations(me.page, within=where) for state, where in open_states(me, meeting)}
    assert {state: found for state, found in wrong.items() if found} == {}


def test_plans_and_what_if_break_no_rule_of_wcag_in_the_dark_on_a_phone(
    page: Callable[..., Page], server: Server, meeting: str
) -> None:
    me = Visitor(still(page(PHONE, scheme="dark")), server).go("dilemmas", meeting=meeting, d=PLANS)
    found = violations(me.page, COLOURS)
    me.go("scenarios", meeting=meeting)
    assert [*found, *violations(me.page, COLOURS)] == []
