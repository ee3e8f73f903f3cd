"""A calendar that is wrong for one start: it costs no backups, closes no open meeting and erases nothing."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coprod_core.store import backups
from coprod_core.store.store import Store
from coprod_core.web.model import Web


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with closing(Store(f"sqlite:///{file}")) as store:
        yield store


NOW = datetime(2026, 3, 9, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize("wrong", [NOW + timedelta(days=3650), NOW - timedelta(days=3650), NOW + timedelta(days=31)])
def test_a_calendar_that_is_wrong_for_one_start_costs_no_backups(store: Store, file: Path, web: Web, wrong: datetime):
    store.begin(web)
    days = [NOW + timedelta(days=day) for day in range(-4, 1)]
    made = [backups.back_up(file, day) for day in days]
    in_between = backups.back_up(file, wrong)
    assert in_between.exists(), "what was just made is not thrown away for its date"
    for day in range(1, 4):
        later = NOW + timedelta(hours=25 * day)
        assert backups.is_due(file, later)
        made.append(backups.back_up(file, later))
    assert len(backups.backups_of(file)) == backups.KEPT
    assert set(made[-4:]) <= set(backups.backups_of(file))


def test_a_calendar_that_is_wrong_for_one_start_erases_nothing_and_closes_no_open_meeting(store: Store, web: Web):
    meeting = store.begin(web)
    status = store.live.open(meeting)
    assert store.live.erase_due(status.erase_at + timedelta(days=3650), "wrong") == ()
    assert store.live.erase_due(datetime.now(UTC), "right again") == ()
    assert store.live.erase_due(status.erase_at + timedelta(days=31), "wrong once more") == ()
    found = store.live.status(meeting)
    assert found is not None
    assert found.open
    assert found.erased_at is None
