"""How long a workbook of 20,000 stakes takes beside openpyxl's own reading of it, and large files of other kinds.

    python -m tests.benchmarks.workbook

Prints seconds of the processor, which other work on the machine hardly changes. openpyxl reads every cell of every
sheet, as values. Ours gives a whole web. A register is one sheet as people keep it. Then a JSON file of 11 MB in which
no key is known, and a conversation of the size of the largest public one in Pol.is (6,289 people, 2,162 statements,
600,000 votes).
"""

import csv
import io
import json
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from statistics import median

import numpy as np
import openpyxl

from coprod_core.exchange import FORMATS, Card, format_of
from coprod_core.files.json_file import FileError
from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Stake, Web

PARTIES, INTERESTS = 200, 100
PEOPLE, STATEMENTS, VOTES = 6_289, 2_162, 600_000


def large_web() -> Web:
    """A web in which everything is at stake for every party."""
    return Web(
        actors=tuple(Actor(f"a{n}", f"Partij {n}", "citizens") for n in range(PARTIES)),
        interests=tuple(Interest(f"k{n}", f"Belang {n}") for n in range(INTERESTS)),
        stakes=tuple(Stake(f"a{n}", f"k{m}", (n + m) % 10 / 10) for n in range(PARTIES) for m in range(INTERESTS)),
    )


def register() -> bytes:
    """As many stakes in one sheet as people keep them."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Register")
    sheet.append(["Partij", "Belang", "Gewicht", "Macht"])
    for stake in large_web().stakes:
        sheet.append([f"Partij {stake.actor}", f"Belang {stake.interest}", stake.weight, "hoog"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def conversation() -> bytes:
    """An export of Pol.is of the largest size we know of, its votes drawn by lot."""
    draw = np.random.default_rng(1)
    asked = draw.random((PEOPLE, STATEMENTS)) < VOTES / (PEOPLE * STATEMENTS)
    votes = np.where(draw.random((PEOPLE, STATEMENTS)) < 0.6, 1, -1)
    totals = [((votes == side) & asked).sum(axis=0) for side in (1, -1)]
    comments = [["comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]]
    comments += [
        [str(n), str(n), str(totals[0][n]), str(totals[1][n]), "1", f"Uitspraak {n} over de straat"]
        for n in range(STATEMENTS)
    ]
    people = [["participant", "group-id", "n-votes", *map(str, range(STATEMENTS))]]
    people += [
        [str(n), str(n % 3), "1", *(str(vote) if was else "" for vote, was in zip(votes[n], asked[n], strict=True))]
        for n in range(PEOPLE)
    ]
    pairs = np.argwhere(asked)
    listed = [["timestamp", "datetime", "comment-id", "voter-id", "vote"]]
    listed += [["1651045893819", "Wed Apr 27 2022 09:51:33", str(s), str(p), str(votes[p, s])] for p, s in pairs]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in (("comments", comments), ("participants-votes", people), ("votes", listed)):
            text = io.StringIO(newline="")
            csv.writer(text).writerows(rows)
            archive.writestr(f"{name}.csv", text.getvalue())
    return packed.getvalue()


def seconds(act: Callable[[], object], times: int = 3) -> list[float]:
    """The seconds of the processor that something takes, each time."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        act()
        taken.append(time.process_time() - began)
    return taken


def spread(taken: list[float]) -> str:
    """Shortest, median and longest."""
    return f"{min(taken):.2f}/{median(taken):.2f}/{max(taken):.2f} s"


def openpyxls_own(content: bytes) -> int:
    """Every cell of every sheet; gives how many rows there were."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    return sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))


def read(content: bytes) -> None:
    """What the screens and the command line do with a file."""
    try:
        _ = format_of(content).read(content).web
    except FileError:
        return


def opened(content: bytes) -> None:
    """What opening a file on the first screen comes to: it is read, placed and kept."""
    with tempfile.TemporaryDirectory() as folder, closing(Store(f"sqlite:///{folder}/meetings.db")) as store:
        store.begin(placed(format_of(content).read(content).web))


def main() -> None:
    card = Card(datetime(2026, 3, 4, tzinfo=UTC))
    for name, content in (("workbook", FORMATS["workbook"].write(large_web(), card)), ("register", register())):
        own, ours = seconds(partial(openpyxls_own, content)), seconds(partial(read, content))
        print(f"{name:9} openpyxl {spread(own)}, ours {spread(ours)}, {median(ours) / median(own):.2f} times")
    unknown = json.dumps({f"sleutel_{n}": "waarde " * 3 for n in range(262_000)}).encode()
    print(f"{len(unknown) / 1e6:.1f} MB of unknown keys refused in {spread(seconds(lambda: read(unknown)))}")
    large = conversation()
    began = time.perf_counter()
    taken = seconds(lambda: opened(large))
    clock = (time.perf_counter() - began) / len(taken)
    said = f"{spread(taken)}, {clock:.2f} s by the clock"
    print(f"a conversation of {PEOPLE} people and {STATEMENTS} statements, from its file to a drawn meeting in {said}")


if __name__ == "__main__":
    main()
