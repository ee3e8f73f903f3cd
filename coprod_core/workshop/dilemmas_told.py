"""Dilemmas of people's own in a workshop: who loses on one is a party again once that party comes in."""

from collections.abc import Collection, Iterator
from functools import reduce

from coprod_core.acts.command import Command
from coprod_core.acts.own_dilemmas import ChangeDilemma
from coprod_core.checked.values import to_data
from coprod_core.web.model import Web
from coprod_core.web.own_dilemmas import OwnDilemma


def losses_of_who_comes_in(whole: Web, web: Web, parties: Collection[str]) -> Iterator[Command]:
    """What names in each dilemma those who lose on it and are among `parties` now, as the whole web does.

    One that somebody changed since the workshop began stays as they made it.
    """
    for dilemma in web.dilemmas:
        full = whole.dilemma_by_id.get(dilemma.id)
        if full is None or _among(full, whole, web.actor_by_id) != dilemma:
            continue
        now = _among(full, whole, parties)
        if now != dilemma:
            yield ChangeDilemma(dilemma.id, {"ways": to_data(now.ways)})


def _among(dilemma: OwnDilemma, whole: Web, parties: Collection[str]) -> OwnDilemma:
    """A dilemma of the whole web as it stands while only these of its parties are there."""
    gone = (actor for actor in whole.actor_by_id if actor not in parties)
    return reduce(OwnDilemma.without_party, gone, dilemma)
