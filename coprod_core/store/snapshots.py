"""Webs kept at some places of a log, so that opening it need not do every act again.

A snapshot counts only where the seal of its entry is the one it was made under, and its own seal fits what it holds:
whatever else happened to it, the acts are done again as if it were not there.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from sqlmodel import Session, col, select

from coprod_core.checked.errors import CoprodError
from coprod_core.files import web_file
from coprod_core.store.engine import Database
from coprod_core.store.errors import StoreFailure
from coprod_core.store.tables import EntryRow, SnapshotRow
from coprod_core.store.values import Loaded
from coprod_core.web.model import Web

EVERY = 256
"""So many entries lie between two snapshots: a power of two, as are the places of which a course shows the readings."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The web after an entry, packed; `digest`: the seal of that entry when it was made."""

    digest: str
    seal: str
    packed: bytes

    @property
    def sound(self) -> bool:
        """Whether it still holds what was put into it."""
        return self.seal == _seal(self.digest, self.packed)

    def web(self) -> Web | None:
        """The web in it; None where it cannot be read."""
        if not self.sound:
            return None
        try:
            return web_file.read(zlib.decompress(self.packed))
        except (CoprodError, zlib.error):
            return None


def snapshots_of(session: Session, meeting_id: str) -> dict[int, Snapshot]:
    """Those of a meeting by place in its log, whether or not they are sound."""
    rows = session.exec(select(SnapshotRow).where(SnapshotRow.meeting_id == meeting_id).order_by(col(SnapshotRow.seq)))
    return {row.seq: Snapshot(row.digest, row.seal, bytes(row.web)) for row in rows}


class Snapshots:
    """Keeps the webs of meetings that were passed in opening them or in going on."""

    def __init__(self, database: Database, every: int) -> None:
        self._database = database
        self.every = every

    def is_due(self, loaded: Loaded) -> bool:
        """Whether the web is to be kept at this place of the log."""
        return loaded.head % self.every == 0

    def keep(self, meeting: str, passed: Iterable[Loaded]) -> None:
        """Keeps them. That the disk does not take one is no loss: the acts are still there."""
        rows = [_row(meeting, loaded) for loaded in passed if self.is_due(loaded)]
        if rows:
            with suppress(StoreFailure), self._database.writing() as session:
                for row in rows:
                    entry = session.get(EntryRow, (meeting, row.seq))
                    if entry is not None and entry.digest == row.digest:  # the log may have been sealed anew since
                        session.merge(row)


def _row(meeting: str, loaded: Loaded) -> SnapshotRow:
    written = json.dumps(web_file.as_data(loaded.history.web), ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(written.encode(), 1)
    seal = _seal(loaded.digest, packed)
    return SnapshotRow(meeting_id=meeting, seq=loaded.head, digest=loaded.digest, seal=seal, web=packed)


def _seal(digest: str, packed: bytes) -> str:
    return hashlib.sha256(digest.encode() + packed).hexdigest()
