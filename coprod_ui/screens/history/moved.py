"""Who moved on the power map between the chosen moment and another one."""

import streamlit as st

from coprod_core.comparing.on_map import in_one_only, moves
from coprod_core.indicators.overview import Readings
from coprod_ui.meeting import current
from coprod_ui.meeting.timeline import Timeline
from coprod_ui.sentences.map_moves import who_moved
from coprod_ui.widgets.lines import listed
from coprod_ui.words import current_words, literal, t


def draw(line: Timeline, seq: int) -> None:
    """Draws the question, folded: it is answered for who opens it."""
    with st.expander(t("moved.heading"), key="moved", on_change="rerun") as opened:
        if opened.open:
            _compared(line, seq)


def _compared(line: Timeline, seq: int) -> None:
    others = [at for at in _moments(line) if at != seq]
    other = st.selectbox(
        t("moved.with"), others, format_func=lambda at: _named(line, at), key=f"moved_with_{seq}", width=420
    )
    first, last = sorted((seq, other))
    before, after = (current.readings_of(line.steps[at - 1].now.web) for at in (first, last))
    st.markdown(t("moved.between", first=_named(line, first), last=_named(line, last)))
    with st.container(key="moved_told", gap="xsmall"):
        _told(before, after)


def _told(before: Readings, after: Readings) -> None:
    words, web = current_words(), after.weights.web
    found, noted = (who_moved(moves(before, after, noted=each), web, words) for each in (False, True))
    if found:
        listed(found)
    elif not noted:
        st.markdown(t("moved.nobody"))
    alone = in_one_only(before, after)
    if alone:
        st.markdown(words.plural("moved.alone", alone))
    if noted and st.toggle(t("moved.noted"), key="moved_noted"):
        listed(noted)


def _moments(line: Timeline) -> list[int]:
    """Now, the moments that have a name, and the beginning."""
    return list(dict.fromkeys([len(line.steps), *line.bookmarks, 1]))


def _named(line: Timeline, seq: int) -> str:
    name = line.bookmarks.get(seq)
    if name is not None:
        return literal(name)
    if seq == len(line.steps):
        return t("moved.now")
    return t("moved.begin") if seq == 1 else t("moved.step", seq=seq)
