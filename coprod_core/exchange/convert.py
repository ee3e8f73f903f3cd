"""Many files to one format: `python -m coprod_core convert IN... --to FORMAT`."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coprod_core.checked.errors import Fault
from coprod_core.exchange import FORMATS, LICENCES, Brought, Card, book_of, format_of, map_file, told_when_written
from coprod_core.exchange.format import Format
from coprod_core.exchange.note_text import CANNOT_HOLD, line
from coprod_core.files import fault_text
from coprod_core.files.json_file import LARGEST_FILE, FileError
from coprod_core.web.noted import web_without

DONE, REFUSED = 0, 2
_NOTED_STAYS = "trust and attitude are left out, for a file may become public; --noted takes them along"


def add_to(commands: Any) -> None:
    """Adds `convert` to the commands of the command line."""
    parser = commands.add_parser("convert", help="convert files of any format we read to one we write")
    parser.add_argument("files", metavar="IN", nargs="+", type=Path, help="a file, or a folder with files")
    parser.add_argument("--to", required=True, choices=[*FORMATS], help="the format to write")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the files go; without it, beside each file")
    parser.add_argument("--licence", choices=[*LICENCES], default="not_stated", help="what the data card says")
    parser.add_argument("--map", type=Path, metavar="FILE", help="says which column is what: exchange/map_file.py")
    parser.add_argument("--decimal", choices=["point", "comma"], default="point", help="how a table writes decimals")
    parser.add_argument(
        "--noted",
        action="store_true",
        help="also write how the organiser gets on with parties, and their attitude: a file may become public",
    )
    parser.add_argument("--replace", action="store_true", help="write over files that are there already")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Converts one file after another and tells of each; one that is refused keeps no other from being converted.

    Gives 0 when all went well, 2 when any was refused.
    """
    wanted = FORMATS[asked.to]
    card = Card(datetime.now(UTC), asked.licence, "," if asked.decimal == "comma" else ".")
    said = map_file.read(_content(asked.map)) if asked.map else {}
    if wanted.cannot_hold:
        print(f"{wanted.name} cannot hold: {', '.join(CANNOT_HOLD[code] for code in wanted.cannot_hold)}")
    refused = 0
    for file in _files(asked.files):
        target = (asked.out or file.parent) / f"{_stem(file)}{wanted.suffix}"
        try:
            notes = _convert(file, target, wanted, card, said, asked)
        except FileError as error:
            refused += 1
            for fault in error.faults:
                print(f"{file}: {fault_text.line(fault)}", file=sys.stderr)
            continue
        print(f"{file} -> {target}")
        for note in notes:
            print(f"  {note}")
    return REFUSED if refused else DONE


def _files(named: Sequence[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.is_file())
        else:
            yield path


def _stem(file: Path) -> str:
    """A file's name without the ending of any format."""
    endings = sorted((each.suffix for each in FORMATS.values()), key=len, reverse=True)
    found = next((ending for ending in endings if file.name.lower().endswith(ending)), file.suffix)
    return file.name.removesuffix(file.name[len(file.name) - len(found) :]) if found else file.name


def _convert(
    file: Path, target: Path, wanted: Format, card: Card, said: Mapping[str, Any], asked: argparse.Namespace
) -> list[str]:
    """Writes one file anew; gives what there is to tell. Raises `FileError`, and then nothing is written."""
    content = _content(file)
    brought = _read(content, _stem(file), said)
    web = brought.web if asked.noted else web_without(brought.web)
    made = wanted.write(web, card)
    if target.exists() and not asked.replace:
        raise FileError([Fault(str(target), "exists_already", {"id": target.name})])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made)
    except OSError as error:
        raise FileError([Fault(str(target), "cannot_write_file", {"reason": error.strerror})]) from None
    told = [line(note) for note in (*brought.told(), *told_when_written(wanted, web))]
    return told if web == brought.web else [*told, _NOTED_STAYS]


def _read(content: bytes, title: str, said: Mapping[str, Any]) -> Brought:
    """What a file brings, by a map where there is one. Raises `FileError`."""
    kind = format_of(content)
    if not said:
        return kind.read(content, title)
    book = book_of(kind, content)
    assumed = kind.read(content, title) if book is None else None
    return kind.read(content, title, map_file.choices(said, book, assumed))


def _content(file: Path) -> bytes:
    """What a file holds, or as much as shows that it is too large. Raises `FileError`."""
    try:
        with file.open("rb") as source:
            return source.read(LARGEST_FILE + 1)
    except OSError as error:
        raise FileError([Fault(str(file), "cannot_read_file", {"reason": error.strerror})]) from None
