"""What inviting alone does not mend, taken apart (docs/indicators.md, section 6)."""

from collections.abc import Iterable

import numpy as np

from coprod_core.indicators.explanation.people import SIDES, actor, interest, side_name
from coprod_core.indicators.explanation.steps import (
    ARRIVED,
    CARRIED,
    PRODUCT,
    SHORT,
    Column,
    Ingredients,
    Kind,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.gap.explained import reading_of
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import Floats

_FELT = (Column("hit", Unit.LEVEL), Column("voice"), Column("heaviest"), Column("influence", Unit.LEVEL))
_AT_STAKE = Column("at_stake")

ALL_CARRY = Kind("all_carry", _FELT, CARRIED)
ALL_HEARD = Kind("all_heard", (_AT_STAKE, Column("carried")), PRODUCT, Together.SUM)
ALL_AT_STAKE = Kind("all_at_stake", (_AT_STAKE,), together=Together.SUM)
UNMENDED_PART = Kind("unmended", (Column("all_at_stake"), Column("all_heard")), SHORT)
COMING_CARRY = Kind("coming_carry", (*_FELT, Column("comes", Unit.LEVEL)), ARRIVED)
COMING_HEARD = Kind("coming_heard", (_AT_STAKE, Column("carried")), PRODUCT, Together.SUM)
UNREACHED_PART = Kind("unreached", (Column("all_heard"), Column("coming_heard")), SHORT)

UNMENDED = (ALL_CARRY, ALL_HEARD, ALL_AT_STAKE, UNMENDED_PART)
UNREACHED = (ALL_CARRY, ALL_HEARD, COMING_CARRY, COMING_HEARD, UNREACHED_PART)


def without_influence(readings: Readings, _: Subject) -> Iterable[Step]:
    """What stays unheard with every group of residents at the table."""
    carry, heard = _heard(readings, np.ones(len(readings.weights.actors)), ALL_CARRY, ALL_HEARD)
    whole = step(ALL_AT_STAKE, [(names, amounts[:1]) for names, amounts in _rows(heard)])
    return carry, heard, whole, step(UNMENDED_PART, [((), (whole.result or 0.0, heard.result or 0.0))])


def hard_to_reach(readings: Readings, _: Subject) -> Iterable[Step]:
    """What stays unheard besides when those who are absent come as often as they can be reached."""
    weights = readings.weights
    there = _heard(readings, np.ones(len(weights.actors)), ALL_CARRY, ALL_HEARD)
    comes = np.where(weights.seated, 1.0, weights.reach)
    coming = _heard(readings, comes, COMING_CARRY, COMING_HEARD)
    return *there, *coming, step(UNREACHED_PART, [((), (there[1].result or 0.0, coming[1].result or 0.0))])


def _rows(taken: Step) -> list[Ingredients]:
    return [(row.names, row.amounts) for row in taken.rows]


def _heard(readings: Readings, comes: Floats, carry: Kind, heard: Kind) -> tuple[Step, Step]:
    """Who bears each interest and side most, and what is heard of what is at stake."""
    weights, k = readings.weights, len(readings.weights.interests)
    felt = weights.voices * (weights.hit * weights.citizens)[:, None]
    heaviest, bearing = felt.max(axis=0, initial=0.0), weights.bearing * comes[:, None]
    carried: list[Ingredients] = []
    heard_by: list[Ingredients] = []
    for column in np.flatnonzero(weights.at_stake > 0).tolist():
        who = int(bearing[:, column].argmax())
        about = (interest(weights, column % k), side_name(SIDES[column // k]))
        amounts = (weights.hit[who], weights.voices[who, column], heaviest[column], weights.influence[who], comes[who])
        if bearing[who, column] > 0:
            carried.append(((*about, actor(weights, who)), amounts[: len(carry.columns)]))
        heard_by.append((about, (weights.at_stake[column], bearing[who, column])))
    return step(carry, carried), step(heard, heard_by)


READINGS = (
    reading_of(
        "gap.without_influence",
        "Σ QV − I(all citizens), with I(A) = Σ QV × max over i in A of influence_i × carry_i",
        kinds=UNMENDED,
        steps=without_influence,
    ),
    reading_of(
        "gap.hard_to_reach",
        "I(all citizens) − the same with influence_i × reach_i for those not at the table (0 where they declined)",
        kinds=UNREACHED,
        steps=hard_to_reach,
    ),
)
