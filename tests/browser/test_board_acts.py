"""Nothing done on the board is lost: not by a reload, a killed server, a slow network or a second tab."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import drawn_webs
import pytest
from playwright.sync_api import Page, Route, expect
from servers import ROOT, Server, serving
from visitor import Visitor, prepared

ACTS = "**/api/act/**"
Open = Callable[..., Visitor]


@pytest.fixture
def board(page: Callable[..., Page], server: Server) -> Open:
    def opened(meeting: str = "", **how: Any) -> Visitor:
        return Visitor(page(**how), server).go("web", meeting=meeting or prepared(server, drawn_webs.sewer()))

    return opened


def names(me: Visitor) -> set[str]:
    return {actor.name for actor in me.on_disk().history.web.actors}


def test_an_act_is_drawn_before_the_server_answers_and_stays_over_a_reload_until_it_is_acknowledged(
    board: Open,
) -> None:
    me, held = board(), list[Route]()
    me.page.route(ACTS, lambda route: route.continue_() if held else held.append(route))
    me.double_click(me.zone("citizens", 0.8, 0.9))
    me.type_name("Winkeliers")
    me.press("Escape")
    assert "Winkeliers" in me.look("names")
    assert me.look("pending") == 1
    assert "Winkeliers" not in names(me)
    me.reload()
    assert "Winkeliers" in me.look("names")
    me.until_saved(2)
    assert me.look("pending") == 0
    assert "Winkeliers" in names(me)
    assert me.on_disk().head == 2


def test_an_answer_that_got_lost_does_not_do_the_act_twice(board: Open) -> None:
    me, lost = board(), list[str]()

    def lose(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.request.post_data or "")
        route.fetch()
        route.abort()

    me.page.route(ACTS, lose)
    me.double_click(me.zone("citizens", 0.8, 0.9))
    me.type_name("Winkeliers")
    me.until_saved(2)
    me.arrived()
    assert (me.on_disk().head, len(lost)) == (2, 1)
    assert [name for name in me.look("names") if name == "Winkeliers"] == ["Winkeliers"]


def test_a_server_that_is_away_is_told_in_the_readers_words_and_what_was_done_is_sent_when_it_is_back(
    page: Callable[..., Page], tmp_path: Path
) -> None:
    with serving(ROOT / "app.py", tmp_path / "meetings.db") as server:
        me = Visitor(page(), server).go("web", meeting=prepared(server, drawn_webs.sewer()))
        server.kill()
        me.double_click(me.zone("citizens", 0.8, 0.9))
        me.type_name("Winkeliers")
        me.press("Escape")
        absence = me.page.locator(".board .absence")
        expect(absence).to_have_text(me.words("board.away"))
        me.page.wait_for_timeout(3000)  # as long as the framework takes to open a dialog of its own
        expect(me.page.get_by_role("dialog")).to_have_count(0)
        assert "Winkeliers" in me.look("names")
        server.start()
        expect(absence).to_be_hidden()
        me.page.wait_for_function("globalThis.__belangenweb.pending() === 0")
        assert "Winkeliers" in names(me)
        assert me.on_disk().head == 2


def test_a_refused_act_is_told_and_taken_out_of_the_drawing_and_what_follows_is_done(board: Open) -> None:
    me = board()
    me.double_click(me.zone("citizens", 0.8, 0.9))
    me.type_name("De \u202estraat")
    expect(me.refusal).to_contain_text("U+202E")
    assert not [name for name in me.look("names") if "straat" in name and "\u202e" in name]
    me.press("Escape")
    me.double_click(me.zone("citizens", 0.8, 0.9))
    me.type_name("Winkeliers")
    me.until_saved(2)
    expect(me.refusal).to_be_empty()


def test_a_second_tab_follows_by_itself_and_each_hears_what_the_other_did(board: Open) -> None:
    one = board()
    other = board(one.meeting)
    one.double_click(one.zone("citizens", 0.8, 0.9))
    one.type_name("Winkeliers")
    other.page.wait_for_function("globalThis.__belangenweb.names().includes('Winkeliers')")
    other.is_told("Winkeliers")
    expect(other.button("undo")).to_be_enabled()
    other.button("undo").click()
    one.page.wait_for_function("!globalThis.__belangenweb.names().includes('Winkeliers')")
    one.is_told(one.words("say_act.undo"))


def test_two_who_act_at_once_lose_nothing_and_the_second_is_told(board: Open) -> None:
    one, held = board(), list[Route]()
    other = board(one.meeting)
    other.page.route("**/api/board/**", lambda route: route.abort())
    other.page.route(ACTS, lambda route: held.append(route))
    other.double_click(other.zone("citizens", 0.8, 0.9))
    other.type_name("Jeugd")
    one.double_click(one.zone("citizens", 0.8, 0.9))
    one.type_name("Winkeliers")
    one.until_saved(2)
    held[0].continue_()
    other.page.wait_for_function("globalThis.__belangenweb.pending() === 0")
    assert {"Jeugd", "Winkeliers"} <= names(one)
    assert {"Jeugd", "Winkeliers"} <= set(other.look("names"))
    expect(other.refusal).to_contain_text(other.words("errors.changed_elsewhere_too", count=1))


def test_a_slow_network_changes_neither_the_order_nor_the_number(board: Open) -> None:
    me = board()

    def slowly(route: Route) -> None:
        me.page.wait_for_timeout(60)
        route.continue_()

    me.page.route(ACTS, slowly)
    me.click(me.place("edgePosition", "Gemeenteraad", "Betaalbaar"))
    me.press(*"1234" * 3)
    me.until_saved(13)
    assert me.on_disk().history.web.stake_by_pair["council", "cheap"].weight == 1
    assert me.on_disk().head == 13


HIDDEN = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""


def test_ten_open_tabs_still_act(board: Open) -> None:
    """A browser allows six connections to one server; without a window of its own every page here is in sight."""
    me = board()
    for _ in range(9):
        board(me.meeting).page.evaluate(HIDDEN)
    me.double_click(me.zone("citizens", 0.8, 0.9))
    me.type_name("Winkeliers")
    me.until_saved(2)
