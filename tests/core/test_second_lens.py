"""The second lens, in which every group that is hit counts equally, and how the lenses of dilemma 2 order plans."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from scipy.stats import kendalltau

from coprod_core.indicators.gap import Reference
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.overview import readings
from coprod_core.indicators.plans import plans_of
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.role import scores_by_lens
from coprod_core.indicators.role.orders import lens_orders
from coprod_core.indicators.second_lens import SecondLens, second_lens
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Actor, Interest, Option, Process, Sphere, Stake, Web
from tests.core.readings_oracle import SlowWeb, gap
from tests.core.webs import webs
from tests.examples import examples

CLOSE = 1e-9
property_test = examples(50)


def lens_of(web: Web, reference: Reference = Reference.MAXI_PUBLIC) -> SecondLens:
    lens = second_lens(weights_of(web), reference)
    if isinstance(lens, Undefined):
        reject()
    return lens


@property_test
@given(webs())
def test_the_second_lens_is_the_gap_with_every_hit_group_as_heavy_as_it_is_hit(web: Web) -> None:
    lens = lens_of(web)
    slow = SlowWeb(web, "maxi_public")
    hit = {i: slow.hit[i] if i in slow.citizens else 0.0 for i in slow.ids}
    slow.P = {i: hit[i] / sum(hit.values()) for i in slow.ids}
    page = gap(slow)
    assert isinstance(page, dict)
    assert (lens.gap.places, lens.gap.attention, lens.gap.views) == pytest.approx(
        (page["places"], page["attention"], page["views"]), abs=CLOSE
    )
    assert lens.gap.by_actor == pytest.approx(page["by_actor"], abs=CLOSE)
    assert lens.gap.by_interest == pytest.approx(page["by_interest"], abs=CLOSE)


@property_test
@given(webs(), st.sampled_from([2.0, 10.0]))
def test_the_second_lens_does_not_count_heads(web: Web, factor: float) -> None:
    more = replace(
        web, actors=tuple(replace(a, people=a.people and a.people * factor * i) for i, a in enumerate(web.actors, 1))
    )
    assert lens_of(more).gap.by_actor == lens_of(web).gap.by_actor


@pytest.mark.slow
@property_test
@given(webs(), st.sampled_from(Reference))
def test_the_lenses_agree_exactly_when_they_name_the_same_cause(web: Web, reference: Reference) -> None:
    lens, first = lens_of(web, reference), readings(web, reference).gap
    assert first is not None
    assert lens.same_interest == (lens.gap.top_interest == first.top_interest)
    assert lens.same_actor == (lens.gap.top_actor == first.top_actor)


def few_hit_hard_and_many_mildly() -> Web:
    citizens = Sphere.CITIZENS
    return Web(
        actors=(
            Actor("seated", "At the table", citizens, 10, 2),
            Actor("few", "Few, hit hard", citizens, 5),
            Actor("many", "Many, mildly", citizens, 600),
        ),
        interests=(Interest("home", "Home"), Interest("parking", "Parking"), Interest("green", "Green")),
        stakes=(Stake("seated", "green", 1.0), Stake("few", "home", 1.0), Stake("many", "parking", 0.1)),
    )


def test_many_mildly_hit_people_are_the_main_cause_until_groups_count_equally() -> None:
    lens = lens_of(few_hit_hard_and_many_mildly())
    assert lens.gap.top_interest == "home"
    assert lens.gap.top_actor == "few"
    assert not lens.same_interest
    assert not lens.same_actor


def test_without_citizens_that_are_hit_there_is_no_second_lens() -> None:
    assert second_lens(weights_of(Web())) == Undefined("no_citizen_stakes")


# -- how the lenses order the plans ---------------------------------------------------------------------------------


@property_test
@given(webs(initiators=True, fewest_options=2, most_options=7))
def test_lenses_differ_by_half_of_one_minus_tau_b(web: Web) -> None:
    weights = weights_of(web)
    invitations = Invitations(weights, plans_of(weights))
    found = lens_orders(weights)
    if len(invitations.plans.counting) < 2:
        assert found == Undefined("needs_two_plans")
        return
    assert not isinstance(found, Undefined)
    by_lens = scores_by_lens(invitations, web.process.worst_off_weight)
    scores = {lens: np.round(score, 8) for lens, score in by_lens.items()}
    assert list(found) == list(combinations(scores, 2))
    for (one, other), unlike in found.items():
        tau = kendalltau(scores[one], scores[other], variant="b").statistic
        if unlike is None:
            assert np.isnan(tau)
        else:
            assert unlike == pytest.approx((1 - tau) / 2, abs=CLOSE)
            assert 0 <= unlike <= 1


def two_sides(effects_on_calm: tuple[float, ...], effects_on_work: tuple[float, ...]) -> Web:
    """The initiators want calm; everybody else who is hit, and politics, wants work."""
    return Web(
        actors=(
            Actor("a", "Initiators", Sphere.CITIZENS, 10, 2),
            Actor("b", "Neighbours", Sphere.CITIZENS, 10_000),
            Actor("p", "Council", Sphere.POLITICAL_AUTHORITY),
        ),
        interests=(Interest("calm", "Calm"), Interest("work", "Work")),
        stakes=(Stake("a", "calm", 1.0), Stake("b", "work", 1.0), Stake("p", "work", 1.0)),
        options=tuple(
            Option(f"o{i}", f"Plan {i}", effects={"calm": calm, "work": work})
            for i, (calm, work) in enumerate(zip(effects_on_calm, effects_on_work, strict=True))
        ),
        process=Process(worst_off_weight=0.0),
    )


def test_lenses_that_order_plans_the_other_way_round_differ_wholly_and_those_that_agree_not_at_all() -> None:
    found = lens_orders(weights_of(two_sides((-0.5, 0.0, 0.5), (0.5, 0.0, -0.5))))
    assert not isinstance(found, Undefined)
    assert found["initiators", "political_authority"] == pytest.approx(1.0)
    assert found["initiators", "general_interest"] == pytest.approx(1.0)
    assert found["political_authority", "general_interest"] == pytest.approx(0.0)


def test_a_lens_that_finds_all_plans_equal_has_no_order_to_differ_from() -> None:
    found = lens_orders(weights_of(two_sides((0.2, 0.2 + 1e-12), (0.5, -0.5))))
    assert not isinstance(found, Undefined)
    assert found["initiators", "political_authority"] is None
    assert found["political_authority", "general_interest"] == pytest.approx(0.0)


def test_without_anyone_at_the_table_no_lens_orders_plans() -> None:
    assert lens_orders(weights_of(Web())) == Undefined("no_initiators")
