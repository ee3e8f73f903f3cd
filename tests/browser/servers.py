"""A server as a person starts it: `streamlit run`, on a port and a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTING = 60.0


class Server:
    """One app on one database. Stopped or killed, it can be started again at the same address."""

    def __init__(self, script: Path, database: Path) -> None:
        self.script = script
        self.database_url = f"sqlite:///{database}"
        self.log = database.with_suffix(".log")
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", str(self.script)]
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [*command, "--server.port", str(self.port), "--server.headless", "true"],
                cwd=ROOT,
                env={**os.environ, "COPROD_DATABASE_URL": self.database_url},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    def _wait(self) -> None:
        assert self.process is not None
        until = time.monotonic() + STARTING
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"the server did not start:\n{self.log.read_text('utf-8', 'replace')}")

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """As the machine would with the plug pulled: SIGKILL, no farewell."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()


@contextmanager
def serving(script: Path, database: Path) -> Iterator[Server]:
    server = Server(script, database)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
