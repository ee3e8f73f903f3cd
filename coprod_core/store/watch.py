"""What can be seen of a database file from outside: whether it is still the one that was opened, and who wrote."""

import os
from pathlib import Path

from coprod_core.store.errors import StoreFailure


def log_of(file: Path) -> Path:
    """Where SQLite keeps what was written last: without it a file in use is not whole."""
    return file.with_name(f"{file.name}-wal")


class Watch:
    """Stands by one file. Every write of ours goes between `before` and `after`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._opened: tuple[int, int] | None = None
        self._left: object = None
        self.writes_of_others = 0
        """How often something wrote to the file that was not between `before` and `after`."""

    @property
    def was_opened(self) -> bool:
        """Whether the file was there once. From then on it is never made anew without a word."""
        return self._opened is not None

    def is_other(self) -> bool:
        """Whether another file stands in its place now."""
        now = self._identity()
        return self._opened is not None and now is not None and now != self._opened

    def before(self) -> None:
        """Raises `StoreFailure`: `file_gone`, or `file_replaced`; then the new file counts from here on."""
        now = self._identity()
        if self._opened is None:
            self._opened = now
        if now is None:
            raise StoreFailure("file_gone", file=self._file.name)
        if now != self._opened:
            self._opened = now
            raise StoreFailure("file_replaced", file=self._file.name)
        if (signs := self._signs()) != self._left:
            self._left = signs
            self.writes_of_others += 1

    def after(self, *, with_log: bool) -> None:
        """Raises `StoreFailure("file_gone")` where what was just written went into a file that nobody finds again."""
        if self._identity() != self._opened or (with_log and not log_of(self._file).exists()):
            raise StoreFailure("file_gone", file=self._file.name)
        self._left = self._signs()

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._file)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreFailure("file_gone", file=self._file.name) from error
        return found.st_dev, found.st_ino

    def _signs(self) -> object:
        return tuple(_sign(each) for each in (self._file, log_of(self._file)))


def _sign(file: Path) -> object:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
