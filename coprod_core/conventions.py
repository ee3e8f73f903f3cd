"""What a meeting agrees on before it counts: the levels behind words, and limits (docs/indicators.md, "Conventions").

None of these numbers is found in the world. A group may count otherwise, and then its web says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from coprod_core.checked import Checked, of, share
from coprod_core.errors import Fault, InvalidValue
from coprod_core.fields import Number

WEIGHT_NAMES = ("none", "notices", "plans", "home")
"""The four weight words; the first is always 0, the level of each other is a convention."""

WEIGHT_WORDS = ("weight_notices", "weight_plans", "weight_home")
FORCE_WORDS = ("force_habit", "force_council_rule", "force_law")
WAYS = ("facilitate", "steer", "lead", "politics_first")


def _level(default: float) -> Any:
    return of(Number(0, 1, above=True), default=default)


def _concentration(default: float) -> Any:
    return of(Number(0, 10_000, above=True), default=default)


def _deviation(default: float) -> Any:
    return of(Number(0, 2), default=default)


@dataclass(frozen=True)
class Conventions(Checked):
    """How a meeting counts; the defaults are the design's.

    `weight_*`: the level of a weight word, above 0 (no stake at all is 0), and `force_*` that of a rule's force; each
    of the three strictly above the one before. `unheard_limit`: an interest with less than this part of its attention
    outside is unheard. `alarm_hit`, `alarm_share`: a party hit at least this hard, with less than this part of its
    share of the affected public. `wish_feasibility`: of a wish that stands in for a plan. `ownership_*`: the part of
    the initiators' ownership that a role takes. `strengthening`: how much one thing that makes a tension stronger
    counts. `spread_data`, `spread_self`, `spread_estimate`: concentration of redrawn attention by who says so, higher
    varies less; `spread_position`: standard deviation of a redrawn position, `spread_people` that of the logarithm of a
    number of people. `unsure_limit`: a main cause that differs in more than this part of the draws is not known.
    """

    weight_notices: float = _level(0.1)
    weight_plans: float = _level(0.4)
    weight_home: float = _level(1.0)
    force_habit: float = share(0.2)
    force_council_rule: float = share(0.6)
    force_law: float = share(1.0)
    unheard_limit: float = _level(0.2)
    alarm_hit: float = share(0.9)
    alarm_share: float = share(0.2)
    wish_feasibility: float = share(0.7)
    ownership_facilitate: float = share(0.0)
    ownership_steer: float = share(0.5)
    ownership_lead: float = share(1.0)
    ownership_politics_first: float = share(1.0)
    strengthening: float = share(0.5)
    spread_data: float = _concentration(200.0)
    spread_self: float = _concentration(60.0)
    spread_estimate: float = _concentration(8.0)
    spread_position: float = _deviation(0.15)
    spread_people: float = _deviation(0.2)
    unsure_limit: float = share(0.2)

    def __post_init__(self) -> None:
        super().__post_init__()
        faults = [fault for words in (WEIGHT_WORDS, FORCE_WORDS) for fault in self._not_rising(words)]
        if faults:
            raise InvalidValue(faults)

    def _not_rising(self, words: tuple[str, ...]) -> list[Fault]:
        levels = [(word, getattr(self, word)) for word in words]
        return [
            Fault(word, "not_rising", {"value": level, "low": below})
            for (_, below), (word, level) in pairwise(levels)
            if level <= below
        ]

    @property
    def weights(self) -> tuple[float, float, float, float]:
        """The four weight words as numbers: none, notices it, plans are hit, home, health or livelihood."""
        return 0.0, self.weight_notices, self.weight_plans, self.weight_home

    @property
    def forces(self) -> tuple[float, float, float]:
        """The three words for a rule's force as numbers: habit, council rule, law."""
        return self.force_habit, self.force_council_rule, self.force_law

    @property
    def ownership_cost(self) -> Mapping[str, float]:
        """The part of the initiators' ownership that each way out of the second dilemma takes, 0..1."""
        return MappingProxyType({way: getattr(self, f"ownership_{way}") for way in WAYS})


DESIGN = Conventions()
"""The design's own."""
