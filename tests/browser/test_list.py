"""The web as a list, under hands that never touch a mouse, and read as a screen reader reads it."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from servers import Server

from coprod_core.acts.commands import ChangeActor
from coprod_core.acts.history import Act
from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Relation, Sphere, Stake, Unknown, Web
from coprod_ui.words import catalogue, words

C = Sphere.CITIZENS
QUIET = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app?.dataset.testScriptState === "notRunning" && globalThis.__belangenweb?.pending() === 0
}"""
STREET = Web(
    title="Nieuw riool",
    actors=(
        Actor("street", "De straat", C, people=60, seats=6),
        Actor("piles", "Bewoners met palen", C, people=80),
        Actor("water", "Waterschap", Sphere.OTHER_ORGANISATION),
    ),
    interests=(Interest("dry", "Droge kelder"), Interest("firm", "Stevige fundering"), Interest("green", "Groen")),
    stakes=(
        Stake("street", "dry", 1.0),
        Stake("piles", "firm", 1.0),
        Stake("piles", "dry", 0.25, -0.5),
        Stake("piles", "green", 0.1),
    ),
    unknown=(Unknown("water", "firm"),),
    relations=(Relation("dry", "firm", -0.5),),
)


class List:
    """One person at the list."""

    def __init__(self, page: Page, server: Server, web: Web, language: str = "nl") -> None:
        self.page = page
        self.server = server
        self.words = words(language)
        self.meeting = self._kept(web)
        page.goto(f"{server.address}/web?meeting={self.meeting}&language={language}")
        page.wait_for_function("globalThis.__belangenweb?.ready()")
        page.locator(".board [data-key=to_list]" if self._is_phone() else ".board [data-do=list]").click()
        self.region = page.locator(".list")
        self.status = self.region.get_by_role("status")
        expect(self.region).to_be_visible()
        self.quiet()

    def _is_phone(self) -> bool:
        size = self.page.viewport_size
        return size is not None and size["width"] < 700

    def _kept(self, web: Web) -> str:
        store = Store(self.server.database_url)
        try:
            return store.begin(placed(web))
        finally:
            store.close()

    def quiet(self) -> None:
        self.page.wait_for_function(QUIET)

    def web(self) -> Web:
        """What is on disk, once everything done here is dealt with."""
        self.quiet()
        store = Store(self.server.database_url)
        try:
            return store.load(self.meeting).history.web
        finally:
            store.close()

    def elsewhere(self, act: Act) -> None:
        """An act done in another window."""
        store = Store(self.server.database_url)
        try:
            store.append(self.meeting, act, seen=store.load(self.meeting).head)
        finally:
            store.close()

    def named(self, key: str, **names: str) -> Locator:
        """The control a screen reader calls so."""
        return self.region.get_by_label(self.words(f"list.{key}", **names), exact=True)

    def row(self, name: str) -> Locator:
        return self.region.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=name, exact=True))

    def focused(self) -> str:
        """What a screen reader says has the focus."""
        return str(
            self.page.evaluate(
                """() => {
                  let at = document.activeElement
                  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
                  return at.getAttribute("aria-label") ?? at.textContent
                }"""
            )
        )

    def tab_to(self, label: str) -> None:
        """Presses Tab until there; a control that cannot be reached fails the test."""
        passed = []
        for _ in range(60):
            self.page.keyboard.press("Tab")
            passed.append(self.focused())
            if passed[-1].startswith(label):
                return
        raise AssertionError(f"{label!r} was not among {passed}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str, *keys: str) -> None:
        self.page.keyboard.type(text)
        self.press(*keys)


@pytest.fixture
def open_list(page: Callable[..., Page], server: Server) -> Callable[..., List]:
    def opened(web: Web = STREET, language: str = "nl", **how: Any) -> List:
        return List(page(**how), server, web, language)

    return opened


OpenList = Callable[..., List]


def test_a_web_is_built_from_empty_with_the_keyboard_alone(open_list: OpenList) -> None:
    me = open_list(Web(title="Leeg"))
    me.named("search").focus()
    me.tab_to("+ Partij")
    me.press("Enter")
    me.type("Huurders", "Enter")
    me.type("Waterschap", "Tab")
    me.type("andere", "Tab", "Space", "Tab", "Enter")
    me.quiet()
    me.named("search").focus()
    me.tab_to(me.words("list.people_of", name="Huurders"))
    me.type("40", "Tab", "Space")
    expect(me.named("seats_of", name="Huurders")).to_have_value("1")
    me.tab_to(me.words("list.seats_of", name="Huurders"))
    me.press("Control+a")
    me.type("3", "Enter")
    me.tab_to(me.words("list.new_link", name="Huurders"))
    me.type("Droge kelder", "Enter")
    me.type("Rust", "Enter")
    me.tab_to(me.words("list.new_link", name="Waterschap"))
    me.type("droge kelder", "Enter")
    me.press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert me.focused() == me.words("list.weight_of", name="Waterschap", interest="Droge kelder")
    me.press("ArrowDown")
    web = me.web()
    tenants, water = web.actors
    assert (tenants.name, tenants.people, tenants.seats) == ("Huurders", 40, 3)
    assert (water.name, water.sphere, water.seats) == ("Waterschap", Sphere.OTHER_ORGANISATION, 1)
    assert [interest.name for interest in web.interests] == ["Droge kelder", "Rust"]
    dry = web.interests[0].id
    assert web.stake_by_pair[water.id, dry].weight == 1
    assert len(web.stakes) == 3


def test_weight_side_source_people_and_level_are_changed_in_place(open_list: OpenList) -> None:
    me, who = open_list(), {"name": "Bewoners met palen", "interest": "Droge kelder"}
    weight = me.named("weight_of", **who)
    assert weight.locator("option:checked").text_content() == "0,25"
    weight.select_option(label=me.words("weights.home"))
    expect(me.status).to_contain_text(me.words("weights.home"))
    me.named("position_of", **who).select_option(label=me.words("positions.for"))
    me.named("provenance_of", **who).select_option(label=me.words("provenance.self"))
    me.named("people_of", name="De straat").fill("")
    me.named("people_of", name="De straat").press("Enter")
    me.named("how_of", a="Droge kelder", b="Stevige fundering").select_option(label=me.words("compatibility.help"))
    web = me.web()
    stake = web.stake_by_pair["piles", "dry"]
    assert (stake.weight, stake.position, str(stake.provenance)) == (1, 0.5, "self")
    assert web.actor_by_id["street"].people is None
    assert web.relations[0].compatibility == 0.5


def test_a_name_is_changed_in_place_and_everything_follows(open_list: OpenList) -> None:
    me = open_list()
    field = me.named("name_of", name="De straat")
    field.fill("De Kade")
    field.press("Enter")
    expect(me.named("weight_of", name="De Kade", interest="Droge kelder")).to_be_visible()
    assert me.focused() == me.words("list.name_of", name="De Kade")
    assert me.web().actor_by_id["street"].name == "De Kade"
    me.named("name_of", name="De Kade").fill("   ")
    me.press("Enter")
    expect(me.named("name_of", name="De Kade")).to_have_value("De Kade")


def test_what_nobody_knew_is_answered_where_it_stands(open_list: OpenList) -> None:
    me = open_list()
    weight = me.named("weight_of", name="Waterschap", interest="Stevige fundering")
    assert weight.locator("option:checked").text_content() == me.words("list.unknown")
    weight.focus()
    weight.select_option(label=me.words("weights.plans"))
    assert me.web().stake_by_pair["water", "firm"].weight == 0.4
    assert me.focused() == me.words("list.weight_of", name="Waterschap", interest="Stevige fundering")


def test_after_a_removal_the_focus_is_on_the_next_row_and_at_the_end_on_where_one_is_added(open_list: OpenList) -> None:
    me, party = open_list(), "Bewoners met palen"
    for gone, then in (
        ("Stevige fundering", me.words("list.weight_of", name=party, interest="Groen")),
        ("Groen", me.words("list.new_link", name=party)),
    ):
        me.named("remove_link", name=party, interest=gone).focus()
        me.press("Enter")
        expect(me.status).to_contain_text(gone)
        assert me.focused() == then
    me.quiet()
    assert me.focused() == me.words("list.new_link", name=party)
    me.named("remove", name=party).focus()
    me.press("Enter")
    assert me.focused() == me.words("list.name_of", name="Waterschap")
    assert set(me.web().actor_by_id) == {"street", "water"}


def test_undo_and_redo_work_wherever_no_text_is_typed(open_list: OpenList) -> None:
    me = open_list()
    me.named("remove", name="Bewoners met palen").focus()
    me.press("Enter")
    me.quiet()
    me.named("at_table_of", name="De straat").focus()
    me.press("Control+z")
    expect(me.named("name_of", name="Bewoners met palen")).to_be_visible()
    assert me.web() == placed(STREET)
    assert me.focused() == me.words("list.at_table_of", name="De straat")
    me.press("Control+y")
    expect(me.named("name_of", name="Bewoners met palen")).to_have_count(0)
    me.named("search").focus()
    me.type("palen", "Control+z")
    assert set(me.web().actor_by_id) == {"street", "water"}


def test_a_number_that_cannot_be_is_not_taken_and_that_is_said(open_list: OpenList) -> None:
    me = open_list()
    me.named("people_of", name="De straat").fill("-5")
    me.press("Enter")
    expect(me.status).to_have_text(me.words("list.said_no_number"))
    expect(me.named("people_of", name="De straat")).to_have_value("60")
    assert me.web() == placed(STREET)


def test_a_row_opened_shows_beside_the_list_and_is_marked(open_list: OpenList) -> None:
    me = open_list()
    me.named("more_about_link", name="Bewoners met palen", interest="Droge kelder").focus()
    me.press("Enter")
    inspector = me.page.locator(".board .drawer.chosen")
    expect(inspector).to_contain_text(me.words("inspector.exact_weight"))
    expect(me.region.locator("[aria-current=true]")).to_contain_text("Droge kelder")
    assert me.focused() == me.words("list.more_about_link", name="Bewoners met palen", interest="Droge kelder")


def test_what_is_changed_elsewhere_does_not_take_away_what_is_being_typed(open_list: OpenList) -> None:
    me = open_list()
    field = me.named("name_of", name="De straat")
    field.press("End")
    field.press_sequentially(" en de kade")
    me.elsewhere(ChangeActor("street", {"people": 70, "name": "De laan"}))
    expect(me.named("people_of", name="De laan")).to_have_value("70")
    expect(me.named("name_of", name="De laan")).to_have_value("De straat en de kade")
    assert me.focused() == me.words("list.name_of", name="De laan")
    me.press("Escape")
    expect(me.named("name_of", name="De laan")).to_have_value("De laan")


def test_the_other_language_changes_every_word_and_nothing_else(open_list: OpenList) -> None:
    me = open_list()
    me.page.locator('.st-key-top_bar [data-id="menu"]').click()
    me.page.locator('.st-key-top_bar [data-id="language:en"]').click()
    expect(me.region.get_by_role("columnheader", name=words("en")("list.col_weight"))).to_be_visible()
    dutch, english = catalogue("nl"), catalogue("en")
    other = {dutch[key] for key in dutch if key.startswith("list.") and dutch[key] != english[key]}
    shown = me.region.inner_text()
    assert [text for text in other if len(text) > 5 and text in shown] == []
    assert me.web() == placed(STREET)


def test_names_are_text_whatever_they_look_like(open_list: OpenList) -> None:
    evil = ["<img src=x onerror=alert(1)>", "{interest} \"q\" & 'r'", "Ж" * 200]
    web = Web(
        actors=tuple(Actor(f"a{n}", name, C, people=10) for n, name in enumerate(evil)),
        interests=(Interest("k", "<script>alert(2)</script>"), Interest("l", "${1+1}")),
        stakes=tuple(Stake(f"a{n}", "k", 1.0) for n in range(3)),
        relations=(Relation("k", "l", -1.0),),
    )
    me = open_list(web)
    me.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    assert me.region.locator("img, script").count() == 0
    for name in evil:
        label = me.region.locator("select[aria-label]").evaluate_all("all => all.map(one => one.ariaLabel)")
        assert me.words("list.weight_of", name=name, interest="<script>alert(2)</script>") in label
    me.region.get_by_role("button", name=me.words("list.remove", name=evil[0]), exact=True).click()
    expect(me.status).to_contain_text(evil[0])
    assert len(me.web().actors) == 2


def crowd(size: int) -> Web:
    chance = random.Random(7)
    pairs = [(i, k) for i in range(size) for k in range(size)]
    return Web(
        actors=tuple(Actor(f"a{n}", f"Groep {n}", C, people=10 + n, seats=n % 3) for n in range(size)),
        interests=tuple(Interest(f"k{n}", f"Belang {n}") for n in range(size)),
        stakes=tuple(Stake(f"a{i}", f"k{k}", 0.4) for i, k in chance.sample(pairs, size * 8)),
    )


def test_forty_parties_and_forty_interests_stay_workable(open_list: OpenList) -> None:
    web = crowd(40)
    me, stake = open_list(web), web.stakes[100]
    who = {"name": web.actor_by_id[stake.actor].name, "interest": web.interest_by_id[stake.interest].name}
    me.named("search").fill(who["name"])
    expect(me.named("name_of", name="Groep 0" if who["name"] != "Groep 0" else "Groep 1")).to_be_hidden()
    weight = me.named("weight_of", **who)
    weight.focus()
    weight.select_option(label=me.words("weights.home"))
    assert me.focused() == me.words("list.weight_of", **who)
    assert me.web().stake_by_pair[stake.actor, stake.interest].weight == 1
    box, window = me.region.bounding_box(), me.page.viewport_size
    assert box is not None
    assert window is not None
    assert box["y"] + box["height"] <= window["height"]


def test_a_screen_reader_finds_tables_with_headings_and_no_control_without_a_name(open_list: OpenList) -> None:
    me = open_list()
    for caption in ("parties", "interests", "relations"):
        table = me.region.get_by_role("table", name=me.words(f"list.{caption}"))
        assert table.get_by_role("columnheader").count() >= 4
        assert table.get_by_role("rowheader").count() >= 1
    shown = me.region.locator(":is(input, select, button):visible")
    nameless = "all => all.filter(one => !one.ariaLabel && !one.labels?.[0]?.textContent && !one.textContent).length"
    assert shown.evaluate_all(nameless) == 0
    in_tables = me.region.locator("table :is(input, select, button):visible")
    labels = in_tables.evaluate_all("all => all.map(one => one.ariaLabel)")
    assert None not in labels
    assert len(set(labels)) == len(labels)


def test_on_a_phone_every_target_is_large_and_nothing_is_cut_off(open_list: OpenList) -> None:
    me = open_list(viewport=(390, 844), touch=True)
    small = me.region.locator(":is(button, select, input:not([type=checkbox]), label.tick):visible").evaluate_all(
        """all => all.map(one => [one.ariaLabel ?? one.textContent, one.getBoundingClientRect()])
                     .filter(([, box]) => box.height < 44 || box.width < 44).map(([name]) => name)"""
    )
    assert small == []
    scroller = me.region.locator(".scroller")
    assert scroller.evaluate("one => one.scrollWidth <= one.clientWidth")
    me.named("at_table_of", name="Waterschap").check()
    assert me.web().actor_by_id["water"].seats == 1
