"""The small pictures: what they show, what a screen reader hears, and what they never do."""

import re
from math import radians, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.files import web_file
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Web
from coprod_ui.charts import small as pictures
from coprod_ui.words import LANGUAGES, of_100, words

CASES = Path(__file__).parents[2] / "data" / "cases"
NL, EN = words("nl"), words("en")
DILEMMAS = ("feasibility_inclusiveness", "role", "rules")
both = pytest.mark.parametrize("language", LANGUAGES)
shares = st.floats(min_value=0, max_value=1)


def case(name: str, language: str = "nl") -> Web:
    return web_file.read((CASES / f"{name}.{language}.json").read_bytes())


def label(html: str) -> str:
    return re.search(r'role="img" aria-label="([^"]*)"', html)[1]


def test_the_bars_are_as_wide_as_the_numbers_shown():
    gap = readings(case("sewer")).gap
    html = pictures.nested_bars(gap, NL, True, False)
    widths = [int(n) for n in re.findall(r"width:(\d+)%", html)]
    assert widths == [of_100(gap.places), of_100(gap.views), of_100(gap.attention)]
    assert re.findall(r"<b>(\d+)</b>", html) == [str(width) for width in widths]


@both
def test_a_screen_reader_hears_all_three_parts_of_the_gap(language: str):
    gap = readings(case("sewer", language)).gap
    heard = label(pictures.nested_bars(gap, words(language), True, True))
    for part in ("places", "views", "attention"):
        assert words(language).choice("gap_parts", part) in heard
        assert str(of_100(getattr(gap, part))) in heard


@both
def test_without_digits_no_number_is_seen_or_heard(language: str):
    r, say = readings(case("sewer", language)), words(language)
    drawn = [pictures.gap(r, say, False, False)]
    drawn += [pictures.dilemma(r, name, case("sewer", language), say, False) for name in DILEMMAS]
    for html in drawn:
        assert not re.search(r"\d", label(html) + re.sub(r"<[^>]*>", "", html))


def test_the_heaviest_choice_is_hatched_and_its_label_bold():
    html = pictures.see_saw(pictures.Balance([0.2, 0.6], ["a", "b"]), EN, False)
    assert html.count("repeating-linear-gradient") == 1
    assert '<span style="font-weight:400">a</span><span style="font-weight:700">b</span>' in html


def test_choices_that_cost_the_same_are_hatched_alike():
    assert (
        pictures.see_saw(pictures.Balance([0.5, 0.501], ["a", "b"]), EN, False).count("repeating-linear-gradient") == 2
    )


def test_a_choice_that_costs_nothing_has_no_block():
    html = pictures.see_saw(pictures.Balance([0.0, 0.0], ["a", "b"]), EN, False)
    assert "font-weight:700" not in html
    assert "calc(8%" not in html
    assert "rotate(0.00deg)" in html


def test_the_plank_tips_to_the_side_that_costs_more():
    tilt = re.compile(r"rotate\((-?[\d.]+)deg\)")
    assert float(tilt.search(pictures.see_saw(pictures.Balance([0.6, 0.2], ["a", "b"]), EN, False))[1]) < 0
    assert float(tilt.search(pictures.see_saw(pictures.Balance([0.2, 0.6], ["a", "b"]), EN, False))[1]) > 0


@given(st.lists(shares, min_size=2, max_size=4), st.sampled_from([pictures.STRIP, pictures.SCREEN]))
def test_the_plank_never_reaches_its_labels_nor_a_block_the_question(losses: list[float], size: pictures.Size):
    html = pictures.see_saw(pictures.Balance(losses, ["x"] * len(losses)), NL, False, size=size)
    tilt = float(re.search(r"rotate\((-?[\d.]+)deg\)", html)[1])
    end = abs(sin(radians(tilt))) * size.wide / 2
    plank = size.tall - int(re.search(r"top:(\d+)px", html)[1])
    assert end + 4 < plank
    heights = [int(n) for n in re.findall(r"width:\d+px;height:(\d+)px;border-radius:2px", html)]
    assert all(high + 4 <= size.tall - plank + 2 for high in heights)


def test_where_the_table_is_now_is_a_mark_of_its_own():
    web = case("sewer")
    r = readings(web)
    ring = "border-radius:50%"
    assert ring in pictures.dilemma(r, "feasibility_inclusiveness", web, NL, False)
    assert ring not in pictures.dilemma(r, "role", web, NL, False)
    assert "De tafel is nu dichter bij: een plan dat lukt." in label(
        pictures.dilemma(r, "feasibility_inclusiveness", web, NL, False)
    )


def test_the_mark_is_between_the_poles_by_what_the_table_has_given_up_of_each():
    r = readings(case("prevention_team"))
    reading = r.feasibility_inclusiveness
    heard, plan = reading.here
    assert pictures.where_now(reading) == pytest.approx(plan / (heard + plan))


def test_a_block_is_what_choosing_that_pole_costs_in_all_three_dilemmas():
    web = case("sewer")
    r = readings(web)
    heard = label(pictures.dilemma(r, "feasibility_inclusiveness", web, NL, False, digits=True))
    poles = r.feasibility_inclusiveness
    assert f"een plan dat lukt: {of_100(max(poles.feasible_pole))} van de 100 gaat verloren" in heard
    assert f"alle belangen gehoord: {of_100(max(poles.inclusive_pole))} van de 100 gaat verloren" in heard
    heard = label(pictures.dilemma(r, "role", web, NL, False, digits=True))
    assert f"leiden: {of_100(r.role.regret['lead'])} van de 100 gaat verloren" in heard
    heard = label(pictures.dilemma(r, "rules", web, NL, False, digits=True))
    assert f"wijk af: {of_100(r.rules.rules['water_level'].deviate)} van de 100 gaat verloren" in heard


def test_no_role_is_marked_and_the_plank_lies_level():
    html = pictures.dilemma(readings(case("sewer")), "role", case("sewer"), NL, False, size=pictures.SCREEN)
    assert "repeating-linear-gradient" not in html
    assert "font-weight:700" not in html
    assert "rotate(0.00deg)" in html


def test_on_a_screen_of_its_own_the_block_is_explained():
    web = case("sewer")
    html = pictures.dilemma(readings(web), "rules", web, NL, False, size=pictures.SCREEN)
    assert NL("pictures.block") in html
    assert "Help op weg (faciliteren)" in pictures.dilemma(readings(web), "role", web, NL, True, size=pictures.SCREEN)


@both
def test_what_cannot_be_computed_is_an_empty_picture_that_says_what_to_do(language: str):
    web, say = Web(), words(language)
    r = readings(web)
    assert label(pictures.gap(r, say, True, False)) == say("undefined_short.no_citizen_stakes")
    for name in DILEMMAS:
        html = pictures.dilemma(r, name, web, say, False)
        assert label(html) == say.choice("undefined_short", r.undefined[name]).replace("'", "&#x27;")
        assert "repeating-linear-gradient" not in html


def test_labels_are_escaped():
    html = pictures.see_saw(pictures.Balance([0.1, 0.2], ['<img onerror="x">', "b"]), NL, False)
    assert "<img" not in html
    assert "&lt;img onerror=&quot;x&quot;&gt;" in html


@pytest.mark.parametrize("dark", [False, True])
def test_only_the_two_hues_of_the_page_are_used(dark: bool):
    web = case("dog_fence")
    r = readings(web)
    html = pictures.gap(r, NL, True, dark) + "".join(pictures.dilemma(r, n, web, NL, dark) for n in DILEMMAS)
    hues = {"#56B4E9", "#F08A4B", "#14191F"} if dark else {"#0072B2", "#B34700", "#FCFBF8"}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", html)) <= hues
    assert "<svg" not in html
    assert "<script" not in html
