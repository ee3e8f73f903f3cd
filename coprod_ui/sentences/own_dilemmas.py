"""Dilemmas of people's own: what is lost on each choice, and the acts on one, in words. Nothing is worked out here."""

from coprod_core.acts.own_dilemmas import AddDilemma, ChangeDilemma, DilemmaAct, RemoveDilemma
from coprod_core.acts.weighing import WayOut
from coprod_core.web.model import Web
from coprod_core.web.own_dilemmas import Loss, OwnWay
from coprod_ui.sentences import names
from coprod_ui.words import Words, literal
from coprod_ui.words.plain_text import plain


def losses(way: OwnWay, web: Web) -> list[str]:
    """Who loses what on a choice, a line each, as Markdown: a party of the web in italics, the rest as it was said."""
    return [_loss(loss, web) for loss in way.loses]


def _loss(loss: Loss, web: Web) -> str:
    if not loss.actor:
        return literal(loss.what)
    who = f"*{names.actor(web, loss.actor)}*"
    return f"{who}: {literal(loss.what)}" if loss.what.strip() else who


def ways_as_typed(dilemma: str, web: Web) -> tuple[WayOut, ...]:
    """The choices of a dilemma with what is lost on each, as plain words; none where it is not in the web."""
    held = web.dilemma_by_id.get(dilemma)
    if held is None:
        return ()
    return tuple(WayOut(way.text, "; ".join(plain(line) for line in losses(way, web))) for way in held.ways)


def question(dilemma: str, web: Web, words: Words) -> str:
    """The question of a dilemma, as Markdown; where it is not in the web, that it is one of people's own."""
    held = web.dilemma_by_id.get(dilemma)
    return words("own_dilemma.one") if held is None else literal(held.question)


def what_was_written(act: DilemmaAct, web_before: Web, web: Web, words: Words) -> str:
    """An act on a dilemma in words, by its question."""
    match act:
        case AddDilemma(dilemma):
            asked = dilemma.question
        case ChangeDilemma(id_):
            asked = web.dilemma_by_id[id_].question
        case RemoveDilemma(id_):
            asked = web_before.dilemma_by_id[id_].question
        case _:
            raise TypeError(act)
    return words(f"say_act.{act.act}", question=literal(asked))


def losses_left_in_words(actor: str, web_before: Web, words: Words) -> list[str]:
    """What became of losses of a party that left the web; nothing where it was named in none."""
    count = sum(dilemma.losses_of(actor) for dilemma in web_before.dilemmas)
    return [words.plural("say_act.losses_left", count)] if count else []
