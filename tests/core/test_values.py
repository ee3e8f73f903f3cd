"""One way to make a value: every field says what it may hold, and what is given is held or refused with a reason."""

import dataclasses
import functools
import json
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.command import Logged
from coprod_core.checked.errors import ENOUGH, InvalidValue
from coprod_core.checked.fields import Mark, Name, Number, Share
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, from_data, kinds, named, to_data, value
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.model import Actor, Interest, Option, Relation, Sphere, Stake, Web
from coprod_core.workshop.values import Step

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**400, -(10**300), float("nan"), float("inf"), 1e300, "\ud800", "a\x00", "k|1", "x" * 201])
    | st.floats()
    | st.text(max_size=3),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside, max_size=3),
    max_leaves=6,
)
CLASSES = (Web, Conditions, Actor, Stake, Option, *named(Logged, "act").values(), *named(Step, "kind").values())
KINDS = sorted({kind for cls in CLASSES for _, kind in kinds(cls)}, key=repr)


def faults(make):
    with pytest.raises(InvalidValue) as refused:
        make()
    return [(fault.place, fault.code) for fault in refused.value.faults]


def reasons(take, anything):
    """What the value is that came of anything, and why there is none; any other exception fails the test."""
    try:
        return take(anything), ()
    except InvalidValue as refused:
        return None, refused.faults


@given(st.sampled_from(KINDS), ANYTHING)
def test_whatever_is_given_to_a_field_is_held_or_refused_with_a_reason(kind, anything):
    held, why = reasons(kind.taken, anything)
    assert why or kind.faults(held) == []
    assert len(kind.faults(anything)) == len(why)


@given(st.sampled_from(CLASSES), st.dictionaries(st.sampled_from(["id", "name", "act", "kind", "web"]), ANYTHING))
def test_whatever_data_is_read_gives_a_value_or_faults(cls, data):
    made, why = reasons(functools.partial(from_data, cls), data)
    assert why or isinstance(made, cls)


def test_a_field_that_does_not_say_what_it_may_hold_cannot_be_declared():
    with pytest.raises(TypeError, match=r"Loose\.size"):

        @value
        class Loose:
            size: float


def test_a_changed_copy_is_checked_as_well():
    stake = Stake("a", "k", 1)
    assert faults(lambda: dataclasses.replace(stake, weight=True, position=3)) == [
        ("weight", "not_a_number"),
        ("position", "out_of_range"),
    ]
    assert dataclasses.replace(stake, position=-1) == Stake("a", "k", 1, -1)


def test_numbers_are_kept_as_they_were_given():
    data = {"a": "k", "b": "l", "compatibility": 1, "notes": ""}
    for number in (1, 1.0, 0, -0.0, 0.1):
        given_ = json.dumps({**data, "compatibility": number})
        assert json.dumps(to_data(from_data(Relation, json.loads(given_)))) == given_


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"seats": "1"}, "not_a_number"),
        ({"seats": True}, "not_a_number"),
        ({"initiator": "true"}, "not_a_flag"),
        ({"initiator": 1}, "not_a_flag"),
        ({"name": 1}, "not_text"),
        ({"name": b"A"}, "not_text"),
    ],
)
def test_nothing_is_taken_for_what_it_is_not(fields, code):
    given = {"id": "a", "name": "A", "sphere": "citizens", **fields}
    expected = [(next(iter(fields)), code)]
    assert faults(lambda: Actor(**given)) == expected
    assert faults(lambda: from_data(Actor, given)) == expected


def test_a_list_is_not_taken_for_a_value_nor_a_value_for_its_list():
    assert faults(lambda: from_data(Web, {"actors": {"id": "a"}})) == [("actors", "not_a_list")]
    assert faults(lambda: from_data(Web, {"actors": [["a", "A", "citizens"]]})) == [("actors[0]", "not_an_object")]
    assert faults(lambda: Web(actors=("a",))) == [("actors[0]", "not_an_object")]


def test_a_missing_and_an_unknown_field_are_told_by_name_however_a_value_is_made():
    expected = [("name", "missing"), ("size", "unknown_key")]
    assert faults(lambda: Interest("k", size=1)) == expected
    assert faults(lambda: from_data(Interest, {"id": "k", "size": 1})) == expected


def test_faults_between_fields_have_the_place_of_the_value_they_are_in():
    assert faults(lambda: from_data(Web, {"conventions": {"weight_notices": 0.9}})) == [
        ("conventions.weight_plans", "not_rising")
    ]


def test_no_more_faults_are_looked_for_than_anyone_reads():
    many = {"stakes": [{"actor": "", "interest": "|", "weight": 2}] * 100_000}
    assert len(faults(lambda: from_data(Web, many))) == ENOUGH
    assert len(faults(lambda: from_data(Web, {f"key{n}": n for n in range(100_000)}))) == ENOUGH


def test_a_list_of_which_each_may_stand_once_says_what_is_there_twice():
    kind = Many(One(Interest), 3, once=True)
    (fault,) = kind.faults([{"id": "k", "name": "A"}, {"id": "l", "name": "B"}, {"id": "k", "name": "C"}])
    assert (fault.place, fault.code, fault.params) == ("[2]", "duplicate_id", {"id": "k", "first": "[0]"})


def test_a_value_inside_a_value_may_be_given_as_its_data():
    @value
    class Place:
        name: Name
        share: Share = 0.5

    @value(slots=False)
    class Walk:
        start: Place
        steps: Annotated[float, Number(0, whole=True)]
        done: Mark = False

    assert from_data(Walk, {"start": {"name": "Quay"}, "steps": 3}) == Walk(Place("Quay"), 3)
    assert to_data(Walk(Place("Quay"), 3)) == {"start": {"name": "Quay", "share": 0.5}, "steps": 3, "done": False}
    assert faults(lambda: from_data(Walk, {"start": {"name": ""}, "steps": 0.5})) == [
        ("start.name", "blank"),
        ("steps", "not_whole"),
    ]


def test_a_choice_is_held_as_a_member_from_data_too():
    assert from_data(Actor, {"id": "a", "name": "A", "sphere": "citizens"}).sphere is Sphere.CITIZENS
