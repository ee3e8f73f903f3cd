"""The interactive web of the report's page: a pyvis network, drawn by the vis-network that pyvis brings."""

import json
from functools import cache
from importlib.resources import files
from textwrap import wrap
from typing import Any

from pyvis.network import Network

from coprod_core.indicators import Gap
from coprod_core.model import Actor, Interest, Sphere, Stake
from coprod_core.rounds import LEAST
from coprod_ui.report.document import WebPicture
from coprod_ui.report.small_groups import is_small
from coprod_ui.report.web_picture import EDGES, OPPOSES, WANTS, zones_drawn
from coprod_ui.sentences.names import shortened
from coprod_ui.web_editor.network import interest_node, party_node
from coprod_ui.words import Words

INK, PAPER = "#1B2430", "#FFFFFF"
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
        net.add_node(party_node(actor.id), **_party(actor, words))
    for interest in picture.web.interests:
        net.add_node(interest_node(interest.id), **_interest(interest, gap, words))
    for stake in picture.web.stakes:
        net.add_edge(party_node(stake.actor), interest_node(stake.interest), **_link(stake))
    return net


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
    wants = stake.position >= 0
    return {
        "width": 1 + 4 * stake.weight,
        "color": {"color": WANTS if wants else OPPOSES, "opacity": 0.75},
        "dashes": False if wants else [7, 6],
        "label": "+" if wants else "−",
        "font": {"size": 16, "color": WANTS if wants else OPPOSES, "strokeWidth": 4, "strokeColor": PAPER},
    }
