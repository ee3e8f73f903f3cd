"""Everything in the drawers of the board changes the web by that alone, as one act, and undo brings it back."""

from collections.abc import Callable, Iterable
from typing import Any

import drawn_webs
import pytest
from playwright.sync_api import Locator, Page, expect
from servers import Server
from visitor import Visitor, prepared
from windows import window_in

from coprod_core.acts.commands import RemoveActor, RemoveInterest
from coprod_core.acts.history import Act
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Provenance, Web
from tests.screens.window import Difference, differences

PARTY, ABSENT, ORGANISATION = ("actor", "street"), ("actor", "piles"), ("actor", "water")
INTEREST, STAKE, RELATION = ("interest", "dry"), ("stake", "street", "dry"), ("relation", "dry", "sound")
PERSON = "persoonsgegevens"

Set = Callable[[Locator], None]


class Drawers(Visitor):
    """A person at the drawers of a board, everything in them folded out."""

    def shown(self, selection: tuple[str, ...] | str) -> "Drawers":
        """Chooses by the way a person has: by name, by a row, or by a tab."""
        if isinstance(selection, str):
            if not self.sheet.is_visible():
                self.tool("sheet").click()
            self.field(f"tab_{selection}").click()
            return self
        kind, one, *other = selection
        web = self.on_disk().history.web
        self.find((web.actor_by_id if kind in ("actor", "stake") else web.interest_by_id)[one].name)
        if other:
            self.field(f"open_{one}_{other[0]}").click()
        elif self.field(f"more_{one}").count() and not self.field(f"name_{one}").count():
            self.field(f"more_{one}").click()
            expect(self.field(f"name_{one}")).to_be_visible()
        return self

    def acted(self, heads: int) -> Web:
        """The web on disk once the log is so long."""
        self.until_saved(heads)
        loaded = self.on_disk()
        assert loaded.head == heads
        return loaded.history.web

    def elsewhere(self, act: Act) -> None:
        store = Store(self.server.database_url)
        try:
            store.append(self.meeting, act, seen=store.load(self.meeting).head)
        finally:
            store.close()


Open = Callable[..., Drawers]


@pytest.fixture
def drawers(page: Callable[..., Page], server: Server) -> Open:
    def opened(web: Web | None = None) -> Drawers:
        me = Drawers(page(), server)
        me.go("web", meeting=prepared(server, drawn_webs.small() if web is None else web))
        return me

    return opened


def typed(text: str) -> Set:
    def enter(field: Locator) -> None:
        field.fill(text)
        field.press("Enter" if field.evaluate("field => field.tagName") == "INPUT" else "Tab")

    return enter


def chosen(value: str) -> Set:
    return lambda field: field.select_option(value) and None


SLIDE = """(field, value) => {
  field.value = value
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }))
}"""


def slid(value: float) -> Set:
    return lambda field: field.evaluate(SLIDE, value)


def ticked(on: bool) -> Set:
    return lambda field: field.set_checked(on)


FIELDS: dict[tuple[str, ...] | str, tuple[str, list[tuple[str, Set, str, Any, Any]]]] = {
    PARTY: (
        "actors[street]",
        [
            ("people_street", typed("70"), "people", 60, 70),
            ("people_street", typed(""), "people", 60, None),
            ("seats_street", typed("4"), "seats", 6, 4),
            ("name_street", typed("De laan"), "name", "De straat", "De laan"),
            ("initiator_street", ticked(True), "initiator", False, True),
            ("influence_street", slid(0.5), "influence", 1, 0.5),
            ("reach_street", slid(0.25), "reach", 1, 0.25),
            ("effort_street", typed("0.4"), "effort", 0.1, 0.4),
            ("hit_street", typed("0.8"), "hit", None, 0.8),
            ("notes_street", typed("Eerst bellen"), "notes", "", "Eerst bellen"),
        ],
    ),
    ABSENT: (
        "actors[piles]",
        [
            ("invitation_piles", chosen("asked"), "invitation", "not_asked", "asked"),
            ("people_piles", typed("90"), "people", 80, 90),
        ],
    ),
    ORGANISATION: (
        "actors[water]",
        [
            ("at_table_water", ticked(False), "seats", 1, 0),
            ("influence_water", slid(0.5), "influence", 1, 0.5),
            ("sphere_water", chosen("own_organisation"), "sphere", "other_organisation", "own_organisation"),
        ],
    ),
    INTEREST: (
        "interests[dry]",
        [
            ("name_dry", typed("Droog huis"), "name", "Droge kelder", "Droog huis"),
            ("spoken_by_dry", typed("De wijkmanager"), "spoken_by", "", "De wijkmanager"),
            ("notes_dry", typed("Vooral beneden"), "notes", "", "Vooral beneden"),
        ],
    ),
    STAKE: (
        "stakes[street+dry]",
        [
            ("weight_street_dry", chosen("0.4"), "weight", 1, 0.4),
            ("exact_weight_street_dry", slid(0.65), "weight", 1, 0.65),
            ("position_street_dry", slid(-0.3), "position", 1, -0.3),
            ("provenance_street_dry", chosen("self"), "provenance", "estimate", "self"),
            ("notes_street_dry", typed("Na de storm"), "notes", "", "Na de storm"),
        ],
    ),
    RELATION: (
        "relations[dry+sound]",
        [
            ("compatibility_dry_sound", chosen("0.5"), "compatibility", -0.5, 0.5),
            ("exact_compatibility_dry_sound", slid(-0.75), "compatibility", -0.5, -0.75),
            ("notes_relation_dry_sound", typed("Door het peil"), "notes", "", "Door het peil"),
        ],
    ),
    "plans": (
        "options[pump]",
        [
            ("name_pump", typed("Grote pomp"), "name", "Pomp", "Grote pomp"),
            ("description_pump", typed("Een pomp bij de brug"), "description", "", "Een pomp bij de brug"),
            ("costs_pump", typed("20.000 euro"), "costs", "", "20.000 euro"),
            ("proposed_by_pump", chosen("street"), "proposed_by", "", "street"),
            ("feasibility_pump", slid(0.3), "feasibility", 0.7, 0.3),
            ("barred_pump", ticked(True), "barred", False, True),
            ("effect_pump_sound", chosen("-1"), "effects.sound", -0.5, -1),
            ("effect_pump_green", chosen("0.5"), "effects.green", None, 0.5),
            ("effect_pump_green", chosen("0"), "effects.green", None, 0),
            ("effect_pump_sound", chosen(""), "effects.sound", -0.5, None),
            ("notes_pump", typed("Duur"), "notes", "", "Duur"),
        ],
    ),
    "rules": (
        "rules[level]",
        [
            ("name_level", typed("Peil"), "name", "Peilbesluit", "Peil"),
            ("force_level", chosen("1"), "force", 0.6, 1),
            ("discretion_level", slid(0.5), "discretion", 0.1, 0.5),
            ("protects_level_sound", chosen("1"), "protects.sound", 0.6, 1),
            ("hinders_level_green", chosen("0.3"), "hinders.green", None, 0.3),
            ("notes_level", typed("Uit 1998"), "notes", "", "Uit 1998"),
        ],
    ),
    "process": (
        "process",
        [
            ("initiative", chosen("1"), "initiative", 0.5, 1),
            ("delegated", chosen("0.75"), "delegated", 0, 0.75),
            ("steering", slid(0.6), "steering", 0.3, 0.6),
            ("meddling", slid(0.2), "meddling", 0, 0.2),
            ("emphasis", slid(0.9), "emphasis", 0, 0.9),
            ("emphasis_on", chosen("street"), "emphasis_on", "", "street"),
            ("own_reading", chosen("pump"), "own_reading", "", "pump"),
            ("agenda_capacity", typed("12"), "agenda_capacity", 8, 12),
            ("worst_off_weight", slid(0.8), "worst_off_weight", 0.5, 0.8),
        ],
    ),
}


@pytest.mark.parametrize("selection", FIELDS, ids=lambda it: it if isinstance(it, str) else it[0] + "_" + it[1])
def test_a_field_changes_the_web_by_that_field_as_one_act_and_undo_brings_it_back(
    drawers: Open, selection: tuple[str, ...] | str
) -> None:
    me = drawers()
    before, (place, fields) = me.web(), FIELDS[selection]
    me.shown(selection)
    head = 1
    for key, set_it, name, held, value in fields:
        shown = me.field(key)
        as_it_was = shown.evaluate("field => field.type === 'checkbox' ? String(field.checked) : field.value")
        set_it(shown)
        assert _without_places(differences(before, me.acted(head + 1))) == {(f"{place}.{name}", held, value)}, key
        me.button("undo").click()
        assert me.acted(head + 2) == before, key
        back = me.field(key).evaluate("field => field.type === 'checkbox' ? String(field.checked) : field.value")
        assert back == as_it_was, key
        head += 2


def _without_places(found: Iterable[Difference]) -> set[Difference]:
    """Where a party stands follows from its seats and its kind."""
    return {each for each in found if each[0][-2:] not in (".x", ".y")}


# -- rows of stakes --------------------------------------------------------------------------------------------------


def test_a_row_weighs_turns_and_says_what_nobody_knows(drawers: Open) -> None:
    me = drawers().shown(PARTY)
    pill = me.field("weight_street_dry_1")
    expect(me.field("weight_street_dry_3")).to_have_attribute("aria-pressed", "true")
    pill.click()
    assert me.acted(2).stake_by_pair["street", "dry"].weight == 0.1
    expect(pill).to_have_attribute("aria-pressed", "true")
    side = me.field("sign_street_dry")
    for head, (position, word) in enumerate(((-1, "against"), (0, "divided"), (1, "for")), 3):
        side.click()
        assert me.acted(head).stake_by_pair["street", "dry"].position == position
        expect(side).to_have_text(me.words(f"board.{word}"))
    me.field("unknown_row_street_dry").click()
    web = me.acted(6)
    assert [(hole.actor, hole.interest) for hole in web.unknown] == [("street", "dry")]
    me.field("weight_street_dry_0").click()
    web = me.acted(7)
    assert (web.stake_by_pair["street", "dry"].weight, web.unknown) == (0, ())


def test_a_party_gets_an_interest_from_the_list_and_one_linked_to_everything_says_so(drawers: Open) -> None:
    me = drawers().shown(PARTY)
    me.field("add_stake_street").select_option("green")
    stake = me.acted(2).stake_by_pair["street", "green"]
    assert (stake.weight, stake.position, stake.provenance) == (0.4, 1, Provenance.ESTIMATE)
    expect(me.field("add_stake_street")).to_have_value("")
    me.field("add_stake_street").select_option("sound")
    me.acted(3)
    expect(me.field("add_stake_street")).to_be_disabled()
    expect(me.drawer).to_contain_text(me.words("inspector.all_linked"))


def test_an_interest_gets_a_party_and_a_relation_from_the_lists(drawers: Open) -> None:
    me = drawers().shown(("interest", "green"))
    me.field("add_holder_green").select_option("city")
    assert ("city", "green") in me.acted(2).stake_by_pair
    me.field("add_relation_green").select_option("dry")
    assert [(r.pair, r.compatibility) for r in me.acted(3).relations[1:]] == [({"green", "dry"}, -0.5)]


def test_of_a_line_nobody_knows_it_is_said_and_it_can_be_known_again_or_go(drawers: Open) -> None:
    me = drawers().shown(STAKE)
    me.field("unknown_street_dry").click()
    assert ("street", "dry") not in me.acted(2).stake_by_pair
    expect(me.drawer).to_contain_text(me.words("inspector.unknown"))
    me.field("known_street_dry").click()
    assert me.acted(3).stake_by_pair["street", "dry"].weight == 0.4
    me.field("unknown_street_dry").click()
    me.acted(4)
    me.field("remove_unknown_street_dry").click()
    web = me.acted(5)
    assert (web.unknown, ("street", "dry") in web.stake_by_pair) == ((), False)
    expect(me.drawer).to_be_hidden()


def test_people_at_the_table_may_say_something_else_than_their_constituency(drawers: Open) -> None:
    me = drawers().shown(STAKE)
    me.field("differs_street_dry").check()
    assert me.acted(2).stake_by_pair["street", "dry"].table_weight == 1
    slid(0.4)(me.field("table_weight_street_dry"))
    me.acted(3)
    slid(-0.5)(me.field("table_position_street_dry"))
    stake = me.acted(4).stake_by_pair["street", "dry"]
    assert (stake.weight, stake.position, stake.table_weight, stake.table_position) == (1, 1, 0.4, -0.5)
    me.field("differs_street_dry").uncheck()
    assert me.acted(5).stake_by_pair["street", "dry"].table_weight is None
    expect(me.field("table_weight_street_dry")).to_have_count(0)
    me.shown(("stake", "piles", "sound"))
    expect(me.field("exact_weight_piles_sound")).to_be_visible()
    expect(me.field("differs_piles_sound")).to_have_count(0)


# -- inviting --------------------------------------------------------------------------------------------------------


def test_inviting_seats_the_usual_number_marks_who_began_and_lets_the_seats_be_typed(drawers: Open) -> None:
    me = drawers()
    before = me.web()
    me.shown(ABSENT)
    me.field("invite_piles").click()
    changed = {(place, new) for place, _, new in _without_places(differences(before, me.acted(2)))}
    assert changed == {("actors[piles].seats", 6), ("actors[street].initiator", True)}
    expect(me.field("seats_piles")).to_be_focused()
    expect(me.field("invite_piles")).to_have_count(0)
    me.page.keyboard.type("3")
    me.press("Enter")
    assert me.acted(3).actor_by_id["piles"].seats == 3
    typed("0")(me.field("seats_piles"))
    assert not me.acted(4).actor_by_id["piles"].seated
    me.field("invite_piles").click()
    assert me.acted(5).actor_by_id["piles"].seats == 3


@pytest.mark.parametrize(
    ("selection", "key"),
    [
        (PARTY, "remove_street"),
        (INTEREST, "remove_dry"),
        (STAKE, "remove_street_dry"),
        (RELATION, "remove_relation_dry_sound"),
    ],
)
def test_removing_what_is_chosen_closes_the_drawer_and_undo_brings_all_of_it_back(
    drawers: Open, selection: tuple[str, ...], key: str
) -> None:
    me = drawers()
    before = me.web()
    me.shown(selection)
    me.field(key).click()
    assert differences(before, me.acted(2))
    expect(me.drawer).to_be_hidden()
    me.press("Control+z")
    assert me.acted(3) == before


# -- plans and rules -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "items"), [("plan", "options"), ("rule", "rules")])
def test_a_plan_or_rule_is_added_by_its_name_opens_and_goes(drawers: Open, kind: str, items: str) -> None:
    me = drawers(Web(title="Leeg")).shown(f"{kind}s")
    expect(me.sheet).to_contain_text(me.words(f"{kind}s.none"))
    typed("   ")(me.field(f"new_{kind}"))
    typed("  Pomp ")(me.field(f"new_{kind}"))
    (added,) = getattr(me.acted(2), items)
    assert added.name == "Pomp"
    expect(me.field(f"name_{added.id}")).to_have_value("Pomp")
    typed("Gemaal")(me.field(f"new_{kind}"))
    _, second = getattr(me.acted(3), items)
    expect(me.field(f"chosen_{kind}")).to_have_value(second.id)
    me.field(f"chosen_{kind}").select_option(added.id)
    me.field(f"remove_{added.id}").click()
    assert getattr(me.acted(4), items) == (second,)
    expect(me.field(f"name_{second.id}")).to_have_value("Gemaal")


def test_a_chosen_plan_shows_in_the_drawing_where_nobody_said_what_it_does(drawers: Open) -> None:
    me = drawers().shown("plans")
    hole = me.page.locator('.net [data-id="k:green"]')
    expect(hole).to_contain_text(me.words("drawing.hole").split()[0])
    me.press("Escape", "Escape")
    expect(me.sheet).to_be_hidden()
    expect(hole).not_to_contain_text(me.words("drawing.hole").split()[0])


# -- what may not be, and others at work -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selection", "key", "value"),
    [
        (PARTY, "name_street", ""),
        (PARTY, "name_street", "De \u202estraat"),
        (INTEREST, "name_dry", "   "),
        ("plans", "name_pump", ""),
        ("process", "agenda_capacity", "0"),
    ],
)
def test_a_value_that_may_not_exist_is_told_and_the_field_goes_back(
    drawers: Open, selection: tuple[str, ...] | str, key: str, value: str
) -> None:
    me = drawers().shown(selection)
    before, shown = me.web(), me.field(key).input_value()
    typed(value)(me.field(key))
    expect(me.refusal).not_to_be_empty()
    expect(me.field(key)).to_have_value(shown)
    assert me.web() == before
    typed("11" if key == "agenda_capacity" else "Iets anders")(me.field(key))
    me.acted(2)
    expect(me.refusal).to_be_empty()


@pytest.mark.parametrize(
    ("selection", "gone"),
    [(PARTY, RemoveActor("street")), (INTEREST, RemoveInterest("dry")), (STAKE, RemoveActor("street"))],
)
def test_what_is_chosen_may_be_removed_by_somebody_else(drawers: Open, selection: tuple[str, ...], gone: Act) -> None:
    me = drawers().shown(selection)
    me.elsewhere(gone)
    me.reload()
    expect(me.drawer).to_be_hidden()


def test_a_change_of_what_somebody_else_removed_is_refused_and_told(drawers: Open) -> None:
    me = drawers().shown(PARTY)
    me.page.route("**/api/board/**", lambda route: route.abort())
    me.elsewhere(RemoveActor("street"))
    typed("De laan")(me.field("name_street"))
    expect(me.refusal).to_contain_text("Dit is er niet meer")
    assert me.on_disk().head == 2


def test_a_change_by_somebody_else_shows_and_takes_nothing_away_that_is_being_typed(drawers: Open) -> None:
    me = drawers().shown(PARTY)
    me.field("name_street").press("End")
    me.page.keyboard.type(" en de kade")
    other = Drawers(window_in(me.page.context), me.server).go("web", meeting=me.meeting)
    assert isinstance(other, Drawers)
    typed("99")(other.shown(PARTY).field("people_street"))
    other.acted(2)
    other.page.close()
    me.page.wait_for_function("globalThis.__belangenweb.head() === 2")
    expect(me.field("name_street")).to_have_value("De straat en de kade")
    me.press("Enter")
    web = me.acted(3)
    assert (web.actor_by_id["street"].name, web.actor_by_id["street"].people) == ("De straat en de kade", 99)
    expect(me.field("people_street")).to_have_value("99")


# -- people's words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selection", "key", "name"),
    [
        (PARTY, "name_street", "mevrouw Jansen"),
        (PARTY, "notes_street", "mail jan@voorbeeld.nl"),
        (INTEREST, "notes_dry", "bel 06-12345678"),
        (STAKE, "notes_street_dry", "bel 06-12345678"),
        (RELATION, "notes_relation_dry_sound", "bel 06-12345678"),
        ("plans", "name_pump", "Plan van de heer Jansen"),
        ("plans", "description_pump", "bel 06-12345678"),
        ("rules", "notes_level", "bel 06-12345678"),
    ],
)
def test_a_text_that_may_point_at_one_person_is_warned_about_and_kept(
    drawers: Open, selection: tuple[str, ...] | str, key: str, name: str
) -> None:
    me = drawers().shown(selection)
    drawer = me.sheet if isinstance(selection, str) else me.drawer
    expect(drawer).not_to_contain_text(PERSON)
    typed(name)(me.field(key))
    expect(drawer).to_contain_text(PERSON)
    expect(me.field(key)).to_have_value(name)
    me.acted(2)


@pytest.mark.parametrize(("name", "hinted"), [("Vrijheid", True), ("Trust", True), ("Rust", False)])
def test_an_interest_that_looks_like_a_value_gets_a_quiet_hint(drawers: Open, name: str, hinted: bool) -> None:
    me = drawers(Web(interests=(Interest("k", name),))).shown(("interest", "k"))
    expect(me.drawer.get_by_text(me.words("values.note"))).to_have_count(int(hinted))


def test_an_organisation_has_a_switch_and_no_people_or_seats(drawers: Open) -> None:
    me = drawers().shown(ORGANISATION)
    expect(me.field("at_table_water")).to_be_checked()
    expect(me.field("people_water")).to_have_count(0)
    expect(me.field("seats_water")).to_have_count(0)


def test_of_a_party_of_which_nothing_is_known_that_is_said(drawers: Open) -> None:
    me = drawers(Web(actors=(Actor("a", "Wij", "citizens"),))).shown(("actor", "a"))
    expect(me.drawer).to_contain_text(me.words("board.silent"))
    me.field("invite_a").click()
    assert me.acted(2).actor_by_id["a"].seats == 1
