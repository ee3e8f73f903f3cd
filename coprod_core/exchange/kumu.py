"""Kumu's JSON: `elements` with a label, type, description and tags, and `connections` between them.

Written as a blueprint, which Kumu imports; it keeps any further field of an element or connection, so every field of
ours goes along by its own name. Read as a blueprint, or as the export of a project, in which each has its fields under
`attributes`.
"""

from dataclasses import dataclass
from typing import Any

from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.cytoscape import is_cytoscape
from coprod_core.exchange.graph import ENDS, KIND, NODES, Edge, Graph, Node, graph_of, is_ours, web_in
from coprod_core.exchange.json_formats import OURS, about, endpoints, looked_at, objects, read_object, text_at, written
from coprod_core.web.model import MOST, Web

_SHOWN_BY_KUMU = ("id", "label", "type", "description", "tags")
_MEANS_ELSE = ("id", "description")
"""Fields of ours that mean something else in Kumu."""

_ENDS = ("from", "to", "direction")


@dataclass(frozen=True)
class Kumu:
    name: str = "kumu"
    suffix: str = ".kumu.json"
    mime: str = "application/json"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        data = looked_at(content)
        elements = data.get("elements")
        return isinstance(elements, list) and not is_cytoscape(data)

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        data = read_object(content)
        nodes = tuple(_node(_flat(item), at) for at, item in objects(data, "elements", 4 * MOST["actors"]))
        links = [(_flat(item), at) for at, item in objects(data, "connections", MOST["stakes"])]
        edges = tuple(_edge(item, at) for item, at in links)
        own = about(data.get(OURS, {}), OURS)
        directed = any(item.get("direction", "directed") == "directed" for item, _ in links) or not links
        said = about(own.get("about", {}), f"{OURS}.about")
        graph = Graph(nodes, endpoints(edges, nodes), said, directed)
        return web_in(graph) if is_ours(graph) else network_of(graph, title, choices)

    def write(self, web: Web, card: Card) -> bytes:
        graph = graph_of(web)
        return written(
            {
                "elements": [_element(node) for node in graph.nodes],
                "connections": [_connection(edge) for edge in graph.edges],
                OURS: {"card": card.lines(web), "about": graph.about},
            }
        )


_NAMED_IN_PROJECTS = {"_id": "id", "element type": "type", "connection type": "type"}


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """An element or connection with what a project has under `attributes` beside the rest, named as in a blueprint."""
    inside = item.get("attributes")
    said = {**item, **inside} if isinstance(inside, dict) else item
    return {_NAMED_IN_PROJECTS.get(key, key): value for key, value in said.items() if key != "attributes"}


def _element(node: Node) -> dict[str, Any]:
    fields = {f"{OURS} {key}" if key in _MEANS_ELSE else key: value for key, value in node.attributes.items()}
    tags = [node.attributes[key] for key in ("sphere", "invitation") if key in node.attributes]
    described = {"description": node.attributes["notes"]} if "notes" in node.attributes else {}
    return {"id": node.id, "label": node.name, "type": node.attributes[KIND], **described, "tags": tags, **fields}


def _connection(edge: Edge) -> dict[str, Any]:
    direction = "mutual" if edge.attributes[KIND] == "relation" else "directed"
    shown = {"from": edge.source, "to": edge.target, "direction": direction, "type": edge.attributes[KIND]}
    return {**shown, **edge.attributes}


def _node(item: dict[str, Any], place: str) -> Node:
    label = text_at(item, "label", place) if "label" in item or "id" not in item else text_at(item, "id", place)
    id_ = text_at(item, "id", place) if "id" in item else label
    fields = {key.removeprefix(f"{OURS} "): value for key, value in item.items() if key not in _SHOWN_BY_KUMU}
    if fields.get(KIND) in NODES:
        fields["name"] = label
    else:
        fields |= {key: item[key] for key in ("type", "description") if isinstance(item.get(key), str)}
    return Node(id_, label, fields, place)


def _edge(item: dict[str, Any], place: str) -> Edge:
    fields = {key: value for key, value in item.items() if key not in _ENDS}
    if fields.get(KIND) in ENDS:
        fields.pop("type", None)
    return Edge(text_at(item, "from", place), text_at(item, "to", place), fields, place)
