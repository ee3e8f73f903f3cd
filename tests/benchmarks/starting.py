"""What starting costs, in time and on disk: `python -m tests.benchmarks.starting`.

Beside an empty app: what loading our server takes, and our first screen, by package. Each time in a process of its own,
in which the three take turns; ratios are of medians of one run. By the clock, and in seconds of the processor, which
other work on the machine hardly changes (and which Windows does not tell). Then what is installed, by package: its
size, and whether the first screen waits for it; and what would go if a package were dropped.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path
from statistics import median
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
EMPTY = "import streamlit, streamlit.web.cli, streamlit.web.server.starlette.starlette_app, uvicorn"
SERVER = f"{EMPTY}; import app"
SCREEN = (
    f"{SERVER}; import asyncio; from coprod_ui.served.loading import Loading; loading = Loading(); loading.begin();"
    " asyncio.run(loading.first_screen())"
)
"""With what is loaded while a browser fetches its files, before it shows anything."""

LEAST = 0.02
"""The share of the time from which a package is named."""

PLAIN = {"extra": ""}
"""Without what a package offers beside what it needs."""

DIRECT = re.compile(r"^[a-z0-9-]+(?===)", re.MULTILINE)


class Took(NamedTuple):
    """Seconds by the clock, and of the processor."""

    clock: float
    processor: float


def taken(code: str) -> Took:
    began, before = time.perf_counter(), os.times()
    run("-c", code)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(time.perf_counter() - began, spent)


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A Python of its own, on a database that nobody keeps."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {**os.environ, "COPROD_DATABASE_URL": f"sqlite:///{folder}/meetings.db"}
        return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=kept, check=True, capture_output=True)


def by_package(code: str) -> dict[str, float]:
    """Seconds that importing took inside each package itself, by its top name."""
    done = run("-X", "importtime", "-c", code)
    found: dict[str, float] = defaultdict(float)
    for micro, name in re.findall(r"^import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", done.stderr.decode(), re.MULTILINE):
        found[name.split(".")[0]] += int(micro) / 1e6
    return dict(found)


def megabytes(name: str) -> float:
    found = distribution(name)
    return sum(found.locate_file(each).stat().st_size for each in found.files or () if there(found, each)) / 1e6


def there(found: Distribution, file: object) -> bool:
    return Path(str(found.locate_file(file))).is_file()  # type: ignore[arg-type]


def brought(names: Iterable[str]) -> set[str]:
    """These packages and all they rest on here."""
    seen: set[str] = set()
    left = [canonicalize_name(name) for name in names]
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        asked = [Requirement(line) for line in distribution(name).requires or ()]
        left += [canonicalize_name(each.name) for each in asked if each.marker is None or each.marker.evaluate(PLAIN)]
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7)
    asked = parser.parse_args()
    turns = [tuple(map(taken, (EMPTY, SERVER, SCREEN))) for _ in range(asked.times)]
    empty, *_ = each = [*zip(*turns, strict=True)]
    for what, times in zip(("an empty app", "our server", "our first screen"), each, strict=True):
        said = []
        for measure in Took._fields:
            of_empty, took = ([getattr(one, measure) for one in of] for of in (empty, times))
            beside = f"{median(took) / median(of_empty):.2f} times" if median(of_empty) else "not told"
            said.append(f"{min(took):.2f}/{median(took):.2f}/{max(took):.2f} s by the {measure}, {beside}")
        print(f"loading {what}: {'; '.join(said)} an empty app")

    loaded = by_package(SCREEN)
    total = sum(loaded.values())
    print(f"\nof {total:.2f} s (slowed by measuring), what takes {LEAST:.0%} or more:")
    for name, took in sorted(loaded.items(), key=lambda each: -each[1]):
        if took >= LEAST * total:
            print(f"  {name:24} {took:6.2f} s {took / total:5.0%}")

    direct = DIRECT.findall((ROOT / "requirements.txt").read_text("utf-8"))
    everything = brought(direct)
    names = packages_distributions()
    before = {canonicalize_name(each) for top in loaded for each in names.get(top, ())}
    sizes = {name: megabytes(name) for name in everything}
    print(f"\n{len(everything)} packages, {sum(sizes.values()):.0f} MB; dropping one that is asked for would save:")
    for name in sorted(direct, key=lambda each: -saved(each, direct, everything, sizes)[1]):
        gone, size = saved(name, direct, everything, sizes)
        when = "before the first screen" if canonicalize_name(name) in before else "when it is needed"
        print(f"  {name:24} {size:6.0f} MB {len(gone):3} packages, loaded {when}")


def saved(name: str, direct: list[str], everything: set[str], sizes: dict[str, float]) -> tuple[set[str], float]:
    gone = everything - brought(each for each in direct if each != name)
    return gone, sum(sizes[each] for each in gone)


if __name__ == "__main__":
    main()
