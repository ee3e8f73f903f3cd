"""A poll is one question with options: votes are counted by option, and hidden below five like any answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.checked.errors import InvalidValue
from coprod_core.rounds.polls import POLL, VOTES, chosen, poll, votes
from coprod_core.rounds.results import results_of
from coprod_core.rounds.values import MOST_OPTIONS, Named, counted, questions_from_data, questions_to_data

OPTIONS = tuple(Named(letter, f"Optie {letter}") for letter in "abc")
ASKED = poll("Wat denkt u?", OPTIONS)


def test_every_option_has_a_vote_of_its_own() -> None:
    assert len(set(VOTES)) == len(VOTES) == MOST_OPTIONS


@given(st.lists(st.sampled_from(range(3)), min_size=1, max_size=40))
def test_votes_are_counted_by_option(places: list[int]) -> None:
    shown = results_of({"": counted(VOTES[place] for place in places)}, ASKED.levels)
    assert votes(ASKED, {POLL: shown}) == {option.id: places.count(i) for i, option in enumerate(OPTIONS)}


def test_of_a_poll_nothing_is_told_while_nothing_may_be_shown() -> None:
    assert votes(ASKED, {}) is None


def test_a_vote_is_for_the_option_in_its_place_or_for_none() -> None:
    assert [chosen(ASKED, vote) for vote in VOTES] == [*OPTIONS, *[None] * (len(VOTES) - 3)]


def test_a_poll_is_kept_and_read_back() -> None:
    assert questions_from_data(questions_to_data(ASKED)) == ASKED


def test_a_round_of_before_there_were_polls_is_read_as_it_was() -> None:
    kept = questions_to_data(ASKED)
    del kept["poll"]
    assert questions_from_data(kept).poll == ()


def test_a_poll_with_more_options_than_votes_cannot_exist() -> None:
    with pytest.raises(InvalidValue):
        poll("Wat?", [Named(str(n), str(n)) for n in range(MOST_OPTIONS + 1)])
