"""What would tip a dilemma: what is said of a change holds when that change is made in the web itself."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from coprod_core.indicators.dilemma_tipping import (
    DIALS,
    STEP,
    rounded_away,
    tipping_dials,
    tipping_invitations,
    tipping_rule,
)
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.role import Role
from coprod_core.indicators.role.orders import lens_ranks
from coprod_core.web.model import Actor, Interest, Option, Process, Rule, Sphere, Stake, Web
from tests.core.webs import webs
from tests.examples import examples

CLOSE = 1e-7
property_test = settings(examples(60), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def turned(web: Web, dial: str, value: float) -> Role:
    role = readings(replace(web, process=replace(web.process, **{dial: value}))).role
    assert role is not None
    return role


def with_rule(web: Web, changed: Rule) -> Readings:
    return readings(replace(web, rules=tuple(changed if rule.id == changed.id else rule for rule in web.rules)))


# -- feasible or inclusive ------------------------------------------------------------------------------------------


@property_test
@given(webs(initiators=True))
def test_an_invitation_loses_what_the_table_loses_once_the_group_sits_there(web: Web) -> None:
    marked = replace(
        web,
        actors=tuple(
            replace(actor, influence=1.0, reach=1.0, initiator=bool(actor.citizens and actor.seated))
            for actor in web.actors
        ),
    )
    before = readings(marked).feasibility_inclusiveness
    assert before is not None
    for one in tipping_invitations(before):
        joined = tuple(replace(a, seats=1.0) if a.id == one.actor else a for a in marked.actors)
        after = readings(replace(marked, actors=joined)).feasibility_inclusiveness
        assert after is not None
        assert (one.heard, one.plan) == pytest.approx(after.here, abs=CLOSE)
        assert one.tips == (before.here[1] <= before.here[0] + 1e-9 and one.plan > one.heard + 1e-9)


@property_test
@given(webs(initiators=True))
def test_no_invitation_makes_heard_interests_lose_more_or_the_plan_lose_less(web: Web) -> None:
    reading = readings(web).feasibility_inclusiveness
    assert reading is not None
    heard, plan = reading.here
    for one in tipping_invitations(reading):
        assert one.heard <= heard + CLOSE
        assert one.plan >= plan - CLOSE
        assert not (one.tips and plan > heard)


# -- steer, facilitate or lead --------------------------------------------------------------------------------------


def dial_web(**process: float) -> Web:
    """Two groups that want the opposite, each with a plan of its own; the general interest is with the second."""
    return Web(
        actors=(
            Actor("street", "Street", Sphere.CITIZENS, 20, seats=2, initiator=True),
            Actor("quarter", "Quarter", Sphere.CITIZENS, 80),
        ),
        interests=(Interest("quiet", "Quiet"),),
        stakes=(Stake("street", "quiet", 1.0, 1.0), Stake("quarter", "quiet", 1.0, -1.0)),
        options=(Option("close", "Close", 0.7, {"quiet": 1.0}), Option("open", "Open", 0.7, {"quiet": -1.0})),
        process=Process(**process),
    )


def test_handing_over_decisions_makes_another_side_lose_most_by_leading() -> None:
    web = dial_web(delegated=0.0, initiative=0.0)
    found = tipping_dials(readings(web).weights)
    assert not isinstance(found, Undefined)
    tip = found["lead"]["delegated"]
    assert tip is not None
    assert (tip.before, tip.after) == (None, "initiators")
    assert turned(web, "delegated", 0.0).sides["lead"] == tip.before
    assert turned(web, "delegated", tip.at).sides["lead"] == tip.after
    assert tip.value == 0.0 < tip.at <= tip.printed <= tip.until <= 1.0


@pytest.mark.slow
@property_test
@given(webs(initiators=True, fewest_options=2))
def test_a_dial_tips_exactly_where_the_web_itself_does(web: Web) -> None:
    found = tipping_dials(readings(web).weights)
    assume(not isinstance(found, Undefined))
    sides = cache(lambda dial, value: turned(web, dial, value).sides)  # one reading for all three ways
    for way, dial, tip in ((way, dial, tip) for way, tips in found.items() for dial, tip in tips.items()):
        now = getattr(web.process, dial)
        before = sides(dial, now)[way]
        if tip is None:
            assert {sides(dial, step / 10)[way] for step in range(11)} == {before}
            continue
        assert tip.before == before != tip.after
        assert sides(dial, tip.at)[way] == tip.after
        assert sides(dial, tip.printed)[way] == tip.after
        assert sides(dial, tip.until)[way] == tip.after
        direction = 1 if tip.at > now else -1
        assert abs(tip.until - now) >= abs(tip.at - now)
        nearer = abs(tip.at - now) - STEP
        for part in (0.5, 1.0):
            tried = round((now + direction * nearer * part) / STEP) * STEP
            if nearer > 0 and abs(tried - now) < nearer:
                assert sides(dial, tried)[way] == before


@pytest.mark.parametrize(("at", "value", "printed"), [(0.401, 0.2, 0.41), (0.4, 0.2, 0.4), (0.399, 0.5, 0.39)])
def test_a_threshold_is_rounded_away_from_where_the_dial_stands(at: float, value: float, printed: float) -> None:
    assert rounded_away(at, value) == printed


def test_without_two_plans_or_initiators_no_dial_can_tip() -> None:
    alone = replace(dial_web(), options=(Option("close", "Close"),))
    assert tipping_dials(readings(alone).weights) == Undefined("needs_two_plans")
    assert tipping_dials(readings(Web()).weights) == Undefined("no_initiators")


def test_every_dial_gets_an_answer_when_all_plans_are_alike() -> None:
    alike = replace(dial_web(), options=(Option("a", "A"), Option("b", "B")))
    found = tipping_dials(readings(alike).weights)
    assert found == dict.fromkeys(("facilitate", "steer", "lead"), dict.fromkeys(DIALS))


# -- follow the rules or deviate ------------------------------------------------------------------------------------


@property_test
@given(webs(initiators=True), st.sampled_from([0.01, 0.1, 0.5]))
def test_beyond_its_room_another_rule_is_the_strongest_and_before_it_the_same(web: Web, away: float) -> None:
    reading = readings(web)
    assume(reading.rules is not None)
    found = tipping_rule(reading.weights, reading.rules)
    rule = web.rule_by_id[found.rule]
    if found.room is None:
        wide = with_rule(web, replace(rule, discretion=1 - 0.001 * (1 - rule.discretion)))
        assert wide.rules.strongest == found.rule or wide.rules.tension <= 1e-9
        return
    assert rule.discretion <= found.room <= 1
    before = rule.discretion + (found.room - rule.discretion) * (1 - away)
    assert with_rule(web, replace(rule, discretion=before)).rules.strongest in (found.rule, found.next_rule)
    if found.room - before > CLOSE:
        assert with_rule(web, replace(rule, discretion=before)).rules.strongest == found.rule
    beyond = found.room + (1 - found.room) * away
    if beyond - found.room > CLOSE:
        assert with_rule(web, replace(rule, discretion=beyond)).rules.strongest == found.next_rule


@property_test
@given(webs(initiators=True))
def test_at_its_force_following_and_deviating_weigh_the_same(web: Web) -> None:
    reading = readings(web)
    assume(reading.rules is not None)
    found = tipping_rule(reading.weights, reading.rules)
    rule = web.rule_by_id[found.rule]
    if found.force is not None:
        tipped = with_rule(web, replace(rule, force=found.force)).rules.rules[found.rule]
        assert tipped.deviate == pytest.approx(tipped.follow, abs=CLOSE)
        return
    for force in (0.0, 0.5, 1.0):
        tipped = with_rule(web, replace(rule, force=force)).rules.rules[found.rule]
        assert tipped.deviate >= tipped.follow - CLOSE


# -- the order of the plans -----------------------------------------------------------------------------------------


@property_test
@given(webs(initiators=True, fewest_options=2))
def test_a_plans_place_is_one_more_than_the_plans_that_side_wants_more(web: Web) -> None:
    found = readings(web)
    ranks = lens_ranks(found.weights)
    assume(not isinstance(ranks, Undefined))
    counting = [found.plans.ids[row] for row in found.plans.counting]  # not ruled out, and something is known of it
    for places in ranks.values():
        assert list(places) == counting
        assert min(places.values()) == 1
        for place in places.values():
            assert place <= 1 + sum(other < place for other in places.values()) <= len(counting)
