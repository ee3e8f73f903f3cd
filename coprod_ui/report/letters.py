"""People's words in a drawing on paper: none of it is read as a formula, and a sign without a letter is a square."""

import unicodedata
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text

WITHOUT_LETTER = "□"
"""Stands for a sign that our face does not have, such as a picture of a person."""

_JOINS = ("Cf", "Mn")
"""What has no width of its own, such as what joins two signs to one."""


def literal_text(text: Text) -> Text:
    """The same text as the letters that can be drawn of it, and nothing in it read as a formula."""
    text.set_parse_math(False)
    text.set_text("".join(_drawn(sign) for sign in text.get_text()))
    return text


def _drawn(sign: str) -> str:
    if sign == "\n" or ord(sign) in _letters():
        return sign
    return "" if unicodedata.category(sign) in _JOINS else WITHOUT_LETTER


@cache
def _letters() -> frozenset[int]:
    """The signs that our face has in both its weights."""
    faces = (get_font(findfont(FontProperties(weight=weight))) for weight in ("normal", "bold"))
    return frozenset.intersection(*(frozenset(face.get_charmap()) for face in faces))
