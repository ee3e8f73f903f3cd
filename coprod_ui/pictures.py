"""Small drawn readings as HTML for `st.html`: nested bars for the gap, a see-saw for each dilemma.

`st.html` drops `<svg>`, so they are plain boxes; text takes the page's colour. Never green or red. The parts that
come from people are escaped. Each picture is one image to a screen reader, with everything it shows in its label.
"""

from collections.abc import Sequence
from math import asin, degrees
from typing import NamedTuple

from coprod_core.indicators import FeasibilityInclusiveness, Gap, Readings, RuleReading
from coprod_core.model import Web
from coprod_ui.sentences import undefined_short
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, html_text, of_100

_BLUE = {False: "#0072B2", True: "#56B4E9"}
_SORE = {False: "#B34700", True: "#F08A4B"}
_LAYERS = (("places", 1.0, 0.3), ("views", 0.6, 0.6), ("attention", 0.26, 1.0))  # part, height, opacity
_PAPER = {False: "#FCFBF8", True: "#14191F"}
_PLANK_UNDER = 15  # px from the plank to the foot of the see-saw
_DROP = 9  # px the low end of a plank may fall, so that it never reaches its label


def gap(readings: Readings, words: Words, digits: bool, dark: bool) -> str:
    """The picture of the gap: three nested bars, or an empty frame while it cannot be computed."""
    if readings.gap is None:
        return _frame("", undefined_short(readings, "gap", words), 26)
    return nested_bars(readings.gap, words, digits, dark)


def nested_bars(gap: Gap, words: Words, digits: bool, dark: bool, height: int = 26, size: float = 13.5) -> str:
    """Seats, views and attention in one frame of 100, one hue: never one number. `height` of the frame in px."""
    shares = {part: of_100(getattr(gap, part)) for part, _, _ in _LAYERS}
    bars = "".join(
        f'<div style="position:absolute;left:0;top:{(1 - tall) * 50:g}%;height:{tall * 100:g}%;width:{shares[part]}%;'
        f'background:{_BLUE[dark]};opacity:{opacity};border-radius:2px"></div>'
        for part, tall, opacity in _LAYERS
    )
    said = ", ".join(
        words("pictures.nested_part", name=words.choice("gap_parts", part), part=_said(shares[part], words, digits))
        for part, _, _ in _LAYERS
    )
    keys = "".join(_key(part, tall, opacity, shares[part], words, digits, dark) for part, tall, opacity in _LAYERS)
    legend = (
        f'<div aria-hidden="true" style="display:flex;gap:2px 14px;flex-wrap:wrap;font-size:{size}px;'
        f'line-height:1.3;margin-top:4px">{keys}</div>'
    )
    return _frame(bars, words("pictures.nested", parts=said), height) + legend


def _key(part: str, tall: float, opacity: float, shown: int, words: Words, digits: bool, dark: bool) -> str:
    number = f" <b>{shown}</b>" if digits else ""
    swatch = (
        f'<span style="display:inline-block;width:16px;height:{4 + tall * 10:g}px;background:{_BLUE[dark]};'
        f'opacity:{opacity};vertical-align:middle;margin-right:5px"></span>'
    )
    return f'<span style="white-space:nowrap">{swatch}{html_text(words.choice("gap_parts", part))}{number}</span>'


def _frame(inside: str, label: str, height: int) -> str:
    return (
        f'<div role="img" aria-label="{html_text(label)}" style="position:relative;height:{height}px;margin-top:4px;'
        f'border:1.5px solid currentColor;border-radius:4px;overflow:hidden">{inside}</div>'
    )


def _said(shown: int, words: Words, digits: bool) -> str:
    return plain_part(shown / 100, words, digits)


# -- see-saws -------------------------------------------------------------------------------------------------------


class Size(NamedTuple):
    """Of a see-saw, in px: plank, room above the foot, text of the labels, text of the legend (0 = no legend)."""

    wide: int
    tall: int
    text: float
    legend: float


STRIP = Size(240, 42, 13.5, 0)
SCREEN = Size(620, 88, 16, 14)


def dilemma(
    readings: Readings, name: str, web: Web, words: Words, dark: bool, digits: bool = False, size: Size = STRIP
) -> str:
    """The see-saw of a dilemma (`feasibility_inclusiveness`, `role`, `rules`): a block is what choosing costs.

    A bare plank while it cannot be computed.
    """
    if name == "role" and readings.role is not None:
        regret = readings.role.regret
        labels = [words.choice("roles_short" if size == STRIP else "roles_full", way) for way in regret]
        return see_saw(list(regret.values()), labels, words, dark, digits=digits, size=size)
    if name == "rules" and readings.rules is not None:
        return rule_see_saw(readings.rules.rules[readings.rules.strongest], words, dark, digits, size)
    reading = readings.feasibility_inclusiveness
    if name == "feasibility_inclusiveness" and reading is not None and reading.feasible_pole and reading.inclusive_pole:
        losses = [max(reading.feasible_pole), max(reading.inclusive_pole)]
        labels = [words.choice("dilemma_poles", pole) for pole in ("feasible", "inclusive")]
        return see_saw(losses, labels, words, dark, here=where_now(reading), digits=digits, size=size)
    key = name if name in readings.undefined else f"{name}.front"
    return _plank("", 0.0, "", undefined_short(readings, key, words), size)


def rule_see_saw(reading: RuleReading, words: Words, dark: bool, digits: bool = False, size: Size = STRIP) -> str:
    """The balance of one rule: what following costs, and what deviating costs."""
    labels = [words.choice("dilemma_poles", pole) for pole in ("follow", "deviate")]
    return see_saw([reading.follow, reading.deviate], labels, words, dark, digits=digits, size=size)


def where_now(reading: FeasibilityInclusiveness) -> float:
    """Where the table is between the feasible pole (0) and the inclusive pole (1): by what it has given up of each."""
    heard, plan = reading.here
    return plan / (heard + plan) if heard + plan > 0 else 0.5


def see_saw(
    losses: Sequence[float],
    labels: Sequence[str],
    words: Words,
    dark: bool,
    *,
    here: float | None = None,
    digits: bool = False,
    size: Size = STRIP,
) -> str:
    """One block per way out on a plank, as high as what is lost (0..1); the plank tips to the heavier side.

    The heaviest is hatched and its label bold. `here` (0..1 along the plank): a ring where the table is now.
    """
    shown = [of_100(loss) for loss in losses]
    places = [_along(i / (len(shown) - 1)) for i in range(len(shown))]
    heaviest = [loss > 0 and loss == max(shown) for loss in shown]
    blocks = "".join(
        _block(loss, place, heavy, size.tall, dark)
        for loss, place, heavy in zip(shown, places, heaviest, strict=True)
        if loss
    )
    names = "".join(
        f'<span style="font-weight:{700 if heavy else 400}">{html_text(label)}</span>'
        for label, heavy in zip(labels, heaviest, strict=True)
    )
    ring = "" if here is None else _ring(_along(here), dark)
    said = _described(shown, labels, here, words, digits)
    drawn = _plank(blocks + ring, _tilt(shown, places, size.wide), names, said, size)
    return drawn + _legend(here, words, size.legend) if size.legend else drawn


def _described(shown: Sequence[int], labels: Sequence[str], here: float | None, words: Words, digits: bool) -> str:
    sides = ", ".join(
        words("pictures.seesaw_side", pole=label, part=_said(loss, words, digits))
        for label, loss in zip(labels, shown, strict=True)
    )
    said = words("pictures.seesaw", sides=sides)
    if here is None:
        return said
    if abs(here - 0.5) < 0.1:
        return f"{said} {words('pictures.seesaw_between')}"
    return f"{said} {words('pictures.seesaw_here', pole=labels[0] if here < 0.5 else labels[-1])}"


def _along(share: float) -> float:
    """A place on the plank in %, its ends kept free."""
    return 8 + 84 * share


def _tilt(shown: Sequence[int], places: Sequence[float], wide: int) -> float:
    """Degrees, positive to the right; at most what keeps the low end above its label."""
    turn = sum(loss / 100 * (place - 50) / 42 for loss, place in zip(shown, places, strict=True))
    most = degrees(asin(_DROP / (wide / 2)))
    return max(-1.0, min(1.0, 2 * turn)) * most


def _block(shown: int, place: float, heaviest: bool, tall: int, dark: bool) -> str:
    wide, high = round(tall * 0.66), 3 + round(shown / 100 * (tall - _PLANK_UNDER - 6))
    hatched = f"background:repeating-linear-gradient(45deg,{_SORE[dark]} 0 3px,transparent 3px 6px);border:2px solid "
    look = f"{hatched}{_SORE[dark]}" if heaviest else "border:2px solid currentColor;opacity:.75"
    return (
        f'<div style="position:absolute;bottom:4px;left:calc({place:g}% - {wide / 2:g}px);width:{wide}px;'
        f'height:{high}px;border-radius:2px;box-sizing:border-box;{look}"></div>'
    )


def _ring(place: float, dark: bool) -> str:
    return (
        f'<div style="position:absolute;bottom:-4px;left:calc({place:g}% - 6px);width:12px;height:12px;'
        f'box-sizing:border-box;border-radius:50%;border:3px solid {_BLUE[dark]};background:{_PAPER[dark]}"></div>'
    )


def _plank(load: str, tilt: float, names: str, label: str, size: Size) -> str:
    plank = (
        f'<div style="position:absolute;left:0;right:0;top:{size.tall - _PLANK_UNDER}px;height:4px;'
        f'background:currentColor;border-radius:2px;transform:rotate({tilt:.2f}deg)">{load}</div>'
    )
    foot = (
        '<div style="position:absolute;left:calc(50% - 9px);bottom:0;border:9px solid transparent;border-top:0;'
        'border-bottom:11px solid currentColor"></div>'
    )
    return (
        f'<div role="img" aria-label="{html_text(label)}" style="max-width:{size.wide}px">'
        f'<div style="position:relative;height:{size.tall}px">{plank}{foot}</div>'
        f'<div style="display:flex;justify-content:space-between;gap:8px;font-size:{size.text}px;line-height:1.25;'
        f'margin-top:1px;min-height:1.25em">{names}</div></div>'
    )


def _legend(here: float | None, words: Words, size: float) -> str:
    notes = words("pictures.block") if here is None else f"{words('pictures.block')} · {words('pictures.here')}"
    return (
        f'<div aria-hidden="true" style="font-size:{size:g}px;line-height:1.3;margin-top:4px">{html_text(notes)}</div>'
    )
