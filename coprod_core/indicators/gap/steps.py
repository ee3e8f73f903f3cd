"""The steps of the gap (docs/indicators.md, section 3)."""

from collections.abc import Callable, Iterable

import numpy as np

from coprod_core.indicators.explanation.people import SIDES, Outside, P, S, actor, interest, side_name, who_counts
from coprod_core.indicators.explanation.steps import (
    AT_LEAST,
    BOTH_SIDES,
    CELL,
    DRIFTED,
    LESS,
    PRODUCT,
    QUOTIENT,
    SHORT,
    Column,
    Kind,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.weights import TIE, Weights

_OUTSIDE, _TABLE = Column("outside", reading="gap.outside"), Column("table", reading="gap.table")
_VOICED, _VOICED_THERE = Column("voiced_outside"), Column("voiced_table")
_OM, _OM_THERE = Column("attention"), Column("table_attention")
_V, _V_THERE = Column("voice"), Column("table_voice")
_AMOUNT, _WHOLE = Column("amount", Unit.COUNT), Column("whole", Unit.COUNT)
_LIMIT, _BOUND, _YES = Column("limit", Unit.LEVEL), Column("bound"), Column("yes", Unit.YES_NO)

PART_OF = Kind("part_of", (_AMOUNT, _WHOLE), QUOTIENT)
PLACES = Kind("places", (P, S), SHORT, Together.SUM)
PLACES_OF = Kind("places_of", (P, S), SHORT)
ATTENTION_SHORT = Kind("attention_short", (_OUTSIDE, _TABLE), SHORT, Together.SUM)
VIEWS = Kind(
    "views",
    (Column("for_outside"), Column("for_table"), Column("against_outside"), Column("against_table")),
    BOTH_SIDES,
    Together.SUM,
)
VIEWS_SHORT = Kind("views_short", (_VOICED, _VOICED_THERE), SHORT, Together.SUM)
VOICED_OUTSIDE = Kind("voiced_outside", (P, _V), PRODUCT, Together.SUM)
VOICED_TABLE = Kind("voiced_table", (S, _V_THERE), PRODUCT, Together.SUM)
CELLS = Kind("cells", (P, _V, S, _V_THERE), CELL, Together.SUM)
DRIFT = Kind("drift", (S, _V, _V_THERE), DRIFTED, Together.SUM)
OVERLAP = Kind("overlap", (Column("places", reading="gap.places"), Column("views", reading="gap.views")), SHORT)
ATTENDED = Kind("attended", (P, _OM), PRODUCT, Together.SUM)
ATTENDED_TABLE = Kind("attended_table", (S, _OM_THERE), PRODUCT, Together.SUM)
BOUND = Kind("bound", (_LIMIT, _OUTSIDE), PRODUCT)
UNHEARD = Kind("unheard", (_TABLE, _BOUND), LESS, unit=Unit.YES_NO)
NAMED = Kind("named", (Column("adds", reading="gap.by_interest"),), together=Together.LARGEST)
HARD = Kind("hard_hit", (Column("hit", Unit.LEVEL), _LIMIT), AT_LEAST, unit=Unit.YES_NO)
SEATS_BOUND = Kind("seats_bound", (_LIMIT, Column("affected_share", reading="gap.affected")), PRODUCT)
HARDLY = Kind("hardly_seated", (S, _BOUND), LESS, unit=Unit.YES_NO)
BOTH = Kind("both", (Column("hard_hit", Unit.YES_NO), Column("hardly_seated", Unit.YES_NO)), PRODUCT, unit=Unit.YES_NO)
ESTIMATED = Kind("estimated", (Column("cell", reading="gap.cells"), _YES), PRODUCT, Together.SUM)
MISSING = Kind("missing", (Column("cell", reading="gap.cells"),), together=Together.SUM)
ESTIMATED_PART = Kind("estimated_part", (Column("estimated"), Column("missing")), QUOTIENT)

Taken = Callable[[Outside, Subject], Iterable[Step]]
"""Takes a reading of the gap apart."""


# -- steps ----------------------------------------------------------------------------------------------------------


def places(outside: Outside, _: Subject) -> Iterable[Step]:
    """Who stands for how much outside and at the table, and by how much the parties fall short there together."""
    return outside.maxi(), outside.mini(), step(PLACES, [_shares(outside, i) for i in outside.citizens])


def places_of(outside: Outside, subject: Subject) -> Iterable[Step]:
    """The same, and by how much one party falls short."""
    row = outside.weights.actors.index(subject[0])
    return outside.maxi(), outside.mini(), step(PLACES_OF, [_shares(outside, row)])


def _shares(outside: Outside, i: int) -> tuple[tuple[tuple[str, str]], tuple[float, float]]:
    maxi, mini = outside.shares
    return (actor(outside.weights, i),), (maxi[i], mini[i])


def attention(outside: Outside, _: Subject) -> Iterable[Step]:
    """Per interest how much less attention it gets at the table than outside."""
    gap = outside.gap
    return (step(ATTENTION_SHORT, [((("interest", id_),), (of, gap.table[id_])) for id_, of in gap.outside.items()]),)


def views(outside: Outside, _: Subject) -> Iterable[Step]:
    """Per interest how much less each side is voiced at the table than outside."""
    voiced, there = outside.by_side
    rows = [
        ((interest(outside.weights, k),), (voiced[k, 0], there[k, 0], voiced[k, 1], there[k, 1]))
        for k in range(len(voiced))
    ]
    return (step(VIEWS, rows),)


def views_by_interest(outside: Outside, subject: Subject) -> Iterable[Step]:
    """What parties say about one interest, outside and at the table, and by how much each side falls short."""
    weights, k = outside.weights, outside.weights.interests.index(subject[0])
    (maxi, mini), (voiced, there) = outside.shares, outside.by_side
    taken: list[Step] = []
    for parties, shares, kind, said_there in (
        (outside.citizens, maxi, VOICED_OUTSIDE, False),
        (outside.at_table, mini, VOICED_TABLE, True),
    ):
        voices = outside.voices([(i, k) for i in parties if said_weight(weights, i, k, said_there)], said_there)
        taken.append(voices)
        for side in SIDES:
            rows = [row for row in voices.rows if row.names[2][1] == side]
            if rows:
                of = [shares[weights.actors.index(row.names[0][1])] for row in rows]
                both = zip(rows, of, strict=True)
                taken.append(step(kind, [(row.names, (share, row.value)) for row, share in both]))
    sides = [
        ((interest(weights, k), side_name(side)), (voiced[k, s], there[k, s]))
        for s, side in enumerate(SIDES)
        if voiced[k, s] or there[k, s]
    ]
    return *taken, step(VIEWS_SHORT, sides)


def said_weight(weights: Weights, i: int, k: int, there: bool) -> bool:
    """Whether a party (row) attends to an interest (column); `there`: at the table."""
    return bool((weights.table_attention if there else weights.attention)[i, k] > 0)


def views_by_interest_from_the_start(outside: Outside, subject: Subject) -> Iterable[Step]:
    """The same, after who stands for how much outside."""
    return outside.maxi(), *views_by_interest(outside, subject)


def _cells(outside: Outside, cells: list[tuple[int, int]]) -> Iterable[Step]:
    """What stakes add to views: only on the sides that the outside voices more."""
    weights, (maxi, mini), k = outside.weights, outside.shares, len(outside.weights.interests)
    counted = [(i, j, s) for i, j in cells for s in range(2) if outside.counted[j, s]]
    spoken = [(i, j) for i, j in cells if outside.counted[j].any()]
    rows = [
        (
            (actor(weights, i), interest(weights, j), side_name(SIDES[s])),
            (maxi[i], weights.voices[i, s * k + j], mini[i], weights.table_voices[i, s * k + j]),
        )
        for i, j, s in counted
        if weights.voices[i, s * k + j] or weights.table_voices[i, s * k + j]
    ]
    used = {(row[0][0][1], row[0][1][1], row[0][2][1]) for row in rows}
    steps = [
        _only(outside.voices([(i, j) for i, j in spoken if said_weight(weights, i, j, there)], there), used)
        for there in (False, True)
    ]
    return *[taken for taken in steps if taken.rows], step(CELLS, rows)


def _only(taken: Step, used: set[tuple[str, str, str]]) -> Step:
    """The rows of a step that are gone on with."""
    kept = [row for row in taken.rows if tuple(id_ for _, id_ in row.names) in used]
    return step(taken.kind, [(row.names, row.amounts) for row in kept])


def cell(outside: Outside, subject: Subject) -> Iterable[Step]:
    """What the stake of one party in one interest adds to views."""
    weights = outside.weights
    return _cells(outside, [(weights.actors.index(subject[0]), weights.interests.index(subject[1]))])


def by_actor(outside: Outside, subject: Subject) -> Iterable[Step]:
    """What each stake of one party adds to views."""
    row = outside.weights.actors.index(subject[0])
    return _cells(outside, [(row, k) for k in range(len(outside.weights.interests))])


def by_actor_from_the_start(outside: Outside, subject: Subject) -> Iterable[Step]:
    """The same, after who stands for how much outside, where any stake of the party adds something."""
    *before, cells = by_actor(outside, subject)
    return *([outside.maxi()] if cells.rows else []), *before, cells


def drift(outside: Outside, subject: Subject) -> Iterable[Step]:
    """All drift, or that of one interest."""
    weights, mini = outside.weights, outside.shares[1]
    k = len(weights.interests)
    columns = [weights.interests.index(subject[0])] if subject else range(k)
    rows = []
    for i in outside.at_table:
        for j in columns:
            for s, side in enumerate(SIDES):
                own, there = weights.voices[i, s * k + j], weights.table_voices[i, s * k + j]
                if own != there:
                    rows.append(((actor(weights, i), interest(weights, j), side_name(side)), (mini[i], own, there)))
    return (step(DRIFT, rows),)


def overlap(outside: Outside, _: Subject) -> Iterable[Step]:
    """By how much places is larger than views, 0 where it is not."""
    return (step(OVERLAP, [((), (outside.gap.places, outside.gap.views))]),)


def attended(there: bool) -> Taken:
    """How much attention an interest gets, by party; `there`: at the table, else outside."""

    def taken(outside: Outside, subject: Subject) -> Iterable[Step]:
        weights, k = outside.weights, outside.weights.interests.index(subject[0])
        parties = outside.at_table if there else outside.citizens
        cells = [(i, k) for i in parties if said_weight(weights, i, k, there)]
        spent = weights.table_attention if there else weights.attention
        shares = outside.shares[there]
        rows = [((actor(weights, i),), (shares[i], spent[i, k])) for i, _ in cells]
        return (
            outside.mini() if there else outside.maxi(),
            outside.attention(cells, there),
            step(ATTENDED_TABLE if there else ATTENDED, rows),
        )

    return taken


def share_of(kind: Kind | None) -> Taken:
    """One party's part of what all stand for; None: as the outside is weighed."""

    def taken(outside: Outside, subject: Subject) -> Iterable[Step]:
        everyone = who_counts(outside.weights, kind or outside.maxi_kind)
        own = sum(row.value for row in everyone.rows if row.names[0][1] == subject[0])
        return everyone, step(PART_OF, [((("actor", subject[0]),), (own, everyone.result or 0.0))])

    return taken


def unheard(outside: Outside, subject: Subject) -> Iterable[Step]:
    """Whether an interest gets less attention at the table than the limit times what it gets outside."""
    about, gap, agreed = (("interest", subject[0]),), outside.gap, outside.weights.web.conventions
    bound = step(BOUND, [(about, (agreed.unheard_limit, gap.outside[subject[0]]))])
    return bound, step(UNHEARD, [(about, (gap.table[subject[0]], bound.rows[0].value))])


def named(outside: Outside, _: Subject) -> Iterable[Step]:
    """The interests among which the headline names one, with what each adds to the gap."""
    gap = outside.gap
    among = gap.unheard or tuple(gap.by_interest)
    rows = [((("interest", id_),), (adds,)) for id_, adds in gap.by_interest.items() if id_ in among]
    return (step(NAMED, rows),)


def alarm(outside: Outside, subject: Subject) -> Iterable[Step]:
    """Whether a party is hit hard, whether it has hardly any seats for how it is affected, and whether both hold."""
    about, gap, row = (("actor", subject[0]),), outside.gap, outside.weights.actors.index(subject[0])
    agreed = outside.weights.web.conventions
    hard = step(HARD, [(about, (outside.weights.hit[row], agreed.alarm_hit))])
    bound = step(SEATS_BOUND, [(about, (agreed.alarm_share, gap.affected[subject[0]]))])
    hardly = step(HARDLY, [(about, (gap.mini[subject[0]], bound.rows[0].value))])
    return hard, bound, hardly, step(BOTH, [(about, (hard.rows[0].value, hardly.rows[0].value))])


def estimated(outside: Outside, subject: Subject) -> Iterable[Step]:
    """Of all parties, or of one."""
    weights, cells = outside.weights, outside.gap.cells
    rows = np.argwhere(cells > TIE).tolist()
    kept = [(i, k) for i, k in rows if not subject or weights.actors[i] == subject[0]]
    named = [((actor(weights, i), interest(weights, k)), cells[i, k], weights.estimate[i, k]) for i, k in kept]
    estimated = step(ESTIMATED, [(names, (cell, guess)) for names, cell, guess in named])
    missing = step(MISSING, [(names, (cell,)) for names, cell, _ in named])
    return estimated, missing, step(ESTIMATED_PART, [((), (estimated.result or 0.0, missing.result or 0.0))])
