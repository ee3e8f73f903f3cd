"""Ten thousand damaged files of every format: what each importer makes of them, and how long the slowest took.

    python -m tests.benchmarks.damaged_imports [COUNT [SEED]]

The files are a web of ours in every format, and the small files of other programs in `tests/samples`. Each is a
sound one with something wrong: bytes flipped, cut out, doubled or put in, or a part of another format;
of files that are zips also with one part inside damaged. An importer may refuse with `FileError` or bring a sound web.
It may raise nothing else, and must leave the web that is there as it is.
"""

import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from coprod_core.exchange import FORMATS, INCOMING, Card, format_of
from coprod_core.files import web_file
from coprod_core.files.json_file import FileError

LONGEST = 2.0
"""Seconds that one file may take."""

ODD = (
    b"\x00",
    b"\xff\xfe",
    b"<!DOCTYPE a>",
    b"&x;",
    b"NaN",
    b"1e999",
    b"-1",
    b"9" * 400,
    b"[" * 500,
    b'"',
    b"\n",
    b"=1+1",
    b"PK",
)
CASE = Path(__file__).parents[2] / "data" / "cases" / "sewer.nl.json"
SAMPLES = Path(__file__).parents[1] / "samples"
KEPT = (SAMPLES / "field", SAMPLES / "others")


def damages(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    """The content with one to four things wrong."""
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        content = draw.choice(_WAYS)(content, draw, others)
    return content


def _flipped(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    changed = bytearray(content)
    for _ in range(draw.randint(1, 8)):
        if changed:
            changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def _cut(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    start = draw.randint(0, len(content))
    return content[:start] + content[start + draw.randint(0, 400) :]


def _counted_otherwise(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    """One digit is another."""
    digits = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    if not digits:
        return content + b"7"
    place = draw.choice(digits)
    return content[:place] + bytes([draw.randrange(48, 58)]) + content[place + 1 :]


def _ended(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    return content[: draw.randint(0, len(content))]


def _doubled(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    start = draw.randint(0, len(content))
    return content[:start] + content[start : start + draw.randint(0, 800)] * 2 + content[start:]


def _put_in(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    start = draw.randint(0, len(content))
    return content[:start] + draw.choice(ODD) + content[start:]


def _mixed(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    other = draw.choice(others)
    return content[: draw.randint(0, len(content))] + other[draw.randint(0, len(other)) :]


def _inside(content: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    """A zip with one of its parts damaged, and sound as a zip."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return _flipped(content, draw, others)
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
            hit = draw.choice(before.namelist())
            for name in before.namelist():
                part = before.read(name)
                after.writestr(name, draw.choice(_PLAIN)(part, draw, others) if name == hit else part)
    except Exception:  # damaged before; another kind of damage will do
        return _flipped(content, draw, others)
    return made.getvalue()


_PLAIN: tuple[Callable[[bytes, random.Random, list[bytes]], bytes], ...] = (
    _flipped,
    _cut,
    _counted_otherwise,
    _ended,
    _doubled,
    _put_in,
)
_WAYS = (*_PLAIN, _mixed, _inside, _inside)


def damaged(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, every format in turn; the same ones for the same seed."""
    web = web_file.read(CASE.read_bytes())
    card = Card(datetime(2026, 3, 4, tzinfo=UTC))
    sound = [(name, each.write(web, card)) for name, each in FORMATS.items()]
    kept = [path.read_bytes() for folder in KEPT for path in sorted(folder.iterdir()) if path.suffix != ".md"]
    sound += [(format_of(content).name, content) for content in kept]
    draw = random.Random(seed)
    for number in range(count):
        name, content = sound[number % len(sound)]
        yield name, damages(content, draw, [other for _, other in sound])


def outcome(name: str, content: bytes) -> str:
    """What an importer makes of a file, whether or not it is recognised: read, or refused. Anything else is raised."""
    web = web_file.read(CASE.read_bytes())
    made = set()
    for kind in (lambda: INCOMING[name], lambda: format_of(content)):
        try:
            kind().read(content).onto(web)
            made.add("read")
        except FileError:
            made.add("refused")
    assert web == web_file.read(CASE.read_bytes())
    return "read" if "read" in made else "refused"


def main(count: int, seed: int = 6) -> None:
    told: Counter[tuple[str, str]] = Counter()
    slowest = (0.0, "", 0)
    for number, (name, content) in enumerate(damaged(count, seed)):
        began = time.perf_counter()
        told[name, outcome(name, content)] += 1
        slowest = max(slowest, (time.perf_counter() - began, name, number))
    for name in INCOMING:
        print(f"{name:10} read {told[name, 'read']:5} refused {told[name, 'refused']:5}")
    print(f"{count} files, none raised anything else; the slowest took {slowest[0]:.2f} s ({slowest[1]}, {slowest[2]})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or ["10000"]))
