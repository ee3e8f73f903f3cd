"""Comparing: the groups' paths side by side, what each chose and where that led."""

import streamlit as st

from coprod_core.comparing.conclusions import conclusions
from coprod_core.workshop.values import Step
from coprod_ui.charts import small as pictures
from coprod_ui.sentences import scenarios as say_scenarios
from coprod_ui.sentences.strip import strip_gap
from coprod_ui.widgets.lines import listed
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import Words, current_words, literal, t
from coprod_ui.workshop.session import Path, Session

PER_ROW = 3


def draw(now: Session, _step: Step) -> None:
    """Draws a column for each path, then what holds in all of them and what depends on the choice."""
    words = current_words()
    for first in range(0, len(now.paths), PER_ROW):
        row = now.paths[first : first + PER_ROW]
        for column, path in zip(st.columns(PER_ROW if len(now.paths) > 1 else 1), row, strict=False):
            with column.container(border=True, key=f"workshop_path_{path.meeting}"):
                _path(now, path, words)
    if len(now.paths) > 1:
        for column, heading, lines in zip(st.columns(2), ("holds", "depends"), found(now, words), strict=True):
            column.markdown(f"**{t(f'scenarios.{heading}')}**\n\n" + ("\n".join(f"- {line}" for line in lines) or "–"))
        st.page_link(
            st.session_state["pages"]["scenarios"], label=t("workshop.to_scenarios"), icon=":material/alt_route:"
        )


def _path(now: Session, path: Path, words: Words) -> None:
    digits, dark = st.session_state["digits_workshop"], is_dark()
    st.markdown(f"**{literal(path.name) or t('workshop.together')}**")
    listed(chosen(now, path, words))
    st.html(pictures.gap(path.readings, words, digits, dark))
    st.markdown(strip_gap(path.readings, path.web, words))


def chosen(now: Session, path: Path, words: Words) -> list[str]:
    """What a group chose in each step, in its own words."""
    ways = [path.chose(step) for step in now.choices]
    return [literal(way.text) if way else words("workshop.not_chosen") for way in ways]


def found(now: Session, words: Words) -> tuple[list[str], list[str]]:
    """What holds in every path, and what depends on the choice, in sentences."""
    asked = [each for each in conclusions([path.readings for path in now.paths]) if not each.about]
    webs = {path.name: path.web for path in now.paths}
    same = [say_scenarios.holds(each, list(webs.values()), words) for each in asked]
    other = [say_scenarios.depends(each, webs, words) for each in asked]
    return [line for line in same if line], [line for line in other if line]
