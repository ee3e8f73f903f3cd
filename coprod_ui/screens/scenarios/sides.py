"""The webs that stand side by side on What if."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from coprod_core.checked.errors import CoprodError
from coprod_core.store.values import Summary
from coprod_ui.meeting import current
from coprod_ui.sentences.names import shortened
from coprod_ui.sentences.what_stays import Compared
from coprod_ui.widgets import messages
from coprod_ui.words import t

LONGEST_SHOWN = 34
"""The longest name of a copy that is shown whole."""


@dataclass(frozen=True)
class Side(Compared):
    """The meeting now, or a copy of it."""

    id: str
    name: str
    is_now: bool


def name(summary: Summary) -> str:
    """What a web is called on What if: the meeting itself is the meeting now."""
    return summary.title if summary.forked_from else t("scenarios.now")


def sides(summaries: Sequence[Summary]) -> list[Side]:
    """The webs with their readings; one that cannot be read is told and left out. Equal names get a number."""
    found: list[Side] = []
    for summary in summaries:
        try:
            history = current.store().load(summary.id).history
        except CoprodError as error:
            st.warning(messages.sentence(error.code, error.params))
            continue
        called = _distinct(name(summary), [side.name for side in found])
        readings = current.readings_at(history)
        found.append(Side(history.web, readings, summary.id, called, not summary.forked_from))
    return found


def _distinct(called: str, taken: Sequence[str]) -> str:
    short, number = shortened(called, LONGEST_SHOWN), 2
    distinct = short
    while distinct in taken:
        distinct, number = f"{short} ({number})", number + 1
    return distinct
