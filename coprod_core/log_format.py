"""Acts to plain JSON data and back: how the log is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

from coprod_core import commands
from coprod_core.commands import Command, Together
from coprod_core.errors import CoprodError, Fault, InvalidValue
from coprod_core.history import Act, Redo, Undo
from coprod_core.model import Web
from coprod_core.records import from_data, to_data
from coprod_core.web_data import web_from_data, web_to_data


class UnreadableAct(CoprodError):
    """Data that is not an act this version knows, or whose values may not exist."""


def _acts(cls: type[Command]) -> Iterator[type[Command]]:
    for sub in cls.__subclasses__():
        if "act" in vars(sub):
            yield sub
        yield from _acts(sub)


COMMANDS: Mapping[str, type[Command]] = {cls.act: cls for cls in _acts(Command)}
"""Every act a person can do, by its name in the log."""


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
        return to_data(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def act_from_data(data: Mapping[str, Any]) -> Act:
    """The act in plain data. Raises `UnreadableAct`, or `InvalidValue` where a value may not exist."""
    name = data.get("act")
    if name == "undo":
        return Undo()
    if name == "redo":
        return Redo()
    cls = COMMANDS.get(str(name))
    if cls is None:
        raise UnreadableAct("unknown_act", act=name)
    hints = get_type_hints(cls, vars(commands))
    names = [f.name for f in fields(cls)]
    if set(data) - {"act"} != set(names):
        raise UnreadableAct("act_with_other_fields", act=name)
    return cls(**{field: _read(hints[field], data[field], field) for field in names})


def _read(hint: Any, data: Any, place: str) -> Any:
    if hint is Web:
        return web_from_data(data)
    if is_dataclass(hint) and isinstance(hint, type):
        faults: list[Fault] = []
        value = from_data(hint, data, place, faults)
        if faults:
            raise InvalidValue(faults)
        return value
    if hint == get_type_hints(Together)["commands"]:
        return tuple(act_from_data(item) for item in data)
    if isinstance(data, Mapping):
        return {key: tuple(item) if isinstance(item, list) else item for key, item in data.items()}
    return data
