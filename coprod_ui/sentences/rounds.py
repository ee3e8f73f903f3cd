"""Sentences about what a room answered: how important, for or against, and how far people differ."""

from collections.abc import Mapping, Sequence

from coprod_core.rounds.picture import Picture
from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import NO_GROUP, OTHERS
from coprod_core.store.live_values import Round
from coprod_core.web.conventions import WEIGHT_NAMES
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, literal, of_100

DIFFERENCES = ((40, "much"), (15, "some"), (0, "little"))
"""From which spread, of 100, people differ how much."""

_DIVIDED = 0.5


def stake_told(weight: float, position: float, levels: Sequence[float], words: Words) -> str:
    """A weight (0..1) and a position (-1..1) in the words people chose from; `levels`: those words as numbers."""
    nearest = min(range(len(levels)), key=lambda i: abs(levels[i] - weight))
    importance = words.choice("weights", WEIGHT_NAMES[nearest])
    if nearest == 0:
        return importance
    return f"{importance}, {words.choice('say_round.side', leaning(position))}"


def leaning(position: float) -> str:
    """Whether people want it, do not, or are divided: for, against, divided."""
    return "divided" if abs(position) < _DIVIDED else "for" if position > 0 else "against"


def difference(spread: float) -> str:
    """The name of the band a spread (0..1) falls in, by the number that would be shown: little, some, much."""
    return next(name for least, name in DIFFERENCES if of_100(spread) >= least)


def difference_told(picture: Picture, words: Words, digits: bool) -> str:
    """How far people differ, with its number where a person asked for numbers."""
    said = words.choice("say_round.difference", difference(picture.spread))
    return f"{said} ({plain_part(picture.spread, words, True)})" if digits else said


def room_told(
    shown: Mapping[str, InterestResults], most: str | None, interests: Mapping[str, str], words: Words
) -> str:
    """One sentence on the whole round: on what people differ most, or that they hardly differ, as Markdown."""
    if most is None or difference(shown[most].room.picture.spread) == "little":
        return words("say_round.hardly")
    return words("say_round.most", interest=literal(interests[most]))


def group_names(asked: Round, words: Words) -> Mapping[str, str]:
    """The groups of a round by name, with those who belong to none, and the small ones together."""
    return {
        **{group.id: group.name for group in asked.questions.groups},
        NO_GROUP: words("join.no_group") if asked.questions.groups else words("join.everybody"),
        OTHERS: words("join.small_groups"),
    }


def interest_names(asked: Round) -> Mapping[str, str]:
    """The interests of a round by the names people saw."""
    return {interest.id: interest.name for interest in asked.questions.interests}
