"""How sure the gap's main causes are, in words: what stays with slightly different estimates, and whom to ask first."""

from typing import TYPE_CHECKING

from coprod_core.model import Web
from coprod_ui.sentences import names
from coprod_ui.words import Words, of_100

if TYPE_CHECKING:
    from coprod_core.indicators import Cause, GapRobustness


def certainty(found: "GapRobustness", web: Web, words: Words, digits: bool) -> list[str]:
    """A sentence per main cause, the bands where numbers are shown, and the estimate that matters most."""
    said = []
    if found.top_interest.id is not None:
        said.append(_cause(found.top_interest, names.interest(web, found.top_interest.id), words, digits))
    if found.top_actor.id is not None:
        said.append(_cause(found.top_actor, names.actor(web, found.top_actor.id), words, digits))
    if digits:
        said.append(_bands(found, words))
    if found.ask_first.stakes:
        first = found.ask_first.stakes[0]
        actor, interest = names.actor(web, first.actor), names.interest(web, first.interest)
        said.append(words("say_sure.ask_first", actor=actor, interest=interest))
    return said


def _cause(cause: "Cause", name: str, words: Words, digits: bool) -> str:
    if not cause.known:
        reason = "unsure" if cause.same_in_both_lenses else "other_lens"
        return words(f"say_sure.{reason}", name=name)
    if digits:
        return words("say_sure.holds", name=name, times=of_100(cause.share))
    return words("say_sure.holds_words", name=name)


def _bands(found: "GapRobustness", words: Words) -> str:
    shown = {part: getattr(found, part) for part in ("places", "views", "attention")}
    said = [
        words("say_sure.band", part=words.choice("gap_parts", part), low=of_100(band.low), high=of_100(band.high))
        for part, band in shown.items()
    ]
    return words("say_sure.bands", bands=words.names(said))
