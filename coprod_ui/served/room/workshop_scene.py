"""What the room sees of a workshop: the step's words and pictures, large, and never the trainer's notes."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from coprod_core.workshop.values import Choose, Place, Predict, Reveal, ShowReadings, Step
from coprod_ui.meeting import current
from coprod_ui.sentences.strip import strip_gap
from coprod_ui.served.room.reading import reading
from coprod_ui.words import Words
from coprod_ui.words.templates import filled, macro
from coprod_ui.workshop import placing, session
from coprod_ui.workshop.bringing import brought
from coprod_ui.workshop.changing import what_changed
from coprod_ui.workshop.comparing import chosen, found
from coprod_ui.workshop.party import people_said
from coprod_ui.workshop.picture import described, named_picture
from coprod_ui.workshop.session import Path, Session
from coprod_ui.workshop.telling import answer_told, expected, poll_of
from coprod_ui.workshop.text import letter

MOST_LINES = 3
"""The most sentences of a comparison on the projector at once."""


def scene(meeting: str, numbers: bool, words: Words) -> Markup | None:
    """The step a meeting's workshop is at, as HTML; None when it has no workshop that began."""
    now = session.of(meeting)
    if now is None or not now.running.begun:
        return None
    drawn = _DRAWN.get(now.step.kind)
    body = drawn(now, now.step, numbers, words) if drawn else ""
    return filled("served/room/step.html", step=now.step, body=body)


def _kind(name: str) -> Callable[..., Markup]:
    """What a kind of step shows below its text."""
    return macro("served/room/steps.html", name)


def _reveal(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    assert isinstance(step, Reveal)
    web = session.shown_path(now).web
    light, dark = (Markup(named_picture(web, words, dark)) for dark in (False, True))  # which escapes people's words
    return _kind("reveal")(brought(now, step, words), {"alt": described(web, words), "light": light, "dark": dark})


def _table(now: Session, _step: Step, _numbers: bool, words: Words) -> Markup:
    actors = session.shown_path(now).web.actors
    sides = [
        (words.choice("zones", zone), [(a.name, people_said(a, words)) for a in actors if a.seated is seated])
        for zone, seated in (("table", True), ("outside", False))
    ]
    return _kind("table")(sides, words("workshop.nobody"))


def _predict(now: Session, step: Step, numbers: bool, words: Words) -> Markup:
    """The guesses, how many hands each got once the answer is told, and how to answer while the phones are asked."""
    assert isinstance(step, Predict)
    hands, told, asked = expected(now, step), step.id in now.running.told, poll_of(now, step)
    guesses = [
        {"letter": letter(place), "text": guess.text, "hands": hands.get(guess.id, 0)}
        for place, guess in enumerate(step.guesses)
    ]
    return _kind("predict")(
        step.question,
        guesses,
        most=max(hands.values(), default=0) if told else 0,
        numbers=numbers,
        answer=answer_told(now, step, words) if told else "",
        come_in=words("workshop_poll.room") if asked and asked.open else "",
    )


def _place(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    """What is asked and of whom; once it is told, where the groups differ, and after that what the web says."""
    assert isinstance(step, Place)
    told = placing.told(now, step, words) if step.id in now.running.told else None
    cells, parties = list(placing.cell_words(step, words).values()), list(placing.parties(now, step).values())
    return _kind("place")(words, placing.asked(now, step, words), cells, parties, told)


def _readings(now: Session, step: Step, numbers: bool, words: Words) -> Markup:
    assert isinstance(step, ShowReadings)
    found = session.shown_path(now).readings
    several = len(step.show) > 1
    return Markup("").join(reading(found, name, numbers, words, titled=several, most=2) for name in step.show)


def _choose(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    assert isinstance(step, Choose)
    by_way: dict[str, list[str]] = {}
    for path in now.paths:
        taken = path.chose(step)
        if taken:
            by_way.setdefault(taken.id, []).append(path.name or words("workshop.together"))
    return _kind("choose")(
        [
            {"letter": letter(place), "text": way.text, "taken_by": by_way.get(way.id, [])}
            for place, way in enumerate(step.ways)
        ]
    )


def _event(now: Session, step: Step, numbers: bool, words: Words) -> Markup:
    return _kind("event")([answer for path in now.paths if (answer := _answer(path, step, numbers, words))])


def _answer(path: Path, step: Step, numbers: bool, words: Words) -> tuple[str, str] | None:
    """A group's name, and what the event changed for it; None where it has not happened to it."""
    before, after = session.before_step(path, step), session.after_step(path, step)
    if before is None or after is None:
        return None
    return path.name, what_changed(current.readings_of(before), current.readings_of(after), words, numbers)


def _compare(now: Session, _step: Step, numbers: bool, words: Words) -> Markup:
    paths = [
        {
            "name": path.name or words("workshop.together"),
            "chosen": list(chosen(now, path, words)),
            "gap": strip_gap(path.readings, path.web, words),
        }
        for path in now.paths
    ]
    return _kind("compare")(paths, found(now, words)[0][:MOST_LINES] if len(now.paths) > 1 else [])


_DRAWN: Mapping[str, Callable[[Session, Step, bool, Words], Markup]] = {
    "table": _table,
    "reveal": _reveal,
    "predict": _predict,
    "place": _place,
    "readings": _readings,
    "choose": _choose,
    "event": _event,
    "compare": _compare,
}
