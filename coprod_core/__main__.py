"""What can be done without the screen: `python -m coprod_core evaluate FILE`, `convert`, `report`, `schema`."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coprod_core import meeting_schema, web_file, web_schema
from coprod_core.errors import Fault
from coprod_core.exchange import convert
from coprod_core.fault_text import line
from coprod_core.indicators import Reference, readings, readings_data
from coprod_core.web_file import WebFileError

SOUND, REFUSED = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0, or 2 with one line per fault on standard error."""
    asked = _parser().parse_args(arguments)
    try:
        code: int = asked.run(asked)
    except WebFileError as error:
        for fault in error.faults:
            print(line(fault), file=sys.stderr)
        return REFUSED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m coprod_core", description="Belangenweb without the screen.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    evaluate = commands.add_parser("evaluate", help="print the readings of a web file as JSON")
    evaluate.add_argument("file", metavar="FILE", help="a web file; - reads standard input")
    evaluate.add_argument(
        "--reference",
        choices=[str(reference) for reference in Reference],
        default=str(Reference.MAXI_PUBLIC),
        help="whom the gap is held against: those who do not take part, or everyone who is affected",
    )
    evaluate.set_defaults(run=_evaluate)
    schemas = commands.add_parser("schema", help="print the JSON Schema of the web file, or of the meeting file")
    schemas.add_argument("of", nargs="?", choices=["web", "meeting"], default="web")
    schemas.set_defaults(run=_schema)
    convert.add_to(commands)
    # with another sign for options, all that is said goes on as it is
    report = commands.add_parser(
        "report", help="write participation reports: FILE... --to docx|pdf|html", prefix_chars="+"
    )
    report.add_argument("arguments", nargs=argparse.REMAINDER)
    report.set_defaults(run=_report)
    return parser


def _evaluate(asked: argparse.Namespace) -> int:
    web = web_file.read(_content(asked.file))
    return _print(readings_data(readings(web, asked.reference)))


def _report(asked: argparse.Namespace) -> int:
    """A report is made of words and pictures that the core does not know: another program writes it."""
    command = [sys.executable, "-m", "coprod_ui.report", *asked.arguments]
    return subprocess.run(command, check=False).returncode


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
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    sys.stdout.buffer.write(f"{text}\n".encode())  # UTF-8, whatever the terminal's own encoding
    return SOUND


if __name__ == "__main__":
    sys.exit(main())
