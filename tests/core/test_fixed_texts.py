"""The fixed texts of cases and workshops beside what is computed (rule 19): none says more than its own web."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Web
from coprod_core.workshop.file import read as read_workshop
from tests.core.test_cases import FOLDER, client_council_log, drift_over_rounds, largest, organisations, replay, web

WORKSHOPS = FOLDER.with_name("workshops")
STRONG = re.compile(
    r"(?i)\b(alle|alles|iedereen|elke?|niemand|geen|niets|nergens|nooit|altijd|meeste?|grootste|bijna"
    r"|all|every\w*|nobody|none|nothing|no (one|side|group|party|interest|plan|resident)s?|never|always|most|largest"
    r"|nearly)\b"
)
Place = tuple[str, int]
"""A text of a case or workshop (`sewer notice[1]`, `workshop sewer steps[7].text`), and which sentence of it."""

Holds = Callable[[dict[str, Any], Web], bool]


def falls_on_the_absent(plan: str, at_least: float = 1.0) -> Holds:
    return lambda r, _: r["options"][plan]["shifted"] >= at_least


def largest_clash(*parties: str) -> Holds:
    return lambda r, _: set(largest(r["clash"]).split("|")) == set(parties)


def most_missing(interest: str) -> Holds:
    return lambda r, _: (r["gap"]["headline"]["interest"], r["gap"]["headline"]["word"]) == (interest, "missing")


def loses_most(way: str, side: str) -> Holds:
    return lambda r, _: largest(r["role"]["losses"][way]) == side


def wanted_by_all(interest: str) -> Holds:
    return lambda _, web: all(stake.position > 0 for stake in web.stakes if stake.interest == interest)


def gets_harder(party: str) -> Holds:
    def holds(r: dict[str, Any], _: Web) -> bool:
        invited = r["feasibility_inclusiveness"]["invite"][party]
        return invited["fit_to"] < invited["fit_from"] - 0.05

    return holds


def away_and_hit_most(party: str) -> Holds:
    def holds(r: dict[str, Any], web: Web) -> bool:
        weights = readings(web).weights
        hit = dict(zip(weights.actors, weights.hit.tolist(), strict=True))
        residents = {actor.id: hit[actor.id] for actor in web.actors if actor.citizens}
        return not web.actor_by_id[party].seated and residents[party] == max(residents.values())

    return holds


def nothing_against(party: str, interest: str) -> Holds:
    return lambda _, web: (stake := web.stake_by_pair.get((party, interest))) is None or stake.position >= 0


def all_roles_apart(r: dict[str, Any], _: Web) -> bool:
    return len({r["role"]["plans"][way] for way in ("facilitate", "steer", "lead")}) == 3


def ownership_goes(r: dict[str, Any], _: Web) -> bool:
    return largest(r["role"]["losses"]["lead"]) == "ownership" and largest(r["role"]["losses"]["facilitate"]) == (
        "general_interest"
    )


def inside_one_organisation(r: dict[str, Any], web: Web) -> bool:
    pair = largest(r["clash"]).split("|")
    return {web.actor_by_id[id_].sphere for id_ in pair} == {"own_organisation"}


def suits_everyone_wholly(r: dict[str, Any]) -> bool:
    return any(min(plan["acceptance"].values()) > 0.7 for plan in r["options"].values())


def drift_rises(r: dict[str, Any], web: Web) -> bool:
    drifted = [one.drift for one in drift_over_rounds(replay(client_council_log(web.language)))]
    return all(earlier < later for earlier, later in pairwise(drifted))


CLAIMS: dict[Place, Holds] = {
    ("client_council story", 4): drift_rises,
    ("client_council notice[0]", 0): lambda r, _: r["gap"]["places"] < 0.15,
    ("client_council notice[2]", 0): drift_rises,
    ("client_council notice[3]", 0): lambda r, _: max(r["clash"].values()) < 0.15,
    ("dog_fence notice[0]", 1): all_roles_apart,
    ("dog_fence notice[1]", 0): ownership_goes,
    ("informal_care notice[0]", 0): inside_one_organisation,
    ("informal_care notice[3]", 0): lambda r, _: not suits_everyone_wholly(r),
    ("noorderpark notice[2]", 0): lambda _, web: any(a.citizens and not a.seated for a in web.actors),
    ("own_power_grid notice[0]", 0): wanted_by_all("clean"),
    ("own_power_grid notice[1]", 0): falls_on_the_absent("own_grid", 0.85),
    ("sewer notice[0]", 0): most_missing("foundations"),
    ("sewer notice[0]", 1): lambda _, web: (
        not any(
            web.actor_by_id[s.actor].seated and web.actor_by_id[s.actor].citizens
            for s in web.stakes
            if s.interest == "foundations"
        )
    ),
    ("sewer notice[1]", 1): falls_on_the_absent("pipes_and_pump"),
    ("sewer notice[2]", 0): nothing_against("foundation_residents", "dry_basements"),
    ("sewer notice[3]", 2): gets_harder("foundation_residents"),
    ("speed_bumps notice[0]", 0): lambda r, web: set(largest(r["clash"]).split("|")) <= organisations("speed_bumps"),
    ("wind_turbines notice[0]", 0): largest_clash("near", "landowners"),
    ("wind_turbines notice[1]", 0): away_and_hit_most("near"),
}
"""What a sentence says of its web, in any language."""

SAYS_NOTHING_COMPUTED: dict[str, str] = {
    r"\.notes$": "what the trainer does or says",
    r"\.(heading|question)$": "a question, or what a step is called",
    r"steps\[\d+\]\.text$": "the story, the choice to make, or what groups did",
    r" story$": "the story of the source",
    r"^informal_care notice\[(1|3)\]$": "who they are, and where to look",
    r"^energy_cooperative notice\[2\]$": "the story of two cases beside each other",
    r"^(measuring_network|noorderpark) notice\[[123]\]$": "the conditions, which have no figures",
    r"^own_power_grid notice\[2\]$": "where to look",
    r"^prevention_team notice\[1\]$": "how to talk",
}
"""Texts of which no sentence but those above tells a reading, and what they tell; `test_cases` holds the stories."""


@cache
def texts(language: str) -> dict[Place, str]:
    """Every sentence with a word of all, none or most, by its place."""
    found = dict(_sentences(language))
    return {place: said for place, said in found.items() if place in CLAIMS or STRONG.search(said)}


def _sentences(language: str) -> Iterator[tuple[Place, str]]:
    for name, told in _told(language):
        for nth, sentence in enumerate(re.split(r"(?<=[.?!…])\s+", told)):
            yield (name, nth), sentence


def _told(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob(f"*.{language}.json")):
        case, name = json.loads(path.read_text("utf-8"))["case"], path.name.partition(".")[0]
        yield f"{name} story", case["story"]
        yield from ((f"{name} notice[{nth}]", said) for nth, said in enumerate(case["notice"]))
    for path in sorted(WORKSHOPS.glob(f"*.{language}.json")):
        name = path.name.partition(".")[0]
        for nth, step in enumerate(json.loads(path.read_text("utf-8"))["steps"]):
            parts = ("heading", "text", "question", "notes")
            yield from ((f"workshop {name} steps[{nth}].{part}", step[part]) for part in parts if step.get(part))


@cache
def web_of(place: str, language: str) -> Web:
    if place.startswith("workshop "):
        return read_workshop((WORKSHOPS / f"{place.split()[1]}.{language}.json").read_bytes()).web
    return web(place.split()[0], language)


def unfounded(place: Place, language: str, claims: dict[Place, Holds]) -> bool:
    """Whether a sentence tells a reading that is not so, or may tell one and nobody said when that is so."""
    about = web_of(place[0], language)
    if place in claims:
        return not claims[place](readings_data(readings(about)), about)
    return not any(re.search(pattern, place[0]) for pattern in SAYS_NOTHING_COMPUTED)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_fixed_text_says_more_than_its_own_web(language: str) -> None:
    assert {place: said for place, said in texts(language).items() if unfounded(place, language, CLAIMS)} == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sentence_that_is_held_to_its_web_stands_in_this_language(language: str) -> None:
    assert CLAIMS.keys() <= texts(language).keys()


def test_a_text_that_is_not_so_is_found_and_so_is_one_of_which_nobody_said_when_it_is() -> None:
    place = ("sewer notice[1]", 1)
    assert unfounded(place, "nl", {place: falls_on_the_absent("own_plan")})
    assert unfounded(place, "nl", {})
    assert not unfounded(place, "nl", CLAIMS)
