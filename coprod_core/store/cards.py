"""Cards that each let one phone in: with them a phone is a person, as far as everybody got one card."""

from sqlalchemy import Connection, text

from coprod_core.store.fingerprints import fingerprint, signs
from coprod_core.store.live_values import CODE_LENGTH, CODE_SIGNS, Refusal, written_code


def codes(key: bytes, count: int) -> tuple[str, ...]:
    """The codes on the cards of a meeting, the first card first. They follow from its key, and are kept nowhere."""
    return tuple(signs(fingerprint(key, f"card {number}"), CODE_SIGNS, CODE_LENGTH) for number in range(1, count + 1))


def make(connection: Connection, meeting: str, key: bytes, count: int) -> None:
    """Makes cards: as many as `count` in all, those that there are included."""
    for code in codes(key, count):
        connection.execute(
            text("INSERT INTO live_card (meeting_id, card) VALUES (:meeting, :card) ON CONFLICT DO NOTHING"),
            {"meeting": meeting, "card": _kept(key, code)},
        )


def of(connection: Connection, meeting: str) -> tuple[str, ...]:
    """The codes on the cards of a meeting; none where it has no cards, or is closed."""
    row = connection.execute(
        text(
            "SELECT token_key, (SELECT count(*) FROM live_card WHERE meeting_id = :meeting)"
            " FROM live_meeting WHERE meeting_id = :meeting AND by_card = 1"
        ),
        {"meeting": meeting},
    ).first()
    return codes(bytes.fromhex(row[0]), row[1]) if row is not None and row[0] else ()


def spent(connection: Connection, meeting: str, key: bytes, typed: str, token: str) -> Refusal | None:
    """Lets one phone in with a card; from then on it lets in no other. Returns why not, None when it did."""
    code = written_code(typed)
    if code is None:
        return Refusal.CARD_UNKNOWN if typed else Refusal.CARD_NEEDED
    of_card = {"meeting": meeting, "card": _kept(key, code), "token": token}
    row = connection.execute(
        text("SELECT token FROM live_card WHERE meeting_id = :meeting AND card = :card"), of_card
    ).first()
    if row is None:
        return Refusal.CARD_UNKNOWN
    if row[0] is not None:
        return None if row[0] == token else Refusal.CARD_USED
    connection.execute(
        text("UPDATE live_card SET token = :token WHERE meeting_id = :meeting AND card = :card"), of_card
    )
    return None


def _kept(key: bytes, code: str) -> str:
    return fingerprint(key, f"card code {code}")
