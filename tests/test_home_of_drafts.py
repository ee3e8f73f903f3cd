"""Read in the code itself: words that are not kept live in drafts, and only choices of view outlive their widget."""

import ast
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.sources import ROOT, modules, nodes

UI = ROOT / "coprod_ui"

WRITTEN_IN = {"text_input", "text_area", "chat_input", "date_input", "number_input", "file_uploader"}
"""The widgets in which a person writes, or hands something over."""

DRAWN_BY = {"field", "shown", "controlled"}
"""What draws such a widget: `Draft.field`, or `controls` for what is on record and changes there at once."""

HANDED_ON = {"_field", "_text"}
"""Helpers of one screen that hand the widget on to `controls.shown`."""

VIEW_CHOICES = {
    ("screens/dilemmas/rules.py", "'clash_everyone'"),
    ("screens/dilemmas/plans/__init__.py", "'plans_more'"),
    ("screens/scenarios/__init__.py", "'what_if_more'"),
    ("screens/gap/more.py", "OPEN"),
    ("screens/gap/places.py", "'reference'"),
    ("screens/gap/people.py", "key"),
    ("screens/join/__init__.py", "'join_part'"),
    ("screens/join/adopting.py", "key"),
    ("screens/join/hands.py", "'join_hands_source'"),
    ("screens/report/details.py", "current.of_this(DIALS_SEEN)"),
    ("screens/report/details.py", "current.of_this(TRUST_TOLD)"),
    ("screens/report/whole.py", "'report_form'"),
    ("screens/report/whole.py", "f'section_{name}'"),
    ("screens/start/start.py", "'all_meetings'"),
    ("widgets/controls.py", "key"),
}
"""Every widget whose value outlives it: what to look at and how, and nothing a person wrote."""

OF_A_MEETING = {
    "screens/join/adopting.py": "_round",
    "widgets/controls.py": "one_of",
}
"""Those among them that name a thing of a meeting, by the function that draws them: their key holds the meeting."""


def screens() -> list[tuple[str, Path]]:
    """Every module of the dashboard, by its place in it."""
    return [(path.relative_to(UI).as_posix(), path) for path in modules("coprod_ui")]


def outside_a_draft(found: Sequence[ast.AST]) -> list[str]:
    """The widgets in which a person writes and that neither a draft nor `controls` draws, by their lines."""
    fit = {
        id(argument)
        for call in found
        if isinstance(call, ast.Call) and _name(call.func) in DRAWN_BY | HANDED_ON
        for argument in call.args
    }
    fit |= {
        id(call.func)
        for call in found
        if isinstance(call, ast.Call)
        and any(word.arg == "key" and _is_drafts(found, word.value) for word in call.keywords)
    }
    return [
        f"{node.lineno}: {node.attr}"
        for node in found
        if isinstance(node, ast.Attribute) and node.attr in WRITTEN_IN and id(node) not in fit
    ]


def _is_drafts(found: Sequence[ast.AST], key: ast.expr) -> bool:
    """Whether a key is `draft.key(...)`, or a name that stands for it."""
    if isinstance(key, ast.Name):
        given = [n.value for n in found if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == key.id]
        return bool(given) and all(_is_drafts(found, value) for value in given)
    return isinstance(key, ast.Call) and _name(key.func) == "key"


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_every_widget_in_which_a_person_writes_is_a_drafts_or_shows_what_is_on_record() -> None:
    found = {name: lines for name, path in screens() if (lines := outside_a_draft(nodes(path)))}
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        'st.text_input(t("x"), key="a_name")',
        'column.text_area(t("x"), key=f"said_{seq}")',
        "widget = st.date_input",
        'key = "x"\nst.number_input(t("x"), key=key)',
    ],
)
def test_a_widget_with_a_key_of_its_own_is_found(source: str) -> None:
    assert outside_a_draft(list(ast.walk(ast.parse(source))))


def test_the_helpers_that_hand_a_widget_on_hand_it_to_controls() -> None:
    defined = [
        node
        for name, path in screens()
        if name.startswith("screens/workshop/editor/")
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef) and node.name in HANDED_ON
    ]
    assert {node.name for node in defined} == HANDED_ON
    assert all("controls.shown(widget" in ast.unparse(node) for node in defined)
    callers = {
        name
        for name, path in screens()
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and _name(node.func) in HANDED_ON
        and any(isinstance(argument, ast.Attribute) and argument.attr in WRITTEN_IN for argument in node.args)
    }
    assert all(name.startswith("screens/workshop/editor/") for name in callers)


def test_only_choices_of_view_outlive_their_widget() -> None:
    found = {
        (name, next((ast.unparse(word.value) for word in call.keywords if word.arg == "key"), ""))
        for name, path in screens()
        for call in nodes(path)
        if isinstance(call, ast.Call) and any(word.arg == "persist_state" for word in call.keywords)
    }
    assert found == VIEW_CHOICES


@pytest.mark.parametrize("path", OF_A_MEETING)
def test_a_choice_among_things_of_a_meeting_holds_the_meeting_in_its_key(path: str) -> None:
    (drawn,) = (
        node for node in nodes(UI / path) if isinstance(node, ast.FunctionDef) and node.name == OF_A_MEETING[path]
    )
    keys = [
        ast.unparse(node)
        for node in ast.walk(drawn)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).strip("()").startswith("key")
    ]
    assert keys
    assert all("current.of_this(" in key for key in keys)


def test_nothing_but_the_home_of_drafts_names_where_they_stand_in_the_session() -> None:
    named = [
        name for name, path in screens() for n in nodes(path) if isinstance(n, ast.Constant) and n.value == "drafts"
    ]
    assert named == ["meeting/drafts.py"]
