"""What was refused of what clients asked for: kept, so that an act that is sent twice is answered twice the same."""

import json
from typing import Any

from sqlmodel import Session, col, func, select

from coprod_core.checked.errors import CoprodError, Fault, InvalidValue
from coprod_core.files.json_file import tame
from coprod_core.store.engine import Database
from coprod_core.store.tables import EntryRow, RefusalRow
from coprod_core.store.values import Loaded, Origin


class Refusals:
    """The acts of clients that were dealt with by refusing them. What a method wrote is on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, meeting: str, origin: Origin, error: CoprodError) -> None:
        """Counts an act as dealt with. Raises `StoreFailure`."""
        with self._database.writing() as session:
            refuse(session, meeting, origin, error)

    def find(self, meeting: str, origin: Origin) -> Fault | None:
        """Why an act was refused, and at which place in it; None where it was not."""
        with self._database.reading() as session:
            row = session.get(RefusalRow, (meeting, origin.client, origin.seq))
            return None if row is None else Fault(row.place, row.code, json.loads(row.params))

    def acknowledged(self, meeting: str, client: str) -> int:
        """The highest number of a client that was dealt with, done or refused; 0 where none was."""
        with self._database.reading() as session:
            return max(_highest(session, table, meeting, client) for table in (EntryRow, RefusalRow))

    def acknowledged_since(self, loaded: Loaded, meeting: str, client: str) -> int:
        """The same, of a meeting that was just read: what was done is known with it."""
        with self._database.reading() as session:
            refused = _highest(session, RefusalRow, meeting, client)
        return max(refused, loaded.acknowledged.get(client, 0))


def _highest(session: Session, table: type[EntryRow | RefusalRow], meeting: str, client: str) -> int:
    of_client = select(func.max(table.client_seq)).where(table.meeting_id == meeting, table.client == client)
    return session.exec(of_client).one() or 0


def refuse(session: Session, meeting: str, origin: Origin, error: CoprodError) -> None:
    """Writes down that an act was refused, and why."""
    fault = fault_of(error)
    params = json.dumps(dict(fault.params), ensure_ascii=False, default=str)
    session.merge(RefusalRow(meeting_id=meeting, **_key(origin), code=fault.code, place=fault.place, params=params))


def _key(origin: Origin) -> dict[str, Any]:
    return {"client": origin.client, "client_seq": origin.seq}


def fault_of(error: CoprodError) -> Fault:
    """Why an act is refused, with its place in the act; what it quotes is short and can be shown anywhere."""
    return tame(error.faults[0] if isinstance(error, InvalidValue) else Fault("", error.code, error.params))


def numbers_refused(session: Session, meeting: str) -> dict[str, int]:
    """Per client the highest number that was refused."""
    highest = select(RefusalRow.client, func.max(RefusalRow.client_seq)).where(RefusalRow.meeting_id == meeting)
    return dict(session.exec(highest.group_by(col(RefusalRow.client))).all())
