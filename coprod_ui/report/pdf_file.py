"""The report as PDF/UA-1: tagged, made without a browser and without internet. Its looks stand in `report.typ`."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, assert_never

import matplotlib
import typst

from coprod_ui.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Notice,
    Paragraph,
    Table,
    WebPicture,
)
from coprod_ui.report.drawing import Progress, name_of, pictures
from coprod_ui.report.on_paper import as_svg

TEMPLATE = Path(__file__).with_name("report.typ")
FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
"""For signs that typst's own faces do not hold."""

_REGIONS = {"nl": "NL", "en": "GB"}
_NARROWEST = 8
"""The characters a column has room for at least, so that no word is broken more than it must."""


def pdf_file(document: Document, progress: Progress = lambda _: None) -> bytes:
    """The report as the bytes of a PDF/UA-1 file. Raises `typst.TypstError` where it could not be one."""
    images = pictures(document, as_svg, lambda part: progress(0.8 * part))
    report = {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "region": _REGIONS[document.language],
        "made": {"year": document.made.year, "month": document.made.month, "day": document.made.day},
        "opening": list(_blocks(document.opening, images)),
        "sections": [
            {"title": section.title, "blocks": list(_blocks(section.blocks, images))} for section in document.sections
        ],
    }
    progress(0.85)
    made: bytes = typst.compile(
        str(TEMPLATE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(report)},
        format="pdf",
        pdf_standards=["ua-1"],
    )
    progress(1.0)
    return made


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
                shape = {"caption": caption, "header": header, "rows": rows, "widths": _widths(block)}
                yield {"kind": "table", **shape}
            case Chart() | WebPicture():
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


def _widths(table: Table) -> list[float]:
    """How the columns share the page: by what they hold, long cells counting less than they are long."""
    columns = zip(table.header, *table.rows, strict=True)
    return [max(_NARROWEST, max(len(cell) for cell in column) ** 0.6) for column in columns]
