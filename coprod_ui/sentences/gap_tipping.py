"""What would tip the main cause, in words."""

from coprod_core.indicators.gap_tipping import Tip, Tipping
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.acts import weight_word
from coprod_ui.words import Words


def what_tips(found: Tipping, web: Web, words: Words, digits: bool) -> list[str]:
    """For the main interest and the main party, the smallest change that gives another; and what was tried."""
    counts = {name: _counted(name, getattr(found, name), words) for name in ("moves", "groups")}
    return [
        *_tip(found.interest, "interest", web, words, digits),
        *_tip(found.actor, "actor", web, words, digits),
        words("say_gap_tip.tried", **counts) if digits else words("say_gap_tip.tried_words"),
    ]


def _counted(name: str, count: int, words: Words) -> str:
    return words.plural(f"say_gap_tip.{name}", count) if count else words(f"say_gap_tip.{name}.none")


def _tip(tip: Tip, what: str, web: Web, words: Words, digits: bool) -> list[str]:
    named = names.interest if what == "interest" else names.actor
    if tip.now is None:
        return []
    if tip.move is None and tip.joins is None:
        return [words(f"say_gap_tip.nothing_{what}", now=named(web, tip.now))]
    said = []
    if tip.move is not None:
        stake = web.stake_by_pair[tip.move.actor, tip.move.interest]
        said.append(
            words(
                f"say_gap_tip.move_{what}",
                actor=names.actor(web, tip.move.actor),
                interest=names.interest(web, tip.move.interest),
                old=words.choice("weights", weight_word(stake.weight, web.conventions)),
                new=words.choice("weights", weight_word(tip.move.weight, web.conventions)),
                becomes=named(web, tip.move.becomes),
            )
        )
    if tip.joins is not None:
        said.append(
            words(
                f"say_gap_tip.joins_{what}",
                actor=names.actor(web, tip.joins.actor),
                seats=" " + words.plural("say_gap_tip.seats", tip.joins.seats) if digits else "",
                becomes=named(web, tip.joins.becomes),
            )
        )
    return said
