"""What every act does to a web, and that the log tells it again."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given

from coprod_core.acts import accounting as kept
from coprod_core.acts import commands as c
from coprod_core.acts import conditions as said
from coprod_core.acts import links
from coprod_core.acts.adoption import Adopt, GroupAnswer
from coprod_core.acts.command import Command
from coprod_core.acts.headcounts import CountTable, SetPopulation
from coprod_core.acts.history import Redo, Undo
from coprod_core.acts.moment import apply
from coprod_core.acts.own_dilemmas import AddDilemma, ChangeDilemma, RemoveDilemma
from coprod_core.acts.rings import PutInRing
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.checked.errors import CannotApply, CoprodError, Fault, InvalidValue
from coprod_core.checked.values import to_data
from coprod_core.files.log_format import COMMANDS, UnreadableAct, act_from_data, act_to_data
from coprod_core.web import accounting as w
from coprod_core.web import conditions as v
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.asked import Ring
from coprod_core.web.conventions import Conventions
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Actor, Interest, Option, Process, Relation, Rule, Sphere, Stake, Unknown, Web
from coprod_core.web.own_dilemmas import Loss, OwnDilemma, OwnWay
from tests.core.acts import commands, full_webs
from tests.core.webs import webs

CITIZENS, AUTHORITY = Sphere.CITIZENS, Sphere.POLITICAL_AUTHORITY
KADE = Actor("kade", "Kade", CITIZENS, people=60, seats=6)
DIJK = Actor("dijk", "Dijk", CITIZENS, people=30)
COUNCIL = Actor("council", "Council", AUTHORITY, seats=1)
DRY, GREEN, QUIET = Interest("dry", "Dry cellar"), Interest("green", "Green"), Interest("quiet", "Quiet")
PUMP = Option("pump", "Pump", effects={"dry": 1, "green": -0.5})
PRIVACY = Rule("privacy", "Privacy", protects={"dry": 1}, hinders={"green": 0.5, "quiet": 0.2})
YOUNG, OLD = Headcount("Age", "young", 40, 2), Headcount("Age", "old", 60, source="CBS")
OWN = Conventions(unheard_limit=0.3)
PLEDGE = v.Expectation("e1", "kade", "council", "An answer within a week")
WORD = v.SharedWord("w1", "to take part", {"kade": "to decide"})
THANKS = v.Appreciation("t1", "council", "kade", "They know the street")
LOOK = v.Reflection("l1", did="Walked the street")
SAID = Conditions(
    frame=v.Frame(fixed="The pipes", budget="20,000"),
    expectations=(PLEDGE,),
    shared_words=(WORD,),
    motivations=(v.Motivation("kade", own=True),),
    engagement=(v.Engagement("kade", "council", own=0.9),),
    appreciations=(THANKS,),
    continuity=v.Continuity(stops=0.5),
    absences=(v.Absence("dijk", not_asked=True),),
    blocks=(v.Block("trust", "talking"),),
    rule_rooms=(v.RuleRoom("privacy", room="In person"),),
    reflections=(LOOK,),
)
EVENING = w.Occasion("n1", form="Evening", people=34)
RUNG = w.Attempt("t1", "dijk", how="rang the bell")
TREES = w.Contribution("c1", "More trees", "green", "dijk", "n1")
LATE = w.Reaction("r1", "dijk", said="Too late")
KEPT = w.Accounting(w.Card(asked="Choose"), (EVENING,), (RUNG,), (TREES,), (LATE,))
PIPES = OwnWay("w1", "the pipes first", (Loss("dijk", "time"), Loss(what="who comes later"), Loss("dijk")))
FIRST = OwnDilemma("d1", "Pipes or trees first?", (PIPES, OwnWay("w2", "the trees first", (Loss("kade"),))))
LATER = replace(FIRST, id="d2", question="Now or later?")
WEB = Web(
    title="Street",
    actors=(KADE, DIJK, COUNCIL),
    interests=(DRY, GREEN, QUIET),
    stakes=(Stake("kade", "dry", 1), Stake("kade", "green", 0.4), Stake("dijk", "dry", 0.1)),
    unknown=(Unknown("dijk", "green"),),
    relations=(Relation("dry", "green", -0.5),),
    options=(PUMP,),
    rules=(PRIVACY,),
    population=(YOUNG, OLD),
    process=Process(agenda_capacity=4),
    conventions=OWN,
    conditions=SAID,
    accounting=KEPT,
    dilemmas=(FIRST,),
)
NEW = Actor("new", "Newcomers", CITIZENS)
LOUD = Stake("dijk", "green", 1, -1)


def says(**parts):
    """What an act on the conditions makes different in the web."""
    return {"conditions": replace(SAID, **parts)}


def keeps(**parts):
    """What an act on the accounting makes different in the web."""
    return {"accounting": replace(KEPT, **parts)}


EXAMPLES = [
    (c.AddActor(NEW), {"actors": (KADE, DIJK, COUNCIL, NEW)}),
    (c.ChangeActor("dijk", {"people": 40, "hit": 1}), {"actors": (KADE, replace(DIJK, people=40, hit=1), COUNCIL)}),
    (
        c.RemoveActor("dijk"),
        {
            "actors": (KADE, COUNCIL),
            "stakes": (Stake("kade", "dry", 1), Stake("kade", "green", 0.4)),
            "unknown": (),
            "conditions": replace(SAID, absences=()),
            **keeps(attempts=(), contributions=(replace(TREES, actor=""),), reactions=(replace(LATE, actor=""),)),
            "dilemmas": (
                replace(FIRST, ways=(replace(PIPES, loses=(Loss(what="time"), PIPES.loses[1])), FIRST.ways[1])),
            ),
        },
    ),
    (c.AddInterest(Interest("view", "View")), {"interests": (DRY, GREEN, QUIET, Interest("view", "View"))}),
    (c.ChangeInterest("green", {"name": "Trees"}), {"interests": (DRY, Interest("green", "Trees"), QUIET)}),
    (
        c.RemoveInterest("green"),
        {
            "interests": (DRY, QUIET),
            "stakes": (Stake("kade", "dry", 1), Stake("dijk", "dry", 0.1)),
            "unknown": (),
            "relations": (),
            "options": (replace(PUMP, effects={"dry": 1}),),
            "rules": (replace(PRIVACY, hinders={"quiet": 0.2}),),
            **keeps(contributions=(replace(TREES, interest=""),)),
        },
    ),
    (c.AddOption(Option("wait", "Wait")), {"options": (PUMP, Option("wait", "Wait"))}),
    (
        c.ChangeOption("pump", {"effects": {"quiet": -1}, "barred": True}),
        {"options": (replace(PUMP, effects={"quiet": -1}, barred=True),)},
    ),
    (c.RemoveOption("pump"), {"options": ()}),
    (c.AddRule(Rule("habit", "Habit", 0.2)), {"rules": (PRIVACY, Rule("habit", "Habit", 0.2))}),
    (c.ChangeRule("privacy", {"force": 1.0}), {"rules": (replace(PRIVACY, force=1.0),)}),
    (c.RemoveRule("privacy"), {"rules": (), "conditions": replace(SAID, rule_rooms=())}),
    (
        c.Seat("dijk", 3),
        {"actors": (replace(KADE, initiator=True), replace(DIJK, seats=3), COUNCIL)},
    ),
    (
        PutInRing("dijk", Ring.WORK, 3),
        {
            "actors": (
                replace(KADE, initiator=True),
                replace(DIJK, seats=3, influence=0.75, ring_now=Ring.WORK),
                COUNCIL,
            )
        },
    ),
    (
        SetPopulation((replace(YOUNG, count=50, table=None), replace(OLD, table=3), Headcount("Home", "rent", 9))),
        {"population": (replace(YOUNG, count=50), replace(OLD, table=3), Headcount("Home", "rent", 9))},
    ),
    (CountTable("Age", {"old": 4, "young": None}), {"population": (replace(YOUNG, table=None), replace(OLD, table=4))}),
    (links.SetStake(LOUD), {"stakes": (*WEB.stakes, LOUD), "unknown": ()}),
    (links.RemoveStake("kade", "dry"), {"stakes": WEB.stakes[1:]}),
    (links.MarkUnknown("kade", "dry"), {"stakes": WEB.stakes[1:], "unknown": (*WEB.unknown, Unknown("kade", "dry"))}),
    (links.SetRelation(Relation("green", "dry", 1)), {"relations": (Relation("green", "dry", 1),)}),
    (links.RemoveRelation("green", "dry"), {"relations": ()}),
    (c.ChangeProcess({"delegated": 0.5}), {"process": Process(delegated=0.5, agenda_capacity=4)}),
    (
        c.ChangeConventions({"weight_plans": 0.5}),
        {
            "conventions": replace(OWN, weight_plans=0.5),
            "stakes": (Stake("kade", "dry", 1), Stake("kade", "green", 0.5), Stake("dijk", "dry", 0.1)),
        },
    ),
    (c.ResetConventions(), {"conventions": Conventions(), "process": Process()}),
    (c.ChangeMeeting({"title": "Kade", "language": "en"}), {"title": "Kade", "language": "en"}),
    (
        c.MoveNodes({"kade": (1.0, 2.0)}, {"dry": (-3.0, 4.5)}),
        {
            "actors": (replace(KADE, x=1.0, y=2.0), DIJK, COUNCIL),
            "interests": (replace(DRY, x=-3.0, y=4.5), GREEN, QUIET),
        },
    ),
    (
        c.Together((c.AddActor(NEW), links.SetStake(Stake("new", "dry", 0.4)))),
        {"actors": (KADE, DIJK, COUNCIL, NEW), "stakes": (*WEB.stakes, Stake("new", "dry", 0.4))},
    ),
    (c.OpenWeb(Web(title="Other")), {name: getattr(Web(title="Other"), name) for name in to_data(WEB)}),
    (
        Adopt(1, "dijk", (GroupAnswer("dry", 0.6, -1, False), GroupAnswer("green", 0.2, 1, False))),
        {
            "stakes": (
                *WEB.stakes[:2],
                Stake("dijk", "dry", 0.6, -1, "self"),
                Stake("dijk", "green", 0.2, 1, "self"),
            ),
            "unknown": (),
        },
    ),
    (
        said.ChangeFrame({"fixed": "", "hear_back": "By letter"}),
        says(frame=v.Frame(budget="20,000", hear_back="By letter")),
    ),
    (said.ChangeContinuity({"one_person": 1.0}), says(continuity=v.Continuity(stops=0.5, one_person=1.0))),
    (said.ChangeNeighbourhoods({"others": "The flats"}), says(neighbourhoods=v.Neighbourhoods(others="The flats"))),
    (
        said.AddExpectation(v.Expectation("e2", "council", "kade", "Patience")),
        says(expectations=(PLEDGE, v.Expectation("e2", "council", "kade", "Patience"))),
    ),
    (
        said.ChangeExpectation("e1", {"said": True, "met": "partly"}),
        says(expectations=(replace(PLEDGE, said=True, met=v.Answer.PARTLY),)),
    ),
    (said.RemoveExpectation("e1"), says(expectations=())),
    (said.AddSharedWord(v.SharedWord("w2", "soon")), says(shared_words=(WORD, v.SharedWord("w2", "soon")))),
    (said.ChangeSharedWord("w1", {"agreed": "To advise"}), says(shared_words=(replace(WORD, agreed="To advise"),))),
    (
        said.SayMeaning("w1", "council", "to be heard"),
        says(shared_words=(replace(WORD, means={"kade": "to decide", "council": "to be heard"}),)),
    ),
    (said.RemoveSharedWord("w1"), says(shared_words=())),
    (
        said.AddAppreciation(v.Appreciation("t2", "kade", "council", "They came")),
        says(appreciations=(THANKS, v.Appreciation("t2", "kade", "council", "They came"))),
    ),
    (said.ChangeAppreciation("t1", {"what": "Their tea"}), says(appreciations=(replace(THANKS, what="Their tea"),))),
    (said.RemoveAppreciation("t1"), says(appreciations=())),
    (
        said.AddReflection(v.Reflection("l2", saw="Water")),
        says(reflections=(LOOK, v.Reflection("l2", saw="Water"))),
    ),
    (
        said.ChangeReflection("l1", {"day": "2026-11-22"}),
        says(reflections=(replace(LOOK, day="2026-11-22"),)),
    ),
    (said.RemoveReflection("l1"), says(reflections=())),
    (kept.ChangeCard({"author": "Clerk"}), keeps(card=w.Card(asked="Choose", author="Clerk"))),
    (kept.AddOccasion(w.Occasion("n2")), keeps(occasions=(EVENING, w.Occasion("n2")))),
    (kept.ChangeOccasion("n1", {"people": 3}), keeps(occasions=(replace(EVENING, people=3),))),
    (kept.RemoveOccasion("n1"), keeps(occasions=(), contributions=(replace(TREES, occasion=""),))),
    (kept.AddAttempt(w.Attempt("t2", "dijk")), keeps(attempts=(RUNG, w.Attempt("t2", "dijk")))),
    (kept.ChangeAttempt("t1", {"result": "comes"}), keeps(attempts=(replace(RUNG, result="comes"),))),
    (kept.RemoveAttempt("t1"), keeps(attempts=())),
    (kept.AddContribution(w.Contribution("c2", "Quiet")), keeps(contributions=(TREES, w.Contribution("c2", "Quiet")))),
    (kept.ChangeContribution("c1", {"answer": "partly"}), keeps(contributions=(replace(TREES, answer="partly"),))),
    (kept.RemoveContribution("c1"), keeps(contributions=())),
    (kept.AddReaction(w.Reaction("r2", said="Good")), keeps(reactions=(LATE, w.Reaction("r2", said="Good")))),
    (kept.ChangeReaction("r1", {"answer": "Sorry"}), keeps(reactions=(replace(LATE, answer="Sorry"),))),
    (kept.RemoveReaction("r1"), keeps(reactions=())),
    (AddDilemma(LATER), {"dilemmas": (FIRST, LATER)}),
    (
        ChangeDilemma("d1", {"ways": to_data((PIPES, LATER.ways[1]))}),
        {"dilemmas": (replace(FIRST, ways=(PIPES, LATER.ways[1])),)},
    ),
    (RemoveDilemma("d1"), {"dilemmas": ()}),
    (said.ChangeMotivation("kade", {"own": False}), says(motivations=())),
    (said.ChangeNeeds("dijk", {"mentor": "needed"}), says(needs=(v.Needs("dijk", mentor=v.Need.NEEDED),))),
    (
        said.ChangeEngagement("kade", "council", {"seen": 0.4}),
        says(engagement=(v.Engagement("kade", "council", own=0.9, seen=0.4),)),
    ),
    (
        said.ChangeWorkplace("council", {"burden": 0.7, "say": "no"}),
        says(workplaces=(v.Workplace("council", 0.7, v.Answer.NO),)),
    ),
    (said.ChangeAbsence("dijk", {"no_time": True}), says(absences=(v.Absence("dijk", True, True),))),
    (said.ChangeBlock("trust", {"talk": "shared"}), says(blocks=(v.Block("trust", "shared"),))),
    (
        said.ChangeRuleRoom("privacy", {"try_out": "Ask first"}),
        says(rule_rooms=(v.RuleRoom("privacy", room="In person", try_out="Ask first"),)),
    ),
    (
        TakeStep((c.AddActor(NEW), links.SetStake(Stake("new", "dry", 0.4))), "step", "way", "A way"),
        {"actors": (KADE, DIJK, COUNCIL, NEW), "stakes": (*WEB.stakes, Stake("new", "dry", 0.4))},
    ),
    (
        c.BringIn(Web(title="Other"), "table.csv"),
        {name: getattr(Web(title="Other"), name) for name in to_data(WEB)},
    ),
    (
        c.AdoptScenario(Web(title="Other"), "What if"),
        {name: getattr(Web(title="Other"), name) for name in to_data(WEB)},
    ),
]
NAMES = [command.act for command, _ in EXAMPLES]


def test_every_act_there_is_can_be_written_down_and_has_an_example_here():
    def all_below(cls):
        return {cls} | {below for sub in cls.__subclasses__() for below in all_below(sub)}

    acts = {cls for cls in all_below(Command) if "act" in vars(cls) or not cls.__subclasses__()}
    assert acts == set(COMMANDS.values()) == {type(command) for command, _ in EXAMPLES}
    assert len(NAMES) == len(set(NAMES)) == len(COMMANDS)


@pytest.mark.parametrize(("command", "changed"), EXAMPLES, ids=NAMES)
def test_an_act_changes_what_it_says_and_nothing_else(command, changed):
    before = to_data(WEB)
    assert apply(WEB, command) == replace(WEB, **changed)
    assert to_data(WEB) == before


@pytest.mark.parametrize("command", [command for command, _ in EXAMPLES], ids=NAMES)
def test_an_act_comes_back_from_the_log_as_it_was(command):
    line = json.dumps(act_to_data(command), allow_nan=False)
    assert act_from_data(json.loads(line)) == command


@pytest.mark.parametrize("act", [Undo(), Redo()])
def test_undo_and_redo_come_back_from_the_log(act):
    assert act_from_data(json.loads(json.dumps(act_to_data(act)))) == act


small_webs = webs(most_actors=3, most_interests=3, most_options=2)


@given(small_webs, commands)
def test_whatever_is_tried_leaves_the_web_it_was_tried_on_as_it_was(web, command):
    before = to_data(web)
    with suppress(CannotApply, InvalidValue):
        apply(web, command)
    assert to_data(web) == before


@given(small_webs, commands)
def test_any_act_comes_back_from_the_log_and_does_the_same_again(web, command):
    again = act_from_data(json.loads(json.dumps(act_to_data(command))))
    assert again == command
    assert _outcome(web, again) == _outcome(web, command)


def _outcome(web, command):
    try:
        return apply(web, command)
    except CoprodError as refused:
        return refused.code, refused.params


@pytest.mark.slow
@given(full_webs())
def test_a_web_with_anything_on_it_comes_back_from_the_log(web):
    opening = c.OpenWeb(web)
    assert act_from_data(json.loads(json.dumps(act_to_data(opening)))) == opening


# -- acts that do not fit -------------------------------------------------------------------------------------------

GONE = "nobody"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.AddActor(Actor("kade", "Again", CITIZENS)), "exists_already"),
        (c.AddInterest(Interest("dry", "Again")), "exists_already"),
        (c.AddOption(Option("pump", "Again")), "exists_already"),
        (c.AddRule(Rule("privacy", "Again")), "exists_already"),
        (c.ChangeActor(GONE, {}), "gone"),
        (c.ChangeInterest(GONE, {}), "gone"),
        (c.ChangeOption(GONE, {}), "gone"),
        (c.ChangeRule(GONE, {}), "gone"),
        (c.RemoveActor(GONE), "gone"),
        (c.RemoveInterest(GONE), "gone"),
        (c.RemoveOption(GONE), "gone"),
        (c.RemoveRule(GONE), "gone"),
        (c.Seat(GONE, 1), "gone"),
        (links.SetStake(Stake(GONE, "dry", 1)), "gone"),
        (links.SetStake(Stake("kade", GONE, 1)), "gone"),
        (links.RemoveStake("dijk", "quiet"), "no_such_stake"),
        (links.MarkUnknown(GONE, "dry"), "gone"),
        (links.MarkUnknown("kade", GONE), "gone"),
        (links.SetRelation(Relation("dry", GONE)), "gone"),
        (links.RemoveRelation("dry", "quiet"), "no_such_relation"),
        (c.MoveNodes({GONE: (0, 0)}, {}), "gone"),
        (c.MoveNodes({}, {GONE: (0, 0)}), "gone"),
        (CountTable("Age", {"old": 1, "unborn": 1}), "gone"),
        (c.Together((c.RemoveActor("kade"), c.Seat("kade", 1))), "gone"),
    ],
)
def test_an_act_on_what_is_gone_or_exists_already_is_refused(command, code):
    with pytest.raises(CannotApply) as refused:
        apply(WEB, command)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (c.ChangeActor("kade", {"id": "other"}), Fault("id", "unknown_key", {"key": "id"})),
        (c.ChangeActor("kade", {"size": 1}), Fault("size", "unknown_key", {"key": "size"})),
        (c.ChangeActor("kade", {"name": " "}), Fault("name", "blank")),
        (c.ChangeActor("kade", {"people": 0}), Fault("people", "must_be_above", {"value": 0, "low": 0})),
        (CountTable("Age", {"old": 1.5}), Fault("table", "not_whole", {"value": 1.5})),
        (c.Seat("kade", -1), Fault("seats", "too_low", {"value": -1, "low": 0})),
        (c.Seat("kade", float("nan")), Fault("seats", "not_finite")),
        (c.ChangeProcess({"speed": 1}), Fault("speed", "unknown_key", {"key": "speed"})),
        (c.ChangeMeeting({"actors": ()}), Fault("actors", "unknown_key", {"key": "actors"})),
        (
            c.ChangeOption("pump", {"effects": {"x": 1}}),
            Fault("options[0].effects.x", "not_an_interest", {"id": "x"}),
        ),
        (links.SetRelation(Relation("dry", "dry")), Fault("relations[1]", "relation_to_itself", {"id": "dry"})),
        (c.MoveNodes({"kade": (2e6, 0)}, {}), Fault("x", "out_of_range", {"value": 2e6, "low": -1e6, "high": 1e6})),
    ],
)
def test_an_act_with_a_value_that_may_not_exist_is_refused_with_its_place(command, fault):
    with pytest.raises(InvalidValue) as refused:
        apply(WEB, command)
    assert refused.value.faults == (fault,)


# -- who began ------------------------------------------------------------------------------------------------------


def initiators(web):
    return [actor.id for actor in web.actors if actor.initiator]


def test_the_first_invitation_marks_those_already_seated_as_initiators():
    assert initiators(apply(WEB, c.Seat("dijk", 2))) == ["kade"]


def test_a_second_invitation_marks_nobody():
    web = apply(apply(WEB, c.Seat("dijk", 2)), c.AddActor(NEW))
    assert initiators(apply(web, c.Seat("new", 2))) == ["kade"]


def test_more_seats_for_a_group_at_the_table_is_no_invitation():
    assert initiators(apply(WEB, c.Seat("kade", 9))) == []


def test_inviting_an_organisation_marks_nobody():
    web = apply(WEB, c.AddActor(Actor("water", "Water board", Sphere.OTHER_ORGANISATION)))
    assert initiators(apply(web, c.Seat("water", 1))) == []


def test_taking_a_group_from_the_table_marks_nobody():
    assert initiators(apply(WEB, c.Seat("kade", 0))) == []


# -- damaged log entries --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        None, [], "undo", {}, {"act": None}, {"act": "dance"}, {"act": ["seat"]}, {"act": "seat"},
        {"act": "seat", "actor": "kade", "seats": 1, "more": 1}, {"act": "seat", "actor": 1, "seats": 1},
        {"act": "seat", "actor": "kade", "seats": "1"}, {"act": "seat", "actor": "kade", "seats": None},
        {"act": "together", "commands": 5}, {"act": "together", "commands": [5]},
        {"act": "together", "commands": [{"act": "undo"}]}, {"act": "change_actor", "id": "kade", "changes": 5},
        {"act": "change_actor", "id": "kade", "changes": [1]}, {"act": "move_nodes", "actors": [], "interests": 3},
        {"act": "move_nodes", "actors": {"kade": [1]}, "interests": {}}, {"act": "add_actor", "actor": None},
        {"act": "add_actor", "actor": {"id": "x"}}, {"act": "open_web", "web": None},
        {"act": "open_web", "web": {"a": 1}},
    ],
)  # fmt: skip
def test_a_damaged_log_entry_is_refused_with_an_error_of_ours(data):
    with pytest.raises((UnreadableAct, InvalidValue)):
        act_from_data(data)


# -- what the process names -----------------------------------------------------------------------------------------


def test_removing_a_plan_or_a_party_empties_what_the_process_said_of_it():
    web = Web(
        actors=(Actor("a1", "One", Sphere.CITIZENS), Actor("a2", "Two", Sphere.CITIZENS)),
        options=(Option("o1", "Plan"), Option("o2", "Other")),
        process=Process(own_reading="o1", emphasis_on="a1"),
    )
    assert c.RemoveOption("o2").applied_to(web).process == web.process
    assert c.RemoveOption("o1").applied_to(web).process == Process(emphasis_on="a1")
    assert c.RemoveActor("a1").applied_to(web).process == Process(own_reading="o1")
    assert c.RemoveActor("a2").applied_to(web).process == web.process


def test_an_act_of_before_that_lacks_a_new_field_takes_its_default():
    act = act_from_data({"act": "add_interest", "interest": {"id": "k1", "name": "One"}})
    assert act == c.AddInterest(Interest("k1", "One"))
