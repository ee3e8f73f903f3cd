"""Networks of other tools as webs: which elements are parties and which interests, and what their links say.

Such a file knows no spheres, weights or positions. What it does not say is assumed, and every assumption is a note.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from coprod_core.conventions import DESIGN
from coprod_core.exchange.brought import Brought, Element, Note, Role
from coprod_core.exchange.graph import Graph, Node, check_counts
from coprod_core.exchange.limits import refused
from coprod_core.fields import HIDDEN, LONGEST_NAME, LONGEST_TEXT
from coprod_core.model import Sphere

ASSUMED: Mapping[str, Mapping[str, Any]] = {
    "": {},
    "actors": {"sphere": str(Sphere.CITIZENS)},
    "stakes": {"weight": DESIGN.weight_plans},
}
"""What is taken where the file does not say: residents, and the middle weight word."""

HELPS, HINDERS = 0.5, -0.5

_PARTIES = re.compile(
    r"\b(?:part(?:y|ies|ij|ijen)|actors?|actor(?:en)|stakeholders?|belanghebbenden?|persons?|people|personen|mensen"
    r"|groups?|groep(?:en)?|organi[sz]ations?|organisaties?|residents?|bewoners?|citizens?|burgers?|agents?)\b",
    re.IGNORECASE,
)
_SPHERES: Mapping[str, Sphere] = {
    r"council|politic\w*|raad|college|politiek|wethouder": Sphere.POLITICAL_AUTHORITY,
    r"municipality|gemeente|own_?organisation": Sphere.OWN_ORGANISATION,
    r"organi[sz]ations?|organisaties?|agency|waterschap|corporatie|compan(?:y|ies)|bedrijf": Sphere.OTHER_ORGANISATION,
    r"professionals?": Sphere.PROFESSIONAL,
    r"residents?|bewoners?|citizens?|burgers?|neighbou?rs?|buurt": Sphere.CITIZENS,
}
_AGAINST = re.compile(r"^\s*(?:-|−|–|neg\w*|against|tegen|oppos\w*|conflict\w*|botst?|hinders?|o)\s*$", re.IGNORECASE)
_FOR = re.compile(r"^\s*(?:\+|pos\w*|for|voor|supports?|steunt|helps?|helpt|s)\s*$", re.IGNORECASE)
_HIDDEN = re.compile(f"[{HIDDEN}\ud800-\udfff]")


@dataclass
class _Found:
    """What is gathered while a network is read."""

    data: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {"actors": [], "interests": [], "stakes": [], "relations": []}
    )
    notes: Counter[str] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, item: dict[str, Any], place: str) -> None:
        self.places[f"{name}[{len(self.data[name])}]"] = place
        self.data[name].append(item)


def network_of(graph: Graph, title: str = "", parties: Set[str] | None = None) -> Brought:
    """What a network of another tool brings. `parties`: the ids of the elements that are parties, the others are
    interests; None = as the types of the elements say, or else where the arrows begin. Raises `FileError`.
    """
    check_counts(graph)
    if not graph.nodes:
        raise refused("nothing_in_it")
    chosen = _parties(graph) if parties is None else parties
    found = _Found()
    ids = _elements(graph, chosen, found)
    _links(graph, ids, found)
    elements = tuple(_element(node, chosen) for node in graph.nodes)
    if parties is None:
        found.notes["assumed_parties"] = len(found.data["actors"])
    notes = tuple(Note(code, {"count": count}) for code, count in found.notes.items() if count)
    return Brought(found.data, notes=notes, assumed=assumed(title), elements=elements, places=found.places)


def assumed(title: str) -> dict[str, Mapping[str, Any]]:
    """What is taken where neither the file nor the meeting says anything."""
    return {**ASSUMED, "": {"title": clean(title)}}


def clean(name: str) -> str:
    """A name as it can stand on one line."""
    return _HIDDEN.sub("", " ".join(name.split()))[:LONGEST_NAME].strip()


# -- elements -------------------------------------------------------------------------------------------------------


def type_of(node: Node) -> str:
    """The other tool's own word for what an element is."""
    return next((str(node.attributes[key]) for key in ("kind", "type") if node.attributes.get(key)), "")


def _parties(graph: Graph) -> Set[str]:
    """The elements whose type says party; where no type does, those from which links leave and at which none arrive."""
    typed = {node.id for node in graph.nodes if _PARTIES.search(type_of(node)) or _sphere(node)}
    if typed:
        return typed
    arrived = {edge.target for edge in graph.edges}
    return {edge.source for edge in graph.edges} - arrived


def _element(node: Node, parties: Set[str]) -> Element:
    role: Role = "party" if node.id in parties else "interest"
    return Element(node.id, _name(node), clean(type_of(node)), role)


def _name(node: Node) -> str:
    name = clean(node.name)
    return name if any(char.isprintable() and not char.isspace() for char in name) else "?"


def _sphere(node: Node) -> Sphere | None:
    words = str(node.attributes.get("sphere") or type_of(node))
    if words in Sphere.__members__.values():
        return Sphere(words)
    return next((sphere for word, sphere in _SPHERES.items() if re.fullmatch(word, words.strip(), re.IGNORECASE)), None)


def _elements(graph: Graph, parties: Set[str], found: _Found) -> dict[str, tuple[Role, str]]:
    """Every element as a party or an interest, under an id of our own; gives role and id by the file's id."""
    ids: dict[str, tuple[Role, str]] = {}
    for number, node in enumerate(graph.nodes, 1):
        if node.id in ids:
            raise refused("duplicate_id", node.place, id=node.id, first=node.id)
        role: Role = "party" if node.id in parties else "interest"
        id_ = f"{'a' if role == 'party' else 'k'}{number}"
        ids[node.id] = (role, id_)
        item: dict[str, Any] = {"id": id_, "name": _name(node)}
        if notes := _notes(node):
            item["notes"] = notes
        if role == "party":
            item |= _said_of_party(node)
            found.notes["assumed_sphere"] += "sphere" not in item
        found.add("actors" if role == "party" else "interests", item, node.place)
    return ids


def _notes(node: Node) -> str:
    said = node.attributes.get("notes") or node.attributes.get("description")
    whole = node.name if len(" ".join(node.name.split())) > LONGEST_NAME else ""
    text = "\n".join(part for part in (whole, said if isinstance(said, str) else "") if part)
    return _HIDDEN.sub("", text)[:LONGEST_TEXT]


def _said_of_party(node: Node) -> dict[str, Any]:
    sphere = _sphere(node)
    said: dict[str, Any] = {} if sphere is None else {"sphere": str(sphere)}
    for name, least in (("people", 0), ("seats", -1)):
        value = _number(node.attributes.get(name), least, 1e300)
        if value is not None and value > least:
            said[name] = value
    return said


def _number(value: Any, low: float, high: float) -> float | None:
    """The number from `low` to `high` that this is; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        return None
    return value


# -- links ----------------------------------------------------------------------------------------------------------


def _links(graph: Graph, ids: Mapping[str, tuple[Role, str]], found: _Found) -> None:
    seen: set[frozenset[str]] = set()
    for edge in graph.edges:
        ends = [ids.get(id_) for id_ in (edge.source, edge.target)]
        if None in ends:
            missing = edge.source if ends[0] is None else edge.target
            raise refused("no_such_element", edge.place, id=missing)
        (first, a), (second, b) = (end for end in ends if end is not None)
        pair = frozenset((a, b))
        if a == b:
            found.notes["left_out_loops"] += 1
        elif first == second == "party":
            found.notes["left_out_between_parties"] += 1
        elif pair in seen:
            found.notes["left_out_doubles"] += 1
        elif first == second:
            found.add("relations", _relation(a, b, edge.attributes, found), edge.place)
        else:
            actor, interest = (a, b) if first == "party" else (b, a)
            found.add("stakes", _stake(actor, interest, edge.attributes, found), edge.place)
        seen.add(pair)


def _stake(actor: str, interest: str, attributes: Mapping[str, Any], found: _Found) -> dict[str, Any]:
    stake: dict[str, Any] = {"actor": actor, "interest": interest}
    weight = _number(attributes.get("weight"), 0, 1)
    if weight is not None:
        stake["weight"] = weight
    else:
        found.notes["assumed_weight"] += 1
    position = _number(attributes.get("position"), -1, 1)
    if position is not None:
        stake["position"] = position
    elif sign := _sign(attributes):
        stake["position"] = float(sign)
    else:
        found.notes["assumed_for"] += 1
    return stake


def _relation(a: str, b: str, attributes: Mapping[str, Any], found: _Found) -> dict[str, Any]:
    said = _number(attributes.get("compatibility"), -1, 1)
    if said is not None:
        return {"a": a, "b": b, "compatibility": said}
    sign = _sign(attributes)
    found.notes["unknown_relation"] += not sign
    return {"a": a, "b": b, **({"compatibility": HELPS if sign > 0 else HINDERS} if sign else {})}


def _sign(attributes: Mapping[str, Any]) -> int:
    """1 where the words at a link say for or helps, -1 where they say against or hinders, 0 where they say neither."""
    for word in _words_at(attributes):
        if _AGAINST.match(word):
            return -1
        if _FOR.match(word):
            return 1
    return 0


def _words_at(attributes: Mapping[str, Any]) -> Iterator[str]:
    for key in ("type", "label", "sign", "polarity"):
        if isinstance(attributes.get(key), str):
            yield attributes[key]
