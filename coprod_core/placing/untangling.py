"""Interests between the parties that care, so that names and links stay apart."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from coprod_core.placing.spots import meets
from coprod_core.placing.zones import Box, Point, interest_room
from coprod_core.web.model import Relation, Stake

_ACROSS, _TOO_CLOSE = 300.0, 1.8e6  # against the length of a link: what a place costs where lines or names would meet


def heart(interest: str, parties: Mapping[str, Point], stakes: Sequence[Stake], zone: Box) -> Point:
    """The weighted middle of the parties with a stake in it."""
    pulls = [(s.weight, parties[s.actor]) for s in stakes if s.interest == interest and s.weight > 0]
    total = sum(weight for weight, _ in pulls)
    if not total:
        return ((zone.left + zone.right) / 2, (zone.top + zone.bottom) / 2)
    return (sum(w * at[0] for w, at in pulls) / total, sum(w * at[1] for w, at in pulls) / total)


def spread(hearts: Mapping[str, Point], zone: Box) -> dict[str, Point]:
    """The same order from left to right and top to bottom, over the whole of the zone."""
    xs, ys = (sorted({at[axis] for at in hearts.values()}) for axis in (0, 1))

    def over(value: float, values: list[float], low: float, high: float) -> float:
        return low + (high - low) * (values.index(value) + 0.5) / len(values)

    return {
        id_: (over(x, xs, zone.left, zone.right), over(y, ys, zone.top, zone.bottom)) for id_, (x, y) in hearts.items()
    }


@dataclass(frozen=True)
class Links:
    """Every line that is drawn to an interest: the other end, whether that is an interest too, and its weight."""

    parties: Mapping[str, Point]
    of_interest: Mapping[str, Sequence[tuple[str, bool, float]]]

    @classmethod
    def of(
        cls,
        parties: Mapping[str, Point],
        interests: Iterable[str],
        stakes: Sequence[Stake],
        relations: Sequence[Relation],
    ) -> "Links":
        """The lines to these interests."""
        found: dict[str, list[tuple[str, bool, float]]] = {id_: [] for id_ in interests}
        for stake in stakes:
            if stake.interest in found:
                found[stake.interest].append((stake.actor, False, 0.4 + stake.weight))
        for relation in relations:
            if relation.a in found and relation.b in found:
                found[relation.a].append((relation.b, True, 0.7))
                found[relation.b].append((relation.a, True, 0.7))
        return cls(parties, found)

    def strain(self, id_: str, spot: Point, at: Mapping[str, Point]) -> float:
        """What it costs to have an interest at a spot: long links, links across others, other links across it."""
        cost = 0.0
        for other, between_interests, weight in self.of_interest[id_]:
            end = at[other] if between_interests else self.parties[other]
            cost += weight * math.dist(spot, end)
            cost += _ACROSS * sum(_across(spot, end, place) for k, place in at.items() if k not in (id_, other))
            cost += _ACROSS * sum(_runs_through(spot, end, p, 70, 28) for a, p in self.parties.items() if a != other)
        for k, place in at.items():
            if k == id_:
                continue
            cost += _TOO_CLOSE / (400 + math.dist(spot, place) ** 2)
            for other, between_interests, _ in self.of_interest[k]:
                if other != id_:
                    cost += _ACROSS * _across(place, at[other] if between_interests else self.parties[other], spot)
        return cost

    def strain_of_both(self, one: str, other: str, at: Mapping[str, Point]) -> float:
        """What the places of two interests cost together."""
        return self.strain(one, at[one], at) + self.strain(other, at[other], at)


def untangled(at: Mapping[str, Point], free: Sequence[Point], links: Links) -> dict[str, Point]:
    """Each interest in turn on the free spot where it costs least, then exchanges, until nothing improves."""
    best = dict(at)
    for _ in range(4):
        before = dict(best)
        for one, other in combinations(at, 2):
            swapped = best | {one: best[other], other: best[one]}
            if links.strain_of_both(one, other, swapped) < links.strain_of_both(one, other, best):
                best = swapped
        for id_ in at:
            others = [interest_room(place) for k, place in best.items() if k != id_]
            open_spots = [best[id_], *(spot for spot in free if not meets(interest_room(spot), others))]
            best[id_] = min(open_spots, key=lambda spot: links.strain(id_, spot, best))
        if best == before:
            break
    return best


def _across(start: Point, end: Point, interest: Point) -> bool:
    """Whether a link runs over an interest or its name."""
    return _runs_through(start, end, (interest[0], interest[1] + 20), 46, 44)


def _runs_through(start: Point, end: Point, middle: Point, half_width: float, half_height: float) -> bool:
    """Whether a straight line passes over a rectangle (clipping by its two pairs of sides)."""
    entry, leave = 0.0, 1.0
    for axis, half in ((0, half_width), (1, half_height)):
        step, offset = end[axis] - start[axis], middle[axis] - start[axis]
        if abs(step) < 1e-9:
            if abs(offset) > half:
                return False
            continue
        near, far = sorted(((offset - half) / step, (offset + half) / step))
        entry, leave = max(entry, near), min(leave, far)
        if entry > leave:
            return False
    return True
