"""Reports without the screen: `python -m coprod_ui.report FILE... --to docx`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from coprod_core.checked.errors import CoprodError
from coprod_core.files import meeting_file, web_file
from coprod_core.files.fault_text import line
from coprod_core.files.json_file import LARGEST_FILE, FileError
from coprod_core.files.organisation import TEMPLATES, report_template
from coprod_ui.report.account import Account, account_of, account_of_web
from coprod_ui.report.archive import archive
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.sections import SECTIONS, SHORT, document
from coprod_ui.words import LANGUAGES, spoken, words
from coprod_ui.words.about import about

SOUND, REFUSED = 0, 2


def main(arguments: Sequence[str] | None = None, program: str = "python -m coprod_ui.report") -> int:
    """Writes a report for every file and returns the exit code: 0, or 2 when a file was refused or not reached.

    A file that holds no web or meeting is told on standard error, a line per fault; the others are still written.
    `program`: what it was called by, for the help.
    """
    asked = _parser(program).parse_args(arguments)
    code = SOUND
    for name in asked.files:
        try:
            made = _report(Path(name), asked)
        except FileError as error:
            code = REFUSED
            for fault in error.faults:
                print(f"{name}: {line(fault)}", file=sys.stderr)
        except OSError as error:
            code = REFUSED
            print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        except CoprodError as error:
            code = REFUSED
            print(f"{asked.template or TEMPLATES[0]}: {words('en')(f'errors.{error.code}')}", file=sys.stderr)
        else:
            print(made)
    return code


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=program, description="Participation reports without the screen.")
    parser.add_argument("files", metavar="FILE", nargs="+", help="a web file, or a meeting with its history")
    parser.add_argument("--to", choices=list(MIME), default="docx", help="the form of the report")
    named = ", ".join(f"{code} {about(code).name}" for code in LANGUAGES)
    parser.add_argument("--language", choices=LANGUAGES, help=f"the language: {named}; without it, that of the web")
    parser.add_argument("--folder", type=Path, help="where reports go; without it, beside the file")
    parser.add_argument("--without", choices=list(SECTIONS), action="append", default=[], help="a section to leave out")
    parser.add_argument("--short", action="store_true", help="page one, course, contributions, plans, choice")
    parser.add_argument(
        "--template",
        type=Path,
        help="a Word file to write a docx in: its look stays; without it, that of this installation",
    )
    parser.add_argument(
        "--archive", action="store_true", help="a zip: a pdf without files inside it, and those beside it"
    )
    parser.add_argument("--words", action="store_true", help="say it in words, without numbers")
    return parser


def _report(file: Path, asked: argparse.Namespace) -> Path:
    account = _account(_content(file), asked.language, digits=not asked.words)
    parts = SHORT if asked.short else SECTIONS
    chosen = [name for name in parts if name not in asked.without]
    folder = asked.folder or file.parent
    made: Path = folder / f"{file.stem}.{'zip' if asked.archive else asked.to}"
    folder.mkdir(parents=True, exist_ok=True)
    report = document(account, chosen)
    template = asked.template.read_bytes() if asked.template else report_template()
    made.write_bytes(archive(report) if asked.archive else written(report, asked.to, template=template))
    return made


def _content(file: Path) -> bytes:
    """What a file holds, or as much as shows that it is too large."""
    with file.open("rb") as opened:
        return opened.read(LARGEST_FILE + 1)


def _account(content: bytes, language: str | None, digits: bool) -> Account:
    today = date.today()
    if not meeting_file.holds_meeting(content):
        web = web_file.read(content)
        return account_of_web(web, words(language or spoken(web.language)), today, digits=digits)
    meeting = meeting_file.read(content)
    times = {seq: entry.at for seq, entry in enumerate(meeting.entries, 1)}
    say = words(language or spoken(meeting.history.web.language))
    return account_of(meeting.history, say, today, times=times, digits=digits)


if __name__ == "__main__":
    sys.exit(main())
