"""How a number came about, in words and tables with the web's own names and numbers.

Digits always, for somebody asked. Shares stand as percentages, so that the arithmetic can be followed.
"""

from collections.abc import Mapping, Sequence
from math import inf

import pandas as pd

from coprod_core.indicators.explanation import Explanation, Reading, Row, Step, Together, Unit
from coprod_core.indicators.explanation.steps import Name
from coprod_core.indicators.plans import WISH_PREFIX
from coprod_core.web.model import Actor, Interest, Option, Rule, Web
from coprod_ui.words import Words, literal, of_100

_WORDED = {"way": "roles_full", "lens": "lenses", "other_lens": "lenses"}
"""Where the words for a kind of id stand; those of the rest are the explanation's own."""

_ADDED = (Together.SUM, Together.PARTS)


def asked(code: str, words: Words) -> str:
    """The question a button asks about a reading."""
    return words("explain.of", reading=reading_name(code, words))


def reading_name(code: str, words: Words) -> str:
    """What a reading is called."""
    return words.choice("explain.name", code)


def plain_name(name: Name, web: Web, words: Words) -> str:
    """What a row is about, as plain text."""
    kind, id_ = name
    named: Mapping[str, Mapping[str, Actor | Interest | Option | Rule]] = {
        "actor": web.actor_by_id,
        "other_actor": web.actor_by_id,
        "interest": web.interest_by_id,
        "plan": web.option_by_id,
        "rule": web.rule_by_id,
    }
    if kind == "plan" and id_ not in web.option_by_id:
        return words("say_plans.wish", actor=web.actor_by_id[id_.removeprefix(WISH_PREFIX)].name)
    if kind in named:
        return named[kind][id_].name
    if kind == "level":
        return words.count(float(id_))
    return words.choice(_WORDED[kind], id_) if kind in _WORDED else words.choice("explain.item", id_)


def number(value: float, unit: Unit, words: Words) -> str:
    """A number in the way of its unit, with at most two decimals."""
    if unit == Unit.YES_NO:
        return words("explain.is_yes" if value else "explain.is_no")
    return f"{words.count(100 * value)}%" if unit == Unit.SHARE else words.count(value)


def step_lines(step: Step, web: Web, words: Words) -> list[str]:
    """The largest row worked out as an example."""
    row = max(step.rows, key=lambda row: abs(row.value))
    if len(row.amounts) == 1:
        return []
    written = step.kind.of_row.written([_bracketed(shown) for shown in _amounts(step, row, words)])
    value = number(row.value, step.kind.unit, words)
    names = _started(_names(row, web, words))
    if row.part is not None:
        part = number(row.part, Unit.SHARE, words)
        return [words("explain.row_part", names=names, formula=literal(written), value=value, part=part)]
    return [words("explain.row", names=names, formula=literal(written), value=value)]


def step_table(step: Step, most: int, web: Web, words: Words) -> pd.DataFrame:
    """The rows of a step as a table of Markdown: the `most` largest, and the rest together where they are added up."""
    kept = sorted(step.rows, key=lambda row: -abs(row.value))[:most]
    listed = [[_names(row, web, words), *_amounts(step, row, words), *_made(step, (row,), words)] for row in kept]
    rest = [row for row in step.rows if row not in kept]
    if rest:
        name = words("explain.rest" if step.kind.together in _ADDED else "explain.more", count=len(rest))
        made = _made(step, rest, words) if step.kind.together in _ADDED else [""]
        listed.append([name, *[""] * len(step.kind.columns), *made])
    heads = [words.choice("explain.column", column.code) for column in step.kind.columns]
    part = [words("explain.part")] if step.kind.together == Together.PARTS else []
    return pd.DataFrame(listed, columns=[words("explain.about"), *heads, words("explain.outcome"), *part])


def _made(step: Step, rows: Sequence[Row], words: Words) -> list[str]:
    """What rows make, added up, and their part of everything."""
    made = [number(sum(row.value for row in rows), step.kind.unit, words)]
    if step.kind.together == Together.PARTS:
        made.append(number(sum(row.part or 0.0 for row in rows), Unit.SHARE, words))
    return made


def together(step: Step, words: Words) -> str:
    """What the rows make together; nothing where each goes on by itself."""
    if step.result is None or (len(step.rows) == 1 and step.kind.together != Together.PARTS):
        return ""
    return words(f"explain.together_{step.kind.together}", number=number(step.result, step.kind.unit, words))


def so(one: Explanation, words: Words) -> str:
    """The reading itself, as the screens show it."""
    if not one.reading.kinds:
        return words("explain.counted_many_times")
    name = reading_name(one.reading.code, words)
    shown = number(one.value, one.reading.unit, words)
    if one.reading.unit == Unit.SHARE and one.value >= 0:
        return words("explain.so_shown", reading=_started(name), number=shown, shown=of_100(one.value))
    return words("explain.so", reading=_started(name), number=shown)


def about(reading: Reading, words: Words) -> list[str]:
    """What holds for a reading whatever the web: its range, when it is missing, and where it comes from."""
    said = []
    if reading.unit != Unit.YES_NO and reading.kinds:
        low = number(reading.low, reading.unit, words)
        if reading.high == inf:
            said.append(words("explain.from", low=low))
        else:
            said.append(words("explain.range", low=low, high=number(reading.high, reading.unit, words)))
    if reading.undefined:
        reasons = words.names([words.choice("explain.missing_if", reason) for reason in reading.undefined])
        said.append(words("explain.missing", reasons=reasons))
    sources = words.names(reading.sources)
    said.append(words("explain.own_after", sources=sources) if sources else words("explain.own"))
    return said


def _names(row: Row, web: Web, words: Words) -> str:
    return " · ".join(literal(plain_name(name, web, words)) for name in row.names)


def _amounts(step: Step, row: Row, words: Words) -> list[str]:
    return [number(amount, column.unit, words) for column, amount in zip(step.kind.columns, row.amounts, strict=True)]


def _bracketed(shown: str) -> str:
    return f"({shown})" if shown.startswith("-") else shown


def _started(text: str) -> str:
    return text[:1].upper() + text[1:]
