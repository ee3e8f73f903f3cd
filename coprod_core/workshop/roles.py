"""Role cards: whom people play, and how the cards are dealt."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

from coprod_core.checked.fields import Key, Mark, Text
from coprod_core.checked.values import value
from coprod_core.web.model import Sphere, Web

MOST_CARDS = 12
FEWEST_PLAYERS = 3
"""Groups of fewer people than this play at one table together."""

LONGEST_LINE = 160
_DECIDING = (Sphere.PROFESSIONAL, Sphere.OWN_ORGANISATION)


@value
class RoleCard:
    """Whom somebody plays: a party of the web, by what stands on a card of paper, which holds no number.

    `stake`: what you have to lose or to win; `line`: to say aloud; `loses_line`: to say when the plan goes against you.
    `absent`: stands outside the circle until a choice gives the party seats; `essential`: dealt before the others.
    """

    id: Key
    actor: Key
    name: Annotated[str, Text(80, filled=True)]
    stake: Annotated[str, Text(300)] = ""
    line: Annotated[str, Text(LONGEST_LINE)] = ""
    loses_line: Annotated[str, Text(LONGEST_LINE)] = ""
    absent: Mark = False
    essential: Mark = True


def groups_of(people: int, groups: int) -> tuple[int, ...]:
    """How many people sit in each of so many groups, as equal as can be; one group where some would be too small."""
    each, more = divmod(people, groups)
    if each < FEWEST_PLAYERS:
        return (people,)
    return tuple(each + (nth < more) for nth in range(groups))


def deal(cards: Sequence[RoleCard], players: int) -> tuple[tuple[RoleCard, ...], ...]:
    """The cards of each player of a group: essential ones first, in file order, then the rest, one each.

    With fewer players than essential cards, players hold more than one, those outside the circle kept together as far
    as that goes. Whoever holds none watches.
    """
    essential = [card for card in cards if card.essential]
    if players < len(essential):
        return _shared(sorted(essential, key=lambda card: card.absent), players)
    dealt = [*essential, *(card for card in cards if not card.essential)][:players]
    return tuple((card,) for card in dealt) + ((),) * (players - len(dealt))


def _shared(cards: Sequence[RoleCard], players: int) -> tuple[tuple[RoleCard, ...], ...]:
    """All cards in order over fewer players, as equal as can be."""
    each, more = divmod(len(cards), players)
    ends = [nth * each + min(nth, more) for nth in range(players + 1)]
    return tuple(tuple(cards[start:end]) for start, end in pairwise(ends))


def deciding(cards: Sequence[RoleCard], web: Web) -> RoleCard | None:
    """The card that decides: the professional's, else the first of the own organisation; None where nobody plays it."""
    spheres = {card.id: web.actor_by_id[card.actor].sphere for card in cards}
    ours = (card for sphere in _DECIDING for card in cards if spheres[card.id] == sphere)
    return next(ours, None)
