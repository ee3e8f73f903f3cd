"""Room for a whole web: zones that hold everybody before anybody gets a place."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_core.placing.zones import (
    BETWEEN_ZONES,
    COLUMN,
    GROUP_ROW,
    INTEREST_COLUMN,
    INTEREST_ROW,
    ORGANISATION_ROW,
    POLITICS_TOP,
    SHIFT,
    Box,
    Zones,
    headroom,
)
from coprod_core.web.model import Actor, Sphere

WIDEST = 950 / 410
"""Width : height of the picture. A web that does not fit grows towards this shape."""


def room_for(now: Zones, actors: Sequence[Actor], interests: int, *, anew: bool) -> Zones:
    """The lowest zones that hold everything without becoming wider than the shape of the picture."""
    crowd = _Crowd.of(actors, interests)
    height = now.citizens.bottom - now.citizens.top
    found, width = _enlarged(now, crowd, height, anew)
    while width > WIDEST * (height + 8) + 8:
        height += 20
        found, width = _enlarged(now, crowd, height, anew)
    return found


@dataclass(frozen=True, slots=True)
class _Crowd:
    """How many of each there are."""

    seated: int
    outside: int
    own: int
    other: int
    professionals: int
    interests: int

    @classmethod
    def of(cls, actors: Sequence[Actor], interests: int) -> "_Crowd":
        spheres = Counter((a.sphere, a.seated and a.citizens) for a in actors)
        return cls(
            seated=spheres[Sphere.CITIZENS, True],
            outside=spheres[Sphere.CITIZENS, False],
            own=spheres[Sphere.OWN_ORGANISATION, False],
            other=spheres[Sphere.OTHER_ORGANISATION, False],
            professionals=spheres[Sphere.PROFESSIONAL, False],
            interests=interests,
        )


def _enlarged(now: Zones, crowd: _Crowd, height: float, anew: bool) -> tuple[Zones, float]:
    """The zones at a height, and how wide everything then is."""
    top = now.citizens.bottom - height
    below = POLITICS_TOP - BETWEEN_ZONES - top
    heads = headroom(height)
    rows = _fitting(below - 118 - heads / 2, ORGANISATION_ROW)
    own_rows = _share_of_rows(rows, crowd)
    organisations = max(1, -(-crowd.own // own_rows), -(-crowd.other // max(1, rows - own_rows)))
    interest_rows = _fitting(below - 6, INTEREST_ROW)
    between = crowd.interests + max(0, 2 * crowd.professionals - 1)  # the professionals stand across two rows
    middle = INTEREST_COLUMN * -(-between // interest_rows)
    group_rows = _fitting(height - 74 - heads, GROUP_ROW)
    table = -(-crowd.seated // group_rows)
    outside = max(1, -(-crowd.outside // group_rows))
    available = now.middle.right - now.middle.left + 8
    movable = anew and crowd.own + crowd.other > 0
    shift = SHIFT * max(0, math.ceil((middle - available) / SHIFT)) if movable else 0.0
    right = max(now.table.right, 764 + COLUMN * (table - 1)) if anew else now.table.right
    sides = Box(now.organisations.left - shift, top, now.organisations.right - shift, now.organisations.bottom)
    zones_then = Zones(
        organisations=sides,
        split=now.split if height <= 402 else top + 86 + ORGANISATION_ROW * own_rows,
        politics=replace(now.politics, left=sides.left),
        citizens=replace(now.citizens, top=top, right=max(now.citizens.right, right + 182)),
        table=replace(now.table, top=top + 30, right=right),
    )
    if middle > available + shift:
        return zones_then, math.inf
    return zones_then, right + 20 + COLUMN * outside - (sides.right - 28 - COLUMN * organisations)


def _share_of_rows(rows: int, crowd: _Crowd) -> int:
    if not crowd.own or not crowd.other:
        return max(1, rows - 1) if crowd.own else 1
    return max(1, min(rows - 1, round(rows * crowd.own / (crowd.own + crowd.other))))


def _fitting(space: float, step: float) -> int:
    return max(1, int(space // step))
