"""A wheel of this checkout, installed in a clean environment of its own, in a folder with nothing else in it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Installed:
    """A wheel as somebody has it: its environment, an empty folder to stand in, and a home of their own."""

    environment: Path
    folder: Path
    home: Path

    @property
    def variables(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("COPROD_", "STREAMLIT_", "PYTHON"))
        }
        names = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "TMPDIR", "TEMP", "TMP")
        return kept | dict.fromkeys(names, str(self.home))

    def program(self, name: str) -> str:
        return str(self.environment / ("Scripts" if os.name == "nt" else "bin") / name)

    def run(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.program(name), *arguments],
            cwd=self.folder,
            env=self.variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Only the libraries are shared with this environment; of ours nothing but the wheel can be found."""
    place = tmp_path_factory.mktemp("somebody")
    for name in ("folder", "home"):
        (place / name).mkdir()
    venv.create(place / "environment", with_pip=False)
    there = Installed(place / "environment", place / "folder", place / "home")
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(there.run("python", "-c", asked).stdout.strip())
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    command = [sys.executable, "-m", "uv", "pip", "install", "--offline", "--no-deps", "--no-cache"]
    subprocess.run([*command, "--python", there.program("python"), str(wheel)], check=True, capture_output=True)
    return there


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as held:
        return set(held.namelist())
