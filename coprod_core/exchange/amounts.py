"""Numbers as people write them in tables: with a comma or a point before decimals, and marks between thousands.

`1.250` is twelve hundred and fifty in Dutch and one and a quarter in English. Which it is, is never guessed: other
numbers of the same table show it, or a person says it, or the number is refused with its place.
"""

import math
import re
from collections.abc import Iterable
from typing import Literal

from coprod_core.exchange.limits import refused

Decimal = Literal["", ".", ","]
"""The sign before decimals; "" = nobody has said."""

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_ONE_MARK = re.compile(r"([-+]?\d*)([.,])(\d*)")
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_LONGEST = 400


def decimal_in(texts: Iterable[str]) -> Decimal:
    """The sign before decimals that the numbers of a table show; "" where none shows it, or they do not agree."""
    shown: set[Decimal] = {sign for text in texts if (sign := _shown_by(_spaced(text)))}
    return shown.pop() if len(shown) == 1 else ""


def _shown_by(text: str) -> Decimal:
    if "." in text and "," in text:
        return "." if text.rfind(".") > text.rfind(",") else ","
    found = _ONE_MARK.fullmatch(text)
    if found is None or (_THOUSANDS.fullmatch(text) and len(found[3]) == 3):
        return ""
    return "," if found[2] == "," else "."


def number_in(text: str, place: str, decimal: Decimal = "", low: float = -math.inf, high: float = math.inf) -> float:
    """The number a text says. `low` and `high`: what it can be, which tells some readings apart.

    Raises `FileError`: `not_a_number`, or `ambiguous_number` where it could be two.
    """
    plain = _spaced(text.strip())
    one, other = _readings(plain, decimal)
    number = _float(one)
    if number is None:
        raise refused("not_a_number", place, value=text)
    if other is not None:
        fitting = [value for value in (number, _float(other)) if value is not None and low <= value <= high]
        if len(fitting) > 1:
            raise refused("ambiguous_number", place, value=text, one=_said(fitting[0]), other=_said(fitting[1]))
        number = fitting[0] if fitting else number
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def is_ambiguous(text: str) -> bool:
    """Whether a text by itself could be two numbers."""
    return _readings(_spaced(text.strip()), "")[1] is not None


def _spaced(text: str) -> str:
    return _SPACES.sub("", text.strip())


def _readings(text: str, decimal: Decimal) -> tuple[str, str | None]:
    """The text as a computer writes the number, and the other number that it could be as well."""
    points, commas = text.count("."), text.count(",")
    if points and commas:
        mark, thousands = (".", ",") if text.rfind(".") > text.rfind(",") else (",", ".")
        whole = text.partition(mark)[0]
        if text.count(mark) > 1 or not _THOUSANDS.fullmatch(whole):
            return "", None
        return text.replace(thousands, "").replace(mark, "."), None
    if points + commas == 0 or not _THOUSANDS.fullmatch(text):
        return text.replace(",", ".") if commas == 1 else text, None
    as_thousands, as_decimal = re.sub("[.,]", "", text), text.replace(",", ".")
    if points + commas > 1:
        return as_thousands, None
    if decimal:
        return (as_decimal if decimal in text else as_thousands), None
    return as_thousands, as_decimal


def _float(text: str) -> float | None:
    try:
        return float(text) if text and len(text) < _LONGEST else None
    except ValueError:
        return None


def _said(number: float) -> str:
    return f"{number:.15g}"
