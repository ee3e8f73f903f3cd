"""Two tabs, two processes, many threads on one meeting: no acknowledged act is lost, and there is one order."""

import multiprocessing
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coprod_core.acts.commands import AddInterest, ChangeMeeting, RemoveInterest, Seat
from coprod_core.acts.history import Act, Redo, Undo, replay
from coprod_core.checked.errors import CannotApply, CoprodError
from coprod_core.store.store import Store
from coprod_core.store.values import ChangedElsewhere, Origin
from coprod_core.web.model import Actor, Interest, Web
from tests.examples import examples

TABS = st.sampled_from(["left", "right"])
ACTS = st.one_of(
    st.builds(Seat, st.just("street"), st.integers(0, 9).map(float)),
    st.builds(lambda i: AddInterest(Interest(i, i)), st.sampled_from("abc")),
    st.builds(RemoveInterest, st.sampled_from("abc")),
)


class TwoTabs(RuleBasedStateMachine):
    """Each tab has a store of its own on one file, as two processes have; `log` is what was acknowledged, in order."""

    @initialize()
    def open(self) -> None:
        self.stack = ExitStack()
        folder = self.stack.enter_context(tempfile.TemporaryDirectory())
        self.url = f"sqlite:///{folder}/meetings.db"
        self.stores = {tab: self.stack.enter_context(closing(Store(self.url))) for tab in ("left", "right")}
        web = Web(actors=(Actor("street", "De straat", "citizens"),))
        self.meeting = self.stores["left"].begin(web)
        self.log: list[tuple[Act, str | None]] = [(self.stores["left"].acts(self.meeting)[0].act, None)]
        self.seen = {"left": 1, "right": 1}
        self.offered: dict[str, list[Act]] = {"left": [], "right": []}

    @rule(tab=TABS)
    def look(self, tab: str) -> None:
        self.seen[tab] = self.stores[tab].load(self.meeting).head

    @rule(tab=TABS, act=ACTS | st.builds(Undo) | st.builds(Redo))
    def do(self, tab: str, act: Act) -> None:
        store, unseen = self.stores[tab], self.log[self.seen[tab] :]
        if unseen and isinstance(act, Undo | Redo):
            with pytest.raises(ChangedElsewhere) as refused:
                store.append(self.meeting, act, seen=self.seen[tab])
            assert [(e.act, e.client) for e in refused.value.others] == unseen
            return
        try:
            done = store.append(self.meeting, act, seen=self.seen[tab])
        except CannotApply:
            with pytest.raises(CannotApply):
                replay([*(act for act, _ in self.log), act])
            return
        assert [(e.act, e.client) for e in done.others] == unseen
        self.log.append((act, None))
        assert done.seq == done.loaded.head == len(self.log)
        self.seen[tab] = done.loaded.head

    @rule(tab=TABS, new=st.lists(ACTS, max_size=3), repeated=st.integers(0, 2))
    def draw(self, tab: str, new: list[Act], repeated: int) -> None:
        """A canvas offers its newest acts, and some older ones again, as it does when an answer got lost."""
        dealt_with = len(self.offered[tab])
        self.offered[tab] += new
        start = max(0, dealt_with - repeated)
        ops = [(act, Origin(tab, i + 1)) for i, act in enumerate(self.offered[tab]) if i >= start]
        done = self.stores[tab].append_all(self.meeting, ops, seen=self.seen[tab])
        refused = [origin.seq for origin, _ in done.refused if origin]
        assert all(number > dealt_with for number in refused)
        self.log += [(act, tab) for i, act in enumerate(self.offered[tab]) if i >= dealt_with and i + 1 not in refused]
        assert done.loaded.acknowledged.get(tab, 0) == len(self.offered[tab])
        assert len(done.seqs) + len(refused) == len(new)
        self.seen[tab] = done.loaded.head

    @rule(tab=TABS)
    def restart(self, tab: str) -> None:
        self.stores[tab].close()
        self.stores[tab] = self.stack.enter_context(closing(Store(self.url)))
        # what was refused last is remembered in memory only: the client is told on its next offer
        self.offered[tab] = self.offered[tab][: self.stores[tab].load(self.meeting).acknowledged.get(tab, 0)]

    @invariant()
    def everything_acknowledged_is_there_in_one_order(self) -> None:
        if not hasattr(self, "log"):
            return
        entries = self.stores["left"].acts(self.meeting)
        assert [(e.act, e.client) for e in entries] == self.log
        assert [e.seq for e in entries] == list(range(1, len(self.log) + 1))
        web = replay(act for act, _ in self.log).web
        assert [s.load(self.meeting).history.web for s in self.stores.values()] == [web, web]

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()


TestTwoTabs = pytest.mark.slow(TwoTabs.TestCase)
TestTwoTabs.settings = settings(examples(25), stateful_step_count=20)


def test_twenty_four_threads_lose_nothing(store: Store, web: Web) -> None:
    meeting, together = store.begin(web), threading.Barrier(24)

    def work(worker: int) -> list[int]:
        together.wait()
        return [store.append(meeting, _signed(worker, i), seen=1).seq or 0 for i in range(5)]

    with ThreadPoolExecutor(24) as pool:
        places = list(pool.map(work, range(24)))
    acts = {entry.seq: entry.act for entry in store.acts(meeting)}
    assert sorted(acts) == list(range(1, 122))
    assert all(acts[place] == _signed(w, i) for w, mine in enumerate(places) for i, place in enumerate(mine))


@pytest.mark.slow
def test_processes_that_write_and_read_at_once_lose_nothing(store: Store, url: str, web: Web) -> None:
    meeting = store.begin(web)
    with _processes(3) as pool:
        places = list(pool.map(_append_thirty, [url] * 3, [meeting] * 3, range(3)))
    acts = {entry.seq: entry.act for entry in store.acts(meeting)}
    assert sorted(acts) == list(range(1, 92))
    assert all(acts[place] == _signed(w, i) for w, mine in enumerate(places) for i, place in enumerate(mine))
    assert store.load(meeting).head == 91


def _processes(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(_cheapest_start()))


def _cheapest_start() -> str:
    """A fork server imports a module once, with all it needs; where there is none, each process starts from nothing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return "spawn"
    multiprocessing.set_forkserver_preload([__name__])
    return "forkserver"


def _append_thirty(url: str, meeting: str, worker: int) -> list[int]:
    with closing(Store(url)) as store:
        return [store.append(meeting, _signed(worker, i), seen=store.load(meeting).head).seq or 0 for i in range(30)]


def _signed(worker: int, i: int) -> ChangeMeeting:
    return ChangeMeeting({"notes": f"worker {worker}, act {i}"})


@pytest.mark.slow
def test_processes_may_make_the_same_file_at_once(file: Path) -> None:
    with _processes(3) as pool:
        meetings = list(pool.map(_begin_one, [f"sqlite:///{file}"] * 3))
    with closing(Store(f"sqlite:///{file}")) as store:
        assert {m.id for m in store.meetings()} == set(meetings)


def _begin_one(url: str) -> str:
    with closing(Store(url)) as store:
        return store.begin(Web())


def test_a_reader_sees_whole_acts_only_while_another_writes(store: Store, open_store, web: Web) -> None:
    meeting, reader, stop = store.begin(web), open_store(), threading.Event()

    def write() -> None:
        try:
            for i in range(60):
                store.append(meeting, Seat("street", i + 1), seen=i + 1)
        finally:
            stop.set()

    writer = threading.Thread(target=write)
    writer.start()
    heads = []
    while not stop.is_set():
        loaded = reader.load(meeting)
        assert loaded.history.web.actor_by_id["street"].seats == loaded.head - 1
        heads.append(loaded.head)
    writer.join()
    assert heads == sorted(heads)
    assert reader.load(meeting).head == 61


def test_an_act_that_raises_in_one_thread_does_not_hold_up_the_others(store: Store, web: Web) -> None:
    meeting = store.begin(web)

    def work(i: int) -> bool:
        try:
            store.append(meeting, Seat("nobody" if i % 2 else "street", i), seen=1)
        except CoprodError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(16))) == [True, False] * 8
    assert store.load(meeting).head == 9
