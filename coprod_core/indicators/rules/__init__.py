"""The third dilemma: follow the rules or deviate (docs/indicators.md, section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from coprod_core.indicators.plans import Plans
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Floats, Weights, levels_of
from coprod_core.web.model import Rule


@dataclass(frozen=True)
class RuleReading:
    """One rule: what is lost by deviating and by following (0..1), and the tension after the room between the rules.

    `protected`, `hindered`: the interest that weighs most on either side, None when none does.
    """

    deviate: float
    follow: float
    tension: float
    protected: str | None
    hindered: str | None


@dataclass(frozen=True)
class Rules:
    """Dilemma 3. `tension` is that of the `strongest` rule."""

    tension: float
    rules: Mapping[str, RuleReading]
    strongest: str


def follow_or_deviate(weights: Weights) -> Rules | Undefined:
    """Dilemma 3. With severity = the heaviest load of any party per interest: deviating loses max(force, max protects
    x severity), following loses max hinders x severity; tension = the smaller x (1 - discretion).

    Undefined (`no_rules`) without rules.
    """
    rules = weights.web.rules
    if not rules:
        return Undefined("no_rules")
    severity = weights.load.max(axis=0, initial=0.0)
    guards = _heaviest(levels_of([rule.protects for rule in rules], weights.interests) * severity, weights.interests)
    blocks = _heaviest(levels_of([rule.hinders for rule in rules], weights.interests) * severity, weights.interests)
    readings = {
        rule.id: _rule_reading(rule, guarded, blocked)
        for rule, guarded, blocked in zip(rules, guards, blocks, strict=True)
    }
    tension = max(reading.tension for reading in readings.values())
    strongest = next(id_ for id_, reading in readings.items() if reading.tension >= tension - TIE)
    return Rules(tension, MappingProxyType(readings), strongest)


def third_plans(plans: Plans, rule: Rule) -> tuple[str, ...]:
    """The plans that count that serve an interest the rule protects and one that it hinders, as ids in file order."""
    column = {interest: k for k, interest in enumerate(plans.interests)}
    serves = plans.effects[plans.counting] > TIE
    both = np.ones(len(plans.counting), dtype=bool)
    for levels in (rule.protects, rule.hinders):
        sided = [column[interest] for interest, level in levels.items() if level > 0]
        both &= serves[:, sided].any(axis=1)
    return tuple(plans.ids[row] for row in plans.counting[both].tolist())


def _rule_reading(rule: Rule, guarded: tuple[float, str | None], blocked: tuple[float, str | None]) -> RuleReading:
    deviate, follow = max(float(rule.force), guarded[0]), blocked[0]
    return RuleReading(deviate, follow, min(deviate, follow) * (1 - rule.discretion), guarded[1], blocked[1])


def _heaviest(severities: Floats, interests: tuple[str, ...]) -> list[tuple[float, str | None]]:
    """Per row the largest severity and the first interest that has it; None where nothing weighs."""
    most = severities.max(axis=1, initial=0.0)
    if not interests:
        return [(0.0, None)] * len(severities)
    first = (severities >= most[:, None] - TIE).argmax(axis=1)
    return [(m, interests[k] if m > TIE else None) for m, k in zip(most.tolist(), first.tolist(), strict=True)]


def data(rules: Rules) -> dict[str, Any]:
    """The third dilemma, as plain JSON data."""
    return {
        "tension": rules.tension,
        "rules": {
            id_: {"deviate": rule.deviate, "follow": rule.follow, "tension": rule.tension}
            for id_, rule in rules.rules.items()
        },
    }
