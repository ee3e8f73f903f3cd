"""The dilemmas of people's own in a file that is laid onto a web."""

from collections.abc import Mapping
from typing import Any

Data = Mapping[str, Any]


def dilemmas_of(brought: Data, actors: Mapping[str, str]) -> list[Data]:
    """Every one of them, who loses on it by the id that the web knows a party by."""

    def lost(loss: Data) -> Data:
        named = loss.get("actor", "")
        return {**loss, "actor": actors.get(named, named)}

    def way(held: Data) -> Data:
        return {**held, "loses": [*map(lost, held.get("loses", ()))]}

    return [{**dilemma, "ways": [*map(way, dilemma["ways"])]} for dilemma in brought.get("dilemmas", ())]
