"""What the helpdesk gets to see: what kind of fault and where in the program, and nothing anybody wrote."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_core import __version__
from coprod_core.files import organisation
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.launch.check import check
from coprod_ui.served import helpdesk

WRITTEN = "Mevrouw De Wit van nummer 12"


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "kept" / "meetings.db"
    monkeypatch.setenv("COPROD_DATABASE_URL", f"sqlite:///{file}")
    return file


@pytest.fixture
def listening() -> Iterator[Path]:
    handler = helpdesk.listen()
    try:
        yield helpdesk.log_file()
    finally:
        helpdesk.stop_listening(handler)


def fail() -> None:
    try:
        raise ValueError(WRITTEN)
    except ValueError as cause:
        raise LookupError(f"no {WRITTEN}") from cause


def test_a_fault_is_told_by_its_kind_and_its_places_in_the_program(listening: Path) -> None:
    try:
        fail()
    except LookupError:
        logging.getLogger("streamlit.error_util").error("Uncaught app execution of %s", WRITTEN, exc_info=True)
        logging.getLogger("some.library").warning("could not read %s", WRITTEN)
    told = listening.read_text("utf-8")
    assert WRITTEN not in told
    assert "builtins.LookupError" in told
    assert "builtins.ValueError" in told
    assert "test_helpdesk.py:" in told
    assert f"{__version__} WARNING some.library:" in told


def test_a_log_says_when_the_program_began_and_stopped(database: Path) -> None:
    helpdesk.stop_listening(helpdesk.listen())
    began, stopped = (line.split(" ", 1)[1] for line in helpdesk.log_file().read_text("utf-8").splitlines())
    assert (began, stopped) == (f"{__version__} WARNING started", f"{__version__} WARNING stopped")
    assert helpdesk.log_file().is_relative_to(database.parent)


def test_a_log_that_cannot_be_written_does_not_stop_the_program(database: Path) -> None:
    database.parent.write_text("in the way", "utf-8")
    helpdesk.stop_listening(helpdesk.listen())
    assert database.parent.read_text("utf-8") == "in the way"


def test_a_look_makes_nothing(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == 0
    assert "not there yet" in capsys.readouterr().out
    assert not database.parent.exists()


def test_a_look_counts_meetings_and_changes_no_file(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store()
    store.begin(Web(title=WRITTEN))
    store.close()
    before = {path: path.read_bytes() for path in database.parent.rglob("*") if path.is_file()}
    assert check() == 0
    assert {path: path.read_bytes() for path in database.parent.rglob("*") if path.is_file()} == before
    told = capsys.readouterr().out
    assert "sound, meetings and scenarios: 1" in told
    assert WRITTEN not in told


def test_a_look_says_that_a_file_is_no_database(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database.parent.mkdir()
    database.write_bytes(b"no database at all" * 100)
    assert check() == 1
    assert "NOT SOUND" in capsys.readouterr().out


def test_a_look_is_one_line_about_each_thing(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check()
    told = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert told == ["program", "database", "backups", "log", "holder", "settings"]


def test_a_file_to_fill_in_lies_ready_where_it_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COPROD_ORGANISATION", str(tmp_path / "mine"))
    organisation.put_ready()
    file = tmp_path / "mine" / organisation.FILE
    assert organisation.organisation() == organisation.Organisation()
    check()
    assert f"{file}: not all filled in yet" in capsys.readouterr().out
    filled_in = 'name = "Kadestad"\ncontact = "14 000"\nresponsible = "de griffier"\n'
    file.write_text(filled_in, "utf-8")
    organisation.put_ready()
    assert file.read_text("utf-8") == filled_in
    check()
    assert f"{file}: filled in" in capsys.readouterr().out


def test_a_list_of_words_to_cover_lies_ready_and_is_read_as_it_is_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_ORGANISATION", str(tmp_path / "mine"))
    assert organisation.covered_words() is None, "no list is not an empty one"
    organisation.put_ready()
    assert organisation.covered_words() == ()
    file = tmp_path / "mine" / organisation.COVERED
    file.write_text("\ufeffWolters  # van de winkel\n\n  de Rode Leeuw\n#niets\n", "utf-8")
    organisation.put_ready()
    assert organisation.covered_words() == ("Wolters", "de Rode Leeuw")
    file.write_bytes(b"\xff\xfe\xff")
    assert organisation.covered_words() is None
