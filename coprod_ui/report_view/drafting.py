"""A weighing that is being written and is not on record yet. It stays while a person looks at other screens."""

from typing import Any

import streamlit as st

from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_core.weighing import Dilemma, WayOut, Weighing
from coprod_ui import current, way
from coprod_ui.report.small_groups import without_small_groups
from coprod_ui.sentences.weighings import ways_considered
from coprod_ui.words import current_words

TAB = "report_part"
_DRAFT = "weighing_draft"

Draft = dict[str, Any]
"""`meeting` it belongs to; `at`: the place in the log of the weighing it puts in other words, None for a new one;
`dilemma`, `rule`, `ways` (name, what it loses, code); the other words; and `version`, which tells its widgets apart.
"""


def draft() -> Draft | None:
    """The weighing that is being written in this window, None when none is."""
    found: Draft | None = st.session_state.get(_DRAFT)
    return found if found is not None and found["meeting"] == current.meeting_id() else None


def begin(dilemma: Dilemma, rule: str, readings: Readings, web: Web, digits: bool) -> None:
    """Starts a weighing of a dilemma, its ways out filled in from the readings of this moment."""
    _keep({"at": None, "dilemma": dilemma, "rule": rule, **_offered(dilemma, rule, readings, web, digits)})


def begin_on_report(dilemma: Dilemma, rule: str, readings: Readings, web: Web, digits: bool) -> None:
    """The same from another screen: from here on the person is on Report."""
    begin(dilemma, rule, readings, web, digits)
    st.session_state[TAB] = "weighings"
    way.go("report")


def revise(at: int, weighing: Weighing) -> None:
    """Takes a weighing on record up again, to put it in other words."""
    _keep(
        {
            "at": at,
            "dilemma": weighing.dilemma,
            "rule": weighing.rule,
            "ways": [(way_out.name, way_out.loses, way_out.code) for way_out in weighing.ways],
            "chosen": weighing.chosen,
            "why": weighing.why,
            "by": weighing.by,
            "for_losers": weighing.for_losers,
            "again": weighing.again,
        }
    )


def about(dilemma: Dilemma, rule: str, readings: Readings, web: Web, digits: bool) -> None:
    """Makes the weighing about another dilemma or rule: other ways out, and nothing chosen yet."""
    held = draft()
    if held is not None:
        _keep({**held, "dilemma": dilemma, "rule": rule, **_offered(dilemma, rule, readings, web, digits)})


def add_way() -> None:
    """Adds a way out of the group's own."""
    held = draft()
    if held is not None:
        held["ways"].append(("", "", ""))


def drop() -> None:
    """Forgets the weighing that was being written."""
    st.session_state.pop(_DRAFT, None)


def _offered(dilemma: Dilemma, rule: str, readings: Readings, web: Web, digits: bool) -> Draft:
    words = current_words()
    # a record may become public, so no small group is named in what is filled in
    ways: tuple[WayOut, ...] = ways_considered(dilemma, rule, readings, without_small_groups(web, words), words, digits)
    return {"ways": [(way_out.name, way_out.loses, way_out.code) for way_out in ways], "chosen": None}


def _keep(held: Draft) -> None:
    before = st.session_state.get(_DRAFT, {"version": 0})
    empty = {"why": "", "by": "", "for_losers": "", "again": ""}
    version = before["version"] + 1
    st.session_state[_DRAFT] = {**empty, **held, "meeting": current.meeting_id(), "version": version}


def first_rule(readings: Readings, web: Web) -> str:
    """The rule a weighing is about until a person says which: the strongest, else the first there is."""
    if readings.rules is not None:
        return readings.rules.strongest
    return web.rules[0].id if web.rules else ""
