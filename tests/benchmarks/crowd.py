"""What one laptop on the network can do to an evening: `python -m tests.benchmarks.crowd ATTACK ADDRESS PORT ...`.

Prints what came of it as JSON. Run by the tests from a network namespace: then it really comes from another machine.
"""

import json
import resource
import socket
import sys
import time
from collections import Counter
from contextlib import suppress
from http.client import HTTPConnection
from urllib.parse import urlencode

HOME = "/mee"
PATIENCE = 300
"""Seconds after which an answer will never come, however busy the machine is."""

HALF = b"GET /mee HTTP/1.1\r\nHost: "


class Visitor:
    """A browser at an address of its own."""

    def __init__(self, address: str, port: int, source: str = "") -> None:
        self.address, self.port, self.source = address, port, source
        self.cookie = ""

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, **headers: str) -> int:
        """The status of an answer; 0 where there was none."""
        connection = HTTPConnection(self.address, self.port, PATIENCE, (self.source, 0) if self.source else None)
        body = None if form is None else urlencode(form)
        sent = {"Origin": f"http://{self.address}:{self.port}", "Cookie": self.cookie, "Connection": "close"}
        if form is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, {**sent, **headers})
            answer = connection.getresponse()
            answer.read()
        except OSError:
            return 0
        finally:
            connection.close()
        if "mee=" in (given := answer.headers.get("set-cookie") or ""):
            self.cookie = given.partition(";")[0]
        return answer.status

    def join(self, code: str) -> int:
        """Comes in with a code; the status of the last answer."""
        seen = self.ask("GET", f"{HOME}/{code}")
        return seen if seen != 200 else self.ask("POST", f"{HOME}/join", {"code": code, "language": "nl"})


def _as_many_files_as_allowed() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def half_open(address: str, port: int, many: int) -> dict[str, int]:
    """Opens connections and sends half a request on each; keeps them until it is told to go."""
    _as_many_files_as_allowed()
    held = []
    for _ in range(many):
        one = socket.socket()
        one.settimeout(5)
        with suppress(OSError):
            one.connect((address, port))
            one.sendall(HALF)
        held.append(one)
    print(json.dumps({"opened": len(held)}), flush=True)
    sys.stdin.readline()
    return {"closed": len(held)}


def at_once(address: str, port: int, many: int) -> dict[str, int]:
    """Knocks as often before anybody can open, and says nothing; waits at the door until it is told to go."""
    _as_many_files_as_allowed()
    held = [socket.socket() for _ in range(many)]
    for one in held:
        one.setblocking(False)
        one.connect_ex((address, port))
    print(json.dumps({"knocked": len(held)}), flush=True)
    sys.stdin.readline()
    return {"gone": len(held)}


def joins(address: str, port: int, many: int, code: str) -> dict[str, float]:
    """One laptop that joins as many phones; how often it was let in, and how long it took."""
    began = time.monotonic()
    answers = Counter(Visitor(address, port).join(code) for _ in range(many))
    took = time.monotonic() - began
    return {"tried": many, "joined": answers[303], "told to wait": answers[429], "seconds": took}


def wrong_codes(address: str, port: int, many: int) -> dict[str, int]:
    """Codes that do not exist."""
    visitor = Visitor(address, port)
    answers = Counter(visitor.ask("GET", f"{HOME}/{code}") for code in ["222222"] * many)
    return {"tried": many, "unknown": answers[404], "told to wait": answers[429]}


def slow_head(address: str, port: int) -> dict[str, bool]:
    """Half a request, a letter at a time for a minute: whether the server lets go."""
    with socket.create_connection((address, port)) as one:
        one.sendall(HALF)
        one.settimeout(1)
        for _ in range(60):
            try:
                one.sendall(b"x")
                if one.recv(1) == b"":
                    return {"let go": True}
            except TimeoutError:
                continue
            except OSError:
                return {"let go": True}
    return {"let go": False}


def matrix(address: str, port: int, meeting: str, code: str) -> dict[str, int]:
    """What somebody on the network gets of every kind of address, with a phone's cookie."""
    visitor = Visitor(address, port)
    visitor.join(code)
    pages = [
        "/",
        "/start",
        f"/web?meeting={meeting}",
        "/_stcore/health",
        "/_stcore/metrics",
        "/scripts/0123456789abcdef.js",
        "/vendor/x",
    ]
    pages += [
        f"/room/{meeting}",
        f"/cards/{meeting}",
        f"/handout/{meeting}",
        f"/api/live/{meeting}/counts",
        "/facilitator",
    ]
    answers = {path: visitor.ask("GET", path) for path in pages}
    answers["as localhost"] = visitor.ask("GET", f"/room/{meeting}", Host=f"localhost:{port}")
    answers["a socket"] = visitor.ask(
        "GET",
        "/_stcore/stream",
        Connection="Upgrade",
        Upgrade="websocket",
        **{"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="},
    )
    answers["its own page"] = visitor.ask("GET", HOME)
    return answers


ATTACKS = {attack.__name__: attack for attack in (half_open, at_once, joins, wrong_codes, slow_head, matrix)}


def main() -> None:
    name, address, port, *further = sys.argv[1:]
    given = [int(each) if each.isdigit() and len(each) < 6 else each for each in further]
    print(json.dumps(ATTACKS[name](address, int(port), *given)), flush=True)  # type: ignore[operator]


if __name__ == "__main__":
    main()
