"""The one palette: every colour stands in it, everything that draws reads it, and it may be overridden."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_ui.palette import PALETTE, read
from coprod_ui.palette.css import for_old_browsers, on_paper, on_screen

ROOT = Path(__file__).parent.parent
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
IN_THEME = {
    "dataframeHeaderTextColor": "ink",
    "primaryColor": "primary",
    "backgroundColor": "ground",
    "secondaryBackgroundColor": "second_ground",
    "textColor": "ink",
    "borderColor": "border",
    "linkColor": "link",
    "orangeColor": "sore",
    "orangeTextColor": "problem",
    "orangeBackgroundColor": "problem_ground",
    "grayTextColor": "soft",
}
SERIES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
OUTSIDE = {
    "coprod_ui/palette/palette.toml",
    "coprod_ui/meeting/addresses.py",  # a QR code is black on white, for cameras
}
HEX = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?![\w-])")


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_the_theme_of_the_screens_has_the_colours_of_the_palette(ground: str) -> None:
    colours = getattr(PALETTE, ground)
    named = {name: colours[colour] for name, colour in IN_THEME.items()}
    assert THEME[ground] == {**named, "chartCategoricalColors": [colours[f"series.{place}"] for place in SERIES]}


def drawing_files() -> Iterator[Path]:
    for folder in ("coprod_core", "coprod_ui", "pages"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".js", ".css", ".html", ".typ", ".toml", ".jinja"}:
                yield path


def test_no_file_but_the_palette_holds_a_colour() -> None:
    found = {str(path.relative_to(ROOT)): HEX.findall(path.read_text("utf-8")) for path in drawing_files()}
    assert {path: colours for path, colours in found.items() if colours and path not in OUTSIDE} == {}


def test_a_light_and_a_dark_ground_have_the_same_colours() -> None:
    assert PALETTE.light.keys() == PALETTE.dark.keys() <= PALETTE.paper.keys()


def test_a_colour_of_ones_own_goes_wherever_that_colour_is_used() -> None:
    own = read({"light": {"ink": "#112233", "zone": {"table": "#EEEEEE"}}, "paper": {"sheet": "#FFFFF0"}})
    assert own.light["ink"] == own.light["party.professional"] == own.paper["ink"] == "#112233"
    assert own.paper["zone.table"] == "#EEEEEE"
    assert own.paper["sheet"] == "#FFFFF0"
    assert own.dark == PALETTE.dark
    assert PALETTE.light["ink"] != "#112233"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"light": {"inkt": "#112233"}}, "no inkt"),
        ({"lihgt": {"ink": "#112233"}}, "no ground lihgt"),
        ({"light": {"ink": "red; } body { display: none"}}, "no colour"),
        ({"light": {"ink": 7}}, "no colour"),
        ({"light": {"ink": "ink"}}, "no colour"),
    ],
    ids=["unknown colour", "unknown ground", "no colour", "no text", "in a circle"],
)
def test_what_is_no_colour_of_the_palette_is_refused(own: dict[str, dict[str, str]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read(own)


def test_a_style_sheet_gets_the_colours_it_uses_for_both_grounds() -> None:
    said = on_screen("p { color: var(--ink); background: var(--problem-ground); }")
    light, dark = PALETTE.light, PALETTE.dark
    assert f":root {{ --ink: {light['ink']}; --problem-ground: {light['problem_ground']} }}" in said
    assert f":root {{ --ink: {dark['ink']}; --problem-ground: {dark['problem_ground']} }}" in said
    assert said.index("prefers-color-scheme: dark") < said.index("p {")


def test_paper_has_one_ground() -> None:
    said = on_paper("p { background: var(--sheet); }")
    assert said.startswith(f":root {{ --sheet: {PALETTE.paper['sheet']} }}")
    assert "@media" not in said


def test_a_browser_without_variables_gets_the_light_colour_first() -> None:
    said = for_old_browsers("p { border: 1px solid var(--line); margin: 0; }")
    assert said == f"p {{ border: 1px solid {PALETTE.light['line']}; border: 1px solid var(--line); margin: 0; }}"


@pytest.mark.parametrize("style", sorted((ROOT / "coprod_ui" / "served").rglob("*.css")), ids=lambda path: path.name)
def test_every_variable_of_a_served_page_is_in_the_palette(style: Path) -> None:
    text = style.read_text("utf-8")
    said = on_paper(text)
    for name in set(re.findall(r"var\((--[\w-]+)\)", text)):
        assert f"{name}: #" in said
