"""Which column of a table is what: its first rows, a choice per column, and by name what is not used.

What a person chose is kept in this window for the next table with the same heading.
"""

import zlib
from typing import get_args

import pandas as pd
import streamlit as st

from coprod_core.exchange.amounts import Decimal, is_ambiguous, number_in
from coprod_core.exchange.matching import (
    NOT_USED,
    NUMBERS,
    ROLES,
    Matching,
    best_sheet,
    guessed,
    has_commas,
    scale_is_asked,
)
from coprod_core.exchange.sheets import Book, Sheet
from coprod_core.exchange.tables import letters
from coprod_core.files.fault_text import printable
from coprod_ui.files import file_notes
from coprod_ui.meeting.drafts import Draft
from coprod_ui.words import literal, t

ROWS_SHOWN = 4
LONGEST_CELL = 60
_KEPT = "matchings"


def draw(draft: Draft, book: Book) -> Matching | None:
    """Asks what the columns of a file are; None where it holds no table."""
    sheet = _sheet(draft, book)
    if sheet is None:
        return None
    guess = guessed(sheet)
    if guess.ours:
        return guess  # it says itself what its columns are
    st.markdown(f"**{t('matching.heading')}**")
    _first_rows(sheet, guess)
    here = f"column_{zlib.crc32(repr((sheet.name, guess.titles)).encode())}"
    matching = _adjusted(draft, here, sheet, guess, _roles(draft, here, guess))
    _told(matching)
    _keep(matching, guess)
    return matching


def _sheet(draft: Draft, book: Book) -> Sheet | None:
    if len(book.sheets) < 2:
        return best_sheet(book)
    names = {name: printable(name, LONGEST_CELL) for name in book.sheets}
    best = best_sheet(book)
    chosen = draft.choice(st.selectbox, t("matching.sheet"), names, "sheet", best.name if best else None)
    return book.sheets[chosen]


def _first_rows(sheet: Sheet, guess: Matching) -> None:
    """The first rows under the heading, as they stand in the file."""
    rows = [row for row in sheet.rows[guess.heading :] if any(cell not in (None, "") for cell in row)][:ROWS_SHOWN]
    width = len(guess.titles)
    cells = [[_shown(row[at]) if at < len(row) else "" for at in range(width)] for row in rows]
    columns = [title if guess.titles.count(title) == 1 else f"{title} ({letters(at)})" for at, title in _titles(guess)]
    st.dataframe(
        pd.DataFrame(cells, columns=columns),
        hide_index=True,
        height="content",
        width="stretch",
        key=f"{sheet.name}_first_rows",
    )


def _titles(guess: Matching) -> list[tuple[int, str]]:
    """Each column's title for people, with where it stands."""
    return [
        (at, printable(title, LONGEST_CELL) if title else t("matching.empty", letter=letters(at)))
        for at, title in enumerate(guess.titles)
    ]


def _shown(cell: object) -> str:
    return "" if cell is None else printable(str(cell), LONGEST_CELL)


def _roles(draft: Draft, here: str, guess: Matching) -> list[str]:
    """A choice for each column, beginning with what was chosen before for this heading, or else the guess."""
    before = _kept().get(guess.titles)
    if before is not None:
        st.markdown(f":gray[{t('matching.remembered')}]")
    begin = guess.roles if before is None else before.roles
    words = {role: t(f"matching_roles.{role or 'none'}") for role in (NOT_USED, *ROLES)}
    chosen: list[str] = []
    for first in range(0, len(guess.titles), 2):
        for column, (at, title) in zip(st.columns(2), _titles(guess)[first : first + 2], strict=False):
            with column:
                role = draft.choice(st.selectbox, literal(title), words, f"{here}_{at}", begin[at], filter_mode=None)
                chosen.append(role)
    return chosen


def _adjusted(draft: Draft, here: str, sheet: Sheet, guess: Matching, roles: list[str]) -> Matching:
    """The matching with what only some tables need: what commas part, which sign is decimal, the top of the weights."""
    before = _kept().get(guess.titles, guess)
    found = guess.adjusted(roles, decimal=guess.decimal)
    commas, decimal, largest = False, guess.decimal, None
    if has_commas(sheet, found):
        commas = draft.field(st.toggle, t("matching.commas"), f"{here}_commas", before.commas)
    example = _ambiguous(sheet, found)
    if example and not decimal:
        signs = _readings(example)
        said = draft.field(
            st.segmented_control,
            t("matching.decimal", example=literal(example)),
            f"{here}_decimal",
            before.decimal or None,
            options=list(signs),
            format_func=signs.__getitem__,
        )
        decimal = said or ""
    if scale_is_asked(sheet, found):
        largest = draft.field(
            st.number_input,
            t("matching.scale"),
            f"{here}_scale",
            before.largest_weight,
            min_value=1.0,
            format="%g",
        )
    return guess.adjusted(roles, commas=commas, decimal=decimal, largest_weight=largest)


def _readings(example: str) -> dict[Decimal, str]:
    """What an ambiguous number says with either sign before its decimals, as the reader writes it."""
    said: dict[Decimal, str] = {}
    for decimal in get_args(Decimal):
        if decimal:
            said[decimal] = f"{number_in(example, '', decimal):.12g}".replace(".", t("numbers.decimal"))
    return said


def _ambiguous(sheet: Sheet, matching: Matching) -> str:
    """A number of the table that can be two, "" where there is none."""
    columns = [at for at, role in enumerate(matching.roles) if role in NUMBERS]
    cells = (row[at] for row in sheet.rows[matching.heading :] for at in columns if at < len(row))
    return next((cell.strip() for cell in cells if isinstance(cell, str) and is_ambiguous(cell)), "")


def _told(matching: Matching) -> None:
    """By name what is not used, and what is kept or asked and does not count."""
    unused = matching.not_used
    st.markdown(t("matching.not_used", names=file_notes.named(unused)) if unused else t("matching.all_used"))
    if matching.asked:
        st.markdown(t("matching.asked", names=file_notes.named(matching.asked)))
    if matching.kept:
        st.markdown(t("matching.kept", names=file_notes.named(matching.kept)))


# -- kept for the next table with the same heading ------------------------------------------------------------------


def _kept() -> dict[tuple[str, ...], Matching]:
    kept: dict[tuple[str, ...], Matching] = st.session_state.setdefault(_KEPT, {})
    return kept


def _keep(matching: Matching, guess: Matching) -> None:
    """Keeps what a person chose otherwise than we guessed."""
    if matching != guess:
        _kept()[guess.titles] = matching
