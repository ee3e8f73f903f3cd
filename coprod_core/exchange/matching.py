"""Which column of a table is what: guessed from the words above a column and from what stands in it, or said.

What a column can be is a role. Roles of `ASKED` become what is asked of a party for the power map, which enters no
reading. Roles of `KEPT` go labelled into the notes of the party (see `register_notes`): a web has no field for them,
and what they say is never taken for something that counts. A column without a role is not used.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from coprod_core.exchange.amounts import Decimal, decimal_in
from coprod_core.exchange.asked_columns import FIELDS, ring_in, says_rings
from coprod_core.exchange.headings import HEADINGS, SIDES, WORDS
from coprod_core.exchange.register_notes import LABELS
from coprod_core.exchange.sheets import FIRST_ROWS, Book, Sheet
from coprod_core.exchange.tables import Cell

NOT_USED = ""
OWN_LABEL = "own_label"
"""The role of a column that is kept in the party's notes under its own heading."""

ASKED: tuple[str, ...] = tuple(FIELDS)
KEPT: tuple[str, ...] = (*(label for label in LABELS if label not in FIELDS), OWN_LABEL)
ROLES: tuple[str, ...] = (
    "party",
    "sphere",
    "people",
    "seats",
    "interest",
    "weight",
    "position",
    "said_by",
    "notes",
    *ASKED,
    *KEPT,
)
"""Everything a column can be, in the order in which it is offered. `notes`: about what is at stake."""

ABOUT = "about"
"""The column of our own tables in which the data card stands."""

NUMBERS = ("people", "seats", "weight", "position")
MANY = ("notes", OWN_LABEL)

_LEVELS = ("laag", "low", "midden", "gemiddeld", "middel", "medium", "hoog", "high", "zeer hoog", "zeer laag")
_SIGNS = re.compile(r"[+]{1,3}|[-−–]{1,3}|\?")
_LIST = re.compile(r"\s*[;|\n]\s*")
_NUMBER = re.compile(r"[-+]?[\d.,\s\u00a0]*\d[\d.,]*")
_BESIDE = re.compile(r"\s*[(\[].*?[)\]]\s*|[*:]")


@dataclass(frozen=True)
class Matching:
    """What each column of a table is. `heading`: the row its titles stand in, from 1. `roles`: a role per column,
    `NOT_USED` for none. `commas`: whether commas part the interests in one cell too. `decimal`: the sign before
    decimals, "" = as the table shows. `largest_weight`: the top of the scale of weights, None = nobody has said.
    `language`: of the heading, for the labels of notes. `ours`: the table is one that Belangenweb wrote.
    """

    sheet: str
    heading: int
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    commas: bool = False
    decimal: Decimal = ""
    largest_weight: float | None = None
    language: str = "nl"
    ours: bool = False

    def column(self, role: str) -> int | None:
        """Where the column of a role stands."""
        return self.roles.index(role) if role in self.roles else None

    @property
    def not_used(self) -> tuple[str, ...]:
        """The titles of the columns that are passed by; of a table of ours the data card is no column."""
        passed = [title for title, role in zip(self.titles, self.roles, strict=True) if title and not role]
        return tuple(title for title in passed if not (self.ours and title == ABOUT))

    @property
    def kept(self) -> tuple[str, ...]:
        """The titles of the columns that go into the notes of parties."""
        return tuple(title for title, role in zip(self.titles, self.roles, strict=True) if title and role in KEPT)

    @property
    def asked(self) -> tuple[str, ...]:
        """The titles of the columns that become what is asked of parties for the power map."""
        return tuple(title for title, role in zip(self.titles, self.roles, strict=True) if title and role in ASKED)

    def adjusted(
        self,
        roles: Sequence[str],
        *,
        commas: bool = False,
        decimal: Decimal = "",
        largest_weight: float | None = None,
    ) -> "Matching":
        """The same table as a person says that it is; a role that one column can have stays with the first."""
        free: list[str] = []
        for role in roles:
            free.append(NOT_USED if role in free and role not in MANY else role)
        return replace(self, roles=tuple(free), commas=commas, decimal=decimal, largest_weight=largest_weight)


def names_a_table(titles: Iterable[str]) -> bool:
    """Whether words above columns name a party or an interest."""
    return any(_role_of(title) in ("party", "interest") for title in titles)


def best_sheet(book: Book) -> Sheet | None:
    """The sheet of which the heading names most; the first where none names anything."""
    sheets = [*book.sheets.values()]
    return max(sheets, key=lambda sheet: known_titles(sheet.titles(heading_of(sheet))), default=None)


def heading_of(sheet: Sheet) -> int:
    """The row in which the titles of the columns stand, from 1: of the first rows the one that names most, or else the
    first with two words or more beside each other.
    """
    rows = range(1, min(FIRST_ROWS, len(sheet.rows)) + 1)
    best = max(rows, key=lambda row: (known_titles(sheet.titles(row)), -row), default=1)
    if known_titles(sheet.titles(best)):
        return best
    return next((row for row in rows if sum(map(bool, sheet.titles(row))) > 1), 1)


def guessed(sheet: Sheet, heading: int | None = None) -> Matching:
    """What the columns of a sheet seem to be."""
    line = heading_of(sheet) if heading is None else heading
    titles = sheet.titles(line)
    below = sheet.rows[line:]
    columns = [[row[at] for row in below if at < len(row) and row[at] not in (None, "")] for at in range(len(titles))]
    ours = _is_ours(titles, columns)
    roles = _roles(titles, columns, ours)
    written = [str(cell) for role, column in zip(roles, columns, strict=True) if role in NUMBERS for cell in column]
    language = "en" if _in("en", titles) > _in("nl", titles) else "nl"
    return Matching(sheet.name, line, titles, roles, decimal=decimal_in(written), language=language, ours=ours)


def scale_is_asked(sheet: Sheet, matching: Matching) -> bool:
    """Whether weights go above 1 while nobody has said what the highest is."""
    at = matching.column("weight")
    if at is None or matching.largest_weight is not None:
        return False
    cells = (row[at] for row in sheet.rows[matching.heading :] if at < len(row))
    return any((isinstance(cell, (int, float)) and cell > 1) or _above_one(cell) for cell in cells)


def _above_one(cell: Cell) -> bool:
    return (
        isinstance(cell, str)
        and re.fullmatch(r"\s*\d+([.,]\d{1,2})?\s*", cell) is not None
        and float(cell.replace(",", ".")) > 1
    )


def has_commas(sheet: Sheet, matching: Matching) -> bool:
    """Whether interests have commas in them, which may part them or belong to them."""
    at = matching.column("interest")
    return at is not None and any("," in str(row[at]) for row in sheet.rows[matching.heading :] if at < len(row))


def parted(text: str, matching: Matching) -> list[str]:
    """The interests that one cell names."""
    if matching.ours:
        return [text]
    parts = _LIST.split(text)
    if matching.commas:
        parts = [part for piece in parts for part in re.split(r"\s*,\s*", piece)]
    return [part for part in parts if part.strip()]


# -- guessing -------------------------------------------------------------------------------------------------------


def _plain(title: str) -> str:
    return " ".join(_BESIDE.sub(" ", title.lower()).split())


def _role_of(title: str) -> str:
    plain = _plain(title)
    named = (role for role, words in HEADINGS.items() if any(plain in said for said in words.values()))
    return next(named, None) or ring_in(title) or NOT_USED


def known_titles(titles: Iterable[str]) -> int:
    """How many of the things that a column can be are named by words above columns."""
    return len({role for title in titles if (role := _role_of(title))})


def _in(language: str, titles: Sequence[str]) -> int:
    plain = {_plain(title) for title in titles}
    return sum(len(plain & {*words[language]}) for words in HEADINGS.values())


def _is_ours(titles: Sequence[str], columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether Belangenweb wrote this table, which it says in the column `about`."""
    said = next((column for title, column in zip(titles, columns, strict=True) if title == ABOUT), ())
    return bool(said) and "made_with: Belangenweb" in str(said[0])


def _roles(titles: Sequence[str], columns: Sequence[Sequence[Cell]], ours: bool) -> tuple[str, ...]:
    if ours:
        return tuple(_role_of(title) for title in titles)
    roles = [_role(title, column) for title, column in zip(titles, columns, strict=True)]
    best = min((at for at, role in enumerate(roles) if role == "party"), key=lambda at: _rank(titles[at]), default=0)
    taken: list[str] = []
    for at, role in enumerate(roles):
        second = (role == "party" and at != best) or (role in taken and role not in MANY)
        taken.append(NOT_USED if second else role)
    return tuple(taken)


def _rank(title: str) -> int:
    """How surely a title means the party: a name alone may be that of a person."""
    return int(_plain(title) == "naam")


def _role(title: str, column: Sequence[Cell]) -> str:
    """What a column seems to be, by its title, and where that can be two things by what stands in it."""
    named = _role_of(title)
    if named in _BY_VALUE and column:
        return _BY_VALUE[named](_plain(title), column)
    if named or not column:
        return named
    if _all(column, lambda text: text in WORDS["sphere"]):
        return "sphere"
    return "attitude" if _all(column, lambda text: text in SIDES) else NOT_USED


def _interest(title: str, column: Sequence[Cell]) -> str:
    """High and low are no interests but how much somebody is concerned; words with commas may be one or many."""
    if _all(column, lambda text: text in _LEVELS or _NUMBER.fullmatch(text) is not None or _SIGNS.fullmatch(text)):
        return "concern"
    lists = title in ("belangen", "interests") and any("," in str(cell) for cell in column)
    return NOT_USED if lists and not any(_LIST.search(str(cell)) for cell in column) else "interest"


def _position(title: str, column: Sequence[Cell]) -> str:
    """A text that says neither for nor against is kept as words."""
    said = any(str(cell).strip().lower() in SIDES or _NUMBER.fullmatch(str(cell).strip()) for cell in column)
    return "position" if said else "notes"


def _concern(title: str, column: Sequence[Cell]) -> str:
    """How far in a party is, where that is what stands there."""
    return "ring_now" if says_rings(column) else "concern"


_BY_VALUE: Mapping[str, Callable[[str, Sequence[Cell]], str]] = MappingProxyType(
    {"interest": _interest, "position": _position, "concern": _concern}
)


def _all(column: Sequence[Cell], fits: Callable[[str], object]) -> bool:
    return bool(column) and all(fits(str(cell).strip().lower()) for cell in column)
