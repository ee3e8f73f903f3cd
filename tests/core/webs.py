"""Random webs for property tests: `webs()` makes valid webs with everything in them that a web can hold."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from coprod_core.web.conventions import DESIGN, FORCE_WORDS, RINGS_WITH_A_SEAT, WAYS, WEIGHT_WORDS, Conventions
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import (
    Actor,
    Interest,
    Invitation,
    Option,
    Process,
    Provenance,
    Relation,
    Rule,
    Sphere,
    Stake,
    Unknown,
    Web,
)

# grids fine enough to be interesting and coarse enough that ties are real ties, not rounding; drawn in one go each,
# for a web takes hundreds of draws
SHARES = tuple(i / 20 for i in range(21))
SIGNED = tuple(i / 10 for i in range(-10, 11))
WEIGHTS = (*DESIGN.weights * 3, *SHARES)
SEATS = (*(0.0,) * 8, *(float(i) for i in range(1, 7)), 0.5, 2.25)
PEOPLE = (*(None,) * 4, 0.5, 1.0, 2.0, 6.0, 7.0, 12.5, 60.0, 90.0, 499.0)
SPEAKERS = (*("",) * 6, " ", "The health service")
SPHERES = (*(Sphere.CITIZENS,) * 6, *Sphere)

shares = st.sampled_from(SHARES)
signed = st.sampled_from(SIGNED)
weights = st.sampled_from(WEIGHTS)

_parties = st.fixed_dictionaries(
    {
        "sphere": st.sampled_from(SPHERES),
        "people": st.sampled_from(PEOPLE),
        "seats": st.sampled_from(SEATS),
        "influence": st.sampled_from((*(1.0,) * 20, *SHARES)),
        "reach": st.sampled_from((*(1.0,) * 20, *SHARES)),
        "effort": st.sampled_from((0.0, 0.1, 0.4)),
        "hit": st.sampled_from((*(None,) * 20, *SHARES)),
        "initiator": st.booleans(),
        "invitation": st.sampled_from((*(Invitation.NOT_ASKED,) * 6, *Invitation)),
    }
)
_stakes = st.fixed_dictionaries(
    {
        "weight": weights,
        "position": st.sampled_from((*(1.0,) * 20, *SIGNED)),
        "provenance": st.sampled_from(Provenance),
        "table_weight": st.sampled_from((*(None,) * 60, *WEIGHTS)),
        "table_position": st.sampled_from((*(None,) * 60, *SIGNED)),
    }
)


@st.composite
def levels(draw: st.DrawFn, interests: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    """A level for some of the interests."""
    drawn = {interest: draw(st.sampled_from((None, *values))) for interest in interests}
    return {interest: level for interest, level in drawn.items() if level is not None}


@st.composite
def options(draw: st.DrawFn, interests: Sequence[str], id_: str, barred: bool | None = None) -> Option:
    """One plan, barred now and then."""
    return Option(
        id=id_,
        name=f"Plan {id_}",
        feasibility=draw(shares),
        effects=draw(levels(interests, SIGNED)),
        barred=draw(st.sampled_from([False, False, False, True])) if barred is None else barred,
    )


@st.composite
def rules(draw: st.DrawFn, interests: Sequence[str], id_: str) -> Rule:
    """One rule."""
    return Rule(
        id=id_,
        name=f"Rule {id_}",
        force=draw(shares),
        discretion=draw(shares),
        protects=draw(levels(interests, SHARES)),
        hinders=draw(levels(interests, SHARES)),
    )


_kinds_of_people = (("Leeftijd", "jong"), ("Leeftijd", "oud"), ("Woning", "huur"))
_headcounts = st.tuples(
    st.sampled_from(_kinds_of_people), st.sampled_from((0, 5, 130, 2_400)), st.sampled_from((None, 0, 3, 8))
).map(lambda drawn: Headcount(*drawn[0], *drawn[1:]))
population = st.lists(_headcounts, max_size=3, unique_by=lambda held: held.kind).map(tuple)
"""Who lives here, by one feature or two; nobody counted now and then."""

processes = st.builds(
    Process,
    initiative=shares,
    delegated=shares,
    steering=shares,
    meddling=shares,
    emphasis=shares,
    agenda_capacity=st.sampled_from([0.5, 2.0, 8.0]),
    worst_off_weight=shares,
)


_rising = {
    WEIGHT_WORDS: ((0.1, 0.4, 1.0), (0.05, 0.3, 0.9), (0.25, 0.5, 0.75), (0.2, 0.4, 1.0)),
    FORCE_WORDS: ((0.2, 0.6, 1.0), (0.0, 0.1, 0.9), (0.3, 0.6, 0.8)),
    ("hard_to_live_with", "can_live_with"): (
        (0.6, 0.75),
        (0.6, 0.75),
        (0.0, 0.05),
        (0.3, 0.5),
        (0.4, 0.95),
        (0.95, 1.0),
    ),
    RINGS_WITH_A_SEAT: ((0.5, 0.75, 1.0), (0.0, 0.5, 0.5), (1.0, 1.0, 1.0)),
}
_counted = {
    "unheard_limit": st.sampled_from((0.2, 0.05, 0.5, 1.0)),
    "alarm_hit": shares,
    "alarm_share": shares,
    "wish_feasibility": shares,
    **{f"ownership_{way}": shares for way in WAYS},
    "strengthening": shares,
    "unsure_limit": shares,
    "ambivalent_from": shares,
    "mixed_limit": st.sampled_from((0.05, 0.2, 0.5, 1.0)),
    "tell_from": shares,
    "tell_change": st.sampled_from((0.05, 0.3, 1.0)),
    **{f"spread_{who}": st.sampled_from((1.0, 8.0, 60.0, 200.0)) for who in ("data", "self", "estimate")},
    **{f"spread_{what}": st.sampled_from((0.0, 0.15, 0.5)) for what in ("position", "people")},
}


@st.composite
def conventions(draw: st.DrawFn) -> Conventions:
    """How a meeting counts, in some things otherwise than the design."""
    levels = {
        word: level
        for words, choices in _rising.items()
        for word, level in zip(words, draw(st.sampled_from(choices)), strict=True)
    }
    return Conventions(**levels, **draw(st.fixed_dictionaries({}, optional=_counted)))


def _some(draw: st.DrawFn, pairs: Sequence[Any]) -> list[Any]:
    chosen = draw(st.integers(0, (1 << len(pairs)) - 1))
    return [pair for i, pair in enumerate(pairs) if chosen >> i & 1]


@st.composite
def webs(
    draw: st.DrawFn,
    most_actors: int = 6,
    most_interests: int = 4,
    most_options: int = 4,
    fewest_options: int = 0,
    initiators: bool = False,
) -> Web:
    """A valid web with all features: unknown people, fractions of seats, given hits, other views at the table,
    unknown pairs, relations, plans (barred ones too; none now and then), rules and every process number.

    `initiators`: the first party is a citizen party at the table with a stake.
    """
    fewest = 1 if initiators else 0
    interests = [f"k{i}" for i in range(1, draw(st.integers(fewest, most_interests)) + 1)]
    ids = [f"a{i}" for i in range(1, draw(st.integers(fewest, most_actors)) + 1)]
    parties = [Actor(id_, f"Party {id_}", **draw(_parties)) for id_ in ids]
    pairs = [(actor.id, interest) for actor in parties for interest in interests]
    staked = _some(draw, pairs)
    held = {pair: Stake(*pair, **draw(_stakes)) for pair in staked}
    if initiators:
        parties[0] = replace(parties[0], sphere=Sphere.CITIZENS, seats=max(1.0, parties[0].seats))
        held["a1", "k1"] = Stake("a1", "k1", draw(weights.filter(bool)))
    unknown = [pair for pair in pairs if pair not in held][:2]
    plans = [draw(options(interests, f"o{i}")) for i in range(1, draw(st.integers(fewest_options, most_options)) + 1)]
    named = {
        "own_reading": draw(st.sampled_from(("", *(plan.id for plan in plans)))),
        "emphasis_on": draw(st.sampled_from(("", "", *ids))),
    }
    between = [(a, b) for i, a in enumerate(interests) for b in interests[i + 1 :]]
    return Web(
        title="Random",
        actors=tuple(parties),
        interests=tuple(
            Interest(interest, f"Interest {interest}", draw(st.sampled_from(SPEAKERS))) for interest in interests
        ),
        stakes=tuple(held.values()),
        unknown=tuple(Unknown(actor, interest) for actor, interest in unknown),
        relations=tuple(Relation(a, b, draw(signed)) for a, b in _some(draw, between)),
        options=tuple(plans),
        rules=tuple(draw(rules(interests, f"r{i}")) for i in range(1, draw(st.integers(0, 3)) + 1)),
        population=draw(population),
        process=replace(draw(processes), **named),
        conventions=draw(st.one_of(st.just(DESIGN), st.just(DESIGN), conventions())),
    )
