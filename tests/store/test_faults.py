"""One system call fails, whichever it is. Every one of them in turn: `python -m tests.benchmarks.faults`."""

import errno
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks import faults
from tests.benchmarks.kill import quickest_place

pytestmark = pytest.mark.slow
STEP = 11
"""Every eleventh call in the suite, which falls in step with nothing that repeats; of an act, every one."""


@pytest.fixture(autouse=True)
def replaceable() -> None:
    if not faults.install():
        pytest.skip("this SQLite does not let its system calls be replaced")


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC], ids=["broken", "full"])
@pytest.mark.parametrize("act", [*faults.ACTS, "upgrade"])
def test_whichever_system_call_fails_nothing_acknowledged_is_lost_and_nothing_erased_is_left(
    act: str, error: int, record_property: Callable[[str, object], None]
) -> None:
    step = 1 if act == "append" else STEP
    with tempfile.TemporaryDirectory(dir=quickest_place()) as folder:
        place = Path(folder)
        outcome = faults.upgrades(place, step, error) if act == "upgrade" else faults.tried(act, place, step, error)
    record_property("tried", outcome.tried)
    record_property("survived", outcome.survived)
    assert outcome.broken == ()
    assert outcome.tried > 3
    if act == "append":
        assert outcome.failed[faults.SYNC] > 0
