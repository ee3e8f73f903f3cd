"""Gap: one sentence and one picture first, who is missing as cards, and every other reading behind *More*."""

from dataclasses import replace
from itertools import cycle

import pytest

from coprod_core.acts.history import seats_on_invitation
from coprod_core.indicators.gap import Reference
from coprod_core.indicators.gap_tipping import tipping
from coprod_core.indicators.overview import readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import GapRobustness, gap_robustness
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Actor, Interest, Stake, Web
from coprod_ui.examples.cases import GROUPS
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences import gap_tipping as say_gap_tipping
from coprod_ui.sentences import joining as say_joining
from coprod_ui.sentences.claims import claim as say_claim
from coprod_ui.sentences.claims import claims_of
from coprod_ui.sentences.headline import headline
from coprod_ui.sentences.undefined import known
from coprod_ui.words import LANGUAGES
from coprod_ui.words.plain_text import plain
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
        said = say_gap.gap_sentences(reading, web, gap.words, digits)
        assert said.pop("places") in gap.gap("places").text
        text = gap.gap("views").text
        assert [sentence for part, sentence in said.items() if part != "drift" and sentence not in text] == []


PICTURES = {
    "who": ("invitations",),
    "places": ("seats", "parties"),
    "views": ("gaps", "attention", "interests"),
    "equal": ("lenses_interests", "lenses_parties"),
    "sure": ("standing_interest", "standing_party"),
    "estimates": ("ask",),
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


@pytest.mark.parametrize(("name", "language"), list(zip(CASES, cycle(LANGUAGES), strict=False)))
def test_only_the_open_sheet_is_drawn(open_case: OpenWindow, name: str, language: str) -> None:
    window = open_case(name, language, "gap")
    for tab in PICTURES:
        window.gap(tab)
        elsewhere = {picture for other in PICTURES if other != tab for picture in PICTURES[other]}
        assert not [picture for picture in elsewhere if window.shows(f"figure_{picture}")]
    window.press("gap_close")
    assert not [picture for pictures in PICTURES.values() for picture in pictures if window.shows(f"figure_{picture}")]


@pytest.mark.parametrize("sheet", ["who", "views", "sure", "change", "thinking"])
def test_a_sheet_asks_the_group_something(gap: Window, sheet: str) -> None:
    heading = gap.words("ask_group.heading")
    assert "?" in gap.gap(sheet).text.split(heading)[1]


@pytest.mark.parametrize(("name", "language"), list(zip(CASES, cycle(LANGUAGES), strict=False)))
def test_first_stand_the_headline_who_is_hit_hard_and_every_unheard_interest(
    open_case: OpenWindow, name: str, language: str
) -> None:
    window = open_case(name, language, "gap")
    web, say, text = window.web, window.words, window.text
    reading = readings(web)
    for sentence in headline(reading, web, say):
        assert plain(sentence) in text
    for party in known(reading.gap).alarm:
        assert say("gap_look.alarm") in text
        assert web.actor_by_id[party].name in text
    for interest in known(reading.gap).unheard:
        assert web.interest_by_id[interest].name in text
    for claim in claims_of(reading)[:1]:
        assert plain(say_claim(claim, reading, web, say)[0]) in text


def test_without_residents_at_the_table_the_screen_says_so_and_shows_the_way(
    open_web: OpenWindow, small_web: Web
) -> None:
    empty = replace(small_web, actors=tuple(replace(actor, seats=0.0) for actor in small_web.actors))
    window = open_web(empty, screen="gap")
    assert window.words("say_gap.nobody") in window.text
    assert window.words("gap_look.seat_first") in window.text
    assert window.words("gap_look.who_is_missing") not in window.text
    assert window.press("gap_to_web").board["meeting"] == window.meeting


def test_a_group_nothing_is_known_of_is_named_first(open_web: OpenWindow, small_web: Web) -> None:
    silent = Actor("young", "Jongeren in de flat", "citizens", people=30)
    window = open_web(replace(small_web, actors=(*small_web.actors, silent)), screen="gap")
    said = plain(window.words.plural("say_headline.silent", 1, groups="*Jongeren in de flat*"))
    assert window.text.index(said) < window.text.index(window.words("gap_look.who_sits"))
    assert window.words("gap_look.silent_group") in window.text


def test_the_open_sheet_stays_open_when_the_language_changes(gap: Window) -> None:
    gap.gap("estimates").change("language", "en")
    assert gap.words.language == "en"
    assert gap.shows("figure_ask")


def test_a_link_to_one_sheet_opens_it(small: Window) -> None:
    small.app.query_params["q"] = "thinking"
    assert small.go("gap").shows("figure_positions")


def test_the_first_to_ask_is_asked_of_the_board(gap: Window) -> None:
    robustness = gap_robustness(weights_of(gap.web))
    assert isinstance(robustness, GapRobustness)
    first = robustness.ask_first.stakes[0].actor
    gap.gap("estimates").press("open_first_asked")
    assert gap.board["asked"]["select"] == ["actor", first]


def test_what_would_tip_it_is_said_with_the_seats_an_invitation_gives(gap: Window) -> None:
    found = tipping(weights_of(gap.web), {"piles": seats_on_invitation(gap.loaded.history, "piles")})
    assert not isinstance(found, Undefined)
    gap.gap("change")
    for sentence in say_gap_tipping.what_tips(found, gap.web, gap.words, True):
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
    assert "3.120" in window.text


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
    gap.press("gap_sheet_invite_piles")
    changed = {(place, new) for place, _, new in differences(before, gap.web) if place[-2:] not in (".x", ".y")}
    assert changed == {("actors[piles].seats", 6), ("actors[street].initiator", True)}
    assert gap.words("gap_screen.nobody_missing") in gap.text
    gap.press("undo")
    assert gap.web == before
    assert gap.value("missing") == "piles"


def test_who_was_invited_on_gap_stands_at_the_table_on_web(gap: Window) -> None:
    gap.press("gap_invite_piles").go("web")
    assert gap.board["head"] == gap.loaded.head
    assert gap.web.actor_by_id["piles"].seats == 6


def test_each_missing_group_says_what_joining_brings_and_its_invitation(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap").gap("who")
    web, reading = window.web, readings(window.web)
    for option in window.app.selectbox(key=window.drawn("missing")).options:
        (party,) = (actor for actor in web.actors if actor.name == option)
        window.change("missing", party.id)
        said = say_joining.joining(reading, web, party.id, window.words, True)
        assert " ".join([*said, say_joining.ask(web, party.id, window.words)]) in window.text
        assert window.words(f"invitation.{party.invitation}") in window.text
        assert window.shows(f"gap_sheet_invite_{party.id}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_what_is_heard_for_the_first_time_and_no_digit_of_how_well_a_plan_fits(
    open_case: OpenWindow, language: str
) -> None:
    window = open_case("sewer", language, "gap").change("digits_gap", True)
    reading = readings(window.web)
    dilemma = reading.feasibility_inclusiveness
    assert dilemma is not None
    for party in dilemma.invite:
        card = window.within(f"gap_card_{party}")
        for sentence in say_joining.heard(reading, window.web, party, window.words, True):
            assert plain(sentence) in card
        for sentence in say_joining.finding_a_plan(reading, window.web, party, window.words, False):
            assert plain(sentence) in card


def test_what_a_group_needs_is_kept_with_the_group(gap: Window) -> None:
    gap.open("gap_note_piles").change("gap_needs_piles", "Een uur waarop de kinderen op school zijn")
    assert gap.web.actor_by_id["piles"].notes == "Een uur waarop de kinderen op school zijn"


def test_of_a_group_that_declined_one_notes_who_speaks_and_that_does_not_count_as_heard(small: Window) -> None:
    small.act("change_actor", id="piles", changes={"invitation": "declined"}).go("gap").open("gap_note_piles")
    (interest,) = known(readings(small.web).gap).unheard
    small.change(f"gap_spoken_piles_{interest}", "wijkregisseur")
    assert small.web.interest_by_id[interest].spoken_by == "wijkregisseur"
    assert interest in known(readings(small.web).gap).unheard
    assert "wijkregisseur" in small.text


def test_the_group_chosen_stays_chosen_while_others_join(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap").gap("who")
    first, second, *_ = (a.id for a in window.web.actors if a.citizens and not a.seated)
    window.change("missing", second).go("web").act("seat", actor=first, seats=None).go("gap")
    assert window.value("missing") == second


def test_a_group_that_declined_is_not_pressed(small: Window) -> None:
    small.act("change_actor", id="piles", changes={"invitation": "declined"}).go("gap").gap("who")
    assert small.words("say_joining.declined") in small.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_held_against_whom_one_chooses(open_case: OpenWindow, language: str) -> None:
    window = open_case("dog_fence", language, "gap").gap("places")
    window.change("reference", str(Reference.AFFECTED_PUBLIC))
    reading = readings(window.web, Reference.AFFECTED_PUBLIC)
    said = say_gap.gap_sentences(reading, window.web, window.words, True)
    assert said["places"] in window.text
    assert said["views"] in window.gap("views").text
    assert readings(window.web).gap.places != reading.gap.places


def test_under_the_analysis_stand_who_filled_it_in_and_how_we_count(gap: Window) -> None:
    for line in say_fixed.fixed_lines(gap.web, gap.words):
        assert plain(line) in gap.text
    assert say_fixed.method_line(gap.words) in gap.open("explain_icon_first").text
