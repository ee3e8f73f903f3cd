"""What a client leaves open in an act is filled in by the rules; what it asks that cannot be is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import AddActor, MoveNodes, Seat, Together
from coprod_core.acts.history import History, Undo, after, opened
from coprod_core.checked.errors import CoprodError
from coprod_core.files.asked_act import MOST_TOGETHER, act_asked
from coprod_core.files.log_format import act_to_data
from coprod_core.placing.layout import placed
from coprod_core.web.model import Actor, Interest, Stake, Web


@pytest.fixture
def history() -> History:
    web = Web(
        actors=(
            Actor("street", "De straat", "citizens", people=60, seats=6),
            Actor("piles", "Rotte palen", "citizens", people=80),
            Actor("few", "Een paar mensen", "citizens", people=2),
            Actor("water", "Waterschap", "other_organisation"),
        ),
        interests=(Interest("dry", "Droge kelder"),),
        stakes=(Stake("street", "dry", 1.0),),
    )
    return opened(placed(web))


def web_after(asked: Any, history: History) -> Web:
    return after(history, act_asked(asked, history)).web


def party(**said: Any) -> dict[str, Any]:
    return {"act": "add_actor", "actor": {"name": "Nieuw", "sphere": "citizens", **said}}


def test_a_new_party_without_an_id_or_a_place_gets_both(history: History) -> None:
    added = web_after(party(id=None, x=None), history).actors[-1]
    assert added.id.startswith("a_")
    assert None not in (added.x, added.y)


def test_an_id_and_a_place_that_are_given_are_kept(history: History) -> None:
    act = act_asked(party(id="mine", x=700.0, y=90), history)
    assert isinstance(act, AddActor)
    assert (act.actor.id, act.actor.x, act.actor.y) == ("mine", 700, 90)


@pytest.mark.parametrize(
    ("said", "seats", "began"),
    [
        ({"seats": None, "initiator": None}, 6, True),
        ({"seats": None, "initiator": None, "people": 2}, 2, True),
        ({"seats": None, "initiator": None, "sphere": "own_organisation"}, 1, False),
        ({"seats": 0, "initiator": None}, 0, False),
        ({"seats": 3}, 3, False),
        ({}, 0, False),
    ],
)
def test_who_is_made_at_the_table_gets_the_usual_seats_and_began_it(
    history: History, said: dict[str, Any], seats: float, began: bool
) -> None:
    added = web_after(party(**said), history).actors[-1]
    assert (added.seats, added.initiator) == (seats, began)


@pytest.mark.parametrize(("actor", "seats"), [("piles", 6), ("few", 2), ("water", 1)])
def test_who_is_invited_gets_the_seats_that_an_invitation_gives(history: History, actor: str, seats: float) -> None:
    invited = web_after({"act": "seat", "actor": actor, "seats": None}, history).actor_by_id[actor]
    assert invited.seats == seats


def test_a_group_that_comes_back_gets_the_seats_it_had(history: History) -> None:
    gone = after(after(history, Seat("piles", 4)), Seat("piles", 0))
    assert web_after({"act": "seat", "actor": "piles", "seats": None}, gone).actor_by_id["piles"].seats == 4


def test_what_an_act_makes_is_what_its_later_commands_are_about(history: History) -> None:
    asked = {"act": "together", "commands": [
        party(),
        {"act": "add_interest", "interest": {"name": "Rust"}},
        {"act": "set_stake", "stake": {"actor": None, "interest": None, "weight": 0.4}},
        {"act": "set_relation", "relation": {"a": None, "b": "dry", "compatibility": -0.5}},
        {"act": "add_interest", "interest": {"name": "Groen"}},
        {"act": "mark_unknown", "actor": None, "interest": None},
        {"act": "change_actor", "id": None, "changes": {"people": 12}},
    ]}  # fmt: skip
    web = web_after(asked, history)
    made, quiet, green = web.actors[-1], *web.interests[-2:]
    assert (web.stakes[-1].actor, web.stakes[-1].interest) == (made.id, quiet.id)
    assert (web.relations[0].a, web.relations[0].b) == (quiet.id, "dry")
    assert (web.unknown[0].actor, web.unknown[0].interest) == (made.id, green.id)
    assert made.people == 12


def test_a_group_that_is_seated_without_a_place_stands_at_the_table(history: History) -> None:
    act = act_asked({"act": "seat", "actor": "piles", "seats": None}, history)
    assert isinstance(act, Together)
    assert [type(command) for command in act.commands] == [Seat, MoveNodes]
    moved = act.commands[1]
    assert isinstance(moved, MoveNodes)
    assert list(moved.actors) == ["piles"]


def test_where_an_act_says_the_place_nothing_is_added(history: History) -> None:
    moved = {"act": "move_nodes", "actors": {"piles": [700, 300]}, "interests": {}}
    act = act_asked({"act": "together", "commands": [{"act": "seat", "actor": "piles", "seats": 3}, moved]}, history)
    assert isinstance(act, Together)
    assert len(act.commands) == 2


def test_what_had_no_place_before_is_left_alone(history: History) -> None:
    unplaced = opened(Web(actors=(Actor("a", "A", "citizens"),), interests=(Interest("k", "K"),)))
    web = web_after(party(), unplaced)
    assert [actor.x is None for actor in web.actors] == [True, False]
    assert web.interests[0].x is None


def test_undo_is_an_act_too(history: History) -> None:
    assert act_asked({"act": "undo"}, history) == Undo()


@pytest.mark.parametrize(
    ("asked", "code", "place"),
    [
        ({"act": "seat", "actor": "nobody", "seats": None}, "gone", None),
        ({"act": "seat", "actor": None, "seats": None}, "act_with_unfit_values", ""),
        ({"act": "set_stake", "stake": {"actor": None, "interest": "dry", "weight": 1}}, "not_text", "stake.actor"),
        ({"act": "set_stake", "stake": {"actor": "a", "interest": "dry", "weight": 2}}, "out_of_range", "stake.weight"),
        ({"act": "together", "commands": [party(name="")]}, "blank", "commands[0].actor.name"),
        ({"act": "together", "commands": [{"act": "undo"}] * (MOST_TOGETHER + 1)}, "too_many", "commands"),
        ({"act": "unknown"}, "unknown_act", ""),
        ({}, "unknown_act", ""),
        ("undo", "not_an_object", ""),
        (None, "not_an_object", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_its_place(
    history: History, asked: Any, code: str, place: str | None
) -> None:
    with pytest.raises(CoprodError) as refused:
        act_asked(asked, history)
    assert (refused.value.code, refused.value.params.get("place")) == (code, place)


keys = st.sampled_from(
    ["act", "actor", "interest", "stake", "commands", "seats", "id", "x", "people", "name", "sphere"]
)
leaves = st.none() | st.booleans() | st.integers(-3, 9) | st.floats() | st.text(max_size=3) | st.sampled_from(
    ["seat", "add_actor", "together", "set_stake", "move_nodes", "undo", "street", "dry", "citizens"]
)  # fmt: skip
odd = st.recursive(
    leaves,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(keys, inside, max_size=5),
    max_leaves=12,
)


@given(odd)
def test_of_odd_data_nothing_comes_but_an_act_or_a_known_error(asked: Any) -> None:
    start = opened(
        placed(Web(actors=(Actor("street", "De straat", "citizens"),), interests=(Interest("dry", "Droog"),)))
    )
    try:
        act = act_asked(asked, start)
    except CoprodError:
        return
    assert act_to_data(act)["act"] == asked["act"]
