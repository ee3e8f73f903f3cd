"""One table of who has what at stake: a row for each party and interest, as people keep it in a spreadsheet.

`party, sphere, people, seats, interest, weight, position, said_by, notes`, also under their Dutch names, in any order.
A party or an interest without the other stands in a row by itself. A weight may be signs: `+ ++ +++` for, `- -- ---`
against, `?` for what nobody knows.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any

from coprod_core.exchange import text_tables
from coprod_core.exchange.assumptions import assumed, clean
from coprod_core.exchange.brought import Brought, Note
from coprod_core.exchange.card import Card
from coprod_core.exchange.limits import refused
from coprod_core.exchange.tables import Cell, Table, number_in
from coprod_core.exchange.text_tables import table_in, text_of
from coprod_core.model import Provenance, Sphere, Web

_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "party": ("party", "partij", "actor", "group", "groep"),
        "sphere": ("sphere", "soort", "soort partij", "kind of party"),
        "people": ("people", "mensen", "aantal mensen"),
        "seats": ("seats", "plekken", "plekken aan tafel"),
        "interest": ("interest", "belang"),
        "weight": ("weight", "gewicht", "hoe belangrijk", "how important"),
        "position": ("position", "standpunt", "voor of tegen", "for or against"),
        "said_by": ("said_by", "said by", "provenance", "wie zegt dit"),
        "notes": ("notes", "aantekeningen"),
    }
)
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sphere": {
            **{str(sphere): str(sphere) for sphere in Sphere},
            **dict.fromkeys(("residents", "bewoners"), "citizens"),
            **dict.fromkeys(("own organisation", "eigen organisatie"), "own_organisation"),
            **dict.fromkeys(("other organisation", "andere organisatie"), "other_organisation"),
            **dict.fromkeys(("politics", "politiek"), "political_authority"),
            **dict.fromkeys(("the professional", "de professional"), "professional"),
        },
        "said_by": {
            **{str(who): str(who) for who in Provenance},
            **dict.fromkeys(("said themselves", "zelf gezegd"), "self"),
            "schatting": "estimate",
            **dict.fromkeys(("figures", "cijfers"), "data"),
        },
    }
)
_COLUMNS = (*_HEADINGS, "about")
_SIGNS = re.compile(r"(\+{1,3}|[-−–]{1,3})")


@dataclass(frozen=True)
class StakeTable:
    name: str = "table"
    suffix: str = ".csv"
    mime: str = "text/csv"
    cannot_hold: tuple[str, ...] = (
        "plans_and_rules",
        "relations",
        "approach_and_conventions",
        "conditions",
        "population",
        "details_of_parties",
        "at_the_table",
        "places_on_canvas",
        "story",
    )

    def recognises(self, content: bytes) -> bool:
        first = content[:4_000].decode("utf-8", "replace").replace("\x00", "").lower()
        heading = re.split(r"[\t;,]", first.lstrip("\ufeff\ufffd\r\n").split("\n", 1)[0])
        names = {cell.strip().strip('"') for cell in heading}
        return bool(names & {*_HEADINGS["party"], *_HEADINGS["interest"]})

    def read(self, content: bytes, title: str = "", parties: Set[str] | None = None) -> Brought:
        return brought(table_in(text_of(content)), title)

    def write(self, web: Web, card: Card) -> bytes:
        about = "; ".join(f"{name}: {line}" for name, line in card.lines(web).items())
        rows = [[*row, None] for row in _rows_of(web)] or [[None] * len(_COLUMNS)]
        rows[0][-1] = about
        return ("\ufeff" + text_tables.written(_COLUMNS, rows)).encode()


# -- out ------------------------------------------------------------------------------------------------------------


def _rows_of(web: Web) -> Iterator[list[Cell]]:
    """A row for each stake and each hole, and for each party and interest that has neither."""
    parties, interests = web.actor_by_id, web.interest_by_id
    told: set[str] = set()
    for stake in web.stakes:
        said: list[Cell] = [stake.weight, stake.position, str(stake.provenance), stake.notes]
        yield [*_party(web, stake.actor, told), interests[stake.interest].name, *said]
    for hole in web.unknown:
        yield [*_party(web, hole.actor, told), interests[hole.interest].name, "?", None, None, None]
    linked = {stake.interest for stake in web.stakes} | {hole.interest for hole in web.unknown}
    for actor in parties:
        if actor not in told:
            yield [*_party(web, actor, told), None, None, None, None, None]
    for interest in web.interests:
        if interest.id not in linked:
            yield [None, None, None, None, interest.name, None, None, None, None]


def _party(web: Web, id_: str, told: set[str]) -> list[Cell]:
    party = web.actor_by_id[id_]
    told.add(id_)
    return [party.name, str(party.sphere), party.people, party.seats]


# -- in -------------------------------------------------------------------------------------------------------------


@dataclass
class _Found:
    actors: dict[str, dict[str, Any]] = field(default_factory=dict)
    interests: dict[str, dict[str, Any]] = field(default_factory=dict)
    stakes: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[dict[str, Any]] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)


def brought(table: Table, title: str = "") -> Brought:
    """What a table of stakes brings. Raises `FileError`."""
    columns = _columns(table)
    if not {"party", "interest"} & set(columns):
        raise refused("no_party_or_interest", f"{table.name}!1")
    found = _Found()
    for number, row in enumerate(table.rows, 1):
        said = {name: row[at] for name, at in columns.items() if at < len(row) and row[at] not in (None, "")}
        _read_row(said, partial(_place, table, columns, number), found)
    if not found.actors and not found.interests:
        raise refused("nothing_in_it")
    found.notes["assumed_sphere"] = sum("sphere" not in actor for actor in found.actors.values())
    data = {
        "actors": [*found.actors.values()],
        "interests": [*found.interests.values()],
        "stakes": found.stakes,
        "unknown": found.unknown,
    }
    notes = tuple(Note(code, {"count": count}) for code, count in found.notes.items() if count)
    return Brought(data, notes=notes, assumed=assumed(title), places=found.places)


def _columns(table: Table) -> dict[str, int]:
    """Where each column we know stands."""
    titles = [title.strip().lower() for title in table.columns]
    known = {title: name for name, words in _HEADINGS.items() for title in words}
    found: dict[str, int] = {}
    for at, title in enumerate(titles):
        if title in known:
            found.setdefault(known[title], at)
    return found


def _place(table: Table, columns: Mapping[str, int], number: int, name: str) -> str:
    column = table.columns[columns[name]] if name in columns else table.columns[0]
    return table.place(number, column)


def _read_row(said: Mapping[str, Cell], place: Callable[[str], str], found: _Found) -> None:
    actor = _named(found.actors, "a", said.get("party"))
    interest = _named(found.interests, "k", said.get("interest"))
    if actor is not None:
        for name in ("sphere", "people", "seats"):
            if name in said:
                actor[name] = _read(name, said[name], place(name))
                found.places[f"actors[{int(actor['id'][1:]) - 1}].{name}"] = place(name)
    if actor is None or interest is None:
        if "weight" in said:
            raise refused("missing", place("weight"), key="interest" if interest is None else "party")
        return
    pair = {"actor": actor["id"], "interest": interest["id"]}
    if str(said.get("weight", "")).strip() == "?":
        found.places[f"unknown[{len(found.unknown)}]"] = place("weight")
        found.unknown.append(pair)
        return
    found.places |= {f"stakes[{len(found.stakes)}].{name}": place(name) for name in ("weight", "position")}
    found.places[f"stakes[{len(found.stakes)}]"] = place("interest")
    found.stakes.append({**pair, **_stake(said, place)})
    found.notes["assumed_weight"] += "weight" not in said


def _named(items: dict[str, dict[str, Any]], prefix: str, name: Cell) -> dict[str, Any] | None:
    """The party or interest of this name, which is new the first time."""
    shown = clean(_text(name))
    if not shown:
        return None
    key = shown.casefold()
    return items.setdefault(key, {"id": f"{prefix}{len(items) + 1}", "name": shown})


def _text(cell: Cell) -> str:
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


def _stake(said: Mapping[str, Cell], place: Callable[[str], str]) -> dict[str, Any]:
    stake: dict[str, Any] = {}
    if "weight" in said:
        stake |= _weight(said["weight"], place("weight"))
    if "position" in said:
        stake["position"] = _read("position", said["position"], place("position"))
    if "said_by" in said:
        stake["provenance"] = _read("said_by", said["said_by"], place("said_by"))
    if "notes" in said:
        stake["notes"] = _text(said["notes"])
    return stake


def _weight(cell: Cell, place: str) -> dict[str, Any]:
    signs = _SIGNS.fullmatch(str(cell).strip())
    if signs is None:
        return {"weight": _read("weight", cell, place)}
    weight = Web().conventions.weights[len(signs[0])]
    return {"weight": weight, "position": 1.0 if signs[0].startswith("+") else -1.0}


def _read(name: str, cell: Cell, place: str) -> Any:
    if name in _WORDS:
        word = _text(cell).strip().lower()
        if word not in _WORDS[name]:
            raise refused("unknown_choice", place, value=word, choices=tuple(_WORDS[name]))
        return _WORDS[name][word]
    if isinstance(cell, bool):
        raise refused("not_a_number", place, value=cell)
    return cell if isinstance(cell, (int, float)) else number_in(str(cell).strip(), place)
