"""Who moved on the power map between two webs. Speaks in fields with their values, and judges no direction."""

from dataclasses import dataclass
from typing import Any

from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import first_to_begin_with
from coprod_core.web.asked import NOTED
from coprod_core.web.model import Actor
from coprod_core.web.rings import ring_of

FIELDS = ("power", "network_role", "ring_theirs", "ring_ours")
"""What is asked of a party and moves it on the map, beside how hard it is hit and the ring it is in."""


@dataclass(frozen=True, slots=True)
class Move:
    """A party that stands elsewhere by one `field`. `before`, `after`: None where it was not asked or not known."""

    party: str
    field: str
    before: Any
    after: Any


def moves(before: Readings, after: Readings, noted: bool = False) -> tuple[Move, ...]:
    """Every move of the parties that are in both webs, in the order of every list of the map. A ring that follows from
    the web moves as well. `noted`: by what was noted of them alone, trust and attitude, and by nothing else.
    """
    fields = NOTED if noted else ("hit", *FIELDS, "ring_now")
    here = after.weights.web.actors
    ordered = first_to_begin_with(here, power_map.of(after))
    both = [party for party in ordered if party.id in before.weights.web.actor_by_id]
    found = [Move(p.id, field, _held(before, p.id, field), _held(after, p.id, field)) for p in both for field in fields]
    return tuple(move for move in found if move.before != move.after)


def in_one_only(before: Readings, after: Readings) -> int:
    """How many parties are in one of two webs, and not in the other."""
    return len(before.weights.web.actor_by_id.keys() ^ after.weights.web.actor_by_id.keys())


def _held(readings: Readings, party: str, field: str) -> Any:
    web = readings.weights.web
    actor: Actor = web.actor_by_id[party]
    if field == "hit":
        return power_map.of(readings)[party].hit
    return ring_of(actor, web.process) if field == "ring_now" else getattr(actor, field)
