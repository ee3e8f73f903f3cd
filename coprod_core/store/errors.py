"""What can go wrong in the store. Nothing is ever half saved: after any of these, the log is as it was."""

from typing import TYPE_CHECKING

from coprod_core.errors import CoprodError

if TYPE_CHECKING:
    from coprod_core.store.values import StoredEntry


class StoreFailure(CoprodError):
    """The database did not do its part: `cannot_open`, `cannot_read`, `cannot_back_up`, `not_erased` or `not_saved`.

    `reason` has the database's own words.
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


class ChangedElsewhere(CoprodError):
    """Undo or redo would touch what this person has not seen yet; `others` is what was done meanwhile."""

    def __init__(self, meeting: str, others: "tuple[StoredEntry, ...]") -> None:
        super().__init__("changed_elsewhere", meeting=meeting, count=len(others))
        self.others = others
