"""Plain pages escape whatever they are given, and say so when something is missing."""

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from coprod_ui.words import words
from coprod_ui.words.plain_text import said
from coprod_ui.words.templates import ROOT, filled, macro, shown

EVIL = "<script>alert('1')</script> \" onclick=\"x"
OURS = [file for folder in ("report", "served", "words") for file in (ROOT / folder).rglob("*.html")]


def test_what_a_page_is_given_stands_on_it_as_text() -> None:
    given = {"title": EVIL, "shown": EVIL, "script": EVIL, "drawing": EVIL}
    page = filled("served/room/window.html", say=words("nl"), home="/room", **given)
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &#34; onclick=&#34;x") == len(given)


def test_a_macro_and_a_run_of_text_escape_too() -> None:
    assert "<script" not in macro("report/blocks.html", "table")(EVIL, (EVIL,), ((EVIL, EVIL),))
    assert shown(said("a <b>\nc")) == "a &lt;b&gt;<br>c"


def test_a_page_that_is_not_given_what_it_shows_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="title"):
        filled("served/room/window.html", say=words("nl"), home="/room", shown="")


@pytest.mark.parametrize("template", OURS, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_template_lets_anything_through_unescaped(template: Path) -> None:
    text = template.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape", text)
