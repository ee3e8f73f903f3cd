"""Dilemmas of people's own: what may be written down, what happens when a party leaves, and that none is computed."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts import commands as c
from coprod_core.acts.history import Undo, after, opened
from coprod_core.acts.own_dilemmas import AddDilemma, ChangeDilemma, RemoveDilemma
from coprod_core.acts.weighing import Dilemma, Weighing
from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.comparing.webs import differences
from coprod_core.exchange import FORMATS
from coprod_core.exchange.card import Card
from coprod_core.files import web_file
from coprod_core.files.json_file import FileError
from coprod_core.files.log_format import act_from_data, act_to_data
from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Actor, Sphere, Web
from coprod_core.web.own_dilemmas import (
    LEAST_WAYS,
    MOST_DILEMMAS,
    MOST_LOSSES,
    MOST_WAYS,
    Loss,
    OwnDilemma,
    OwnWay,
    named_faults,
)
from coprod_core.web.renumbered import renumbered
from coprod_core.workshop.stepping import act_of, without_later
from coprod_core.workshop.values import Reveal
from tests.core.acts import own_dilemmas
from tests.core.webs import webs

TENANTS, BUYERS = Actor("t", "Tenants", Sphere.CITIZENS), Actor("b", "Buyers", Sphere.CITIZENS)
WAYS = (
    OwnWay("w1", "tenants first", (Loss("b", "peace"), Loss(what="who comes later"))),
    OwnWay("w2", "buyers first", (Loss("t", "a dry home"), Loss("t"))),
)
FIRST = OwnDilemma("d1", "Tenants or buyers first?", WAYS, "Ask who is not here")
WEB = Web(actors=(TENANTS, BUYERS), dilemmas=(FIRST,))
W_BARE = (OwnWay("w1", "one"), OwnWay("w2", "other"))
CARD = Card(datetime(2026, 3, 4, tzinfo=UTC))


def faults(made):
    with pytest.raises(InvalidValue) as refused:
        made()
    return [(fault.place, fault.code) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("made", "place", "code"),
    [
        (lambda: replace(FIRST, question=" "), "question", "blank"),
        (lambda: replace(FIRST, question="x" * 201), "question", "too_long"),
        (lambda: replace(FIRST, notes="x" * 1001), "notes", "too_long"),
        (lambda: replace(FIRST, ways=WAYS[: LEAST_WAYS - 1]), "ways", "too_few"),
        (lambda: replace(FIRST, ways=tuple(OwnWay(f"w{n}", "W") for n in range(MOST_WAYS + 1))), "ways", "too_many"),
        (lambda: replace(FIRST, ways=(WAYS[0], replace(WAYS[1], id="w1"))), "ways[1]", "duplicate_id"),
        (lambda: OwnWay("w", ""), "text", "blank"),
        (lambda: OwnWay("w", "W", (Loss("b"),) * (MOST_LOSSES + 1)), "loses", "too_many"),
        (lambda: Loss("", " "), "what", "loss_without_words"),
        (lambda: Loss("b", "x" * 201), "what", "too_long"),
        (lambda: replace(WEB, actors=(TENANTS,)), "dilemmas[0].ways[0].loses[0].actor", "not_an_actor"),
        (lambda: replace(WEB, dilemmas=(FIRST, FIRST)), "dilemmas[1]", "duplicate_id"),
        (
            lambda: Web(dilemmas=tuple(replace(FIRST, id=f"d{n}", ways=W_BARE) for n in range(MOST_DILEMMAS + 1))),
            "dilemmas",
            "too_many",
        ),
    ],
)
def test_what_may_not_be_written_down_is_told_with_its_place(made, place, code):
    assert faults(made) == [(place, code)]


def test_without_ways_there_is_no_dilemma():
    with pytest.raises(FileError) as refused:
        web_file.from_data(
            {"format": "coprod-web", "version": web_file.VERSION, "dilemmas": [{"id": "d", "question": "Q"}]}
        )
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [("dilemmas[0].ways", "missing")]


def test_what_a_party_loses_stays_in_words_when_it_leaves_and_comes_back_with_undo():
    start = opened(WEB)
    left = after(start, c.RemoveActor("t"))
    (dilemma,) = left.web.dilemmas
    assert [way.loses for way in dilemma.ways] == [WAYS[0].loses, (Loss(what="a dry home"),)]
    assert after(left, Undo()).web == WEB


@given(webs(), st.data())
def test_a_dilemma_of_ones_own_changes_no_reading(web, data):
    actors = tuple(actor.id for actor in web.actors)
    held = data.draw(st.lists(own_dilemmas(actors, st.just("d1")), min_size=1, max_size=1))
    with_own = AddDilemma(held[0]).applied_to(web)
    assert with_own != web
    assert readings_data(readings(with_own)) == readings_data(readings(web))
    assert renumbered(with_own) == renumbered(web)


def test_acts_on_one_come_back_from_the_log_and_are_undone():
    history = opened(Web(actors=WEB.actors))
    for act in (AddDilemma(FIRST), ChangeDilemma("d1", {"question": "Who first?"}), RemoveDilemma("d1")):
        assert act_from_data(json.loads(json.dumps(act_to_data(act)))) == act
        before, history = history, after(history, act)
        assert after(history, Undo()).web == before.web
    assert history.web.dilemmas == ()
    with pytest.raises(CannotApply):
        after(history, RemoveDilemma("d1"))


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.cannot_hold])
def test_every_format_of_a_whole_web_brings_it_back(name):
    form = FORMATS[name]
    assert form.read(form.write(WEB, CARD)).web.dilemmas == WEB.dilemmas


def test_a_newer_file_laid_onto_a_meeting_changes_its_dilemmas_and_takes_none_away():
    form = FORMATS["web"]
    newer = Web(actors=(TENANTS,), dilemmas=(replace(FIRST, question="Who first?", ways=W_BARE),))
    other = replace(FIRST, id="d2", ways=W_BARE)
    here = replace(WEB, dilemmas=(FIRST, other))
    laid = form.read(form.write(newer, CARD)).as_update.onto(here)
    assert laid.dilemmas == (newer.dilemmas[0], other)
    laid = form.read(form.write(Web(), CARD)).as_update.onto(here)
    assert laid.dilemmas == here.dilemmas


def test_what_differs_is_told_by_question_and_not_what_went_with_a_party():
    said = replace(FIRST, notes="")
    assert [found.code for found in differences(WEB, replace(WEB, dilemmas=(said,)))] == ["dilemma_changed"]
    (found,) = differences(WEB, replace(WEB, dilemmas=()))
    assert (found.code, found.params) == ("dilemma_removed", {"question": FIRST.question})
    assert [found.code for found in differences(replace(WEB, dilemmas=()), WEB)] == ["dilemma_added"]
    assert [found.code for found in differences(WEB, c.RemoveActor("t").applied_to(WEB))] == ["party_removed"]


def test_in_a_workshop_who_loses_is_named_once_they_come_in():
    steps = (Reveal("r1", "Buyers", actors=("b",)), Reveal("r2", "Tenants", actors=("t",)))
    opening = without_later(WEB, steps)
    assert [loss.actor for way in opening.dilemmas[0].ways for loss in way.loses] == ["", "", ""]
    web = opening
    for step in steps:
        web = act_of(WEB, step, web).applied_to(web)
    assert web.dilemmas == WEB.dilemmas
    ours = ChangeDilemma("d1", {"question": "Who first?"}).applied_to(opening)
    assert act_of(WEB, steps[0], ours).applied_to(ours).dilemmas == ours.dilemmas


@pytest.mark.parametrize(
    ("dilemma", "ways", "found"),
    [
        ("", ("", ""), []),
        ("d1", ("w1", "", "w2"), []),
        ("d9", ("w1",), [("dilemma", "not_a_dilemma")]),
        ("d1", ("w1", "w9"), [("ways[1]", "not_a_way_out")]),
        ("", ("w1",), [("ways[0]", "not_a_way_out")]),
    ],
)
def test_what_names_a_dilemma_or_a_way_that_is_not_there_is_told(dilemma, ways, found):
    assert [(fault.place, fault.code) for fault in named_faults(WEB.dilemmas, dilemma, ways)] == found


def test_a_weighing_says_which_of_them_it_is_about():
    kept = Weighing(Dilemma.OWN, "tenants first", own="d1")
    assert (kept.dilemma, kept.own, Weighing(Dilemma.ROLE, "x").own) == ("own", "d1", "")


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"dilemmas": []}, "dilemmas"),
        ({"conditions": {"frame": {"residents_think": ""}}}, "conditions.frame.residents_think"),
        ({"conditions": {"reflections": [{"id": "l", "prevailed": ""}]}}, "conditions.reflections[0].prevailed"),
    ],
)
def test_version_6_knew_none_of_it(said, place):
    with pytest.raises(FileError) as refused:
        web_file.from_data({"format": "coprod-web", "version": 6, **said})
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(place, "unknown_key")]
