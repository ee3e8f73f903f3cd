"""What lies on either side of a rule: each interest it guards or blocks, how heavily, and for whom (section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from coprod_core.indicators.weights import TIE, Weights
from coprod_core.web.model import Rule


@dataclass(frozen=True)
class Weighed:
    """An interest on one side of a rule: how heavily it weighs for the party that is hit hardest (0..1), and which."""

    interest: str
    weight: float
    actor: str


@dataclass(frozen=True)
class Sides:
    """What following a rule is at the expense of (`hindered`) and deviating (`protected`), the heaviest first."""

    protected: tuple[Weighed, ...]
    hindered: tuple[Weighed, ...]


def sides_of(weights: Weights, rule: Rule) -> Sides:
    """The interests on both sides of a rule that weigh for anyone. Ties stand in file order."""
    return Sides(_weighed(weights, rule.protects), _weighed(weights, rule.hinders))


def _weighed(weights: Weights, levels: Mapping[str, float]) -> tuple[Weighed, ...]:
    found = []
    for k, interest in enumerate(weights.interests):
        load = weights.load[:, k]
        most = float(load.max(initial=0.0))
        weight = levels.get(interest, 0.0) * most
        if weight > TIE:
            found.append(Weighed(interest, weight, weights.actors[int(np.argmax(load >= most - TIE))]))
    return tuple(sorted(found, key=lambda one: -one.weight))
