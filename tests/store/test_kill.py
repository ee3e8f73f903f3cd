"""The process is killed while it writes. The same at length: `python -m tests.benchmarks.kill --times 200`."""

import random
from pathlib import Path

from tests.benchmarks.kill import kill_writers


def test_no_acknowledged_act_is_lost_when_the_writing_process_is_killed(tmp_path: Path) -> None:
    outcome = kill_writers(8, tmp_path, random.Random())
    assert outcome.lost == 0
    assert outcome.acknowledged > outcome.kills
