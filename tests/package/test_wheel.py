"""What somebody has who installs the wheel: everything, wherever they stand, and nothing that asks the internet."""

import json
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.package.conftest import ROOT, Installed, contents

pytestmark = pytest.mark.slow

WALK = Path(__file__).with_name("walk.py")
STARTING = 90.0
BEGINNINGS = {"docx": b"PK", "odt": b"PK", "pdf": b"%PDF", "html": b"<!doctype html>"}


class Outside:
    """Stands where a program would ask its way to the internet, and counts who came."""

    def __init__(self) -> None:
        self.came = 0
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                visitor, _ = self._door.accept()
            except OSError:
                return
            self.came += 1
            visitor.close()

    def close(self) -> None:
        self._door.close()


@pytest.fixture
def outside() -> Iterator[Outside]:
    with closing(Outside()) as found:
        yield found


@contextmanager
def started(installed: Installed, outside: Outside, *arguments: str) -> Iterator[tuple[str, Path]]:
    """The command as a person gives it, from an empty folder; its address, and all it said once it is stopped."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = installed.home / f"said-{port}.txt"
    asking = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), outside.address)
    wishes = {"STREAMLIT_BROWSER_GATHER_USAGE_STATS": "true", "NO_PROXY": "", "no_proxy": ""}
    with said.open("wb") as output:
        process = subprocess.Popen(
            [installed.program("belangenweb"), *arguments, "--no-browser", "--port", str(port)],
            cwd=installed.folder,
            env=installed.variables | asking | wishes,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/_stcore/health", process, said)
            yield address, said
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
    assert process.returncode == 0, said.read_text("utf-8")


def get(address: str) -> str:
    straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with straight.open(address, timeout=20) as answer:
        held: bytes = answer.read()
    return held.decode("utf-8")


def wait_for(address: str, process: subprocess.Popen[bytes], said: Path) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        try:
            get(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"it did not start:\n{said.read_text('utf-8', 'replace')}")


def files(folder: str) -> set[str]:
    """What stands in a folder of the checkout, without what Python makes there itself."""
    there = (path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.as_posix() for path in there if "__pycache__" not in path.parts}


def test_a_wheel_holds_everything_and_puts_nothing_of_a_common_name_among_the_programs_of_others(wheel: Path) -> None:
    held = contents(wheel)
    tops = {name.split("/")[0] for name in held}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"belangenweb", "coprod_core", "coprod_ui"}
    ours = files("coprod_core") | files("coprod_ui")
    beside = files("pages") | files("data/cases") | files("data/workshops") | files("organisation")
    beside |= files("data/templates") | files("data/stories")
    beside |= {"app.py", "docs/indicators.md", ".streamlit/config.toml"}
    wanted = ours | {f"belangenweb/{name}" for name in beside}
    assert {name for name in held if ".dist-info/" not in name} == wanted


def test_a_case_an_act_a_report_in_every_form_and_a_phone_page(installed: Installed, outside: Outside) -> None:
    walked = installed.run("python", str(WALK))
    assert walked.returncode == 0, walked.stderr
    found = json.loads(walked.stdout.splitlines()[-1])
    before, after = found["parties"]
    assert after == before + 1
    assert str(installed.environment) in found["program"]
    assert Path(found["kept_in"]).is_relative_to(installed.home)

    for form, beginning in BEGINNINGS.items():
        made = installed.run("belangenweb", "report", "sewer.json", "--to", form)
        assert made.returncode == 0, made.stderr
        assert (installed.folder / f"sewer.{form}").read_bytes().lower().startswith(beginning.lower())

    with started(installed, outside) as (address, said):
        assert "<title>" in get(address)
        assert found["code"] in get(f"{address}/mee/{found['code']}")
    assert "usage statistics" not in said.read_text("utf-8")
    assert outside.came == 0

    checked = installed.run("belangenweb", "check")
    assert checked.returncode == 0, checked.stdout
    lines = dict(line.split(":", 1) for line in checked.stdout.splitlines())
    assert list(lines) == ["program", "database", "backups", "log", "holder", "settings"]
    assert "sound, meetings and scenarios: 1" in lines["database"]
    assert "no request leaves this machine" in lines["settings"]
    assert "bytes" in lines["log"]
    holder = Path(lines["holder"].partition(": not all filled in yet")[0].strip())
    assert holder.is_relative_to(installed.home)
    assert holder.read_text("utf-8").startswith("#")


def test_a_demo_keeps_nothing(installed: Installed, outside: Outside) -> None:
    before = set(installed.home.rglob("*.db"))
    kept = set(installed.home.rglob("*.toml"))
    with started(installed, outside, "demo") as (address, _):
        assert "<title>" in get(address)
        (made,) = once_there(lambda: set(installed.home.rglob("*.db")) - before)
    assert not made.parent.exists()
    assert set(installed.home.rglob("*.toml")) == kept


def once_there(found: Callable[[], set[Path]]) -> set[Path]:
    """What is found as soon as there is any: a server answers before it opens its database."""
    until = time.monotonic() + STARTING
    while not (there := found()) and time.monotonic() < until:
        time.sleep(0.05)
    return there


def test_a_web_is_evaluated_without_a_screen(installed: Installed) -> None:
    done = installed.run("belangenweb", "evaluate", str(ROOT / "data" / "cases" / "sewer.nl.json"))
    assert json.loads(done.stdout)["format"] == "coprod-readings"
    refused = installed.run("belangenweb", "evaluate", "nothing.json")
    assert (refused.returncode, refused.stdout) == (2, "")


COUNT = "from coprod_ui.meeting import current; print(len(current.store().meetings())); current.let_go_of_store()"


def test_a_database_of_the_first_version_is_copied_and_upgraded(installed: Installed) -> None:
    kept = Path(installed.run("python", "-c", "from coprod_core import places; print(places.made())").stdout.strip())
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "samples" / "versions" / "database.1.db", kept / "belangenweb.db")
    before = (kept / "belangenweb.db").read_bytes()
    counted = installed.run("python", "-c", COUNT)
    assert counted.returncode == 0, counted.stderr
    assert int(counted.stdout) >= 1
    (copy,) = (kept / "backups").glob("*.db")
    assert len(copy.read_bytes()) == len(before)
    assert "sound" in installed.run("belangenweb", "check").stdout
