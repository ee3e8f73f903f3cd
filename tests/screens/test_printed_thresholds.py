"""Thresholds as printed (rule 13): the dial set to the printed number tips, one printed step nearer does not."""

from dataclasses import replace

import pytest

from coprod_core.indicators.dilemma_tipping import TippedDial, tipping_dials
from coprod_core.indicators.overview import readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.web.model import Web
from tests.screens.hard_webs import hard_webs

PRINTED_STEP = 0.01


def side_at(web: Web, way: str, dial: str, value: float) -> str | None:
    turned = readings(replace(web, process=replace(web.process, **{dial: value}))).role
    assert turned is not None
    return turned.sides[way]


def is_false(web: Web, way: str, tip: TippedDial) -> bool:
    """Whether what is printed does not tip, or a printed step nearer to where the dial stands tips as well."""
    nearer = tip.printed + (PRINTED_STEP if tip.value > tip.at else -PRINTED_STEP)
    steps_off = (nearer - tip.value) * (tip.at - tip.value) > 0
    too_far = steps_off and side_at(web, way, tip.dial, nearer) != tip.before
    return side_at(web, way, tip.dial, tip.printed) != tip.after or too_far


def tips_of(web: Web) -> list[tuple[str, TippedDial]]:
    found = tipping_dials(readings(web).weights)
    if isinstance(found, Undefined):
        return []
    return [(way, tip) for way, tips in found.items() for tip in tips.values() if tip is not None]


@pytest.mark.slow
def test_the_dial_set_to_a_printed_number_tips_and_a_step_nearer_does_not() -> None:
    found = [(web, way, tip) for web in hard_webs() for way, tip in tips_of(web)]
    assert len(found) > 20
    assert [(way, tip) for web, way, tip in found if is_false(web, way, tip)] == []


def test_a_threshold_that_is_printed_too_near_or_too_far_is_found() -> None:
    web, way, tip = next(
        (web, way, tip) for web in hard_webs() for way, tip in tips_of(web) if abs(tip.at - tip.value) > 0.1
    )
    towards = 0.05 if tip.value > tip.at else -0.05
    assert not is_false(web, way, tip)
    assert is_false(web, way, replace(tip, at=tip.at + towards))
    assert is_false(web, way, replace(tip, at=tip.at - towards, until=tip.at - towards))
