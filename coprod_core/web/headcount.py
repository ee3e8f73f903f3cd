"""Who lives in the neighbourhood, counted: never a person."""

from typing import Annotated

from coprod_core.checked.fields import Name, Number, Words
from coprod_core.checked.values import value

MOST_COUNTED = 1_000_000_000
"""The most people one headcount holds."""


@value
class Headcount:
    """How many people of the neighbourhood have one value of a feature, such as age 65+, and how many at the table.

    Counts only, never a person. `count`: in the neighbourhood, or households or dwellings where `source` says so.
    `table`: at the table, None = not counted.
    """

    feature: Name
    value: Name
    count: Annotated[float, Number(0, MOST_COUNTED, whole=True)]
    table: Annotated[float | None, Number(0, MOST_COUNTED, optional=True, whole=True)] = None
    source: Words = ""

    @property
    def kind(self) -> tuple[str, str]:
        """What is counted: a feature and one value of it."""
        return self.feature, self.value
