"""What opening a long log costs beside reading it and comparing its seals: `python -m tests.benchmarks.opening`.

Opened by snapshots, without them, and as the History screen needs it; each in a store that knows nothing yet.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from coprod_core.acts.commands import ChangeActor, OpenWeb
from coprod_core.acts.history import Act, Redo, Undo
from coprod_core.acts.links import SetStake
from coprod_core.comparing.course import course
from coprod_core.files.meeting_file import Entry
from coprod_core.store.chain import first_link, sealed
from coprod_core.store.snapshots import EVERY
from coprod_core.store.store import Store
from coprod_core.store.tables import Line
from coprod_core.web.model import Actor, Interest, Stake, Web

SIZE = 30
"""Parties and interests in the web."""


def web_of(size: int) -> Web:
    return Web(
        title="Lang",
        actors=tuple(Actor(f"a{i}", f"Partij {i}", "citizens", people=10 + i, seats=i % 3) for i in range(size)),
        interests=tuple(Interest(f"k{i}", f"Belang {i}") for i in range(size)),
        stakes=tuple(Stake(f"a{i}", f"k{(i + j) % size}", 0.4) for i in range(size) for j in range(5)),
    )


def acts(count: int) -> list[Act]:
    """An evening of weights and numbers of people, with an undo and a redo now and then."""
    chance, done = random.Random(1), []
    while len(done) < count - 2:
        stake = Stake(f"a{chance.randrange(SIZE)}", f"k{chance.randrange(SIZE)}", chance.choice([0.1, 0.4, 1.0]))
        done.append(SetStake(stake))
        if chance.random() < 0.2:
            done.append(ChangeActor(f"a{chance.randrange(SIZE)}", {"people": chance.randrange(1, 99)}))
        if chance.random() < 0.05:
            done += [Undo(), Redo()]
    return done[:count]


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def seals_alone(file: Path, meeting: str) -> None:
    """The floor: every line read and its seal compared."""
    columns = "seq, at, client, client_seq, digest, act"
    with closing(sqlite3.connect(file)) as tables:
        digest = first_link(meeting)
        for row in tables.execute(f"SELECT {columns} FROM entry WHERE meeting_id = ? ORDER BY seq", (meeting,)):
            line = Line(*row)
            digest = sealed(digest, line)
            assert digest == line.digest


def opened(url: str, meeting: str, every: int) -> None:
    with closing(Store(url, snapshot_every=every)) as store:
        history = store.load(meeting).history
        assert history.web.actors
        assert history.web_before.actors


def history(url: str, meeting: str) -> None:
    """All that the History screen needs of a meeting: its steps, and the course of the readings over them."""
    with closing(Store(url)) as store:
        head = store.load(meeting).head
        assert course(store.walk(meeting, head).steps)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "meetings.db"
        url, now = f"sqlite:///{file}", datetime.now(UTC)
        with closing(Store(url)) as store:
            meeting = store.import_meeting([Entry(now, act) for act in (OpenWeb(web_of(SIZE)), *acts(args.acts - 1))])
        without = [seconds(lambda: opened(url, meeting, 10**9)) for _ in range(2)]
        opened(url, meeting, EVERY)
        runs = {
            "lines read and seals compared (floor)": lambda: seals_alone(file, meeting),
            "opened by snapshots, with the web before": lambda: opened(url, meeting, EVERY),
            "the same, and what History shows": lambda: history(url, meeting),
        }
        print(f"{args.acts} acts in a web of {SIZE} x {SIZE}; seconds, min / median / max")
        print(f"every act done again: {min(without):.2f} / {median(without):.2f} / {max(without):.2f}")
        for name, act in runs.items():
            took = [seconds(act) for _ in range(args.times)]
            print(f"{name}: {min(took):.2f} / {median(took):.2f} / {max(took):.2f}")


if __name__ == "__main__":
    main()
