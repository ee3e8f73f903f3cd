"""A log for the helpdesk: when, which version, what kind of fault and where in the program; never what anybody wrote.

What a message says may hold people's words, also that of a fault of another library. So no message goes in: a line is
made of the kind of the fault, the places in the program it went through, and the codes that this module writes itself.
"""

import logging
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

from streamlit import config

from coprod_core import __version__, places
from coprod_core.store.looking import database_file

LARGEST, KEPT = 500_000, 3
"""Bytes after which a log is put aside, and how many of those are kept."""

_OURS = logging.getLogger("belangenweb")


def log_file() -> Path:
    """Where the log stands: in `logs`, beside the database."""
    database = database_file()
    return (database.parent if database else places.made()) / "logs" / "belangenweb.log"


def listen() -> logging.Handler:
    """Writes down from now on what goes wrong in this process, and that it began.

    Where the log cannot be written, nothing is, and the program goes on: it must not stop for its log.
    """
    handler = _handler(log_file())
    handler.setLevel(logging.WARNING)
    handler.setFormatter(WithoutWords())
    for logger in _loggers():
        logger.addHandler(handler)
    # told as a plain record, which this log can take the words out of, and not printed past all logs
    config.set_option("logger.enableRich", False)
    _OURS.warning("started")
    return handler


def stop_listening(handler: logging.Handler) -> None:
    """Writes that the program stopped, and lets the file go."""
    _OURS.warning("stopped")
    for logger in _loggers():
        logger.removeHandler(handler)
    handler.close()


class WithoutWords(logging.Formatter):
    """A line per record, a line more per place that a fault went through."""

    def format(self, record: logging.LogRecord) -> str:
        """The record without what it says: our own codes are the only messages that are written down."""
        when = self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z")
        what = record.msg if record.name == _OURS.name else f"{record.name}:{record.lineno}"
        lines = [f"{when} {__version__} {record.levelname} {what}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines += _faults(record.exc_info[1])
        return "\n".join(lines)


def _faults(fault: BaseException | None) -> Iterator[str]:
    """The fault and those that led to it, last first."""
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield f"  {type(fault).__module__}.{type(fault).__qualname__}"
        for frame in traceback.extract_tb(fault.__traceback__):
            yield f"    {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        fault = fault.__cause__ or fault.__context__


def _handler(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


def _loggers() -> tuple[logging.Logger, ...]:
    """The root of all logs, and those that hand nothing on to it."""
    known = [each for each in logging.root.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    return (logging.root, *(each for each in known if not each.propagate))
