"""What the list is given, what it sends, and what becomes of it."""

from typing import Any

import pytest

from coprod_core.conventions import DESIGN
from coprod_core.errors import CannotApply, CoprodError
from coprod_core.history import Act, History, after, opened
from coprod_core.indicators import readings
from coprod_core.model import Actor, Interest, Invitation, Provenance, Sphere, Stake, Unknown, Web
from coprod_ui.web_editor import UnreadableOperation, canvas_data, commands_from, network, placed
from coprod_ui.web_list import list_data, list_words
from coprod_ui.words import LANGUAGES, words
from tests.screens.window import Window, differences


@pytest.fixture
def history(small_web: Web) -> History:
    return opened(small_web)


def act(op: dict[str, Any], history: History) -> Act:
    return commands_from(op, history, lambda prefix: f"{prefix}_new")


def change(actor: str, **changes: Any) -> dict[str, Any]:
    return {"kind": "change_party", "actor": actor, "changes": changes}


def done(op: dict[str, Any], history: History) -> Web:
    return after(history, act(op, history)).web


# -- what the list is given -------------------------------------------------------------------------------------------


def test_the_list_holds_the_same_things_under_the_same_names_as_the_canvas(small_web: Web) -> None:
    web = Web(actors=small_web.actors, interests=small_web.interests, stakes=small_web.stakes,
              relations=small_web.relations, unknown=(Unknown("city", "green"),))  # fmt: skip
    listed, drawn = list_data(web, readings(web)), canvas_data(network(web, readings(web)))
    for kind in ("nodes", "edges"):
        assert {item["id"] for item in listed[kind]} == {item["id"] for item in drawn[kind]}


def test_an_interest_says_whether_it_is_heard(small_web: Web) -> None:
    heard = {node["id"]: node.get("heard") for node in list_data(small_web, readings(small_web))["nodes"]}
    assert heard["k:sound"] == "unheard"
    assert heard["k:dry"] == ""


def test_where_nothing_can_be_said_of_the_gap_no_interest_is_called_unheard() -> None:
    web = Web(actors=(Actor("a", "Huurders", Sphere.CITIZENS),), interests=(Interest("k", "Rust"),))
    assert list_data(web, readings(web))["nodes"][1]["heard"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_left_for_the_list_to_fill_in(language: str) -> None:
    said = list_words(words(language), DESIGN.weights)
    assert "{interest}" in said["weight_of"]
    assert "{name}" in said["weight_of"]
    assert said["weights"][2] == [0.4, words(language)("weights.plans")]


# -- what it sends ----------------------------------------------------------------------------------------------------


def test_people_and_invitation_are_changed_as_typed(history: History) -> None:
    web = done(change("piles", people=90, invitation="asked"), history)
    assert (web.actor_by_id["piles"].people, web.actor_by_id["piles"].invitation) == (90, Invitation.ASKED)


def test_people_can_be_unknown_again(history: History) -> None:
    assert done(change("piles", people=None), history).actor_by_id["piles"].people is None


def test_seats_given_in_the_list_are_an_invitation_that_remembers_who_began(history: History) -> None:
    web = done(change("piles", seats=3), history)
    assert web.actor_by_id["piles"].seats == 3
    assert web.actor_by_id["street"].initiator
    assert not web.actor_by_id["piles"].initiator


@pytest.mark.parametrize("op", [change("piles", seats=3), {"kind": "seat", "actor": "piles", "at_table": True}])
def test_a_group_invited_from_the_list_stands_at_the_table_in_the_drawing(op: dict[str, Any], history: History) -> None:
    before, web = history.web, done(op, history)
    piles, was = web.actor_by_id["piles"], before.actor_by_id["piles"]
    assert piles.seated
    assert piles.x is not None
    assert was.x is not None
    assert piles.x < was.x


def test_a_party_ticked_at_the_table_gets_the_seats_an_invitation_gives(history: History) -> None:
    assert done({"kind": "seat", "actor": "piles", "at_table": True}, history).actor_by_id["piles"].seats == 6
    assert done({"kind": "seat", "actor": "city", "at_table": True}, history).actor_by_id["city"].seats == 1
    assert done({"kind": "seat", "actor": "street", "at_table": False}, history).actor_by_id["street"].seats == 0


def test_who_says_so_is_kept_when_only_the_weight_changes(history: History) -> None:
    op = {"kind": "link", "actor": "piles", "interest": "sound", "weight": 1, "position": 1, "provenance": "self"}
    told = after(history, act(op, history))
    assert told.web.stake_by_pair["piles", "sound"].provenance == Provenance.SELF
    later = done({**{key: op[key] for key in op if key != "provenance"}, "weight": 0.4}, told)
    assert later.stake_by_pair["piles", "sound"] == Stake("piles", "sound", 0.4, provenance=Provenance.SELF)


def test_a_change_says_only_what_was_asked(history: History) -> None:
    web = done(change("city", sphere="professional"), history)
    assert {place for place, _, _ in differences(history.web, web)} == {"actors[city].sphere"}


@pytest.mark.parametrize(
    "changes",
    [
        None, [], {}, "people", {"name": "X"}, {"x": 1}, {"initiator": True}, {"people": "60"}, {"people": True},
        {"people": -1}, {"people": 0}, {"people": float("nan")}, {"seats": None}, {"seats": -1},
        {"seats": float("inf")},
        {"sphere": "moon"}, {"sphere": None}, {"invitation": "maybe"}, {"invitation": []}, {"people": 6, "oops": 1},
    ],
)  # fmt: skip
def test_an_odd_change_is_refused_and_told(changes: Any, history: History) -> None:
    with pytest.raises(CoprodError):
        done({"kind": "change_party", "actor": "piles", "changes": changes}, history)


def test_a_change_of_a_party_that_is_gone_is_refused(history: History) -> None:
    with pytest.raises(CannotApply):
        done(change("ghost", people=3), history)
    with pytest.raises(CannotApply):
        done(change("ghost", seats=3), history)


def test_a_source_nobody_knows_is_refused(history: History) -> None:
    op = {"kind": "link", "actor": "piles", "interest": "dry", "weight": 1, "position": 1, "provenance": "gossip"}
    with pytest.raises(UnreadableOperation):
        act(op, history)


# -- in the app -------------------------------------------------------------------------------------------------------


def listed(window: Window, *ops: dict[str, Any], selection: Any = None) -> Window:
    """The list of this window's meeting, with what it sends."""
    window.app.session_state["view"] = "list"
    window.app.session_state[f"web_list_{window.meeting}"] = {"ops": list(ops), "selection": selection}
    return window.run()


def test_an_act_in_the_list_is_done_once(small: Window) -> None:
    op = {"client": "list", "seq": 1, **change("piles", people=90)}
    listed(small, op)
    listed(small, op)
    assert (small.loaded.head, small.web.actor_by_id["piles"].people) == (2, 90)


def test_an_act_that_does_not_fit_is_told_and_what_follows_is_done(small: Window) -> None:
    listed(
        small,
        {"client": "list", "seq": 1, **change("piles", people=-1)},
        {"client": "list", "seq": 2, **change("piles", people=9)},
    )
    assert small.web.actor_by_id["piles"].people == 9
    assert len(small.told) == 1


def test_what_is_opened_in_the_list_is_shown_beside_it(small: Window) -> None:
    listed(small, selection={"n": "list.1", "selection": ["interest", "green"], "focus": None})
    assert small.app.session_state["selection"] == ("interest", "green")
    assert small.value("picker") == ("interest", "green")


def test_the_list_of_a_web_without_places_needs_none() -> None:
    web = Web(actors=(Actor("a", "Huurders", Sphere.CITIZENS),))
    assert list_data(web, readings(web)) == list_data(placed(web), readings(placed(web)))
