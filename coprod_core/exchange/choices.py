"""What a person says of a file that does not say it: which column is what, who is a party, how weights are meant."""

from collections.abc import Set
from dataclasses import dataclass

from coprod_core.exchange.matching import Matching


@dataclass(frozen=True)
class Choices:
    """All None = as the file says, or else as we assume and tell.

    `matching`: what the columns of a table are. `parties`: the ids of the elements of a network that are parties, the
    others are interests. `largest_weight`: the top of the scale of the weights at links.
    """

    matching: Matching | None = None
    parties: Set[str] | None = None
    largest_weight: float | None = None


NONE_MADE = Choices()
