"""A Pol.is export on Start and in a meeting: first what it would do, then a meeting or one act."""

from pathlib import Path

import pytest

from coprod_core.store.store import Store
from coprod_ui.words import LANGUAGES
from tests.screens.window import Window, alone, draft_key, run

SAMPLES = Path(__file__).parents[1] / "samples" / "polis"
NAMES = ("comments.csv", "participants-votes.csv", "summary.csv")


@pytest.fixture
def start(store: Store) -> Window:
    return Window(None, "nl", "start")


def upload(window: Window, *files: tuple[str, bytes]) -> Window:
    window.open("file_menu")
    for name, content in files:
        window.app.file_uploader(key=window.draft("file", "file")).upload(name, content, "text/csv")
    return window.run()


def sample(*names: str) -> list[tuple[str, bytes]]:
    return [(name, (SAMPLES / name).read_bytes()) for name in names]


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_files_are_one_export_and_begin_a_meeting(store: Store, language: str) -> None:
    window = upload(Window(None, language, "start"), *sample(*NAMES))
    assert window.words("polis.sign_clear", fits=13, of=13) in window.text
    assert window.words("polis.weight") in window.text
    assert store.meetings() == ()
    window.press("file_open")
    assert window.web.title == "De Waterkant opnieuw"
    assert [actor.people for actor in window.web.actors] == [30, 22, 8, 9]
    assert len(window.web.interests) == 12
    assert all(actor.x is not None for actor in window.web.actors)


def test_one_chooses_how_many_statements_and_by_what(start: Window) -> None:
    upload(start, *sample(*NAMES))
    start.change(start.draft("file", "polis_most"), 3).change(start.draft("file", "polis_by"), "most_dividing")
    assert start.words("file_notes.polis_left_out_statements", count="10") in start.text
    assert len(start.press("file_open").web.interests) == 3


def test_who_knows_better_turns_the_sign_round(start: Window) -> None:
    one = upload(start, *sample(*NAMES)).press("file_open").web
    second = upload(Window(None, "nl", "start"), *sample(*NAMES))
    other = second.change(second.draft("file", "polis_sign"), -1).press("file_open").web
    assert [stake.position for stake in other.stakes] == [-stake.position for stake in one.stakes]


def test_where_the_totals_do_not_tell_the_vote_that_agrees_one_has_to_say_it(start: Window) -> None:
    comments = b"comment-id,agrees,disagrees,comment-body\n0,3,3,Bomen\n"
    votes = b"comment-id,voter-id,vote\n" + b"".join(b"0,%d,%d\n" % (n, 1 if n < 3 else -1) for n in range(6))
    upload(start, ("comments.csv", comments), ("votes.csv", votes))
    assert start.words("polis.sign_unclear") in start.text
    assert not start.shows("file_open")
    start.change(start.draft("file", "polis_sign"), 1)
    assert start.shows("file_open")


def test_a_table_that_is_missing_is_asked_for(start: Window) -> None:
    upload(start, *sample("comments.csv"))
    assert start.words("errors.polis_without_votes") in start.text
    assert not start.shows("file_open")


def _dialog() -> None:
    from coprod_ui.files import bring_in

    bring_in.draw()


def test_into_a_meeting_it_comes_as_one_act_that_can_be_undone(small: Window) -> None:
    before = small.web
    app = alone(_dialog, {"language": "nl", "meeting": small.meeting})
    for name, content in sample(*NAMES):
        app.file_uploader(key=draft_key(app, "bring_in", "file")).upload(name, content)
    run(app)
    assert small.web == before
    app.button(key="bring_in_sure").click()
    run(app)
    assert [actor.name for actor in small.web.actors][:4] == [actor.name for actor in before.actors]
    assert len(small.web.actors) == len(before.actors) + 4
    small.run().press("undo")
    assert small.web == before
