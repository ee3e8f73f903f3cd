"""Gap: every reading as word, sentence and bar, and inviting from beside what is missing."""

import pytest

from coprod_core.indicators import Reference, readings
from coprod_core.model import Invitation
from coprod_ui import sentences
from coprod_ui.words import LANGUAGES
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window, differences


@pytest.fixture
def gap(small: Window) -> Window:
    return small.go("gap")


def test_the_sentences_are_those_of_the_readings_with_digits_and_without(gap: Window) -> None:
    reading, web = readings(gap.web), gap.web
    for digits in (True, False):
        gap.change_state("digits_gap", digits)
        for sentence in sentences.gap_sentences(reading, web, gap.words, digits).values():
            assert sentence in gap.text


def test_a_chart_has_words_for_who_cannot_see_it_and_a_table_on_request(gap: Window) -> None:
    for name in ("attention", "interests", "seats", "parties"):
        chart = gap.app.get_by_key(f"figure_{name}")
        assert chart.proto.alt
        assert not gap.app.table
        gap.open(f"table_{name}")
        assert len(gap.app.table) == 1
        gap.change_state(f"table_{name}", False)


def test_inviting_seats_the_group_marks_who_began_and_goes_on_to_the_next(gap: Window) -> None:
    before = gap.web
    assert gap.value("missing") == "piles"
    gap.press("gap_invite_piles")
    changed = {(place, new) for place, _, new in differences(before, gap.web) if place[-2:] not in (".x", ".y")}
    assert changed == {("actors[piles].seats", 6), ("actors[street].initiator", True)}
    assert gap.words("gap_screen.nobody_missing") in gap.text
    gap.press("undo")
    assert gap.web == before
    assert gap.value("missing") == "piles"


def test_who_was_invited_on_gap_stands_at_the_table_on_web(gap: Window) -> None:
    gap.press("gap_invite_piles").go("web")
    assert gap.select("actor", "piles").value("seats_piles") == 6


def test_each_missing_group_says_what_joining_brings_and_its_invitation(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap")
    web, reading = window.web, readings(window.web)
    for option in window.app.selectbox(key="missing").options:
        (party,) = (actor for actor in web.actors if actor.name == option)
        window.change("missing", party.id)
        assert sentences.invite(reading, web, party.id, window.words, True) in window.text
        assert window.words(f"invitation.{party.invitation}") in window.text
        assert window.shows(f"gap_invite_{party.id}")


def test_the_group_chosen_stays_chosen_while_others_join(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap")
    first, second, *_ = (a.id for a in window.web.actors if a.citizens and not a.seated)
    window.change("missing", second).go("web").select("actor", first).press(f"invite_{first}").go("gap")
    assert window.value("missing") == second


def test_a_group_that_declined_is_not_pressed(small: Window) -> None:
    small.select("actor", "piles").change("invitation_piles", Invitation.DECLINED).go("gap")
    assert small.words("say_invite.declined") in small.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_held_against_whom_one_chooses(open_case: OpenWindow, language: str) -> None:
    window = open_case("dog_fence", language, "gap")
    window.change("reference", str(Reference.AFFECTED_PUBLIC))
    reading = readings(window.web, Reference.AFFECTED_PUBLIC)
    said = sentences.gap_sentences(reading, window.web, window.words, True)
    assert all(sentence in window.text for sentence in said.values())
    assert readings(window.web).gap.places != reading.gap.places


def test_under_the_analysis_stand_who_filled_it_in_and_how_we_count(gap: Window) -> None:
    for line in (*sentences.fixed_lines(gap.web, gap.words), sentences.method_line(gap.words)):
        assert line in gap.text
