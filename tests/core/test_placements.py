"""Placing in the power map: groups place parties each for itself, and only where they differ is told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.checked.errors import InvalidValue
from coprod_core.files.json_file import FileError
from coprod_core.files.web_file import read as read_web
from coprod_core.indicators.overview import readings
from coprod_core.web.asked import Attitude, Power, Ring, Trust
from coprod_core.web.model import Web
from coprod_core.workshop.file import as_data, read, write
from coprod_core.workshop.placements import CELLS, according_to_web, placements, plan_placed_for, to_place
from coprod_core.workshop.running import Running, from_text, to_text
from coprod_core.workshop.stepping import act_of
from coprod_core.workshop.values import PICTURES, Place
from coprod_core.workshop.whole import Workshop
from tests.examples import examples

SEWER = read_web((Path(__file__).parents[2] / "data" / "cases" / "sewer.nl.json").read_bytes())
GROUPS = ("g1", "g2", "g3")


def place(picture: int = 1, parties: tuple[str, ...] = ()) -> Place:
    return Place("place", "Waar staan zij?", picture=picture, parties=parties)


def changed(web: Web, **of: dict[str, object]) -> Web:
    return replace(web, actors=tuple(replace(a, **of.get(a.id, {})) for a in web.actors))


# -- the file --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("picture", PICTURES)
def test_a_step_that_places_is_written_and_read_back(picture: int) -> None:
    workshop = Workshop(web=SEWER, steps=(place(picture, ("council", "shopkeepers")),), title="A")
    assert read(write(workshop)) == workshop
    assert as_data(workshop)["steps"][0]["picture"] == picture


@pytest.mark.parametrize("picture", [0, 3, 5, True, "1", 1.5, None])
def test_trust_and_any_other_picture_is_refused(picture: object) -> None:
    data = as_data(Workshop(web=SEWER, steps=(place(),), title="A"))
    data["steps"][0]["picture"] = picture
    with pytest.raises(FileError) as refused:
        read(json.dumps(data))
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [("steps[0].picture", "unknown_choice")]


def test_a_party_that_is_not_in_the_web_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        Workshop(web=SEWER, steps=(place(parties=("council", "nobody")),), title="A")
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [("steps[0].parties[1]", "not_in_the_web")]


def test_placing_does_nothing_to_the_web() -> None:
    assert act_of(SEWER, place(), SEWER) is None


# -- who is placed ---------------------------------------------------------------------------------------------------


def test_everybody_is_placed_unless_some_are_named_and_in_the_order_of_the_file() -> None:
    assert to_place(place(), SEWER) == SEWER.actors
    assert [party.id for party in to_place(place(parties=("council", "action_group")), SEWER)] == [
        "action_group",
        "council",
    ]


def test_who_is_not_in_the_web_yet_is_not_placed_yet() -> None:
    fewer = Web(actors=SEWER.actors[:2])
    assert to_place(place(), fewer) == SEWER.actors[:2]


def test_nobody_places_the_attitude_of_a_group_of_fewer_than_five() -> None:
    web = changed(SEWER, shopkeepers={"people": 4})
    assert "shopkeepers" in {party.id for party in to_place(place(1), web)}
    assert "shopkeepers" not in {party.id for party in to_place(place(2), web)}
    assert "shopkeepers" not in according_to_web(place(2), readings(web))


# -- where they differ -----------------------------------------------------------------------------------------------

said = st.dictionaries(
    st.sampled_from(GROUPS),
    st.dictionaries(st.sampled_from([a.id for a in SEWER.actors]), st.sampled_from(CELLS[4])),
)


@examples(60)
@given(said)
def test_a_party_differs_where_it_stands_in_more_than_one_cell_and_every_placement_is_there_once(held) -> None:
    for one in placements(place(4), SEWER, held):
        stands = [(group, cell) for cell, groups in one.cells.items() for group in groups]
        assert sorted(stands) == sorted((g, cells[one.party]) for g, cells in held.items() if one.party in cells)
        assert one.differs == (len({cell for _, cell in stands}) > 1)


@examples(40)
@given(said)
def test_what_a_group_placed_changes_nothing_of_another_party_nor_its_order(held) -> None:
    found = placements(place(4), SEWER, held)
    assert [one.party for one in found] == [party.id for party in SEWER.actors]
    assert all(list(one.cells) == [cell for cell in CELLS[4] if cell in one.cells] for one in found)


def test_a_cell_of_another_picture_is_not_shown() -> None:
    (council,) = (one for one in placements(place(1), SEWER, {"g1": {"council": "decide"}}) if one.party == "council")
    assert council.cells == {}


# -- our own placement -----------------------------------------------------------------------------------------------


def test_the_web_has_the_power_that_was_asked_and_nothing_where_it_was_not() -> None:
    web = changed(SEWER, council={"power": Power.MUCH})
    assert according_to_web(place(1), readings(web)) == {"council": "much"}


def test_the_web_has_the_ring_that_was_asked_or_else_the_one_that_follows() -> None:
    web = changed(SEWER, council={"ring_now": Ring.KNOW})
    found = according_to_web(place(4), readings(web))
    assert (found["council"], found["foundation_residents"], found["neighbours"]) == ("know", "know", "outside")
    assert "water_board" in found or not SEWER.actor_by_id["water_board"].seated


def test_an_attitude_is_that_to_the_plan_and_never_one_that_was_noted() -> None:
    noted = {a.id: {"attitude": Attitude.NEGATIVE, "trust": Trust.WEAK} for a in SEWER.actors}
    web = changed(SEWER, **noted)
    assert plan_placed_for(place(2), readings(web)) == "pipes_and_pump"
    assert according_to_web(place(2), readings(web)) == according_to_web(place(2), readings(SEWER))
    assert according_to_web(place(2), readings(SEWER))["foundation_residents"] == "hard"
    without = replace(web, options=(), process=replace(web.process, own_reading=""))
    assert plan_placed_for(place(2), readings(without)) is None
    assert according_to_web(place(2), readings(without)) == {}


# -- how it is kept --------------------------------------------------------------------------------------------------


def test_what_groups_placed_is_kept_beside_the_web_and_each_for_itself() -> None:
    now = Running("place").placing("place", "g1", "council", "much").placing("place", "g2", "council", "little")
    assert now.placed == {"place": {"g1": {"council": "much"}, "g2": {"council": "little"}}}
    assert from_text(to_text(now.showing_ours("place"))) == now.showing_ours("place")
    assert now.placing("place", "g1", "council", "").placed["place"] == {"g1": {}, "g2": {"council": "little"}}
    assert now.anything_placed
    assert not Running("place").placing("place", "g1", "council", "").anything_placed


def test_what_was_kept_before_there_was_placing_is_read() -> None:
    data = json.loads(to_text(Running("place", told=("x",))))
    del data["placed"], data["ours"]
    assert from_text(json.dumps(data)) == Running("place", told=("x",))
