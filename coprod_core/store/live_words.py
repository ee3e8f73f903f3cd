"""What people named in their own words, the piles it lies in, and what became of it. All of it is erased together."""

import uuid
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, text

from coprod_core.store import live_rows
from coprod_core.store.engine import Database
from coprod_core.store.live_values import OwnWords

_OWN_WORDS = text(
    "SELECT said.id, said.round, said.words, said.became, laid.pile FROM live_words AS said"
    " LEFT JOIN live_pile AS laid ON laid.words = said.id AND laid.refused = 0"
    " WHERE said.meeting_id = :meeting AND said.words <> '' ORDER BY said.id"
)
_SETTLE = text("UPDATE live_words SET became = :became WHERE meeting_id = :meeting AND id = :id")
_TAKE_OFF = text("DELETE FROM live_pile WHERE meeting_id = :meeting AND words = :id AND refused = 0")
_LAY = text(
    "INSERT INTO live_pile (meeting_id, words, pile) SELECT meeting_id, id, :pile FROM live_words"
    " WHERE meeting_id = :meeting AND id = :id"
)
_OF_PILE = "WHERE meeting_id = :meeting AND pile = :pile"
_IN_PILE = text(f"SELECT words FROM live_pile {_OF_PILE} ORDER BY words")
_MARK = text(f"UPDATE live_pile SET refused = :refused {_OF_PILE}")
_REFUSED = text("SELECT pile, words FROM live_pile WHERE meeting_id = :meeting AND refused = 1 ORDER BY pile, words")


class LiveWords:
    """What people said in their own words in the meetings of one database."""

    _database: Database

    def own_words(self, meeting: str) -> tuple[OwnWords, ...]:
        """Every interest people put in their own words, in an order that says nothing of who said it when."""
        with self._database.reading() as session:
            return tuple(OwnWords(*row) for row in session.connection().execute(_OWN_WORDS, {"meeting": meeting}))

    def settle_own_words(self, meeting: str, ids: Sequence[str], became: str | None) -> None:
        """Notes what came of people's own words: an interest's id, empty = set aside, None = still to look at.

        Raises `NotLive` when one of them is not there any more; then nothing is noted.
        """
        with self._database.writing() as session:
            for id_ in ids:
                _must_be_there(session.connection(), meeting, id_, became)

    def lay_in_piles(self, meeting: str, piles: Mapping[str, Collection[str]]) -> None:
        """Lays own words in piles, by the pile's id, and takes them off the pile they lay in. What is not there any
        more is passed by.
        """
        with self._database.writing() as session:
            _lay(session.connection(), meeting, piles)

    def refuse_pile(self, meeting: str, pile: str) -> None:
        """Notes that what lies in a pile does not belong together; from then on each lies by itself."""
        with self._database.writing() as session:
            connection = session.connection()
            ids = [row[0] for row in connection.execute(_IN_PILE, {"meeting": meeting, "pile": pile})]
            connection.execute(_MARK, {"meeting": meeting, "pile": pile, "refused": 1})
            _lay(connection, meeting, {uuid.uuid4().hex: [id_] for id_ in ids})

    def restore_pile(self, meeting: str, pile: str) -> None:
        """Puts together again what was refused as a pile, wherever it lies now."""
        with self._database.writing() as session:
            connection = session.connection()
            for (id_,) in connection.execute(_IN_PILE, {"meeting": meeting, "pile": pile}).all():
                connection.execute(_TAKE_OFF, {"meeting": meeting, "id": id_})
            connection.execute(_MARK, {"meeting": meeting, "pile": pile, "refused": 0})

    def refused_piles(self, meeting: str) -> Mapping[str, tuple[str, ...]]:
        """What was refused as a pile, by its id: the ids of the own words that lay in it."""
        found: dict[str, tuple[str, ...]] = {}
        with self._database.reading() as session:
            for pile, id_ in session.connection().execute(_REFUSED, {"meeting": meeting}):
                found[pile] = (*found.get(pile, ()), id_)
        return found


def _must_be_there(connection: Connection, meeting: str, id_: str, became: str | None) -> None:
    settled = connection.execute(_SETTLE, {"meeting": meeting, "id": id_, "became": became})
    if settled.rowcount == 0:
        raise live_rows.NotLive("gone", list="own_words", id=id_)


def _lay(connection: Connection, meeting: str, piles: Mapping[str, Collection[str]]) -> None:
    for pile, ids in piles.items():
        for id_ in ids:
            connection.execute(_TAKE_OFF, {"meeting": meeting, "id": id_})
            connection.execute(_LAY, {"meeting": meeting, "id": id_, "pile": pile})
