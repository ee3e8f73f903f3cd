"""What of a round may be shown, so that nothing shown ever rests on fewer than five people.

A *cell* is what one group says of one interest. What is shown of a cell is a *release*: the answers of some of its
people at one moment, counted. A person is *fresh* in a round and on an interest until some release there held them.
Every release holds at least five fresh people, and no two releases of one moment hold the same person. Therefore any
sum or difference of whatever was shown rests on at least five people: of the releases it uses, the last one holds
five people whom no earlier release held and no other release of that moment holds, so nothing can cancel them out
(docs/decisions/0005). Totals are sums of releases; an answer in no release yet has no influence on anything shown.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coprod_core.rounds.values import OTHERS, Answer

LEAST = 5
"""The fewest people any result rests on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One phone's answer to one interest as it stands now: who, what, its place in order of arrival, whether fresh."""

    phone: str
    answer: Answer
    arrived: int
    fresh: bool


def due(kept: Sequence[Kept], *, closed: bool) -> tuple[Kept, ...]:
    """Whose answers the next release of a cell holds; empty when there is nothing new to show.

    While a round is open people come in by fives, and the last five stay back: with them the last release, when the
    round closes, can hold everybody.
    """
    fresh = sorted((one for one in kept if one.fresh), key=lambda one: one.arrived)
    if closed:
        return tuple(kept) if len(fresh) >= LEAST else ()
    newly = (len(fresh) - LEAST) // LEAST * LEAST
    if newly < LEAST:
        return ()
    return (*(one for one in kept if not one.fresh), *fresh[:newly])


def together(
    cells: Mapping[str, Sequence[Kept]], shown: Collection[str], *, closed: bool
) -> Mapping[str, tuple[Kept, ...]]:
    """The releases that are due on one interest, by group; `shown`: the groups that had a release before.

    When the round is closed, the groups that stay hidden are shown as one (`OTHERS`), if together they may be.
    """
    releases = {group: held for group, kept in cells.items() if (held := due(kept, closed=closed))}
    if closed and OTHERS not in shown:
        hidden = [one for group, kept in cells.items() if group not in releases and group not in shown for one in kept]
        if held := due(hidden, closed=True):
            releases[OTHERS] = held
    return releases


def at_least(people: int) -> int:
    """The number of people behind a result as it is shown: in steps of five, so that no one arrival shows."""
    return people // LEAST * LEAST
