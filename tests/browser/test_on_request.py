"""What is calculated on request: it shows how far it is, goes on elsewhere, stops when told, and its answer stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from servers import Server
from visitor import Visitor, prepared

from coprod_core.web.model import Web
from coprod_ui.examples.cases import cases
from coprod_ui.screens.dilemmas.feasible import FRONT
from coprod_ui.screens.dilemmas.scene import DRAWS
from tests.benchmarks.recompute import web_of
from tests.core.test_large_front import crowd

Visit = Callable[..., Visitor]


@pytest.fixture
def dilemmas(page: Callable[..., Page], server: Server) -> Visit:
    """Opens one dilemma of a web."""

    def visit(web: Web, dilemma: str) -> Visitor:
        return Visitor(page(), server).go("dilemmas", meeting=prepared(server, web), d=dilemma)

    return visit


def part(me: Visitor, name: str) -> None:
    me.page.get_by_role("radio", name=me.words(f"dilemma_parts.{name}"), exact=True).click()
    me.arrived()


def test_a_long_calculation_shows_how_far_it_is_and_really_stops(dilemmas: Visit) -> None:
    me = dilemmas(crowd(1, 14, 10, 3), "role")
    part(me, "sure")
    me.button(f"begin_{DRAWS}").click()
    bar = me.page.get_by_role("progressbar")
    expect(bar).to_be_visible()
    part(me, "questions")
    expect(bar).to_be_hidden()
    part(me, "sure")
    expect(bar).to_be_visible()
    me.button(f"stop_{DRAWS}").click()
    expect(me.button(f"begin_{DRAWS}")).to_be_visible()
    expect(bar).to_be_hidden()


def test_the_answer_comes_by_itself_and_stays_on_other_screens(dilemmas: Visit) -> None:
    me = dilemmas(next(case.web for case in cases("nl") if case.name == "sewer"), "role")
    part(me, "sure")
    me.button(f"begin_{DRAWS}").click()
    expect(me.key("figure_side_facilitate")).to_be_visible()
    me.screen("web").screen("dilemmas")
    expect(me.key("figure_side_facilitate")).to_be_visible()


def test_a_hundred_groups_are_searched_while_the_screen_goes_on(dilemmas: Visit) -> None:
    me = dilemmas(crowd(7, 100, 20, 4, 0.2), "feasibility_inclusiveness")
    part(me, "plane")
    me.button(f"begin_{FRONT}").click()
    expect(me.page.get_by_role("progressbar")).to_be_visible()
    expect(me.key("figure_large_front")).to_be_visible()
    part(me, "tension")
    bounded = re.escape(me.words("say_feasible.bounded")[:40])
    expect(me.page.get_by_text(re.compile(bounded))).to_be_visible()


def test_a_report_shows_how_far_it_is_and_stops_when_told(page: Callable[..., Page], server: Server) -> None:
    me = Visitor(page(), server).go("report", meeting=prepared(server, web_of(40, 0.3)))
    me.button("make_report").click()
    expect(me.page.get_by_role("progressbar")).to_be_visible()
    me.button("stop_report").click()
    expect(me.button("stop_report")).to_have_count(0)
    me.arrived()
    expect(me.button("make_report")).to_be_visible()
    expect(me.key("save_report")).to_have_count(0)
