"""How a picture is drawn: to be handed in and read from near, or for a room that looks at it from afar."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """`side`: how wide the labels beside rows are, and `node`: how large the circle of a party in the rings, in px.

    `corner_alone`: only the marked corner is named. `whole`: rather smaller cards than a name that is cut.
    """

    side: float
    node: float
    corner_alone: bool
    whole: bool


HANDED_IN = Manner(side=210.0, node=22.0, corner_alone=False, whole=False)
PROJECTED = Manner(side=150.0, node=15.0, corner_alone=True, whole=True)
