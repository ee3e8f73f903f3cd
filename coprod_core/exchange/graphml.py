"""GraphML, as networkx, Gephi, yEd and igraph read and write it: keys with types, nodes and edges with data."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought, Note
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.graph import Edge, Graph, Node, graph_of, is_ours, web_in
from coprod_core.exchange.limits import refused
from coprod_core.exchange.xml_text import as_written, bare, xml_attribute, xml_root, xml_text
from coprod_core.web.model import MOST, Web

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_CARD = "card."
_OWN_ID = "own_id"
_TYPES = {str: "string", bool: "boolean", int: "double", float: "double"}
_LABELS = ("name", "label", "Label")


@dataclass(frozen=True)
class GraphML:
    name: str = "graphml"
    suffix: str = ".graphml"
    mime: str = "application/xml"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return b"<graphml" in content[:10_000]

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        graph = _graph(xml_root(content, "graphml"))
        return web_in(graph) if is_ours(graph) else network_of(graph, title, choices)

    def write(self, web: Web, card: Card) -> bytes:
        graph = graph_of(web)
        about = {**graph.about, **{f"{_CARD}{name}": line for name, line in card.lines(web).items()}}
        nodes = [(node.id, _renamed(node.attributes, "id", _OWN_ID)) for node in graph.nodes]
        keys = _Keys()
        body = [*_data(about, "graph", keys)]
        for id_, attributes in nodes:
            body += [f'<node id="{xml_attribute(id_)}">', *_data(attributes, "node", keys), "</node>"]
        for number, edge in enumerate(graph.edges):
            ends = f'source="{xml_attribute(edge.source)}" target="{xml_attribute(edge.target)}"'
            body += [f'<edge id="e{number}" {ends}>', *_data(edge.attributes, "edge", keys), "</edge>"]
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_NAMESPACE}">', *keys.declared()]
        return "\n".join([*lines, '<graph edgedefault="directed">', *body, "</graph>", "</graphml>", ""]).encode()


# -- out ------------------------------------------------------------------------------------------------------------


class _Keys:
    """The attributes a file has, each with a short id, in the order in which they came up."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, str], str] = {}

    def id_of(self, of: str, name: str, value: Any) -> str:
        return self._ids.setdefault((of, name, _TYPES[type(value)]), f"d{len(self._ids)}")

    def declared(self) -> Iterator[str]:
        for (of, name, kind), id_ in self._ids.items():
            yield f'<key id="{id_}" for="{of}" attr.name="{xml_attribute(name)}" attr.type="{kind}"/>'


def _data(attributes: Mapping[str, Any], of: str, keys: _Keys) -> Iterator[str]:
    for name, value in attributes.items():
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        yield f'<data key="{keys.id_of(of, name, value)}">{xml_text(shown)}</data>'


def _renamed(attributes: Mapping[str, Any], name: str, other: str) -> dict[str, Any]:
    return {other if key == name else key: value for key, value in attributes.items()}


# -- in -------------------------------------------------------------------------------------------------------------


def _graph(root: Element) -> Graph:
    keys = {key.get("id"): key for key in root if bare(key.tag) == "key"}
    graphs = [graph for graph in root if bare(graph.tag) == "graph"]
    if len(graphs) != 1:
        raise refused("not_one_graph", count=len(graphs))
    found = _Parts(keys)
    found.read(graphs[0])
    _at_most("node", found.nodes, 4 * MOST["actors"])
    _at_most("edge", found.edges, MOST["stakes"])
    about = _attributes(graphs[0], keys, "graph")
    directed = [edge.get("directed", graphs[0].get("edgedefault")) != "undirected" for edge in found.parts_of_edges]
    nodes, left_out = _without_groups_that_say_a_kind(found)
    return Graph(
        nodes,
        tuple(found.edges),
        {k: v for k, v in about.items() if not k.startswith(_CARD)},
        directed=any(directed) or not directed,
        notes=(Note("groups_left_out", {"names": left_out}),) if left_out else (),
    )


class _Parts:
    """The nodes and edges of a graph and of every graph inside its nodes, in file order."""

    def __init__(self, keys: Mapping[str | None, Element]) -> None:
        self._keys = keys
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.parts_of_edges: list[Element] = []
        self.groups: dict[str, str] = {}

    def read(self, graph: Element) -> None:
        waiting: list[tuple[Element, str]] = [(part, "") for part in graph]
        waiting.reverse()
        while waiting:
            part, group = waiting.pop()
            match bare(part.tag):
                case "node":
                    inside = self._node(part, group)
                    waiting += [(each, inside) for each in reversed([*_inside(part)])]
                case "edge":
                    self.edges.append(_edge(part, self._keys, f"edge[{len(self.edges)}]"))
                    self.parts_of_edges.append(part)
                case "hyperedge":
                    raise refused("unknown_key", "graph", key="hyperedge")

    def _node(self, part: Element, group: str) -> str:
        """Reads a node; gives what it is called, for the nodes inside it."""
        place = f"node[{len(self.nodes)}]"
        id_ = as_written(_required(part, "id", place))
        said = _attributes(part, self._keys, place)
        name = next((str(said[key]) for key in _LABELS if said.get(key)), id_)
        within = {"group": group} if group else {}
        self.nodes.append(Node(id_, name, {**within, **_renamed(said, _OWN_ID, "id")}, place))
        if any(True for _ in _inside(part)):
            self.groups[id_] = name
            return name if name != id_ else ""
        return ""


def _inside(node: Element) -> Iterator[Element]:
    """What stands in the graphs inside a node."""
    for part in node:
        if bare(part.tag) == "graph":
            yield from part


def _without_groups_that_say_a_kind(found: _Parts) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """The nodes without the groups that only say what stands in them; and what those are called. A group with a link
    is something by itself.
    """
    linked = {end for edge in found.edges for end in (edge.source, edge.target)}
    away = {id_: name for id_, name in found.groups.items() if id_ not in linked and name != id_}
    return tuple(node for node in found.nodes if node.id not in away), tuple(away.values())


def _at_most(place: str, items: Sequence[Any], most: int) -> None:
    if len(items) > most:
        raise refused("too_many", place, count=len(items), most=most)


def _edge(part: Element, keys: Mapping[str | None, Element], place: str) -> Edge:
    source, target = (as_written(_required(part, end, place)) for end in ("source", "target"))
    return Edge(source, target, _attributes(part, keys, place), place)


def _required(part: Element, name: str, place: str) -> str:
    value = part.get(name)
    if value is None:
        raise refused("missing", f"{place}.{name}", key=name)
    return value


def _attributes(part: Element, keys: Mapping[str | None, Element], place: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for data in part:
        if bare(data.tag) != "data":
            continue
        key = keys.get(data.get("key"))
        if key is None:
            raise refused("unknown_key", place, key=str(data.get("key")))
        if len(data):
            found |= _drawn(data)
            continue
        name = as_written(key.get("attr.name") or str(key.get("id")))
        found[name] = _value(as_written(data.text or ""), key.get("attr.type"), f"{place}.{name}")
    return found


def _drawn(data: Element) -> dict[str, str]:
    """The words in what yEd says of how something is drawn: the first label of a node or a link."""
    for part in data.iter():
        if bare(part.tag) in ("NodeLabel", "EdgeLabel") and (text := " ".join((part.text or "").split())):
            return {"label": text}
    return {}


def _value(text: str, kind: str | None, place: str) -> Any:
    if kind == "boolean":
        if text.strip().lower() not in ("true", "false", "1", "0"):
            raise refused("not_a_flag", place, value=text)
        return text.strip().lower() in ("true", "1")
    if kind in ("int", "long", "float", "double"):
        return _number(text.strip(), place)
    return text


def _number(text: str, place: str) -> float | int:
    try:
        number = float(text) if len(text) < 400 else math.nan
    except ValueError:
        raise refused("not_a_number", place, value=text) from None
    if not math.isfinite(number):
        raise refused("not_finite", place)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number
