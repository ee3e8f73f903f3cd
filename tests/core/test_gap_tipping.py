"""What would tip the main cause of the gap: one estimate at another word, or one group that joins."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, reject

from coprod_core.indicators.gap import Gap, Reference
from coprod_core.indicators.gap_tipping import Tip, Tipping, nearest_word, tipping
from coprod_core.indicators.overview import readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.weights import weights_of
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from tests.core.webs import webs
from tests.examples import examples

property_test = examples(60)
SEATS = 3.0


def absent(web: Web) -> dict[str, float]:
    staked = {stake.actor for stake in web.stakes if stake.weight > 0}
    return {a.id: SEATS for a in web.actors if a.citizens and not a.seated and a.id in staked}


def tipping_of(web: Web, reference: Reference = Reference.MAXI_PUBLIC) -> Tipping:
    found = tipping(weights_of(web), absent(web), reference)
    if isinstance(found, Undefined):
        reject()
    return found


def gap_of(web: Web) -> Gap:
    gap = readings(web).gap
    assert gap is not None
    return gap


def at_weight(web: Web, actor: str, interest: str, weight: float) -> Web:
    stakes = (replace(s, weight=weight) if (s.actor, s.interest) == (actor, interest) else s for s in web.stakes)
    return replace(web, stakes=tuple(stakes))


def seated(web: Web, actor: str, seats: float) -> Web:
    return replace(web, actors=tuple(replace(a, seats=seats) if a.id == actor else a for a in web.actors))


def moved(web: Web) -> Iterator[tuple[int, float, Web]]:
    """Every web one estimate away, with the steps and the change in weight."""
    levels = web.conventions.weights
    for stake in web.stakes:
        if stake.provenance != "estimate" or not web.actor_by_id[stake.actor].citizens:
            continue
        others = [s for s in web.stakes if s.actor == stake.actor and s is not stake and s.weight > 0]
        if not others and stake.weight == 0:
            continue  # a party without a stake is not on the web
        for word, level in enumerate(levels):
            steps = abs(word - nearest_word(stake.weight, levels))
            if steps and (others or level > 0):
                yield steps, abs(level - stake.weight), at_weight(web, stake.actor, stake.interest, level)


@pytest.mark.slow
@property_test
@given(webs(most_actors=5, most_interests=3))
def test_the_move_that_is_named_does_tip_and_no_smaller_one_does(web: Web) -> None:
    found = tipping_of(web)
    outcomes = [(steps, change, gap_of(other)) for steps, change, other in moved(web)]
    assert found.moves == len(outcomes)
    for tip, top in ((found.interest, "top_interest"), (found.actor, "top_actor")):
        assert tip.now == getattr(gap_of(web), top)
        tipped = [
            (steps, change) for steps, change, gap in outcomes if tip.now and getattr(gap, top) not in (None, tip.now)
        ]
        if tip.move is None:
            assert tipped == []
            continue
        then = at_weight(web, tip.move.actor, tip.move.interest, tip.move.weight)
        assert getattr(gap_of(then), top) == tip.move.becomes != tip.now
        stake = web.stake_by_pair[tip.move.actor, tip.move.interest]
        assert (tip.move.steps, abs(tip.move.weight - stake.weight)) == min(tipped)


@property_test
@given(webs())
def test_a_group_that_is_named_tips_by_joining_and_where_none_is_named_none_does(web: Web) -> None:
    found = tipping_of(web)
    assert found.groups == len(absent(web))
    for tip, top in ((found.interest, "top_interest"), (found.actor, "top_actor")):
        outcomes = {actor: getattr(gap_of(seated(web, actor, SEATS)), top) for actor in absent(web)}
        tipped = [actor for actor, outcome in outcomes.items() if tip.now and outcome not in (None, tip.now)]
        assert (tip.joins.actor if tip.joins else None) == (tipped[0] if tipped else None)
        if tip.joins:
            assert (tip.joins.seats, tip.joins.becomes) == (SEATS, outcomes[tip.joins.actor])


@property_test
@given(webs(most_actors=5, most_interests=3))
def test_what_tips_against_everybody_affected_is_found_the_same_way(web: Web) -> None:
    found = tipping_of(web, Reference.AFFECTED_PUBLIC)
    tip = found.interest
    if tip.move is not None:
        then = readings(
            at_weight(web, tip.move.actor, tip.move.interest, tip.move.weight), Reference.AFFECTED_PUBLIC
        ).gap
        assert then is not None
        assert then.top_interest == tip.move.becomes


def two_outside(provenance: str) -> Web:
    return Web(
        actors=(
            Actor("here", "At the table", Sphere.CITIZENS, 10, 2),
            Actor("one", "One street", Sphere.CITIZENS, 60),
            Actor("other", "Another street", Sphere.CITIZENS, 50),
        ),
        interests=(Interest("green", "Green"), Interest("dry", "Dry"), Interest("calm", "Calm")),
        stakes=(
            Stake("here", "green", 1.0, provenance="self"),
            Stake("one", "dry", 1.0, provenance=provenance),
            Stake("other", "calm", 1.0, provenance="self"),
        ),
    )


def test_one_estimate_a_word_lower_gives_the_floor_to_the_other_street() -> None:
    found = tipping_of(two_outside("estimate"))
    assert found.interest.now == "dry"
    move = found.interest.move
    assert move is not None
    assert (move.actor, move.interest, move.weight, move.steps, move.becomes) == ("one", "dry", 0.4, 1, "calm")


def test_what_people_said_themselves_is_not_moved() -> None:
    found = tipping_of(two_outside("self"))
    assert found.moves == 0
    assert found.interest.move is None
    assert found.interest.joins is not None
    assert (found.interest.joins.actor, found.interest.joins.becomes) == ("one", "calm")


def test_where_nothing_is_missing_there_is_nothing_to_tip() -> None:
    web = two_outside("estimate")
    web = replace(web, actors=(Actor("here", "At the table", Sphere.CITIZENS, 2, 2),), stakes=web.stakes[:1])
    found = tipping_of(web)
    assert found.interest == found.actor == Tip(None, None, None)


def test_without_citizens_that_are_hit_nothing_can_tip() -> None:
    assert tipping(weights_of(Web()), {}) == Undefined("no_citizen_stakes")


@pytest.mark.parametrize(("weight", "word"), [(0.0, 0), (0.1, 1), (0.25, 1), (0.3, 2), (0.4, 2), (0.8, 3), (1.0, 3)])
def test_a_weight_in_between_has_the_nearest_word(weight: float, word: int) -> None:
    assert nearest_word(weight, DESIGN.weights) == word
