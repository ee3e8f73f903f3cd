"""The workshops that ship: every group hears who pays, and no fixed text says more than it may."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from coprod_core.acts.history import History, after, opened
from coprod_core.comparing.consequences import Consequences
from coprod_core.indicators.overview import Readings, readings
from coprod_core.web.model import Web
from coprod_core.workshop.file import read
from coprod_core.workshop.heading import Read, the_bill, what_it_did
from coprod_core.workshop.stepping import act_of, own_way, ways_taken
from coprod_core.workshop.values import OWN, BeginOwn, Bill, Choose, Event, Predict, Step, Story
from coprod_core.workshop.whole import Workshop

FILES = sorted((Path(__file__).parents[2] / "data" / "workshops").glob("*.json"))
DUTCH = [file for file in FILES if ".nl." in file.name]
MINUTES = {
    "dog_fence": (90, 63),
    "sewer": (85, 77),
    "prevention_team": (80, 66),
    "own_power_grid": (60, 60),
    "client_council": (60, 57),
    "speed_bumps": (40, 40),
}
"""How long each takes, and how long without what can be left out."""

FIRST_CHOICE = 20
STRONG = re.compile(r"(?i)\b(alle|meeste?|elke?|geen|all|nearly all|most|every|none|no one)\b")
"""What a fixed text may not say: only a sentence that is worked out knows."""

every = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
once = pytest.mark.parametrize("file", DUTCH, ids=lambda file: file.name)


@cache
def shipped(file: Path) -> Workshop:
    return read(file.read_bytes())


# -- who pays -------------------------------------------------------------------------------------------------------


def paths(workshop: Workshop) -> Iterator[dict[str, str]]:
    """Every way of every choice with every way of the others."""
    choices = [step for step in workshop.steps if isinstance(step, Choose)]
    for ways in product(*([way.id for way in step.ways] for step in choices)):
        yield {step.id: way for step, way in zip(choices, ways, strict=True)}


def first_choice(workshop: Workshop) -> Choose:
    return next(step for step in workshop.steps if isinstance(step, Choose))


def stepped(workshop: Workshop, step: Step, history: History, picked: Mapping[str, str]) -> History:
    way = None
    if isinstance(step, Choose):
        if picked[step.id] == OWN:
            named = next(way.plan for way in first_choice(workshop).ways if way.plan)
            return after(history, own_way(step, "Something else", named, ""))
        way = next(way for way in step.ways if way.id == picked[step.id])
    act = act_of(workshop.web, step, history.web, way, ways_taken(history))
    return after(history, act) if act else history


def played(workshop: Workshop, picked: Mapping[str, str]) -> Iterator[tuple[Step, History]]:
    history = opened(workshop.opening)
    for step in workshop.steps:
        history = stepped(workshop, step, history, picked)
        yield step, history


def reading() -> Read:
    """What reads a web once, for as long as a test takes."""
    kept: dict[int, tuple[Web, Readings]] = {}

    def read_once(web: Web) -> Readings:
        if id(web) not in kept:
            kept[id(web)] = (web, readings(web))
        return kept[id(web)][1]

    return read_once


def pays(found: Consequences) -> bool:
    """Whether somebody is told to be worse off or to lose."""
    return bool(found.back or (found.losing is not None and found.losing.losing))


@once
def test_on_every_path_every_choice_tells_who_pays_or_what_is_given_up(file: Path) -> None:
    workshop, read_once = shipped(file), reading()
    for picked in paths(workshop):
        for step, history in played(workshop, picked):
            if isinstance(step, Choose):
                found = what_it_did(workshop.steps, history, step.id, read_once)
                assert pays(found) or found.role or found.rules, (picked, step.id)


@once
def test_on_every_path_every_bill_names_somebody(file: Path) -> None:
    workshop, read_once = shipped(file), reading()
    for picked in paths(workshop):
        for step, history in played(workshop, picked):
            if isinstance(step, Bill):
                assert pays(the_bill(workshop.steps, history, read_once)), (picked, step.id)


@once
def test_a_group_that_goes_its_own_way_to_the_plan_on_the_table_hears_who_pays_too(file: Path) -> None:
    workshop = shipped(file)
    own = {step.id: OWN for step in workshop.steps if isinstance(step, Choose)}
    told = [the_bill(workshop.steps, h, readings) for step, h in played(workshop, own) if isinstance(step, Bill)]
    assert told
    assert all(pays(found) for found in told)


@once
def test_somebody_with_a_card_pays_at_every_bill_of_a_path_of_first_ways(file: Path) -> None:
    workshop = shipped(file)
    firsts = {step.id: step.ways[0].id for step in workshop.steps if isinstance(step, Choose)}
    cards = {card.actor for card in workshop.roles if card.loses_line}
    for step, history in played(workshop, firsts):
        if isinstance(step, Bill):
            found = the_bill(workshop.steps, history, readings)
            assert found.losing is not None
            assert cards & {*found.losing.losing, *(one.party for one in found.back)}


# -- steps and cards ------------------------------------------------------------------------------------------------


@every
def test_it_takes_as_long_as_it_says_and_the_first_choice_comes_within_twenty_minutes(file: Path) -> None:
    workshop = shipped(file)
    first = workshop.steps.index(first_choice(workshop))
    shorter = sum(step.minutes for step in workshop.steps if not step.optional)
    assert (workshop.minutes, shorter) == MINUTES[file.name.partition(".")[0]]
    assert sum(step.minutes for step in workshop.steps[: first + 1]) <= FIRST_CHOICE
    assert workshop.steps[-1].kind == BeginOwn.kind


@every
def test_every_variant_answers_a_choice_made_before_and_a_way_that_is_there(file: Path) -> None:
    ways: dict[str, set[str]] = {}
    variants = 0
    for step in shipped(file).steps:
        if isinstance(step, Choose):
            ways[step.id] = {OWN, *(way.id for way in step.ways)}
        for variant in step.variants if isinstance(step, Event) else ():
            variants += 1
            assert variant.when.way in ways[variant.when.step]
            assert variant.text
    assert variants


@every
def test_no_prediction_asks_for_a_way_out_and_each_is_about_people_or_a_rule(file: Path) -> None:
    asked = [step.asks for step in shipped(file).steps if isinstance(step, Predict)]
    assert {*asked} <= {"who_loses", "strongest_rule"}


@every
def test_every_card_says_something_to_say_and_no_number_and_nothing_of_later(file: Path) -> None:
    workshop = shipped(file)
    dealt = next(place for place, step in enumerate(workshop.steps) if step.kind == "roles")
    known = [*workshop.webs_found({})][dealt + 1]
    later = {plan.name for plan in workshop.web.options} - {plan.name for plan in known.options}
    for card in workshop.roles:
        said = " ".join((card.name, card.stake, card.line, card.loses_line))
        assert all((card.stake, card.line, card.loses_line))
        assert not re.search(r"\d", said)
        assert not [name for name in later if name.casefold() in said.casefold()]
        assert card.absent is False or card.actor in known.actor_by_id


@every
def test_people_whom_a_rule_protects_are_never_played(file: Path) -> None:
    assert "protected" not in {card.actor for card in shipped(file).roles}


@every
def test_each_workshop_says_what_is_fact_and_what_is_invented(file: Path) -> None:
    fact, invented = ("Feit", "Verzonnen") if ".nl." in file.name else ("Fact", "Invented")
    notes = [step.notes for step in shipped(file).steps]
    assert any(fact in said for said in notes)
    assert any(invented in said for said in notes)


@pytest.mark.parametrize("name", MINUTES)
def test_the_cards_and_the_ways_are_the_same_in_both_languages(name: str) -> None:
    nl, en = (shipped(file) for file in sorted(FILES, reverse=True) if file.name.startswith(f"{name}."))
    assert [(card.id, card.actor, card.absent, card.essential) for card in nl.roles] == [
        (card.id, card.actor, card.absent, card.essential) for card in en.roles
    ]
    for one, other in zip(nl.steps, en.steps, strict=True):
        assert (one.id, one.optional) == (other.id, other.optional)
        if isinstance(one, Choose):
            assert isinstance(other, Choose)
            assert [(way.id, way.plan, way.role) for way in one.ways] == [
                (way.id, way.plan, way.role) for way in other.ways
            ]


# -- fixed texts ----------------------------------------------------------------------------------------------------


def fixed(step: Step) -> Iterator[str]:
    """Whatever the room or the trainer reads of a step, but the story and what is asked."""
    if not isinstance(step, Story | Predict):
        yield from (step.heading, step.text, step.notes)
    if isinstance(step, Choose):
        yield from (way.text for way in step.ways)
    if isinstance(step, Event):
        yield from (variant.text for variant in step.variants)


@every
def test_no_fixed_text_says_all_most_each_or_none(file: Path) -> None:
    workshop = shipped(file)
    names = [
        each.name for parts in ("actors", "interests", "options", "rules") for each in getattr(workshop.web, parts)
    ]
    for step in workshop.steps:
        for said in fixed(step):
            bare = re.sub("|".join(map(re.escape, names)), "", said, flags=re.IGNORECASE)
            assert not STRONG.search(bare), (step.id, STRONG.search(bare))
