"""From any older file to this version's tables, one step at a time.

A step is never changed once it has been released: older files have been through it as it is.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from coprod_core.store.errors import SQLITE_ERRORS, NewerDatabase

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


def _acts_name_who_brings_it_in(connection: Connection) -> None:
    """No table changes. Acts may hold who brings an interest in, whom politics stresses, the professional's own reading
    and two more conventions from here on, as conventions did before.
    """


def _promises(connection: Connection) -> None:
    for definition in (
        # what was removed here and may still stand in other files: by the meeting's id, for the meeting itself is gone
        "CREATE TABLE erasure ("
        " meeting_id TEXT NOT NULL,"
        " what TEXT NOT NULL,"
        " asked_at TEXT NOT NULL,"
        " reason TEXT,"  # why it could not be finished when it was last tried; none until then
        " PRIMARY KEY (meeting_id, what))",
        "CREATE TABLE session ("
        " id TEXT NOT NULL PRIMARY KEY,"
        " salt TEXT NOT NULL,"
        " proof TEXT NOT NULL,"
        " begun_at TEXT NOT NULL,"
        " ends_at TEXT NOT NULL)",
        "CREATE TABLE presentation ("
        " meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,"
        " shown TEXT NOT NULL)",
        f"CREATE TABLE live_card ({_OF_MEETING},"
        " card TEXT NOT NULL,"
        " token TEXT,"  # none until a phone came in with it
        " PRIMARY KEY (meeting_id, card))",
        "ALTER TABLE live_meeting ADD COLUMN by_card INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE live_meeting ADD COLUMN due_seen TEXT",  # the start of the program that first found it due
        "ALTER TABLE live_phone ADD COLUMN departed TEXT",  # how it left: by itself, or put out; none while it is in
    ):
        connection.execute(text(definition))


def _refusals_and_snapshots(connection: Connection) -> None:
    connection.execute(
        text(
            "CREATE TABLE refusal ("
            " meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,"
            " client TEXT NOT NULL,"
            " client_seq BIGINT NOT NULL,"
            " code TEXT NOT NULL,"
            " place TEXT NOT NULL,"
            " params TEXT NOT NULL,"
            " PRIMARY KEY (meeting_id, client, client_seq))"
        )
    )
    packed = "BYTEA" if connection.dialect.name == "postgresql" else "BLOB"
    connection.execute(
        text(
            "CREATE TABLE snapshot ("
            " meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,"
            " seq INTEGER NOT NULL,"
            " digest TEXT NOT NULL,"
            " seal TEXT NOT NULL,"
            f" web {packed} NOT NULL,"
            " PRIMARY KEY (meeting_id, seq))"
        )
    )


def _acts_account_for_a_choice(connection: Connection) -> None:
    """No table changes. Acts may hold what accounts for a choice from here on, and an interest holds no reply.

    Snapshots go: doing the acts again gives a contribution its id in the order in which the replies were said, where
    reading the web of a snapshot gives it in the order of the interests.
    """
    connection.execute(text("DELETE FROM snapshot"))


def _acts_place_on_the_power_map(connection: Connection) -> None:
    """No table changes. Acts may hold from here on what is asked for the power map, and put a party in a ring."""


def _acts_write_own_dilemmas(connection: Connection) -> None:
    """No table changes. Acts may hold from here on a dilemma of people's own, what prevailed in an entry of the
    logbook, who residents think answers for the outcome, and in a step of a workshop a group's own way: its plan, and
    whom it says no.
    """


def _own_words_lie_in_piles(connection: Connection) -> None:
    connection.execute(
        text(
            f"CREATE TABLE live_pile ({_OF_MEETING},"
            " words TEXT NOT NULL REFERENCES live_words (id) ON DELETE CASCADE,"
            " pile TEXT NOT NULL,"
            " refused INTEGER NOT NULL DEFAULT 0,"  # 1: a person said that these do not belong together
            " PRIMARY KEY (meeting_id, pile, words))"
        )
    )


UPGRADES: tuple[Step, ...] = (
    _meetings_and_entries,
    _copies_are_no_scenarios,
    _acts_say_how_it_is_counted,
    _live_meetings,
    _workshops,
    _logs_hold_weighings,
    _acts_say_conditions,
    _acts_name_who_brings_it_in,
    _promises,
    _refusals_and_snapshots,
    _acts_account_for_a_choice,
    _acts_place_on_the_power_map,
    _acts_write_own_dilemmas,
    _own_words_lie_in_piles,
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


def refuse_newer(file: Path, known: int) -> None:
    """Raises `NewerDatabase` for a file above version `known` before anything opens it to write.

    A copy that was put back keeps its journal otherwise than a file in use; merely opening it would change that. What
    cannot be read this way, such as a file that is not there, is left to whoever opens it.
    """
    found = None
    untouched = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with suppress(*SQLITE_ERRORS), closing(sqlite3.connect(untouched, uri=True)) as connection:
        (found,) = connection.execute("SELECT max(version) FROM store_version").fetchone()
    if isinstance(found, int) and found > known:
        raise NewerDatabase(found, known)


def upgrade(connection: Connection, steps: Sequence[Step]) -> None:
    """Takes the steps a database has not been through yet, within the transaction of `connection`."""
    version = version_of(connection, len(steps))
    if version == 0:
        connection.execute(text("CREATE TABLE store_version (version INTEGER NOT NULL PRIMARY KEY)"))
    for number, step in enumerate(steps[version:], start=version + 1):
        step(connection)
        connection.execute(text("INSERT INTO store_version (version) VALUES (:number)"), {"number": number})
