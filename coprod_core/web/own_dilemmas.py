"""A dilemma that people wrote down themselves: a question, the ways out, and who loses what on each.

The dilemmas that are worked out are not all there are. Of these nothing is computed: every word is people's own.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Annotated

from coprod_core.checked.errors import Fault, InvalidValue
from coprod_core.checked.fields import LONGEST_NAME, Key, Line, Name, Text
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, value
from coprod_core.web.accounting import PartyOrNone

MOST_DILEMMAS = 12
LEAST_WAYS, MOST_WAYS = 2, 6
MOST_LOSSES = 8
LONGEST_NOTES = 1_000

_SAID = Text(LONGEST_NAME, filled=True)


@value
class Loss:
    """Who loses what on a way out. `actor`: a party of the web, "" where it is in words; `what` may then not be blank.

    A loss that only names a party says that this party loses, not yet what.
    """

    actor: PartyOrNone = ""
    what: Line = ""

    def __post_init__(self) -> None:
        if not self.actor and _SAID.faults(self.what):
            raise InvalidValue([Fault("what", "loss_without_words")])


@value
class OwnWay:
    """One way out of a dilemma of people's own, and what is lost on it."""

    id: Key
    text: Name
    loses: Annotated[tuple[Loss, ...], Many(One(Loss), MOST_LOSSES)] = ()

    def without_party(self, actor: str) -> "OwnWay":
        """The same after a party left the web: what it loses stays in words; where no word was said, nothing does."""
        kept = [loss if loss.actor != actor else _in_words(loss) for loss in self.loses]
        return replace(self, loses=tuple(loss for loss in kept if loss is not None))


def _in_words(loss: Loss) -> Loss | None:
    return None if _SAID.faults(loss.what) else replace(loss, actor="")


@value
class OwnDilemma:
    """A question with two or more ways out, none of which is the answer. `notes`: for whoever leads the talk."""

    id: Key
    question: Name
    ways: Annotated[tuple[OwnWay, ...], Many(One(OwnWay), MOST_WAYS, LEAST_WAYS, once=True)]
    notes: Annotated[str, Text(LONGEST_NOTES)] = ""

    def losses_of(self, actor: str) -> int:
        """On how many places this party is named as one that loses."""
        return sum(loss.actor == actor for way in self.ways for loss in way.loses)

    def without_party(self, actor: str) -> "OwnDilemma":
        """The same after a party left the web."""
        if not self.losses_of(actor):
            return self
        return replace(self, ways=tuple(way.without_party(actor) for way in self.ways))


def without_party(dilemmas: tuple[OwnDilemma, ...], actor: str) -> tuple[OwnDilemma, ...]:
    """The dilemmas after a party left the web."""
    return tuple(dilemma.without_party(actor) for dilemma in dilemmas)


def faults_between(dilemmas: Iterable[OwnDilemma], actors: Collection[str]) -> Iterator[Fault]:
    """Every loss of a party that is not there."""
    for i, dilemma in enumerate(dilemmas):
        for j, way in enumerate(dilemma.ways):
            for n, loss in enumerate(way.loses):
                if loss.actor and loss.actor not in actors:
                    yield Fault(f"dilemmas[{i}].ways[{j}].loses[{n}].actor", "not_an_actor", {"id": loss.actor})


def named_faults(dilemmas: Iterable[OwnDilemma], dilemma: str, ways: Iterable[str] = ()) -> Iterator[Fault]:
    """What is wrong where something else, such as a choice in a workshop, names a dilemma and ways out of it by id.

    `ways`: in order, "" for one that names none. A fault stands at `dilemma`, or at the place of the way among `ways`.
    """
    known = {held.id: {way.id for way in held.ways} for held in dilemmas}
    if dilemma and dilemma not in known:
        yield Fault("dilemma", "not_a_dilemma", {"id": dilemma})
        return
    for i, way in enumerate(ways):
        if way and way not in known.get(dilemma, ()):
            yield Fault(f"ways[{i}]", "not_a_way_out", {"id": way})
