"""The zip for a Windows laptop, on a stand-in: the same layout, of our wheel and small ones, run by this Python."""

import hashlib
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.package.conftest import ROOT

pytestmark = pytest.mark.slow

PTH = "python311._pth"
STARTS = "import sys; sys.path[:0] = {ours!r}; sys.path += {shared!r}; import runpy; sys.argv[1:] = ['check']; {then}"


def small_wheel(folder: Path, name: str, holds: str) -> Path:
    made = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(made, "w") as wheel:
        wheel.writestr(f"{name}.py", holds)
        wheel.writestr(f"{name}-1.0.data/scripts/{name}.exe", "not needed")
        wheel.writestr(f"{name}-1.0.data/platlib/{name}_fast.py", holds)
        wheel.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    return made


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


class Given:
    """What the script is given: a Python, wheels, and the lock that holds them."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder
        self.wheels = folder / "wheels"
        self.wheels.mkdir()
        (self.wheels / wheel.name).write_bytes(wheel.read_bytes())
        self.small = small_wheel(self.wheels, "small", "held = 1\n")
        self.python = folder / "python-embed.zip"
        with zipfile.ZipFile(self.python, "w") as embeddable:
            embeddable.writestr(PTH, "python311.zip\r\n.\r\n#import site\r\n")
            embeddable.writestr("python.exe", "a stand-in")
            embeddable.writestr("python311.zip", "a stand-in")
        self.lock = folder / "requirements.lock"
        self.lock.write_text(
            f"small==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{digest(self.small)}\n"
            f"elsewhere==1.0 ; sys_platform != 'win32' \\\n    --hash=sha256:{'0' * 64}\n",
            "utf-8",
        )

    def make(self, sha256: str | None = None) -> tuple[Path, str]:
        """The zip, which is there if it could be made, and what was said of it."""
        out = self.folder / "belangenweb.zip"
        script = (
            "import sys; from pathlib import Path; sys.path.insert(0, '.packaging'); import windows_zip as made\n"
            f"made.make(*map(Path, {[str(self.python)]!r}), {sha256 or digest(self.python)!r},"
            f" Path({str(self.wheels)!r}), Path({str(out)!r}), Path({str(self.lock)!r}))"
        )
        done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
        return out, done.stderr


@pytest.fixture
def given(tmp_path: Path, wheel: Path) -> Given:
    return Given(tmp_path, wheel)


def unpacked(made: Path, place: Path) -> Path:
    with zipfile.ZipFile(made) as held:
        held.extractall(place)
    return place / "Belangenweb"


def test_everything_stands_where_python_on_windows_looks(given: Given, tmp_path: Path) -> None:
    made, said = given.make()
    assert said == ""
    there = unpacked(made, tmp_path / "stick")
    looked_in = (there / "programs" / PTH).read_text("utf-8").split()
    assert all((there / "programs" / each).exists() for each in looked_in)
    library = there / "programs" / looked_in[-1]
    for name in ("coprod_core", "coprod_ui", "belangenweb/app.py", "small.py", "small_fast.py"):
        assert (library / name).exists(), name
    assert not list(library.rglob("*.exe"))
    for bat in there.glob("*.bat"):
        asked = bat.read_bytes().decode("ascii")
        assert asked.count("\n") == asked.count("\r\n")
        assert r"%~dp0programs\python.exe" in asked
        assert (there / "programs" / "python.exe").exists()
        assert not re.search(r"[a-zA-Z]:\\", asked)
    assert "--no-phones" in (there / "Start.bat").read_text("utf-8")


def test_it_runs_from_its_own_folder_and_keeps_data_beside_it_when_a_newer_one_goes_over_it(
    given: Given, tmp_path: Path
) -> None:
    made, _ = given.make()
    there = unpacked(made, tmp_path / "a stick of 100%")
    begin = "from coprod_ui.meeting import current; from coprod_core.web.model import Web; current.store().begin(Web())"
    run(there, begin)
    kept = {path.name for path in (there / "data").iterdir()}
    assert "belangenweb.db" in kept

    unpacked(made, tmp_path / "a stick of 100%")
    checked = run(there, "runpy.run_module('coprod_ui', run_name='__main__')")
    assert f"{there / 'data' / 'belangenweb.db'}: sound, meetings and scenarios: 1" in checked
    assert "(installed)" in checked


def test_a_newer_one_over_an_older_one_upgrades_what_is_kept_and_runs_none_of_the_older_program(
    given: Given, tmp_path: Path
) -> None:
    made, _ = given.make()
    there = unpacked(made, tmp_path / "stick")
    newer = there / "programs" / (there / "programs" / PTH).read_text("utf-8").split()[-1]
    older = newer.rename(newer.with_name("lib-0.1.0"))
    (older / "only_in_the_older.py").write_text("", "utf-8")
    (there / "programs" / PTH).write_text("python311.zip\n.\nlib-0.1.0\n", "utf-8")
    data = there / "data"
    data.mkdir(exist_ok=True)
    before = (ROOT / "tests" / "samples" / "versions" / "database.1.db").read_bytes()
    (data / "belangenweb.db").write_bytes(before)

    unpacked(made, tmp_path / "stick")
    asked = "import importlib.util as u; from coprod_ui.meeting import current; print(len(current.store().meetings()),"
    said = run(there, f"{asked} u.find_spec('only_in_the_older'))")
    count, left = said.split()
    assert int(count) >= 1
    assert left == "None"
    (copy,) = (data / "backups").glob("*.db")
    assert copy.stat().st_size == len(before)


def run(there: Path, then: str) -> str:
    """As the embeddable Python does: without this environment's settings, in the folders of its own list."""
    ours = [str(there / "programs" / each) for each in (there / "programs" / PTH).read_text("utf-8").split()]
    code = STARTS.format(ours=ours, shared=[sysconfig.get_path("purelib")], then=then)
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code],
        cwd=there.parent,
        env={**os.environ, "COPROD_DATA": str(there / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_another_python_than_was_meant_is_refused(given: Given) -> None:
    made, said = given.make("0" * 64)
    assert "not the Python that was meant" in said
    assert not made.exists()


def test_where_no_digest_is_given_only_the_python_that_is_written_down_will_do(given: Given, tmp_path: Path) -> None:
    out = tmp_path / "belangenweb.zip"
    asked = ["make", given.python, "--wheels", given.wheels, "--out", out]
    command = [sys.executable, ".packaging/windows_zip.py", *asked]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, out.exists()) == (2, False)
    assert digest(given.python) in done.stderr


def test_a_wheel_that_is_missing_or_not_the_pinned_one_is_refused(given: Given) -> None:
    small_wheel(given.wheels, "small", "held = 2\n")
    made, said = given.make()
    assert "small: not the wheel that is pinned" in said
    given.small.unlink()
    small_wheel(given.wheels, "stranger", "")
    made, said = given.make()
    assert "small: 0 wheels" in said
    assert "stranger: not pinned" in said
    assert not made.exists()
