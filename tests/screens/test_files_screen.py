"""Files of other programs on screen: opening them, bringing them in, and saving for them."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from coprod_core.acts.commands import BringIn
from coprod_core.exchange import FORMATS, Card
from coprod_core.exchange.brought import NoteCode
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.files import drawing_file
from coprod_ui.files.save_as import OFFERED
from coprod_ui.words import LANGUAGES, words
from tests.screens.window import Window, alone, draft_key, run

CARD = Card(datetime(2026, 3, 4, tzinfo=UTC))
KUMU = {
    "elements": [
        {"label": "De straat", "type": "group"},
        {"label": "Het *hek* <b>", "type": "thing"},
    ],
    "connections": [{"from": "De straat", "to": "Het *hek* <b>"}],
}
TABLE = "partij\tmensen\tbelang\tgewicht\nDe straat\t70\tGroen\t++\n"


def _page(room: str) -> None:
    from coprod_ui.files import bring_in, save_as

    {"bring_in": bring_in.draw, "save_as": lambda: save_as.draw("web")}[room]()


def dialog(room: str, meeting: str, language: str = "nl", **held: Any) -> AppTest:
    """A dialog as it opens on a meeting."""
    return alone(_page, {"language": language, "meeting": meeting, **held}, room=room)


def said(app: AppTest) -> str:
    return "\n".join(block.value for block in app.markdown)


def uploaded(app: AppTest, content: bytes, name: str) -> AppTest:
    app.file_uploader(key=draft_key(app, "bring_in", "file")).upload(name, content)
    return run(app)


def pasted(app: AppTest, text: str) -> AppTest:
    app.get_by_key(draft_key(app, "bring_in", "way")).set_value("paste")
    run(app)
    app.text_area(key=draft_key(app, "bring_in", "pasted")).set_value(text)
    return run(app)


# -- on Start --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "meeting"])
def test_a_file_of_any_format_begins_a_meeting(store: Store, small_web: Web, name: str) -> None:
    start = Window(None, "nl", "start")
    start.open("file_menu").app.file_uploader(key=start.draft("file", "file")).upload(
        f"kade{FORMATS[name].suffix}", FORMATS[name].write(small_web, CARD)
    )
    start.run()
    assert f"Dit is: {words('nl')(f'formats.{name}')}." in start.text
    start.press("file_open")
    assert [actor.name for actor in start.web.actors] == [actor.name for actor in small_web.actors]
    assert None not in [actor.x for actor in start.web.actors]
    assert start.web == small_web or FORMATS[name].cannot_hold


def test_a_pasted_table_begins_a_meeting(store: Store) -> None:
    start = Window(None, "nl", "start")
    start.open("file_menu").change(start.draft("file", "way"), "paste").change(
        start.draft("file", "pasted"), TABLE
    ).press("file_open")
    assert [actor.people for actor in start.web.actors] == [70]


def test_a_person_says_which_elements_of_another_program_are_parties(store: Store) -> None:
    start = Window(None, "nl", "start")
    start.open("file_menu").app.file_uploader(key=start.draft("file", "file")).upload(
        "kade.json", json.dumps(KUMU).encode()
    )
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
    assert "Binnengehaald uit een bestand: *ander" in small.go("history").text


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


# -- which column is what --------------------------------------------------------------------------------------------

REGISTER = "Wie;Wat speelt er;Macht;Mening\nDe straat;groen, rust;hoog;tegen\nDe school;rust;laag;voor\n"


def column(app: AppTest, title: str) -> Any:
    """The choice of what a column is."""
    return next(choice for choice in app.selectbox if choice.label == title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_shows_its_first_rows_what_each_column_is_and_which_are_not_used(small: Window, language: str) -> None:
    app = pasted(dialog("bring_in", small.meeting, language), REGISTER)
    say = words(language)
    assert say("matching.heading") in said(app)
    assert list(app.dataframe[0].value.columns) == ["Wie", "Wat speelt er", "Macht", "Mening"]
    assert say("matching.not_used", names="*Wie*, *Wat speelt er*") in said(app)
    assert say("matching.asked", names="*Macht*, *Mening*") in said(app)
    assert (column(app, "Wie").value, column(app, "Macht").value) == ("", "power")


def test_a_person_says_what_the_columns_are_and_then_it_is_one_act(small: Window, store: Store) -> None:
    app = pasted(dialog("bring_in", small.meeting), REGISTER)
    assert not [button for button in app.button if button.key == "bring_in_sure"]
    column(app, "Wie").set_value("party")
    column(app, "Wat speelt er").set_value("interest")
    run(app)
    (commas,) = app.toggle
    commas.set_value(True)
    run(app)
    acts = len(store.acts(small.meeting))
    app.button(key="bring_in_sure").click()
    run(app)
    assert len(store.acts(small.meeting)) == acts + 1
    school = next(actor for actor in small.web.actors if actor.name == "De school")
    assert (school.power, school.attitude, school.notes) == ("little", "positive", "")
    assert {"groen", "rust"} <= {interest.name.casefold() for interest in small.web.interests}


def test_what_was_chosen_is_kept_for_the_next_table_with_the_same_heading(small: Window) -> None:
    app = pasted(dialog("bring_in", small.meeting), REGISTER)
    column(app, "Wie").set_value("party")
    run(app)
    kept = app.session_state["matchings"]
    again = pasted(dialog("bring_in", small.meeting, matchings=kept), REGISTER.replace("De school", "De winkel"))
    assert column(again, "Wie").value == "party"
    assert words("nl")("matching.remembered") in said(again)


def test_a_number_that_can_be_two_is_asked(small: Window) -> None:
    app = pasted(dialog("bring_in", small.meeting), "partij;mensen\nDe straat;1.250\n")
    assert words("nl")("start.file_refused") in said(app)
    (choice,) = [each for each in app.segmented_control if "1" in each.label]
    assert choice.options == ["1,25", "1250"]
    choice.set_value(",")
    run(app)
    assert "1.250 in plaats van 60" in said(app)


def test_a_weight_above_one_asks_what_the_highest_is(small: Window) -> None:
    app = pasted(dialog("bring_in", small.meeting), "partij;belang;gewicht\nDe straat;Stilte;4\n")
    assert words("nl")("start.file_refused") in said(app)
    (highest,) = app.number_input
    highest.set_value(5.0)
    run(app)
    assert not app.button(key="bring_in_sure").disabled


def test_a_name_that_is_almost_the_same_is_asked(small: Window) -> None:
    before = len(small.web.actors)
    app = pasted(dialog("bring_in", small.meeting), "partij;mensen\nDe straaat;70\n")
    asked = column(app, "De straaat")
    assert asked.options == [words("nl")("bring_in.renamed_new"), "De straat"]
    asked.set_value("street")
    run(app)
    app.button(key="bring_in_sure").click()
    run(app)
    assert (small.web.actor_by_id["street"].name, len(small.web.actors)) == ("De straaat", before)
    assert small.web.actor_by_id["street"].people == 70


def test_a_whole_web_can_update_what_is_here(small: Window, small_web: Web) -> None:
    other = Web(title="Ander", actors=small_web.actors[:1])
    app = uploaded(dialog("bring_in", small.meeting), FORMATS["ods"].write(other, CARD), "ander.ods")
    app.get_by_key(draft_key(app, "bring_in", "whole")).set_value("update")
    run(app)
    assert words("nl")("bring_in.updates") in said(app)
    app.button(key="bring_in_sure").click()
    run(app)
    assert (small.web.title, len(small.web.actors)) == ("Ander", len(small_web.actors))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_an_importer_can_make_has_a_sentence(language: str) -> None:
    say = words(language)
    assert [code for code in get_args(NoteCode) if f"file_notes.{code}" not in say] == []


def test_a_refusal_can_be_copied(small: Window) -> None:
    app = pasted(dialog("bring_in", small.meeting), "partij;soort\nA;reus")
    assert "B2" in app.code[0].value


# -- saving ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OFFERED)
def test_every_format_says_what_it_cannot_hold(small: Window, name: str, language: str) -> None:
    app = dialog("save_as", small.meeting, language, save_as_format=name)
    say = words(language)
    for code in FORMATS[name].cannot_hold:
        assert say(f"formats_cannot.{code}") in said(app)
    assert (say("formats_cannot.nothing") in said(app)) == (not FORMATS[name].cannot_hold)
    assert [button.proto.label for button in app.get("download_button")] == [
        say(what)
        for what in (
            *("save_as.save", "map_sheet.save", "save_as.as_png", "save_as.as_svg"),
            *("save_as.as_png", "save_as.as_svg"),
        )
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_of_whom_we_trust_is_offered_once_somebody_says_that_it_may_become_public(
    small: Window, language: str
) -> None:
    app, say = dialog("save_as", small.meeting, language, save_map_picture="trust"), words(language)
    drawing_only = len(app.get("download_button"))
    assert say("power_map_file.public_trust") in [each.label for each in app.checkbox]
    app.checkbox(key="save_map_public_trust").check()
    run(app)
    assert len(app.get("download_button")) == drawing_only + 2


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_the_drawing_by_itself_is_a_picture(small_web: Web, kind: drawing_file.Kind, begins: bytes) -> None:
    bare = replace(small_web, actors=tuple(replace(actor, x=None, y=None) for actor in small_web.actors))
    assert drawing_file.as_file(bare, kind, words("nl")).startswith(begins)


def test_the_menu_of_the_meeting_offers_both(small: Window) -> None:
    small.open("meeting_menu")
    assert small.shows("save_as")
    assert small.shows("bring_in")
    small.press("bring_in")
    assert not small.app.session_state["meeting_menu"]
