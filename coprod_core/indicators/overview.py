"""Every reading of a web, computed in one pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from coprod_core.indicators.conflict import Clash, clash_and_accord
from coprod_core.indicators.dilemmas import (
    FeasibilityInclusiveness,
    Role,
    Rules,
    feasible_or_inclusive,
    follow_or_deviate,
    steer_facilitate_or_lead,
)
from coprod_core.indicators.gap import Gap, Reference, representation_gap
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.plans import PlanReading, plan_readings, plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import Weights, weights_of
from coprod_core.model import Web

Reading = TypeVar("Reading")


@dataclass(frozen=True, eq=False)
class Readings:
    """All readings of one web. A reading that cannot be computed is None, with its reason code in `undefined`.
    `weights`: the web as arrays, for readings made on request.
    """

    gap: Gap | None
    feasibility_inclusiveness: FeasibilityInclusiveness | None
    role: Role | None
    rules: Rules | None
    options: Mapping[str, PlanReading]
    clash: Clash
    undefined: Mapping[str, str]
    reference: Reference
    weights: Weights


def readings(web: Web, reference: str = Reference.MAXI_PUBLIC) -> Readings:
    """Every reading of a web, its arrays made once. `reference` says whom the gap is held against (see `Reference`);
    anything else raises `ValueError`.
    """
    chosen = Reference(reference)
    weights = weights_of(web)
    plans = plans_of(weights)
    invitations = Invitations(weights, plans)
    gap = representation_gap(weights, chosen)
    feasibility_inclusiveness = feasible_or_inclusive(invitations)
    role = steer_facilitate_or_lead(invitations)
    rules = follow_or_deviate(weights)
    found = {"gap": gap, "feasibility_inclusiveness": feasibility_inclusiveness, "role": role, "rules": rules}
    undefined = {name: str(reading) for name, reading in found.items() if isinstance(reading, Undefined)}
    if invitations.too_many:
        undefined["feasibility_inclusiveness.front"] = str(Undefined.TOO_MANY_CANDIDATES)
    return Readings(
        gap=_defined(gap),
        feasibility_inclusiveness=_defined(feasibility_inclusiveness),
        role=_defined(role),
        rules=_defined(rules),
        options=plan_readings(plans),
        clash=clash_and_accord(weights),
        undefined=MappingProxyType(undefined),
        reference=chosen,
        weights=weights,
    )


def _defined(reading: Reading | Undefined) -> Reading | None:
    return None if isinstance(reading, Undefined) else reading
