"""PRSM's map files: JSON with `nodes` and `edges`, as such or packed into UTF-16 characters.

Written as such. Only names of fields are PRSM's; ours stand in one object per node and edge.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from coprod_core.errors import joined
from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.graph import KIND, Edge, Graph, Node, graph_of, is_ours, web_in
from coprod_core.exchange.json_formats import OURS, about, objects, text_at, written
from coprod_core.exchange.limits import refused, sized
from coprod_core.exchange.lz_utf16 import unpacked_text
from coprod_core.json_file import FileError, parsed
from coprod_core.model import MOST, Web

_GROUPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "party": ("group0", "box"),
        "interest": ("group1", "ellipse"),
        "plan": ("group2", "box"),
        "rule": ("group3", "box"),
    }
)
"""The style each kind of node is drawn in, with its shape."""


@dataclass(frozen=True)
class Prsm:
    name: str = "prsm"
    suffix: str = ".prsm"
    mime: str = "application/json"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        try:
            data = _map(content)
        except FileError:
            return False
        return isinstance(data.get("nodes"), list) and isinstance(data.get("edges"), list)

    def read(self, content: bytes, title: str = "", parties: Set[str] | None = None) -> Brought:
        data = _map(content)
        groups = _group_names(data)
        nodes = tuple(_node(item, at, groups) for at, item in objects(data, "nodes", 4 * MOST["actors"]))
        edges = tuple(_edge(item, at) for at, item in objects(data, "edges", MOST["stakes"]))
        own = about(data.get(OURS, {}), OURS)
        graph = Graph(nodes, edges, about(own.get("about", {}), f"{OURS}.about"))
        if is_ours(graph):
            return web_in(graph)
        named = data.get("mapTitle")
        return network_of(graph, named if isinstance(named, str) and named.strip() else title, parties)

    def write(self, web: Web, card: Card) -> bytes:
        graph = graph_of(web)
        styles = {group: {"groupLabel": kind, "shape": shape} for kind, (group, shape) in _GROUPS.items()}
        return written(
            {
                "saved": card.lines(web)["made_at"],
                "mapTitle": web.title,
                "styles": {"nodes": styles, "edges": {"edge0": {"groupLabel": "link"}}},
                "nodes": [_drawn(node, number) for number, node in enumerate(graph.nodes)],
                "edges": [
                    {"id": str(number), "from": edge.source, "to": edge.target, "grp": "edge0", OURS: edge.attributes}
                    for number, edge in enumerate(graph.edges)
                ],
                OURS: {"card": card.lines(web), "about": graph.about},
            }
        )


def _drawn(node: Node, number: int) -> dict[str, Any]:
    """A node as PRSM draws it, at its place on our canvas or else in rows of ten."""
    group, shape = _GROUPS[node.attributes[KIND]]
    x, y = node.attributes.get("x", number % 10 * 160), node.attributes.get("y", 600 + number // 10 * 90)
    shown = {"id": node.id, "label": node.name, "grp": group, "shape": shape, "x": x, "y": y}
    return {**shown, OURS: node.attributes}


# -- in -------------------------------------------------------------------------------------------------------------


def _map(content: bytes) -> dict[str, Any]:
    """The JSON object of a map, unpacked where it was packed. Raises `FileError`."""
    data = parsed(_unpacked(sized(content)))
    if not isinstance(data, dict):
        raise refused("not_an_object", value=data)
    return data


def _unpacked(content: bytes) -> bytes | str:
    if content.lstrip()[:1] in (b"{", b"[", b"\xef", b""):
        return content
    try:
        return unpacked_text(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise refused("not_utf8", byte=error.start) from None


def _group_names(data: Mapping[str, Any]) -> dict[str, str]:
    """What the map calls each style of its nodes; a name that nobody changed says nothing."""
    styles = data.get("styles")
    nodes = styles.get("nodes") if isinstance(styles, dict) else None
    groups = nodes.items() if isinstance(nodes, dict) else ()
    named = {group: style.get("groupLabel") for group, style in groups if isinstance(style, dict)}
    return {group: label for group, label in named.items() if isinstance(label, str) and label != "Sample"}


def _node(item: dict[str, Any], place: str, groups: Mapping[str, str]) -> Node:
    id_ = text_at(item, "id", place)
    name = str(item.get("label") or id_)
    if OURS in item:
        return Node(id_, name, {**about(item[OURS], joined(place, OURS)), "name": name}, place)
    return Node(id_, name, {"type": groups.get(str(item.get("grp")), "")}, place)


def _edge(item: dict[str, Any], place: str) -> Edge:
    said = about(item[OURS], joined(place, OURS)) if OURS in item else {"label": item.get("label")}
    return Edge(text_at(item, "from", place), text_at(item, "to", place), said, place)
