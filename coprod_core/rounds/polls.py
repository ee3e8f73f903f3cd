"""A poll: one question with a few options, put to the room as a round.

A vote travels as an answer: the option in place i as the i-th of the answers that one person can give of an interest.
So whatever holds for answers holds for votes as it stands: one for each phone, kept beside the log, erased in time, and
nothing shown of fewer than five people (docs/decisions/0006).
"""

from collections.abc import Mapping, Sequence

from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import Answer, Named, Questions
from coprod_core.web.conventions import WEIGHT_NAMES

POLL = "poll"
"""What a vote is about, where an answer has an interest."""

VOTES: tuple[Answer, ...] = (
    Answer(WEIGHT_NAMES[0], True),
    *(Answer(name, wants) for wants in (True, False) for name in WEIGHT_NAMES[1:]),
)
"""The vote for each option, by its place."""


def poll(question: str, options: Sequence[Named]) -> Questions:
    """The question of a poll (at most 200 characters) with its options. Raises `InvalidValue`."""
    return Questions("", (Named(POLL, question),), own_words=False, poll=tuple(options))


def chosen(questions: Questions, vote: Answer) -> Named | None:
    """The option somebody voted for; None for a vote that is for none of them."""
    place = VOTES.index(vote)
    return questions.poll[place] if place < len(questions.poll) else None


def votes(questions: Questions, shown: Mapping[str, InterestResults]) -> Mapping[str, int] | None:
    """How many people voted for each option, by id, as far as it may be shown; None while nothing may be."""
    if POLL not in shown:
        return None
    counts = shown[POLL].room.counts
    return {option.id: counts.get(vote, 0) for option, vote in zip(questions.poll, VOTES, strict=False)}
