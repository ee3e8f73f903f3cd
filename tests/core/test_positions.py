"""How far apart positions are, at the table and outside, per interest."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import wasserstein_distance

from coprod_core.indicators.gap import Reference
from coprod_core.indicators.overview import readings
from coprod_core.indicators.positions import Positions, positions
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from tests.core.readings_oracle import SlowWeb
from tests.core.webs import webs
from tests.examples import examples

CLOSE = 1e-7
property_test = examples(60)


def positions_of(web: Web, reference: Reference = Reference.MAXI_PUBLIC) -> Positions:
    return positions(weights_of(web), reference)


@property_test
@given(webs(), st.sampled_from(Reference))
def test_distance_and_polarisation_are_what_the_page_says(web: Web, reference: Reference) -> None:
    found, gap, slow = positions_of(web, reference), readings(web, reference).gap, SlowWeb(web, reference)
    for k in slow.interests:
        outside = [slow.P[i] * slow.om(i, k) for i in slow.ids]
        table = [slow.S[i] * slow.table_om(i, k) for i in slow.ids]
        places = [slow.position(i, k) for i in slow.ids]
        said = [slow.table_position(i, k) for i in slow.ids]
        if sum(outside) <= 1e-9:
            assert found.distance[k] is None
            assert found.polarisation[k] is None
            continue
        mean = np.average(places, weights=outside)
        spread = np.average((np.array(places) - mean) ** 2, weights=outside)
        assert found.polarisation[k] == pytest.approx(spread, abs=CLOSE)
        assert gap is not None
        assert found.outside[k] == pytest.approx(mean, abs=CLOSE)
        if k in gap.unheard:
            assert found.distance[k] is found.at_table[k] is found.at_table_polarisation[k] is None
            continue
        assert found.distance[k] == pytest.approx(wasserstein_distance(places, said, outside, table) / 2, abs=CLOSE)
        there = np.average(said, weights=table)
        assert found.at_table[k] == pytest.approx(there, abs=CLOSE)
        spread_there = np.average((np.array(said) - there) ** 2, weights=table)
        assert found.at_table_polarisation[k] == pytest.approx(spread_there, abs=CLOSE)


@property_test
@given(webs(), st.sampled_from(Reference))
def test_distance_and_polarisation_lie_between_0_and_1_or_are_missing(web: Web, reference: Reference) -> None:
    found = positions_of(web, reference)
    parts = found.distance, found.polarisation, found.at_table_polarisation
    known = [value for part in parts for value in part.values() if value is not None]
    assert all(0 <= value <= 1 for value in known)
    places = [value for part in (found.outside, found.at_table) for value in part.values() if value is not None]
    assert all(-1 <= value <= 1 for value in places)


@property_test
@given(webs())
def test_the_averages_are_never_further_apart_than_the_positions_must_move(web: Web) -> None:
    found = positions_of(web)
    for k, distance in found.distance.items():
        if distance is not None:
            assert abs(found.outside[k] - found.at_table[k]) / 2 <= distance + CLOSE


@property_test
@given(webs())
def test_wording_interests_the_other_way_round_moves_no_position_apart(web: Web) -> None:
    turned = replace(
        web,
        stakes=tuple(
            replace(s, position=-s.position, table_position=None if s.table_position is None else -s.table_position)
            for s in web.stakes
        ),
    )
    before, after = positions_of(web), positions_of(turned)
    assert after.distance == pytest.approx(before.distance, abs=CLOSE)
    assert after.polarisation == pytest.approx(before.polarisation, abs=CLOSE)


def street(*, here: float, there: tuple[float, ...], said: float | None = None) -> Web:
    """One group at the table, and some outside as large as each other, with positions on a playground."""
    return Web(
        actors=(
            Actor("here", "At the table", Sphere.CITIZENS, 4, 4),
            *(Actor(f"there{i}", f"Outside {i}", Sphere.CITIZENS, 50) for i in range(len(there))),
        ),
        interests=(Interest("play", "Playground"),),
        stakes=(
            Stake("here", "play", 1.0, here, table_position=said),
            *(Stake(f"there{i}", "play", 1.0, position) for i, position in enumerate(there)),
        ),
    )


def test_a_table_all_for_and_a_street_all_against_are_as_far_apart_as_can_be() -> None:
    found = positions_of(street(here=1.0, there=(-1.0, -1.0)))
    assert found.distance == pytest.approx({"play": 1.0})
    assert found.polarisation == pytest.approx({"play": 0.0})


def test_a_street_split_in_two_camps_is_as_polarised_as_can_be_and_half_of_it_is_far_from_the_table() -> None:
    found = positions_of(street(here=1.0, there=(1.0, -1.0)))
    assert found.distance == pytest.approx({"play": 0.5})
    assert found.polarisation == pytest.approx({"play": 1.0})


def test_what_is_said_at_the_table_counts_there_and_not_what_their_own_people_think() -> None:
    assert positions_of(street(here=1.0, there=(0.5,), said=0.5)).distance == pytest.approx({"play": 0.0})


def test_an_interest_nobody_at_the_table_brings_up_has_no_distance() -> None:
    web = street(here=1.0, there=(0.0, 1.0))
    silent = replace(
        web,
        interests=(*web.interests, Interest("quiet", "Quiet")),
        stakes=(Stake("here", "quiet", 1.0), *web.stakes[1:]),
    )
    found = positions_of(silent)
    assert found.distance == {"play": None, "quiet": None}
    assert found.polarisation == {"play": pytest.approx(0.25), "quiet": None}
