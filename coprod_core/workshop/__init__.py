"""Workshops: a case as steps that a trainer takes a group through, an open file, and what each step does to the web."""

from coprod_core.workshop.answers import answer_to
from coprod_core.workshop.file import holds_workshop, read, write
from coprod_core.workshop.running import MOST_GROUPS, Running
from coprod_core.workshop.stepping import act_of, done, hidden, is_last, opening, webs_found
from coprod_core.workshop.values import (
    KINDS,
    Asked,
    Choose,
    Compare,
    Debrief,
    Event,
    Guess,
    Predict,
    Reading,
    Reveal,
    ShowReadings,
    Step,
    Story,
    Table,
    Way,
    Workshop,
)

__all__ = [
    "KINDS",
    "MOST_GROUPS",
    "Asked",
    "Choose",
    "Compare",
    "Debrief",
    "Event",
    "Guess",
    "Predict",
    "Reading",
    "Reveal",
    "Running",
    "ShowReadings",
    "Step",
    "Story",
    "Table",
    "Way",
    "Workshop",
    "act_of",
    "answer_to",
    "done",
    "hidden",
    "holds_workshop",
    "is_last",
    "opening",
    "read",
    "webs_found",
    "write",
]
