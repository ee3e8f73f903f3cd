"""The server is killed while a board acts: what was acknowledged is there, and what was not is done when sent again."""

import json
import time
import urllib.request
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from coprod_core.store.store import Store
from coprod_core.web.model import Web
from tests.browser.servers import ROOT, Server, serving

KILLS = 3
LIFE = 0.4
"""Seconds of acting between two kills."""


class Sender:
    """A board that goes on: an act is sent until it is acknowledged, also over a kill."""

    def __init__(self, server: Server, meeting: str) -> None:
        self.server, self.meeting = server, meeting
        self.acknowledged: list[str] = []
        self.stopped = Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            note = f"act {len(self.acknowledged) + 1}"
            if self._sent(note):
                self.acknowledged.append(note)

    def _sent(self, note: str) -> bool:
        number = len(self.acknowledged) + 1
        act = {"act": "change_meeting", "changes": {"notes": note}}
        body: dict[str, Any] = {"client": "tab", "number": number, "seen": 1, "act": act}
        address = self.server.address
        headers = {"content-type": "application/json", "origin": address}
        request = urllib.request.Request(f"{address}/api/act/{self.meeting}", json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)["acknowledged"] >= number
        except OSError:  # the server is gone, or went before it answered
            return False


@pytest.mark.slow
def test_no_acknowledged_act_is_lost_or_done_twice_when_the_server_is_killed(tmp_path: Path) -> None:
    database = tmp_path / "meetings.db"
    with closing(Store(f"sqlite:///{database}")) as store:
        meeting = store.begin(Web())
    with serving(ROOT / "app.py", database) as server:
        sender = Sender(server, meeting)
        acting = Thread(target=sender.run)
        acting.start()
        try:
            for _ in range(KILLS):
                known = len(sender.acknowledged)
                while len(sender.acknowledged) == known:
                    time.sleep(0.01)
                time.sleep(LIFE)
                server.kill()
                server.start()
        finally:
            sender.stopped.set()
            acting.join()
    with closing(Store(f"sqlite:///{database}")) as store:
        notes = [entry.act.changes["notes"] for entry in store.acts(meeting)[1:]]  # type: ignore[union-attr]
    assert notes[: len(sender.acknowledged)] == sender.acknowledged
    assert notes == list(dict.fromkeys(notes))
    assert len(sender.acknowledged) > KILLS
