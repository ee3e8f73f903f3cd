"""The bill: per group who pays for what it chose, what they say, and to whom it says no."""

import streamlit as st

from coprod_core.workshop.roles import deciding
from coprod_core.workshop.values import Step
from coprod_ui.widgets.lines import listed
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import effects
from coprod_ui.workshop.session import Path, Session

PER_ROW = 2


def draw(now: Session, _step: Step) -> None:
    """Draws for each group who pays and what the cards say, then the question to whoever decides."""
    for first in range(0, len(now.paths), PER_ROW):
        row = now.paths[first : first + PER_ROW]
        for column, path in zip(st.columns(PER_ROW if len(now.paths) > 1 else 1), row, strict=False):
            with column.container(border=True, gap="xsmall", key=f"workshop_bill_{path.meeting}"):
                _one(now, path)
    decides = deciding(now.workshop.roles, now.workshop.web)
    name = f"**{literal(decides.name)}:** " if decides else ""
    st.markdown(f"{name}{t('bill.answers') if decides else t('bill.no_to')}")


def _one(now: Session, path: Path) -> None:
    words, found = current_words(), effects.bill(now, path)
    st.markdown(f"**{literal(path.name) or t('workshop.together')}**")
    listed(effects.bill_told(found, path, words))
    for card in effects.who_says(now, found):
        st.markdown(effects.line_of(card, words))
