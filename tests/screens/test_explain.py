"""A button beside a reading opens how it came about."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coprod_core.indicators import Readings, readings
from coprod_core.indicators.explanation import READINGS, Unit, explanation
from coprod_core.model import Web
from coprod_ui.dilemmas_view import PARTS
from coprod_ui.gap_view import TABS
from coprod_ui.sentences import explained
from coprod_ui.words import LANGUAGES, of_100, words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

both = pytest.mark.parametrize("language", LANGUAGES)


def _page(read) -> None:  # runs by its source alone, and knows no name of this module
    from coprod_ui import explain

    explain.draw(read)


def asked(read: Readings, code: str, *subject: str, language: str = "en") -> AppTest:
    """What stands in the dialog when a reading is asked for."""
    app = AppTest.from_function(_page, kwargs={"read": read}, default_timeout=60)
    held: dict[str, Any] = {f"explain_about_{place}": id_ for place, id_ in enumerate(subject)}
    for key, value in {"language": language, "explain_reading": code, **held}.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception, [(e.message, e.stack_trace) for e in app.exception]
    return app


def said(app: AppTest) -> str:
    return "\n".join(block.value for block in app.markdown)


def test_the_button_opens_the_explanation_of_its_own_reading(small: Window) -> None:
    small.go("gap").press("explain_menu_gap_places")
    assert small.app.session_state["explain_reading"] == "gap.places"
    assert small.words("explain.title") not in small.text  # it stands over the screen, not in it


@both
def test_an_explanation_ends_in_the_number_its_formula_and_where_it_comes_from(small_web: Web, language: str) -> None:
    read = readings(small_web)
    app = asked(read, "gap.places", language=language)
    assert [block.value for block in app.code] == [READINGS["gap.places"].formula]
    end = said(app)[-600:]
    assert explained.number(read.gap.places, Unit.SHARE, words(language)) in end
    assert str(of_100(read.gap.places)) in end
    assert "Loosemore & Hanby" in end


@both
def test_every_reading_can_be_asked_for(small_web: Web, language: str) -> None:
    read = readings(small_web)
    asked_for = 0
    for code, of in READINGS.items():
        for subject in list(of.subjects(read))[:1]:
            app = asked(read, code, *subject, language=language)
            assert words(language).choice("explain.says", code) in said(app)
            assert len(app.table) == sum(len(step.rows) > 1 for step in explanation(read, code, *subject).steps)
            asked_for += 1
    assert asked_for > len(READINGS) / 2


def test_the_one_asked_about_stays_when_another_reading_can_be_about_it_too(small_web: Web) -> None:
    app = asked(readings(small_web), "gap.maxi", "piles")
    app.selectbox(key="explain_reading").set_value("gap.by_actor").run()
    assert app.selectbox(key="explain_about_0").value == "piles"
    app.selectbox(key="explain_reading").set_value("gap.outside").run()
    assert app.selectbox(key="explain_about_0").value == "dry"


def test_a_long_list_shows_the_largest_and_the_rest_together(small_web: Web) -> None:
    step = explanation(readings(small_web), "gap.places").steps[0]
    table = explained.step_table(step, 1, small_web, words("en"))
    assert list(table.iloc[:, 0]) == ["Bewoners met rotte palen", "the other 1 together"]
    parts = [float(re.sub("[^0-9.]", "", part)) for part in table.iloc[:, -1]]
    assert sum(parts) == pytest.approx(100)


@both
def test_everything_an_explanation_names_has_words(language: str) -> None:
    of = words(language)
    for code, reading in READINGS.items():
        assert explained.reading_name(code, of)
        assert of.choice("explain.says", code)
        assert explained.about(reading, of)
        for kind in reading.kinds:
            assert of.choice("explain.step", kind.code)
            assert all(of.choice("explain.column", column.code) for column in kind.columns)
        for kind in reading.about:
            assert of(f"explain.about_{kind}")


def offered(window: Window) -> set[str]:
    """The readings that have a button on what is drawn now."""
    marks = ("explain_icon_", "explain_menu_")
    keys = [node.key for node in window.app.button if node.key and node.key.startswith(marks)]
    by_mark = {code.replace(".", "_"): code for code in READINGS}
    found = set()
    for key in keys:
        mark = key.removeprefix(marks[0]).removeprefix(marks[1])
        found.add(by_mark[max((name for name in by_mark if mark.startswith(name)), key=len)])
    return found


def test_every_part_of_gap_and_dilemmas_offers_to_explain_its_readings(open_case: OpenWindow) -> None:
    window, found = open_case("sewer", screen="gap"), set()
    for tab in TABS:
        shown = offered(window.change_state("gap_question", tab).run())
        assert shown, tab
        found |= shown
    window.go("dilemmas")
    for name, parts in PARTS.items():
        window.dilemma(name)
        for part in parts:
            found |= offered(window.change_state(f"part_{name}", part))
    chapters = {READINGS[code].chapter for code in found}
    assert chapters == {reading.chapter for reading in READINGS.values()}


def test_from_any_button_every_reading_of_the_web_can_be_chosen(small_web: Web) -> None:
    read = readings(small_web)
    app = asked(read, "gap.places")
    there = {explained.reading_name(code, words("en")) for code, of in READINGS.items() if list(of.subjects(read))}
    assert set(app.selectbox(key="explain_reading").options) == there
