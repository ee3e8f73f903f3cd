"""Which file of a Pol.is export is which table: of statements, votes, people or groups by statements, or what it
is about.

The files are known by their columns, for names and columns differ from export to export.
"""

from collections.abc import Mapping

from coprod_core.exchange.csv_table import Table
from coprod_core.exchange.limits import LARGEST_FILE, beginnings, refused, sized, unpacked

MOST_VOTES = 1_000_000
"""The most rows of one table."""

ZIP = b"PK\x03\x04"

_HEAD = 400_000
"""Bytes from the beginning of a table that surely hold the names of its columns."""

_NEEDED: Mapping[str, frozenset[str]] = {
    "statements": frozenset({"comment-id", "comment-body"}),
    "votes": frozenset({"comment-id", "voter-id", "vote"}),
    "people": frozenset({"participant", "n-votes"}),
    "groups": frozenset({"comment-id", "total-votes", "total-agrees", "total-disagrees"}),
    "summary": frozenset({"topic"}),
}
"""The columns that tell which table of an export a file is."""


def holds_polis(content: bytes) -> bool:
    """Whether a file begins as one of the tables of an export does. Never raises."""
    head = content[:4000].removeprefix(b"\xef\xbb\xbf").splitlines()[:1]
    columns = {_called(cell.strip(' "')) for cell in head[0].decode("ascii", "replace").split(",")} if head else set()
    return any(_NEEDED[kind] <= columns for kind in ("statements", "votes", "people"))


def files_of(name: str, content: bytes) -> dict[str, bytes]:
    """The files by name: the tables in a zip file, or the file itself. Raises `FileError`.

    Of a list of votes too large to read only the heading is here, where the table of people by statements is there.
    """
    if not content.startswith(ZIP):
        return {name: sized(content)}
    heads = {path: head for path, head in beginnings(content, _HEAD) if _is_table(path)}
    kinds = {path: _kind_of(_file_in(path), head.content) for path, head in heads.items()}
    left = {
        path
        for path, kind in kinds.items()
        if kind == "votes" and "people" in kinds.values() and heads[path].size > LARGEST_FILE
    }
    held = dict(unpacked(content, lambda path: path in heads and path not in left))
    return {_file_in(path): held.get(path, heads[path].content.partition(b"\n")[0]) for path in heads}


def _is_table(path: str) -> bool:
    return path.lower().endswith(".csv") and not _file_in(path).startswith(".")


def _file_in(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def tables_of(files: Mapping[str, bytes]) -> tuple[dict[str, Table], list[str]]:
    """The tables of an export by what they are, and the files that are none or not needed. Raises `FileError`."""
    kinds = {name: _kind_of(name, content) for name, content in files.items()}
    not_used = [name for name, kind in kinds.items() if kind is None]
    tables: dict[str, Table] = {}
    for name, kind in kinds.items():
        if kind is not None:
            table = Table(name, sized(files[name]), MOST_VOTES, _called)
            if kind in tables:
                raise refused("same_table_twice", table.place(1), name=tables[kind].name)
            tables[kind] = table
    empty = next((name for name in not_used if not files[name].strip()), None)
    if empty and not ("statements" in tables and {"people", "votes", "groups"} & tables.keys()):
        raise refused("empty_table", f"{empty}, 1")  # it may well be the table that is missing
    return tables, not_used


def _kind_of(name: str, content: bytes) -> str | None:
    """Which table a file is, by the names of its columns; none where it is empty, which keeps no other from being read.

    Raises `FileError` for what is no table.
    """
    if not content.strip():
        return None
    first = content[: content.find(b"\n") + 1 or None]
    columns = {*Table(name, sized(first), MOST_VOTES, _called).columns}
    return next((kind for kind, needed in _NEEDED.items() if needed <= columns), None)


def _called(column: str) -> str:
    return column.strip().lower().replace("_", "-").replace(" ", "-")
