"""The sheet for after: the web, who can live with which plan, what the groups chose, and questions to go on with."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from coprod_core.workshop.values import OWN, Debrief
from coprod_ui.sentences import marks as say_marks
from coprod_ui.sentences.rule_sides import estimated
from coprod_ui.served.handout import HOME
from coprod_ui.served.handout.page import parties
from coprod_ui.words import Words
from coprod_ui.words.plain_text import plain
from coprod_ui.words.templates import filled
from coprod_ui.workshop.picture import described, named_picture
from coprod_ui.workshop.session import Path, Session

LINES = 2


def page(now: Session, words: Words) -> str:
    """A whole page about a workshop as it stands; where the groups differ in their web, it is that of the first."""
    path, workshop = now.paths[0], now.workshop
    columns = say_marks.in_columns(path.readings)
    return filled(
        "served/handout/after.html",
        say=words,
        home=HOME,
        language=workshop.language,
        title=workshop.title,
        picture=Markup(named_picture(path.web, words, False)),  # which escapes people's words
        alt=described(path.web, words),
        parties=list(parties(path.web.actors, path.web, words)),
        plans=[path.web.option_by_id[column.plan].name for column in columns],
        marked=list(_marked(path, words)),
        estimated=plain(estimated(path.web, words)),
        paths=[
            (each.name or words("workshop.together"), chosen)
            for each in now.paths
            if (chosen := _chosen(now, each, words))
        ],
        beats=[
            (beat.heading, beat.questions)
            for step in workshop.steps
            if isinstance(step, Debrief)
            for beat in step.beats
        ],
        source=workshop.web.case.source,
        room_for_one=LINES,
    )


def _marked(path: Path, words: Words) -> Iterator[tuple[str, Sequence[str]]]:
    """Per party whether it can live with each plan, in words; a star where that is known in part only."""
    columns = say_marks.in_columns(path.readings)
    for party in say_marks.in_rows(path.readings, path.web):
        marks = [column.parties[party] for column in columns]
        said = [say_marks.mark_word(mark.mark, words) + ("*" if mark.partly_unknown else "") for mark in marks]
        yield path.web.actor_by_id[party].name, said


def _chosen(now: Session, path: Path, words: Words) -> Sequence[tuple[str, str]]:
    """What a group chose at each choice, in words."""
    return [
        (step.heading, words("own_way.said", text=way.text) if way.id == OWN else way.text)
        for step in now.choices
        if (way := path.chose(step)) is not None
    ]
