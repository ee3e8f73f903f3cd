"""Every reading of a web, computed in one pass; of what few ask for, only what it is computed from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from coprod_core.indicators.conflict import Clash, clash_and_accord
from coprod_core.indicators.feasible import FeasibilityInclusiveness, feasible_or_inclusive
from coprod_core.indicators.gap import Gap, Reference, representation_gap
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.plans import PlanReading, Plans, plan_readings, plans_of
from coprod_core.indicators.promises import promises
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.role import Role, steer_facilitate_or_lead
from coprod_core.indicators.rules import Rules, follow_or_deviate
from coprod_core.indicators.weights import Weights, weights_of
from coprod_core.web.model import Web

Reading = TypeVar("Reading")
Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Readings:
    """The readings of one web. A reading that cannot be computed is None, with its reason code in `undefined`.

    `weights`, `plans`: the web as arrays, for readings made on request, by `once` and `clash`.
    """

    gap: Gap | None
    feasibility_inclusiveness: FeasibilityInclusiveness | None
    role: Role | None
    rules: Rules | None
    options: Mapping[str, PlanReading]
    undefined: Mapping[str, str]
    reference: Reference
    weights: Weights
    plans: Plans

    _made: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def clash(self) -> Clash:
        """Which parties pull apart and which together: of no use to an act, so made when it is first asked for."""
        return clash_and_accord(self.weights)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` makes of this web, made when it is first asked for under this name."""
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made


def readings(
    web: Web,
    reference: str = Reference.MAXI_PUBLIC,
    seats: Mapping[str, float] = MappingProxyType({}),
    before: Weights | None = None,
) -> Readings:
    """Every reading of a web, its arrays made once. `reference` says whom the gap is held against (see `Reference`);
    anything else raises `ValueError`. `seats`: what an absent party would be given if it came, by id, where that is not
    the usual number (in a meeting that saw it seated before: the seats it had last). `before`: the arrays of the web an
    act was done on, from which those of this web are made sooner.
    """
    chosen = Reference(reference)
    weights = weights_of(web, before)
    plans = plans_of(weights)
    invitations = Invitations(weights, plans)
    gap = representation_gap(weights, chosen)
    feasible = feasible_or_inclusive(invitations, promises(invitations, _defined(gap), chosen, seats))
    role = steer_facilitate_or_lead(invitations)
    rules = follow_or_deviate(weights)
    found = {"gap": gap, "feasibility_inclusiveness": feasible, "role": role, "rules": rules}
    undefined = {name: str(reading) for name, reading in found.items() if isinstance(reading, Undefined)}
    if invitations.too_many:
        undefined["feasibility_inclusiveness.front"] = "too_many_candidates"
    return Readings(
        gap=_defined(gap),
        feasibility_inclusiveness=_defined(feasible),
        role=_defined(role),
        rules=_defined(rules),
        options=plan_readings(plans),
        undefined=MappingProxyType(undefined),
        reference=chosen,
        weights=weights,
        plans=plans,
    )


def _defined(reading: Reading | Undefined) -> Reading | None:
    return None if isinstance(reading, Undefined) else reading
