"""Tables that grow by one candidate at a time: a first guess at the front (docs/indicators.md, section 7)."""

from collections.abc import Callable, Iterator

import numpy as np

from coprod_core.indicators.companies import both, one, some
from coprod_core.indicators.invitation import Company, Invitations
from coprod_core.indicators.weights import TIE, Flags

_BLOCK = 1 << 20
_PLANS = 8
_QUANTILES = (0.0, 0.25, 0.5, 0.75, 0.9)


def grown(invitations: Invitations, deadline: float, clock: Callable[[], float]) -> Iterator[tuple[Company, Flags]]:
    """Tables to begin with: nobody joins, everybody joins, and tables that grow by who adds most for the effort and the
    crowding, among those who accept a given plan well enough.
    """
    candidates, count = invitations.candidates, len(invitations.candidates)
    everybody = invitations.company(np.append(invitations.base, candidates))
    yield both(one(invitations.alone), one(everybody)), np.repeat([[False], [True]], count, axis=1)
    open_to = _circles(invitations)
    members = np.zeros(open_to.shape, dtype=bool)
    tables = some(one(invitations.alone), np.zeros(len(open_to), dtype=np.intp))
    each, capacity = invitations.each, invitations.weights.web.process.agenda_capacity
    while clock() < deadline and len(open_to):
        gain = np.maximum(0.0, each.bearing[candidates] - tables.bearing[:, None]) @ invitations.weights.at_stake
        crowding = np.maximum(0.0, each.load[candidates] - tables.load[:, None]).sum(axis=2) / capacity
        value = np.where(open_to & ~members & (gain > TIE), gain / (each.effort[candidates] + crowding + TIE), 0.0)
        growing = np.flatnonzero(value.max(axis=1) > 0)
        best = value.argmax(axis=1)[growing]
        tables, members, open_to = some(tables, growing), members[growing], open_to[growing]
        tables = invitations.joined_by_each(tables, candidates[best])
        members[np.arange(len(best)), best] = True
        yield tables, members


def _circles(invitations: Invitations) -> Flags:
    """Whom to grow a table among, circles x candidates: per plan those who find it worth at least some level."""
    candidates = invitations.candidates
    worth = np.minimum(invitations.each.worth[candidates], invitations.alone.worth).T
    plans = np.argsort(-invitations.alone.worth, kind="stable")[:_PLANS]
    if not worth.size:
        return np.zeros((0, len(candidates)), dtype=bool)
    floors = np.quantile(worth[plans], _QUANTILES, axis=1).T
    circles = (worth[plans, None, :] >= floors[:, :, None]).reshape(-1, len(candidates))
    most = max(1, _BLOCK // (len(candidates) * max(1, invitations.weights.at_stake.size)))
    return np.unique(circles, axis=0)[::-1][:most]
