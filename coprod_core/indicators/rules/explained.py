"""The third dilemma, taken apart (docs/indicators.md, section 7)."""

from collections.abc import Callable, Iterable

from coprod_core.indicators.explanation.people import actor, interest
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    LARGEST,
    LOAD,
    PRODUCT,
    ROOM_LEFT,
    Column,
    Kind,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.feasible.steps import weight_and_largest
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.rules import Rules

_CHAPTER, _MISSING, _SAVAGE = "rules", ("no_rules",), ("Savage (1951)",)
_SEVERITY = Column("severity")

SEVERITY = Kind("severity", tuple(Column(code, Unit.LEVEL) for code in ("hit", "weight", "largest_weight")), LOAD)
PROTECTED = Kind("protected", (Column("protects", Unit.LEVEL), _SEVERITY), PRODUCT, Together.LARGEST)
HINDERED = Kind("hindered", (Column("hinders", Unit.LEVEL), _SEVERITY), PRODUCT, Together.LARGEST)
DEVIATE = Kind("deviate", (Column("force", Unit.LEVEL), Column("protected")), LARGEST)
RULE_TENSION = Kind(
    "rule_tension",
    (
        Column("deviate", reading="rules.deviate"),
        Column("follow", reading="rules.follow"),
        Column("discretion", Unit.LEVEL),
    ),
    ROOM_LEFT,
)
STRONGEST = Kind("strongest", (Column("rule_tension", reading="rules.rule_tension"),), together=Together.LARGEST)


def _rules(readings: Readings) -> Rules:
    assert readings.rules is not None
    return readings.rules


def _guarding(name: str) -> Callable[[Readings, Subject], tuple[Step, ...]]:
    """What a rule `protects` or `hinders`, by how hard its absence or presence falls on the one hit hardest."""

    def taken(readings: Readings, subject: Subject) -> tuple[Step, ...]:
        weights = readings.weights
        levels = getattr(weights.web.rule_by_id[subject[0]], name)
        severe, felt = [], []
        for k, id_ in enumerate(weights.interests):
            if not levels.get(id_) or not weights.load[:, k].any():
                continue
            who = int(weights.load[:, k].argmax())
            names = (interest(weights, k), actor(weights, who))
            severe.append((names, (weights.hit[who], *weight_and_largest(weights, who, k))))
            felt.append(((interest(weights, k),), (levels[id_], weights.load[who, k])))
        return step(SEVERITY, severe), step(PROTECTED if name == "protects" else HINDERED, felt)

    return taken


def _deviate(readings: Readings, subject: Subject) -> Iterable[Step]:
    severe, protected = _guarding("protects")(readings, subject)
    force = readings.weights.web.rule_by_id[subject[0]].force
    return severe, protected, step(DEVIATE, [((("rule", subject[0]),), (force, protected.result or 0.0))])


def _rule_tension(readings: Readings, subject: Subject) -> Iterable[Step]:
    rule, reading = readings.weights.web.rule_by_id[subject[0]], _rules(readings).rules[subject[0]]
    return (step(RULE_TENSION, [((("rule", rule.id),), (reading.deviate, reading.follow, rule.discretion))]),)


def _tension(readings: Readings, _: Subject) -> Iterable[Step]:
    rules = _rules(readings).rules
    return (step(STRONGEST, [((("rule", id_),), (reading.tension,)) for id_, reading in rules.items()]),)


def _each(readings: Readings) -> Iterable[Subject]:
    return [(id_,) for id_ in readings.rules.rules] if readings.rules else []


def _reading(
    name: str,
    formula: str,
    kinds: tuple[Kind, ...],
    steps: Callable[[Readings, Subject], Iterable[Step]],
    field: str,
) -> Reading:
    return Reading(
        code=f"{_CHAPTER}.{name}",
        chapter=_CHAPTER,
        formula=formula,
        undefined=_MISSING,
        sources=_SAVAGE if field == "tension" else (),
        about=("rule",),
        kinds=kinds,
        subjects=_each,
        value=lambda readings, subject: getattr(_rules(readings).rules[subject[0]], field),
        steps=steps,
    )


READINGS = (
    _reading(
        "deviate",
        "max(force, max over k of protects_k × severity_k), with severity_k = max over i of load_ik",
        (SEVERITY, PROTECTED, DEVIATE),
        _deviate,
        "deviate",
    ),
    _reading(
        "follow",
        "max over k of hinders_k × severity_k",
        (SEVERITY, HINDERED),
        _guarding("hinders"),
        "follow",
    ),
    _reading("rule_tension", "min(deviate, follow) × (1 − discretion)", (RULE_TENSION,), _rule_tension, "tension"),
    Reading(
        code="rules.tension",
        chapter=_CHAPTER,
        formula="T = max over the rules of min(deviate, follow) × (1 − discretion)",
        undefined=_MISSING,
        sources=_SAVAGE,
        kinds=(STRONGEST,),
        subjects=lambda readings: [()] if readings.rules else [],
        value=lambda readings, _: _rules(readings).tension,
        steps=_tension,
    ),
)
