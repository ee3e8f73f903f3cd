"""The report on screen, before it goes into a file."""

from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never

import streamlit as st

from coprod_ui.charts.shared import CONFIG
from coprod_ui.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    MapPicture,
    Notice,
    Paragraph,
    Table,
    WebPicture,
)
from coprod_ui.widgets.lines import listed
from coprod_ui.words import literal, words
from coprod_ui.words.plain_text import Runs
from coprod_ui.words.templates import macro


def preview(document: Document) -> None:
    """Draws a report as its files will hold it."""
    st.markdown(f"### {literal(document.title)}")
    st.markdown(literal(document.subtitle))
    with st.container(border=True, key="page_one"):
        _draw("page_one", document.page_one, document.language)
    _draw("opening", document.opening, document.language)
    for section in document.sections:
        st.markdown(f"#### {literal(section.title)}")
        _draw(section.name, section.blocks, document.language)


def _draw(name: str, blocks: Iterable[Block], language: str) -> None:
    for nth, block in enumerate(blocks):
        match block:
            case Heading(text, _):
                st.markdown(f"##### {literal(text)}")
            case Paragraph(runs):
                st.markdown(_line(runs))
            case Notice(runs):
                st.info(_line(runs))
            case Bullets(items):
                listed(_line(runs) for runs in items)
            case Table():
                _table(block)
            case Chart():
                st.markdown(f"**{literal(block.caption)}**")
                st.plotly_chart(block.drawn, key=f"report_{name}_{nth}", config=CONFIG, alt=block.alt)
            case WebPicture():
                _web(block, language)
            case MapPicture():
                st.markdown(f"**{literal(block.caption)}**")
                st.image(block.drawn.drawing.svg, width="stretch", alt=block.alt)
            case _:
                assert_never(block)


def _line(runs: Runs) -> str:
    return "".join(_run(_literal(run.text), run.strong, run.emphasis) for run in runs)


def _literal(text: str) -> str:
    """A piece of a line as Markdown, the spaces at its ends kept."""
    inside = literal(text)
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{inside}{after}" if inside else " "


def _run(text: str, strong: bool, emphasis: bool) -> str:
    marks = ("**" if strong else "") + ("*" if emphasis else "")
    if not marks or not text.strip():
        return text
    before, after = (" " if text.startswith(" ") else ""), (" " if text.endswith(" ") else "")
    return f"{before}{marks}{text.strip()}{marks[::-1]}{after}"


def _table(block: Table) -> None:
    # one element: of a table of the framework each cell is one, and a report has hundreds
    st.html(macro("report/blocks.html", "table")(block.caption, block.header, block.rows))


def _web(block: WebPicture, language: str) -> None:
    st.markdown(f"**{literal(block.caption)}**")
    st.image(_drawn(block, language), width="stretch", alt=block.alt)


@lru_cache(maxsize=16)
def _drawn(block: WebPicture, language: str) -> str:
    # matplotlib takes long to load, and no other screen needs it
    from coprod_ui.report.drawing import drawn
    from coprod_ui.report.on_paper import as_svg

    return drawn(block, as_svg, words(language))
