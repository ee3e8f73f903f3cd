"""Names to choose from."""

from collections.abc import Mapping
from itertools import count
from typing import Any


def told_apart(names: Mapping[Any, str]) -> dict[Any, str]:
    """The same, where no two read alike: the second and later of one name get their number. Streamlit takes a choice by
    what it reads, so of two that read alike the wrong one would be chosen.
    """
    told: dict[Any, str] = {}
    for each, name in names.items():
        numbered = (name if number == 1 else f"{name} ({number})" for number in count(1))
        told[each] = next(label for label in numbered if label not in told.values())
    return told
