"""The workshop file: what is written is read back, and whatever is wrong is refused with its place."""

import copy
import functools
import json
import operator
from dataclasses import replace
from itertools import product
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core import workshop
from coprod_core.acts.commands import AddInterest, Seat
from coprod_core.files.json_file import FileError
from coprod_core.web.model import Interest
from coprod_core.workshop.file import VERSION, as_data, read, write
from coprod_core.workshop.roles import RoleCard
from coprod_core.workshop.schema import schema
from coprod_core.workshop.stepping import act_of
from coprod_core.workshop.values import (
    Asked,
    Beat,
    Bill,
    Choose,
    Debrief,
    Event,
    Predict,
    Variant,
    Way,
    WayRole,
    When,
)
from coprod_core.workshop.whole import Workshop
from tests.core.acts import names, texts
from tests.examples import examples

FILES = sorted((Path(__file__).parents[2] / "data" / "workshops").glob("*.json"))
SOUND = read((Path(__file__).parents[1] / "samples" / "versions" / "workshop.2.json").read_bytes())
"""The dog fence as it once was; a sample is never written again, so its steps keep their places."""
DATA = as_data(SOUND)
CHECK = jsonschema.Draft202012Validator(schema())
WRONG = [None, True, "", "x", 0, -1, 10**30, [], [[]], {}, {"x": {}}, "y" * 30_000, "a\x00", float("nan")]

steps = st.sampled_from(SOUND.steps)


@st.composite
def workshops(draw):
    """The dog fence with some steps, and any words in them."""
    kept = draw(st.lists(steps, min_size=1, max_size=6, unique_by=lambda step: step.id))
    told = tuple(
        replace(step, heading=draw(names()), text=draw(texts), notes=draw(texts), minutes=draw(st.floats(0.5, 240)))
        for step in kept
        if step.kind in ("story", "table", "reveal", "readings", "compare")
    )
    beats = tuple(
        Beat(draw(labels), tuple(draw(st.lists(names(), min_size=1, max_size=4))), draw(st.floats(0.5, 80)))
        for _ in range(3)
    )
    debrief = Debrief("looked_back", draw(names()), minutes=sum(beat.minutes for beat in beats), beats=beats)
    return Workshop(
        web=SOUND.web,
        steps=(*(told or SOUND.steps[:1]), *draw(played()), debrief),
        title=draw(names()),
        about=draw(texts),
        roles=draw(cards),
    )


labels = names().map(lambda name: name[:80]).filter(str.strip)
lines = texts.map(lambda text: text[:160])
cards = st.lists(st.sampled_from(SOUND.web.actors), min_size=2, max_size=6, unique=True).flatmap(
    lambda actors: st.tuples(
        *(
            st.builds(
                RoleCard,
                st.just(f"card_{actor.id}"),
                st.just(actor.id),
                labels,
                texts.map(lambda text: text[:300]),
                lines,
                lines,
                st.booleans(),
                st.booleans(),
            )
            for actor in actors
        )
    )
)


@st.composite
def played(draw):
    """A choice, and a card that answers it differently by what was chosen."""
    role = st.sampled_from(WayRole)
    ways = tuple(Way(f"w{i}", draw(names()), (), draw(role)) for i in range(draw(st.integers(2, 6))))
    answered = draw(st.lists(st.sampled_from(["own", *(way.id for way in ways)]), max_size=6))
    variants = tuple(Variant(When("chosen", way), draw(texts), (Seat("dog_owners", 2),)) for way in answered)
    chosen = Choose("chosen", draw(names()), ways=ways, optional=draw(st.booleans()))
    return chosen, Bill("bill", "Bill"), Event("card", draw(names()), variants=variants)


def variant(step, way, *acts):
    """The data of a variant of a card."""
    return {"when": {"step": step, "way": way}, "text": "", "acts": list(acts)}


def refused(data):
    with pytest.raises(FileError) as error:
        read(json.dumps(data))
    return error.value.faults


def faults_of(data):
    """The faults a file is refused for, none when it is a workshop; any other exception fails the test."""
    try:
        read(json.dumps(data))
    except FileError as error:
        return error.faults
    return ()


def places(data, at=()):
    if at and at[0] != "web":
        yield at
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from places(value, (*at, key))


def changed(at, value):
    data = copy.deepcopy(DATA)
    functools.reduce(operator.getitem, at[:-1], data)[at[-1]] = value
    return data


@examples(30)
@given(workshops())
def test_a_workshop_that_is_written_is_read_back_the_same(given_workshop):
    written = write(given_workshop)
    assert read(written) == given_workshop
    assert write(read(written.encode())) == written


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_workshop_that_ships_is_sound_by_the_schema_too(file):
    CHECK.validate(json.loads(file.read_text("utf-8")))
    assert read(write(read(file.read_bytes()))) == read(file.read_bytes())


def test_the_schema_that_ships_is_made_from_the_values():
    shipped = Path(workshop.__file__).with_name("workshop.schema.json").read_text("utf-8")
    assert json.loads(shipped) == schema()
    CHECK.check_schema(schema())


@examples(60)
@given(st.sampled_from(list(places(DATA))), st.sampled_from(WRONG))
def test_whatever_stands_where_it_should_not_is_refused_with_a_place_or_read(at, value):
    assert all(isinstance(fault.place, str) for fault in faults_of(changed(at, value)))


@pytest.mark.parametrize(
    ("at", "value", "place", "code"),
    [
        (("steps", 0, "kind"), "dance", "steps[0].kind", "unknown_choice"),
        (("steps", 0, "extra"), 1, "steps[0].extra", "unknown_key"),
        (("steps", 1, "id"), "story", "steps[1].id", "duplicate_id"),
        (("steps", 2, "actors"), ["nobody"], "steps[2].actors[0]", "not_in_the_web"),
        (("steps", 4, "guesses", 0, "id"), "nothing", "steps[4].guesses[0].id", "not_in_the_web"),
        (("steps", 4, "guesses"), [], "steps[4].guesses", "too_few"),
        (("steps", 4, "answer"), "nothing", "steps[4].answer", "not_an_answer"),
        (("steps", 9, "ways", 1, "acts", 0, "actor"), "gone", "steps[9].ways[1].acts[0]", "gone"),
        (("steps", 4, "guesses", 0, "id"), "lead", "steps[4].guesses[0].id", "way_as_answer"),
        (("steps", 9, "ways", 1, "plan"), "gone", "steps[9].ways[1].plan", "not_in_the_web"),
        (("steps", 9, "ways", 1, "role"), "judge", "steps[9].ways[1].role", "unknown_choice"),
        (("steps", 9, "dilemma"), "gone", "steps[9].dilemma", "not_a_dilemma"),
        (("steps", 9, "ways", 1, "dilemma_way"), "gone", "steps[9].ways[1]", "not_a_way_out"),
        (("steps", 11, "to"), ["nobody"], "steps[11].to[0]", "not_a_card"),
        (("steps", 11, "variants"), [variant("story", "lead")], "steps[11].variants[0].when.step", "not_chosen_before"),
        (("steps", 11, "variants"), [variant("your_role", "dance")], "steps[11].variants[0].when.way", "not_a_way"),
        (("steps", 15, "minutes"), 30, "steps[15].minutes", "not_the_sum"),
        (("steps", 15, "beats"), [], "steps[15].beats", "too_few"),
        (("roles",), [{"id": "a", "actor": "dog_owners", "name": "A"}], "roles", "too_few"),
        (("roles",), [{"id": c, "actor": "gone", "name": "A"} for c in "ab"], "roles[0].actor", "not_in_the_web"),
        (("steps", 11, "acts", 0), {"act": "undo"}, "steps[11].acts[0].act", "act_not_in_a_step"),
        (("steps", 11, "acts", 0), {"act": "fly"}, "steps[11].acts[0]", "unknown_act"),
        (("steps",), [], "steps", "too_few"),
        (("web", "title"), 3, "web.title", "not_text"),
        (("version",), VERSION + 1, "version", "newer_version"),
        (("format",), "coprod-web", "format", "wrong_format"),
    ],
)
def test_a_fault_names_its_place(at, value, place, code):
    assert (place, code) in [(fault.place, fault.code) for fault in refused(changed(at, value))]


def test_a_web_of_an_older_version_inside_is_upgraded():
    older = copy.deepcopy(DATA)
    lists = ("actors", "interests", "stakes", "options", "rules")
    older["web"] = {"format": "coprod-web", "version": 1, **{name: older["web"][name] for name in lists}}
    for interest in older["web"]["interests"]:
        interest.pop("spoken_by", None)
    asked = ("power", "trust", "network_role", "attitude", "ring_now", "ring_theirs", "ring_ours", "placed_by")
    for actor, name in product(older["web"]["actors"], asked):
        actor.pop(name, None)
    for option in older["web"]["options"]:
        for name in ("description", "costs", "proposed_by"):
            option.pop(name, None)
    assert read(json.dumps(older)).web.actors == SOUND.web.actors


def test_a_step_of_before_that_adds_an_interest_with_a_reply_is_read():
    interest = {"id": "open_sky", "name": "View", "spoken_by": "", "notes": "", "reply": "", "x": None, "y": None}
    step = next(n for n, each in enumerate(DATA["steps"]) if each["kind"] == "event")
    older = copy.deepcopy(DATA)
    older["steps"][step]["acts"] = [{"act": "add_interest", "interest": interest}]
    assert read(json.dumps(older)).steps[step].acts == (AddInterest(Interest("open_sky", "View")),)


def test_an_act_of_a_variant_is_tried_on_the_path_of_those_who_chose_so():
    data = copy.deepcopy(DATA)
    data["steps"][9]["ways"][1]["acts"].append({"act": "remove_actor", "id": "children"})
    seat = {"act": "seat", "actor": "children", "seats": 1}
    data["steps"][11]["variants"] = [variant("invite", "nobody", seat)]
    assert faults_of(data) == ()
    data["steps"][11]["variants"] = [variant("invite", "nobody", seat), variant("invite", "neighbours", seat)]
    assert {(fault.place, fault.code) for fault in refused(data)} == {("steps[11].variants[1].acts[0]", "gone")}


def test_a_card_does_to_a_group_what_its_first_fitting_variant_says_and_else_what_it_says_itself():
    data = copy.deepcopy(DATA)
    acts = {n: [{"act": "seat", "actor": "dog_owners", "seats": n}] for n in (1, 2, 3)}
    data["steps"][11] |= {
        "acts": acts[1],
        "variants": [variant("your_role", "lead", *acts[2]), variant("your_role", "own", *acts[3])],
    }
    card = read(json.dumps(data)).steps[11]
    taken = [{"your_role": way} for way in ("lead", "own", "steer")]
    found = {each["your_role"]: act_of(SOUND.web, card, SOUND.web, taken=each).commands for each in taken}
    assert {way: [act.seats for act in done] for way, done in found.items()} == {"lead": [2], "own": [3], "steer": [1]}


def test_who_loses_is_asked_of_a_plan_that_is_there_by_then():
    data = copy.deepcopy(DATA)
    asked = {"asks": "who_loses", "guesses": [{"id": c, "text": c} for c in ("house_owners", "children")]}
    data["steps"][7] |= {**asked, "answer": "", "plan": "fence"}
    assert faults_of(data) == ()
    data["steps"][4] |= {**asked, "plan": "fence"}
    assert {(fault.place, fault.code) for fault in refused(data)} == {("steps[4].plan", "not_in_the_web")}
    data["steps"][4]["plan"] = ""
    assert {(fault.place, fault.code) for fault in refused(data)} == {("steps[4].plan", "not_in_the_web")}


# -- version 1 ------------------------------------------------------------------------------------------------------

OLD = Path(__file__).parents[1] / "samples" / "versions" / "workshop.1.json"


def test_a_file_of_version_1_keeps_its_steps_and_looks_back_in_three_beats():
    held = json.loads(OLD.read_text("utf-8"))
    found = read(OLD.read_bytes())
    assert [(step.kind, step.id, step.heading, step.minutes) for step in found.steps] == [
        (step["kind"], step["id"], step["heading"], step["minutes"]) for step in held["steps"]
    ]
    debrief, old = found.steps[-1], held["steps"][-1]
    assert [*debrief.beats[-1].questions, *debrief.questions] == old["questions"]
    assert [len(beat.questions) for beat in debrief.beats[:-1]] == [1, 1]
    assert found.roles == ()


def test_a_way_of_before_takes_the_role_that_its_id_says():
    roles = {way.id: way.role for step in read(OLD.read_bytes()).steps if isinstance(step, Choose) for way in step.ways}
    assert roles["lead"] == WayRole.LEAD
    assert roles["nobody"] == WayRole.NONE


@given(st.lists(names(), max_size=10), st.floats(0.1, 240), st.sampled_from(["nl", "en", "fr"]))
def test_no_question_of_a_debrief_of_before_is_lost(questions, minutes, language):
    data = {"kind": "debrief", "id": "d", "heading": "D", "minutes": minutes, "questions": questions}
    old = {**json.loads(OLD.read_text("utf-8")), "language": language, "steps": [data]}
    (debrief,) = read(json.dumps(old)).steps
    assert debrief.minutes == pytest.approx(minutes)
    kept = [*debrief.beats[-1].questions, *debrief.questions]
    assert kept == questions or (not questions and len(kept) == 1)


def test_lists_nested_beyond_reason_are_refused():
    assert refused({**DATA, "about": functools.reduce(lambda inside, _: [inside], range(60), [])})


def test_a_prediction_of_before_about_the_least_costly_role_opens_as_one_without_an_answer():
    old = Path(__file__).parents[1] / "samples" / "versions" / "workshop_1_least_costly_role.json"
    steps = [step for step in read(old.read_bytes()).steps if isinstance(step, Predict)]
    asked = {step.id: step for step in steps}["predict_role"]
    assert (asked.asks, asked.answer) == (Asked.NAMED, "")
    assert [guess.id for guess in asked.guesses] == [
        f"guess_{role}" for role in ("facilitate", "steer", "lead", "politics_first")
    ]
    assert "least_costly_role" not in write(read(old.read_bytes()))
