"""JSON files from anywhere: read with limits, and refused with the place of every fault."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from coprod_core.checked.errors import ENOUGH, CoprodError, Fault, joined
from coprod_core.checked.fields import Text
from coprod_core.files.fault_text import LONGEST_PLACE, printable

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a file above this is refused before it is read."""

MOST_FAULTS = 100

CARD = "card"
"""Under this key a file may say of itself what it is, from when, and who may use it: texts by name."""

_LONGEST_WHOLE_NUMBER = 400  # digits; more than any float holds, and few enough for Python to read


class FileError(CoprodError):
    """A file that does not hold what it should.

    `faults` says why, each with its place; at most 100, then how many more there are. What they quote from the file
    is short and can be shown on any screen; a list or object that should not be there is quoted empty.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = _capped(faults)
        first = self.faults[0]
        super().__init__(first.code, **{**first.params, "place": first.place})


def parsed(source: bytes | str) -> Any:
    """The JSON data in a file. Raises `FileError`. NaN and 1e999 are left to the fields."""
    return _parsed(_text(source))


def version_in(data: Any, file_format: str, newest: int) -> int:
    """The version of the format a file says it has, from 1 to `newest`. Raises `FileError`."""
    if not isinstance(data, dict):
        raise _refused("", "not_an_object", value=data)
    missing = [Fault(key, "missing", {"key": key}) for key in ("format", "version") if key not in data]
    if missing:
        raise FileError(missing)
    if data["format"] != file_format:
        raise _refused("format", "wrong_format", value=data["format"], format=file_format)
    return _version(data["version"], newest)


def written_before(source: bytes | str, version: int) -> bool:
    """Whether a file says it is of a version before this one; False for what is no file of ours."""
    try:
        data = parsed(source)
    except FileError:
        return False
    said = data.get("version") if isinstance(data, dict) and "format" in data else None
    return isinstance(said, int) and said < version


def check_card(data: Mapping[str, Any]) -> None:
    """Raises `FileError` where a file's card is not texts by name."""
    card = data.get(CARD, {})
    if not isinstance(card, dict):
        raise _refused(CARD, "not_an_object", value=card)
    wrong = [fault.within(joined(CARD, key)) for key, text in card.items() for fault in Text().faults(text)]
    if wrong:
        raise FileError(wrong)


def _version(value: Any, newest: int) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value % 1 != 0 or value < 1:
        raise _refused("version", "not_a_version", value=value)
    if value > newest:
        raise _refused("version", "newer_version", value=value, version=newest)
    return int(value)


def is_deeper_than(most: int, data: Any) -> bool:
    """Whether more lists and objects than that stand inside each other."""
    level = [data]
    for _ in range(most):
        level = [inside for value in level for inside in _held_in(value)]
    return bool(level)


def _held_in(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _refused(place: str, code: str, **params: Any) -> FileError:
    return FileError([Fault(place, code, params)])


def _capped(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    shown, more = tuple(map(tame, faults[:MOST_FAULTS])), len(faults) - MOST_FAULTS
    return (*shown, Fault("", "more_faults", {"count": more})) if more > 0 else shown


def tame(fault: Fault) -> Fault:
    """The same fault without anything from the file that is too long, too deep or too odd to show anywhere."""
    params = {name: _tamed(value) for name, value in fault.params.items()}
    return replace(fault, place=printable(fault.place, LONGEST_PLACE), params=params)


def _tamed(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value, LONGEST_PLACE)
    if isinstance(value, (dict, list)):
        return type(value)()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _text(source: bytes | str) -> str:
    if len(source) > LARGEST_FILE:
        raise _refused("", "file_too_large", most=LARGEST_FILE)
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("", "not_utf8", byte=error.start) from None


def _parsed(text: str) -> Any:
    """The JSON data in a text, without keys that stand twice in one object. NaN and 1e999 are left to the fields."""
    repeated: list[_Repeated] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        repeated.append(_Repeated(pairs))
        return repeated[-1]

    try:
        data = json.loads(text, object_pairs_hook=once, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise _refused("", "not_json", line=error.lineno, column=error.colno, reason=error.msg) from None
    except RecursionError:
        raise _refused("", "nested_too_deep") from None
    if repeated:
        raise FileError(list(islice(_repeats(data), ENOUGH)))
    return data


class _Repeated(dict[str, Any]):
    """An object in which a key stands twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]


def _repeats(data: Any) -> Iterator[Fault]:
    for place, value in _everything("", data):
        if isinstance(value, _Repeated):
            yield from (Fault(joined(place, key), "duplicate_key", {"key": key}) for key in value.twice)


def _everything(place: str, data: Any) -> Iterator[tuple[str, Any]]:
    """A value and all that is inside it, each with its place, in file order; without recursion, which has a depth."""
    paths = [iter([(place, data)])]
    while paths:
        for at, value in paths[-1]:
            yield at, value
            paths.append(_inside(at, value))
            break
        else:
            paths.pop()


def _inside(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from ((joined(place, key), item) for key, item in value.items())
    elif isinstance(value, list):
        yield from ((f"{place}[{i}]", item) for i, item in enumerate(value))


def _whole(digits: str) -> int | float:
    if len(digits) <= _LONGEST_WHOLE_NUMBER:
        return int(digits)
    return -math.inf if digits.startswith("-") else math.inf


def json_text(data: Any) -> str:
    """Plain data as the text of a file people can read, with a line end at its end."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
