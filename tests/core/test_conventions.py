"""How a meeting counts: its conventions travel with the web, move its readings, and can be put back."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coprod_core.acts import commands as c
from coprod_core.acts.history import Undo, after, opened
from coprod_core.checked.errors import InvalidValue
from coprod_core.checked.values import to_data
from coprod_core.comparing.webs import Difference, differences
from coprod_core.files import meeting_file, web_file
from coprod_core.files.log_format import UnreadableAct, act_from_data, act_to_data
from coprod_core.files.web_file import WebFileError
from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.robustness import gap_robustness
from coprod_core.web.conventions import DESIGN, WEIGHT_WORDS, Conventions
from coprod_core.web.deviations import DESIGN_OF_PROCESS
from coprod_core.web.model import Actor, Interest, Process, Rule, Stake, Web
from tests.core.webs import conventions, webs
from tests.examples import examples

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "data" / "cases").glob("*.json"))
PAGE = (ROOT / "docs" / "indicators.md").read_text("utf-8")
WEB = Web(
    actors=(Actor("kade", "Kade", "citizens", people=60, seats=6), Actor("dijk", "Dijk", "citizens", people=80)),
    interests=(Interest("dry", "Droge kelder"), Interest("green", "Groen")),
    stakes=(
        Stake("kade", "dry", 0.4, table_weight=0.1),
        Stake("kade", "green", 0.1, table_weight=0.4),
        Stake("dijk", "dry", 0.45),
        Stake("dijk", "green", 1),
    ),
    rules=(Rule("level", "Peilbesluit", 0.6), Rule("law", "Wet", 0.9)),
)
quick = examples(40)


def counted(web: Web, **changes: float) -> Web:
    return c.ChangeConventions(changes).applied_to(web)


# -- values ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [{"weight_plans": 0.1}, {"weight_notices": 0.5}, {"weight_home": 0.4}, {"force_law": 0.6}, {"force_habit": 0.7}],
)
def test_the_levels_of_words_rise_strictly(changes):
    with pytest.raises(InvalidValue) as refused:
        Conventions(**changes)
    assert refused.value.code == "not_rising"


def test_no_word_for_a_stake_has_the_level_of_no_stake():
    with pytest.raises(InvalidValue):
        Conventions(weight_notices=0)


# -- the file and the log -------------------------------------------------------------------------------------------


def as_first_version(web: Web) -> str:
    body = to_data(web)
    del body["conventions"], body["conditions"], body["process"]["emphasis_on"], body["process"]["own_reading"]
    for interest in body["interests"]:
        del interest["spoken_by"]
    del body["accounting"], body["phase"], body["dilemmas"]
    for actor in body["actors"]:
        for name in ("power", "trust", "network_role", "attitude", "ring_now", "ring_theirs", "ring_ours", "placed_by"):
            del actor[name]
    for option in body["options"]:
        del option["description"], option["costs"], option["proposed_by"]
    return json.dumps({"format": "coprod-web", "version": 1, **body})


@quick
@given(webs())
def test_a_file_of_the_first_version_is_counted_as_the_design_does(web):
    process = replace(web.process, emphasis_on="", own_reading="")
    interests = tuple(replace(interest, spoken_by="") for interest in web.interests)
    web = replace(web, conventions=DESIGN, process=process, interests=interests)
    assert web_file.read(as_first_version(web)) == web
    assert json.loads(web_file.write(web_file.read(as_first_version(web))))["version"] == web_file.VERSION


def test_a_file_of_the_first_version_knows_no_conventions():
    with pytest.raises(WebFileError) as refused:
        web_file.read('{"format": "coprod-web", "version": 1, "conventions": {}}')
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [("conventions", "unknown_key")]


@given(conventions())
def test_conventions_in_a_file_are_read_back_the_same(agreed):
    assert web_file.read(web_file.write(Web(conventions=agreed))).conventions == agreed


@given(st.sampled_from(fields(Conventions)))
def test_every_convention_may_be_left_out_of_a_file(field):
    said = {name: value for name, value in to_data(WEB)["conventions"].items() if name != field.name}
    found = web_file.read(json.dumps({"format": "coprod-web", "version": web_file.VERSION, "conventions": said}))
    assert found.conventions == DESIGN


def test_a_log_from_before_conventions_is_replayed_as_it_was():
    entry = {"seq": 1, "at": "2024-05-01T12:00:00+00:00", "act": act_to_data(c.OpenWeb(WEB))}
    del entry["act"]["web"]["conventions"]
    old = {"format": "coprod-meeting", "version": 1, "entries": [entry]}
    assert meeting_file.read(json.dumps(old)).history.web == WEB


@pytest.mark.parametrize("data", [{}, {"changes": 3}, {"changes": {}, "more": 1}])
def test_a_damaged_act_on_conventions_is_refused(data):
    with pytest.raises(UnreadableAct):
        act_from_data({"act": "change_conventions", **data})


# -- acts -----------------------------------------------------------------------------------------------------------


def test_what_stood_on_a_word_moves_with_it_and_a_number_in_between_stays():
    web = counted(WEB, weight_notices=0.2, weight_plans=0.5)
    assert [(stake.weight, stake.table_weight) for stake in web.stakes] == [
        (0.5, 0.2), (0.2, 0.5), (0.45, None), (1, None),
    ]  # fmt: skip


def test_a_level_that_takes_the_place_of_another_word_mixes_nothing_up():
    """Notices becomes 0.4 while plans moves on to 0.6: each stake keeps its own word."""
    web = counted(WEB, weight_notices=0.4, weight_plans=0.6)
    assert [stake.weight for stake in web.stakes] == [0.6, 0.4, 0.45, 1]


def test_a_rule_keeps_its_word_too():
    assert [rule.force for rule in counted(WEB, force_council_rule=0.7).rules] == [0.7, 0.9]


def test_changed_conventions_are_one_act_to_take_back():
    history = after(opened(WEB), c.ChangeConventions({"weight_plans": 0.5, "unheard_limit": 0.3}))
    assert history.web.conventions == Conventions(weight_plans=0.5, unheard_limit=0.3)
    assert after(history, Undo()).web == WEB


def test_a_convention_that_does_not_exist_is_refused():
    with pytest.raises(InvalidValue):
        counted(WEB, mood=1)


@given(conventions(), st.floats(0.5, 20), st.floats(0, 1))
def test_resetting_brings_back_every_convention_of_the_design(agreed, capacity, share):
    web = replace(WEB, process=Process(agenda_capacity=capacity, worst_off_weight=share, delegated=0.3))
    web = c.ChangeConventions({f.name: getattr(agreed, f.name) for f in fields(agreed)}).applied_to(web)
    found = c.ResetConventions().applied_to(web)
    assert found.conventions == Conventions()
    assert {name: getattr(found.process, name) for name in DESIGN_OF_PROCESS} == DESIGN_OF_PROCESS
    assert found.process.delegated == 0.3


@given(conventions())
def test_stakes_said_in_words_come_back_with_a_reset(agreed):
    words = replace(WEB, stakes=tuple(stake for stake in WEB.stakes if stake.weight != 0.45))
    changed = c.ChangeConventions({f.name: getattr(agreed, f.name) for f in fields(agreed)}).applied_to(words)
    assert c.ResetConventions().applied_to(changed).stakes == words.stakes


@quick
@given(webs(), conventions())
def test_going_there_and_back_in_words_alone_changes_no_word(web, agreed):
    """The word of every stake that had one is the same after each act."""
    named = ("none", *WEIGHT_WORDS)

    def words(web: Web) -> list[str | None]:
        by_level = dict(zip(web.conventions.weights, named, strict=True))
        return [by_level.get(stake.weight) for stake in web.stakes]

    changed = c.ChangeConventions({f.name: getattr(agreed, f.name) for f in fields(agreed)}).applied_to(web)
    assert all(now == was for was, now in zip(words(web), words(changed), strict=True) if was)


# -- what is different ----------------------------------------------------------------------------------------------


def test_a_difference_in_conventions_is_told_once_and_not_for_every_stake_that_moved_along():
    found = differences(WEB, counted(WEB, weight_plans=0.5, force_council_rule=0.7))
    assert found == (
        Difference("convention", {"field": "weight_plans", "before": 0.4, "after": 0.5}),
        Difference("convention", {"field": "force_council_rule", "before": 0.6, "after": 0.7}),
    )


# -- readings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_saying_the_design_out_loud_changes_no_reading(path):
    data = json.loads(path.read_text("utf-8"))
    silent = {key: value for key, value in data.items() if key != "conventions"}
    said = {**silent, "conventions": to_data(Web())["conventions"]}
    one, other = (readings_data(readings(web_file.read(json.dumps(each)))) for each in (silent, said))
    assert one == other


def unheard(web: Web, limit: float) -> set[str]:
    gap = readings(counted(web, unheard_limit=limit)).gap
    return set(gap.unheard) if gap else set()


@quick
@given(webs(), st.floats(0.01, 1), st.floats(0.01, 1))
def test_a_higher_limit_never_makes_an_interest_heard(web, one, other):
    assert unheard(web, min(one, other)) <= unheard(web, max(one, other))


def alarm(web: Web, hit: float, share: float) -> set[str]:
    gap = readings(counted(web, alarm_hit=hit, alarm_share=share)).gap
    return set(gap.alarm) if gap else set()


@quick
@given(webs(), *(st.tuples(st.floats(0, 1), st.floats(0, 1)) for _ in range(2)))
def test_the_alarm_sounds_for_more_groups_when_it_asks_less_hardship_and_more_seats(web, one, other):
    strict = alarm(web, max(one[0], other[0]), min(one[1], other[1]))
    assert strict <= alarm(web, *one) <= alarm(web, min(one[0], other[0]), max(one[1], other[1]))


@quick
@given(webs(initiators=True, fewest_options=2), st.floats(0, 1), st.floats(0, 1))
def test_counting_strengthening_more_never_weakens_a_tension(web, one, other):
    def stronger(share: float) -> Readings:
        return readings(counted(web, strengthening=share))

    less, more = stronger(min(one, other)), stronger(max(one, other))
    for name in ("feasibility_inclusiveness", "role"):
        if getattr(less, name) is not None:
            assert getattr(less, name).tension == getattr(more, name).tension
            assert getattr(less, name).amplified <= getattr(more, name).amplified + 1e-12


@quick
@given(webs(initiators=True, fewest_options=2))
def test_ownership_that_costs_nothing_is_never_what_a_role_loses(web):
    free = {f"ownership_{way}": 0.0 for way in ("facilitate", "steer", "lead", "politics_first")}
    role = readings(counted(web, **free)).role
    assume(role is not None)
    assert all(paid["ownership"] == 0 for paid in role.losses.values())


@quick
@given(webs(initiators=True, most_options=0), st.floats(0, 1))
def test_a_wish_works_as_well_as_agreed(web, share):
    found = readings(counted(web, wish_feasibility=share))
    assert {plan.feasibility for plan in found.options.values()} <= {share}


def test_a_main_cause_is_known_or_not_by_the_limit_of_the_meeting():
    web = counted(web_file.read(CASES[0].read_bytes()), unsure_limit=1.0)
    sure = gap_robustness(readings(web).weights).top_interest
    strict = gap_robustness(readings(counted(web, unsure_limit=0.0)).weights).top_interest
    assert sure.share == strict.share
    assert sure.known == sure.same_in_both_lenses
    assert strict.known == (sure.same_in_both_lenses and sure.share == 1)


def test_spreads_of_next_to_nothing_leave_bands_of_next_to_nothing():
    web = counted(
        web_file.read(CASES[0].read_bytes()),
        spread_data=10_000, spread_self=10_000, spread_estimate=10_000, spread_position=0, spread_people=0,
    )  # fmt: skip
    narrow, wide = gap_robustness(readings(web).weights), gap_robustness(readings(counted(web, **WIDE)).weights)
    assert narrow.views.high - narrow.views.low < wide.views.high - wide.views.low
    assert narrow.places.high == narrow.places.low


WIDE = {"spread_data": 2, "spread_self": 2, "spread_estimate": 2, "spread_position": 0.5, "spread_people": 0.5}


# -- the page -------------------------------------------------------------------------------------------------------


def test_the_page_names_every_convention_with_the_value_of_the_design():
    table = PAGE[PAGE.index("### Conventions") : PAGE.index("## 2.")]
    told = {}
    for row in (line.split("|")[1:-1] for line in table.splitlines() if line.startswith("| `")):
        names = re.findall(r"`(\w+)`", row[0].replace("(in `process`)", ""))
        told.update(zip(names, map(float, row[2].split(",")), strict=True))
    design = {**{field.name: getattr(DESIGN, field.name) for field in fields(DESIGN)}, **DESIGN_OF_PROCESS}
    assert told == design
