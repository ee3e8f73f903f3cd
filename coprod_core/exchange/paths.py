"""Nested data as a flat list of places and values, and back: for formats that hold rows or attributes, no trees.

A place reads as those of faults do: `process.initiative`, `case.questions[0]`; a key that is no plain name stands in
brackets as JSON text: `limits["a.b"]`. An empty list or object is a value of its own, so that it is not lost.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coprod_core.checked.errors import Fault
from coprod_core.files.json_file import FileError

Scalar = str | float | bool | None
MOST_DEEP = 40
MOST_ITEMS = 100_000

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_STEP = re.compile(r'\.?([A-Za-z_][A-Za-z0-9_]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]')


def flat(data: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that is no list or object, or an empty one, with its place."""
    if isinstance(data, Mapping) and data:
        for key, value in data.items():
            yield from flat(value, f"{at}{_step(key, first=not at)}")
    elif isinstance(data, list) and data:
        for index, value in enumerate(data):
            yield from flat(value, f"{at}[{index}]")
    else:
        yield at, data


def filled_in(data: Any) -> Iterator[tuple[str, Any]]:
    """The values that somebody filled in; an empty text counts only where leaving it out would move what follows."""
    for place, value in flat(data):
        if value not in (None, "", [], {}) or (value == "" and place.endswith("]")):
            yield place, value


def _step(key: str, first: bool) -> str:
    if _PLAIN.fullmatch(key):
        return key if first else f".{key}"
    return f"[{json.dumps(key)}]"


def nested(values: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The data that these places and values are of. Raises `FileError` for a place that cannot be."""
    tree: dict[str | int, Any] = {}
    for place, value in values:
        _set(tree, list(_steps(place)), value, place)
    found: dict[str, Any] = _settled(tree)
    return found


def _steps(place: str) -> Iterator[str | int]:
    position = 0
    while position < len(place):
        match = _STEP.match(place, position)
        if match is None:
            raise _no_place(place)
        name, index, quoted = match.groups()
        yield name if name is not None else int(index) if index is not None else _key(quoted, place)
        position = match.end()


def _key(quoted: str, place: str) -> str:
    try:
        key: str = json.loads(quoted)
    except ValueError:
        raise _no_place(place) from None
    return key


def _set(tree: dict[str | int, Any], steps: list[str | int], value: Any, place: str) -> None:
    if not 1 <= len(steps) <= MOST_DEEP or isinstance(steps[0], int):
        raise _no_place(place)
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
        if not isinstance(tree, dict) or len(tree) > MOST_ITEMS:
            raise _no_place(place)
    if steps[-1] in tree:
        raise FileError([Fault(place, "duplicate_key", {"key": place})])
    tree[steps[-1]] = value if not isinstance(value, (dict, list)) else type(value)()


def _settled(tree: Any) -> Any:
    """The tree with lists where the keys are indexes, in their order; without recursion past `MOST_DEEP`."""
    if not isinstance(tree, dict):
        return tree
    if tree and all(isinstance(key, int) for key in tree):
        return [_settled(tree[index]) for index in sorted(tree)]
    return {str(key): _settled(value) for key, value in tree.items()}


def _no_place(place: str) -> FileError:
    return FileError([Fault(place, "not_a_place", {"value": place})])
