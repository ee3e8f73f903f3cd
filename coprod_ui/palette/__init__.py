"""The one palette: every colour by what it is for. Whatever draws, in whatever language, gets its colours from here."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

Colours = Mapping[str, str]
"""Colours, #RRGGBB or #RRGGBBAA, by name; a name in a group is written with a dot: `zone.table`."""

FILE = Path(__file__).with_name("palette.toml")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?")


@dataclass(frozen=True)
class Palette:
    """The colours on a light ground, on a dark one, and on paper, where those of the light ground hold too."""

    light: Colours
    dark: Colours
    paper: Colours

    def both(self, name: str) -> dict[bool, str]:
        """A colour by whether the ground is dark."""
        return {False: self.light[name], True: self.dark[name]}


def read(own: Mapping[str, Any] | None = None) -> Palette:
    """The palette, with `own` colours, in the shape of the file, instead of some.

    Raises `ValueError` where `own` names a ground or a colour that is not there, or gives what is no colour.
    """
    file = {ground: _flat(colours) for ground, colours in tomllib.loads(FILE.read_text("utf-8")).items()}
    wished = {ground: _flat(colours) for ground, colours in (own or {}).items()}
    known = {**file, "paper": {**file["light"], **file["paper"]}}
    for ground, colours in wished.items():
        _must_be_known(ground, colours, known)
    light, dark, paper = ({**file[ground], **wished.get(ground, {})} for ground in ("light", "dark", "paper"))
    return Palette(_settled("light", light), _settled("dark", dark), _settled("paper", {**light, **paper}))


def _flat(colours: Mapping[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in colours.items():
        found.update(_flat(value, f"{before}{name}.") if isinstance(value, Mapping) else {f"{before}{name}": value})
    return found


def _must_be_known(ground: str, own: Colours, known: Mapping[str, Colours]) -> None:
    if ground not in known:
        raise ValueError(f"the palette has no ground {ground}")
    unknown = sorted(own.keys() - known[ground].keys())
    if unknown:
        raise ValueError(f"the palette has no {', '.join(unknown)} ({ground})")


def _settled(ground: str, colours: Colours) -> Colours:
    return MappingProxyType({name: _colour(ground, name, colours) for name in colours})


def _colour(ground: str, name: str, colours: Colours) -> str:
    value, passed = colours[name], {name}
    while isinstance(value, str) and value in colours and value not in passed:
        passed.add(value)
        value = colours[value]
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ValueError(f"the palette gives {name} ({ground}) no colour: {value!r}")
    return value


PALETTE = read()


def grouped(colours: Colours, group: str) -> dict[str, str]:
    """The colours of a group by their name in it."""
    return {name.removeprefix(f"{group}."): value for name, value in colours.items() if name.startswith(f"{group}.")}
