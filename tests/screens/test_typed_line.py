"""The typed line: what it says it will do is what it does, in the words of the reader."""

import re

import pytest

from coprod_core.acts.ids import new_id
from coprod_core.web.model import Web
from coprod_ui.sentences.typed import will_do
from coprod_ui.typed_line.several import typed
from coprod_ui.words import LANGUAGES, Words, literal, words

NL, EN = words("nl"), words("en")


def said_of(text: str, web: Web, say: Words) -> str:
    return will_do(typed(text, web, new_id), web, say)


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
    ("Woonbond [organisatie]", "Enter doet dit: nieuwe partij **Woonbond** (andere organisatie)."),
    ("De straat [raad]", "Enter doet dit: partij **De straat**; soort partij: politiek; 1 plek aan tafel."),
    ("Wij: parkeren ?", "Enter doet dit: nieuwe partij **Wij**; nieuw belang **parkeren**: nog niet bekend."),
    ("De straat: droge kelder ?", "Enter doet dit: partij **De straat**; **Droge kelder**: nog niet bekend."),
]


@pytest.mark.parametrize(("line", "said"), SAID)
def test_a_line_says_what_enter_will_do(small_web: Web, line: str, said: str) -> None:
    assert said_of(line, small_web, NL) == said


def test_an_english_line_is_said_in_english(small_web: Web) -> None:
    said = said_of("Shops (25) at the table 2: dry cellar -", small_web, EN)
    assert "**Shops**" in said
    assert not re.search(r"\b(nieuwe|mensen|plekken|Enter doet)\b", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", [":", "Wij: +", "Wij: a +, a -", "Wij: a ++++", "x" * 3000, "(60)"])
def test_a_line_that_cannot_be_done_says_why_instead(small_web: Web, line: str, language: str) -> None:
    said = said_of(line, small_web, words(language))
    assert said
    assert not said.startswith(words(language)("quick.preview", what="")[:12])
    assert words(language)("errors.unexpected", code="")[:20] not in said


@pytest.mark.parametrize("name", ["**vet**", "<b>x</b>", "a_b_c", "$x$"])
def test_a_name_stands_in_the_preview_as_it_was_typed(small_web: Web, name: str) -> None:
    said = said_of(f"{name}: rust {name} +", small_web, NL)
    assert said.count(literal(name)) == 2
    assert name not in said


def test_brackets_in_the_name_of_an_interest_stand_as_they_were_typed(small_web: Web) -> None:
    assert f"nieuw belang **{literal('[x](x)')}**" in said_of("Wij: [x](x) +", small_web, NL)


@pytest.mark.parametrize("line", [line for line, _ in SAID])
def test_what_a_line_does_is_what_was_said(small_web: Web, line: str) -> None:
    act = typed(line, small_web, new_id).act
    assert act is not None
    after = act.applied_to(small_web)
    said = said_of(line, small_web, NL)
    added = {actor.name for actor in after.actors} - {actor.name for actor in small_web.actors}
    assert all(f"nieuwe partij **{name}**" in said for name in added)
    new = {interest.name for interest in after.interests} - {interest.name for interest in small_web.interests}
    assert all(f"nieuw belang **{name}**" in said for name in new)
    assert ("nieuwe partij" in said, "nieuw belang" in said) == (bool(added), bool(new))


def test_of_many_lines_the_first_are_told_and_how_many_follow(small_web: Web) -> None:
    text = "\n".join(f"Groep {number}" for number in range(7))
    assert said_of(text, small_web, NL).endswith("nieuwe partij **Groep 4**; en nog 2 regels.")


def test_a_relation_is_told_by_both_names_as_they_stand_on_the_web(small_web: Web) -> None:
    said = said_of("GROEN botst met droge  kelder", small_web, NL)
    assert said == "Enter doet dit: **Groen** botst met **Droge kelder**."
    said = said_of("stevige fundering gaat samen met Droge kelder", small_web, NL)
    assert said == "Enter doet dit: **Stevige fundering** gaat samen met **Droge kelder**."


def test_lines_that_change_nothing_say_so(small_web: Web) -> None:
    assert "verandert niets" in said_of("De straat", small_web, NL)
    assert said_of("  \n ", small_web, NL) == ""
