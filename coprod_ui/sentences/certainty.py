"""How sure the gap's main causes are, in words: what stays with slightly different estimates, and whom to ask first."""

from coprod_core.indicators.ask_first import AskFirst
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import Cause, GapRobustness
from coprod_core.indicators.second_lens import SecondLens, second_lens
from coprod_core.web.model import Actor, Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import number, part, part_word
from coprod_ui.words import Words, of_100


def certainty(found: GapRobustness, web: Web, words: Words, digits: bool) -> list[str]:
    """A sentence per main cause, and the bands where numbers are shown."""
    causes = _causes(found, web).items()
    said = [_cause(what, cause, name, words, digits) for what, (cause, name) in causes if cause.id is not None]
    said += _named_first(found, web, words, digits)
    if not digits:
        return said
    return [words("say_sure.drawn", count=words.count(found.draws)), *said, _bands(found, words)]


def main_causes(readings: Readings, found: GapRobustness, web: Web, words: Words, digits: bool) -> list[str]:
    """Which interest and which party cause most of the gap, and how often that stays; only that we do not know it
    where the estimates are too uncertain, or where another is named when every group counts equally.
    """
    said = []
    for what, (cause, name) in _causes(found, web).items():
        if cause.id is None or (what == "actor" and _all_there(web.actor_by_id[cause.id])):
            continue
        if not cause.same_in_both_lenses:
            said.append(_other_in_second_lens(what, readings, web, words))
            continue
        told = [_top(what, cause.id, name, web, words)] if cause.known else []
        said.append(" ".join([*told, _cause(what, cause, name, words, digits)]))
    return said


def _other_in_second_lens(what: str, readings: Readings, web: Web, words: Words) -> str:
    """That we do not know the main cause, and which one it is when every group counts equally."""
    lens = readings.once("second_lens", lambda: second_lens(readings.weights, readings.reference))
    assert not isinstance(lens, Undefined)  # where there is a cause, there is a gap
    other = lens.gap.top_interest if what == "interest" else lens.gap.top_actor
    name = None if other is None else names.interest(web, other) if what == "interest" else names.actor(web, other)
    return f"{words(f'say_sure.not_known_{what}')} {_lens(what, [None, name], False, words)}"


def _named_first(found: GapRobustness, web: Web, words: Words, digits: bool) -> list[str]:
    """How often the interest that is named first stays that, where it is another than the main cause."""
    first = found.headline
    if first.id is None or first.id == found.top_interest.id:
        return []
    key = "say_sure.headline" if digits else "say_sure.headline_words"
    return [words(key, name=names.interest(web, first.id), often=_often(first.share, words, digits))]


def _often(share: float, words: Words, digits: bool) -> str:
    return words.plural("charts.times", of_100(share)) if digits else words.choice("times", part_word(share))


def _causes(found: GapRobustness, web: Web) -> dict[str, tuple[Cause, str]]:
    interest, actor = found.top_interest, found.top_actor
    return {
        "interest": (interest, "" if interest.id is None else names.interest(web, interest.id)),
        "actor": (actor, "" if actor.id is None else names.actor(web, actor.id)),
    }


def _top(what: str, id_: str, name: str, web: Web, words: Words) -> str:
    if what == "actor" and web.actor_by_id[id_].seated:
        return words("say_gap.top_actor_seated", actor=name)
    return words(f"say_gap.top_{what}", **{what: name})


def _all_there(party: Actor) -> bool:
    """Whether every one of its people sits at the table: then neither its voice nor a seat is short."""
    return party.people is not None and party.seats >= party.people


def _cause(what: str, cause: Cause, name: str, words: Words, digits: bool) -> str:
    if not cause.known:
        return words(f"say_sure.{'unsure' if cause.same_in_both_lenses else 'other_lens'}_{what}")
    often = _often(cause.share, words, digits)
    return words("say_sure.holds" if digits else "say_sure.holds_words", name=name, often=often)


def _bands(found: GapRobustness, words: Words) -> str:
    shown = {part: getattr(found, part) for part in ("places", "views", "attention")}
    said = [
        words("say_sure.band", part=words.choice("gap_parts", part), low=of_100(band.low), high=of_100(band.high))
        for part, band in shown.items()
    ]
    return words("say_sure.bands", bands=words.names(said))


def ask_first(found: AskFirst, web: Web, words: Words, digits: bool) -> list[str]:
    """The estimate that makes most of the band, and the part that the numbers of people make; or that none does."""
    if not found.stakes:
        return [words("say_sure.nothing_to_ask")]
    first = found.stakes[0]
    actor, interest = names.actor(web, first.actor), names.interest(web, first.interest)
    said = [words("say_sure.ask_first", actor=actor, interest=interest)]
    if of_100(found.people):
        said.append(
            words("say_sure.people", part=part(found.people, words), numbers=number(found.people, words, digits))
        )
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
    first, second = tops
    if second is None:
        return words("say_lens.same_none" if first is None else "say_lens.none")
    if same:
        return words(f"say_lens.same_{what}", name=f"*{second}*")
    return words(f"say_lens.different_{what}", name=f"*{second}*")
