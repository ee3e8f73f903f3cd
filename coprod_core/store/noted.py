"""Erasing what was noted of the parties of a meeting: an official must be able to withdraw a judgement."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import CursorResult, text

from coprod_core.store import log
from coprod_core.store.engine import WRITE_LOCK, Database
from coprod_core.store.erasing import Erasing, What, remove
from coprod_core.store.meeting_rows import scenarios_of
from coprod_core.store.rewriting import rewrite


class Noted:
    """What was noted of parties in the meetings of one database. `forget`: lets go of a meeting kept in memory."""

    def __init__(self, database: Database, erasing: Erasing, forget: Callable[[str], None]) -> None:
        self._database, self._erasing, self._forget = database, erasing, forget

    def erase(self, meeting_id: str) -> None:
        """Takes trust and attitude out of a meeting and its scenarios: out of every act of their logs, which are sealed
        anew, and out of every file of ours. Places in the log, times, bookmarks, undo and all else stay.

        Raises `NoSuchMeeting`, or `StoreFailure("not_erased")`: then it is gone here, and what is still to be done
        stays on the list.
        """
        with WRITE_LOCK:
            with self._database.writing() as session:
                meeting = log.meeting_row(session, meeting_id, to_write=True)
                kept = [meeting.id, *(row.id for row in scenarios_of(session, meeting_id))]
                session.flush()
                connection = session.connection()
                for id_ in kept:
                    rewrite(lambda said, values: _rows(connection.execute(text(said), values)), id_, _TABLES)
                    remove(connection, id_, What.NOTED)
            for id_ in kept:
                self._forget(id_)
        self._erasing.finish()


_TABLES = frozenset(("snapshot", "workshop"))


def _rows(result: CursorResult[Any]) -> Sequence[Any]:
    return result.all() if result.returns_rows else ()
