"""Small drawn readings as HTML for `st.html`: nested bars for the gap, a see-saw for each dilemma.

`st.html` drops `<svg>`, so they are plain boxes; text takes the page's colour. Never green or red. The parts that
come from people are escaped. Each picture is one image to a screen reader, with everything it shows in its label.
"""

from collections.abc import Sequence
from math import asin, degrees
from typing import NamedTuple

from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.rules import RuleReading
from coprod_core.web.model import Web
from coprod_ui.palette import PALETTE
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.undefined import undefined_short
from coprod_ui.words import Words, html_text, of_100

_BLUE, _SORE = PALETTE.both("blue"), PALETTE.both("sore")
LAYERS = (("places", 1.0, 0.3), ("views", 0.6, 0.6), ("attention", 0.26, 1.0))
"""The parts of the gap, each with its height and opacity in the nested bars."""

_PAPER = PALETTE.both("ground")
_PLANK_UNDER = 15  # px from the plank to the foot of the see-saw
_DROP = 9  # px the low end of a plank may fall, so that it never reaches its label


def gap(readings: Readings, words: Words, digits: bool, dark: bool) -> str:
    """The picture of the gap: three nested bars, or an empty frame while it cannot be computed."""
    if readings.gap is None:
        return _frame("", undefined_short(readings, "gap", words), 26)
    return nested_bars(readings.gap, words, digits, dark)


def nested_bars(gap: Gap, words: Words, digits: bool, dark: bool, height: int = 26, size: float = 13.5) -> str:
    """Seats, views and attention in one frame of 100, one hue: never one number. `height` of the frame in px."""
    shares = {part: of_100(getattr(gap, part)) for part, _, _ in LAYERS}
    bars = "".join(
        f'<div style="position:absolute;left:0;top:{(1 - tall) * 50:g}%;height:{tall * 100:g}%;width:{shares[part]}%;'
        f'background:{_BLUE[dark]};opacity:{opacity};border-radius:2px"></div>'
        for part, tall, opacity in LAYERS
    )
    keys = "".join(_key(part, tall, opacity, shares[part], words, digits, dark) for part, tall, opacity in LAYERS)
    legend = (
        f'<div aria-hidden="true" style="display:flex;gap:2px 14px;flex-wrap:wrap;font-size:{size}px;'
        f'line-height:1.3;margin-top:4px">{keys}</div>'
    )
    return _frame(bars, bars_described(gap, words, digits), height) + legend


def bars_described(gap: Gap, words: Words, digits: bool) -> str:
    """What the nested bars show, in words."""
    said = ", ".join(
        words(
            "pictures.nested_part",
            name=words.choice("gap_parts", part),
            part=_said(of_100(getattr(gap, part)), words, digits),
        )
        for part, _, _ in LAYERS
    )
    return words("pictures.nested", parts=said)


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


class Balance(NamedTuple):
    """What a see-saw weighs: what is lost on each way out (0..1), their names, and where the table is between the first
    (0) and the last (1), None where that is not told. Not `ranked`: none of the ways is marked as the heaviest.
    """

    losses: tuple[float, ...]
    labels: tuple[str, ...]
    here: float | None = None
    ranked: bool = True


def balance(readings: Readings, name: str, words: Words, roles: str = "roles_short") -> Balance | None:
    """What a dilemma weighs; None while it cannot be computed. `roles`: the table with the names of the roles."""
    if name == "role" and readings.role is not None:
        regret = readings.role.regret
        return Balance(tuple(regret.values()), tuple(words.choice(roles, way) for way in regret), ranked=False)
    if name == "rules" and readings.rules is not None:
        return rule_balance(readings.rules.rules[readings.rules.strongest], words)
    reading = readings.feasibility_inclusiveness
    if name == "feasibility_inclusiveness" and reading is not None and reading.feasible_pole and reading.inclusive_pole:
        losses = max(reading.feasible_pole), max(reading.inclusive_pole)
        return Balance(losses, _poles(("feasible", "inclusive"), words), where_now(reading))
    return None


def rule_balance(reading: RuleReading, words: Words) -> Balance:
    """What one rule weighs: what following costs, and what deviating costs."""
    return Balance((reading.follow, reading.deviate), _poles(("follow", "deviate"), words))


def _poles(names: Sequence[str], words: Words) -> tuple[str, ...]:
    return tuple(words.choice("dilemma_poles", pole) for pole in names)


def dilemma(
    readings: Readings, name: str, web: Web, words: Words, dark: bool, digits: bool = False, size: Size = STRIP
) -> str:
    """The see-saw of a dilemma (`feasibility_inclusiveness`, `role`, `rules`): a block is what choosing costs.

    A bare plank while it cannot be computed.
    """
    found = balance(readings, name, words, "roles_short" if size == STRIP else "roles_full")
    if found is not None:
        return see_saw(found, words, dark, digits=digits, size=size)
    return _plank("", 0.0, "", not_weighed(readings, name, words), size)


def not_weighed(readings: Readings, name: str, words: Words) -> str:
    """Why there is nothing to weigh in a dilemma."""
    return undefined_short(readings, name if name in readings.undefined else f"{name}.front", words)


def rule_see_saw(reading: RuleReading, words: Words, dark: bool, digits: bool = False, size: Size = STRIP) -> str:
    """The balance of one rule, drawn."""
    return see_saw(rule_balance(reading, words), words, dark, digits=digits, size=size)


def where_now(reading: FeasibilityInclusiveness) -> float:
    """Where the table is between the feasible pole (0) and the inclusive pole (1): by what it has given up of each."""
    heard, plan = reading.here
    return plan / (heard + plan) if heard + plan > 0 else 0.5


def see_saw(weighed: Balance, words: Words, dark: bool, *, digits: bool = False, size: Size = STRIP) -> str:
    """One block per way out on a plank, as high as what is lost; the plank tips to the heavier side.

    The heaviest is hatched and its label bold; where the ways are not ranked none is, and the plank lies level. A ring
    stands where the table is now.
    """
    here, shown = weighed.here, [of_100(loss) for loss in weighed.losses]
    places = [_along(i / (len(shown) - 1)) for i in range(len(shown))]
    heaviest = [weighed.ranked and loss > 0 and loss == max(shown) for loss in shown]
    blocks = "".join(
        _block(loss, place, heavy, size.tall, dark)
        for loss, place, heavy in zip(shown, places, heaviest, strict=True)
        if loss
    )
    names = "".join(
        f'<span style="font-weight:{700 if heavy else 400}">{html_text(label)}</span>'
        for label, heavy in zip(weighed.labels, heaviest, strict=True)
    )
    ring = "" if here is None else _ring(_along(here), dark)
    said = described(weighed, words, digits)
    tilt = _tilt(shown, places, size.wide) if weighed.ranked else 0.0
    drawn = _plank(blocks + ring, tilt, names, said, size)
    return drawn + _legend(here, words, size.legend) if size.legend else drawn


def described(weighed: Balance, words: Words, digits: bool) -> str:
    """What a see-saw shows, in words."""
    labels, here = weighed.labels, weighed.here
    sides = ", ".join(
        words("pictures.seesaw_side", pole=label, part=_said(of_100(loss), words, digits))
        for label, loss in zip(labels, weighed.losses, strict=True)
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
