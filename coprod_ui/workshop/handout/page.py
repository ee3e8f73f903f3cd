"""The handout as a page to print."""

from collections.abc import Iterable, Sequence

from coprod_core.model import Actor
from coprod_core.workshop import Choose, Debrief, Event, Predict, Step, Story, Workshop
from coprod_ui.words import Words, html_text
from coprod_ui.workshop.handout import HOME
from coprod_ui.workshop.text import letter

LINES = 1
LINES_AT_THE_END = 3


def page(workshop: Workshop, words: Words) -> str:
    """A whole page: nothing in it gives away what turns out, and nothing is for the trainer alone."""
    title = html_text(workshop.title)
    body = "".join((_story(workshop, words), _parties(workshop, words), *_talks(workshop, words)))
    source = f"<footer>{html_text(workshop.web.case.source)}</footer>" if workshop.web.case.source else ""
    return (
        f'<!doctype html><html lang="{workshop.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f'<link rel="stylesheet" href="{HOME}/handout.css"></head><body>'
        f'<p class="how">{html_text(words("handout.how"))}</p>'
        f"<main><h1>{title}</h1>{body}{source}</main></body></html>"
    )


def _story(workshop: Workshop, words: Words) -> str:
    told = [step for step in workshop.steps if isinstance(step, Story)]
    lines = [line for step in told for line in step.text.splitlines()] or [workshop.web.case.story]
    asked = _questions([question for step in told for question in step.questions], LINES)
    return f"<section><h2>{html_text(words('handout.story'))}</h2>{_paragraphs(lines)}{asked}</section>"


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{html_text(line)}</p>" for line in lines if line.strip())


def _parties(workshop: Workshop, words: Words) -> str:
    """Who there is and what matters to them, said by how important it is to each."""
    names = workshop.web.interest_by_id
    rows = []
    for actor in workshop.web.actors:
        stakes = sorted(workshop.web.stakes_of(actor.id), key=lambda stake: -stake.weight)
        said = [_stake(names[stake.interest].name, stake.position, words) for stake in stakes if stake.weight > 0]
        rows.append(f"<tr><th scope=row>{_party(actor, words)}</th><td>{html_text(', '.join(said))}</td></tr>")
    heads = "".join(f"<th scope=col>{html_text(words(f'handout.{key}'))}</th>" for key in ("party", "matters"))
    return (
        f"<section><h2>{html_text(words('handout.parties'))}</h2>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></section>"
    )


def _party(actor: Actor, words: Words) -> str:
    return f"{html_text(actor.name)} <small>{html_text(words.choice('spheres', actor.sphere))}</small>"


def _stake(interest: str, position: float, words: Words) -> str:
    return interest if position >= 0 else words("handout.against", interest=interest)


def _talks(workshop: Workshop, words: Words) -> Iterable[str]:
    """Every step that asks something, in order, with room to write."""
    for step in workshop.steps:
        if isinstance(step, Story | Event):  # the story is told above, and a card is a surprise
            continue
        asked = _asked(step)
        choices = _choices(step)
        if not asked and not choices:
            continue
        text = _paragraphs(step.text.splitlines()) if choices else ""
        listed = _questions(asked, LINES_AT_THE_END if isinstance(step, Debrief) else LINES)
        why = f"<p>{html_text(words('handout.why'))}</p>{_room(LINES)}" if choices else ""
        yield f"<section><h2>{html_text(step.heading)}</h2>{text}{choices}{why}{listed}</section>"


def _questions(asked: Sequence[str], lines: int) -> str:
    items = "".join(f"<li>{html_text(question)}{_room(lines)}</li>" for question in asked)
    return f"<ul>{items}</ul>" if items else ""


def _asked(step: Step) -> Sequence[str]:
    return () if isinstance(step, Choose) else step.questions


def _choices(step: Step) -> str:
    if isinstance(step, Predict):
        named: Sequence[str] = [guess.text for guess in step.guesses]
        head = f"<p><b>{html_text(step.question)}</b></p>"
    elif isinstance(step, Choose):
        named, head = [way.text for way in step.ways], ""
    else:
        return ""
    boxes = "".join(f'<li><i class="box"></i><b>{letter(i)}</b> {html_text(text)}</li>' for i, text in enumerate(named))
    return f'{head}<ul class="choices">{boxes}</ul>'


def _room(lines: int) -> str:
    return '<i class="line"></i>' * lines
