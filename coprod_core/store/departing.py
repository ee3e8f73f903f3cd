"""Phones that leave, by themselves or because they are put out: what they said goes, and they do not come back.

That a phone left stays until the meeting's answers are erased. Otherwise it could join anew and be counted twice.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, text

from coprod_core.store.erasing import What, remove
from coprod_core.store.fingerprints import signs
from coprod_core.store.live_values import CODE_SIGNS, Refusal

MARK_LENGTH = 5

_DEPARTED = text(
    "SELECT token, departed FROM live_phone WHERE meeting_id = :meeting AND departed IS NOT NULL AND token IN :tokens"
).bindparams(bindparam("tokens", expanding=True))

_SILENT = text(
    "SELECT token FROM live_phone WHERE meeting_id = :meeting AND departed IS NULL AND token NOT IN"
    " (SELECT token FROM live_answer WHERE meeting_id = :meeting"
    " UNION SELECT token FROM live_words WHERE meeting_id = :meeting)"
)


def mark_of(token: str) -> str:
    """The mark by which a facilitator knows a phone, such as K7Q2M; `token`: as it is kept, not as the phone has it."""
    return signs(token, CODE_SIGNS, MARK_LENGTH)


def departed(connection: Connection, meeting: str, tokens: Sequence[str]) -> dict[str, Refusal]:
    """Which of these phones left, and how."""
    rows = connection.execute(_DEPARTED, {"meeting": meeting, "tokens": list(set(tokens))})
    return {row.token: Refusal(row.departed) for row in rows}


def depart(connection: Connection, meeting: str, tokens: Sequence[str], how: Refusal) -> None:
    """Deletes everything these phones said, and lets them in no more. Whoever calls this finishes the erasing."""
    for token in tokens:
        of_phone = {"meeting": meeting, "token": token, "how": str(how)}
        for table in ("live_answer", "live_words"):
            connection.execute(text(f"DELETE FROM {table} WHERE meeting_id = :meeting AND token = :token"), of_phone)
        connection.execute(
            text(
                "UPDATE live_phone SET departed = :how, group_id = NULL WHERE meeting_id = :meeting AND token = :token"
            ),
            of_phone,
        )
    if tokens:
        remove(connection, meeting, What.SAID)


def inside(connection: Connection, meeting: str) -> tuple[str, ...]:
    """The tokens of the phones that are inside, as they are kept."""
    rows = connection.execute(
        text("SELECT token FROM live_phone WHERE meeting_id = :meeting AND departed IS NULL"), {"meeting": meeting}
    )
    return tuple(row[0] for row in rows)


def silent(connection: Connection, meeting: str) -> tuple[str, ...]:
    """The tokens of the phones inside that never said anything."""
    rows = connection.execute(_SILENT, {"meeting": meeting})
    return tuple(row[0] for row in rows)


def author(connection: Connection, meeting: str, words: str) -> tuple[str, ...]:
    """The token of the phone that own words came from; none where they are not there."""
    rows = connection.execute(
        text("SELECT token FROM live_words WHERE meeting_id = :meeting AND id = :id"), {"meeting": meeting, "id": words}
    )
    return tuple(row[0] for row in rows)
