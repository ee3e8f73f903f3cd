"""Small signs: whether a party can live with a plan, and which kind of party it is. By shape, never by colour alone.

They only repeat what stands in words beside them, so a screen reader passes them by.
"""

from markupsafe import Markup

from coprod_core.indicators.marks import Mark
from coprod_core.web.model import Actor, Sphere
from coprod_ui.palette import PALETTE, Colours

SIZE = 22
"""px, both ways."""

_TICK = "M7 12.5l3.5 3.5 6.5-7.5"


def sign(mark: Mark, dark: bool, size: int = SIZE) -> Markup:
    """A mark as a drawing: full with a tick, the same but dashed, half, hatched, or full with a question mark."""
    return _svg(_SIGNS[mark], dark, size)


_SIGNS = {
    Mark.YES: (
        '<circle cx="12" cy="12" r="10" fill="{blue}"/>'
        f'<path d="{_TICK}" fill="none" stroke="{{ground}}" stroke-width="2.5" stroke-linecap="round"/>'
    ),
    Mark.WITH_LOSSES: (
        '<circle cx="12" cy="12" r="10" fill="{card}" stroke="{blue}" stroke-width="2" stroke-dasharray="5 2.5"/>'
        f'<path d="{_TICK}" fill="none" stroke="{{blue}}" stroke-width="2.5" stroke-linecap="round"/>'
    ),
    Mark.HESITATES: (
        '<circle cx="12" cy="12" r="10" fill="{card}" stroke="{soft}" stroke-width="2"/>'
        '<path d="M12 2a10 10 0 0 0 0 20z" fill="{soft}"/>'
    ),
    Mark.HARD: (
        '<rect x="2.5" y="2.5" width="19" height="19" rx="3" fill="{card}" stroke="{sore}" stroke-width="2"/>'
        '<path d="M4 12l8-8M4 20L20 4M12 20l8-8" fill="none" stroke="{sore}" stroke-width="2"/>'
    ),
    Mark.UNKNOWN: (
        '<circle cx="12" cy="12" r="10" fill="{ink}"/>'
        '<path d="M9 9.5a3 3 0 1 1 4.5 2.6q-1.5.9-1.5 2.4M12 17v.5" fill="none" stroke="{ground}"'
        ' stroke-width="2.2" stroke-linecap="round"/>'
    ),
}


def party(actor: Actor, dark: bool, size: int = SIZE) -> Markup:
    """The sign of a party: residents are round, organisations square, politics has a roof, the professional stands on
    a point; residents at the table have the colour of the table.
    """
    kind = "seated" if actor.citizens and actor.seated else str(actor.sphere)
    return _svg(_PARTIES[actor.sphere].format(kind=kind), dark, size)


_PARTIES = {
    Sphere.CITIZENS: '<circle cx="12" cy="12" r="8" fill="{{party.{kind}}}"/>',
    Sphere.OWN_ORGANISATION: '<rect x="4" y="4" width="16" height="16" rx="2" fill="{{party.{kind}}}"/>',
    Sphere.OTHER_ORGANISATION: '<rect x="4" y="4" width="16" height="16" rx="2" fill="{{party.{kind}}}"/>',
    Sphere.POLITICAL_AUTHORITY: '<path d="M12 3l8 6v11H4V9z" fill="{{party.{kind}}}"/>',
    Sphere.PROFESSIONAL: '<path d="M12 3l9 9-9 9-9-9z" fill="{{party.{kind}}}"/>',
}


def share(part: float, dark: bool, size: int = 26) -> Markup:
    """A plate of which a part (0..1) is hatched: nobody is there who feels it as strongly."""
    return _svg(_plate(part), dark, size)


def _plate(part: float) -> str:
    """The missing part as a ring of dashes, so that it is told from the rest without its colour."""
    around = 2 * 3.14159265 * 5
    return (
        '<circle cx="12" cy="12" r="10" fill="{card}" stroke="{line}" stroke-width="2"/>'
        f'<circle cx="12" cy="12" r="5" fill="none" stroke="{{blue}}" stroke-width="10"'
        f' stroke-dasharray="{around * (1 - part):.2f} {around:.2f}" transform="rotate(-90 12 12)"/>'
        '<circle cx="12" cy="12" r="10" fill="none" stroke="{line}" stroke-width="1.5"/>'
    )


def _svg(shapes: str, dark: bool, size: int) -> Markup:
    colours = PALETTE.dark if dark else PALETTE.light
    return Markup(
        f'<svg viewBox="0 0 24 24" width="{size}" height="{size}" aria-hidden="true" focusable="false">'
        f"{_coloured(shapes, colours)}</svg>"
    )


def _coloured(shapes: str, colours: Colours) -> str:
    for name, value in colours.items():
        shapes = shapes.replace(f"{{{name}}}", value)
    return shapes
