"""The votes of a Pol.is conversation: people by statements."""

import numpy as np
import numpy.typing as npt

from coprod_core.exchange.csv_table import Table
from coprod_core.exchange.limits import refused

LARGEST_ID = 10**12
MOST_PEOPLE = 50_000
MOST_CELLS = 20_000_000
"""The most people times statements."""

NO_VOTE = 2

Votes = npt.NDArray[np.int8]
"""People by statements: 1, -1 or 0 (passed) as the file has it, `NO_VOTE` where nobody asked or answered."""


def none_yet(table: Table, people: int, statements: int) -> Votes:
    """The votes before anybody voted. Raises `FileError` where there would be too many."""
    if people * statements > MOST_CELLS:
        raise refused("too_many_votes", table.place(1), count=people * statements, most=MOST_CELLS)
    return np.full((people, statements), NO_VOTE, dtype=np.int8)
