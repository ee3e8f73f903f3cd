"""Indicators are found by standing in this room: a new one is in no list.

A module that explains a reading has `READINGS`. One that holds an indicator whole has `of(readings)` too, the value or
`Undefined`; `PLACE`, where it stands in the readings file; and `data(value)`, the same as plain JSON data.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from coprod_core import indicators
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of this room, by name."""
    found = walk_packages(indicators.__path__, f"{indicators.__name__}.")
    return tuple(import_module(module.name) for module in found)


def modules_with(name: str) -> Iterator[ModuleType]:
    """Those that have something under this name."""
    return (module for module in modules() if name in vars(module))


def data_of(readings: Readings) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Where each whole indicator stands in the readings file, and its data; `Undefined` where it cannot be computed."""
    for module in modules_with("PLACE"):
        value = module.of(readings)
        yield module.PLACE, value if isinstance(value, Undefined) else module.data(value)
