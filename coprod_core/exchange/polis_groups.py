"""What groups of a Pol.is conversation said, counted (`comment-groups.csv`), where no file says it of each person."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from coprod_core.exchange.csv_table import Row, Table
from coprod_core.exchange.formulas import as_written
from coprod_core.exchange.limits import refused
from coprod_core.exchange.polis_votes import LARGEST_ID, MOST_PEOPLE, Votes, none_yet

NOBODY = ""
"""Those in none of the groups."""

_GROUP = re.compile(r"group-([a-z]{1,2})-votes")
_NAMED = re.compile(r"group-([a-z]{1,2})")

_Said = dict[str, tuple[int, int, int]]
"""How many of each group agree, disagree and pass on one statement."""


def of_groups(table: Table, statements: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...] | None, Votes]:
    """People, their groups and votes that add up to what is counted. Raises `FileError` with file, line and column.

    A group has as many people as answered the statement that most of it answered; which of them said what is not in
    the file, and means nothing here.
    """
    found = [match[1] for column in table.columns if (match := _GROUP.fullmatch(column))]
    table.need("comment-id", *(f"{whose}-{kind}" for whose in _whose(found) for kind in _KINDS))
    place_of = {id_: nth for nth, id_ in enumerate(statements)}
    said = {_statement(row, place_of): _said(row, found) for row in table.rows()}
    sizes = {letter: max((sum(each[letter]) for each in said.values()), default=0) for letter in [*found, NOBODY]}
    if sum(sizes.values()) > MOST_PEOPLE:
        raise refused("too_many_rows", table.place(1), most=MOST_PEOPLE)
    votes = none_yet(table, sum(sizes.values()), len(statements))
    starts = dict(zip(sizes, accumulate(sizes.values(), initial=0), strict=False))
    for number, each in said.items():
        for letter, counts in each.items():
            _cast(votes, number, starts[letter], counts)
    people = tuple(f"{letter}{nth}" for letter, size in sizes.items() for nth in range(size))
    groups = tuple(letter.upper() for letter, size in sizes.items() for _ in range(size))
    return people, groups if found else None, votes


_KINDS = ("agrees", "disagrees", "passes")


def _whose(found: Sequence[str]) -> list[str]:
    return ["total", *(f"group-{letter}" for letter in found)]


def _statement(row: Row, place_of: Mapping[str, int]) -> int:
    id_ = str(row.whole("comment-id", 0, LARGEST_ID))
    if id_ not in place_of:
        raise refused("no_such_statement", row.at("comment-id"), id=id_)
    return place_of[id_]


def _said(row: Row, found: Sequence[str]) -> _Said:
    """What each group said of one statement; those in none said what is left of the total."""
    counts = {whose: [row.whole(f"{whose}-{kind}", 0, MOST_PEOPLE) for kind in _KINDS] for whose in _whose(found)}
    inside = [sum(each) for each in zip(*(counts[f"group-{letter}"] for letter in found), strict=True)] or [0, 0, 0]
    left = [max(0, total - part) for total, part in zip(counts["total"], inside, strict=True)]
    said = {letter: counts[f"group-{letter}"] for letter in found} | {NOBODY: left}
    return {letter: (agree, disagree, passed) for letter, (agree, disagree, passed) in said.items()}


def _cast(votes: Votes, statement: int, start: int, counts: tuple[int, int, int]) -> None:
    for vote, count in zip((1, -1, 0), counts, strict=True):
        votes[start : start + count, statement] = vote
        start += count


def names_in(summary: Table) -> Mapping[str, str]:
    """What groups are called, by their letter, as a summary of ours says; Pol.is' own has no names."""
    named = ((_NAMED.fullmatch(row.cells[0].strip()), row.cells[1:2]) for row in summary.rows())
    return {match[1].upper(): as_written(name[0].strip()) for match, name in named if match and name}
