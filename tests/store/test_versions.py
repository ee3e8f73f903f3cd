"""What every earlier version of the program wrote, opened by today's; and what a newer one wrote, left alone."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.acts.command import Logged
from coprod_core.acts.history import Undo
from coprod_core.acts.weighing import Dilemma
from coprod_core.checked.values import named
from coprod_core.files import meeting_file, web_file
from coprod_core.files.log_format import act_from_data, act_to_data
from coprod_core.rounds.values import Answer
from coprod_core.store.errors import NewerDatabase
from coprod_core.store.store import Store
from coprod_core.store.upgrades import UPGRADES
from coprod_core.web.model import Invitation, Web
from coprod_core.workshop import file as workshop_file
from coprod_core.workshop.running import from_text
from coprod_ui.words import words

VERSIONS = Path(__file__).parents[1] / "samples" / "versions"
ACTS = json.loads((VERSIONS / "acts.json").read_text("utf-8"))
WITH_ROUNDS, WITH_WORKSHOPS, WITH_WEIGHINGS, WITH_CONDITIONS, WITH_HOLES = 4, 5, 6, 7, 8
"""The first version of the database that could hold them."""


def written(kind: str) -> list[Path]:
    return sorted(VERSIONS.glob(f"{kind}.*"))


def version_of(path: Path) -> int:
    return int(path.name.split(".")[1])


def databases(since: int = 1) -> pytest.MarkDecorator:
    held = [path for path in written("database") if version_of(path) >= since]
    return pytest.mark.parametrize("database", held, ids=lambda path: path.stem)


@pytest.fixture
def copied(database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(database, tmp_path))


@pytest.fixture
def meeting(copied: Path) -> str:
    """The meeting in a database, by what stands in its tables."""
    with closing(sqlite3.connect(copied)) as tables:
        (found,) = tables.execute("SELECT id FROM meeting WHERE title LIKE '%Kadestraat' ORDER BY head DESC").fetchone()
    return found


@pytest.fixture
def store(copied: Path, meeting: str):
    with closing(Store(f"sqlite:///{copied}")) as opened:
        yield opened


def check_web(web: Web) -> None:
    """What every version kept of the same meeting."""
    assert web.title == "Riool in de Kadestraat"
    assert list(web.actor_by_id) == ["street", "piles", "water", "city"]
    assert list(web.interest_by_id) == ["dry", "sound", "green"]
    assert web.actor_by_id["street"].people == 60
    assert web.actor_by_id["piles"].invitation == Invitation.NOT_ASKED
    stake = web.stake_by_pair["piles", "dry"]
    assert (stake.position, stake.notes) == (-1.0, "Grondwater zakt")
    assert web.stake_by_pair["water", "dry"].table_weight == 1.0
    assert [(option.id, option.feasibility) for option in web.options] == [("pump", 0.7), ("drain", 0.5)]
    assert [(rule.id, rule.discretion) for rule in web.rules] == [("level", 0.2)]
    assert web.process.delegated == 0.4
    assert (web.notes, web.filled_in_by) == ("Eerste avond", "de werkgroep")


@databases()
def test_a_database_of_every_version_opens_with_every_act_in_it(database: Path, meeting: str, store: Store) -> None:
    with closing(sqlite3.connect(database)) as tables:
        (kept,) = tables.execute("SELECT count(*) FROM entry WHERE meeting_id = ?", [meeting]).fetchone()
    opening, *done = [entry.act for entry in store.acts(meeting)]
    assert len(done) + 1 == kept
    assert act_to_data(opening)["act"] == "open_web"
    assert [act_to_data(act)["act"] for act in done] == [data["act"] for data in ACTS[: len(done)]]
    check_web(store.load(meeting).history.web)


@databases()
def test_one_goes_on_in_a_meeting_of_every_version(meeting: str, store: Store) -> None:
    head = store.load(meeting).head
    store.append(meeting, Undo(), seen=head)
    assert store.load(meeting).head == head + 1


@databases()
def test_a_meeting_of_before_plans_had_holes_says_so(database: Path, meeting: str, store: Store) -> None:
    assert store.began_before_holes(meeting) == (version_of(database) < WITH_HOLES)


@databases(since=2)  # before, a copy was a meeting of its own
def test_a_scenario_of_every_version_belongs_to_its_meeting(meeting: str, store: Store) -> None:
    assert [scenario.title for scenario in store.forks_of(meeting)] == ["Zonder pomp"]


@databases(since=WITH_ROUNDS)
def test_rounds_of_every_version_keep_their_answers(meeting: str, store: Store) -> None:
    closed, open_ = store.live.rounds(meeting)
    assert [(part.number, part.questions.question) for part in (closed, open_)] == [(1, "Wat wilt u?"), (2, "En nu?")]
    assert closed.closed_at is not None
    assert open_.closed_at is None
    assert store.live.status(meeting).phones == 10
    assert store.live.heads(meeting, 1) == 10
    result = store.live.results(meeting, 1)["dry"]
    assert result.groups["piles"].counts == {Answer("home", True): 5}
    assert store.live.heads(meeting, 2) == 1
    assert {said.words for said in store.live.own_words(meeting)} == {"Rust in de nacht"}


@databases(since=WITH_WORKSHOPS)
def test_a_workshop_of_every_version_stands_where_it_stood(meeting: str, store: Store) -> None:
    kept = store.workshops.of(meeting)
    plan, running = workshop_file.read(kept.plan), from_text(kept.running)
    assert running.step == plan.steps[2].id


@databases(since=WITH_WEIGHINGS)
def test_weighings_of_every_version_stay_on_record(meeting: str, store: Store) -> None:
    (recorded,) = store.load(meeting).history.weighings.values()
    assert recorded.weighing.dilemma == Dilemma.FEASIBILITY_INCLUSIVENESS
    assert recorded.weighing.why == "Zo is iedereen gehoord"
    assert [looked.said for _, looked in recorded.looked_again] == ["Het liep goed"]


@databases(since=WITH_CONDITIONS)
def test_conditions_of_every_version_stay_said(meeting: str, store: Store) -> None:
    said = store.load(meeting).history.web.conditions
    assert said.frame.budget == "20.000 euro"
    assert [(pledge.what, pledge.said) for pledge in said.expectations] == [("Antwoord binnen een week", True)]


@pytest.mark.parametrize("path", written("web"), ids=lambda path: path.stem)
def test_a_web_file_of_every_version_is_read(path: Path) -> None:
    check_web(web_file.read(path.read_bytes()))


@pytest.mark.parametrize("path", written("meeting"), ids=lambda path: path.stem)
def test_a_meeting_file_of_every_version_is_read_with_every_act_in_it(path: Path) -> None:
    read = meeting_file.read(path.read_bytes())
    assert len(read.entries) == len(json.loads(path.read_bytes())["entries"])
    assert [act_to_data(entry.act)["act"] for entry in read.entries[1:]] == [
        data["act"] for data in ACTS[: len(read.entries) - 1]
    ]
    check_web(read.history.web)


@pytest.mark.parametrize("path", written("workshop"), ids=lambda path: path.stem)
def test_a_workshop_file_of_every_version_is_read(path: Path) -> None:
    read = workshop_file.read(path.read_bytes())
    held = json.loads(path.read_bytes())
    assert [step.id for step in read.steps] == [step["id"] for step in held["steps"]]
    assert read.web.title == held["web"]["title"]


def test_files_of_every_version_are_here() -> None:
    """A version that steps adds its files: `python -m tests.samples.versions.write`."""
    today = {
        "database": len(UPGRADES),
        "web": web_file.VERSION,
        "meeting": meeting_file.VERSION,
        "workshop": workshop_file.VERSION,
    }
    found = {kind: {version_of(path) for path in written(kind)} for kind in today}
    assert found == {kind: set(range(1, version + 1)) for kind, version in today.items()}


def test_todays_database_holds_an_act_of_every_kind() -> None:
    """A new kind of act is nothing an older program can read, so the version steps: see README.md beside the files."""
    newest = max(written("database"), key=version_of)
    with closing(sqlite3.connect(newest)) as tables:
        held = {json.loads(act)["act"] for (act,) in tables.execute("SELECT act FROM entry")}
    assert held == named(Logged, "act").keys()


def test_every_act_that_is_to_be_done_can_be_read() -> None:
    assert [act_to_data(act_from_data(data))["act"] for data in ACTS] == [data["act"] for data in ACTS]


@pytest.mark.parametrize("journal", ["wal", "delete"])  # as the program leaves a file, and as it leaves a backup
@pytest.mark.parametrize("known", range(1, len(UPGRADES)))
def test_a_database_of_a_newer_version_is_refused_in_words_and_nothing_is_written(
    known: int, journal: str, tmp_path: Path
) -> None:
    file = Path(shutil.copy(VERSIONS / f"database.{len(UPGRADES)}.db", tmp_path))
    with closing(sqlite3.connect(file)) as tables:
        assert tables.execute(f"PRAGMA journal_mode = {journal}").fetchone() == (journal,)
    before = file.read_bytes()
    with pytest.raises(NewerDatabase) as refused:
        Store(f"sqlite:///{file}", upgrades=UPGRADES[:known])
    assert refused.value.params == {"found": len(UPGRADES), "known": known}
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]
    for language in ("nl", "en"):
        assert words(language)(f"errors.{refused.value.code}").endswith(".")
