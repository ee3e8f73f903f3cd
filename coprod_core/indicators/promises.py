"""What each absent group would bring if it came: gain and cost under the same condition (docs/indicators.md, 6).

What is promised here is what the readings say once the group sits there.
"""

from collections.abc import Mapping
from itertools import compress
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from coprod_core.indicators.gap import Gap, Reference, unheard_interests
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.minimax import ids_of
from coprod_core.indicators.weights import TIE, Floats, Rows, Weights, divided
from coprod_core.web.model import Actor
from coprod_core.web.usual_seats import at_most_its_people, usual_seats

_BLOCK = 64
"""The most groups that are tried at once."""


class Invitation(NamedTuple):
    """What one absent group brings to the table as it is, if it comes.

    `gain`: in inclusiveness, `loss`: in feasibility, both 0..1; `fit_from`, `fit_to`, `pace_from`, `pace_to`: how well
    the best plan works for the least happy party and how fast it goes, now and then. `seats`: what it is given.
    `first_heard`: the unheard interests that no longer are, sorted by id; `views_to`: the gap in views then, and
    `grows_on`, where that is larger than now, the interest of which the gap grows most. `views_to` is None without gap.
    """

    gain: float
    loss: float
    seats: float
    first_heard: tuple[str, ...]
    fit_from: float
    fit_to: float
    pace_from: float
    pace_to: float
    views_to: float | None
    grows_on: str | None


class _GapThen(NamedTuple):
    first_heard: tuple[str, ...] = ()
    views_to: float | None = None
    grows_on: str | None = None


def promises(
    invitations: Invitations, gap: Gap | None, reference: Reference, seats: Mapping[str, float]
) -> Mapping[str, Invitation]:
    """Per absent candidate what it brings; empty without initiators. `gap`: the gap now, None where it is undefined.
    `seats`: what a group is given where that is not the usual number, such as the seats it had last.
    """
    weights = invitations.weights
    absent = invitations.candidates[~weights.seated[invitations.candidates]]
    if not len(absent) or not len(invitations.initiators):
        return MappingProxyType({})
    now = invitations.reached_here
    joined = invitations.joined_by_each(invitations.here, absent)
    gains = np.maximum(0.0, invitations.inclusiveness(joined) - now.inclusiveness)
    fits, paces = invitations.fit(joined), invitations.pace_of(joined)
    losses = np.maximum(0.0, now.feasibility - fits * paces)
    usual = usual_seats(weights.web)
    given = [_seats_of(weights.web.actors[row], usual, seats) for row in absent.tolist()]
    then = [_GapThen()] * len(absent) if gap is None else _gaps_then(weights, gap, reference, absent, given)
    columns = gains.tolist(), losses.tolist(), fits.tolist(), paces.tolist(), given, then
    return MappingProxyType(
        {
            id_: Invitation(gain, loss, chairs, at.first_heard, now.fit, fit, now.pace, pace, at.views_to, at.grows_on)
            for id_, gain, loss, fit, pace, chairs, at in zip(ids_of(weights.actors, absent), *columns, strict=True)
        }
    )


def _seats_of(party: Actor, usual: float, seats: Mapping[str, float]) -> float:
    return seats[party.id] if party.id in seats else at_most_its_people(usual, party.people)


def _gaps_then(weights: Weights, gap: Gap, reference: Reference, absent: Rows, seats: list[float]) -> list[_GapThen]:
    found: list[_GapThen] = []
    now = np.array(list(gap.by_interest.values()))
    unheard = set(gap.unheard)
    was_unheard = np.array([interest in unheard for interest in weights.interests], dtype=bool)
    limit = weights.web.conventions.unheard_limit
    for start in range(0, len(absent), _BLOCK):
        rows = absent[start : start + _BLOCK]
        outside, table = _voiced_then(weights, reference, rows, np.array(seats[start : start + _BLOCK]))
        missed = _of_both_sides(np.maximum(0.0, outside - table))
        views, at_table = missed.sum(axis=1), _of_both_sides(table)
        heard = was_unheard & ~unheard_interests(_of_both_sides(outside), at_table, limit) & (at_table > TIE)
        grown = missed - now
        most = (grown >= grown.max(axis=1, keepdims=True, initial=-1.0) - TIE).argmax(axis=1).tolist()
        first = [tuple(sorted(compress(weights.interests, row))) for row in heard.tolist()]
        for heard_first, to, k in zip(first, views.tolist(), most, strict=True):
            found.append(_GapThen(heard_first, to, weights.interests[k] if to > gap.views + TIE else None))
    return found


def _voiced_then(weights: Weights, reference: Reference, rows: Rows, seats: Floats) -> tuple[Floats, Floats]:
    """What is voiced outside and at the table, by interest and side, once each of these parties has its seats."""
    there = np.empty((len(rows), len(weights.actors)))
    there[:] = weights.seats * weights.influence * weights.people_at_stake
    moved = np.arange(len(rows))
    there[moved, rows] = seats * weights.influence[rows]
    table = _shares(there) @ weights.table_voices
    if reference == Reference.AFFECTED_PUBLIC:
        return np.broadcast_to(weights.at_stake, table.shape), table
    counts = np.maximum(0.0, weights.people - weights.seats) * weights.hit * weights.citizens
    outside = np.empty(there.shape)
    outside[:] = counts
    outside[moved, rows] = np.maximum(0.0, weights.people[rows] - seats) * weights.hit[rows]
    return _shares(outside) @ weights.voices, table


def _shares(amounts: Floats) -> Floats:
    return divided(amounts, amounts.sum(axis=1, keepdims=True))


def _of_both_sides(by_side: Floats) -> Floats:
    k = by_side.shape[-1] // 2
    return by_side[..., :k] + by_side[..., k:]


def data(joining: Invitation) -> dict[str, Any]:
    """What somebody would bring, as plain JSON data."""
    return {
        "gain": joining.gain,
        "loss": joining.loss,
        "first_heard": list(joining.first_heard),
        "fit_from": joining.fit_from,
        "fit_to": joining.fit_to,
        "pace_from": joining.pace_from,
        "pace_to": joining.pace_to,
        "views_to": joining.views_to,
        "grows_on": joining.grows_on,
    }
