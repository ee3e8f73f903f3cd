"""A picture of the power map as the room sees it: never that of trust, and never an attitude that somebody noted."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from coprod_core.indicators.overview import Readings
from coprod_ui.charts.power_map.choices import Picture, chosen
from coprod_ui.charts.power_map.picture import slide
from coprod_ui.meeting.presentation import Scene
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

PICTURES: Mapping[Scene, Picture] = {
    "power_map_power": Picture.HIT,
    "power_map_attitude": Picture.ATTITUDE,
    "power_map_rings": Picture.RINGS,
}
"""The scenes that are a picture of the power map: a room must not read whom the organiser trusts."""


def scene(readings: Readings, picture: Picture, words: Words) -> Markup:
    """A picture of the power map over the whole window, as it is to be shown to anyone."""
    choices = chosen(readings, picture, may_be_public=False)
    drawn = slide(readings, choices, date.today(), words)
    return filled("served/room/power_map.html", picture=Markup(drawn.drawing.svg))  # which escapes people's words
