"""What the window for the room shows of each meeting, as its text: kept, so that every process shows the same."""

from sqlalchemy import text

from coprod_core.store.engine import Database


class Presentations:
    """The presentations of one database, at most one for each meeting."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, meeting: str) -> str | None:
        """What was kept for a meeting; None when nothing was."""
        kept = text("SELECT shown FROM presentation WHERE meeting_id = :meeting")
        with self._database.reading() as session:
            row = session.connection().execute(kept, {"meeting": meeting}).first()
            return None if row is None else str(row[0])

    def keep(self, meeting: str, shown: str) -> None:
        """Keeps what a meeting shows, in the place of what was kept before; nothing for a meeting that is not there."""
        kept = text(
            "INSERT INTO presentation (meeting_id, shown)"
            " SELECT id, CAST(:shown AS TEXT) FROM meeting WHERE id = :meeting"
            " ON CONFLICT (meeting_id) DO UPDATE SET shown = excluded.shown"
        )
        with self._database.writing() as session:
            session.connection().execute(kept, {"meeting": meeting, "shown": shown})
