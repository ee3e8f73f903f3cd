"""The drawing of What if: the meeting now and its copies in columns, with only what differs from now."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from coprod_core.comparing.webs import differences
from coprod_ui.charts import marks as signs
from coprod_ui.palette import PALETTE
from coprod_ui.screens.scenarios.sides import Side
from coprod_ui.sentences import marks as say_marks
from coprod_ui.sentences import scenarios as say_scenarios
from coprod_ui.sentences import what_if as say_what_if
from coprod_ui.sentences import what_stays as say_what_stays
from coprod_ui.sentences.what_if import Cell, Row
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

SHOWN_DIFFERENCES = 3
"""The most differences that a column names; of more it says how many."""

_WITH_AN_INVITATION = ("began", "did_not_begin")
"""What an invitation changes besides who sits there: told last."""

_HERE = "screens/scenarios"


def columns(now: Side, shown: Sequence[Side], words: Words, digits: bool, dark: bool) -> Markup:
    """The headline, what holds in all, and a column for each web shown: two to four, the meeting now among them or not.

    What differs is always what differs from the meeting now.
    """
    copies = [side for side in shown if not side.is_now]
    rows = say_what_if.rows(now, copies, words, digits)
    return _drawn(now, shown, rows, words, dark, first=True)


def more_columns(now: Side, shown: Sequence[Side], words: Words, digits: bool, dark: bool) -> Markup | None:
    """The same columns for what else differs from now, the tensions too; None where nothing does."""
    rows = say_what_if.more_rows(now, [side for side in shown if not side.is_now], words, digits)
    return _drawn(now, shown, rows, words, dark, first=False) if rows else None


def _drawn(now: Side, shown: Sequence[Side], rows: Sequence[Row], words: Words, dark: bool, *, first: bool) -> Markup:
    copies = [side for side in shown if not side.is_now]
    colours = PALETTE.dark if dark else PALETTE.light
    labels = ["", *([words("what_if.row.different")] if first else []), *(row.label for row in rows)]
    return filled(
        f"{_HERE}/columns.html",
        style=filled(f"{_HERE}/columns.css", chosen=colours["chosen"], columns=len(shown), rows=len(labels)),
        say=words,
        headline=say_what_stays.headline(now, copies, words) if first else None,
        stays=say_what_stays.stays([now, *copies], words) if first else None,
        labels=labels,
        columns=[
            _column(side, now, _cells(side, copies, rows), rows, words, dark, first=first, beside=now in shown)
            for side in shown
        ],
    )


def _cells(side: Side, copies: Sequence[Side], rows: Sequence[Row]) -> list[Cell]:
    if side.is_now:
        return [row.now for row in rows]
    place = next(place for place, copy in enumerate(copies) if copy.id == side.id)
    return [row.copies[place] for row in rows]


def _column(
    side: Side,
    now: Side,
    cells: Sequence[Cell],
    rows: Sequence[Row],
    words: Words,
    dark: bool,
    *,
    first: bool,
    beside: bool,
) -> Mapping[str, object]:
    shown = [_cell(row, cell, side.is_now, beside, words, dark) for row, cell in zip(rows, cells, strict=True)]
    return {
        "name": words("what_if.now") if side.is_now else side.name,
        "is_now": side.is_now,
        "changes": _changes(now, side, words) if first else None,
        "cells": shown,
        "rest_as_now": any(cell["same"] for cell in shown),
    }


def _changes(now: Side, side: Side, words: Words) -> list[str]:
    """What differs in a copy; nothing for the meeting itself."""
    if side.is_now:
        return []
    ordered = sorted(differences(now.web, side.web), key=lambda each: each.code in _WITH_AN_INVITATION)
    found = [say_scenarios.difference(each, now.web, side.web, words) for each in ordered]
    if not found:
        return [words("say_different.nothing")]
    more = len(found) - SHOWN_DIFFERENCES
    return [*found[:SHOWN_DIFFERENCES], *([words("say_different.more", count=more)] if more > 0 else [])]


def _cell(row: Row, cell: Cell, is_now: bool, beside_now: bool, words: Words, dark: bool) -> Mapping[str, object]:
    """`beside`: the marks stand line by line beside those of now, which name the parties for who sees them."""
    return {
        "label": row.label,
        "same": not is_now and cell.key == row.now.key,
        "differs": not is_now and cell.key != row.now.key,
        "sign": "" if cell.open is None else signs.share(cell.open, dark),
        "lines": cell.lines,
        "beside": not is_now and beside_now and [name for name, _ in cell.marks] == [name for name, _ in row.now.marks],
        "marks": [(name, signs.sign(mark, dark), say_marks.mark_word(mark, words)) for name, mark in cell.marks],
    }
