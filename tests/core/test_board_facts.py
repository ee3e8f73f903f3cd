"""What the board is told of a web: every part of it under a key of its own, and what the readings say of it."""

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from coprod_core.indicators.overview import readings
from coprod_core.web.model import Actor, Interest, Relation, Stake, Unknown, Web
from coprod_ui.examples.cases import cases
from coprod_ui.served.board.facts import changes, facts_of, told
from coprod_ui.served.board.form_data import form_data
from coprod_ui.served.board.strip import cells
from coprod_ui.served.board.wording import hints_of, words_of_board
from coprod_ui.words import LANGUAGES, words

NL = words("nl")


@pytest.fixture
def web() -> Web:
    return Web(
        actors=(
            Actor("street", "De straat", "citizens", people=60, seats=6),
            Actor("piles", "Rotte palen", "citizens", people=80),
            Actor("quiet", "<b>Stil</b>", "citizens", people=5),
            Actor("city", "Gemeente", "own_organisation", seats=1),
        ),
        interests=(Interest("dry", "Droge kelder"), Interest("sound", "Fundering"), Interest("piles", "Palen")),
        stakes=(Stake("street", "dry", 1.0), Stake("piles", "sound", 1.0), Stake("city", "sound", 1.0)),
        unknown=(Unknown("street", "sound"),),
        relations=(Relation("dry", "sound", -0.5),),
    )


def shown(web: Web) -> dict[str, Any]:
    return {key: told(fact) for key, fact in facts_of(web, readings(web), NL).items()}


def test_a_party_and_an_interest_may_share_an_id(web: Web) -> None:
    assert shown(web)["actor:piles"]["name"] == "Rotte palen"
    assert shown(web)["interest:piles"]["name"] == "Palen"


def test_every_part_of_a_web_is_told_as_the_web_file_has_it(web: Web) -> None:
    facts = shown(web)
    assert facts["unknown:street|sound"] == {"actor": "street", "interest": "sound"}
    assert facts["relation:dry|sound"]["compatibility"] == -0.5
    assert facts["actor:quiet"]["name"] == "<b>Stil</b>"
    assert facts["order"]["interests"] == ["dry", "sound", "piles"]
    assert facts["conventions"]["weights"] == [0, 0.1, 0.4, 1]


def test_the_readings_say_who_is_silent_who_brings_it_in_and_what_makes_the_gap(web: Web) -> None:
    facts = shown(web)
    assert [facts[f"actor:{id_}"]["silent"] for id_ in ("street", "piles", "quiet")] == [False, False, True]
    assert facts["interest:sound"]["voice"] == "organisation"
    assert facts["interest:sound"]["by"] == ["Gemeente"]
    assert facts["interest:sound"]["attention"] > facts["interest:dry"]["attention"] > 0
    assert facts["stake:piles|sound"]["cause"]
    assert not facts["stake:street|dry"]["cause"]


def test_a_claim_is_told_of_every_group_in_it_with_the_chairs_it_could_have_more(web: Web) -> None:
    claim = shown(web)["actor:piles"]["claim"]
    assert (claim["chairs"], claim["parties"]) == (3, ["piles"])
    assert "*Rotte palen*" in claim["sentence"]
    assert shown(web)["actor:street"]["claim"] is None


def test_a_web_of_which_nothing_can_be_said_is_told_too() -> None:
    bare = Web(actors=(Actor("a", "A", "citizens"),), interests=(Interest("k", "K"),))
    assert shown(bare)["interest:k"] == {**shown(bare)["interest:k"], "attention": 0.0, "voice": None, "by": []}
    assert cells(bare, readings(bare), "m", NL, False)[0]["sides"] == []


def test_of_two_webs_only_what_differs_is_told(web: Web) -> None:
    moved = replace(web, actors=(replace(web.actors[0], x=3.0, y=4.0), *web.actors[1:]), relations=())
    before, now = (facts_of(each, readings(each), NL) for each in (web, moved))
    changed, gone = changes(before, now)
    assert (list(changed), gone) == (["actor:street"], ["relation:dry|sound"])


@pytest.mark.parametrize("digits", [False, True])
def test_the_pictures_of_the_strip_are_drawings_without_words(digits: bool) -> None:
    for case in cases("nl"):
        for cell in cells(case.web, readings(case.web), "m", NL, digits):
            drawing = ElementTree.fromstring(cell["picture"])
            assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
            assert "".join(drawing.itertext()) == ""
            assert cell["alt"]
            assert cell["sentence"]


def test_hints_stand_by_the_field_they_are_about(web: Web) -> None:
    named = replace(
        web,
        interests=(Interest("dry", "Vrijheid"), *web.interests[1:]),
        stakes=(replace(web.stakes[0], notes="bel 06-12345678"), *web.stakes[1:]),
    )
    hints = {key: told(fact) for key, fact in hints_of(named, NL).items()}
    assert hints.keys() == {"hint:interest:dry", "hint:stake:street|dry"}
    assert hints["hint:interest:dry"] == {"value": NL("values.note")}
    assert "telefoonnummer" in hints["hint:stake:street|dry"]["notes"]


def test_the_forms_have_their_words_and_levels(web: Web) -> None:
    forms = form_data(web.conventions, NL)
    (weight, *_) = forms["stake"]
    names = [NL(f"weights.{name}") for name in ("none", "notices", "plans", "home")]
    assert weight["steps"] == [[level, name] for level, name in zip(web.conventions.weights, names, strict=True)]
    assert {field["kind"] for fields in forms.values() for field in fields} == {
        "line", "lines", "number", "share", "level", "levels", "choice", "one_of", "switch"
    }  # fmt: skip


def test_the_board_has_the_same_words_to_fill_in_in_every_language() -> None:
    filled = [
        {key: sorted(re.findall(r"{\w+}", text)) for key, text in words_of_board(words(language)).items()}
        for language in LANGUAGES
    ]
    assert all(each == filled[0] for each in filled)
