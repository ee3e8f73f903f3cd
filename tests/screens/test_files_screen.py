"""Files of other programs on screen: opening them, bringing them in, and saving for them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from coprod_core.commands import BringIn
from coprod_core.exchange import FORMATS, Card
from coprod_core.model import Web
from coprod_core.store import Store
from coprod_ui.save_as import OFFERED
from coprod_ui.words import LANGUAGES, words
from tests.screens.window import Window

CARD = Card(datetime(2026, 3, 4, tzinfo=UTC))
KUMU = {
    "elements": [
        {"label": "De straat", "type": "group"},
        {"label": "Het *hek* <b>", "type": "thing"},
    ],
    "connections": [{"from": "De straat", "to": "Het *hek* <b>"}],
}
TABLE = "partij\tmensen\tbelang\tgewicht\nDe straat\t70\tGroen\t++\n"


def _page(room: str) -> None:  # runs by its source alone, and knows no name of this module
    from coprod_ui import bring_in, save_as

    {"bring_in": bring_in.draw, "save_as": lambda: save_as.draw("web")}[room]()


def dialog(room: str, meeting: str, language: str = "nl", **held: Any) -> AppTest:
    """A dialog as it opens on a meeting."""
    app = AppTest.from_function(_page, kwargs={"room": room}, default_timeout=60)
    for key, value in {"language": language, "meeting": meeting, **held}.items():
        app.session_state[key] = value
    return run(app)


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, [(e.message, e.stack_trace) for e in app.exception]
    return app


def said(app: AppTest) -> str:
    return "\n".join(block.value for block in app.markdown)


def uploaded(app: AppTest, content: bytes, name: str) -> AppTest:
    app.file_uploader(key="bring_in").upload(name, content)
    return run(app)


def pasted(app: AppTest, text: str) -> AppTest:
    app.session_state["bring_in_way"] = "paste"
    run(app)
    app.text_area(key="bring_in_pasted").set_value(text)
    return run(app)


# -- on Start --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "meeting"])
def test_a_file_of_any_format_begins_a_meeting(store: Store, small_web: Web, name: str) -> None:
    start = Window(None, "nl", "start")
    start.app.file_uploader(key="file").upload(f"kade{FORMATS[name].suffix}", FORMATS[name].write(small_web, CARD))
    start.run()
    assert f"Dit is: {words('nl')(f'formats.{name}')}." in start.text
    start.press("file_open")
    assert [actor.name for actor in start.web.actors] == [actor.name for actor in small_web.actors]
    assert None not in [actor.x for actor in start.web.actors]
    assert start.web == small_web or FORMATS[name].cannot_hold


def test_a_pasted_table_begins_a_meeting(store: Store) -> None:
    start = Window(None, "nl", "start").change_state("file_way", "paste")
    start.change("file_pasted", TABLE).press("file_open")
    assert [actor.people for actor in start.web.actors] == [70]


def test_a_person_says_which_elements_of_another_program_are_parties(store: Store) -> None:
    start = Window(None, "nl", "start")
    start.app.file_uploader(key="file").upload("kade.json", json.dumps(KUMU).encode())
    start.run()
    (parties,) = start.app.multiselect
    assert parties.value == ["De straat"]
    assert words("nl")("file_notes.assumed_weight", count=1) in start.text
    parties.set_value(["De straat", "Het *hek* <b>"])
    start.run().press("file_open")
    assert [actor.name for actor in start.web.actors] == ["De straat", "Het *hek* <b>"]
    assert start.web.title == "kade"


# -- bringing in -----------------------------------------------------------------------------------------------------


def test_what_would_change_is_shown_before_anything_does_and_is_one_act_that_can_be_undone(
    small: Window, store: Store
) -> None:
    before = small.web
    app = pasted(dialog("bring_in", small.meeting), TABLE)
    assert "70 in plaats van 60" in said(app)
    assert "Nieuw bij *De straat*: *Groen*" in said(app)
    assert words("nl")("bring_in.adds") in said(app)
    assert small.web == before
    app.button(key="bring_in_sure").click()
    run(app)
    assert isinstance(store.acts(small.meeting)[-1].act, BringIn)
    assert small.web.actor_by_id["street"].people == 70
    assert len(small.web.options) == 1
    small.run().press("undo")
    assert small.web == before


def test_a_whole_web_takes_the_place_of_what_there_was(small: Window, small_web: Web) -> None:
    other = Web(title="Ander", actors=small_web.actors[:1])
    app = uploaded(dialog("bring_in", small.meeting), FORMATS["workbook"].write(other, CARD), "ander.xlsx")
    assert words("nl")("bring_in.replaces") in said(app)
    app.button(key="bring_in_sure").click()
    run(app)
    assert small.web == other
    assert "Binnengehaald uit een bestand: *ander" in small.run().text


def test_what_is_there_already_cannot_be_brought_in_again(small: Window) -> None:
    app = uploaded(dialog("bring_in", small.meeting), FORMATS["graphml"].write(small.web, CARD), "zelfde.graphml")
    assert words("nl")("bring_in.nothing") in said(app)
    assert app.button(key="bring_in_sure").disabled


def test_a_file_that_is_refused_says_where_and_changes_nothing(small: Window, store: Store) -> None:
    before = small.loaded.head
    app = pasted(dialog("bring_in", small.meeting), "partij;gewicht;belang\nA;9;B")
    assert words("nl")("start.file_refused") in said(app)
    assert "B2" in said(app)
    assert not [button for button in app.button if button.key == "bring_in_sure"]
    assert small.loaded.head == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_from_a_file_stand_as_plain_text(small: Window, language: str) -> None:
    app = uploaded(dialog("bring_in", small.meeting, language), json.dumps(KUMU).encode(), "<i>kade</i>.json")
    assert "<b>" not in said(app)
    assert "*hek*" not in said(app)


# -- saving ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OFFERED)
def test_every_format_says_what_it_cannot_hold(small: Window, name: str, language: str) -> None:
    app = dialog("save_as", small.meeting, language, save_as_format=name)
    say = words(language)
    for code in FORMATS[name].cannot_hold:
        assert say(f"formats_cannot.{code}") in said(app)
    assert (say("formats_cannot.nothing") in said(app)) == (not FORMATS[name].cannot_hold)
    (button,) = app.get("download_button")
    assert button.proto.label == say("save_as.save")


def test_the_menu_of_the_meeting_offers_both(small: Window) -> None:
    small.open("meeting_menu")
    assert small.shows("save_as")
    assert small.shows("bring_in")
    small.press("bring_in")
    assert not small.app.session_state["meeting_menu"]
