"""Every field in the inspector changes the web by that field alone, as one act, and undo brings the widget back."""

from dataclasses import replace
from typing import Any

import pytest

from coprod_core.commands import ChangeActor, RemoveActor, RemoveInterest
from coprod_core.model import Actor, Invitation, Provenance, Sphere, Web
from coprod_ui.words import words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Difference, Window, differences

PARTY, ABSENT, ORGANISATION = ("actor", "street"), ("actor", "piles"), ("actor", "water")
INTEREST, STAKE, RELATION = ("interest", "dry"), ("stake", "street", "dry"), ("relation", "dry", "sound")
FOLDED = ("more_street", "more_piles", "more_water", "more_city", "more_dry", "meeting_menu")


def at(place: str, *fields: tuple[Any, ...]) -> list[Any]:
    """What is selected or which tab is open, a widget there, what a hand sets it to, and what that changes where."""
    return [
        pytest.param(
            shown,
            key,
            value,
            (f"{place}.{name}", *held),
            id=f"{key} on {shown if isinstance(shown, str) else shown[0]}",
        )
        for shown, key, value, name, *held in fields
    ]


FIELDS = [
    *at(
        "actors[street]",
        (PARTY, "people_street", 70.0, "people", 60, 70),
        (PARTY, "people_street", None, "people", 60, None),
        (PARTY, "seats_street", 4.0, "seats", 6, 4),
        (PARTY, "name_street", "De laan", "name", "De straat", "De laan"),
        (PARTY, "sphere_street", Sphere.PROFESSIONAL, "sphere", "citizens", "professional"),
        (PARTY, "initiator_street", True, "initiator", False, True),
        (PARTY, "influence_street", 0.5, "influence", 1, 0.5),
        (PARTY, "reach_street", 0.25, "reach", 1, 0.25),
        (PARTY, "effort_street", 0.4, "effort", 0.1, 0.4),
        (PARTY, "hit_street", 0.8, "hit", None, 0.8),
        (PARTY, "notes_street", "Eerst bellen", "notes", "", "Eerst bellen"),
    ),
    *at(
        "actors[piles]",
        (ABSENT, "invitation_piles", Invitation.ASKED, "invitation", "not_asked", "asked"),
        (ABSENT, "people_piles", 90.0, "people", 80, 90),
    ),
    *at(
        "actors[water]",
        (ORGANISATION, "at_table_water", False, "seats", 1, 0),
        (ORGANISATION, "influence_water", 0.5, "influence", 1, 0.5),
    ),
    *at("actors[city]", (("actor", "city"), "at_table_city", True, "seats", 0, 1)),
    *at(
        "interests[dry]",
        (INTEREST, "name_dry", "Droog huis", "name", "Droge kelder", "Droog huis"),
        (INTEREST, "notes_dry", "Vooral beneden", "notes", "", "Vooral beneden"),
    ),
    *at(
        "stakes[street+dry]",
        (PARTY, "weight_street_dry", 0.1, "weight", 1, 0.1),
        (PARTY, "sign_street_dry", "against", "position", 1, -1),
        (INTEREST, "weight_street_dry", 0.0, "weight", 1, 0),
        (STAKE, "weight_street_dry", 0.4, "weight", 1, 0.4),
        (STAKE, "exact_weight_street_dry", 0.65, "weight", 1, 0.65),
        (STAKE, "position_street_dry", -0.3, "position", 1, -0.3),
        (STAKE, "provenance_street_dry", Provenance.SELF, "provenance", "estimate", "self"),
        (STAKE, "notes_street_dry", "Na de storm", "notes", "", "Na de storm"),
    ),
    *at(
        "relations[dry+sound]",
        (INTEREST, "compatibility_dry_sound", -1.0, "compatibility", -0.5, -1),
        (RELATION, "compatibility_dry_sound", 0.5, "compatibility", -0.5, 0.5),
        (RELATION, "exact_compatibility_dry_sound", -0.75, "compatibility", -0.5, -0.75),
        (RELATION, "notes_relation_dry_sound", "Door het peil", "notes", "", "Door het peil"),
    ),
    *at(
        "options[pump]",
        ("plans", "name_pump", "Grote pomp", "name", "Pomp", "Grote pomp"),
        ("plans", "feasibility_pump", 0.3, "feasibility", 0.7, 0.3),
        ("plans", "barred_pump", True, "barred", False, True),
        ("plans", "effect_pump_sound", -1.0, "effects.sound", -0.5, -1),
        ("plans", "effect_pump_green", 0.5, "effects.green", None, 0.5),
        ("plans", "notes_pump", "Duur", "notes", "", "Duur"),
    ),
    *at(
        "rules[level]",
        ("rules", "name_level", "Peil", "name", "Peilbesluit", "Peil"),
        ("rules", "force_level", 1.0, "force", 0.6, 1),
        ("rules", "discretion_level", 0.5, "discretion", 0.1, 0.5),
        ("rules", "protects_level_sound", 1.0, "protects.sound", 0.6, 1),
        ("rules", "hinders_level_green", 0.3, "hinders.green", None, 0.3),
        ("rules", "notes_level", "Uit 1998", "notes", "", "Uit 1998"),
    ),
    *at(
        "process",
        ("process", "initiative", 1.0, "initiative", 0.5, 1),
        ("process", "delegated", 0.75, "delegated", 0, 0.75),
        ("process", "steering", 0.6, "steering", 0.3, 0.6),
        ("process", "meddling", 0.2, "meddling", 0, 0.2),
        ("process", "emphasis", 0.9, "emphasis", 0, 0.9),
        ("process", "agenda_capacity", 12.0, "agenda_capacity", 8, 12),
        ("process", "worst_off_weight", 0.8, "worst_off_weight", 0.5, 0.8),
    ),
]


def show(window: Window, selection: tuple[str, ...] | str) -> None:
    """Brings the inspector to what is selected, or to a tab, with everything folded out."""
    for key in FOLDED:
        window.app.session_state[key] = True
    window.panel(selection) if isinstance(selection, str) else window.select(*selection)


@pytest.mark.parametrize(("selection", "key", "value", "change"), FIELDS)
def test_a_field_changes_the_web_by_that_field_as_one_act_and_undo_brings_the_widget_back(
    small: Window, selection: tuple[str, ...] | str, key: str, value: Any, change: Difference
) -> None:
    before, head = small.web, small.loaded.head
    show(small, selection)
    shown = small.value(key)
    assert shown != value
    small.change(key, value)
    assert differences(before, small.web) - _moves(before, small.web) == {change}
    assert (small.loaded.head, small.told) == (head + 1, [])
    assert small.value(key) == value
    small.press("undo")
    assert small.web == before
    assert small.value(key) == shown


def _moves(before: Web, after: Web) -> set[Difference]:
    """Where a party stands that joined or left the table: it follows from its seats."""
    moved = {a.id for a in after.actors if a.seated != before.actor_by_id[a.id].seated and a.citizens}
    places = {f"actors[{id_}].{axis}" for id_ in moved for axis in "xy"}
    return {difference for difference in differences(before, after) if difference[0] in places}


@pytest.mark.parametrize(
    ("key", "value", "place", "held"),
    [
        ("meeting_title", "Riool Oost", "title", "Nieuw riool"),
        ("meeting_filled_in_by", "De begeleider", "filled_in_by", ""),
        ("meeting_missing_plan", "Zelf pompen", "missing_plan", ""),
        ("meeting_notes", "Volgende keer vroeger", "notes", ""),
    ],
)
def test_the_meeting_itself_is_changed_from_its_name_in_the_bar(
    small: Window, key: str, value: str, place: str, held: str
) -> None:
    before = small.web
    small.open("meeting_menu").change(key, value)
    assert differences(before, small.web) == {(place, held, value)}
    small.press("undo").open("meeting_menu")
    assert (small.web, small.value(key)) == (before, held)


# -- what the table says about its constituency ----------------------------------------------------------------------


def test_people_at_the_table_may_say_something_else_than_their_constituency(small: Window) -> None:
    small.select(*STAKE).change("differs_street_dry", True)
    assert (small.web.stake_by_pair["street", "dry"].table_weight, small.value("table_weight_street_dry")) == (1, 1)
    small.change("table_weight_street_dry", 0.4).change("table_position_street_dry", -0.5)
    stake = small.web.stake_by_pair["street", "dry"]
    assert (stake.weight, stake.position, stake.table_weight, stake.table_position) == (1, 1, 0.4, -0.5)
    small.change("differs_street_dry", False)
    stake = small.web.stake_by_pair["street", "dry"]
    assert (stake.table_weight, stake.table_position) == (None, None)
    assert not small.shows("table_weight_street_dry")


def test_of_a_group_that_is_not_there_nothing_is_asked_about_the_table(small: Window) -> None:
    assert not small.select("stake", "piles", "sound").shows("differs_piles_sound")


# -- inviting --------------------------------------------------------------------------------------------------------


def test_inviting_seats_the_usual_number_marks_who_began_and_moves_the_group_to_the_table(small: Window) -> None:
    before = small.web
    small.select(*ABSENT).press("invite_piles")
    changed = {(place, new) for place, _, new in differences(before, small.web) if place[-2:] not in (".x", ".y")}
    assert changed == {("actors[piles].seats", 6), ("actors[street].initiator", True)}
    assert small.web.actor_by_id["piles"].x != before.actor_by_id["piles"].x
    assert small.loaded.head == 2
    assert small.value("seats_piles") == 6
    assert not small.shows("invite_piles")
    small.press("undo")
    assert small.web == before
    assert small.shows("invite_piles")


def test_who_left_the_table_gets_the_seats_back_they_had(small: Window) -> None:
    small.select(*PARTY).change("seats_street", 3.0).change("seats_street", 0.0).press("invite_street")
    assert small.web.actor_by_id["street"].seats == 3


def test_no_seats_takes_a_group_from_the_table(small: Window) -> None:
    small.select(*PARTY).change("seats_street", 0.0)
    assert not small.web.actor_by_id["street"].seated
    assert small.value("seats_street") == 0


# -- links -----------------------------------------------------------------------------------------------------------


def test_a_party_gets_an_interest_from_the_list_and_nothing_stays_chosen_there(small: Window) -> None:
    before = small.web
    small.select(*PARTY).change("add_stake_street", "green")
    stake = small.web.stake_by_pair["street", "green"]
    assert (stake.weight, stake.position, stake.provenance) == (0.4, 1, Provenance.ESTIMATE)
    assert replace(small.web, stakes=before.stakes) == before
    assert small.value("add_stake_street") is None
    assert small.value("weight_street_green") == 0.4


def test_a_party_linked_to_everything_says_so(small: Window) -> None:
    small.select(*PARTY).change("add_stake_street", "green").change("add_stake_street", "sound")
    assert small.app.selectbox(key="add_stake_street").disabled
    assert small.words("inspector.all_linked") in small.within("inspector")


def test_an_interest_gets_a_party_from_the_list(small: Window) -> None:
    small.select("interest", "green").change("add_holder_green", "city")
    assert ("city", "green") in small.web.stake_by_pair
    assert small.value("weight_city_green") == 0.4


def test_two_interests_are_said_to_clash_from_the_list(small: Window) -> None:
    small.select("interest", "green").change("add_relation_green", "dry")
    assert [(r.pair, r.compatibility) for r in small.web.relations[1:]] == [({"green", "dry"}, -0.5)]
    assert small.value("compatibility_green_dry") == -0.5


def test_the_name_of_a_stake_opens_everything_about_it(small: Window) -> None:
    small.select(*PARTY).press("open_street_dry")
    assert small.shows("exact_weight_street_dry")
    assert small.value("picker") == ("actor", "street")


def test_what_nobody_knows_is_marked_as_a_hole_and_the_guess_goes(small: Window) -> None:
    small.select(*STAKE).press("unknown_street_dry")
    assert [(u.actor, u.interest) for u in small.web.unknown] == [("street", "dry")]
    assert ("street", "dry") not in small.web.stake_by_pair
    assert small.words("inspector.unknown") in small.within("inspector")
    small.press("known_street_dry")
    assert small.web.stake_by_pair["street", "dry"].weight == 0.4
    assert small.web.unknown == ()
    assert small.value("exact_weight_street_dry") == 0.4


def test_a_hole_in_what_is_known_can_be_taken_away(small: Window) -> None:
    small.select(*STAKE).press("unknown_street_dry").press("remove_unknown_street_dry")
    assert small.web.unknown == ()
    assert ("street", "dry") not in small.web.stake_by_pair
    assert small.words("inspector.nothing_selected") in small.within("inspector")


@pytest.mark.parametrize(
    ("selection", "key"),
    [
        (PARTY, "remove_street"),
        (INTEREST, "remove_dry"),
        (STAKE, "remove_street_dry"),
        (RELATION, "remove_relation_dry_sound"),
    ],
)
def test_removing_what_is_selected_leaves_what_to_do_next_and_undo_brings_all_of_it_back(
    small: Window, selection: tuple[str, ...], key: str
) -> None:
    before = small.web
    show(small, selection)
    small.press(key)
    assert differences(before, small.web)
    assert small.words("inspector.nothing_selected") in small.within("inspector")
    assert (small.value("picker"), small.loaded.head, small.told) == (None, 2, [])
    small.press("undo")
    assert small.web == before


# -- plans and rules -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "items"), [("plan", "options"), ("rule", "rules")])
def test_a_plan_or_rule_is_added_by_its_name_and_opens(empty: Window, kind: str, items: str) -> None:
    empty.panel(f"{kind}s")
    assert empty.words(f"{kind}s.none") in empty.within("inspector")
    empty.change(f"new_{kind}", "  Pomp ")
    (added,) = getattr(empty.web, items)
    assert (added.name, empty.value(f"name_{added.id}"), empty.value(f"new_{kind}")) == ("Pomp", "Pomp", "")
    empty.change(f"new_{kind}", "Gemaal")
    _, second = getattr(empty.web, items)
    assert empty.value(f"chosen_{kind}") == second.id
    assert empty.value(f"name_{second.id}") == "Gemaal"


@pytest.mark.parametrize(("kind", "items"), [("plan", "options"), ("rule", "rules")])
def test_a_name_of_spaces_adds_no_plan_or_rule(empty: Window, kind: str, items: str) -> None:
    empty.panel(f"{kind}s").change(f"new_{kind}", "   ")
    assert (getattr(empty.web, items), empty.loaded.head, empty.told) == ((), 1, [])


@pytest.mark.parametrize(("kind", "id_", "items"), [("plan", "pump", "options"), ("rule", "level", "rules")])
def test_a_plan_or_rule_that_is_removed_makes_room_for_the_next(small: Window, kind: str, id_: str, items: str) -> None:
    before = small.web
    small.panel(f"{kind}s").change(f"new_{kind}", "Nieuw").change(f"chosen_{kind}", id_).press(f"remove_{id_}")
    (left,) = getattr(small.web, items)
    assert small.value(f"name_{left.id}") == "Nieuw"
    small.press(f"remove_{left.id}")
    assert getattr(small.web, items) == ()
    assert small.words(f"{kind}s.none") in small.within("inspector")
    small.press("undo").press("undo").press("undo")
    assert small.web == before


# -- searching and refusing ------------------------------------------------------------------------------------------


def test_a_party_or_interest_is_found_by_name(small: Window) -> None:
    small.change("picker", ("interest", "green"))
    assert small.shows("add_holder_green")
    small.change("picker", None)
    assert small.words("inspector.nothing_selected") in small.within("inspector")


BLANK = "Hier moet iets staan. Vul een naam in."
REFUSED = [
    (PARTY, "name_street", "", BLANK),
    (PARTY, "name_street", "   ", BLANK),
    (PARTY, "name_street", "De \u202estraat", words("nl")("errors.hidden_character", character="U\\+202E")),
    (INTEREST, "name_dry", "", BLANK),
    (INTEREST, "notes_dry", "x" * 20_001, words("nl")("errors.too_long", length="20001", longest="20000")),
    ("plans", "name_pump", "", BLANK),
    ("rules", "name_level", "\u2066", BLANK),
    ("process", "agenda_capacity", 0.0, words("nl")("errors.must_be_above", value="0", low="0")),
]


@pytest.mark.parametrize(("selection", "key", "value", "sentence"), REFUSED)
def test_a_value_that_may_not_exist_is_told_and_the_widget_goes_back(
    small: Window, selection: tuple[str, ...] | str, key: str, value: Any, sentence: str
) -> None:
    before = small.web
    show(small, selection)
    shown = small.value(key)
    small.change(key, value)
    assert (small.web, small.loaded.head) == (before, 1)
    assert small.told == [sentence]
    assert small.value(key) == shown


def test_a_refusal_is_gone_after_the_next_act(small: Window) -> None:
    show(small, PARTY)
    small.change("name_street", "")
    assert small.told
    small.change("name_street", "De laan")
    assert small.told == []


# -- others at work --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selection", "gone"),
    [(PARTY, RemoveActor("street")), (INTEREST, RemoveInterest("dry")), (STAKE, RemoveActor("street"))],
)
def test_what_is_selected_may_be_removed_by_somebody_else(
    small: Window, store: Any, selection: tuple[str, ...], gone: Any
) -> None:
    show(small, selection)
    store.append(small.meeting, gone, seen=1)
    small.run()
    assert small.words("inspector.nothing_selected") in small.within("inspector")


def test_a_change_of_what_somebody_else_removed_is_refused_and_told(small: Window, store: Any) -> None:
    show(small, PARTY)
    store.append(small.meeting, RemoveActor("street"), seen=1)
    small.change("name_street", "De laan")
    assert small.loaded.head == 2
    (sentence,) = small.told
    assert sentence.startswith("Dit is er niet meer")


def test_a_change_by_somebody_else_shows_in_the_widget(small: Window, store: Any) -> None:
    show(small, PARTY)
    store.append(small.meeting, ChangeActor("street", {"people": 99}), seen=1)
    assert small.run().value("people_street") == 99


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
        ("plans", "notes_pump", "bel 06-12345678"),
        ("rules", "notes_level", "bel 06-12345678"),
    ],
)
def test_a_text_that_may_point_at_one_person_is_warned_about_and_kept(
    small: Window, selection: tuple[str, ...], key: str, name: str
) -> None:
    show(small, selection)
    assert "persoonsgegevens" not in small.within("inspector")
    small.change(key, name)
    assert "persoonsgegevens" in small.within("inspector")
    assert small.value(key) == name
    assert small.loaded.head == 2


def test_an_organisation_has_a_switch_and_no_people_or_seats(small: Window) -> None:
    small.select(*ORGANISATION)
    assert (small.value("at_table_water"), small.shows("people_water"), small.shows("seats_water")) == (
        True,
        False,
        False,
    )


def test_a_group_alone_on_the_web_can_be_edited(open_web: OpenWindow) -> None:
    window = open_web(Web(actors=(Actor("a", "Wij", "citizens"),)))
    assert window.value("picker") == ("actor", "a")
    window.press("invite_a")
    assert window.web.actor_by_id["a"].seats == 1
