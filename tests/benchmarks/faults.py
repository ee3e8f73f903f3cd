"""Lets one system call fail, the first, the second and so on: `python -m tests.benchmarks.faults`.

SQLite on Unix lets its system calls be replaced, for this purpose (`xSetSystemCall`, sqlite.org/c3ref/vfs.html), all
but the one that has a file written out to the disk: that one is met where SQLite asks for it, in the methods that every
file it opens is given (`xSync`, sqlite.org/c3ref/io_methods.html). Those of Python itself are met by its audit hook,
and `os.fsync` by its name. Each acts on a database of its own, which is then opened and counted.
"""

import argparse
import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from coprod_core.acts.commands import ChangeMeeting
from coprod_core.checked.errors import CoprodError
from coprod_core.rounds.values import Answer, asked_of
from coprod_core.store import erasing
from coprod_core.store.live_values import Caller, GiveAnswer, Join, Leave, SayOwnWords
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Web
from coprod_core.web.noted import holds_noted
from tests.benchmarks.kill import quickest_place

OLDER = Path(__file__).parents[1] / "samples" / "versions" / "database.8.db"
WORDS, PHONE = "naald in eigen woorden", "a phone"
JUDGEMENT = "vertrouwen: een naald"
STREET = Actor("street", "De straat", "citizens", trust="weak", notes=JUDGEMENT)
WEB = Web(title="Riool", actors=(STREET,), interests=(Interest("dry", "Droge kelder"),))

_INT, _SIZE, _AT, _TEXT = ctypes.c_int, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_char_p
_SIGNATURES: dict[bytes, tuple[Any, ...]] = {
    b"open": (_INT, _TEXT, _INT, _INT),
    b"fstat": (_INT, _INT, _AT),
    b"ftruncate": (_INT, _INT, ctypes.c_int64),
    b"read": (ctypes.c_ssize_t, _INT, _AT, _SIZE),
    b"pread": (ctypes.c_ssize_t, _INT, _AT, _SIZE, ctypes.c_int64),
    b"pread64": (ctypes.c_ssize_t, _INT, _AT, _SIZE, ctypes.c_int64),
    b"write": (ctypes.c_ssize_t, _INT, _AT, _SIZE),
    b"pwrite": (ctypes.c_ssize_t, _INT, _AT, _SIZE, ctypes.c_int64),
    b"pwrite64": (ctypes.c_ssize_t, _INT, _AT, _SIZE, ctypes.c_int64),
    b"unlink": (_INT, _TEXT),
    b"access": (_INT, _TEXT, _INT),
    b"stat": (_INT, _TEXT, _AT),
    b"lstat": (_INT, _TEXT, _AT),
    b"mmap": (_AT, _AT, _SIZE, _INT, _INT, _INT, ctypes.c_int64),
    b"fcntl": (_INT, _INT, _INT, _AT),
}
"""The calls that may fail: what they return, then what they are given."""

_BY_PYTHON = frozenset({"os.rename", "os.remove", "os.mkdir"})


SYNC = "sync"
"""Has a file written out to the disk."""

LOCK = "fcntl"
"""Takes a lock, and lets go of one."""

_SYNC = (_INT, _AT, _INT)
_IOERR_FSYNC, _OK = 1034, 0
"""What SQLite says when a file could not be written out, and when all went well."""


class _Methods(ctypes.Structure):
    """What a file that SQLite opened can do."""

    _fields_ = (
        [("version", ctypes.c_int)]
        + [(name, ctypes.c_void_p) for name in ("close", "read", "write", "truncate", "sync", "size")]
        + [(f"further_{number}", ctypes.c_void_p) for number in range(12)]
    )


class _File(ctypes.Structure):
    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class _Vfs(ctypes.Structure):
    _fields_ = (
        [(name, ctypes.c_int) for name in ("version", "file_size", "longest_path")]
        + [(name, ctypes.c_void_p) for name in ("next", "name", "data", "open", "delete", "access", "full_path")]
        + [(f"load_{number}", ctypes.c_void_p) for number in range(4)]
        + [(name, ctypes.c_void_p) for name in ("randomness", "sleep", "time", "last_error", "time_64")]
        + [(name, ctypes.c_void_p) for name in ("set_call", "get_call", "next_call")]
    )


@dataclass
class Calls:
    """Counts the calls while it is watching, and lets the one with number `fails` fail."""

    fails: int = 0
    seen: int = 0
    watching: bool = False
    hurried: bool = False
    """Whether SQLite is told that it slept when it did not."""
    error: int = errno.EIO
    failed: str = ""
    """Which call it was that failed."""
    kept: list[object] = field(default_factory=list)

    def fail_now(self, name: str) -> bool:
        """Whether the call that is being made is the one."""
        if not self.watching:
            return False
        self.seen += 1
        if self.seen == self.fails:
            self.failed = name
        return self.seen == self.fails


CALLS = Calls()


def install() -> bool:
    """Puts the calls where they can fail, once; whether this Python and this SQLite let it."""
    if CALLS.kept:
        return True
    try:
        import _sqlite3

        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        vfs = library.sqlite3_vfs_find(None)
        if not vfs or vfs.contents.version < 3 or not vfs.contents.set_call:
            return False
    except (ImportError, OSError, AttributeError):
        return False
    for name, signature in _SIGNATURES.items():
        _replace(vfs, name, signature)
    _replace_sync(vfs)
    _replace_sleep(vfs)
    os.fsync = _perhaps_fsync
    sys.addaudithook(_hear)
    return bool(CALLS.kept)


def _replace(vfs: Any, name: bytes, signature: tuple[Any, ...]) -> None:
    call = ctypes.CFUNCTYPE(*signature, use_errno=True)
    found = ctypes.CFUNCTYPE(_AT, _AT, _TEXT)(vfs.contents.get_call)(ctypes.cast(vfs, _AT), name)
    if not found:
        return
    true = call(found)

    def perhaps(*given: Any) -> int:
        if CALLS.fail_now(name.decode()):
            ctypes.set_errno(CALLS.error)
            return -1
        return int(true(*given))

    ours = call(perhaps)
    CALLS.kept += [true, ours]
    ctypes.CFUNCTYPE(_INT, _AT, _TEXT, _AT)(vfs.contents.set_call)(ctypes.cast(vfs, _AT), name, ctypes.cast(ours, _AT))


def _replace_sync(vfs: Any) -> None:
    """Gives every file that is opened from now on methods of which the one that writes it out may fail."""
    # the name as an address: SQLite keeps it, and finds more behind it
    opens = ctypes.CFUNCTYPE(_INT, _AT, _AT, ctypes.POINTER(_File), _INT, _AT)
    true = opens(vfs.contents.open)
    ours: dict[int, _Methods] = {}

    def opened(of: Any, name: Any, file: Any, flags: int, told: Any) -> int:
        outcome = int(true(of, name, file, flags, told))
        if outcome == _OK and file.contents.methods:
            at = ctypes.addressof(file.contents.methods.contents)
            if at not in ours:
                ours[at] = _with_our_sync(file.contents.methods.contents)
            file.contents.methods = ctypes.pointer(ours[at])
        return outcome

    kept = opens(opened)
    CALLS.kept += [true, kept, ours]
    vfs.contents.open = ctypes.cast(kept, _AT)


def _replace_sleep(vfs: Any) -> None:
    sleeps = ctypes.CFUNCTYPE(_INT, _AT, _INT)
    true = sleeps(vfs.contents.sleep)

    def perhaps(of: Any, microseconds: int) -> int:
        return microseconds if CALLS.hurried else int(true(of, microseconds))

    ours = sleeps(perhaps)
    CALLS.kept += [true, ours]
    vfs.contents.sleep = ctypes.cast(ours, _AT)


def _with_our_sync(methods: _Methods) -> _Methods:
    same = _Methods.from_buffer_copy(methods)
    true = ctypes.CFUNCTYPE(*_SYNC)(methods.sync)

    def perhaps(file: Any, flags: int) -> int:
        return _IOERR_FSYNC if CALLS.fail_now(SYNC) else int(true(file, flags))

    ours = ctypes.CFUNCTYPE(*_SYNC)(perhaps)
    CALLS.kept += [true, ours]
    same.sync = ctypes.cast(ours, _AT)
    return same


_true_fsync = os.fsync


def _perhaps_fsync(file: Any) -> None:
    if CALLS.fail_now(SYNC):
        raise OSError(CALLS.error, os.strerror(CALLS.error))
    _true_fsync(file)


def _hear(event: str, _given: object) -> None:
    if event in _BY_PYTHON and CALLS.fail_now(event):
        raise OSError(CALLS.error, os.strerror(CALLS.error))


@contextmanager
def failing(number: int, error: int) -> Iterator[Calls]:
    """Lets the call with this number, from 1, fail once."""
    CALLS.fails, CALLS.seen, CALLS.error, CALLS.watching = number, 0, error, True
    try:
        yield CALLS
    finally:
        CALLS.watching = False


@contextmanager
def hurried() -> Iterator[None]:
    """Waits for no lock: one that was not let go of is held until the program ends, however long it is waited for."""
    patience = erasing.PATIENCE
    erasing.PATIENCE, CALLS.hurried = 0.05, True
    try:
        yield
    finally:
        erasing.PATIENCE, CALLS.hurried = patience, False


# -- what is tried ---------------------------------------------------------------------------------------------------


class Outcome(NamedTuple):
    """Which calls failed in turn, how often the act was acknowledged all the same, and what did not hold."""

    failed: Counter[str]
    acknowledged: int
    broken: tuple[str, ...]

    @property
    def tried(self) -> int:
        """How many calls failed in turn."""
        return self.failed.total()

    @property
    def survived(self) -> int:
        """After how many of them everything held."""
        return self.tried - len(self.broken)


def prepared(file: Path, *, open_to_phones: bool = False) -> str:
    """A meeting with three acts, a phone's words and a backup; its id. Where it is still open to that phone, the backup
    is of before it spoke.
    """
    with closing(Store(f"sqlite:///{file}")) as store:
        meeting = store.begin(WEB)
        noted(store, meeting, "een")
        if open_to_phones:
            store.recovery.backup()
        code = store.live.open(meeting).code
        store.live.open_round(meeting, asked_of(WEB, "", ["dry"]))
        caller = Caller(code, PHONE)
        for act in (Join(caller), SayOwnWords(caller, 1, WORDS), GiveAnswer(caller, 1, "dry", Answer("home", True))):
            assert store.live.do(act) is None
        if not open_to_phones:
            store.live.close(meeting)
            store.recovery.backup()
        noted(store, meeting, "twee")
    return meeting


def noted(store: Store, meeting: str, words: str) -> None:
    """One act more."""
    store.append(meeting, ChangeMeeting({"notes": words}), seen=store.load(meeting).head)


def left(store: Store, meeting: str) -> None:
    """The phone takes back what it said, and leaves."""
    now = store.live.status(meeting)
    assert now is not None
    assert store.live.do(Leave(Caller(now.code, PHONE))) is None


Act = Callable[[Store, str], object]
ACTS: dict[str, Act] = {
    "append": lambda store, meeting: noted(store, meeting, "drie"),
    "backup": lambda store, _meeting: store.recovery.backup(),
    "erase": lambda store, meeting: store.live.erase(meeting),
    "delete": lambda store, meeting: store.delete(meeting),
    "leave": left,
    "withdraw": lambda store, meeting: store.noted.erase(meeting),
}


@hurried()
def tried(name: str, folder: Path, step: int = 1, error: int = errno.EIO) -> Outcome:
    """Does an act again and again, each time with another call that fails, every `step`th; until none is left."""
    first = folder / "first" / "meetings.db"
    first.parent.mkdir()
    meeting = prepared(first, open_to_phones=name == "leave")
    failed, acknowledged, broken = Counter[str](), 0, []
    for number in count(1, step):
        place = folder / f"{name}-{number}"
        shutil.copytree(first.parent, place)
        with closing(Store(f"sqlite:///{place / first.name}")) as store:
            done, reached = _done(lambda store=store: ACTS[name](store, meeting), number, error)
            held = _while_it_runs(name, store, meeting, done, place)
        if not reached:
            break
        failed[CALLS.failed] += 1
        acknowledged += done
        if not_held := held or _anew(name, meeting, done, place):
            broken.append(f"{name}, call {number}: {'; '.join(not_held)}")
        shutil.rmtree(place)
    return Outcome(failed, acknowledged, tuple(broken))


def _done(act: Callable[[], object], number: int, error: int) -> tuple[bool, bool]:
    """Whether it was acknowledged, and whether the call that was to fail came at all."""
    done = False
    with failing(number, error) as calls, suppress(CoprodError, OSError):
        act()
        done = True
    return done, calls.seen >= number


def _while_it_runs(name: str, store: Store, meeting: str, done: bool, place: Path) -> list[str]:
    """What does not hold in the store that met the fault.

    Where a lock could not be let go of, which is held until the program ends, it may say that it cannot read.
    """
    try:
        return _held(name, store, meeting, done, place, runs_on=True)
    except CoprodError as error:
        return [] if CALLS.failed == LOCK else [f"cannot go on: {error}"]


def _anew(name: str, meeting: str, done: bool, place: Path) -> list[str]:
    """What does not hold in a store that is opened anew."""
    with closing(Store(f"sqlite:///{place / 'meetings.db'}")) as store:
        return _held(name, store, meeting, done, place, runs_on=False)


def _held(name: str, store: Store, meeting: str, done: bool, place: Path, *, runs_on: bool) -> list[str]:
    """What does not hold; `runs_on`: in the store that met the fault."""
    there = meeting in {summary.id for summary in store.meetings()}
    if name == "delete":
        return _gone(store, place, "Droge kelder", done, not there, runs_on)
    notes = store.load(meeting).history.web.notes if there else "nothing"
    if notes not in ("twee", "drie") or (name == "append" and done and notes != "drie"):
        return [f"the meeting says {notes!r}"]
    if name == "erase":
        return _gone(store, place, WORDS, done, not store.live.own_words(meeting), runs_on)
    if name == "leave":
        return _left(store, meeting, done, place, runs_on)
    if name == "withdraw":
        return _gone(store, place, JUDGEMENT, done, not holds_noted(store.load(meeting).history.web), runs_on)
    return []


def _left(store: Store, meeting: str, done: bool, place: Path, runs_on: bool) -> list[str]:
    """What a phone took back is no longer there; its bytes may wait on the list, for others were in the same go."""
    removed = not store.live.own_words(meeting)
    if done and not removed:
        return ["acknowledged and not done"]
    return _gone(store, place, WORDS, False, removed, runs_on)


def _gone(store: Store, place: Path, needle: str, done: bool, removed: bool, runs_on: bool) -> list[str]:
    """What was erased leaves no byte; what could not be is on the list, and goes when it is tried again.

    In the store that met the fault it may have to wait, on the list: a lock that could not be let go of is held until
    the program ends.
    """
    if done and (not removed or store.erasing.unfinished()):
        return ["acknowledged and not done"]
    if removed and not done and not store.erasing.unfinished() and _holds(place, needle):
        return ["not finished, and on no list"]
    try:
        store.erasing.finish()
    except CoprodError as error:
        return [] if runs_on and store.erasing.unfinished() else [f"cannot be finished: {error}"]
    return [f"still in {found}" for found in _holds(place, needle)] if removed else []


def _holds(place: Path, needle: str) -> list[str]:
    files = [path for path in place.rglob("*") if path.is_file()]
    return [path.name for path in files if needle.encode() in path.read_bytes()]


@hurried()
def upgrades(folder: Path, step: int = 1, error: int = errno.EIO) -> Outcome:
    """Opens an older database again and again; whatever fails, it is upgraded whole or as it was."""
    failed, opened, broken = Counter[str](), 0, []
    for number in count(1, step):
        place = folder / f"upgrade-{number}"
        place.mkdir()
        file = Path(shutil.copy(OLDER, place / "meetings.db"))
        done, reached = _done(lambda file=file: Store(f"sqlite:///{file}").close(), number, error)
        if not reached:
            break
        failed[CALLS.failed] += 1
        opened += done
        with closing(Store(f"sqlite:///{file}")) as store:
            if not any(summary.title.endswith("Kadestraat") for summary in store.meetings()):
                broken.append(f"upgrade, call {number}: the meeting is not there")
        shutil.rmtree(place)
    return Outcome(failed, opened, tuple(broken))


def main() -> int:
    """Prints a line per act and kind of fault, and one of all together; 0 when nothing broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="every so many calls")
    parser.add_argument("--only", choices=(*ACTS, "upgrade"), help="this act alone")
    args = parser.parse_args()
    assert install(), "this SQLite does not let its calls be replaced"
    tried_in_all = survived_in_all = 0
    for name in [args.only] if args.only else [*ACTS, "upgrade"]:
        for error in (errno.EIO, errno.ENOSPC):
            with tempfile.TemporaryDirectory(dir=quickest_place()) as folder:
                place = Path(folder)
                told = upgrades(place, args.step, error) if name == "upgrade" else tried(name, place, args.step, error)
            tried_in_all += told.tried
            survived_in_all += told.survived
            which = ", ".join(f"{call} {times}" for call, times in told.failed.most_common())
            counted = f"{told.tried:,} tried, {told.survived:,} survived, {told.acknowledged:,} acknowledged"
            print(f"{name}, {errno.errorcode[error]}: {counted} ({which})", flush=True)
            print("".join(f"  {said}\n" for said in told.broken), end="", flush=True)
    print(f"all together: {tried_in_all:,} tried, {survived_in_all:,} survived")
    return int(survived_in_all < tried_in_all)


if __name__ == "__main__":
    sys.exit(main())
