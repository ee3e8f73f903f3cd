"""What the glossary forbids stands in no catalogue, case, blank web or workshop; each rule catches a text."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from coprod_ui.words import LANGUAGES, catalogue

DATA = Path(__file__).parents[2] / "data"
NO_WORDS = {"id", "from", "to", "actor", "interest", "language", "format", "kind", "asks", "answer", "sphere", "source"}
"""Fields of a case or workshop that hold a code or a title of somebody else's, not words of ours."""

CATALOGUE, EVERYWHERE = "catalogue", ""


@dataclass(frozen=True)
class Rule:
    """Words that may not be said. `caught`: a text that would be wrong; `within`: only texts whose place begins so;
    `allowed`: the places where the word is meant otherwise, each with the reason.
    """

    language: str
    pattern: str
    caught: str
    within: str = EVERYWHERE
    allowed: Mapping[str, str] = field(default_factory=dict)

    def breaks(self, place: str, text: str) -> bool:
        exempt = any(re.search(allowed, f"{place} {text}") for allowed in self.allowed)
        return place.startswith(self.within) and not exempt and re.search(self.pattern, text) is not None


OFFICIAL = {r"power_map\.official\.": "the official colours, in the legend"}
GETTING_ON = {r"\btrusts\.|power_map\.cell\.": "how a talk goes and how we get on"}

RULES = (
    # -- what judges, ranks or sets a target
    Rule("nl", r"(?i)\bscores?\b|\btargets?\b|risiconiveau|optima|stakeholder|doet pijn|stoplicht", "Een hoge score."),
    Rule("en", r"(?i)\bscores?\b|\btargets?\b|risk level|optimal|stakeholder|hurts", "A high score."),
    Rule("nl", r"(?i)\brood\b|\brode\b|\bgroene?\b|\bslechte?\b|\bgoede\b", "Een slechte tafel.", CATALOGUE, OFFICIAL),
    Rule("en", r"(?i)\bgood\b|\bbad\b|\bred\b|\bgreen\b", "A bad table.", CATALOGUE, {**OFFICIAL, **GETTING_ON}),
    Rule(
        "nl",
        r"(?i)te (veel|weinig) (mensen|bewoners|plekken)",
        "Er zitten te veel mensen aan tafel.",
        allowed={
            "too_many_votes": "an import that is too large, not people at a table",
        },
    ),
    Rule(
        "en",
        r"(?i)too (many|few) (people|residents|seats)",
        "There are too few residents at the table.",
        allowed={
            "too_many_votes|too_few_people": "an import that is too large or too small to show, not people at a table",
        },
    ),
    Rule(
        "nl",
        r"(?i)\beerlijk",
        "De plekken zijn eerlijk verdeeld.",
        allowed={
            r"hints\.motive_own": "to be honest with people",
            r"protects|measuring_network|noorderpark": "what a rule protects, in the words of those who made it",
            r"own_power_grid|wind_turbines|interests\[\d+\]\.name": "what parties want, in their own words",
        },
    ),
    Rule(
        "en",
        r"(?i)\bfair(ly)?\b",
        "The seats are spread fairly.",
        allowed={
            r"a fair amount|\bfairly$|fairly large": "how much, no judgement",
            r"protects|measuring_network|noorderpark": "what a rule protects, in the words of those who made it",
            r"own_power_grid|wind_turbines|interests\[\d+\]\.name": "what parties want, in their own words",
        },
    ),
    # -- a loss is no price, and no role or plan comes first
    Rule(
        "nl",
        r"(?i)\bkost\b|\bkosten\b|de prijs|gratis",
        "Leiden kost het eigenaarschap van bewoners.",
        allowed={
            r"(interests|rules)\[\d+\]\.name|geld|rekening|oude net|huishouden|voorbereid": "what somebody really pays",
            r"plan_said\.costs|plans\.costs": "what a plan costs, in money",
        },
    ),
    Rule(
        "en",
        r"(?i)\bcosts?\b|the price\b|is free\b",
        "Leading costs the residents' ownership.",
        allowed={
            r"(interests|rules)\[\d+\]\.name|money|bill|old grid|household|preparation": "what somebody really pays",
            r"plan_said\.costs|plans\.costs": "what a plan costs, in money",
        },
    ),
    Rule(
        "nl",
        r"(?i)het minst kost|kleinste verlies|verlies\w* (is )?het kleinst|het antwoord is|antwoord klopt|beste rol",
        "Bij welke rol is het verlies het kleinst?",
    ),
    Rule(
        "en",
        r"(?i)costs? least|smallest loss|loss the smallest|the answer is|answer is right|best role",
        "The answer is A.",
    ),
    Rule(
        "nl",
        r"(?i)verloren van een plan|kans dat (een plan|dit werk)|met alleen wie begon",
        "Er gaat 40 van de 100 verloren van een plan dat lukt.",
    ),
    Rule(
        "en",
        r"(?i)lost of a plan|chance that (a plan|this work)|of a plan that works",
        "Part is lost of a plan that works.",
    ),
    # -- a dial is what somebody estimates
    Rule(
        "nl",
        r"De politiek (bemoeit|legt)|De professional stuurt",
        "De politiek bemoeit zich ermee.",
        allowed={
            r"workshop_forms": "what a trainer lets happen in a workshop",
        },
    ),
    Rule(
        "en",
        r"Politics (steps|stresses)|The professional steers",
        "Politics steps in.",
        allowed={
            r"workshop_forms": "what a trainer lets happen in a workshop",
        },
    ),
    # -- words of the makers
    Rule(
        "nl",
        r"(?i)\bhet ontwerp\b|trekking|\bband(en)?\b(?! met)|\bquota\b|werkplaats|rekenwijze|\bverloop\b",
        "De band is breed.",
        allowed={
            r"course|occasions?\b": "the course of a participation, as a municipality calls it",
        },
    ),
    Rule("en", r"(?i)\bthe design\b|\bbands?\b|\bquotas?\b", "The band is wide."),
    Rule(
        "nl",
        r"(?i)verschil in plekken|welke weg\b|eigen weg\b|nog een weg\b|weg (draagt|dragen)|maakt het verschil\?",
        "Nog een weg.",
    ),
    Rule(
        "nl",
        r"\bJSON\b|\bbytes?\b|\btrue\b|\bfalse\b",
        "Dit bestand is geen JSON.",
        allowed={
            r"formats\.node_link": "under ‘for programmers’",
        },
    ),
    Rule(
        "en",
        r"\bJSON\b|\bbytes?\b|true or false",
        "This file is not JSON.",
        allowed={
            r"formats\.node_link": "under ‘for programmers’",
        },
    ),
    # -- plain words
    Rule(
        "nl",
        r"(?i)weg is weg|laat maar\b|\bgooi\b|eigen mensen",
        "Weg is weg.",
        allowed={r"informal_care": "family and friends"},
    ),
    Rule(
        "nl",
        r"(?i)achterban",
        "Anders dan hun achterban.",
        allowed={r"inspector\.differs_help": "the term, where it is explained"},
    ),
    Rule("nl", r"\b[Hh]aar\b|\b[Hh]em\b", "Sluit de bijeenkomst, en open haar opnieuw."),
    Rule("nl", r"\b[Ww]e\b", "Dit weten we niet."),
    Rule(
        "en",
        r"(?i)\bthink(s|ing)? otherwise|otherwise (than|about)|own people|look which|altogether\b",
        "They think otherwise.",
        allowed={r"informal_care": "family and friends"},
    ),
    Rule(
        "en",
        r"(?i)\btak(e|en|ing) over\b(?! the work)|carr(y|ies) the (downside|cost|loss)|is gone:|\bthrow\b|never mind",
        "Take over.",
        allowed={r"informal_care": "carers take over tasks, not an answer"},
    ),
)


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of a language by where it stands: a key of the catalogue, or a place in a case or workshop."""
    found = {f"{CATALOGUE} {key}": re.sub(r"{\w+}", "…", text) for key, text in catalogue(language).items()}
    for folder in ("cases", "workshops", "templates", "stories"):
        for path in sorted((DATA / folder).glob(f"*.{language}.json")):
            held = json.loads(path.read_text("utf-8"))
            found |= {f"{folder}/{path.stem} {place}": text for place, text in told(held, "")}
    return found


def told(held: object, place: str) -> Iterator[tuple[str, str]]:
    """Every text in a case or workshop that people read, with its place."""
    if isinstance(held, str):
        if not re.fullmatch(r"[a-z][a-z0-9_]*", held):  # a code, of an interest or a role
            yield place, held
    elif isinstance(held, list):
        for i, item in enumerate(held):
            yield from told(item, f"{place}[{i}]")
    elif isinstance(held, dict):
        for name, item in held.items():
            if name not in NO_WORDS:
                yield from told(item, f"{place}.{name}" if place else name)


named = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.language}: {rule.caught}")


@named
def test_a_rule_catches_what_it_is_there_for(rule: Rule):
    assert rule.breaks(f"{rule.within} planted", rule.caught)


@named
def test_nothing_on_screen_in_a_case_or_in_a_workshop_uses_a_forbidden_word(rule: Rule):
    assert {place: text for place, text in texts(rule.language).items() if rule.breaks(place, text)} == {}


@named
def test_every_exception_is_still_needed(rule: Rule):
    met = [f"{place} {text}" for place, text in texts(rule.language).items() if re.search(rule.pattern, text)]
    assert [allowed for allowed in rule.allowed if not any(re.search(allowed, one) for one in met)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_and_workshops_are_read_too(language: str):
    places = texts(language)
    assert any(place.startswith(f"cases/sewer.{language} case.story") for place in places)
    assert any(place.startswith(f"workshops/dog_fence.{language} steps[6].question") for place in places)
