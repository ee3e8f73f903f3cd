"""A button beside a reading opens how it came about."""

import re
from itertools import cycle

import pytest
from streamlit.testing.v1 import AppTest

from coprod_core.indicators.explanation import READINGS, Unit, explanation, in_order
from coprod_core.indicators.overview import Readings, readings
from coprod_core.web.model import Web
from coprod_ui.screens.dilemmas import PARTS
from coprod_ui.screens.gap import SHEETS
from coprod_ui.screens.gap.more import FIRST
from coprod_ui.sentences import explained
from coprod_ui.words import LANGUAGES, of_100, words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window, alone

both = pytest.mark.parametrize("language", LANGUAGES)


def _page(read) -> None:
    from coprod_ui.widgets import explain

    explain.draw(read)


def asked(read: Readings, code: str, *subject: str, language: str = "en") -> AppTest:
    """What stands in the dialog when a reading is asked for."""
    held = {f"explain_about_{place}": id_ for place, id_ in enumerate(subject)}
    return alone(_page, {"language": language, "explain_reading": code, **held}, read=read)


def said(app: AppTest) -> str:
    return "\n".join(block.value for block in app.markdown)


def test_the_button_opens_the_explanation_of_its_own_reading(small: Window) -> None:
    small.go("gap").gap("places").press("explain_menu_gap_places")
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


def test_every_reading_can_be_asked_for(small_web: Web) -> None:
    """Each in one language, by turns: that all words stand in both is asked below, without a page."""
    read = readings(small_web)
    asked_for = 0
    for (code, of), language in zip(READINGS.items(), cycle(LANGUAGES), strict=False):
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
    outside = readings(small_web).gap.outside
    assert app.selectbox(key="explain_about_0").value == max(outside, key=outside.get)


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


FEASIBLE = "feasibility_inclusiveness"
SHOWN_ON_GAP = {
    "who": {
        *("gap.estimated_by_actor", "gap.alarm", f"{FEASIBLE}.invite_gain", f"{FEASIBLE}.invite_loss"),
        *(f"{FEASIBLE}.invite_{name}" for name in ("first_heard", "fit", "pace", "views", "grows_on")),
        "options.shifted",
    },
    "places": {
        *(f"gap.{name}" for name in ("places", "places_by_actor", "maxi", "mini", "by_actor")),
        *(f"claims.{name}" for name in ("share", "earned", "has")),
    },
    "views": {
        *(f"gap.{name}" for name in ("views", "attention", "overlap", "outside", "table", "unheard", "by_interest")),
        *("sure.band", "sure.cause"),
    },
    "equal": {"second_lens.by_interest", "second_lens.by_actor"},
    "sure": {"sure.cause", "sure.headline"},
    "change": {"sure.tips"},
    "estimates": {"sure.ask_first", "gap.estimated_share"},
    "thinking": {
        *(f"positions.{name}" for name in ("distance", "outside", "at_table")),
        *("positions.polarisation", "positions.at_table_polarisation", "gap.drift", "gap.drift_by_interest"),
    },
    "people": set(),  # counts of a neighbourhood, not a reading of the web
}
"""The readings that each sheet of Gap shows."""

SHOWN_ON_DILEMMAS = {
    FEASIBLE: {
        "plane": {
            "sure.front",
            *(f"{FEASIBLE}.{name}" for name in ("inclusiveness", "at_stake", "feasibility", "fit", "pace", "f_max")),
            *(f"{FEASIBLE}.{name}" for name in ("least_acceptance", "hard_outside")),
        },
        "tension": {
            *(f"{FEASIBLE}.{name}" for name in ("here", "tension", "binding", "feasible_pole", "inclusive_pole")),
            *(f"{FEASIBLE}.{name}" for name in ("amplified", "demands")),
        },
        "tips": {"sure.tips", *(f"{FEASIBLE}.invite_{name}" for name in ("gain", "loss", "fit", "pace"))},
        "sure": {"sure.dilemmas"},
        "talk": {*(f"ambivalence.{name}" for name in ("ambivalence", "accord_on", "clash_on"))},
    },
    "role": {
        "reckoned": {
            *(f"role.{name}" for name in ("losses", "unweighted", "sides", "wanted", "scores", "rest")),
            *(f"role.{name}" for name in ("rest_acceptance", "regret", "ownership")),
            *("options.hardest", "options.because_of"),
        },
        "tension": {"role.tension", "role.binding", "role.amplified", "role.strengthened_by"},
        "orders": {"role.orders", "role.scores"},
        "sure": {"sure.dilemmas"},
    },
    "rules": {
        "balances": {"rules.rule_tension", "rules.follow", "rules.deviate", "rules.tension"},
        "source": {"clash.clash", "clash.accord"},
        "tips": {"sure.tips"},
        "sure": {"sure.dilemmas"},
    },
}
"""The readings that each part of each dilemma shows; the questions show none."""

SHOWN_ON_PLANS = {
    "accepts": {"options.acceptance"},
    "shifted": {f"options.{name}" for name in ("acceptance", "shifted", "carries_most", "carried")},
    "burdens": {f"options.{name}" for name in ("acceptance", "burden", "benefit", "holes", "largest_hole", "missed")},
}
"""The readings behind the table of marks, by what is opened under it."""

INGREDIENTS = {"gap.affected", "gap.cells", "options.utility"}
"""What is shown only as an ingredient, in an explanation."""


def opened_by(window: Window) -> dict[str, str]:
    """The buttons drawn now by the reading that each should open."""
    by_mark = {code.replace(".", "_"): code for code in READINGS}
    found = {}
    for button in window.app.button:
        key = re.match(r"explain_(?:icon|menu)_(.*)", button.key or "")
        if key:
            found[by_mark[max((mark for mark in by_mark if key[1].startswith(mark)), key=len)]] = button.key
    return found


def test_every_reading_on_gap_opens_from_a_button_near_it(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap")
    assert set(SHOWN_ON_GAP) == set(SHEETS)
    for tab, shown in SHOWN_ON_GAP.items():
        assert set(opened_by(window.gap(tab))) == shown, tab


def test_every_reading_that_gap_says_first_opens_from_one_button(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap").open("explain_icon_first")
    assert set(opened_by(window)) == set(FIRST)


def test_every_reading_on_dilemmas_opens_from_a_button_near_it(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="dilemmas")
    for name, parts in PARTS.items():
        window.dilemma(name)
        for part in parts:
            drawn = set(opened_by(window.change_state(f"part_{name}", part)))
            assert drawn == SHOWN_ON_DILEMMAS[name].get(part, set()), (name, part)


def test_every_reading_on_plans_opens_from_a_button_near_it(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="dilemmas").dilemma("plans")
    for part, shown in SHOWN_ON_PLANS.items():
        assert set(opened_by(window.change_state("plans_more", part))) == shown, part


def test_no_reading_is_without_a_button_of_its_own() -> None:
    on_dilemmas = (shown for of in SHOWN_ON_DILEMMAS.values() for shown in of.values())
    parts = (FIRST, *SHOWN_ON_GAP.values(), *SHOWN_ON_PLANS.values(), *on_dilemmas)
    assert set().union(*parts) | INGREDIENTS == set(READINGS)


@pytest.mark.parametrize("tab", ["views", "thinking"])
def test_each_button_opens_its_own_reading(open_case: OpenWindow, tab: str) -> None:
    window = open_case("sewer", screen="gap").gap(tab)
    for code, key in opened_by(window).items():
        assert window.press(key).app.session_state["explain_reading"] == code


def test_an_explanation_begins_with_what_tells_most(small_web: Web) -> None:
    read = readings(small_web)
    assert asked(read, "gap.by_interest").selectbox(key="explain_about_0").value == read.gap.top_interest
    assert asked(read, "gap.by_actor").selectbox(key="explain_about_0").value == read.gap.top_actor
    plan, party = in_order(read, "options.acceptance")[0]
    least = min(level for plans in read.options.values() for level in plans.acceptance.values())
    assert read.options[plan].acceptance[party] == least


def test_a_button_asks_anew_about_whom(open_case: OpenWindow) -> None:
    window = open_case("sewer", screen="gap").gap("views")
    window.change_state("explain_about_0", "dry_basements").press("explain_icon_gap_by_interest")
    assert window.app.session_state["explain_about_0"] == readings(window.web).gap.top_interest


def test_the_menu_of_the_meeting_explains_on_every_screen(open_case: OpenWindow) -> None:
    for screen in ("web", "history", "method"):
        window = open_case("sewer", screen=screen).open("meeting_menu").press("explain_meeting")
        assert window.app.session_state["explain_reading"] == "gap.views"


def test_from_any_button_every_reading_of_the_web_can_be_chosen(small_web: Web) -> None:
    read = readings(small_web)
    app = asked(read, "gap.places")
    there = {explained.reading_name(code, words("en")) for code, of in READINGS.items() if list(of.subjects(read))}
    assert set(app.selectbox(key="explain_reading").options) == there
