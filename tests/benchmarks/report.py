"""How long the report of the largest case takes in each of its forms, and that of a web of 40 parties by 40 interests.

Run `python -m tests.benchmarks.report`. Each form is made five times, each in a process of its own, so that what it
has to load counts: from the web to the bytes of the file. It prints the shortest, the median and the longest in
seconds, the seconds of processor that the median took, which other work on the machine changes less, and the size.
Asked are 5 seconds for the largest case in each form, and 6 for 40 by 40.
"""

import subprocess
import sys
import time
from datetime import date

from coprod_core.web.model import Web
from coprod_ui.examples.cases import cases
from coprod_ui.report.account import account_of_web
from coprod_ui.report.forms import MIME, written
from coprod_ui.report.sections import document
from coprod_ui.words import words
from tests.benchmarks.recompute import web_of

LARGE = "40x40"
TIMES = 5


def web(name: str) -> Web:
    return web_of(40, 0.3) if name == LARGE else next(case.web for case in cases("nl") if case.name == name)


def made(name: str, form: str) -> tuple[float, float, int]:
    """Seconds, seconds of processor, and bytes."""
    source, begun, worked = web(name), time.perf_counter(), time.process_time()
    content = written(document(account_of_web(source, words("nl"), date(2026, 11, 22))), form)
    return time.perf_counter() - begun, time.process_time() - worked, len(content)


def largest_case() -> str:
    return max(cases("nl"), key=lambda case: len(case.web.stakes) + len(case.web.options)).name


def in_a_process(name: str, form: str) -> tuple[float, float, int]:
    command = [sys.executable, "-m", "tests.benchmarks.report", name, form]
    seconds, worked, size = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(worked), int(size)


def main() -> None:
    if len(sys.argv) == 3:
        print(*made(*sys.argv[1:]))
        return
    print(f"{'web':>20} {'form':>5} {'min':>7} {'median':>7} {'max':>7} {'processor':>9} {'MB':>5}")
    for name in (largest_case(), LARGE):
        for form in MIME:
            runs = sorted(in_a_process(name, form) for _ in range(TIMES))
            shortest, (median, worked, size), longest = runs[0][0], runs[TIMES // 2], runs[-1][0]
            times = f"{shortest:>7.2f} {median:>7.2f} {longest:>7.2f} {worked:>9.2f}"
            print(f"{name:>20} {form:>5} {times} {size / 1e6:>5.2f}")


if __name__ == "__main__":
    main()
