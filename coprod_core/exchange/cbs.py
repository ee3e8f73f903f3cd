"""One region of a *Kerncijfers wijken en buurten* file of Statistics Netherlands (CBS) as headcounts.

Both ways CBS publishes it are known: the StatLine table (`k_0Tot15Jaar_8`, the number changes from year to year) and
the workbook saved as text (`a_00_14`). A person chooses the region and which columns belong to which feature; what is
known of the columns is only where that choice begins. Where people come from is never among it: at a table that is not
asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from coprod_core.exchange.cbs_file import as_table
from coprod_core.exchange.csv_table import Row, Table, whole_number
from coprod_core.exchange.limits import refused
from coprod_core.web.headcount import MOST_COUNTED, Headcount

LARGEST_FILE = 48 * 1024 * 1024
"""Bytes. The table of every neighbourhood in the country is about half of this."""

MOST_REGIONS = 40_000

Unit = Literal["people", "households", "dwellings"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a column: a value of a feature, in numbers or as a percentage of the column named `of`."""

    feature: str
    value: str
    unit: Unit
    of: str = ""


def _counts(feature: str, unit: Unit, columns: Mapping[str, str]) -> dict[str, Known]:
    return {column: Known(feature, value, unit) for names, value in columns.items() for column in names.split()}


def _shares(feature: str, columns: Mapping[str, str], of: Mapping[str, str]) -> dict[str, Known]:
    pairs = [(column, value) for names, value in columns.items() for column in names.split()]
    return {
        column: Known(feature, value, "dwellings", of["p_" if column[:2] == "p_" else ""]) for column, value in pairs
    }


KNOWN: Mapping[str, Known] = MappingProxyType(
    _counts(
        "age",
        "people",
        {
            "k_0tot15jaar 0tot15jaar a_00_14": "under_15",
            "k_15tot25jaar 15tot25jaar a_15_24": "from_15",
            "k_25tot45jaar 25tot45jaar a_25_44": "from_25",
            "k_45tot65jaar 45tot65jaar a_45_64": "from_45",
            "k_65jaarofouder 65jaarofouder a_65_oo": "from_65",
        },
    )
    | _counts("sex", "people", {"mannen a_man": "men", "vrouwen a_vrouw": "women"})
    | _counts(
        "household",
        "households",
        {
            "eenpersoonshuishoudens a_1p_hh": "one_person",
            "huishoudenszonderkinderen a_hh_z_k": "without_children",
            "huishoudensmetkinderen a_hh_m_k": "with_children",
        },
    )
    | _shares(
        "tenure",
        {
            "koopwoningen p_koopw": "owned",
            "huurwoningentotaal p_huurw": "rented",
            "inbezitwoningcorporatie p_wcorpw": "housing_association",
            "inbezitoverigeverhuurders p_ov_hw": "other_landlord",
        },
        {"": "woningvoorraad", "p_": "a_woning"},
    )
)
"""What a column is, by its name in small letters without the number behind it."""

_NAME = ("regio", "wijkenenbuurten", "naam")
_PLACE = ("gemeentenaam", "gm_naam")
_SORT = ("soortregio", "recs")
_CODE = ("codering", "gwb_code", "gwb_code_10", "wijkenenbuurten")
_UNIT = re.compile(r"\s*\([^()]*\)\s*$")
_NUMBER = re.compile(r"_\d+$")
_NOT_GIVEN = frozenset({"", ".", "x", "X", "*", "-99997", "-99998", "-99999", "-99995"})
"""What stands where a number is secret or not known; CBS writes -99997 and the like in its workbooks."""

_NOTHING = frozenset({"-", "–"})


def plain(column: str) -> str:
    """A column's name in small letters, without the number that StatLine puts behind it; of a topic of its site
    (`Bevolking|Geslacht|Mannen (aantal)`) the last words alone.
    """
    lower = "".join(_UNIT.sub("", column.lower().rpartition("|")[2]).split())
    return lower if lower.startswith(("a_", "p_", "gwb_")) else _NUMBER.sub("", lower)


@dataclass(frozen=True, slots=True)
class Region:
    """A row of the file: its line, what the region is called, its sort, the municipality it is in, and its code."""

    line: int
    name: str
    sort: str
    place: str
    code: str


class CbsFile:
    """A file of regions by row. Raises `FileError` for anything else, with the line and the column."""

    def __init__(self, name: str, content: bytes) -> None:
        if len(content) > LARGEST_FILE:
            raise refused("file_too_large", name, most=LARGEST_FILE)
        self._table = Table(name, as_table(name, content), MOST_REGIONS)
        self.columns = self._table.columns
        self._by_plain = {plain(column): column for column in reversed(self.columns)}
        self.regions = tuple(self._region(row) for row in self._table.rows())
        if not self.regions:
            raise refused("empty_table", self._table.place(1))

    @property
    def preset(self) -> Mapping[str, Known]:
        """The columns of this file of which is known what they are, in the order of the features.

        All rented dwellings together are left out where the file says who lets them.
        """
        known = {self._by_plain[name]: what for name, what in KNOWN.items() if name in self._by_plain}
        values = {what.value for what in known.values()}
        split = "housing_association" in values
        return {column: what for column, what in known.items() if not (split and what.value == "rented")}

    def _region(self, row: Row) -> Region:
        said = {part: self._first(row, names) for part, names in (("name", _NAME), ("code", _CODE))}
        name = said["name"] or row.cells[0].strip()
        code = "" if said["code"] == name else said["code"]
        return Region(row.line, name, self._first(row, _SORT), self._first(row, _PLACE), code)

    def _first(self, row: Row, names: Sequence[str]) -> str:
        columns = (self._by_plain[name] for name in names if name in self._by_plain)
        return next((row[column] for column in columns if row[column]), "")

    def row(self, line: int) -> Row:
        """The row of a region. Raises `FileError` where there is none."""
        found = next((row for row in self._table.rows() if row.line == line), None)
        if found is None:
            raise refused("empty_table", self._table.place(line))
        return found

    def total(self, known: Known) -> str:
        """The column with the number that a percentage is of; empty where the file has none."""
        return self._by_plain.get(known.of, "")


@dataclass(frozen=True, slots=True)
class Choice:
    """A column that a person chose: which value of which feature it counts.

    `percent`: it holds percentages, of the number in the column `of`; where that is empty they count as so many of 100.
    """

    column: str
    feature: str
    value: str
    percent: bool = False
    of: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """The headcounts of a region, and the columns that are secret or not given there."""

    headcounts: tuple[Headcount, ...]
    not_given: tuple[str, ...]


def headcounts(row: Row, choices: Sequence[Choice]) -> Counted:
    """What a region counts. Raises `FileError` with the line and column of what is no number.

    A value that is secret or not given is left out, never guessed; a number that a percentage is of and that is not
    given makes it count as so many of 100. Raises `InvalidValue` for a name that may not exist.
    """
    found, not_given = [], []
    for choice in choices:
        count = _percent(row, choice) if choice.percent else _count(row, choice.column)
        if count is None:
            not_given.append(choice.column)
        else:
            found.append(Headcount(choice.feature, choice.value, count, source=choice.source))
    return Counted(tuple(found), tuple(not_given))


def _count(row: Row, column: str) -> int | None:
    text = row[column]
    if text in _NOT_GIVEN:
        return None
    if text in _NOTHING:
        return 0
    if whole_number(text) is None:
        raise refused("not_whole", row.at(column), value=text)
    return row.whole(column, 0, MOST_COUNTED)


def _percent(row: Row, choice: Choice) -> int | None:
    text = row[choice.column]
    if text in _NOT_GIVEN:
        return None
    if text in _NOTHING:
        return 0
    share = _decimal(text)
    if share is None:
        raise refused("not_a_number", row.at(choice.column), value=text)
    if not 0 <= share <= 100:
        raise refused("out_of_range", row.at(choice.column), value=share, low=0, high=100)
    total = _count(row, choice.of) if choice.of else None
    return round(share if total is None else share * total / 100)


_DECIMAL = re.compile(r"-?\d{1,9}(?:[.,]\d{1,9})?")


def _decimal(text: str) -> float | None:
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None
