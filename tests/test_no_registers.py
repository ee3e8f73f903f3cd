"""A new reading says itself what it still lacks, so that nobody has to know a list of places to go to.

Its value, its data, its reason and its explanation stand in one module; then come a sentence, a chart, a screen and the
words of both languages. The tests of the core hold the value to its explanation; these hold it to what people see.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from coprod_core import indicators
from coprod_core.indicators import explanation, found
from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.explanation import KINDS, READINGS
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Actor, Web
from coprod_ui.words import LANGUAGES, catalogue

ROOT = Path(__file__).parents[1]

INGREDIENTS = {"gap.affected", "gap.cells", "options.utility"}
"""Readings that are explained wherever they come in, and that no screen shows by themselves."""


@cache
def source(*rooms: str) -> str:
    """All Python of some rooms of the dashboard."""
    paths = [path for room in rooms for path in sorted((ROOT / "coprod_ui" / room).rglob("*.py"))]
    return "\n".join(path.read_text("utf-8") for path in paths)


@dataclass(frozen=True)
class House:
    """What is searched: the keys of both catalogues, and the source of what people see."""

    keys: dict[str, Collection[str]]
    screens: str
    shown: str
    page: str


@cache
def house() -> House:
    page = (ROOT / "docs" / "indicators.md").read_text("utf-8")
    keys = {language: catalogue(language).keys() for language in LANGUAGES}
    return House(keys, source("screens", "widgets"), source("sentences", "charts", "screens"), page)


def without_words(keys: Iterable[str], where: House) -> list[str]:
    """The words that are missing, per language."""
    return [
        f"the text {key} in {language}" for key in keys for language in where.keys if key not in where.keys[language]
    ]


def names(code: str, text: str) -> bool:
    """Whether a source names a reading: whole, or by its own part where the first part is put before it."""
    part, _, own = code.partition(".")
    return f'"{code}"' in text or (f'"{own}"' in text and f"{part}.{{" in text)


def forgotten(code: str, reading: Reading, where: House) -> list[str]:
    """What a reading still lacks, each in words that say where to add it."""
    lacks = without_words([f"explain.name.{code}", f"explain.says.{code}"], where)
    lacks += without_words([f"explain.missing_if.{reason}" for reason in reading.undefined], where)
    for kind in reading.kinds:
        lacks += without_words([f"explain.step.{kind.code}"], where)
        lacks += without_words([f"explain.column.{column.code}" for column in kind.columns], where)
    if code not in INGREDIENTS and not names(code, where.screens):
        lacks.append("a screen that explains it (`explain.menu` or `explain.heading`)")
    if code not in INGREDIENTS and not re.search(rf"\b{code.rpartition('.')[2]}\b", where.shown):
        lacks.append("a sentence or a chart that shows it")
    if f"`{code}`" not in where.page:
        lacks.append("its place in docs/indicators.md (python -m coprod_ui.sentences.explain_docs)")
    return lacks


def test_no_reading_lacks_words_a_screen_a_sentence_or_its_page() -> None:
    lacking = {code: forgotten(code, reading, house()) for code, reading in READINGS.items()}
    assert {code: lacks for code, lacks in lacking.items() if lacks} == {}


def test_a_new_reading_hears_everything_it_lacks() -> None:
    """As one would be that somebody began on yesterday."""
    lacks = forgotten("gap.just_begun", READINGS["gap.places"], house())
    assert lacks == [
        *(f"the text explain.{table}.gap.just_begun in {code}" for table in ("name", "says") for code in LANGUAGES),
        "a screen that explains it (`explain.menu` or `explain.heading`)",
        "a sentence or a chart that shows it",
        "its place in docs/indicators.md (python -m coprod_ui.sentences.explain_docs)",
    ]


WHOLE = '''
"""How many parties sit at the table."""

from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import Column, Kind, Together, Unit, step
from coprod_core.indicators.reasons import Undefined

PLACE = ("at_the_table",)
SEATED = Kind("seated_parties", (Column("one_party", Unit.COUNT),), together=Together.SUM, unit=Unit.COUNT)


def of(readings):
    return sum(actor.seated for actor in readings.weights.web.actors) or Undefined("nobody_at_all")


def data(count):
    return count


def taken(readings, _):
    return [step(SEATED, [((("actor", a.id),), (1,)) for a in readings.weights.web.actors if a.seated])]


READINGS = (
    Reading(
        "gap.at_the_table",
        "gap",
        "the parties with a seat",
        undefined=("nobody_at_all",),
        unit=Unit.COUNT,
        kinds=(SEATED,),
        subjects=lambda readings: [] if isinstance(of(readings), Undefined) else [()],
        value=lambda readings, _: float(of(readings)),
        steps=taken,
    ),
)
'''
"""A whole indicator as somebody would write it, but for its types."""


@pytest.fixture
def with_one_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The core with one more file in it."""
    (tmp_path / "at_the_table.py").write_text(WHOLE, "utf-8")
    kept = found.modules, explanation._readings, explanation._kinds
    monkeypatch.setattr(indicators, "__path__", [*indicators.__path__, str(tmp_path)])
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


@pytest.mark.usefixtures("with_one_more")
def test_a_new_indicator_is_one_file_of_the_core_and_then_hears_the_five_others() -> None:
    seated = Web(actors=(Actor("a", "A", "citizens", seats=2), Actor("b", "B", "citizens")))
    assert readings_data(readings(seated))["at_the_table"] == 1
    assert readings_data(readings(Web()))["undefined"]["at_the_table"] == "nobody_at_all"
    assert explanation.explanation(readings(seated), "gap.at_the_table").value == 1
    lacks = forgotten("gap.at_the_table", explanation.READINGS["gap.at_the_table"], house())
    words = ("name.gap.at_the_table", "says.gap.at_the_table", "missing_if.nobody_at_all")
    words += ("step.seated_parties", "column.one_party")
    assert lacks == [
        *(f"the text explain.{key} in {language}" for key in words for language in LANGUAGES),
        "a screen that explains it (`explain.menu` or `explain.heading`)",
        "a sentence or a chart that shows it",
        "its place in docs/indicators.md (python -m coprod_ui.sentences.explain_docs)",
    ]


def test_every_reason_why_a_reading_is_missing_is_said() -> None:
    computed = "\n".join(path.read_text("utf-8") for path in (ROOT / "coprod_core" / "indicators").rglob("*.py"))
    reasons = sorted(set(re.findall(r'\bUndefined\("(\w+)"\)', computed)))
    assert "no_citizen_stakes" in reasons
    assert without_words([f"undefined.{reason}" for reason in reasons], house()) == []


def test_no_words_explain_a_reading_that_is_not_there() -> None:
    for language in LANGUAGES:
        named = {key.removeprefix("explain.name.") for key in catalogue(language) if key.startswith("explain.name.")}
        assert named == set(READINGS), language


def test_every_step_belongs_to_a_reading() -> None:
    assert {kind.code for reading in READINGS.values() for kind in reading.kinds} == set(KINDS)


def test_an_ingredient_that_is_shown_by_itself_is_none_any_more() -> None:
    assert {code for code in INGREDIENTS if code not in READINGS or names(code, house().screens)} == set()
