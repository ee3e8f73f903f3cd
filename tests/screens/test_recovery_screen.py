"""Copies on Start, a damaged meeting, a storage that does not open: what a person sees and can do."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.commands import ChangeMeeting
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.words import literal
from tests.screens.window import Window


def noted(store: Store, *words: str) -> str:
    meeting = store.begin(Web(title="Nieuw riool"))
    for seen, word in enumerate(words, 1):
        store.append(meeting, ChangeMeeting({"notes": word}), seen=seen)
    return meeting


def database(store: Store) -> Path:
    file = store._database.file
    assert file is not None
    return file


def tamper(store: Store, statement: str) -> None:
    with closing(sqlite3.connect(database(store))) as elsewhere, elsewhere:
        elsewhere.execute(statement)


def on_recovery() -> Window:
    return Window(None, "nl", "start").open("recovery")


def test_a_meeting_comes_back_out_of_a_copy(store: Store) -> None:
    meeting = noted(store, "een")
    copy = store.recovery.backup()
    store.append(meeting, ChangeMeeting({"notes": "bedorven"}), seen=2)
    window = on_recovery()
    assert copy is not None
    window.change("recovery_copy", copy.name)
    assert "Nieuw riool" in window.text
    window.press(f"recovery_bring_{copy.name}_{meeting}")
    assert window.web.notes == "een"
    assert len(store.meetings()) == 2


def test_a_copy_made_now_is_in_the_list(store: Store) -> None:
    window = on_recovery()
    assert window.words("recovery.none_yet") in window.text
    window.press("recovery_make")
    assert len(store.recovery.copies()) == 1
    assert window.words("recovery.none_yet") not in window.text


@pytest.mark.parametrize(("version", "has_it"), [((3, 50, 6), True), ((3, 51, 3), False)])
def test_the_fault_that_we_know_of_in_sqlite_is_told_where_this_one_has_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], has_it: bool
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    window = on_recovery()
    assert (window.words("recovery.sqlite_fault") in window.text) is has_it


def test_a_damaged_meeting_opens_up_to_the_damage_and_goes_on_in_a_new_one(store: Store) -> None:
    meeting = noted(store, "een", "twee", "drie")
    tamper(store, "UPDATE entry SET act = replace(act, 'drie', 'vier')")
    store._recent.forget(meeting)
    window = Window(meeting, "nl", "web")
    assert window.words("recovery.damaged", seq=4) in window.text
    window.press("recovery_go_on_before")
    assert window.web.notes == "twee"
    assert window.words("recovery.damaged", seq=4) not in window.text


@pytest.mark.parametrize("screen", ["gap", "dilemmas", "scenarios", "history", "report", "conditions"])
def test_a_damaged_meeting_opens_on_every_screen(store: Store, screen: str) -> None:
    meeting = noted(store, "een", "twee")
    tamper(store, "UPDATE entry SET act = replace(act, 'twee', 'weet')")
    store._recent.forget(meeting)
    window = Window(meeting, "nl", screen)
    assert window.words("recovery.damaged", seq=3) in window.text


def test_what_could_not_be_erased_stands_on_start_until_it_is(store: Store) -> None:
    meeting = noted(store)
    file = database(store)
    obstacle = file.parent / "backups" / f"{file.stem}-000001-20250101T000000000000Z.db"
    obstacle.mkdir(parents=True)
    window = Window(None, "nl", "start")
    window.open(f"menu_{meeting}").press(f"delete_{meeting}")
    assert literal(obstacle.name) in window.text
    assert store.meetings() == ()
    obstacle.rmdir()
    window.press("recovery_finish")
    assert store.erasing.unfinished() == ()
    assert window.words("recovery.finish") not in window.text


def test_a_storage_that_does_not_open_offers_its_copies(store: Store) -> None:
    noted(store, "een")
    store.recovery.backup()
    file = database(store)
    current.let_go_of_store()
    file.write_bytes(b"broken " * 1000)
    window = Window(None, "nl", "start")
    assert "Nieuw riool" in window.text
    window.press("recovery_put_back_1").run()
    assert "Nieuw riool" in window.text
    assert [summary.title for summary in current.store().meetings()] == ["Nieuw riool"]
