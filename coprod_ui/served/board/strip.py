"""The strip over the board: four questions, each with its picture, its sentence and the way to more."""

from typing import Any
from urllib.parse import urlencode

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.web.model import Web
from coprod_ui.charts import small, strip
from coprod_ui.sentences.strip import strip_dilemma, strip_gap
from coprod_ui.sentences.undefined import undefined_short
from coprod_ui.words import Words, of_100


def cells(web: Web, readings: Readings, meeting: str, words: Words, digits: bool) -> list[dict[str, Any]]:
    """The gap and the three dilemmas. `picture`: an SVG without words, which `alt` says; `sides`: what it shows, each
    with its name and a whole number of 100; `href` seen from the page's base.
    """
    return [
        _cell("gap", meeting, words, _gap(web, readings, words, digits)),
        *(_cell(name, meeting, words, _dilemma(name, web, readings, words, digits)) for name in DILEMMAS),
    ]


def _cell(name: str, meeting: str, words: Words, told: dict[str, Any]) -> dict[str, Any]:
    screen, query = ("gap", {}) if name == "gap" else ("dilemmas", {"d": name})
    address = urlencode({"meeting": meeting, "language": words.language, **query})
    return {"name": name, "title": words(f"strip.{name}"), "href": f"{screen}?{address}", **told}


def _gap(web: Web, readings: Readings, words: Words, digits: bool) -> dict[str, Any]:
    gap = readings.gap
    return {
        "sentence": strip_gap(readings, web, words),
        "picture": strip.gap_bars(gap),
        "alt": undefined_short(readings, "gap", words) if gap is None else small.bars_described(gap, words, digits),
        "sides": []
        if gap is None
        else [_side(words.choice("gap_parts", part), getattr(gap, part)) for part, _, _ in small.LAYERS],
    }


def _dilemma(name: str, web: Web, readings: Readings, words: Words, digits: bool) -> dict[str, Any]:
    weighed = small.balance(readings, name, words)
    said = small.not_weighed(readings, name, words) if weighed is None else small.described(weighed, words, digits)
    return {
        "sentence": strip_dilemma(readings, name, web, words),
        "picture": strip.see_saw(weighed),
        "alt": said,
        "sides": []
        if weighed is None
        else [_side(label, loss) for label, loss in zip(weighed.labels, weighed.losses, strict=True)],
    }


def _side(name: str, share: float) -> dict[str, Any]:
    return {"name": name, "of_100": of_100(share)}
