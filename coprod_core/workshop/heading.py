"""Where a group's path leads, and what a step did to it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from coprod_core.acts.history import History
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.comparing.consequences import Consequences, Standing, consequences
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_core.workshop.values import Choose, Step, Way

Read = Callable[[Web], Readings]
"""How the readings of a web are got; whoever keeps some hands them over."""


def standing(steps: Iterable[Step], taken: Sequence[TakeStep], readings: Readings) -> Standing:
    """Where a group stands after the steps it took, first one first.

    Where it leads: what the last way taken says that names a plan which is not ruled out, or a role; a role leads where
    the second dilemma says. Without any, what fits best at the table as it is. None while no plan is entered.
    """
    ways = list(_ways(steps, taken))
    role = next((way.role for way in reversed(ways) if way.role), "")
    return Standing(readings, _leads_to(ways, readings), str(role))


def _ways(steps: Iterable[Step], taken: Sequence[TakeStep]) -> Iterator[Way]:
    """The ways taken; a group's own way has no more than its plan."""
    known = {step.id: {way.id: way for way in step.ways} for step in steps if isinstance(step, Choose)}
    for act in taken:
        if act.step in known and act.way:
            yield known[act.step].get(act.way) or Way(act.way, act.way, plan=act.plan)


def _leads_to(ways: Sequence[Way], readings: Readings) -> str | None:
    if readings.plans.provisional or not readings.options:
        return None
    for way in reversed(ways):
        if way.plan in readings.options and not readings.options[way.plan].barred:
            return way.plan
        if readings.role is not None and way.role in readings.role.plans:
            return readings.role.plans[way.role]
    dilemma = readings.feasibility_inclusiveness
    return None if dilemma is None else dilemma.best.plan


def steps_taken(history: History) -> list[tuple[TakeStep, Web, Web]]:
    """Every step taken in a meeting, first one first, with the web before and after it."""
    return [
        (moment.command, moment.before.web, moment.web)
        for moment in reversed(list(history.moments()))
        if isinstance(moment.command, TakeStep) and moment.before is not None
    ]


def what_it_did(steps: Sequence[Step], history: History, step: str, read: Read) -> Consequences | None:
    """What a step did on a path: a choice, or a card; None where it was not taken there."""
    taken = steps_taken(history)
    at = next((i for i, (act, _, _) in enumerate(taken) if act.step == step), None)
    if at is None:
        return None
    acts = [act for act, _, _ in taken]
    _, before, after = taken[at]
    return consequences(
        standing(steps, acts[:at], read(before)),
        standing(steps, acts[: at + 1], read(after)),
    )


def the_bill(steps: Sequence[Step], history: History, read: Read) -> Consequences:
    """Who pays now for what a path chose last: from before that choice until now. Without a choice: who loses now."""
    taken = steps_taken(history)
    acts = [act for act, _, _ in taken]
    last = next((i for i in reversed(range(len(taken))) if acts[i].way), None)
    now = standing(steps, acts, read(history.web))
    return consequences(now if last is None else standing(steps, acts[:last], read(taken[last][1])), now)
