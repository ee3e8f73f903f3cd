"""A round of ours in the tables of a Pol.is export: what was shown of it, by group, and never what one person said.

Why there is no table of people or votes: docs/decisions/0028.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from coprod_core import MADE_WITH
from coprod_core.exchange.formulas import harmless
from coprod_core.exchange.tables import letters
from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import Counts, Questions

SUFFIX = ".polis.zip"


class _Votes(NamedTuple):
    """How many people are for something, against it, and not affected by it."""

    agrees: int
    disagrees: int
    passes: int

    @property
    def all(self) -> tuple[int, int, int, int]:
        """Together, and apart."""
        return sum(self), *self


def write_round(
    title: str, asked: Questions, opened_at: datetime, shown: Mapping[str, InterestResults], groups: Mapping[str, str]
) -> bytes:
    """A zip file with `summary.csv`, `comments.csv` and `comment-groups.csv`.

    `shown`: what was shown of a round that is closed, by interest; `groups`: what each of its groups is called. Whoever
    wants it agrees, whoever does not disagrees, and whoever it does not affect passes. How important it is to them has
    no place in these tables.
    """
    taken = [(number, each) for number, each in enumerate(asked.interests) if each.id in shown]
    found = [id_ for id_ in groups if any(id_ in each.groups for each in shown.values())]
    lettered = {id_: letters(nth).lower() for nth, id_ in enumerate(found)}
    comments = [_comment(number, each.name, shown[each.id], opened_at) for number, each in taken]
    counted = [_counted(number, each.name, shown[each.id], found) for number, each in taken]
    summary = [
        ("topic", asked.question or title),
        ("comments", len(taken)),
        ("groups", len(found)),
        ("made-with", MADE_WITH),
    ]
    named = [(f"group-{lettered[id_]}", groups[id_]) for id_ in found]
    tables: dict[str, Sequence[Sequence[object]]] = {
        "summary.csv": [*summary, *named],
        "comments.csv": [_COMMENT, *comments],
        "comment-groups.csv": [[*_heading(lettered.values())], *counted],
    }
    return _packed(tables)


_COMMENT = ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")
_KINDS = ("votes", "agrees", "disagrees", "passes")


def _comment(number: int, name: str, results: InterestResults, opened_at: datetime) -> Sequence[object]:
    votes = _votes(results.room.counts)
    moment = int(opened_at.timestamp() * 1000), f"{opened_at:%Y-%m-%d %H:%M:%S}"
    return *moment, number, "", votes.agrees, votes.disagrees, 1, name


def _counted(number: int, name: str, results: InterestResults, groups: Sequence[str]) -> Sequence[object]:
    each = [_votes(results.groups[id_].counts if id_ in results.groups else {}) for id_ in groups]
    return [number, name, *_votes(results.room.counts).all, *(count for votes in each for count in votes.all)]


def _heading(lettered: Iterable[str]) -> Iterator[str]:
    yield from ("comment-id", "comment", *(f"total-{kind}" for kind in _KINDS))
    for letter in lettered:
        yield from (f"group-{letter}-{kind}" for kind in _KINDS)


def _votes(counts: Counts) -> _Votes:
    wanted = sum(count for answer, count in counts.items() if answer.affected and answer.wants)
    passed = sum(count for answer, count in counts.items() if not answer.affected)
    return _Votes(wanted, sum(counts.values()) - wanted - passed, passed)


def _packed(tables: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            text = io.StringIO(newline="")
            csv.writer(text, lineterminator="\n").writerows([*map(_cell, row)] for row in rows)
            archive.writestr(name, text.getvalue())
    return packed.getvalue()


def _cell(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value
