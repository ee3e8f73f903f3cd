"""The small picture on a case's card is its own web, and holds nobody's words."""

from xml.etree import ElementTree

import pytest

from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from coprod_ui.charts.web_small import case_picture
from coprod_ui.examples.cases import NAMES, cases

SVG = "{http://www.w3.org/2000/svg}"


def shapes(web: Web, tag: str, dark: bool = False) -> list[ElementTree.Element]:
    return ElementTree.fromstring(case_picture(web, dark)).findall(f"{SVG}{tag}")


def a_web(*stakes: Stake, seats: float = 0, name: str = "Bewoners") -> Web:
    return Web(
        actors=(Actor("a", name, Sphere.CITIZENS, seats=seats, x=855, y=200),),
        interests=(Interest("k", name, x=400, y=100),),
        stakes=stakes,
    )


def test_every_case_shows_all_its_parties_interests_and_stakes():
    for case in cases("nl"):
        assert len(shapes(case.web, "circle")) == len(case.web.interests)
        assert len(shapes(case.web, "line")) == len(case.web.stakes)
        zones_and_ground = 5
        parties = len(shapes(case.web, "rect")) - zones_and_ground + len(shapes(case.web, "polygon"))
        assert parties == len(case.web.actors)


def test_no_two_cases_have_the_same_picture():
    assert len({case_picture(case.web, dark) for case in cases("nl") for dark in (False, True)}) == 2 * len(NAMES)


def test_the_same_web_always_gives_the_same_picture_in_either_language():
    for dutch, english in zip(cases("nl"), cases("en"), strict=True):
        assert case_picture(dutch.web, True) == case_picture(english.web, True)


@pytest.mark.parametrize("name", ["</svg><script>alert(1)</script>", '\'" onload="x', "Café & zoon \uffff"])
def test_nobodys_words_end_up_in_the_picture(name):
    assert case_picture(a_web(name=name), False) == case_picture(a_web(), False)


def test_residents_who_are_not_at_the_table_have_a_dashed_empty_box():
    absent, seated = shapes(a_web(), "rect")[-1], shapes(a_web(seats=2), "rect")[-1]
    assert absent.get("stroke-dasharray")
    assert not seated.get("stroke-dasharray")
    assert absent.get("fill") != seated.get("fill")


def test_a_stake_is_wider_when_it_weighs_more_and_dashed_when_the_party_is_against():
    light, heavy = (shapes(a_web(Stake("a", "k", weight)), "line")[0] for weight in (0.1, 1.0))
    against = shapes(a_web(Stake("a", "k", 1.0, position=-1)), "line")[0]
    assert float(light.get("stroke-width")) < float(heavy.get("stroke-width"))
    assert not heavy.get("stroke-dasharray")
    assert against.get("stroke-dasharray")
    assert against.get("stroke") != heavy.get("stroke")


def test_a_party_without_a_place_is_left_out_with_its_stakes():
    web = Web(
        actors=(Actor("a", "A", Sphere.CITIZENS),),
        interests=(Interest("k", "K", x=1, y=1),),
        stakes=(Stake("a", "k", 1.0),),
    )
    assert shapes(web, "line") == []
    assert len(shapes(web, "circle")) == 1


def test_parties_stand_where_they_stand_on_the_canvas():
    box = shapes(a_web(), "rect")[-1]
    centre = float(box.get("x")) + float(box.get("width")) / 2, float(box.get("y")) + float(box.get("height")) / 2
    assert centre == pytest.approx((855 / 950 * 290, 200 / 410 * 158), abs=0.1)


def test_the_cases_come_in_the_same_order_in_both_languages_and_are_read_once():
    assert [case.name for case in cases("nl")] == [case.name for case in cases("en")] == list(NAMES)
    assert {str(case.web.language) for case in cases("en")} == {"en"}
    assert cases("nl") is cases("nl")
