"""What a choice says of the dilemma of people's own that it is about: words alone, nothing is worked out."""

from coprod_core.web.model import Web
from coprod_core.workshop.values import Choose, Way
from coprod_ui.sentences import own_dilemmas as say_own
from coprod_ui.words import Words, literal


def asked(web: Web, step: Choose, words: Words) -> str:
    """The question of that dilemma, as Markdown; empty where the choice is about none that is in the web."""
    held = web.dilemma_by_id.get(step.dilemma)
    return "" if held is None else words("own_dilemma.about", question=literal(held.question))


def lost_on(web: Web, step: Choose, way: Way, words: Words) -> list[str]:
    """Who loses on a way out in people's own words, as one sentence of Markdown; none where nobody said it."""
    held = web.dilemma_by_id.get(step.dilemma)
    ways = () if held is None else held.ways
    losses = [line for each in ways if each.id == way.dilemma_way for line in say_own.losses(each, web)]
    return [words("own_dilemma.lost_here", losses="; ".join(losses))] if losses else []
