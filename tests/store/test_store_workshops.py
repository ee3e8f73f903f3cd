"""The workshop of a meeting is on disk beside its log, and goes with the meeting."""

import pytest

from coprod_core.store.errors import NoSuchMeeting
from coprod_core.store.store import Store
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.model import Web


@pytest.fixture
def meeting(store: Store) -> str:
    return store.begin(Web(title="A"))


def test_a_meeting_has_no_workshop_until_one_is_kept(store: Store, meeting: str) -> None:
    assert store.workshops.of(meeting) is None
    store.workshops.keep(meeting, KeptWorkshop("plan", "here"))
    store.workshops.keep(meeting, KeptWorkshop("plan", "there"))
    assert store.workshops.of(meeting) == KeptWorkshop("plan", "there")


def test_a_workshop_goes_alone_or_with_its_meeting(store: Store, meeting: str) -> None:
    store.workshops.keep(meeting, KeptWorkshop("plan", "here"))
    store.workshops.drop(meeting)
    assert store.workshops.of(meeting) is None
    store.workshops.keep(meeting, KeptWorkshop("plan", "here"))
    store.delete(meeting)
    assert store.workshops.of(meeting) is None


def test_no_workshop_without_a_meeting(store: Store) -> None:
    with pytest.raises(NoSuchMeeting):
        store.workshops.keep("nowhere", KeptWorkshop("plan", "here"))
