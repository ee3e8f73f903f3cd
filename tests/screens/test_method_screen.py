"""Method: every convention in one place, to read, to change and to put back."""

from dataclasses import fields

import pytest

from coprod_core.acts.commands import ChangeConventions
from coprod_core.acts.history import Undo
from coprod_core.web.conventions import DESIGN, Conventions
from coprod_core.web.deviations import DESIGN_OF_PROCESS, convention, deviations
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.sentences import acts as say_acts
from coprod_ui.served.board.pictures import Seen, whole
from coprod_ui.words import LANGUAGES, words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

NAMES = (*(field.name for field in fields(Conventions)), *DESIGN_OF_PROCESS)


@pytest.fixture
def method(small: Window) -> Window:
    return small.go("method")


def design(name: str) -> float:
    return DESIGN_OF_PROCESS[name] if name in DESIGN_OF_PROCESS else getattr(DESIGN, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_convention_stands_there_with_its_value_and_the_designs(open_case: OpenWindow, language: str) -> None:
    window = open_case("sewer", language, "method")
    for name in NAMES:
        assert window.value(f"method_{name}") == convention(window.web, name) == design(name)
        assert window.words("method.design", value=window.words.count(design(name))) in window.text
    assert window.words("say_fixed.as_design") in window.text
    assert window.words("method.other", value="") not in window.text


@pytest.mark.parametrize("name", NAMES)
def test_every_convention_can_be_changed_in_one_act_and_taken_back(method: Window, name: str) -> None:
    before = method.web
    wished = design(name) - 0.05 if design(name) > 0.05 else 0.05
    method.change(f"method_{name}", wished)
    assert convention(method.web, name) == wished
    assert set(deviations(method.web)) == {name}
    assert method.words("method.other", value=method.words.count(design(name))) in method.text
    assert method.words("say_fixed.deviating.one", count=1) in method.text
    method.press("undo")
    assert method.web == before
    assert method.value(f"method_{name}") == design(name)


def test_a_change_is_told_with_what_it_does_to_the_readings(method: Window) -> None:
    method.change("method_weight_plans", 0.6)
    told = method.words("say_act.convention", what=method.words("conventions.weight_plans"), before="0,4", after="0,6")
    assert method.words("say_act.change_conventions", what=told) in method.text


def test_stakes_keep_their_word_when_its_number_changes(method: Window) -> None:
    said = [say_acts.weight_word(stake.weight, method.web.conventions) for stake in method.web.stakes]
    method.change("method_weight_plans", 0.6)
    assert [say_acts.weight_word(stake.weight, method.web.conventions) for stake in method.web.stakes] == said
    assert 0.4 not in {stake.weight for stake in method.web.stakes}


def test_a_number_that_does_not_fit_is_told_and_nothing_changes(method: Window) -> None:
    before = method.web
    method.change("method_weight_plans", 0.05)
    assert method.told
    assert method.web == before
    assert method.value("method_weight_plans") == 0.4


def test_the_way_back_to_the_design_is_one_act_and_only_open_when_there_is_a_way_to_go(method: Window) -> None:
    before = method.web
    assert method.app.get_by_key("method_reset").disabled
    method.change("method_unheard_limit", 0.5).change("method_agenda_capacity", 4.0)
    changed = method.web
    method.press("method_reset")
    assert method.web == before
    assert method.app.get_by_key("method_reset").disabled
    assert method.words("say_act.reset_conventions") in method.text
    method.press("undo")
    assert method.web == changed


@pytest.mark.parametrize("screen", ["gap", "dilemmas", "history"])
def test_under_an_analysis_it_says_that_a_meeting_counts_otherwise(small: Window, screen: str) -> None:
    said = small.words("say_fixed.deviating.other", count=2)
    assert said not in small.go(screen).text
    small.go("method").change("method_unheard_limit", 0.5).change("method_worst_off_weight", 0.3)
    assert said in small.go(screen).text


def test_a_new_link_has_the_meetings_own_number_for_its_word(small: Window) -> None:
    small.go("method").change("method_weight_plans", 0.6).go("web")
    picture = whole(small.loaded, Seen(small.meeting, small.words, digits=False))["picture"]
    assert picture["conventions"]["weights"][2] == 0.6
    (weight, *_) = picture["forms"]["stake"]
    assert 0.6 in [level for level, _ in weight["steps"]]


def test_without_a_meeting_there_is_the_way_to_one() -> None:
    window = Window(screen="method")
    assert window.words("empty.no_meeting") in window.text
    assert not window.shows("method_reset")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_convention_has_a_name_for_the_sentences_about_it(language: str) -> None:
    named = {words(language)(f"conventions.{name}") for name in NAMES}
    assert len(named) == len(NAMES)


def test_taking_back_what_others_did_is_drawn_here_too(method: Window) -> None:
    store, meeting = current.store(), method.meeting
    store.append(meeting, ChangeConventions({"alarm_hit": 0.7}), seen=method.loaded.head)
    assert method.run().value("method_alarm_hit") == 0.7
    store.append(meeting, Undo(), seen=method.loaded.head)
    assert method.run().value("method_alarm_hit") == 0.9
    assert deviations(method.web) == deviations(Web()) == {}
