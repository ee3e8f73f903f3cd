"""The second lens on the gap: every group that is hit counts equally, however many they are (section 3)."""

from dataclasses import dataclass

from coprod_core.indicators.gap import Gap, Reference, gap_towards, representation_gap
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
