"""Join in: a facilitator opens a meeting for phones, asks, sees answers come in, and takes them into the web."""

import pytest

from coprod_core.acts.commands import RemoveActor, RemoveInterest
from coprod_core.rounds.values import NO_GROUP, Answer, Source
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Provenance, Stake, Web
from coprod_ui.meeting import current, live
from coprod_ui.screens.join.own_words import waiting
from coprod_ui.screens.join.rounds import USUAL, usual_interests
from coprod_ui.words import LANGUAGES
from tests.screens.conftest import OpenWindow
from tests.screens.phones import STRONGLY, STRONGLY_NOT, all_say, joined
from tests.screens.window import Window, differences


@pytest.fixture
def closed(small: Window) -> Window:
    """Join in, on a meeting that no phone can join yet."""
    return small.go("join")


@pytest.fixture
def opened(closed: Window) -> Window:
    return closed.press("join_open")


@pytest.fixture
def asking(opened: Window) -> Window:
    """With a round open, as the screen proposes it."""
    return opened.press("join_open_round")


def on(window: Window, part: str) -> Window:
    return window.change("join_part", part)


# -- letting phones in ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_phones_can_join_the_screen_says_how_it_goes(open_case: OpenWindow, language: str) -> None:
    window = open_case("sewer", language, "join")
    assert window.words("join.how_1") in window.text
    assert window.shows("join_open")
    assert live.status(window.meeting) is None


def test_opening_shows_the_code_the_address_and_how_many_are_in(opened: Window) -> None:
    status = live.status(opened.meeting)
    assert status is not None
    assert status.open
    assert f"{status.code[:3]} {status.code[3:]}" in opened.text
    joined(opened.meeting, 3)
    assert opened.words.plural("join.phones", 3) in opened.run().text


def test_raw_answers_are_kept_as_long_as_the_facilitator_says(closed: Window) -> None:
    closed.change(closed.draft("joining", "keep_days"), 7).press("join_open")
    status = live.status(closed.meeting)
    assert status is not None
    assert (status.erase_at - status.opened_at).days == 7


def test_joining_can_be_paused_and_let_go_on(opened: Window) -> None:
    opened.press("join_pause")
    assert not live.status(opened.meeting).joining
    assert opened.words("join.paused") in opened.text
    opened.press("join_pause")
    assert live.status(opened.meeting).joining


def test_closing_for_phones_asks_first_and_a_new_code_comes_with_opening_again(opened: Window) -> None:
    before = live.status(opened.meeting).code
    assert not opened.shows("join_close")
    opened.open("join_close_asked").press("join_close")
    assert not live.status(opened.meeting).open
    opened.press("join_open")
    assert live.status(opened.meeting).code != before


def test_erasing_asks_first_and_takes_own_words_away(asking: Window) -> None:
    joined(asking.meeting, 1)[0].say("Rust in de nacht")
    assert not asking.run().shows("join_erase")
    asking.open("join_erase_asked").press("join_erase")
    assert live.own_words(asking.meeting) == ()
    assert live.status(asking.meeting).erased_at is not None
    assert asking.words("join.erased", day=asking.words("days.today")) in asking.text


def test_in_a_scenario_the_screen_leads_back_to_the_meeting(small: Window) -> None:
    scenario = current.store().fork(small.meeting, "Anders")
    window = Window(scenario, "nl", "join")
    assert window.words("join.in_scenario") in window.text
    assert not window.shows("join_open")


# -- a round ----------------------------------------------------------------------------------------------------------


def test_a_round_proposes_what_causes_the_gap_and_all_groups_of_residents(asking: Window) -> None:
    questions = live.latest_round(asking.meeting).questions
    assert {interest.id for interest in questions.interests} == {"sound", "dry", "green"}
    assert [group.id for group in questions.groups] == ["street", "piles"]
    assert questions.own_words
    assert questions.question == asking.words("join.usual_question")


def test_the_largest_causes_of_the_gap_are_asked_first_after_interests_nobody_holds_yet() -> None:
    interests = tuple(Interest(f"i{n}", f"Belang {n}") for n in range(8))
    stakes = tuple(Stake("out", f"i{n}", n / 10) for n in range(1, 8))
    web = Web(
        actors=(Actor("in", "Binnen", "citizens", seats=3), Actor("out", "Buiten", "citizens", people=50)),
        interests=interests,
        stakes=(Stake("in", "i1", 1.0), *stakes),
    )
    assert usual_interests(current.readings_of(web), web) == ["i0", "i7", "i6", "i5", "i4"]
    assert len(usual_interests(current.readings_of(Web(interests=interests)), Web(interests=interests))) == USUAL


def test_the_facilitator_chooses_question_interests_and_groups(opened: Window) -> None:
    said = {"question": "Wat nu?", "interests": ["dry"], "groups": ["street"], "own_words": False}
    for field, value in said.items():
        opened.change(opened.draft("round", field, "1"), value)
    opened.press("join_open_round")
    questions = live.latest_round(opened.meeting).questions
    assert (questions.question, [i.id for i in questions.interests]) == ("Wat nu?", ["dry"])
    assert ([g.id for g in questions.groups], questions.own_words) == (["street"], False)


def test_answers_are_counted_as_they_come_and_shown_only_when_there_are_enough(asking: Window) -> None:
    phones = joined(asking.meeting, 12)
    all_say(phones[:4], "street", {"dry": STRONGLY})
    asking.run()
    assert asking.words.plural("join.answered", 4, phones="12") in asking.text
    assert asking.words("join.nothing_shown_yet") in asking.text
    assert not asking.shows("figure_spread")
    all_say(phones[4:], "street", {"dry": STRONGLY})
    assert asking.run().shows("figure_spread")


def test_what_people_differ_on_most_is_said_and_offered_as_the_next_question(asking: Window) -> None:
    phones = joined(asking.meeting, 10)
    all_say(phones[:5], "street", {"dry": STRONGLY, "sound": STRONGLY})
    all_say(phones[5:], "street", {"dry": STRONGLY_NOT, "sound": STRONGLY})
    asking.run().press("join_close_round")
    assert asking.words("say_round.most", interest="Droge kelder") in asking.text
    asking.press("join_ask_next").press("join_open_round")
    questions = live.latest_round(asking.meeting).questions
    assert [interest.id for interest in questions.interests] == ["dry"]
    assert questions.question == asking.words("join.why_different", interest="Droge kelder")


def test_a_room_that_agrees_is_not_said_to_differ(asking: Window) -> None:
    all_say(joined(asking.meeting, 6), "street", {"dry": STRONGLY})
    asking.run().press("join_close_round")
    assert asking.words("say_round.hardly") in asking.text
    assert not asking.shows("join_ask_next")


def test_a_closed_round_is_saved_as_tables_and_one_that_may_not_be_shown_is_not(asking: Window) -> None:
    all_say(joined(asking.meeting, 6), "street", {"dry": STRONGLY})
    asking.run()
    assert not asking.shows("join_save")
    asking.press("join_close_round").open("join_save")
    (button,) = asking.app.get("download_button")
    assert button.proto.label == asking.words("join.save_round", number=1)
    assert asking.words("join.save_holds") in asking.text
    asking.press("join_open_round")
    all_say(joined(asking.meeting, 3), "street", {"dry": STRONGLY})
    asking.run().press("join_close_round")
    assert not asking.shows("join_save")


def test_the_table_holds_the_room_and_every_group_that_may_be_shown(asking: Window) -> None:
    all_say(joined(asking.meeting, 6), "street", {"dry": STRONGLY})
    all_say(joined(asking.meeting, 5), "piles", {"dry": STRONGLY_NOT})
    asking.run().press("join_close_round").open("table_spread")
    table = asking.app.table[0].value
    assert list(table[asking.words("charts.said_by")]) == [
        asking.words("charts.whole_room"),
        "De straat",
        "Bewoners met rotte palen",
    ]
    assert list(table[asking.words("charts.at_least_people")]) == [10, 5, 5]


def test_too_few_answers_stay_hidden_after_closing(asking: Window) -> None:
    all_say(joined(asking.meeting, 4), "street", {"dry": STRONGLY})
    asking.run().press("join_close_round")
    assert asking.words("join.too_few") in asking.text
    assert not asking.shows("figure_spread")
    assert asking.words("join.too_few") in on(asking, "adopt").text


def test_what_left_the_web_falls_out_of_the_next_question(opened: Window) -> None:
    assert "green" in opened.value(opened.draft("round", "interests", "1"))
    current.store().append(opened.meeting, RemoveInterest("green"), seen=opened.loaded.head)
    assert "green" not in opened.run().value(opened.draft("round", "interests", "1"))


# -- own words --------------------------------------------------------------------------------------------------------


@pytest.fixture
def said(asking: Window) -> Window:
    joined(asking.meeting, 1)[0].say("Rust in de nacht")
    return on(asking, "own_words")


def first_words(window: Window) -> str:
    return live.own_words(window.meeting)[0].id


def test_own_words_become_an_interest_in_one_act_that_can_be_undone(said: Window) -> None:
    before, id_ = said.web, first_words(said)
    assert "Rust in de nacht" in said.text
    said.change(said.draft("own_words", "name", id_), "Nachtrust").press(f"join_words_new_{id_}")
    (made,) = set(said.web.interest_by_id) - set(before.interest_by_id)
    assert said.web.interest_by_id[made].name == "Nachtrust"
    assert waiting(live.own_words(said.meeting), said.web) == []
    assert said.words("join.no_own_words") in said.text
    said.press("undo")
    assert said.web == before
    assert [one.id for one in waiting(live.own_words(said.meeting), said.web)] == [id_]


def test_own_words_can_belong_to_an_interest_that_is_there(said: Window) -> None:
    before = said.web
    said.change(f"join_words_same_{first_words(said)}", "green")
    assert live.own_words(said.meeting)[0].became == "green"
    assert said.web == before


def test_own_words_can_be_set_aside_and_looked_at_again(said: Window) -> None:
    id_ = first_words(said)
    said.press(f"join_words_aside_{id_}").open("join_words_done")
    assert said.words("join.words_set_aside") in said.text
    said.press(f"join_words_again_{id_}")
    assert live.own_words(said.meeting)[0].became is None


def test_own_words_that_point_at_a_person_are_warned_about(asking: Window) -> None:
    joined(asking.meeting, 1)[0].say("Bel mij op 06 12345678 <b>nu</b>")
    assert asking.words("privacy.phone") in on(asking, "own_words").text


def test_a_new_interest_is_asked_about_first_in_the_next_round(said: Window) -> None:
    said.press(f"join_words_new_{first_words(said)}")
    on(said, "round").press("join_close_round").press("join_open_round")
    assert live.latest_round(said.meeting).questions.interests[0].name == "Rust in de nacht"


# -- people without a phone -------------------------------------------------------------------------------------------


def key_in(window: Window, place: str, numbers: dict[str, int]) -> None:
    for answer, number in numbers.items():
        window.app.get_by_key(window.draft("hands", answer, place)).set_value(number)
    window.press("join_hands_keep")


def test_a_show_of_hands_counts_as_phones_do_and_goes_on_to_the_next_interest(asking: Window) -> None:
    on(asking, "hands")
    first = asking.value("join_hands_interest_1")
    key_in(asking, f"1_hands_street_{first}", {"home_1": 4, "none_1": 3})
    counts = live.typed(asking.meeting, 1)[Source.HANDS, "street", first]
    assert (counts[Answer("home", True)], counts[Answer("none", True)]) == (4, 3)
    assert asking.value("join_hands_interest_1") != first
    on(asking, "round").press("join_close_round")
    assert live.results(asking.meeting, 1)[first].groups["street"].picture.people == 7


def test_paper_is_kept_beside_hands_also_for_who_belongs_to_no_group(asking: Window) -> None:
    on(asking, "hands").change("join_hands_source", str(Source.PAPER)).change("join_hands_group", NO_GROUP)
    first = asking.value("join_hands_interest_1")
    key_in(asking, f"1_paper__{first}", {"plans_0": 6})
    assert live.typed(asking.meeting, 1)[Source.PAPER, NO_GROUP, first] == {Answer("plans", False): 6}


def test_without_an_open_round_nothing_can_be_keyed_in(opened: Window) -> None:
    assert opened.words("join.hands_no_round") in on(opened, "hands").text


# -- taking over ------------------------------------------------------------------------------------------------------


@pytest.fixture
def heard(asking: Window) -> Window:
    """Six people of a group that had only been estimated said something else; the round is closed."""
    all_say(joined(asking.meeting, 6), "piles", {"dry": STRONGLY, "sound": STRONGLY})
    return on(asking.run().press("join_close_round"), "adopt")


def test_what_a_group_says_stands_beside_what_was_estimated_of_it(heard: Window) -> None:
    table = heard.app.table[0].value
    say = heard.words
    was, now = table[say("join.was_known")], table[say("join.says_now")]
    strongly = f"{say('weights.home')}, {say('say_round.side.for')}"
    estimated = f"{say('weights.plans')}, {say('say_round.side.against')} ({say('provenance.estimate')})"
    assert (was["Droge kelder"], now["Droge kelder"]) == (estimated, strongly)


def test_adopting_is_one_act_that_makes_the_group_speak_for_itself_and_can_be_undone(heard: Window) -> None:
    before, head = heard.web, heard.loaded.head
    heard.press("join_adopt")
    assert heard.loaded.head == head + 1
    stake = heard.web.stake_by_pair["piles", "dry"]
    assert (stake.weight, stake.position, stake.provenance) == (1.0, 1.0, Provenance.SELF)
    assert heard.app.get_by_key("join_adopt").disabled
    assert heard.words("join.adopted", name="Bewoners met rotte palen") in heard.text
    heard.press("undo")
    assert differences(before, heard.web) == set()
    assert not heard.app.get_by_key("join_adopt").disabled


def test_a_group_that_left_the_web_is_not_offered_and_told_to_be_gone_not_to_be_too_few(heard: Window) -> None:
    current.store().append(heard.meeting, RemoveActor("piles"), seen=heard.loaded.head)
    assert not heard.run().shows("join_adopt")
    assert heard.words("join.adopt_group_gone", groups="*Bewoners met rotte palen*") in heard.text
    assert heard.words("join.adopt_too_few", groups="*De straat*") in heard.text
    assert heard.words("join.too_few") not in heard.text


def test_an_interest_that_left_the_web_is_named_and_the_rest_of_the_answers_is_taken_over(heard: Window) -> None:
    """As samples/field/k22_adopt_after_removal tells."""
    current.store().append(heard.meeting, RemoveInterest("sound"), seen=heard.loaded.head)
    heard.run()
    assert heard.words("join.adopt_interests_gone", interests="*Stevige fundering*") in heard.text
    assert list(heard.app.table[0].value.index) == ["Droge kelder"]
    assert heard.words("join.adopt_to_do", groups="*Bewoners met rotte palen*") in heard.text
    before, head = heard.web, heard.loaded.head
    heard.press("join_adopt")
    assert heard.loaded.head == head + 1
    assert heard.web.stake_by_pair["piles", "dry"].provenance == Provenance.SELF
    assert heard.words("join.adopt_done", groups="*Bewoners met rotte palen*") in heard.text
    heard.press("undo")
    assert differences(before, heard.web) == set()


def test_what_was_taken_over_before_an_interest_left_stays_taken_over(heard: Window) -> None:
    heard.press("join_adopt")
    current.store().append(heard.meeting, RemoveInterest("sound"), seen=heard.loaded.head)
    heard.run()
    assert heard.app.get_by_key("join_adopt").disabled
    assert heard.words("join.adopt_done", groups="*Bewoners met rotte palen*") in heard.text
    assert heard.words("join.adopt_interests_gone", interests="*Stevige fundering*") in heard.text


def test_a_group_of_whose_answers_nothing_is_left_is_said_to_have_nothing_left(heard: Window) -> None:
    for interest in ("dry", "sound"):
        current.store().append(heard.meeting, RemoveInterest(interest), seen=heard.loaded.head)
    assert heard.run().app.get_by_key("join_adopt").disabled
    assert heard.words("join.adopt_nothing_left", groups="*Bewoners met rotte palen*") in heard.text
    assert heard.words("join.adopted", name="Bewoners met rotte palen") not in heard.text


def test_answers_can_still_be_taken_over_after_the_meeting_closed_for_phones(heard: Window) -> None:
    heard.open("join_close_asked").press("join_close").press("join_adopt")
    assert heard.web.stake_by_pair["piles", "dry"].provenance == Provenance.SELF


# -- drift ------------------------------------------------------------------------------------------------------------


def test_drift_shows_once_two_rounds_were_taken_over(opened: Window) -> None:
    phones = joined(opened.meeting, 6)
    for answer in (STRONGLY, STRONGLY_NOT):
        assert opened.words("drift.not_yet") in on(opened, "drift").text
        on(opened, "round").press("join_open_round")
        all_say(phones, "street", {"dry": answer, "sound": STRONGLY})
        on(opened.run().press("join_close_round"), "adopt").press("join_adopt")
    on(opened, "drift")
    assert opened.words("drift.no_fault") in opened.text
    assert opened.app.get_by_key("figure_round_drift").proto.alt
    opened.open("table_round_drift")
    assert list(opened.app.table[0].value.index) == [opened.words("drift.round", number=n) for n in (1, 2)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_that_brings_its_rounds_shows_their_drift_before_any_phone(store: Store, language: str) -> None:
    window = Window(None, language, "start").example("open", "client_council").go("join")
    assert window.words("join.how_1") in window.text
    assert window.words("drift.no_fault") in window.text
    window.open("table_round_drift")
    assert list(window.app.table[0].value.index) == [window.words("drift.round", number=n) for n in (1, 2, 3)]


def test_a_round_is_numbered_after_those_a_meeting_brought_along(store: Store) -> None:
    window = Window(None, "nl", "start").example("open", "client_council").go("join").press("join_open")
    assert window.words("join.ask_heading", number=4) in window.text
    window.press("join_open_round")
    assert [one.number for one in live.rounds(window.meeting)] == [4]
