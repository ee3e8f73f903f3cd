"""Acts to plain JSON data and back: how the log is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any, get_args, get_type_hints

from coprod_core import adoption, commands, headcounts, workshop_act
from coprod_core.adoption import GroupAnswer
from coprod_core.commands import Command
from coprod_core.conditions import acts as conditions_acts
from coprod_core.errors import CoprodError, Fault, InvalidValue
from coprod_core.history import Act, Bookmark, Redo, RemoveBookmark, Undo
from coprod_core.model import Headcount, Web
from coprod_core.records import from_data
from coprod_core.web_data import web_from_data, web_to_data
from coprod_core.weighing import WayOut, Weighing, WeighingAct


class UnreadableAct(CoprodError):
    """Data that is not an act this version knows, or whose values may not exist."""


MODULES: tuple[ModuleType, ...] = (commands, adoption, conditions_acts, headcounts, workshop_act)
"""Where the acts on a web stand."""


def _acts(module: ModuleType) -> Iterator[type[Command]]:
    for cls in vars(module).values():
        if isinstance(cls, type) and issubclass(cls, Command) and "act" in vars(cls):
            yield cls


COMMANDS: Mapping[str, type[Command]] = {cls.act: cls for module in MODULES for cls in _acts(module)}
"""Every act on a web that a person can do, by its name in the log."""

Mark = Bookmark | RemoveBookmark | WeighingAct
"""What stands in the log beside the acts on the web."""

_MARKS: Mapping[str, type[Mark]] = {cls.act: cls for cls in get_args(Mark)}


def _shapes(cls: type[Command | Mark]) -> Mapping[str, Any]:
    """The fields of an act, each with the type its value has."""
    hints = get_type_hints(cls)
    return {f.name: hints[f.name] for f in fields(cls)}


_SHAPES = {name: _shapes(cls) for name, cls in {**COMMANDS, **_MARKS}.items()}


def shapes_of_acts() -> Mapping[str, Mapping[str, Any]]:
    """The fields of every act but undo and redo, which have none, by its name: each with the type its value has."""
    return _SHAPES


def act_to_data(act: Act) -> dict[str, Any]:
    """An act as plain JSON data, `act` naming its kind."""
    if isinstance(act, Undo):
        return {"act": "undo"}
    if isinstance(act, Redo):
        return {"act": "redo"}
    return {"act": act.act, **{f.name: _plain(getattr(act, f.name)) for f in fields(act)}}


def _plain(value: Any) -> Any:
    if isinstance(value, Web):
        return web_to_data(value)
    if isinstance(value, Command):
        return act_to_data(value)
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def act_from_data(data: Any) -> Act:
    """The act in plain data. Raises `UnreadableAct`, or `InvalidValue` where a value may not exist."""
    name = data.get("act") if isinstance(data, Mapping) else None
    if name == "undo":
        return Undo()
    if name == "redo":
        return Redo()
    cls = COMMANDS.get(str(name)) or _MARKS.get(str(name))
    if cls is None:
        raise UnreadableAct("unknown_act", act=name)
    shapes = _SHAPES[cls.act]
    if set(data) - {"act"} != set(shapes):
        raise UnreadableAct("act_with_other_fields", act=name)
    try:
        return cls(**{field: _read(shape, data[field], field) for field, shape in shapes.items()})
    except (KeyError, TypeError, ValueError) as unfit:
        raise UnreadableAct("act_with_unfit_values", act=name) from unfit


_COMMANDS = tuple[Command, ...]
_LISTS: Mapping[Any, type] = {tuple[GroupAnswer, ...]: GroupAnswer, tuple[Headcount, ...]: Headcount}
_CHANGES = Mapping[str, Any]
_PLACES = Mapping[str, tuple[float, float]]


def _read(shape: Any, data: Any, place: str) -> Any:
    """A field's value from plain data. Raises `TypeError` or `ValueError` where the data has another shape."""
    if shape is Web:
        return _web(data, place)
    if shape is Weighing:
        return _weighing(data, place)
    if is_dataclass(shape) and isinstance(shape, type):
        return _value(shape, data, place)
    if shape == _COMMANDS:
        return tuple(_command(item) for item in data)
    if shape in _LISTS:
        return tuple(_value(_LISTS[shape], item, f"{place}[{i}]") for i, item in enumerate(data))
    if shape == _PLACES:
        return {id_: (x, y) for id_, (x, y) in dict(data).items()}
    if shape == _CHANGES:
        return dict(data)
    if not isinstance(data, (int, float) if shape is float else shape):
        raise TypeError(f"{place} is no {shape.__name__}")
    return data


def _web(data: Any, place: str) -> Web:
    try:
        return web_from_data(data)
    except InvalidValue as invalid:
        raise InvalidValue([fault.within(place) for fault in invalid.faults]) from None


def _weighing(data: Any, place: str) -> Weighing:
    ways = tuple(_value(WayOut, way, f"{place}.ways[{i}]") for i, way in enumerate(data["ways"]))
    weighing: Weighing = _value(Weighing, {**data, "ways": ways}, place)
    return weighing


def _value(cls: type, data: Any, place: str) -> Any:
    faults: list[Fault] = []
    value = from_data(cls, data, place, faults)
    if faults:
        raise InvalidValue(faults)
    return value


def _command(data: Any) -> Command:
    act = act_from_data(data)
    if not isinstance(act, Command):
        raise TypeError("undo and redo stand on their own")
    return act
