"""A picture of the power map as the room sees it: never that of trust, and never an attitude that somebody noted."""

from collections.abc import Mapping

from markupsafe import Markup

from coprod_core.indicators.overview import Readings
from coprod_ui.charts.power_map.choices import Choices, Perspective, Picture, chosen
from coprod_ui.charts.power_map.large import large
from coprod_ui.meeting.presentation import Presentation, Scene
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

PICTURES: Mapping[Scene, Picture] = {
    "power_map_hit": Picture.HIT,
    "power_map_attitude": Picture.ATTITUDE,
    "power_map_rings": Picture.RINGS,
}
"""The scenes that are a picture of the power map: a room must not read whom the organiser trusts."""


def scene(readings: Readings, picture: Picture, shown: Presentation, words: Words) -> Markup:
    """A picture of the power map over the whole window, as it is to be shown to anyone."""
    perspective = Perspective(shown.perspective)
    choices = chosen(readings, picture, may_be_public=False, plan=shown.plan, perspective=perspective)
    drawn = large(readings, choices, words)
    return filled(
        "served/room/power_map.html",
        title=words.choice("power_map.picture", picture),
        about=_about(readings, choices, words),
        picture=Markup(drawn.svg),  # which escapes people's words
    )


def _about(readings: Readings, choices: Choices, words: Words) -> str:
    """The plan that the marks are about; of the rings, whose they are."""
    if choices.picture is Picture.RINGS:
        return words.choice("power_map_drawn.perspectives", choices.perspective)
    plans = readings.weights.web.option_by_id
    return plans[choices.plan].name if choices.plan else words("power_map_drawn.no_plan")
