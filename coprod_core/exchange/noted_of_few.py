"""What a file notes of so few residents that it is not kept: trust and attitude."""

from collections.abc import Mapping
from typing import Any

from coprod_core.web.asked import NOTED, is_small_group

Data = Mapping[str, Any]


def of_few(data: Data) -> list[Data]:
    """The residents' parties in web data of which something is noted that is not, of so few."""
    return [
        item
        for item in data.get("actors", ())
        if any(item.get(name) is not None for name in NOTED) and _is_small(item.get("sphere"), item.get("people"))
    ]


def _is_small(sphere: Any, people: Any) -> bool:
    return isinstance(people, (int, float)) and is_small_group(sphere, people)


def without_noted_of_few(data: Data) -> Data:
    """The same data without it."""
    few = set(map(id, of_few(data)))
    if not few:
        return data
    actors = [{**item, **dict.fromkeys(NOTED)} if id(item) in few else item for item in data["actors"]]
    return {**data, "actors": actors}
