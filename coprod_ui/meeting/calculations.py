"""Calculations that take long, beside the screens: each in a thread of its own, to be watched, stopped and kept.

A calculation belongs to one web of one meeting. Another screen or window on that web finds it as it is; once the web
changes it is stopped and forgotten.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from math import inf
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any, Generic, TypeVar

from coprod_core.web.model import Web

MOST_KEPT = 32
"""The most calculations kept, done or going on."""

Report = TypeVar("Report")

_turn = Lock()  # steps take turns, so that however many calculate at once, the screens keep most of the machine


class Calculation(Generic[Report]):
    """One calculation that goes on in steps, each ending in a report."""

    def __init__(self, reports: Callable[["Calculation[Report]"], Iterator[Report]]) -> None:
        self._stopping = Event()
        self._report: Report | None = None
        self._error: Exception | None = None
        self.began: float | None = None
        self._thread = Thread(target=self._run, args=(reports,), daemon=True)
        self._thread.start()

    def _run(self, reports: Callable[["Calculation[Report]"], Iterator[Report]]) -> None:
        try:
            steps = reports(self)
            while not self._stopping.is_set():
                with _turn:
                    self.began = self.began or monotonic()
                    report = next(steps, None)
                if report is None or self._stopping.is_set():
                    return
                self._report = report
        except Exception as error:
            self._error = error

    @property
    def report(self) -> Report | None:
        """The latest report, None before the first. Raises what went wrong."""
        if self._error is not None:
            raise self._error
        return self._report

    @property
    def going(self) -> bool:
        """Whether it still works."""
        return self._thread.is_alive()

    @property
    def seconds(self) -> float:
        """How long it has had a turn."""
        return 0.0 if self.began is None else monotonic() - self.began

    def clock(self) -> float:
        """The time (as `monotonic`), and the end of all time once it must stop: a step with a deadline ends early."""
        return inf if self._stopping.is_set() else monotonic()

    def stop(self) -> None:
        """No further step is taken, and the one that goes on is not reported."""
        self._stopping.set()

    def wait(self, seconds: float | None = None) -> None:
        """Waits until it has ended."""
        self._thread.join(seconds)


_kept: OrderedDict[tuple[str, str], tuple[Web, Calculation[Any]]] = OrderedDict()
_kept_lock = Lock()


def begin(
    meeting: str, what: str, web: Web, reports: Callable[[Calculation[Report]], Iterator[Report]]
) -> Calculation[Report]:
    """Starts a calculation about a web, unless it is there already."""
    found = of(meeting, what, web)
    if found is None:
        found = Calculation(reports)
        with _kept_lock:
            _kept[meeting, what] = web, found
            stopped = _kept.popitem(last=False)[1][1] if len(_kept) > MOST_KEPT else None
        if stopped:
            stopped.stop()
    return found


def of(meeting: str, what: str, web: Web) -> Calculation[Any] | None:
    """The calculation about this web; one about an earlier web of the meeting is stopped and forgotten."""
    with _kept_lock:
        about, found = _kept.get((meeting, what), (web, None))
    if about is web or about == web:
        return found
    forget(meeting, what)
    return None


def forget(meeting: str, what: str | None = None) -> None:
    """Stops and forgets a calculation of a meeting, or all of them."""
    with _kept_lock:
        gone = [key for key in _kept if key[0] == meeting and what in (None, key[1])]
        calculations = [_kept.pop(key)[1] for key in gone]
    for calculation in calculations:
        calculation.stop()
