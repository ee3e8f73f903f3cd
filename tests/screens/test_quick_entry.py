"""The one-line entry: what it says it will do is what it does, in the words of the reader."""

import re
from typing import Any

import pytest

from coprod_core.history import opened
from coprod_core.model import Web
from coprod_ui import quick_entry
from coprod_ui.words import LANGUAGES, literal, words
from tests.screens.window import Window

NL, EN = words("nl"), words("en")

SAID = [
    ("Winkeliers", "Enter doet dit: nieuwe partij **Winkeliers**."),
    ("Winkeliers (25)", "Enter doet dit: nieuwe partij **Winkeliers**; 25 mensen."),
    ("Eén (1)", "Enter doet dit: nieuwe partij **Eén**; 1 mens."),
    ("Winkeliers aan tafel", "Enter doet dit: nieuwe partij **Winkeliers**; 6 plekken aan tafel."),
    ("Winkeliers aan tafel 1", "Enter doet dit: nieuwe partij **Winkeliers**; 1 plek aan tafel."),
    ("de STRAAT (70)", "Enter doet dit: partij **De straat**; 70 mensen."),
    (
        "Winkeliers: droge kelder +++, parkeren --",
        "Enter doet dit: nieuwe partij **Winkeliers**; **Droge kelder**: raakt huis, gezondheid of inkomen, wil dit; "
        "nieuw belang **parkeren**: raakt hun plannen, wil dit niet.",
    ),
    ("Wij: rust +", "Enter doet dit: nieuwe partij **Wij**; nieuw belang **rust**: merken het, wil dit."),
]


@pytest.mark.parametrize(("line", "said"), SAID)
def test_a_line_says_what_enter_will_do(small_web: Web, line: str, said: str) -> None:
    assert quick_entry.preview_sentence(line, small_web, NL) == said


def test_an_english_line_is_said_in_english(small_web: Web) -> None:
    said = quick_entry.preview_sentence("Shops (25) at the table 2: dry cellar -", small_web, EN)
    assert "**Shops**" in said
    assert not re.search(r"\b(nieuwe|mensen|plekken|Enter doet)\b", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", [":", "Wij: +", "Wij: a +, a -", "Wij: a ++++", "x" * 3000, "(60)"])
def test_a_line_that_cannot_be_done_says_why_instead(small_web: Web, line: str, language: str) -> None:
    said = quick_entry.preview_sentence(line, small_web, words(language))
    assert said
    assert not said.startswith(words(language)("quick.preview", what="")[:12])
    assert words(language)("errors.unexpected", code="")[:20] not in said


@pytest.mark.parametrize("name", ["**vet**", "<b>x</b>", "a_b_c", "[x](x)", "$x$"])
def test_a_name_stands_in_the_preview_as_it_was_typed(small_web: Web, name: str) -> None:
    said = quick_entry.preview_sentence(f"{name}: rust {name} +", small_web, NL)
    assert said.count(literal(name)) == 2
    assert name not in said


@pytest.mark.parametrize("line", [line for line, _ in SAID])
def test_what_a_line_does_is_what_was_said(small_web: Web, line: str) -> None:
    before = opened(small_web)
    after = quick_entry.act_of(line, before).applied_to(small_web)
    said = quick_entry.preview_sentence(line, small_web, NL)
    added = {actor.name for actor in after.actors} - {actor.name for actor in small_web.actors}
    assert all(f"nieuwe partij **{name}**" in said for name in added)
    new = {interest.name for interest in after.interests} - {interest.name for interest in small_web.interests}
    assert all(f"nieuw belang **{name}**" in said for name in new)
    assert ("nieuwe partij" in said, "nieuw belang" in said) == (bool(added), bool(new))
    assert None not in [place for item in (*after.actors, *after.interests) for place in (item.x, item.y)]


def test_while_a_line_is_typed_its_preview_stands_under_it_and_nothing_is_done(small: Window) -> None:
    quiet = small.words("say_act.open_web")
    assert quiet in small.within("canvas_side")
    small.type(draft="Winkeliers (25)")
    assert "nieuwe partij **Winkeliers**; 25 mensen" in small.within("canvas_side")
    assert quiet not in small.within("canvas_side")
    assert small.loaded.head == 1
    small.type(draft="   ")
    assert quiet in small.within("canvas_side")


@pytest.mark.parametrize("draft", [None, 7, ["x"], {"a": 1}])
def test_a_draft_that_is_no_text_is_ignored(small: Window, draft: Any) -> None:
    small.type(draft=draft)
    assert small.words("say_act.open_web") in small.within("canvas_side")


def test_after_an_act_one_quiet_sentence_says_what_it_changed(small: Window) -> None:
    small.select("actor", "piles").press("invite_piles")
    assert "*Bewoners met rotte palen* zit nu aan tafel." in small.within("canvas_side")
    small.press("undo")
    assert small.words("say_act.undo") in small.within("canvas_side")
