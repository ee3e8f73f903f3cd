"""A picture of the power map as a file for a plan or a slide."""

from datetime import date

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts.power_map.choices import Choices
from coprod_ui.files.file_names import file_name
from coprod_ui.words import Words

MIMES = {"png": "image/png", "svg": "image/svg+xml"}
"""The kinds of picture, by the ending of their file's name, with their media type."""


def as_file(readings: Readings, choices: Choices, form: str, made: date, words: Words) -> bytes:
    """A picture in one of the forms of `MIMES`; `made`: the day in its head."""
    from coprod_ui.charts.power_map.picture import slide  # brings matplotlib, which no screen needs

    drawn = slide(readings, choices, made, words)
    if form == "svg":
        return drawn.drawing.svg.encode()
    from coprod_ui.charts.power_map.dots import png

    return png(drawn)


def name_of(web: Web, choices: Choices, form: str, words: Words) -> str:
    """What the file is called: the meeting, and which picture."""
    picture = words.choice("power_map.picture", choices.picture)
    return f"{file_name(web.title)}-{file_name(picture)}.{form}"
