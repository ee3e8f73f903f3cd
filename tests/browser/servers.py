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
from random import sample

ROOT = Path(__file__).parents[2]
STARTING = 60.0


class Server:
    """One app on one database. Stopped or killed, it can be started again at the same address.

    `most_files`: how many files and sockets it may have open at once, None for as many as this system lets it.
    `port`: where it answers, None for a place of its own.
    """

    def __init__(self, script: Path, database: Path, most_files: int | None = None, port: int | None = None) -> None:
        self.script = script
        self.most_files = most_files
        self.database_url = f"sqlite:///{database}"
        self.log = database.with_suffix(".log")
        self.port = port or _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", str(self.script)]
        if self.most_files is not None:
            command = ["prlimit", f"--nofile={self.most_files}:{self.most_files}", *command]
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
            self.process.wait(1)
        except subprocess.TimeoutExpired:  # a page that is still open holds it for ten seconds
            self.kill()

    def kill(self) -> None:
        """As the machine would with the plug pulled: SIGKILL, no farewell."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()


@contextmanager
def serving(script: Path, database: Path, port: int | None = None) -> Iterator[Server]:
    server = Server(script, database, port=port)
    try:
        server.start()
        yield server
    finally:
        server.stop()


NEVER_GIVEN = range(20_000, 30_000)
"""Ports that systems give to nobody by themselves, so that one of them is still free when a server comes back."""


def kept_port() -> int:
    """A port on which one server after the other can answer."""
    return next(port for port in sample(NEVER_GIVEN, len(NEVER_GIVEN)) if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
