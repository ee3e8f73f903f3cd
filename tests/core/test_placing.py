"""Places on the canvas: in the shape of figure 1, and once given never taken."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import AddActor, AddInterest, MoveNodes, Seat, Together
from coprod_core.acts.with_places import with_places
from coprod_core.placing.layout import place_for, placed
from coprod_core.placing.zones import Box, interest_room, party_room, zones
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from tests.examples import examples

C = Sphere.CITIZENS


def crowd(seated: int, outside: int, own: int, other: int, politics: int, professionals: int, interests: int) -> Web:
    kinds = [
        *[(C, 2)] * seated,
        *[(C, 0)] * outside,
        *[(Sphere.OWN_ORGANISATION, 0)] * own,
        *[(Sphere.OTHER_ORGANISATION, 1)] * other,
        *[(Sphere.POLITICAL_AUTHORITY, 0)] * politics,
        *[(Sphere.PROFESSIONAL, 1)] * professionals,
    ]
    actors = tuple(Actor(f"a{i}", f"Partij {i}", sphere, seats=seats) for i, (sphere, seats) in enumerate(kinds))
    topics = tuple(Interest(f"k{i}", f"Belang {i}") for i in range(interests))
    stakes = tuple(
        Stake(a.id, topics[(i * 3 + j) % interests].id, 0.4)
        for i, a in enumerate(actors)
        for j in range(min(2, interests))
    )
    return Web(actors=actors, interests=topics, stakes=stakes)


few = st.integers(0, 4)
some, many = st.integers(0, 6), st.integers(0, 16)
crowds = st.builds(crowd, many, many, some, some, few, few, st.integers(0, 30))


def rooms(web: Web) -> list[Box]:
    parties = [party_room((a.x, a.y), a.sphere) for a in web.actors]  # type: ignore[arg-type]
    return parties + [interest_room((i.x, i.y)) for i in web.interests]  # type: ignore[arg-type]


@pytest.mark.slow
@examples(40)
@given(crowds)
def test_everything_gets_a_place_of_its_own_in_its_own_zone(web: Web) -> None:
    web = placed(web)
    found = zones(web)
    assert not any(one.meets(other) for one, other in combinations(rooms(web), 2))
    for actor in web.actors:
        at = (actor.x, actor.y)
        if actor.citizens:
            assert found.citizens.holds(at)
            assert found.table.holds(at) == actor.seated
        elif actor.sphere == Sphere.POLITICAL_AUTHORITY:
            assert found.politics.holds(at)
        elif actor.sphere == Sphere.PROFESSIONAL:
            assert found.middle.holds(at)
        else:
            assert found.organisations.holds(at)
            assert (at[1] < found.split) == (actor.sphere == Sphere.OWN_ORGANISATION)
    for interest in web.interests:
        assert found.middle.holds((interest.x, interest.y))


@pytest.mark.slow
@examples(40)
@given(crowds)
def test_the_same_web_gets_the_same_places_and_keeps_them(web: Web) -> None:
    once = placed(web)
    assert placed(web) == once
    assert placed(once) is once


@pytest.mark.slow
@examples(25)
@given(crowds, st.sampled_from(list(Sphere)), st.booleans())
def test_a_newcomer_moves_nobody_and_overlaps_nobody(web: Web, sphere: Sphere, at_table: bool) -> None:
    web = placed(web)
    x, y = place_for(web, sphere, at_table)
    newcomer = Actor("new", "Nieuw", sphere, seats=1.0 if at_table else 0.0, x=x, y=y)
    later = placed(replace(web, actors=(*web.actors, newcomer)))
    assert later.actors[:-1] == web.actors
    assert not any(party_room((x, y), sphere).meets(room) for room in rooms(web))


def test_a_small_web_fits_the_picture_of_figure_1() -> None:
    found = zones(placed(crowd(1, 2, 1, 1, 1, 1, 5)))
    assert (found.organisations, found.citizens) == (Box(4, 4, 196, 318), Box(576, 4, 946, 406))
    assert (found.table, found.politics, found.split) == (Box(588, 34, 764, 398), Box(4, 330, 564, 406), 150)


def test_forty_parties_and_forty_interests_keep_the_shape_of_the_picture() -> None:
    found = zones(placed(crowd(9, 17, 5, 5, 2, 2, 40)))
    width = found.citizens.right - found.organisations.left
    height = found.citizens.bottom - found.citizens.top
    assert 1.7 < width / height < 2.8
    assert height < 1_000


def test_a_group_invited_from_a_list_walks_to_the_table_in_the_same_act() -> None:
    web = placed(crowd(1, 2, 1, 1, 1, 1, 3))
    act = with_places(Seat("a2", 4), web)
    assert isinstance(act, Together)
    after = act.applied_to(web)
    assert zones(after).table.holds((after.actor_by_id["a2"].x, after.actor_by_id["a2"].y))  # type: ignore[arg-type]
    assert [(a.x, a.y) for a in after.actors if a.id != "a2"] == [(a.x, a.y) for a in web.actors if a.id != "a2"]


def test_other_numbers_of_seats_move_nobody() -> None:
    web = placed(crowd(1, 2, 1, 1, 1, 1, 3))
    assert with_places(Seat("a0", 5), web) == Seat("a0", 5)


def test_what_a_line_adds_gets_places_in_the_same_act() -> None:
    web = placed(crowd(1, 2, 1, 1, 1, 1, 3))
    line = Together((AddActor(Actor("new", "Nieuw", C)), AddInterest(Interest("topic", "Nieuw belang"))))
    act = with_places(line, web)
    assert isinstance(act, Together)
    assert isinstance(act.commands[-1], MoveNodes)
    after = act.applied_to(web)
    assert after == placed(after)
    assert not any(one.meets(other) for one, other in combinations(rooms(after), 2))


@pytest.mark.parametrize("place", ["interest", *Sphere])
def test_an_empty_canvas_has_a_place_for_everything(place: str) -> None:
    x, y = place_for(Web(), place)  # type: ignore[arg-type]
    assert 4 < x < 946
    assert 4 < y < 406
