"""What a meeting agrees on before it counts: the levels behind words, and limits (docs/indicators.md, "Conventions").

None of these numbers is found in the world. A group may count otherwise, and then its web says so.
"""

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated

from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.checked.fields import Number, Share
from coprod_core.checked.values import value

WEIGHT_NAMES = ("none", "notices", "plans", "home")
"""The four weight words; the first is always 0, the level of each other is a convention."""

WEIGHT_WORDS = ("weight_notices", "weight_plans", "weight_home")
FORCE_WORDS = ("force_habit", "force_council_rule", "force_law")
RINGS_WITH_A_SEAT = ("ring_think", "ring_work", "ring_decide")
WAYS = ("facilitate", "steer", "lead", "politics_first")


Level = Annotated[float, Number(0, 1, above=True)]
Concentration = Annotated[float, Number(0, 10_000, above=True)]
Deviation = Annotated[float, Number(0, 2)]


@value(slots=False)
class Conventions:
    """How a meeting counts; the defaults are the design's.

    `weight_*`: the level of a weight word, above 0 (no stake at all is 0), and `force_*` that of a rule's force; each
    of the three strictly above the one before. `unheard_limit`: an interest with less than this part of its attention
    outside is unheard. `alarm_hit`, `alarm_share`: a party hit at least this hard, with less than this part of its
    share of the affected public. `wish_feasibility`: of a wish that stands in for a plan. `ownership_*`: the part of
    the initiators' ownership that a role takes. `strengthening`: how much one thing that makes a tension stronger
    counts. `spread_data`, `spread_self`, `spread_estimate`: concentration of redrawn attention by who says so, higher
    varies less; `spread_position`: standard deviation of a redrawn position, `spread_people` that of the logarithm of a
    number of people. `unsure_limit`: a main cause that differs in more than this part of the draws is not known.
    `hard_to_live_with`: a party that accepts a plan less than this finds it hard to live with. `ambivalent_from`: two
    parties with more than this in common, clash and accord together, may be worth talking to first. `can_live_with`: a
    party that accepts a plan at least this can live with it, always more than `hard_to_live_with`. `mixed_limit`: two
    parties of which accord and clash differ by less than this part of both go partly together. `tell_from`: from this
    part of what matters to a party on, it is told what it wins or loses by a plan. `tell_change`: from this
    change on in how far a plan is for or against it (-1..1), a party goes forward or back. `ring_*`: how much one seat
    of a citizen party counts that is put in this ring of influence, never less than in the ring before.
    """

    weight_notices: Level = 0.1
    weight_plans: Level = 0.4
    weight_home: Level = 1.0
    force_habit: Share = 0.2
    force_council_rule: Share = 0.6
    force_law: Share = 1.0
    unheard_limit: Level = 0.2
    alarm_hit: Share = 0.9
    alarm_share: Share = 0.2
    wish_feasibility: Share = 0.7
    ownership_facilitate: Share = 0.0
    ownership_steer: Share = 0.5
    ownership_lead: Share = 1.0
    ownership_politics_first: Share = 1.0
    strengthening: Share = 0.5
    spread_data: Concentration = 200.0
    spread_self: Concentration = 60.0
    spread_estimate: Concentration = 8.0
    spread_position: Deviation = 0.15
    spread_people: Deviation = 0.2
    unsure_limit: Share = 0.2
    hard_to_live_with: Share = 0.6
    ambivalent_from: Share = 0.15
    can_live_with: Share = 0.75
    mixed_limit: Level = 0.2
    tell_from: Share = 0.1
    tell_change: Level = 0.3
    ring_think: Share = 0.5
    ring_work: Share = 0.75
    ring_decide: Share = 1.0

    def __post_init__(self) -> None:
        faults = [fault for words in (WEIGHT_WORDS, FORCE_WORDS) for fault in self._not_rising(words)]
        faults += self._falling(RINGS_WITH_A_SEAT)
        if self.can_live_with <= self.hard_to_live_with:
            limits = {"value": self.can_live_with, "low": self.hard_to_live_with}
            faults.append(Fault("can_live_with", "not_above_hard", limits))
        if faults:
            raise InvalidValue(faults)

    def _not_rising(self, words: tuple[str, ...]) -> list[Fault]:
        levels = [(word, getattr(self, word)) for word in words]
        return [
            Fault(word, "not_rising", {"value": level, "low": below})
            for (_, below), (word, level) in pairwise(levels)
            if level <= below
        ]

    def _falling(self, words: tuple[str, ...]) -> list[Fault]:
        levels = [(word, getattr(self, word)) for word in words]
        return [
            Fault(word, "falling", {"value": level, "low": below})
            for (_, below), (word, level) in pairwise(levels)
            if level < below
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
