"""How wide words are, measured with the widest face they may be drawn in, so that in any other they fit too."""

import unicodedata
from functools import cache

FAMILY = "Arial, Helvetica, Liberation Sans, DejaVu Sans, sans-serif"
"""Faces that are about as wide or less; a picture as dots is drawn in the last of them."""

LEAST = 18
"""px: no letter on a slide of 1920 x 1080 is smaller."""

_OF = 100
_UNKNOWN = 1.0
"""How wide a sign is taken to be that our face does not have, in ems."""


def width(said: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is, in px."""
    return size * sum(_advance(sign, bold) for sign in said)


@cache
def _advance(sign: str, bold: bool) -> float:
    if unicodedata.category(sign) in ("Cf", "Mn"):
        return 0.0
    # takes long to load, and a screen only needs it once something is drawn
    from matplotlib.font_manager import FontProperties, findfont, get_font
    from matplotlib.ft2font import LoadFlags

    face = get_font(findfont(FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")))
    if ord(sign) not in face.get_charmap():
        return _UNKNOWN
    face.set_size(_OF, 72)
    advance: float = face.load_char(ord(sign), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536
    return advance / _OF


def wrapped(said: str, wide: float, size: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """Text on at most so many lines; what has no room gives way to …, and a word that is too long is broken."""
    lines = _lines(said, wide, size, bold)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], cut(f"{lines[most - 1]} {lines[most]}…", wide, size, bold))


def cut(said: str, wide: float, size: float, bold: bool = False) -> str:
    """Text on one line, with … where it has no room."""
    if width(said, size, bold) <= wide:
        return said
    said = said.rstrip("…")
    while said and width(f"{said}…", size, bold) > wide:
        said = said[:-1]
    return f"{said.rstrip()}…"


def _lines(said: str, wide: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in said.split():
        for nth, piece in enumerate(_pieces(word, wide, size, bold)):
            longer = f"{line} {piece}" if line else piece
            if line and (nth or width(longer, size, bold) > wide):
                lines.append(line)
                line = piece
            else:
                line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, wide: float, size: float, bold: bool) -> list[str]:
    """A word in parts that each have room."""
    if width(word, size, bold) <= wide:
        return [word]
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(f"{pieces[-1]}{sign}-", size, bold) > wide:
            pieces.append("")
        pieces[-1] += sign
    return [*(f"{piece}-" for piece in pieces[:-1]), pieces[-1]]
