"""Who moved on the power map between two moments, in the words of its pictures. Which way is better, is not said."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from coprod_core.comparing.on_map import Move
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.map_acts import word_for
from coprod_ui.words import Words


def who_moved(moves: Sequence[Move], web: Web, words: Words) -> list[str]:
    """A line per party that moved, with all that is other than it was."""
    by_party = groupby(moves, lambda move: move.party)
    return [_of_party(party, list(its), web, words) for party, its in by_party]


def _of_party(party: str, moves: list[Move], web: Web, words: Words) -> str:
    said = "; ".join(_move(move, words) for move in moves)
    return words("say_moves.party", party=names.actor(web, party), moves=said)


def _move(move: Move, words: Words) -> str:
    before, after = (_word(move.field, value, words) for value in (move.before, move.after))
    return words("say_moves.move", what=_what(move.field, words), before=before, after=after)


def _what(field: str, words: Words) -> str:
    return words("moved.hit" if field == "hit" else f"asked.{field}")


def _word(field: str, value: Any, words: Words) -> str:
    if field != "hit":
        return word_for(field, value, words)
    return words("map_sheet.not_known") if value is None else words.choice("power_map.hit", value)
