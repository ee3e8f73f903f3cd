"""The node-link JSON that networkx reads and writes (`node_link_graph`, `node_link_data`), and d3 with it."""

from dataclasses import dataclass
from typing import Any

from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.graph import Edge, Graph, Node, graph_of, is_ours, web_in
from coprod_core.exchange.json_formats import about, looked_at, objects, read_object, text_at, written
from coprod_core.web.model import MOST, Web

_OWN_ID = "own_id"
"""An element's id within the web; `id` is the node's own, over all kinds."""


@dataclass(frozen=True)
class NodeLink:
    name: str = "node_link"
    suffix: str = ".node-link.json"
    mime: str = "application/json"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        data = looked_at(content)
        marked = {"directed", "multigraph", "graph", "links"} & data.keys()
        return isinstance(data.get("nodes"), list) and bool(marked)

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        data = read_object(content)
        links = "links" if "links" in data else "edges"
        nodes = tuple(_node(item, at) for at, item in objects(data, "nodes", 4 * MOST["actors"]))
        edges = tuple(_edge(item, at) for at, item in objects(data, links, MOST["stakes"]))
        graph_said = data.get("graph", {})
        said = graph_said if isinstance(graph_said, dict) else {}  # networkx 1 wrote a list there
        by_number = _by_number(edges, nodes)
        graph = Graph(
            nodes, by_number, about(said.get("about", {}), "graph.about"), directed=data.get("directed") is not False
        )
        return web_in(graph) if is_ours(graph) else network_of(graph, title, choices)

    def write(self, web: Web, card: Card) -> bytes:
        graph = graph_of(web)
        return written(
            {
                "directed": True,
                "multigraph": True,
                "graph": {"card": card.lines(web), "about": graph.about},
                "nodes": [{**_with_own_id(node), "id": node.id} for node in graph.nodes],
                "edges": [
                    {"source": edge.source, "target": edge.target, "key": number, **edge.attributes}
                    for number, edge in enumerate(graph.edges)
                ],
            }
        )


def _with_own_id(node: Node) -> dict[str, Any]:
    return {_OWN_ID if key == "id" else key: value for key, value in node.attributes.items()}


def _by_number(edges: tuple[Edge, ...], nodes: tuple[Node, ...]) -> tuple[Edge, ...]:
    """The same links by id, where d3 and networkx 1 name the ends of each by their number in the list of nodes."""
    ids = {node.id for node in nodes}
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    if ends <= ids or not all(end.isdecimal() and int(end) < len(nodes) for end in ends):
        return edges
    return tuple(
        Edge(nodes[int(edge.source)].id, nodes[int(edge.target)].id, edge.attributes, edge.place) for edge in edges
    )


def _node(item: dict[str, Any], place: str) -> Node:
    id_ = text_at(item, "id" if "id" in item or "name" not in item else "name", place)
    name = next((str(item[key]) for key in ("name", "label") if isinstance(item.get(key), str)), id_)
    fields = {key: value for key, value in item.items() if key not in ("id", _OWN_ID)}
    return Node(id_, name, {**fields, **({"id": item[_OWN_ID]} if _OWN_ID in item else {})}, place)


def _edge(item: dict[str, Any], place: str) -> Edge:
    fields = {key: value for key, value in item.items() if key not in ("source", "target", "key")}
    return Edge(text_at(item, "source", place), text_at(item, "target", place), fields, place)
