"""Every promise with what was tried and what survived: `python -m tests.benchmarks.promises --write`.

Runs the tests that hold each promise, and makes the table of `docs/promises.md`. A test may say how much it tried
(`record_property`); otherwise it counts as one. What could not be tried on this machine is said, and is no survival.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "promises.md"


class Promise(NamedTuple):
    """What is promised, and the tests that hold it: a file, and a part of their names (all when empty)."""

    said: str
    file: str
    names: str = ""


PROMISES = (
    Promise("What is deleted is gone from every file: 25 needles", "tests/store/test_gone.py", "gone_from_every_file"),
    Promise("A deletion reaches backups of every version", "tests/store/test_gone.py", "backups_of_every_version"),
    Promise("Raw answers are gone from every file once erased", "tests/store/test_live.py", "erasing_leaves_no_byte"),
    Promise("An erasure that fails is shown, tried again and done", "tests/store/test_gone.py", "fails or restart"),
    Promise("What was noted is gone from every file once withdrawn", "tests/store/test_noted.py"),
    Promise("Acknowledged acts survive a kill, on both ways", "tests/store/test_kill.py"),
    Promise("Acknowledged acts survive any system call that fails", "tests/store/test_faults.py"),
    Promise("Nothing is acknowledged onto a damaged log", "tests/store/test_recovery.py", "log_that_was_damaged"),
    Promise("Nothing is acknowledged into a file that is gone", "tests/store/test_recovery.py", "into_a_file"),
    Promise("A flipped bit or a torn log is noticed", "tests/store/test_store_damage.py"),
    Promise("A damaged meeting opens up to its damage", "tests/screens/test_recovery_screen.py", "damaged_meeting"),
    Promise("A bad backup pushes out no good one", "tests/store/test_recovery.py", "never_pushes_out"),
    Promise("A meeting comes back out of a copy", "tests/store/test_recovery.py", "comes_back or put_in_its_place"),
    Promise("Everything on a stick is one file, no single answers", "tests/store/test_recovery.py", "on_a_stick"),
    Promise(
        "A file copied without its log is recognised", "tests/store/test_recovery.py", "without_its_log or empty_copy"
    ),
    Promise(
        "A full or read-only disk opens for reading",
        "tests/store/test_recovery.py",
        "nothing_can_be or backup_that_fails",
    ),
    Promise("A wrong calendar costs and erases nothing", "tests/store/test_calendar.py"),
    Promise("Files of every version open", "tests/store/test_versions.py", "every_version"),
    Promise("Sessions are random, limited, and end", "tests/phone/test_login.py"),
    Promise("Every role reaches what it may and no more", "tests/phone/test_roles.py"),
    Promise("A visitor from another address gets phones' pages", "tests/phone/test_elsewhere.py", "visitor"),
    Promise(
        "One laptop does not end the evening",
        "tests/phone/test_elsewhere.py",
        "thousand or wrong_codes or half_a_request or no_turn",
    ),
    Promise("A mistyped address is a page of ours", "tests/phone/test_lost.py"),
    Promise("A phone can be put out", "tests/phone/test_leaving.py", "put_out"),
    Promise("A resident erases what they said", "tests/phone/test_leaving.py", "takes_back or taken_back or who_left"),
    Promise("What is shown rests on five phones", "tests/core/test_rounds.py", "solve or influence"),
    Promise("An open round is shown in large steps", "tests/core/test_open_round.py"),
    Promise("With cards it rests on five people", "tests/phone/test_leaving.py", "card"),
    Promise(
        "Residents are told, in one tap", "tests/phone/test_leaving.py", "one_tap or reads or filled or nothing_is"
    ),
    Promise("People do it: recovery, stick, deletion, put out", "tests/browser/test_kept_promises.py"),
)


class Row(NamedTuple):
    """A promise as it was held: how much was tried, how much survived, and what could not be tried here."""

    promise: Promise
    tried: int
    survived: int
    not_here: int


def held(promise: Promise) -> Row:
    """Runs the tests of a promise."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        chosen = ["-k", promise.names] if promise.names else []
        command = [sys.executable, "-m", "pytest", "-n", "0", "-q", promise.file, *chosen, f"--junitxml={told}"]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
        cases = list(ElementTree.parse(told).iter("testcase"))
    counted = [_counted(case) for case in cases]
    return Row(
        promise,
        sum(tried for tried, _ in counted),
        sum(survived for _, survived in counted),
        sum(case.find("skipped") is not None for case in cases),
    )


def _counted(case: ElementTree.Element) -> tuple[int, int]:
    if case.find("skipped") is not None:
        return 0, 0
    said = {each.get("name"): int(each.get("value") or 0) for each in case.iter("property")}
    failed = case.find("failure") is not None or case.find("error") is not None
    if "tried" in said and "survived" in said:
        return said["tried"], said["survived"]
    return 1, int(not failed)


HEAD = """# What is promised, tried and survived

Made by `python -m tests.benchmarks.promises --write`, which runs the tests of the last column. A row is whole where as
much survived as was tried. *Not here*: tests that could not run where the table was made.

| promise | tried | survived | not here | held by |
|---|---:|---:|---:|---|
"""


def line(row: Row) -> str:
    """A row of the table, as Markdown."""
    counts = f"{row.tried:,} | {row.survived:,} | {row.not_here or ''}"
    return f"| {row.promise.said} | {counts} | `{row.promise.file}` |"


def written_before() -> dict[str, str]:
    """The rows of the table as it is, by promise."""
    lines = TABLE.read_text("utf-8").splitlines() if TABLE.exists() else []
    return {found.split(" | ")[0].removeprefix("| "): found for found in lines if found.startswith("| ")}


def write(rows: list[Row]) -> None:
    """Writes the page: the rows that were tried now, and of the other promises the rows that were there."""
    lines = written_before() | {row.promise.said: line(row) for row in rows}
    kept = [lines[promise.said] for promise in PROMISES if promise.said in lines]
    TABLE.write_text(HEAD + "\n".join(kept) + "\n", "utf-8")


def main() -> int:
    """Prints a line per promise, and writes the page when asked; 0 when every row is whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/promises.md")
    parser.add_argument("--only", default="", help="promises held by a file with this in its name")
    args = parser.parse_args()
    rows = []
    for promise in PROMISES:
        if args.only in promise.file:
            rows.append(held(promise))
            print(f"{rows[-1].survived:>7,} of {rows[-1].tried:>7,}  {promise.said}", flush=True)
    if args.write:
        write(rows)
    return 0 if all(row.tried == row.survived and row.tried for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
