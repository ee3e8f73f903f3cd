"""The canvas under real hands: mouse, keyboard and touch."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Place = tuple[float, float]


@pytest.fixture(scope="module")
def editor(serve: Callable[[Path], str]) -> str:
    return serve(Path(__file__).parent / "editor_app" / "app.py")


class Canvas:
    """A person before the canvas."""

    def __init__(self, page: Page, address: str, web: str, language: str = "nl") -> None:
        self.page = page
        page.goto(f"{address}/?web={web}&lang={language}&embed=true")
        page.wait_for_function("globalThis.__belangenweb?.scale() > 0")
        self.net = page.locator(".net")
        self.name = page.locator(".naming input")

    def look(self, question: str, *of: Any) -> Any:
        return self.page.evaluate("([question, of]) => globalThis.__belangenweb[question](...of)", [question, list(of)])

    def at(self, name: str) -> Place:
        return self._place("positionOf", name)

    def _place(self, question: str, *of: str) -> Place:
        there = "([question, of]) => globalThis.__belangenweb[question](...of)"
        self.page.wait_for_function(there, arg=[question, list(of)])
        x, y = self.look(question, *of)
        return (x, y)

    def link_at(self, party: str, interest: str) -> Place:
        return self._place("edgePosition", party, interest)

    def in_zone(self, zone: str, across: float = 0.5, down: float = 0.6) -> Place:
        left, top, right, bottom = self.look("zone", zone)
        return (left + (right - left) * across, top + (bottom - top) * down)

    def drag(self, start: Place, end: Place, *, pause: Callable[[], None] = lambda: None) -> None:
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
        mouse.move(*end, steps=4)
        pause()
        mouse.up()

    def click(self, place: Place) -> None:
        self.page.mouse.click(*place)

    def double_click(self, place: Place) -> None:
        self.page.mouse.dblclick(*place)

    def type_name(self, name: str) -> None:
        expect(self.name).to_be_visible()
        self.page.keyboard.type(name)
        self.page.keyboard.press("Enter")
        expect(self.name).to_be_hidden()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def saved(self) -> dict[str, Any]:
        """What Python holds, once it has dealt with every operation and selection."""
        self.page.wait_for_function(
            """() => {
              const canvas = globalThis.__belangenweb, text = document.querySelector(".st-key-saved code")?.textContent
              return canvas.pending() === 0 && text && (JSON.parse(text).selection.n ?? null) === canvas.reported()
            }"""
        )
        return json.loads(self.page.locator(".st-key-saved code").text_content() or "")


Open = Callable[..., Canvas]


@pytest.fixture
def canvas(page: Callable[..., Page], editor: str) -> Open:
    def open_canvas(web: str = "empty", **how: Any) -> Canvas:
        return Canvas(page(**how), editor, web)

    return open_canvas


def test_a_web_is_built_by_mouse(canvas: Open) -> None:
    web = canvas()
    web.double_click(web.in_zone("table"))
    web.type_name("Actiegroep")
    web.double_click(web.in_zone("citizens", across=0.8))
    web.type_name("Huurders")
    web.double_click(web.in_zone("organisations", down=0.3))
    web.type_name("Gemeente")
    web.double_click(web.in_zone("middle", across=0.4, down=0.5))
    web.type_name("Droge kelders")
    web.click(web.at("Actiegroep"))
    web.drag(web._place("handleOf", "Actiegroep"), web.at("Droge kelders"))
    web.press("4")
    saved = web.saved()
    assert {name: party[:2] for name, party in saved["actors"].items()} == {
        "Actiegroep": ["citizens", 1],
        "Huurders": ["citizens", 0],
        "Gemeente": ["own_organisation", 0],
    }
    assert saved["stakes"] == [["Actiegroep", "Droge kelders", 1, 1]]


def test_a_handle_dragged_into_empty_space_makes_a_linked_interest(canvas: Open) -> None:
    web = canvas("sewer")
    web.click(web.at("Waterschap"))
    web.drag(web._place("handleOf", "Waterschap"), web.in_zone("middle", across=0.15, down=0.95))
    web.type_name("Schone sloot")
    assert ["Waterschap", "Schone sloot", 0.4, 1] in web.saved()["stakes"]


def test_a_web_is_built_without_a_mouse(canvas: Open) -> None:
    web = canvas()
    web.net.focus()
    web.press("n")
    web.type_name("Actiegroep")
    web.press("i")
    web.type_name("Droge kelders")
    web.press("i")
    web.type_name("Veilige straat")
    web.saved()
    web.press("Escape", "Shift+Tab")
    while web.look("cursor") != "Actiegroep":
        web.press("Tab")
    web.press("l", "ArrowDown")
    web.press("Enter", "4", "-")
    web.press("t")
    saved = web.saved()
    assert saved["actors"]["Actiegroep"][1] == 1
    (stake,) = saved["stakes"]
    assert stake[0] == "Actiegroep"
    assert stake[2:] == [1, -1]
    web.press("w", "Delete")
    assert web.saved()["stakes"] == []
    web.press("Control+z")
    assert web.saved()["stakes"] == [stake]
    web.press("Control+z", "Control+y")
    assert web.saved()["actors"]["Actiegroep"][1] == 1


def test_two_interests_clash_when_connected(canvas: Open) -> None:
    web = canvas("sewer")
    web.click(web.at("Betaalbaar"))
    web.drag(web._place("handleOf", "Betaalbaar"), web.at("Plek voor regenwater"))
    assert ["Betaalbaar", "Plek voor regenwater", -0.5] in web.saved()["relations"]
    web.press("-")
    assert ["Betaalbaar", "Plek voor regenwater", 0.5] in web.saved()["relations"]


def test_dragging_a_group_over_the_edge_of_the_table_invites_it(canvas: Open) -> None:
    web = canvas("sewer")
    web.drag(web.at("Bewoners met houten palen"), web.in_zone("table", across=0.06, down=0.7))
    saved = web.saved()
    assert saved["actors"]["Bewoners met houten palen"][1] == 6
    assert saved["selection"]["selection"] == ["actor", "piles"]
    assert saved["selection"]["focus"] == "seats"
    left, _, right, _ = web.look("zone", "table")
    middle = web.at("Bewoners met houten palen")[0]
    half = 69 * web.look("scale")
    assert left < middle - half
    assert middle + half < right
    web.net.focus()
    web.press("Control+z")
    back = web.saved()["actors"]["Bewoners met houten palen"]
    assert back[1] == 0
    assert web.at("Bewoners met houten palen")[0] > right


def test_a_party_dropped_outside_its_zone_settles_inside(canvas: Open) -> None:
    web = canvas("sewer")
    web.drag(web.at("Waterschap"), web.in_zone("middle"))
    _, _, right, _ = web.look("zone", "organisations")
    assert web.at("Waterschap")[0] < right
    assert web.saved()["actors"]["Waterschap"][1] == 0


def test_nodes_keep_their_place_when_others_come_and_go(canvas: Open) -> None:
    web = canvas("sewer")
    names = web.look("names")
    before = {name: web.at(name) for name in names}
    web.double_click(web.in_zone("citizens", across=0.8, down=0.95))
    web.type_name("Winkeliers")
    web.saved()
    web.drag(web.at("Huurders in de buurt"), web.in_zone("table", down=0.8))
    web.saved()
    web.press("Control+z")
    web.saved()
    assert {name: web.at(name) for name in names} == before


def test_a_node_moved_by_hand_stays_there(canvas: Open) -> None:
    web = canvas("sewer")
    start = web.at("Betaalbaar")
    web.drag(start, (start[0] + 40, start[1] - 30))
    moved = web.look("placeOf", "Betaalbaar")
    assert web.saved()["interests"]["Betaalbaar"] == pytest.approx([moved["x"], moved["y"]], abs=0.1)
    assert web.at("Betaalbaar") == pytest.approx((start[0] + 40, start[1] - 30), abs=1)


def test_a_double_click_renames_and_escape_keeps_the_name(canvas: Open) -> None:
    web = canvas("sewer")
    web.double_click(web.at("Waterschap"))
    web.type_name("Hoogheemraadschap")
    assert "Hoogheemraadschap" in web.saved()["actors"]
    web.double_click(web.at("Gemeenteraad"))
    expect(web.name).to_be_visible()
    web.page.keyboard.type("Iets anders")
    web.press("Escape")
    assert "Gemeenteraad" in web.saved()["actors"]


def test_a_link_is_weighed_turned_and_deleted(canvas: Open) -> None:
    web = canvas("sewer")
    web.click(web.link_at("Gemeenteraad", "Betaalbaar"))
    assert web.look("selected") == ["stake", "council", "cheap"]
    web.press("2", "-")
    assert ["Gemeenteraad", "Betaalbaar", 0.1, -1] in web.saved()["stakes"]
    web.press("1")
    assert ["Gemeenteraad", "Betaalbaar", 0, -1] in web.saved()["stakes"]
    web.press("Delete")
    assert not any(stake[:2] == ["Gemeenteraad", "Betaalbaar"] for stake in web.saved()["stakes"])


def test_the_keys_for_words_and_a_new_link_count_as_the_meeting_does(canvas: Open) -> None:
    web = canvas("counted")
    web.click(web.link_at("Gemeenteraad", "Betaalbaar"))
    web.press("2")
    assert ["Gemeenteraad", "Betaalbaar", 0.2, 1] in web.saved()["stakes"]
    web.press("3")
    assert ["Gemeenteraad", "Betaalbaar", 0.6, 1] in web.saved()["stakes"]
    web.click(web.at("Gemeenteraad"))
    web.drag(web._place("handleOf", "Gemeenteraad"), web.at("Plek voor regenwater"))
    assert ["Gemeenteraad", "Plek voor regenwater", 0.6, 1] in web.saved()["stakes"]


def test_deleting_a_party_takes_its_links_and_one_undo_brings_all_back(canvas: Open) -> None:
    web = canvas("sewer")
    before = web.saved()
    web.click(web.at("Actiegroep Kadestraat"))
    web.press("Backspace")
    after = web.saved()
    assert "Actiegroep Kadestraat" not in after["actors"]
    assert len(after["stakes"]) == len(before["stakes"]) - 2
    web.press("Control+z")
    assert web.saved()["stakes"] == before["stakes"]


def test_typing_a_name_never_reaches_the_keys_of_the_page(canvas: Open) -> None:
    web = canvas()
    web.net.focus()
    web.press("n")
    web.type_name("croc r c 1234")
    assert "croc r c 1234" in web.saved()["actors"]
    expect(web.page.get_by_role("dialog")).to_have_count(0)


def test_touch_builds_with_the_connect_button(canvas: Open) -> None:
    web = canvas("sewer", viewport=(390, 844), touch=True)
    tap = web.page.touchscreen.tap
    web.page.locator("[data-do=connect]").tap()
    tap(*web.at("Huurders in de buurt"))
    tap(*web.at("Droge souterrains"))
    assert ["Huurders in de buurt", "Droge souterrains", 0.4, 1] in web.saved()["stakes"]
    web.page.locator("[data-do=party]").tap()
    web.page.locator(".naming select").select_option("table")
    web.name.fill("Winkeliers")
    web.name.press("Enter")
    assert web.saved()["actors"]["Winkeliers"][:2] == ["citizens", 6]


def test_two_fingers_zoom(canvas: Open) -> None:
    web = canvas("sewer", viewport=(390, 844), touch=True)
    before = web.look("scale")
    x, y = web.in_zone("politics")
    session = web.page.context.new_cdp_session(web.page)

    def touch(kind: str, *points: Place) -> None:
        fingers = [{"x": across, "y": down, "id": i} for i, (across, down) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    touch("touchStart", (x - 20, y), (x + 20, y))
    touch("touchMove", (x - 60, y), (x + 60, y))
    touch("touchEnd")
    assert web.look("scale") > 1.5 * before
    assert web.saved()["refused"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_names_are_only_text(canvas: Open, scheme: str) -> None:
    web = canvas("hostile", scheme=scheme)
    web.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    web.page.mouse.move(*web.at("a"))
    expect(web.page.locator(".tip")).to_contain_text("<img src=x onerror=alert(1)>")
    assert web.page.locator(".frame img, .frame script").count() == 0
    web.double_click(web.in_zone("politics"))
    web.type_name("<b onclick=alert(3)>'\";--")
    assert "<b onclick=alert(3)>'\";--" in web.saved()["actors"]


def test_forty_parties_and_forty_interests_fit_without_overlap(canvas: Open) -> None:
    web = canvas("crowd40")
    names = web.look("names")
    assert len(names) == 80
    places = [web.look("placeOf", name) for name in names]
    apart = [
        max(abs(a["x"] - b["x"]) / 110, abs(a["y"] - b["y"]) / 60) for i, a in enumerate(places) for b in places[:i]
    ]
    assert min(apart) >= 1
    frame = web.net.bounding_box()
    assert frame is not None
    for name in names:
        x, y = web.at(name)
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]


def test_a_hundred_quick_acts_are_all_done_once(canvas: Open) -> None:
    web = canvas("sewer")
    web.click(web.link_at("Gemeenteraad", "Betaalbaar"))
    for _ in range(25):
        web.press("1", "2", "3", "-")
    assert web.saved()["stakes"][11] == ["Gemeenteraad", "Betaalbaar", 0.4, -1]
    web.press(*["Control+z"] * 3)
    assert web.saved()["stakes"][11] == ["Gemeenteraad", "Betaalbaar", 0, 1]
