"""The report as PDF/UA-1 and PDF/A-3a: tagged, with what it was computed from inside it, made without a browser and
without internet. Its looks stand in `report.typ`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, assert_never

import matplotlib
import typst

from coprod_core import MADE_WITH
from coprod_ui.palette import PALETTE
from coprod_ui.report.attachments import READINGS
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
    widths,
)
from coprod_ui.report.drawing import SVG, Progress, name_of, pictures
from coprod_ui.report.letters import WITHOUT_LETTER
from coprod_ui.words.about import about

TEMPLATE = Path(__file__).with_name("report.typ")
FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
"""For signs that typst's own faces do not hold."""
_OWN_SIGNS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Signs that say something in one face alone, as Word's round bullet does: PDF/A-3a refuses a text that holds them."""


def pdf_file(document: Document, progress: Progress = lambda _: None, *, alone: bool = False) -> bytes:
    """The report as the bytes of a PDF/UA-1 and A-3a file. `alone`: with nothing inside it, and A-2a.

    Raises `typst.TypstError` where it could not be one.
    """
    images = pictures(document, SVG, lambda part: progress(0.8 * part))
    report = {
        "title": document.title,
        "subtitle": document.subtitle,
        "made_with": MADE_WITH,
        "language": document.language,
        "region": about(document.language).region,
        "made": {"year": document.made.year, "month": document.made.month, "day": document.made.day},
        "page_one": list(_blocks(document.page_one, images)),
        "opening": list(_blocks(document.opening, images)),
        "sections": [
            {"title": section.title, "blocks": list(_blocks(section.blocks, images))} for section in document.sections
        ],
    }
    inside = {} if alone else document.attachments
    progress(0.85)
    made: bytes = typst.compile(
        str(TEMPLATE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={
            "report": _OWN_SIGNS.sub(WITHOUT_LETTER, json.dumps(report, ensure_ascii=False)),
            "attachments": json.dumps([_attached(name, held) for name, held in inside.items()]),
            "colours": json.dumps(dict(PALETTE.paper)),
        },
        format="pdf",
        pdf_standards=["ua-1", "a-2a" if alone else "a-3a"],
    )
    progress(1.0)
    return made


def _attached(name: str, held: bytes) -> dict[str, str]:
    """A file inside the PDF: the readings are data, a web is what the report was made from."""
    return {"name": name, "held": held.decode(), "relationship": "data" if name == READINGS else "source"}


def _blocks(blocks: Iterable[Block], images: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    for block in blocks:
        match block:
            case Heading(text, level):
                yield {"kind": "heading", "text": text, "level": level}
            case Paragraph(runs):
                yield {"kind": "paragraph", "runs": _pieces(runs)}
            case Notice(runs):
                yield {"kind": "notice", "runs": _pieces(runs)}
            case Bullets(items):
                yield {"kind": "bullets", "items": [_pieces(runs) for runs in items]}
            case Table(caption, header, rows):
                shape = {"caption": caption, "header": header, "rows": rows, "widths": widths(block)}
                yield {"kind": "table", **shape}
            case Chart() | WebPicture() | MapPicture():
                yield {
                    "kind": "picture",
                    "caption": block.caption,
                    "alt": block.alt,
                    "svg": images[name_of(block)],
                }
            case _:
                assert_never(block)


def _pieces(runs: Any) -> list[dict[str, Any]]:
    return [{"text": run.text, "strong": run.strong, "emphasis": run.emphasis} for run in runs]
