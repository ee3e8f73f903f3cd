"""The workshop of a meeting: its file, and where it stands. Beside the log: neither is an act on the web."""

from dataclasses import dataclass, field

from sqlalchemy import text

from coprod_core.store.engine import Database
from coprod_core.store.errors import NoSuchMeeting


@dataclass(frozen=True, slots=True)
class KeptWorkshop:
    """What is kept: the workshop file, and where the workshop stands, each as its text."""

    plan: str = field(repr=False)
    running: str


class Workshops:
    """The workshops of one database, at most one for each meeting."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, meeting: str) -> KeptWorkshop | None:
        """The workshop of a meeting; None when it has none."""
        with self._database.reading() as session:
            row = session.connection().execute(
                text("SELECT plan, running FROM workshop WHERE meeting_id = :meeting"), {"meeting": meeting}
            )
            found = row.first()
            return None if found is None else KeptWorkshop(*found)

    def keep(self, meeting: str, kept: KeptWorkshop) -> None:
        """Keeps the workshop of a meeting, in the place of what was kept before. Raises `NoSuchMeeting`."""
        with self._database.writing() as session:
            connection = session.connection()
            known = connection.execute(text("SELECT id FROM meeting WHERE id = :id"), {"id": meeting}).first()
            if known is None:
                raise NoSuchMeeting(meeting)
            connection.execute(
                text(
                    "INSERT INTO workshop (meeting_id, plan, running) VALUES (:meeting, :plan, :running)"
                    " ON CONFLICT (meeting_id) DO UPDATE SET plan = excluded.plan, running = excluded.running"
                ),
                {"meeting": meeting, "plan": kept.plan, "running": kept.running},
            )

    def drop(self, meeting: str) -> None:
        """Lets go of the workshop of a meeting; the meeting stays."""
        with self._database.writing() as session:
            session.connection().execute(text("DELETE FROM workshop WHERE meeting_id = :meeting"), {"meeting": meeting})
