"""Meetings on disk: an append-only log of acts per meeting, in SQLite through SQLModel."""

from coprod_core.store.errors import ChangedElsewhere, DamagedLog, NewerDatabase, NoSuchMeeting, StoreFailure
from coprod_core.store.live import Live, NotLive
from coprod_core.store.live_values import (
    Caller,
    ChooseGroup,
    GiveAnswer,
    Join,
    LiveMeeting,
    OwnWords,
    PhoneAct,
    PhoneState,
    Refusal,
    Round,
    SayOwnWords,
    new_token,
    written_code,
)
from coprod_core.store.store import Store
from coprod_core.store.values import Appended, AppendedAll, Loaded, Origin, StoredEntry, Summary
from coprod_core.store.workshops import KeptWorkshop, Workshops

__all__ = [
    "Appended",
    "AppendedAll",
    "Caller",
    "ChangedElsewhere",
    "ChooseGroup",
    "DamagedLog",
    "GiveAnswer",
    "Join",
    "KeptWorkshop",
    "Live",
    "LiveMeeting",
    "Loaded",
    "NewerDatabase",
    "NoSuchMeeting",
    "NotLive",
    "Origin",
    "OwnWords",
    "PhoneAct",
    "PhoneState",
    "Refusal",
    "Round",
    "SayOwnWords",
    "Store",
    "StoreFailure",
    "StoredEntry",
    "Summary",
    "Workshops",
    "new_token",
    "written_code",
]
