"""What can be done without the screen: `python -m coprod_core evaluate FILE`, `convert`, `report`, `schema`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coprod_core.checked.errors import Fault
from coprod_core.exchange import convert
from coprod_core.files import meeting_schema, web_file, web_schema
from coprod_core.files.fault_text import line
from coprod_core.files.json_file import json_text
from coprod_core.files.web_file import WebFileError
from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.certainty_data import sure_data
from coprod_core.indicators.gap import Reference
from coprod_core.indicators.overview import readings

SOUND, REFUSED = 0, 2


def main(arguments: Sequence[str] | None = None, program: str = "python -m coprod_core") -> int:
    """Runs one command and returns its exit code: 0, or 2 with one line per fault on standard error.

    `program`: what it was called by, for the help.
    """
    asked = _parser(program).parse_args(arguments)
    try:
        code: int = asked.run(asked)
    except WebFileError as error:
        for fault in error.faults:
            print(line(fault), file=sys.stderr)
        return REFUSED
    return code


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=program, description="Belangenweb without the screen.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    evaluate = commands.add_parser("evaluate", help="print the readings of a web file as JSON")
    evaluate.add_argument("file", metavar="FILE", help="a web file; - reads standard input")
    evaluate.add_argument(
        "--reference",
        choices=[str(reference) for reference in Reference],
        default=str(Reference.MAXI_PUBLIC),
        help="whom the gap is held against: those who do not take part, or everyone who is affected",
    )
    evaluate.add_argument("--sure", action="store_true", help="say how sure they are too, with a fixed seed")
    evaluate.set_defaults(run=_evaluate)
    schemas = commands.add_parser("schema", help="print the JSON Schema of the web file, or of the meeting file")
    schemas.add_argument("of", nargs="?", choices=["web", "meeting"], default="web")
    schemas.set_defaults(run=_schema)
    convert.add_to(commands)
    # with another sign for options, all that is said goes on as it is
    report = commands.add_parser("report", help="says how to write participation reports", prefix_chars="+")
    report.add_argument("arguments", nargs=argparse.REMAINDER)
    report.set_defaults(run=_report)
    return parser


def _evaluate(asked: argparse.Namespace) -> int:
    web = web_file.read(_content(asked.file))
    found = readings(web, asked.reference)
    return _print(sure_data(found) if asked.sure else readings_data(found))


def _report(asked: argparse.Namespace) -> int:
    """A report is made of words and pictures, which the core does not know: says which program writes it."""
    print("a report is written by: python -m coprod_ui.report FILE... --to docx|odt|pdf|html", file=sys.stderr)
    return REFUSED


def _schema(asked: argparse.Namespace) -> int:
    return _print(web_schema.schema() if asked.of == "web" else meeting_schema.schema())


def _content(name: str) -> bytes:
    """What a file holds, or as much as shows that it is too large."""
    most = web_file.LARGEST_FILE + 1
    try:
        if name == "-":
            return sys.stdin.buffer.read(most)
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise WebFileError([Fault(name, "cannot_read_file", {"reason": error.strerror})]) from None


def _print(data: dict[str, Any]) -> int:
    sys.stdout.buffer.write(json_text(data).encode())  # UTF-8, whatever the terminal's own encoding
    return SOUND


if __name__ == "__main__":
    sys.exit(main())
