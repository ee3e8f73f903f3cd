"""Which question a phone is at: what it has not answered yet, or what it asked to see again."""

from dataclasses import dataclass
from typing import Literal

from coprod_core.rounds.values import NO_GROUP, Named
from coprod_core.store.live_values import PhoneState, Round

Step = Literal["lobby", "group", "own", "interest", "review", "result"]


@dataclass(frozen=True, slots=True)
class Place:
    """A step; for an interest also which one, counted from 0. `path` is what stands after `at=` in the address."""

    step: Step
    index: int = 0

    @property
    def path(self) -> str:
        """The place as it stands in an address."""
        return str(self.index + 1) if self.step == "interest" else self.step


def place(state: PhoneState, asked: str = "") -> Place:
    """Where this phone is now. `asked`: a step to see again, followed only where that makes sense."""
    current = state.round
    if current is None:
        return Place("lobby")
    if not current.open:
        return Place("result") if state.answers else Place("lobby")
    first = _first_open(state, current)
    if first.step == "group" or not asked:
        return first
    return _asked(asked, current) or first


def _first_open(state: PhoneState, current: Round) -> Place:
    questions = current.questions
    if questions.groups and state.group not in {NO_GROUP, *(group.id for group in questions.groups)}:
        return Place("group")
    if questions.own_words and state.words is None:
        return Place("own")
    open_ones = (i for i, interest in enumerate(questions.interests) if interest.id not in state.answers)
    first = next(open_ones, None)
    return Place("review") if first is None else Place("interest", first)


def _asked(asked: str, current: Round) -> Place | None:
    questions = current.questions
    if asked == "group" and questions.groups:
        return Place("group")
    if asked == "own" and questions.own_words:
        return Place("own")
    if asked.isascii() and asked.isdigit() and len(asked) < 4 and 1 <= int(asked) <= len(questions.interests):
        return Place("interest", int(asked) - 1)
    return None


def steps_of(current: Round) -> tuple[str, ...]:
    """The questions of a round in order, as they stand in addresses."""
    questions = current.questions
    interests = (str(i + 1) for i in range(len(questions.interests)))
    return (*(["group"] if questions.groups else []), *(["own"] if questions.own_words else []), *interests)


def interest_at(current: Round, spot: Place) -> Named:
    """The interest a place asks about."""
    return current.questions.interests[spot.index]
