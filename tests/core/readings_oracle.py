"""docs/indicators.md, sections 2-7, written out slowly in loops and subsets: what the fast core is held against.

Uses nothing of `coprod_core.indicators`. Gives the same data as `readings_data`, plus a few values beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, combinations
from statistics import median
from typing import Any

from coprod_core.model import Actor, Web

EQUAL = 1e-9
SIDES = ("for", "against")


def subsets(items: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def ratio(part: float, whole: float) -> float:
    return 0.0 if whole == 0 else part / whole


def lost(best: float, got: float) -> float:
    return 0.0 if best <= EQUAL else max(0.0, (best - got) / best)


def strengthened(tension: float, strengths: Sequence[float], each: float) -> float:
    calm = 1.0
    for strength in strengths:
        calm *= 1 - strength * each
    return tension + tension * (1 - tension) * (1 - calm)


class SlowWeb:
    """The derived quantities of section 2, one number at a time."""

    def __init__(self, web: Web, reference: str) -> None:
        self.web = web
        self.reference = reference
        self.agreed = web.conventions
        self.ids = [actor.id for actor in web.actors]
        self.interests = [interest.id for interest in web.interests]
        self.actor = {actor.id: actor for actor in web.actors}
        self.stake = {(stake.actor, stake.interest): stake for stake in web.stakes}
        self.citizens = [i for i in self.ids if self.actor[i].sphere == "citizens"]
        self.with_stake = [i for i in self.ids if any(self.weight(i, k) > 0 for k in self.interests)]
        self.citizens_with_stake = [i for i in self.citizens if i in self.with_stake]
        self.compatibility = {frozenset((r.a, r.b)): r.compatibility for r in web.relations}
        self.people = {i: self._people(self.actor[i]) for i in self.ids}
        self.hit = {i: self._hit(i) for i in self.ids}
        self.S = self._parts({i: self.actor[i].seats * self.actor[i].influence for i in self.citizens_with_stake})
        self.Q = self._parts({i: self.people[i] * self.hit[i] for i in self.citizens})
        outside = {i: max(0.0, self.people[i] - self.actor[i].seats) * self.hit[i] for i in self.citizens}
        self.P = self.Q if reference == "affected_public" else self._parts(outside)

    def weight(self, i: str, k: str) -> float:
        return self.stake[i, k].weight if (i, k) in self.stake else 0.0

    def position(self, i: str, k: str) -> float:
        return self.stake[i, k].position if (i, k) in self.stake else 1.0

    def compatible(self, k: str, m: str) -> float:
        return 1.0 if k == m else self.compatibility.get(frozenset((k, m)), 0.0)

    def _people(self, actor: Actor) -> float:
        if actor.people is not None:
            return actor.people
        known = [self.actor[i].people for i in self.citizens_with_stake if self.actor[i].people is not None]
        return median(known) if known else 1.0

    def _hit(self, i: str) -> float:
        if i not in self.with_stake:
            return 0.0
        given = self.actor[i].hit
        return max(self.weight(i, k) for k in self.interests) if given is None else given

    def _parts(self, amounts: dict[str, float]) -> dict[str, float]:
        total = sum(amounts.values())
        return {i: ratio(amounts.get(i, 0.0), total) for i in self.ids}

    def table_weight(self, i: str, k: str) -> float:
        stake = self.stake.get((i, k))
        if stake is None:
            return 0.0
        return stake.weight if stake.table_weight is None else stake.table_weight

    def silent_at_table(self, i: str) -> bool:
        return all(self.table_weight(i, k) == 0 for k in self.interests)

    def om(self, i: str, k: str) -> float:
        return ratio(self.weight(i, k), sum(self.weight(i, m) for m in self.interests))

    def table_om(self, i: str, k: str) -> float:
        if self.silent_at_table(i):
            return self.om(i, k)
        return ratio(self.table_weight(i, k), sum(self.table_weight(i, m) for m in self.interests))

    def table_position(self, i: str, k: str) -> float:
        stake = self.stake.get((i, k))
        if self.silent_at_table(i) or stake is None or stake.table_position is None:
            return self.position(i, k)
        return stake.table_position

    def V(self, i: str, k: str, side: str) -> float:  # noqa: N802
        sign = 1 if side == "for" else -1
        return self.om(i, k) * (1 + sign * self.position(i, k)) / 2

    def VT(self, i: str, k: str, side: str) -> float:  # noqa: N802
        sign = 1 if side == "for" else -1
        return self.table_om(i, k) * (1 + sign * self.table_position(i, k)) / 2

    def z(self, i: str, k: str) -> float:
        return ratio(self.hit[i] * self.weight(i, k), max(self.weight(i, m) for m in self.interests))

    def x(self, i: str, k: str) -> float:
        return self.om(i, k) * self.position(i, k)

    def at_table(self, i: str) -> bool:
        return self.actor[i].seats > 0


def gap(s: SlowWeb) -> dict[str, Any] | str:
    if not any(s.hit[i] > 0 for i in s.citizens):
        return "no_citizen_stakes"
    outside_voice = {(k, d): sum(s.P[i] * s.V(i, k, d) for i in s.ids) for k in s.interests for d in SIDES}
    table_voice = {(k, d): sum(s.S[i] * s.VT(i, k, d) for i in s.ids) for k in s.interests for d in SIDES}
    outside = {k: sum(s.P[i] * s.om(i, k) for i in s.ids) for k in s.interests}
    table = {k: sum(s.S[i] * s.table_om(i, k) for i in s.ids) for k in s.interests}
    cell = {}
    for i in s.ids:
        for k in s.interests:
            cell[i, k] = 0.0
            for d in SIDES:
                if outside_voice[k, d] > table_voice[k, d] + EQUAL:
                    cell[i, k] += (s.P[i] - s.S[i]) * s.V(i, k, d) + s.S[i] * (s.V(i, k, d) - s.VT(i, k, d))
    positive = {pair: value for pair, value in cell.items() if value > EQUAL}
    heard_from = s.agreed.unheard_limit
    estimated = sum(value for pair, value in positive.items() if s.stake[pair].provenance == "estimate")
    return {
        "places": sum(max(0.0, s.P[i] - s.S[i]) for i in s.ids),
        "views": sum(max(0.0, outside_voice[key] - table_voice[key]) for key in outside_voice),
        "attention": sum(max(0.0, outside[k] - table[k]) for k in s.interests),
        "drift": sum(s.S[i] * abs(s.V(i, k, d) - s.VT(i, k, d)) / 2 for i in s.ids for k in s.interests for d in SIDES),
        "by_interest": {k: sum(cell[i, k] for i in s.ids) for k in s.interests},
        "by_actor": {i: sum(cell[i, k] for k in s.interests) for i in s.citizens},
        "places_by_actor": {i: max(0.0, s.P[i] - s.S[i]) for i in s.citizens},
        "unheard": sorted(k for k in s.interests if outside[k] > EQUAL and table[k] < heard_from * outside[k] - EQUAL),
        "alarm": sorted(
            i
            for i in s.citizens
            if s.hit[i] >= s.agreed.alarm_hit - EQUAL and s.S[i] < s.agreed.alarm_share * s.Q[i] - EQUAL
        ),
        "estimated_share": ratio(estimated, sum(positive.values())),
    }


def clash(s: SlowWeb) -> dict[str, float]:
    found = {}
    for i, j in combinations(s.ids, 2):
        apart = 0.0
        for k in s.interests:
            for m in s.interests:
                both = s.x(i, k) * s.compatible(k, m) * s.x(j, m)
                apart += (abs(both) - both) / 2
        found[f"{i}|{j}"] = apart
    return found


class SlowPlans:
    """Section 5."""

    def __init__(self, s: SlowWeb) -> None:
        self.s = s
        self.provisional = not s.web.options
        self.feasibility = {option.id: option.feasibility for option in s.web.options}
        self.barred = {option.id: option.barred for option in s.web.options}
        self.effect = {(o.id, k): o.effects.get(k, 0.0) for o in s.web.options for k in s.interests}
        if self.provisional:
            for i in s.with_stake:
                self._add_wish(i)
        self.ids = list(self.feasibility)
        self.open = [o for o in self.ids if not self.barred[o]]

    def _add_wish(self, i: str) -> None:
        s, wish = self.s, f"wish:{i}"
        self.feasibility[wish], self.barred[wish] = s.agreed.wish_feasibility, False
        for k in s.interests:
            helped = sum(s.x(i, m) * s.compatible(m, k) for m in s.interests)
            self.effect[wish, k] = s.position(i, k) if s.weight(i, k) > 0 else helped

    def u(self, o: str, i: str) -> float:
        return sum(self.s.x(i, k) * self.effect[o, k] for k in self.s.interests)

    def acceptance(self, o: str, i: str) -> float:
        return 1 - self.s.hit[i] * (1 - self.u(o, i)) / 2

    def burden(self, o: str, i: str) -> float:
        s = self.s
        return sum(s.om(i, k) * max(0.0, -s.position(i, k) * self.effect[o, k]) for k in s.interests)

    def shifted(self, o: str) -> float | None:
        s = self.s
        burdened = sum(s.Q[i] * self.burden(o, i) for i in s.citizens)
        absent = sum(s.Q[i] * self.burden(o, i) for i in s.citizens if not s.at_table(i))
        return None if burdened <= EQUAL else absent / burdened


class SlowInvitations:
    """Section 6."""

    def __init__(self, s: SlowWeb, plans: SlowPlans) -> None:
        self.s, self.plans = s, plans
        at_table = [i for i in s.citizens_with_stake if s.at_table(i)]
        self.initiators = [i for i in at_table if s.actor[i].initiator] or at_table
        self.base = [i for i in s.ids if i in self.initiators or (i not in s.citizens and s.at_table(i))]
        self.candidates = [i for i in s.citizens_with_stake if i not in self.initiators]
        self.here = [*self.base, *(i for i in self.candidates if s.at_table(i))]

    def carry(self, i: str, k: str, side: str) -> float:
        s = self.s
        return ratio(s.hit[i] * s.V(i, k, side), max(s.hit[j] * s.V(j, k, side) for j in s.citizens))

    def presence(self, i: str) -> float:
        return self.s.actor[i].influence if self.s.at_table(i) else self.s.actor[i].reach

    def I(self, group: Sequence[str]) -> float:  # noqa: E743, N802
        s, total = self.s, 0.0
        for k in s.interests:
            for side in SIDES:
                at_stake = sum(s.Q[i] * s.V(i, k, side) for i in s.citizens)
                felt = [self.presence(i) * self.carry(i, k, side) for i in group if i in s.citizens]
                total += at_stake * max(felt)
        return total

    def load(self, group: Sequence[str]) -> float:
        s = self.s
        issues = sum(max(s.z(i, k) for i in group) for k in s.interests)
        effort = sum(s.actor[i].effort for i in group if i in self.candidates)
        return 1 / (1 + max(0.0, issues - 1) / s.web.process.agenda_capacity + effort)

    def F(self, group: Sequence[str], plans: Sequence[str] | None = None) -> float:  # noqa: N802
        p = self.plans
        plans = p.open if plans is None else plans
        worth = [p.feasibility[o] * min(p.acceptance(o, i) for i in group) for o in plans]
        return self.load(group) * max(worth, default=0.0)

    def all_ways(self) -> list[tuple[float, float]]:
        groups = [[*self.base, *joining] for joining in subsets(self.candidates)]
        return [(self.I(group), self.F(group)) for group in groups]


def brute_front(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    def beats(a: tuple[float, float], b: tuple[float, float]) -> bool:
        never_worse = all(x >= y - EQUAL for x, y in zip(a, b, strict=True))
        return never_worse and any(x > y + EQUAL for x, y in zip(a, b, strict=True))

    kept: list[tuple[float, float]] = []
    for point in sorted(p for p in points if not any(beats(other, p) for other in points)):
        if not kept or point[0] > kept[-1][0] + EQUAL:
            kept.append(point)
    return kept


def best_first(items: Sequence[Any], *scores: Callable[[Any], float]) -> Any:
    for score in scores:
        most = max(score(item) for item in items)
        items = [item for item in items if score(item) >= most - EQUAL]
    return items[0]


def feasible_or_inclusive(m: SlowInvitations) -> dict[str, Any] | str:
    if not m.initiators:
        return "no_initiators"
    ways = m.all_ways()
    i_max, f_max = max(i for i, _ in ways), max(f for _, f in ways)
    f_free = max(m.F([*m.base, *joining], m.plans.ids) for joining in subsets(m.candidates))
    demands = lost(f_free, f_max)
    here = (m.I(m.here), m.F(m.here))

    def losses(way: tuple[float, float]) -> list[float]:
        return [lost(i_max, way[0]), lost(f_max, way[1])]

    tension = min(max(losses(way)) for way in ways)
    absent = [i for i in m.candidates if not m.s.at_table(i)]
    return {
        "tension": tension,
        "amplified": strengthened(tension, [m.s.web.process.emphasis, demands], m.s.agreed.strengthening),
        "demands": demands,
        "provisional": m.plans.provisional,
        "inclusiveness": here[0],
        "feasibility": here[1],
        "here": losses(here),
        "feasible_pole": losses(best_first(ways, lambda way: way[1], lambda way: way[0])),
        "inclusive_pole": losses(best_first(ways, lambda way: way[0], lambda way: way[1])),
        "front": [list(point) for point in brute_front(ways)],
        "invite": {i: {"gain": m.I([*m.here, i]) - here[0], "loss": here[1] - m.F([*m.here, i])} for i in absent},
    }


def role(m: SlowInvitations) -> dict[str, Any] | str:
    s, p, process = m.s, m.plans, m.s.web.process
    if not m.initiators:
        return "no_initiators"
    if len(p.open) < 2:
        return "needs_two_plans"

    def util(o: str, i: str) -> float:
        return (1 + p.u(o, i)) / 2

    def initiators(o: str) -> float:
        return sum(s.people[i] * util(o, i) for i in m.initiators) / sum(s.people[i] for i in m.initiators)

    politics = [i for i in s.with_stake if s.actor[i].sphere == "political_authority"]

    def political_authority(o: str) -> float:
        return sum(util(o, i) for i in politics) / len(politics)

    def general_interest(o: str) -> float:
        worst_off = min(p.acceptance(o, i) for i in s.citizens_with_stake)
        mean = sum(s.Q[i] * util(o, i) for i in s.citizens)
        return (1 - process.worst_off_weight) * mean + process.worst_off_weight * worst_off

    ownership = 1 - (1 - process.delegated) * (1 - process.initiative)
    lenses = {"initiators": (initiators, ownership), "general_interest": (general_interest, 1.0)}
    if politics:
        lenses["political_authority"] = (political_authority, process.meddling)

    def relative(o: str, lens: str) -> float:
        score = lenses[lens][0]
        return lost(max(score(other) for other in p.open), score(o))

    def weighted(o: str) -> dict[str, float]:
        return {lens: relative(o, lens) * weight for lens, (_, weight) in lenses.items()}

    def comfort(o: str) -> float:
        return -max(weighted(o).values())

    plans = {
        "facilitate": best_first(p.open, initiators, comfort),
        "steer": best_first(p.open, lambda o: -(relative(o, "initiators") + relative(o, "general_interest")), comfort),
        "lead": best_first(p.open, general_interest, comfort),
    }
    if politics:
        plans["politics_first"] = best_first(p.open, political_authority, comfort)
    cost = {
        "facilitate": s.agreed.ownership_facilitate,
        "steer": s.agreed.ownership_steer,
        "lead": s.agreed.ownership_lead,
        "politics_first": s.agreed.ownership_politics_first,
    }
    losses = {way: {**weighted(o), "ownership": ownership * cost[way]} for way, o in plans.items()}
    regret = {way: max(paid.values()) for way, paid in losses.items()}
    tension = min(regret.values())
    return {
        "tension": tension,
        "amplified": strengthened(tension, [process.steering * ownership, process.meddling], s.agreed.strengthening),
        "ownership": ownership,
        "provisional": p.provisional,
        "regret": regret,
        "losses": losses,
        "plans": plans,
    }


def rules(s: SlowWeb) -> dict[str, Any] | str:
    if not s.web.rules:
        return "no_rules"
    severity = {k: max((s.z(i, k) for i in s.ids), default=0.0) for k in s.interests}
    found = {}
    for rule in s.web.rules:
        deviate = max([rule.force, *(rule.protects.get(k, 0.0) * severity[k] for k in s.interests)])
        follow = max((rule.hinders.get(k, 0.0) * severity[k] for k in s.interests), default=0.0)
        tension = min(deviate, follow) * (1 - rule.discretion)
        found[rule.id] = {"deviate": deviate, "follow": follow, "tension": tension}
    return {"tension": max(rule["tension"] for rule in found.values()), "rules": found}


def slow_readings(web: Web, reference: str = "maxi_public") -> dict[str, Any]:
    """The readings file of a web with at most a handful of candidates."""
    s = SlowWeb(web, reference)
    plans = SlowPlans(s)
    invitations = SlowInvitations(s, plans)
    parts = {
        "gap": gap(s),
        "feasibility_inclusiveness": feasible_or_inclusive(invitations),
        "role": role(invitations),
        "rules": rules(s),
    }
    return {
        "format": "coprod-readings",
        "version": 1,
        **{name: None if isinstance(part, str) else part for name, part in parts.items()},
        "options": {
            o: {"acceptance": {i: plans.acceptance(o, i) for i in s.ids}, "shifted": plans.shifted(o)}
            for o in plans.ids
        },
        "clash": clash(s),
        "undefined": {name: part for name, part in parts.items() if isinstance(part, str)},
    }
