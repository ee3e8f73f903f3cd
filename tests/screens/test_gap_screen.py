"""Gap: one question a tab, every reading as word, sentence and picture, and inviting from beside what is missing."""

from dataclasses import replace

import pytest

from coprod_core.history import seats_on_invitation
from coprod_core.indicators import (
    GapRobustness,
    Reference,
    Undefined,
    gap_robustness,
    readings,
    tipping,
    weights_of,
)
from coprod_core.model import Actor, Interest, Invitation, Stake, Web
from coprod_ui import sentences
from coprod_ui.cases import GROUPS
from coprod_ui.words import LANGUAGES
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window, differences

CASES = (*GROUPS["dilemmas"], "client_council")


@pytest.fixture
def gap(small: Window) -> Window:
    return small.go("gap")


def test_the_sentences_are_those_of_the_readings_with_digits_and_without(gap: Window) -> None:
    reading, web = readings(gap.web), gap.web
    for digits in (True, False):
        gap.change_state("digits_gap", digits)
        for sentence in sentences.gap_sentences(reading, web, gap.words, digits).values():
            assert sentence in gap.text


PICTURES = {
    "what": ("gaps", "attention", "interests", "parties"),
    "who": ("seats", "invitations"),
    "sure": ("standing_interest", "standing_party", "ask"),
    "change": ("lenses_interests", "lenses_parties"),
    "thinking": ("positions",),
}


@pytest.mark.parametrize("tab", PICTURES)
def test_a_chart_has_words_for_who_cannot_see_it_and_a_table_on_request(gap: Window, tab: str) -> None:
    gap.gap(tab)
    for name in PICTURES[tab]:
        assert gap.app.get_by_key(f"figure_{name}").proto.alt
        assert not gap.app.table
        gap.open(f"table_{name}")
        assert len(gap.app.table) == 1
        gap.change_state(f"table_{name}", False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_only_the_open_tab_is_drawn_and_each_asks_the_group_something(
    open_case: OpenWindow, name: str, language: str
) -> None:
    window = open_case(name, language, "gap")
    for tab in PICTURES:
        window.gap(tab)
        assert window.words("ask_group.heading") in window.text
        assert "?" in window.text.split(window.words("ask_group.heading"))[1]
        elsewhere = {picture for other in PICTURES if other != tab for picture in PICTURES[other]}
        assert not [picture for picture in elsewhere if window.shows(f"figure_{picture}")]


def test_the_open_tab_stays_open_when_the_language_changes(gap: Window) -> None:
    gap.gap("sure").change("language", "en")
    assert gap.words.language == "en"
    assert gap.shows("figure_ask")


def test_a_link_to_one_question_opens_its_tab(small: Window) -> None:
    small.app.query_params["q"] = "thinking"
    assert small.go("gap").shows("figure_positions")


def test_the_first_to_ask_opens_in_the_inspector_on_web(gap: Window) -> None:
    robustness = gap_robustness(weights_of(gap.web))
    assert isinstance(robustness, GapRobustness)
    first = robustness.ask_first.stakes[0].actor
    gap.gap("sure").press("open_first_asked")
    assert gap.app.session_state["selection"] == ("actor", first)
    assert gap.shows(f"seats_{first}")


def test_what_would_tip_it_is_said_with_the_seats_an_invitation_gives(gap: Window) -> None:
    found = tipping(weights_of(gap.web), {"piles": seats_on_invitation(gap.loaded.history, "piles")})
    assert not isinstance(found, Undefined)
    gap.gap("change")
    for sentence in sentences.what_tips(found, gap.web, gap.words, True):
        assert sentence in gap.text


def test_a_web_with_a_thousand_stakes_works_out_what_tips_it_on_request(open_web: OpenWindow) -> None:
    web = Web(
        actors=tuple(Actor(f"a{i}", f"Groep {i}", "citizens", people=10 + i, seats=i % 2) for i in range(40)),
        interests=tuple(Interest(f"k{k}", f"Belang {k}") for k in range(26)),
        stakes=tuple(Stake(f"a{i}", f"k{k}", (0.1, 0.4, 1.0)[(i + k) % 3]) for i in range(40) for k in range(26)),
    )
    window = open_web(web, screen="gap").gap("change")
    assert window.words("gap_screen.takes_a_while") in window.text
    window.press("work_out_tipping")
    assert window.words("gap_screen.takes_a_while") not in window.text
    assert "één voor één" in window.text


def test_who_thinks_otherwise_at_the_table_than_at_home_is_said_and_drawn(open_web: OpenWindow, small_web: Web) -> None:
    stakes = tuple(
        replace(s, table_position=-1.0) if (s.actor, s.interest) == ("street", "dry") else s for s in small_web.stakes
    )
    window = open_web(replace(small_web, stakes=stakes), screen="gap").gap("thinking")
    assert window.shows("figure_drift")
    assert window.words("say_views.most_drift", interest="Droge kelder") in window.text
    assert window.words("say_views.no_drift") not in window.text


def test_inviting_seats_the_group_marks_who_began_and_goes_on_to_the_next(gap: Window) -> None:
    before = gap.web
    assert gap.gap("who").value("missing") == "piles"
    gap.press("gap_invite_piles")
    changed = {(place, new) for place, _, new in differences(before, gap.web) if place[-2:] not in (".x", ".y")}
    assert changed == {("actors[piles].seats", 6), ("actors[street].initiator", True)}
    assert gap.words("gap_screen.nobody_missing") in gap.text
    gap.press("undo")
    assert gap.web == before
    assert gap.value("missing") == "piles"


def test_who_was_invited_on_gap_stands_at_the_table_on_web(gap: Window) -> None:
    gap.gap("who").press("gap_invite_piles").go("web")
    assert gap.select("actor", "piles").value("seats_piles") == 6


def test_each_missing_group_says_what_joining_brings_and_its_invitation(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap").gap("who")
    web, reading = window.web, readings(window.web)
    for option in window.app.selectbox(key="missing").options:
        (party,) = (actor for actor in web.actors if actor.name == option)
        window.change("missing", party.id)
        assert sentences.invite(reading, web, party.id, window.words, True) in window.text
        assert window.words(f"invitation.{party.invitation}") in window.text
        assert window.shows(f"gap_invite_{party.id}")


def test_the_group_chosen_stays_chosen_while_others_join(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap").gap("who")
    first, second, *_ = (a.id for a in window.web.actors if a.citizens and not a.seated)
    window.change("missing", second).go("web").select("actor", first).press(f"invite_{first}").go("gap")
    assert window.value("missing") == second


def test_a_group_that_declined_is_not_pressed(small: Window) -> None:
    small.select("actor", "piles").change("invitation_piles", Invitation.DECLINED).go("gap").gap("who")
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
