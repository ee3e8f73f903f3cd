"""What a choice or a card changed: also what only makes a dilemma stronger."""

from coprod_core.indicators.overview import Readings
from coprod_ui.sentences import changes as say_changes
from coprod_ui.words import Words, of_100

_STRENGTHENED = ("feasibility_inclusiveness", "role")


def what_changed(before: Readings, after: Readings, words: Words, digits: bool) -> str:
    """The largest change in the readings; where there is none, which dilemma got stronger or less strong."""
    said = say_changes.what_changed(before, after, words, digits)
    if said != words("say_change.nothing"):
        return said
    moved = {name: _strength(after, name) - _strength(before, name) for name in _STRENGTHENED}
    most = max(moved, key=lambda name: abs(moved[name]))
    if not moved[most]:
        return words("workshop.same")
    return words("workshop.stronger" if moved[most] > 0 else "workshop.weaker", dilemma=words.choice("dilemmas", most))


def _strength(readings: Readings, name: str) -> int:
    """How strong a dilemma is with what strengthens it, of 100; 0 while it cannot be computed."""
    reading = getattr(readings, name)
    return of_100(reading.amplified) if reading is not None and reading.amplified is not None else 0
