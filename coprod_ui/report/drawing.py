"""The pictures of a report, drawn once for whatever form they go into."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from matplotlib.figure import Figure

from coprod_ui.charts.power_map.dots import png
from coprod_ui.charts.power_map.picture import Slide
from coprod_ui.report.document import Chart, Document, MapPicture, WebPicture
from coprod_ui.report.on_paper import as_png, as_svg, on_paper
from coprod_ui.report.web_picture import web_on_paper
from coprod_ui.words import Words, words

Progress = Callable[[float], None]
"""Hears how far the work is, 0..1."""

Picture = Chart | WebPicture | MapPicture
WEB = "web"
Drawn = TypeVar("Drawn")


@dataclass(frozen=True, slots=True)
class Form(Generic[Drawn]):
    """What pictures become: those that matplotlib draws, and those of the power map."""

    of_figure: Callable[[Figure], Drawn]
    of_map: Callable[[Slide], Drawn]


_FINE = 2.0
"""Dots for each px of a picture of the power map, fine enough for print."""

SVG: Form[str] = Form(as_svg, lambda made: made.drawing.svg)
PNG: Form[bytes] = Form(as_png, lambda made: png(made, _FINE))


def pictures(
    document: Document,
    form: Form[Drawn],
    progress: Progress,
    kinds: tuple[type[Picture], ...] = (Chart, WebPicture, MapPicture),
) -> Mapping[str, Drawn]:
    """Every picture of these kinds in a report in a form, by the name of its block; the web as `WEB`."""
    shown = [block for block in document.blocks() if isinstance(block, Picture) and isinstance(block, kinds)]
    found: dict[str, Drawn] = {}
    for nth, block in enumerate(shown):
        progress(nth / len(shown))
        found[name_of(block)] = _in_form(block, form, words(document.language))
    return found


def _in_form(block: Picture, form: Form[Drawn], say: Words) -> Drawn:
    return form.of_map(block.drawn) if isinstance(block, MapPicture) else drawn(block, form.of_figure, say)


_one_at_a_time = Lock()  # matplotlib draws in one thread at a time


def drawn(block: Chart | WebPicture, written: Callable[[Figure], Drawn], say: Words) -> Drawn:
    """One picture in the form that `written` gives it."""
    with _one_at_a_time:
        return written(on_paper(block.drawn) if isinstance(block, Chart) else web_on_paper(block, say))


def name_of(block: Picture) -> str:
    """The name a picture is found by."""
    return WEB if isinstance(block, WebPicture) else block.name
