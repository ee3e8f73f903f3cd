"""The fast readings are held against docs/indicators.md written out slowly (readings_oracle.py)."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.gap import Reference
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Web
from tests.core.readings_oracle import slow_readings
from tests.core.webs import webs
from tests.examples import examples

PRECISION = 1e-9
slow = examples(50)


def assert_same(fast: Any, page: Any, place: str = "") -> None:
    """The two agree in shape, in ids and, to `PRECISION`, in numbers."""
    if isinstance(page, dict):
        assert isinstance(fast, dict), place
        assert set(fast) == set(page), place
        for key in page:
            assert_same(fast[key], page[key], f"{place}.{key}")
    elif isinstance(page, list):
        assert len(fast) == len(page), place
        for i, (a, b) in enumerate(zip(fast, page, strict=True)):
            assert_same(a, b, f"{place}[{i}]")
    elif isinstance(page, float) and fast is not None:
        assert fast == pytest.approx(page, abs=PRECISION, rel=0), place
    else:
        assert fast == page, place


@slow
@given(webs(), st.sampled_from(Reference))
def test_the_readings_of_any_web_are_what_the_page_says(web: Web, reference: Reference) -> None:
    assert_same(readings_data(readings(web, reference)), slow_readings(web, reference))


@slow
@given(webs(initiators=True, fewest_options=2), st.sampled_from(Reference))
def test_the_readings_of_a_web_with_initiators_and_plans_are_what_the_page_says(web: Web, reference: Reference) -> None:
    assert_same(readings_data(readings(web, reference)), slow_readings(web, reference))


@pytest.mark.slow
@slow
@given(webs(initiators=True, most_options=0))
def test_wishes_stand_in_for_plans_as_the_page_says(web: Web) -> None:
    found = readings_data(readings(web))
    assert_same(found, slow_readings(web))
    assert found["feasibility_inclusiveness"]["provisional"]


@slow
@given(webs())
def test_the_readings_are_plain_json(web: Web) -> None:
    data = readings_data(readings(web))
    assert json.loads(json.dumps(data, allow_nan=False)) == data
