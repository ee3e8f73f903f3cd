"""The sheet for before: the story, who sits at the table and room to write. Its template stands beside this."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coprod_core.web.model import Actor, Sphere, Web
from coprod_core.workshop.placements import to_place
from coprod_core.workshop.values import Place, Story
from coprod_core.workshop.whole import Workshop
from coprod_ui.sentences.amounts import side
from coprod_ui.served.handout import HOME
from coprod_ui.words import Words
from coprod_ui.words.templates import filled
from coprod_ui.workshop.placing import cell_words

LINES = 1
LINES_FOR_WHO_IS_MISSED = 4


class Told(NamedTuple):
    """The story, and what is asked about it."""

    lines: Sequence[str]
    asked: Sequence[str]


class Party(NamedTuple):
    """Who there is, and what matters to them."""

    name: str
    sphere: Sphere
    matters: Sequence[str]


class Placing(NamedTuple):
    """A step that asks of each of the `parties` in which of the `cells` it stands, with `empty` rows to add others."""

    heading: str
    question: str
    cells: Sequence[str]
    parties: Sequence[str]
    empty: int


def page(workshop: Workshop, words: Words) -> str:
    """A whole page, on which nothing stands that a later step brings in."""
    opening = workshop.opening
    return filled(
        "served/handout/page.html",
        say=words,
        home=HOME,
        language=workshop.language,
        title=workshop.title,
        story=_story(workshop),
        parties=list(parties([actor for actor in opening.actors if actor.seated], opening, words)),
        placings=list(_placings(workshop, opening, words)),
        source=workshop.web.case.source,
        room_for_one=LINES,
        room_for_missed=LINES_FOR_WHO_IS_MISSED,
    )


def _story(workshop: Workshop) -> Told:
    told = [step for step in workshop.steps if isinstance(step, Story)]
    lines = [line for step in told for line in step.text.splitlines()] or [workshop.web.case.story]
    return Told(lines, [question for step in told for question in step.questions])


def parties(actors: Iterable[Actor], web: Web, words: Words) -> Iterator[Party]:
    """Who they are and what matters to them, said by how important it is to each."""
    names = web.interest_by_id
    for actor in actors:
        stakes = sorted(web.stakes_of(actor.id), key=lambda stake: -stake.weight)
        said = [_stake(names[stake.interest].name, stake.position, words) for stake in stakes if stake.weight > 0]
        yield Party(actor.name, actor.sphere, said)


def _stake(interest: str, position: float, words: Words) -> str:
    return interest if position > 0 else words(f"handout.{side(position)}", interest=interest)


def _placings(workshop: Workshop, opening: Web, words: Words) -> Iterator[Placing]:
    """Every step that asks to place parties: those that are there from the beginning, and rows for the others."""
    for step in workshop.steps:
        if isinstance(step, Place):
            every = to_place(step, workshop.web)
            named = [party.name for party in every if party.id in opening.actor_by_id]
            cells = list(cell_words(step, words).values())
            question = words(f"place_questions.{step.picture}")
            yield Placing(step.heading, question, cells, named, len(every) - len(named))
