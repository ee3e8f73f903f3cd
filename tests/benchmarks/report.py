"""How long the report of a case takes in each of its forms, and that of a web of 40 parties by 40 interests.

Run `python -m tests.benchmarks.report`. Each form is made in a process of its own, so that what it has to load counts;
then once more in the same process, as a second report of a server is. From the web to the bytes of the file.
"""

import subprocess
import sys
import time
from datetime import date

from coprod_core.model import Web
from coprod_ui.cases import cases
from coprod_ui.report.account import account_of_web
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.sections import document
from coprod_ui.words import words
from tests.benchmarks.recompute import web_of

LARGE = "40x40"


def web(name: str) -> Web:
    return web_of(40, 0.3) if name == LARGE else next(case.web for case in cases("nl") if case.name == name)


def made(name: str, form: str) -> tuple[float, int]:
    """Seconds, and bytes."""
    source, begun = web(name), time.perf_counter()
    content = written(document(account_of_web(source, words("nl"), date(2026, 11, 22))), form)
    return time.perf_counter() - begun, len(content)


def largest_case() -> str:
    return max(cases("nl"), key=lambda case: len(case.web.stakes) + len(case.web.options)).name


def main() -> None:
    if len(sys.argv) == 3:
        (first, size), (second, _) = made(*sys.argv[1:]), made(*sys.argv[1:])
        print(f"{sys.argv[1]:>20} {sys.argv[2]:>5} {first:>7.2f} s {second:>7.2f} s {size / 1e6:>6.1f} MB")
        return
    print(f"{'web':>20} {'form':>5} {'first':>9} {'second':>9}")
    for name in (largest_case(), LARGE):
        for form in MIME:
            subprocess.run([sys.executable, "-m", "tests.benchmarks.report", name, form], check=True)


if __name__ == "__main__":
    main()
