"""Which dilemma is strongest: one rule for what is shown, compared and redrawn (docs/indicators.md, 7 and 8)."""

from collections.abc import Mapping
from math import floor

DILEMMAS = ("feasibility_inclusiveness", "role", "rules")
"""The three dilemmas by their codes, in the order of the article."""


def strongest_of(tensions: Mapping[str, float]) -> tuple[str, ...]:
    """The ids with the largest share, in their order: those that are equal in the number shown. Empty where all show 0.

    A conclusion never rests on a difference that nobody sees.
    """
    shown = {id_: of_100(tension) for id_, tension in tensions.items()}
    most = max(shown.values(), default=0)
    return tuple(id_ for id_, value in shown.items() if value == most) if most > 0 else ()


def of_100(share: float) -> int:
    """Of 100, halves up, as on screen."""
    return floor(share * 100 + 0.5 + 1e-9)
