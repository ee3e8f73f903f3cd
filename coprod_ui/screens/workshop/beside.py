"""Comparing on the trainer's screen: the groups in a table, then what all share and what depends on the choice."""

import streamlit as st

from coprod_core.workshop.values import Step
from coprod_ui.words import current_words, t
from coprod_ui.workshop import comparing
from coprod_ui.workshop.session import Session


def draw(now: Session, _step: Step) -> None:
    """Draws a row for each group; of more than one also what is the same."""
    words = current_words()
    heads, rows = comparing.table(now, words)
    lines = [
        [t("compared.group"), *heads],
        ["---"] * (len(heads) + 1),
        *([f"**{name}**", *said] for name, said in rows),
    ]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))
    if len(now.paths) > 1:
        for column, heading, said in zip(st.columns(2), ("holds", "depends"), comparing.found(now, words), strict=True):
            column.markdown(f"**{t(f'scenarios.{heading}')}**\n\n" + ("\n".join(f"- {line}" for line in said) or "–"))
        st.page_link(
            st.session_state["pages"]["scenarios"], label=t("workshop.to_scenarios"), icon=":material/alt_route:"
        )
