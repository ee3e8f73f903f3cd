"""What a step of a workshop may hold: acts, and one of a few numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from coprod_core.acts.adoption import Adopt
from coprod_core.acts.command import Command, Logged, OneAct
from coprod_core.acts.commands import AdoptScenario, BringIn, OpenWeb, Together
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.checked.errors import Fault
from coprod_core.checked.fields import Kind
from coprod_core.checked.several import Many

_OF_A_MEETING = (OpenWeb, AdoptScenario, BringIn, Adopt, TakeStep)
"""What only a meeting itself can do, never a step that was written beforehand."""


@dataclass(frozen=True, slots=True)
class StepAct(OneAct):
    """An act on the web that may be written beforehand, or its data as in the log."""

    base: type = Logged

    def held(self, value: Any) -> Any:
        act = OneAct.held(self, value)
        if not _may_stand(act):
            raise ValueError("of a meeting")
        return act

    def why(self, value: Any) -> Iterator[Fault]:
        act = value
        if isinstance(value, Mapping):
            found = OneAct(self.base).faults(value)
            yield from found
            if found:
                return
            act = OneAct.held(self, value)
        if not _may_stand(act):
            yield Fault("act", "act_not_in_a_step", {"act": getattr(act, "act", None)})


def _may_stand(act: Any) -> bool:
    if isinstance(act, Together) and not isinstance(act, TakeStep):
        return all(map(_may_stand, act.commands))
    return isinstance(act, Command) and not isinstance(act, _OF_A_MEETING)


@dataclass(frozen=True, slots=True)
class OneNumber(Kind):
    """One of a few whole numbers."""

    options: tuple[int, ...]

    def schema(self) -> CoreSchema:
        return cs.no_info_after_validator_function(self._one_of_them, cs.int_schema(strict=True))

    def _one_of_them(self, number: int) -> int:
        if number not in self.options:
            raise ValueError("another number")
        return number

    def why(self, value: Any) -> Iterator[Fault]:
        yield Fault("", "unknown_choice", {"value": value, "choices": tuple(map(str, self.options))})


Acts = Annotated[tuple[Command, ...], Many(StepAct(), 100)]
"""Acts on the web."""
