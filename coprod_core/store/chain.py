"""The seal on a log: each digest covers one entry and, through the digest before it, every entry before that."""

import hashlib
import json

from coprod_core.store.tables import EntryRow, Line


def first_link(meeting_id: str) -> str:
    """What the first entry of a meeting's log is chained to."""
    return hashlib.sha256(meeting_id.encode()).hexdigest()


def sealed(before: str, row: EntryRow | Line) -> str:
    """The digest (64 hexadecimal digits) of an entry that follows the entry with digest `before`."""
    # repr: a damaged file may hand out a value of any type, and that must give another digest, not an error
    entry = json.dumps([row.seq, row.at, row.client, row.client_seq, row.act], default=repr)
    return hashlib.sha256(f"{before}\n{entry}".encode()).hexdigest()
