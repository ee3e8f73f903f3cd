"""The open meeting file: a meeting with its whole history as JSON, to keep, to hand on and to go on with.

UTF-8, `"format": "coprod-meeting"`, `"version": 7`, and `entries`: the log, first entry first. An entry holds its
place `seq` (1 = the opening), `at` (ISO 8601 with its distance from UTC), and `act` as in the log. Version 6 is the
same without dilemmas of people's own, what prevailed, who residents think answers for it and own ways in a workshop;
version 5 also without what is asked for the power map; version 4 also with what was done with an interest in the
interest, and without what else accounts for a choice; version 3 also without who brings an interest in, whom politics
stresses and what the professional reads as the general interest; version 2 also without weighings and conditions for
working together, and version 1 also without conventions.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from coprod_core.acts.history import Act, History, after, opened_by
from coprod_core.checked.errors import CoprodError, Fault, InvalidValue
from coprod_core.files.json_file import CARD, FileError, check_card, is_deeper_than, parsed, version_in
from coprod_core.files.log_format import act_from_data, act_to_data

FORMAT = "coprod-meeting"
VERSION = 7
MOST_ENTRIES = 50_000
MOST_DEEP = 40
"""Lists and objects inside each other. No act of a person goes half as deep."""

_KEYS = ("seq", "at", "act")
_EARLIEST, _LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a log on its own: when it was saved (UTC), and the act."""

    at: datetime
    act: Act


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a meeting file holds: the log, and where it leads."""

    entries: tuple[Entry, ...]
    history: History


def write(entries: Iterable[Entry], card: Mapping[str, str] | None = None) -> str:
    """The file that holds this log: one entry a line, the same text for the same log. `card`: as in the web file."""
    lines = ",\n".join(_line(seq, entry) for seq, entry in enumerate(entries, 1))
    about = "" if card is None else f'"{CARD}": {json.dumps(dict(card), ensure_ascii=False)}, '
    return f'{{"format": "{FORMAT}", "version": {VERSION}, {about}"entries": [\n{lines}\n]}}\n'


def _line(seq: int, entry: Entry) -> str:
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps({"seq": seq, "at": at, "act": act_to_data(entry.act)}, ensure_ascii=False, allow_nan=False)


def holds_meeting(source: bytes | str) -> bool:
    """Whether a file says it holds a meeting; it may still be refused."""
    try:
        data = parsed(source)
    except FileError:
        return False
    return isinstance(data, dict) and data.get("format") == FORMAT


def read(source: bytes | str) -> Meeting:
    """The meeting in a file, every act of it tried. Raises `FileError`, whatever the file holds."""
    data = parsed(source)
    version_in(data, FORMAT, VERSION)
    if is_deeper_than(MOST_DEEP, data):
        raise FileError([Fault("", "nested_too_deep")])
    check_card(data)
    known = ("format", "version", CARD, "entries")
    unknown = [Fault(key, "unknown_key", {"key": key}) for key in data if key not in known]
    missing = [Fault("entries", "missing", {"key": "entries"})] if "entries" not in data else []
    if missing or unknown:
        raise FileError([*missing, *unknown])
    return _meeting(data["entries"])


def _meeting(data: Any) -> Meeting:
    if not isinstance(data, list):
        raise FileError([Fault("entries", "not_a_list", {"value": data})])
    if len(data) > MOST_ENTRIES:
        raise FileError([Fault("entries", "too_many", {"count": len(data), "most": MOST_ENTRIES})])
    if not data:
        raise FileError([Fault("entries", "log_without_opening")])
    entries: list[Entry] = []
    history: History | None = None
    for seq, item in enumerate(data, 1):
        place = f"entries[{seq - 1}]"
        entry = _entry(item, seq, place)
        try:
            history = after(history, entry.act) if history else opened_by(entry.act)
        except CoprodError as error:
            raise _placed(error, f"{place}.act") from None
        entries.append(entry)
    assert history is not None
    return Meeting(tuple(entries), history)


def _entry(data: Any, seq: int, place: str) -> Entry:
    if not isinstance(data, Mapping):
        raise FileError([Fault(place, "not_an_object", {"value": data})])
    faults = [Fault(f"{place}.{key}", "missing", {"key": key}) for key in _KEYS if key not in data]
    faults += [Fault(f"{place}.{key}", "unknown_key", {"key": key}) for key in data if key not in _KEYS]
    if faults:
        raise FileError(faults)
    if type(data["seq"]) is not int or data["seq"] != seq:
        raise FileError([Fault(f"{place}.seq", "wrong_place_in_log", {"value": data["seq"], "seq": seq})])
    try:
        return Entry(_time(data["at"], f"{place}.at"), act_from_data(data["act"]))
    except CoprodError as error:
        raise _placed(error, f"{place}.act") from None


def _time(value: Any, place: str) -> datetime:
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        at = None
    if at is None or at.tzinfo is None or not _EARLIEST <= at < _LATEST:
        raise FileError([Fault(place, "not_a_time", {"value": value})])
    return at.astimezone(UTC)


def _placed(error: CoprodError, place: str) -> FileError:
    """What keeps an act from being read or done, as a fault of the file at its place."""
    if isinstance(error, FileError):
        return error
    if isinstance(error, InvalidValue):
        return FileError([fault.within(place) for fault in error.faults])
    return FileError([Fault(place, error.code, error.params)])
