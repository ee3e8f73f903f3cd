"""Each case tells the story of its source, and says what in it is not from its source."""

import re
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from coprod_core.indicators import readings, readings_data
from coprod_core.model import Actor, Interest, Invitation, Provenance, Sphere, Web
from coprod_core.web_data import web_to_data
from coprod_core.web_file import read

FOLDER = Path(__file__).parents[2] / "data" / "cases"
NAMES = ("sewer", "dog_fence", "prevention_team", "wind_turbines")
FILES = sorted(path.name for path in FOLDER.glob("*.json"))
DILEMMAS = ("feasibility_inclusiveness", "role", "rules")
WORDS = {"title", "language", "notes", "filled_in_by", "missing_plan", "story", "questions", "source", "name"}

Reading = dict[str, Any]


@cache
def web(name: str, language: str = "nl") -> Web:
    return read((FOLDER / f"{name}.{language}.json").read_bytes())


@cache
def reading(name: str, language: str = "nl") -> Reading:
    return readings_data(readings(web(name, language)))


def clashes(name: str) -> dict[frozenset[str], float]:
    return {frozenset(pair.split("|")): clash for pair, clash in reading(name)["clash"].items()}


def citizens(name: str) -> set[str]:
    return {actor.id for actor in web(name).actors if actor.citizens}


def largest(values: dict[Any, float]) -> Any:
    return max(values, key=values.__getitem__)


def strongest_dilemma(name: str) -> str:
    return largest({dilemma: reading(name)[dilemma]["tension"] for dilemma in DILEMMAS})


# -- every case -----------------------------------------------------------------------------------------------------


def test_the_four_cases_are_there_in_two_languages():
    assert sorted(FILES) == sorted(f"{name}.{language}.json" for name in NAMES for language in ("nl", "en"))


def without_words(data: Any) -> Any:
    """The same data with only the length of every text that a translator may change."""
    if isinstance(data, dict):
        return {key: _counted(value) if key in WORDS else without_words(value) for key, value in data.items()}
    return [without_words(item) for item in data] if isinstance(data, list) else data


def _counted(value: Any) -> Any:
    return len(value) if isinstance(value, list) else bool(value)


@pytest.mark.parametrize("name", NAMES)
def test_the_two_languages_differ_in_words_only(name):
    assert without_words(web_to_data(web(name, "nl"))) == without_words(web_to_data(web(name, "en")))
    assert (web(name, "nl").language, web(name, "en").language) == ("nl", "en")


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_give_the_same_readings(name):
    assert reading(name, "nl") == reading(name, "en")


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_an_estimate_and_the_notes_say_so(name):
    assert {stake.provenance for stake in web(name).stakes} == {Provenance.ESTIMATE}
    assert reading(name)["gap"]["estimated_share"] == 1
    assert "verzonnen" in web(name, "nl").notes
    assert "schattingen" in web(name, "nl").notes
    assert "invented" in web(name, "en").notes
    assert "estimates" in web(name, "en").notes


@pytest.mark.parametrize("name", NAMES)
def test_every_reading_can_be_computed_and_none_is_at_its_end(name):
    gap = reading(name)["gap"]
    assert reading(name)["undefined"] == {}
    assert all(0.2 < gap[part] < 0.8 for part in ("places", "views", "attention"))
    assert len(reading(name)["feasibility_inclusiveness"]["front"]) >= 3
    assert not reading(name)["feasibility_inclusiveness"]["provisional"]


@pytest.mark.parametrize("file", FILES)
def test_a_case_is_introduced_and_leaves_questions(file):
    case = read((FOLDER / file).read_bytes()).case
    sentences = re.split(r"(?<=[.?]) ", case.story)
    assert 2 <= len(sentences) <= 4
    assert len(" ".join(sentences[:2])) <= 70  # what a card shows first
    assert 3 <= len(case.questions) <= 5
    assert all(question.endswith("?") for question in case.questions)
    assert "Bestuurskunde 31(3)" in case.source


@pytest.mark.parametrize("file", FILES)
def test_a_case_says_who_filled_it_in_and_which_plan_is_missing(file):
    found = read((FOLDER / file).read_bytes())
    assert found.filled_in_by
    assert found.missing_plan
    assert found.unknown  # some things nobody knows


@pytest.mark.parametrize("file", FILES)
def test_a_neighbourhood_gets_no_label(file):
    assert "krachtwijk" not in (FOLDER / file).read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("file", FILES)
def test_names_fit_in_their_boxes(file):
    found = read((FOLDER / file).read_bytes())
    assert [node.name for node in (*found.actors, *found.interests) if len(node.name) > 28] == []


def room(node: Actor | Interest) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what a node and its name take on the canvas."""
    if isinstance(node, Actor):
        return node.x - 85, node.y - 30, node.x + 85, node.y + 30
    return node.x - 60, node.y - 30, node.x + 60, node.y + 60


@pytest.mark.parametrize("name", NAMES)
def test_no_two_nodes_overlap(name):
    nodes = (*web(name).actors, *web(name).interests)
    for one, other in combinations(nodes, 2):
        a, b = room(one), room(other)
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (one.id, other.id)


@pytest.mark.parametrize("name", NAMES)
def test_every_party_stands_in_its_zone(name):
    zones = {
        Sphere.OWN_ORGANISATION: (4, 4, 196, 150),
        Sphere.OTHER_ORGANISATION: (4, 150, 196, 318),
        Sphere.POLITICAL_AUTHORITY: (4, 330, 564, 406),
        Sphere.PROFESSIONAL: (400, 100, 576, 200),
    }
    for actor in web(name).actors:
        at_table, outside = (588, 34, 764, 398), (764, 4, 946, 406)
        left, top, right, bottom = zones.get(actor.sphere, at_table if actor.seated else outside)
        assert left < actor.x < right, actor.id
        assert top < actor.y < bottom, actor.id


# -- sewer and foundations ------------------------------------------------------------------------------------------


def test_sewer_saving_the_foundations_is_what_the_table_misses_most():
    gap = reading("sewer")["gap"]
    assert largest(gap["by_interest"]) == "foundations"
    assert largest(gap["by_actor"]) == "foundation_residents"
    assert "foundations" in gap["unheard"]
    assert gap["alarm"] == ["foundation_residents"]


def test_sewer_the_residents_with_sinking_homes_were_asked_and_have_nothing_against_dry_basements():
    residents = web("sewer").actor_by_id["foundation_residents"]
    assert (residents.invitation, residents.seats) == (Invitation.DECLINED, 0)
    against = web("sewer").stake_by_pair.get(("foundation_residents", "dry_basements"))
    assert against is None or against.position >= 0


def test_sewer_inviting_them_gets_more_interests_heard_and_makes_a_plan_harder():
    invite = reading("sewer")["feasibility_inclusiveness"]["invite"]
    assert all(invite["foundation_residents"][part] > 0.2 for part in ("gain", "loss"))
    assert largest({id_: both["gain"] for id_, both in invite.items()}) == "foundation_residents"


def test_sewer_the_workable_way_is_without_them():
    found = reading("sewer")["feasibility_inclusiveness"]
    assert found["here"] == pytest.approx(found["feasible_pole"])
    assert found["feasible_pole"][0] > 0.3
    assert found["feasible_pole"][1] == 0
    assert found["inclusive_pole"][1] > 0.3


def test_sewer_pumping_the_level_down_works_for_the_table_and_burdens_people_who_are_not_there():
    plans = reading("sewer")["options"]
    assert plans["pipes_and_pump"]["shifted"] >= 0.9
    assert plans["pipes_and_pump"]["acceptance"]["action_group"] > 0.7
    assert plans["pipes_and_pump"]["acceptance"]["foundation_residents"] < 0.3


def test_sewer_the_action_groups_own_plan_does_not_shift_its_burden():
    plans = reading("sewer")["options"]
    shifted = plans["own_plan"]["shifted"]
    assert shifted is None or shifted < 0.5
    assert largest({id_: plan["acceptance"]["action_group"] for id_, plan in plans.items()}) == "own_plan"
    accepted = {id_: plan["acceptance"]["foundation_residents"] for id_, plan in plans.items()}
    assert accepted["own_plan"] > accepted["pipes_and_pump"] + 0.2


def test_sewer_only_replacing_the_pipes_is_what_the_street_fears():
    plans = reading("sewer")["options"]
    assert min(plans, key=lambda id_: plans[id_]["acceptance"]["action_group"]) == "pipes"
    assert min(plans, key=lambda id_: plans[id_]["acceptance"]["foundation_residents"]) == "do_nothing"


def test_sewer_shows_the_first_dilemma_and_the_council_may_strengthen_it():
    assert web("sewer").case.dilemma == strongest_dilemma("sewer") == "feasibility_inclusiveness"
    found = reading("sewer")["feasibility_inclusiveness"]
    assert 0.3 < found["tension"] < found["amplified"]


# -- the dog fence --------------------------------------------------------------------------------------------------


def test_dog_fence_residents_decide_themselves_and_the_dog_owners_began():
    found = web("dog_fence")
    assert found.process.delegated == 1
    assert [actor.id for actor in found.actors if actor.initiator] == ["dog_owners"]
    assert [actor.id for actor in found.actors if actor.sphere == Sphere.PROFESSIONAL] == ["adviser"]


def test_dog_fence_shows_the_role_dilemma_at_least_as_strong_as_the_rules():
    found = reading("dog_fence")
    assert web("dog_fence").case.dilemma == strongest_dilemma("dog_fence") == "role"
    assert found["role"]["amplified"] >= found["rules"]["tension"]
    assert found["role"]["amplified"] > found["role"]["tension"] + 0.05


def test_dog_fence_supporting_costs_the_general_interest_and_leading_costs_ownership():
    losses = reading("dog_fence")["role"]["losses"]
    assert largest(losses["facilitate"]) == "general_interest"
    assert losses["facilitate"]["general_interest"] > 0.5
    assert largest(losses["lead"]) == "ownership"
    assert losses["lead"]["ownership"] > losses["steer"]["ownership"] > losses["facilitate"]["ownership"] == 0


def test_dog_fence_each_role_leads_to_another_plan():
    plans = reading("dog_fence")["role"]["plans"]
    assert plans["facilitate"] == "fence"
    assert len({plans[way] for way in ("facilitate", "steer", "lead")}) == 3


def test_dog_fence_its_downsides_fall_on_owners_who_fear_for_their_park_and_are_not_there():
    found = reading("dog_fence")
    assert found["options"]["fence"]["shifted"] >= 0.9
    assert found["gap"]["alarm"] == ["house_owners"]
    assert largest(found["gap"]["by_interest"]) == "open_field"
    assert largest(found["options"]["fence"]["acceptance"]) == "dog_owners"
    assert min(found["options"]["fence"]["acceptance"].items(), key=lambda pair: pair[1])[0] == "house_owners"


# -- the prevention team --------------------------------------------------------------------------------------------


def test_prevention_team_the_rules_dilemma_is_by_far_the_strongest():
    found = reading("prevention_team")
    assert web("prevention_team").case.dilemma == strongest_dilemma("prevention_team") == "rules"
    others = max(found[other]["amplified"] for other in ("feasibility_inclusiveness", "role"))
    assert found["rules"]["tension"] > others + 0.2


def test_prevention_team_the_strongest_rule_is_privacy_a_law_with_little_room():
    rules = reading("prevention_team")["rules"]["rules"]
    assert largest({id_: rule["tension"] for id_, rule in rules.items()}) == "privacy_rule"
    privacy = web("prevention_team").rule_by_id["privacy_rule"]
    assert privacy.force == 1
    assert privacy.discretion <= 0.1
    assert rules["privacy_rule"]["deviate"] > 0.8
    assert rules["privacy_rule"]["follow"] > 0.8


def test_prevention_team_the_people_the_rule_protects_are_a_group_that_is_not_there():
    group = web("prevention_team").actor_by_id["protected"]
    assert (group.seats, group.people) == (0, None)  # how many they are, nobody knows
    assert reading("prevention_team")["gap"]["alarm"] == ["protected"]
    assert largest(reading("prevention_team")["gap"]["by_interest"]) == "privacy"


def test_prevention_team_police_municipality_and_ministry_clash():
    pairs = clashes("prevention_team")
    for pair in combinations(("police", "municipality", "ministry"), 2):
        assert pairs[frozenset(pair)] > 0.05, pair


def test_prevention_team_telling_protects_the_team_and_harms_the_people_the_rule_protects():
    plans = reading("prevention_team")["options"]
    assert largest({id_: plan["acceptance"]["team"] for id_, plan in plans.items()}) == "tell"
    assert largest(plans["keep_silent"]["acceptance"]) == "ministry"
    assert plans["tell"]["acceptance"]["protected"] < 0.2
    assert plans["keep_silent"]["acceptance"]["team"] < 0.5


# -- wind turbines --------------------------------------------------------------------------------------------------


def test_wind_turbines_it_is_the_governments_table_and_residents_were_invited():
    found = web("wind_turbines")
    assert found.process.initiative <= 0.2
    assert not any(actor.initiator for actor in found.actors)
    invited = {actor.id for actor in found.actors if actor.invitation == Invitation.ASKED}
    assert invited == {"near", "landowners", "no_hindrance"}


def test_wind_turbines_landowners_profit_and_the_burden_falls_on_people_near():
    farms = reading("wind_turbines")["options"]["on_farms"]
    assert farms["shifted"] >= 0.9
    assert min(farms["acceptance"].items(), key=lambda pair: pair[1])[0] == "near"
    assert farms["acceptance"]["near"] < 0.2
    assert min(farms["acceptance"][id_] for id_ in ("landowners", "no_hindrance")) > 0.8
    plans = reading("wind_turbines")["options"]
    assert largest({id_: plan["acceptance"]["landowners"] for id_, plan in plans.items()}) == "on_farms"


def test_wind_turbines_the_largest_clash_of_all_is_inside_the_community():
    assert largest(clashes("wind_turbines")) == {"near", "landowners"}
    assert {"near", "landowners"} <= citizens("wind_turbines")


def test_wind_turbines_sending_them_away_spills_the_conflict_over_to_the_next_region():
    plans = reading("wind_turbines")["options"]
    assert largest({id_: plan["acceptance"]["near"] for id_, plan in plans.items()}) == "next_region"
    assert min(plans, key=lambda id_: plans[id_]["acceptance"]["next_region"]) == "next_region"
    assert reading("wind_turbines")["feasibility_inclusiveness"]["invite"]["next_region"]["gain"] > 0


def test_wind_turbines_the_people_near_are_missed_most():
    found = reading("wind_turbines")
    assert found["gap"]["alarm"] == ["near"]
    assert largest(found["gap"]["by_actor"]) == "near"
    assert {"peace", "fair_share"} <= set(found["gap"]["unheard"])


def test_wind_turbines_shows_whom_to_invite_as_its_dilemma():
    assert web("wind_turbines").case.dilemma == strongest_dilemma("wind_turbines") == "feasibility_inclusiveness"
    near = reading("wind_turbines")["feasibility_inclusiveness"]["invite"]["near"]
    assert near["gain"] > 0.2
    assert near["loss"] > 0.2
