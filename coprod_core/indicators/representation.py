"""Who is at the table beside who lives here, feature by feature (docs/indicators.md, section 3).

No feature weighs against another and nothing is added up over features: which of them matter is for the group to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_core.indicators.reasons import Undefined
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Web

FEWEST_SHOWN = 5
"""The fewest people at the table of one kind that a room or a report is told of in numbers."""


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a feature.

    `count`: how many in the neighbourhood; `outside`: that as a share of the feature (0..1). `table`, `at_table`: the
    same at the table; both None where they are hidden, or where nobody counted the table.
    """

    value: str
    count: float
    outside: float
    table: float | None
    at_table: float | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Representation:
    """One feature of the neighbourhood and of the table.

    `short`: the part of the table (0..1) that would have to be others for the table to be spread as the neighbourhood
    is; `Undefined` says why there is none, None that telling it would tell of fewer than five people. `counted`: the
    people at the table that were counted, None = nobody counted. `source`: where the counts are from.
    """

    feature: str
    parts: tuple[Part, ...]
    counted: float | None
    short: float | Undefined | None
    source: str

    @property
    def hides(self) -> bool:
        """Whether any part is not told, for it would tell of too few people."""
        return any(part.hidden for part in self.parts)


def representation(web: Web) -> tuple[Representation, ...]:
    """How the table is spread over the values of each feature, beside the neighbourhood; features in file order.

    With t and g the shares of a value in the neighbourhood and at the table, `short = sum max(0, t - g)`, which is half
    the sum of the absolute differences: the index of Loosemore & Hanby (1971) that `places` is too. 0 = spread as the
    neighbourhood is, 1 = nobody of those who live here; 1 also when the table is counted and nobody is there. Undefined
    (`table_not_counted`, `nobody_lives_here`). A value that is not counted where others of its feature are counts as 0.
    """
    return tuple(_of_feature(feature, held) for feature, held in web.features.items())


def _of_feature(feature: str, held: Sequence[Headcount]) -> Representation:
    lives_here = sum(one.count for one in held)
    tables = [one.table for one in held if one.table is not None]
    counted = sum(tables) if tables else None
    parts = tuple(_part(one, lives_here, counted) for one in held)
    source = "; ".join(dict.fromkeys(one.source for one in held if one.source))
    return Representation(feature, parts, counted, _short(parts, lives_here, counted), source)


def _part(held: Headcount, lives_here: float, counted: float | None) -> Part:
    outside = held.count / lives_here if lives_here else 0.0
    if counted is None:
        return Part(held.value, held.count, outside, None, None)
    table = held.table or 0.0
    return Part(held.value, held.count, outside, table, table / counted if counted else 0.0)


def _short(parts: Sequence[Part], lives_here: float, counted: float | None) -> float | Undefined:
    if not lives_here:
        return Undefined("nobody_lives_here")
    if counted is None:
        return Undefined("table_not_counted")
    return min(1.0, sum(max(0.0, part.outside - (part.at_table or 0.0)) for part in parts))


# -- as the room may see it -----------------------------------------------------------------------------------------


def for_the_room(found: Representation) -> Representation:
    """The same without counts at the table of one to four people, which could point at persons.

    What is hidden could follow from how many are at the table; so the next smallest are hidden too, until at least two
    values and five people are, and everything where that cannot be. Then nothing that was worked out from the counts is
    told either. That nobody of a kind is there is told: it points at nobody.
    """
    there = sorted((part for part in found.parts if part.table), key=lambda part: part.table or 0.0)
    hidden = [part for part in there if (part.table or 0.0) < FEWEST_SHOWN]
    if not hidden:
        return found
    for part in there[len(hidden) :]:
        if _tells_nothing(hidden):
            break
        hidden.append(part)
    values = {part.value for part in (hidden if _tells_nothing(hidden) else found.parts)}
    parts = tuple(
        replace(part, table=None, at_table=None, hidden=True) if part.value in values else part for part in found.parts
    )
    return replace(found, parts=parts, short=None)


def _tells_nothing(hidden: Sequence[Part]) -> bool:
    """Whether knowing how many these are together says of nobody what they are."""
    return len(hidden) > 1 and sum(part.table or 0.0 for part in hidden) >= FEWEST_SHOWN
