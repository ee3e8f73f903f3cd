"""What `belangenweb` can be asked: start, demo, check; evaluate, convert, schema; report."""

import argparse
import sys
from collections.abc import Sequence

from coprod_core import __version__

PROGRAM = "belangenweb"
_OF_THE_CORE = ("evaluate", "convert", "schema")


def main(arguments: Sequence[str] | None = None) -> int:
    """Does one thing and returns its exit code. What is not asked is not loaded: `evaluate` starts no screen."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    match given:
        case [command, *_] if command in _OF_THE_CORE:
            from coprod_core import __main__ as without_screen

            return without_screen.main(given, PROGRAM)
        case ["report", *further]:
            from coprod_ui.report.__main__ import main as report

            return report(further, f"{PROGRAM} report")
    return _own(_parser().parse_args(given))


def _own(asked: argparse.Namespace) -> int:
    if asked.command == "check":
        from coprod_ui.launch.check import check

        return check()
    from coprod_ui.launch import run

    how = run.How(port=asked.port, browser=not asked.no_browser, phones=not asked.no_phones)
    return run.demo(how) if asked.command == "demo" else run.start(how)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description="Belangenweb. Without a command: starts the dashboard.")
    parser.add_argument("--version", action="version", version=f"Belangenweb {__version__}")
    _how(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _how(commands.add_parser("demo", help="start with an empty database that is gone when you stop"), later=True)
    commands.add_parser("check", help="say how the database, backups, log and settings are, a line each")
    for name, does in (
        ("evaluate", "print the readings of a web file"),
        ("convert", "read and write files of other programs"),
        ("schema", "print the JSON Schema of a file"),
        ("report", "write participation reports"),
    ):
        commands.add_parser(name, help=does, add_help=False)
    return parser


def _how(parser: argparse.ArgumentParser, later: bool = False) -> None:
    """`later`: for a command, which must not undo what stands before it."""

    def first(value: object) -> object:
        return argparse.SUPPRESS if later else value

    parser.add_argument("--port", type=int, default=first(None), help="the port; without it, the first free from 8501")
    parser.add_argument("--no-browser", action="store_true", default=first(False), help="open no browser")
    parser.add_argument(
        "--no-phones",
        action="store_true",
        default=first(False),
        help="listen on this machine only: no phones, and no question from a firewall",
    )
