"""What a report needs that nobody wrote down yet, each with the tab where one does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coprod_core.acts.weighing import Recorded, decisive
from coprod_core.indicators.missing import missing
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences.group_size import is_small

MOST_GROUPS, MOST_SILENT = 4, 6
"""So many groups that are not at the table stand on page one, and so many of whom nothing is known."""


@dataclass(frozen=True, slots=True)
class NotOnRecord:
    """One thing that is not on record. `code` says what; `about`: the group or the plan it is about, by id; `tab`: the
    tab of Report where it is written down; `page_one`: whether it leaves a hole there.
    """

    code: str
    tab: str
    about: str = ""
    page_one: bool = True


def not_on_record(web: Web, readings: Readings, weighings: Mapping[int, Recorded]) -> tuple[NotOnRecord, ...]:
    """Everything a report could tell and nobody wrote down, page one first."""
    return (*_of_page_one(web, readings, weighings), *_of_the_account(web))


def _of_page_one(web: Web, readings: Readings, weighings: Mapping[int, Recorded]) -> Iterator[NotOnRecord]:
    card = web.accounting.card
    if not card.asked.strip():
        yield NotOnRecord("asked", "details")
    chosen = decisive(weighings)
    if chosen is None:
        yield NotOnRecord("chosen", "weighings")
    elif not chosen[1].weighing.for_losers.strip():
        yield NotOnRecord("for_losers", "weighings")
    for actor in on_page_one(web, readings):
        if not (web.actor_by_id[actor].seated or web.accounting.attempts_at(actor)):
            yield NotOnRecord("attempts", "details", actor)
    for name in ("next_step", "author", "contact"):
        if not getattr(card, name).strip():
            yield NotOnRecord(name, "details")


def on_page_one(web: Web, readings: Readings) -> tuple[str, ...]:
    """The groups that page one names: the first silent ones, at the table or not, then the first of the others that are
    not there; no small group.
    """
    weights = readings.weights
    silent = [id_ for id_, is_silent in zip(weights.actors, weights.silent.tolist(), strict=True) if is_silent]
    others = [id_ for id_ in missing(readings) if id_ not in silent and not is_small(web.actor_by_id[id_])]
    unknown = [id_ for id_ in silent if not is_small(web.actor_by_id[id_])]
    return (*unknown[:MOST_SILENT], *others[:MOST_GROUPS])


def _of_the_account(web: Web) -> Iterator[NotOnRecord]:
    kept = web.accounting
    if not kept.occasions:
        yield NotOnRecord("course", "details", page_one=False)
    if kept.card.promised_level is None:
        yield NotOnRecord("promised_level", "details", page_one=False)
    for option in web.options:
        if not option.description.strip():
            yield NotOnRecord("description", "details", option.id, page_one=False)
    if not kept.card.shown_on:
        yield NotOnRecord("shown_on", "details", page_one=False)
    if not kept.card.evaluation.strip() and not kept.card.evaluate_on:
        yield NotOnRecord("evaluation", "details", page_one=False)
