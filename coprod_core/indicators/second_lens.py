"""The second lens on the gap: every group that is hit counts equally, however many they are (section 3)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from coprod_core.indicators.explanation.people import EQUALLY, Outside
from coprod_core.indicators.explanation.steps import Step, Subject
from coprod_core.indicators.gap import Gap, Reference, gap_towards, representation_gap, steps
from coprod_core.indicators.gap.explained import CELLS_OF, DETAIL, citizens_of, interests_of, of, reading_of
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import Weights, shares


@dataclass(frozen=True, eq=False)
class SecondLens:
    """The gap when heads are not counted (`gap`), beside the one where they are.

    `same_interest`, `same_actor`: whether both lenses point at the same main cause (also when neither has any).
    """

    gap: Gap
    same_interest: bool
    same_actor: bool


def second_lens(weights: Weights, reference: Reference = Reference.MAXI_PUBLIC) -> SecondLens | Undefined:
    """The gap with P ~ hit over citizen parties, and whether its main causes are those of the gap held against
    `reference`.

    A party counts here also when all its people are at the table. Undefined (`no_citizen_stakes`) when no citizen
    party is hit. Source: ours.
    """
    first = representation_gap(weights, reference)
    if isinstance(first, Undefined):
        return first
    second = gap_towards(weights, shares(weights.hit * weights.citizens))
    return SecondLens(
        gap=second,
        same_interest=first.top_interest == second.top_interest,
        same_actor=first.top_actor == second.top_actor,
    )


# -- explained ------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _equally(readings: Readings) -> Gap:
    lens = second_lens(readings.weights, readings.reference)
    assert isinstance(lens, SecondLens)
    return lens.gap


def _taken_equally(steps_of: steps.Taken) -> Callable[[Readings, Subject], Iterable[Step]]:
    return lambda readings, subject: steps_of(Outside(readings.weights, _equally(readings), EQUALLY), subject)


READINGS = (
    reading_of(
        "second_lens.by_interest",
        "Σ_s max(0, Σ_i P_i V_i(k,s) − Σ_i S_i VT_i(k,s)) with P_i = hit_i / Σ_i hit_i",
        about=("interest",),
        kinds=(EQUALLY, *DETAIL),
        subjects=interests_of,
        value=of("by_interest", _equally),
        steps=_taken_equally(steps.views_by_interest_from_the_start),
    ),
    reading_of(
        "second_lens.by_actor",
        "Σ_k cell_ik with P_i = hit_i / Σ_i hit_i",
        low=-1.0,
        about=("actor",),
        kinds=(EQUALLY, *CELLS_OF),
        subjects=citizens_of,
        value=of("by_actor", _equally),
        steps=_taken_equally(steps.by_actor_from_the_start),
    ),
)
