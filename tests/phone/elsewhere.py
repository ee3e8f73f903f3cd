"""Another machine on the network: a network namespace with an address of its own, where this system allows one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
_NETWORK = f"10.213.{os.getpid() % 254 + 1}"
"""One of its own for each run: two at once would answer each other's visitors."""

PATIENCE = 1_800
"""Seconds after which what is done there hangs: thousands of requests take minutes on a busy machine."""

HERE, THERE = f"{_NETWORK}.1", f"{_NETWORK}.2"


class Machine:
    """The other machine."""

    def __init__(self, name: str) -> None:
        self._name = name

    def start(self, attack: str, *given: object) -> "subprocess.Popen[str]":
        """Begins something there that goes on until it is told to stop."""
        within = ["ip", "netns", "exec", self._name, sys.executable, "-m", "tests.benchmarks.crowd"]
        return subprocess.Popen(
            [*within, attack, *map(str, given)], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def does(self, attack: str, *given: object) -> Any:
        """Does something there; what came of it."""
        said, _ = self.start(attack, *given).communicate("\n", timeout=PATIENCE)
        return json.loads(said.splitlines()[-1])


@contextmanager
def another_machine() -> Iterator[Machine]:
    """The other machine, for as long as this lasts; the test is skipped, with the reason, where there can be none."""
    name, cable = f"bw-{os.getpid()}", f"bw{os.getpid() % 100_000}"
    try:
        for command in (
            f"ip netns add {name}",
            f"ip link add {cable}a type veth peer name {cable}b netns {name}",
            f"ip addr add {HERE}/24 dev {cable}a",
            f"ip link set {cable}a up",
            f"ip netns exec {name} ip addr add {THERE}/24 dev {cable}b",
            f"ip netns exec {name} ip link set {cable}b up",
        ):
            _run(command)
        yield Machine(name)
    finally:
        if shutil.which("ip"):
            subprocess.run(["ip", "netns", "delete", name], capture_output=True, check=False)


def _run(command: str) -> None:
    try:
        subprocess.run(command.split(), check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no network namespace here, so no visitor from a really different address: {error}")
