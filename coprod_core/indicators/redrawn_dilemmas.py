"""How sure we are of the dilemmas: on request, block by block, to be stopped at any moment (section 8)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coprod_core.indicators.explanation.reading import described
from coprod_core.indicators.feasible import FeasibilityInclusiveness, feasible_or_inclusive
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.redraw import DRAWS, SEED, Redraw, Spreads, checked_draws
from coprod_core.indicators.robustness import Band, Standing, band, standing
from coprod_core.indicators.role import Role, steer_facilitate_or_lead
from coprod_core.indicators.rules import Rules, follow_or_deviate
from coprod_core.indicators.strongest import strongest_of
from coprod_core.indicators.weights import TIE, Weights

BLOCK = 25
"""Draws between two reports."""


@dataclass(frozen=True)
class TensionBands:
    """The bands of T, and of T* (strengthened); for the third dilemma they are the same."""

    tension: Band
    amplified: Band


@dataclass(frozen=True)
class OnFront:
    """`now`: no way out betters the table as it is on one side without losing on the other; `share`: the part of the
    draws in which the same can be said, 0..1.
    """

    now: bool
    share: float


@dataclass(frozen=True)
class DilemmaRobustness:
    """What the first `done` of `draws` draws show.

    `bands`: per dilemma that can be computed, by its name in the readings file. `strongest`: the dilemma with the
    largest tension; None when the first has too many candidates to be redrawn, for then it cannot be compared.
    `sides`: per way out of the second dilemma the side that loses most by it, empty where the dilemma is not there;
    `strongest_rule`; `here`: the table as it is and the front. These two are None where their dilemma is not there.
    Of equals in the number shown the first counts.
    """

    done: int
    draws: int
    bands: Mapping[str, TensionBands]
    strongest: Standing | None
    sides: Mapping[str, Standing]
    strongest_rule: Standing | None
    here: OnFront | None


def dilemma_draws(
    weights: Weights, draws: int = DRAWS, spreads: Spreads | None = None, seed: int = SEED, block: int = BLOCK
) -> Iterator[DilemmaRobustness]:
    """The three dilemmas, redrawn: after every `block` draws what all draws so far show, the last report being that of
    all `draws` (1..`MOST_DRAWS`, else `ValueError`). Stop asking to cancel.

    Each draw is computed as any web is, from arrays; which plans are barred, effects and rules stay as they are.
    """
    count = checked_draws(draws)
    redraw = Redraw(weights, spreads, seed)
    now = _outcome(weights)
    seen: list[_Outcome] = []
    for first in range(0, count, block):
        some = range(first, min(count, first + block))
        seen += [_outcome(*drawn) for drawn in zip(redraw.webs(some), redraw.costs(some), strict=True)]
        yield _report(now, seen, count)


@dataclass(frozen=True)
class _Outcome:
    """What one web, drawn or not, says of the dilemmas: T and T* by name, and what comes out on top.

    `comparable`: no dilemma is there whose tension is not computed. `on_front`: None without a front.
    """

    tensions: Mapping[str, tuple[float, float]]
    comparable: bool
    strongest: str | None
    sides: Mapping[str, str | None]
    strongest_rule: str | None
    on_front: bool | None


def _outcome(weights: Weights, costs: Mapping[str, float] | None = None) -> _Outcome:
    invitations = Invitations(weights, plans_of(weights))
    first = feasible_or_inclusive(invitations)
    role, rules = steer_facilitate_or_lead(invitations, costs=costs), follow_or_deviate(weights)
    tensions: dict[str, tuple[float, float]] = {}
    if isinstance(first, FeasibilityInclusiveness) and first.tension is not None and first.amplified is not None:
        tensions["feasibility_inclusiveness"] = first.tension, first.amplified
    if isinstance(role, Role):
        tensions["role"] = role.tension, role.amplified
    if isinstance(rules, Rules):
        tensions["rules"] = rules.tension, rules.tension
    per_rule = rules.rules if isinstance(rules, Rules) else {}
    return _Outcome(
        tensions=tensions,
        comparable=not invitations.too_many,
        strongest=next(iter(strongest_of({name: tension for name, (tension, _) in tensions.items()})), None),
        sides=role.sides if isinstance(role, Role) else {},
        strongest_rule=next(iter(strongest_of({id_: rule.tension for id_, rule in per_rule.items()})), None),
        on_front=_on_front(first) if isinstance(first, FeasibilityInclusiveness) and first.ways else None,
    )


def _on_front(dilemma: FeasibilityInclusiveness) -> bool:
    """Whether no point of the front betters the table as it is."""
    gains = [(point[0] - dilemma.inclusiveness, point[1] - dilemma.feasibility) for point in dilemma.front]
    return not any(min(gain) >= -TIE and max(gain) > TIE for gain in gains)


def _report(now: _Outcome, seen: list[_Outcome], draws: int) -> DilemmaRobustness:
    bands = {
        name: TensionBands(*(band([outcome.tensions[name][which] for outcome in seen]) for which in (0, 1)))
        for name in now.tensions
    }
    return DilemmaRobustness(
        done=len(seen),
        draws=draws,
        bands=MappingProxyType(bands),
        strongest=standing(now.strongest, [outcome.strongest for outcome in seen]) if now.comparable else None,
        sides=MappingProxyType(
            {way: standing(side, [outcome.sides.get(way) for outcome in seen]) for way, side in now.sides.items()}
        ),
        strongest_rule=standing(now.strongest_rule, [o.strongest_rule for o in seen]) if "rules" in bands else None,
        here=None if now.on_front is None else _here(now.on_front, seen),
    )


def _here(now: bool, seen: list[_Outcome]) -> OnFront:
    return OnFront(now, sum(outcome.on_front == now for outcome in seen) / len(seen))


# -- explained ------------------------------------------------------------------------------------------------------

READINGS = (
    described(
        "sure.dilemmas",
        "bands of T and T*; draws with the same strongest dilemma, side or rule / all draws",
        "Lahdelma & Salminen (2001)",
        "OECD & JRC (2008)",
    ),
)
