"""A workshop on the trainer's screen, in the room's window and on paper: step by step, from the first to the last."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest
from markupsafe import escape

from coprod_core.acts.commands import Seat
from coprod_core.rounds.polls import POLL, VOTES
from coprod_core.store.live_values import GiveAnswer
from coprod_core.store.store import Store
from coprod_core.workshop.values import Choose, Event
from coprod_ui.examples.workshops import NAMES, workshops
from coprod_ui.meeting import current, live
from coprod_ui.meeting.presentation import presentation
from coprod_ui.screens.workshop import steps
from coprod_ui.served.handout.page import page
from coprod_ui.served.room.scenes import scene
from coprod_ui.words import LANGUAGES, words
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session
from tests.screens.phones import joined
from tests.screens.window import Window

PLACES = {step.id: place for place, step in enumerate(workshops("nl")[0].workshop.steps)}


@pytest.fixture
def begun(store: Store) -> Window:
    return Window(None, "nl", "workshop").press("workshop_begin_dog_fence")


def now(window: Window) -> Session:
    found = session.of(window.meeting)
    assert found is not None
    return found


def at(window: Window, step: str) -> Window:
    return window.press(f"workshop_to_{PLACES[step]}")


def room(window: Window) -> str:
    return scene(window.meeting, words("nl"))


def choose(window: Window, step: str, group: int, way: str) -> Window:
    return window.change(f"workshop_choice_{step}_{now(window).paths[group].meeting}", way)


def told(text: str) -> str:
    """A text as it stands on a plain page."""
    return str(escape(text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_whole_workshop_goes_from_the_first_step_to_the_last(store: Store, name: str, language: str) -> None:
    window = Window(None, language, "workshop").press(f"workshop_begin_{name}")
    (given,) = (each.workshop for each in workshops(language) if each.name == name)
    for place, step in enumerate(given.steps):
        assert now(window).step == step
        assert step.heading in window.text.replace("\\", "")
        assert told(step.heading) in scene(window.meeting, words(language))
        if isinstance(step, Choose):
            choose(window, step.id, 0, step.ways[-1].id)
        while steps.to_do_first(now(window)):
            window.press("workshop_do")
        if place + 1 < len(given.steps):
            window.press("workshop_next")
    assert window.app.get_by_key("workshop_next").disabled
    assert all(now(window).is_done(step.id) for step in given.steps if isinstance(step, Choose | Event))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_on_start_is_told_as_it_is_and_begins_with_one_click(store: Store, language: str) -> None:
    window = Window(None, language, "start")
    for each in workshops(language):
        given = each.workshop
        assert (each.title, each.about, each.minutes) == (given.title, given.about, given.minutes)
        button = window.app.get_by_key(f"workshop_start_{each.name}")
        assert given.title in button.label.replace("\\", "")
        assert f"{given.minutes:g}" in button.label
        assert button.help.replace("\\", "") == given.about
    window.press(f"workshop_start_{each.name}")
    assert now(window).step == given.steps[0]
    assert window.web == given.opening


def test_the_web_begins_with_what_no_step_brings_in_and_grows(begun: Window) -> None:
    assert [actor.id for actor in begun.web.actors] == ["dog_owners", "adviser"]
    at(begun, "roles")
    assert len(begun.web.actors) == 8
    assert [plan.id for plan in begun.web.options] == ["fence"]
    at(begun, "plans")
    assert len(begun.web.options) == 4


def test_going_back_takes_nothing_away_and_going_on_brings_nothing_twice(begun: Window) -> None:
    at(begun, "bill")
    acts = begun.loaded.head
    begun.press("workshop_back").press("workshop_back").press("workshop_next")
    assert begun.loaded.head == acts


def test_a_revelation_can_be_undone_and_shown_again(begun: Window) -> None:
    at(begun, "roles").press("undo")
    assert len(begun.web.actors) == 2
    begun.press("workshop_do")
    assert len(begun.web.actors) == 8


def test_where_one_is_survives_another_window(begun: Window) -> None:
    at(begun, "plans")
    again = Window(begun.meeting, "nl", "workshop")
    assert now(again).step.id == "plans"
    assert begun.words("workshop_do.reveal") in again.text


def test_the_room_never_sees_the_notes(begun: Window) -> None:
    for place, step in enumerate(now(begun).workshop.steps):
        begun.press(f"workshop_to_{place}")
        assert step.notes in begun.text.replace("\\", "")
        assert step.notes not in room(begun)
        assert told(step.notes) not in room(begun)


def test_the_room_follows_the_workshop_from_its_beginning(begun: Window) -> None:
    assert presentation(begun.meeting).scene == "workshop"


def test_an_answer_is_told_only_when_the_trainer_tells_it(begun: Window) -> None:
    at(begun, "predict_loses")
    begun.change(f"workshop_hands_{begun.meeting}_predict_loses_house_owners", 6)
    assert now(begun).running.hands["predict_loses"]["house_owners"] == 6
    answer = begun.words("workshop.answer_is", answer="<em>B: Buren van het speelveld</em>")
    assert answer not in room(begun)
    assert 'class="bar"' not in room(begun)
    begun.press("workshop_do")
    assert answer in room(begun)
    assert 'class="bar"' in room(begun)


def test_hands_are_still_there_after_going_on_and_coming_back(begun: Window) -> None:
    at(begun, "predict_loses").change(f"workshop_hands_{begun.meeting}_predict_loses_children", 3)
    begun.press("workshop_next").press("workshop_back")
    assert begun.value(f"workshop_hands_{begun.meeting}_predict_loses_children") == 3


def test_phones_are_asked_too_once_they_joined(begun: Window) -> None:
    at(begun, "predict_loses")
    assert begun.words("workshop_poll.how", screen=begun.words("screens.join")) in begun.text
    live.open_meeting(begun.meeting)
    phones = joined(begun.meeting, 6)
    begun.run().press("workshop_poll_ask")
    number = now(begun).running.polls["predict_loses"]
    assert told(begun.words("workshop_poll.room")) in room(begun)
    for place, phone in enumerate(phones):
        current.store().live.do(GiveAnswer(phone.caller, number, POLL, VOTES[place % 2]))
    begun.press("workshop_poll_close")
    assert begun.words("workshop_poll.came", votes="A 3, B 3, C 0, D 0") in begun.text
    begun.change(f"workshop_hands_{begun.meeting}_predict_loses_house_owners", 3).press("workshop_do")
    assert re.findall(r"width:(\d+)%", room(begun)) == ["50", "100", "0", "0"]


def test_of_too_few_phones_nothing_is_shown(begun: Window) -> None:
    at(begun, "predict_loses")
    live.open_meeting(begun.meeting)
    phones = joined(begun.meeting, 4)
    begun.run().press("workshop_poll_ask")
    for phone in phones:
        current.store().live.do(GiveAnswer(phone.caller, now(begun).running.polls["predict_loses"], POLL, VOTES[0]))
    begun.press("workshop_poll_close").press("workshop_do")
    assert begun.words("workshop_poll.too_few") in begun.text
    assert 'class="bar"' not in room(begun)


def test_each_group_goes_its_own_way(begun: Window, store: Store) -> None:
    at(begun, "invite").change("workshop_groups", 2)
    choose(begun, "invite", 0, "nobody")
    choose(begun, "invite", 1, "neighbours")
    first, second = now(begun).paths
    assert first.web.actor_by_id["house_owners"].seats == 0
    assert second.web.actor_by_id["house_owners"].seats == 3
    assert begun.web.actor_by_id["house_owners"].seats == 0
    assert [summary.title for summary in store.forks_of(begun.meeting)] == ["Groep 1", "Groep 2"]


def test_a_group_can_choose_differently_until_something_else_happened(begun: Window) -> None:
    at(begun, "invite").change("workshop_groups", 2)
    choose(begun, "invite", 0, "neighbours")
    choose(begun, "invite", 0, "with_children")
    path = now(begun).paths[0]
    assert (path.web.actor_by_id["house_owners"].seats, path.web.actor_by_id["children"].seats) == (0, 2)
    at(begun, "your_role")
    choose(begun, "your_role", 0, "lead")
    at(begun, "invite")
    assert begun.app.get_by_key(begun.drawn(f"workshop_choice_invite_{path.meeting}")).disabled


def test_a_group_whose_web_cannot_be_read_is_told_and_not_taken_for_one_that_left(
    begun: Window, database: Path
) -> None:
    at(begun, "invite").change("workshop_groups", 2)
    group = now(begun).paths[1].meeting
    with closing(connect(database)) as connection, connection:
        connection.execute("UPDATE entry SET act = act || ' ' WHERE meeting_id = ?", (group,))
    current.let_go_of_store()
    window = Window(begun.meeting, "nl", "workshop")
    assert len(window.told) == 1
    assert not window.shows("workshop_write_here")
    assert current.store().workshops.of(begun.meeting) is not None


def test_the_groups_are_fixed_once_somebody_chose(begun: Window) -> None:
    at(begun, "invite").change("workshop_groups", 3).change("workshop_groups", 2)
    assert [path.name for path in now(begun).paths] == ["Groep 1", "Groep 2"]
    choose(begun, "invite", 1, "both")
    assert not begun.shows("workshop_groups")


def test_a_card_is_played_in_every_path_and_says_what_it_did(begun: Window) -> None:
    at(begun, "invite").change("workshop_groups", 2)
    at(begun, "council_card").press("workshop_do")
    assert [path.web.process.meddling for path in now(begun).paths] == [0.6, 0.6]
    assert begun.words("workshop.played") in begun.text
    assert "Groep 2" in room(begun)


def test_a_card_that_is_passed_by_does_nothing(begun: Window) -> None:
    at(begun, "council_card").press("workshop_next")
    assert begun.web.process.meddling == 0.3


def test_the_paths_stand_side_by_side_with_what_each_chose(begun: Window) -> None:
    at(begun, "invite").change("workshop_groups", 2)
    choose(begun, "invite", 0, "nobody")
    choose(begun, "invite", 1, "both")
    at(begun, "your_role")
    choose(begun, "your_role", 1, "lead")
    at(begun, "compare")
    for text in ("Groep 1", "Groep 2", "niemand", "Buren van het speelveld", "Losloopuren, geen hek"):
        assert text in begun.text.replace("\\", "")
        assert text in room(begun)
    assert begun.words("scenarios.holds") in begun.text


def test_a_path_somebody_threw_away_is_left_out(begun: Window, store: Store) -> None:
    at(begun, "invite").change("workshop_groups", 2)
    store.delete(now(begun).paths[0].meeting)
    assert [path.name for path in now(begun.run()).paths] == ["Groep 2"]


def test_acts_done_elsewhere_in_the_meeting_and_steps_live_together(begun: Window, store: Store) -> None:
    store.append(begun.meeting, Seat("dog_owners", 4), seen=store.load(begun.meeting).head)
    at(begun, "roles")
    assert begun.web.actor_by_id["dog_owners"].seats == 4
    assert begun.told == []


def test_stopping_keeps_the_meeting(begun: Window) -> None:
    at(begun, "table").open("workshop_more").press("workshop_stop")
    assert session.of(begun.meeting) is None
    assert len(begun.web.actors) == 8


def test_the_log_says_which_step_was_taken(begun: Window) -> None:
    at(begun, "plans").go("history")
    assert begun.words("say_act.take_step", name="Vier plannen, twee regels") in begun.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handout_asks_and_tells_no_notes_cards_or_answers(language: str) -> None:
    for each in workshops(language):
        printed = page(each.workshop, words(language))
        for step in each.workshop.steps:
            assert not step.notes or told(step.notes) not in printed
            assert not isinstance(step, Event) or told(step.heading) not in printed
            assert not isinstance(step, Choose) or not any(told(way.text) in printed for way in step.ways)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_for_before_names_nothing_that_a_later_step_brings_in(language: str) -> None:
    for each in workshops(language):
        printed, story = page(each.workshop, words(language)), "".join(s.text for s in each.workshop.steps[:1])
        opening, source = each.workshop.opening, each.workshop.web.case.source
        for name in ("actors", "interests", "options", "rules"):
            there = {item.name for item in getattr(opening, name)}
            later = [item.name for item in getattr(each.workshop.web, name) if item.name not in there]
            assert not [word for word in later if told(word) in printed and word not in f"{story}{source}"]


def test_words_of_a_workshop_are_never_html(store: Store) -> None:
    shipped = workshops("nl")[0].workshop
    evil = "<script>alert(1)</script>"
    said = tuple(replace(step, heading=evil, text=evil, questions=(evil,)) for step in shipped.steps)
    workshop = replace(shipped, title=evil, steps=said)
    meeting = session.begin(workshop)
    for place in range(len(said)):
        session.go(meeting, place)
        assert "<script" not in scene(meeting, words("nl"))
    assert "<script" not in page(workshop, words("nl"))
