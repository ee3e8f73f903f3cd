"""Opening a log as far as snapshots reach: every seal is compared, and no act is done before somebody asks for it."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from coprod_core.acts.command import Command
from coprod_core.acts.history import Act, History, Step, after, after_unread, replay, step
from coprod_core.checked.errors import CoprodError
from coprod_core.files.log_format import COMMANDS, act_from_data
from coprod_core.store.chain import first_link
from coprod_core.store.errors import DamagedLog
from coprod_core.store.lines import check
from coprod_core.store.snapshots import Snapshot
from coprod_core.store.tables import Line
from coprod_core.store.values import Loaded, StoredEntry


class Walk(NamedTuple):
    """The entries of a log, each with the step it was; the seal and the history they end in."""

    digest: str
    entries: tuple[StoredEntry, ...]
    steps: tuple[Step, ...]
    history: History


_NAME = re.compile(r'\{"act":"([a-z_]+)"')
"""How every act in a log begins: its name first (`checked.values.to_data`)."""


def skimmed(meeting_id: str, lines: Sequence[Line], snapshots: Mapping[int, Snapshot]) -> Loaded | None:
    """Where a meeting stood at its last sound snapshot; None where there is none, or the log is damaged before it."""
    covered = _covered(lines, snapshots)
    if not covered:
        return None
    try:
        return _skimmed(meeting_id, lines[:covered], snapshots)
    except (CoprodError, ValueError):
        return None


def _covered(lines: Sequence[Line], snapshots: Mapping[int, Snapshot]) -> int:
    """The place of the last snapshot that counts, 0 where none does."""
    fitting = (
        seq for seq in sorted(snapshots, reverse=True) if seq <= len(lines) and _fits(snapshots[seq], lines[seq - 1])
    )
    return next(fitting, 0)


def _fits(snapshot: Snapshot, line: Line) -> bool:
    return snapshot.digest == line.digest and snapshot.sound


def _skimmed(meeting_id: str, lines: Sequence[Line], snapshots: Mapping[int, Snapshot]) -> Loaded:
    digest, history = first_link(meeting_id), None
    acknowledged: dict[str, int] = {}
    for place, line in enumerate(lines, 1):
        check(meeting_id, place, digest, line)
        digest, history = line.digest, _further(history, line)
        if (snapshot := snapshots.get(place)) is not None and snapshot.digest == digest:
            history.now.remember(snapshot.web)
        if line.client and line.client_seq:
            acknowledged[line.client] = max(line.client_seq, acknowledged.get(line.client, 0))
    if history is None:
        raise DamagedLog(meeting_id, 1, "missing")
    at = datetime.fromisoformat(lines[-1].at)
    return Loaded(history, len(lines), at, MappingProxyType(acknowledged), digest)


def walked(meeting_id: str, lines: Sequence[Line], snapshots: Mapping[int, Snapshot]) -> Walk:
    """Every entry of a log with the step it was. Raises `DamagedLog`, also where not even the opening is there."""
    covered, digest = _covered(lines, snapshots), first_link(meeting_id)
    history: History | None = None
    entries: list[StoredEntry] = []
    steps: list[Step] = []
    for place, line in enumerate(lines, 1):
        check(meeting_id, place, digest, line)
        digest = line.digest
        try:
            entry = stored(line)
            history, done = _stepped(history, entry.act, unread=place <= covered)
        except (CoprodError, ValueError) as error:
            raise DamagedLog(meeting_id, place, "not_understood") from error
        if (snapshot := snapshots.get(place)) is not None and snapshot.digest == digest:
            done.now.remember(snapshot.web)
        entries.append(entry)
        steps.append(done)
    if history is None:
        raise DamagedLog(meeting_id, 1, "missing")
    return Walk(digest, tuple(entries), tuple(steps), history)


def _stepped(history: History | None, act: Act, *, unread: bool) -> tuple[History, Step]:
    if history is None or not (unread and isinstance(act, Command)):
        return step(history, act)
    reached = after_unread(history, act)
    return reached, Step(act, history.now, reached.now)


def stored(line: Line) -> StoredEntry:
    """The entry a line holds. Raises `CoprodError` or `ValueError` where it is none."""
    return StoredEntry(line.seq, datetime.fromisoformat(line.at), act_from_data(json.loads(line.act)), line.client)


def _further(history: History | None, line: Line) -> History:
    name = _NAME.match(line.act)
    if history is not None and name is not None and name[1] in COMMANDS:
        return after_unread(history, partial(_command_in, line.act))
    act = act_from_data(json.loads(line.act))
    return after(history, act) if history is not None else replay([act])


def _command_in(text: str) -> Command:
    act = act_from_data(json.loads(text))
    assert isinstance(act, Command)
    return act
