"""How sure we are: what stays of the readings when what is not certain is redrawn."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from coprod_core.indicators.gap import Reference, representation_gap
from coprod_core.indicators.overview import readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.redraw import SEED, Redraw, Spreads
from coprod_core.indicators.redrawn_dilemmas import dilemma_draws
from coprod_core.indicators.robustness import GapRobustness, gap_robustness
from coprod_core.indicators.weights import Weights, weights_of
from coprod_core.web.model import Actor, Interest, Option, Provenance, Rule, Sphere, Stake, Web
from tests.core.test_cases import web as case
from tests.core.webs import webs
from tests.examples import examples

property_test = examples(30)
NEXT_TO_NONE = Spreads(data=1e13, own=1e13, estimate=1e13, position=1e-7, people=1e-7)
SINGLE = 2e-5
"""What single precision and next to no noise leave."""


def robustness_of(web: Web, reference: Reference = Reference.MAXI_PUBLIC, **asked: object) -> GapRobustness:
    found = gap_robustness(weights_of(web), reference, **asked)
    if isinstance(found, Undefined):
        reject()
    return found


# -- what is drawn --------------------------------------------------------------------------------------------------


def party(*provenances: Provenance, weights: tuple[float, ...] = (1.0, 0.4, 0.1)) -> Web:
    """One party with a stake from each source named."""
    rows = list(zip(weights, provenances, strict=False))
    return Web(
        actors=(Actor("a", "A", Sphere.CITIZENS, 10),),
        interests=tuple(Interest(f"k{k}", f"K{k}") for k, _ in enumerate(rows)),
        stakes=tuple(Stake("a", f"k{k}", weight, 0.2, provenance) for k, (weight, provenance) in enumerate(rows)),
    )


def drawn_attention(web: Web, draws: int = 4_000, spreads: Spreads | None = None) -> np.ndarray:
    return np.array([w.attention[0] for w in Redraw(weights_of(web), spreads, SEED).webs(range(draws))])


@pytest.mark.parametrize(
    ("provenance", "concentration"), [(Provenance.DATA, 200), (Provenance.SELF, 60), (Provenance.ESTIMATE, 8)]
)
def test_attention_from_one_kind_of_source_is_dirichlet_around_what_was_filled_in(
    provenance: Provenance, concentration: float
) -> None:
    web = party(*[provenance] * 3)
    om, drawn = weights_of(web).attention[0], drawn_attention(web)
    spread = np.sqrt(om * (1 - om) / (concentration + 1))
    assert drawn.sum(axis=1) == pytest.approx(1.0)
    assert drawn.mean(axis=0) == pytest.approx(om, abs=4 * spread.max() / 60)
    assert drawn.std(axis=0) == pytest.approx(spread, rel=0.05)
    covariance = np.cov(drawn.T)
    assert covariance[0, 1] == pytest.approx(-om[0] * om[1] / (concentration + 1), rel=0.15)


def test_in_a_party_of_mixed_sources_an_estimate_varies_more_than_data() -> None:
    equal = (0.5, 0.5, 0.5, 0.5)
    web = party(Provenance.DATA, Provenance.DATA, Provenance.DATA, Provenance.ESTIMATE, weights=equal)
    spread = drawn_attention(web, 2_000).std(axis=0)
    assert spread[3] > 2 * spread[:3].max()


def test_positions_and_numbers_of_people_vary_as_the_page_says() -> None:
    web = party(Provenance.DATA)
    redraw = Redraw(weights_of(replace(web, stakes=(replace(web.stakes[0], position=1.0),))), None, SEED)
    unclipped = Redraw(weights_of(web), None, SEED).position(range(10_000))
    assert unclipped.mean() == pytest.approx(0.2, abs=0.01)
    assert unclipped.std() == pytest.approx(0.15, rel=0.05)
    clipped = redraw.position(range(10_000))
    assert clipped.max() == 1
    assert (clipped == 1).mean() == pytest.approx(0.5, abs=0.03)
    people = np.log(redraw.people(range(10_000)) / 10)
    assert people.mean() == pytest.approx(0, abs=0.01)
    assert people.std() == pytest.approx(0.2, rel=0.05)


@pytest.mark.parametrize("reference", Reference)
def test_a_number_of_people_who_are_all_at_the_table_is_not_redrawn(reference: Reference) -> None:
    web = party(Provenance.DATA, Provenance.DATA)
    everybody = replace(web, actors=(replace(web.actors[0], seats=10),))
    assert set(Redraw(weights_of(everybody), None, SEED).people(range(1_000))[0]) == {10.0}
    other = Actor("b", "B", Sphere.CITIZENS, 30)
    stakes = (*web.stakes, Stake("b", "k1", 1.0, -0.5, Provenance.DATA))
    two = replace(everybody, actors=(*everybody.actors, other), stakes=stakes)
    found = robustness_of(two, reference)
    if reference == Reference.MAXI_PUBLIC:
        assert (found.places.low, found.places.high) == (1.0, 1.0)
        assert found.ask_first.people == 0.0
    else:
        assert found.places.low < found.places.high


def test_stakes_are_drawn_apart_from_each_other() -> None:
    weights = weights_of(case("sewer"))
    redraw = Redraw(weights, None, SEED)
    noise = np.concatenate((redraw.factor(range(4_000)), redraw.people(range(4_000))))
    moving = noise[noise.std(axis=1) > 0]
    together = np.corrcoef(moving) - np.eye(len(moving))
    assert np.abs(together).max() < 0.1


def test_an_edit_leaves_the_draws_of_everything_else_alone() -> None:
    web = case("sewer")
    edited = web.stakes[3]
    other = replace(
        web,
        actors=(Actor("new", "New", Sphere.CITIZENS, 5), *reversed(web.actors)),
        stakes=tuple(replace(s, weight=0.4 if s.weight != 0.4 else 0.1) if s is edited else s for s in web.stakes),
    )
    before, after = Redraw(weights_of(web), None, SEED), Redraw(weights_of(other), None, SEED)
    draws = range(50)
    one, two = before.webs(draws), after.webs(draws)
    for a, b in zip(one, two, strict=True):
        for i, id_ in enumerate(a.actors):
            j = b.actors.index(id_)
            assert a.people[i] == b.people[j]
            assert (a.position[i] == b.position[j]).all()
            assert id_ == edited.actor or (a.attention[i] == b.attention[j]).all()


def test_drawing_the_stakes_of_some_parties_alone_leaves_their_draws_as_they_were() -> None:
    weights = weights_of(case("sewer"))
    of_all, of_citizens = Redraw(weights, None, SEED), Redraw(weights, None, SEED, weights.citizens)
    rows = weights.citizens[of_all.stakes.party]
    assert 0 < rows.sum() < len(rows)
    assert (of_all.factor(range(50))[rows] == of_citizens.factor(range(50))).all()
    assert (of_all.position(range(50))[rows] == of_citizens.position(range(50))).all()


def test_a_party_keeps_all_its_attention_in_every_draw_however_little_is_known_about_it() -> None:
    drawn = drawn_attention(party(*[Provenance.ESTIMATE] * 3), 500, Spreads(estimate=0.01))
    assert drawn.sum(axis=1) == pytest.approx(1.0)


def test_a_small_edit_moves_a_draw_a_little() -> None:
    web = party(*[Provenance.ESTIMATE] * 3)
    nudged = replace(web, stakes=(replace(web.stakes[0], weight=0.99), *web.stakes[1:]))
    assert drawn_attention(nudged, 500) == pytest.approx(drawn_attention(web, 500), abs=0.03)


@pytest.mark.parametrize("wrong", [{"data": 0}, {"estimate": -1}, {"own": float("inf")}, {"people": float("nan")}])
def test_spreads_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="is no spread"):
        Spreads(**wrong)


@pytest.mark.parametrize("draws", [0, 10_001])
def test_a_number_of_draws_out_of_range_is_refused(draws: int) -> None:
    with pytest.raises(ValueError, match="draws"):
        gap_robustness(weights_of(case("sewer")), draws=draws)


def same_arrays(one: Weights, other: Weights) -> None:
    for name in ("people", "position", "attention", "pull", "table_attention", "table_pull", "load", "affected"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), abs=SINGLE, rel=SINGLE), name


# 16
@property_test
@given(webs())
def test_a_web_redrawn_with_next_to_no_noise_is_the_web(web: Web) -> None:
    weights = weights_of(web)
    for drawn in Redraw(weights, NEXT_TO_NONE, SEED).webs(range(2)):
        same_arrays(drawn, weights)


# 16
@property_test
@given(webs(), st.sampled_from(Reference))
def test_bands_with_next_to_no_noise_are_the_point_values(web: Web, reference: Reference) -> None:
    found, gap = robustness_of(web, reference, draws=20, spreads=NEXT_TO_NONE), readings(web, reference).gap
    assert gap is not None
    for name in ("places", "attention", "views", "drift"):
        drawn = getattr(found, name)
        assert (drawn.low, drawn.middle, drawn.high) == pytest.approx((getattr(gap, name),) * 3, abs=SINGLE), name


# -- the gap, redrawn -----------------------------------------------------------------------------------------------


@property_test
@given(webs(), st.sampled_from(Reference))
def test_drawing_many_gaps_at_once_gives_the_gaps_of_each_web_drawn(web: Web, reference: Reference) -> None:
    found = robustness_of(web, reference, draws=40)
    gaps = [representation_gap(w, reference) for w in Redraw(weights_of(web), None, SEED).webs(range(40))]
    for name in ("places", "attention", "views", "drift"):
        each = [getattr(gap, name) for gap in gaps]
        drawn = getattr(found, name)
        assert (drawn.low, drawn.middle, drawn.high) == pytest.approx(np.quantile(each, (0.05, 0.5, 0.95)), abs=SINGLE)
    for name in ("top_interest", "top_actor"):
        cause, values = getattr(found, name), "by_" + name[4:]
        assert cause.share == pytest.approx(share_of(cause.id, [top(getattr(g, values)) for g in gaps]), abs=0.026)


def top(values: dict[str, float]) -> str | None:
    most = max(values.values(), default=0.0)
    return None if most <= 1e-6 else next(id_ for id_, value in values.items() if value >= most - 1e-6)


def share_of(id_: str | None, outcomes: list[str | None]) -> float:
    return outcomes.count(id_) / len(outcomes)


@property_test
@given(webs(), st.sampled_from(Reference))
def test_bands_and_shares_stay_in_range_and_in_order(web: Web, reference: Reference) -> None:
    found = robustness_of(web, reference, draws=60)
    for drawn in (found.places, found.attention, found.views, found.drift):
        assert -SINGLE <= drawn.low <= drawn.middle <= drawn.high <= 1 + SINGLE
    for cause in (found.top_interest, found.top_actor):
        assert 0 <= cause.share <= 1
        assert cause.share + sum(cause.others.values()) <= 1 + 1e-9
    asked = [ask.share for ask in found.ask_first.stakes]
    assert asked == sorted(asked, reverse=True)
    assert sum(asked) + found.ask_first.people <= 1 + 1e-9


def test_the_same_web_gives_the_same_bands() -> None:
    one, two = (robustness_of(case("sewer")) for _ in range(2))
    assert (one.views, one.top_interest, one.ask_first) == (two.views, two.top_interest, two.ask_first)


def test_what_an_organisation_has_at_stake_leaves_the_bands_alone() -> None:
    web = case("sewer")
    citizens = {actor.id for actor in web.actors if actor.sphere == Sphere.CITIZENS}
    without = replace(web, stakes=tuple(stake for stake in web.stakes if stake.actor in citizens))
    one, two = robustness_of(web), robustness_of(without)
    assert len(without.stakes) < len(web.stakes)
    assert (one.views, one.drift, one.top_actor, one.ask_first) == (two.views, two.drift, two.top_actor, two.ask_first)


def test_without_citizens_that_are_hit_there_is_nothing_to_be_sure_of() -> None:
    assert gap_robustness(weights_of(Web())) == Undefined("no_citizen_stakes")


def two_outside(**second: object) -> Web:
    """One group at the table for the lawn; outside, the first group for the school, the second for the shops."""
    return Web(
        actors=(
            Actor("table", "Table", Sphere.CITIZENS, 10, 5),
            Actor("parents", "Parents", Sphere.CITIZENS, 100),
            Actor("shops", "Shopkeepers", Sphere.CITIZENS, **{"people": 100, **second}),
        ),
        interests=tuple(Interest(name, name) for name in ("lawn", "school", "trade")),
        stakes=(Stake("table", "lawn", 1.0), Stake("parents", "school", 1.0), Stake("shops", "trade", 1.0)),
    )


def test_a_cause_far_ahead_of_the_others_holds_in_nearly_all_draws_and_may_be_named() -> None:
    found = robustness_of(two_outside(people=10, hit=0.2))
    assert found.top_interest.id == "school"
    assert found.top_interest.share > 0.97
    assert found.top_interest.known
    assert found.top_actor.id == "parents"
    assert found.top_actor.known


def test_between_two_causes_as_large_as_each_other_we_do_not_know() -> None:
    found = robustness_of(two_outside(people=99))
    assert found.top_interest.id == "school"
    assert 0.3 < found.top_interest.share < 0.7
    assert list(found.top_interest.others) == ["trade"]
    assert not found.top_interest.known


def test_a_cause_that_only_one_lens_names_is_not_known_however_often_it_is_drawn() -> None:
    found = robustness_of(two_outside(people=10_000, hit=0.4))
    assert found.top_interest.id == "trade"
    assert found.top_interest.share > 0.97
    assert not found.top_interest.same_in_both_lenses
    assert not found.top_interest.known


# -- ask this first -------------------------------------------------------------------------------------------------


def test_only_estimates_are_asked_about() -> None:
    web = case("sewer")
    answered = replace(web, stakes=tuple(replace(s, provenance=Provenance.DATA) for s in web.stakes))
    assert robustness_of(answered).ask_first.stakes == ()
    estimated = {(s.actor, s.interest) for s in web.stakes if s.provenance == Provenance.ESTIMATE}
    assert {(ask.actor, ask.interest) for ask in robustness_of(web).ask_first.stakes} <= estimated


SMALL = Spreads(data=1e9, own=1e9, estimate=4e4, position=0.003, people=0.003)


@pytest.mark.parametrize("reference", Reference)
@pytest.mark.parametrize("name", ["sewer", "dog_fence", "prevention_team", "wind_turbines"])
def test_a_stake_causes_the_part_of_the_variance_that_it_makes_when_it_alone_is_left_to_chance(
    name: str, reference: Reference
) -> None:
    """With small noise the parts can be checked, away from the kinks of the gap."""
    weights = weights_of(case(name))
    found = gap_robustness(weights, reference, draws=600, spreads=SMALL)
    assert not isinstance(found, Undefined)
    whole = variance_of_views(weights, reference, None)
    for ask in found.ask_first.stakes[:2]:
        alone = variance_of_views(weights, reference, (ask.actor, ask.interest))
        assert alone / whole == pytest.approx(ask.share, rel=0.25, abs=0.01)


class OnlyOne(Redraw):
    """A redraw in which all but one stake stay where they are."""

    only: tuple[str, str]

    def _row(self) -> np.ndarray:
        pairs = zip(self.stakes.party, self.stakes.interest, strict=True)
        return np.array([(self.weights.actors[i], self.weights.interests[k]) == self.only for i, k in pairs])[:, None]

    def factor(self, draws: range) -> np.ndarray:
        return np.where(self._row(), super().factor(draws), np.float32(1))

    def position(self, draws: range) -> np.ndarray:
        return np.where(self._row(), super().position(draws), self.stakes.position[:, None].astype(np.float32))

    def people(self, draws: range) -> np.ndarray:
        return np.repeat(self.weights.people[:, None], len(draws), axis=1)


def variance_of_views(weights: Weights, reference: Reference, only: tuple[str, str] | None) -> float:
    redraw = Redraw(weights, SMALL, SEED) if only is None else OnlyOne(weights, SMALL, SEED)
    if isinstance(redraw, OnlyOne):
        assert only is not None
        redraw.only = only
    gaps = [representation_gap(w, reference) for w in redraw.webs(range(600))]
    return float(np.var([gap.views for gap in gaps if not isinstance(gap, Undefined)]))


@pytest.mark.parametrize("name", ["sewer", "dog_fence", "wind_turbines"])
def test_asking_what_is_ranked_first_narrows_the_band_more_than_asking_what_is_ranked_last(name: str) -> None:
    web = case(name)
    asks = robustness_of(web).ask_first.stakes
    first, last = asks[0], asks[-1]

    def width_once_asked(actor: str, interest: str) -> float:
        known = tuple(
            replace(s, provenance=Provenance.DATA) if (s.actor, s.interest) == (actor, interest) else s
            for s in web.stakes
        )
        views = robustness_of(replace(web, stakes=known)).views
        return views.high - views.low

    assert width_once_asked(first.actor, first.interest) <= width_once_asked(last.actor, last.interest) + 0.002


# -- the dilemmas, redrawn ------------------------------------------------------------------------------------------


# 16
@property_test
@given(webs(initiators=True))
def test_tensions_redrawn_with_next_to_no_noise_are_the_point_values(web: Web) -> None:
    found = readings(web)
    last = list(dilemma_draws(found.weights, 4, NEXT_TO_NONE))[-1]
    for name in ("feasibility_inclusiveness", "role", "rules"):
        point = getattr(found, name)
        if point is None:
            assert name not in last.bands
            continue
        bands = last.bands[name]
        if name != "role":
            amplified = point.tension if name == "rules" else point.amplified
            assert (bands.tension.low, bands.tension.high) == pytest.approx((point.tension,) * 2, abs=1e-3)
            assert (bands.amplified.low, bands.amplified.high) == pytest.approx((amplified,) * 2, abs=1e-3)
        # a way out goes to another plan when two are equally good: only then a breath of noise moves what it loses
        elif all(standing.share == 1 for standing in last.sides.values()):
            assert bands.tension.low <= point.tension + 1e-3


@property_test
@given(webs(initiators=True, fewest_options=2))
def test_shares_of_the_dilemmas_stay_in_range(web: Web) -> None:
    weights = weights_of(web)
    last = list(dilemma_draws(weights, 8))[-1]
    for standing in (last.strongest, *last.sides.values(), last.strongest_rule):
        if standing is not None:
            assert 0 <= standing.share <= 1
            assert standing.share + sum(standing.others.values()) <= 1 + 1e-9
    for bands in last.bands.values():
        for drawn in (bands.tension, bands.amplified):
            assert -SINGLE <= drawn.low <= drawn.middle <= drawn.high <= 1 + SINGLE
        assert bands.amplified.middle >= bands.tension.middle - SINGLE


def test_reports_come_block_by_block_and_the_last_is_of_all_draws() -> None:
    reports = list(dilemma_draws(weights_of(case("sewer")), draws=60, block=25))
    assert [(report.done, report.draws) for report in reports] == [(25, 60), (50, 60), (60, 60)]
    assert reports[-1] == list(dilemma_draws(weights_of(case("sewer")), draws=60, block=60))[-1]


def test_one_can_stop_early_and_keep_what_was_drawn() -> None:
    first = next(dilemma_draws(weights_of(case("sewer"))))
    assert first.done == 25
    assert first.bands == list(dilemma_draws(weights_of(case("sewer")), draws=25))[-1].bands


def bench(options: tuple[Option, ...], rules: tuple[Rule, ...] = (), seats: float = 2.0) -> Web:
    """Residents at the table and skaters outside, about a square that can be quiet or lively."""
    return Web(
        actors=(Actor("r", "Residents", Sphere.CITIZENS, 40, seats), Actor("s", "Skaters", Sphere.CITIZENS, 40)),
        interests=(Interest("quiet", "Quiet"), Interest("lively", "Lively")),
        stakes=(Stake("r", "quiet", 1.0), Stake("s", "lively", 1.0)),
        options=options,
        rules=rules,
    )


CLASHING = (
    Option("q", "Q", 0.9, {"quiet": 1.0, "lively": -1.0}),
    Option("l", "L", 0.9, {"quiet": -1.0, "lively": 1.0}),
)
RULES = (
    Rule("weak", "Weak", 0.2, 0.5, {"quiet": 0.2}, {"lively": 0.2}),
    Rule("strong", "Strong", 1.0, 0.0, {}, {"lively": 0.9}),
)


def test_what_is_far_ahead_stays_ahead_in_all_draws() -> None:
    last = list(dilemma_draws(weights_of(bench(CLASHING, RULES)), 50))[-1]
    assert (last.strongest_rule.id, last.strongest_rule.share) == ("strong", 1.0)
    assert (last.strongest.id, last.strongest.share) == ("rules", 1.0)
    assert (last.here.now, last.here.share) == (True, 1.0)
    assert set(last.bands) == {"feasibility_inclusiveness", "role", "rules"}


def test_a_dilemma_that_is_not_there_is_not_redrawn() -> None:
    nobody = list(dilemma_draws(weights_of(bench(CLASHING, seats=0.0)), 5))[-1]
    assert (dict(nobody.bands), dict(nobody.sides), nobody.strongest_rule, nobody.here) == ({}, {}, None, None)
    assert nobody.strongest.id is None


def test_with_too_many_candidates_no_dilemma_is_called_the_strongest() -> None:
    web = bench(CLASHING, RULES)
    crowd = tuple(Actor(f"c{i}", f"Group {i}", Sphere.CITIZENS, 5) for i in range(15))
    many = replace(
        web, actors=(*web.actors, *crowd), stakes=(*web.stakes, *(Stake(actor.id, "lively", 0.4) for actor in crowd))
    )
    last = list(dilemma_draws(weights_of(many), 5))[-1]
    assert set(last.bands) == {"role", "rules"}
    assert last.strongest is None
    assert last.here is None
