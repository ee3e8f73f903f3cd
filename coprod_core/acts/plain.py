"""What the plain fields of an act may hold. Whether that fits the web is said when the act is done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from coprod_core.checked.errors import Fault
from coprod_core.checked.fields import Kind
from coprod_core.checked.several import Map


@dataclass(frozen=True, slots=True)
class Plain(Kind):
    """Anything of a type; of `float` also a whole number, of `Mapping` held so that it cannot be changed.

    `of`: what a map holds for each name.
    """

    type: type
    of: Kind | None = None

    def schema(self) -> CoreSchema:
        if self.type is Mapping:
            return Map(self.of or Plain(object)).schema()
        return cs.is_instance_schema((int, float) if self.type is float else self.type)

    def why(self, value: Any) -> Iterator[Fault]:
        yield Fault("", "act_with_unfit_values", {"act": ""})


@dataclass(frozen=True, slots=True)
class Pair(Kind):
    """Two of anything."""

    def schema(self) -> CoreSchema:
        return cs.tuple_schema([cs.any_schema(), cs.any_schema()])

    def why(self, value: Any) -> Iterator[Fault]:
        yield from Plain(tuple).why(value)


AnyText = Annotated[str, Plain(str)]
AnyNumber = Annotated[float, Plain(float)]
AnyWhole = Annotated[int, Plain(int)]
AnyChanges = Annotated[Mapping[str, Any], Plain(Mapping)]
"""New values by the name of the field they are for."""

Places = Annotated[Mapping[str, tuple[float, float]], Plain(Mapping, Pair())]
"""Canvas coordinates by id."""
