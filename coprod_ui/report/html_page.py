"""The report as one page that stands alone: the web moves in it, pictures are SVG, nothing comes from elsewhere."""

import base64
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import assert_never

from markupsafe import Markup

from coprod_ui.palette import css
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
)
from coprod_ui.report.drawing import SVG, Progress, drawn, name_of, pictures
from coprod_ui.report.on_paper import as_svg
from coprod_ui.report.web_in_page import HEIGHT, network_data, vis_script
from coprod_ui.words import Words, words
from coprod_ui.words.templates import filled, macro

LARGEST_WITH_WEB = 1_800_000
"""A page of more bytes than this holds the web as a picture, which takes less than what makes it move."""

Images = Mapping[str, str]
"""Pictures as SVG by the name of their block; a web that is not among them moves."""


@cache
def _colours() -> str:
    return css.variables((files(__package__) / "report.html").read_text("utf-8"))


def html_page(document: Document, progress: Progress = lambda _: None) -> bytes:
    """The report as the bytes of an HTML page, UTF-8."""
    images = pictures(document, SVG, lambda part: progress(0.8 * part), kinds=(Chart, MapPicture))
    page = _page(document, images)
    if len(page) > LARGEST_WITH_WEB:
        say = words(document.language)
        webs = {name_of(web): drawn(web, as_svg, say) for web in document.blocks() if isinstance(web, WebPicture)}
        page = _page(document, {**images, **webs})
    progress(1.0)
    return page


def _page(document: Document, images: Images) -> bytes:
    say = words(document.language)
    moves = any(isinstance(block, WebPicture) and name_of(block) not in images for block in document.blocks())
    page = filled(
        "report/report.html",
        language=document.language,
        title=document.title,
        subtitle=document.subtitle,
        contents=say("report.contents"),
        page_one=_blocks(document.page_one, say, images),
        opening=_blocks(document.opening, say, images),
        sections=[
            {"name": section.name, "title": section.title, "blocks": _blocks(section.blocks, say, images)}
            for section in document.sections
        ],
        colours=Markup(_colours()),
        height=HEIGHT,
        vis=Markup(vis_script()) if moves else "",
    )
    return page.encode()


def _blocks(blocks: Iterable[Block], say: Words, images: Images) -> list[Markup]:
    return [_block(block, say, images) for block in blocks]


def _block(block: Block, say: Words, images: Images) -> Markup:
    match block:
        case Heading(text, level):
            return _part("heading", text, level + 1)
        case Paragraph(runs):
            return _part("paragraph", runs)
        case Notice(runs):
            return _part("notice", runs)
        case Bullets(items):
            return _part("bullets", items)
        case Table(caption, header, rows):
            return _part("table", caption, header, rows)
        case Chart() | WebPicture() | MapPicture() if name_of(block) in images:
            return _part("picture", block.caption, block.alt, _as_source(images[name_of(block)]))
        case WebPicture():
            data = Markup(network_data(block, say))  # JSON in which no tag can stand
            return _part("web", block.caption, block.alt, data, say("report.web_larger"), say("report.web_smaller"))
        case Chart() | MapPicture():
            raise ValueError(block.name)
        case _:
            assert_never(block)


def _part(name: str, *shown: object) -> Markup:
    return macro("report/blocks.html", name)(*shown)


def _as_source(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
