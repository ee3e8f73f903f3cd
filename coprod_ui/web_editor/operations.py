"""What the canvas and the list send: operations, untrusted until they have become acts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from coprod_core.commands import (
    AddActor,
    AddInterest,
    ChangeActor,
    ChangeInterest,
    Command,
    MoveNodes,
    RemoveActor,
    RemoveInterest,
    RemoveRelation,
    RemoveStake,
    Seat,
    SetRelation,
    SetStake,
    Together,
)
from coprod_core.errors import CannotApply, CoprodError
from coprod_core.history import Act, History, Redo, Undo, seats_on_invitation, usual_seats
from coprod_core.model import Actor, Interest, Invitation, Provenance, Relation, Sphere, Stake, Web
from coprod_core.store import Origin
from coprod_ui.web_editor.layout import place_for, with_places

MOST_PENDING = 1_000
"""No hand makes more operations than this before the first is acknowledged."""

MOST_TOGETHER = 5_000
"""The most nodes and links one operation names."""

Point = tuple[float, float]
NewId = Callable[[str], str]
Choice = TypeVar("Choice", bound=StrEnum)


class UnreadableOperation(CoprodError):
    """Something the canvas never sends."""


def pending_operations(state: Any) -> list[tuple[Origin, Mapping[str, Any]]]:
    """The operations in the canvas's state, each with its origin, in the order done. What is no operation is left out.

    Each is to be applied once per origin, and the origin acknowledged even when the operation is refused.
    """
    ops = state.get("ops") if isinstance(state, Mapping) else None
    found: list[tuple[Origin, Mapping[str, Any]]] = []
    for op in islice(ops, MOST_PENDING) if isinstance(ops, (list, tuple)) else ():
        if isinstance(op, Mapping) and isinstance(op.get("client"), str):
            try:
                found.append((Origin(op["client"], op.get("seq")), op))  # type: ignore[arg-type]
            except CoprodError:
                continue
    return sorted(found, key=lambda pair: pair[0].seq)


def commands_from(op: Mapping[str, Any], history: History, new_id: NewId) -> Act:
    """The act an operation asks for. Raises `CoprodError` on anything odd, and nothing else."""
    if not isinstance(op, Mapping):
        raise UnreadableOperation("unreadable_operation", kind="")
    kind = op.get("kind")
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise UnreadableOperation("unreadable_operation", kind=str(kind)[:40])
    return reader(op, history, new_id)


# -- one reader per kind ----------------------------------------------------------------------------------------------


def _add_party(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    sphere, at_table = _one_of(Sphere, op, "sphere"), _flag(op, "at_table")
    x, y = _free_or_given(op, history.web, sphere, at_table)
    citizens = sphere == Sphere.CITIZENS
    seats = (usual_seats(history.web) if citizens else 1.0) if at_table else 0.0
    id_, name = _id_or_new(op, "a", new_id), _text(op, "name")
    return AddActor(Actor(id_, name, sphere, seats=seats, initiator=citizens and at_table, x=x, y=y))


def _add_interest(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    x, y = _free_or_given(op, history.web, "interest", False)
    interest = Interest(_id_or_new(op, "k", new_id), _text(op, "name"), x=x, y=y)
    link = op.get("link")
    if link is None:
        return AddInterest(interest)
    if not isinstance(link, Mapping):
        raise _odd("link")
    if "actor" in link:
        stake = Stake(_text(link, "actor"), interest.id, _number(link, "weight"), _number(link, "position"))
        return Together((AddInterest(interest), SetStake(stake)))
    relation = Relation(_text(link, "interest"), interest.id, _number(link, "compatibility"))
    return Together((AddInterest(interest), SetRelation(relation)))


def _link(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    pair = (_text(op, "actor"), _text(op, "interest"))
    said: dict[str, Any] = {"weight": _number(op, "weight"), "position": _number(op, "position")}
    if "provenance" in op:
        said["provenance"] = _one_of(Provenance, op, "provenance")
    known = history.web.stake_by_pair.get(pair)
    return SetStake(replace(known, **said) if known else Stake(*pair, **said))


def _relate(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    a, b, compatibility = _text(op, "a"), _text(op, "b"), _number(op, "compatibility")
    known = next((r for r in history.web.relations if r.pair == frozenset((a, b))), None)
    return SetRelation(replace(known, compatibility=compatibility) if known else Relation(a, b, compatibility))


def _move(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    actors, interests = _points(op, "actors"), _points(op, "interests")
    if not actors and not interests:
        raise _odd("actors")
    return MoveNodes(actors=actors, interests=interests)


def _seat(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    id_, at_table = _text(op, "actor"), _flag(op, "at_table")
    party = history.web.actor_by_id.get(id_)
    if party is None:
        raise CannotApply("gone", list="actors", id=id_)
    seat = Seat(id_, seats_on_invitation(history, id_) if at_table else 0.0)
    if op.get("x") is None and op.get("y") is None:
        return with_places(seat, history.web)
    moved = MoveNodes(actors={id_: _point(op)})
    return moved if party.seated == at_table else Together((seat, moved))


def _change_party(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    id_, asked = _text(op, "actor"), op.get("changes")
    if not isinstance(asked, Mapping) or not asked or not asked.keys() <= _CHANGES.keys():
        raise _odd("changes")
    changes = {field: _CHANGES[field](asked, field) for field in asked}
    commands: list[Command] = [Seat(id_, changes.pop("seats"))] if "seats" in changes else []
    if changes:
        commands.append(ChangeActor(id_, changes))
    return with_places(commands[0] if len(commands) == 1 else Together(tuple(commands)), history.web)


def _rename(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    of, id_, changes = op.get("of"), _text(op, "id"), {"name": _text(op, "name")}
    if of == "actor":
        return ChangeActor(id_, changes)
    if of == "interest":
        return ChangeInterest(id_, changes)
    raise _odd("of")


def _delete(op: Mapping[str, Any], history: History, new_id: NewId) -> Command:
    commands: list[Command] = [
        *(RemoveStake(actor, interest) for actor, interest in _pairs(op, "stakes")),
        *(RemoveRelation(a, b) for a, b in _pairs(op, "relations")),
        *(RemoveActor(id_) for id_ in _texts(op, "actors")),
        *(RemoveInterest(id_) for id_ in _texts(op, "interests")),
    ]
    if not commands:
        raise _odd("actors")
    return commands[0] if len(commands) == 1 else Together(tuple(commands))


_READERS: Mapping[str, Callable[[Mapping[str, Any], History, NewId], Act]] = {
    "add_party": _add_party,
    "add_interest": _add_interest,
    "link": _link,
    "relate": _relate,
    "move": _move,
    "seat": _seat,
    "change_party": _change_party,
    "rename": _rename,
    "delete": _delete,
    "undo": lambda op, history, new_id: Undo(),
    "redo": lambda op, history, new_id: Redo(),
}


# -- reading one field ------------------------------------------------------------------------------------------------


def _odd(field: str) -> UnreadableOperation:
    return UnreadableOperation("unreadable_operation", kind=field)


def _text(op: Mapping[str, Any], field: str) -> str:
    value = op.get(field)
    if not isinstance(value, str):
        raise _odd(field)
    return value


def _flag(op: Mapping[str, Any], field: str) -> bool:
    value = op.get(field)
    if not isinstance(value, bool):
        raise _odd(field)
    return value


def _number(op: Mapping[str, Any], field: str) -> float:
    return _as_number(op.get(field), field)


def _as_number(value: Any, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _odd(field)
    return value


def _number_or_none(op: Mapping[str, Any], field: str) -> float | None:
    return None if op.get(field) is None else _number(op, field)


def _one_of(choices: type[Choice], op: Mapping[str, Any], field: str) -> Choice:
    name = _text(op, field)
    if name not in choices.__members__.values():
        raise _odd(field)
    return choices(name)


def _id_or_new(op: Mapping[str, Any], prefix: str, new_id: NewId) -> str:
    return new_id(prefix) if op.get("id") is None else _text(op, "id")


def _point(op: Mapping[str, Any]) -> Point:
    return (_number(op, "x"), _number(op, "y"))


def _free_or_given(op: Mapping[str, Any], web: Web, place: Any, at_table: bool) -> Point:
    return place_for(web, place, at_table) if op.get("x") is None and op.get("y") is None else _point(op)


def _list(op: Mapping[str, Any], field: str) -> list[Any]:
    value = op.get(field, [])
    if not isinstance(value, (list, tuple)) or len(value) > MOST_TOGETHER:
        raise _odd(field)
    return list(value)


def _texts(op: Mapping[str, Any], field: str) -> list[str]:
    texts = _list(op, field)
    if not all(isinstance(text, str) for text in texts):
        raise _odd(field)
    return texts


def _pairs(op: Mapping[str, Any], field: str) -> list[tuple[str, str]]:
    pairs = _list(op, field)
    if not all(isinstance(p, (list, tuple)) and len(p) == 2 and all(isinstance(i, str) for i in p) for p in pairs):
        raise _odd(field)
    return [(a, b) for a, b in pairs]


def _points(op: Mapping[str, Any], field: str) -> dict[str, Point]:
    places = op.get(field, {})
    if not isinstance(places, Mapping) or len(places) > MOST_TOGETHER:
        raise _odd(field)
    points = {}
    for id_, at in places.items():
        if not isinstance(id_, str) or not isinstance(at, (list, tuple)) or len(at) != 2:
            raise _odd(field)
        points[id_] = (_as_number(at[0], field), _as_number(at[1], field))
    return points


_CHANGES: Mapping[str, Callable[[Mapping[str, Any], str], Any]] = {
    "people": _number_or_none,
    "seats": _number,
    "sphere": partial(_one_of, Sphere),
    "invitation": partial(_one_of, Invitation),
}
"""What of a party is changed in the list, and how each is read."""
