"""What a Pol.is export holds: statements, who voted how on them, and who is in which opinion group.

Nothing here is about one person once it leaves this module's callers: see `polis_web`. Which file of an export is
which table, `polis_files` knows.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from coprod_core.exchange.csv_table import Row, Table, whole_number
from coprod_core.exchange.formulas import as_written
from coprod_core.exchange.limits import refused
from coprod_core.exchange.polis_files import MOST_VOTES, tables_of
from coprod_core.exchange.polis_groups import names_in, of_groups
from coprod_core.exchange.polis_votes import LARGEST_ID, MOST_PEOPLE, NO_VOTE, Votes, none_yet

MOST_STATEMENTS = 5_000

_OTHER = 9
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
    """One conversation. `groups`: the opinion group of each person, "" = none; None = the file knows no groups.
    `important`: how many votes people marked as important to them; None = they were not asked. `called`: what groups
    are called, where the file says so. `by_group`: only what whole groups said is known, so `votes` has as many people
    in a group as answered what most of it answered, and which of them said what means nothing.
    """

    topic: str
    statements: tuple[Statement, ...]
    people: tuple[str, ...]
    groups: tuple[str, ...] | None
    votes: Votes
    not_used: tuple[str, ...]
    important: int | None = None
    called: Mapping[str, str] = field(default_factory=dict)
    by_group: bool = False


def read_export(files: Mapping[str, bytes]) -> Export:
    """The conversation that several files of one export hold. Raises `FileError` with file, line and column.

    Needed: the statements, and the votes, or the table of people or of groups by statements. Of these the one with
    people is used where it is there, else the votes.
    """
    *_, read = reading(files)
    if not isinstance(read, Export):
        raise TypeError(read)
    return read


def reading(files: Mapping[str, bytes]) -> Iterator["float | Export"]:
    """The same in steps: which part (0..1) of the people or the votes was read so far, and at last the export."""
    tables, not_used = tables_of(files)
    if "statements" not in tables:
        raise refused("polis_without_statements")
    statements = tuple(_statements(tables["statements"]))
    if not statements:
        raise refused("empty_table", tables["statements"].place(1))
    if "people" in tables:
        people, groups, votes = yield from _of_people(tables["people"], statements)
    elif "votes" in tables:
        people, groups, votes = yield from _of_votes(tables["votes"], statements)
    elif "groups" in tables:
        people, groups, votes = of_groups(tables["groups"], [statement.id for statement in statements])
    else:
        raise refused("polis_without_votes")
    by_group = not {"people", "votes"} & tables.keys()
    if "groups" in tables and not by_group:
        not_used.append(tables["groups"].name)
    if "people" in tables and "votes" in tables and next(tables["votes"].rows(), None) is None:
        not_used.append(tables["votes"].name)  # only its heading is here: it was too large
    summary = tables.get("summary")
    told = _topic(summary), statements, people, groups, votes, tuple(not_used), _important(tables)
    yield Export(*told, called=names_in(summary) if by_group and summary else {}, by_group=by_group)


Found = tuple[tuple[str, ...], tuple[str, ...] | None, Votes]
"""People, their groups, and their votes."""

_STEP = 250
"""Rows after which is told how far it is."""


def _important(tables: Mapping[str, Table]) -> int | None:
    """How many votes were marked as important, where the list of votes or that of the statements has it."""
    for kind, column in (("votes", "important"), ("statements", "importance")):
        table = tables.get(kind)
        if table is not None and column in table.place_of:
            marked = [_marked(row.get(column)) for row in table.rows()]
            if marked:  # none: only the heading of a list that was too large
                return sum(marked)
    return None


def _marked(text: str) -> int:
    number = whole_number({"true": "1", "false": "0"}.get(text.lower(), text))
    return number if number is not None and 0 < number <= MOST_VOTES else 0


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
            text=as_written(row["comment-body"]),
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


def _of_people(table: Table, statements: tuple[Statement, ...]) -> Generator[float, None, Found]:
    """Who there are, their groups and votes, from the table with a row per person and a column per statement."""
    known = {statement.id for statement in statements}
    columns = [column for column in table.columns if whole_number(column) is not None]
    table.need("participant", *columns)
    if unknown := next((column for column in columns if column not in known), None):
        raise refused("no_such_statement", table.place(1, unknown), id=unknown)
    rows: dict[str, Row] = {}
    lines = table.lines
    for row in table.rows():
        id_ = _id(row, "participant")
        if id_ in rows:
            raise refused("duplicate_id", row.at("participant"), id=id_, first=table.place(rows[id_].line))
        if len(rows) == MOST_PEOPLE:
            raise refused("too_many_rows", row.at(), most=MOST_PEOPLE)
        rows[id_] = row
        if len(rows) % _STEP == 0:
            yield len(rows) / lines / 2
    votes = none_yet(table, len(rows), len(statements))
    at = {statement.id: nth for nth, statement in enumerate(statements)}
    places = [(column, table.place_of[column], at[column]) for column in columns]
    asked = [statement for *_, statement in places]
    cells = [cell for _, cell, _ in places]
    for person, row in enumerate(rows.values()):
        said = [_VOTES.get(row.cells[cell], _OTHER) if cell < len(row.cells) else NO_VOTE for cell in cells]
        if _OTHER in said:  # a vote written in another way, or none at all: say where
            said = [_vote(row, column, row.cells[cell] if cell < len(row.cells) else "") for column, cell, _ in places]
        votes[person, asked] = said
        if person % _STEP == 0:
            yield (1 + person / len(rows)) / 2
    groups = tuple(row["group-id"] for row in rows.values()) if "group-id" in table.place_of else None
    return tuple(rows), groups if groups and any(groups) else None, votes


def _of_votes(table: Table, statements: tuple[Statement, ...]) -> Generator[float, None, Found]:
    """The same from the list of votes, in which the last vote of a person on a statement counts."""
    at = {statement.id: nth for nth, statement in enumerate(statements)}
    latest: dict[tuple[str, str], tuple[int, int]] = {}
    asked: dict[str, str] = {}
    voters: dict[str, str] = {}
    lines = table.lines
    for number, row in enumerate(table.rows()):
        if number % (_STEP * _STEP) == 0:
            yield number / lines
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
    votes = none_yet(table, len(people), len(statements))
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
