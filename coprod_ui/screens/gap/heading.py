"""The heading above one picture of Gap, with the button that explains its numbers."""

from coprod_core.indicators.overview import Readings
from coprod_ui.widgets import explain
from coprod_ui.words import t


def heading(name: str, readings: Readings, code: str, *subject: str) -> None:
    """Draws `gap_screen.{name}` and, beside it, the button that explains the reading `code`."""
    explain.heading(t(f"gap_screen.{name}"), readings, code, *subject)
