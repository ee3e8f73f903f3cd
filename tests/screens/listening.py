"""Every sentence the screens can say of a web: the functions are found, not listed, and what they say is heard."""

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from itertools import product
from typing import Any

from coprod_core.acts.commands import Seat
from coprod_core.acts.history import after, opened
from coprod_core.indicators import claims, voiced_by
from coprod_core.indicators.gap_tipping import tipping
from coprod_core.indicators.joining import to_solve
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.positions import positions
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.redrawn_dilemmas import dilemma_draws
from coprod_core.indicators.robustness import gap_robustness
from coprod_core.indicators.second_lens import second_lens
from coprod_core.web.asked import Ring
from coprod_core.web.model import Web
from coprod_ui import sentences
from coprod_ui.sentences.acts import after_act
from coprod_ui.sentences.voices import who_brings_in
from coprod_ui.words import Words

DILEMMAS = ("feasibility_inclusiveness", "role", "rules")


class Listening(Words):
    """Words that note which keys are asked for, with what they are filled in with."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.heard: list[tuple[str, Mapping[str, object]]] = []

    def __call__(self, key: str, /, **params: object) -> str:
        self.heard.append((key, params))
        return super().__call__(key, **params)


@dataclass(frozen=True)
class Line:
    """One thing that was said: by which function, and with which keys."""

    text: str
    language: str
    digits: bool
    by: str = ""
    keys: frozenset[str] = frozenset()


@dataclass(eq=False)
class About:
    """A web, its readings, and what is worked out of it only when a sentence asks for it."""

    web: Web
    language: str
    digits: bool
    words: Listening = field(init=False)

    def __post_init__(self) -> None:
        self.words = Listening(self.language)

    @cached_property
    def readings(self) -> Readings:
        return read(self.web)


_READ: dict[int, tuple[Web, Readings]] = {}


def read(web: Web) -> Readings:
    """The readings of a web, made once."""
    if id(web) not in _READ:
        _READ[id(web)] = web, readings(web)
    return _READ[id(web)][1]


def _known(value: Any) -> list[Any]:
    return [] if value is None or isinstance(value, Undefined) else [value]


def _once(about: About, name: str, make: Callable[[], Any]) -> list[Any]:
    return _known(about.readings.once(f"listening.{name}", make))


def _to_solve(about: About) -> list[Any]:
    absent = [a.id for a in about.web.actors if a.citizens and not a.seated]
    return [found for a in absent for found in _known(to_solve(about.readings.weights, a))]


def _last(found: Iterable[Any]) -> Any:
    return list(found)[-1]


BY_TYPE: Mapping[str, Callable[[About], Iterable[Any]]] = {
    "Readings": lambda a: [a.readings],
    "Web": lambda a: [a.web],
    "Words": lambda a: [a.words],
    "Gap": lambda a: _known(a.readings.gap),
    "Role": lambda a: _known(a.readings.role),
    "Rules": lambda a: _known(a.readings.rules),
    "FeasibilityInclusiveness": lambda a: _known(a.readings.feasibility_inclusiveness),
    "GapRobustness": lambda a: _once(a, "gap", lambda: gap_robustness(a.readings.weights, draws=40)),
    "AskFirst": lambda a: [each.ask_first for each in BY_TYPE["GapRobustness"](a)],
    "DilemmaRobustness": lambda a: _once(a, "dilemmas", lambda: _last(dilemma_draws(a.readings.weights, draws=8))),
    "SecondLens": lambda a: _once(a, "lens", lambda: second_lens(a.readings.weights)),
    "Positions": lambda a: _once(a, "positions", lambda: positions(a.readings.weights)),
    "Tipping": lambda a: _once(a, "tipping", lambda: tipping(a.readings.weights, _absent_seats(a))),
    "ToSolve": _to_solve,
    "Claim": lambda a: _known(claims.of(a.readings)) and claims.of(a.readings),
    "Rule": lambda a: a.web.rules,
    "Actor": lambda a: a.web.actors,
    "Stance": lambda a: Stance,
    "Ring": lambda a: Ring,
}
"""Per type of an argument, what a web has of it."""

BY_NAME: Mapping[str, Callable[[About], Iterable[Any]]] = {
    "digits": lambda a: [a.digits],
    "name": lambda a: DILEMMAS,
    "actor": lambda a: [each.id for each in a.web.actors if each.citizens and not each.seated],
    "party": lambda a: [each.id for each in a.web.actors if each.citizens and not each.seated],
    "plan": lambda a: a.readings.options,
    "viewpoint": lambda a: [each.id for each in a.web.actors],
    "rule": lambda a: [] if a.readings.rules is None else a.readings.rules.rules,
    "way": lambda a: [] if a.readings.role is None else a.readings.role.regret,
}
"""The same per name, for an argument that is an id or a choice."""


def _absent_seats(about: About) -> dict[str, float]:
    gap = about.readings.gap
    return {a.id: 1.0 for a in about.web.actors if a.citizens and not a.seated and gap and gap.by_actor.get(a.id)}


@cache
def speakers() -> tuple[Callable[..., Any], ...]:
    """Every public function of the sentences that speaks: it takes words. Why a reading is missing is said by those who
    tell that reading; what changed is told of two webs (`after_seats`).
    """
    files = pkgutil.iter_modules(sentences.__path__)
    modules = [import_module(f"{sentences.__name__}.{file.name}") for file in files if file.name != "undefined"]
    found = (
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    )
    parameters = {function: inspect.signature(function).parameters for function in found}
    return tuple(each for each, takes in parameters.items() if "words" in takes and "before" not in takes)


def name_of(speaker: Callable[..., Any]) -> str:
    return f"{speaker.__module__.rpartition('.')[2]}.{speaker.__name__}"


def maker(parameter: inspect.Parameter) -> Callable[[About], Iterable[Any]] | None:
    """What fills in a parameter, by its type or else by its name; None when nothing here does."""
    said = parameter.annotation
    type_name = said.strip('"') if isinstance(said, str) else getattr(said, "__name__", "")
    return BY_TYPE.get(type_name) or (BY_NAME.get(parameter.name) if type_name in ("str", "bool") else None)


def can_be_heard(speaker: Callable[..., Any]) -> bool:
    """Whether a web has everything this function asks for."""
    needed = (p for p in inspect.signature(speaker).parameters.values() if p.default is p.empty)
    return all(maker(parameter) is not None for parameter in needed)


def heard(about: About, only: Iterable[Callable[..., Any]] | None = None) -> Iterator[Line]:
    """Every sentence of a web, with who said it."""
    if only is None:
        yield from _brought_in(about)
    for speaker in speakers() if only is None else only:
        if not can_be_heard(speaker):
            continue
        needed = [p for p in inspect.signature(speaker).parameters.values() if p.default is p.empty]
        given = [list((maker(p) or (lambda _: ()))(about)) for p in needed]
        for arguments in product(*given):
            about.words.heard.clear()
            told = speaker(**dict(zip((p.name for p in needed), arguments, strict=True)))
            keys = frozenset(key for key, _ in about.words.heard)
            for text in _texts(told):
                yield Line(text, about.language, about.digits, name_of(speaker), keys)


def _brought_in(about: About) -> Iterator[Line]:
    """Who brings in each interest, told first and below another that the same parties bring in."""
    found = voiced_by.of(about.readings)
    if isinstance(found, Undefined):
        return
    by = name_of(who_brings_in)
    for (interest, voiced), again in product(found.items(), (False, True)):
        if voiced is None:
            continue
        about.words.heard.clear()
        said = who_brings_in(voiced, interest, voiced if again else None, about.readings, about.web, about.words)
        keys = frozenset(key for key, _ in about.words.heard)
        for text in said:
            yield Line(text, about.language, about.digits, by, keys)


def _texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for each in told.values():
            yield from _texts(each)
    elif isinstance(told, list | tuple):
        for each in told:
            yield from _texts(each)


def after_seats(web: Web, language: str, digits: bool) -> Iterator[Line]:
    """What is said after each group that is not there comes to the table, and after each that is leaves it."""
    words = Listening(language)
    for actor in web.actors:
        if not actor.citizens:
            continue
        history = after(opened(web), Seat(actor.id, 0.0 if actor.seated else 1.0))
        words.heard.clear()
        before, now = read(history.web_before), readings(history.web)
        said = after_act(before, now, history.last, history.web_before, history.web, words, digits)
        yield Line(said, language, digits, "acts.after_act", frozenset(key for key, _ in words.heard))
