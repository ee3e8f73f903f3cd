"""Words typed and not kept stand in no other meeting, and do not come back: every text field of every screen."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from servers import Server
from visitor import Visitor

from coprod_core.acts.commands import Seat
from coprod_core.acts.conditions import AddAppreciation, AddExpectation, AddReflection, AddSharedWord
from coprod_core.acts.headcounts import SetPopulation
from coprod_core.acts.weighing import Dilemma, RecordWeighing, Weighing
from coprod_core.placing.layout import placed
from coprod_core.rounds.values import asked_of
from coprod_core.store.live_values import Caller, Join, SayOwnWords, new_token
from coprod_core.store.store import Store
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.conditions import Appreciation, Expectation, Reflection, SharedWord
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Actor, Interest, Option, Relation, Rule, Stake, Unknown, Web
from coprod_core.workshop.file import write
from coprod_core.workshop.running import Running, to_text
from coprod_ui.screens.workshop.editor.sketch import sketched
from coprod_ui.words import words

MARK, DROPPED = "Zeldzaamwoord", "Weggelegdwoord"
"""What is typed everywhere, and what is typed in a weighing that is dropped: names on record turn up in the next."""

WEB = Web(
    title="Nieuw riool",
    actors=(
        Actor("street", "De straat", "citizens", people=60, seats=6),
        Actor("piles", "Bewoners met rotte palen", "citizens", people=80),
        Actor("water", "Waterschap", "other_organisation", seats=1),
        Actor("city", "Gemeente", "own_organisation"),
    ),
    interests=(Interest("dry", "Droge kelder"), Interest("sound", "Stevige fundering"), Interest("green", "Groen")),
    stakes=(Stake("street", "dry", 1.0), Stake("piles", "sound", 1.0), Stake("water", "dry", 0.4)),
    relations=(Relation("dry", "sound", -0.5),),
    options=(Option("pump", "Pomp", 0.7, {"dry": 1.0, "sound": -0.5}),),
    rules=(Rule("level", "Peilbesluit", 0.6, 0.1, {"sound": 0.6}, {"dry": 0.3}),),
    unknown=(Unknown("street", "green"),),
)

SCREENS = ("web", "gap", "dilemmas", "scenarios", "join", "conditions", "workshop", "report", "history", "method")

TEXT = 'input[type="text"]:not([disabled], [role="combobox"], [inputmode]), textarea:not([disabled])'
"""Where a person types words: not where one only searches a list, and not a number or a day."""

FOLDED = '[data-testid="stPopoverButton"]:visible:not([disabled])'

KEY_ROUND = "at => at.closest('[class*=\"st-key-\"]')?.className ?? ''"
"""The key of what something stands in."""

NOTHING_TO_TYPE = re.compile(
    r"st-key-(table_|explain|adopt_|workshop_drop|people_|quotas|withdraw|scenario_menu|join_close|join_erase)"
)
"""What folds out and shows something, or asks whether one is sure; and the names of copies, which are on record."""

KINDS = {
    "appreciation",
    "bring_in",
    "copy",
    "copy_of_moment",
    "exercise",
    "expectation",
    "file",
    "look_again",
    "new_meeting",
    "own_dilemma",
    "own_dilemma_line",
    "own_words",
    "reflection",
    "round",
    "rule",
    "shared_word",
    "weighing",
    "workshop_act",
}
"""Every kind of draft with a text field in it."""


@pytest.fixture(scope="module")
def meetings(server: Server) -> list[str]:
    """Three meetings with one of everything, and with the same ids in all three, so that only the meeting differs."""
    with closing(Store(server.database_url)) as store:
        return [_lived(store) for _ in range(3)]


def _lived(store: Store) -> str:
    meeting = store.begin(placed(WEB))
    acts = (
        AddExpectation(Expectation("e1", "street", "city", "Antwoord")),
        AddReflection(Reflection("l1", "Geluisterd", "Natte kelders", "")),
        AddSharedWord(SharedWord("w1", "snel")),
        AddAppreciation(Appreciation("t1", "street", "water", "Zij luisteren")),
        SetPopulation((Headcount("Woning", "huur", 40), Headcount("Woning", "koop", 60))),
        RecordWeighing(Weighing(Dilemma.RULES, "Wijk af", rule="level")),
        Seat("piles", 4),
    )
    for seen, act in enumerate(acts, 1):
        store.append(meeting, act, seen=seen)
    store.fork(meeting, "Palen erbij")
    code = store.live.open(meeting).code
    number = store.live.open_round(meeting, asked_of(WEB, "Wat nu?", ["dry"], ["street"], own_words=True))
    caller = Caller(code, new_token())
    assert store.live.do(Join(caller)) is None
    assert store.live.do(SayOwnWords(caller, number, "Rust in de nacht")) is None
    store.live.close_round(meeting, number)
    plan = sketched(placed(WEB), words("nl"))
    store.workshops.keep(meeting, KeptWorkshop(write(plan), to_text(Running())))
    return meeting


# -- walking through every place where one can type -------------------------------------------------------------------


def places(me: Visitor) -> Iterator[str]:
    """Every screen of a meeting in each of its tabs, parts and steps, as it opens and with each thing folded out."""
    seen: set[str] = set()
    for screen in SCREENS:
        me.screen(screen)
        if screen == "report":
            yield from _weighing(me)
            me.screen("gap").screen("report")
        for view in _views(me):
            yield f"{screen}: {view}"
            yield from _folded_out(me, f"{screen}: {view}", seen)
        if screen == "web":
            yield from _list(me)
        if screen == "dilemmas":
            yield from _own_dilemma(me)
        if screen == "conditions":
            yield from _exercises(me)
        if screen == "workshop":
            yield from _workshop_steps(me, seen)
    yield from _bringing_in(me)


def _views(me: Visitor) -> Iterator[str]:
    parts = '[class*="st-key-part_"], .st-key-join_part'
    for tab in _each(me, me.page.get_by_role("tab"), "aria-selected"):
        for part in _each(me, me.page.locator(parts).get_by_role("radio"), "aria-checked"):
            yield f"{tab}, {part}"


def _each(me: Visitor, choices: Locator, chosen: str) -> Iterator[str]:
    names = choices.all_inner_texts()
    for nth, name in enumerate(names or [""]):
        if names:
            choices.nth(nth).click()
            expect(choices.nth(nth)).to_have_attribute(chosen, "true")
            me.settled()
        yield name


def _folded_out(me: Visitor, where: str, seen: set[str]) -> Iterator[str]:
    """Everything here that folds out and was not folded out before."""
    keys = me.page.locator(FOLDED).evaluate_all(f"all => all.map({KEY_ROUND})")
    for key in dict.fromkeys(found[0] for key in keys if (found := re.search(r"st-key-[\w-]+", key))):
        if key in seen or NOTHING_TO_TYPE.match(key):
            continue
        seen.add(key)
        button = me.page.locator(f".{key}").get_by_test_id("stPopoverButton").first
        button.click()
        expect(me.page.get_by_test_id("stPopoverBody")).to_be_visible()
        me.settled()
        if key.startswith("st-key-workshop_act_"):
            _form_for_a_plan(me)
        yield f"{where}, {key}"
        button.click()
        expect(me.page.get_by_test_id("stPopoverBody")).to_have_count(0)
        me.settled()


def _form_for_a_plan(me: Visitor) -> None:
    """Of the forms that add an act, the one with words in it."""
    chosen = me.draft("workshop_act", "form").locator("input")
    chosen.click()
    chosen.fill(me.words("workshop_forms.plan"))
    chosen.press("Enter")
    expect(me.draft("workshop_act", "plan_name")).to_be_visible()
    me.settled()


def _key_round(place: Locator) -> str:
    return place.evaluate(KEY_ROUND)


def _list(me: Visitor) -> Iterator[str]:
    me.tool("list").click()
    me.settled()
    yield "web: list"
    me.tool("list").click()
    me.settled()


def _own_dilemma(me: Visitor) -> Iterator[str]:
    """The fields of a dilemma of one's own, which are dropped again."""
    me.page.get_by_role("tab", name=me.words("dilemmas.own")).click()
    me.button("write_own").click()
    expect(me.button("drop_own")).to_be_visible()
    me.settled()
    yield "dilemmas: write_own"
    me.button("drop_own").click()
    expect(me.button("write_own")).to_be_visible()
    me.settled()


def _exercises(me: Visitor) -> Iterator[str]:
    for name in ("expectations", "language", "rules", "appreciation"):
        me.page.get_by_role("tab").last.click()
        me.button(f"exercise_{name}").click()
        now = me.key("exercise_now")
        expect(now).to_be_visible()
        while not me.button("exercise_keep").count():
            me.settled()
            yield f"exercise: {name}"
            before = now.inner_text()
            me.button("exercise_next").click()
            expect(now).not_to_have_text(before, use_inner_text=True)
        me.button("exercise_stop").click()
        expect(now).to_have_count(0)
        me.settled()


def _workshop_steps(me: Visitor, seen: set[str]) -> Iterator[str]:
    steps = me.page.locator('.st-key-workshop_rail [class*="st-key-workshop_open_"] button')
    for nth in range(1, steps.count()):
        steps.nth(nth).click()
        me.settled()
        yield f"workshop: step {nth}"
        yield from _folded_out(me, f"workshop: step {nth}", seen)


def _weighing(me: Visitor) -> Iterator[str]:
    """A new weighing that is dropped again, one about another dilemma, and one on record in other words."""
    me.page.get_by_role("tab").nth(1).click()
    me.settled()
    for begin in ("weigh_rules", "weigh_role", "revise_weighing"):
        me.button(begin).click()
        expect(me.button("drop_weighing")).to_be_visible()
        me.settled()
        yield f"report: {begin}"
        me.button("drop_weighing").click()
        expect(me.button(begin)).to_be_visible()
        me.settled()


def _bringing_in(me: Visitor) -> Iterator[str]:
    me.key("meeting_menu").get_by_test_id("stPopoverButton").click()
    me.button("bring_in").click()
    me.settled()
    me.draft("bring_in", "way").get_by_role("radio").nth(1).click()
    expect(me.draft("bring_in", "pasted")).to_be_visible()
    me.settled()
    yield "bring in"
    me.press("Escape")
    me.settled()


# -- what is typed and what is seen -----------------------------------------------------------------------------------


def typed_in(me: Visitor, mark: str = MARK) -> set[str]:
    """Types a mark in every text field in sight; gives the kinds of draft they are of."""
    kinds = set()
    for nth in range(me.page.locator(TEXT).locator("visible=true").count()):
        field = me.page.locator(TEXT).locator("visible=true").nth(nth)
        if not field.count() or mark in field.input_value():
            continue
        kinds |= set(re.findall(r"st-key-draft-[0-9a-f]*-([a-z_]+)-[0-9a-f]{32}-", _key_round(field)))
        field.fill(mark)
        field.blur()
        me.settled()
    return kinds


def marked(me: Visitor, *marks: str) -> list[str]:
    """Every place on screen where one of these marks stands: in a field, or as text."""
    fields = me.page.locator(TEXT).evaluate_all("all => all.map(each => each.value)")
    said = [*fields, me.page.locator('[data-testid="stApp"]').inner_text()]
    return [each for each in said if any(mark in each for mark in marks)]


def test_what_is_typed_and_not_kept_stands_in_no_other_meeting(
    server: Server, page: Callable[..., Page], meetings: list[str]
) -> None:
    me, kinds = Visitor(page(), server), set()
    first, second, third = meetings
    me.go("web", meeting=first)
    for place in places(me):
        assert marked(me, DROPPED) == [], place
        dropped = place.startswith(("report: weigh_", "dilemmas: write_"))
        kinds |= typed_in(me, DROPPED if dropped else MARK)
    kinds |= on_start(me)
    assert KINDS - kinds == set()

    me.press("Escape")  # what a pasted table said stands over the list of meetings
    for other, every_place in ((second, places), (third, opened)):
        me.page.locator(f".st-key-go_on_{other} button").click()
        me.on_the_web()
        for place in every_place(me):
            assert marked(me, MARK, DROPPED) == [], place
        went_back(me)
        assert marked(me, MARK, DROPPED) == []
        me.screen("start")
        assert MARK not in str(me.page.locator(TEXT).evaluate_all("all => all.map(each => each.value)"))


def opened(me: Visitor) -> Iterator[str]:
    """Every screen as it opens."""
    for screen in SCREENS:
        me.screen(screen)
        yield screen


def on_start(me: Visitor) -> set[str]:
    """The same on Start, where no meeting begins with it."""
    me.screen("start")
    kinds = typed_in(me)
    me.key("file_menu").get_by_test_id("stPopoverButton").click()
    me.draft("file", "way").get_by_role("radio").nth(1).click()
    expect(me.draft("file", "pasted")).to_be_visible()
    me.settled()
    return kinds | typed_in(me)


def went_back(me: Visitor) -> None:
    """Goes Back in the browser over two screens; a screen may stand in the browser's history more than once."""
    here = me.meeting
    for _ in range(2):
        before = urlsplit(me.page.url).path
        while urlsplit(me.page.url).path == before:
            me.page.go_back()
            me.settled()
    assert me.meeting == here
