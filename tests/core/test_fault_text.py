"""Every fault has a line for the command line, safe to print whatever the file held."""

import ast
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.checked.errors import Fault
from coprod_core.files.fault_text import LINES, line, shown
from coprod_ui.words import catalogue
from tests.sources import modules, nodes

TELLING = {
    "Fault": 1,
    "_refused": 1,
    "refused": 0,
    "CannotApply": 0,
}  # what makes a fault, and where among its arguments the code stands


def _codes():
    for path in modules("coprod_core"):
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TELLING:
                yield path.name, node.args[TELLING[node.func.id]]


READING = {path.name for path in modules("coprod_core/exchange", "coprod_core/files")} | {"fields.py"}


def test_every_fault_the_core_can_find_has_a_line_and_no_line_is_left_over():
    written = {code.value for _, code in _codes() if isinstance(code, ast.Constant)}
    assert written == set(LINES)


def test_every_fault_is_made_with_its_code_in_plain_sight():
    passed_on = {name for name, code in _codes() if not isinstance(code, ast.Constant)}
    assert passed_on <= {
        "errors.py",
        "json_file.py",
        "limits.py",
        "meeting_file.py",
        "brought.py",
        "checking.py",
        "refusals.py",
    }  # those that hand one on


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_fault_a_screen_can_meet_has_a_sentence_there_too(language):
    said = {key.removeprefix("errors.") for key in catalogue(language)}
    only_at_a_prompt = {"cannot_read_file", "more_faults"}
    assert set(LINES) - only_at_a_prompt <= said


TO_DO = {
    "nl": r"\b(kies|haal|zet|bewaar|verbeter|vul|schrijf|voeg|geef|neem|kijk|werk|open|maak|verdeel|zeg)\b|een stem is",
    "en": r"\b(choose|take|put|save|correct|fill|write|type|add|give|see|update|open|make|fetch|keep|remove|divide|say)"
    r"\b|a vote is",
}
"""What tells a person to do something, in each language."""

OF_FILES = {code.value for name, code in _codes() if isinstance(code, ast.Constant) and name in READING} - {
    "more_faults"
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_refusal_of_a_file_says_on_screen_what_to_do(language):
    said = catalogue(language)
    met = OF_FILES & {key.removeprefix("errors.") for key in said}
    silent = {code for code in met if not re.search(TO_DO[language], said[f"errors.{code}"], re.IGNORECASE)}
    assert silent == set()


def test_a_refusal_of_a_whole_file_says_at_a_prompt_what_to_do():
    """What is wrong with one value says itself what is right: from where to where, or one of which."""
    whole = {code for code in OF_FILES if not re.search(r"\{(value|id|key|character)\}|must be", LINES[code])}
    silent = {code for code in whole if not re.search(TO_DO["en"], LINES[code])}
    assert silent == set()


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault("stakes[3].interest", "not_an_interest", {"id": "k9"}), 'stakes[3].interest: "k9" is not an interest'),
        (Fault("a[0].hit", "out_of_range", {"value": 2, "low": 0, "high": 1}), "a[0].hit: 2 is not from 0 to 1"),
        (Fault("actors[0].seats", "not_a_number", {"value": None}), "actors[0].seats: null is not a number"),
        (Fault("actors[0].seats", "not_a_number", {"value": {"a": 1}}), "actors[0].seats: an object is not a number"),
        (
            Fault("actors[0].sphere", "unknown_choice", {"value": True, "choices": ["citizens", "professional"]}),
            "actors[0].sphere: true is not one of citizens, professional",
        ),
        (
            Fault("", "not_json", {"line": 2, "column": 5, "reason": "x"}),
            "this is not JSON, at line 2, column 5: x; correct it or save it again",
        ),
        (Fault("", "more_faults", {"count": 9}), "and at least 9 more"),
        (
            Fault("version", "newer_version", {"value": 2, "version": 1}),
            "version: made by a newer version of Belangenweb: 2, this one reads up to 1; update the program",
        ),
    ],
)
def test_a_line_says_the_place_and_what_is_wrong_there(fault, text):
    assert line(fault) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x" * 1_000_000, '"' + "x" * 59 + '…"'),
        ("a\x1b[31m\nb", '"a\\x1b[31m\\nb"'),
        ("\ud800", '"\\ud800"'),
        ("\u202eabc", '"\\u202eabc"'),
        ("né", '"né"'),
        (10**200, "1" + "0" * 58 + "…"),
        (float("nan"), "NaN"),
        ([[[]]], "a list"),
        (0.1, "0.1"),
    ],
)
def test_values_are_cut_off_and_safe_to_print(value, text):
    assert shown(value) == text


@given(st.text(), st.text() | st.integers() | st.floats() | st.none() | st.booleans() | st.lists(st.integers()))
def test_a_line_is_one_short_line_that_any_screen_can_show(place, value):
    text = line(Fault(place, "not_text", {"value": value}))
    assert text.isprintable()
    assert len(text) < 300
