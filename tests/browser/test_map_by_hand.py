"""The power map under real hands: a mouse, a keyboard, a finger, and a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from servers import ROOT, Server
from test_accessibility import COLOURS, still, violations
from visitor import Visitor, prepared

from coprod_core.acts.commands import ChangeActor
from coprod_core.files.web_file import read
from coprod_core.web.asked import Power, Ring
from coprod_core.web.model import Web

PICTURES = ("hit", "attitude", "trust", "rings")
POWER = {
    "municipality": "much",
    "council": "much",
    "action_group": "some",
    "water_board": "some",
    "foundation_residents": "little",
    "neighbours": "little",
    "shopkeepers": "little",
}
ROLES = {"action_group": "influencer", "council": "decider", "municipality": "supplier", "foundation_residents": "user"}


def sewer() -> Web:
    """The worked example of the design, with who says so little that every tray holds somebody."""
    web = read((ROOT / "data" / "cases" / "sewer.nl.json").read_bytes())
    said = [(id_, {"power": power}) for id_, power in POWER.items()]
    said += [(id_, {"network_role": role}) for id_, role in ROLES.items()]
    said += [("action_group", {"ring_theirs": "decide", "ring_ours": "work", "trust": "good"})]
    for id_, changes in said:
        web = ChangeActor(id_, changes).applied_to(web)
    return web


class AtMap(Visitor):
    """Somebody at the map of the sewer."""

    def open(self, phone: bool = False) -> "AtMap":
        self.go("web", meeting=prepared(self.server, sewer()))
        self.page.locator(".board [data-key=to_map]" if phone else ".board [data-do=map]").click()
        self.map = self.page.locator(".board .map")
        expect(self.card("council")).to_be_visible()
        return self

    def choose(self, picture: str) -> "AtMap":
        self.map.locator(f"[data-key=picture_{picture}]").click()
        return self

    def card(self, party: str) -> Locator:
        return self.map.locator(f"[data-party={party}]")

    def cell(self, row: str, column: str) -> Locator:
        return self.map.locator(f'.cell-of[data-row="{row}"][data-column="{column}"]')

    def carry(self, party: str, to: Locator, across: float = 0.5, down: float = 0.8) -> None:
        self.arrived()
        start, end = self.card(party).bounding_box(), to.bounding_box()
        assert start is not None
        assert end is not None
        self.drag(
            (start["x"] + 12, start["y"] + start["height"] / 2),
            (end["x"] + end["width"] * across, end["y"] + end["height"] * down),
        )

    def tab_to(self, party: str) -> None:
        """Goes on with Tab to the picture, and on with the arrows to a party."""
        for _ in range(60):
            self.press("Tab")
            if self.map.locator(".card-of:focus").count():
                break
        for _ in range(12):
            if self.map.locator(f"[data-party={party}]:focus").count():
                return
            self.press("ArrowRight")
        raise AssertionError(f"the arrows never came to {party}")


def test_a_mouse_says_how_much_power_a_party_has_and_how_hard_it_is_hit_stays_with_the_web(
    server: Server, page: Callable[..., Page]
) -> None:
    me = AtMap(page(), server).open()
    expect(me.map.locator(".map-said")).to_contain_text("2 groepen worden geraakt en hebben weinig macht")
    me.carry("project_lead", me.cell("much", "plans"))
    expect(me.cell("much", "plans").locator("[data-party=project_lead]")).to_be_visible()
    me.is_told("De kloof verandert hier niet van.")
    assert me.web().actor_by_id["project_lead"].power is Power.MUCH
    me.carry("project_lead", me.cell("little", "home"))
    expect(me.map.get_by_role("alert")).to_contain_text("Hoe zwaar zij geraakt worden, staat in het web.")
    expect(me.cell("little", "plans").locator("[data-party=project_lead]")).to_be_visible()
    me.carry("project_lead", me.cell("", ""))
    assert me.web().actor_by_id["project_lead"].power is None


def test_a_party_that_is_put_in_a_ring_gets_its_seat_in_one_act_that_is_taken_back_in_one(
    server: Server, page: Callable[..., Page]
) -> None:
    me = AtMap(page(), server).open().choose("rings")
    field = me.map.locator(".ring-field")
    me.carry("foundation_residents", field, 0.7, 0.7)
    me.is_told("Zij zitten nu aan tafel met 6 plekken. Een plek telt voor de helft.")
    residents = me.web().actor_by_id["foundation_residents"]
    assert (residents.ring_now, residents.seats, residents.influence) == (Ring.THINK, 6, 0.5)
    me.press("Control+z")
    expect(me.card("foundation_residents")).to_have_accessible_name(re.compile(r"meeweten \(volgens het web\)"))
    back = me.web().actor_by_id["foundation_residents"]
    assert (back.ring_now, back.seats) == (None, 0)
    me.map.locator("[data-key=perspective_ours]").click()
    me.carry("foundation_residents", field, 0.53, 0.53)
    me.is_told("De kloof verandert hier niet van.")
    wanted = me.web().actor_by_id["foundation_residents"]
    assert (wanted.ring_ours, wanted.seats) == (Ring.DECIDE, 0)


def test_the_keys_do_what_the_mouse_does_and_each_move_is_spoken(server: Server, page: Callable[..., Page]) -> None:
    me = AtMap(page(), server).open()
    me.choose("hit").tab_to("project_lead")
    spoken = me.page.locator(".board .said")
    me.press("Alt+ArrowUp")
    expect(spoken).to_contain_text("Projectleider. weinig macht (C), raakt hun plannen")
    me.press("Alt+ArrowUp")
    expect(spoken).to_contain_text("Projectleider. redelijk machtig (B), raakt hun plannen")
    assert me.web().actor_by_id["project_lead"].power is Power.SOME
    me.press("?")
    expect(spoken).to_contain_text("macht nog niet gevraagd")
    assert me.web().actor_by_id["project_lead"].power is None
    me.press("Enter")
    expect(me.drawer).to_contain_text("Projectleider")
    me.press("Escape")
    me.choose("rings").tab_to("council")
    me.press("Alt+ArrowUp")
    expect(spoken).to_contain_text("Gemeenteraad. meeweten")
    assert me.web().actor_by_id["council"].ring_now is Ring.KNOW


def test_a_finger_opens_a_party_and_answers_what_is_asked_of_it(server: Server, page: Callable[..., Page]) -> None:
    me = AtMap(page(touch=True), server).open()
    me.choose("trust")
    me.card("shopkeepers").tap()
    me.drawer.get_by_role("button", name="moet groeien").tap()
    expect(me.cell("weak", "opposed").locator("[data-party=shopkeepers]")).to_be_visible()
    me.drawer.get_by_role("button", name="zelf gezegd").tap()
    shopkeepers = me.web().actor_by_id["shopkeepers"]
    assert (shopkeepers.trust, shopkeepers.placed_by) == ("weak", "self")


def test_the_table_says_and_does_all_that_the_pictures_do(server: Server, page: Callable[..., Page]) -> None:
    me = AtMap(page(), server).open()
    me.map.locator("[data-key=map_table]").click()
    rows = me.map.locator(".map-table tbody tr")
    expect(rows).to_have_count(8)
    expect(rows.first).to_contain_text("Bewoners met een rotte fundering")
    me.map.get_by_label("Projectleider: macht buiten de tafel").select_option(label="veel macht")
    me.map.get_by_label("Winkeliers in de straat: ring nu").select_option(label="meedenken")
    web = me.web()
    assert web.actor_by_id["project_lead"].power is Power.MUCH
    assert (web.actor_by_id["shopkeepers"].ring_now, web.actor_by_id["shopkeepers"].seats) == (Ring.THINK, 6)


def test_every_party_stands_in_every_picture_once_and_nothing_is_cut_off_without_a_word(
    server: Server, page: Callable[..., Page]
) -> None:
    me = AtMap(page(), server).open()
    for picture in PICTURES:
        me.choose(picture)
        cards = me.map.locator(".map-picture .card-of")
        expect(cards).to_have_count(8)
        shown = cards.evaluate_all("cards => cards.map(card => card.dataset.party)")
        assert sorted(shown) == sorted(sewer().actor_by_id)
        outside = cards.evaluate_all(
            """cards => cards.filter(card => {
              const frame = card.closest(".map-picture").getBoundingClientRect(), box = card.getBoundingClientRect()
              return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 13
                || box.bottom > frame.bottom + 1
            }).map(card => card.dataset.party)"""
        )
        assert outside == [], picture


def test_a_copy_in_which_all_are_in_the_ring_that_is_wanted_is_one_click(
    server: Server, page: Callable[..., Page]
) -> None:
    me = AtMap(page(), server).open().choose("rings")
    me.map.locator("[data-key=perspective_ours]").click()
    me.map.locator("[data-key=map_what_if]").click()
    me.page.wait_for_url("**/scenarios?*")
    me.arrived()
    expect(me.page.get_by_text("Iedereen in de ring die wij willen").first).to_be_visible()


def test_a_clumsy_hand_loses_nothing_and_does_nothing_twice(server: Server, page: Callable[..., Page]) -> None:
    me = AtMap(page(), server).open()
    me.card("council").dblclick()
    expect(me.drawer).to_contain_text("Gemeenteraad")
    box = me.cell("some", "notices").bounding_box()
    assert box is not None
    me.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] - 8)
    expect(me.naming).to_be_hidden()
    me.press("Escape")
    me.carry("project_lead", me.cell("much", "plans"))
    me.carry("project_lead", me.cell("some", "plans"))
    me.arrived()
    me.press("Control+z", "Control+z")
    assert me.web().actor_by_id["project_lead"].power is None
    me.press("Control+y")
    assert me.web().actor_by_id["project_lead"].power is Power.MUCH
    expect(me.cell("much", "plans").locator("[data-party=project_lead]")).to_be_visible()
    me.tool("map").click()
    me.tool("find").click()
    me.page.locator(".board .finder input").fill("Factor C")
    me.press("Enter")
    expect(me.map).to_be_visible()
    me.choose("rings").reload()
    expect(me.map.locator("[data-key=picture_rings]")).to_have_attribute("aria-pressed", "true")
    put = me.map.locator("[data-key=expect_action_group]")
    put.dblclick()
    expect(me.map.locator("[data-key=expected_action_group]")).to_be_visible()
    me.is_told("Verwachting genoteerd")
    (expected,) = me.web().conditions.expectations
    assert (expected.who, expected.of_whom) == ("action_group", "municipality")
    me.press("Control+z")
    expect(put).to_be_visible()
    assert me.web().conditions.expectations == ()


def test_what_is_dragged_without_a_network_is_kept_and_another_window_sees_it(
    server: Server, page: Callable[..., Page]
) -> None:
    me = AtMap(page(), server).open()
    other = AtMap(page(), server)
    other.go("web", meeting=me.meeting)
    other.page.locator(".board [data-do=map]").click()
    other.map = other.page.locator(".board .map")
    expect(other.card("council")).to_be_visible()
    me.arrived()
    me.page.context.set_offline(True)
    card, cell = me.card("project_lead").bounding_box(), me.cell("much", "plans").bounding_box()
    assert card is not None
    assert cell is not None
    me.drag((card["x"] + 12, card["y"] + 20), (cell["x"] + cell["width"] / 2, cell["y"] + cell["height"] * 0.8))
    expect(me.cell("much", "plans").locator("[data-party=project_lead]")).to_be_visible()
    me.page.context.set_offline(False)
    expect(other.cell("much", "plans").locator("[data-party=project_lead]")).to_be_visible(timeout=30_000)
    assert me.web().actor_by_id["project_lead"].power is Power.MUCH


def test_a_map_without_parties_begins_with_those_of_a_kind_of_project(
    server: Server, page: Callable[..., Page]
) -> None:
    me = AtMap(page(), server)
    me.go("web", meeting=prepared(server, Web(title="Leeg")))
    me.page.locator(".board [data-do=map]").click()
    me.map = me.page.locator(".board .map")
    me.map.locator("[data-key=begin_sewer]").dblclick()
    me.is_told("13 partijen toegevoegd.")
    expect(me.map.locator(".map-picture .card-of").first).to_be_visible()
    assert len(me.web().actors) == 13
    me.press("Control+z")
    expect(me.map.locator("[data-key=begin_sewer]")).to_be_visible()
    me.map.locator("[data-key=map_first]").click()
    me.type_name("Winkeliers")
    expect(me.map.locator(".map-picture .card-of")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_breaks_no_rule_for_everybody(scheme: str, server: Server, page: Callable[..., Page]) -> None:
    me = AtMap(still(page(scheme=scheme)), server).open()
    only = None if scheme == "light" else COLOURS
    for picture in PICTURES:
        assert violations(me.choose(picture).page, only) == []
    me.map.locator("[data-key=map_table]").click()
    me.map.locator("[data-key=table_council]").click()
    assert violations(me.page, only) == []


def test_on_a_phone_the_sentence_comes_first_and_a_card_per_party_changes_what_is_asked(
    server: Server, page: Callable[..., Page]
) -> None:
    me = AtMap(still(page((390, 844), touch=True)), server).open(phone=True)
    tops = [
        me.map.locator(part).first.evaluate("part => part.getBoundingClientRect().top")
        for part in (".map-said", ".map-table", ".map-picture")
    ]
    assert tops == sorted(tops)
    me.map.get_by_label("Projectleider: macht buiten de tafel").select_option(label="redelijk machtig")
    assert me.web().actor_by_id["project_lead"].power is Power.SOME
    assert me.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(me.page) == []
