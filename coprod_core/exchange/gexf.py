"""GEXF, the format of Gephi's own files. Read only: what goes out to Gephi goes as GraphML."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from coprod_core.exchange.assumptions import network_of
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.graph import Edge, Graph, Node
from coprod_core.exchange.limits import refused
from coprod_core.exchange.xml_text import bare, xml_root
from coprod_core.web.model import MOST

_NUMBERS = ("integer", "long", "float", "double")


class Gexf:
    """A network as Gephi saves it: nodes with labels, edges with a weight and a type, attributes by number."""

    name = "gexf"

    def recognises(self, content: bytes) -> bool:
        return b"<gexf" in content[:10_000]

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        return network_of(_graph(xml_root(content, "gexf")), title, choices)


def _graph(root: Element) -> Graph:
    graphs = [graph for graph in root if bare(graph.tag) == "graph"]
    if len(graphs) != 1:
        raise refused("not_one_graph", count=len(graphs))
    titles = {
        (part.get("class", ""), said.get("id", "")): (said.get("title", ""), said.get("type", ""))
        for part in graphs[0]
        if bare(part.tag) == "attributes"
        for said in part
    }
    nodes, edges = [*_parts(graphs[0], "node")], [*_parts(graphs[0], "edge")]
    for name, parts, most in (("node", nodes, 4 * MOST["actors"]), ("edge", edges, MOST["stakes"])):
        if len(parts) > most:
            raise refused("too_many", name, count=len(parts), most=most)
    usual = graphs[0].get("defaultedgetype", "undirected")
    return Graph(
        tuple(_node(part, titles, f"node[{at}]") for at, part in enumerate(nodes)),
        tuple(_edge(part, titles, f"edge[{at}]") for at, part in enumerate(edges)),
        directed=any(part.get("type", usual) == "directed" for part in edges) or not edges,
    )


def _parts(graph: Element, name: str) -> Iterator[Element]:
    """The nodes or edges, also those inside other nodes."""
    return (part for part in graph.iter() if bare(part.tag) == name)


Titles = Mapping[tuple[str, str], tuple[str, str]]


def _node(part: Element, titles: Titles, place: str) -> Node:
    id_ = _required(part, "id", place)
    return Node(id_, part.get("label") or id_, _said(part, "node", titles), place)


def _edge(part: Element, titles: Titles, place: str) -> Edge:
    said = _said(part, "edge", titles)
    said |= {key: value for key in ("label", "kind") if (value := part.get(key))}
    if (weight := _number(part.get("weight", ""))) is not None:
        said["weight"] = weight
    return Edge(_required(part, "source", place), _required(part, "target", place), said, place)


def _said(part: Element, of: str, titles: Titles) -> dict[str, str | float]:
    """The attributes of a node or an edge by their titles, in small letters as ours are."""
    said: dict[str, str | float] = {}
    for value in part.iter():
        if bare(value.tag) != "attvalue":
            continue
        title, kind = titles.get((of, value.get("for") or value.get("id") or ""), ("", ""))
        text = value.get("value", "")
        number = _number(text) if kind in _NUMBERS else None
        if title:
            said[title.lower()] = text if number is None else number
    return said


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None


def _required(part: Element, name: str, place: str) -> str:
    value = part.get(name)
    if value is None:
        raise refused("missing", f"{place}.{name}", key=name)
    return value
