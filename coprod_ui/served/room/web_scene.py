"""The web over the whole window: its drawing, what the last act came to, and the gap beside it."""

import json

from markupsafe import Markup

from coprod_core.acts.history import History
from coprod_core.indicators.overview import Readings
from coprod_ui.charts import small, strip
from coprod_ui.meeting import current
from coprod_ui.sentences.acts import after_act
from coprod_ui.sentences.strip import strip_gap
from coprod_ui.sentences.undefined import undefined_short
from coprod_ui.served.board.wording import words_of
from coprod_ui.served.room.web_told import moved, seen, told, told_while_asking
from coprod_ui.words import Words
from coprod_ui.words.templates import filled
from coprod_ui.workshop.picture import described

TABLES = frozenset({"canvas", "drawing", "invitation", "positions", "spheres", "terms", "weights", "zones"})
"""The tables of the catalogue of which the drawing shows words."""


def words_of_drawing(words: Words) -> str:
    """The words of the drawing as JSON: the page has them once, each picture uses them."""
    return json.dumps(words_of(words, TABLES))


def scene(history: History, numbers: bool, asking: bool, words: Words) -> Markup:
    """The web as it stands. `asking`: whether people are asked something now, for then nothing we estimate is told."""
    web, who_moved = history.web, moved(history)
    readings = None if asking else current.readings_of(web, before=history.web_before)
    picture = told_while_asking(web) if readings is None else told(web, readings, who_moved)
    return filled(
        "served/room/web.html",
        title=web.title or words("frame.untitled"),
        picture=json.dumps({"picture": picture, "moved": who_moved}),
        described=described(web, words),
        sentence=words("room.web_asking") if readings is None else _sentence(history, readings, numbers, words),
        gap=None if readings is None else _gap(readings, numbers, words),
        name=words("screens.gap"),
    )


def _sentence(history: History, readings: Readings, numbers: bool, words: Words) -> str:
    """What the last act came to; where it changed nothing that a room sees, how the gap stands."""
    before, after = history.web_before, history.web
    if seen(before) == seen(after):
        return strip_gap(readings, after, words)
    return after_act(current.readings_of(before), readings, history.last, before, after, words, numbers)


def _gap(readings: Readings, numbers: bool, words: Words) -> dict[str, object]:
    gap = readings.gap
    said = undefined_short(readings, "gap", words) if gap is None else small.bars_described(gap, words, numbers)
    return {"picture": Markup(strip.gap_bars(gap)), "alt": said}  # which holds no words
