"""What registers say of a party and no field of it holds, as labelled lines in the party's notes: `strategie: bellen`.

A line stands by itself, with one of the labels below before its colon, so that it can be read back from the notes:
power, trust, role and attitude too, as earlier programs kept them and as an answer that is none of ours is kept. What
such a line says counts in no reading.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from coprod_core.web import noted

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        **noted.LABELS,
        "power": {"nl": "macht", "en": "power"},
        "role": {"nl": "rol", "en": "role"},
        "concern": {"nl": "betrokkenheid", "en": "concern"},
        "strategy": {"nl": "strategie", "en": "strategy"},
    }
)
"""The label of each thing in each language. `concern`: what Mendelow calls interest (high or low)."""

_CODES = {label: code for code, labels in LABELS.items() for label in labels.values()}
_LINE = re.compile(r"([^:\n]{1,60}): (.+)")


def line(label: str, value: str) -> str:
    """One thing as a line; `label`: a label of `LABELS`, or the heading of a column that somebody wanted kept."""
    return f"{' '.join(label.replace(':', ' ').split())[:60]}: {' '.join(value.split())}"


def read(notes: str) -> dict[str, str]:
    """What the labelled lines in notes say, by code of `LABELS`; the last line of a label counts."""
    found = (_LINE.fullmatch(said.strip()) for said in notes.splitlines())
    return {_CODES[each[1].strip().lower()]: each[2] for each in found if each and each[1].strip().lower() in _CODES}


def merged(held: str, coming: str) -> str:
    """Notes with labelled lines laid onto them: a line of the same label is replaced, all else stays as it was."""
    labels = {_label(said) for said in coming.splitlines()}
    kept = [said for said in held.splitlines() if _label(said) not in labels]
    return "\n".join([*kept, *coming.splitlines()])


def are_labelled(notes: str) -> bool:
    """Whether notes are labelled lines and nothing else."""
    return bool(notes) and all(_LINE.fullmatch(said) for said in notes.splitlines())


def _label(said: str) -> str:
    """The label of a line in small letters, the same in every language; the line itself where it has none."""
    found = _LINE.fullmatch(said.strip())
    label = found[1].strip().lower() if found else f"\n{said}"
    return _CODES.get(label, label)
