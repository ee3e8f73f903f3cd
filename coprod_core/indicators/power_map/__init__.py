"""The power map: who is hit and who can do something about it. It stands in pictures, and enters no reading.

After the Dutch *krachtenveldanalyse* (Factor C, Communicatiekompas, Mendelow); the corner of who is hit and has little
power is ours. Unknown is never taken for the middle.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import TIE, Weights
from coprod_core.web.asked import Power
from coprod_core.web.model import Actor, Web


class Hit(StrEnum):
    """How hard a party is hit, in the words of the web."""

    NONE = "none"
    NOTICES = "notices"
    PLANS = "plans"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class OnMap:
    """What the web knows of a party for the map. `hit`: None where nobody said what is at stake for it.

    `quiet`: residents who are hit and have little power; `perhaps_quiet`: hit, and nobody asked how much power they
    have. `alarm`: hit hard and hardly at the table. `estimated`: all that is at stake for it is an estimate. `open`:
    how many interests nobody could say of.
    """

    id: str
    hit: Hit | None
    quiet: bool
    perhaps_quiet: bool
    alarm: bool
    estimated: bool
    open: int


def of(readings: Readings) -> Mapping[str, OnMap]:
    """Every party of a web, in file order, found once."""
    return readings.once(__name__, lambda: _on_map(readings))


def _on_map(readings: Readings) -> Mapping[str, OnMap]:
    weights, alarm = readings.weights, () if readings.gap is None else readings.gap.alarm
    web = weights.web
    asked = Counter(unknown.actor for unknown in web.unknown)
    only_estimates = _only_estimates(weights)
    found = {}
    for i, party in enumerate(web.actors):
        hit = _hit(weights, i)
        affected = party.citizens and hit in (Hit.PLANS, Hit.HOME)
        found[party.id] = OnMap(
            id=party.id,
            hit=hit,
            quiet=affected and party.power is Power.LITTLE,
            perhaps_quiet=affected and party.power is None,
            alarm=party.id in alarm,
            estimated=only_estimates[i],
            open=asked[party.id],
        )
    return found


def _hit(weights: Weights, i: int) -> Hit | None:
    if not weights.cells.spoken[i]:
        return None
    hit, conventions = float(weights.hit[i]), weights.web.conventions
    if hit <= TIE:
        return Hit.NONE
    if hit < conventions.weight_plans - TIE:
        return Hit.NOTICES
    return Hit.PLANS if hit < conventions.alarm_hit - TIE else Hit.HOME


def _only_estimates(weights: Weights) -> list[bool]:
    """Per party whether something is said of it, and all of that is an estimate."""
    said = weights.weight > 0
    known = said & ~weights.estimate
    only: list[bool] = np.logical_and(said.any(axis=1), ~known.any(axis=1)).tolist()
    return only


def first_to_begin_with(parties: Iterable[Actor], on_map: Mapping[str, OnMap]) -> tuple[Actor, ...]:
    """The parties in the order of every list of the map: who is hit and has little power first. No ranking: inside each
    kind the order of the file.
    """
    return tuple(sorted(parties, key=_place(on_map)))


_ORDER = (Power.LITTLE, None, Power.SOME, Power.MUCH)


def _place(on_map: Mapping[str, OnMap]) -> Callable[[Actor], tuple[bool, int]]:
    return lambda party: (not on_map[party.id].quiet, _ORDER.index(party.power))


_ORGANISERS: tuple[Callable[[Actor], bool], ...] = (
    lambda party: party.sphere == "own_organisation",
    lambda party: party.sphere == "professional",
    lambda party: party.initiator,
)


def viewpoint_of(readings: Readings) -> str | None:
    """From whom trust is seen unless somebody chooses otherwise: the first party with a stake of the own organisation,
    else the professional, else the first that began it; None (`no_viewpoint`) where none of them has one.
    """
    weights = readings.weights
    staked = [party for i, party in enumerate(weights.web.actors) if weights.staked[i]]
    return next((party.id for kind in _ORGANISERS for party in staked if kind(party)), None)


def organiser_for(web: Web, party: str) -> str | None:
    """To whom a party may say what it expects of those who organise: the first other party of the own organisation,
    else the professional, else the first that began it; None where there is none of these.
    """
    others = [each for each in web.actors if each.id != party]
    return next((each.id for kind in _ORGANISERS for each in others if kind(each)), None)


def rows_of(weights: Weights) -> Mapping[str, int]:
    """Where each party stands in the arrays."""
    return {id_: row for row, id_ in enumerate(weights.actors)}
