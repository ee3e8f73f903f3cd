"""Which conclusions hold in all webs held side by side: the same questions that Gap and Dilemmas answer for one.

Speaks in codes with parameters.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.role import OWNERSHIP, Role
from coprod_core.indicators.strongest import DILEMMAS, of_100, strongest_of
from coprod_core.indicators.weights import TIE

Answer = frozenset[str] | None
"""Ids (or names of a dilemma or side); several when they are equal in the numbers shown, empty when there is none.
None: it cannot be computed."""


@dataclass(frozen=True)
class Conclusion:
    """One question and its answer in each of the webs compared. `plan`, `way`: the plan or the role it is about, if it
    is about one.
    """

    question: str
    answers: tuple[Answer, ...]
    plan: str | None = None
    way: str | None = None

    @property
    def about(self) -> str | None:
        """The plan or the role it is about."""
        return self.plan or self.way

    @property
    def same(self) -> bool:
        """Whether the answer is known everywhere and everywhere the same."""
        return None not in self.answers and len(set(self.answers)) == 1

    @property
    def in_all(self) -> frozenset[str]:
        """What every answer names; empty as soon as one is not known."""
        known = [answer for answer in self.answers if answer is not None]
        return frozenset.intersection(*known) if known and len(known) == len(self.answers) else frozenset()


def conclusions(compared: Sequence[Readings]) -> tuple[Conclusion, ...]:
    """The same questions put to every web compared (at least one), with the answers in that order.

    `top_interest`, `top_actor`: what causes most of the gap, and who; `headline`: which interest is named first;
    `alarm`: parties hit hard and hardly at the table; `best_plan`: what fits best at the table as it is, `least_happy`
    for whom it is hardest there, `hard_outside` who else finds it hard; `strongest_dilemma`; `strengthened`: the
    dilemmas that something makes stronger; `strongest_rule`; per role `most_lost`: the side that loses most by it, and
    `leads_to`: its plan; and per plan that every web has and none rules out `carries_most`: the parties on which most
    of its downsides fall, by how many they are and how hard they are hit.
    """
    asked = tuple(Conclusion(name, tuple(answer(r) for r in compared)) for name, answer in _QUESTIONS.items())
    return (*asked, *_of_roles(compared), *_of_plans(compared))


def _of_roles(compared: Sequence[Readings]) -> Iterator[Conclusion]:
    roles = [r.role for r in compared]
    ways = next((tuple(role.regret) for role in roles if role is not None), ())
    for way in ways:
        yield Conclusion("most_lost", tuple(_most_lost(role, way) for role in roles), way=way)
        plans = (None if role is None or way not in role.plans else frozenset({role.plans[way]}) for role in roles)
        yield Conclusion("leads_to", tuple(plans), way=way)


def _most_lost(role: Role | None, way: str) -> Answer:
    paid = None if role is None else role.losses.get(way)
    return None if paid is None else _highest({lens: loss for lens, loss in paid.items() if lens != OWNERSHIP})


def _of_plans(compared: Sequence[Readings]) -> Iterator[Conclusion]:
    for plan in compared[0].options:
        if all(plan in r.options and not r.options[plan].barred and not r.options[plan].provisional for r in compared):
            yield Conclusion("carries_most", tuple(_carries_most(r, plan) for r in compared), plan)


def _carries_most(readings: Readings, plan: str) -> Answer:
    """Those with the most of its downsides: equal in the number shown, each as a part of all its downsides."""
    carried = readings.options[plan].carried
    whole = sum(carried.values())
    return frozenset() if whole <= TIE else _highest({id_: part / whole for id_, part in carried.items()})


def _tensions(readings: Readings, field: str = "tension") -> Mapping[str, float]:
    found = {name: getattr(getattr(readings, name), field, None) for name in DILEMMAS}
    return {name: value for name, value in found.items() if value is not None}


def _strongest_dilemma(readings: Readings) -> Answer:
    """As redrawing does: not known where one of them is there whose tension is not computed."""
    dilemma = readings.feasibility_inclusiveness
    if dilemma is not None and dilemma.tension is None:
        return None
    tensions = _tensions(readings)
    return frozenset(strongest_of(tensions)) if tensions else None


def _strengthened(readings: Readings) -> Answer:
    tensions, stronger = _tensions(readings), _tensions(readings, "amplified")
    if not tensions:
        return None
    return frozenset(name for name, value in stronger.items() if of_100(value) > of_100(tensions[name]))


def _strongest_rule(readings: Readings) -> Answer:
    if readings.rules is None:
        return None
    return _highest({id_: rule.tension for id_, rule in readings.rules.rules.items()})


def _headline(readings: Readings) -> Answer:
    if readings.gap is None:
        return None
    return frozenset() if readings.gap.headline is None else frozenset({readings.gap.headline.interest})


def _of_the_table(answer: Callable[[FeasibilityInclusiveness], Sequence[str | None]]) -> Callable[[Readings], Answer]:
    def found(readings: Readings) -> Answer:
        dilemma = readings.feasibility_inclusiveness
        return None if dilemma is None else frozenset(id_ for id_ in answer(dilemma) if id_ is not None)

    return found


_QUESTIONS: Mapping[str, Callable[[Readings], Answer]] = {
    "headline": _headline,
    "top_interest": lambda r: None if r.gap is None else _highest(r.gap.by_interest),
    "top_actor": lambda r: None if r.gap is None else _highest(r.gap.by_actor),
    "alarm": lambda r: None if r.gap is None else frozenset(r.gap.alarm),
    "best_plan": _of_the_table(lambda dilemma: [dilemma.best.plan]),
    "least_happy": _of_the_table(lambda dilemma: [dilemma.best.least_happy]),
    "hard_outside": _of_the_table(lambda dilemma: dilemma.best.hard_outside),
    "strongest_dilemma": _strongest_dilemma,
    "strengthened": _strengthened,
    "strongest_rule": _strongest_rule,
}


def _highest(values: Mapping[str, float]) -> frozenset[str]:
    return frozenset(strongest_of(values))


def why_the_gap_grew(before: Readings, after: Readings) -> str | None:
    """The interest of which the gap in views grew most where it grew, as after an invitation: no voice was added about
    it. None where the gap did not grow in the numbers shown, or cannot be computed.
    """
    was, now = before.gap, after.gap
    if was is None or now is None or of_100(now.views) <= of_100(was.views):
        return None
    grown = {id_: adds - was.by_interest.get(id_, 0.0) for id_, adds in now.by_interest.items()}
    return max(grown, key=lambda id_: grown[id_])
