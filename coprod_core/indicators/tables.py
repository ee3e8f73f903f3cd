"""One table beside another: what the readings say with the table as it is, and with some groups more (section 6).

Everything here reads "if they come", so what stands under a table is what the readings say once those groups sit there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from coprod_core.indicators.feasible import EvenTheBest, even_the_best
from coprod_core.indicators.gap import Reference, unheard_interests
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.minimax import ids_of
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import TIE, Floats, Weights, divided, shares

MOST_BESIDE = 3
"""So many tables at most stand beside the one there is."""


@dataclass(frozen=True, eq=False)
class Table:
    """A table, of those who sit there now and `joins`, the ids of the absent groups that come, in file order.

    `chairs`: the seats of each citizen party there, by id. `felt`: per interest of which something is at stake, how far
    somebody there feels it as strongly as those it hits hardest (0..1), and `at_stake` its part of all that is at stake
    (0..1). `unfelt`: the part of all that is at stake for which nobody there does (0..1). `missing`: the unheard
    interests without attention at that table, `hardly`: those with some. `fit`, `pace` (0..1), `best`: as in the first
    dilemma.
    """

    joins: tuple[str, ...]
    chairs: Mapping[str, float]
    felt: Mapping[str, float]
    at_stake: Mapping[str, float]
    unfelt: float
    missing: tuple[str, ...]
    hardly: tuple[str, ...]
    fit: float
    pace: float
    best: EvenTheBest


def tables(readings: Readings) -> tuple[Table, ...]:
    """The table now and at most `MOST_BESIDE` others, those at which more is felt last; empty without initiators.

    The others: each absent group alone by which something unheard is heard, those hit no harder than in their plans all
    together; and everyone. Where these are too many, those by whom most is felt and everyone.
    """
    dilemma = readings.feasibility_inclusiveness
    if dilemma is None:
        return ()
    invitations = Invitations(readings.weights, readings.plans)
    seats = {id_: promised.seats for id_, promised in dilemma.invite.items()}
    made = [_table(invitations, readings.reference, seats, joins) for joins in _companies(readings)]
    everyone = _table(invitations, readings.reference, seats, tuple(seats)) if seats else None
    beside = [table for table in made if len(table.joins) < len(seats)]
    if everyone is not None:
        beside = sorted(beside, key=lambda table: table.unfelt)[: MOST_BESIDE - 1]
        beside = [*sorted(beside, key=lambda table: -table.unfelt), everyone]
    return (_table(invitations, readings.reference, seats, ()), *beside)


def _companies(readings: Readings) -> list[tuple[str, ...]]:
    """Who would come together, but everyone: each group that lets something be heard, the light ones as one."""
    dilemma, weights = readings.feasibility_inclusiveness, readings.weights
    invite = {} if dilemma is None else dilemma.invite
    hit = dict(zip(weights.actors, weights.hit.tolist(), strict=True))
    light = tuple(id_ for id_ in invite if hit[id_] <= weights.web.conventions.weight_plans + TIE)
    brings = [id_ for id_, promised in invite.items() if promised.first_heard]
    together = [light] if any(id_ in light for id_ in brings) else []
    return [*together, *((id_,) for id_ in brings if id_ not in light)]


def _table(invitations: Invitations, reference: Reference, given: Mapping[str, float], joins: tuple[str, ...]) -> Table:
    weights = invitations.weights
    joining = np.array([weights.actors.index(id_) for id_ in joins], dtype=np.intp)
    seats = weights.seats.copy()
    seats[joining] = [given[id_] for id_ in joins]
    company = invitations.company(np.sort(np.append(invitations.present, joining)))
    felt, at_stake = _felt(weights, company.bearing)
    missing, hardly = _unheard(weights, reference, seats)
    there = np.flatnonzero(weights.citizens & (seats > 0))
    return Table(
        joins=joins,
        chairs=dict(zip(ids_of(weights.actors, there), seats[there].tolist(), strict=True)),
        felt=felt,
        at_stake=at_stake,
        unfelt=max(0.0, weights.all_at_stake - float(invitations.inclusiveness(company))),
        missing=missing,
        hardly=hardly,
        fit=float(invitations.fit(company)),
        pace=float(invitations.pace_of(company)),
        best=even_the_best(invitations, joining),
    )


def _felt(weights: Weights, bearing: Floats) -> tuple[dict[str, float], dict[str, float]]:
    at_stake = _of_both_sides(weights.at_stake)
    felt = divided(_of_both_sides(weights.at_stake * bearing), at_stake)
    there = np.flatnonzero(at_stake > TIE)
    ids = ids_of(weights.interests, there)
    return (
        dict(zip(ids, felt[there].tolist(), strict=True)),
        dict(zip(ids, at_stake[there].tolist(), strict=True)),
    )


def _unheard(weights: Weights, reference: Reference, seats: Floats) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The unheard interests of a table with these seats, without and with some attention there."""
    table = shares(seats * weights.influence * weights.people_at_stake) @ weights.table_attention
    people = weights.people if reference == Reference.AFFECTED_PUBLIC else np.maximum(0.0, weights.people - seats)
    outside = shares(people * weights.hit * weights.citizens) @ weights.attention
    unheard = unheard_interests(outside, table, weights.web.conventions.unheard_limit)
    missing, hardly = np.flatnonzero(unheard & (table <= TIE)), np.flatnonzero(unheard & (table > TIE))
    return ids_of(weights.interests, missing), ids_of(weights.interests, hardly)


def _of_both_sides(by_side: Floats) -> Floats:
    half = len(by_side) // 2
    return by_side[:half] + by_side[half:]
