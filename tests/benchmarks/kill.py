"""Kills writing processes (SIGKILL) at random moments: `python -m tests.benchmarks.kill --times 10000`.

On both ways an act comes in: a facilitator's goes into the log at the place it was given, a phone's is
written together with those of others. What was acknowledged before the kill must be there afterwards.

Writers are forked from one process that has done everything once, two at a time, each on a file of its own: so a kill
costs little more than opening a store. A kill takes nothing from what the system holds of a file, so it finds the same
in memory as on a disk, and sooner where others use the disk too.
"""

import argparse
import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread
from typing import NoReturn

from coprod_core.acts.commands import ChangeMeeting
from coprod_core.rounds.values import Answer, asked_of
from coprod_core.store.live_values import Caller, GiveAnswer, Join, PhoneState
from coprod_core.store.store import Store
from coprod_core.web.model import Interest, Web

ROOT = Path(__file__).parents[2]
LONGEST_LIFE = 0.04
"""Seconds a writer lives at most after its first acknowledged act: some acts, so that a kill finds it anywhere
in one of them.
"""

TOGETHER = 2
"""How many write at the same time, each on a file of its own."""

PATIENCE = 60.0
"""Seconds in which a writer must have acknowledged something."""


@dataclass(frozen=True)
class Outcome:
    """How often a writer was killed, how many acts it had been told were saved, and how many of those are gone."""

    kills: int
    acknowledged: int
    lost: int


def can_fork() -> bool:
    """Whether writers can be made quickly here."""
    return hasattr(os, "fork")


def quickest_place() -> Path | None:
    """Where a file costs no disk; None where there is no such place."""
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) else None


def kill_writers(times: int, folder: Path, chance: random.Random, way: str = "log") -> Outcome:
    """Kills `times` writers, each on a meeting of its own, and counts in the end. `way`: log or phones.

    The next writer on a file is the one that recovers it.
    """
    begin, _, lost = WAYS[way]
    files = [f"sqlite:///{folder / f'{way}.{number}.db'}" for number in range(min(TOGETHER, times))]
    meetings: dict[str, list[str]] = {}
    for number, url in enumerate(files):
        with closing(Store(url)) as store:
            meetings[url] = [begin(store) for _ in range(number, times, len(files))]
    lives = {meeting: chance.uniform(0, LONGEST_LIFE) for held in meetings.values() for meeting in held}
    with zygote(way) as writers, ThreadPoolExecutor(len(files)) as lanes:
        list(lanes.map(lambda url: [writers.kill(url, meeting, lives[meeting]) for meeting in meetings[url]], files))
    gone = 0
    for url, held in meetings.items():
        with closing(Store(url)) as store:
            gone += sum(lost(store, meeting, writers.told[meeting]) for meeting in held)
    return Outcome(times, sum(map(len, writers.told.values())), gone)


@dataclass
class Writers:
    """What a process that makes writers is asked, and what all of them tell."""

    process: subprocess.Popen[str]
    told: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    born: dict[str, int] = field(default_factory=dict)
    dead: set[str] = field(default_factory=set)
    news: Condition = field(default_factory=Condition)

    def kill(self, url: str, meeting: str, life: float) -> None:
        """Begins a writer on a meeting, and kills it so many seconds after its first acknowledged act."""
        self._ask(f"write {url} {meeting}")
        self._wait(lambda: meeting in self.born and bool(self.told[meeting]))
        time.sleep(life)
        os.kill(self.born[meeting], signal.SIGKILL)
        self._ask(f"bury {self.born[meeting]} {meeting}")
        self._wait(lambda: meeting in self.dead)

    def listen(self) -> None:
        """Hears what is told, one line each, until nothing more can come."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            what, meeting, number = line.split()
            with self.news:
                if what == "born":
                    self.born[meeting] = int(number)
                elif what == "dead":
                    self.dead.add(meeting)
                else:
                    self.told[meeting].append(int(number))
                self.news.notify_all()

    def _ask(self, line: str) -> None:
        assert self.process.stdin is not None
        with self.news:
            self.process.stdin.write(f"{line}\n")
            self.process.stdin.flush()

    def _wait(self, until: Callable[[], bool]) -> None:
        with self.news:
            assert self.news.wait_for(until, PATIENCE), "a writer said nothing"


@contextmanager
def zygote(way: str) -> Iterator[Writers]:
    """A process from which writers are forked."""
    command = [sys.executable, "-m", "tests.benchmarks.kill", "--zygote", way]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        writers = Writers(process)
        listening = Thread(target=writers.listen)
        listening.start()
        try:
            yield writers
        finally:
            assert process.stdin is not None
            process.stdin.close()
            listening.join(PATIENCE)


def _serve(way: str) -> None:
    """What that process does: a writer for every line that asks for one, and word of those that are dead.

    All tell on one pipe, each line written at once; that one is dead is told after everything it told itself.
    """
    write = WAYS[way][1]
    _warm_up(way)
    for line in sys.stdin:
        what, about, meeting = line.split()
        if what == "write":
            writer = os.fork()
            if writer == 0:
                write(Store(about), meeting, lambda number, meeting=meeting: _tell("told", meeting, number))
            _tell("born", meeting, writer)
        else:
            os.waitpid(int(about), 0)
            _tell("dead", meeting, 0)


def _warm_up(way: str) -> None:
    """Has everything that is made once, at a first act, be there before anybody is forked."""
    begin, write, _ = WAYS[way]

    def enough(_number: int) -> NoReturn:
        raise StopIteration

    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Store(f"sqlite:///{folder}/warm.db")) as store,
        suppress(StopIteration),
    ):
        write(store, begin(store), enough)


def _tell(what: str, meeting: str, number: int) -> None:
    os.write(1, f"{what} {meeting} {number}\n".encode())


# -- a facilitator's acts --------------------------------------------------------------------------------------------

Tell = Callable[[int], None]


def _write_for_ever(store: Store, meeting: str, tell: Tell) -> None:
    head = store.load(meeting).head
    while True:
        head = store.append(meeting, _act(head + 1), seen=head).loaded.head
        tell(head)


def _act(seq: int) -> ChangeMeeting:
    return ChangeMeeting({"notes": f"act {seq}"})


def _lost(store: Store, meeting: str, told: list[int]) -> int:
    found = {entry.seq: entry.act for entry in store.acts(meeting)}
    return sum(found.get(seq) != _act(seq) for seq in told)


# -- a phone's acts --------------------------------------------------------------------------------------------------

ASKED = Web(interests=(Interest("dry", "Droge kelder"),))
AT_ONCE = 5


def _open_to_phones(store: Store) -> str:
    meeting = store.begin(ASKED)
    store.live.open(meeting)
    store.live.open_round(meeting, asked_of(ASKED, "", ["dry"]))
    return meeting


def _answer_for_ever(store: Store, meeting: str, tell: Tell) -> None:
    code = store.live.status(meeting).code
    for first in itertools.count(0, AT_ONCE):
        callers = [Caller(code, f"phone {number}") for number in range(first, first + AT_ONCE)]
        waiting = [store.live.submit(Join(caller)) for caller in callers]
        waiting += [store.live.submit(GiveAnswer(caller, 1, "dry", Answer("home", True))) for caller in callers]
        for number, outcome in enumerate(waiting[AT_ONCE:], first):
            assert outcome.result() is None
            tell(number)


def _answers_lost(store: Store, meeting: str, told: list[int]) -> int:
    """Of all answers that are there, those that nobody was told of are no proof: they can only be the next few."""
    code, first = store.live.status(meeting).code, len(told)
    untold = sum(_answered(store, Caller(code, f"phone {number}")) for number in range(first, first + AT_ONCE))
    return len(told) + untold - store.live.heads(meeting, 1)


def _answered(store: Store, caller: Caller) -> bool:
    state = store.live.phone(caller)
    return isinstance(state, PhoneState) and "dry" in state.answers


WAYS = {
    "log": (lambda store: store.begin(Web()), _write_for_ever, _lost),
    "phones": (_open_to_phones, _answer_for_ever, _answers_lost),
}
"""How an act comes in: what is begun for it, who writes for ever, and how many of those that were told are lost."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=250, help="how many kills, on each way")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--memory", action="store_true", help="on files in memory, where there is such a place")
    parser.add_argument("--zygote", choices=WAYS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.zygote:
        _serve(args.zygote)
        return
    for way in WAYS:
        began = time.perf_counter()
        with tempfile.TemporaryDirectory(dir=quickest_place() if args.memory else None) as folder:
            outcome = kill_writers(args.times, Path(folder), random.Random(args.seed), way)
        took = time.perf_counter() - began
        print(f"{way}: {outcome.kills} kills in {took:.0f} s: {outcome.acknowledged} acts, {outcome.lost} lost")


if __name__ == "__main__":
    main()
