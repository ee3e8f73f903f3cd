"""What the store takes and gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coprod_core.acts.history import Act, History
from coprod_core.checked.errors import CoprodError, Fault, InvalidValue
from coprod_core.checked.fields import LONGEST_NAME, Text
from coprod_core.store.errors import DamagedLog

LARGEST_CLIENT_SEQ = 2**53 - 1
"""The largest whole number a browser counts to without skipping."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an act came from: a client (one open canvas) and its own number for it, 1 and up, in the order done."""

    client: str
    seq: int

    def __post_init__(self) -> None:
        faults = [fault.within("client") for fault in Text(LONGEST_NAME, filled=True).faults(self.client)]
        if type(self.seq) is not int or not 1 <= self.seq <= LARGEST_CLIENT_SEQ:
            faults.append(Fault("seq", "out_of_range", {"value": self.seq, "low": 1, "high": LARGEST_CLIENT_SEQ}))
        if faults:
            raise InvalidValue(faults)


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """One line of a log: the act, its place (1 = the opening), when it was saved (UTC), and the client it came from."""

    seq: int
    at: datetime
    act: Act
    client: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A meeting or a scenario in a list. `acts` counts every entry of its log: the opening, and undo and redo too.

    Times in UTC. `title`: of a scenario, its name. `forked_from`: the meeting a scenario belongs to, None for a
    meeting; up to `forked_at_seq` its log is that of the meeting. `digest`: the seal on the end of its log, which is
    another one with the same acts once what was noted of parties was erased.
    """

    id: str
    title: str
    created_at: datetime
    changed_at: datetime
    acts: int
    forked_from: str | None = None
    forked_at_seq: int | None = None
    digest: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A meeting as it stands on disk.

    `head`: place of the last entry. `saved_at`: when that was saved (UTC). `acknowledged`: per client, its highest
    number that was dealt with. `digest`: the seal over all entries up to `head`. `damage`: why the log could not be
    read further, when it was loaded up to the damage.
    """

    history: History = field(repr=False)
    head: int
    saved_at: datetime
    acknowledged: Mapping[str, int]
    digest: str = field(repr=False)
    damage: DamagedLog | None = None


@dataclass(frozen=True, slots=True)
class Appended:
    """After one act: where the meeting stands, the act's place and time, and what others did that was not seen yet.

    `seq` and `at` are None when this act of this client was dealt with before.
    """

    loaded: Loaded
    seq: int | None
    at: datetime | None
    others: tuple[StoredEntry, ...]


@dataclass(frozen=True, slots=True)
class AppendedAll:
    """After several acts: their places in the log, and those that could not be done with the reason why."""

    loaded: Loaded
    seqs: tuple[int, ...]
    others: tuple[StoredEntry, ...]
    refused: tuple[tuple[Origin | None, CoprodError], ...]


class ChangedElsewhere(CoprodError):
    """Undo or redo would touch what this person has not seen yet; `others` is what was done meanwhile."""

    def __init__(self, meeting: str, others: tuple[StoredEntry, ...]) -> None:
        super().__init__("changed_elsewhere", meeting=meeting, count=len(others))
        self.others = others


def by_others(entries: Sequence[StoredEntry], acts: Sequence[tuple[Act, Origin | None]]) -> tuple[StoredEntry, ...]:
    """Those of some entries that no client of these acts wrote."""
    own = {origin.client for _, origin in acts if origin is not None}
    return tuple(entry for entry in entries if entry.client not in own)


def check_name(name: str) -> None:
    """Raises `InvalidValue` for what cannot be the name of a scenario."""
    faults = [fault.within("name") for fault in Text(LONGEST_NAME, filled=True).faults(name)]
    if faults:
        raise InvalidValue(faults)
