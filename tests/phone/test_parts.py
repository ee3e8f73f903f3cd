"""The parts behind the pages: limits, news, addresses, the QR code, and the way a page finds its place."""

import asyncio
import xml.etree.ElementTree as ElementTree
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.rounds.values import Estimated
from coprod_core.store.limits import Limits, Rule
from coprod_core.store.live_values import LiveMeeting
from coprod_core.web.conventions import DESIGN
from coprod_ui.meeting import live
from coprod_ui.meeting.addresses import join_address, own_addresses, qr_code, typed_address
from coprod_ui.meeting.hub import Hub
from coprod_ui.served.phone.desk import _stream
from coprod_ui.served.phone.sentences import estimate_told
from coprod_ui.served.server import erase_when_due
from coprod_ui.words import words
from tests.phone.visitors import OpenPhone, run


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_is_spent_comes_back_with_time_and_never_more_than_the_burst():
    clock = Clock()
    limits, rule = Limits(clock), Rule("some", burst=2, per_second=0.5)
    assert [limits.allows(rule, "a") for _ in range(3)] == [True, True, False]
    assert limits.allows(rule, "b")
    assert limits.allows(Rule("others", burst=2, per_second=0.5), "a")
    clock.now += 2
    assert [limits.allows(rule, "a"), limits.allows(rule, "a")] == [True, False]
    clock.now += 1_000
    assert [limits.allows(rule, "a") for _ in range(3)] == [True, True, False]


@given(st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_a_clock_that_jumps_gives_nobody_more_than_time_does(jumps: list[float]):
    clock = Clock()
    limits, rule = Limits(clock), Rule("some", burst=3, per_second=1)
    allowed = 0
    for jump in jumps:
        clock.now += jump
        allowed += limits.allows(rule)
    assert allowed <= 3 + sum(min(3.0, max(0.0, jump)) for jump in jumps)


def test_news_wakes_who_waits_and_only_them():
    async def waiting() -> tuple[str, str, str]:
        hub = Hub()
        seen = hub.seen("room")
        asyncio.get_running_loop().call_later(0.01, hub.tell, "room")
        woken = await hub.news("room", seen, 10)
        still = await hub.news("elsewhere", hub.seen("elsewhere"), 0.01)
        return seen, woken, still

    seen, woken, still = run(waiting())
    assert woken != seen
    assert still.endswith("-0")


def test_news_of_before_a_restart_is_old():
    assert Hub().seen("room") != Hub().seen("room")


def test_the_facilitators_stream_tells_at_once_and_when_something_comes_in(
    phone: OpenPhone, meeting: str, open_now: LiveMeeting
):
    async def two_messages() -> list[str]:
        stream = _stream(meeting, open_now.code)
        first = await anext(stream)
        phone().join(open_now.code)
        second = await anext(stream)
        await stream.aclose()  # type: ignore[attr-defined]
        return [first, second]

    first, second = run(two_messages())
    assert '"phones": 0' in first
    assert '"phones": 1' in second


def test_this_machines_addresses_are_no_loopback():
    assert not [address for address in own_addresses() if address.startswith("127.")]


def test_the_qr_code_is_one_picture_of_the_address():
    address = join_address("192.168.1.20", "K7Q2MX", 8501)
    assert address == "http://192.168.1.20:8501/mee/K7Q2MX"
    assert typed_address("192.168.1.20", 8501) == "192.168.1.20:8501/mee"
    picture = ElementTree.fromstring(qr_code(address))
    assert picture.tag.endswith("svg")
    assert picture.get("viewBox")
    assert qr_code(address) != qr_code(join_address("192.168.1.20", "K7Q2MY", 8501))


def test_erasing_closes_the_meeting_first(meeting: str):
    live.erase(meeting)
    status = live.status(meeting)
    assert status is not None
    assert not status.open
    assert status.erased_at is not None


@pytest.mark.parametrize("keep_days", [0, 366, 1.5])
def test_answers_are_kept_for_days_not_for_ever(meeting: str, keep_days: object):
    live.close_meeting(meeting)
    with pytest.raises(Exception, match="out_of_range"):
        live.open_meeting(meeting, keep_days)  # type: ignore[arg-type]


def test_raw_answers_go_when_their_time_comes_while_the_server_runs_on(meeting: str):
    begun = datetime.now(UTC)
    days = [32, 31, 29, 0]

    class Over(Exception):
        pass

    def clock() -> datetime:
        if not days:
            raise Over
        return begun + timedelta(days=days.pop())

    assert (found := live.status(meeting)) is not None
    assert found.erased_at is None
    with suppress(Over):
        run(erase_when_due(clock, lambda: f"day {len(days)}", every=0.0))
    assert (found := live.status(meeting)) is not None
    assert found.erased_at is not None
    assert not found.open


@pytest.mark.parametrize(("position", "said"), [(0.6, "ik wil dit"), (0.0, "verdeeld"), (-0.6, "ik wil dit niet")])
def test_what_was_estimated_has_one_of_three_words_by_its_sign(position: float, said: str) -> None:
    told = estimate_told(Estimated("piles", "dry", 0.4, position), DESIGN.weights, words("nl"))
    assert told == f"raakt mijn plannen, {said}"
