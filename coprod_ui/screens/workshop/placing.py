"""Placing: each group says for itself where the parties stand; then all see where they differ, then the web."""

from functools import partial

import streamlit as st

from coprod_core.workshop.values import Place, Step
from coprod_ui.meeting import current
from coprod_ui.screens.workshop import groups
from coprod_ui.widgets import controls
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, current_words, literal, t
from coprod_ui.words.told_apart import told_apart
from coprod_ui.workshop import placing, session
from coprod_ui.workshop.session import Path, Session

PER_ROW = 2


def draw(now: Session, step: Step) -> None:
    """Draws one group's choices at a time, so that no group sees those of another before all are told."""
    assert isinstance(step, Place)
    words = current_words()
    st.markdown(f"**{placing.asked(now, step, words)}**")
    if now.may_split:
        groups.draw(now)
    if placing.is_ours_told(now, step):
        _told(now, step, words)
        return
    if step.id in now.running.told:
        _told(now, step, words)
        with st.expander(t("place_ask.change")):
            _choices(now, step, words)
        return
    _choices(now, step, words)


# -- placing --------------------------------------------------------------------------------------------------------


def _choices(now: Session, step: Place, words: Words) -> None:
    path, cells = _whose(now, step), {"": t("place_ask.not_placed"), **placing.cell_words(step, words)}
    placed = now.running.placed.get(step.id, {}).get(path.meeting, {})
    named = list(told_apart(placing.parties(now, step)).items())
    for row in range(0, len(named), PER_ROW):
        for column, (party, name) in zip(st.columns(PER_ROW), named[row : row + PER_ROW], strict=False):
            with column:
                controls.shown(
                    st.selectbox,
                    literal(name),
                    placed.get(party, ""),
                    partial(_place, now.meeting, step.id, path.meeting, party),
                    key=f"workshop_place_{step.id}_{path.meeting}_{party}",
                    options=list(cells),
                    format_func=lambda cell: cells.get(cell, ""),
                    filter_mode=None,
                )


def _whose(now: Session, step: Place) -> Path:
    """Which group is placing; a choice where there are more."""
    if len(now.paths) == 1:
        return now.paths[0]
    names = told_apart({path.meeting: path.name for path in now.paths})
    chosen = controls.one_of(t("place_ask.whose"), names, key=f"workshop_placing_{step.id}")
    return next(path for path in now.paths if path.meeting == chosen)


def _place(meeting: str, step: str, group: str, party: str, cell: str) -> None:
    current.attempt(lambda: session.place(meeting, step, group, party, cell))


# -- what was placed ------------------------------------------------------------------------------------------------


def _told(now: Session, step: Place, words: Words) -> None:
    found = placing.told(now, step, words)
    if found.differing:
        st.markdown(f"##### {t('place_told.differ')}")
        listed(_line(one) for one in found.differing)
    if found.shared:
        st.markdown(f"##### {t('place_told.shared' if found.differing else 'place_told.all')}")
        listed(f"{cell}: {words.names([f'*{literal(name)}*' for name in names])}" for cell, names in found.shared)
    if found.not_known:
        st.markdown(t("place_told.not_known", names=words.names([f"*{literal(name)}*" for name in found.not_known])))
    if not found.differing and not found.shared:
        st.markdown(t("place_told.nothing"))


def _line(one: placing.Differing) -> str:
    cells = [f"{cell}: {', '.join(map(literal, groups))}" for cell, groups in one.cells.items() if groups]
    web = [t("place_told.web", cell=one.web)] if one.web else []
    return f"**{literal(one.name)}**: {' · '.join([*cells, *web])}"
