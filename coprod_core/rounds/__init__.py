"""A round in the room: what is asked, what people answer, what may be shown of it, and what it says of a group."""

from coprod_core.rounds.picture import Picture, most_different, picture
from coprod_core.rounds.publication import LEAST, Kept, Release, at_close, at_least, while_open
from coprod_core.rounds.results import InterestResults, Result, results_of
from coprod_core.rounds.values import (
    LONGEST_OWN_WORDS,
    NO_GROUP,
    OTHERS,
    Answer,
    Counts,
    Estimated,
    Named,
    Questions,
    Source,
    asked_of,
    counted,
    questions_from_data,
    questions_to_data,
)

__all__ = [
    "LEAST",
    "LONGEST_OWN_WORDS",
    "NO_GROUP",
    "OTHERS",
    "Answer",
    "Counts",
    "Estimated",
    "InterestResults",
    "Kept",
    "Named",
    "Picture",
    "Questions",
    "Release",
    "Result",
    "Source",
    "asked_of",
    "at_close",
    "at_least",
    "counted",
    "most_different",
    "picture",
    "questions_from_data",
    "questions_to_data",
    "results_of",
    "while_open",
]
