"""How sure we are, in words."""

from dataclasses import replace

import pytest

from coprod_core.indicators.overview import readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import Cause, GapRobustness, gap_robustness
from coprod_core.indicators.weights import weights_of
from coprod_core.web.model import Web
from coprod_ui.examples.cases import cases
from coprod_ui.sentences.certainty import ask_first, certainty, main_causes
from coprod_ui.words import LANGUAGES, literal, words


def found(web: Web) -> GapRobustness:
    robustness = gap_robustness(weights_of(web))
    assert not isinstance(robustness, Undefined)
    return robustness


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("index", range(4))
def test_every_case_says_how_sure_its_causes_are_and_whom_to_ask(language: str, index: int) -> None:
    web = cases(language)[index].web
    robustness = found(web)
    assert len(certainty(robustness, web, words(language), True)) == 4
    asked = ask_first(robustness.ask_first, web, words(language), True)
    assert words(language)("say_sure.ask_first", actor="", interest="")[:12] in asked[0]


def test_a_cause_that_holds_says_how_many_times_in_a_hundred() -> None:
    web = cases("nl")[0].web
    robustness = found(web)
    held = replace(robustness, top_interest=Cause(robustness.top_interest.id, 0.97, {}, same_in_both_lenses=True))
    assert "**97 keer** de grootste oorzaak" in certainty(held, web, words("nl"), True)[1]
    assert "**bijna altijd** de grootste oorzaak" in certainty(held, web, words("nl"), False)[0]
    rare = replace(held, top_interest=replace(held.top_interest, share=0.84))
    assert "**meestal** de grootste oorzaak" in certainty(rare, web, words("nl"), False)[0]


def test_a_cause_that_does_not_hold_is_not_named_as_known() -> None:
    web, say = cases("nl")[0].web, words("nl")
    robustness = found(web)
    shaky = replace(robustness, top_interest=Cause(robustness.top_interest.id, 0.5, {}, same_in_both_lenses=True))
    assert say("say_sure.unsure_interest") in certainty(shaky, web, say, True)
    other = replace(robustness, top_interest=Cause(robustness.top_interest.id, 0.99, {}, same_in_both_lenses=False))
    assert say("say_sure.other_lens_interest") in certainty(other, web, say, True)


def test_a_main_cause_that_is_not_known_is_not_said_to_be_one() -> None:
    web, say = cases("nl")[0].web, words("nl")
    robustness = found(web)
    name = robustness.top_interest.id
    claims = {}
    for share in (0.97, 0.5):
        cause = Cause(name, share, {}, same_in_both_lenses=True)
        claims[share] = main_causes(readings(web), replace(robustness, top_interest=cause), web, say, True)[0]
    top = say("say_gap.top_interest", interest=literal(web.interest_by_id[name].name))
    assert claims[0.97].startswith(top)
    assert "97 keer" in claims[0.97]
    assert claims[0.5] == say("say_sure.unsure_interest")


def test_where_nothing_rests_on_an_estimate_there_is_nothing_to_ask_first() -> None:
    web = cases("en")[0].web
    heard = replace(web, stakes=tuple(replace(stake, provenance="self") for stake in web.stakes))
    assert ask_first(found(heard).ask_first, heard, words("en"), True) == [words("en")("say_sure.nothing_to_ask")]


def test_without_digits_no_number_is_said() -> None:
    web = cases("en")[1].web
    assert not any(char.isdigit() for line in certainty(found(web), web, words("en"), False) for char in line)
