"""The board under real hands: mouse, keyboard and touch."""

from collections.abc import Callable
from typing import Any

import drawn_webs
import pytest
from playwright.sync_api import Page, expect
from servers import Server
from visitor import Place, Visitor, prepared


class Hands(Visitor):
    """A person at the board."""

    @property
    def name(self) -> Any:
        return self.naming

    def saved(self) -> dict[str, Any]:
        """What is on disk, once everything done here is dealt with, by name."""
        web = self.web()
        party, interest = web.actor_by_id, web.interest_by_id
        return {
            "actors": {a.name: [str(a.sphere), a.seats, a.x, a.y] for a in web.actors},
            "interests": {i.name: [i.x, i.y] for i in web.interests},
            "stakes": [[party[s.actor].name, interest[s.interest].name, s.weight, s.position] for s in web.stakes],
            "relations": [[interest[r.a].name, interest[r.b].name, r.compatibility] for r in web.relations],
        }

    def at(self, name: str) -> Place:
        return self.place("positionOf", name)

    def link_at(self, party: str, interest: str) -> Place:
        return self.place("edgePosition", party, interest)

    def seats(self, name: str) -> float:
        return float(self.saved()["actors"][name][1])

    def fingers(self, kind: str, *points: Place) -> None:
        """Fingers on the screen, as the browser hears of them."""
        if not hasattr(self, "_touching"):
            self._touching = self.page.context.new_cdp_session(self.page)
        touches = [{"x": across, "y": down, "id": i} for i, (across, down) in enumerate(points)]
        self._touching.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def drag_finger(self, start: Place, end: Place) -> None:
        self.fingers("touchStart", start)
        for step in (0.3, 0.6, 0.9, 1.0):
            self.fingers("touchMove", (start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step))
        self.passes(AT_REST)
        self.fingers("touchMove", end)
        self.fingers("touchEnd")

    def press_long(self, place: Place) -> None:
        self.fingers("touchStart", place)
        self.passes(HELD)
        self.fingers("touchEnd")

    def passes(self, milliseconds: int) -> None:
        """So long in the page itself, from when it heard of the finger: on a busy machine that is later than here."""
        self.page.evaluate("held => new Promise(done => setTimeout(done, held))", milliseconds)


HELD = 700
"""So long (milliseconds) a finger that is held stays where it is."""

AT_REST = 150
"""So long (milliseconds) a finger lies still before it is lifted: from one lifted in full swing the browser takes no
tap just after."""

Open = Callable[..., Hands]


@pytest.fixture
def board(page: Callable[..., Page], server: Server) -> Open:
    def opened(web: str = "empty", **how: Any) -> Hands:
        me = Hands(page(**how), server)
        me.go("web", meeting=prepared(server, drawn_webs.named(web)))
        if how.get("viewport", (1280, 720))[0] < 700:
            me.field("to_drawing").tap()
        return me

    return opened


def test_a_web_is_built_by_mouse(board: Open) -> None:
    web = board()
    web.double_click(web.zone("table"))
    web.type_name("Actiegroep")
    web.double_click(web.zone("citizens", across=0.8))
    web.type_name("Huurders")
    web.press("Escape")
    web.double_click(web.zone("organisations", down=0.3))
    web.type_name("Gemeente")
    web.double_click(web.zone("middle", across=0.4, down=0.5))
    web.type_name("Droge kelders")
    web.click(web.at("Actiegroep"))
    web.drag(web.place("handleOf", "Actiegroep"), web.at("Droge kelders"))
    web.press("4")
    saved = web.saved()
    assert {name: party[:2] for name, party in saved["actors"].items()} == {
        "Actiegroep": ["citizens", 1],
        "Huurders": ["citizens", 0],
        "Gemeente": ["own_organisation", 0],
    }
    assert saved["stakes"] == [["Actiegroep", "Droge kelders", 1, 1]]


def test_a_handle_dragged_into_empty_space_makes_a_linked_interest(board: Open) -> None:
    web = board("sewer")
    web.click(web.at("Waterschap"))
    web.drag(web.place("handleOf", "Waterschap"), web.zone("middle", across=0.15, down=0.95))
    web.type_name("Schone sloot")
    assert ["Waterschap", "Schone sloot", 0.4, 1] in web.saved()["stakes"]


def test_a_web_is_built_without_a_mouse(board: Open) -> None:
    web = board()
    web.net.focus()
    web.press("n")
    web.type_name("Actiegroep")
    web.press("i")
    web.type_name("Droge kelders")
    web.press("i")
    web.type_name("Veilige straat")
    web.press("Escape")
    while web.look("cursor") != "Actiegroep":
        web.press("Tab")
    web.press("l", "ArrowLeft")
    web.press("Enter", "4", "-")
    web.press("t", "Escape")
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


def test_while_a_line_is_drawn_a_key_says_at_once_what_it_says(board: Open) -> None:
    web = board("sewer")
    for party, interest, key in (
        ("Waterschap", "Betaalbaar", "4"),
        ("Gemeenteraad", "Stevige fundering", "u"),
        ("Droge souterrains", "Betaalbaar", "+"),
    ):
        web.find(party)
        web.press("l")
        web.find(interest)
        web.press(key, "Escape")
    web.find("Waterschap")
    web.press("l", "i")
    web.type_name("Schone sloot")
    saved, disk = web.saved(), web.web()
    assert ["Waterschap", "Betaalbaar", 1.0, 1] in saved["stakes"]
    assert ["Waterschap", "Schone sloot", 0.4, 1] in saved["stakes"]
    assert ["Droge souterrains", "Betaalbaar", 0.5] in saved["relations"]
    assert {(unknown.actor, unknown.interest) for unknown in disk.unknown} == {("tenants", "firm"), ("council", "firm")}


def test_how_many_people_a_new_group_counts_may_stand_after_its_name(board: Open) -> None:
    web = board()
    web.double_click(web.zone("citizens", across=0.8))
    web.type_name("Huurders (1.200)")
    web.press("Escape")
    web.double_click(web.zone("organisations", down=0.3))
    web.type_name("Gemeente (riool)")
    assert {actor.name: actor.people for actor in web.web().actors} == {"Huurders": 1200, "Gemeente (riool)": None}


def test_two_interests_clash_when_connected(board: Open) -> None:
    web = board("sewer")
    web.click(web.at("Betaalbaar"))
    web.drag(web.place("handleOf", "Betaalbaar"), web.at("Plek voor regenwater"))
    assert ["Betaalbaar", "Plek voor regenwater", -0.5] in web.saved()["relations"]
    web.press("-")
    assert ["Betaalbaar", "Plek voor regenwater", 0.5] in web.saved()["relations"]


def test_dragging_a_group_over_the_edge_of_the_table_invites_it(board: Open) -> None:
    web = board("sewer")
    web.drag(web.at("Bewoners met houten palen"), web.zone("table", across=0.06, down=0.7))
    saved = web.saved()
    assert saved["actors"]["Bewoners met houten palen"][1] == 6
    assert web.look("selected") == ["actor", "piles"]
    expect(web.field("seats_piles")).to_be_focused()
    left, _, right, _ = web.look("zone", "table")
    assert left < web.at("Bewoners met houten palen")[0] < right
    web.press("Control+z")
    back = web.saved()["actors"]["Bewoners met houten palen"]
    assert back[1] == 0
    assert web.at("Bewoners met houten palen")[0] > right


def test_a_party_dropped_outside_its_zone_settles_inside(board: Open) -> None:
    web = board("sewer")
    web.drag(web.at("Waterschap"), web.zone("middle"))
    _, _, right, _ = web.look("zone", "organisations")
    assert web.at("Waterschap")[0] < right
    assert web.saved()["actors"]["Waterschap"][1] == 0


def test_nodes_keep_their_place_when_others_come_and_go(board: Open) -> None:
    web = board("sewer")
    names = web.look("names")
    before = {name: web.at(name) for name in names}
    web.double_click(web.zone("citizens", across=0.8, down=0.95))
    web.type_name("Winkeliers")
    web.saved()
    web.drag(web.at("Huurders in de buurt"), web.zone("table", down=0.8))
    web.saved()
    web.press("Control+z")
    web.saved()
    for name in names:
        assert web.at(name) == pytest.approx(before[name], abs=1), name


def test_a_node_moved_by_hand_stays_there(board: Open) -> None:
    web = board("sewer")
    start = web.at("Betaalbaar")
    web.drag(start, (start[0] - 40, start[1] - 30))
    before = web.saved()["interests"]["Betaalbaar"]
    assert web.at("Betaalbaar") == pytest.approx((start[0] - 40, start[1] - 30), abs=8)
    there = web.at("Betaalbaar")
    web.reload()
    assert web.at("Betaalbaar") == pytest.approx(there, abs=1)
    assert web.saved()["interests"]["Betaalbaar"] == before


def test_a_double_click_renames_and_escape_keeps_the_name(board: Open) -> None:
    web = board("sewer")
    web.double_click(web.at("Waterschap"))
    web.type_name("Hoogheemraadschap")
    assert "Hoogheemraadschap" in web.saved()["actors"]
    web.double_click(web.at("Gemeenteraad"))
    expect(web.name).to_be_visible()
    web.page.keyboard.type("Iets anders")
    web.press("Escape")
    assert "Gemeenteraad" in web.saved()["actors"]


def test_a_link_is_weighed_turned_and_deleted(board: Open) -> None:
    web = board("sewer")
    web.click(web.link_at("Gemeenteraad", "Betaalbaar"))
    assert web.look("selected") == ["stake", "council", "cheap"]
    web.press("2", "-")
    assert ["Gemeenteraad", "Betaalbaar", 0.1, -1] in web.saved()["stakes"]
    web.press("1")
    assert ["Gemeenteraad", "Betaalbaar", 0, -1] in web.saved()["stakes"]
    web.press("Delete")
    assert not any(stake[:2] == ["Gemeenteraad", "Betaalbaar"] for stake in web.saved()["stakes"])


def test_the_keys_for_words_and_a_new_link_count_as_the_meeting_does(board: Open) -> None:
    web = board("counted")
    web.click(web.link_at("Gemeenteraad", "Betaalbaar"))
    web.press("2")
    assert ["Gemeenteraad", "Betaalbaar", 0.2, 1] in web.saved()["stakes"]
    web.press("3")
    assert ["Gemeenteraad", "Betaalbaar", 0.6, 1] in web.saved()["stakes"]
    web.click(web.at("Gemeenteraad"))
    web.drag(web.place("handleOf", "Gemeenteraad"), web.at("Plek voor regenwater"))
    assert ["Gemeenteraad", "Plek voor regenwater", 0.6, 1] in web.saved()["stakes"]


def test_deleting_a_party_takes_its_links_and_one_undo_brings_all_back(board: Open) -> None:
    web = board("sewer")
    before = web.saved()
    web.click(web.at("Actiegroep Kadestraat"))
    web.press("Backspace")
    after = web.saved()
    assert "Actiegroep Kadestraat" not in after["actors"]
    assert len(after["stakes"]) == len(before["stakes"]) - 2
    web.press("Control+z")
    assert web.saved()["stakes"] == before["stakes"]


def test_typing_a_name_never_reaches_the_keys_of_the_page(board: Open) -> None:
    web = board()
    web.net.focus()
    web.press("n")
    web.type_name("croc r c 1234")
    assert "croc r c 1234" in web.saved()["actors"]
    expect(web.page.get_by_role("dialog")).to_have_count(0)


def test_touch_builds_with_the_connect_button(board: Open) -> None:
    web = board("sewer", viewport=(1180, 820), touch=True)
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


def test_two_fingers_zoom(board: Open) -> None:
    web = board("sewer", viewport=(390, 844), touch=True)
    before = web.look("scale")
    head, (x, y) = web.on_disk().head, (200, 500)
    web.fingers("touchStart", (x - 20, y), (x + 20, y))
    web.fingers("touchMove", (x - 60, y), (x + 60, y))
    web.fingers("touchEnd")
    assert web.look("scale") > 1.5 * before
    assert web.on_disk().head == head


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_names_are_only_text(board: Open, scheme: str) -> None:
    web = board("hostile", scheme=scheme)
    web.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    web.page.mouse.move(*web.at("a"))
    expect(web.page.locator(".tip")).to_contain_text("<img src=x onerror=alert(1)>")
    assert web.page.locator(".board img, .board script").count() == 0
    web.double_click(web.zone("politics"))
    web.type_name("<b onclick=alert(3)>'\";--")
    assert "<b onclick=alert(3)>'\";--" in web.saved()["actors"]


def test_forty_parties_and_forty_interests_fit_without_overlap(board: Open) -> None:
    web = board("crowd40")
    assert len(web.look("names")) == 80
    drawn = [name for name in web.look("drawn") if web.look("boxOf", name)]
    assert 15 < len(drawn) < 40
    boxes = [web.look("boxOf", name) for name in drawn]
    for i, boxes_of_one in enumerate(boxes):
        for others in boxes[:i]:
            assert not any(_meet(box, other) for box in boxes_of_one for other in others)
    frame = web.net.bounding_box()
    assert frame is not None
    for name in drawn:
        x, y = web.at(name)
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]


def _meet(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_hundred_quick_acts_are_all_done_once(board: Open) -> None:
    web = board("sewer")
    web.click(web.link_at("Gemeenteraad", "Betaalbaar"))
    for _ in range(25):
        web.press("1", "2", "3", "-")
    assert web.saved()["stakes"][11] == ["Gemeenteraad", "Betaalbaar", 0.4, -1]
    web.press(*["Control+z"] * 3)
    assert web.saved()["stakes"][11] == ["Gemeenteraad", "Betaalbaar", 0, 1]


# -- several at once -------------------------------------------------------------------------------------------------


def test_a_lasso_chooses_several_that_are_dragged_and_deleted_as_one_act(board: Open) -> None:
    web = board("sewer")
    before = web.saved()
    left, top, right, bottom = web.look("zone", "outside")
    web.page.keyboard.down("Shift")
    web.drag((left + 3, top + 60), (right - 3, bottom - 3))
    web.page.keyboard.up("Shift")
    expect(web.drawer).to_contain_text("Huurders in de buurt")
    expect(web.drawer).to_contain_text("Bewoners met houten palen")
    start = web.at("Huurders in de buurt")
    web.drag(start, web.zone("table", down=0.7))
    web.until_saved(2)
    saved = web.saved()
    assert saved["actors"]["Huurders in de buurt"][1] > 0
    assert saved["actors"]["Bewoners met houten palen"][1] > 0
    web.press("Control+z")
    web.until_saved(3)
    assert web.saved()["actors"] == before["actors"]
    web.press("Delete")
    web.until_saved(4)
    assert {"Huurders in de buurt", "Bewoners met houten palen"}.isdisjoint(web.saved()["actors"])


def test_shift_and_a_click_add_to_what_is_chosen(board: Open) -> None:
    web = board("sewer")
    web.click(web.at("Huurders in de buurt"))
    web.page.keyboard.down("Shift")
    web.click(web.at("Bewoners met houten palen"))
    web.page.keyboard.up("Shift")
    expect(web.drawer).to_contain_text(web.words("board.many", count=2))
    web.field("remove_many").click()
    web.until_saved(2)
    assert {"Huurders in de buurt", "Bewoners met houten palen"}.isdisjoint(web.saved()["actors"])


def test_an_organisation_and_the_professional_are_dragged_to_the_table_and_stay_home(board: Open) -> None:
    web = board("sewer")
    home = web.at("Waterschap")
    web.drag(home, web.zone("table", down=0.5))
    web.until_saved(2)
    assert web.seats("Waterschap") == 1
    assert web.at("Waterschap") == pytest.approx(home, abs=1)
    expect(web.field("at_table_water")).to_be_checked()
    web.press("t")
    web.until_saved(3)
    assert web.seats("Waterschap") == 0


def test_a_chair_dragged_off_the_table_is_given_up_and_one_let_go_at_the_table_is_not(board: Open) -> None:
    web = board("sewer")
    chair = web.place("chairOf", "Gemeente: rioolbeheer")
    web.drag(chair, (chair[0] + 60, chair[1]))
    web.drag(chair, web.zone("middle", across=0.5, down=0.9))
    web.until_saved(2)
    assert web.seats("Gemeente: rioolbeheer") == 0
    web.press("Control+z")
    web.until_saved(3)
    assert web.seats("Gemeente: rioolbeheer") == 1


def test_a_finger_drags_a_chair_off_the_table_and_a_tap_on_it_chooses_who_sits_there(board: Open) -> None:
    web = board("sewer", touch=True)
    chair = web.place("chairOf", "Projectleider")
    web.page.touchscreen.tap(*chair)
    expect(web.drawer).to_contain_text("Projectleider")
    web.drag_finger(web.place("chairOf", "Projectleider"), web.zone("middle", across=0.75, down=0.95))
    web.until_saved(2)
    assert web.seats("Projectleider") == 0


# -- undo from anywhere ----------------------------------------------------------------------------------------------


def test_undo_works_after_a_drop_a_typed_line_and_a_button_and_leaves_a_text_being_typed_alone(board: Open) -> None:
    web = board("sewer")
    web.drag(web.at("Bewoners met houten palen"), web.zone("table", down=0.8))
    web.until_saved(2)
    web.press("Control+z")
    web.until_saved(3)
    web.enter("Winkeliers (25)")
    expect(web.line).to_have_value("")
    web.until_saved(4)
    web.press("Control+z")
    web.until_saved(5)
    assert "Winkeliers" not in web.saved()["actors"]
    web.tool("causes").click()
    web.press("Control+y")
    web.until_saved(6)
    assert "Winkeliers" in web.saved()["actors"]
    web.line.click()
    web.page.keyboard.type("Jeugd")
    web.press("Control+z")
    web.arrived()
    assert web.on_disk().head == 6


def test_what_was_done_can_be_undone_for_five_seconds_beside_what_it_changed(board: Open) -> None:
    web = board("sewer")
    web.drag(web.at("Bewoners met houten palen"), web.zone("table", down=0.8))
    undo = web.page.locator(".board :is([data-key=card_undo], [data-key=edge_undo]):visible")
    expect(undo).to_be_visible()
    undo.click()
    web.until_saved(3)
    assert web.seats("Bewoners met houten palen") == 0


def test_the_card_covers_no_name_and_goes_by_itself(board: Open) -> None:
    web = board("small")
    web.drag(web.at("Bewoners met rotte palen"), web.zone("table", down=0.8))
    card = web.page.locator(".board .say")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box is not None
    for x, y in (web.at(name) for name in web.look("drawn")):
        assert not (box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"])
    expect(card).to_be_hidden()


# -- keys ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("t", "choose_node"),
        ("1", "choose_line"),
        ("-", "choose_line"),
        ("Delete", "choose_something"),
        ("w", "choose_node"),
    ],
)
def test_a_key_that_can_do_nothing_says_why(board: Open, key: str, why: str) -> None:
    web = board("sewer")
    web.press(key)
    expect(web.page.locator(".board .said")).to_have_text(web.words(f"board.{why}"))
    assert web.on_disk().head == 1


def test_question_mark_shows_the_keys_to_everybody(board: Open) -> None:
    web = board("sewer")
    web.press("?")
    keys = web.page.get_by_role("region", name=web.words("board.tool_keys"))
    expect(keys).to_contain_text("F2")
    web.press("Escape")
    expect(keys).to_be_hidden()


def test_r_opens_plans_rules_and_process_and_f_the_window_for_the_room(board: Open) -> None:
    web = board("sewer")
    web.press("r")
    expect(web.sheet).to_be_visible()
    web.press("r")
    expect(web.sheet).to_be_hidden()
    with web.page.context.expect_page() as opened:
        web.press("f")
    assert "/room/" in opened.value.url
    opened.value.close()


def test_enter_once_more_leads_to_what_is_known_of_what_is_chosen(board: Open) -> None:
    web = board("sewer")
    web.net.focus()
    while web.look("cursor") != "Waterschap":
        web.press("Tab")
    web.press("Enter", "Enter", "Tab")
    assert web.drawer.evaluate("drawer => drawer.contains(drawer.getRootNode().activeElement)")


# -- the drawer and the drawing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Waterschap", "Bewoners met houten palen", "Stevige fundering", "Gemeenteraad"])
def test_the_drawer_never_covers_what_is_chosen(board: Open, name: str) -> None:
    web = board("sewer")
    expect(web.drawer).to_be_hidden()
    web.click(web.at(name))
    expect(web.drawer).to_contain_text(name)
    box, (x, y) = web.drawer.bounding_box(), web.at(name)
    assert box is not None
    assert not (box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"])


def test_a_stack_opens_its_zone_alone_and_escape_leads_back(board: Open) -> None:
    web = board("crowd40")
    stack = web.page.locator('.net .node[data-id^="stack:"]').first
    drawn = len(web.look("drawn"))
    stack.click()
    web.page.wait_for_function("before => globalThis.__belangenweb.drawn().length !== before", arg=drawn)
    assert web.page.locator('.net .node[data-id^="stack:"]:not([data-id="stack:whole"])').count() == 0
    web.press("Escape")
    web.page.wait_for_function("before => globalThis.__belangenweb.drawn().length === before", arg=drawn)


# -- touch -----------------------------------------------------------------------------------------------------------


def test_a_finger_drags_a_group_over_the_edge_of_the_table(board: Open) -> None:
    web = board("sewer", viewport=(1180, 820), touch=True)
    web.drag_finger(web.at("Bewoners met houten palen"), web.zone("table", down=0.8))
    web.until_saved(2)
    assert web.seats("Bewoners met houten palen") == 6


def test_a_finger_held_in_one_place_chooses_one_more_or_makes_something_new(board: Open) -> None:
    web = board("sewer", viewport=(1180, 820), touch=True)
    web.press_long(web.at("Huurders in de buurt"))
    web.press_long(web.at("Bewoners met houten palen"))
    expect(web.drawer).to_contain_text(web.words("board.many", count=2))
    web.press("Escape")
    web.press_long(web.zone("politics", across=0.7, down=0.5))
    web.type_name("College")
    web.until_saved(2)
    assert web.saved()["actors"]["College"][0] == "political_authority"


def test_on_a_phone_one_reads_first_and_opens_the_drawing_to_pan(board: Open) -> None:
    web = board("sewer", viewport=(390, 844), touch=True)
    before = web.at("Waterschap")
    web.drag_finger((200, 500), (350, 520))
    assert web.at("Waterschap")[0] > before[0]
    web.field("to_reading").tap()
    expect(web.page.locator(".board .read")).to_have_count(4)
    expect(web.field("row_piles")).to_be_visible()


# -- the typed line --------------------------------------------------------------------------------------------------


def test_several_lines_are_one_act_with_parties_of_their_kinds_and_relations(board: Open) -> None:
    web = board()
    lines = "\n".join(
        [
            "Bewoners Kade (60) aan tafel 6: droge kelder +++",
            "Waterschap [organisatie]: droge kelder +, stevige fundering ?",
            "droge kelder botst met stevige fundering",
        ]
    )
    web.line.fill(lines)
    expect(web.preview).to_contain_text("Bewoners Kade")
    web.line.press("Enter")
    expect(web.line).to_have_value("")
    web.until_saved(2)
    saved = web.saved()
    assert saved["actors"]["Waterschap"][0] == "other_organisation"
    assert saved["actors"]["Bewoners Kade"][1] == 6
    assert len(saved["relations"]) == 1


def test_what_is_not_understood_is_marked_in_place_and_nothing_happens(board: Open) -> None:
    web = board()
    web.line.fill("Bewoners Kade: droge kelder ++\nWinkeliers: parkeren +++++")
    expect(web.page.locator(".board .marks mark")).to_have_text("parkeren +++++")
    web.line.press("Enter")
    expect(web.line).to_have_value("Bewoners Kade: droge kelder ++\nWinkeliers: parkeren +++++")
    assert web.on_disk().head == 1
