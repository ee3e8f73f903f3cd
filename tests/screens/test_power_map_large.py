"""The power map on a projector: everybody is on it with a whole name, and as large as that lets it be."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from coprod_core.indicators.overview import readings
from coprod_core.web.asked import NetworkRole, Power
from coprod_core.web.model import Web
from coprod_ui.charts.power_map.choices import Picture, chosen
from coprod_ui.charts.power_map.large import ROOMS, SHAPE, large
from coprod_ui.charts.power_map.letters import LEAST
from coprod_ui.charts.power_map.sheet import SLIDE
from coprod_ui.examples.blank_webs import blank_webs
from coprod_ui.examples.cases import cases
from coprod_ui.words import LANGUAGES, words

SVG = "{http://www.w3.org/2000/svg}"
PROJECTOR, NAME_HIGH = (1920, 1080), 54
"""A usual window in px, and what the name of a picture takes of its height."""

SHOWN = (Picture.HIT, Picture.ATTITUDE, Picture.RINGS)


def asked(web: Web) -> Web:
    """With a power and a role for everybody, one after the other."""
    powers, roles = list(Power), list(NetworkRole)
    given = [replace(party, power=powers[nth % 3], network_role=roles[nth % 4]) for nth, party in enumerate(web.actors)]
    return replace(web, actors=tuple(given))


def webs(language: str) -> list[Web]:
    return [asked(each.web) for each in (*cases(language), *blank_webs(language))]


def drawn(web: Web, picture: Picture, language: str):
    found = readings(web)
    return large(found, chosen(found, picture, may_be_public=False), words(language))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", SHOWN)
def test_everybody_is_on_it_with_a_whole_name(picture: Picture, language: str) -> None:
    for web in webs(language):
        svg = ElementTree.fromstring(drawn(web, picture, language).svg)
        named = [each.findtext(f"{SVG}title") for each in svg.iter(f"{SVG}g") if each.get("class") == "party"]
        assert sorted(named) == sorted(party.name for party in web.actors)
        assert not [each.text for each in svg.iter(f"{SVG}text") if each.text and each.text.endswith("…")], web.title


@pytest.mark.parametrize("picture", SHOWN)
def test_it_is_as_wide_as_one_of_the_rooms_and_leaves_the_window_room_for_its_name(picture: Picture) -> None:
    picture_now = drawn(webs("nl")[0], picture, "nl")
    assert picture_now.width in ROOMS
    assert picture_now.height == picture_now.width * SHAPE
    assert f'viewBox="0 0 {picture_now.width:g} {picture_now.height:g}"' in picture_now.svg


@pytest.mark.slow
@pytest.mark.parametrize("picture", SHOWN)
def test_the_worked_example_can_be_read_from_the_back_of_a_room(picture: Picture) -> None:
    (sewer,) = (case.web for case in cases("nl") if case.name == "sewer")
    found = drawn(asked(sewer), picture, "nl")
    scale = min(PROJECTOR[0] / found.width, (PROJECTOR[1] - NAME_HIGH) / found.height)
    assert LEAST * scale >= 32


@pytest.mark.slow
@pytest.mark.parametrize("picture", [Picture.HIT, Picture.ATTITUDE])
def test_rows_and_columns_of_a_case_are_larger_than_on_a_slide(picture: Picture) -> None:
    assert max(drawn(asked(case.web), picture, "nl").width for case in cases("nl")) < SLIDE.wide


def test_the_legend_holds_the_marks_that_are_there_and_no_others() -> None:
    (blank,) = (each.web for each in blank_webs("nl") if each.name == "sewer")
    svg = drawn(asked(blank), Picture.ATTITUDE, "nl").svg
    say = words("nl")
    said = re.findall(r">([^<]+)</text>", svg)
    assert say("power_map.stance.unknown") in said
    assert say("power_map.stance.can") not in said
