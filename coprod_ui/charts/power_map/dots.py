"""A slide as PNG: a dot for each of its px, made without a browser, with its words inside it."""

from pathlib import Path
from struct import pack
from zlib import crc32

import matplotlib
import typst

from coprod_core import MADE_WITH
from coprod_ui.charts.power_map.picture import Slide

_AS_DOTS = Path(__file__).with_name("slide.typ")
_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
_HEAD = 33
"""Bytes: what a PNG begins with, before anything else may stand in it."""


def png(made: Slide, fine: float = 1.0) -> bytes:
    """The picture as dots, `fine` of them for each of its px. What it is called and what it shows travel along, as in
    the SVG.
    """
    drawn: bytes = typst.compile(
        str(_AS_DOTS),
        font_paths=[str(_FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"svg": made.drawing.svg, "wide": f"{made.drawing.width}", "high": f"{made.drawing.height}"},
        format="png",
        ppi=72.0 * fine,
    )
    said = {"Software": MADE_WITH, "Title": made.title, "Description": made.said}
    return drawn[:_HEAD] + b"".join(_text(name, text) for name, text in said.items()) + drawn[_HEAD:]


def _text(name: str, said: str) -> bytes:
    """A piece of text inside a PNG, in UTF-8 (its `iTXt`)."""
    held = b"iTXt" + name.encode() + b"\0\0\0\0\0" + said.encode()
    return pack(">I", len(held) - 4) + held + pack(">I", crc32(held))
