"""Many small writes in few transactions: whoever comes while one is being made goes along with the next."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

MOST_AT_ONCE = 200
"""The most writes in one transaction, so that whoever waits for the write lock never waits long."""


class GroupCommit(Generic[Item, Outcome]):
    """Writes in one thread of its own; the answer to a write comes after it was committed, or with why it was not."""

    def __init__(self, write: Callable[[Sequence[Item]], Sequence[Outcome]]) -> None:
        self._write = write
        self._waiting: list[tuple[Item, Future[Outcome]]] = []
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, item: Item) -> "Future[Outcome]":
        """Puts a write in line. The future holds its outcome once that is on disk, else the error."""
        future: Future[Outcome] = Future()
        with self._changed:
            if self._closed:
                raise RuntimeError("closed")
            self._waiting.append((item, future))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="group-commit", daemon=True)
                self._thread.start()
            self._changed.notify()
        return future

    def close(self) -> None:
        """Writes what still waits and stops."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (batch := self._next()) is not None:
            futures = [future for _, future in batch]
            try:
                outcomes = self._write([item for item, _ in batch])
            except BaseException as error:
                for future in futures:
                    if not future.cancelled():
                        future.set_exception(error)
            else:
                for future, outcome in zip(futures, outcomes, strict=True):
                    if not future.cancelled():
                        future.set_result(outcome)

    def _next(self) -> list[tuple[Item, "Future[Outcome]"]] | None:
        """What to write now; None when there is nothing left and never will be."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if not self._waiting:
                return None
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
        # whoever hung up meanwhile is written too: a phone that lost its network has still answered
        for _, future in batch:
            future.set_running_or_notify_cancel()
        return batch
