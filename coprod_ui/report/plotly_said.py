"""Plotly's ways of saying a colour, a text and a weight, read for paper."""

import html
import re
from typing import Any

from matplotlib.colors import to_rgba


def nth_of(value: Any, nth: int) -> Any:
    """What the nth part of a trace has: its own, or the one thing all have."""
    return value if isinstance(value, str) or value is None else value[nth]


_RGBA = re.compile(r"rgba?\(([^)]*)\)")


def color_of(color: str) -> tuple[float, float, float, float]:
    """A colour as red, green, blue and opacity, 0..1. Raises `ValueError` for what is no colour."""
    found = _RGBA.fullmatch(color)
    if not found:
        return to_rgba(color)
    red, green, blue, *opacity = (float(part) for part in found[1].split(","))
    return red / 255, green / 255, blue / 255, opacity[0] if opacity else 1.0


def plain(text: str) -> str:
    """Plotly reads a little HTML; here it is text again."""
    return html.unescape(re.sub(r"</?b>", "", text.replace("<br>", "\n")))


def weight_of(text: str) -> str:
    """Bold for a text that is bold as a whole."""
    return "bold" if text.startswith("<b>") and text.endswith("</b>") and text.count("<b>") == 1 else "normal"
