"""Conditions: what a group agrees, expects and sees, and the exercises that lead it there."""

from dataclasses import replace

import pytest

from coprod_core.acts.commands import ChangeProcess, RemoveActor, RemoveRule
from coprod_core.acts.conditions import AddExpectation, ChangeEngagement, ChangeFrame
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.conditions import (
    Absence,
    Answer,
    Appreciation,
    Block,
    Continuity,
    Engagement,
    Expectation,
    Frame,
    Motivation,
    Need,
    Needs,
    Reflection,
    RuleRoom,
    SharedWord,
    Subject,
    Workplace,
)
from coprod_core.web.model import Actor, Web
from coprod_ui.charts.perception import perception_chart
from coprod_ui.charts.rule_support import rule_support_chart
from coprod_ui.meeting import current
from coprod_ui.screens.conditions import TABS
from coprod_ui.screens.conditions.exercises import EXERCISES
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.words import LANGUAGES, words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

SPOKEN = Conditions(
    frame=Frame(fixed="De buizen worden vervangen"),
    expectations=(
        Expectation("e1", "street", "city", "Een antwoord binnen twee weken", said=True, met=Answer.YES),
        Expectation("e2", "street", "water", "Een pomp die blijft werken"),
    ),
    shared_words=(SharedWord("w1", "snel", {"street": "morgen"}, "binnen een week"),),
    motivations=(Motivation("street", own=True),),
    needs=(Needs("street", mentor=Need.NEEDED),),
    engagement=(Engagement("street", "city", 1.0, 0.25), Engagement("city", "street", 0.5, 0.5)),
    workplaces=(Workplace("city", 0.8, Answer.NO), Workplace("water", 0.0)),
    appreciations=(Appreciation("t1", "city", "street", "Zij kennen elke kelder"),),
    continuity=Continuity(stops=0.5, one_person=0.8),
    absences=(Absence("piles", not_asked=True, other="Zij horen het altijd te laat"),),
    blocks=(Block("trust", "talking", "Na de brief lastiger"),),
    rule_rooms=(RuleRoom("level", try_out="Een zomer proberen"),),
    reflections=(Reflection("l1", did="Langs de kelders gelopen", day="2026-11-02"),),
)


def on(window: Window, tab: str) -> Window:
    """Opens a tab, as its label does."""
    label = window.words(f"conditions_tabs.{tab}")
    return window.change_state("conditions", tab, conditions_tab=label)


def part(window: Window, tab: str, name: str) -> Window:
    return on(window, tab).change(f"part_conditions_{tab}", name)


@pytest.fixture
def screen(small: Window) -> Window:
    """Conditions, of which nothing is said yet."""
    return small.go("conditions")


@pytest.fixture
def spoken(open_web, small_web: Web) -> Window:
    """Conditions, of which something is said in every part."""
    return open_web(replace(small_web, conditions=SPOKEN), "nl", "conditions")


PARTS = {
    "working": ("people", "engagement", "workplace"),
    "lasting": ("stop", "away", "between"),
    "foundation": ("canvas", "shared_words"),
    "back": ("logbook", "appreciation"),
}


def everything(window: Window) -> str:
    """All that the screen says, in every tab and part."""
    said = []
    for tab in TABS:
        said.append(on(window, tab).text)
        said += [part(window, tab, name).text for name in PARTS.get(tab, ())]
    return "\n".join(said)


# -- what is on screen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_meeting_is_told_what_to_do_first(open_web, language: str) -> None:
    said = everything(open_web(Web(), language, "conditions"))
    for key in ("conditions.needs_two_parties", "conditions.needs_citizens", "conditions.needs_organisations"):
        assert words(language)(key) in said
    assert words(language)("rule_room.none") in said


def test_everything_that_was_said_is_to_be_read_somewhere(spoken: Window) -> None:
    said = everything(spoken)
    for text in (
        "De buizen worden vervangen",
        "Een antwoord binnen twee weken",
        "morgen",
        "binnen een week",
        "Zij kennen elke kelder",
        "Zij horen het altijd te laat",
        "Na de brief lastiger",
        "Een zomer proberen",
        "Langs de kelders gelopen",
        "2 november 2026",
    ):
        assert text in said


def test_hostile_words_stand_on_the_screen_as_plain_text(open_web, small_web: Web) -> None:
    hostile = "**vet** <b>x</b> [l](http://x.nl)"
    web = replace(
        small_web,
        actors=tuple(replace(actor, name=f"{hostile} {actor.id}") for actor in small_web.actors),
        conditions=replace(
            SPOKEN,
            expectations=(Expectation("e", "street", "city", hostile),),
            appreciations=(Appreciation("t", "street", "city", hostile),),
            reflections=(Reflection("l", saw=hostile),),
            rule_rooms=(RuleRoom("level", try_out=hostile),),
        ),
    )
    window = open_web(web, "nl", "conditions")
    shown = [node.value for tab in TABS for node in on(window, tab).app.main if node.type == "markdown"]
    shown += [node.value for tab in PARTS for name in PARTS[tab] for node in part(window, tab, name).app.main
              if node.type == "markdown"]  # fmt: skip
    assert any("vet" in text for text in shown)
    assert not [text for text in shown if "**vet**" in text or "<b>" in text or "](http" in text]


def test_what_nobody_said_of_the_frame_is_named(spoken: Window) -> None:
    assert "**Nog niet besproken:** wat open is" in spoken.text
    assert "wat vaststaat" not in spoken.text.partition("**Nog niet besproken:**")[2].partition("\n")[0]


def test_open_expectations_stand_before_those_that_are_settled(spoken: Window) -> None:
    text = on(spoken, "expectations").text
    assert text.index("Een pomp die blijft werken") < text.index("Een antwoord binnen twee weken")


def test_who_was_not_heard_about_expectations_is_asked(spoken: Window) -> None:
    asked = spoken.words("expectations.ask_other", who="De straat", of_whom="Gemeente")
    assert asked in on(spoken, "expectations").text


def test_the_canvas_holds_every_subject_and_counts_nothing(spoken: Window) -> None:
    window = on(spoken, "foundation")
    assert sum(node.type == "selectbox" for node in window.app.main) == 12
    said = "".join(window.within(f"block_{subject}") for subject in Subject)
    assert "Na de brief lastiger" in said
    assert not any(character.isdigit() for character in said)
    assert not [node for node in window.app.main if node.type == "progress"]


def test_digits_are_shown_only_where_they_are_asked_for(spoken: Window) -> None:
    window = part(spoken, "working", "engagement")
    assert "van de 100)" not in window.text
    assert "(38 van de 100)" in window.change("digits_conditions", True).text


# -- saying something -------------------------------------------------------------------------------------------------


def test_what_is_filled_in_is_kept_and_can_be_taken_back(screen: Window) -> None:
    screen.change("frame_hear_back", "Elke maand een brief")
    assert screen.web.conditions.frame.hear_back == "Elke maand een brief"
    screen.press("undo")
    assert screen.web.conditions == Conditions()
    assert screen.value("frame_hear_back") == ""


def test_who_decides_and_whose_table_it_is_are_those_of_the_web_itself(screen: Window) -> None:
    screen.change("frame_delegated", 0.75).change("frame_initiative", 1.0)
    assert (screen.web.process.delegated, screen.web.process.initiative) == (0.75, 1.0)
    current.store().append(screen.meeting, ChangeProcess({"delegated": 0.25}), seen=3)
    assert screen.run().value("frame_delegated") == 0.25


def test_an_expectation_is_added_settled_changed_and_taken_away(screen: Window) -> None:
    written(on(screen, "expectations"), "expectation", what="  Een antwoord ").press("expectation_add")
    (one,) = screen.web.conditions.expectations
    assert (one.who, one.of_whom, one.what, one.said, one.met) == ("street", "water", "Een antwoord", True, "unknown")
    assert screen.value(screen.draft("expectation", "what")) == ""
    screen.change(f"expectation_met_{one.id}", "partly").change(f"expectation_said_{one.id}", False)
    screen.open(f"expectation_more_{one.id}").change(f"expectation_what_{one.id}", "Twee antwoorden")
    (one,) = screen.web.conditions.expectations
    assert (one.what, one.said, one.met) == ("Twee antwoorden", False, Answer.PARTLY)
    screen.press(f"expectation_away_{one.id}")
    assert screen.web.conditions.expectations == ()


def test_nothing_to_add_is_told_and_adds_nothing(screen: Window) -> None:
    written(on(screen, "expectations"), "expectation", what="   ").press("expectation_add")
    assert screen.told == ["Er staat nog niets. Schrijf eerst op wat u wilt bewaren."]
    assert screen.web.conditions == Conditions()


def test_why_people_join_in_and_what_they_need_gives_hints_and_what_to_arrange(screen: Window) -> None:
    part(screen, "working", "people")
    assert screen.words("working.ask_first") in screen.text
    screen.change("motive_learning_street", True).change("feedback_street", "much")
    screen.change("need_mentor_street", "needed")
    assert screen.words("hints.motive_learning") in screen.text
    assert screen.words("hints.feedback_much") in screen.text
    assert "*De straat*: een professional als mentor" in screen.text
    assert screen.web.conditions.of_party("motivations", "street").learning


def test_engagement_is_asked_both_ways_and_can_be_unsaid(screen: Window) -> None:
    part(screen, "working", "engagement")
    screen.change("engaged_own_street_water", 1.0).change("engaged_seen_street_water", 0.5)
    assert screen.web.conditions.engagement == (Engagement("street", "water", 1.0, 0.5),)
    assert "Vraag het ook andersom." in screen.text
    screen.change("engaged_own_street_water", -1.0).change("engaged_seen_street_water", -1.0)
    assert screen.web.conditions.engagement == ()


def test_a_party_is_not_its_own_partner(screen: Window) -> None:
    part(screen, "working", "engagement").change("engaged_of_whom", "street")
    assert screen.words("engagement.two_parties") in screen.text


def test_the_burden_of_rules_and_an_open_culture_are_said_per_organisation(screen: Window) -> None:
    part(screen, "working", "workplace").change("burden_water", 0.8).change("workplace_say_water", "no")
    assert screen.web.conditions.workplaces == (Workplace("water", 0.8, Answer.NO),)
    assert "wegen zwaar" in screen.text
    assert "praatte mee over het besluit" in screen.text


def test_dangers_are_put_together_and_the_likeliest_comes_first(screen: Window) -> None:
    part(screen, "lasting", "stop")
    assert screen.words("continuity.unsaid") in screen.text
    screen.change("danger_one_person", 0.8).change("danger_stops", 0.2)
    assert screen.words("continuity.chance") in screen.text
    assert "**Al het werk hangt aan één persoon**" in screen.text


def test_why_a_group_stays_away_is_said_of_groups_that_are_not_at_the_table(screen: Window) -> None:
    part(screen, "lasting", "away").change("away_no_time_piles", True)
    assert screen.web.conditions.absences == (Absence("piles", no_time=True),)
    assert "Kan het korter" in screen.text


def test_a_block_holds_how_far_the_talk_is_and_what_was_said(screen: Window) -> None:
    on(screen, "foundation").change("block_talk_trust", "talking").change("block_notes_trust", "Nog pril")
    assert screen.web.conditions.blocks == (Block("trust", "talking", "Nog pril"),)


def test_a_word_is_added_with_what_it_means_to_whom(screen: Window) -> None:
    written(part(screen, "foundation", "shared_words"), "shared_word", name="snel").press("shared_word_add")
    (word,) = screen.web.conditions.shared_words
    screen.change(f"meaning_{word.id}_street", "morgen").change(f"agreed_{word.id}", "binnen een week")
    assert screen.web.conditions.shared_words == (SharedWord(word.id, "snel", {"street": "morgen"}, "binnen een week"),)
    screen.press(f"word_away_{word.id}")
    assert screen.web.conditions.shared_words == ()


def test_what_is_said_of_a_rule_stands_beside_the_rule_and_its_room_in_the_web(screen: Window) -> None:
    (rule,) = screen.web.rules
    on(screen, "rules").change(f"rule_room_room_{rule.id}", "In droge jaren")
    screen.change(f"rule_room_discretion_{rule.id}", 0.5)
    assert screen.web.conditions.rule_rooms == (RuleRoom(rule.id, room="In droge jaren"),)
    assert screen.web.rule_by_id[rule.id].discretion == 0.5
    written(screen, "rule", name="Aanbesteden").press("rule_add")
    assert [rule.name for rule in screen.web.rules][-1] == "Aanbesteden"


def test_the_logbook_takes_a_day_or_none(screen: Window) -> None:
    written(on(screen, "back"), "reflection", saw="Natte kelders").press("logbook_add")
    (entry,) = screen.web.conditions.reflections
    assert (entry.did, entry.saw, entry.next, entry.day) == ("", "Natte kelders", "", "")
    screen.open(f"logbook_more_{entry.id}").change(f"logbook_next_{entry.id}", "Een maand meten")
    assert screen.web.conditions.reflections[0].next == "Een maand meten"


def test_appreciation_is_kept_between_parties(screen: Window) -> None:
    written(part(screen, "back", "appreciation"), "appreciation", what="Zij luisteren").press("thanks_add")
    (entry,) = screen.web.conditions.appreciations
    assert (entry.who, entry.of_whom, entry.what) == ("street", "water", "Zij luisteren")


def test_two_windows_see_what_the_other_said(screen: Window) -> None:
    current.store().append(screen.meeting, ChangeFrame({"budget": "Genoeg voor een pomp"}), seen=1)
    assert screen.run().value("frame_budget") == "Genoeg voor een pomp"


# -- doing it together ------------------------------------------------------------------------------------------------


def written(window: Window, kind: str, **said: object) -> Window:
    """Fills in what is not kept yet."""
    for field, value in said.items():
        window.change(window.draft(kind, field), value)
    return window


def began(window: Window, name: str) -> Window:
    return on(window, "together").press(f"exercise_{name}")


def step(window: Window, **said: object) -> Window:
    """Fills in what a step asks for, and goes on."""
    return written(window, "exercise", **said).press("exercise_next")


def test_naming_expectations_ends_in_one_expectation_said_aloud(screen: Window) -> None:
    began(screen, "expectations")
    assert screen.words("exercise_say.expectations_begin") in screen.text
    step(step(screen))
    step(step(screen, who="piles"), of_whom="city")
    said = screen.words("exercise_say.expectations_what", who="Bewoners met rotte palen", of_whom="Gemeente")
    assert said in screen.text
    step(step(screen, what="Dat u bij ons langskomt"), met="no")
    assert "Dat u bij ons langskomt" in screen.text
    screen.press("exercise_keep")
    (one,) = screen.web.conditions.expectations
    assert (one.who, one.of_whom, one.what, one.said, one.met) == (
        "piles",
        "city",
        "Dat u bij ons langskomt",
        True,
        Answer.NO,
    )
    screen.press("exercise_again")
    assert screen.words("exercise_say.expectations_who") in screen.text
    screen.press("undo")
    assert screen.web.conditions == Conditions()


def test_shared_language_asks_everyone_at_the_table_and_ends_in_one_act(screen: Window) -> None:
    began(screen, "language")
    step(step(screen), word="snel")
    step(screen)
    step(step(screen, means_street="morgen"), means_water="dit jaar")
    step(screen, agreed="binnen een week")
    screen.press("exercise_keep")
    (word,) = screen.web.conditions.shared_words
    assert replace(word, id="w") == SharedWord(
        "w", "snel", {"street": "morgen", "water": "dit jaar"}, "binnen een week"
    )
    assert screen.loaded.head == 2


def test_a_word_the_group_has_already_is_not_added_twice(spoken: Window) -> None:
    began(spoken, "language")
    step(step(spoken), word="Snel")
    step(step(spoken), means_street="vandaag")
    step(step(spoken))
    spoken.press("exercise_keep")
    (word,) = spoken.web.conditions.shared_words
    assert word.means == {"street": "vandaag"}
    assert word.agreed == "binnen een week"


def test_rules_and_room_keeps_what_was_said_before_and_adds_what_is_new(spoken: Window) -> None:
    began(spoken, "rules")
    step(step(step(spoken)), protects_level="Droge voeten")
    step(step(step(spoken), how_much_level=0.5))
    assert spoken.value(spoken.draft("exercise", "try_out_level")) == "Een zomer proberen"
    step(spoken)
    spoken.press("exercise_keep")
    assert spoken.web.conditions.rule_room("level") == RuleRoom(
        "level", protects="Droge voeten", try_out="Een zomer proberen"
    )
    assert spoken.web.rule_by_id["level"].discretion == 0.5
    assert spoken.loaded.head == 2


def test_a_round_of_appreciation_ends_where_appreciation_stands(screen: Window) -> None:
    began(screen, "appreciation")
    step(step(screen))
    step(step(screen, who="water"), of_whom="street")
    step(screen, what="Zij kennen elke kelder").press("exercise_keep").press("exercise_look")
    (entry,) = screen.web.conditions.appreciations
    assert (entry.who, entry.of_whom, entry.what) == ("water", "street", "Zij kennen elke kelder")
    assert screen.app.session_state["conditions"] == "back"


@pytest.mark.parametrize("name", list(EXERCISES))
def test_an_exercise_in_which_nothing_is_said_keeps_nothing(small: Window, name: str) -> None:
    window = began(small.go("conditions"), name)
    while window.shows("exercise_next"):
        window.press("exercise_next")
    assert window.app.get_by_key("exercise_keep").disabled
    window.press("exercise_stop")
    assert window.shows(f"exercise_{name}")
    assert window.loaded.head == 1


def test_an_exercise_goes_back_a_step_with_what_was_said(screen: Window) -> None:
    began(screen, "expectations")
    step(step(step(step(screen)), who="piles"))
    screen.press("exercise_back").press("exercise_back")
    assert screen.value(screen.draft("exercise", "who")) == "piles"


def test_a_party_or_a_rule_that_is_taken_away_meanwhile_does_no_harm(screen: Window) -> None:
    began(screen, "expectations")
    step(step(step(step(screen)), who="piles"), of_whom="city")
    current.store().append(screen.meeting, RemoveActor("piles"), seen=1)
    step(step(screen.run(), what="x"))
    assert screen.app.get_by_key("exercise_keep").disabled
    began(screen.press("exercise_stop"), "rules")
    step(step(screen))
    current.store().append(screen.meeting, RemoveRule(screen.web.rules[0].id), seen=2)
    assert screen.run().shows("exercise_rules")


def test_a_tab_offers_its_exercise(screen: Window) -> None:
    on(screen, "expectations").press("offer_expectations")
    assert screen.words("exercise_say.expectations_begin") in screen.text


# -- sentences and pictures -------------------------------------------------------------------------------------------

WEB = Web(
    actors=(
        Actor("street", "De straat", "citizens", seats=4),
        Actor("city", "Gemeente", "own_organisation", seats=1),
        Actor("water", "Waterschap", "other_organisation"),
    ),
    conditions=Conditions(
        engagement=(Engagement("street", "city", 1.0, 0.4), Engagement("city", "street", 0.6, 0.65)),
        workplaces=(Workplace("city", 1.0), Workplace("water", 0.0)),
    ),
)
TOLD = WEB.conditions.engagement
BURDENS = {"city": 1.0, "water": 0.0, "street": 0.4}


@pytest.mark.parametrize(
    ("burden", "said"), [(0.0, "weinig regels die houvast geven"), (0.4, "geven steun"), (1.0, "wegen zwaar")]
)
def test_what_rules_do_is_said_in_words(burden: float, said: str) -> None:
    assert said in say_conditions.support("city", burden, WEB, words("nl"), False)
    assert "van de 100" in say_conditions.support("city", burden, WEB, words("nl"), True)


@pytest.mark.parametrize("digits", [True, False])
@pytest.mark.parametrize("dark", [True, False])
def test_the_perception_picture_holds_both_sides_of_every_direction(digits: bool, dark: bool) -> None:
    figure = perception_chart(TOLD, WEB, words("nl"), digits, dark).figure
    own, seen = figure.data[-2:]
    assert (list(own.x), list(seen.x)) == ([100, 60], [40, 65])
    assert own.marker.symbol != seen.marker.symbol
    assert (own.mode == "markers+text") is digits


def test_the_perception_picture_says_and_tabulates_what_it_draws() -> None:
    assert (
        "De straat bij Gemeente: zelf 100, gezien 40 van de 100"
        in perception_chart(TOLD, WEB, words("nl"), True, False).alt
    )
    assert perception_chart(TOLD, WEB, words("en"), True, False).table().values.tolist() == [
        ["De straat", "Gemeente", 100, 40],
        ["Gemeente", "De straat", 60, 65],
    ]


def test_the_support_picture_is_an_arch_with_every_organisation_on_it() -> None:
    figure = rule_support_chart(BURDENS, WEB, words("nl"), True, False).figure
    curve, *marks = figure.data
    assert max(curve.y) == curve.y[20] == 100
    assert [(mark.x[0], round(mark.y[0], 1)) for mark in marks] == [(100, 0), (0, 55.6), (40, 100)]
    assert (
        "Gemeente: regels wegen 100, steun 0 van de 100"
        in rule_support_chart(BURDENS, WEB, words("nl"), True, False).alt
    )
    assert rule_support_chart(BURDENS, WEB, words("nl"), True, False).table().values.tolist()[1] == [
        "Waterschap",
        0,
        56,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_tells_which_part_of_the_conditions_differs(open_case: OpenWindow, language: str) -> None:
    window = open_case("sewer", language, "web")
    actors = [actor.id for actor in window.web.actors]
    store = current.store()
    other = store.fork(window.meeting, "Anders", 1)
    store.append(other, AddExpectation(Expectation("e", actors[0], actors[1], "x")), seen=1)
    store.append(other, ChangeEngagement(actors[0], actors[1], {"own": 1.0}), seen=2)
    window.go("scenarios")
    assert words(language)("conditions_parts.expectations") in window.text
