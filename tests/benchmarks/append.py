"""What an append costs beside a bare insert that reaches the disk as surely: `python -m tests.benchmarks.append`."""

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from coprod_core.acts.commands import Seat
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Stake, Web

SIZES = (20, 100, 500)
"""Parties and interests in the web, with five stakes to a party."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(_bare_database(folder / "bare.db")) as connection:
            bare = _typical(lambda i: connection.execute("INSERT INTO line VALUES (?, 'an act')", (i,)), times)
        print(f"bare insert, synchronous=FULL: {bare * 1e3:.2f} ms = 1")
        for size in SIZES:
            append, load, first = _of_store(f"sqlite:///{folder / f'{size}.db'}", _web(size), times)
            print(
                f"{size} x {size}: append {append / bare:.1f}, load of an unchanged meeting {load / bare:.1f},"
                f" first load of {times + 1} entries {first / bare:.1f}"
            )


def _of_store(url: str, web: Web, times: int) -> tuple[float, float, float]:
    with closing(Store(url)) as store:
        meeting = store.begin(web)
        append = _typical(lambda i: store.append(meeting, Seat("actor 0", i + 1), seen=i + 1), times)
        load = _typical(lambda _: store.load(meeting), times)
    return append, load, median(_first_load(url, meeting) for _ in range(5))


def _first_load(url: str, meeting: str) -> float:
    with closing(Store(url)) as store:
        return _typical(lambda _: store.load(meeting), 1)


def _bare_database(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, act TEXT)")
    return connection


def _typical(act: Callable[[int], object], times: int) -> float:
    """The median number of seconds `act` takes; it is told how often it was done before."""
    took = []
    for i in range(times):
        start = time.perf_counter()
        act(i)
        took.append(time.perf_counter() - start)
    return median(took)


def _web(size: int) -> Web:
    return Web(
        actors=tuple(Actor(f"actor {i}", f"Partij {i}", "citizens") for i in range(size)),
        interests=tuple(Interest(f"interest {i}", f"Belang {i}") for i in range(size)),
        stakes=tuple(Stake(f"actor {i}", f"interest {(i + j) % size}", 0.4) for i in range(size) for j in range(5)),
    )


if __name__ == "__main__":
    main()
