"""What of a round may be shown, so that nothing shown ever rests on fewer than five people.

A *cell* is what one group says of one interest. What is shown of a cell is a *release*: the answers of some of its
people at one moment, counted. A person is *fresh* in a round and on an interest until some release there held them.
Every release holds at least five fresh people, and no two releases of one moment hold the same person. Therefore any
sum or difference of whatever was shown rests on at least five people: of the releases it uses, the last one holds
five people whom no earlier release held and no other release of that moment holds, so nothing can cancel them out
(docs/decisions/0006). Totals are sums of releases; an answer in no release yet has no influence on anything shown.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from coprod_core.rounds.values import OTHERS, Answer, Counts, counted

LEAST = 5
"""The fewest people any result rests on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One phone's answer to one interest as it stands now: who, what, its place in order of arrival, whether fresh."""

    phone: str
    answer: Answer
    arrived: int
    fresh: bool


Cells: TypeAlias = Mapping[str, Sequence[Kept]]
"""The answers of phones on one interest, by group."""


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


@dataclass(frozen=True, slots=True)
class Release:
    """What is newly shown of a group: the phones it holds, and the answers somebody typed in for people without one."""

    held: tuple[Kept, ...]
    typed: Counts

    @property
    def counts(self) -> Counts:
        """How many people gave each answer, on phones and on paper together."""
        return counted(one.answer for one in self.held) + Counter(self.typed)


def while_open(cells: Cells) -> Mapping[str, Release]:
    """The releases due on one interest while its round is open, by group. What was typed in waits for the close."""
    due_now = {group: due(kept, closed=False) for group, kept in cells.items()}
    return {group: Release(held, {}) for group, held in due_now.items() if held}


def at_close(cells: Cells, shown: Collection[str], typed: Mapping[str, Counts]) -> Mapping[str, Release]:
    """The releases on one interest when its round closes, by group; `shown`: the groups with a release before.

    Typed answers never make up the five that phones need: whoever typed them knows them, and could take them off
    again. With five phones or more any number goes along; without, five or more are shown by themselves. What stays
    hidden is shown as one group (`OTHERS`), if together it may be; what then remains is in nothing that is shown.
    """
    releases: dict[str, Release] = {}
    hidden: list[Kept] = []
    hidden_typed: Counter[Answer] = Counter()
    for group in dict.fromkeys((*cells, *typed)):
        kept, without_phone = cells.get(group, ()), typed.get(group, {})
        held = due(kept, closed=True)
        alone = not held and group not in shown and sum(without_phone.values()) >= LEAST
        if held or alone:
            releases[group] = Release(held, without_phone)
        else:
            hidden_typed += Counter(without_phone)
        if not held and group not in shown:
            hidden += kept
    held = due(hidden, closed=True)
    if held or sum(hidden_typed.values()) >= LEAST:
        releases[OTHERS] = Release(held, hidden_typed)
    return releases


def at_least(people: int) -> int:
    """The number of people behind a result as it is shown: in steps of five, so that no one arrival shows."""
    return people // LEAST * LEAST
