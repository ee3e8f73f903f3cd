"""One row of a table of stakes: the party, the interests and what is at stake that its cells say.

A weight may be signs: `+ ++ +++` for, `- -- ---` against, `?` for what nobody knows.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from coprod_core.exchange import asked_columns, register_notes
from coprod_core.exchange.amounts import is_ambiguous, number_in
from coprod_core.exchange.brought import NoteCode
from coprod_core.exchange.headings import SIDES, WORDS
from coprod_core.exchange.limits import refused
from coprod_core.exchange.matching import ASKED, KEPT, Matching, parted
from coprod_core.exchange.names import alike, clean
from coprod_core.exchange.names import shown as clean_text
from coprod_core.exchange.register_notes import LABELS
from coprod_core.exchange.sheets import Formula
from coprod_core.exchange.tables import Cell, Table
from coprod_core.web.conventions import Conventions

_SIGNS = re.compile(r"(\+{1,3}|[-−–]{1,3})")
_LEVELS: Mapping[str, int] = MappingProxyType(
    {"laag": 1, "low": 1, "midden": 2, "gemiddeld": 2, "middel": 2, "medium": 2, "hoog": 3, "high": 3}
)
"""Words for a weight, as the word of ours that they are taken for."""

_WEIGHTS = Conventions().weights


@dataclass
class Found:
    """What the rows of a table bring so far: items by the name they go by, and where each stands."""

    matching: Matching
    actors: dict[str, dict[str, Any]] = field(default_factory=dict)
    interests: dict[str, dict[str, Any]] = field(default_factory=dict)
    stakes: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[dict[str, Any]] = field(default_factory=list)
    notes: Counter[NoteCode] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)
    power_scale: asked_columns.Scale | None = None
    no_answers: list[str] = field(default_factory=list)
    quadrants: dict[str, bool] = field(default_factory=dict)


class Places(dict[str, str]):
    """Where in one row each role stands, worked out for those that are asked for."""

    def __init__(self, table: Table, number: int, matching: Matching) -> None:
        self._table, self._number, self._matching = table, number, matching

    def __missing__(self, role: str) -> str:
        self[role] = self.at(self._matching.column(role) or 0)
        return self[role]

    def at(self, column: int) -> str:
        """Where a column of the row stands."""
        return self._table.at(self._number, column)


def read_row(row: Sequence[Cell], where: Places, found: Found) -> None:
    """Adds to `found` what a row says. Raises `FileError` with the place of the cell that cannot be read."""
    matching = found.matching
    said: dict[str, Cell] = {}
    kept: list[str] = []
    for column, (role, cell) in enumerate(zip(matching.roles, row, strict=False)):
        if not role or cell in (None, "") or (isinstance(cell, str) and not cell.strip()):
            continue
        if isinstance(cell, Formula):
            raise refused("formula", where.at(column))
        if role in KEPT:
            label = LABELS[role][matching.language] if role in LABELS else matching.titles[column]
            kept.append(register_notes.line(label, clean_text(_text(cell))))
        elif role == "notes" and "notes" in said:
            said["notes"] = f"{_text(said['notes'])}\n{_text(cell)}"
        else:
            said[role] = cell
    actor = _named(found.actors, "a", said.get("party"))
    interests = _interests(said.get("interest"), found)
    if actor is not None:
        _read_asked(actor, said, where, kept, found)
        _read_party(actor, said, where, kept, found)
    if actor is None or not interests:
        if "weight" in said:
            raise refused("missing", where["weight"], key="party" if interests else "interest")
        return
    for interest in interests:
        _read_stake({"actor": actor["id"], "interest": interest["id"]}, said, where, found)


def _interests(cell: Cell, found: Found) -> list[dict[str, Any]]:
    """The interests in a cell, each once; new ones are made."""
    parts = parted(_text(cell), found.matching)
    found.notes["lists_parted"] += len(parts) > 1
    named = (_named(found.interests, "k", part) for part in parts)
    return [*{interest["id"]: interest for interest in named if interest is not None}.values()]


def _read_asked(
    actor: dict[str, Any], said: Mapping[str, Cell], where: Mapping[str, str], kept: list[str], found: Found
) -> None:
    """What is asked of a party for the power map; what is no answer is named with its cell and kept as words."""
    for role in ASKED:
        if role not in said:
            continue
        if asked_columns.is_blank(said[role]):
            actor.setdefault(asked_columns.FIELDS[role], None)
            continue
        answer = asked_columns.answer(role, said[role], found.power_scale)
        if answer is None:
            words = clean_text(_text(said[role]))
            found.no_answers.append(f"{where[role]} ({words})")
            kept.append(register_notes.line(_label(role, found.matching), words))
        elif role != "quadrant" or actor.get("trust") is None:
            actor[asked_columns.FIELDS[role]] = str(answer)
    if (together := asked_columns.goes_together(said.get("quadrant"))) is not None:
        found.quadrants[actor["name"]] = together
    if "said_by" in said and found.matching.column("interest") is None:
        actor["placed_by"] = _read("said_by", said["said_by"], where["said_by"], found)


def _label(role: str, matching: Matching) -> str:
    """Under what something is kept in notes: our own word for it, or else the heading of its column."""
    named = "trust" if role == "quadrant" else role
    return LABELS[named][matching.language] if named in LABELS else matching.titles[matching.column(role) or 0]


def _read_party(
    actor: dict[str, Any], said: Mapping[str, Cell], where: Mapping[str, str], kept: Sequence[str], found: Found
) -> None:
    for role in ("sphere", "people", "seats"):
        if role in said:
            actor[role] = _read(role, said[role], where[role], found)
            found.places[f"actors[{int(actor['id'][1:]) - 1}].{role}"] = where[role]
    if kept:
        lines = dict.fromkeys([*actor.get("notes", "").splitlines(), *kept])
        actor["notes"] = "\n".join(lines)


def _read_stake(pair: dict[str, Any], said: Mapping[str, Cell], where: Mapping[str, str], found: Found) -> None:
    if str(said.get("weight", "")).strip() == "?":
        found.places[f"unknown[{len(found.unknown)}]"] = where["weight"]
        found.unknown.append(pair)
        return
    number = len(found.stakes)
    for role in ("weight", "position"):
        if role in said:
            found.places[f"stakes[{number}].{role}"] = where[role]
    found.places[f"stakes[{number}]"] = where["interest"]
    stake = {**pair, **_stake(said, where, found)}
    found.stakes.append(stake)
    found.notes["assumed_weight"] += "weight" not in stake
    found.notes["assumed_for"] += "position" not in stake


def _named(items: dict[str, dict[str, Any]], prefix: str, name: Cell) -> dict[str, Any] | None:
    """The party or interest of this name, which is new the first time."""
    shown = clean(_text(name))
    key = alike(shown)
    if not key:
        return None
    return items.setdefault(key, {"id": f"{prefix}{len(items) + 1}", "name": shown})


def _text(cell: Cell) -> str:
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


def _stake(said: Mapping[str, Cell], where: Mapping[str, str], found: Found) -> dict[str, Any]:
    stake: dict[str, Any] = {}
    if "weight" in said:
        stake |= _weight(said["weight"], where["weight"], found)
    if "position" in said:
        stake["position"] = _position(said["position"], where["position"], found)
    if "said_by" in said:
        stake["provenance"] = _read("said_by", said["said_by"], where["said_by"], found)
    if "notes" in said:
        stake["notes"] = clean_text(_text(said["notes"]))
    return stake


def _weight(cell: Cell, place: str, found: Found) -> dict[str, Any]:
    word = str(cell).strip().lower()
    if signs := _SIGNS.fullmatch(word):
        return {"weight": _WEIGHTS[len(signs[0])], "position": 1.0 if signs[0].startswith("+") else -1.0}
    if word in _LEVELS:
        found.notes["assumed_levels"] += 1
        return {"weight": _WEIGHTS[_LEVELS[word]]}
    weight = _number("weight", cell, place, found)
    top = found.matching.largest_weight
    if top is not None and top != 1:
        found.notes["scaled_weights"] += 1
        return {"weight": weight / top}
    if weight > 1:
        raise refused("scale_unknown", place, value=weight)
    return {"weight": weight}


def _position(cell: Cell, place: str, found: Found) -> float:
    word = str(cell).strip().lower()
    return SIDES[word] if word in SIDES else _number("position", cell, place, found)


def _read(role: str, cell: Cell, place: str, found: Found) -> Any:
    if role not in WORDS:
        return _number(role, cell, place, found)
    word = _text(cell).strip().lower()
    if word not in WORDS[role]:
        raise refused("unknown_choice", place, value=word, choices=tuple(WORDS[role]))
    return WORDS[role][word]


_RANGES: Mapping[str, tuple[float, float]] = MappingProxyType({"weight": (0, 1), "position": (-1, 1)})


def _number(role: str, cell: Cell, place: str, found: Found) -> float:
    if isinstance(cell, bool) or cell is None:
        raise refused("not_a_number", place, value=cell)
    if isinstance(cell, (int, float)):
        return cell
    matching = found.matching
    low, high = _RANGES.get(role, (0, math.inf))
    if role == "weight" and matching.largest_weight is not None:
        high = matching.largest_weight
    decimal = matching.decimal
    number = number_in(cell.strip(), place, decimal, low, high)
    found.notes["numbers_with_thousands"] += is_ambiguous(cell) and number >= 1000
    return number
