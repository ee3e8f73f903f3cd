"""What can be wrong with a workshop as a whole: ids that are not in its web, and acts that cannot be done there."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from coprod_core.acts.command import Command
from coprod_core.checked.errors import ENOUGH, CannotApply, Fault, InvalidValue
from coprod_core.web.model import Web
from coprod_core.workshop.stepping import act_of, without_later
from coprod_core.workshop.values import Asked, Choose, Event, Place, Predict, Reading, Reveal, Step


def workshop_faults(web: Web, steps: tuple[Step, ...]) -> list[Fault]:
    """Every fault between the parts of a workshop whose parts are sound by themselves."""
    found = list(islice(_reference_faults(web, steps), ENOUGH))
    return found or list(islice(_act_faults(web, steps), ENOUGH))


def _reference_faults(web: Web, steps: tuple[Step, ...]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for i, step in enumerate(steps):
        place = f"steps[{i}]"
        if first.setdefault(step.id, i) != i:
            yield Fault(f"{place}.id", "duplicate_id", {"id": step.id, "first": f"steps[{first[step.id]}]"})
        if isinstance(step, Reveal):
            for name in ("actors", "interests", "options", "rules"):
                yield from _unknown(getattr(step, name), getattr(web, name), f"{place}.{name}")
        if isinstance(step, Place):
            yield from _unknown(step.parties, web.actors, f"{place}.parties")
        if isinstance(step, Predict):
            yield from _unknown_answers(step, web, place)


def _unknown(ids: Iterable[str], items: Iterable[Any], place: str) -> Iterator[Fault]:
    known = {item.id for item in items}
    for i, id_ in enumerate(ids):
        if id_ not in known:
            yield Fault(f"{place}[{i}]", "not_in_the_web", {"id": id_})


def answers_to(asked: Asked, web: Web) -> frozenset[str] | None:
    """What a prediction can be about in this web; None where anything can be asked."""
    match asked:
        case Asked.NAMED | Asked.LEAST_COSTLY_ROLE:
            return None
        case Asked.TOP_INTEREST:
            return frozenset(web.interest_by_id)
        case Asked.TOP_ACTOR:
            return frozenset(web.actor_by_id)
        case Asked.STRONGEST_DILEMMA:
            return frozenset(each for each in Reading if each != Reading.GAP)
        case Asked.STRONGEST_RULE:
            return frozenset(web.rule_by_id)


def _unknown_answers(step: Predict, web: Web, place: str) -> Iterator[Fault]:
    known = answers_to(step.asks, web)
    for i, guess in enumerate(step.guesses):
        if known is not None and guess.id not in known:
            yield Fault(f"{place}.guesses[{i}].id", "not_in_the_web", {"id": guess.id})
    if step.answer and step.answer not in {guess.id for guess in step.guesses}:
        yield Fault(f"{place}.answer", "not_an_answer", {"id": step.answer})


def _act_faults(whole: Web, steps: tuple[Step, ...]) -> Iterator[Fault]:
    """Does every act of every step where it stands, the first way being taken at every choice before it."""
    web = without_later(whole, steps)
    for i, step in enumerate(steps):
        if isinstance(step, Choose):
            after = web
            for j, way in reversed(list(enumerate(step.ways))):
                after, faults = _tried(way.acts, web, f"steps[{i}].ways[{j}].acts")
                yield from faults
            web = after
        elif isinstance(step, Event):
            web, faults = _tried(step.acts, web, f"steps[{i}].acts")
            yield from faults
        elif act := act_of(whole, step, web):
            web = act.applied_to(web)


def _tried(acts: tuple[Command, ...], web: Web, place: str) -> tuple[Web, list[Fault]]:
    faults: list[Fault] = []
    for i, act in enumerate(acts):
        try:
            web = act.applied_to(web)
        except InvalidValue as invalid:
            faults += [fault.within(f"{place}[{i}]") for fault in invalid.faults]
        except CannotApply as error:
            faults.append(Fault(f"{place}[{i}]", error.code, error.params))
    return web, faults
