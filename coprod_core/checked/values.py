"""Frozen values that cannot exist with a fault in them, made from arguments or from plain JSON data, and back."""

import dataclasses
import enum
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Annotated, Any, TypeVar, cast, dataclass_transform, get_args, get_origin, get_type_hints, overload

from pydantic_core import ArgsKwargs, CoreSchema, SchemaValidator, ValidationError
from pydantic_core import core_schema as cs

from coprod_core.checked.errors import ENOUGH, Fault, InvalidValue
from coprod_core.checked.fields import Choice, Kind

Value = TypeVar("Value")


@overload
def value(cls: type[Value]) -> type[Value]: ...
@overload
def value(*, slots: bool) -> Callable[[type[Value]], type[Value]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def value(cls: Any = None, *, slots: bool = True) -> Any:
    """Makes a class of frozen values whose every field is checked when one is made, by `dataclasses.replace` too.

    Making one raises `InvalidValue` with every fault. Without `slots` where a value keeps what was worked out of it,
    or has classes below it.
    """
    return _made(cls, slots) if cls else lambda bare: _made(bare, slots)


def _made(cls: type, slots: bool) -> type:
    made: Any = dataclasses.dataclass(frozen=True, slots=slots, init=False)(cls)
    made.__schema__ = _schema(made)
    validate = SchemaValidator(made.__schema__).validate_python
    names = tuple(name for name, _ in kinds(made))

    def __init__(self: Any, *args: Any, **fields: Any) -> None:  # noqa: N807
        try:
            validate(ArgsKwargs(args, fields), self_instance=self)
        except (ValidationError, InvalidValue):
            given = {**dict(zip(names, args, strict=False)), **fields}
            if faults := list(islice(field_faults(made, given), ENOUGH)):
                raise InvalidValue(faults) from None
            raise

    made.__init__ = __init__
    return cast(type, made)


def _schema(cls: type) -> CoreSchema:
    """What pydantic is to accept as a value of `cls`, or as its data."""
    held = dict(kinds(cls))
    inside = [
        cs.dataclass_field(f.name, _with_default(f, held[f.name].schema()), kw_only=False)
        for f in dataclasses.fields(cls)
    ]
    return cs.dataclass_schema(
        cls,
        cs.dataclass_args_schema(cls.__name__, inside, extra_behavior="forbid"),
        list(held),
        post_init=hasattr(cls, "__post_init__"),
        slots="__slots__" in vars(cls),
    )


def _with_default(field: dataclasses.Field[Any], schema: CoreSchema) -> CoreSchema:
    if field.default is not dataclasses.MISSING:
        return cs.with_default_schema(schema, default=field.default)
    if field.default_factory is not dataclasses.MISSING:
        return cs.with_default_schema(schema, default_factory=field.default_factory)
    return schema


# -- the fields of a value --------------------------------------------------------------------------------------------


@cache
def kinds(cls: type) -> tuple[tuple[str, Kind], ...]:
    """The fields of a value by name, in order, each with what it may hold."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple((f.name, _kind(hints[f.name], f"{cls.__name__}.{f.name}")) for f in dataclasses.fields(cls))


def _kind(hint: Any, place: str) -> Kind:
    if get_origin(hint) is Annotated:
        found = [said for said in get_args(hint)[1:] if isinstance(said, Kind)]
        if found:
            return found[-1]
    if isinstance(hint, type) and issubclass(hint, enum.StrEnum):
        return Choice(hint)
    if is_value(hint):
        return One(hint)
    raise TypeError(f"{place} does not say what it may hold")


def is_value(cls: Any) -> bool:
    """Whether this is a class of values that are checked when they are made."""
    return isinstance(cls, type) and "__schema__" in vars(cls)


@cache
def required_keys(cls: type) -> tuple[str, ...]:
    """The keys that data of `cls` cannot do without."""
    missing = dataclasses.MISSING
    bare = {f.name for f in dataclasses.fields(cls) if f.default is f.default_factory is missing}
    return tuple(name for name, _ in kinds(cls) if name in bare or name in _stated_keys(cls))


@cache
def _stated_keys(cls: type) -> frozenset[str]:
    return frozenset(name for name, kind in kinds(cls) if getattr(kind, "stated", False))


@cache
def _known_keys(cls: type) -> frozenset[str]:
    return frozenset(name for name, _ in kinds(cls))


@cache
def _with_keys_inside(cls: type) -> tuple[tuple[str, Kind], ...]:
    """The fields whose data has keys that are to be known too."""
    return tuple((name, kind) for name, kind in kinds(cls) if type(kind).fits is not Kind.fits)


def key_faults(cls: type, data: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault for each key that `cls` needs and misses, and for each that it does not know."""
    known = _known_keys(cls)
    yield from (Fault(name, "missing", {"key": name}) for name in required_keys(cls) if name not in data)
    yield from (Fault(str(key), "unknown_key", {"key": key}) for key in data if key not in known)


def field_faults(cls: type, data: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with the fields of a `cls` that data names, and with which it names."""
    yield from key_faults(cls, data)
    for name, kind in kinds(cls):
        if name in data:
            yield from (fault.within(name) for fault in kind.faults(data[name]))


# -- values inside values ---------------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True)
class One(Kind):
    """A value of a class of its own, or its data."""

    of: type

    def schema(self) -> CoreSchema:
        schema: CoreSchema = vars(self.of)["__schema__"]
        return schema

    def fits(self, data: Any) -> bool:
        if not isinstance(data, Mapping):
            return True
        if not _stated_keys(self.of) <= data.keys() <= _known_keys(self.of):
            return False
        return all(kind.fits(data[name]) for name, kind in _with_keys_inside(self.of) if name in data)

    def why(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, Mapping):
            yield Fault("", "not_an_object", {"value": value})
            return
        sound = True
        for fault in field_faults(self.of, value):
            sound = False
            yield fault
        if sound:
            yield from _faults_between(self.of, value)


def _faults_between(cls: type, data: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong between fields that are each sound by themselves."""
    try:
        cls(**data)
    except InvalidValue as invalid:
        yield from invalid.faults


@dataclasses.dataclass(frozen=True, slots=True)
class Tagged(Kind):
    """A value of one of the classes below `base`, or its data, in which the key `tag` says of which.

    Each of those classes has its own name under that tag.
    """

    base: type
    tag: str

    def schema(self) -> CoreSchema:
        return cs.no_info_plain_validator_function(self.held)

    def held(self, value: Any) -> Any:
        """The value that is given, or that data of it holds. Raises `InvalidValue`."""
        return value if isinstance(value, self.base) else self.inside(value).taken(untagged(value, self.tag))

    def inside(self, data: Any) -> One:
        """What data of a known tag holds."""
        return One(named(self.base, self.tag)[data[self.tag]])

    def fits(self, data: Any) -> bool:
        """Whether it says which class it is of, and has its keys."""
        if not isinstance(data, Mapping):
            return isinstance(data, self.base)
        name = data.get(self.tag)
        return isinstance(name, str) and name in named(self.base, self.tag)

    def why(self, value: Any) -> Iterator[Fault]:
        if not isinstance(value, Mapping):
            if not isinstance(value, self.base):
                yield Fault("", "not_an_object", {"value": value})
        elif self.tag not in value:
            yield Fault(self.tag, "missing", {"key": self.tag})
        elif not self.fits(value):
            choices = tuple(named(self.base, self.tag))
            yield Fault(self.tag, "unknown_choice", {"value": value[self.tag], "choices": choices})
        else:
            yield from self.inside(value).faults(untagged(value, self.tag))


def untagged(data: Mapping[str, Any], tag: str) -> dict[str, Any]:
    """The data of a tagged value without the key that says which it is."""
    return {key: item for key, item in data.items() if key != tag}


@cache
def named(base: type, tag: str) -> Mapping[str, type]:
    """The classes below `base` that have a name of their own under `tag`, by that name, in the order they were made."""
    return {vars(cls)[tag]: cls for cls in _below(base) if tag in vars(cls)}


def _below(base: type) -> Iterator[type]:
    below: list[type] = base.__subclasses__()
    for cls in below:
        yield cls
        yield from _below(cls)


# -- plain data -------------------------------------------------------------------------------------------------------


def from_data(cls: type[Value], data: Any) -> Value:
    """The value of `cls` in plain JSON data. Raises `InvalidValue` with the faults found, each with its place.

    Past `ENOUGH` of them it looks no further. Faults between parts (references, doubles) are looked for once every part
    by itself is sound.
    """
    made: Value = One(cls).taken(data)
    return made


def to_data(value: Any) -> Any:
    """A value as plain JSON data, every field in declared order; a tagged value says first which it is."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    cls: type = type(value)
    if is_value(cls):
        return {**_tag(cls), **{name: to_data(getattr(value, name)) for name, _ in kinds(cls)}}
    if isinstance(value, (tuple, list)):
        return [to_data(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_data(item) for key, item in value.items()}
    return value


@cache
def _tag(cls: type) -> Mapping[str, str]:
    tag = getattr(cls, "tag", None)
    return {tag: getattr(cls, tag)} if tag else {}
