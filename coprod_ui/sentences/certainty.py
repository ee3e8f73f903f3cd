"""How sure the gap's main causes are, in words: what stays with slightly different estimates, and whom to ask first."""

from typing import TYPE_CHECKING

from coprod_core.indicators import Readings, SecondLens
from coprod_core.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import part
from coprod_ui.words import Words, of_100

if TYPE_CHECKING:
    from coprod_core.indicators import AskFirst, Cause, GapRobustness


def certainty(found: "GapRobustness", web: Web, words: Words, digits: bool) -> list[str]:
    """A sentence per main cause, and the bands where numbers are shown."""
    said = [_cause(cause, name, words, digits) for cause, name in _named_causes(found, web) if cause.id is not None]
    return [*said, _bands(found, words)] if digits else said


def main_causes(readings: Readings, found: "GapRobustness", web: Web, words: Words, digits: bool) -> list[str]:
    """Which interest and which party cause most of the gap, and how often that stays; only that we do not know it
    where the estimates are too uncertain.
    """
    said = []
    for key, (cause, name) in zip(("interest", "actor"), _named_causes(found, web), strict=True):
        if cause.id is not None:
            told = [words(f"say_gap.top_{key}", **{key: name})] if cause.known else []
            said.append(" ".join([*told, _cause(cause, name, words, digits)]))
    return said


def _named_causes(found: "GapRobustness", web: Web) -> "list[tuple[Cause, str]]":
    interest, actor = found.top_interest, found.top_actor
    return [
        (interest, "" if interest.id is None else names.interest(web, interest.id)),
        (actor, "" if actor.id is None else names.actor(web, actor.id)),
    ]


def _cause(cause: "Cause", name: str, words: Words, digits: bool) -> str:
    if not cause.known:
        reason = "unsure" if cause.same_in_both_lenses else "other_lens"
        return words(f"say_sure.{reason}", name=name)
    if digits:
        return words("say_sure.holds", name=name, times=words.plural("charts.times", of_100(cause.share)))
    return words("say_sure.holds_words", name=name)


def _bands(found: "GapRobustness", words: Words) -> str:
    shown = {part: getattr(found, part) for part in ("places", "views", "attention")}
    said = [
        words("say_sure.band", part=words.choice("gap_parts", part), low=of_100(band.low), high=of_100(band.high))
        for part, band in shown.items()
    ]
    return words("say_sure.bands", bands=words.names(said))


def ask_first(found: "AskFirst", web: Web, words: Words, digits: bool) -> list[str]:
    """The estimate that makes most of the band, and the part that the numbers of people make; or that none does."""
    if not found.stakes:
        return [words("say_sure.nothing_to_ask")]
    first = found.stakes[0]
    actor, interest = names.actor(web, first.actor), names.interest(web, first.interest)
    said = [words("say_sure.ask_first", actor=actor, interest=interest)]
    if of_100(found.people):
        said.append(words("say_sure.people", part=part(found.people, words, digits, "say_gap.part_at_start")))
    return said


def two_lenses(readings: Readings, lens: SecondLens, web: Web, words: Words) -> list[str]:
    """Whether the main interest and the main party stay the same when every group that is hit counts equally."""
    first, second = readings.gap, lens.gap
    if first is None:
        return []
    interests = [None if id_ is None else names.interest(web, id_) for id_ in (first.top_interest, second.top_interest)]
    actors = [None if id_ is None else names.actor(web, id_) for id_ in (first.top_actor, second.top_actor)]
    return [
        _lens("interest", interests, lens.same_interest, words),
        _lens("actor", actors, lens.same_actor, words),
    ]


def _lens(what: str, tops: list[str | None], same: bool, words: Words) -> str:
    first, second = (words("say_lens.none") if top is None else f"*{top}*" for top in tops)
    if same:
        return words("say_lens.same_none" if tops[0] is None else f"say_lens.same_{what}", name=first)
    return words(f"say_lens.different_{what}", first=first, second=second)
