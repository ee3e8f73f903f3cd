"""The frame round every screen: every case in every language on every screen, and whatever else may be opened."""

import re
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from sqlite3 import connect

import pytest

from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.web.case import Case
from coprod_core.web.model import Actor, Interest, Option, Relation, Rule, Stake, Unknown, Web
from coprod_ui.bar.top import SCREENS
from coprod_ui.examples.cases import NAMES
from coprod_ui.meeting import current
from coprod_ui.screens.dilemmas import PARTS
from coprod_ui.screens.gap import SHEETS
from coprod_ui.words import LANGUAGES, words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window

UNFILLED = re.compile(r"\{\w*\}|\bNone\b|\bnan\b|\binf\b|errors\.|<coprod|Sphere\.|object at")


def walked(window: Window) -> Iterator[tuple[str, str]]:
    """Every screen, tab and fold of a window, with what it says."""
    for screen in SCREENS:
        yield screen, window.go(screen).text
    window.go("gap")
    for tab in SHEETS:
        yield f"gap {tab}", window.gap(tab).text
    window.go("dilemmas")
    for dilemma in DILEMMAS:
        yield dilemma, window.dilemma(dilemma).text
        for part in PARTS[dilemma]:
            yield f"{dilemma} {part}", window.change_state(f"part_{dilemma}", part).text
    window.go("web").open("meeting_menu")
    yield "menu", window.text


OPENED = list(zip(NAMES, cycle(LANGUAGES)))
"""Every case, by turns in one of the languages: that both have the same places to fill in is asked in test_words.py."""


@pytest.mark.slow
@pytest.mark.parametrize(("case", "language"), OPENED)
def test_every_case_opens_on_every_screen_in_whole_sentences(case: str, language: str, open_case: OpenWindow) -> None:
    window = open_case(case, language)
    for where, text in walked(window):
        assert not UNFILLED.search(text), where
        assert window.told == [], where
        assert where == "web" or len(text) > 100, where  # the board draws itself: tests/browser/test_board.py


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_web_says_on_every_screen_what_to_do_next(language: str, open_web: OpenWindow) -> None:
    window = open_web(Web(title="Leeg"), language)
    say = window.words
    texts = dict(walked(window))
    assert say("undefined.no_citizen_stakes") in texts["gap"]
    assert say("undefined_short.no_initiators") in texts["feasibility_inclusiveness"]
    assert say("undefined_short.no_initiators") in texts["role"]
    assert say("undefined.no_rules") in texts["rules"]
    assert window.told == []


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen not in ("start", "workshop")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_meeting_a_screen_leads_to_start(store: Store, screen: str, language: str) -> None:
    window = Window(None, language, screen)
    assert window.words("empty.no_meeting") in window.text
    assert window.words("empty.to_start") in window.text


HALF_WEBS = {
    "parties only": Web(actors=(Actor("a", "Wij", "citizens"), Actor("b", "Raad", "political_authority"))),
    "interests only": Web(interests=(Interest("k", "Rust"),)),
    "nobody seated": Web(
        actors=(Actor("a", "Wij", "citizens"),), interests=(Interest("k", "Rust"),), stakes=(Stake("a", "k", 1.0),)
    ),
    "everybody seated": Web(
        actors=(Actor("a", "Wij", "citizens", seats=3),),
        interests=(Interest("k", "Rust"),),
        stakes=(Stake("a", "k", 1.0),),
    ),
    "stakes of nothing": Web(
        actors=(Actor("a", "Wij", "citizens", seats=3), Actor("b", "Zij", "citizens")),
        interests=(Interest("k", "Rust"),),
        stakes=(Stake("a", "k", 0.0), Stake("b", "k", 0.0)),
    ),
    "organisations only": Web(
        actors=(Actor("a", "Waterschap", "other_organisation", seats=1),),
        interests=(Interest("k", "Rust"),),
        stakes=(Stake("a", "k", 1.0, -1.0),),
        options=(Option("o", "Pomp", 0.0, {"k": 1.0}, barred=True),),
        rules=(Rule("r", "Regel", 0.0, 1.0),),
    ),
    "only holes": Web(
        actors=(Actor("a", "Wij", "citizens"),), interests=(Interest("k", "Rust"),), unknown=(Unknown("a", "k"),)
    ),
}  # fmt: skip


@pytest.mark.parametrize("web", HALF_WEBS.values(), ids=HALF_WEBS)
def test_a_web_that_is_half_built_raises_nothing_anywhere(web: Web, open_web: OpenWindow) -> None:
    window = open_web(web)
    for where, text in walked(window):
        assert not UNFILLED.search(text), where
    assert window.told == []


@pytest.mark.slow
def test_with_more_groups_than_can_be_reckoned_through_the_screens_say_so(open_web: OpenWindow) -> None:
    crowd = tuple(Actor(f"g{i}", f"Groep {i}", "citizens", people=10.0 + i) for i in range(17))
    interests = tuple(Interest(f"k{i}", f"Belang {i}") for i in range(5))
    stakes = tuple(Stake(group.id, f"k{i % 5}", 1.0) for i, group in enumerate(crowd))
    initiators = (Actor("us", "Wij", "citizens", seats=5),)
    window = open_web(Web(actors=initiators + crowd, interests=interests, stakes=(*stakes, Stake("us", "k1", 1.0))))
    texts = dict(walked(window))
    assert window.words("undefined.too_many_candidates") in texts["feasibility_inclusiveness tension"]
    assert "Belang" in texts["gap"]
    window.go("gap").gap("who").press(f"gap_sheet_invite_{window.value('missing')}")
    assert window.told == []


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "**vet** _schuin_ `code` $x^2$ [link](https://voorbeeld.nl) ![x](y)",
    ":material/delete: :red[rood] :orange-badge[x] :smile:",
    "# kop\n- lijst\n> citaat | tabel |",
    '"; DROP TABLE meeting; --',
    "{name} {0} {} %s %(x)s \\n",
    "\u200fעברית العربية\u200e",
    "👩‍👩‍👧 \u200b\u00ad é é ﷽",
    "x" * 200,
]


def hostile_web(first: int) -> Web:
    """A web in which every word a person can write is a hostile one, each the next in the list."""
    said = cycle(HOSTILE[first:] + HOSTILE[:first])
    return Web(
        title=next(said),
        notes=next(said),
        filled_in_by=next(said),
        missing_plan=next(said),
        case=Case(story=next(said), questions=(next(said),), source=next(said)),
        actors=(
            Actor("a", next(said), "citizens", people=10, seats=2, notes=next(said)),
            Actor("b", next(said), "citizens", people=20, notes=next(said)),
            Actor("c", next(said), "other_organisation", seats=1),
            Actor("d", next(said), "political_authority", seats=1),
        ),
        interests=(Interest("k", next(said), notes=next(said)), Interest("l", next(said))),
        stakes=(
            Stake("a", "k", 1.0, notes=next(said)),
            Stake("b", "l", 1.0),
            Stake("c", "k", 0.4, -1.0),
            Stake("d", "k", 1.0),
        ),
        unknown=(Unknown("a", "l"),),
        relations=(Relation("k", "l", -1.0, notes=next(said)),),
        options=(
            Option("o", next(said), 0.9, {"k": 1.0, "l": -1.0}, notes=next(said)),
            Option("p", next(said), 0.5, {"l": 1.0}),
        ),
        rules=(Rule("r", next(said), 1.0, 0.1, {"l": 1.0}, {"k": 1.0}, notes=next(said)),),
    )


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 3))
def test_hostile_words_raise_nothing_and_never_stand_as_html(first: int, open_web: OpenWindow) -> None:
    window = open_web(placed(hostile_web(first)))
    for where, _ in walked(window):
        assert window.told == [], where
        for html in window.app.get("html"):
            assert "<script" not in html.value, where
            assert "<img src=x" not in html.value, where
        for shown in window.app.markdown:
            assert not shown.allow_html, where


# -- language and numbers ----------------------------------------------------------------------------------------------


def test_another_language_keeps_the_meeting_and_tells_the_board(small: Window) -> None:
    meeting = small.meeting
    small.change("language", "en")
    assert (small.meeting, small.board["language"], small.board["away"]) == (meeting, "en", words("en")("board.away"))
    assert small.loaded.head == 1


def test_another_language_keeps_the_dilemma_that_is_open(small: Window) -> None:
    small.go("dilemmas").dilemma("rules").change("language", "en")
    assert words("en")("say_rule.third_asked") in small.text
    assert words("en")("look_role.question_plan") not in small.text


def test_another_language_keeps_the_digits_and_who_is_missing(small: Window) -> None:
    small.change("digits_web", True).change("language", "en")
    assert small.board["digits"]
    small.go("gap").gap("places").change("reference", "affected_public").change("language", "nl")
    assert small.value("reference") == "affected_public"


@pytest.mark.parametrize("locale", ["nl-NL", "en-GB", "fr-FR", None])
def test_the_language_follows_the_browser_and_else_is_dutch(store: Store, locale: str | None) -> None:
    window = Window(None, None, "start", locale=locale)
    assert window.words.language == ("en" if locale == "en-GB" else "nl")


@pytest.mark.parametrize("asked", ["xx", "", "<script>", "english"])
def test_a_language_in_the_address_that_does_not_exist_raises_nothing(store: Store, asked: str) -> None:
    assert Window(None, asked, "start").words.language in LANGUAGES


def test_digits_are_kept_per_screen(small: Window) -> None:
    assert not small.value("digits_web")
    assert small.go("gap").value("digits_gap")
    small.change("digits_gap", False).go("dilemmas")
    assert small.value("digits_dilemmas")
    assert not small.go("gap").value("digits_gap")


# -- what cannot be opened ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("screen", "meeting"),
    [
        *((screen, "gone") for screen in SCREENS),
        *(("web", odd) for odd in ("../../etc/passwd", "' OR 1=1 --", "x" * 5000, "%00", "\x00")),
    ],
    ids=range(len(SCREENS) + 5),
)
def test_an_address_of_a_meeting_that_does_not_exist_is_told_and_leads_to_start(
    store: Store, screen: str, meeting: str
) -> None:
    window = Window(meeting, "nl", screen)
    assert window.told == [window.words("errors.no_such_meeting")]
    assert "meeting" not in window.app.query_params
    ways_on = {"start": "start.begin", "workshop": "workshop.begin"}
    assert window.words(ways_on.get(screen, "empty.no_meeting_next")) in window.text


def test_the_way_out_of_an_address_that_does_not_exist_is_to_begin(store: Store) -> None:
    window = Window("gone", "nl", "web").go("start").press("open_sewer")
    assert window.told == []
    assert window.bar["undo"]


def test_a_database_of_a_newer_version_is_told_and_nothing_else_is_shown(database: Path) -> None:
    with closing(Store(f"sqlite:///{database}")) as store:
        meeting = store.begin(Web(title="Van later"))
    with closing(connect(database)) as connection, connection:
        connection.execute("INSERT INTO store_version (version) VALUES (99)")
    for screen in SCREENS:
        window = Window(meeting, "nl", screen)
        assert window.told == [window.words("errors.newer_database")]
        assert not window.app.button


def test_a_file_that_is_no_database_is_told(database: Path) -> None:
    database.write_bytes(b"this is no database" * 1000)
    (told,) = Window(None, "nl", "start").told
    assert told.startswith("De opslag gaat niet open")


def test_a_damaged_meeting_is_told_and_the_others_open(small: Window, database: Path, store: Store) -> None:
    damaged = store.begin(Web(title="Kapot"))
    with closing(connect(database)) as connection, connection:
        connection.execute("UPDATE entry SET act = replace(act, 'Kapot', 'Anders') WHERE meeting_id = ?", (damaged,))
    current.let_go_of_store()
    (told,) = Window(damaged).told
    assert told.startswith("Deze bijeenkomst is beschadigd")
    assert Window(small.meeting).told == []


def test_a_window_that_was_on_its_way_to_another_screen_goes_on_to_it(small: Window) -> None:
    small.app.session_state["on_the_way"] = ("method", {})
    assert small.run().shows("method_reset")
    assert "on_the_way" not in small.app.session_state
