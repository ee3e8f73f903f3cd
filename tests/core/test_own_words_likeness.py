"""Own words put together by likeness: what holds for any answers, and how far it agrees with a grouping by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.rounds.covering import covered
from coprod_core.rounds.likeness import Pile, proposed
from tests.benchmarks.own_words import FILES, FLOORS, agreement, read
from tests.examples import examples

POOL = [words for file in FILES for words in read(file).words.values()]
SAID = st.lists(st.sampled_from(POOL) | st.text(max_size=20), max_size=12)


def by_id(said: list[str]) -> dict[str, str]:
    return {f"id{place}": words for place, words in enumerate(said)}


def as_words(piles: tuple[Pile, ...], answers: dict[str, str]) -> list[list[str]]:
    return [sorted(answers[id_] for id_ in pile) for pile in piles]


@examples(60)
@given(SAID)
def test_every_answer_lies_in_one_pile_and_the_largest_comes_first(said: list[str]) -> None:
    answers = by_id(said)
    piles = proposed(answers)
    assert sorted(id_ for pile in piles for id_ in pile) == sorted(answers)
    assert [len(pile) for pile in piles] == sorted((len(pile) for pile in piles), reverse=True)


@examples(60)
@given(SAID, st.randoms(use_true_random=False))
def test_in_whatever_order_answers_come_the_proposal_is_the_same(said: list[str], chance) -> None:
    shuffled = [*said]
    chance.shuffle(shuffled)
    one, other = by_id(said), by_id(shuffled)
    assert as_words(proposed(one), one) == as_words(proposed(other), other)


@examples(60)
@given(SAID, st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_what_a_person_laid_together_stays_together_and_apart_from_what_they_laid_elsewhere(
    said: list[str], where: list[int]
) -> None:
    answers = by_id(said)
    laid = [[id_ for id_, place in zip(answers, where, strict=False) if place == at] for at in (1, 2, 3)]
    piles = proposed(answers, laid)
    assert sorted(id_ for pile in piles for id_ in pile) == sorted(answers)
    for ids in laid:
        assert len({pile for pile in piles if set(pile) & set(ids)}) == min(len(ids), 1)
    for pile in piles:
        assert sum(bool(set(pile) & set(ids)) for ids in laid) <= 1


@examples(60)
@given(SAID, st.sampled_from(POOL))
def test_who_say_the_same_in_other_capitals_lie_together(said: list[str], again: str) -> None:
    answers = {**by_id(said), "one": again, "other": f"  {again.upper()}!"}
    (pile,) = [pile for pile in proposed(answers) if "one" in pile]
    assert "other" in pile


def test_a_new_answer_joins_the_pile_it_is_like_and_no_pile_it_is_not_like() -> None:
    answers = {"a": "meer bomen", "b": "droge kelder", "c": "bomen laten staan", "d": "bankje"}
    assert proposed(answers, [["a"], ["b"]]) == (("c", "a"), ("d",), ("b",))


def test_slips_of_the_pen_and_words_in_one_or_two_lie_together() -> None:
    answers = by_id(["geluidsoverlast", "geluids overlast", "gelduidsoverlast", "bankje"])
    assert {*proposed(answers)[0]} == {"id0", "id1", "id2"}


def test_answers_without_a_word_lie_together_only_where_they_are_the_same() -> None:
    assert len(proposed(by_id(["??", "!", "alles", "niets"]))) == 3


def test_there_are_invented_answers_in_both_languages_to_hold_proposals_to() -> None:
    sizes = {file.stem: len(read(file).words) for file in FILES}
    assert sum(size for name, size in sizes.items() if name.endswith(".nl")) >= 200
    assert sum(size for name, size in sizes.items() if name.endswith(".en")) >= 100


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_proposals_agree_with_a_grouping_by_hand_better_than_without_comparing(file: Path) -> None:
    """The floors: each alone, all in one, the same words, the same longest word. As the benchmark reports."""
    said = read(file)
    found = agreement(proposed(said.words), said.by_hand)
    for way in FLOORS.values():
        floor = agreement(way(said.words), said.by_hand)
        assert found.rand > floor.rand + 0.1
        assert found.acts < floor.acts * 0.75


def test_a_grouping_agrees_wholly_with_itself_and_the_measure_sees_what_is_amiss() -> None:
    by_hand = [["a", "b", "c"], ["d", "e"]]
    assert agreement(by_hand, by_hand) == (1.0, 1.0, 1.0, 0)
    torn = agreement([["a", "b"], ["c"], ["d", "e"]], by_hand)
    assert (torn.right, torn.found, torn.acts) == (1.0, 0.5, 1)
    mixed = agreement([["a", "b", "c", "d"], ["e"]], by_hand)
    assert (mixed.right, mixed.found, mixed.acts) == (0.5, 0.75, 1)


# -- covering -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["bel 06-12345678", "mail a.jansen@voorbeeld.nl", "meneer Bakker is lastig"])
def test_what_seems_to_point_at_a_person_is_covered_without_any_list(words: str) -> None:
    assert covered(words, ())


@pytest.mark.parametrize(
    ("words", "listed", "expected"),
    [
        ("die PIETERSEN weer", "Pietersen", True),
        ("de  Rode   Leeuw moet dicht", "rode leeuw", True),
        ("Pietersenlaan", "Pietersen", False),
        ("meer groen", "Pietersen", False),
        ("c++ les", "C++", True),
        ("meer groen", "", False),
    ],
)
def test_a_listed_word_is_found_whole_and_in_any_capitals(words: str, listed: str, expected: bool) -> None:
    assert covered(words, [listed]) is expected
