"""What there is to know about a reading, apart from any web, and how its ingredients are found in one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coprod_core.indicators.explanation.steps import Kind, Step, Subject, Unit
from coprod_core.indicators.overview import Readings


@dataclass(frozen=True)
class Reading:
    """One reading of docs/indicators.md.

    `code`: its place in `Readings`; `chapter`: the part of the page it belongs to; `formula`: in symbols; `low`,
    `high`: its range; `undefined`: the reasons for which it can be missing (`nothing_to_compare` where only this one
    is); `sources`: where the idea comes from, besides ourselves; `about`: the kinds of id its subject is made of;
    `unit`: how its value is read; `least_first`: whether it tells most where it is least.
    `kinds`: the steps it may take, in order; `subjects`: whom or what it can be asked about, empty when it is missing;
    `value`: the reading itself, as the indicators have it; `steps`: its ingredients, ending in that value. A reading
    without kinds is described and not taken apart.
    """

    code: str
    chapter: str
    formula: str
    low: float = 0.0
    high: float = 1.0
    undefined: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unit: Unit = Unit.SHARE
    least_first: bool = False
    kinds: tuple[Kind, ...] = ()
    subjects: Callable[[Readings], Iterable[Subject]] = lambda _: ()
    value: Callable[[Readings, Subject], float] = lambda _readings, _subject: 0.0
    steps: Callable[[Readings, Subject], Iterable[Step]] = lambda _readings, _subject: ()


def described(code: str, formula: str, *sources: str) -> Reading:
    """A reading that comes of drawing, searching or counting many times: described, and not taken apart (section 8)."""
    return Reading(code=code, chapter="sure", formula=formula, sources=sources, subjects=lambda _: [()])


@dataclass(frozen=True)
class Explanation:
    """How one number came about: the steps from what was filled in to `value`, which the last step makes."""

    reading: Reading
    subject: Subject
    value: float
    steps: tuple[Step, ...]
