"""Groups of which nothing is known: not computed with, and told first (docs/indicators.md, sections 1 and 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    QUOTIENT,
    Column,
    Ingredients,
    Kind,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import Weights
from coprod_core.web.model import Actor

PLACE = ("silent",)


@dataclass(frozen=True)
class Silent:
    """The citizen parties of which nobody said anything, not even that they have no stake: not computed with.

    `people`: their people as a share of all known people of citizens (0..1); None where that is not known.
    """

    parties: tuple[str, ...]
    people: float | None


def silent_parties(weights: Weights) -> Silent:
    """Which parties are silent, and how large a part of the residents they are."""
    silent = weights.silent
    if not silent.any():
        known_of_any = any(party.people is not None for party in weights.web.actors if party.citizens)
        return Silent((), 0.0 if known_of_any else None)
    parties = tuple(weights.actors[i] for i in np.flatnonzero(silent).tolist())
    citizens = [party for party in weights.web.actors if party.citizens]
    known = [party.people for party in citizens if party.people is not None]
    of_silent = [weights.web.actor_by_id[id_].people for id_ in parties]
    counted = [people for people in of_silent if people is not None]
    if not known or len(counted) < len(of_silent):
        return Silent(parties, None)
    return Silent(parties, sum(counted) / sum(known))


def of(readings: Readings) -> Silent:
    """The silent parties of a web, found once."""
    return readings.once(__name__, lambda: silent_parties(readings.weights))


def data(silent: Silent) -> dict[str, Any]:
    """The silent parties as plain JSON data."""
    return {"parties": list(silent.parties), "people": silent.people}


# -- explained ------------------------------------------------------------------------------------------------------

_PEOPLE = Column("people", Unit.COUNT)

SILENT_PEOPLE = Kind("silent_people", (_PEOPLE,), together=Together.SUM, unit=Unit.COUNT)
KNOWN_PEOPLE = Kind("known_people", (_PEOPLE,), together=Together.SUM, unit=Unit.COUNT)
SILENT_PART = Kind("silent_part", (Column("silent_people", Unit.COUNT), Column("whole", Unit.COUNT)), QUOTIENT)


def _people(readings: Readings, _: Subject) -> Iterable[Step]:
    citizens = [party for party in readings.weights.web.actors if party.citizens]
    silent = step(SILENT_PEOPLE, _rows(party for party in citizens if party.id in of(readings).parties))
    known = step(KNOWN_PEOPLE, _rows(citizens))
    return silent, known, step(SILENT_PART, [((), (silent.result or 0.0, known.result or 0.0))])


def _rows(parties: Iterable[Actor]) -> list[Ingredients]:
    return [((("actor", party.id),), (party.people,)) for party in parties if party.people is not None]


READINGS = (
    Reading(
        code="silent.people",
        chapter="gap",
        formula="Σ people of silent parties / Σ people of residents, where known",
        undefined=("people_unknown",),
        kinds=(SILENT_PEOPLE, KNOWN_PEOPLE, SILENT_PART),
        subjects=lambda readings: [()] if of(readings).people is not None else [],
        value=lambda readings, _: of(readings).people or 0.0,
        steps=_people,
    ),
)
