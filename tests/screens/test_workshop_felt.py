"""A workshop in which somebody pays: roles, choices hidden until all chose, own ways, the bill, beats and sheets."""

from dataclasses import replace

import pytest
from markupsafe import escape

from coprod_core.acts.commands import Seat
from coprod_core.store.store import Store
from coprod_core.web.own_dilemmas import Loss, OwnDilemma, OwnWay
from coprod_core.workshop.values import BeginOwn, Choose, Event, Variant, When
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import cases
from coprod_ui.meeting import current
from coprod_ui.screens.workshop.editor.sketch import sketched
from coprod_ui.served.handout import after, roles
from coprod_ui.served.room.scenes import scene
from coprod_ui.words import LANGUAGES, words
from coprod_ui.workshop import comparing, session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.text import takes
from tests.screens.window import Window

EVIL = "<script>alert(1)</script>"


def made(language: str = "nl") -> Workshop:
    """A workshop about the dog fence in which the card turns out otherwise for who went a way of their own."""
    web = next(case.web for case in cases(language) if case.name == "dog_fence")
    workshop = sketched(web, words(language))
    (card,) = (step for step in workshop.steps if isinstance(step, Event))
    variant = Variant(When("choose", "own"), "Anders dan gedacht.", (Seat("dog_owners", 3),))
    changed = replace(card, variants=(variant,), to=(workshop.roles[0].id,))
    return replace(workshop, steps=tuple(changed if step is card else step for step in workshop.steps))


@pytest.fixture
def begun(store: Store) -> Window:
    return Window(session.begin(made()), "nl", "workshop")


def now(window: Window) -> Session:
    found = session.of(window.meeting)
    assert found is not None
    return found


def at(window: Window, step: str) -> Window:
    return window.press(f"workshop_to_{now(window).workshop.place_of(step)}")


def room(window: Window) -> str:
    return scene(window.meeting, words("nl"))


def in_groups(window: Window, count: int) -> Window:
    return at(window, "choose").change("workshop_groups", count)


def choose(window: Window, group: int, way: str, step: str = "choose") -> Window:
    return window.change(f"workshop_choice_{step}_{now(window).paths[group].meeting}", way)


def choose_own(window: Window, group: int, text: str, plan: str = "", no_to: str = "") -> Window:
    path = now(window).paths[group].meeting
    window.open(f"workshop_own_choose_{path}")
    for field, said in (("text", text), ("plan", plan), ("no_to", no_to)):
        window.change(window.draft("workshop_own", field, f"choose {path}"), said)
    return window.press(f"workshop_own_choose_{path}_choose")


INVITES = "invite_house_owners"


# -- roles ----------------------------------------------------------------------------------------------------------


def test_the_cards_are_dealt_for_as_many_people_as_there_are(begun: Window) -> None:
    at(begun, "roles").change(f"workshop_people_{begun.meeting}", 12).change("workshop_groups", 2)
    assert now(begun).running.people == 12
    assert begun.text.count(begun.words("role_cards.player", number=6)) == 2
    assert begun.words("role_cards.player", number=7) not in begun.text
    begun.change(f"workshop_people_{begun.meeting}", 5)
    assert begun.words("role_cards.one_table") in begun.text


def test_the_room_sees_who_is_played_and_never_what_stands_on_a_card(begun: Window) -> None:
    at(begun, "roles")
    for card in now(begun).workshop.roles:
        assert str(escape(card.name)) in room(begun)
        assert str(escape(card.stake)) not in room(begun)


# -- choosing -------------------------------------------------------------------------------------------------------


def test_the_room_sees_no_choice_until_every_group_has_chosen(begun: Window) -> None:
    in_groups(begun, 3)
    choose(begun, 0, "nobody")
    choose(begun, 1, INVITES)
    assert "Groep 1" in room(begun)
    assert "Hek om het hele veld" not in room(begun)
    assert begun.words("choices.hidden") in begun.text
    choose(begun, 2, "nobody")
    assert "Hek om het hele veld" in room(begun)


def test_the_trainer_can_show_the_choices_sooner(begun: Window) -> None:
    in_groups(begun, 2)
    choose(begun, 0, "nobody")
    begun.press("workshop_do")
    assert "Groep 1: A" in room(begun)
    assert "Groep 2:" not in room(begun)


def test_a_choice_says_who_is_worse_off_and_who_sits_down_by_name(begun: Window) -> None:
    in_groups(begun, 2)
    choose(begun, 1, INVITES)
    owners = begun.web.actor_by_id["house_owners"].name
    assert begun.words("felt.chair", names=f"*{owners}*") in begun.text.replace("\\", "")
    assert begun.words("felt.leads", plan="Hek om het hele veld") in begun.text


def test_going_on_without_every_choice_is_asked_once(begun: Window) -> None:
    in_groups(begun, 2)
    choose(begun, 0, "nobody")
    begun.press("workshop_next")
    assert now(begun).step.id == "choose"
    assert begun.words("choices.gone_on", names="Groep 2") in begun.text
    begun.press("workshop_next")
    assert now(begun).step.id != "choose"


@pytest.mark.parametrize("plan", ["", "fence"])
def test_a_group_goes_a_way_of_its_own_in_its_own_words(begun: Window, plan: str) -> None:
    in_groups(begun, 2)
    choose_own(begun, 0, EVIL, plan, "de raad")
    choose(begun, 1, "nobody")
    (own, other) = now(begun).paths
    step = next(each for each in now(begun).workshop.steps if isinstance(each, Choose))
    taken = own.took(step)
    assert taken is not None
    assert (taken.way, taken.named, taken.plan, taken.no_to) == ("own", EVIL, plan, "de raad")
    assert other.web == own.web
    assert "<script" not in room(begun)
    at(begun, "event").press("workshop_do")
    assert [path.web.actor_by_id["dog_owners"].seats for path in now(begun).paths] == [3, 5]
    assert "Anders dan gedacht." in room(begun)
    at(begun, "compare")
    assert EVIL in begun.text.replace("\\", "").replace("\u2060", "")
    assert str(escape(EVIL)) in room(begun)
    assert str(escape(EVIL)) in after.page(now(begun), words("nl"))


def test_a_group_can_take_its_own_way_back_for_a_letter(begun: Window) -> None:
    in_groups(begun, 2)
    choose_own(begun, 0, "Iets heel anders")
    choose(begun, 0, INVITES)
    assert now(begun).paths[0].web.actor_by_id["house_owners"].seats > 0


@pytest.mark.parametrize("count", range(1, 7))
def test_a_workshop_is_played_by_one_to_six_groups(store: Store, count: int) -> None:
    meeting = session.begin(made())
    session.split(meeting, tuple(f"Groep {number}" for number in range(1, count + 1)))
    found = session.of(meeting)
    assert found is not None
    for place, step in enumerate(found.workshop.steps):
        session.go(meeting, place)
        if isinstance(step, Choose):
            for number, path in enumerate(found.paths):
                session.choose(meeting, path.meeting, step, step.ways[number % len(step.ways)])
        session.do_step(meeting)
        assert step.heading in scene(meeting, words("nl")).replace("&#39;", "'")
    played = session.of(meeting)
    assert played is not None
    assert len(comparing.table(played, words("nl")).rows) == count


# -- paying, and looking back ---------------------------------------------------------------------------------------


def test_the_bill_names_who_loses_in_each_group_and_what_they_say(begun: Window) -> None:
    in_groups(begun, 2)
    choose(begun, 0, "nobody")
    choose(begun, 1, "nobody")
    at(begun, "bill")
    owners = begun.web.actor_by_id["house_owners"].name
    assert owners in room(begun)
    assert owners in begun.text.replace("\\", "")
    card = next(card for card in now(begun).workshop.roles if card.actor == "house_owners")
    assert card.loses_line in begun.text.replace("\\", "")
    assert begun.words("bill.no_to") in room(begun)


def test_a_debrief_asks_its_questions_one_by_one(begun: Window) -> None:
    at(begun, "debrief")
    beats = now(begun).workshop.steps[now(begun).place].beats
    asked = [(beat.heading, question) for beat in beats for question in beat.questions]
    for place, (heading, question) in enumerate(asked):
        assert str(escape(heading)) in room(begun)
        assert str(escape(question)) in room(begun)
        later = [said for head, said in asked[place + 1 :] if head == heading]
        assert not [said for said in later if str(escape(said)) in room(begun)]
        if place < len(asked) - 1:
            begun.press("workshop_do")
    assert not begun.shows("workshop_do")


def test_a_project_of_ones_own_begins_a_new_meeting_and_the_workshop_stays_where_it_was(begun: Window) -> None:
    at(begun, "begin_own")
    workshop = begun.meeting
    begun.app.text_input(key=begun.draft("workshop_own_project", "title")).set_value("Onze speeltuin")
    begun.press("workshop_begin_own")
    assert begun.web.title == "Onze speeltuin"
    assert begun.meeting != workshop
    assert begun.words("own_dilemma.said") not in begun.go("dilemmas").text
    found = session.of(workshop)
    assert found is not None
    assert isinstance(found.step, BeginOwn)


def test_a_dilemma_of_ones_own_can_be_written_down_at_once(begun: Window) -> None:
    at(begun, "begin_own").app.text_input(key=begun.draft("workshop_own_project", "title")).set_value("Onze speeltuin")
    begun.press("workshop_begin_own_dilemma")
    assert begun.web.title == "Onze speeltuin"
    assert begun.words("own_dilemma.said") in begun.text


def test_a_step_that_may_be_left_out_says_so_and_the_whole_says_how_long_it_takes_without(store: Store) -> None:
    workshop = made()
    steps = tuple(replace(step, optional=step.id == "bill") for step in workshop.steps)
    optional = replace(workshop, steps=steps)
    assert optional.least_minutes == optional.minutes - steps[optional.place_of("bill")].minutes
    said = words("nl")
    assert takes(optional, said) != takes(workshop, said)
    assert said.count(optional.least_minutes) in takes(optional, said)
    window = at(Window(session.begin(optional), "nl", "workshop"), "bill")
    assert window.words("workshop.may_skip") in window.text
    assert window.words("workshop.may_skip") not in at(window, "plans").text


# -- sheets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_card_is_printed_with_no_number_and_nothing_of_a_later_step(store: Store, language: str) -> None:
    workshop = made(language)
    printed = roles.page(workshop, words(language))
    for card in workshop.roles:
        assert all(str(escape(said)) in printed for said in (card.name, card.stake, card.line, card.loses_line))
    assert not [plan.name for plan in workshop.web.options if str(escape(plan.name)) in printed]


def test_the_sheet_for_after_is_offered_once_the_last_choice_is_made(begun: Window) -> None:
    def offered() -> str:
        return begun.app.get_by_key("workshop_handout").proto.url

    at(begun, "again")
    assert "/after" not in offered()
    at(begun, "compare")
    assert f"/handout/{begun.meeting}/after" in offered()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_for_after_holds_plans_by_party_choices_and_questions(store: Store, language: str) -> None:
    meeting = session.begin(made(language))
    for place in range(8):
        session.go(meeting, place)
    found = session.of(meeting)
    assert found is not None
    step = found.choices[0]
    session.choose(meeting, meeting, step, step.ways[0])
    found = session.of(meeting)
    assert found is not None
    printed = after.page(found, words(language))
    web = current.store().load(meeting).history.web
    assert all(str(escape(plan.name)) in printed for plan in web.options)
    assert str(escape(step.ways[0].text)) in printed
    assert str(escape(words(language).choice("workshop_beats", "felt"))) in printed


# -- a dilemma of people's own --------------------------------------------------------------------------------------


def about_their_own() -> Workshop:
    """The same, with a first choice about a dilemma that people wrote down."""
    workshop = made()
    (step,) = (step for step in workshop.steps if step.id == "choose")
    assert isinstance(step, Choose)
    ways = (OwnWay("w1", "Hek", (Loss("dog_owners", "de sloot"),)), OwnWay("w2", "Geen hek"))
    web = replace(workshop.web, dilemmas=(OwnDilemma("d1", "Hek of geen hek? <b>", ways),))
    first, *others = step.ways
    changed = replace(step, dilemma="d1", ways=(replace(first, dilemma_way="w1"), *others))
    return replace(workshop, web=web, steps=tuple(changed if each is step else each for each in workshop.steps))


def test_a_choice_about_an_own_dilemma_asks_its_question_and_says_who_loses_in_their_own_words(store: Store) -> None:
    window = in_groups(Window(session.begin(about_their_own()), "nl", "workshop"), 2)
    asked = "Hek of geen hek? &lt;b&gt;"
    assert asked in room(window)
    assert "de sloot" not in room(window)
    choose(window, 0, now(window).workshop.steps[now(window).workshop.place_of("choose")].ways[0].id)
    choose(window, 1, INVITES)
    owners = window.web.actor_by_id["dog_owners"].name
    told = window.words("own_dilemma.lost_here", losses=f"{owners}: de sloot")
    assert room(window).count(told) == 1
    assert told in window.text.replace("*", "")
