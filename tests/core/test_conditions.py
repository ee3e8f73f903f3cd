"""The conditions for working together: what may be said, what goes with a party or a rule, and what follows from it."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts import commands as c
from coprod_core.acts import conditions as said
from coprod_core.acts.history import Redo, Undo, after, opened
from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.comparing.webs import differences
from coprod_core.files import web_file
from coprod_core.indicators.conditions import (
    continuity_risk,
    hints,
    open_first,
    perception_gap,
    perception_gaps,
    rule_support,
    rule_supports,
    said_dangers,
)
from coprod_core.web.all_conditions import LISTS, Conditions
from coprod_core.web.conditions import (
    FOUNDATION,
    INFRASTRUCTURE,
    Absence,
    Amount,
    Answer,
    Block,
    Continuity,
    Engagement,
    Expectation,
    Frame,
    Motivation,
    RuleRoom,
    SharedWord,
    Subject,
    Talk,
    Workplace,
)
from coprod_core.web.model import Actor, Rule, Sphere, Web
from tests.core.acts import full_webs

shares = st.floats(0, 1)
PARTIES = (
    Actor("street", "The street", Sphere.CITIZENS, seats=4),
    Actor("flats", "The flats", Sphere.CITIZENS),
    Actor("city", "The city", Sphere.OWN_ORGANISATION, seats=1),
)
WEB = Web(actors=PARTIES, rules=(Rule("tender", "Public tender"), Rule("form", "The form")))


def saying(**parts) -> Web:
    return replace(WEB, conditions=Conditions(**parts))


# -- what may be said -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "place", "code"),
    [
        ({"expectations": (Expectation("e", "nobody", "city", "x"),)}, "expectations[0].who", "not_an_actor"),
        ({"absences": (Absence("nobody"),)}, "absences[0].actor", "not_an_actor"),
        ({"shared_words": (SharedWord("w", "soon", {"nobody": "x"}),)}, "shared_words[0].means.nobody", "not_an_actor"),
        ({"rule_rooms": (RuleRoom("none"),)}, "rule_rooms[0].rule", "not_a_rule"),
        ({"absences": (Absence("flats"), Absence("flats"))}, "absences[1]", "duplicate_entry"),
        ({"blocks": (Block("trust"), Block("trust", "shared"))}, "blocks[1]", "duplicate_entry"),
        ({"engagement": (Engagement("city", "city"),)}, "engagement[0].partner", "engaged_with_itself"),
    ],
)
def test_what_does_not_fit_the_web_is_refused_at_its_place(parts, place, code):
    with pytest.raises(InvalidValue) as refused:
        saying(**parts)
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(f"conditions.{place}", code)]


@pytest.mark.parametrize("day", [None, "22-11-2026", "2026-02-30", "2026-11-22 ", "2026-W47-7", 20261122])
def test_a_day_that_is_not_on_the_calendar_is_refused(day):
    with pytest.raises(InvalidValue):
        said.ChangeReflection("l", {"day": day}).applied_to(
            said.AddReflection(LISTS["reflections"]("l")).applied_to(WEB)
        )


def test_two_directions_between_the_same_partners_are_two_entries():
    both = (Engagement("street", "city", 0.9), Engagement("city", "street", 0.5))
    assert saying(engagement=both).conditions.engagement == both


def test_what_nobody_said_is_there_as_unknown():
    nothing = Conditions()
    assert nothing.block(Subject.TRUST) == Block("trust", Talk.NOT_TALKED_ABOUT)
    assert nothing.rule_room("tender") == RuleRoom("tender")
    assert nothing.of_party("motivations", "street") == Motivation("street")
    assert nothing.engaged("street", "city") == Engagement("street", "city")


def test_the_building_blocks_are_seven_and_five_and_hold_no_number():
    assert (len(FOUNDATION), len(INFRASTRUCTURE)) == (7, 5)
    assert (*FOUNDATION, *INFRASTRUCTURE) == tuple(Subject)
    assert {type(value) for value in vars_of(Block("trust"))} == {Subject, Talk, str}


def vars_of(entry):
    return [getattr(entry, name) for name in entry.__dataclass_fields__]


# -- acts -------------------------------------------------------------------------------------------------------------


def test_the_first_word_makes_an_entry_and_the_last_taken_back_leaves_none():
    web = said.ChangeMotivation("street", {"own": True}).applied_to(WEB)
    web = said.ChangeMotivation("street", {"growth": "much"}).applied_to(web)
    assert web.conditions.motivations == (Motivation("street", own=True, growth=Amount.MUCH),)
    web = said.ChangeMotivation("street", {"own": False, "growth": "unknown"}).applied_to(web)
    assert web == WEB


def test_two_people_who_say_different_things_of_one_party_are_both_heard():
    web = WEB
    for changes in ({"no_time": True}, {"other": "They work at night"}):
        web = said.ChangeAbsence("flats", changes).applied_to(web)
    assert web.conditions.absences == (Absence("flats", no_time=True, other="They work at night"),)


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (said.ChangeMotivation("nobody", {"own": True}), InvalidValue),
        (said.ChangeMotivation("street", {"actor": "city"}), InvalidValue),
        (said.ChangeMotivation("street", {"score": 1}), InvalidValue),
        (said.ChangeRuleRoom("none", {"room": "x"}), InvalidValue),
        (said.ChangeBlock("happiness", {"talk": "shared"}), InvalidValue),
        (said.ChangeFrame({"budget": 20_000}), InvalidValue),
        (said.ChangeContinuity({"stops": 1.5}), InvalidValue),
        (said.AddExpectation(Expectation("e", "street", "nobody", "x")), InvalidValue),
        (said.ChangeExpectation("gone", {"said": True}), CannotApply),
        (said.RemoveAppreciation("gone"), CannotApply),
        (said.SayMeaning("gone", "street", "x"), CannotApply),
    ],
)
def test_an_act_that_does_not_fit_is_refused(act, error):
    with pytest.raises(error):
        act.applied_to(WEB)


def test_what_is_said_can_be_taken_back_and_said_again():
    frame = said.ChangeFrame({"fixed": "The pipes"})
    history = after(opened(WEB), frame)
    assert history.web.conditions.frame == Frame(fixed="The pipes")
    back = after(history, Undo())
    assert back.web == WEB
    assert after(back, Redo()).web == history.web


@pytest.mark.slow
@given(full_webs(), st.data())
def test_nothing_is_left_of_a_party_or_a_rule_that_is_removed(web, data):
    gone = [*(c.RemoveActor(a.id) for a in web.actors), *(c.RemoveRule(r.id) for r in web.rules)]
    if not gone:
        return
    act = data.draw(st.sampled_from(gone))
    left = act.applied_to(web).conditions
    assert act.id not in ids_in(left)
    assert left.frame == web.conditions.frame


def ids_in(conditions: Conditions) -> list[str]:
    """Every id of a party or rule that is mentioned."""
    found = []
    for name in LISTS:
        for entry in getattr(conditions, name):
            found += [getattr(entry, at) for at in ("actor", "partner", "who", "of_whom", "rule") if hasattr(entry, at)]
            found += getattr(entry, "means", {})
    return found


@pytest.mark.slow
@given(full_webs())
def test_what_is_said_of_others_stays_when_a_party_goes(web):
    if not web.actors:
        return
    act = c.RemoveActor(web.actors[0].id)
    left = act.applied_to(web).conditions
    for name in LISTS:
        about = [e for e in getattr(web.conditions, name) if act.id not in ids_in(Conditions(**{name: (e,)}))]
        assert [e for e in getattr(left, name) if e in about] == about


# -- the file ---------------------------------------------------------------------------------------------------------


def test_a_file_from_before_there_were_conditions_holds_none():
    for version in (1, 2):
        assert web_file.read(json.dumps({"format": "coprod-web", "version": version})).conditions == Conditions()


def test_a_file_that_says_it_is_older_cannot_hold_conditions():
    with pytest.raises(web_file.WebFileError) as refused:
        web_file.read('{"format": "coprod-web", "version": 2, "conditions": {}}')
    assert [(f.place, f.code) for f in refused.value.faults] == [("conditions", "unknown_key")]


# -- webs side by side ------------------------------------------------------------------------------------------------


def test_each_part_in_which_conditions_differ_is_told_once():
    one = saying(blocks=(Block("trust", "talking"),), frame=Frame(fixed="x"))
    other = saying(blocks=(Block("trust", "shared"),), frame=Frame(fixed="y"))
    assert [d.params["part"] for d in differences(one, other)] == ["frame", "blocks"]


def test_the_order_in_which_things_were_said_is_no_difference():
    absences = (Absence("flats", True), Absence("street", False, True))
    assert differences(saying(absences=absences), saying(absences=absences[::-1])) == ()


def test_what_goes_with_a_party_or_a_rule_is_not_told_apart():
    spoken = saying(absences=(Absence("flats", True),), rule_rooms=(RuleRoom("form", room="x"),))
    told = differences(spoken, c.Together((c.RemoveActor("flats"), c.RemoveRule("form"))).applied_to(spoken))
    assert [d.code for d in told] == ["party_removed", "rule_removed"]


# -- readings ---------------------------------------------------------------------------------------------------------


def test_the_perception_gap_is_the_mean_of_both_directions():
    """Van Eijk's two sides: 0.9 seen as 0.4, and 0.6 seen as 0.8, lie 0.35 apart."""
    entries = (Engagement("street", "city", 0.9, 0.4), Engagement("city", "street", 0.6, 0.8))
    (found,) = perception_gaps(Conditions(engagement=entries))
    assert found.gap == pytest.approx(0.35)
    assert (found.a, found.b, found.told, found.unasked) == ("street", "city", entries, ())


def test_a_direction_of_which_half_is_said_does_not_count_and_is_still_to_be_asked():
    entries = (Engagement("street", "city", 0.9, 0.4), Engagement("city", "street", own=0.6))
    (found,) = perception_gaps(Conditions(engagement=entries))
    assert found.gap == pytest.approx(0.5)
    assert found.unasked == (entries[1],)
    (alone,) = perception_gaps(Conditions(engagement=entries[1:]))
    assert alone.gap is None
    assert alone.unasked == (entries[1], Engagement("street", "city"))


@given(shares, shares, shares, shares)
def test_the_perception_gap_lies_between_0_and_1_and_does_not_care_who_is_named_first(a, b, x, y):
    entries = (Engagement("street", "city", a, b), Engagement("city", "street", x, y))
    there, back = (perception_gaps(Conditions(engagement=order))[0] for order in (entries, entries[::-1]))
    assert 0 <= there.gap <= 1
    assert there.gap == back.gap


@given(st.lists(shares, min_size=1, max_size=2))
def test_who_sees_the_other_as_they_see_themselves_has_no_perception_gap(levels):
    assert perception_gap([Engagement("street", "city", level, level) for level in levels]) == 0


@pytest.mark.parametrize(("burden", "support"), [(0, 5 / 9), (0.1, 0.75), (0.4, 1), (0.7, 0.75), (1, 0), (None, None)])
def test_rules_support_most_when_there_are_some_and_not_too_many(burden, support):
    """docs/indicators.md, section 9: 1 - ((b - 0.4)/0.6)^2."""
    assert rule_support(burden) == pytest.approx(support)


@given(st.lists(shares, min_size=2, max_size=5).map(sorted))
def test_rule_support_rises_to_its_top_and_falls_after_it(burdens):
    supports = [rule_support(burden) for burden in burdens]
    assert all(0 <= support <= 1 for support in supports)
    for (low, high), (at_low, at_high) in zip(pairwise(burdens), pairwise(supports), strict=True):
        assert at_low <= at_high if high <= 0.4 else at_low >= at_high if low >= 0.4 else True


def test_only_those_who_said_how_rules_weigh_have_a_support():
    workplaces = (Workplace("city", burden=0.4), Workplace("street", say=Answer.NO))
    assert rule_supports(Conditions(workplaces=workplaces)) == {"city": 1.0}


def test_the_risk_of_stopping_is_that_of_at_least_one_danger():
    """docs/indicators.md, section 9: 1 - prod(1 - z), here 1 - 0.5 * 0.8."""
    assert continuity_risk(Continuity(withdraws=0.5, one_person=0.2)) == pytest.approx(0.6)
    assert continuity_risk(Continuity()) is None
    assert continuity_risk(Continuity(notes="We will see")) is None


dangers = st.builds(Continuity, *[st.none() | shares] * 4)


@given(dangers, shares)
def test_one_more_danger_never_makes_it_less_likely_that_the_work_stops(continuity, z):
    before = continuity_risk(replace(continuity, stops=None))
    now = continuity_risk(replace(continuity, stops=z))
    assert max(z, before or 0) - 1e-9 <= now <= 1


@given(dangers)
def test_dangers_are_told_from_the_likeliest_down_and_only_those_that_were_named(continuity):
    told = said_dangers(continuity)
    assert list(told.values()) == sorted(told.values(), reverse=True)
    assert all(getattr(continuity, name) == z for name, z in told.items())
    assert len(told) == sum(z is not None for z in vars_of(continuity)[:4])


one_expectation = st.builds(
    Expectation, st.uuids().map(str), st.just("a"), st.just("b"), st.just("x"), st.booleans(), st.sampled_from(Answer)
)
expectations = st.lists(one_expectation)


@given(expectations)
def test_what_is_still_open_comes_before_what_is_settled_and_nothing_is_lost(found):
    ordered = open_first(found)
    assert sorted(ordered, key=found.index) == found
    still_open = [not one.said or one.met != Answer.YES for one in ordered]
    assert still_open == sorted(still_open, reverse=True)
    unsaid = [one.said for one in ordered]
    assert unsaid == sorted(unsaid)


def test_what_fits_co_producers_follows_from_why_they_join_and_what_they_want():
    assert hints(Motivation("street")) == ()
    assert hints(Motivation("street", society=True, hands_on=True, feedback=Amount.MUCH)) == (
        "motive_society",
        "motive_hands_on",
        "feedback_much",
        "growth_unknown",
    )
