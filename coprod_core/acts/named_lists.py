"""Lists of things with an id, inside a frozen value that holds them: what every act that adds or changes one does."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from coprod_core.checked.errors import CannotApply, Fault, InvalidValue

Holder = TypeVar("Holder")
Item = TypeVar("Item")


def existing(holder: Any, name: str, id_: str) -> None:
    """Raises `CannotApply("gone")` when the list `name` holds nothing with this id."""
    if not any(item.id == id_ for item in getattr(holder, name)):
        raise CannotApply("gone", list=name, id=id_)


def added(holder: Holder, name: str, item: Any) -> Holder:
    """The holder with one more thing at the end of a list. Raises `CannotApply("exists_already")`."""
    items = getattr(holder, name)
    if any(other.id == item.id for other in items):
        raise CannotApply("exists_already", list=name, id=item.id)
    return holding(holder, name, (*items, item))


def changed(holder: Holder, name: str, id_: str, changes: Mapping[str, Any]) -> Holder:
    """The holder with other values in the fields of one thing. Raises `CannotApply("gone")` or `InvalidValue`."""
    existing(holder, name, id_)
    items = tuple(with_changes(i, changes) if i.id == id_ else i for i in getattr(holder, name))
    return holding(holder, name, items)


def without(holder: Any, name: str, id_: str) -> tuple[Any, ...]:
    """The list `name` without one thing. Raises `CannotApply("gone")`."""
    existing(holder, name, id_)
    return tuple(item for item in getattr(holder, name) if item.id != id_)


def put(items: tuple[Item, ...], item: Item, key: Callable[[Item], object]) -> tuple[Item, ...]:
    """The items with this one where the one of the same key was, at the end when there was none."""
    keys = [*map(key, items)]
    try:
        at = keys.index(key(item))
    except ValueError:
        return (*items, item)
    return (*items[:at], item, *items[at + 1 :])


def but(items: tuple[Item, ...], wanted: object, key: Callable[[Item], object]) -> tuple[Item, ...]:
    """The items of every other key."""
    return tuple(item for item, of in zip(items, map(key, items), strict=True) if of != wanted)


def with_changes(value: Item, changes: Mapping[str, Any], fixed: tuple[str, ...] = ("id",)) -> Item:
    """The value with other values in some fields, never in a `fixed` one. Raises `InvalidValue`."""
    known = {f.name for f in fields(value)} - {*fixed}  # type: ignore[arg-type]
    unknown = [Fault(key, "unknown_key", {"key": key}) for key in changes if key not in known]
    if unknown:
        raise InvalidValue(unknown)
    return replace(value, **changes)  # type: ignore[type-var]


def holding(holder: Holder, name: str, items: tuple[Any, ...]) -> Holder:
    """The holder with other things in the list `name`."""
    values: dict[str, Any] = {name: items}
    return replace(holder, **values)  # type: ignore[type-var]
