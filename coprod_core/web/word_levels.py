"""When a word gets another level, what stood exactly on the old one moves along, so that it keeps its word."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coprod_core.web.conventions import FORCE_WORDS, WEIGHT_WORDS, Conventions
from coprod_core.web.model import Rule, Stake, Web

_Moves = Mapping[float, float]


def counted_by(web: Web, conventions: Conventions) -> Web:
    """The web with other conventions. Stakes (with what is said at the table) and rules whose level was that of a word
    get the new level of that word; a level in between was said as a number, and stays.
    """
    weights = _moves(web.conventions, conventions, WEIGHT_WORDS)
    forces = _moves(web.conventions, conventions, FORCE_WORDS)
    return replace(
        web,
        conventions=conventions,
        stakes=tuple(_restaked(stake, weights) for stake in web.stakes) if weights else web.stakes,
        rules=tuple(_reforced(rule, forces) for rule in web.rules) if forces else web.rules,
    )


def _moves(before: Conventions, after: Conventions, words: Sequence[str]) -> _Moves:
    levels = ((getattr(before, word), getattr(after, word)) for word in words)
    return {old: new for old, new in levels if old != new}


def _restaked(stake: Stake, moves: _Moves) -> Stake:
    at_table = stake.table_weight
    if stake.weight not in moves and at_table not in moves:
        return stake
    said = at_table if at_table is None else moves.get(at_table, at_table)
    return replace(stake, weight=moves.get(stake.weight, stake.weight), table_weight=said)


def _reforced(rule: Rule, moves: _Moves) -> Rule:
    return replace(rule, force=moves[rule.force]) if rule.force in moves else rule
