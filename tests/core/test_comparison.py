"""Webs side by side: what is different between two, and which conclusions hold in all."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts import accounting as kept
from coprod_core.acts import commands as c
from coprod_core.acts import conditions as said
from coprod_core.acts import links
from coprod_core.acts.command import Command
from coprod_core.acts.headcounts import CountTable, SetPopulation
from coprod_core.checked.errors import CoprodError
from coprod_core.comparing.conclusions import conclusions
from coprod_core.comparing.webs import Difference, differences
from coprod_core.indicators.overview import readings
from coprod_core.web.accounting import Contribution
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Actor, Interest, Option, Relation, Rule, Stake, Unknown, Web
from tests.core.acts import commands
from tests.core.webs import webs
from tests.examples import examples

WEB = Web(
    title="Kade",
    actors=(Actor("kade", "De kade", "citizens", people=60, seats=6), Actor("dijk", "De dijk", "citizens", people=80)),
    interests=(Interest("dry", "Droge kelder"), Interest("green", "Groen")),
    stakes=(Stake("kade", "dry", 1.0), Stake("dijk", "green", 0.4)),
    unknown=(Unknown("dijk", "dry"),),
    relations=(Relation("dry", "green", -0.5),),
    options=(Option("pump", "Pomp", 0.7, {"dry": 1.0, "green": -1.0}), Option("wait", "Wachten", 0.9, {"green": 1.0})),
    rules=(Rule("level", "Peilbesluit", 0.6, 0.1, {"green": 0.6}, {"dry": 0.3}),),
    population=(Headcount("Leeftijd", "jong", 40), Headcount("Leeftijd", "oud", 60, 5)),
)


def told(*acts: Command) -> list[str]:
    """The codes of what is different after these acts."""
    return [found.code for found in differences(WEB, c.Together(acts).applied_to(WEB))]


def reordered(web: Web) -> Web:
    """The same web in another order, everything somewhere else on the canvas."""
    lists = ("actors", "interests", "stakes", "unknown", "relations", "options", "rules", "population")
    web = replace(web, **{name: getattr(web, name)[::-1] for name in lists})
    return replace(web, actors=tuple(replace(actor, x=7.0, y=8.0) for actor in web.actors))


@given(webs())
def test_order_and_places_on_the_canvas_are_no_difference(web: Web) -> None:
    assert differences(web, web) == differences(web, reordered(web)) == ()


@given(webs(), commands)
def test_whatever_an_act_changes_is_told(web: Web, act: Command) -> None:
    try:
        after = act.applied_to(web)
    except CoprodError:
        return
    if not differences(web, after):
        settled = [
            replace(each, actors=_unplaced(each.actors), interests=_unplaced(each.interests)) for each in (web, after)
        ]
        assert _as_sets(settled[0]) == _as_sets(settled[1])


def _unplaced(items: tuple) -> tuple:
    return tuple(replace(item, x=None, y=None) for item in items)


def _as_sets(web: Web) -> dict[str, object]:
    lists = ("actors", "interests", "stakes", "unknown", "options", "rules", "population")
    sets = {name: Counter(map(repr, getattr(web, name))) for name in lists}
    relations = {(relation.pair, relation.compatibility, relation.notes) for relation in web.relations}
    return {
        **sets,
        "relations": relations,
        "process": web.process,
        "title": web.title,
        "notes": web.notes,
        "conditions": repr(web.conditions),
        "accounting": repr(web.accounting),
    }


@given(webs(), webs())
@examples(50)
def test_what_is_added_one_way_is_removed_the_other_way(one: Web, other: Web) -> None:
    there, back = (Counter(f.code for f in found) for found in (differences(one, other), differences(other, one)))
    for kind in ("party", "interest", "plan", "rule"):
        assert there[f"{kind}_added"] == back[f"{kind}_removed"]
    assert there["renamed"] == back["renamed"]
    assert there["seated"] == back["left"]
    assert there["process"] == back["process"]


@pytest.mark.parametrize(
    ("act", "codes"),
    [
        (c.Seat("kade", 3), ["seats"]),
        (c.Seat("kade", 0), ["left"]),
        (c.Seat("dijk", 3), ["began", "seated"]),
        (c.ChangeActor("dijk", {"people": None}), ["people"]),
        (c.ChangeActor("dijk", {"invitation": "asked", "name": "Dijk"}), ["renamed", "invitation"]),
        (c.ChangeActor("dijk", {"effort": 0.4}), ["changed"]),
        (c.RemoveActor("dijk"), ["party_removed"]),
        (c.AddInterest(Interest("quiet", "Rust")), ["interest_added"]),
        (c.RemoveInterest("green"), ["interest_removed"]),
        (links.SetStake(Stake("kade", "dry", 0.4, -1.0)), ["stake_weight", "stake_position"]),
        (links.SetStake(Stake("kade", "dry", 1.0, provenance="self")), ["stake_changed"]),
        (links.SetStake(Stake("dijk", "dry", 0.4)), ["stake_added"]),
        (links.RemoveStake("dijk", "green"), ["stake_removed"]),
        (links.RemoveStake("dijk", "dry"), ["unknown_removed"]),
        (links.MarkUnknown("kade", "dry"), ["unknown_added"]),
        (links.SetRelation(Relation("green", "dry", 0.5)), ["relation_set"]),
        (links.RemoveRelation("dry", "green"), ["relation_removed"]),
        (c.ChangeOption("pump", {"barred": True}), ["barred"]),
        (c.ChangeOption("pump", {"effects": {}}), ["changed"]),
        (c.RemoveRule("level"), ["rule_removed"]),
        (c.ChangeProcess({"initiative": 0.9, "delegated": 0.3}), ["process", "process"]),
        (SetPopulation((Headcount("Leeftijd", "jong", 40), Headcount("Leeftijd", "oud", 61))), ["population"]),
        (SetPopulation((Headcount("Leeftijd", "oud", 60),)), ["population"]),
        (SetPopulation(()), ["population"]),
        (CountTable("Leeftijd", {"jong": 3}), ["table_counted"]),
        (c.ChangeMeeting({"notes": "x"}), ["meeting"]),
        (c.MoveNodes({"kade": (1.0, 2.0)}), []),
        (said.ChangeFrame({"fixed": "De pijpen"}), ["conditions"]),
        (said.ChangeBlock("trust", {"talk": "talking"}), ["conditions"]),
        (said.ChangeRuleRoom("level", {"room": "In droge jaren"}), ["conditions"]),
        (kept.ChangeCard({"asked": "Kies de pomp"}), ["accounting"]),
        (kept.AddContribution(Contribution("n1", "Een rooster", actor="kade")), ["accounting"]),
    ],
)
def test_each_act_is_told_as_what_it_makes_different(act: Command, codes: list[str]) -> None:
    assert told(act) == codes


def test_a_new_party_brings_its_interests_along_untold() -> None:
    assert told(c.AddActor(Actor("shop", "Winkels", "citizens")), links.SetStake(Stake("shop", "dry", 1.0))) == [
        "party_added"
    ]


def test_a_difference_says_what_it_was_and_what_it_is() -> None:
    after = c.Seat("kade", 3).applied_to(WEB)
    assert differences(WEB, after) == (Difference("seats", {"party": "kade", "before": 6, "after": 3}),)


# -- what holds in all ----------------------------------------------------------------------------------------------


@given(webs(initiators=True))
@examples(50)
def test_beside_itself_every_known_conclusion_of_a_web_holds(web: Web) -> None:
    reading = readings(web)
    for found in conclusions([reading, reading]):
        first, second = found.answers
        assert first == second
        assert found.same == (first is not None)
        assert found.in_all == (first or frozenset())


@given(st.lists(webs(initiators=True), min_size=2, max_size=4))
@examples(30)
def test_what_holds_in_all_holds_in_each(compared: list[Web]) -> None:
    for found in conclusions([readings(web) for web in compared]):
        for answer in found.answers:
            assert found.in_all <= (answer or frozenset())
        assert not found.same or found.in_all == found.answers[0]


@given(webs(initiators=True))
@examples(50)
def test_the_gaps_own_top_is_among_those_that_are_missing_most(web: Web) -> None:
    reading = readings(web)
    answers = {found.question: found.answers[0] for found in conclusions([reading])}
    if reading.gap is None:
        assert answers["top_interest"] is answers["top_actor"] is None
    else:
        for question, top in (("top_interest", reading.gap.top_interest), ("top_actor", reading.gap.top_actor)):
            assert not answers[question] or top in answers[question]


def test_who_carries_most_is_asked_of_plans_that_are_open_in_all() -> None:
    barred = c.ChangeOption("wait", {"barred": True}).applied_to(WEB)
    compared = [readings(WEB), readings(barred)]
    plans = [found for found in conclusions(compared) if found.question == "carries_most"]
    assert [found.plan for found in plans] == ["pump"]
    assert plans[0].answers == (frozenset({"dijk"}),) * 2


def test_wishes_that_stand_in_for_plans_carry_nothing() -> None:
    wishes = replace(WEB, options=())
    assert all(found.question != "carries_most" for found in conclusions([readings(wishes), readings(wishes)]))


def test_inviting_who_is_missing_changes_who_is_missing_most() -> None:
    invited = c.Seat("dijk", 8).applied_to(WEB)
    found = {each.question: each for each in conclusions([readings(WEB), readings(invited)])}
    assert found["top_actor"].answers == (frozenset({"dijk"}), frozenset({"kade"}))
    assert not found["top_actor"].same
    assert found["strongest_rule"].in_all == {"level"}
