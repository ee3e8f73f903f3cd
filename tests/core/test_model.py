"""A value that may not exist cannot be made, and a value that was made cannot change."""

import dataclasses

import pytest
from hypothesis import given

from coprod_core.checked.errors import ENOUGH, CoprodError, Fault, InvalidValue, joined
from coprod_core.checked.fields import LONGEST_NAME, LONGEST_TEXT
from coprod_core.web.case import Case
from coprod_core.web.model import (
    Actor,
    Interest,
    Invitation,
    Option,
    Process,
    Provenance,
    Relation,
    Rule,
    Sphere,
    Stake,
    Unknown,
    Web,
)
from tests.core.acts import full_webs

NAN, INFINITE, ENORMOUS = float("nan"), float("inf"), 10**400


def actor(**fields):
    return Actor(**{"id": "a", "name": "A", "sphere": "citizens", **fields})


def faults(make, *args, **fields):
    with pytest.raises(InvalidValue) as refused:
        make(*args, **fields)
    return [(fault.place, fault.code) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"id": ""}, ("id", "blank")),
        ({"id": "a|b"}, ("id", "id_with_bar")),
        ({"id": 3}, ("id", "not_text")),
        ({"name": "  "}, ("name", "blank")),
        ({"name": "\u200b\u2060"}, ("name", "blank")),
        ({"name": None}, ("name", "not_text")),
        ({"name": "x" * (LONGEST_NAME + 1)}, ("name", "too_long")),
        ({"name": "a\x00b"}, ("name", "hidden_character")),
        ({"name": "a\x1bb"}, ("name", "hidden_character")),
        ({"name": "a\x9bb"}, ("name", "hidden_character")),
        ({"name": "a\u202eb"}, ("name", "hidden_character")),
        ({"name": "a\u2066b"}, ("name", "hidden_character")),
        ({"name": "a\ud800b"}, ("name", "hidden_character")),
        ({"notes": "x" * (LONGEST_TEXT + 1)}, ("notes", "too_long")),
        ({"sphere": "martians"}, ("sphere", "unknown_choice")),
        ({"sphere": ["citizens"]}, ("sphere", "unknown_choice")),
        ({"people": 0}, ("people", "must_be_above")),
        ({"people": -1}, ("people", "must_be_above")),
        ({"people": True}, ("people", "not_a_number")),
        ({"people": "60"}, ("people", "not_a_number")),
        ({"people": ENORMOUS}, ("people", "not_finite")),
        ({"seats": -0.1}, ("seats", "too_low")),
        ({"seats": None}, ("seats", "not_a_number")),
        ({"seats": NAN}, ("seats", "not_finite")),
        ({"influence": 1.1}, ("influence", "out_of_range")),
        ({"reach": -0.1}, ("reach", "out_of_range")),
        ({"effort": INFINITE}, ("effort", "not_finite")),
        ({"hit": 2}, ("hit", "out_of_range")),
        ({"initiator": 1}, ("initiator", "not_a_flag")),
        ({"invitation": "maybe"}, ("invitation", "unknown_choice")),
        ({"x": 1e7}, ("x", "out_of_range")),
        ({"y": "0"}, ("y", "not_a_number")),
    ],
)
def test_a_party_with_a_field_that_may_not_be_is_refused(fields, fault):
    assert faults(actor, **fields) == [fault]


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "\"'`{}", "בית\u200f", "أ", "👩‍👩‍👧", "a\nb", "x" * LONGEST_NAME, "١", "=1+1"]
)
def test_odd_names_are_kept_as_they_are(name):
    assert actor(name=name).name == name


def test_every_fault_of_a_value_is_told_at_once():
    assert faults(actor, id="", seats=-1, hit=3) == [
        ("id", "blank"),
        ("seats", "too_low"),
        ("hit", "out_of_range"),
    ]


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: Stake("a", "k", 1.5), ("weight", "out_of_range")),
        (lambda: Stake("a", "k", 1, -2), ("position", "out_of_range")),
        (lambda: Stake("a", "k", 1, table_weight=-1), ("table_weight", "out_of_range")),
        (lambda: Relation("a", "b", 3), ("compatibility", "out_of_range")),
        (lambda: Option("o", "O", effects={"k": 2}), ("effects.k", "out_of_range")),
        (lambda: Option("o", "O", effects=[]), ("effects", "not_an_object")),
        (lambda: Option("o", "O", effects=dict.fromkeys(map(str, range(2001)), 1)), ("effects", "too_many")),
        (lambda: Rule("r", "R", protects={"k": -0.1}), ("protects.k", "out_of_range")),
        (lambda: Process(agenda_capacity=0), ("agenda_capacity", "must_be_above")),
        (lambda: Case(questions="why"), ("questions", "not_a_list")),
        (lambda: Case(questions=["", 1]), ("questions[1]", "not_text")),
        (lambda: Case(questions=[""] * 51), ("questions", "too_many")),
        (lambda: Web(language="french"), ("language", "not_a_language")),
        (lambda: Web(language="NL"), ("language", "not_a_language")),
        (lambda: Web(language="../n"), ("language", "not_a_language")),
        (lambda: Web(language=None), ("language", "not_a_language")),
    ],
)
def test_every_other_value_is_checked_as_well(make, fault):
    assert faults(make) == [fault]


K1, K2 = Interest("k1", "K1"), Interest("k2", "K2")


@pytest.mark.parametrize(
    ("lists", "fault"),
    [
        ({"actors": (actor(), actor())}, ("actors[1].id", "duplicate_id")),
        ({"interests": (K1, K2, K1)}, ("interests[2].id", "duplicate_id")),
        ({"options": (Option("o", "O"), Option("o", "P"))}, ("options[1].id", "duplicate_id")),
        ({"rules": (Rule("r", "R"), Rule("r", "S"))}, ("rules[1].id", "duplicate_id")),
        ({"stakes": (Stake("a", "k1", 1), Stake("a", "k1", 0))}, ("stakes[1]", "duplicate_stake")),
        ({"unknown": (Unknown("a", "k1"), Unknown("a", "k1"))}, ("unknown[1]", "duplicate_unknown")),
        ({"relations": (Relation("k1", "k2"), Relation("k2", "k1"))}, ("relations[1]", "duplicate_relation")),
        ({"relations": (Relation("k1", "k1"),)}, ("relations[0]", "relation_to_itself")),
        ({"relations": (Relation("k1", "k9"),)}, ("relations[0].b", "not_an_interest")),
        ({"stakes": (Stake("z", "k1", 1),)}, ("stakes[0].actor", "not_an_actor")),
        ({"stakes": (Stake("a", "k9", 1),)}, ("stakes[0].interest", "not_an_interest")),
        ({"unknown": (Unknown("z", "k1"),)}, ("unknown[0].actor", "not_an_actor")),
        ({"options": (Option("o", "O", effects={"k9": 0}),)}, ("options[0].effects.k9", "not_an_interest")),
        ({"rules": (Rule("r", "R", hinders={"k9": 0}),)}, ("rules[0].hinders.k9", "not_an_interest")),
        ({"rules": tuple(Rule(f"r{n}", "R") for n in range(2001))}, ("rules", "too_many")),
    ],
)
def test_a_web_whose_parts_do_not_fit_together_is_refused(lists, fault):
    assert faults(Web, **{"actors": (actor(),), "interests": (K1, K2), **lists}) == [fault]


def test_a_web_tells_no_more_faults_than_anyone_reads():
    strangers = tuple(Stake(f"a{n}", "k", 1) for n in range(ENOUGH))
    assert len(faults(Web, stakes=strangers)) == ENOUGH


def test_the_defaults_are_those_of_the_indicators_page():
    party = actor()
    assert (party.people, party.seats, party.influence, party.reach) == (None, 0, 1, 1)
    assert (party.effort, party.hit, party.initiator, party.invitation) == (0.1, None, False, "not_asked")
    stake = Stake("a", "k", 1)
    assert (stake.position, stake.provenance, stake.table_weight, stake.table_position) == (1, "estimate", None, None)
    assert Relation("a", "b").compatibility == 0
    plan, rule, process = Option("o", "O"), Rule("r", "R"), Process()
    assert (plan.feasibility, plan.effects, plan.barred) == (0.7, {}, False)
    assert (rule.force, rule.discretion, rule.protects, rule.hinders) == (0.5, 0, {}, {})
    assert (process.initiative, process.delegated, process.steering, process.meddling) == (0.5, 0, 0.3, 0)
    assert (process.emphasis, process.agenda_capacity, process.worst_off_weight) == (0, 8, 0.5)


def test_choices_given_as_words_are_held_as_members():
    party = actor(sphere="professional", invitation="declined")
    assert party.sphere is Sphere.PROFESSIONAL
    assert party.invitation is Invitation.DECLINED
    assert Stake("a", "k", 1, provenance="self").provenance is Provenance.SELF


def test_whoever_gave_a_map_or_a_list_cannot_change_it_afterwards():
    effects, questions = {"k": 1.0}, ["Why?"]
    plan, case = Option("o", "O", effects=effects), Case(questions=questions)
    effects["k"] = 0.0
    questions.append("Who?")
    assert (plan.effects, case.questions) == ({"k": 1.0}, ("Why?",))
    with pytest.raises(TypeError):
        plan.effects["k"] = 0.5


def test_nothing_on_a_web_can_be_changed_in_place():
    web = Web(actors=(actor(),))
    for thing, field in ((web, "title"), (web.actors[0], "seats"), (web.process, "steering"), (web.case, "story")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(thing, field, 1)


@pytest.mark.slow
@given(full_webs())
def test_things_are_found_by_their_ids(web):
    for things, found in (
        (web.actors, web.actor_by_id),
        (web.interests, web.interest_by_id),
        (web.options, web.option_by_id),
        (web.rules, web.rule_by_id),
    ):
        assert [found[thing.id] for thing in things] == list(things)
    assert list(web.stake_by_pair.values()) == list(web.stakes)
    assert all(stake in web.stakes_of(stake.actor) for stake in web.stakes)


@pytest.mark.parametrize(
    ("place", "inside", "whole"),
    [
        ("", "", ""), ("a", "", "a"), ("", "b", "b"), ("a", "b", "a.b"), ("a", "[0]", "a[0]"),
        ("a[0]", "b.c", "a[0].b.c"),
    ],
)  # fmt: skip
def test_places_are_joined_as_paths(place, inside, whole):
    assert joined(place, inside) == whole
    assert Fault(inside, "blank").within(place) == Fault(whole, "blank")


def test_an_error_of_ours_carries_a_code_and_what_a_sentence_needs():
    error = CoprodError("gone", id="a")
    assert (error.code, error.params) == ("gone", {"id": "a"})
    with pytest.raises(CoprodError) as refused:
        actor(seats=-1)
    assert (refused.value.code, refused.value.params) == ("too_low", {"value": -1, "low": 0, "place": "seats"})
