"""Who moved on the power map between two webs."""

from hypothesis import given

from coprod_core.acts.commands import ChangeActor
from coprod_core.comparing.on_map import in_one_only, moves
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Web
from tests.core.webs import webs


@given(webs(), webs())
def test_who_moved_is_the_same_either_way_round_with_before_and_after_turned(one: Web, other: Web) -> None:
    first, second = readings(one), readings(other)
    there = {(move.party, move.field, move.before, move.after) for move in moves(first, second)}
    back = {(move.party, move.field, move.after, move.before) for move in moves(second, first)}
    assert there == back
    assert in_one_only(first, second) == in_one_only(second, first)
    assert moves(first, first) == ()


@given(webs(initiators=True))
def test_what_was_noted_is_told_apart_from_what_was_asked(web: Web) -> None:
    party = web.actors[0]
    ours = "think" if party.ring_ours != "think" else "know"
    after = ChangeActor(party.id, {"ring_ours": ours}).applied_to(web)
    told = moves(readings(web), readings(after))
    assert [(move.party, move.field, move.after) for move in told] == [(party.id, "ring_ours", ours)]
    assert moves(readings(web), readings(after), noted=True) == ()
