"""The sheet of the power map: a row per party with what is asked of it and what the web says, in words.

It stands in workbooks and by itself as a CSV file. Who is hit and has little power stands first. Read back, its columns
of what is asked say the same again. What is noted of a party stands in it only where whoever saves it says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coprod_core.exchange.matching import ABOUT
from coprod_core.exchange.stake_table import told_apart
from coprod_core.exchange.tables import Cell, Table
from coprod_core.exchange.text_tables import Mark, written
from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import OnMap
from coprod_core.indicators.power_map.attitudes import stances
from coprod_core.indicators.power_map.trust import Meeting, Side, meetings
from coprod_core.web.asked import NOTED, Attitude, NetworkRole, Power, Ring, Trust
from coprod_core.web.model import Actor, Web
from coprod_core.web.rings import ring_according_to_web
from coprod_ui.charts.power_map.told import with_official
from coprod_ui.words import Words

ASKED = ("power", "trust", "network_role", "attitude", "ring_now", "ring_theirs", "ring_ours")
"""What is asked of a party, in the order of the columns."""


@dataclass(frozen=True)
class _Column:
    title: str
    says: Callable[[Actor], Cell]


def table(readings: Readings, web: Web, words: Words, *, noted: bool = False) -> Table:
    """The sheet of a web; `noted`: with how we get on with each party, and its attitude."""
    columns = _columns(readings, web, words, noted)
    order = power_map.first_to_begin_with(web.actors, power_map.of(readings))
    rows = [[column.says(party) for column in columns] for party in order]
    return Table(words("power_map.name"), tuple(column.title for column in columns), rows)


def as_csv(readings: Readings, web: Web, words: Words, card: Mapping[str, str], *, noted: bool = False) -> bytes:
    """The same as a file that a spreadsheet opens, with its data card in the first row."""
    made = table(readings, web, words, noted=noted)
    about = "; ".join(f"{name}: {line}" for name, line in card.items())
    rows = [[*row, None if nth else about] for nth, row in enumerate(made.rows)]
    decimal: Mark = "," if words("numbers.decimal") == "," else "."
    return ("\ufeff" + written((*made.columns, ABOUT), rows, decimal)).encode()


def _columns(readings: Readings, web: Web, words: Words, noted: bool) -> list[_Column]:
    names, on_map = told_apart(web.actors), power_map.of(readings)
    return [
        _Column(words("map_sheet.party"), lambda party: names[party.id]),
        _Column(words("map_sheet.kind"), lambda party: words.choice("spheres", party.sphere)),
        _Column(words("map_sheet.people"), lambda party: party.people),
        _Column(words("map_sheet.seats"), lambda party: party.seats),
        _Column(words("map_sheet.hit"), lambda party: _hit(on_map[party.id], words)),
        *(_asked(name, words) for name in ASKED if noted or name not in NOTED),
        _Column(words("asked.placed_by"), lambda party: words.choice("provenance", party.placed_by)),
        *(_plan(readings, id_, plan.name, words) for id_, plan in web.option_by_id.items()),
        _Column(words("map_sheet.ring_by_web"), lambda party: _ring(web, party, words)),
        _Column(words("map_sheet.place_of_power"), lambda party: _place_of_power(on_map[party.id], party, words)),
        *_places_of_trust(readings, web, words, noted),
        _Column(words("map_sheet.open"), lambda party: _open(web, party)),
    ]


def _hit(found: OnMap, words: Words) -> str:
    return words("map_sheet.not_known") if found.hit is None else words.choice("power_map.hit", found.hit)


def _asked(name: str, words: Words) -> _Column:
    return _Column(words(f"asked.{name}"), lambda party: _answer(getattr(party, name), words))


def _answer(said: Power | Trust | NetworkRole | Attitude | Ring | None, words: Words) -> str:
    match said:
        case None:
            return words("power_map.not_asked")
        case Power():
            return words.choice("powers", said)
        case Trust():
            return words.choice("trusts", said)
        case NetworkRole():
            return words.choice("network_roles", said)
        case Attitude():
            return words.choice("attitudes", said)
        case Ring():
            return words.choice("rings", said)


def _plan(readings: Readings, id_: str, name: str, words: Words) -> _Column:
    stance_of = stances(readings, id_)
    return _Column(words("map_sheet.plan", plan=name), lambda party: with_official(stance_of[party.id], words))


def _ring(web: Web, party: Actor, words: Words) -> str:
    ring = ring_according_to_web(party, web.process)
    return words("map_sheet.no_ring") if ring is None else words.choice("rings", ring)


def _place_of_power(found: OnMap, party: Actor, words: Words) -> str:
    if found.quiet:
        return words("power_map.corner")
    if found.hit is None or party.power is None:
        return words("power_map.not_asked")
    hit, power = words.choice("power_map.hit", found.hit), words.choice("powers", party.power)
    return words("map_sheet.place", column=hit, row=power)


def _places_of_trust(readings: Readings, web: Web, words: Words, noted: bool) -> list[_Column]:
    """Where the interests of each party meet those of the viewpoint; none where nobody can be looked from."""
    viewpoint = power_map.viewpoint_of(readings)
    if viewpoint is None:
        return []
    found = meetings(readings, viewpoint)
    title = words("map_sheet.place_of_trust", party=web.actor_by_id[viewpoint].name)

    def says(party: Actor) -> str:
        if party.id == viewpoint:
            return words("map_sheet.viewpoint")
        return _place_of_trust(found[party.id], party, words, noted)

    return [_Column(title, says)]


def _place_of_trust(meeting: Meeting, party: Actor, words: Words, noted: bool) -> str:
    """The side of the interests, and where it may be told the name of the cell: that of the situation, to which only
    organisations have the official word.
    """
    if meeting.side is None:
        return words("power_map.untouched")
    if meeting.side is Side.PARTLY:
        return words(f"power_map.cell.trust.{Trust.GOOD}.{Side.PARTLY}")
    if not noted or party.trust is None:
        return words.choice("power_map.side", meeting.side)
    said = words(f"power_map.cell.trust.{party.trust}.{meeting.side}")
    official = words(f"map_sheet.official.{meeting.side}_{party.trust}")
    return said if party.citizens else words("power_map.with_official", said=said, official=official)


def _open(web: Web, party: Actor) -> str:
    """The interests of which nobody could say what they are to a party."""
    asked = (unknown.interest for unknown in web.unknown if unknown.actor == party.id)
    return "; ".join(web.interest_by_id[interest].name for interest in asked)
