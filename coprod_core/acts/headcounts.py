"""The acts that say how the neighbourhood is made up, and who of it is at the table: counts, never a person."""

from dataclasses import replace
from typing import Annotated

from coprod_core.acts.command import Command
from coprod_core.acts.plain import AnyChanges, AnyText
from coprod_core.checked.errors import CannotApply
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, value
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Web


@value(slots=False)
class SetPopulation(Command):
    """Says how the neighbourhood is made up, instead of what was said before; empty takes it all away.

    What was counted at the table stays, for the values that stay and bring no count of their own.
    """

    act = "set_population"
    headcounts: Annotated[tuple[Headcount, ...], Many(One(Headcount))]

    def applied_to(self, web: Web) -> Web:
        counted = {held.kind: held.table for held in web.population}
        return replace(
            web,
            population=tuple(
                replace(new, table=counted.get(new.kind)) if new.table is None else new for new in self.headcounts
            ),
        )


@value(slots=False)
class CountTable(Command):
    """Says how many people at the table have which value of a feature: value -> number, None = not counted."""

    act = "count_table"
    feature: AnyText
    counts: AnyChanges

    def applied_to(self, web: Web) -> Web:
        known = {held.value for held in web.population if held.feature == self.feature}
        for counted in self.counts:
            if counted not in known:
                raise CannotApply("gone", list="population", id=f"{self.feature}: {counted}")
        return replace(web, population=tuple(self._counted(held) for held in web.population))

    def _counted(self, held: Headcount) -> Headcount:
        here = held.feature == self.feature and held.value in self.counts
        return replace(held, table=self.counts[held.value]) if here else held
