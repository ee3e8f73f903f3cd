"""What if: a copy to change, held beside the meeting, and taken over in one act."""

from collections.abc import Sequence

import pytest

from coprod_core.acts.commands import AdoptScenario, ChangeOption, ChangeRule, Seat
from coprod_core.acts.history import Undo
from coprod_core.indicators.overview import readings
from coprod_core.store.store import Store
from coprod_core.store.values import Summary
from coprod_ui.meeting import current
from coprod_ui.sentences import what_if as say_what_if
from coprod_ui.sentences import what_stays as say_what_stays
from coprod_ui.served.board.after_act import told
from coprod_ui.words import LANGUAGES, literal
from coprod_ui.words.plain_text import plain
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window


@pytest.fixture
def what_if(small: Window) -> Window:
    return small.go("scenarios")


def scenarios(meeting: str) -> Sequence[Summary]:
    return current.store().forks_of(meeting)


def copy(window: Window, name: str = "Palen erbij") -> Window:
    """Takes a copy, as a hand does."""
    window.app.get_by_key(window.draft("copy", "name")).set_value(name)
    next(button for button in window.app.button if button.label == window.words("scenarios.copy")).click()
    return window.run()


def compared(window: Window, ids: Sequence[str]) -> list[str]:
    return [id_ for id_ in ids if window.value(f"compare_{id_}")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_copy_the_screen_says_what_to_do(language: str, open_case: OpenWindow) -> None:
    window = open_case("sewer", language, "scenarios")
    assert window.words("scenarios.empty_next") in window.text


def test_a_copy_has_the_given_name_and_is_compared_at_once(what_if: Window) -> None:
    meeting = what_if.meeting
    copy(what_if, "  Palen   erbij ")
    (scenario,) = scenarios(meeting)
    assert scenario.title == "Palen erbij"
    assert what_if.meeting == meeting
    assert what_if.value(f"compare_{scenario.id}")
    assert what_if.words("say_different.nothing") in what_if.text


def test_a_copy_without_a_name_gets_one(what_if: Window) -> None:
    copy(what_if, " ")
    assert [each.title for each in scenarios(what_if.meeting)] == [what_if.words("scenarios.untitled", number=1)]


def test_a_copy_is_changed_on_web_and_the_bar_says_so_and_leads_back(what_if: Window) -> None:
    meeting, before = what_if.meeting, what_if.web
    (scenario,) = scenarios(copy(what_if).meeting)
    what_if.press(f"scenario_open_{scenario.id}")
    assert what_if.meeting == scenario.id
    assert what_if.words("scenarios.of", name="Palen erbij") == what_if.bar["name"]
    what_if.act("seat", actor="piles", seats=None)
    assert what_if.web.actor_by_id["piles"].seated
    what_if.press("back")
    assert what_if.meeting == meeting
    assert what_if.web == before
    assert what_if.bar["scenario"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_differs_from_now_stands_side_by_side(language: str, open_case: OpenWindow, store: Store) -> None:
    window = open_case("sewer", language)
    absent = next(actor for actor in window.web.actors if actor.citizens and not actor.seated)
    store.fork(window.meeting, "Gelijk")
    other = store.fork(window.meeting, "Erbij")
    web = store.append(other, Seat(absent.id, 6), seen=1).loaded.history.web
    window.go("scenarios")
    words, text = window.words, window.text
    sides = [say_what_stays.Compared(each, readings(each)) for each in (window.web, window.web, web)]
    assert plain(words("say_different.seated", name=literal(absent.name))) in text
    assert plain(say_what_stays.headline(sides[0], sides[1:], words)) in text
    assert plain(say_what_stays.stays(sides, words)) in text
    rows = say_what_if.rows(sides[0], sides[1:], words, False)
    assert len(rows) > 4
    for row in rows:
        assert row.copies[0].key == row.now.key
        assert row.label in text
        assert [line for line in (*row.now.lines, *row.copies[1].lines) if plain(line) not in text] == []
    (drawn,) = window.drawings
    assert drawn.count(words("what_if.as_now")) >= len(rows)
    assert drawn.count(words("what_if.rest_as_now")) >= 1


def test_copies_that_change_nothing_have_no_rows_and_the_same_plan_fits_best(what_if: Window, store: Store) -> None:
    store.fork(what_if.meeting, "Gelijk")
    text = what_if.run().text
    assert what_if.words("what_if.same_plan_alone", plan="Pomp").replace("*", "") in text
    assert what_if.words("what_if.row.best") not in text


def test_without_the_meeting_itself_copies_are_still_held_against_now(what_if: Window, store: Store) -> None:
    ids = [store.fork(what_if.meeting, name) for name in ("Een", "Twee")]
    store.append(ids[0], Seat("piles", 8), seen=1)
    what_if.run().change(f"compare_{what_if.meeting}", False)
    (drawn,) = what_if.drawings
    assert drawn.count('<section class="column') == 2
    assert what_if.words("what_if.itself") not in drawn
    assert plain(what_if.words("say_different.seated", name="Bewoners met rotte palen")) in what_if.text


def test_who_brings_it_in_and_tensions_open_on_request(what_if: Window, store: Store) -> None:
    store.append(store.fork(what_if.meeting, "Wet"), ChangeRule("level", {"discretion": 0.9}), seen=1)
    label = what_if.words("what_if.row.tension", dilemma=what_if.words("dilemmas.rules"))
    assert label not in what_if.run().text
    assert label in what_if.change_state("what_if_more", "differs").text


def test_four_are_compared_in_one_run_and_a_fifth_waits(what_if: Window, store: Store) -> None:
    ids = [what_if.meeting, *(store.fork(what_if.meeting, "Gelijk") for _ in range(4))]
    what_if.run()
    assert compared(what_if, ids) == [ids[0], *ids[2:]]
    assert what_if.app.get_by_key(f"compare_{ids[1]}").disabled
    (drawn,) = what_if.drawings
    assert drawn.count('<section class="column') == 4
    assert what_if.words("scenarios.list_heading") in what_if.text
    what_if.change(f"compare_{ids[4]}", False).change(f"compare_{ids[1]}", True)
    assert compared(what_if, ids) == ids[:4]


def test_one_alone_is_nothing_to_compare(what_if: Window) -> None:
    (scenario,) = scenarios(copy(what_if).meeting)
    what_if.change(f"compare_{scenario.id}", False)
    assert what_if.words("scenarios.choose_more") in what_if.text


def test_what_holds_everywhere_and_what_depends_are_told_apart(what_if: Window, store: Store) -> None:
    store.append(store.fork(what_if.meeting, "Erbij"), Seat("piles", 8), seen=1)
    text = what_if.run().change_state("what_if_more", "holds").text
    holds, depends = text.split(what_if.words("scenarios.holds"))[1].split(what_if.words("scenarios.depends"))
    assert "Peilbesluit" in holds
    assert what_if.words("say_holds.top_actor") in depends
    assert what_if.words("say_holds.loses_most", role=what_if.words("roles_short.facilitate")) not in holds + depends


def test_plans_are_compared_by_party_with_words_and_a_table(what_if: Window, store: Store) -> None:
    other = store.fork(what_if.meeting, "Andere pomp")
    store.append(other, ChangeOption("pump", {"effects": {"sound": 1.0}}), seen=1)
    what_if.run().change_state("what_if_more", "plan")
    assert "Andere pomp 100" in what_if.app.get_by_key("figure_compared_plan").proto.alt
    what_if.open("table_compared_plan")
    assert "Andere pomp" in what_if.app.table[0].value.columns


def test_taking_over_is_one_act_in_the_meeting_that_undo_takes_back(what_if: Window, store: Store) -> None:
    meeting, before = what_if.meeting, what_if.web
    other = store.fork(meeting, "Erbij")
    after = store.append(other, Seat("piles", 8), seen=1).loaded.history.web
    what_if.run().press(f"adopt_sure_{other}")
    assert (what_if.meeting, what_if.web) == (meeting, after)
    assert store.acts(meeting)[-1].act == AdoptScenario(after, "Erbij")
    said = told(what_if.loaded, what_if.words, digits=False)
    assert said is not None
    assert (
        what_if.words("say_act.adopt_scenario", screen=what_if.words("screens.scenarios"), name="Erbij")
        in said["sentence"]
    )
    assert store.load(other).history.web == after
    assert store.append(meeting, Undo(), seen=2).loaded.history.web == before


def test_taking_over_from_within_a_scenario_leads_to_the_meeting(what_if: Window, store: Store) -> None:
    meeting = what_if.meeting
    other = store.fork(meeting, "Erbij")
    store.append(other, Seat("piles", 8), seen=1)
    window = Window(other, screen="scenarios").press(f"adopt_sure_{other}")
    assert window.meeting == meeting
    assert window.web.actor_by_id["piles"].seats == 8


def test_a_scenario_gets_another_name_and_an_empty_one_is_refused(what_if: Window) -> None:
    (scenario,) = scenarios(copy(what_if).meeting)
    what_if.change(f"scenario_name_{scenario.id}", "Anders")
    assert [each.title for each in scenarios(what_if.meeting)] == ["Anders"]
    what_if.change(f"scenario_name_{scenario.id}", " ")
    assert what_if.words("errors.blank") in what_if.told
    assert [each.title for each in scenarios(what_if.meeting)] == ["Anders"]


def test_throwing_away_the_scenario_one_is_in_leads_back_to_the_meeting(what_if: Window, store: Store) -> None:
    meeting = what_if.meeting
    other = store.fork(meeting, "Erbij")
    window = Window(other, screen="scenarios").press(f"scenario_delete_{other}")
    assert window.meeting == meeting
    assert scenarios(meeting) == ()


def test_start_lists_no_scenarios_and_says_that_they_go_with_their_meeting(what_if: Window, store: Store) -> None:
    meeting = what_if.meeting
    other = store.fork(meeting, "Erbij")
    start = Window(other, screen="start").open(f"menu_{meeting}")
    assert not start.shows(f"go_on_{other}")
    assert start.words("start.delete_warning_scenarios", count=1) in start.text
    start.press(f"delete_{meeting}")
    assert store.meetings() == ()
    assert start.told == []


def test_names_of_people_stand_as_they_are_and_equal_names_are_told_apart(what_if: Window, store: Store) -> None:
    for _ in range(2):
        store.fork(what_if.meeting, "**<b>x</b>**")
    (drawn,) = what_if.run().drawings
    assert "<h2>**&lt;b&gt;x&lt;/b&gt;**</h2>" in drawn
    assert "<h2>**&lt;b&gt;x&lt;/b&gt;** (2)</h2>" in drawn
