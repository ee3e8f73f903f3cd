"""The pictures of a report, drawn once for whatever form they go into."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeVar

from matplotlib.figure import Figure

from coprod_ui.report.document import Chart, Document, WebPicture
from coprod_ui.report.on_paper import on_paper
from coprod_ui.report.web_picture import web_on_paper
from coprod_ui.words import Words, words

Progress = Callable[[float], None]
"""Hears how far the work is, 0..1."""

WEB = "web"
Drawn = TypeVar("Drawn")


def pictures(
    document: Document,
    written: Callable[[Figure], Drawn],
    progress: Progress,
    kinds: tuple[type[Chart | WebPicture], ...] = (Chart, WebPicture),
) -> Mapping[str, Drawn]:
    """Every picture of these kinds in a report in the form that `written` gives it, by the name of its chart; the web
    as `WEB`.
    """
    shown = [block for block in document.blocks() if isinstance(block, Chart | WebPicture) and isinstance(block, kinds)]
    found: dict[str, Drawn] = {}
    for nth, block in enumerate(shown):
        progress(nth / len(shown))
        found[name_of(block)] = drawn(block, written, words(document.language))
    return found


_one_at_a_time = Lock()  # matplotlib draws in one thread at a time


def drawn(block: Chart | WebPicture, written: Callable[[Figure], Drawn], say: Words) -> Drawn:
    """One picture in the form that `written` gives it."""
    with _one_at_a_time:
        return written(on_paper(block.drawn) if isinstance(block, Chart) else web_on_paper(block, say))


def name_of(block: Chart | WebPicture) -> str:
    """The name a picture is found by."""
    return block.name if isinstance(block, Chart) else WEB
