"""docs/indicators.md, sections 2-7, written out slowly in loops and subsets: what the fast core is held against.

Uses nothing of `coprod_core.indicators`. Gives the same data as `readings_data`, plus a few values beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, combinations
from statistics import median
from typing import Any

from coprod_core.web.model import Actor, Web

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

    def said_weight(self, i: str, k: str) -> float:
        return self.weight(i, k) if self.silent_at_table(i) else self.table_weight(i, k)

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

    def at_stake(self, k: str, side: str) -> float:
        return sum(self.Q[i] * self.V(i, k, side) for i in self.citizens)

    def all_at_stake(self) -> float:
        return sum(self.at_stake(k, side) for k in self.interests for side in SIDES)

    def carry(self, i: str, k: str, side: str) -> float:
        most = max(self.hit[j] * self.V(j, k, side) for j in self.citizens)
        return ratio(self.hit[i] * self.V(i, k, side), most)

    def heard_by(self, comes: dict[str, float]) -> float:
        """I over these citizens, each with what its seat counts there."""
        total = 0.0
        for k in self.interests:
            for side in SIDES:
                felt = [counts * self.carry(i, k, side) for i, counts in comes.items()]
                total += self.at_stake(k, side) * max(felt, default=0.0)
        return total


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


def floors(s: SlowWeb) -> dict[str, float]:
    """What stays unheard with everybody there, and what may not come."""
    everybody = {i: s.actor[i].influence for i in s.citizens}
    comes = {}
    for i in s.citizens:
        reach = 0.0 if s.actor[i].invitation == "declined" else s.actor[i].reach
        comes[i] = s.actor[i].influence * (1.0 if s.at_table(i) else reach)
    all_there = s.heard_by(everybody)
    return {"without_influence": s.all_at_stake() - all_there, "hard_to_reach": all_there - s.heard_by(comes)}


def headline(s: SlowWeb, gap: dict[str, Any]) -> dict[str, Any] | None:
    adds = gap["by_interest"]
    if all(value <= EQUAL for value in adds.values()):
        return None
    largest = best_first(s.interests, lambda k: adds[k])
    named = best_first((gap["unheard"] and [k for k in s.interests if k in gap["unheard"]]) or s.interests, adds.get)
    at_table = sum(s.S[i] * s.table_om(i, named) for i in s.ids)
    word = "least_attention" if named not in gap["unheard"] else "missing" if at_table <= EQUAL else "hardly_heard"
    return {"interest": named, "word": word, "also": largest if adds[largest] > adds[named] + EQUAL else None}


def silent(s: SlowWeb) -> dict[str, Any]:
    parties = [i for i in s.citizens if not any((i, k) in s.stake for k in s.interests)]
    people = [s.actor[i].people for i in s.citizens]
    of_silent = [s.actor[i].people for i in parties]
    known = sum(count for count in people if count is not None)
    share = None if None in of_silent or all(count is None for count in people) else sum(of_silent) / known
    return {"parties": parties, "people": share}


def voiced_by(s: SlowWeb, unheard: Sequence[str], effect: Callable[[str], float]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for interest in s.web.interests:
        k = interest.id
        outside = sum(s.P[i] * s.om(i, k) for i in s.ids)
        table = sum(s.S[i] * s.table_om(i, k) for i in s.ids)
        net = sum(s.P[i] * s.om(i, k) * s.position(i, k) for i in s.ids)
        sharing = [
            i
            for i in s.ids
            if i not in s.citizens
            and s.at_table(i)
            and s.said_weight(i, k) > 0
            and s.said_weight(i, k) >= s.agreed.weight_plans - EQUAL
            and abs(s.table_position(i, k)) > EQUAL
            and abs(net) > EQUAL
            and (s.table_position(i, k) > 0) == (net > 0)
        ]
        by = (
            "residents"
            if k not in unheard
            else "hardly"
            if table > EQUAL
            else "agreed"
            if interest.spoken_by.strip()
            else "organisation"
            if sharing
            else "nobody"
        )
        against = by == "organisation" and effect(k) * net < 0
        found[k] = (
            None
            if outside <= EQUAL
            else {"by": by, "organisations": sharing if by == "organisation" else [], "plan_against": against}
        )
    return found


def claims(s: SlowWeb) -> list[dict[str, Any]] | str:
    n = sum(s.actor[i].seats for i in s.citizens_with_stake)
    if n == 0:
        return "nobody_seated"
    lines: list[dict[str, Any]] = []
    for k in s.interests:
        for side in ("for", "against", "divided"):
            who = []
            for i in s.citizens_with_stake:
                position = s.position(i, k)
                stands = "divided" if abs(position) <= EQUAL else "for" if position > 0 else "against"
                if stands == side and s.weight(i, k) > 0 and s.weight(i, k) >= s.agreed.weight_plans - EQUAL:
                    who.append(i)
            share = sum(s.Q[i] for i in who)
            earned, has = int(n * share + EQUAL), sum(s.actor[i].seats for i in who)
            if earned < 1 or has >= earned - EQUAL:
                continue
            same = [line for line in lines if line["parties"] == who]
            if same:
                same[0]["interests"].append([k, side])
            else:
                lines.append({"interests": [[k, side]], "parties": who, "share": share, "earned": earned, "has": has})
    return in_order(lines, lambda line: line["earned"] - line["has"])


def in_order(items: Sequence[Any], score: Callable[[Any], float]) -> list[Any]:
    """From the largest down; among equals the first."""
    left, found = list(items), []
    while left:
        found.append(best_first(left, score))
        left = [item for item in left if item is not found[-1]]
    return found


def clash_and_accord(s: SlowWeb, i: str, j: str) -> tuple[dict[str, float], dict[str, float]]:
    """By interest, half of every pair of interests on either of them."""
    apart, together = dict.fromkeys(s.interests, 0.0), dict.fromkeys(s.interests, 0.0)
    for k in s.interests:
        for m in s.interests:
            both = s.x(i, k) * s.compatible(k, m) * s.x(j, m)
            for interest in (k, m):
                apart[interest] += max(0.0, -both) / 2
                together[interest] += max(0.0, both) / 2
    return apart, together


def clash(s: SlowWeb) -> dict[str, float]:
    return {f"{i}|{j}": sum(clash_and_accord(s, i, j)[0].values()) for i, j in combinations(s.ids, 2)}


def ambivalence(s: SlowWeb) -> list[dict[str, Any]]:
    found = []
    for i, j in combinations(s.ids, 2):
        apart, together = clash_and_accord(s, i, j)
        pulls, holds = sum(apart.values()), sum(together.values())
        if pulls + holds > s.agreed.ambivalent_from + EQUAL and pulls > EQUAL and holds > EQUAL:
            on = (best_first(s.interests, part.get) for part in (apart, together))
            found.append(
                {
                    "a": i,
                    "b": j,
                    "ambivalence": 2 * min(pulls, holds) / (pulls + holds),
                    "clash_on": next(on),
                    "accord_on": next(on),
                }
            )
    return in_order(found, lambda pair: pair["ambivalence"])


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
        self.open = self.counting([o for o in self.ids if not self.barred[o]])

    def counting(self, allowed: Sequence[str]) -> list[str]:
        return [o for o in allowed if self.holes(o) < 0.5 - EQUAL] or list(allowed)

    def hole(self, o: str, k: str) -> float:
        if self.provisional or k in self.s.web.option_by_id[o].effects:
            return 0.0
        return sum(self.s.Q[i] * self.s.om(i, k) for i in self.s.citizens)

    def holes(self, o: str) -> float:
        return sum(self.hole(o, k) for k in self.s.interests)

    def largest_hole(self, o: str) -> str | None:
        return best_first(self.s.interests, lambda k: self.hole(o, k)) if self.holes(o) > EQUAL else None

    def carries_most(self, o: str) -> str | None:
        carried = {i: self.s.Q[i] * self.burden(o, i) for i in self.s.citizens}
        return best_first(self.s.citizens, carried.get) if sum(carried.values()) > EQUAL else None

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

    def I(self, group: Sequence[str]) -> float:  # noqa: E743, N802
        return self.s.heard_by({i: self.s.actor[i].influence for i in group if i in self.s.citizens})

    def load(self, group: Sequence[str]) -> float:
        s = self.s
        issues = sum(max(s.z(i, k) for i in group) for k in s.interests)
        effort = sum(s.actor[i].effort for i in group if i in self.candidates)
        return 1 / (1 + max(0.0, issues - 1) / s.web.process.agenda_capacity + effort)

    def fit(self, group: Sequence[str], plans: Sequence[str] | None = None) -> float:
        p = self.plans
        plans = p.open if plans is None else plans
        worth = [p.feasibility[o] * min(p.acceptance(o, i) for i in group) for o in plans]
        return max(worth, default=0.0)

    def F(self, group: Sequence[str], plans: Sequence[str] | None = None) -> float:  # noqa: N802
        return self.load(group) * self.fit(group, plans)

    def usual_seats(self, i: str) -> float:
        s = self.s
        seated = [s.actor[j].seats for j in s.citizens if s.at_table(j)]
        seats = int(median(seated) + 0.5) if seated else 1
        people = s.actor[i].people
        return float(max(1, seats if people is None else min(seats, int(people))))

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


def feasible_or_inclusive(m: SlowInvitations, now: dict[str, Any] | str) -> dict[str, Any] | str:
    if not m.initiators:
        return "no_initiators"
    s, ways = m.s, m.all_ways()
    at_stake, f_max = s.all_at_stake(), max(f for _, f in ways)
    free = m.plans.counting(m.plans.ids)
    f_free = max(m.F([*m.base, *joining], free) for joining in subsets(m.candidates))
    demands = lost(f_free, f_max)
    here = (m.I(m.here), m.F(m.here))

    def losses(way: tuple[float, float]) -> list[float]:
        return [lost(at_stake, way[0]), lost(f_max, way[1])]

    tension = min(max(losses(way)) for way in ways)
    absent = [i for i in m.candidates if not s.at_table(i)]
    return {
        "tension": tension,
        "amplified": strengthened(tension, [s.web.process.emphasis, demands], s.agreed.strengthening),
        "demands": demands,
        "provisional": m.plans.provisional,
        "inclusiveness": here[0],
        "feasibility": here[1],
        "fit": m.fit(m.here),
        "pace": m.load(m.here),
        "here": losses(here),
        "feasible_pole": losses(best_first(ways, lambda way: way[1], lambda way: way[0])),
        "inclusive_pole": losses(best_first(ways, lambda way: way[0], lambda way: way[1])),
        "front": [list(point) for point in brute_front(ways)],
        "binding": binding(m, tension, losses),
        **even_the_best(m),
        "invite": {i: invitation(m, i, now) for i in absent},
    }


def binding(m: SlowInvitations, tension: float, losses: Callable[[tuple[float, float]], list[float]]) -> str | None:
    if tension <= EQUAL:
        return None
    joining = next(  # subsets come with the fewest first, then by place in the file
        joining
        for joining in subsets(m.candidates)
        if max(losses((m.I([*m.base, *joining]), m.F([*m.base, *joining])))) <= tension + EQUAL
    )
    table = [*m.base, *joining]
    heard, plan = losses((m.I(table), m.F(table)))
    if heard >= plan - EQUAL:
        unmended = floors(m.s)["without_influence"] / m.s.all_at_stake()
        return "say" if unmended >= heard / 2 - EQUAL else "heard"
    fit, pace = (lost(of(m.base), of(table)) for of in (m.fit, m.load))
    return "agenda" if pace > fit + EQUAL else "plan"


def even_the_best(m: SlowInvitations) -> dict[str, Any]:
    s, p = m.s, m.plans
    if not p.open:
        return {"best_plan": None, "least_happy": None, "least_acceptance": None, "hard_outside": []}

    def least(o: str) -> float:
        return min(p.acceptance(o, i) for i in m.here)

    best = best_first(p.open, lambda o: p.feasibility[o] * least(o), least)
    there = [i for i in s.ids if i in m.here]
    limit = s.agreed.hard_to_live_with
    hard = [i for i in s.citizens_with_stake if not s.at_table(i) and p.acceptance(best, i) < limit - EQUAL]
    return {
        "best_plan": best,
        "least_happy": None if least(best) >= 1 - EQUAL else best_first(there, lambda i: -p.acceptance(best, i)),
        "least_acceptance": least(best),
        "hard_outside": in_order(hard, lambda i: s.Q[i]),
    }


def invitation(m: SlowInvitations, i: str, now: dict[str, Any] | str) -> dict[str, Any]:
    joined = [*m.here, i]
    found = {
        "gain": m.I(joined) - m.I(m.here),
        "loss": m.F(m.here) - m.F(joined),
        "first_heard": [],
        "fit_from": m.fit(m.here),
        "fit_to": m.fit(joined),
        "pace_from": m.load(m.here),
        "pace_to": m.load(joined),
        "views_to": None,
        "grows_on": None,
    }
    if isinstance(now, str):
        return found
    seated = replace(m.s.actor[i], seats=m.usual_seats(i))
    then = SlowWeb(replace(m.s.web, actors=tuple(seated if a.id == i else a for a in m.s.web.actors)), m.s.reference)
    after = gap(then)
    assert isinstance(after, dict)
    attended = {k: sum(then.S[j] * then.table_om(j, k) for j in then.ids) for k in then.interests}
    found["first_heard"] = sorted(k for k in now["unheard"] if k not in after["unheard"] and attended[k] > EQUAL)
    found["views_to"] = after["views"]
    if after["views"] > now["views"] + EQUAL:
        found["grows_on"] = best_first(then.interests, lambda k: after["by_interest"][k] - now["by_interest"][k])
    return found


def role(m: SlowInvitations) -> dict[str, Any] | str:
    s, p, process = m.s, m.plans, m.s.web.process
    if not m.initiators:
        return "no_initiators"
    if len(p.open) < 2:
        return "needs_two_plans"

    surest = [o for o in p.open if p.feasibility[o] >= max(p.feasibility[each] for each in p.open) - EQUAL]

    def expected(of: Callable[[str], float], o: str) -> float:
        left = sum(of(each) for each in surest) / len(surest)
        return p.feasibility[o] * of(o) + (1 - p.feasibility[o]) * left

    def util(o: str, i: str) -> float:
        return expected(lambda each: (1 + p.u(each, i)) / 2, o)

    def wanted(o: str) -> float:
        return sum(s.people[i] * p.u(o, i) for i in m.initiators) / sum(s.people[i] for i in m.initiators)

    def initiators(o: str) -> float:
        return sum(s.people[i] * util(o, i) for i in m.initiators) / sum(s.people[i] for i in m.initiators)

    politics = [i for i in s.with_stake if s.actor[i].sphere == "political_authority"]

    def political_authority(o: str) -> float:
        return sum(util(o, i) for i in politics) / len(politics)

    def general_interest(o: str) -> float:
        worst_off = min(expected(lambda each, i=i: p.acceptance(each, i), o) for i in s.citizens_with_stake)
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
        "facilitate": best_first(p.open, wanted, comfort),
        "steer": best_first(p.open, lambda o: -(relative(o, "initiators") + relative(o, "general_interest")), comfort),
        "lead": process.own_reading if process.own_reading in p.open else best_first(p.open, general_interest, comfort),
    }
    if politics:
        plans["politics_first"] = best_first(p.open, lambda o: sum(p.u(o, i) for i in politics), comfort)
    cost = {
        "facilitate": s.agreed.ownership_facilitate,
        "steer": s.agreed.ownership_steer,
        "lead": s.agreed.ownership_lead,
        "politics_first": s.agreed.ownership_politics_first,
    }
    losses = {way: {**weighted(o), "ownership": ownership * cost[way]} for way, o in plans.items()}
    regret = {way: max(paid.values()) for way, paid in losses.items()}
    tension = min(regret.values())
    rests = [
        (way, lens)
        for way in ("facilitate", "steer", "lead", "politics_first")
        for lens in ("initiators", "political_authority", "general_interest", "ownership")
        if regret.get(way, 2) <= tension + EQUAL and losses[way].get(lens, -1) >= regret[way] - EQUAL
    ]
    way_and_lens = rests[0] if tension > EQUAL else (None, None)
    return {
        "tension": tension,
        "amplified": strengthened(tension, [process.steering * ownership, process.meddling], s.agreed.strengthening),
        "ownership": ownership,
        "provisional": p.provisional,
        "regret": regret,
        "losses": losses,
        "unweighted": {way: {lens: relative(o, lens) for lens in lenses} for way, o in plans.items()},
        "plans": plans,
        "binding": way_and_lens[1],
        "binding_way": way_and_lens[0],
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
    now = gap(s)
    parts = {
        "gap": now,
        "feasibility_inclusiveness": feasible_or_inclusive(invitations, now),
        "role": role(invitations),
        "rules": rules(s),
        "claims": claims(s),
    }
    if isinstance(now, dict):
        best = even_the_best(invitations)["best_plan"] if invitations.initiators else None
        now |= floors(s)
        now["headline"] = headline(s, now)
        now["voiced_by"] = voiced_by(s, now["unheard"], lambda k: 0.0 if best is None else plans.effect[best, k])
    return {
        "format": "coprod-readings",
        "version": 2,
        **{name: None if isinstance(part, str) else part for name, part in parts.items()},
        "silent": silent(s),
        "options": {
            o: {
                "acceptance": {i: plans.acceptance(o, i) for i in s.ids},
                "shifted": plans.shifted(o),
                "carries_most": plans.carries_most(o),
                "holes": plans.holes(o),
                "largest_hole": plans.largest_hole(o),
            }
            for o in plans.ids
        },
        "clash": clash(s),
        "ambivalence": ambivalence(s),
        "undefined": {name: part for name, part in parts.items() if isinstance(part, str)},
    }
