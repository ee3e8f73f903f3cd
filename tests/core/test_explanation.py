"""Every number can be taken apart: its ingredients are in the web or are readings, and combine to what is shown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import floor, prod
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from coprod_core.files import web_file
from coprod_core.indicators.explanation import KINDS, READINGS, Explanation, Step, Together, explanation
from coprod_core.indicators.gap import Reference
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Web
from tests.core.webs import webs
from tests.examples import examples

CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.en.json"))
property_test = settings(examples(40), suppress_health_check=list(HealthCheck))
CLOSE = 1e-9


def close(value: float) -> Any:
    return pytest.approx(value, abs=CLOSE, rel=CLOSE)


def all_explanations(web: Web, reference: str = Reference.MAXI_PUBLIC) -> Iterator[Explanation]:
    read = readings(web, reference)
    for code, reading in READINGS.items():
        for subject in reading.subjects(read):
            yield explanation(read, code, *subject)


TOGETHER: Mapping[Together, Callable[[Sequence[float]], float]] = {
    Together.SUM: lambda values: sum(values),
    Together.PARTS: lambda values: sum(values),
    Together.PRODUCT: lambda values: prod(values),
    Together.LARGEST: lambda values: max(values, default=0.0),
    Together.LEAST: lambda values: min(values, default=0.0),
}


WRITTEN = {"−": "-", "×": "*", "²": "**2", "≥": ">=", "√": "sqrt", "⌊": "floor(", "⌋": ")"}
"""The signs in a formula as Python has them."""


def written_out(step: Step, amounts: Sequence[float]) -> float:
    """What the formula that people see makes of the ingredients they see."""
    formula = step.kind.of_row.written([f"({amount!r})" for amount in amounts])
    for shown, python in WRITTEN.items():
        formula = formula.replace(shown, python)
    while "|" in formula:
        formula = formula.replace("|", "abs(", 1).replace("|", ")", 1)
    known = {"max": max, "min": min, "abs": abs, "sqrt": lambda n: n**0.5, "floor": lambda n: floor(n + 1e-9)}
    return float(eval(formula, known))


@property_test
@given(webs())
def test_the_ingredients_of_every_step_combine_to_what_it_makes(web: Web) -> None:
    for one in all_explanations(web):
        for step in one.steps:
            if step.result is not None:
                assert TOGETHER[step.kind.together]([row.value for row in step.rows]) == close(step.result)
            if step.kind.together == Together.PARTS and step.result:
                assert sum(row.part for row in step.rows) == close(1)


@property_test
@given(webs())
def test_the_formula_on_the_screen_makes_of_each_row_what_the_row_says(web: Web) -> None:
    for one in all_explanations(web):
        for step in one.steps:
            for row in step.rows[:3]:
                try:
                    assert written_out(step, row.amounts) == pytest.approx(row.value, abs=1e-9), (step.kind.code, row)
                except ZeroDivisionError:
                    assert row.value == 0


@property_test
@given(webs())
@pytest.mark.parametrize("reference", Reference)
def test_the_last_step_makes_the_reading(reference: str, web: Web) -> None:
    for one in all_explanations(web, reference):
        if one.reading.kinds:
            made = one.steps[-1].makes
            assert len(made) == 1, one.reading.code
            assert made[0] == close(one.value), (one.reading.code, one.subject)


def chooses_what_is_looked_at(step: Step, after: tuple[Step, ...]) -> bool:
    """Whether a step says which plan is largest, and all that follows is about that plan alone."""
    if step.kind.together != Together.LARGEST:
        return False
    chosen = {dict(row.names).get("plan") for row in step.rows if row.value == close(step.result)}
    return all(dict(row.names).get("plan") in chosen - {None} for later in after for row in later.rows)


@property_test
@given(webs())
def test_what_a_step_makes_is_an_ingredient_of_a_later_one(web: Web) -> None:
    for one in all_explanations(web):
        for place, step in enumerate(one.steps[:-1]):
            later = [a for after in one.steps[place + 1 :] for row in after.rows for a in row.amounts]
            made = [*step.makes, *([] if step.result is None else [step.result])]
            absent = bool(one.subject) and not [r for r in step.rows if one.subject[0] in dict(r.names).values()]
            lists_everyone = step.kind.together == Together.PARTS  # who is not on such a list has 0 of it
            used = any(m == close(a) for m in made for a in later) or chooses_what_is_looked_at(
                step, one.steps[place + 1 :]
            )
            added_up_from_low_to_high = one.reading.code == "positions.distance"
            assert used or not any(made) or (lists_everyone and absent) or added_up_from_low_to_high, (
                one.reading.code,
                step,
            )


OF_ANOTHER_TABLE = ("second_lens", "feasibility_inclusiveness.invite_")
"""Readings made of what the others would be: with every group counting the same, or once a group sits there."""


@property_test
@given(webs())
def test_an_ingredient_that_is_a_reading_is_that_reading(web: Web) -> None:
    read = readings(web)
    for one in all_explanations(web):
        for step in one.steps:
            for row in step.rows:
                for column, amount in zip(step.kind.columns, row.amounts, strict=True):
                    if column.reading is None or one.reading.code.startswith(OF_ANOTHER_TABLE):
                        continue
                    of = READINGS[column.reading]
                    ids = dict(row.names)
                    subject = tuple(ids[kind] for kind in of.about)
                    if subject not in list(of.subjects(read)):
                        continue
                    assert of.value(read, subject) == close(amount), (one.reading.code, step.kind.code, row)


@property_test
@given(webs())
def test_every_value_is_within_the_range_that_is_said(web: Web) -> None:
    for one in all_explanations(web):
        assert one.reading.low - CLOSE <= one.value <= one.reading.high + CLOSE, one.reading.code


@property_test
@given(webs())
def test_a_reading_takes_no_step_that_its_description_leaves_out(web: Web) -> None:
    for one in all_explanations(web):
        order = [one.reading.kinds.index(step.kind) for step in one.steps]
        assert order == sorted(order) or len(set(order)) < len(order), one.reading.code


def test_kinds_of_steps_have_codes_of_their_own() -> None:
    kinds = {kind for reading in READINGS.values() for kind in reading.kinds}
    assert len(kinds) == len(KINDS)


# -- one weight -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_when_one_weight_changes_the_explained_ingredients_add_up_to_the_new_number(case: Path) -> None:
    web = web_file.read(case.read_bytes())
    before = {(one.reading.code, one.subject): one for one in all_explanations(web)}
    moved: set[str] = set()
    for place, stake in enumerate(web.stakes):
        other = replace(stake, weight=0.25 if stake.weight > 0.5 else 0.75)
        changed = replace(web, stakes=(*web.stakes[:place], other, *web.stakes[place + 1 :]))
        for after in all_explanations(changed):
            if not after.reading.kinds:
                continue
            assert after.steps[-1].makes == (close(after.value),)
            was = before.get((after.reading.code, after.subject))
            if was is not None and was.value != close(after.value):
                assert was.steps[-1].makes != (close(after.value),)
                moved.add(after.reading.code)
    assert {"gap.views", "gap.attention", "gap.by_interest", "gap.outside"} <= moved
