"""The web becomes a pyvis network, with in it all that the canvas draws."""

import json

from pyvis.network import Network

from coprod_core.indicators import readings
from coprod_core.model import Actor, Interest, Relation, Sphere, Stake, Unknown, Web
from coprod_ui.web_editor import canvas_words, placed
from coprod_ui.web_editor.network import CAUSES, canvas_data, network
from coprod_ui.words import words

WEB = placed(
    Web(
        actors=(
            Actor("x", "Actiegroep", Sphere.CITIZENS, people=60, seats=6),
            Actor("away", "<b>Huurders</b>", Sphere.CITIZENS, people=40),
            Actor("town", "Gemeente", Sphere.OWN_ORGANISATION),
        ),
        interests=(Interest("x", "Droog"), Interest("firm", "Stevig"), Interest("quiet", "Rust")),
        stakes=(
            Stake("x", "x", 1.0),
            Stake("x", "quiet", 0.02),
            Stake("away", "firm", 1.0),
            Stake("away", "quiet", 0.4, -1.0),
            Stake("town", "firm", 0.4),
        ),
        unknown=(Unknown("town", "x"),),
        relations=(Relation("x", "firm", -0.5),),
    )
)


def test_a_party_and_an_interest_may_share_an_id() -> None:
    data = canvas_data(network(WEB, readings(WEB)))
    assert [node["id"] for node in data["nodes"]] == ["a:x", "a:away", "a:town", "k:x", "k:firm", "k:quiet"]


def test_pyvis_holds_every_party_interest_and_link() -> None:
    net = network(WEB, readings(WEB))
    assert isinstance(net, Network)
    assert len(net.nodes) == len(WEB.actors) + len(WEB.interests)
    assert {edge["id"] for edge in net.edges} == {
        "s:x|x", "s:x|quiet", "s:away|firm", "s:away|quiet", "s:town|firm", "u:town|x", "r:x|firm",
    }  # fmt: skip


def test_the_size_of_an_interest_is_its_attention_outside() -> None:
    computed = readings(WEB)
    nodes = {node["id"]: node for node in canvas_data(network(WEB, computed))["nodes"]}
    for interest in WEB.interests:
        assert abs(nodes[f"k:{interest.id}"]["size"] - computed.gap.outside[interest.id]) < 1e-4  # type: ignore[union-attr]


def test_not_heard_and_hardly_heard_are_told_apart() -> None:
    nodes = {node["id"]: node for node in canvas_data(network(WEB, readings(WEB)))["nodes"]}
    assert (nodes["k:firm"]["heard"], nodes["k:quiet"]["heard"]) == ("unheard", "hardly")
    assert "heard" not in nodes["k:x"]


def test_the_largest_causes_of_the_gap_are_marked() -> None:
    edges = canvas_data(network(WEB, readings(WEB)))["edges"]
    causes = {edge["id"] for edge in edges if edge.get("cause")}
    assert "s:away|firm" in causes
    assert len(causes) <= CAUSES


def test_a_web_without_readings_is_drawn_too() -> None:
    web = placed(Web(actors=(Actor("a", "Gemeente", Sphere.OWN_ORGANISATION),), interests=(Interest("k", "Rust"),)))
    data = canvas_data(network(web, readings(web)))
    assert [node["label"] for node in data["nodes"]] == ["Gemeente", "Rust"]
    assert data["nodes"][1]["size"] == 0


def test_names_go_to_the_canvas_as_they_are_and_pyvis_colours_do_not() -> None:
    data = canvas_data(network(WEB, readings(WEB)))
    assert data["nodes"][1]["label"] == "<b>Huurders</b>"
    assert not any("color" in node or "font" in node for node in data["nodes"])
    assert json.loads(json.dumps(data)) == data


def test_the_canvas_speaks_both_languages_with_the_same_places_to_fill_in() -> None:
    dutch, english = (canvas_words(words(language)) for language in ("nl", "en"))
    assert dutch.keys() == english.keys()
    assert "{name}" in dutch["said_party"]
    assert "{name}" in english["said_party"]
