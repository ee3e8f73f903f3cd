"""What the formats that are JSON share: looked at first, read within limits, written with the same hand."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from coprod_core.exchange.graph import Edge, Node
from coprod_core.exchange.limits import refused, sized
from coprod_core.files.json_file import FileError, parsed

OURS = "belangenweb"
"""Under this key stands what the other tool has no place for: the web as a whole, and the data card."""


def read_object(content: bytes) -> dict[str, Any]:
    """The JSON object in a file. Raises `FileError`."""
    data = parsed(sized(content))
    if not isinstance(data, dict):
        raise refused("not_an_object", value=data)
    return data


@lru_cache(maxsize=1)
def looked_at(content: bytes) -> Mapping[str, Any]:
    """The JSON object in a file, empty where there is none; kept while one format after another looks at the file."""
    if content.lstrip()[:1] not in (b"{", b"\xef"):
        return {}
    try:
        return MappingProxyType(read_object(content))
    except FileError:
        return {}


def written(data: Mapping[str, Any]) -> bytes:
    """JSON that people can read, with a line end at its end."""
    return (json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def objects(data: Mapping[str, Any], key: str, most: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects in a list with the place of each. Raises `FileError`."""
    items = data.get(key, [])
    if not isinstance(items, list):
        raise refused("not_a_list", key, value=items)
    if len(items) > most:
        raise refused("too_many", key, count=len(items), most=most)
    for index, item in enumerate(items):
        if not isinstance(item, dict):
            raise refused("not_an_object", f"{key}[{index}]", value=item)
        yield f"{key}[{index}]", item


def text_at(item: Mapping[str, Any], key: str, place: str) -> str:
    """The text or number under a key, as text. Raises `FileError` where it is missing or something else."""
    if key not in item:
        raise refused("missing", f"{place}.{key}", key=key)
    value = item[key]
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise refused("not_text", f"{place}.{key}", value=value)
    return str(value)


def about(data: Any, place: str) -> dict[str, Any]:
    """Values by place. Raises `FileError` where they are no values by place."""
    if not isinstance(data, dict):
        raise refused("not_an_object", place, value=data)
    return data


def endpoints(edges: tuple[Edge, ...], nodes: tuple[Node, ...]) -> tuple[Edge, ...]:
    """The same links with an element's id where they named it by its name; an id goes first, then the first name."""
    ids = {node.id for node in nodes}
    by_name = {node.name: node.id for node in reversed(nodes)}

    def id_of(end: str) -> str:
        return end if end in ids else by_name.get(end, end)

    return tuple(Edge(id_of(e.source), id_of(e.target), e.attributes, e.place) for e in edges)
