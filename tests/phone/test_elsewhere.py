"""A visitor from a really different address, and what one laptop can do to an evening: the room goes on."""

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coprod_core.rounds.values import asked_of
from coprod_core.store.store import Store
from coprod_core.web.model import Interest, Web
from coprod_ui.served.phone.access import JOINS
from tests.benchmarks.crowd import HOME, Visitor
from tests.phone.elsewhere import HERE, Machine, another_machine

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))
from servers import ROOT, Server

pytestmark = pytest.mark.slow
FILES = 1_024
CROWD = 3 * FILES // 2
WEB = Web(title="Riool", interests=(Interest("dry", "Droge kelder"),))


class Evening:
    """A meeting with an open round on a server that may open 1,024 files."""

    def __init__(self, server: Server) -> None:
        self.server, self.port = server, server.port
        with closing(Store(server.database_url)) as store:
            self.meeting = store.begin(WEB)
            self.code = store.live.open(self.meeting).code
            store.live.open_round(self.meeting, asked_of(WEB, "", ["dry"], own_words=False))

    def phone(self) -> Visitor:
        """A phone inside, at an address of the laptop itself."""
        visitor = Visitor("127.0.0.1", self.port)
        assert visitor.join(self.code) == 303
        return visitor

    def goes_on(self, inside: Visitor) -> None:
        """Whoever is inside answers, the facilitator sees it, and a newcomer comes in."""
        answer = {"round": "1", "interest": "dry", "weight": "plans", "wants": "yes"}
        assert inside.ask("POST", f"{HOME}/answer", answer) == 303
        facilitator = Visitor("127.0.0.1", self.port)
        assert facilitator.ask("GET", f"/api/live/{self.meeting}/counts") == 200
        assert facilitator.ask("GET", "/_stcore/health") == 200
        self.phone()

    def has_no_fault(self) -> None:
        """The helpdesk's log tells of nothing that went wrong."""
        log = self.server.log.parent / "logs" / "belangenweb.log"
        assert [line for line in log.read_text("utf-8").splitlines() if " ERROR " in line] == []


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    with another_machine() as found:
        yield found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, machine: Machine) -> Iterator[Server]:
    started = Server(ROOT / "app.py", tmp_path_factory.mktemp("elsewhere") / "meetings.db", most_files=FILES)
    try:
        started.start()
        yield started
    finally:
        started.stop()


@pytest.fixture
def evening(server: Server) -> Evening:
    return Evening(server)


def test_a_visitor_from_another_address_gets_the_phones_pages_and_nothing_else(evening: Evening, machine: Machine):
    answers = machine.does("matrix", HERE, evening.port, evening.meeting, evening.code)
    assert answers.pop("its own page") == 200
    assert answers.pop("/") == 303
    assert {path: status for path, status in answers.items() if status not in (403, 404)} == {}


def test_two_thousand_joins_of_one_laptop_leave_room_for_others(
    evening: Evening, machine: Machine, record_property: Callable[..., None]
):
    inside = evening.phone()
    joined = machine.does("joins", HERE, evening.port, 2_000, evening.code)
    assert joined["joined"] <= JOINS.burst + JOINS.per_second * (joined["seconds"] + 1)
    assert joined["told to wait"] == 2_000 - joined["joined"] > 0
    evening.goes_on(inside)
    record_property("tried", 2_000)
    record_property("survived", 2_000)


def test_wrong_codes_of_one_laptop_stop_nobody_else(evening: Evening, machine: Machine):
    inside = evening.phone()
    wrong = machine.does("wrong_codes", HERE, evening.port, 40)
    assert wrong["told to wait"] > 0
    evening.goes_on(inside)


def test_half_a_request_does_not_hold_a_connection_for_ever(evening: Evening, machine: Machine):
    assert machine.does("slow_head", HERE, evening.port)["let go"]


def test_ten_thousand_half_requests_leave_the_room_going_on(
    evening: Evening, machine: Machine, record_property: Callable[..., None]
):
    inside = evening.phone()
    attack = machine.start("half_open", HERE, evening.port, 10_000)
    assert attack.stdout is not None
    assert json.loads(attack.stdout.readline())["opened"] == 10_000
    try:
        evening.goes_on(inside)
        evening.has_no_fault()
    finally:
        attack.communicate("\n")
    record_property("tried", 10_000)
    record_property("survived", 10_000)


def test_a_crowd_that_came_while_the_server_had_no_turn_leaves_the_room_going_on(
    evening: Evening, machine: Machine, record_property: Callable[..., None]
):
    inside, server = evening.phone(), evening.server.process
    assert server is not None
    server.send_signal(signal.SIGSTOP)  # as on a machine where others have the processor
    try:
        attack = machine.start("at_once", HERE, evening.port, CROWD)
        assert attack.stdout is not None
        assert json.loads(attack.stdout.readline())["knocked"] == CROWD
    finally:
        server.send_signal(signal.SIGCONT)
    try:
        evening.goes_on(inside)
        evening.has_no_fault()
    finally:
        attack.communicate("\n")
    record_property("tried", CROWD)
    record_property("survived", CROWD)
