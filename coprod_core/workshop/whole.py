"""A whole workshop: its web and its steps, checked together when it is made."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from coprod_core.checked.errors import InvalidValue
from coprod_core.checked.fields import Language, Name, Words
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, Tagged, value
from coprod_core.web.model import Web
from coprod_core.workshop.checking import workshop_faults
from coprod_core.workshop.roles import MOST_CARDS, RoleCard
from coprod_core.workshop.stepping import act_of, without_later
from coprod_core.workshop.values import MOST_STEPS, OWN, Choose, Step, Way


@value(slots=False)
class Workshop:
    """A web with everything the steps bring in, and the steps, at least one. `about`: one or two sentences.

    `roles`: the cards of those whom people play, two at least or none.
    """

    web: Web
    steps: Annotated[tuple[Step, ...], Many(Tagged(Step, "kind"), MOST_STEPS, 1)]
    title: Name
    language: Language = "nl"
    about: Words = ""
    roles: Annotated[tuple[RoleCard, ...], Many(One(RoleCard), MOST_CARDS, once=True)] = ()

    def __post_init__(self) -> None:
        if faults := workshop_faults(self.web, self.steps, self.roles):
            raise InvalidValue(faults)

    @property
    def minutes(self) -> float:
        """How long all steps take together."""
        return sum(step.minutes for step in self.steps)

    @property
    def least_minutes(self) -> float:
        """How long it takes without the steps that may be left out."""
        return sum(step.minutes for step in self.steps if not step.optional)

    def place_of(self, step: str) -> int:
        """Where the step with this id stands, the first step where there is none."""
        return next((i for i, each in enumerate(self.steps) if each.id == step), 0)

    @property
    def opening(self) -> Web:
        """The web the workshop begins with: its own, without what a step brings in."""
        return replace(without_later(self.web, self.steps), title=self.title)

    def webs_found(self, picked: Mapping[str, str]) -> tuple[Web, ...]:
        """The web that each step finds on the path of the ways that are picked, by choice; elsewhere the first."""
        found, taken = [self.opening], dict[str, str]()
        for step in self.steps:
            way = _way(step, picked)
            taken |= {step.id: way.id} if way else {}
            act = act_of(self.web, step, found[-1], way, taken)
            found.append(act.applied_to(found[-1]) if act else found[-1])
        return tuple(found[:-1])


def _way(step: Step, picked: Mapping[str, str]) -> Way | None:
    """The way out that is picked at a choice, the first where none is; a group's own changes nothing."""
    if not isinstance(step, Choose):
        return None
    if picked.get(step.id) == OWN:
        return Way(OWN, OWN)
    return next((way for way in step.ways if way.id == picked.get(step.id)), step.ways[0])
