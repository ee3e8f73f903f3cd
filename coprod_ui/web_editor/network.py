"""The web as the pyvis network that feeds the canvas."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from pyvis.network import Network

from coprod_core.indicators import Gap, Readings
from coprod_core.model import Actor, Interest, Relation, Web

CAUSES = 5
"""In a large web the links behind this many of the largest causes of the gap stay strong."""

_PYVIS_OWN = ("arrows", "color", "font", "title")


class _Network(Network):
    def get_nodes(self) -> Mapping[str, Any]:
        """The nodes by id: pyvis looks here for both ends of every edge, in a list it would search from the start."""
        return self.node_map


def network(web: Web, readings: Readings) -> Network:
    """Parties and interests as nodes, stakes, open questions and relations as edges. Every node must have a place.

    Node ids start with `a:` (party) or `k:` (interest), edge ids with `s:`, `u:` (unknown) or `r:` (relation).
    `size`: the share of outside attention, 0..1; `heard`: `unheard`, `hardly` or absent.
    """
    net = _Network(directed=True, cdn_resources="local")
    net.toggle_physics(False)
    gap = readings.gap if isinstance(readings.gap, Gap) else None
    for actor in web.actors:
        net.add_node(party_node(actor.id), label=actor.name, shape="custom", **_party(actor))
    for interest in web.interests:
        net.add_node(interest_node(interest.id), label=interest.name, shape="custom", **_interest(interest, gap))
    causes = _causes(web, gap)
    for stake in web.stakes:
        pair = (stake.actor, stake.interest)
        extra = {"cause": True} if pair in causes else {}
        _link(net, "s", *pair, weight=stake.weight, position=stake.position, **extra)
    for unknown in web.unknown:
        _link(net, "u", unknown.actor, unknown.interest)
    for relation in web.relations:
        _relate(net, relation)
    return net


def canvas_data(net: Network) -> dict[str, list[dict[str, Any]]]:
    """The nodes and edges of a network without the looks that pyvis adds: the canvas draws its own."""
    return {"nodes": [_bare(node) for node in net.nodes], "edges": [_bare(edge) for edge in net.edges]}


def party_node(actor: str) -> str:
    return f"a:{actor}"


def interest_node(interest: str) -> str:
    return f"k:{interest}"


def _party(actor: Actor) -> dict[str, Any]:
    return {
        "x": actor.x,
        "y": actor.y,
        "sphere": str(actor.sphere),
        "people": actor.people,
        "seats": actor.seats,
        "invitation": str(actor.invitation),
    }


def _interest(interest: Interest, gap: Gap | None) -> dict[str, Any]:
    data: dict[str, Any] = {"x": interest.x, "y": interest.y, "size": 0.0}
    if gap is not None:
        data["size"] = round(gap.outside.get(interest.id, 0.0), 4)
        if interest.id in gap.unheard:
            data["heard"] = "hardly" if gap.table.get(interest.id, 0.0) > 0 else "unheard"
    return data


def _causes(web: Web, gap: Gap | None) -> set[tuple[str, str]]:
    """The pairs (party, interest) that add most to the gap."""
    if gap is None:
        return set()
    cells = np.asarray(gap.cells)
    largest = np.argsort(-cells, axis=None, kind="stable")[:CAUSES]
    rows, columns = np.unravel_index(largest, cells.shape)
    return {(web.actors[i].id, web.interests[k].id) for i, k in zip(rows, columns, strict=True) if cells[i, k] > 0}


def _link(net: Network, kind: str, actor: str, interest: str, **options: Any) -> None:
    net.add_edge(party_node(actor), interest_node(interest), id=f"{kind}:{actor}|{interest}", **options)


def _relate(net: Network, relation: Relation) -> None:
    net.add_edge(
        interest_node(relation.a),
        interest_node(relation.b),
        id=f"r:{relation.a}|{relation.b}",
        compatibility=relation.compatibility,
    )


def _bare(options: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in options.items() if key not in _PYVIS_OWN}
