"""What is selected in a window: on arrival, from the canvas, and when it is gone."""

from typing import Any

import pytest

from coprod_core.model import Actor, Interest, Stake, Unknown, Web
from coprod_ui.selection import exists
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window


def report(window: Window, selection: Any, name: str = "1", focus: Any = None) -> Window:
    """The canvas says what was selected there."""
    state = {"ops": [], "selection": {"n": name, "selection": selection, "focus": focus}}
    return window.change_state(f"web_editor_{window.meeting}", state)


def selection(window: Window) -> tuple[str, ...]:
    return window.app.session_state["selection"]


@pytest.mark.parametrize(
    "chosen",
    [("actor", "street"), ("interest", "dry"), ("stake", "street", "dry"), ("relation", "dry", "sound")],
)
def test_what_is_on_the_web_can_be_selected_and_what_is_not_cannot(small_web: Web, chosen: tuple[str, ...]) -> None:
    assert exists(chosen, small_web)
    assert not exists((*chosen[:-1], "gone"), small_web)
    assert not exists(chosen, Web())


def test_a_relation_is_the_same_from_either_side(small_web: Web) -> None:
    assert exists(("relation", "sound", "dry"), small_web)


def test_a_hole_in_what_is_known_can_be_selected() -> None:
    web = Web(actors=(Actor("a", "Wij", "citizens"),), interests=(Interest("k", "Rust"),), unknown=(Unknown("a", "k"),))
    assert exists(("stake", "a", "k"), web)


@pytest.mark.parametrize("odd", [(), ("actor",), ("plan", "pump"), ("stake", "street"), ("actor", "street", "dry")])
def test_nothing_else_can_be_selected(small_web: Web, odd: tuple[str, ...]) -> None:
    assert not exists(odd, small_web)


def test_on_arrival_the_absent_group_that_is_hit_hardest_is_open(open_web: OpenWindow) -> None:
    web = Web(
        actors=(
            Actor("here", "Hier", "citizens", seats=2),
            Actor("little", "Weinig", "citizens"),
            Actor("much", "Veel", "citizens"),
            Actor("office", "Dienst", "own_organisation"),
        ),
        interests=(Interest("k", "Rust"),),
        stakes=(
            Stake("here", "k", 1.0),
            Stake("office", "k", 1.0),
            Stake("little", "k", 0.1),
            Stake("much", "k", 0.4),
        ),
    )
    assert selection(open_web(web)) == ("actor", "much")


def test_on_arrival_at_a_web_where_everyone_is_at_the_table_nothing_is_selected(open_web: OpenWindow) -> None:
    assert selection(open_web(Web(actors=(Actor("a", "Wij", "citizens", seats=1),)))) == ()


def test_what_is_selected_on_the_canvas_opens_in_the_inspector_whatever_tab_was_open(small: Window) -> None:
    report(small.panel("rules"), ["interest", "dry"])
    assert selection(small) == ("interest", "dry")
    assert small.shows("add_holder_dry")


def test_a_report_of_the_canvas_counts_once_so_that_the_inspector_may_move_on(small: Window) -> None:
    report(small, ["interest", "dry"])
    small.change("picker", ("actor", "street")).run()
    assert selection(small) == ("actor", "street")
    report(small, ["interest", "dry"])
    assert selection(small) == ("actor", "street")
    report(small, ["interest", "dry"], name="2")
    assert selection(small) == ("interest", "dry")


def test_the_canvas_can_let_go(small: Window) -> None:
    report(small, [])
    assert selection(small) == ()
    assert small.words("inspector.nothing_selected") in small.within("inspector")


def test_a_report_about_what_is_gone_selects_nothing_and_comes_back_with_it(small: Window) -> None:
    small.select("actor", "street").open("more_street").press("remove_street")
    report(small, ["actor", "street"])
    assert small.words("inspector.nothing_selected") in small.within("inspector")
    small.press("undo")
    assert small.value("picker") == ("actor", "street")
