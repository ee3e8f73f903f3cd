"""Calculations beside the screens: they go on by themselves, stop when told, and belong to one web."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from math import inf
from threading import Event

import pytest

from coprod_core.web.model import Web
from coprod_ui.meeting import calculations
from coprod_ui.meeting.calculations import Calculation

PATIENCE = 20.0


@pytest.fixture
def meeting() -> Iterator[str]:
    yield "a meeting"
    calculations.forget("a meeting")


def counting(calculation: Calculation[int]) -> Iterator[int]:
    yield from range(1, 6)


def test_the_last_report_stays_when_a_calculation_is_done() -> None:
    calculation = Calculation(counting)
    calculation.wait(PATIENCE)
    assert not calculation.going
    assert calculation.report == 5


def test_a_stopped_calculation_takes_no_further_step() -> None:
    taken: list[int] = []
    first = Event()

    def endless(calculation: Calculation[int]) -> Iterator[int]:
        for step in count(1):
            taken.append(step)
            first.set()
            yield step

    calculation = Calculation(endless)
    assert first.wait(PATIENCE)
    calculation.stop()
    calculation.wait(PATIENCE)
    assert not calculation.going
    steps = len(taken)
    assert calculation.clock() == inf
    assert len(taken) == steps


def test_what_goes_wrong_is_told_to_who_asks() -> None:
    def failing(calculation: Calculation[int]) -> Iterator[int]:
        yield 1
        raise ArithmeticError("no")

    calculation = Calculation(failing)
    calculation.wait(PATIENCE)
    with pytest.raises(ArithmeticError):
        _ = calculation.report


def test_a_calculation_is_begun_once_and_found_again_by_the_same_web(meeting: str) -> None:
    web = Web(title="One")
    begun = calculations.begin(meeting, "what", web, counting)
    assert calculations.begin(meeting, "what", web, counting) is begun
    assert calculations.of(meeting, "what", Web(title="One")) is begun
    assert calculations.of("another meeting", "what", web) is None


def test_once_the_web_changes_its_calculation_is_stopped_and_forgotten(meeting: str) -> None:
    web = Web(title="One")
    gone_on = Event()

    def until_stopped(calculation: Calculation[int]) -> Iterator[int]:
        while calculation.clock() < inf:
            gone_on.set()
            yield 1

    begun = calculations.begin(meeting, "what", web, until_stopped)
    assert gone_on.wait(PATIENCE)
    assert calculations.of(meeting, "what", replace(web, title="Two")) is None
    begun.wait(PATIENCE)
    assert not begun.going
    assert calculations.of(meeting, "what", web) is None


def test_no_more_calculations_are_kept_than_there_is_room_for() -> None:
    web = Web()
    meetings = [f"meeting {i}" for i in range(calculations.MOST_KEPT + 1)]
    for meeting in meetings:
        calculations.begin(meeting, "what", web, counting).wait(PATIENCE)
    assert calculations.of(meetings[0], "what", web) is None
    assert calculations.of(meetings[-1], "what", web) is not None
    for meeting in meetings:
        calculations.forget(meeting)
