"""Paper cards with the questions of a round, A6, four on a sheet of A4; they hold no personal data."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:  # the server answers before the values of a round are loaded
    from coprod_core.rounds.values import Questions

HOME = "/cards"
"""Where cards are made for printing."""


def entry_address(meeting: str, language: str) -> str:
    """Where the cards are that each let one phone in."""
    return f"{HOME}/{meeting}/entry?{urlencode({'language': language})}"


def address(meeting: str, questions: "Questions", language: str) -> str:
    """Where the cards with these questions are, so that they can be printed before the round opens too."""
    asked = [
        ("language", language),
        ("question", questions.question),
        *(("interest", interest.id) for interest in questions.interests),
        *(("group", group.id) for group in questions.groups),
        *([("own_words", "1")] if questions.own_words else []),
    ]
    return f"{HOME}/{meeting}?{urlencode(asked)}"
