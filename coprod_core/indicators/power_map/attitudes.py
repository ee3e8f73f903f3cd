"""How a party stands to one plan: a mark from what the web knows, beside which a noted attitude may stand."""

from collections.abc import Mapping
from enum import StrEnum

from coprod_core.indicators import marks, power_map
from coprod_core.indicators.marks import Mark
from coprod_core.indicators.overview import Readings
from coprod_core.web.asked import Attitude
from coprod_core.web.model import Actor, Web


class Stance(StrEnum):
    """Whether a party can live with a plan; the official colours are green, orange, red and black."""

    CAN = "can"
    DOUBT = "doubt"
    HARD = "hard"
    UNKNOWN = "unknown"


_OF_MARK = {
    Mark.YES: Stance.CAN,
    Mark.WITH_LOSSES: Stance.CAN,
    Mark.HESITATES: Stance.DOUBT,
    Mark.HARD: Stance.HARD,
    Mark.UNKNOWN: Stance.UNKNOWN,
}
_OF_NOTED = {Attitude.POSITIVE: Stance.CAN, Attitude.NEUTRAL: Stance.DOUBT, Attitude.NEGATIVE: Stance.HARD}
_AGAINST_THE_WEB = {(Attitude.POSITIVE, Stance.HARD), (Attitude.NEGATIVE, Stance.CAN)}


def plan_of(readings: Readings) -> str | None:
    """The plan that is looked at unless somebody chooses another: the best at the table as it is, else the first that
    is not barred, else the first; None while there is no plan.
    """
    found = readings.feasibility_inclusiveness
    options = readings.weights.web.options
    if options and found is not None and found.best.plan is not None:
        return found.best.plan
    return next((option.id for option in sorted(options, key=lambda option: option.barred)), None)


def stances(readings: Readings, plan: str | None, only_said: bool = False) -> Mapping[str, Stance]:
    """How each party stands to a plan. `only_said`: what rests on estimates alone is unknown.

    Without a plan wishes do not count: then it is what somebody noted, or unknown.
    """
    web = readings.weights.web
    if plan is None:
        return {party.id: _noted(party) for party in web.actors}
    on_map, found = power_map.of(readings), marks.of(readings)[plan].parties
    return {
        party.id: Stance.UNKNOWN if only_said and on_map[party.id].estimated else _OF_MARK[found[party.id].mark]
        for party in web.actors
    }


def _noted(party: Actor) -> Stance:
    return Stance.UNKNOWN if party.attitude is None else _OF_NOTED[party.attitude]


def noted_otherwise(web: Web, stance_of: Mapping[str, Stance]) -> tuple[str, ...]:
    """The parties of which somebody noted the opposite of what the web says."""
    return tuple(
        party.id
        for party in web.actors
        if party.attitude is not None and (party.attitude, stance_of[party.id]) in _AGAINST_THE_WEB
    )
