"""Cytoscape.js: `elements` whose fields stand under `data`, in two lists or in one. Read only."""

from collections.abc import Mapping
from typing import Any

from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.graph import Edge, Graph, Node
from coprod_core.exchange.json_formats import about, looked_at, objects, read_object, text_at
from coprod_core.web.model import MOST


class Cytoscape:
    """A network as Cytoscape.js and Cytoscape write it."""

    name = "cytoscape"

    def recognises(self, content: bytes) -> bool:
        return is_cytoscape(looked_at(content))

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        elements = read_object(content).get("elements")
        apart = elements if isinstance(elements, dict) else _by_group(elements)
        nodes = tuple(_node(item, at) for at, item in objects(apart, "nodes", 4 * MOST["actors"]))
        edges = tuple(_edge(item, at) for at, item in objects(apart, "edges", MOST["stakes"]))
        return network_of(Graph(nodes, edges), title, choices)


def is_cytoscape(data: Mapping[str, Any]) -> bool:
    """Whether this is a network in the shape of Cytoscape.js."""
    elements = data.get("elements")
    if isinstance(elements, dict):
        return isinstance(elements.get("nodes"), list)
    return isinstance(elements, list) and any(isinstance(item, dict) and "data" in item for item in elements[:1])


def _by_group(elements: Any) -> dict[str, list[Any]]:
    """One list of elements as two; what has two ends is a link, also where it does not say its group."""
    apart: dict[str, list[Any]] = {"nodes": [], "edges": []}
    for item in elements if isinstance(elements, list) else ():
        data = item.get("data") if isinstance(item, dict) else None
        ends = isinstance(data, dict) and "source" in data and "target" in data
        apart["edges" if ends else "nodes"].append(item)
    return apart


def _node(item: dict[str, Any], place: str) -> Node:
    said = about(item.get("data"), f"{place}.data")
    id_ = text_at(said, "id", f"{place}.data")
    name = next((str(said[key]) for key in ("label", "name") if isinstance(said.get(key), str) and said[key]), id_)
    return Node(id_, name, said, place)


def _edge(item: dict[str, Any], place: str) -> Edge:
    said = about(item.get("data"), f"{place}.data")
    if isinstance(said.get("interaction"), str):
        said = {"type": said["interaction"], **said}
    return Edge(text_at(said, "source", f"{place}.data"), text_at(said, "target", f"{place}.data"), said, place)
