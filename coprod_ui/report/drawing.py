"""The pictures of a report, drawn once for whatever form they go into."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from matplotlib.figure import Figure

from coprod_ui.report.document import Chart, Document, WebPicture
from coprod_ui.report.on_paper import on_paper
from coprod_ui.report.web_picture import web_on_paper
from coprod_ui.words import words

Progress = Callable[[float], None]
"""Hears how far the work is, 0..1."""

WEB = "web"
Drawn = TypeVar("Drawn")


def pictures(document: Document, written: Callable[[Figure], Drawn], progress: Progress) -> Mapping[str, Drawn]:
    """Every picture of a report in the form that `written` gives it, by the name of its chart; the web as `WEB`."""
    shown = [block for block in document.blocks() if isinstance(block, Chart | WebPicture)]
    found: dict[str, Drawn] = {}
    for nth, block in enumerate(shown):
        progress(nth / len(shown))
        if isinstance(block, Chart):
            found[block.name] = written(on_paper(block.drawn))
        else:
            found[WEB] = written(web_on_paper(block, words(document.language)))
    return found


def name_of(block: Chart | WebPicture) -> str:
    """The name a picture is found by."""
    return block.name if isinstance(block, Chart) else WEB
