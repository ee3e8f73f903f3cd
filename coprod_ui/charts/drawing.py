"""Pictures as SVG, and how they stand in a page."""

from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG picture and its size in px."""

    svg: str
    width: float
    height: float


def picture(drawing: Drawing, alt: str) -> Markup:
    """A drawing as an image, where no SVG gets through; without `alt` it only repeats what stands beside it."""
    source = f"data:image/svg+xml,{quote(drawing.svg)}"
    return Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(
        source, alt, round(drawing.width), round(drawing.height)
    )


def inline(drawing: Drawing, alt: str) -> Markup:
    """A drawing as SVG in a page of our own."""
    said = Markup('role="img" aria-label="{}"').format(alt) if alt else Markup('aria-hidden="true"')
    return Markup("<svg {} ").format(said) + Markup(drawing.svg.removeprefix("<svg "))


def shown(drawing: Drawing, alt: str, drawn: str) -> Markup:
    """A drawing as a `picture` or `inline`, as `drawn` says."""
    return inline(drawing, alt) if drawn == "inline" else picture(drawing, alt)
