"""Every number a report prints, with where it stands in the readings: anyone can work it out again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.certainty_data import certainty_data
from coprod_ui.report.account import Account
from coprod_ui.words import Words, of_100
from coprod_ui.words.plain_text import writable

_PRINTED: Mapping[str, tuple[str, ...]] = {
    "gap": (
        "places",
        "views",
        "attention",
        "drift",
        "estimated_share",
        "without_influence",
        "hard_to_reach",
        "by_interest",
        "by_actor",
        "places_by_actor",
    ),
    "feasibility_inclusiveness": (
        "inclusiveness",
        "feasibility",
        "fit",
        "pace",
        "here",
        "feasible_pole",
        "inclusive_pole",
        "least_acceptance",
    ),
    "role": ("losses",),
    "rules": ("rules",),
    "options": ("shifted", "holes"),
}
"""What a report may print of each reading."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One number as a report prints it. `path`: its place in the readings, from the top down; `value`: all of it."""

    says: str
    path: tuple[str | int, ...]
    value: float

    @property
    def shown(self) -> str:
        """The number as it is printed, of every hundred."""
        return str(of_100(self.value))

    @property
    def place(self) -> str:
        """Its path as it is printed."""
        return ".".join(str(step) for step in self.path)


def printed_numbers(account: Account) -> tuple[Printed, ...]:
    """Every number of the figures and of how sure they are, in the order of the readings."""
    data = readings_data(account.attached_readings)
    named = _Named(account)
    found = [
        Printed(named.says(path), path, value)
        for part, names in _PRINTED.items()
        for path, value in _leaves(data[part], (part,))
        if _is_printed(part, path, names) and (account.web.options or part != "options")  # a wish is no plan
    ]
    return (*found, *_certainty(account, named))


def _is_printed(part: str, path: tuple[str | int, ...], names: tuple[str, ...]) -> bool:
    """Whether a path leads to something that a report prints; of plans the name comes after the plan."""
    return path[2 if part == "options" else 1] in names


def _leaves(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], float]]:
    if isinstance(data, Mapping):
        for key, inside in data.items():
            yield from _leaves(inside, (*path, key))
    elif isinstance(data, list):
        for nth, inside in enumerate(data):
            yield from _leaves(inside, (*path, nth))
    elif isinstance(data, (int, float)) and not isinstance(data, bool):
        yield path, float(data)


def _certainty(account: Account, named: "_Named") -> Iterator[Printed]:
    found = account.attached_certainty
    if found is None:
        return
    for path, value in _leaves(certainty_data(found), ("certainty",)):
        if path[1] == "bands" or path[-1] == "share":
            yield Printed(named.says(path), path, value)


class _Named:
    """What a path is about, in the words of the screens and the names of the web."""

    def __init__(self, account: Account) -> None:
        web = account.attached
        self.words: Words = account.words
        named = (web.actor_by_id, web.interest_by_id, web.option_by_id, web.rule_by_id)
        self.names = {id_: writable(item.name) for each in named for id_, item in each.items()}

    def says(self, path: tuple[str | int, ...]) -> str:
        """The name of a reading, and of what in the web it is about."""
        about = [self.names[step] for step in path if isinstance(step, str) and step in self.names]
        said = self._reading(path)
        return f"{said}: {', '.join(about)}" if about else said

    def _reading(self, path: tuple[str | int, ...]) -> str:
        words = self.words
        match path:
            case ("certainty", "bands", part, edge):
                return words("numbers.band", part=words(f"explain.name.gap.{part}"), edge=words(f"numbers.{edge}"))
            case ("certainty", "ask_first", *_):
                return words("explain.name.sure.ask_first")
            case ("certainty", "headline", *_):
                return words("explain.name.sure.headline")
            case ("certainty", *_):
                return words("explain.name.sure.cause")
            case ("options", _, name, *_):
                return words(f"explain.name.options.{name}")
            case ("role", "losses", way, side):
                lost = words("explain.name.role.losses")
                return f"{lost}: {words.choice('roles_full', str(way))}, {words.choice('lenses', str(side))}"
            case ("rules", "rules", _, "tension"):
                return words("explain.name.rules.rule_tension")
            case ("rules", "rules", _, name):
                return words(f"explain.name.rules.{name}")
            case (part, name, 0 | 1 as nth):
                lost = words("numbers.heard" if nth == 0 else "numbers.works")
                return f"{words(f'explain.name.{part}.{name}')} ({lost})"
            case (part, name, *_):
                return words(f"explain.name.{part}.{name}")
        raise ValueError(path)
