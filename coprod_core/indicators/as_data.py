"""The readings as plain JSON data: the `coprod-readings` format, at full precision, everything in file order."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from coprod_core.indicators.conflict import Clash
from coprod_core.indicators.dilemmas import FeasibilityInclusiveness, Role, Rules
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import PlanReading

VERSION = 1


def readings_data(readings: Readings) -> dict[str, Any]:
    """The readings as JSON data. What cannot be computed is None, its reason under `undefined`."""
    dilemma = readings.feasibility_inclusiveness
    return {
        "format": "coprod-readings",
        "version": VERSION,
        "gap": readings.gap and _gap(readings.gap),
        "feasibility_inclusiveness": dilemma and _feasibility_inclusiveness(dilemma),
        "role": readings.role and _role(readings.role),
        "rules": readings.rules and _rules(readings.rules),
        "options": {id_: _plan(plan) for id_, plan in readings.options.items()},
        "clash": _clash(readings.clash),
        "undefined": dict(readings.undefined),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "places": gap.places,
        "views": gap.views,
        "attention": gap.attention,
        "drift": gap.drift,
        "by_interest": dict(gap.by_interest),
        "by_actor": dict(gap.by_actor),
        "places_by_actor": dict(gap.places_by_actor),
        "unheard": list(gap.unheard),
        "alarm": list(gap.alarm),
        "estimated_share": gap.estimated_share,
    }


def _feasibility_inclusiveness(reading: FeasibilityInclusiveness) -> dict[str, Any]:
    return {
        "tension": reading.tension,
        "amplified": reading.amplified,
        "demands": reading.demands,
        "provisional": reading.provisional,
        "inclusiveness": reading.inclusiveness,
        "feasibility": reading.feasibility,
        "here": list(reading.here),
        "feasible_pole": reading.feasible_pole and list(reading.feasible_pole),
        "inclusive_pole": reading.inclusive_pole and list(reading.inclusive_pole),
        "front": None if reading.ways is None else [list(point) for point in reading.front],
        "invite": {id_: {"gain": joining.gain, "loss": joining.loss} for id_, joining in reading.invite.items()},
    }


def _role(role: Role) -> dict[str, Any]:
    return {
        "tension": role.tension,
        "amplified": role.amplified,
        "ownership": role.ownership,
        "provisional": role.provisional,
        "regret": dict(role.regret),
        "losses": {way: dict(paid) for way, paid in role.losses.items()},
        "plans": dict(role.plans),
    }


def _rules(rules: Rules) -> dict[str, Any]:
    return {
        "tension": rules.tension,
        "rules": {
            id_: {"deviate": rule.deviate, "follow": rule.follow, "tension": rule.tension}
            for id_, rule in rules.rules.items()
        },
    }


def _plan(plan: PlanReading) -> dict[str, Any]:
    return {"acceptance": dict(plan.acceptance), "shifted": plan.shifted}


def _clash(clash: Clash) -> Mapping[str, float]:
    rows = clash.clash.tolist()
    return {f"{a}|{b}": rows[i][j] for (i, a), (j, b) in combinations(enumerate(clash.ids), 2)}
