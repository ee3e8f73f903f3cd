"""The whole app under the hands of a facilitator, a civil servant, and a person who is a little clumsy."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from servers import ROOT, Server, serving
from visitor import Visitor, prepared

from coprod_core.indicators import readings
from coprod_core.model import Actor, Interest, Option, Relation, Rule, Sphere, Stake, Web
from coprod_core.web_file import read, write
from coprod_ui.words import words

CASES = ("sewer", "dog_fence", "prevention_team", "wind_turbines")
FIGURE = re.compile(r"\d")
PILES, FOUNDATION = "Bewoners met rotte fundering", "Stevige fundering"

Visit = Callable[..., Visitor]


@pytest.fixture
def visit(page: Callable[..., Page], server: Server) -> Visit:
    """Opens a browser of its own for one person."""

    def open_browser(language: str = "nl", **how: object) -> Visitor:
        return Visitor(page(locale={"nl": "nl-NL", "en": "en-GB"}[language], **how), server, language)

    return open_browser


def case(name: str, language: str = "nl") -> Web:
    return read((ROOT / "data" / "cases" / f"{name}.{language}.json").read_bytes())


def height_of(page: Page) -> int:
    """How tall the page is: more than the window means that it scrolls."""
    tall = "Math.max(document.documentElement.scrollHeight, document.querySelector('[data-testid=stMain]').scrollHeight)"
    return int(page.evaluate(tall))


# -- building ---------------------------------------------------------------------------------------------------------


def test_a_web_is_built_from_empty_with_the_mouse(visit: Visit) -> None:
    me = visit().go().begin("Riool in de Kadestraat")
    me.page.locator("[data-do=party]").click()
    me.type_name("Huurders")
    me.double_click(me.zone("table"))
    me.type_name("Actiegroep")
    me.double_click(me.zone("middle", 0.4, 0.5))
    me.type_name("Droge kelders")
    me.click(me.place("positionOf", "Actiegroep"))
    me.drag(me.place("handleOf", "Actiegroep"), me.place("positionOf", "Droge kelders"))
    me.press("4", "-")
    web = me.web()
    assert web.title == "Riool in de Kadestraat"
    assert {(a.name, a.seated) for a in web.actors} == {("Huurders", False), ("Actiegroep", True)}
    (stake,) = web.stakes
    assert (stake.weight, stake.position) == (1, -1)
    expect(me.inspector).to_contain_text("Droge kelders")
    me.button("undo").click()
    expect(me.side).to_contain_text(words("nl")("say_act.undo"))
    assert me.web().stakes[0].position == 1
    me.net.focus()
    me.press("Control+z", "Control+z")
    assert me.web().stakes == ()
    me.press("Control+y")
    assert me.web().stakes[0].weight == 0.4
    me.button("redo").click()
    me.button("redo").click()
    expect(me.button("redo")).to_be_disabled()
    assert me.web() == web


def test_a_web_is_built_from_empty_without_a_mouse(visit: Visit) -> None:
    me = visit().go()
    me.key("new_title").locator("input").focus()
    me.page.keyboard.type("Zonder muis")
    me.press("Enter")
    me.on_the_web()
    for _ in range(40):
        if me.net.evaluate("net => net === net.getRootNode().activeElement"):
            break
        me.press("Tab")
    expect(me.net).to_be_focused()
    me.press("n")
    me.type_name("Actiegroep")
    me.press("i")
    me.type_name("Droge kelders")
    me.press("Shift+Tab")
    while me.look("cursor") != "Actiegroep":
        me.press("Tab")
    me.press("l", "ArrowLeft", "Enter", "4", "-")
    web = me.web()
    assert (web.stakes[0].weight, web.stakes[0].position) == (1, -1)
    me.press("Control+z", "Control+z")
    assert (me.web().stakes[0].weight, me.web().stakes[0].position) == (0.4, 1)
    me.press("Control+y", "Control+y")
    assert me.web() == web
    me.press("t")
    expect(me.key(f"seats_{web.actors[0].id}").locator("input")).to_be_focused()
    me.page.keyboard.type("3")
    me.press("Enter")
    expect(me.side).to_contain_text(me.words.plural("say_act.seats", 3, name="Actiegroep").replace("*", ""))
    assert me.web().actors[0].seats == 3


def test_a_double_click_on_begin_begins_one_meeting(visit: Visit) -> None:
    me = visit().go()
    me.key("new_title").locator("input").fill("Eén keer")
    me.page.get_by_role("button", name=me.words("start.begin"), exact=True).dblclick()
    me.on_the_web()
    me.screen("start")
    expect(me.page.get_by_role("button", name="Eén keer")).to_have_count(1)


# -- inviting ---------------------------------------------------------------------------------------------------------


def test_dragging_a_group_over_the_edge_of_the_table_makes_the_gap_fall(visit: Visit) -> None:
    me = visit().go().open_case("sewer")
    me.key("digits_web").locator("label").click()
    expect(me.strip("gap")).to_have_text(FIGURE)
    before = me.strip("gap").text_content() or ""
    web = me.web()
    assert me.words("say_gap.most_missing", interest=FOUNDATION).replace("*", "") in before
    me.drag(me.place("positionOf", PILES), me.zone("table", 0.5, 0.85))
    expect(me.strip("gap")).not_to_have_text(before)
    seats = me.key("seats_foundation_residents").locator("input")
    expect(seats).to_be_focused()
    expect(me.inspector).to_contain_text(me.words("terms.at_table"))
    invited = me.web()
    gap, smaller = readings(web).gap, readings(invited).gap
    assert gap is not None
    assert smaller is not None
    assert invited.actor_by_id["foundation_residents"].seats == 6
    assert (smaller.places, smaller.views, smaller.attention) < (gap.places, gap.views, gap.attention)
    for part in (smaller.places, smaller.views, smaller.attention):
        expect(me.strip("gap")).to_contain_text(me.words.of_100(part))
    me.page.keyboard.type("8")
    me.press("Enter")
    expect(me.side).to_contain_text(me.words.plural("say_act.seats", 8, name=PILES).replace("*", ""))
    assert me.web().actor_by_id["foundation_residents"].seats == 8
    me.button("undo").click()
    expect(seats).to_have_value("6")
    me.button("undo").click()
    expect(me.strip("gap")).to_have_text(before)
    assert me.web() == web


def test_after_a_reload_everything_is_there(visit: Visit) -> None:
    me = visit().go().open_case("sewer")
    me.double_click(me.zone("organisations", 0.5, 0.85))
    me.type_name("Woningcorporatie")
    me.arrived()
    me.drag(me.place("positionOf", "Woningcorporatie"), me.zone("organisations", 0.4, 0.45))
    web, names = me.web(), me.look("names")
    stands = [me.place("positionOf", name) for name in names]
    strip = me.strip("gap").text_content() or ""
    me.reload()
    assert me.look("names") == names
    for name, place in zip(names, stands, strict=True):
        assert me.place("positionOf", name) == pytest.approx(place, abs=1)
    expect(me.strip("gap")).to_have_text(strip)
    assert me.web() == web
    me.button("undo").click()
    me.button("undo").click()
    expect(me.button("undo")).to_be_disabled()
    assert "Woningcorporatie" not in {actor.name for actor in me.web().actors}


# -- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", ["web", "gap", "dilemmas"])
def test_a_link_to_a_screen_works_first_on_a_fresh_server(page: Callable[..., Page], tmp_path: Path, screen: str) -> None:
    """Streamlit finds `pages/` by itself, and would show the page alone, without the frame (engine room)."""
    with serving(ROOT / "app.py", tmp_path / "meetings.db") as fresh:
        meeting = prepared(fresh, case("sewer"))
        me = Visitor(page(), fresh).go(screen, meeting=meeting)
        expect(me.button("meeting_menu")).to_contain_text("Riool en fundering")
        expect(me.key("language")).to_be_visible()
        shown = {"web": me.net, "gap": me.key("reference"), "dilemmas": me.key("dilemma_tab")}[screen]
        expect(shown).to_be_visible()
        assert me.meeting == meeting


def test_a_link_to_one_dilemma_opens_it(visit: Visit, server: Server) -> None:
    me = visit().go("dilemmas", meeting=prepared(server, case("sewer")), d="rules")
    expect(me.page.get_by_role("tab", selected=True)).to_have_text(me.words("dilemmas.rules"))
    me.screen("web")
    me.strip("role").get_by_role("link").click()
    expect(me.page.get_by_role("tab", selected=True)).to_have_text(me.words("dilemmas.role"))


def test_a_link_to_a_meeting_that_is_gone_says_so_and_shows_the_way(visit: Visit) -> None:
    me = visit().go("web", meeting="no-such-meeting")
    expect(me.warning).to_contain_text(me.words("errors.no_such_meeting"))
    me.page.get_by_role("link", name=me.words("empty.to_start")).click()
    expect(me.key("new_title")).to_be_visible()


def test_the_back_button_goes_back_to_the_screen_before(visit: Visit, server: Server) -> None:
    me = visit().go("web", meeting=prepared(server, case("sewer")))
    me.screen("gap")
    expect(me.key("reference")).to_be_visible()
    me.page.go_back()
    expect(me.net).to_be_visible()
    me.arrived()
    assert len(me.look("names")) == 14


# -- language and digits ----------------------------------------------------------------------------------------------


def test_switching_the_language_keeps_meeting_selection_view_and_acts(visit: Visit) -> None:
    me = visit().go().open_case("sewer")
    expect(me.page.locator("html")).to_have_attribute("lang", "nl")
    meeting = me.meeting
    me.double_click(me.zone("citizens", 0.8, 0.93))
    me.type_name("Kinderen")
    me.click(me.place("positionOf", "Waterschap"))
    expect(me.key("at_table_water_board")).to_be_visible()
    web = me.web()
    me.choose_language("en")
    expect(me.button("undo")).to_contain_text(me.words("frame.undo"))
    expect(me.page.locator("[data-do=party]")).to_have_text(me.words("canvas.add_party"))
    expect(me.key("at_table_water_board")).to_be_visible()
    assert me.look("selected") == ["actor", "water_board"]
    assert me.meeting == meeting
    assert me.web() == web
    me.page.get_by_role("tab", name=me.words("inspector.rules")).click()
    expect(me.key("chosen_rule")).to_be_visible()
    me.choose_language("nl")
    expect(me.page.get_by_role("tab", selected=True)).to_have_text(me.words("inspector.rules"))
    me.button("undo").click()
    expect(me.side).to_contain_text(me.words("say_act.undo"))
    assert "Kinderen" not in {actor.name for actor in me.web().actors}


def test_the_list_stays_the_list_in_another_language(visit: Visit, server: Server) -> None:
    me = visit().go("web", meeting=prepared(server, case("sewer")))
    me.key("view").get_by_role("radio", name=me.words("frame.list")).click()
    expect(me.key("view").get_by_role("radio", name=me.words("frame.list"))).to_be_checked()
    me.choose_language("en")
    expect(me.key("view").get_by_role("radio", name=me.words("frame.list"))).to_be_checked()
    me.screen("gap").screen("web")
    expect(me.key("view").get_by_role("radio", name=me.words("frame.list"))).to_be_checked()


def test_a_browser_in_english_is_met_in_english(visit: Visit, server: Server) -> None:
    me = visit("en")
    me.page.goto(server.address)
    expect(me.page.get_by_role("button", name=me.words("start.begin"), exact=True)).to_be_visible()
    expect(me.page.locator("html")).to_have_attribute("lang", "en")


def test_numbers_are_off_on_the_web_and_on_where_one_analyses_until_the_person_says_otherwise(
    visit: Visit, server: Server
) -> None:
    me = visit().go("web", meeting=prepared(server, case("sewer")))
    switch = me.page.get_by_role("switch", name=me.words("frame.digits"))
    expect(switch).not_to_be_checked()
    for name in ("gap", "feasibility_inclusiveness", "role", "rules"):
        expect(me.strip(name)).not_to_have_text(FIGURE)
    me.key("digits_web").locator("label").click()
    expect(me.strip("gap")).to_have_text(FIGURE)
    me.screen("gap")
    expect(switch).to_be_checked()
    me.key("digits_gap").locator("label").click()
    expect(switch).not_to_be_checked()
    me.screen("web")
    expect(switch).to_be_checked()
    me.screen("gap")
    expect(switch).not_to_be_checked()
    me.screen("dilemmas")
    expect(switch).to_be_checked()
