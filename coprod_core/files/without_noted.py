"""Data of acts and webs without what was noted of parties: for a file that leaves the program, and for a log of which
that is erased.

It works on plain data, of any version, and leaves all else as it was written. Data in which nothing is noted is given
back itself.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from coprod_core.acts.commands import ChangeActor
from coprod_core.acts.history import Act
from coprod_core.files.log_format import act_from_data, act_to_data
from coprod_core.files.meeting_file import Entry
from coprod_core.web.asked import NOTED
from coprod_core.web.noted import notes_without


def entries_without(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """A log in which nothing is noted of anybody: replayed it leads to the same web without it."""
    return tuple(Entry(entry.at, act_without(entry.act)) for entry in entries)


def act_without(act: Act) -> Act:
    """An act in which nothing is noted of anybody."""
    data = act_to_data(act)
    bare = data_without(data)
    return act if bare is data else act_from_data(bare)


def data_without(data: Any) -> Any:
    """The same for plain data: an act, a web, or anything that holds those."""
    if isinstance(data, Mapping):
        bare = {key: _held_without(data, key, held) for key, held in data.items()}
        return data if all(bare[key] is held for key, held in data.items()) else bare
    if isinstance(data, list):
        inside = [data_without(item) for item in data]
        return data if all(a is b for a, b in zip(data, inside, strict=True)) else inside
    return data


def _held_without(data: Mapping[str, Any], key: str, held: Any) -> Any:
    """What stands under a key; whether it is of a party shows where it stands and that it has fields of its own, for a
    party or an interest may have any of these words for an id.
    """
    if key == "actors" and isinstance(held, list):
        parties = [_party_without(party) for party in held]
        return held if all(a is b for a, b in zip(held, parties, strict=True)) else parties
    if key == "actor" or (key == "changes" and data.get("act") == ChangeActor.act):
        return _party_without(held)
    return data_without(held)


def _party_without(party: Any) -> Any:
    if not isinstance(party, Mapping):
        return party
    bare = {key: held for key, held in party.items() if key not in NOTED}
    if isinstance(party.get("notes"), str):
        bare["notes"] = notes_without(party["notes"])
    return party if bare == party or not _says_anything(party, bare) else bare


def _says_anything(party: Mapping[str, Any], bare: Mapping[str, Any]) -> bool:
    noted = any(party.get(name) is not None for name in NOTED)
    return noted or party.get("notes") != bare.get("notes")
