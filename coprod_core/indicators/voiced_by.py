"""Who brings in what people outside the table want (docs/indicators.md, section 3)."""

from collections.abc import Iterable, Mapping
from itertools import compress
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from coprod_core.indicators.explanation.people import P, actor, interest
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    AT_LEAST,
    PRODUCT,
    SAME_SIGN,
    Column,
    Kind,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.gap import Gap, Reference, maxi_public
from coprod_core.indicators.minimax import ids_of
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.plans import Plans
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import TIE, Floats, Weights, divided, least_weight

PLACE = ("gap", "voiced_by")


class VoicedBy(NamedTuple):
    """Who brings an interest in that people outside have. `by`: `residents` (it is heard), `hardly` (it is unheard,
    with some attention at the table), `agreed` (somebody agreed to), `organisation` (`organisations`: at the table, and
    they want the same for reasons of their own) or `nobody`. Only `residents` counts as heard. `plan_against`: it is an
    organisation, and the plan that works best here goes against it.
    """

    by: str
    organisations: tuple[str, ...] = ()
    plan_against: bool = False


RESIDENTS, HARDLY, AGREED, NOBODY = map(VoicedBy, ("residents", "hardly", "agreed", "nobody"))


def voiced_by(
    weights: Weights, gap: Gap, reference: Reference, plans: Plans, best_plan: str | None
) -> Mapping[str, VoicedBy | None]:
    """Per interest who brings in what people outside have; None where nobody outside asks for it.

    An organisation that is seated brings it in where it has a weight of at least "affects their plans" in it at the
    table, on the same side as the net position outside, neither of them 0. Source: ours; whether they speak for others
    is for those others to say (Pitkin 1967; Dryzek & Niemeyer 2008).
    """
    found = {id_: RESIDENTS if outside > TIE else None for id_, outside in gap.outside.items()}
    nobody_there: list[int] = []
    unheard = set(gap.unheard)
    for k, id_ in enumerate(found):
        if found[id_] is None or id_ not in unheard:
            continue
        if gap.table[id_] > TIE:
            found[id_] = HARDLY
        elif weights.web.interests[k].spoken_by.strip():
            found[id_] = AGREED
        else:
            nobody_there.append(k)
    if nobody_there:
        net = maxi_public(weights, reference) @ weights.pull
        effects = np.zeros(len(net)) if best_plan is None else plans.effects[plans.ids.index(best_plan)]
        against = (effects * net < 0).tolist()
        for k, organisations in zip(nobody_there, _sharing(weights, net, nobody_there), strict=True):
            voiced = VoicedBy("organisation", organisations, against[k]) if organisations else NOBODY
            found[weights.interests[k]] = voiced
    return MappingProxyType(found)


def of(readings: Readings) -> Mapping[str, VoicedBy | None] | Undefined:
    """Who brings in each interest of a web, found once. Undefined (`no_citizen_stakes`) as the gap."""
    return readings.once(__name__, lambda: _found(readings))


def _found(readings: Readings) -> Mapping[str, VoicedBy | None] | Undefined:
    if readings.gap is None:
        return Undefined("no_citizen_stakes")
    dilemma = readings.feasibility_inclusiveness
    best = None if dilemma is None else dilemma.best.plan
    return voiced_by(readings.weights, readings.gap, readings.reference, readings.plans, best)


def data(voiced: Mapping[str, VoicedBy | None]) -> dict[str, Any]:
    """Who brings in each interest, as plain JSON data."""
    return {id_: by and _data(by) for id_, by in voiced.items()}


def _data(by: VoicedBy) -> dict[str, Any]:
    return {"by": by.by, "organisations": list(by.organisations), "plan_against": by.plan_against}


def _sharing(weights: Weights, net: Floats, columns: list[int]) -> list[tuple[str, ...]]:
    """Per interest (column) the organisations at the table that are on the side of the people outside."""
    there, asked = np.flatnonzero(weights.seated & ~weights.citizens), net[columns]
    cells = there[:, None], np.array(columns)
    position = divided(weights.table_pull[cells], weights.table_attention[cells])
    same = weights.table_weight[cells] >= least_weight(weights)
    same &= (position * asked > 0) & (np.abs(position) > TIE) & (np.abs(asked) > TIE)
    organisations = ids_of(weights.actors, there.tolist())
    return [tuple(compress(organisations, of_column)) for of_column in same.T.tolist()]


# -- explained ------------------------------------------------------------------------------------------------------

_POSITION, _YES = Column("position", Unit.LEVEL), Unit.YES_NO

NET_OUTSIDE = Kind("net_outside", (P, Column("attention"), _POSITION), PRODUCT, Together.SUM, Unit.LEVEL)
ENOUGH = Kind("enough", (Column("table_weight", Unit.LEVEL), Column("limit", Unit.LEVEL)), AT_LEAST, unit=_YES)
SAME_SIDE = Kind("same_side", (_POSITION, Column("net_outside", Unit.LEVEL)), SAME_SIGN, unit=_YES)
BRINGS_IN = Kind("brings_in", (Column("enough", _YES), Column("same_side", _YES)), PRODUCT, unit=_YES)


def _organisations(readings: Readings) -> Iterable[Subject]:
    found = of(readings)
    if isinstance(found, Undefined):
        return []
    return [(by, id_) for id_, voiced in found.items() if voiced for by in voiced.organisations]


def _brings_in(readings: Readings, subject: Subject) -> Iterable[Step]:
    weights = readings.weights
    i, k = weights.actors.index(subject[0]), weights.interests.index(subject[1])
    outside = maxi_public(weights, readings.reference)
    net = step(
        NET_OUTSIDE,
        [
            ((actor(weights, j),), (outside[j], weights.attention[j, k], weights.position[j, k]))
            for j in np.flatnonzero(outside * weights.attention[:, k]).tolist()
        ],
    )
    names = actor(weights, i), interest(weights, k)
    enough = step(ENOUGH, [(names, (weights.table_weight[i, k], weights.web.conventions.weight_plans))])
    said = weights.table_pull[i, k] / weights.table_attention[i, k]
    same = step(SAME_SIDE, [(names, (said, net.result or 0.0))])
    return net, enough, same, step(BRINGS_IN, [(names, (enough.rows[0].value, same.rows[0].value))])


READINGS = (
    Reading(
        code="voiced_by.organisation",
        chapter="gap",
        formula="weightT_ik ≥ limit, and positionT_ik on the side of Σ_i P_i om_ik position_ik",
        undefined=("no_citizen_stakes", "nobody_brings_in"),
        sources=("Pitkin (1967)", "Dryzek & Niemeyer (2008)"),
        about=("actor", "interest"),
        unit=Unit.YES_NO,
        kinds=(NET_OUTSIDE, ENOUGH, SAME_SIDE, BRINGS_IN),
        subjects=_organisations,
        value=lambda _readings, _subject: 1.0,
        steps=_brings_in,
    ),
)
