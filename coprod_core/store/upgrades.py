"""From any older file to this version's tables, one step at a time.

A step is never changed once it has been released: older files have been through it as it is.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, inspect, text

from coprod_core.store.errors import NewerDatabase

Step = Callable[[Connection], None]


def _meetings_and_entries(connection: Connection) -> None:
    connection.execute(
        text(
            "CREATE TABLE meeting ("
            " id TEXT NOT NULL PRIMARY KEY,"
            " created_at TEXT NOT NULL,"
            " changed_at TEXT NOT NULL,"
            " title TEXT NOT NULL,"
            " forked_from TEXT,"
            " forked_at_seq INTEGER,"
            " head INTEGER NOT NULL,"
            " digest TEXT NOT NULL)"
        )
    )
    connection.execute(
        text(
            "CREATE TABLE entry ("
            " meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,"
            " seq INTEGER NOT NULL,"
            " at TEXT NOT NULL,"
            " client TEXT,"
            " client_seq BIGINT,"
            " digest TEXT NOT NULL,"
            " act TEXT NOT NULL,"
            " PRIMARY KEY (meeting_id, seq),"
            " UNIQUE (meeting_id, client, client_seq))"
        )
    )


def _copies_are_no_scenarios(connection: Connection) -> None:
    # until now a copy of a meeting said what it was forked from; from here on only a scenario does
    connection.execute(text("UPDATE meeting SET forked_from = NULL, forked_at_seq = NULL"))


def _acts_say_how_it_is_counted(connection: Connection) -> None:
    """No table changes. Acts may hold conventions from here on; a program that does not know them must not call such
    a log damaged, but leave the file alone.
    """


_OF_MEETING = "meeting_id TEXT NOT NULL REFERENCES live_meeting (meeting_id) ON DELETE CASCADE"


def _live_meetings(connection: Connection) -> None:
    for definition in (
        "CREATE TABLE live_meeting ("
        " meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,"
        " code TEXT NOT NULL UNIQUE,"
        " token_key TEXT,"  # none once the meeting is closed: from then on no token can be told from any other
        " joining INTEGER NOT NULL,"
        " opened_at TEXT NOT NULL,"
        " closed_at TEXT,"
        " erase_at TEXT NOT NULL,"
        " erased_at TEXT)",
        f"CREATE TABLE live_phone ({_OF_MEETING}, token TEXT NOT NULL, group_id TEXT, PRIMARY KEY (meeting_id, token))",
        f"CREATE TABLE live_round ({_OF_MEETING},"
        " number INTEGER NOT NULL,"
        " questions TEXT NOT NULL,"
        " opened_at TEXT NOT NULL,"
        " closed_at TEXT,"
        " PRIMARY KEY (meeting_id, number))",
        f"CREATE TABLE live_answer ({_OF_MEETING},"
        " round INTEGER NOT NULL,"
        " token TEXT NOT NULL,"
        " interest TEXT NOT NULL,"
        " group_id TEXT NOT NULL,"
        " weight TEXT NOT NULL,"
        " wants INTEGER NOT NULL,"
        " arrived INTEGER NOT NULL,"
        " released INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY (meeting_id, round, token, interest))",
        f"CREATE TABLE live_words ({_OF_MEETING},"
        " round INTEGER NOT NULL,"
        " token TEXT NOT NULL,"
        " id TEXT NOT NULL UNIQUE,"
        " words TEXT NOT NULL,"
        " became TEXT,"  # none until somebody looked at it; empty when set aside, else the interest it went into
        " PRIMARY KEY (meeting_id, round, token))",
        f"CREATE TABLE live_typed ({_OF_MEETING},"
        " round INTEGER NOT NULL,"
        " source TEXT NOT NULL,"
        " group_id TEXT NOT NULL,"
        " interest TEXT NOT NULL,"
        " counts TEXT NOT NULL,"
        " PRIMARY KEY (meeting_id, round, source, group_id, interest))",
        f"CREATE TABLE live_result ({_OF_MEETING},"
        " round INTEGER NOT NULL,"
        " interest TEXT NOT NULL,"
        " group_id TEXT NOT NULL,"
        " counts TEXT NOT NULL,"
        " PRIMARY KEY (meeting_id, round, interest, group_id))",
    ):
        connection.execute(text(definition))


def _workshops(connection: Connection) -> None:
    connection.execute(
        text(
            "CREATE TABLE workshop ("
            " meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,"
            " plan TEXT NOT NULL,"
            " running TEXT NOT NULL)"
        )
    )


def _logs_hold_weighings(connection: Connection) -> None:
    """No table changes. Logs may hold weighings from here on, which an older program must not call damage."""


def _acts_say_conditions(connection: Connection) -> None:
    """No table changes. Acts may hold conditions for working together from here on, as conventions did before."""


UPGRADES: tuple[Step, ...] = (
    _meetings_and_entries,
    _copies_are_no_scenarios,
    _acts_say_how_it_is_counted,
    _live_meetings,
    _workshops,
    _logs_hold_weighings,
    _acts_say_conditions,
)
"""Step i brings a database from version i to version i + 1; an empty one has version 0."""


def version_of(connection: Connection, known: int) -> int:
    """The version of the tables in a database, 0 when it has none. Raises `NewerDatabase` above `known`."""
    if not inspect(connection).has_table("store_version"):
        return 0
    found = int(connection.execute(text("SELECT max(version) FROM store_version")).scalar() or 0)
    if found > known:
        raise NewerDatabase(found, known)
    return found


def upgrade(connection: Connection, steps: Sequence[Step]) -> None:
    """Takes the steps a database has not been through yet, within the transaction of `connection`."""
    version = version_of(connection, len(steps))
    if version == 0:
        connection.execute(text("CREATE TABLE store_version (version INTEGER NOT NULL PRIMARY KEY)"))
    for number, step in enumerate(steps[version:], start=version + 1):
        step(connection)
        connection.execute(text("INSERT INTO store_version (version) VALUES (:number)"), {"number": number})
