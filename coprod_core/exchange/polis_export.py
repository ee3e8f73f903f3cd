"""What a Pol.is export holds: statements, who voted how on them, and who is in which opinion group.

The files are known by their columns, for names and columns differ from export to export. Nothing here is about one
person once it leaves this module's callers: see `polis_web`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coprod_core.exchange.csv_table import Row, Table, whole_number
from coprod_core.exchange.limits import refused, sized, unpacked

MOST_STATEMENTS = 5_000
MOST_PEOPLE = 50_000
MOST_VOTES = 1_000_000
MOST_CELLS = 20_000_000
"""The most people times statements."""

NO_VOTE = 2
LARGEST_ID = 10**12
ZIP = b"PK\x03\x04"

Votes = npt.NDArray[np.int8]
"""People by statements: 1, -1 or 0 (passed) as the file has it, `NO_VOTE` where nobody asked or answered."""

_VOTES = {"1": 1, "-1": -1, "0": 0, "1.0": 1, "-1.0": -1, "0.0": 0, "": NO_VOTE}


@dataclass(frozen=True, slots=True)
class Statement:
    """Something people could agree with. `author` "" = not known, or put there by whoever runs the conversation.

    `agrees`, `disagrees`: the totals the file states. `rejected`: a moderator kept it from being voted on.
    """

    id: str
    text: str
    author: str
    agrees: int
    disagrees: int
    rejected: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Which vote means that somebody agrees: 1 or -1.

    `fits`: of how many statements (`of`) the votes add up to the totals of the file when read so. `clear`: whether
    reading them the other way round fits much worse; if not, a person has to say which it is.
    """

    agree: int
    fits: int
    of: int
    clear: bool


@dataclass(frozen=True, eq=False)
class Export:
    """One conversation. `groups`: the opinion group of each person, "" = none; None = the file knows no groups."""

    topic: str
    statements: tuple[Statement, ...]
    people: tuple[str, ...]
    groups: tuple[str, ...] | None
    votes: Votes
    not_used: tuple[str, ...]


def holds_polis(content: bytes) -> bool:
    """Whether a file begins as one of the tables of an export does. Never raises."""
    head = content[:4000].removeprefix(b"\xef\xbb\xbf").splitlines()[:1]
    columns = {_called(cell.strip(' "')) for cell in head[0].decode("ascii", "replace").split(",")} if head else set()
    return any(_NEEDED[kind] <= columns for kind in ("statements", "votes", "people"))


def files_of(name: str, content: bytes) -> dict[str, bytes]:
    """The files by name: the tables in a zip file, or the file itself. Raises `FileError`."""
    if not content.startswith(ZIP):
        return {name: sized(content)}
    members = ((member.replace("\\", "/").rpartition("/")[2], held) for member, held in unpacked(content))
    return {member: held for member, held in members if member.lower().endswith(".csv") and not member.startswith(".")}


def read_export(files: Mapping[str, bytes]) -> Export:
    """The conversation that several files of one export hold. Raises `FileError` with file, line and column.

    Needed: the statements, and the votes or the table of people by statements. With both, the latter is used.
    """
    tables: dict[str, Table] = {}
    not_used = []
    for name, content in files.items():
        table = Table(name, sized(content), MOST_VOTES, _called)
        kind = next((kind for kind, needed in _NEEDED.items() if needed <= set(table.columns)), None)
        if kind is None:
            not_used.append(name)
        elif kind in tables:
            raise refused("same_table_twice", table.place(1), name=tables[kind].name)
        else:
            tables[kind] = table
    if "statements" not in tables:
        raise refused("polis_without_statements")
    statements = tuple(_statements(tables["statements"]))
    if not statements:
        raise refused("empty_table", tables["statements"].place(1))
    if "people" in tables:
        people, groups, votes = _of_people(tables["people"], statements)
    elif "votes" in tables:
        people, groups, votes = _of_votes(tables["votes"], statements)
    else:
        raise refused("polis_without_votes")
    return Export(_topic(tables.get("summary")), statements, people, groups, votes, tuple(not_used))


_NEEDED: Mapping[str, frozenset[str]] = {
    "statements": frozenset({"comment-id", "comment-body"}),
    "votes": frozenset({"comment-id", "voter-id", "vote"}),
    "people": frozenset({"participant", "n-votes"}),
    "summary": frozenset({"topic"}),
}
"""The columns that tell which table of an export a file is."""


def _called(column: str) -> str:
    return column.strip().lower().replace("_", "-").replace(" ", "-")


def _topic(summary: Table | None) -> str:
    """What the conversation is about; the summary has no head, so its first row says it."""
    return summary.first[1] if summary and summary.first[0].lower() == "topic" and len(summary.first) > 1 else ""


# -- statements -----------------------------------------------------------------------------------------------------


def _statements(table: Table) -> Iterator[Statement]:
    table.need("comment-id", "comment-body", "agrees", "disagrees")
    seen: dict[str, int] = {}
    for number, row in enumerate(table.rows(), 1):
        if number > MOST_STATEMENTS:
            raise refused("too_many_rows", row.at(), most=MOST_STATEMENTS)
        id_ = _id(row, "comment-id")
        if id_ in seen:
            raise refused("duplicate_id", row.at("comment-id"), id=id_, first=table.place(seen[id_]))
        seen[id_] = row.line
        seed = row.get("is-seed").lower() in ("true", "1", "t")
        yield Statement(
            id=id_,
            text=row["comment-body"],
            author="" if seed or not row.get("author-id") else _id(row, "author-id"),
            agrees=row.whole("agrees", 0, LARGEST_ID),
            disagrees=row.whole("disagrees", 0, LARGEST_ID),
            rejected=row.get("moderated") in ("-1", "-1.0"),
        )


def _id(row: Row, column: str) -> str:
    """A number that stands for a statement or a person, as one text however it was written (3, 3.0)."""
    number = whole_number(row[column])
    if number is None:
        raise refused("not_whole", row.at(column), value=row[column])
    return str(number)


def _vote(row: Row, column: str, text: str) -> int:
    vote = _VOTES.get(text)
    if vote is None:
        vote = _VOTES.get(text.strip())
    if vote is None:
        raise refused("not_a_vote", row.at(column), value=text)
    return vote


# -- votes ----------------------------------------------------------------------------------------------------------


def _none_yet(table: Table, people: int, statements: int) -> Votes:
    if people * statements > MOST_CELLS:
        raise refused("too_many_votes", table.place(1), count=people * statements, most=MOST_CELLS)
    return np.full((people, statements), NO_VOTE, dtype=np.int8)


def _of_people(
    table: Table, statements: tuple[Statement, ...]
) -> tuple[tuple[str, ...], tuple[str, ...] | None, Votes]:
    """Who there are, their groups and votes, from the table with a row per person and a column per statement."""
    known = {statement.id for statement in statements}
    columns = [column for column in table.columns if whole_number(column) is not None]
    table.need("participant", *columns)
    if unknown := next((column for column in columns if column not in known), None):
        raise refused("no_such_statement", table.place(1, unknown), id=unknown)
    rows: dict[str, Row] = {}
    for row in table.rows():
        id_ = _id(row, "participant")
        if id_ in rows:
            raise refused("duplicate_id", row.at("participant"), id=id_, first=table.place(rows[id_].line))
        if len(rows) == MOST_PEOPLE:
            raise refused("too_many_rows", row.at(), most=MOST_PEOPLE)
        rows[id_] = row
    votes = _none_yet(table, len(rows), len(statements))
    at = {statement.id: nth for nth, statement in enumerate(statements)}
    places = [(column, table.place_of[column], at[column]) for column in columns]
    asked = [statement for *_, statement in places]
    for person, row in enumerate(rows.values()):
        votes[person, asked] = [
            _vote(row, column, row.cells[cell] if cell < len(row.cells) else "") for column, cell, _ in places
        ]
    groups = tuple(row["group-id"] for row in rows.values()) if "group-id" in table.place_of else None
    return tuple(rows), groups if groups and any(groups) else None, votes


def _of_votes(table: Table, statements: tuple[Statement, ...]) -> tuple[tuple[str, ...], tuple[str, ...] | None, Votes]:
    """The same from the list of votes, in which the last vote of a person on a statement counts."""
    at = {statement.id: nth for nth, statement in enumerate(statements)}
    latest: dict[tuple[str, str], tuple[int, int]] = {}
    asked: dict[str, str] = {}
    voters: dict[str, str] = {}
    for row in table.rows():
        text, voter, when = row["comment-id"], row["voter-id"], row.get("timestamp")
        if text not in asked:
            asked[text] = _id(row, "comment-id")
        if asked[text] not in at:
            raise refused("no_such_statement", row.at("comment-id"), id=asked[text])
        if voter not in voters:
            voters[voter] = _id(row, "voter-id")
        pair = (voters[voter], asked[text])
        moment = row.whole("timestamp", 0, LARGEST_ID * 1000) if when else 0
        if pair not in latest or latest[pair][0] <= moment:
            latest[pair] = (moment, _vote(row, "vote", row["vote"]))
    people = {person: nth for nth, person in enumerate(dict.fromkeys(person for person, _ in latest))}
    if len(people) > MOST_PEOPLE:
        raise refused("too_many_rows", table.place(1), most=MOST_PEOPLE)
    votes = _none_yet(table, len(people), len(statements))
    for (person, statement), (_, vote) in latest.items():
        votes[people[person], at[statement]] = vote
    return tuple(people), None, votes


# -- which vote means that somebody agrees --------------------------------------------------------------------------


def sign_of(export: Export) -> Sign:
    """Which vote agrees, by which of the two ways of reading comes closest to the totals that the file itself states.

    Exports have turned the sign round before, and their totals are not always up to date; so it is not one total that
    decides but all of them together. Clear when the errors one way are less than half of those the other way.
    """
    stated = np.array([(s.agrees, s.disagrees) for s in export.statements])
    plus, minus = ((export.votes == vote).sum(axis=0) for vote in (1, -1))
    one, other = (np.abs(stated - np.stack(way, axis=1)).sum(axis=1) for way in ((plus, minus), (minus, plus)))
    errors = one if one.sum() <= other.sum() else other
    voted = (plus + minus + stated.sum(axis=1)) > 0
    return Sign(
        agree=1 if one.sum() <= other.sum() else -1,
        fits=int((errors[voted] == 0).sum()),
        of=int(voted.sum()),
        clear=bool(2 * min(one.sum(), other.sum()) < max(one.sum(), other.sum())),
    )
