"""Sentences about drift over rounds: people at the table coming to think otherwise than their own people."""

from collections.abc import Sequence

from coprod_core.rounds.drift import RoundDrift
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers
from coprod_ui.words import Words, of_100


def drift_sentences(found: Sequence[RoundDrift], web: Web, words: Words, digits: bool) -> list[str]:
    """Where it went between the first round that was taken over and the last, what it is about, and what it means."""
    first, last = found[0].drift, found[-1].drift
    if first is None or last is None:
        return [words("drift.unknown")]
    how = "more" if of_100(last) > of_100(first) else "less" if of_100(last) < of_100(first) else "same"
    said = [words(f"drift.{how}", numbers=change_numbers(first, last, words, digits))]
    top = _most_about(found[-1], web)
    if top is not None:
        said.append(words("drift.about", interest=names.interest(web, top)))
    return [" ".join(said), words("drift.no_fault")]


def _most_about(one: RoundDrift, web: Web) -> str | None:
    """The interest that adds most, by the number that would be shown."""
    by_interest = {id_: amount for id_, amount in (one.by_interest or {}).items() if id_ in web.interest_by_id}
    top = max(by_interest, key=lambda id_: by_interest[id_], default=None)
    return top if top is not None and of_100(by_interest[top]) else None
