"""Where groups placed parties in a picture of the power map, and where they differ; nothing is averaged or counted."""

from collections.abc import Mapping
from dataclasses import dataclass

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map.attitudes import Stance, plan_of, stances
from coprod_core.web.asked import Power, is_small_group
from coprod_core.web.model import Actor, Web
from coprod_core.web.rings import INWARDS, ring_of
from coprod_core.workshop.values import Place

CELLS: Mapping[int, tuple[str, ...]] = {
    1: tuple(map(str, Power)),
    2: tuple(map(str, (Stance.CAN, Stance.DOUBT, Stance.HARD))),
    4: tuple(map(str, INWARDS)),
}
"""By picture, what a party can be placed in."""

_ATTITUDE = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A party, and by cell, in the order of the picture, the groups that placed it there, in theirs."""

    party: str
    cells: Mapping[str, tuple[str, ...]]

    @property
    def differs(self) -> bool:
        """Whether it stands in more than one cell."""
        return len(self.cells) > 1


def to_place(step: Place, web: Web) -> tuple[Actor, ...]:
    """The parties that a step asks to place, in file order, as far as they are in the web by then.

    Nobody is asked for the attitude of residents of whom so few are there that one can be told from another.
    """
    return tuple(
        party
        for party in web.actors
        if (not step.parties or party.id in step.parties)
        and not (step.picture == _ATTITUDE and is_small_group(party.sphere, party.people))
    )


def placements(step: Place, web: Web, said: Mapping[str, Mapping[str, str]]) -> tuple[Placed, ...]:
    """Where the groups placed each party of a step. `said`: by group, the cell of each party it placed."""
    return tuple(
        Placed(party.id, {cell: groups for cell in CELLS[step.picture] if (groups := _in(cell, party.id, said))})
        for party in to_place(step, web)
    )


def _in(cell: str, party: str, said: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    return tuple(group for group, cells in said.items() if cells.get(party) == cell)


def plan_placed_for(step: Place, readings: Readings) -> str | None:
    """The plan to which an attitude is asked; None where none is asked, or there is no plan yet."""
    return plan_of(readings) if step.picture == _ATTITUDE and readings.weights.web.options else None


def according_to_web(step: Place, readings: Readings) -> Mapping[str, str]:
    """The cell in which the web has each party that it can place.

    An attitude is the one that follows from a plan, never one that somebody noted: a room may not read that.
    """
    web = readings.weights.web
    if step.picture == _ATTITUDE:
        plan = plan_placed_for(step, readings)
        found = stances(readings, plan) if plan is not None else {}
        cells = {party: str(stance) for party, stance in found.items() if stance is not Stance.UNKNOWN}
    elif step.picture == 1:
        cells = {party.id: str(party.power) for party in web.actors if party.power is not None}
    else:
        rings = {party.id: ring_of(party, web.process) for party in web.actors}
        cells = {party: str(ring) for party, ring in rings.items() if ring is not None}
    asked = {party.id for party in to_place(step, web)}
    return {party: cell for party, cell in cells.items() if party in asked}
