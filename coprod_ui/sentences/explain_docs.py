"""Writes what the explanations say into docs/indicators.md: `python -m coprod_ui.sentences.explain_docs`.

The page has a mark where each chapter's readings go, and one where the steps go; all between marks is written anew.
"""

import re
from collections.abc import Iterable
from math import inf

from coprod_core import places
from coprod_core.indicators.explanation import KINDS, READINGS, Kind, Reading, Together
from coprod_ui.sentences import explained
from coprod_ui.words import Words, words

PAGE = places.shipped("docs", "indicators.md")
STEPS = "steps"

_BLOCK = re.compile(r"(<!-- explained: (\w+) -->\n).*?(<!-- explained -->)", re.DOTALL)
_THEN = {
    Together.SUM: "added up",
    Together.PRODUCT: "multiplied",
    Together.LARGEST: "the largest",
    Together.LEAST: "the least",
    Together.PARTS: "each as a part of their sum",
    Together.EACH: "each goes on by itself",
}


def written(page: str) -> str:
    """The page with what the explanations say now."""
    return _BLOCK.sub(lambda found: f"{found[1]}\n{_block(found[2])}\n{found[3]}", page)


def _block(chapter: str) -> str:
    of = words("en")
    if chapter == STEPS:
        return _table(
            ("step", "ingredients and what they make", "then", "on the way to"),
            (_step(kind, of) for kind in KINDS.values()),
        )
    readings = [reading for reading in READINGS.values() if reading.chapter == chapter]
    return _table(
        ("reading", "formula", "range", "what it says", "missing when", "idea after"),
        (_reading(reading, of) for reading in readings),
    )


def _reading(reading: Reading, of: Words) -> tuple[str, ...]:
    name = f"{explained.reading_name(reading.code, of)} (`{reading.code}`)"
    missing = "; ".join(of.choice("explain.missing_if", reason) for reason in reading.undefined)
    span = f"{reading.low:g}.." if reading.high == inf else f"{reading.low:g}..{reading.high:g}"
    span = span if reading.kinds else ""
    said = of.choice("explain.says", reading.code)
    return name, f"`{reading.formula}`", span, said, missing, "; ".join(reading.sources)


def _step(kind: Kind, of: Words) -> tuple[str, ...]:
    names = [of.choice("explain.column", column.code) for column in kind.columns]
    leads_to = ", ".join(f"`{code}`" for code, reading in READINGS.items() if kind in reading.kinds)
    return of.choice("explain.step", kind.code), f"`{kind.of_row.written(names)}`", _THEN[kind.together], leads_to


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
