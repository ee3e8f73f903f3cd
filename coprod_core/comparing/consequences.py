"""What a choice or an event does to people: where it leads, who is heard, who goes back or forward, who loses.

One answer for the workshop, the report and the dilemmas; what anybody loses by a plan stands in `indicators.marks`.
Speaks in codes with ids.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from coprod_core.indicators import marks
from coprod_core.indicators.marks import PlanMarks
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import TIE

DIALS = ("emphasis", "meddling", "steering")
"""What may make a dilemma stronger, by whoever estimated it."""


@dataclass(frozen=True)
class Standing:
    """Where a group stands. `plan`: what it probably ends up at, None while no plan is entered; `role`: the role it
    took last, empty before it took one.
    """

    readings: Readings
    plan: str | None
    role: str = ""


@dataclass(frozen=True)
class Moved:
    """A party for which it became better or worse: how far what it leads to is for or against it (-1..1)."""

    party: str
    before: float
    after: float


@dataclass(frozen=True)
class Seats:
    """A party that has another number of seats than before."""

    party: str
    before: float
    after: float


@dataclass(frozen=True)
class Consequences:
    """What changed between two standings of one group.

    `leads_to`: the plan it probably ends up at now. `losing`: that plan as every party meets it; None without a plan.
    `first_heard`: interests of which nothing sounded at the table and that are no longer unheard, `better_heard`: those
    of which something did; `seats`: who got other seats. `back`, `forward`:
    citizen parties first, in file order. `role`: the role taken, None where it is the same as before. `rules`: those
    that became stricter or wider; `dials`: those that were turned up. `web_changed`: whether anything changed at all.
    """

    leads_to: str | None
    losing: PlanMarks | None
    first_heard: tuple[str, ...]
    better_heard: tuple[str, ...]
    seats: tuple[Seats, ...]
    back: tuple[Moved, ...]
    forward: tuple[Moved, ...]
    role: str | None
    rules: tuple[str, ...]
    dials: tuple[str, ...]
    web_changed: bool


def consequences(before: Standing, after: Standing) -> Consequences:
    """What a choice or an event did: `u` under the plan it leads to now, minus `u` under the plan it led to before.

    From `tell_change` on a party goes forward or back. Source: ours; `u` is that of section 5 of docs/indicators.md.
    """
    moved, heard = tuple(_moved(before, after)), newly_heard(before.readings, after.readings)
    sounded = before.readings.gap.table if before.readings.gap else {}
    new = tuple(id_ for id_ in heard if sounded.get(id_, 0.0) <= TIE)
    least = after.readings.weights.web.conventions.tell_change - TIE
    return Consequences(
        leads_to=after.plan,
        losing=None if after.plan is None else marks.of(after.readings).get(after.plan),
        first_heard=new,
        better_heard=tuple(id_ for id_ in heard if id_ not in new),
        seats=tuple(_seats(before, after)),
        back=tuple(one for one in moved if one.before - one.after >= least),
        forward=tuple(one for one in moved if one.after - one.before >= least),
        role=after.role if after.role != before.role else None,
        rules=tuple(_rules(before, after)),
        dials=tuple(_turned_up(before, after)),
        web_changed=before.readings.weights.web != after.readings.weights.web,
    )


def newly_heard(before: Readings, after: Readings) -> tuple[str, ...]:
    """The interests, in file order, that were unheard before and get attention at the table now."""
    if before.gap is None or after.gap is None:
        return ()
    new = {*before.gap.unheard} - {*after.gap.unheard}
    more = {id_ for id_ in new if after.gap.table.get(id_, 0.0) > before.gap.table[id_] + TIE}
    return tuple(id_ for id_ in after.weights.interests if id_ in more)


def _moved(before: Standing, after: Standing) -> Iterator[Moved]:
    if before.plan is None or after.plan is None:
        return
    was, now = _serves(before), _serves(after)
    web = after.readings.weights.web
    for party in sorted(web.actors, key=lambda actor: not actor.citizens):
        if party.id in was and party.id in now:
            yield Moved(party.id, was[party.id], now[party.id])


def _serves(standing: Standing) -> dict[str, float]:
    """How far the plan is for or against each party with something at stake."""
    weights, plans = standing.readings.weights, standing.readings.plans
    assert standing.plan is not None
    serves = plans.serves[plans.ids.index(standing.plan)]
    return {weights.actors[i]: float(serves[i]) for i in np.flatnonzero(weights.staked).tolist()}


def _seats(before: Standing, after: Standing) -> Iterator[Seats]:
    was = {actor.id: actor.seats for actor in before.readings.weights.web.actors}
    for actor in after.readings.weights.web.actors:
        if actor.id in was and was[actor.id] != actor.seats:
            yield Seats(actor.id, was[actor.id], actor.seats)


def _rules(before: Standing, after: Standing) -> Iterator[str]:
    was = before.readings.weights.web.rule_by_id
    for rule in after.readings.weights.web.rules:
        known = was.get(rule.id)
        if known is not None and (known.discretion, known.force) != (rule.discretion, rule.force):
            yield rule.id


def _turned_up(before: Standing, after: Standing) -> Iterator[str]:
    was, now = before.readings.weights.web.process, after.readings.weights.web.process
    return (name for name in DIALS if getattr(now, name) > getattr(was, name) + TIE)
