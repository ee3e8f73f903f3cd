"""What can be wrong with a workshop as a whole: ids that are not in its web, and acts that cannot be done there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from coprod_core.acts.command import Command
from coprod_core.checked.errors import ENOUGH, CannotApply, Fault, InvalidValue
from coprod_core.web.conventions import WAYS
from coprod_core.web.model import Web
from coprod_core.web.own_dilemmas import named_faults
from coprod_core.workshop.roles import RoleCard
from coprod_core.workshop.stepping import act_of, without_later
from coprod_core.workshop.values import OWN, Asked, Choose, Event, Place, Predict, Reading, Reveal, Step, When


def workshop_faults(web: Web, steps: tuple[Step, ...], roles: tuple[RoleCard, ...] = ()) -> list[Fault]:
    """Every fault between the parts of a workshop whose parts are sound by themselves."""
    found = list(islice(_reference_faults(web, steps, roles), ENOUGH))
    return found or list(islice(_path_faults(web, steps), ENOUGH))


def _reference_faults(web: Web, steps: tuple[Step, ...], roles: tuple[RoleCard, ...]) -> Iterator[Fault]:
    if len(roles) == 1:
        yield Fault("roles", "too_few", {"count": 1, "least": 2})
    for i, card in enumerate(roles):
        yield from (fault.within(f"roles[{i}].actor") for fault in _unknown([card.actor], web.actors))
    first: dict[str, int] = {}
    for i, step in enumerate(steps):
        if first.setdefault(step.id, i) != i:
            yield Fault(f"steps[{i}].id", "duplicate_id", {"id": step.id, "first": f"steps[{first[step.id]}]"})
        yield from (fault.within(f"steps[{i}]") for fault in _step_faults(step, web, steps[:i], roles))


def _step_faults(step: Step, web: Web, before: Sequence[Step], roles: Sequence[RoleCard]) -> Iterator[Fault]:
    match step:
        case Reveal():
            for name in ("actors", "interests", "options", "rules"):
                yield from _unknown(getattr(step, name), getattr(web, name), name)
        case Place():
            yield from _unknown(step.parties, web.actors, "parties")
        case Predict():
            yield from _unknown_answers(step, web)
        case Choose():
            yield from named_faults(web.dilemmas, step.dilemma, (way.dilemma_way for way in step.ways))
        case Event():
            yield from _not_cards(step.to, roles)
            yield from _untaken(step, before)


def _unknown(ids: Iterable[str], items: Iterable[Any], place: str = "") -> Iterator[Fault]:
    known = {item.id for item in items}
    for i, id_ in enumerate(ids):
        if id_ not in known:
            yield Fault(f"{place}[{i}]" if place else "", "not_in_the_web", {"id": id_})


def _not_cards(to: Iterable[str], roles: Iterable[RoleCard]) -> Iterator[Fault]:
    known = {card.id for card in roles}
    for i, id_ in enumerate(to):
        if id_ not in known:
            yield Fault(f"to[{i}]", "not_a_card", {"id": id_})


def _untaken(card: Event, before: Sequence[Step]) -> Iterator[Fault]:
    """Variants that answer a choice that is not made before, or a way out that is not there."""
    ways = {step.id: {OWN, *(way.id for way in step.ways)} for step in before if isinstance(step, Choose)}
    for i, variant in enumerate(card.variants):
        if variant.when.step not in ways:
            yield Fault(f"variants[{i}].when.step", "not_chosen_before", {"id": variant.when.step})
        elif variant.when.way not in ways[variant.when.step]:
            yield Fault(f"variants[{i}].when.way", "not_a_way", {"id": variant.when.way})


def answers_to(asked: Asked, web: Web) -> frozenset[str] | None:
    """What a prediction can be about in this web; None where anything can be asked."""
    match asked:
        case Asked.NAMED:
            return None
        case Asked.TOP_INTEREST:
            return frozenset(web.interest_by_id)
        case Asked.TOP_ACTOR:
            return frozenset(web.actor_by_id)
        case Asked.STRONGEST_DILEMMA:
            return frozenset(each for each in Reading if each != Reading.GAP)
        case Asked.STRONGEST_RULE:
            return frozenset(web.rule_by_id)
        case Asked.WHO_LOSES:
            return frozenset(actor.id for actor in web.actors if actor.citizens)


def _unknown_answers(step: Predict, web: Web) -> Iterator[Fault]:
    known = answers_to(step.asks, web)
    for i, guess in enumerate(step.guesses):
        if known is not None and guess.id not in known:
            yield Fault(f"guesses[{i}].id", "not_in_the_web", {"id": guess.id})
        if guess.id in WAYS:
            yield Fault(f"guesses[{i}].id", "way_as_answer", {"id": guess.id})
    if step.answer and step.answer not in {guess.id for guess in step.guesses}:
        yield Fault("answer", "not_an_answer", {"id": step.answer})


# -- along the paths ------------------------------------------------------------------------------------------------


def _path_faults(whole: Web, steps: tuple[Step, ...]) -> Iterator[Fault]:
    """Does every act of every step where it stands: on the path of all first ways, and what a card does to those who
    chose otherwise on a path that chose so.
    """
    yield from _walked(whole, steps, {})
    firsts = {(step.id, step.ways[0].id) for step in steps if isinstance(step, Choose)}
    answered = {_key(each.when) for step in steps if isinstance(step, Event) for each in step.variants}
    for step_id, way in sorted(answered - firsts):
        yield from _walked(whole, steps, {step_id: way})


def _walked(whole: Web, steps: tuple[Step, ...], picked: Mapping[str, str]) -> Iterator[Fault]:
    """What cannot be done on the path that goes the ways picked, and at every other choice the first.

    Of the path of first ways everything is told, of any other only what cards do there.
    """
    web, taken = without_later(whole, steps), dict[str, str]()
    for i, step in enumerate(steps):
        place = f"steps[{i}]"
        if isinstance(step, Choose):
            taken[step.id] = picked.get(step.id, step.ways[0].id)
            web, faults = _chosen(step, taken[step.id], web, place)
            yield from faults if not picked else ()
        elif isinstance(step, Event):
            web, faults = _played(step, taken, web, place)
            yield from faults
        elif act := act_of(whole, step, web):
            web = act.applied_to(web)
        if isinstance(step, Predict) and not picked:
            yield from _plan_asked(step, web, place)


def _chosen(step: Choose, taken: str, web: Web, place: str) -> tuple[Web, list[Fault]]:
    """The web after the way taken, and what cannot be done by any way."""
    after, faults = web, list[Fault]()
    for j, way in enumerate(step.ways):
        found, wrong = _tried(way.acts, web, f"{place}.ways[{j}].acts")
        faults += wrong
        if way.plan and way.plan not in found.option_by_id:
            faults.append(Fault(f"{place}.ways[{j}].plan", "not_in_the_web", {"id": way.plan}))
        after = found if way.id == taken else after
    return after, faults


def _played(card: Event, taken: Mapping[str, str], web: Web, place: str) -> tuple[Web, list[Fault]]:
    """The web after a card as it turns out on this path, and which of those acts cannot be done."""
    variant = card.for_path(taken)
    if variant is None:
        return _tried(card.acts, web, f"{place}.acts")
    return _tried(variant.acts, web, f"{place}.variants[{card.variants.index(variant)}].acts")


def _plan_asked(step: Predict, web: Web, place: str) -> Iterator[Fault]:
    if step.plan not in web.option_by_id and (step.plan or step.asks == Asked.WHO_LOSES):
        yield Fault(f"{place}.plan", "not_in_the_web", {"id": step.plan})


def _key(when: When) -> tuple[str, str]:
    return when.step, when.way


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
