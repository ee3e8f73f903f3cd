"""Kills a writing process (SIGKILL) at random moments: `python -m tests.benchmarks.kill --times 200`.

Every act whose append had returned before the kill must be in the log afterwards, at the place it was given.
"""

import argparse
import multiprocessing
import random
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from coprod_core.commands import ChangeMeeting
from coprod_core.model import Web
from coprod_core.store import Store

LONGEST_LIFE = 0.25
"""Seconds a writer lives at most after its first acknowledged act."""


@dataclass(frozen=True)
class Outcome:
    """How often a writer was killed, how many acts it had been told were saved, and how many of those are gone."""

    kills: int
    acknowledged: int
    lost: int


def kill_writers(times: int, folder: Path, chance: random.Random) -> Outcome:
    """Kills `times` writers on one file, each on a meeting of its own, and counts in the end."""
    url = f"sqlite:///{folder / 'meetings.db'}"
    told: dict[str, list[tuple[int, str]]] = {}
    for _ in range(times):
        with closing(Store(url)) as store:
            meeting = store.begin(Web())
        told[meeting] = _acknowledged_before_the_kill(url, meeting, chance.uniform(0, LONGEST_LIFE))
    with closing(Store(url)) as store:
        lost = sum(_lost(store, meeting, acts) for meeting, acts in told.items())
    return Outcome(times, sum(map(len, told.values())), lost)


def _acknowledged_before_the_kill(url: str, meeting: str, life: float) -> list[tuple[int, str]]:
    context = multiprocessing.get_context(_cheapest_start())
    here, there = context.Pipe(duplex=False)
    writer = context.Process(target=_write_for_ever, args=(url, meeting, there), daemon=True)
    writer.start()
    there.close()
    told = [here.recv()]
    time.sleep(life)
    writer.kill()
    writer.join()
    while True:
        try:
            told.append(here.recv())
        except (EOFError, OSError):  # OSError: killed in the middle of telling
            return told


def _cheapest_start() -> str:
    """A fork server imports everything once; where there is none, each writer starts from nothing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return "spawn"
    multiprocessing.set_forkserver_preload(["coprod_core.store"])
    return "forkserver"


def _write_for_ever(url: str, meeting: str, told: Connection) -> None:
    store = Store(url)
    head = store.load(meeting).head
    while True:
        note = f"act {head}"
        head = store.append(meeting, ChangeMeeting({"notes": note}), seen=head).loaded.head
        told.send((head, note))


def _lost(store: Store, meeting: str, told: list[tuple[int, str]]) -> int:
    found = {entry.seq: entry.act for entry in store.acts(meeting)}
    return sum(found.get(seq) != ChangeMeeting({"notes": note}) for seq, note in told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_writers(args.times, Path(folder), random.Random(args.seed))
    print(f"{outcome.kills} kills: {outcome.acknowledged} acknowledged acts, {outcome.lost} lost")


if __name__ == "__main__":
    main()
