"""PRSM's map files: JSON with `nodes` and `edges`, as such or packed into UTF-16 characters.

Written as such. Only names of fields are PRSM's; ours stand in one object per node and edge.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from coprod_core.checked.errors import joined
from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.graph import KIND, Edge, Graph, Node, graph_of, is_ours, web_in
from coprod_core.exchange.json_formats import OURS, about, looked_at, objects, text_at, written
from coprod_core.exchange.limits import refused, sized
from coprod_core.exchange.lz_utf16 import unpacked_text
from coprod_core.files.json_file import FileError, parsed
from coprod_core.web.model import MOST, Web

_GROUPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "party": ("group0", "box"),
        "interest": ("group1", "ellipse"),
        "plan": ("group2", "box"),
        "rule": ("group3", "box"),
    }
)
"""The style each kind of node is drawn in, with its shape."""


FARTHEST = 100_000
"""A node of a map further away than this stays where we put it."""


@dataclass(frozen=True)
class Prsm:
    name: str = "prsm"
    suffix: str = ".prsm"
    mime: str = "application/json"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        if content.lstrip()[:1] in (b"{", b"[", b"\xef", b""):
            data: Mapping[str, Any] = looked_at(content)
        else:
            try:
                data = _map(content)
            except FileError:
                return False
        return isinstance(data.get("nodes"), list) and isinstance(data.get("edges"), list)

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        data = _map(content)
        groups, signs = (_style_names(data, of) for of in ("nodes", "edges"))
        nodes = tuple(_node(item, at, groups) for at, item in objects(data, "nodes", 4 * MOST["actors"]))
        edges = tuple(_edge(item, at, signs) for at, item in objects(data, "edges", MOST["stakes"]))
        own = about(data.get(OURS, {}), OURS)
        graph = Graph(nodes, edges, about(own.get("about", {}), f"{OURS}.about"))
        if is_ours(graph):
            return web_in(graph)
        named = data.get("mapTitle")
        return network_of(graph, named if isinstance(named, str) and named.strip() else title, choices)

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


def _style_names(data: Mapping[str, Any], of: str) -> dict[str, str]:
    """What the map calls each style of its nodes or links; a name that nobody changed says nothing."""
    styles = data.get("styles")
    held = styles.get(of) if isinstance(styles, dict) else None
    named = {style: said.get("groupLabel") for style, said in _items(held) if isinstance(said, dict)}
    return {style: label for style, label in named.items() if isinstance(label, str) and label != "Sample"}


def _items(held: Any) -> Iterable[tuple[str, Any]]:
    return held.items() if isinstance(held, dict) else ()


def _node(item: dict[str, Any], place: str, groups: Mapping[str, str]) -> Node:
    id_ = text_at(item, "id", place)
    name = str(item.get("label") or id_)
    if OURS in item:
        return Node(id_, name, {**about(item[OURS], joined(place, OURS)), "name": name}, place)
    said = {"type": groups.get(str(item.get("grp")), ""), "notes": _note(item.get("note"))}
    return Node(id_, name, said, place, _at(item))


def _note(note: Any) -> str:
    """The words of a note, which PRSM keeps as they were typed or as a list of pieces with a layout."""
    if isinstance(note, str):
        return note.strip()
    pieces = note.get("ops") if isinstance(note, dict) else None
    said = (piece.get("insert") for piece in pieces if isinstance(piece, dict)) if isinstance(pieces, list) else ()
    return "".join(text for text in said if isinstance(text, str)).strip()


def _at(item: Mapping[str, Any]) -> dict[str, float]:
    """Where a node stands in the drawing; empty where it does not say so, or too far away for our canvas."""
    at = {axis: item.get(axis) for axis in ("x", "y")}
    sound = {
        axis: value
        for axis, value in at.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < FARTHEST
    }
    return sound if len(sound) == len(at) else {}


def _edge(item: dict[str, Any], place: str, signs: Mapping[str, str]) -> Edge:
    style = signs.get(str(item.get("grp")), "")
    said = about(item[OURS], joined(place, OURS)) if OURS in item else {"type": style, "label": item.get("label")}
    return Edge(text_at(item, "from", place), text_at(item, "to", place), said, place)
