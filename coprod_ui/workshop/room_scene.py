"""What the room sees of a workshop: the step's words and pictures, large, and never the trainer's notes."""

from collections.abc import Callable, Mapping, Sequence

from coprod_core.model import Actor
from coprod_core.workshop import Choose, Predict, Reveal, ShowReadings, Step
from coprod_ui import current, sentences
from coprod_ui.room.marked import marked
from coprod_ui.room.reading import reading
from coprod_ui.words import Words, html_text
from coprod_ui.workshop import session
from coprod_ui.workshop.bringing import brought
from coprod_ui.workshop.changing import what_changed
from coprod_ui.workshop.comparing import chosen, found
from coprod_ui.workshop.party import people_said
from coprod_ui.workshop.picture import described, named_picture
from coprod_ui.workshop.polling import poll_of
from coprod_ui.workshop.predicting import answer_told, expected
from coprod_ui.workshop.session import Path, Session
from coprod_ui.workshop.text import letter

MOST_LINES = 3
"""The most sentences of a comparison on the projector at once."""


def scene(meeting: str, numbers: bool, words: Words) -> str | None:
    """The step a meeting's workshop is at, as HTML; None when it has no workshop that began."""
    now = session.of(meeting)
    if now is None or not now.running.begun:
        return None
    step = now.step
    drawn = _DRAWN.get(step.kind)
    body = drawn(now, step, numbers, words) if drawn else ""
    text = "".join(f"<p>{html_text(line)}</p>" for line in step.text.splitlines() if line.strip())
    asked = "".join(f"<li>{html_text(question)}</li>" for question in step.questions)
    questions = f'<ul class="talk">{asked}</ul>' if asked else ""
    heading = f"<h1>{html_text(step.heading)}</h1>"
    if step.kind == "event":
        return f'<div class="card">{heading}{text}</div>{body}{questions}'
    return f'{heading}<div class="step {step.kind}">{text}{body}</div>{questions}'


def _picture(now: Session, words: Words) -> str:
    web = session.shown_path(now).web
    alt = html_text(described(web, words))
    both = "".join(
        f'<div class="in-{tone}">{named_picture(web, words, tone == "dark")}</div>' for tone in ("light", "dark")
    )
    return f'<div class="web" role="img" aria-label="{alt}">{both}</div>'


def _reveal(now: Session, step: Step, _numbers: bool, words: Words) -> str:
    assert isinstance(step, Reveal)
    lines = "".join(f"<p>{marked(line)}</p>" for line in brought(now, step, words))
    return f'<div class="beside"><div>{lines}</div>{_picture(now, words)}</div>'


def _table(now: Session, _step: Step, _numbers: bool, words: Words) -> str:
    web = session.shown_path(now).web
    sides = (("table", [a for a in web.actors if a.seated]), ("outside", [a for a in web.actors if not a.seated]))
    lists = "".join(
        f"<div><h2>{html_text(words.choice('zones', name))}</h2>{_parties(who, words)}</div>" for name, who in sides
    )
    return f'<div class="sides">{lists}</div>'


def _parties(actors: Sequence[Actor], words: Words) -> str:
    rows = "".join(
        f'<li>{html_text(actor.name)} <span class="soft">({html_text(people_said(actor, words))})</span></li>'
        for actor in actors
    )
    return f"<ul>{rows}</ul>" if rows else f"<p>{html_text(words('workshop.nobody'))}</p>"


def _predict(now: Session, step: Step, numbers: bool, words: Words) -> str:
    assert isinstance(step, Predict)
    hands = expected(now, step)
    most = max(hands.values(), default=0)
    told = step.id in now.running.told
    bars = {guess.id: _bar(hands.get(guess.id, 0), most, numbers) if told else "" for guess in step.guesses}
    rows = "".join(
        f"<li><b>{letter(place)}</b> {html_text(guess.text)}{bars[guess.id]}</li>"
        for place, guess in enumerate(step.guesses)
    )
    answer = f'<p class="told">{marked(answer_told(now, step, words))}</p>' if told else _come_in(now, step, words)
    return f'<p><b>{html_text(step.question)}</b></p><ul class="ways">{rows}</ul>{answer}'


def _come_in(now: Session, step: Predict, words: Words) -> str:
    """How to answer, while the phones are asked."""
    asked = poll_of(now, step)
    return f'<p class="told">{html_text(words("workshop_poll.room"))}</p>' if asked and asked.open else ""


def _bar(count: int, most: int, numbers: bool) -> str:
    if not most:
        return ""
    said = f" <span>{count}</span>" if numbers else ""
    return f'<span class="bar" aria-hidden="true"><i style="width:{100 * count / most:.0f}%"></i></span>{said}'


def _readings(now: Session, step: Step, numbers: bool, words: Words) -> str:
    assert isinstance(step, ShowReadings)
    web = session.shown_path(now).web
    return "".join(reading(web, name, numbers, words, titled=len(step.show) > 1, most=2) for name in step.show)


def _choose(now: Session, step: Step, _numbers: bool, words: Words) -> str:
    assert isinstance(step, Choose)
    by_way: dict[str, list[str]] = {}
    for path in now.paths:
        taken = path.chose(step)
        if taken:
            by_way.setdefault(taken.id, []).append(path.name or words("workshop.together"))
    rows = "".join(
        f"<li><b>{letter(place)}</b> {html_text(way.text)}{_who(by_way.get(way.id, []))}</li>"
        for place, way in enumerate(step.ways)
    )
    return f'<ul class="ways">{rows}</ul>'


def _who(names: Sequence[str]) -> str:
    return f' <span class="who">{html_text(" · ".join(names))}</span>' if names else ""


def _event(now: Session, step: Step, numbers: bool, words: Words) -> str:
    rows = "".join(_answer(path, step, numbers, words) for path in now.paths)
    return f'<div class="step">{rows}</div>' if rows else ""


def _answer(path: Path, step: Step, numbers: bool, words: Words) -> str:
    before, after = session.before_step(path, step), session.after_step(path, step)
    if before is None or after is None:
        return ""
    said = what_changed(current.readings_of(before), current.readings_of(after), words, numbers)
    name = f"<b>{html_text(path.name)}</b>: " if path.name else ""
    return f"<p>{name}{marked(said)}</p>"


def _compare(now: Session, _step: Step, numbers: bool, words: Words) -> str:
    rows = "".join(
        f"<tr><th scope=row>{html_text(path.name or words('workshop.together'))}</th>"
        f"<td>{'<br>'.join(marked(line) for line in chosen(now, path, words))}</td>"
        f"<td>{marked(sentences.strip_gap(path.readings, path.web, words, numbers))}</td></tr>"
        for path in now.paths
    )
    same = found(now, words)[0][:MOST_LINES] if len(now.paths) > 1 else []
    lines = "".join(f"<p>{marked(line)}</p>" for line in same)
    return f'<table class="paths"><tbody>{rows}</tbody></table>{lines}'


_DRAWN: Mapping[str, Callable[[Session, Step, bool, Words], str]] = {
    "table": _table,
    "reveal": _reveal,
    "predict": _predict,
    "readings": _readings,
    "choose": _choose,
    "event": _event,
    "compare": _compare,
}
