"""How an open round is shown: in large steps, because five phones are not always five people."""

from collections import Counter
from random import Random
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from coprod_core.rounds.publication import LEAST
from coprod_core.rounds.results import coarse, results_of
from coprod_core.rounds.values import Answer
from coprod_core.web.conventions import WEIGHT_NAMES, Conventions

LEVELS = Conventions().weights
answers = st.builds(Answer, st.sampled_from(WEIGHT_NAMES), st.booleans())
crowds = st.lists(answers, min_size=1, max_size=30).map(Counter)


@given(crowds)
def test_an_open_round_is_shown_in_steps_of_a_quarter_and_without_counts(crowd: Counter[Answer]):
    fine = results_of({"a": crowd}, LEVELS)
    assert fine is not None
    shown = coarse(fine)
    for result in (shown.room, *shown.groups.values()):
        assert not result.counts
        assert {value * 4 % 1 for value in (result.picture.weight, result.picture.position, result.picture.spread)} == {
            0
        }
        assert result.people % LEAST == result.picture.people % LEAST == 0


EVERY = (Answer("none", True), *(Answer(name, wants) for name in WEIGHT_NAMES[1:] for wants in (True, False)))


def told_apart(known: Counter[Answer], *, coarsely: bool) -> int:
    """How many different pictures the seven answers of one other person give beside what is known."""
    seen = set()
    for answer in EVERY:
        results = results_of({"a": known + Counter([answer])}, LEVELS)
        assert results is not None
        seen.add((coarse(results) if coarsely else results).room.picture)
    return len(seen)


def test_who_has_nine_of_ten_phones_reads_the_tenth_from_a_fine_picture_and_less_from_a_coarse_one():
    """What five people means (docs/decisions/0030): harder, and not ruled out."""
    chance = Random(15)
    rooms = [Counter(chance.choices(EVERY, k=9)) for _ in range(200)]
    assert {told_apart(known, coarsely=False) for known in rooms} == {7}
    assert median(told_apart(known, coarsely=True) for known in rooms) <= 4
