"""What the steps of a workshop do to the web: they reveal, choose and surprise, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from coprod_core.acts.commands import Seat
from coprod_core.acts.history import Redo, Undo, after, opened
from coprod_core.checked.errors import InvalidValue
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Web
from coprod_core.workshop.answers import answer_to
from coprod_core.workshop.file import read
from coprod_core.workshop.running import Running, from_text, to_text
from coprod_core.workshop.stepping import act_of, done, hidden, is_last, own_way, ways_taken
from coprod_core.workshop.values import Asked, Choose, Event, Guess, Predict, Reveal, Story
from coprod_core.workshop.whole import Workshop

FILES = sorted((Path(__file__).parents[2] / "data" / "workshops").glob("*.json"))
every = pytest.mark.parametrize("workshop", [read(file.read_bytes()) for file in FILES], ids=[f.stem for f in FILES])
DOGS = read((Path(__file__).parents[2] / "data" / "workshops" / "dog_fence.nl.json").read_bytes())


def parts(web: Web) -> set[tuple[str, object]]:
    """Everything in a web, whatever its order."""
    lists = ("actors", "interests", "stakes", "unknown", "relations", "options", "rules")
    plain = [(name, item) for name in lists for item in getattr(web, name)]
    return {(name, str(item)) for name, item in plain if name != "options" and name != "rules"} | {
        (name, (item.id, item.name, tuple(sorted(getattr(item, at).items()))))
        for name in ("options", "rules")
        for item in getattr(web, name)
        for at in (("effects",) if name == "options" else ("protects", "hinders"))
    }


@every
def test_once_everything_is_revealed_the_web_is_whole(workshop: Workshop) -> None:
    history = opened(workshop.opening)
    for step in workshop.steps:
        if isinstance(step, Reveal):
            history = after(history, act_of(workshop.web, step, history.web))
    assert parts(history.web) == parts(workshop.web)


@every
def test_what_a_step_brings_in_is_not_there_before(workshop: Workshop) -> None:
    web = workshop.opening
    for name in ("actors", "interests", "options", "rules"):
        assert not {item.id for item in getattr(web, name)} & getattr(hidden(workshop.steps), name)


@every
def test_every_way_and_card_can_be_taken_after_every_other(workshop: Workshop) -> None:
    for first in range(4):
        history = opened(workshop.opening)
        for step in workshop.steps:
            way = step.ways[first % len(step.ways)] if isinstance(step, Choose) else None
            act = act_of(workshop.web, step, history.web, way, ways_taken(history))
            history = after(history, act) if act else history
        assert {step.id for step in workshop.steps if isinstance(step, Reveal | Choose | Event)} == set(done(history))


@every
def test_a_way_or_card_that_is_not_empty_changes_the_web(workshop: Workshop) -> None:
    for step in workshop.steps:
        for acts in [way.acts for way in step.ways] if isinstance(step, Choose) else []:
            web = workshop.web
            for act in acts:
                web = act.applied_to(web)
            assert not acts or web != workshop.web


def test_a_step_that_was_done_can_be_undone_and_redone() -> None:
    step = next(step for step in DOGS.steps if isinstance(step, Reveal))
    begun = opened(DOGS.opening)
    history = after(begun, act_of(DOGS.web, step, begun.web))
    assert step.id in done(history)
    assert is_last(history, step.id)
    back = after(history, Undo())
    assert back.web == begun.web
    assert done(back) == {}
    assert done(after(back, Redo())).keys() == {step.id}


def test_a_step_is_not_the_last_once_something_else_happened() -> None:
    step = next(step for step in DOGS.steps if isinstance(step, Reveal))
    begun = opened(DOGS.opening)
    history = after(after(begun, act_of(DOGS.web, step, begun.web)), Seat("dog_owners", 4))
    assert step.id in done(history)
    assert not is_last(history, step.id)


def test_revealing_twice_brings_nothing_the_second_time() -> None:
    step = next(step for step in DOGS.steps if isinstance(step, Reveal))
    web = act_of(DOGS.web, step, DOGS.opening).applied_to(DOGS.opening)
    assert act_of(DOGS.web, step, web) is None


def test_what_a_person_changed_meanwhile_stays_when_something_is_revealed() -> None:
    first, second = [step for step in DOGS.steps if isinstance(step, Reveal)][:2]
    web = act_of(DOGS.web, first, DOGS.opening).applied_to(DOGS.opening)
    web = Seat("house_owners", 2).applied_to(web)
    web = act_of(DOGS.web, second, web).applied_to(web)
    assert web.actor_by_id["house_owners"].seats == 2


def test_an_answer_that_is_worked_out_is_that_of_the_web() -> None:
    guesses = (Guess("open_field", "Veld"), Guess("view", "Uitzicht"))
    step = Predict("p", "P", asks=Asked.TOP_INTEREST, guesses=guesses)
    assert answer_to(step, readings(DOGS.web)) == {"open_field"}
    assert answer_to(step, readings(Web())) is None


def test_who_loses_by_a_plan_are_those_on_whom_most_of_its_downsides_fall() -> None:
    guesses = (Guess("house_owners", "Buren"), Guess("children", "Kinderen"))
    step = Predict("p", "P", asks=Asked.WHO_LOSES, plan="fence", guesses=guesses)
    assert answer_to(step, readings(DOGS.web)) == {readings(DOGS.web).options["fence"].carries_most}
    assert answer_to(step, readings(Web())) is None


@every
def test_no_prediction_lists_ways_out(workshop: Workshop) -> None:
    listed = [way for step in workshop.steps if isinstance(step, Choose) for way in step.ways]
    ways = {word for way in listed for word in (way.id, way.text)}
    for step in workshop.steps:
        if isinstance(step, Predict):
            assert not ways & {word for guess in step.guesses for word in (guess.id, guess.text)}


def test_an_own_way_is_taken_in_its_own_words_and_changes_nothing_by_itself() -> None:
    step = next(step for step in DOGS.steps if isinstance(step, Choose))
    for plan in ("", "fence"):
        history = after(opened(DOGS.opening), own_way(step, "Eerst praten", plan, "de raad"))
        assert history.web == DOGS.opening
        taken = done(history)[step.id]
        assert (taken.way, taken.named, taken.plan, taken.no_to) == ("own", "Eerst praten", plan, "de raad")
        assert ways_taken(history) == {step.id: "own"}


@every
def test_a_prediction_that_is_worked_out_has_one_answer_among_its_guesses(workshop: Workshop) -> None:
    for step, web in zip(workshop.steps, workshop.webs_found({}), strict=True):
        if isinstance(step, Predict):
            assert len(answer_to(step, readings(web)) & {guess.id for guess in step.guesses}) == 1


@pytest.mark.parametrize("name", sorted({file.name.partition(".")[0] for file in FILES}))
def test_a_workshop_has_the_same_steps_in_both_languages(name: str) -> None:
    nl, en = (
        [(type(step), step.id, step.minutes, len(step.questions)) for step in read(file.read_bytes()).steps]
        for file in FILES
        if file.name.startswith(f"{name}.")
    )
    assert nl == en


def test_an_answer_that_is_named_is_the_one_named() -> None:
    guesses = (Guess("a", "Eén"), Guess("b", "Twee"))
    assert answer_to(Predict("p", "P", guesses=guesses, answer="b"), readings(Web())) == {"b"}
    assert answer_to(Predict("p", "P", guesses=guesses), readings(Web())) is None


def test_a_workshop_cannot_exist_without_a_step() -> None:
    with pytest.raises(InvalidValue):
        replace(DOGS, steps=())


def test_how_long_a_workshop_takes_is_what_its_steps_take() -> None:
    assert replace(DOGS, steps=(Story("a", "A", minutes=3), Story("b", "B", minutes=4.5))).minutes == 7.5


def test_where_a_workshop_stands_is_kept_as_it_was() -> None:
    running = Running("a", ("x", "y")).counted("p", {"b": 3}).telling("p").telling("p").polled("p", 2).at("b")
    assert from_text(to_text(running)) == running
    assert running.told == ("p",)
