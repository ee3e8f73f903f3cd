"""A zip for a Windows laptop on which nothing may be installed.

    python .packaging/windows_zip.py pins 3.11 > pins.txt
    pip download --no-deps --platform win_amd64 --python-version 3.11 --only-binary :all: -r pins.txt -d WHEELS
    python -m hatchling build -t wheel -d WHEELS
    python .packaging/windows_zip.py make python-3.11.9-embed-amd64.zip --wheels WHEELS --out belangenweb.zip

The embeddable Python is a file as its makers give it out; another one than this comes with the digest they say
(`--sha256`). `pins`: what `requirements.lock` wants on Windows for that Python. `make` asks nobody; it refuses a Python
of another digest, and a folder in which a wheel is missing, is there twice, or has a hash that the lock does not hold.
"""

import argparse
import hashlib
import re
import sys
import zipfile
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

EMBEDDABLE = "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b"
"""The digest of python-3.11.9-embed-amd64.zip, the last embeddable Python of the oldest version we run on."""

LOCK = Path(__file__).parents[1] / "requirements.lock"
NAME = "Belangenweb"
PROGRAMS = f"{NAME}/programs"
"""Everything a newer zip puts other files in the place of; what a person makes stands beside it, in `data`."""

WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
OURS = "belangenweb"

PIN = re.compile(r"^([a-z0-9].*?) \\\n((?:    --hash=\S+(?: \\\n|\n?))+)", re.MULTILINE)
"""A line of the lock, and the hashes under it."""


class Refused(Exception):
    """What is given cannot make a whole zip."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("pins").add_argument("version")
    making = commands.add_parser("make")
    making.add_argument("python", type=Path)
    making.add_argument("--sha256", default=EMBEDDABLE, help="the digest of another Python than 3.11.9")
    making.add_argument("--wheels", type=Path, required=True)
    making.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    if asked.command == "pins":
        for name, (version, hashes) in pins(LOCK, asked.version).items():
            print(f"{name}=={version}", *(f"--hash=sha256:{each}" for each in sorted(hashes)))
        return 0
    try:
        make(asked.python, asked.sha256, asked.wheels, asked.out, LOCK)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    return 0


def make(python: Path, sha256: str, wheels: Path, out: Path, lock: Path) -> None:
    """Writes the zip. Raises `Refused`, and then writes nothing."""
    if digest(python) != sha256.lower():
        raise Refused(f"{python.name} is not the Python that was meant: its digest is {digest(python)}")
    chosen = checked(wheels, pins(lock, version_of(python)))
    unfinished = out.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as made:
        library = f"lib-{_our_version(chosen)}"
        _put_python(python, made, library)
        for wheel in chosen:
            _put_wheel(wheel, made, library)
        for text in sorted((Path(__file__).parent / "windows").iterdir()):
            made.writestr(f"{NAME}/{text.name}", text.read_text("utf-8").replace("\n", "\r\n"))
    unfinished.replace(out)


def digest(file: Path) -> str:
    with file.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()


def version_of(python: Path) -> str:
    """The version of an embeddable Python, `3.12`, by the name of the file that says where its modules stand."""
    with zipfile.ZipFile(python) as held:
        (found,) = [match for name in held.namelist() if (match := re.fullmatch(r"python3(\d+)\._pth", name))]
    return f"3.{found[1]}"


def pins(lock: Path, python: str) -> dict[str, tuple[str, set[str]]]:
    """Version and hashes of every package that belongs on Windows and that Python."""
    there = WINDOWS | {"python_version": python, "python_full_version": f"{python}.0"}
    found = {}
    for line, hashes in PIN.findall(lock.read_text("utf-8")):
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate(there):
            version = str(asked.specifier).removeprefix("==")
            found[canonicalize_name(asked.name)] = (version, set(re.findall(r"sha256:(\w+)", hashes)))
    return found


def checked(folder: Path, wanted: dict[str, tuple[str, set[str]]]) -> list[Path]:
    """The wheels, each once, each as it is pinned; ours is the one that needs no pin."""
    there: dict[str, list[Path]] = {}
    for wheel in sorted(folder.glob("*.whl")):
        there.setdefault(parse_wheel_filename(wheel.name)[0], []).append(wheel)
    faults = [f"{name}: {len(there.get(name, []))} wheels" for name in {*wanted, OURS} if len(there.get(name, [])) != 1]
    faults += [f"{name}: not pinned" for name in there.keys() - wanted.keys() - {OURS}]
    faults += [
        f"{name}: not the wheel that is pinned"
        for name, (version, hashes) in wanted.items()
        for wheel in there.get(name, ())
        if str(parse_wheel_filename(wheel.name)[1]) != version or digest(wheel) not in hashes
    ]
    if faults:
        raise Refused("\n".join(sorted(faults)))
    return [wheel for found in there.values() for wheel in found]


def _our_version(wheels: list[Path]) -> str:
    """In the name of the folder, so that a newer zip over an older one finds nothing of the older in its own."""
    (found,) = [version for name, version, *_ in (parse_wheel_filename(each.name) for each in wheels) if name == OURS]
    return str(found)


def _put_python(python: Path, made: zipfile.ZipFile, library: str) -> None:
    with zipfile.ZipFile(python) as held:
        for name in held.namelist():
            if name.endswith("._pth"):
                zipped = f"{name.removesuffix('._pth')}.zip"
                made.writestr(f"{PROGRAMS}/{name}", f"{zipped}\r\n.\r\n{library}\r\n")
            elif not name.endswith("/"):
                made.writestr(f"{PROGRAMS}/{name}", held.read(name))


def _put_wheel(wheel: Path, made: zipfile.ZipFile, library: str) -> None:
    """A wheel's files where an installer puts them; what it would put elsewhere, such as programs, is not needed."""
    with zipfile.ZipFile(wheel) as held:
        for name in held.namelist():
            place = _place(PurePosixPath(name))
            if place is not None and not name.endswith("/"):
                made.writestr(f"{PROGRAMS}/{library}/{place}", held.read(name))


def _place(name: PurePosixPath) -> PurePosixPath | None:
    if not name.parts[0].endswith(".data"):
        return name
    return PurePosixPath(*name.parts[2:]) if name.parts[1] in ("purelib", "platlib") else None


if __name__ == "__main__":
    sys.exit(main())
