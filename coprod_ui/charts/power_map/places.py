"""In which cell of a picture each party stands: once, in a cell or in a tray; of trust all but the viewpoint."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import Hit
from coprod_core.indicators.power_map.trust import Side, meetings, to_plan
from coprod_core.web.asked import NetworkRole, Power, Ring, Trust
from coprod_core.web.model import Actor
from coprod_core.web.rings import INWARDS, ring_of
from coprod_ui.charts.power_map.choices import Choices, Perspective, Picture, seen_by_plan

NOT_ASKED, NOT_TOUCHING, NO_RING = "not_asked", "not_touching", "no_ring"
NO_ROLE = "no_role"
"""The column of who has no role yet, where the rings are told in a table."""

EVERYONE = "all"
"""The one row of the picture of attitudes."""


@dataclass(frozen=True, slots=True)
class Where:
    """A cell by its row and column; or a tray, which has no column."""

    row: str
    column: str = ""

    @property
    def is_tray(self) -> bool:
        """Whether this is a tray under the picture."""
        return not self.column


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture's rows and columns, and who stands where, in file order. Every cell and tray there is has its place in
    `held`, also an empty one. `beside`: who is drawn beside the picture.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    held: Mapping[Where, tuple[str, ...]]
    beside: str | None = None

    def cell(self, row: str, column: str) -> tuple[str, ...]:
        """Who stands in a cell."""
        return self.held[Where(row, column)]

    @property
    def trays(self) -> tuple[str, ...]:
        """The trays in which somebody stands."""
        return tuple(where.row for where, parties in self.held.items() if where.is_tray and parties)


def placed(readings: Readings, choices: Choices) -> Placed:
    """Where every party of a web stands in a picture."""
    match choices.picture:
        case Picture.HIT:
            return _power(readings)
        case Picture.ATTITUDE:
            return _attitude(readings)
        case Picture.TRUST:
            return _trust(readings, choices.viewpoint)
        case Picture.RINGS:
            return _rings(readings, choices.perspective)


def _power(readings: Readings) -> Placed:
    on_map = power_map.of(readings)

    def where(party: Actor) -> Where:
        hit = on_map[party.id].hit
        return Where(NOT_ASKED) if hit is None or party.power is None else Where(party.power, hit)

    untouched = any(where(party).column == Hit.NONE for party in readings.weights.web.actors)
    columns = tuple(hit for hit in Hit if untouched or hit is not Hit.NONE)
    return _sorted(readings, tuple(Power), columns, (NOT_ASKED,), where)


def _attitude(readings: Readings) -> Placed:
    def where(party: Actor) -> Where:
        return Where(NOT_ASKED) if party.power is None else Where(EVERYONE, party.power)

    return _sorted(readings, (EVERYONE,), tuple(Power), (NOT_ASKED,), where)


def _trust(readings: Readings, viewpoint: str | None) -> Placed:
    on_map, plan = power_map.of(readings), seen_by_plan(readings.weights.web, viewpoint)
    beside = None if plan is not None else viewpoint
    met = to_plan(readings, plan) if plan is not None else {} if beside is None else meetings(readings, beside)

    def where(party: Actor) -> Where:
        meeting = met.get(party.id)
        if meeting is None or on_map[party.id].hit is None:
            return Where(NOT_ASKED)
        if meeting.side is None:
            return Where(NOT_TOUCHING)
        return Where(NOT_ASKED) if party.trust is None else Where(party.trust, meeting.side)

    return _sorted(readings, tuple(Trust), tuple(Side), (NOT_ASKED, NOT_TOUCHING), where, beside)


def _rings(readings: Readings, perspective: Perspective) -> Placed:
    process = readings.weights.web.process

    def where(party: Actor) -> Where:
        ring = ring_of(party, process) or wanted(party, perspective)
        if ring is None:
            return Where(NO_RING)
        return Where(ring) if party.network_role is None else Where(ring, party.network_role)

    rows, trays = tuple(reversed(INWARDS)), (*reversed(INWARDS), NO_RING)
    return _sorted(readings, rows, tuple(NetworkRole), trays, where)


def wanted(party: Actor, perspective: Perspective) -> Ring | None:
    """The ring a party should go to in this perspective; None where it is about now, or was not asked."""
    match perspective:
        case Perspective.NOW:
            return None
        case Perspective.THEIRS:
            return party.ring_theirs
        case Perspective.OURS:
            return party.ring_ours


def _sorted(
    readings: Readings,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    trays: tuple[str, ...],
    where: Callable[[Actor], Where],
    beside: str | None = None,
) -> Placed:
    held: dict[Where, list[str]] = {Where(row, column): [] for row in rows for column in columns}
    held |= {Where(tray): [] for tray in trays}
    for party in readings.weights.web.actors:
        if party.id != beside:
            held[where(party)].append(party.id)
    return Placed(rows, columns, {place: tuple(parties) for place, parties in held.items()}, beside)


def in_a_table(rings: Placed) -> Placed:
    """The rings as rows and columns, where there are too many parties to draw them round: the trays of who has a ring
    and no role become a column, where there is anybody.
    """
    trays = {row: rings.held[Where(row)] for row in rings.rows}
    if not any(trays.values()):
        return rings
    held = {place: parties for place, parties in rings.held.items() if not place.is_tray}
    held |= {Where(row, NO_ROLE): parties for row, parties in trays.items()}
    return Placed(rings.rows, (*rings.columns, NO_ROLE), {**held, Where(NO_RING): rings.held[Where(NO_RING)]})
