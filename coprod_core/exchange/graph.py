"""A web as things and links with attributes, which is what the tools that draw networks hold.

Parties, interests, plans and rules are nodes; what is at stake, what is unknown, how interests get along and what plans
and rules do are edges. Every field is an attribute by its own name. What is no thing and no link (approach,
conventions, the example's story, ...) stands beside them as places and values (see `paths`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from coprod_core.checked.several import Levels
from coprod_core.checked.values import kinds, to_data
from coprod_core.exchange.brought import Brought, Data, Note
from coprod_core.exchange.limits import refused
from coprod_core.exchange.paths import filled_in, nested
from coprod_core.files.web_file import FORMAT, VERSION, fields_of_before, upgraded
from coprod_core.web.model import LISTS, MOST, Web

KIND = "kind"
"""The attribute that says, in our words, what a node or an edge is."""

NODES: Mapping[str, str] = MappingProxyType(
    {"party": "actors", "interest": "interests", "plan": "options", "rule": "rules"}
)
"""What a node can be, with the list it stands in."""

ENDS: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = MappingProxyType(
    {
        "stake": (("actor", "party"), ("interest", "interest")),
        "unknown": (("actor", "party"), ("interest", "interest")),
        "relation": (("a", "interest"), ("b", "interest")),
    }
)
"""What an edge can be, with the field and the kind of node at either end."""

_LISTS_OF_EDGES = {"stake": "stakes", "unknown": "unknown", "relation": "relations"}
LEVEL = "level"


@dataclass(frozen=True)
class Node:
    """`place`: where in a file it stands, for whoever has to mend it. `at`: its `x` and `y` in the other tool's
    drawing, empty where that is not taken over.
    """

    id: str
    name: str
    attributes: Data
    place: str = ""
    at: Data = field(default_factory=dict)


@dataclass(frozen=True)
class Edge:
    """A link from one node to another, by their ids."""

    source: str
    target: str
    attributes: Data
    place: str = ""


@dataclass(frozen=True)
class Graph:
    """`about`: values by place, for the web as a whole. `directed`: whether links go from one end to the other, so that
    where they begin says something. `notes`: what was told while the file was read.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    about: Mapping[str, Any] = field(default_factory=dict)
    directed: bool = True
    notes: tuple[Note, ...] = ()


def levels_of(kind: str) -> tuple[str, ...]:
    """The fields of a plan or a rule (or whatever else) that hold a level per interest."""
    return tuple(name for name, held in kinds(LISTS[NODES[kind]]) if isinstance(held, Levels))


# -- out ------------------------------------------------------------------------------------------------------------


def graph_of(web: Web) -> Graph:
    """A whole web as a graph. What nobody filled in (None, empty text) is left out."""
    data = to_data(web)
    nodes: list[Node] = []
    edges: list[Edge] = []
    for kind, name in NODES.items():
        for item in data.pop(name):
            said = _said(item, *levels_of(kind))
            nodes.append(Node(f"{kind}:{item['id']}", item["name"], {KIND: kind, **said}))
            edges += _level_edges(kind, item)
    for kind, name in _LISTS_OF_EDGES.items():
        edges += [_edge(kind, item) for item in data.pop(name)]
    about = {"format": FORMAT, "version": VERSION, **dict(filled_in(data))}
    return Graph(tuple(nodes), tuple(edges), about)


def _said(item: Data, *apart: str) -> dict[str, Any]:
    """What is filled in of an item, by place, without the fields that stand apart."""
    return dict(filled_in({key: value for key, value in item.items() if key not in apart}))


def _level_edges(kind: str, item: Data) -> Iterator[Edge]:
    for name in levels_of(kind):
        for interest, level in item[name].items():
            yield Edge(f"{kind}:{item['id']}", f"interest:{interest}", {KIND: name, LEVEL: level})


def _edge(kind: str, item: Data) -> Edge:
    (start, start_kind), (end, end_kind) = ENDS[kind]
    ends = f"{start_kind}:{item[start]}", f"{end_kind}:{item[end]}"
    return Edge(*ends, {KIND: kind, **_said(item, start, end)})


# -- in -------------------------------------------------------------------------------------------------------------


def is_ours(graph: Graph) -> bool:
    """Whether a graph says that it holds a whole web; what somebody added in another program does not change that."""
    return graph.about.get("format") == FORMAT


def kind_of(attributes: Data) -> str:
    """What something is in our words, "" where it does not say."""
    kind = attributes.get(KIND)
    return kind if isinstance(kind, str) else ""


def _told_apart(graph: Graph) -> tuple[Graph, tuple[Note, ...]]:
    """The graph without nodes and edges that do not say, in our words, what they are; and what is told of those."""
    kinds_of_edges = {*ENDS, *(name for kind in NODES for name in levels_of(kind))}
    foreign = tuple(node for node in graph.nodes if kind_of(node.attributes) not in NODES)
    away = {node.id for node in foreign}
    ours = tuple(
        edge
        for edge in graph.edges
        if kind_of(edge.attributes) in kinds_of_edges and not away & {edge.source, edge.target}
    )
    notes = []
    if foreign:
        notes.append(Note("foreign_elements", {"names": tuple(node.name for node in foreign)}))
    if len(ours) < len(graph.edges):
        notes.append(Note("foreign_links", {"count": len(graph.edges) - len(ours)}))
    nodes = tuple(node for node in graph.nodes if node.id not in away)
    return replace(graph, nodes=nodes, edges=ours), tuple(notes)


def web_in(graph: Graph) -> Brought:
    """The whole web in a graph of ours; what another program added to it is left out and told. Raises `FileError`."""
    check_counts(graph)
    graph, notes = _told_apart(graph)
    version = graph.about.get("version")
    data = nested((place, value) for place, value in graph.about.items() if place not in ("format", "version"))
    places: dict[str, str] = {}
    ids: dict[str, tuple[str, str]] = {}
    for name in (*NODES.values(), *_LISTS_OF_EDGES.values()):
        data[name] = []
    for node in graph.nodes:
        kind = node.attributes[KIND]
        places[f"{NODES[kind]}[{len(data[NODES[kind]])}]"] = node.place
        item = {**_known(NODES[kind], node.attributes, version), **{name: {} for name in levels_of(kind)}}
        item.setdefault("name", node.name)
        item.setdefault("id", node.id.removeprefix(f"{kind}:"))
        data[NODES[kind]].append(item)
        if node.id in ids:
            raise refused("duplicate_id", node.place, id=node.id, first=node.id)
        ids[node.id] = (kind, item["id"])
    items = {(kind, item["id"]): item for kind, name in NODES.items() for item in data[name] if _hashable(item["id"])}
    for edge in graph.edges:
        _read_edge(edge, data, ids, items, places)
    whole = upgraded({"format": FORMAT, "version": version, **data})
    return Brought(whole, complete=True, notes=(*graph.notes, *notes), places=places)


def _hashable(value: Any) -> bool:
    return isinstance(value, str)


def _known(name: str, attributes: Data, version: Any = VERSION) -> dict[str, Any]:
    """The attributes that are fields; what another tool adds (colours, tags) is passed over."""
    known = {*(f.name for f in fields(LISTS[name])), *fields_of_before(name, version)}
    return nested((place, value) for place, value in attributes.items() if re.split(r"[.\[]", place)[0] in known)


def _read_edge(
    edge: Edge,
    data: dict[str, Any],
    ids: Mapping[str, tuple[str, str]],
    items: Mapping[tuple[str, str], dict[str, Any]],
    places: dict[str, str],
) -> None:
    kind = edge.attributes[KIND]
    start, end = (_end(edge, id_, ids) for id_ in (edge.source, edge.target))
    if kind in ENDS:
        (start_field, start_kind), (end_field, end_kind) = ENDS[kind]
        if (start[0], end[0]) != (start_kind, end_kind):  # a tool without directions may turn a link round
            start, end = end, start
        if (start[0], end[0]) != (start_kind, end_kind):
            raise refused("wrong_ends", edge.place, kind=kind)
        name = _LISTS_OF_EDGES[kind]
        places[f"{name}[{len(data[name])}]"] = edge.place
        data[name].append({**_known(name, edge.attributes), start_field: start[1], end_field: end[1]})
        return
    if end[0] != "interest" or kind not in levels_of(start[0]) or start not in items:
        raise refused("wrong_ends", edge.place, kind=kind)
    if end[1] in items[start][kind]:
        raise refused("duplicate_key", edge.place, key=end[1])
    items[start][kind][end[1]] = edge.attributes.get(LEVEL)


def _end(edge: Edge, id_: str, ids: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    if id_ not in ids:
        raise refused("no_such_element", edge.place, id=id_)
    return ids[id_]


def check_counts(graph: Graph) -> None:
    """Raises `FileError` when there is more than a web can hold."""
    for items, most in ((graph.nodes, 4 * MOST["actors"]), (graph.edges, MOST["stakes"])):
        if len(items) > most:
            raise refused("too_many", count=len(items), most=most)
