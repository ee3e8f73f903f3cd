"""What is shown of a round: per interest the room, and each group that may be shown apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coprod_core.rounds.picture import Picture, picture
from coprod_core.rounds.publication import at_least
from coprod_core.rounds.values import Answer, Counts


@dataclass(frozen=True, slots=True)
class Result:
    """What some people say of an interest; `people`: at least so many, in steps of five."""

    people: int
    picture: Picture
    counts: Counts

    def share(self, answer: Answer) -> float:
        """The part of these people (0..1) who gave this answer."""
        return self.counts.get(answer, 0) / self.picture.people


@dataclass(frozen=True, slots=True)
class InterestResults:
    """What is shown of one interest. `groups` holds `OTHERS` where small groups are shown as one."""

    room: Result
    groups: Mapping[str, Result]


COARSE = 0.25
"""The steps in which the picture of an open round is shown."""


def coarse(results: InterestResults) -> InterestResults:
    """The results on one interest as they are shown while its round is open: in large steps, and without counts.

    Somebody with many phones knows what most of a release says, and could work out the rest from a fine picture. This
    makes that harder, and does not rule it out.
    """
    return InterestResults(_coarse(results.room), {group: _coarse(result) for group, result in results.groups.items()})


def _coarse(result: Result) -> Result:
    seen = result.picture
    weight, position, spread = (round(value / COARSE) * COARSE for value in (seen.weight, seen.position, seen.spread))
    return Result(result.people, Picture(result.people, weight, position, spread), {})


def results_of(released: Mapping[str, Counts], levels: Sequence[float]) -> InterestResults | None:
    """The results on one interest from what was released of it, by group; None when nothing was. `levels`: the four
    weight words as numbers.

    The room is the sum of the releases and nothing else, so that taking groups off it leaves no hidden answers.
    """
    groups = {group: result for group, counts in released.items() if (result := _result(counts, levels))}
    room: Counter[Answer] = Counter()
    for counts in released.values():
        room.update(counts)
    everybody = _result(room, levels)
    return None if everybody is None else InterestResults(everybody, groups)


def _result(counts: Counts, levels: Sequence[float]) -> Result | None:
    taken_together = picture(counts, levels)
    return None if taken_together is None else Result(at_least(taken_together.people), taken_together, counts)
