"""What the fields of a workshop may hold, beside what the fields of a web may."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coprod_core.adoption import Adopt
from coprod_core.commands import AdoptScenario, BringIn, Command, OpenWeb, Together
from coprod_core.errors import CoprodError, Fault, InvalidValue
from coprod_core.fields import Choice, Id
from coprod_core.log_format import act_from_data
from coprod_core.records import from_data
from coprod_core.workshop_act import TakeStep

_OF_A_MEETING = (OpenWeb, AdoptScenario, BringIn, Adopt, TakeStep)
"""What only a meeting itself can do, never a step that was written beforehand."""


def _list_faults(value: Any, most: int, least: int = 0) -> list[Fault]:
    if not isinstance(value, (list, tuple)):
        return [Fault("", "not_a_list", {"value": value})]
    if len(value) > most:
        return [Fault("", "too_many", {"count": len(value), "most": most})]
    if len(value) < least:
        return [Fault("", "too_few", {"count": len(value), "least": least})]
    return []


def _repeated(ids: Sequence[Any]) -> list[Fault]:
    return [
        Fault(f"[{i}]", "duplicate_id", {"id": id_, "first": f"[{ids.index(id_)}]"})
        for i, id_ in enumerate(ids)
        if ids.index(id_) < i
    ]


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of things in the web, each once."""

    most: int = 200

    def faults(self, value: Any) -> list[Fault]:
        if found := _list_faults(value, self.most):
            return found
        found = [fault.within(f"[{i}]") for i, id_ in enumerate(value) for fault in Id().faults(id_)]
        return found or _repeated(list(value))

    def held(self, value: Iterable[str]) -> tuple[str, ...]:
        return tuple(value)


@dataclass(frozen=True, slots=True)
class Some:
    """Some members of a string enumeration, at least one."""

    options: type[enum.StrEnum]

    def faults(self, value: Any) -> list[Fault]:
        choice = Choice(self.options)
        return _list_faults(value, len(self.options), 1) or [
            fault.within(f"[{i}]") for i, each in enumerate(value) for fault in choice.faults(each)
        ]

    def held(self, value: Iterable[str]) -> tuple[enum.StrEnum, ...]:
        return tuple(self.options(each) for each in value)


@dataclass(frozen=True, slots=True)
class Many:
    """Values of one class, or their data, each with an id of its own."""

    of: type
    most: int
    least: int = 0

    def faults(self, value: Any) -> list[Fault]:
        if found := _list_faults(value, self.most, self.least):
            return found
        for i, item in enumerate(value):
            if not isinstance(item, self.of):
                from_data(self.of, item, f"[{i}]", found)
        return found or _repeated([item["id"] if isinstance(item, dict) else item.id for item in value])

    def held(self, value: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(item if isinstance(item, self.of) else self.of(**item) for item in value)


@dataclass(frozen=True, slots=True)
class Acts:
    """Acts on the web, or their data as in the log."""

    most: int = 100

    def faults(self, value: Any) -> list[Fault]:
        return _list_faults(value, self.most) or [
            fault.within(f"[{i}]") for i, item in enumerate(value) for fault in _act_faults(item)
        ]

    def held(self, value: Iterable[Any]) -> tuple[Command, ...]:
        return tuple(_command(item) for item in value)


def _command(item: Any) -> Any:
    return item if isinstance(item, Command) else act_from_data(item)


def _act_faults(item: Any) -> list[Fault]:
    try:
        act = _command(item)
    except InvalidValue as invalid:
        return list(invalid.faults)
    except CoprodError as error:
        return [Fault("", error.code, error.params)]
    return [] if _may_stand(act) else [Fault("act", "act_not_in_a_step", {"act": getattr(act, "act", "undo")})]


def _may_stand(act: Any) -> bool:
    if isinstance(act, Together) and not isinstance(act, TakeStep):
        return all(map(_may_stand, act.commands))
    return isinstance(act, Command) and not isinstance(act, _OF_A_MEETING)
