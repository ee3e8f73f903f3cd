"""Own words on Join in: put together by likeness, looked at, moved, and made into interests; covered where need be."""

from pathlib import Path

import pytest

from coprod_core.files import organisation
from coprod_ui.meeting import live
from coprod_ui.screens.join.own_words import waiting
from coprod_ui.screens.join.piles import Pile, piles_of
from tests.screens.phones import Phone, joined
from tests.screens.window import Window

TREES = ("meer bomen", "bomen laten staan", "geen bomen kappen", "de oude bomen", "bomen")
QUIET = ("nachtrust", "rust in de nacht")
ALONE = "laadpaal"


@pytest.fixture
def asking(small: Window) -> Window:
    return small.go("join").press("join_open").press("join_open_round")


@pytest.fixture
def said(asking: Window) -> Window:
    """Eight phones that each said something, looked at where own words are."""
    for phone, words in zip(joined(asking.meeting, 8), (*TREES, *QUIET, ALONE), strict=True):
        phone.say(words)
    return asking.change("join_part", "own_words")


@pytest.fixture
def proposed(said: Window) -> Window:
    return said.press("join_words_propose")


def piles(window: Window) -> tuple[Pile, ...]:
    return piles_of(waiting(live.own_words(window.meeting), window.web))


def with_in_it(window: Window, words: str) -> Pile:
    (found,) = [pile for pile in piles(window) if words in [one.words for one in pile.words]]
    return found


def texts(pile: Pile) -> set[str]:
    return {one.words for one in pile.words}


def tick(window: Window, pile: Pile, words: str) -> Window:
    (id_,) = [one.id for one in pile.words if one.words == words]
    return window.change(f"join_words_tick_{pile.id}_{id_}", True)


def goes(window: Window, pile: Pile, place: str) -> Window:
    return window.change(f"join_words_same_{pile.id}", place)


def test_a_proposal_decides_nothing_and_shows_every_text_word_for_word(said: Window) -> None:
    before, head = said.web, said.loaded.head
    said.press("join_words_propose")
    assert (said.web, said.loaded.head) == (before, head)
    assert len(waiting(live.own_words(said.meeting), said.web)) == 8
    assert [texts(pile) for pile in piles(said)] == [{*TREES}, {*QUIET}, {ALONE}]
    for words in (*TREES, *QUIET, ALONE):
        assert words in said.text
    assert said.words.plural("own_words.proposed", 8) in said.text


def test_a_pile_becomes_one_interest_in_one_act_with_how_many_phones_at_least_and_undoing_brings_it_back(
    proposed: Window,
) -> None:
    before, head, pile = proposed.web, proposed.loaded.head, with_in_it(proposed, "bomen")
    proposed.change(proposed.draft("own_words", "name", pile.id), "Bomen").press(f"join_words_new_{pile.id}")
    assert proposed.loaded.head == head + 1
    (made,) = set(proposed.web.interest_by_id) - set(before.interest_by_id)
    interest = proposed.web.interest_by_id[made]
    assert (interest.name, interest.notes) == ("Bomen", proposed.words("own_words.said_by", count="5"))
    assert {one.words for one in live.own_words(proposed.meeting) if one.became == made} == {*TREES}
    assert proposed.words.plural("own_words.made", 5, interest="Bomen") in proposed.text
    proposed.press("undo")
    assert proposed.web == before
    assert texts(with_in_it(proposed, "bomen")) == {*TREES}


def test_of_fewer_than_five_phones_no_number_goes_into_the_web(proposed: Window) -> None:
    before, pile = proposed.web, with_in_it(proposed, "nachtrust")
    proposed.press(f"join_words_new_{pile.id}")
    (made,) = set(proposed.web.interest_by_id) - set(before.interest_by_id)
    assert proposed.web.interest_by_id[made].notes == ""


def test_one_phone_in_several_rounds_is_not_told_as_several(asking: Window) -> None:
    phones = joined(asking.meeting, 3)
    for number in (1, 2):
        for phone in phones:
            phone.say("meer bomen")
        asking.run().press("join_close_round")
        if number == 1:
            asking.press("join_open_round")
    assert Pile("all", live.own_words(asking.meeting)).phones == 0


def test_a_text_goes_to_another_pile_a_pile_to_another_and_both_can_be_taken_back(proposed: Window) -> None:
    trees, quiet = with_in_it(proposed, "bomen"), with_in_it(proposed, "nachtrust")
    goes(tick(proposed, trees, "de oude bomen"), trees, quiet.id)
    assert texts(with_in_it(proposed, "nachtrust")) == {*QUIET, "de oude bomen"}
    goes(proposed, quiet, with_in_it(proposed, ALONE).id)
    assert texts(with_in_it(proposed, ALONE)) == {*QUIET, "de oude bomen", ALONE}
    assert proposed.words.plural("own_words.moved", 3) in proposed.text
    whole = with_in_it(proposed, ALONE)
    goes(tick(proposed, whole, "de oude bomen"), whole, trees.id)
    assert texts(with_in_it(proposed, "bomen")) == {*TREES}


def test_what_is_chosen_in_a_pile_can_lie_by_itself_be_laid_onto_an_interest_or_be_set_aside(proposed: Window) -> None:
    before, trees = proposed.web, with_in_it(proposed, "bomen")
    goes(tick(proposed, trees, "bomen"), trees, "|")
    assert texts(with_in_it(proposed, "bomen")) == {"bomen"}
    goes(tick(proposed, trees, "meer bomen"), trees, "green")
    tick(proposed, trees, "de oude bomen").press(f"join_words_aside_{trees.id}")
    became = {one.words: one.became for one in live.own_words(proposed.meeting)}
    assert (became["meer bomen"], became["de oude bomen"], became["geen bomen kappen"]) == ("green", "", None)
    assert proposed.web == before


def test_piles_alike_in_meaning_alone_become_one_interest_in_one_act(proposed: Window) -> None:
    before, trees = proposed.web, with_in_it(proposed, "bomen")
    along = [with_in_it(proposed, "nachtrust").id, with_in_it(proposed, ALONE).id]
    tick(proposed, trees, "bomen").change(proposed.draft("own_words", "also", trees.id), along)
    assert proposed.words.plural("own_words.chosen", 4) in proposed.text
    proposed.press(f"join_words_new_{trees.id}")
    (made,) = set(proposed.web.interest_by_id) - set(before.interest_by_id)
    assert {one.words for one in live.own_words(proposed.meeting) if one.became == made} == {"bomen", *QUIET, ALONE}
    assert [texts(pile) for pile in piles(proposed)] == [{*TREES} - {"bomen"}]
    assert proposed.words.plural("own_words.chosen", 4) not in proposed.text


def test_a_refused_pile_is_not_proposed_again_and_can_be_put_together_again(proposed: Window) -> None:
    trees = with_in_it(proposed, "bomen")
    proposed.press(f"join_words_refuse_{trees.id}")
    Phone(proposed.meeting).say("nog een laadpaal")
    proposed.run().press("join_words_propose")
    assert texts(with_in_it(proposed, "bomen")) == {"bomen"}
    assert texts(with_in_it(proposed, ALONE)) == {ALONE, "nog een laadpaal"}
    proposed.open("join_words_refused").press(f"join_words_restore_{trees.id}")
    assert texts(with_in_it(proposed, "bomen")) == {*TREES}


def test_a_later_text_joins_the_pile_as_a_person_left_it(proposed: Window) -> None:
    trees = with_in_it(proposed, "bomen")
    goes(tick(proposed, trees, "bomen"), trees, with_in_it(proposed, ALONE).id)
    Phone(proposed.meeting).say("geen oude bomen kappen")
    proposed.run().press("join_words_propose")
    assert texts(with_in_it(proposed, "meer bomen")) == {*TREES, "geen oude bomen kappen"} - {"bomen"}
    assert texts(with_in_it(proposed, "bomen")) == {"bomen", ALONE}


# -- covered --------------------------------------------------------------------------------------------------------


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of the organisation's own, with one name on it."""
    monkeypatch.setenv("COPROD_ORGANISATION", str(tmp_path))
    (tmp_path / organisation.COVERED).write_text("# onze lijst\nWolters  # van de winkel\n", "utf-8")
    return tmp_path


def test_what_may_point_at_a_person_is_covered_until_somebody_uncovers_it(asking: Window, listed: Path) -> None:
    hidden = ("bel 06-12345678", "wolters moet weg")
    for phone, words in zip(joined(asking.meeting, 3), (*hidden, "Jannie is te hard"), strict=True):
        phone.say(words)
    asking.change("join_part", "own_words")
    page = asking.text + "".join(str(field.value) for field in asking.app.text_input)
    assert [words for words in hidden if words in page] == []
    assert "Jannie is te hard" in asking.text
    assert asking.words("own_words.not_recognised") in asking.text
    assert asking.words("privacy.phone") in asking.text
    assert asking.words("own_words.on_list") in asking.text
    (id_,) = [one.id for one in live.own_words(asking.meeting) if one.words == hidden[1]]
    asking.press(f"join_words_cover_{id_}")
    assert hidden[1] in asking.text
    assert hidden[0] not in asking.text
    assert hidden[1] not in asking.press(f"join_words_cover_{id_}").text


def test_that_there_is_no_list_is_not_told_as_an_empty_one(asking: Window, listed: Path) -> None:
    joined(asking.meeting, 1)[0].say("meer bomen")
    where = {"file": "covered_words.txt", "folder": listed.name}
    assert asking.words("own_words.list", **where).split(":")[0] in asking.change("join_part", "own_words").text
    (listed / organisation.COVERED).unlink()
    assert asking.words("own_words.no_list", **where).split(":")[0] in asking.run().text
