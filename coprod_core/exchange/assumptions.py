"""Networks of other tools as webs: which elements are parties and which interests, and what their links say.

Such a file knows no spheres, weights or positions. What it does not say is assumed, and every assumption is a note.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from coprod_core.checked.fields import LONGEST_NAME, LONGEST_TEXT
from coprod_core.exchange.brought import Brought, Element, Note, NoteCode, Role
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.graph import Graph, Node, check_counts
from coprod_core.exchange.limits import refused
from coprod_core.exchange.names import clean, shown
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Sphere

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
_AGAINST = re.compile(
    r"^\s*(?:-|−|–|-ve|neg\w*|against|tegen|oppos\w*|conflict\w*|botst?|hinders?|o)\s*$", re.IGNORECASE
)
_FOR = re.compile(r"^\s*(?:\+|\+ve|pos\w*|for|voor|supports?|steunt|helps?|helpt|s)\s*$", re.IGNORECASE)


@dataclass
class _Found:
    """What is gathered while a network is read."""

    weights: "_Weights"
    data: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {"actors": [], "interests": [], "stakes": [], "relations": []}
    )
    notes: Counter[NoteCode] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, item: dict[str, Any], place: str) -> None:
        self.places[f"{name}[{len(self.data[name])}]"] = place
        self.data[name].append(item)


def network_of(graph: Graph, title: str = "", choices: Choices = NONE_MADE) -> Brought:
    """What a network of another tool brings. Who is a party: as `choices` say, or else as the types of the elements
    say, or else where the arrows begin; where links have no direction nobody is. Raises `FileError`.
    """
    check_counts(graph)
    if not graph.nodes:
        raise refused("nothing_in_it")
    chosen = _parties(graph) if choices.parties is None else choices.parties
    found = _Found(weights_of(graph, choices.largest_weight))
    ids = _elements(graph, chosen, found)
    _links(graph, ids, found)
    elements = tuple(_element(node, chosen) for node in graph.nodes)
    if choices.parties is None:
        code, count = _how_told(graph, chosen)
        found.notes[code] = count
    notes = tuple(Note(code, {"count": count}) for code, count in found.notes.items() if count)
    told = (*graph.notes, *found.weights.notes, *notes)
    data, scale = found.data, found.weights.asked
    return Brought(data, notes=told, assumed=assumed(title), elements=elements, places=found.places, weights_to=scale)


def _how_told(graph: Graph, parties: Set[str]) -> tuple[NoteCode, int]:
    """What is told of who was taken for a party, and of how many elements or links."""
    if parties:
        return "assumed_parties", len(parties)
    if graph.directed or not graph.edges:
        return "no_parties", len(graph.nodes)
    return "no_direction", len(graph.edges)


def assumed(title: str) -> dict[str, Mapping[str, Any]]:
    """What is taken where neither the file nor the meeting says anything."""
    return {**ASSUMED, "": {"title": clean(title)}}


# -- weights of another tool's own -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Weights:
    """How the weights at links are read: divided by `top`, or not at all where it is None. `asked`: the highest of
    them, where somebody has to say what it means.
    """

    top: float | None = None
    asked: float | None = None
    notes: tuple[Note, ...] = ()

    def of(self, attributes: Mapping[str, Any]) -> float | None:
        weight = _weight_at(attributes)
        if weight is None or self.top is None or not 0 <= weight <= self.top:
            return None
        return weight / self.top


def _weight_at(attributes: Mapping[str, Any]) -> float | None:
    return next(
        (number for key in _WEIGHTS if (number := _number(attributes.get(key), -1e300, 1e300)) is not None), None
    )


_WEIGHTS = ("weight", "Weight", "value")


def weights_of(graph: Graph, largest: float | None) -> _Weights:
    """How the weights of a network are read. Programs write a 1 at each link where nobody said anything."""
    said = [weight for edge in graph.edges if (weight := _weight_at(edge.attributes)) is not None]
    if not said:
        return _Weights()
    if largest is not None:
        return _Weights(largest, notes=(Note("scaled_weights", {"count": len(said)}),))
    if all(weight == 1 for weight in said):
        return _Weights(notes=(Note("weights_all_one", {"count": len(said)}),))
    if all(0 <= weight <= 1 for weight in said):
        return _Weights(1, notes=(Note("weights_from_0_to_1", {"count": len(said)}),))
    params = {"count": len(said), "least": min(said), "most": max(said)}
    return _Weights(asked=max(said), notes=(Note("weights_on_own_scale", params),))


# -- elements -------------------------------------------------------------------------------------------------------


def type_of(node: Node) -> str:
    """The other tool's own word for what an element is, or the name of the group that it stands in."""
    said = (node.attributes.get(key) for key in ("kind", "type", "element type", "group"))
    return next((word for word in said if isinstance(word, str) and word), "")


def _parties(graph: Graph) -> Set[str]:
    """The elements whose type says party; where no type does, those from which links leave and at which none arrive."""
    typed = {node.id for node in graph.nodes if _PARTIES.search(type_of(node)) or _sphere(node)}
    if typed or not graph.directed:
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
        item |= node.at
        if role == "party":
            item |= _said_of_party(node)
            found.notes["assumed_sphere"] += "sphere" not in item
        found.add("actors" if role == "party" else "interests", item, node.place)
    return ids


def _notes(node: Node) -> str:
    said = node.attributes.get("notes") or node.attributes.get("description")
    whole = node.name if len(" ".join(node.name.split())) > LONGEST_NAME else ""
    text = "\n".join(part for part in (whole, said if isinstance(said, str) else "") if part)
    return shown(text)[:LONGEST_TEXT]


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
    weight = found.weights.of(attributes)
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
    for key in ("type", "connection type", "label", "sign", "polarity"):
        if isinstance(attributes.get(key), str):
            yield attributes[key]
