"""Webs small enough to see the answer at once: what any sensible person would say, and what the readings say."""

from typing import Any

import pytest

from coprod_core.acts.commands import Seat
from coprod_core.indicators import ambivalence, claims, silent, voiced_by
from coprod_core.indicators.feasible import FeasibilityInclusiveness
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.role import Role
from coprod_core.web.model import Actor, Interest, Invitation, Option, Process, Rule, Sphere, Stake, Web

HOME, PLANS, NOTICES = 1.0, 0.4, 0.1
Thing = Actor | Stake | Option | Rule | Process


def group(id_: str, people: float | None = 10, seats: float = 0, **more: Any) -> Actor:
    return Actor(id_, id_.title(), Sphere.CITIZENS, people, seats, **more)


def organisation(id_: str, sphere: Sphere = Sphere.OWN_ORGANISATION, seats: float = 1) -> Actor:
    return Actor(id_, id_.title(), sphere, None, seats)


def wants(actor: str, interest: str, weight: float = HOME, position: float = 1.0, **more: Any) -> Stake:
    return Stake(actor, interest, weight, position, **more)


def plan(id_: str, feasibility: float = 0.8, barred: bool = False, **effects: float) -> Option:
    return Option(id_, id_.title(), feasibility, effects, barred)


def web(*things: Thing, spoken_by: str = "") -> Web:
    def of(kind: type) -> tuple[Any, ...]:
        return tuple(thing for thing in things if isinstance(thing, kind))

    named = [stake.interest for stake in of(Stake)]
    named += [id_ for option in of(Option) for id_ in option.effects]
    named += [id_ for rule in of(Rule) for id_ in (*rule.protects, *rule.hinders)]
    return Web(
        actors=of(Actor),
        interests=tuple(Interest(id_, id_.title(), spoken_by) for id_ in dict.fromkeys(named)),
        stakes=of(Stake),
        options=of(Option),
        rules=of(Rule),
        process=next(iter(of(Process)), Process()),
    )


def gap_of(found: Readings) -> Gap:
    assert found.gap is not None
    return found.gap


def dilemma_of(found: Readings) -> FeasibilityInclusiveness:
    assert found.feasibility_inclusiveness is not None
    return found.feasibility_inclusiveness


def role_of(found: Readings) -> Role:
    assert found.role is not None
    return found.role


def brought_in(found: Readings, interest: str) -> voiced_by.VoicedBy:
    all_voiced = voiced_by.of(found)
    assert not isinstance(all_voiced, Undefined)
    voiced = all_voiced[interest]
    assert voiced is not None
    return voiced


# -- an absent group is hit hardest ---------------------------------------------------------------------------------

STREET = (group("street", 50, 5, initiator=True), wants("street", "cellars"))
PILES = (group("piles", 100), wants("piles", "piles"))
PUMP = (plan("pump", cellars=1, piles=-1), plan("repair", 0.5, cellars=0.5, piles=0.8))


def test_those_hit_hardest_and_absent_are_the_headline_the_alarm_and_the_voice_that_is_missing() -> None:
    found = readings(web(*STREET, *PILES, *PUMP))
    gap = gap_of(found)
    assert gap.headline is not None
    assert (gap.headline.interest, gap.headline.word, gap.headline.also) == ("piles", "missing", None)
    assert gap.top_actor == "piles"
    assert gap.alarm == ("piles",)
    assert brought_in(found, "piles").by == "nobody"


def test_all_downsides_of_a_plan_against_the_absent_fall_on_them() -> None:
    found = readings(web(*STREET, *PILES, *PUMP))
    pump = found.options["pump"]
    assert (pump.shifted, pump.carries_most) == (1.0, "piles")
    assert dilemma_of(found).best.plan == "pump"
    assert dilemma_of(found).best.hard_outside == ("piles",)


@pytest.mark.parametrize("reach", [1.0, 0.2, 0.05, 0.0])
def test_a_group_that_is_hard_to_reach_does_not_make_the_dilemma_vanish(reach: float) -> None:
    there = (group("piles", 100, reach=reach), PILES[1])
    found = readings(web(*STREET, *there, *PUMP))
    dilemma = dilemma_of(found)
    assert dilemma.here[0] == pytest.approx(2 / 3)
    assert dilemma.invite["piles"].gain == pytest.approx(2 / 3)
    assert gap_of(found).hard_to_reach == pytest.approx((1 - reach) * 2 / 3)


def test_a_group_that_declined_stays_unheard_and_somebody_may_bring_it_in() -> None:
    declined = (group("piles", 100, invitation=Invitation.DECLINED), PILES[1])
    found = readings(web(*STREET, *declined, *PUMP, spoken_by="The tenants' union"))
    assert gap_of(found).hard_to_reach == pytest.approx(2 / 3)
    assert brought_in(found, "piles").by == "agreed"
    assert gap_of(found).unheard == ("piles",)


def test_an_organisation_on_their_side_is_not_their_own_voice_and_the_best_plan_may_still_go_against_them() -> None:
    heritage = (organisation("heritage"), wants("heritage", "piles", PLANS), wants("heritage", "cellars", HOME))
    found = readings(web(*STREET, *PILES, *heritage, plan("pump", cellars=1, piles=-1)))
    voiced = brought_in(found, "piles")
    assert (voiced.by, voiced.organisations, voiced.plan_against) == ("organisation", ("heritage",), True)
    assert gap_of(found).unheard == ("piles",)


# -- the same interests are invited ---------------------------------------------------------------------------------

NEXT_DOOR = (group("next door", 50), wants("next door", "cellars"))


def test_inviting_those_who_want_the_same_adds_no_interest_and_makes_no_plan_harder() -> None:
    found = readings(web(*STREET, *NEXT_DOOR, plan("pump", cellars=1)))
    joining = dilemma_of(found).invite["next door"]
    assert joining.gain == 0
    assert joining.first_heard == ()
    assert joining.fit_to == joining.fit_from
    assert joining.pace_to < joining.pace_from


def test_what_gets_harder_when_the_same_are_invited_is_only_the_agenda() -> None:
    found = readings(web(*STREET, *NEXT_DOOR, *PILES, plan("both", cellars=1, piles=1)))
    dilemma = dilemma_of(found)
    assert dilemma.invite["next door"].gain == 0
    assert dilemma.invite["piles"].first_heard == ("piles",)
    assert dilemma.binding == "agenda"


def test_same_interests_outside_leave_no_gap_in_views_though_seats_fall_short() -> None:
    gap = gap_of(readings(web(*STREET, *NEXT_DOOR)))
    assert gap.views == 0
    assert gap.places > 0
    assert gap.headline is None


# -- a plan that everyone likes -------------------------------------------------------------------------------------


def test_with_a_plan_that_everyone_likes_nobody_finds_it_hard_and_no_role_loses_by_its_plan() -> None:
    found = readings(web(*STREET, *PILES, plan("both", 0.9, cellars=1, piles=1), plan("pump", cellars=1, piles=-1)))
    dilemma, role = dilemma_of(found), role_of(found)
    assert (dilemma.best.plan, dilemma.best.least_happy, dilemma.best.least_acceptance) == ("both", None, 1.0)
    assert dilemma.best.hard_outside == ()
    assert set(role.plans.values()) == {"both"}
    assert set(role.sides.values()) == {None}


def test_a_plan_that_everyone_likes_is_still_loved_when_a_hopeless_one_is_put_beside_it() -> None:
    with_hope = web(*STREET, *PILES, plan("both", 0.9, cellars=1, piles=1), plan("dream", 0.0, cellars=1, piles=1))
    found = readings(with_hope)
    assert dilemma_of(found).best.plan == "both"
    assert role_of(found).plans["lead"] == "both"


def test_a_plan_liked_by_all_but_silent_about_one_interest_is_known_to_have_a_hole() -> None:
    found = readings(web(*STREET, *PILES, plan("pump", cellars=1)))
    pump = found.options["pump"]
    assert (pump.largest_hole, pump.holes) == ("piles", pytest.approx(2 / 3))
    assert pump.shifted is None


def test_writing_down_that_a_plan_changes_nothing_closes_the_hole() -> None:
    found = readings(web(*STREET, *PILES, plan("pump", cellars=1, piles=0)))
    assert (found.options["pump"].holes, found.options["pump"].largest_hole) == (0.0, None)


def test_a_slogan_nobody_thought_through_never_wins_from_a_plan_that_was_worked_out() -> None:
    found = readings(web(*STREET, *PILES, plan("slogan", 1.0), plan("repair", 0.5, cellars=0.5, piles=0.8)))
    assert dilemma_of(found).best.plan == "repair"
    assert not found.options["slogan"].counts


# -- a full room between the rules ----------------------------------------------------------------------------------


def test_with_a_full_room_between_the_rules_there_is_no_tension() -> None:
    privacy = Rule("privacy", "Privacy", 1.0, 1.0, {"past": 1.0}, {"safety": 0.9})
    team = (group("team", 10, 2), wants("team", "safety"), group("known", 5), wants("known", "past"))
    rules = readings(web(*team, privacy)).rules
    assert rules is not None
    assert rules.tension == 0
    assert rules.rules["privacy"].deviate == 1.0


def test_a_rule_without_room_beside_one_with_full_room_is_the_strongest() -> None:
    free = Rule("free", "Free", 1.0, 1.0, {}, {"safety": 1.0})
    strict = Rule("strict", "Strict", 0.2, 0.0, {}, {"safety": 0.5})
    rules = readings(web(group("team", 10, 2), wants("team", "safety"), free, strict)).rules
    assert rules is not None
    assert (rules.strongest, rules.tension) == ("strict", 0.2)


# -- seats without influence ----------------------------------------------------------------------------------------


def test_seats_without_influence_do_not_count_as_hearing() -> None:
    mute = (group("street", 50, 5, influence=0.0, initiator=True), STREET[1])
    found = readings(web(*mute, plan("pump", cellars=1)))
    assert dilemma_of(found).inclusiveness == 0
    assert gap_of(found).without_influence == 1
    assert gap_of(found).views == 1


def test_what_mends_seats_without_influence_is_more_say_and_not_more_chairs() -> None:
    quiet = (group("street", 50, 5, influence=0.4, initiator=True), STREET[1])
    dilemma = dilemma_of(readings(web(*quiet, plan("pump", cellars=1))))
    assert (dilemma.tension, dilemma.binding) == (pytest.approx(0.6), "say")
    more_chairs = (group("street", 50, 20, influence=0.4, initiator=True), STREET[1])
    assert dilemma_of(readings(web(*more_chairs, plan("pump", cellars=1)))).tension == pytest.approx(0.6)


def test_inviting_a_group_whose_seats_would_not_count_promises_nothing() -> None:
    ignored = (group("piles", 100, influence=0.0), PILES[1])
    joining = dilemma_of(readings(web(*STREET, *ignored, *PUMP))).invite["piles"]
    assert joining.gain == 0
    assert joining.first_heard == ()


# -- nothing is known -----------------------------------------------------------------------------------------------


def test_an_empty_web_says_nothing_and_says_why() -> None:
    found = readings(Web())
    assert (found.gap, found.feasibility_inclusiveness, found.role, found.rules) == (None, None, None, None)
    assert claims.of(found) == Undefined("nobody_seated")
    assert silent.of(found).people is None


def test_a_group_of_which_nothing_is_known_is_silent_and_not_indifferent() -> None:
    found = readings(web(*STREET, group("flat", 150)))
    assert silent.of(found).parties == ("flat",)
    assert silent.of(found).people == pytest.approx(0.75)
    assert gap_of(found).views == 0


def test_a_group_that_said_it_has_no_stake_is_not_silent() -> None:
    found = readings(web(*STREET, group("flat", 150), wants("flat", "cellars", 0.0)))
    assert silent.of(found) == silent.Silent((), 0.0)


def test_a_plan_of_which_nobody_said_what_it_does_is_all_hole() -> None:
    found = readings(web(*STREET, *PILES, plan("something")))
    assert found.options["something"].holes == pytest.approx(1.0)
    assert found.options["something"].largest_hole == "piles"


# -- a head-on clash at a full table --------------------------------------------------------------------------------

DOGS = (group("dogs", 30, 3, initiator=True), wants("dogs", "field"))
CHILDREN = (group("children", 30, 3, initiator=True), wants("children", "field", HOME, -1.0))
FENCE = (plan("fence", field=1), plan("open", field=-1))


def test_in_a_head_on_clash_all_is_heard_and_even_the_best_plan_is_hard_for_one() -> None:
    found = readings(web(*DOGS, *CHILDREN, *FENCE))
    dilemma = dilemma_of(found)
    assert gap_of(found).views == 0
    assert dilemma.here[0] == 0
    assert dilemma.best.least_acceptance == 0
    assert dilemma.fit == 0
    assert found.clash.clash[0, 1] == 1


def test_a_head_on_clash_has_nothing_to_begin_with() -> None:
    assert ambivalence.of(readings(web(*DOGS, *CHILDREN, *FENCE))) == ()


def test_two_parties_that_clash_on_one_thing_and_share_another_begin_with_what_they_share() -> None:
    shared = (wants("dogs", "peace"), wants("children", "peace"))
    (pair,) = ambivalence.of(readings(web(*DOGS, *CHILDREN, *shared)))
    assert (pair.a, pair.b, pair.clash_on, pair.accord_on) == ("dogs", "children", "field", "peace")
    assert pair.ambivalence == pytest.approx(1.0)


def test_whom_a_role_hits_is_the_side_whose_plan_it_is_not() -> None:
    owners = (group("owners", 70), wants("owners", "field", HOME, -1.0))
    alone = (group("dogs", 30, 3, initiator=True), DOGS[1])
    role = role_of(readings(web(*alone, *owners, *FENCE, Process(delegated=1.0))))
    assert (role.plans["facilitate"], role.sides["facilitate"]) == ("fence", "general_interest")
    assert (role.plans["lead"], role.sides["lead"]) == ("open", "initiators")


# -- everybody is there ---------------------------------------------------------------------------------------------

ALL_HERE = (group("street", 5, 5, initiator=True), wants("street", "cellars"), group("piles", 5, 5, initiator=True))


def test_with_everybody_there_nobody_is_left_to_invite_and_nothing_is_missing() -> None:
    found = readings(web(*ALL_HERE, wants("piles", "piles"), plan("both", cellars=1, piles=1)))
    gap, dilemma = gap_of(found), dilemma_of(found)
    assert (gap.places, gap.views, gap.headline, gap.alarm) == (0, 0, None, ())
    assert dilemma.candidates == ()
    assert dilemma.tension == 0
    assert dilemma.binding is None
    assert claims.of(found) == ()


def test_with_everybody_there_and_everything_held_against_all_affected_the_seats_fit() -> None:
    found = readings(web(*ALL_HERE, wants("piles", "piles")), "affected_public")
    assert gap_of(found).places == pytest.approx(0)


def test_what_a_group_brings_is_what_the_readings_say_once_it_sits_there() -> None:
    before = web(*STREET, *PILES, *PUMP)
    promise = dilemma_of(readings(before)).invite["piles"]
    after = readings(Seat("piles", promise.seats).applied_to(before))
    there = dilemma_of(after)
    assert there.inclusiveness == pytest.approx(dilemma_of(readings(before)).inclusiveness + promise.gain)
    assert (there.fit, there.pace) == (pytest.approx(promise.fit_to), pytest.approx(promise.pace_to))
    assert gap_of(after).views == pytest.approx(promise.views_to)
    assert gap_of(after).unheard == ()


# -- two families against five thousand -----------------------------------------------------------------------------

FAMILIES = (group("families", 8), wants("families", "home"))
CROWD = (group("crowd", 5000, 6, initiator=True), wants("crowd", "shops", NOTICES))


def test_two_families_whose_home_is_at_stake_are_named_though_they_are_few() -> None:
    found = readings(web(*FAMILIES, *CROWD, plan("shops", shops=1, home=-1)))
    gap, dilemma = gap_of(found), dilemma_of(found)
    assert gap.headline is not None
    assert gap.headline.interest == "home"
    assert gap.alarm == ("families",)
    assert dilemma.best.hard_outside == ("families",)
    assert found.options["shops"].carries_most == "families"


def test_two_families_reach_no_claim_to_seats_so_it_is_the_alarm_that_names_them() -> None:
    found = readings(web(*FAMILIES, *CROWD))
    assert claims.of(found) == ()
    assert gap_of(found).alarm == ("families",)


def test_five_thousand_whose_home_is_at_stake_may_claim_the_seats_two_families_hold() -> None:
    few, many = (group("families", 8, 6), FAMILIES[1]), (group("crowd", 5000), wants("crowd", "shops"))
    (claim,) = claims.of(readings(web(*few, *many)))
    assert (claim.parties, claim.interests, claim.earned, claim.has) == (("crowd",), (("shops", "for"),), 5, 0)


# -- organisations only ---------------------------------------------------------------------------------------------


def test_with_organisations_only_all_of_the_gap_is_there_and_nobody_began() -> None:
    council = (organisation("council", Sphere.POLITICAL_AUTHORITY), wants("council", "piles"))
    found = readings(web(group("piles", 100), PILES[1], *council))
    assert (gap_of(found).places, gap_of(found).views) == (1, 1)
    assert found.undefined["feasibility_inclusiveness"] == "no_initiators"
    assert claims.of(found) == Undefined("nobody_seated")
    assert brought_in(found, "piles").organisations == ("council",)
    assert not brought_in(found, "piles").plan_against


def test_an_organisation_for_which_it_is_a_trifle_or_that_wants_the_opposite_does_not_bring_it_in() -> None:
    trifle = (organisation("water board"), wants("water board", "piles", NOTICES))
    against = (organisation("builder"), wants("builder", "piles", HOME, -1.0))
    assert brought_in(readings(web(*PILES, *trifle, *against)), "piles").by == "nobody"


def test_with_organisations_only_what_inviting_cannot_mend_is_still_told() -> None:
    shy = (group("piles", 100, influence=0.5, reach=0.5), PILES[1])
    gap = gap_of(readings(web(*shy, organisation("council"), wants("council", "levels"))))
    assert (gap.without_influence, gap.hard_to_reach) == (0.5, 0.25)


# -- the professional's own reading ---------------------------------------------------------------------------------


def test_leading_goes_by_the_professionals_own_reading_where_it_was_asked() -> None:
    ours = role_of(readings(web(*STREET, *PILES, *PUMP)))
    theirs = role_of(readings(web(*STREET, *PILES, *PUMP, Process(own_reading="pump"))))
    assert (ours.plans["lead"], theirs.plans["lead"]) == ("repair", "pump")
    assert (ours.own_reading, theirs.own_reading) == (False, True)


def test_what_residents_lose_and_does_not_count_is_kept_beside_what_does() -> None:
    government = Process(initiative=0.0, delegated=0.0)
    role = role_of(readings(web(*STREET, *PILES, *PUMP, government)))
    assert role.losses["lead"]["initiators"] == 0
    assert role.unweighted["lead"]["initiators"] > 0
