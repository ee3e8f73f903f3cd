"""Taking over what a group answered: one act in the log, its own word first, then what those at the table say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.adoption import Adopt, GroupAnswer
from coprod_core.acts.commands import RemoveActor, RemoveInterest, Seat, Together
from coprod_core.acts.history import History, Undo, after, opened
from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.files.log_format import act_from_data, act_to_data
from coprod_core.rounds.adopting import adoption
from coprod_core.rounds.drift import drift_over_rounds
from coprod_core.rounds.picture import Picture
from coprod_core.web.model import Actor, Interest, Provenance, Stake, Unknown, Web

WEB = Web(
    actors=(Actor("street", "De straat", "citizens", people=60, seats=6), Actor("piles", "Palen", "citizens")),
    interests=(Interest("dry", "Droge kelder"), Interest("green", "Groen")),
    stakes=(Stake("street", "dry", 1.0, notes="buurt"), Stake("piles", "green", 0.4)),
    unknown=(Unknown("street", "green"),),
)


def said(weight: float, position: float = 1.0) -> Picture:
    return Picture(10, weight, position, 0.0)


def adopted(history: History, number: int, actor: str = "street", **pictures: Picture) -> History:
    return after(history, adoption(history, number, actor, pictures))


def test_the_first_time_a_groups_answer_replaces_the_estimate_and_is_its_own_word():
    web = adopted(opened(WEB), 1, dry=said(0.6, 0.5), green=said(0.2)).web
    stake = web.stake_by_pair["street", "dry"]
    assert (stake.weight, stake.position, stake.provenance) == (0.6, 0.5, Provenance.SELF)
    assert (stake.table_weight, stake.table_position, stake.notes) == (None, None, "buurt")
    assert web.stake_by_pair["street", "green"].provenance == Provenance.SELF
    assert web.unknown == ()


def test_from_the_second_round_on_it_is_what_those_at_the_table_say_now():
    history = adopted(adopted(opened(WEB), 1, dry=said(0.6, 0.5)), 2, dry=said(0.3, -0.5))
    stake = history.web.stake_by_pair["street", "dry"]
    assert (stake.weight, stake.position) == (0.6, 0.5)
    assert (stake.table_weight, stake.table_position) == (0.3, -0.5)


def test_the_same_round_taken_over_once_more_is_still_the_groups_own_word():
    history = adopted(adopted(opened(WEB), 1, dry=said(0.6)), 1, dry=said(0.7))
    stake = history.web.stake_by_pair["street", "dry"]
    assert (stake.weight, stake.table_weight) == (0.7, None)


def test_a_group_that_is_not_at_the_table_speaks_for_itself_each_time():
    history = adopted(adopted(opened(WEB), 1, "piles", green=said(0.6)), 2, "piles", green=said(0.2))
    stake = history.web.stake_by_pair["piles", "green"]
    assert (stake.weight, stake.table_weight) == (0.2, None)


def test_one_undo_takes_it_all_back():
    history = adopted(opened(WEB), 1, dry=said(0.6), green=said(0.2))
    assert after(history, Undo()).web == WEB


def test_what_was_undone_no_longer_counts_as_heard():
    history = after(adopted(opened(WEB), 1, dry=said(0.6)), Undo())
    assert adopted(history, 2, dry=said(0.3)).web.stake_by_pair["street", "dry"].weight == 0.3


def test_what_is_said_of_an_interest_that_left_the_web_is_left_out_and_the_rest_is_one_act():
    history = after(opened(WEB), RemoveInterest("green"))
    web = adopted(history, 1, dry=said(0.6), green=said(0.2)).web
    assert (web.stake_by_pair["street", "dry"].weight, len(web.stakes)) == (0.6, 1)


def test_a_party_that_left_the_web_or_with_no_answer_left_has_nothing_to_take_over():
    with pytest.raises(CannotApply) as gone:
        adoption(after(opened(WEB), RemoveActor("street")), 1, "street", {"dry": said(0.6)})
    assert gone.value.code == "gone"
    with pytest.raises(InvalidValue):
        adoption(after(opened(WEB), RemoveInterest("green")), 1, "street", {"green": said(0.6)})


answers = st.builds(GroupAnswer, st.sampled_from(["dry", "green"]), st.floats(0, 1), st.floats(-1, 1), st.booleans())


@given(st.lists(answers, min_size=1, max_size=2, unique_by=lambda answer: answer.interest))
def test_the_act_is_read_from_the_log_as_it_was_written(given_answers: list[GroupAnswer]):
    act = Together((Adopt(3, "street", tuple(given_answers)), Seat("street", 3.0)))
    read = act_from_data(json.loads(json.dumps(act_to_data(act))))
    assert read == act
    assert after(opened(WEB), act).web == after(opened(WEB), read).web


def test_an_answer_that_fits_nothing_is_not_taken_over():
    for actor, interest in (("gone", "dry"), ("street", "gone")):
        with pytest.raises(CannotApply):
            Adopt(1, actor, (GroupAnswer(interest, 0.5, 1.0, False),)).applied_to(WEB)
    for number, given_answers in ((0, (GroupAnswer("dry", 0.5, 1.0, False),)), (1, ())):
        with pytest.raises(InvalidValue):
            Adopt(number, "street", given_answers)
    with pytest.raises(InvalidValue):
        Adopt(1, "street", (GroupAnswer("dry", 0.5, 1.0, False),) * 2)
    with pytest.raises(InvalidValue):
        GroupAnswer("dry", 1.5, 1.0, False)


def test_drift_follows_round_by_round_and_adds_up_by_interest():
    history = opened(WEB)
    assert drift_over_rounds(history) == ()
    history = adopted(history, 1, dry=said(1.0), green=said(0.0))
    history = adopted(history, 2, dry=said(1.0, -1.0), green=said(0.0))
    first, second = drift_over_rounds(history)
    assert (first.round, first.drift) == (1, 0.0)
    assert (second.round, second.drift) == (2, pytest.approx(1.0))
    assert second.by_interest == pytest.approx({"dry": 1.0, "green": 0.0})
    assert [each.round for each in drift_over_rounds(after(history, Undo()))] == [1]


def test_drift_of_nobody_is_not_a_number():
    web = Web(actors=(Actor("o", "O", "own_organisation"),), interests=(Interest("k", "K"),))
    (only,) = drift_over_rounds(adopted(opened(web), 1, "o", k=said(0.5)))
    assert only.drift is None
