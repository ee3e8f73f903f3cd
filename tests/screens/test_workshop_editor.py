"""Writing a workshop: a first version that works, every field to change, and nothing kept that could not be run."""

from dataclasses import replace

import pytest

from coprod_core.acts.commands import ChangeOption, ChangeProcess, Seat
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_core.web.own_dilemmas import OwnDilemma, OwnWay
from coprod_core.workshop.editing import added
from coprod_core.workshop.file import read, write
from coprod_core.workshop.stepping import act_of
from coprod_core.workshop.values import KINDS, Asked, Choose, Event, Predict, Reveal
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import cases
from coprod_ui.screens.workshop.editor.sketch import fresh, sketched
from coprod_ui.words import LANGUAGES, words
from coprod_ui.workshop import session
from tests.screens.window import Window


@pytest.fixture
def writing(store: Store) -> Window:
    """A window on the editor, with a first version about the sewer."""
    return Window(None, "nl", "workshop").press("workshop_write_case")


def draft(window: Window) -> Workshop:
    found = session.of(window.meeting)
    assert found is not None
    return found.workshop


def open_step(window: Window, id_: str) -> int:
    place = draft(window).place_of(id_)
    window.press(f"workshop_open_{place}")
    return place


def step(window: Window, id_: str):
    return draft(window).steps[draft(window).place_of(id_)]


# -- a first version -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_version_about_any_case_can_be_run_as_it_is(language: str) -> None:
    for case in cases(language):
        workshop = sketched(case.web, words(language))
        web = workshop.opening
        for each in workshop.steps:
            act = act_of(workshop.web, each, web, each.ways[-1] if isinstance(each, Choose) else None)
            web = act.applied_to(web) if act else web
        assert {actor.id for actor in web.actors} == {actor.id for actor in case.web.actors}
        assert read(write(workshop)) == workshop


def test_a_first_version_about_an_empty_web_is_sound_too() -> None:
    assert sketched(Web(), words("nl")).steps


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_step_can_be_added_to_any_workshop(language: str) -> None:
    workshop = sketched(Web(title="A"), words(language))
    for kind in KINDS:
        workshop = added(workshop, fresh(kind, workshop, f"new_{kind}", words(language)), 1)
    assert read(write(workshop)) == workshop


def test_one_is_made_about_the_meeting_that_is_open(small: Window) -> None:
    small.go("workshop").press("workshop_write_here")
    assert {actor.id for actor in draft(small).web.actors} == {actor.id for actor in small.web.actors}


# -- changing it -----------------------------------------------------------------------------------------------------


def test_words_and_minutes_of_a_step_are_kept(writing: Window) -> None:
    writing.change("workshop_field_story_heading", "Zo begon het").change("workshop_field_story_minutes", 9.0)
    writing.change("workshop_field_story_text", "Eén.\nTwee.").change("workshop_field_story_notes", "Rustig.")
    writing.change("workshop_field_story_questions", "Wat?\n\n Wie? ")
    story = step(writing, "story")
    assert (story.heading, story.minutes, story.text) == ("Zo begon het", 9, "Eén.\nTwee.")
    assert (story.notes, story.questions) == ("Rustig.", ("Wat?", "Wie?"))


def test_title_and_about_are_kept(writing: Window) -> None:
    writing.change(f"workshop_title_{writing.meeting}", "Ons riool").change(
        f"workshop_about_{writing.meeting}", "Kort."
    )
    assert (draft(writing).title, draft(writing).about) == ("Ons riool", "Kort.")


def test_a_heading_that_may_not_be_is_told_and_goes_back(writing: Window) -> None:
    before = draft(writing)
    writing.change("workshop_field_story_heading", " ")
    assert len(writing.told) == 1
    assert draft(writing) == before
    assert writing.value("workshop_field_story_heading") == "Het verhaal"


def test_what_a_step_reveals_is_chosen_by_name(writing: Window) -> None:
    open_step(writing, "roles")
    kept = step(writing, "roles").actors[:1]
    writing.change("workshop_field_roles_actors", list(kept))
    assert step(writing, "roles").actors == kept


def test_a_party_that_a_later_step_invites_can_still_be_there_from_the_start(writing: Window) -> None:
    open_step(writing, "roles")
    writing.change("workshop_field_roles_actors", [])
    assert step(writing, "roles").actors == ()


def test_hiding_a_party_after_it_is_invited_is_told_and_not_kept(writing: Window) -> None:
    place = open_step(writing, "roles")
    before = draft(writing)
    for _ in before.steps[place + 1 :]:
        writing.press("workshop_down")
    assert writing.told
    kinds = [each.kind for each in draft(writing).steps]
    assert kinds.index("roles") < kinds.index("choose")


def test_a_step_is_added_after_the_open_one_moved_and_taken_away(writing: Window) -> None:
    open_step(writing, "roles")
    count = len(draft(writing).steps)
    writing.change("workshop_add", "debrief")
    assert draft(writing).steps[2].kind == "debrief"
    writing.press("workshop_up")
    assert draft(writing).steps[1].kind == "debrief"
    writing.press("workshop_remove")
    assert len(draft(writing).steps) == count


def test_a_prediction_can_be_about_something_else_or_about_anything(writing: Window) -> None:
    open_step(writing, "bill")
    writing.change("workshop_add", "predict")
    id_ = next(each.id for each in draft(writing).steps if each.kind == "predict")
    writing.change(f"workshop_field_{id_}_asks", "strongest_dilemma")
    assert {guess.id for guess in step(writing, id_).guesses} == {
        "feasibility_inclusiveness",
        "role",
        "rules",
    }
    writing.change(f"workshop_field_{id_}_asks", "named")
    writing.change(f"workshop_field_{id_}_guesses", "Tien\nTwintig\nDertig")
    writing.change(f"workshop_field_{id_}_answer", "g1")
    predict = step(writing, id_)
    assert isinstance(predict, Predict)
    assert (predict.asks, [guess.text for guess in predict.guesses]) == (Asked.NAMED, ["Tien", "Twintig", "Dertig"])
    assert predict.answer == "g1"
    writing.change(f"workshop_field_{id_}_asks", "who_loses")
    predict = step(writing, id_)
    assert predict.plan == step(writing, "roles").options[0]
    assert {guess.id for guess in predict.guesses} <= {a.id for a in draft(writing).web.actors if a.citizens}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_version_has_its_first_choice_within_twenty_minutes_and_a_card_for_each_party(language: str) -> None:
    for case in cases(language):
        workshop = sketched(case.web, words(language))
        (first, *_) = (place for place, each in enumerate(workshop.steps) if isinstance(each, Choose))
        assert sum(each.minutes for each in workshop.steps[: first + 1]) <= 20
        assert {card.actor for card in workshop.roles} == {actor.id for actor in case.web.actors[:12]}
        assert all(case.web.actor_by_id[card.actor].name[:80] in card.line for card in workshop.roles)
        politics = any(actor.sphere == "political_authority" for actor in case.web.actors)
        cards = [each for each in workshop.steps if isinstance(each, Event)]
        assert politics or not any("meddling" in str(each.acts) for each in cards)


def test_a_role_card_is_added_changed_and_taken_away(writing: Window) -> None:
    open_step(writing, "roles")
    count = len(draft(writing).roles)
    writing.press("workshop_card_add")
    card = draft(writing).roles[-1]
    assert len(draft(writing).roles) == count + 1
    writing.change(f"workshop_card_{card.id}_name", "De wethouder").change(f"workshop_card_{card.id}_line", "Zeg het.")
    writing.change(f"workshop_card_{card.id}_absent", True).change(f"workshop_card_{card.id}_essential", False)
    changed = draft(writing).roles[-1]
    assert (changed.name, changed.line, changed.absent, changed.essential) == ("De wethouder", "Zeg het.", True, False)
    writing.press(f"workshop_card_remove_{card.id}")
    assert len(draft(writing).roles) == count


def test_a_card_gets_readers_and_turns_out_otherwise_for_who_chose_otherwise(writing: Window) -> None:
    open_step(writing, "event")
    reader = draft(writing).roles[0].id
    writing.change("workshop_field_event_to", [reader]).press("workshop_variant_add_event")
    event = step(writing, "event")
    assert (event.to, len(event.variants)) == ((reader,), 1)
    writing.change("workshop_variant_when_event_0", "choose|own").change("workshop_variant_text_event_0", "Anders.")
    (variant,) = step(writing, "event").variants
    assert (variant.when.step, variant.when.way, variant.text) == ("choose", "own", "Anders.")
    writing.press("workshop_variant_remove_event_0")
    assert step(writing, "event").variants == ()


def test_a_way_out_says_which_role_it_takes_and_to_which_plan_it_leads(writing: Window) -> None:
    open_step(writing, "role")
    plan = draft(writing).web.options[0].id
    writing.change("workshop_way_plan_role_lead", plan).change("workshop_way_role_role_lead", "steer")
    (way,) = (way for way in step(writing, "role").ways if way.id == "lead")
    assert (way.plan, way.role) == (plan, "steer")


def test_a_choice_can_be_about_an_own_dilemma_of_the_web(store: Store, small_web: Web) -> None:
    ways = (OwnWay("w1", "Eerst huurders"), OwnWay("w2", "Eerst kopers"))
    asked = replace(small_web, dilemmas=(OwnDilemma("d1", "Wie gaat voor?", ways),))
    writing = Window(store.begin(asked)).go("workshop").press("workshop_write_here")
    open_step(writing, "choose")
    first = step(writing, "choose").ways[0].id
    writing.change("workshop_dilemma_choose", "d1").change(f"workshop_dilemma_way_choose_{first}", "w2")
    assert (step(writing, "choose").dilemma, step(writing, "choose").ways[0].dilemma_way) == ("d1", "w2")
    writing.change("workshop_dilemma_choose", "")
    assert (step(writing, "choose").dilemma, step(writing, "choose").ways[0].dilemma_way) == ("", "")


def test_the_minutes_of_a_debrief_are_those_of_its_beats(writing: Window) -> None:
    open_step(writing, "debrief")
    writing.change("workshop_beat_debrief_0_minutes", 7.0).change("workshop_beat_debrief_1_questions", "Wat?\n\nWie?")
    debrief = step(writing, "debrief")
    assert debrief.minutes == sum(beat.minutes for beat in debrief.beats)
    assert (debrief.beats[0].minutes, debrief.beats[1].questions) == (7, ("Wat?", "Wie?"))
    writing.change("workshop_field_debrief_optional", True)
    assert step(writing, "debrief").optional


def act(window: Window, field: str) -> str:
    """A field of the form that adds an act to the card."""
    return window.draft("workshop_act", field, "event_")


def test_a_card_gets_an_act_from_a_form_and_loses_it_again(writing: Window) -> None:
    open_step(writing, "event")
    web = draft(writing).web
    party = web.actors[0].id
    writing.open("workshop_act_event_")
    writing.change(act(writing, "invite_which"), party).change(act(writing, "invite_seats"), 4).press(
        "workshop_act_event__add"
    )
    event = step(writing, "event")
    assert isinstance(event, Event)
    assert event.acts[-1] == Seat(party, 4.0)
    writing.press("workshop_act_remove_event__0")
    assert step(writing, "event").acts == (Seat(party, 4.0),)


@pytest.mark.parametrize(
    ("form", "changes", "expected"),
    [
        ("bar", {}, lambda web: ChangeOption(web.options[0].id, {"barred": True})),
        ("meddling", {"level": 0.5}, lambda web: ChangeProcess({"meddling": 0.5})),
        ("leave", {}, lambda web: Seat(web.actors[0].id, 0.0)),
    ],
)
def test_each_form_makes_its_act(writing: Window, form: str, changes: dict, expected) -> None:
    open_step(writing, "event")
    writing.open("workshop_act_event_")
    writing.change(act(writing, "form"), form)
    for name, value in changes.items():
        writing.change(act(writing, f"{form}_{name}"), value)
    writing.press("workshop_act_event__add")
    assert step(writing, "event").acts[-1] == expected(draft(writing).web)


def test_a_choice_gets_ways_and_loses_them_down_to_two(writing: Window) -> None:
    open_step(writing, "choose")
    ways = step(writing, "choose").ways
    writing.press("workshop_way_add_choose")
    assert len(step(writing, "choose").ways) == len(ways) + 1
    writing.change(f"workshop_way_text_choose_{ways[0].id}", "Wij vragen niemand")
    assert step(writing, "choose").ways[0].text == "Wij vragen niemand"
    while len(step(writing, "choose").ways) > 2:
        writing.press(f"workshop_way_remove_choose_{step(writing, 'choose').ways[-1].id}")
    assert writing.app.get_by_key(f"workshop_way_remove_choose_{ways[0].id}").disabled


# -- running it ------------------------------------------------------------------------------------------------------


def test_what_was_written_begins_in_a_meeting_of_its_own_and_stays(writing: Window) -> None:
    home, written = writing.meeting, draft(writing)
    writing.press("workshop_begin_draft")
    assert writing.meeting != home
    running = session.of(writing.meeting)
    assert running is not None
    assert running.running.begun
    kept = session.of(home)
    assert kept is not None
    assert (kept.workshop, kept.running.begun) == (written, False)


def test_a_workshop_that_ships_can_be_changed(store: Store) -> None:
    window = Window(None, "nl", "workshop").press("workshop_change_dog_fence")
    assert draft(window).title == "Het hondenhek: welke rol kiest u?"
    assert not session.of(window.meeting).running.begun
    assert any(isinstance(each, Reveal) for each in draft(window).steps)


def test_throwing_the_steps_away_keeps_the_meeting(writing: Window) -> None:
    writing.press("workshop_drop")
    assert session.of(writing.meeting) is None
    assert writing.web.actors
