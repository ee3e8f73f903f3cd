"""Fields that hold several of something: lists, and numbers or texts by name."""

from collections.abc import Iterator, Mapping, Sized
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from coprod_core.checked.errors import Fault
from coprod_core.checked.fields import Id, Kind, Number, Text


@dataclass(frozen=True, slots=True)
class Many(Kind):
    """A list of `least` to `most` of a kind (None = no end), held as a tuple; `once`: none twice (by its id, if any).

    `stated`: data may not leave the list out, though code that makes the value may.
    """

    of: Kind
    most: int | None = None
    least: int = 0
    once: bool = False
    stated: bool = False

    def schema(self) -> CoreSchema:
        several = cs.tuple_schema(
            [self.of.schema()],
            variadic_item_index=0,
            min_length=self.least,
            max_length=self.most,
            fail_fast=True,
        )
        return cs.no_info_after_validator_function(_once, several) if self.once else several

    def fits(self, data: Any) -> bool:
        return not isinstance(data, list) or self._too_many(data) or all(map(self.of.fits, data))

    def why(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, (list, tuple)):
            yield Fault("", "not_a_list", {"value": value})
        elif self._too_many(value):
            yield Fault("", "too_many", {"count": len(value), "most": self.most})
        elif len(value) < self.least:
            yield Fault("", "too_few", {"count": len(value), "least": self.least})
        else:
            yield from self._inside(value)

    def _too_many(self, value: Sized) -> bool:
        return self.most is not None and len(value) > self.most

    def _inside(self, value: list[Any] | tuple[Any, ...]) -> Iterator[Fault]:
        sound = True
        for i, item in enumerate(value):
            for fault in self.of.faults(item):
                sound = False
                yield fault.within(f"[{i}]")
        if sound and self.once:
            ids = [_id_of(self.of.taken(item)) for item in value]
            for i, id_ in enumerate(ids):
                if (first := ids.index(id_)) < i:
                    yield Fault(f"[{i}]", "duplicate_id", {"id": id_, "first": f"[{first}]"})


def _id_of(item: Any) -> Any:
    return getattr(item, "id", item)


def _once(items: tuple[Any, ...]) -> tuple[Any, ...]:
    if len({_id_of(item) for item in items}) < len(items):
        raise ValueError("twice")
    return items


@dataclass(frozen=True, slots=True)
class Map(Kind):
    """Something of a kind for each name, held so that it cannot be changed."""

    of: Kind
    most: int = 2_000

    def schema(self) -> CoreSchema:
        by_name = cs.dict_schema(cs.any_schema(), self.of.schema(), max_length=self.most, fail_fast=True)
        return cs.no_info_after_validator_function(MappingProxyType, by_name)

    def why(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, Mapping):
            yield Fault("", "not_an_object", {"value": value})
        elif len(value) > self.most:
            yield Fault("", "too_many", {"count": len(value), "most": self.most})
        else:
            yield from (fault.within(f"{key}") for key, item in value.items() for fault in self.of.faults(item))


class Levels(Map):
    """A number from `low` to 1 for each interest that is named."""

    __slots__ = ()

    def __init__(self, low: float) -> None:
        super().__init__(Number(low, 1))


class Said(Map):
    """What each party says, in its own words; only parties that are named."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(Text(filled=True))


def empty() -> Mapping[str, Any]:
    """A map of nothing, which cannot be changed either."""
    return MappingProxyType({})


Texts = Annotated[tuple[str, ...], Many(Text(), 50)]
"""A short list of sentences."""

Ids = Annotated[tuple[str, ...], Many(Id(), 200, once=True)]
"""Ids of things in the web, each once."""
