"""Answers in a round: pictures of them, and what may be shown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.rounds.picture import most_different, picture
from coprod_core.rounds.publication import LEAST, Kept, Release, at_close, at_least, while_open
from coprod_core.rounds.results import results_of
from coprod_core.rounds.values import NO_GROUP, OTHERS, Answer, asked_of, questions_from_data, questions_to_data
from coprod_core.web.conventions import WEIGHT_NAMES, Conventions
from coprod_core.web.model import Actor, Interest, Provenance, Stake, Web
from tests.examples import examples

LEVELS = Conventions().weights
answers = st.builds(Answer, st.sampled_from(WEIGHT_NAMES), st.booleans())
crowds = st.lists(answers, min_size=1, max_size=30).map(Counter)


# -- answers and their picture --------------------------------------------------------------------------------------


def test_who_is_not_affected_wants_nothing_and_opposes_nothing():
    assert Answer("none", False) == Answer("none", True)
    assert Answer("plans", False) != Answer("plans", True)


@pytest.mark.parametrize("unfit", [("much", True), (0.4, True), ("plans", "yes"), (["none"], True)])
def test_an_answer_in_other_words_cannot_exist(unfit: tuple[object, object]):
    with pytest.raises(InvalidValue):
        Answer(*unfit)  # type: ignore[arg-type]


@given(crowds)
def test_a_picture_keeps_what_people_want_on_average(crowd: Counter[Answer]):
    seen = picture(crowd, LEVELS)
    assert seen is not None
    level = dict(zip(WEIGHT_NAMES, LEVELS, strict=True))
    pulls = [level[a.weight] * (1 if a.wants else -1) for a in crowd.elements()]
    assert seen.people == len(pulls)
    assert isclose(seen.weight * seen.position, np.mean(pulls), abs_tol=1e-9) or seen.weight == 0
    assert isclose(seen.spread, np.std(pulls), abs_tol=1e-9)
    assert 0 <= seen.weight <= 1
    assert -1 <= seen.position <= 1


def test_the_spread_is_nothing_when_all_agree_and_full_when_half_is_as_strongly_against():
    agreed = picture(Counter({Answer("home", True): 7}), LEVELS)
    split = picture(Counter({Answer("home", True): 4, Answer("home", False): 4}), LEVELS)
    assert agreed is not None
    assert split is not None
    assert agreed.spread == 0
    assert split.spread == 1
    assert most_different({"a": agreed, "b": split}) == "b"
    assert most_different({"a": agreed}) is None
    assert picture({}, LEVELS) is None


def test_a_meeting_that_counts_otherwise_gets_another_picture_from_the_same_answers():
    crowd = Counter({Answer("plans", True): 5})
    seen = picture(crowd, Conventions(weight_plans=0.6).weights)
    assert seen is not None
    assert seen.weight == pytest.approx(0.6)


# -- questions ------------------------------------------------------------------------------------------------------

WEB = Web(
    actors=(Actor("a", "A", "citizens"), Actor("b", "B", "citizens")),
    interests=(Interest("k", "K"), Interest("l", "L")),
    stakes=(Stake("a", "k", 0.4), Stake("a", "l", 1.0, provenance=Provenance.SELF)),
)


def test_questions_remember_what_was_estimated_and_only_that():
    questions = asked_of(WEB, "Wat?", ["k", "l"], ["a", "b"])
    assert [(e.group, e.interest, e.weight) for e in questions.estimates] == [("a", "k", 0.4)]
    assert questions_from_data(questions_to_data(questions)) == questions


def test_questions_about_what_is_gone_cannot_be_asked():
    with pytest.raises(CannotApply):
        asked_of(WEB, "Wat?", ["x"])
    with pytest.raises(CannotApply):
        asked_of(WEB, "Wat?", ["k"], ["x"])
    with pytest.raises(InvalidValue):
        asked_of(WEB, "Wat?", [], own_words=False)
    with pytest.raises(InvalidValue):
        asked_of(WEB, "Wat?", ["k", "k"])


# -- what may be shown ----------------------------------------------------------------------------------------------

GROUPS = ("a", "b", NO_GROUP)


@dataclass
class Room:
    """One interest in one round as the store runs it, with everything that was ever shown: who, in which version."""

    people: dict[str, Kept] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)
    version: Counter[str] = field(default_factory=Counter)
    typed: dict[str, int] = field(default_factory=dict)
    shown: dict[str, Counter[Answer]] = field(default_factory=dict)
    seen: list[frozenset[tuple[str, int]]] = field(default_factory=list)

    def answer(self, person: str, group: str, answer: Answer) -> None:
        known = self.people.get(person)
        kept = Kept(person, answer, len(self.people), True) if known is None else replace(known, answer=answer)
        self.people[person], self.group[person] = kept, group
        self.version[person] += 1

    def look(self, *, closed: bool) -> None:
        cells: dict[str, list[Kept]] = {}
        for person, kept in self.people.items():
            cells.setdefault(self.group[person], []).append(kept)
        typed = {group: Counter({Answer("home", True): count}) for group, count in self.typed.items()}
        releases = at_close(cells, self.shown.keys(), typed) if closed else while_open(cells)
        for group, release in releases.items():
            self._show(group, release)

    def _show(self, group: str, release: Release) -> None:
        who = {(kept.phone, self.version[kept.phone]) for kept in release.held}
        who |= {(f"typed in {group} {i}", 0) for i in range(sum(release.typed.values()))}
        self.seen.append(frozenset(who))
        self.shown[group] = Counter(release.counts)
        for kept in release.held:
            self.people[kept.phone] = replace(self.people[kept.phone], fresh=False)


steps = st.lists(
    st.tuples(st.integers(0, 24), st.sampled_from(GROUPS), answers) | st.just("look"), min_size=5, max_size=90
)
typed_counts = st.dictionaries(st.sampled_from(GROUPS), st.integers(1, 7), max_size=3)


def room_after(acts: Sequence[object], typed: dict[str, int]) -> Room:
    room = Room(typed=typed)
    for act in acts:
        if act == "look":
            room.look(closed=False)
        else:
            person, group, answer = act  # type: ignore[misc]
            room.answer(f"p{person}", group, answer)
    room.look(closed=True)
    return room


def solvable(seen: Sequence[frozenset[tuple[str, int]]], known: frozenset[str] = frozenset()) -> bool:
    """Whether some sum and difference of what was shown rests on one to four people, when `known` people are known.

    People who are in the same releases always stay together, so only those in bundles below five need be tried.
    """
    coordinates = sorted({who for shown in seen for who in shown if who[0] not in known})
    people = sorted({person for person, _ in coordinates})
    matrix = np.array([[who in shown for who in coordinates] for shown in seen], dtype=float)
    if not len(people):
        return False
    bundles: dict[tuple[tuple[bool, ...], ...], list[str]] = {}
    for person in people:
        columns = tuple(tuple(who in shown for shown in seen) for who in coordinates if who[0] == person)
        bundles.setdefault(columns, []).append(person)
    single = [bundle for columns, bundle in bundles.items() if len(columns) == 1 and len(bundle) < LEAST]
    single += [[person] for columns, bundle in bundles.items() if len(columns) > 1 for person in bundle]
    rank = np.linalg.matrix_rank(matrix)
    for size in range(1, LEAST):
        for chosen in combinations(single, size):
            inside = {person for bundle in chosen for person in bundle}
            if len(inside) < LEAST:
                outside = [i for i, (person, _) in enumerate(coordinates) if person not in inside]
                if np.linalg.matrix_rank(matrix[:, outside]) < rank:
                    return True
    return False


def test_the_check_itself_finds_a_person_who_can_be_worked_out():
    everybody = frozenset((f"p{i}", 1) for i in range(6))
    assert solvable([everybody, everybody - {("p5", 1)}])
    assert not solvable([everybody])


@examples(150)
@given(steps, typed_counts)
def test_nothing_shown_at_any_moment_can_be_solved_for_fewer_than_five_people(
    acts: list[object], typed: dict[str, int]
):
    room = room_after(acts, typed)
    assert not solvable(room.seen)


@examples(100)
@given(steps, typed_counts)
def test_whoever_typed_the_paper_cards_can_solve_no_phones_either(acts: list[object], typed: dict[str, int]):
    room = room_after(acts, typed)
    cards = frozenset(who for shown in room.seen for who, _ in shown if who.startswith("typed"))
    assert not solvable(room.seen, cards)


@given(steps, typed_counts, answers)
def test_an_answer_that_is_in_nothing_shown_has_no_influence_on_what_is(
    acts: list[object], typed: dict[str, int], other: Answer
):
    room = room_after(acts, typed)
    hidden = {person for person, kept in room.people.items() if kept.fresh}
    changed = [
        act if act == "look" or f"p{act[0]}" not in hidden else (act[0], act[1], other)  # type: ignore[index]
        for act in acts
    ]
    assert room_after(changed, typed).shown == room.shown


@given(steps, typed_counts)
def test_every_result_rests_on_five_people_or_more_and_the_room_is_their_sum(acts: list[object], typed: dict[str, int]):
    shown = room_after(acts, typed).shown
    results = results_of(shown, LEVELS)
    if results is None:
        assert shown == {}
        return
    assert all(result.picture.people >= LEAST for result in results.groups.values())
    assert results.room.picture.people == sum(result.picture.people for result in results.groups.values())


def kept(count: int, start: int = 0) -> list[Kept]:
    return [Kept(f"p{start + i}", Answer("plans", True), start + i, True) for i in range(count)]


def test_while_a_round_is_open_five_stay_back_and_the_rest_comes_in_by_fives():
    assert while_open({"a": kept(9)}) == {}
    assert len(while_open({"a": kept(10)})["a"].held) == 5
    assert len(while_open({"a": kept(14)})["a"].held) == 5
    assert len(while_open({"a": kept(15)})["a"].held) == 10


def test_at_the_close_everybody_in_a_group_of_five_is_shown_and_small_groups_together():
    releases = at_close({"a": kept(5), "b": kept(3, 5), NO_GROUP: kept(2, 8)}, set(), {})
    assert {group: len(release.held) for group, release in releases.items()} == {"a": 5, OTHERS: 5}


def test_one_small_group_is_not_shown_and_does_not_count_in_the_room():
    releases = at_close({"a": kept(5), "b": kept(4, 5)}, set(), {})
    assert set(releases) == {"a"}


def test_typed_answers_go_along_with_phones_but_never_make_up_their_five():
    typed = {"a": Counter({Answer("home", True): 4})}
    assert sum(at_close({"a": kept(5)}, set(), typed)["a"].counts.values()) == 9
    assert at_close({"a": kept(4)}, set(), typed) == {}
    alone = {"a": Counter({Answer("home", True): 5})}
    assert at_close({"a": kept(4)}, set(), alone)["a"].held == ()


@given(st.integers(0, 10_000))
def test_how_many_answered_is_said_in_fives(people: int):
    assert at_least(people) <= people < at_least(people) + LEAST
