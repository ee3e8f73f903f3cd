"""One table of who has what at stake: a row for each party and interest, as people keep it in a spreadsheet.

`party, sphere, people, seats, interest, weight, position, said_by, notes`, in any order, and what a register says
beside them; which column is what, `matching` knows. A party or an interest without the other stands in a row by
itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.exchange import text_tables
from coprod_core.exchange.asked_columns import Scale, scale_of
from coprod_core.exchange.assumptions import assumed
from coprod_core.exchange.brought import Brought, Note
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.limits import refused
from coprod_core.exchange.matching import ABOUT, Matching, best_sheet, guessed, names_a_table
from coprod_core.exchange.names import alike
from coprod_core.exchange.sheets import FIRST_ROWS, Book, Sheet, filled_rows
from coprod_core.exchange.stake_rows import Found, Places, read_row
from coprod_core.exchange.tables import Cell, Table
from coprod_core.exchange.text_tables import beginning, sheet_in, text_of
from coprod_core.files.json_file import FileError
from coprod_core.web.asked import is_small_group
from coprod_core.web.model import Actor, Interest, Sphere, Web
from coprod_core.web.noted import notes_without

_LOOKED_AT = 20_000
_COLUMNS = ("party", "sphere", "people", "seats", "interest", "weight", "position", "said_by", "notes", ABOUT)


@dataclass(frozen=True)
class StakeTable:
    name: str = "table"
    suffix: str = ".csv"
    mime: str = "text/csv"
    cannot_hold: tuple[str, ...] = (
        "plans_and_rules",
        "relations",
        "approach_and_conventions",
        "conditions",
        "accounting",
        "own_dilemmas",
        "population",
        "details_of_parties",
        "power_map",
        "at_the_table",
        "places_on_canvas",
        "story",
    )

    def recognises(self, content: bytes) -> bool:
        """Whether this is text with a row that names a party or an interest, or a table of anything."""
        if content.lstrip()[:1] in (b"", b"{", b"[", b"<") or content.startswith(b"PK"):
            return False
        try:
            sheet = sheet_in(beginning(content, _LOOKED_AT))
        except FileError as error:
            return error.code == "too_many"  # a table, and reading it says where it is too large
        first = [sheet.titles(row) for row in range(1, FIRST_ROWS + 1)]
        return any(map(names_a_table, first)) or sum(len(titles) > 1 for titles in first) > 1

    def book(self, content: bytes) -> Book:
        """The table as it stands. Raises `FileError`."""
        return Book({"": sheet_in(text_of(content))})

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        return of_book(self.book(content), title, choices)

    def write(self, web: Web, card: Card) -> bytes:
        about = "; ".join(f"{name}: {line}" for name, line in card.lines(web).items())
        rows = [[*row, None] for row in _rows_of(web)] or [[None] * len(_COLUMNS)]
        rows[0][-1] = about
        return ("\ufeff" + text_tables.written(_COLUMNS, rows, card.decimal)).encode()


# -- out ------------------------------------------------------------------------------------------------------------


def _rows_of(web: Web) -> Iterator[list[Cell]]:
    """A row for each stake and each hole, and for each party and interest that has neither."""
    parties, interests = told_apart(web.actors), told_apart(web.interests)
    told: set[str] = set()
    for stake in web.stakes:
        said: list[Cell] = [stake.weight, stake.position, str(stake.provenance), stake.notes]
        yield [*_party(web, stake.actor, parties, told), interests[stake.interest], *said]
    for hole in web.unknown:
        yield [*_party(web, hole.actor, parties, told), interests[hole.interest], "?", None, None, None]
    linked = {stake.interest for stake in web.stakes} | {hole.interest for hole in web.unknown}
    for actor in parties:
        if actor not in told:
            yield [*_party(web, actor, parties, told), None, None, None, None, None]
    for interest in web.interests:
        if interest.id not in linked:
            yield [None, None, None, None, interests[interest.id], None, None, None, None]


def _party(web: Web, id_: str, names: Mapping[str, str], told: set[str]) -> list[Cell]:
    party = web.actor_by_id[id_]
    told.add(id_)
    return [names[id_], str(party.sphere), party.people, party.seats]


def told_apart(items: Sequence[Actor] | Sequence[Interest]) -> dict[str, str]:
    """A name for each id; names that look the same get a number, for in a table a name is who one is."""
    names: dict[str, str] = {}
    taken = {alike(item.name) for item in items}
    seen: set[str] = set()
    for item in items:
        name, number = item.name, 2
        while alike(name) in seen or (number > 2 and alike(name) in taken):
            ending = f" ({number})"
            name, number = item.name[: LONGEST_NAME - len(ending)] + ending, number + 1
        names[item.id] = name
        seen.add(alike(name))
    return names


# -- in -------------------------------------------------------------------------------------------------------------


def of_book(book: Book, title: str = "", choices: Choices = NONE_MADE) -> Brought:
    """What the sheet of a file brings that a person chose, or else the one that names most. Raises `FileError`."""
    chosen = choices.matching
    sheet = best_sheet(book) if chosen is None else book.sheets.get(chosen.sheet)
    if sheet is None:
        raise refused("nothing_in_it")
    found = brought(sheet, title, guessed(sheet) if chosen is None else chosen)
    others = [name for name, other in book.sheets.items() if name != sheet.name and filled_rows(other.rows)]
    notes = [Note("sheets_not_read", {"names": tuple(others)})] if others else []
    return replace(found, notes=(*found.notes, *notes, *hidden(book)))


def hidden(book: Book) -> list[Note]:
    """What is told where sheets of a file are hidden."""
    return [Note("sheets_hidden", {"names": book.hidden})] if book.hidden else []


def brought(sheet: Sheet, title: str, matching: Matching) -> Brought:
    """What a table brings when its columns are what `matching` says. Raises `FileError`."""
    table = sheet.below(matching.heading)
    if not {"party", "interest"} & {*matching.roles}:
        raise refused("no_party_or_interest", table.at(0, 0), titles=", ".join(filter(None, matching.titles)))
    found = Found(matching, power_scale=_power_scale(table, matching))
    for number, row in enumerate(table.rows, 1):
        read_row(row, Places(table, number, matching), found)
    if not found.actors and not found.interests:
        raise refused("nothing_in_it")
    for actor in found.actors.values():
        if "notes" in actor and is_small_group(actor.get("sphere", Sphere.CITIZENS), actor.get("people")):
            actor["notes"] = notes_without(actor["notes"])
    found.notes["assumed_sphere"] = sum("sphere" not in actor for actor in found.actors.values())
    data = {
        "actors": [*found.actors.values()],
        "interests": [*found.interests.values()],
        "stakes": found.stakes,
        "unknown": found.unknown,
    }
    notes = (
        *_about_table(sheet, matching),
        *_about_answers(found),
        *(Note(code, {"count": n}) for code, n in found.notes.items() if n),
    )
    return Brought(data, notes=notes, assumed=assumed(title), places=found.places, quadrants=found.quadrants)


def _power_scale(table: Table, matching: Matching) -> Scale | None:
    """The scale of the numbers in the column of power."""
    at = matching.column("power")
    return None if at is None else scale_of(row[at] for row in table.rows if at < len(row))


def _about_answers(found: Found) -> Iterator[Note]:
    """What is told of what was asked of parties: how numbers were read, and which words are no answer."""
    if found.power_scale is not None:
        low, high = found.power_scale
        yield Note("power_in_thirds", {"low": low, "high": high})
    if found.no_answers:
        yield Note("answers_not_known", {"names": tuple(found.no_answers)})


def _about_table(sheet: Sheet, matching: Matching) -> Iterator[Note]:
    """What is told of a table as a whole: where its heading stands, and what of it is not used or does not count."""
    if filled_rows(sheet.rows[: matching.heading - 1]):
        yield Note("heading_in_row", {"row": matching.heading})
    if matching.not_used:
        yield Note("columns_not_used", {"names": matching.not_used})
    if matching.kept:
        yield Note("columns_kept_in_notes", {"names": matching.kept})
    if sheet.filled:
        yield Note("filled_from_merged", {"count": sheet.filled})
