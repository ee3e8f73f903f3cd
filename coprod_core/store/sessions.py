"""Facilitators who gave the secret from elsewhere: random sessions, of which the store knows no more than a digest."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from sqlalchemy import text

from coprod_core.store.engine import Database
from coprod_core.store.log import time_text

LASTS = timedelta(hours=12)
"""How long a session lasts: an evening and what comes before it."""

_N, _R, _P = 2**14, 8, 1


@lru_cache(maxsize=32)
def stretched(secret: str, salt: str) -> str:
    """The secret made slow to guess: scrypt (RFC 7914) with 16 MiB of memory."""
    return hashlib.scrypt(secret.encode(), salt=salt.encode(), n=_N, r=_R, p=_P).hex()


def is_secret(given: str, secret: str) -> bool:
    """Whether somebody gave the secret; it takes as long where they did not."""
    salt = secrets.token_hex(16)
    tried = hashlib.scrypt(given.encode(), salt=salt.encode(), n=_N, r=_R, p=_P).hex()
    return hmac.compare_digest(tried, stretched(secret, salt))


class Sessions:
    """The sessions of one database. A session belongs to the secret it was begun with, and ends with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, secret: str, now: datetime) -> str:
        """Begins a session; returns what a browser keeps of it, 256 random bits that are kept nowhere else."""
        token, salt = secrets.token_urlsafe(32), secrets.token_hex(16)
        values = {
            "id": _digest(token),
            "salt": salt,
            "proof": stretched(secret, salt),
            "now": time_text(now),
            "ends": time_text(now + LASTS),
        }
        with self._database.writing() as session:
            connection = session.connection()
            connection.execute(text("DELETE FROM session WHERE ends_at <= :now"), {"now": values["now"]})
            connection.execute(
                text(
                    "INSERT INTO session (id, salt, proof, begun_at, ends_at) VALUES (:id, :salt, :proof, :now, :ends)"
                ),
                values,
            )
        return token

    def ends_at(self, token: str, secret: str, now: datetime) -> datetime | None:
        """When a session ends; None where there is no such session, or not any more. A calendar that was put back does
        not make it longer than `LASTS`.
        """
        kept = text("SELECT salt, proof, begun_at, ends_at FROM session WHERE id = :id")
        with self._database.reading() as session:
            row = session.connection().execute(kept, {"id": _digest(token)}).first()
        if row is None or not hmac.compare_digest(row[1], stretched(secret, row[0])):
            return None
        begun, ends = datetime.fromisoformat(row[2]), datetime.fromisoformat(row[3])
        return ends if begun <= now.astimezone(UTC) + LASTS and now < ends else None

    def end(self, token: str) -> None:
        """Ends a session."""
        with self._database.writing() as session:
            session.connection().execute(text("DELETE FROM session WHERE id = :id"), {"id": _digest(token)})

    def end_all(self) -> None:
        """Ends every session, on whatever machine it is."""
        with self._database.writing() as session:
            session.connection().execute(text("DELETE FROM session"))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
