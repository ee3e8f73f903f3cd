"""The acts that say how the neighbourhood is made up, and who of it is at the table: counts, never a person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from coprod_core.commands import Command
from coprod_core.errors import CannotApply
from coprod_core.model import Headcount, Web


@dataclass(frozen=True)
class SetPopulation(Command):
    """Says how the neighbourhood is made up, instead of what was said before; empty takes it all away.

    What was counted at the table stays, for the values that stay and bring no count of their own.
    """

    act = "set_population"
    headcounts: tuple[Headcount, ...]

    def applied_to(self, web: Web) -> Web:
        counted = {held.kind: held.table for held in web.population}
        return replace(
            web,
            population=tuple(
                replace(new, table=counted.get(new.kind)) if new.table is None else new for new in self.headcounts
            ),
        )


@dataclass(frozen=True)
class CountTable(Command):
    """Says how many people at the table have which value of a feature: value -> number, None = not counted."""

    act = "count_table"
    feature: str
    counts: Mapping[str, Any]

    def applied_to(self, web: Web) -> Web:
        known = {held.value for held in web.population if held.feature == self.feature}
        for value in self.counts:
            if value not in known:
                raise CannotApply("gone", list="population", id=f"{self.feature}: {value}")
        return replace(web, population=tuple(self._counted(held) for held in web.population))

    def _counted(self, held: Headcount) -> Headcount:
        here = held.feature == self.feature and held.value in self.counts
        return replace(held, table=self.counts[held.value]) if here else held
