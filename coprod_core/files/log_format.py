"""Acts to plain JSON data and back: how the log is kept."""

from collections.abc import Mapping
from typing import Any, cast

from coprod_core.acts.command import Command, Logged, OneAct
from coprod_core.acts.history import Act
from coprod_core.checked.errors import InvalidValue
from coprod_core.checked.values import named, to_data
from coprod_core.web.replies import moved_in_act


class UnreadableAct(InvalidValue):
    """Data that is not an act this version knows, or whose values may not exist."""


COMMANDS: Mapping[str, type[Command]] = named(Command, "act")
"""Every act on a web that a person can do, by its name in the log."""


def act_to_data(act: Act) -> dict[str, Any]:
    """An act as plain JSON data, `act` naming its kind."""
    data: dict[str, Any] = to_data(act)
    return data


def act_from_data(data: Any) -> Act:
    """The act in plain data, also as an earlier version wrote it. Raises `UnreadableAct`."""
    try:
        return cast(Act, OneAct(Logged).taken(moved_in_act(data)))
    except InvalidValue as invalid:
        raise UnreadableAct(invalid.faults) from None
