"""The interactive web of the report's page: a pyvis network, drawn by the vis-network that pyvis brings."""

import json
from functools import cache
from importlib.resources import files
from textwrap import wrap
from typing import Any

from pyvis.network import Network

from coprod_core.indicators.gap import Gap
from coprod_core.rounds.publication import LEAST
from coprod_core.web.model import Actor, Interest, Sphere, Stake
from coprod_ui.palette import PALETTE
from coprod_ui.report.document import WebPicture
from coprod_ui.report.web_picture import DIVIDED, EDGES, OPPOSES, WANTS, zones_drawn
from coprod_ui.sentences.amounts import side
from coprod_ui.sentences.group_size import is_small
from coprod_ui.sentences.names import shortened
from coprod_ui.words import Words

INK, PAPER = PALETTE.paper["ink"], PALETTE.paper["sheet"]
_LINES = {"for": (WANTS, False, "+"), "divided": (DIVIDED, [1, 4], "·"), "against": (OPPOSES, [7, 6], "−")}
"""Of each side the colour, dashes and sign of its line."""

HEIGHT = 420
OPTIONS = {
    "physics": False,
    "layout": {"improvedLayout": False},
    "interaction": {"zoomView": False, "hover": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {"font": {"face": "sans-serif", "size": 15, "color": INK, "multi": False}},
    "edges": {"smooth": False, "color": {"inherit": False}, "selectionWidth": 2},
}


@cache
def vis_script() -> str:
    """The vis-network library as pyvis ships it, to be put into a page."""
    return (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text("utf-8")


def network_data(picture: WebPicture, words: Words) -> str:
    """Nodes, edges and options as JSON that can stand in a page's script: no `<` in it."""
    net = _network(picture, words)
    data = {"nodes": net.nodes, "edges": net.edges, "zones": _zones(picture, words), "options": OPTIONS}
    return json.dumps(data).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _zones(picture: WebPicture, words: Words) -> list[dict[str, Any]]:
    return [
        {
            "name": words.choice("zones", heading),
            "tint": tint,
            "edge": edge,
            "left": box.left,
            "top": box.top,
            "wide": box.right - box.left,
            "high": box.bottom - box.top,
        }
        for heading, (tint, edge), box in zones_drawn(picture.web)
    ]


def _network(picture: WebPicture, words: Words) -> Network:
    net = Network(cdn_resources="in_line")
    gap = picture.readings.gap
    for actor in picture.web.actors:
        net.add_node(_node(actor), **_party(actor, words))
    for interest in picture.web.interests:
        net.add_node(_node(interest), **_interest(interest, gap, words))
    for stake in picture.web.stakes:
        net.add_edge(f"a:{stake.actor}", f"k:{stake.interest}", **_link(stake))
    return net


def _node(item: Actor | Interest) -> str:
    """The name of its node: a party and an interest may have the same id."""
    return f"{'a' if isinstance(item, Actor) else 'k'}:{item.id}"


def _lines(name: str) -> str:
    return "\n".join(wrap(shortened(name, 60), 20, break_long_words=True))


def _party(actor: Actor, words: Words) -> dict[str, Any]:
    label = _lines(actor.name)
    if actor.citizens:
        people = "?" if actor.people is None else words.count(actor.people)
        label += f"\n<{LEAST}" if is_small(actor) else f"\n{words.count(actor.seats)}/{people}"
    absent = actor.citizens and not actor.seated
    return {
        "label": label,
        "shape": "box",
        "x": actor.x,
        "y": actor.y,
        "borderWidth": 2,
        "color": {"background": PAPER, "border": EDGES[Sphere(actor.sphere)]},
        "shapeProperties": {"borderDashes": [6, 4] if absent else False},
    }


def _interest(interest: Interest, gap: Gap | None, words: Words) -> dict[str, Any]:
    unheard = gap is not None and interest.id in gap.unheard
    label = _lines(interest.name)
    if unheard and gap is not None:
        label += f"\n{words('terms.hardly_heard' if gap.table.get(interest.id, 0.0) > 1e-9 else 'terms.unheard')}"
    return {
        "label": label,
        "shape": "dot",
        "x": interest.x,
        "y": interest.y,
        "size": 9 + 32 * (gap.outside.get(interest.id, 0.0) if gap else 0.0),
        "borderWidth": 4 if unheard else 2,
        "color": {"background": PAPER, "border": OPPOSES if unheard else INK},
        "shapeProperties": {"borderDashes": [3, 4] if unheard else False},
    }


def _link(stake: Stake) -> dict[str, Any]:
    color, dashes, sign = _LINES[side(stake.position)]
    return {
        "width": 1 + 4 * stake.weight,
        "color": {"color": color, "opacity": 0.75},
        "dashes": dashes,
        "label": sign,
        "font": {"size": 16, "color": color, "strokeWidth": 4, "strokeColor": PAPER},
    }
