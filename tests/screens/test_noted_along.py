"""What was noted of parties: in a file that leaves the program only where somebody ticked it, and erased on a word."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from coprod_core.acts.commands import ChangeActor
from coprod_core.exchange import FORMATS, Card
from coprod_core.files import meeting_file
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_core.web.noted import holds_noted, web_without
from coprod_ui.bar import meeting_menu
from coprod_ui.files.save_as import OFFERED, as_file, sheet_as_file
from coprod_ui.words import LANGUAGES, words
from tests.screens.conftest import OpenWindow
from tests.screens.window import Window, alone, run

CARD = Card(datetime(2026, 3, 4, tzinfo=UTC))
JUDGEMENT = "houding: naald-oordeel"


@pytest.fixture
def judged(small_web: Web) -> Web:
    """The small web, with something noted of two parties."""
    first, second, *others = small_web.actors
    parties = (replace(first, trust="weak", attitude="negative"), replace(second, trust="good", notes=JUDGEMENT))
    return replace(small_web, actors=(*parties, *others))


def without_times(content: bytes) -> bytes:
    """Every byte of a file, unpacked, but for the moments in it."""
    parts = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [packed.read(name) for name in packed.namelist() if name != "docProps/core.xml"]
    return re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+(?:\+00:00|Z)", b"", b"\n".join(parts))


def downloads(web: Web) -> dict[str, Callable[[bool], bytes]]:
    """Every file that holds parties, by its name, as it is made with or without a tick."""
    say = words("nl")
    entries = meeting_file.read(
        FORMATS["meeting"].write(web, meeting_menu.Card(datetime(2026, 3, 4, tzinfo=UTC)))
    ).entries
    log = (*entries, meeting_file.Entry(entries[0].at, ChangeActor(web.actors[0].id, {"trust": "good"})))
    return {
        "web": lambda noted: meeting_menu.web_as_file(web, noted),
        "history": lambda noted: meeting_menu.history_as_file(log, web, noted),
        "sheet": lambda noted: sheet_as_file(web, "not_stated", say, noted),
        **{
            name: lambda noted, name=name: as_file(web, FORMATS[name], "not_stated", say, noted)  # type: ignore[misc]
            for name in OFFERED
        },
    }


NAMES = ("web", "history", "sheet", *OFFERED)


@pytest.mark.parametrize("name", NAMES)
def test_no_byte_of_a_file_says_what_was_noted_unless_it_was_ticked(name: str, judged: Web, database: object) -> None:
    plain = downloads(web_without(judged))[name](False)
    assert without_times(downloads(judged)[name](False)) == without_times(plain)
    if name != "table":
        ticked = downloads(judged)[name](True)
        assert b"naald-oordeel" in without_times(ticked) or name in ("sheet", "prsm")
        assert without_times(ticked) != without_times(plain)


@pytest.mark.parametrize("name", [name for name in OFFERED if name != "table"])
def test_a_tick_takes_it_along_whole(name: str, judged: Web, database: object) -> None:
    assert FORMATS[name].read(downloads(judged)[name](True)).web == judged
    assert FORMATS[name].read(downloads(judged)[name](False)).web == web_without(judged)


def test_the_steps_of_a_meeting_go_along_without_it(judged: Web, database: object) -> None:
    back = meeting_file.read(downloads(judged)["history"](False))
    assert len(back.entries) == 2
    assert not holds_noted(back.history.web)
    assert holds_noted(meeting_file.read(downloads(judged)["history"](True)).history.web)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_asks_only_where_something_was_noted(open_web: OpenWindow, judged: Web, language: str) -> None:
    window = open_web(judged, language).open("meeting_menu")
    assert window.shows("noted_along_menu")
    assert "Woo" in window.words("noted.along")
    assert not open_web(web_without(judged), language).open("meeting_menu").shows("noted_along_menu")


def test_saving_for_another_program_never_says_that_all_comes_along_where_this_stays(store: Store, judged: Web) -> None:
    say, meeting = words("nl"), store.begin(judged)
    app = alone(_saving, {"language": "nl", "meeting": meeting})
    assert say("formats_cannot.noted") in app.markdown[0].value
    app.checkbox(key="save_as_noted").check()
    run(app)
    assert app.markdown[0].value == say("formats_cannot.nothing")


def _saving() -> None:
    from coprod_ui.files import save_as

    save_as.draw("web")


def _question() -> None:
    from coprod_ui.bar import erase_noted

    erase_noted.draw()


def question(meeting: str) -> AppTest:
    """The dialog as it opens on a meeting."""
    return alone(_question, {"language": "nl", "meeting": meeting})


def test_a_person_erases_what_was_noted_after_one_question(open_web: OpenWindow, judged: Web, store: Store) -> None:
    window, other = open_web(judged), open_web(judged)
    store.append(window.meeting, ChangeActor(judged.actors[0].id, {"trust": "good"}), seen=1)
    assert window.open("meeting_menu").shows("erase_noted")
    dialog = question(window.meeting)
    assert [block.value for block in dialog.markdown] == [
        words("nl")(f"noted.{line}") for line in ("goes", "stays", "elsewhere")
    ]
    assert holds_noted(window.web)
    dialog.button(key="erase_noted_sure").click()
    run(dialog)
    assert window.run().web == web_without(judged)
    assert holds_noted(other.run().web)
    assert len(store.acts(window.meeting)) == 2
    window.press("undo")
    assert window.web == web_without(judged)


def test_on_a_what_if_it_is_the_whole_meeting_that_is_meant(open_web: OpenWindow, judged: Web, store: Store) -> None:
    meeting = open_web(judged).meeting
    scenario = store.fork(meeting, "Wat als")
    dialog = question(scenario)
    dialog.button(key="erase_noted_sure").click()
    run(dialog)
    assert not holds_noted(store.load(meeting).history.web)
    assert not holds_noted(store.load(scenario).history.web)


def test_the_file_with_everything_asks_too(store: Store) -> None:
    assert Window(None, "nl", "start").open("recovery").shows("noted_along_stick")
