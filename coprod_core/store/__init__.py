"""Meetings on disk: an append-only log of acts per meeting, in SQLite through SQLModel."""

from coprod_core.store.errors import ChangedElsewhere, DamagedLog, NewerDatabase, NoSuchMeeting, StoreFailure
from coprod_core.store.store import Store
from coprod_core.store.values import Appended, AppendedAll, Loaded, Origin, StoredEntry, Summary

__all__ = [
    "Appended",
    "AppendedAll",
    "ChangedElsewhere",
    "DamagedLog",
    "Loaded",
    "NewerDatabase",
    "NoSuchMeeting",
    "Origin",
    "Store",
    "StoreFailure",
    "StoredEntry",
    "Summary",
]
