"""What would tip each dilemma: the nearest change after which another side loses most, or another rule is strongest.

Section 7 of docs/indicators.md says what is computed; here one thing at a time is changed and it is computed anew.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from math import ceil, floor
from typing import Any

from coprod_core.indicators.explanation.reading import described
from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.minimax import relative_loss
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.role import Role, steer_facilitate_or_lead
from coprod_core.indicators.rules import Rules
from coprod_core.indicators.weights import TIE, Weights, levels_of
from coprod_core.web.model import Process

DIALS = ("delegated", "initiative", "meddling", "worst_off_weight")
"""What can be turned in the second dilemma, each from 0 to 1."""

STEP = 0.02
"""Dials are tried this far apart: what lies wholly between two of these values is not seen."""

_HALVINGS = 30


@dataclass(frozen=True)
class Invited:
    """An absent candidate and the losses once it has joined the table as it is: `heard` of all that is at stake, `plan`
    of the feasibility there can be, both 0..1. `tips`: whether the plan loses more then, and not yet now.
    """

    actor: str
    heard: float
    plan: float
    tips: bool


def tipping_invitations(reading: FeasibilityInclusiveness) -> tuple[Invited, ...]:
    """Every single invitation from here, in file order. The larger loss goes from heard interests to a plan that works
    or stays where it is, for inviting never lowers inclusiveness and never raises feasibility. Differences within `TIE`
    are none.
    """
    now = reading.here[1] - reading.here[0] > TIE
    return tuple(
        Invited(actor, heard, plan, not now and plan - heard > TIE)
        for actor, (heard, plan) in _losses_after(reading).items()
    )


def _losses_after(reading: FeasibilityInclusiveness) -> Mapping[str, tuple[float, float]]:
    return {
        actor: (
            relative_loss(reading.at_stake, reading.inclusiveness + joining.gain),
            relative_loss(reading.f_max, reading.feasibility - joining.loss),
        )
        for actor, joining in reading.invite.items()
    }


@dataclass(frozen=True)
class TippedDial:
    """The nearest value of one dial at which another side loses most by one way out of the second dilemma.

    `value`: where the dial stands; `at`: the nearest such value, to within 1e-9. At least from there up to `until`,
    further away or the same, it is `after` that loses most instead of `before`; None: no side loses anything. Numbers
    are 0..1.
    """

    dial: str
    value: float
    at: float
    until: float
    before: str | None
    after: str | None

    @property
    def printed(self) -> float:
        """`at` on two decimals, rounded away from where the dial stands, so that turning to it tips; but never past
        `until`.
        """
        away = rounded_away(self.at, self.value)
        return min(away, self.until) if self.at > self.value else max(away, self.until)


def rounded_away(at: float, value: float) -> float:
    """A threshold on two decimals, rounded away from the `value` it is seen from."""
    hundredths = ceil(at * 100 - TIE) if at > value else floor(at * 100 + TIE)
    return hundredths / 100


Tips = Mapping[str, Mapping[str, TippedDial | None]]
"""Per way out, per dial of `DIALS`."""


def tipping_dials(weights: Weights) -> Tips | Undefined:
    """Per way out and per dial the nearest change of the side that loses most by it, all else as it is; None where no
    value tried changes it. Undefined as the dilemma itself: `no_initiators`, `needs_two_plans`. Only the second dilemma
    is computed anew.
    """
    invitations = Invitations(weights, plans_of(weights))
    role = steer_facilitate_or_lead(invitations)
    if isinstance(role, Undefined):
        return role
    turned = {dial: _turned(invitations, dial) for dial in DIALS}
    return {way: {dial: _nearest(dial, *_most_by(way, *turned[dial])) for dial in DIALS} for way in role.sides}


Sides = Callable[[float], Mapping[str, str | None]]
Winner = Callable[[float], str | None]


def _turned(invitations: Invitations, dial: str) -> tuple[float, Sides]:
    """Where a dial stands, and which side loses most by each way out when it is turned."""
    process: Process = invitations.weights.web.process

    @cache
    def sides(value: float) -> Mapping[str, str | None]:
        turned: Any = {dial: value}
        role = steer_facilitate_or_lead(invitations, replace(process, **turned))
        assert isinstance(role, Role)  # no dial decides on whether there are plans and initiators
        return role.sides

    return float(getattr(process, dial)), sides


def _most_by(way: str, value: float, sides: Sides) -> tuple[float, Winner]:
    return value, lambda tried: sides(tried)[way]


def _nearest(dial: str, value: float, winner: Winner) -> TippedDial | None:
    before = winner(value)
    found = [_first_change(dial, value, winner, before, direction) for direction in (1, -1)]
    return min((tip for tip in found if tip is not None), key=lambda tip: abs(tip.at - value), default=None)


def _first_change(dial: str, value: float, winner: Winner, before: str | None, direction: int) -> TippedDial | None:
    """The first change when a dial is turned one way, and how far the new winner lasts."""
    steps = _steps(value, direction)
    turn = next((turn for turn, tried in enumerate(steps) if winner(tried) != before), None)
    if turn is None:
        return None
    at = _between(steps[turn - 1] if turn else value, steps[turn], before, winner)
    after = winner(at)
    lasting = takewhile(lambda tried: winner(tried) == after, steps[turn:])
    return TippedDial(dial, value, at, max([at, *lasting], key=lambda tried: abs(tried - at)), before, after)


def _steps(value: float, direction: int) -> list[float]:
    """The values from a dial's own to the end, `STEP` apart on the same grid whatever the value."""
    grid = [step * STEP for step in range(round(1 / STEP) + 1)]
    return [tried for tried in grid[::direction] if (tried - value) * direction > TIE]


def _between(same: float, other: float, before: str | None, winner: Winner) -> float:
    """The value nearest to `same` where the winner is another, found by halving."""
    for _ in range(_HALVINGS):
        middle = (same + other) / 2
        if winner(middle) == before:
            same = middle
        else:
            other = middle
    return other


@dataclass(frozen=True)
class TippedRule:
    """What would tip the strongest rule.

    `room` (0..1): beyond this room between the rules, wider than it is now, another rule, `next_rule`, is the
    strongest; both None where there is no such rule. `force` (0..1): the force at which deviating weighs as much as
    following; None where what the rule protects already weighs at least as much as what it hinders, or as nothing is
    lost by following.
    """

    rule: str
    room: float | None
    next_rule: str | None
    force: float | None


def tipping_rule(weights: Weights, rules: Rules) -> TippedRule:
    """What would tip the strongest rule, exactly: its tension = min(deviate, follow) x (1 - room), and
    deviate = max(force, what it protects).
    """
    strongest = rules.rules[rules.strongest]
    least = min(strongest.deviate, strongest.follow)
    others = {id_: reading.tension for id_, reading in rules.rules.items() if id_ != rules.strongest}
    highest = max(others.values(), default=0.0)
    overtaken = highest > TIE
    rule = weights.web.rule_by_id[rules.strongest]
    severity = weights.load.max(axis=0, initial=0.0)
    protects = float((levels_of([rule.protects], weights.interests) * severity).max(initial=0.0))
    return TippedRule(
        rule=rules.strongest,
        room=max(float(rule.discretion), 1 - highest / least) if overtaken else None,
        next_rule=next(id_ for id_, tension in others.items() if tension >= highest - TIE) if overtaken else None,
        force=strongest.follow if strongest.follow > protects + TIE else None,
    )


# -- explained ------------------------------------------------------------------------------------------------------

READINGS = (described("sure.tips", "the least change of one number after which something else comes out on top"),)
