"""GraphML, as networkx, Gephi, yEd and igraph read and write it: keys with types, nodes and edges with data."""

import math
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.graph import Edge, Graph, Node, graph_of, is_ours, web_in
from coprod_core.exchange.limits import plain_xml, refused, sized
from coprod_core.exchange.xml_text import as_written, xml_attribute, xml_text
from coprod_core.model import MOST, Web

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_CARD = "card."
_OWN_ID = "own_id"
_TYPES = {str: "string", bool: "boolean", int: "double", float: "double"}
_LABELS = ("name", "label", "NodeLabel", "Label", "d0")


@dataclass(frozen=True)
class GraphML:
    name: str = "graphml"
    suffix: str = ".graphml"
    mime: str = "application/xml"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return b"<graphml" in content[:10_000]

    def read(self, content: bytes, title: str = "", parties: Set[str] | None = None) -> Brought:
        graph = _graph(_root(content))
        return web_in(graph) if is_ours(graph) else network_of(graph, title, parties)

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


def _root(content: bytes) -> Element:
    try:
        root = ElementTree.fromstring(plain_xml(sized(content)))
    except ElementTree.ParseError as error:
        line, column = error.position
        raise refused("not_xml", line=line, column=column) from None
    except (ValueError, LookupError, RecursionError) as error:
        raise refused("not_xml", line=0, column=type(error).__name__) from None
    if _bare(root.tag) != "graphml":
        raise refused("wrong_format", value=_bare(root.tag), format="graphml")
    return root


def _bare(tag: str) -> str:
    return str(tag).rpartition("}")[2]


def _graph(root: Element) -> Graph:
    keys = {key.get("id"): key for key in root if _bare(key.tag) == "key"}
    graphs = [graph for graph in root if _bare(graph.tag) == "graph"]
    if len(graphs) != 1:
        raise refused("not_one_graph", count=len(graphs))
    nodes: list[Node] = []
    edges: list[Edge] = []
    for part in graphs[0]:
        if _bare(part.tag) == "node":
            nodes.append(_node(part, keys, f"node[{len(nodes)}]"))
        elif _bare(part.tag) == "edge":
            edges.append(_edge(part, keys, f"edge[{len(edges)}]"))
        elif _bare(part.tag) == "hyperedge":
            raise refused("unknown_key", "graph", key="hyperedge")
    _at_most("node", nodes, 4 * MOST["actors"])
    _at_most("edge", edges, MOST["stakes"])
    about = _attributes(graphs[0], keys, "graph")
    return Graph(tuple(nodes), tuple(edges), {k: v for k, v in about.items() if not k.startswith(_CARD)})


def _at_most(place: str, items: Iterable[Any], most: int) -> None:
    count = len(list(items))
    if count > most:
        raise refused("too_many", place, count=count, most=most)


def _node(part: Element, keys: Mapping[str | None, Element], place: str) -> Node:
    id_ = as_written(_required(part, "id", place))
    said = _attributes(part, keys, place)
    name = next((str(said[key]) for key in _LABELS if said.get(key)), id_)
    return Node(id_, name, _renamed(said, _OWN_ID, "id"), place)


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
        if _bare(data.tag) != "data":
            continue
        key = keys.get(data.get("key"))
        if key is None:
            raise refused("unknown_key", place, key=str(data.get("key")))
        name = as_written(key.get("attr.name") or str(key.get("id")))
        found[name] = _value(as_written("".join(data.itertext())), key.get("attr.type"), f"{place}.{name}")
    return found


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
