"""What the last act did, in one sentence, and what on the board that is about."""

from collections.abc import Iterator
from typing import Any

from coprod_core.acts.command import Command
from coprod_core.acts.history import History, Undo
from coprod_core.checked.values import to_data
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.store.values import Loaded
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.sentences.acts import after_act
from coprod_ui.sentences.changes import TOGETHER, most_changed
from coprod_ui.words import Words
from coprod_ui.words.plain_text import plain

MOST_ABOUT = 40


def told(loaded: Loaded, words: Words, digits: bool) -> dict[str, Any] | None:
    """The sentence of the last act, as Markdown and as it is spoken; the ids it is about; the cell of the strip that
    changed most. None while a meeting has only begun.
    """
    history = loaded.history
    before, after = history.web_before, history.web
    if before is after:
        return None
    was, now = current.readings_of(before), current.readings_of(after)
    sentence = after_act(was, now, history.last, before, after, words, digits)
    return {
        "of": loaded.head,
        "sentence": sentence,
        "spoken": plain(sentence),
        "what": _about(history)[:MOST_ABOUT],
        "cell": _cell(most_changed(was, now)),
    }


def _cell(measure: str | None) -> str | None:
    if measure is None or measure in DILEMMAS:
        return measure
    return DILEMMAS[0] if measure in TOGETHER else "gap"


def _about(history: History) -> list[str]:
    """The parties, interests and links that are other than before, or new, or gone; those the act names first."""
    was, now = dict(_nodes_and_links(history.web_before)), dict(_nodes_and_links(history.web))
    changed = [id_ for id_, item in now.items() if was.get(id_) != item]
    named = set(_texts(to_data(_command(history))))
    return sorted([*changed, *(id_ for id_ in was if id_ not in now)], key=lambda id_: id_[2:] not in named)


def _command(history: History) -> Command:
    """The command that was done last, or taken back."""
    return history.undone[0].command if isinstance(history.last, Undo) else history.now.command


def _texts(data: Any) -> Iterator[str]:
    """Every text in plain data, the names of its keys too."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from data
        yield from (text for item in data.values() for text in _texts(item))
    elif isinstance(data, list):
        yield from (text for item in data for text in _texts(item))


def _nodes_and_links(web: Web) -> Iterator[tuple[str, Any]]:
    yield from ((f"a:{actor.id}", actor) for actor in web.actors)
    yield from ((f"k:{interest.id}", interest) for interest in web.interests)
    yield from ((f"s:{stake.actor}|{stake.interest}", stake) for stake in web.stakes)
    yield from ((f"u:{pair.actor}|{pair.interest}", pair) for pair in web.unknown)
    yield from ((f"r:{relation.a}|{relation.b}", relation) for relation in web.relations)
