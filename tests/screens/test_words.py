"""The two catalogues say the same things, use plain words, and hold nothing that nobody shows."""

import ast
import re
import string
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.files.fault_text import LINES
from coprod_core.web.model import Invitation, Provenance, Sphere
from coprod_ui.words import LANGUAGES, Words, catalogue, literal, of_100, words
from tests.sources import modules, nodes

ROOT = Path(__file__).parents[2]
SCREEN_FILES = [
    path
    for folder, pattern in (
        ("coprod_ui", "*.py"),
        ("coprod_ui", "*.js"),
        ("coprod_ui", "*.html"),
        ("pages", "*.py"),
        (".", "app.py"),
    )
    for path in (ROOT / folder).rglob(pattern)
    if folder != "." or path.parent == ROOT
]
SOURCE = "\n".join(path.read_text("utf-8") for path in SCREEN_FILES)

both = pytest.mark.parametrize("language", LANGUAGES)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys():
    assert set(catalogue("nl")) == set(catalogue("en"))


def test_both_languages_fill_in_the_same_things():
    for key, text in catalogue("nl").items():
        assert placeholders(text) == placeholders(catalogue("en")[key]), key


@both
def test_no_text_is_empty_but_the_ones_that_say_nothing_on_purpose(language: str):
    assert [key for key, text in catalogue(language).items() if not text.strip()] == ["say_change.how.plain"]


def test_english_is_spelt_the_british_way():
    american = re.compile(r"neighbor|\bcolor|behavior|\bcenter|organiz|recogniz|favor", re.IGNORECASE)
    assert [key for key, text in catalogue("en").items() if american.search(text)] == []


# -- keys and the code that uses them -------------------------------------------------------------------------------

QUOTED = set(re.findall(r"""["'`]([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)["'`]""", SOURCE))
# what is built from parts: choice("table", x), f"table.{x}", f"table.part_{x}", f"{x}s.part", and named tables
TABLES = {
    *re.findall(r"""choice\(\s*["']([a-z_.]+)["']""", SOURCE),
    *re.findall(r"""[`"']([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)\.\$?\{""", SOURCE),
    *re.findall(
        r"""["'](parts|times|distances|people_parts|say_role\.side_short|roles_short|roles_full)["']""",
        SOURCE,
    ),
    *re.findall(r"""["'](amounts_wanted|need_states)["']""", SOURCE),
    *re.findall(r"""\bwords=["']([a-z_.]+)["']""", SOURCE),  # a form names the table of its choice
}
BEGINNINGS = set(re.findall(r"""[`"']([a-z][a-z0-9_]*\.[a-z0-9_.]*_)\$?\{""", SOURCE))
ENDS = set(re.findall(r"""[`"']\$?\{[\w.]+\}([a-z]*[._][a-z_]+)["'`]""", SOURCE))


def used(key: str) -> bool:
    parent, _, last = key.rpartition(".")
    return (
        key in QUOTED
        or any(key.startswith(f"{table}.") for table in TABLES)
        or any(key.startswith(beginning) for beginning in BEGINNINGS)
        or any(key.endswith(end) for end in ENDS)
        or (last in ("one", "other") and parent in QUOTED)
    )


def test_every_key_is_shown_somewhere():
    assert sorted(key for key in catalogue("nl") if not used(key)) == []


def test_every_key_in_the_code_is_in_the_catalogue():
    tables = {key.partition(".")[0] for key in catalogue("nl")}
    spoken = re.findall(r"""\b(?:t|w|words|say)\(\s*["']([a-z][a-z0-9_]*\.[a-z0-9_.]+)["']""", SOURCE)
    plurals = re.findall(r"""plural\(\s*["']([a-z][a-z0-9_.]+)["']""", SOURCE)
    missing = [key for key in spoken if key not in catalogue("nl") and key.partition(".")[0] in tables]
    missing += [key for key in plurals if f"{key}.other" not in catalogue("nl")]
    assert missing == []


def error_codes() -> set[str]:
    """Every code in a call that raises one of our errors or notes a fault, wherever that may be."""
    rooms = ("coprod_core", "coprod_ui/typed_line", "coprod_ui/served/board", "coprod_ui/meeting")
    found = [node for room in rooms for path in modules(room) for node in nodes(path)]
    classes = [node for node in found if isinstance(node, ast.ClassDef)]
    ours = {"CoprodError"}
    for _ in classes:
        ours |= {c.name for c in classes if any(isinstance(base, ast.Name) and base.id in ours for base in c.bases)}
    calls = [node for node in found if isinstance(node, ast.Call)]
    own_codes = {"DamagedLog", "ChangedElsewhere", "NoSuchMeeting"}  # these fill in their own code
    codes = set(LINES)
    for call in calls:
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        place = 0 if name in ours - own_codes or name == "__init__" else 1 if name in ("Fault", "_refused") else None
        said = call.args[place] if place is not None and len(call.args) > place else None
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            codes.add(said.value)
    return codes


ONLY_ON_THE_COMMAND_LINE = {"cannot_read_file", "more_faults"}


def test_every_error_code_has_a_sentence():
    codes = error_codes() - ONLY_ON_THE_COMMAND_LINE
    assert {"gone", "damaged_log", "cannot_open", "unclear_signs", "not_json"} <= codes
    assert sorted(code for code in codes if f"errors.{code}" not in words("nl")) == []


# -- numbers, names, times ------------------------------------------------------------------------------------------


def test_numbers_are_written_in_the_readers_way():
    assert words("nl").number(0.42) == "0,42"
    assert words("en").number(0.42) == "0.42"
    assert words("nl").count(60.0) == "60"
    assert words("nl").count(2.5) == "2,5"
    assert words("nl").count(12000) == "12.000"
    assert words("en").count(12000) == "12,000"


def test_a_number_just_below_nothing_is_not_written_as_minus_nothing():
    assert words("en").number(-0.001) == "0.00"
    assert words("en").count(-0.001) == "0"


def test_halves_are_rounded_up_also_where_binary_fractions_fall_short():
    assert of_100(0.285) == 29
    assert of_100(0.5049) == 50
    assert of_100(0.505) == 51


@given(st.floats(min_value=0, max_value=1))
def test_a_share_is_shown_as_a_whole_number_of_at_most_100(share: float):
    assert 0 <= of_100(share) <= 100
    assert abs(of_100(share) - 100 * share) <= 0.5 + 1e-6


def test_names_are_listed_as_people_say_them():
    assert words("nl").names(["a", "b", "c"]) == "a, b en c"
    assert words("en").names(["a", "b"]) == "a and b"
    assert words("nl").names(["a"]) == "a"
    assert words("nl").names([]) == ""


@pytest.mark.parametrize("name", ["Wat nu?", "Stop!", "nr\\.", "en zo…"])
def test_a_name_that_ends_in_a_stop_gets_no_second_one(name: str):
    assert words("nl")("say_gap.missing", interest=name) == f"Nog niet gehoord: *{name}*"
    assert words("nl")("say_gap.missing", interest="droge kelder") == "Nog niet gehoord: *droge kelder*."


def test_one_and_more_have_their_own_words():
    assert words("nl").plural("quick.people", 1) == "1 mens"
    assert words("nl").plural("quick.people", 2) == "2 mensen"


def test_times_and_days_are_in_the_readers_own_zone():
    moment = datetime(2025, 11, 12, 23, 30, tzinfo=UTC)
    amsterdam = ZoneInfo("Europe/Amsterdam")
    assert words("nl").time(moment, amsterdam) == "00:30"
    assert words("nl").day(moment, moment, amsterdam) == "vandaag"
    assert words("nl").day(moment, datetime(2025, 11, 13, 23, 30, tzinfo=UTC), amsterdam) == "gisteren"
    assert words("nl").day(moment, datetime(2025, 12, 1, tzinfo=UTC), UTC) == "12 november"
    assert words("en").day(moment, datetime(2026, 1, 1, tzinfo=UTC), UTC) == "12 November 2025"


@both
def test_every_choice_of_the_model_has_a_word(language: str):
    say = words(language)
    assert all(say.choice("spheres", sphere) for sphere in Sphere)
    assert all(say.choice("provenance", who) for who in Provenance)
    assert all(say.choice("invitation", state) for state in Invitation)


def test_a_key_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        Words("nl")("no.such_key")
    with pytest.raises(KeyError):
        Words("nl")("days.date", day=1)


# -- people's words -------------------------------------------------------------------------------------------------


@given(st.text())
def test_literal_words_keep_every_visible_character_on_one_line(text: str):
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", literal(text)).replace("\u2060", "")
    assert shown == " ".join(text.split()).replace("\u2060", "")
    assert "\n" not in literal(text)


@pytest.mark.parametrize("special", list("*_`[]()#+-.!|<>~$:&{}\\"))
def test_no_mark_with_a_meaning_in_markdown_stands_unescaped(special: str):
    assert literal(f"a{special}b").startswith(f"a\\{special}")


@pytest.mark.parametrize("name", [":smile:", "https://x.nl", "www.x.nl", "a@x.nl", "a -> b", "a -- b", ":red[x]"])
def test_what_streamlit_reads_after_markdown_is_broken_up(name: str):
    assert "\u2060" in literal(name)
