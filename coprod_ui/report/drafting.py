"""A weighing that is being written and is not on record yet. It stays while a person looks at other screens."""

from typing import Any

import streamlit as st

from coprod_core.acts.weighing import MOST_SCENARIOS, MOST_WAYS, SCENARIO, Dilemma, TakenIn, WayOut, Weighing
from coprod_core.checked.errors import CoprodError
from coprod_core.checked.fields import day
from coprod_core.comparing.webs import differences
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.report.small_groups import without_small_groups
from coprod_ui.sentences.scenarios import difference
from coprod_ui.sentences.weighings import ways_considered
from coprod_ui.widgets import way
from coprod_ui.words import current_words
from coprod_ui.words.plain_text import plain
from coprod_ui.words.told_apart import told_apart

TAB = "report_part"
MOST_DIFFERENCES = 4
"""So many differences of a copy are written down as what is lost by it."""

_NOT_WEIGHED = ("accounting", "dilemma_added", "dilemma_changed", "dilemma_removed")
"""Differences of a copy that say nothing of what is lost by it."""

_KIND = "weighing"
"""Its fields: `at`, the place in the log of the weighing it puts in other words, None for a new one; `dilemma`; `rule`,
and `rule_instead` of one that left the web; `own`, the dilemma of people's own; `codes`, one per way; `name_0`,
`loses_0` and so on, of each way; `chosen`, `why`, `by`, `for_losers`, `again` and `prevails`; `scenarios`, those taken
in.
"""


def draft() -> Draft | None:
    """The weighing that is being written in this window, None when none is."""
    return drafts.find(_KIND)


def begin(dilemma: Dilemma, about: str, readings: Readings, web: Web, digits: bool) -> None:
    """Starts a weighing of a dilemma, its ways out filled in from the readings of this moment and nothing else.

    `about`: the rule or the dilemma of people's own it is about, by id, "" in the others. While another is being
    written that one stays, and the person is told.
    """
    held = draft()
    if held is not None and held.by_hand:
        current.tell(CoprodError("weighing_going_on"))
        return
    offered = _offered(dilemma, about, readings, web, digits)
    drafts.begin(_KIND, at=None, dilemma=str(dilemma), **_subject(dilemma, about), **offered)


def begin_on_report(dilemma: Dilemma, about: str, readings: Readings, web: Web, digits: bool) -> None:
    """The same from another screen: from here on the person is on Report."""
    begin(dilemma, about, readings, web, digits)
    st.session_state[TAB] = "weighings"
    way.go("report")


def weigh_copy(scenario: str, name: str, readings: Readings, web: Web, digits: bool) -> None:
    """Takes a copy of the meeting into the weighing of plans that is being written, or into a new one, on Report."""
    held = draft()
    if held is None or not (held.by_hand and held.get("dilemma") == Dilemma.PLANS):
        begin(Dilemma.PLANS, "", readings, web, digits)
        held = draft()
    if held is not None and held.get("dilemma") == Dilemma.PLANS and scenario in others():
        take_in(scenario, name, web)
    st.session_state[TAB] = "weighings"
    way.go("report")


def revise(at: int, weighing: Weighing) -> None:
    """Takes a weighing on record up again, to put it in other words."""
    drafts.begin(
        _KIND,
        at=at,
        dilemma=str(weighing.dilemma),
        rule=weighing.rule,
        own=weighing.own,
        **_ways(weighing.ways),
        chosen=weighing.chosen,
        why=weighing.why,
        by=weighing.by,
        for_losers=weighing.for_losers,
        prevails=weighing.prevails,
        scenarios=weighing.scenarios,
        again=day(weighing.again),
    )


def turn_to(dilemma: Dilemma, about: str, readings: Readings, web: Web, digits: bool) -> None:
    """Makes the weighing about another dilemma or rule: other ways out, nothing chosen yet; the other words stay."""
    held = draft()
    if held is not None:
        emptied = {f"{field}_{nth}": "" for nth in range(len(held.get("codes"))) for field in ("name", "loses")}
        offered = _offered(dilemma, about, readings, web, digits)
        subject = _subject(dilemma, about)
        held.put(dilemma=str(dilemma), rule_instead=None, chosen=None, **subject, **{**emptied, **offered})


def others() -> dict[str, str]:
    """The copies of this meeting that a weighing can still take in, by id with their name."""
    held, root = draft(), current.root()
    if held is None or root is None:
        return {}
    taken: tuple[TakenIn, ...] = held.get("scenarios") or ()
    if len(taken) >= MOST_SCENARIOS or len(held.get("codes")) >= MOST_WAYS:
        return {}
    gone = {scenario.id for scenario in taken}
    return {each.id: each.title for each in current.store().forks_of(root) if each.id not in gone}


def take_in(scenario: str, name: str, web: Web) -> None:
    """Makes a way of a copy of the meeting: its name, and what differs in it from `web`, which it is weighed beside."""
    held = draft()
    if held is None:
        return
    words, copy = current_words(), current.store().load(scenario).history.web
    told = [difference(each, web, copy, words) for each in differences(web, copy) if each.code not in _NOT_WEIGHED]
    lines = [plain(line) for line in told[:MOST_DIFFERENCES]]
    more = [words("say_different.more", count=len(told) - MOST_DIFFERENCES)] if len(told) > MOST_DIFFERENCES else []
    nth, codes = len(held.get("codes")), held.get("codes")
    name = told_apart({**{n: held.text(f"name_{n}") for n in range(nth)}, nth: name})[nth]
    held.put(
        codes=(*codes, f"{SCENARIO}{scenario}"),
        scenarios=(*(held.get("scenarios") or ()), TakenIn(scenario, name, copy)),
        **{f"name_{nth}": name, f"loses_{nth}": " ".join([*lines, *more])},
    )


def add_way() -> None:
    """Adds a way out of the group's own."""
    held = draft()
    if held is not None:
        held.put(codes=(*held.get("codes"), ""))


def drop() -> None:
    """Forgets the weighing that was being written."""
    held = draft()
    if held is not None:
        held.close()


def _subject(dilemma: Dilemma, about: str) -> dict[str, str]:
    """The fields that say which rule, or which dilemma of people's own."""
    return {"rule": about if dilemma == Dilemma.RULES else "", "own": about if dilemma == Dilemma.OWN else ""}


def _offered(dilemma: Dilemma, about: str, readings: Readings, web: Web, digits: bool) -> dict[str, Any]:
    words = current_words()
    # a record may become public, so no small group is named in what is filled in
    ways = ways_considered(dilemma, about, readings, without_small_groups(web, words), words, digits)
    return _ways(ways)


def _ways(ways: tuple[WayOut, ...]) -> dict[str, Any]:
    """The fields of the ways out."""
    told = told_apart({nth: way_out.name for nth, way_out in enumerate(ways)})  # a choice is known by its name
    names = {f"name_{nth}": name for nth, name in told.items()}
    losses = {f"loses_{nth}": way_out.loses for nth, way_out in enumerate(ways)}
    return {"codes": tuple(way_out.code for way_out in ways), **names, **losses}


def first_about(dilemma: Dilemma, readings: Readings, web: Web) -> str:
    """What a weighing is about until a person says so: a rule, a dilemma of people's own, "" in the others."""
    match dilemma:
        case Dilemma.RULES:
            return first_rule(readings, web)
        case Dilemma.OWN:
            return web.dilemmas[0].id if web.dilemmas else ""
    return ""


def first_rule(readings: Readings, web: Web) -> str:
    """The rule a weighing is about until a person says which: the strongest, else the first there is."""
    if readings.rules is not None:
        return readings.rules.strongest
    return web.rules[0].id if web.rules else ""
