"""Own words as they lie together: as the program proposed, or a person laid them; nothing of it is decided yet."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from coprod_core.rounds.publication import at_least
from coprod_core.store.live_values import OwnWords


class Pile(NamedTuple):
    """Own words that lie together; those that lie by themselves are a pile of one."""

    id: str
    words: tuple[OwnWords, ...]

    @property
    def phones(self) -> int:
        """How many phones at least said this, in steps of five; 0 for fewer than five.

        A phone says one thing in a round, and may come back in a later one: so this goes by one round alone.
        """
        return at_least(max(Counter(one.round for one in self.words).values()))

    def only(self, ids: Sequence[str]) -> "Pile":
        """Those of it with these ids; all of it where that is none."""
        return Pile(self.id, tuple(one for one in self.words if one.id in ids) or self.words)

    def with_all(self, others: Sequence["Pile"]) -> "Pile":
        """It with all that lies in others."""
        return Pile(self.id, (*self.words, *(one for other in others for one in other.words)))

    def name(self, covered: Callable[[OwnWords], bool]) -> str:
        """The shortest that was said in it and is not covered: often the plainest name for all of it."""
        seen = sorted((one.words for one in self.words if not covered(one)), key=lambda words: (len(words), words))
        return seen[0] if seen else ""


def piles_of(waiting: Sequence[OwnWords]) -> tuple[Pile, ...]:
    """What is waiting as it lies together, in an order that stays when a text is moved; single ones last."""
    together: dict[str, tuple[OwnWords, ...]] = {}
    for one in sorted(waiting, key=lambda one: one.words.casefold()):
        pile = one.pile or one.id
        together[pile] = (*together.get(pile, ()), one)
    piles = [Pile(id_, words) for id_, words in together.items()]
    several = sorted((pile for pile in piles if len(pile.words) > 1), key=lambda pile: pile.id)
    return (*several, *(pile for pile in piles if len(pile.words) == 1))
