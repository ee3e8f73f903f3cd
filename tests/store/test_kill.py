"""The process is killed while it writes. The same at length: `python -m tests.benchmarks.kill --times 10000`."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.kill import WAYS, can_fork, kill_writers, quickest_place

KILLS = 250
"""On each way; together 500."""


@pytest.mark.slow
@pytest.mark.skipif(not can_fork(), reason="writers are forked, which this system does not do")
@pytest.mark.parametrize("way", WAYS)
def test_nothing_acknowledged_is_lost_when_the_writing_process_is_killed(
    way: str, record_property: Callable[[str, object], None]
) -> None:
    with tempfile.TemporaryDirectory(dir=quickest_place()) as folder:
        outcome = kill_writers(KILLS, Path(folder), random.Random(), way)
    record_property("tried", outcome.acknowledged)
    record_property("survived", outcome.acknowledged - outcome.lost)
    assert outcome.kills == KILLS
    assert outcome.lost == 0
    assert outcome.acknowledged > outcome.kills
