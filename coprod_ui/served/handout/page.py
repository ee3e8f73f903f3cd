"""The handout as a page to print. Its template stands beside this."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coprod_core.web.model import Sphere
from coprod_core.workshop.placements import to_place
from coprod_core.workshop.values import Choose, Debrief, Event, Place, Predict, Step, Story
from coprod_core.workshop.whole import Workshop
from coprod_ui.sentences.amounts import side
from coprod_ui.served.handout import HOME
from coprod_ui.words import Words
from coprod_ui.words.templates import filled
from coprod_ui.workshop.placing import cell_words
from coprod_ui.workshop.text import letter

LINES = 1
LINES_AT_THE_END = 3


class Told(NamedTuple):
    """The story, and what is asked about it."""

    lines: Sequence[str]
    asked: Sequence[str]


class Party(NamedTuple):
    """Who there is, and what matters to them."""

    name: str
    sphere: Sphere
    matters: Sequence[str]


class Talk(NamedTuple):
    """A step that asks something: to choose from, to talk about with `room` lines to write on, or, of each of the
    `parties`, in which of the `cells` it stands.
    """

    heading: str
    lines: Sequence[str]
    question: str
    choices: Sequence[str]
    asked: Sequence[str]
    room: int
    cells: Sequence[str] = ()
    parties: Sequence[str] = ()


def page(workshop: Workshop, words: Words) -> str:
    """A whole page: nothing in it gives away what turns out, and nothing is for the trainer alone."""
    return filled(
        "served/handout/page.html",
        say=words,
        home=HOME,
        language=workshop.language,
        title=workshop.title,
        story=_story(workshop),
        parties=list(_parties(workshop, words)),
        talks=list(_talks(workshop, words)),
        source=workshop.web.case.source,
        letter=letter,
        room_for_one=LINES,
    )


def _story(workshop: Workshop) -> Told:
    told = [step for step in workshop.steps if isinstance(step, Story)]
    lines = [line for step in told for line in step.text.splitlines()] or [workshop.web.case.story]
    return Told(lines, [question for step in told for question in step.questions])


def _parties(workshop: Workshop, words: Words) -> Iterator[Party]:
    """Who there is and what matters to them, said by how important it is to each."""
    names = workshop.web.interest_by_id
    for actor in workshop.web.actors:
        stakes = sorted(workshop.web.stakes_of(actor.id), key=lambda stake: -stake.weight)
        said = [_stake(names[stake.interest].name, stake.position, words) for stake in stakes if stake.weight > 0]
        yield Party(actor.name, actor.sphere, said)


def _stake(interest: str, position: float, words: Words) -> str:
    return interest if position > 0 else words(f"handout.{side(position)}", interest=interest)


def _talks(workshop: Workshop, words: Words) -> Iterator[Talk]:
    """Every step that asks something, in order, with room to write."""
    for step in workshop.steps:
        if isinstance(step, Story | Event):  # the story is told above, and a card is a surprise
            continue
        if isinstance(step, Place):
            yield _placing(workshop, step, words)
            continue
        question, choices = _choices(step)
        asked = () if isinstance(step, Choose) else step.questions
        if asked or choices:
            room = LINES_AT_THE_END if isinstance(step, Debrief) else LINES
            yield Talk(step.heading, step.text.splitlines(), question, choices, asked, room)


def _placing(workshop: Workshop, step: Place, words: Words) -> Talk:
    named = [party.name for party in to_place(step, workshop.web)]
    question, cells = words(f"place_questions.{step.picture}"), list(cell_words(step, words).values())
    return Talk(step.heading, step.text.splitlines(), question, (), step.questions, LINES, cells, named)


def _choices(step: Step) -> tuple[str, Sequence[str]]:
    """What is asked and what there is to choose from."""
    if isinstance(step, Predict):
        return step.question, [guess.text for guess in step.guesses]
    if isinstance(step, Choose):
        return "", [way.text for way in step.ways]
    return "", ()
