"""Drift over the rounds of a meeting (docs/indicators.md, section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coprod_core.acts.history import History
from coprod_core.indicators.gap import Reference, representation_gap
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import weights_of
from coprod_core.rounds.adopting import adopted_in
from coprod_core.web.model import Web


@dataclass(frozen=True, slots=True)
class RoundDrift:
    """How far those at the table spoke otherwise than their own people once a round was taken over, 0..1.

    `by_interest` adds up to `drift`. Both None when there is no citizen party with a stake to compute it for.
    """

    round: int
    drift: float | None
    by_interest: Mapping[str, float] | None


def drift_over_rounds(history: History) -> tuple[RoundDrift, ...]:
    """The drift after each round that was taken over and still stands, in order of round.

    Of each round the web is read as it stood right after the last act that took over answers of it.
    """
    last: dict[int, Web] = {}
    for moment in history.moments():
        for act in adopted_in(moment.command):
            last.setdefault(act.round, moment.web)
    return tuple(_drift(number, last[number]) for number in sorted(last))


def _drift(number: int, web: Web) -> RoundDrift:
    gap = representation_gap(weights_of(web), Reference.MAXI_PUBLIC)
    if isinstance(gap, Undefined):
        return RoundDrift(number, None, None)
    return RoundDrift(number, gap.drift, MappingProxyType(dict(gap.drift_by_interest)))
