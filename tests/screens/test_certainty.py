"""How sure we are, in words."""

from dataclasses import replace

import pytest

from coprod_core.indicators import Cause, GapRobustness, Undefined, gap_robustness, weights_of
from coprod_core.model import Web
from coprod_ui.cases import cases
from coprod_ui.sentences import certainty
from coprod_ui.words import LANGUAGES, words


def found(web: Web) -> GapRobustness:
    robustness = gap_robustness(weights_of(web))
    assert not isinstance(robustness, Undefined)
    return robustness


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("index", range(4))
def test_every_case_says_how_sure_its_causes_are_and_whom_to_ask(language: str, index: int) -> None:
    web = cases(language)[index].web
    said = certainty(found(web), web, words(language), True)
    assert len(said) == 4
    assert words(language)("say_sure.ask_first", actor="", interest="")[:12] in said[-1]


def test_a_cause_that_holds_says_how_many_times_in_a_hundred() -> None:
    web = cases("nl")[0].web
    robustness = found(web)
    held = replace(robustness, top_interest=Cause(robustness.top_interest.id, 0.97, {}, same_in_both_lenses=True))
    assert "**97 keer** de grootste oorzaak" in certainty(held, web, words("nl"), True)[0]
    assert "97" not in certainty(held, web, words("nl"), False)[0]


def test_a_cause_that_does_not_hold_is_not_named_as_known() -> None:
    web = cases("nl")[0].web
    robustness = found(web)
    shaky = replace(robustness, top_interest=Cause(robustness.top_interest.id, 0.5, {}, same_in_both_lenses=True))
    assert "weten we niet: de schattingen zijn te onzeker" in certainty(shaky, web, words("nl"), True)[0]
    other = replace(robustness, top_interest=Cause(robustness.top_interest.id, 0.99, {}, same_in_both_lenses=False))
    assert "telt elke geraakte groep even zwaar" in certainty(other, web, words("nl"), True)[0]


def test_without_digits_no_number_is_said() -> None:
    web = cases("en")[1].web
    assert not any(char.isdigit() for line in certainty(found(web), web, words("en"), False) for char in line)
