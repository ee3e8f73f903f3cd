"""Operations from the canvas become acts, or are refused; nothing else can come of them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_core.commands import AddActor, MoveNodes, Together
from coprod_core.errors import CannotApply, CoprodError
from coprod_core.history import History, Redo, Undo, after, opened
from coprod_core.model import Actor, Interest, Provenance, Relation, Sphere, Stake, Web
from coprod_core.store import Origin
from coprod_ui.web_editor import UnreadableOperation, commands_from, pending_operations, place_for
from coprod_ui.web_editor.operations import MOST_PENDING

WEB = Web(
    actors=(
        Actor("group", "Actiegroep", Sphere.CITIZENS, people=60, seats=6, x=676, y=118),
        Actor("tenants", "Huurders", Sphere.CITIZENS, people=4, x=856, y=160),
        Actor("town", "Gemeente", Sphere.OWN_ORGANISATION, x=100, y=90),
    ),
    interests=(Interest("dry", "Droge kelders", x=300, y=80), Interest("firm", "Fundering", x=400, y=200)),
    stakes=(Stake("group", "dry", 1.0, provenance=Provenance.SELF, table_weight=0.5, notes="zei Kees niet"),),
    relations=(Relation("dry", "firm", -0.6, notes="grondwater"),),
)


@pytest.fixture
def history() -> History:
    return opened(WEB)


def done(op: dict[str, Any], history: History) -> History:
    return after(history, commands_from(op, history, lambda prefix: f"{prefix}_new"))


def test_a_party_added_at_the_table_gets_the_usual_seats_and_is_an_initiator(history: History) -> None:
    op = {"kind": "add_party", "id": "a1", "name": "Ouders", "sphere": "citizens", "at_table": True, "x": 670, "y": 200}
    party = done(op, history).web.actor_by_id["a1"]
    assert (party.seats, party.initiator, party.x, party.y) == (6, True, 670, 200)


def test_an_organisation_added_at_the_table_gets_one_seat_and_is_no_initiator(history: History) -> None:
    op = {"kind": "add_party", "id": "a1", "name": "Corporatie", "sphere": "other_organisation", "at_table": True}
    party = done(op, history).web.actor_by_id["a1"]
    assert (party.seats, party.initiator) == (1, False)


def test_a_party_without_a_place_or_an_id_gets_both(history: History) -> None:
    op = {"kind": "add_party", "name": "Ouders", "sphere": "citizens", "at_table": False}
    party = done(op, history).web.actor_by_id["a_new"]
    assert (party.x, party.y) == place_for(WEB, Sphere.CITIZENS)


def test_an_interest_pulled_out_of_a_party_is_one_act(history: History) -> None:
    link = {"actor": "tenants", "weight": 0.4, "position": 1}
    op = {"kind": "add_interest", "id": "k1", "name": "Rust", "x": 300, "y": 200, "link": link}
    later = done(op, history)
    assert later.web.stake_by_pair["tenants", "k1"].weight == 0.4
    assert after(later, Undo()).web == WEB


def test_an_interest_pulled_out_of_an_interest_clashes_with_it(history: History) -> None:
    link = {"interest": "dry", "compatibility": -0.5}
    op = {"kind": "add_interest", "id": "k1", "name": "Rust", "x": 300, "y": 200, "link": link}
    assert done(op, history).web.relations[-1] == Relation("dry", "k1", -0.5)


def test_weighing_a_link_keeps_what_else_was_said_of_it(history: History) -> None:
    op = {"kind": "link", "actor": "group", "interest": "dry", "weight": 0.1, "position": -1}
    stake = done(op, history).web.stake_by_pair["group", "dry"]
    assert stake == Stake("group", "dry", 0.1, -1, Provenance.SELF, table_weight=0.5, notes="zei Kees niet")


def test_turning_a_relation_keeps_its_note(history: History) -> None:
    op = {"kind": "relate", "a": "firm", "b": "dry", "compatibility": 0.6}
    assert done(op, history).web.relations == (Relation("dry", "firm", 0.6, notes="grondwater"),)


def test_a_seat_at_the_table_and_the_place_there_are_one_act(history: History) -> None:
    op = {"kind": "seat", "actor": "tenants", "at_table": True, "x": 676, "y": 240}
    later = done(op, history)
    tenants = later.web.actor_by_id["tenants"]
    assert (tenants.seats, tenants.x, tenants.y) == (4, 676, 240)
    assert after(later, Undo()).web == WEB


def test_a_group_that_comes_back_gets_the_seats_it_had(history: History) -> None:
    away = done({"kind": "seat", "actor": "group", "at_table": False, "x": 856, "y": 300}, history)
    back = done({"kind": "seat", "actor": "group", "at_table": True, "x": 676, "y": 118}, away)
    assert back.web.actor_by_id["group"].seats == 6


def test_seating_who_is_seated_only_moves(history: History) -> None:
    op = {"kind": "seat", "actor": "group", "at_table": True, "x": 676, "y": 300}
    assert commands_from(op, history, str) == MoveNodes(actors={"group": (676, 300)})


def test_deleting_several_things_is_one_act(history: History) -> None:
    op = {"kind": "delete", "actors": ["tenants"], "interests": ["firm"], "stakes": [["group", "dry"]], "relations": []}
    later = done(op, history)
    assert later.web.stakes == later.web.relations == ()
    assert [a.id for a in later.web.actors] == ["group", "town"]
    assert after(later, Undo()).web == WEB


def test_names_and_places_change(history: History) -> None:
    later = done({"kind": "rename", "of": "actor", "id": "town", "name": "Stad"}, history)
    later = done({"kind": "rename", "of": "interest", "id": "dry", "name": "Droog"}, later)
    later = done({"kind": "move", "actors": {"town": [90, 80]}, "interests": {"dry": [310, 90]}}, later)
    assert (later.web.actor_by_id["town"].name, later.web.actor_by_id["town"].x) == ("Stad", 90)
    assert (later.web.interest_by_id["dry"].name, later.web.interest_by_id["dry"].y) == ("Droog", 90)


def test_undo_and_redo_are_acts(history: History) -> None:
    assert commands_from({"kind": "undo"}, history, str) == Undo()
    assert commands_from({"kind": "redo"}, history, str) == Redo()


@pytest.mark.parametrize(
    "op",
    [
        None,
        [],
        "undo",
        {},
        {"kind": "explode"},
        {"kind": ["undo"]},
        {"kind": "add_party", "name": "x", "sphere": "martians", "at_table": False},
        {"kind": "add_party", "name": "x", "sphere": "citizens", "at_table": 1},
        {"kind": "add_party", "name": 3, "sphere": "citizens", "at_table": False, "x": 0, "y": 0},
        {"kind": "add_interest", "id": "k", "name": "x", "x": 0, "y": 0, "link": "dry"},
        {"kind": "link", "actor": ["group"], "interest": "dry", "weight": 1, "position": 1},
        {"kind": "move", "actors": {}, "interests": {}},
        {"kind": "move", "actors": {"group": [1]}},
        {"kind": "move", "actors": [["group", 1, 2]]},
        {"kind": "rename", "of": "web", "id": "x", "name": "y"},
        {"kind": "delete"},
        {"kind": "delete", "stakes": [["group"]]},
        {"kind": "delete", "actors": "group"},
    ],
)
def test_what_the_canvas_never_sends_is_refused(op: Any, history: History) -> None:
    with pytest.raises(UnreadableOperation):
        commands_from(op, history, lambda prefix: prefix)


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000, "om\u202egekeerd", "nul\x00"])
def test_a_name_that_may_not_exist_is_refused(name: str, history: History) -> None:
    with pytest.raises(CoprodError):
        commands_from({"kind": "add_interest", "id": "k", "name": name, "x": 0, "y": 0}, history, str)


def test_an_act_on_what_is_gone_is_refused(history: History) -> None:
    with pytest.raises(CannotApply):
        done({"kind": "seat", "actor": "ghost", "at_table": True, "x": 0, "y": 0}, history)


FIELDS = (
    "id", "name", "sphere", "at_table", "x", "y", "link", "actor", "interest", "weight", "position", "a", "b", "of",
    "compatibility", "actors", "interests", "stakes", "relations", "kind", "client", "seq", "changes",
    "people", "seats", "invitation", "provenance",
)  # fmt: skip
KINDS = (
    "add_party", "add_interest", "link", "relate", "move", "seat", "change_party", "rename", "delete", "undo", "redo",
)  # fmt: skip
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**300, max_value=10**320),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["group", "tenants", "town", "dry", "firm", "ghost", "citizens", "professional", "actor"]),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(FIELDS), st.text(max_size=5)), inner, max_size=4),
    ),
    max_leaves=12,
)
operations = st.one_of(
    values,
    st.builds(
        lambda kind, fields: {**fields, "kind": kind},
        st.sampled_from(KINDS),
        st.dictionaries(st.sampled_from(FIELDS), values, max_size=10),
    ),
)


@settings(max_examples=600, deadline=None)
@given(operations)
def test_nothing_but_a_known_error_comes_of_an_odd_operation(op: Any) -> None:
    history = opened(WEB)
    try:
        later = after(history, commands_from(op, history, lambda prefix: f"{prefix}_new"))
    except CoprodError:
        return
    assert isinstance(later.web, Web)


@settings(max_examples=300, deadline=None)
@given(values)
def test_the_state_of_the_canvas_may_hold_anything(state: Any) -> None:
    for origin, op in pending_operations({"ops": state}):
        assert isinstance(origin, Origin)
        assert isinstance(op, dict)


def test_operations_come_in_the_order_done_and_what_is_none_is_left_out() -> None:
    good = [{"client": "c", "seq": seq, "kind": "undo"} for seq in (2, 1)]
    odd: list[Any] = [None, 7, {"seq": 3}, {"client": [], "seq": 1}, *({"client": "c", "seq": s} for s in (0, True))]
    found = pending_operations({"ops": good + odd})
    assert [origin for origin, _ in found] == [Origin("c", 1), Origin("c", 2)]
    assert pending_operations(None) == []
    assert pending_operations({"selection": {}}) == []


def test_a_flood_of_operations_is_cut_off() -> None:
    flood = [{"client": "c", "seq": seq, "kind": "undo"} for seq in range(1, MOST_PENDING + 50)]
    assert len(pending_operations({"ops": flood})) == MOST_PENDING


def test_the_act_of_adding_is_a_plain_command(history: History) -> None:
    op = {"kind": "add_party", "id": "a1", "name": "Ouders", "sphere": "citizens", "at_table": False, "x": 1, "y": 2}
    assert isinstance(commands_from(op, history, str), AddActor)
    link = {"actor": "town", "weight": 1, "position": 1}
    op = {"kind": "add_interest", "id": "k1", "name": "Rust", "x": 1, "y": 2, "link": link}
    assert isinstance(commands_from(op, history, str), Together)
