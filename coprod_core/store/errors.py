"""What can go wrong in the store. Nothing is ever half saved: after any of these, the log is as it was."""

import sqlite3

from coprod_core.checked.errors import CoprodError

SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises: of a damaged file it may quote letters in its message that are none."""


class StoreFailure(CoprodError):
    """The database did not do its part: `cannot_open`, `cannot_read`, `cannot_back_up`, `not_erased`, `not_saved`.

    Then `reason` has the database's own words. `read_only`: it was opened to read alone, for a `reason`. `file_gone`,
    `file_replaced` and `log_left_behind`: its `file` is not the one, or not the whole one, that was written.
    """


class NewerDatabase(CoprodError):
    """The file was written by a newer version of this program; this one leaves it alone."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__("newer_database", found=found, known=known)


class NoSuchMeeting(CoprodError):
    """No meeting has this id: never had, or it was deleted."""

    def __init__(self, meeting: str) -> None:
        super().__init__("no_such_meeting", meeting=meeting)


class DamagedLog(CoprodError):
    """Entry `seq` is not what was written, or not there: `cause` is `changed`, `missing` or `not_understood`."""

    def __init__(self, meeting: str, seq: int, cause: str) -> None:
        super().__init__("damaged_log", meeting=meeting, seq=seq, cause=cause)
