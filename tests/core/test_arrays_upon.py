"""The arrays of a web after an act, made from those before it, are the very ones made from nothing."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import ChangeActor, RemoveActor, Seat
from coprod_core.acts.links import RemoveStake, SetStake
from coprod_core.checked.errors import CoprodError
from coprod_core.indicators import cells
from coprod_core.indicators.weights import Weights, weights_of
from coprod_core.web.model import Actor, Interest, Relation, Stake, Web
from tests.core.acts import commands
from tests.core.webs import webs


def assert_same(one: Weights, other: Weights) -> None:
    for field in (name.name for name in fields(Weights)):
        here, there = getattr(one, field), getattr(other, field)
        if isinstance(here, np.ndarray):
            assert here.dtype == there.dtype, field
            assert np.array_equal(here, there), field
    for name in (field.name for field in fields(cells.Cells)):
        assert np.array_equal(getattr(one.cells, name), getattr(other.cells, name)), name


@given(st.data(), webs())
def test_after_any_acts_they_are_the_same(data: st.DataObject, web: Web) -> None:
    weights = weights_of(web)
    for _ in range(4):
        try:
            web = data.draw(commands).applied_to(web)
        except CoprodError:
            continue
        weights = weights_of(web, weights)
        assert_same(weights, weights_of(web))


@pytest.fixture
def web() -> Web:
    return Web(
        actors=tuple(Actor(f"a{i}", f"Partij {i}", "citizens", people=10 + i, seats=i % 2) for i in range(6)),
        interests=tuple(Interest(f"k{k}", f"Belang {k}") for k in range(5)),
        stakes=tuple(Stake(f"a{i}", f"k{k}", 0.4, (-1.0) ** k) for i in range(5) for k in range(4)),
        relations=(Relation("k0", "k1", -0.5),),
    )


ACTS: list[Any] = [
    SetStake(Stake("a2", "k2", 1.0, -0.5, provenance="self")),
    SetStake(Stake("a5", "k4", 0.1)),
    SetStake(Stake("a1", "k1", 0.0)),
    SetStake(Stake("a1", "k1", 0.4, table_weight=1.0)),
    RemoveStake("a0", "k0"),
    Seat("a3", 4),
    ChangeActor("a4", {"hit": 0.2, "people": None}),
    RemoveActor("a2"),
]


@pytest.mark.parametrize("act", ACTS, ids=[f"{place} {act.act}" for place, act in enumerate(ACTS)])
def test_after_an_act_they_are_the_same(web: Web, act: Any) -> None:
    before, after = weights_of(web), act.applied_to(web)
    assert_same(weights_of(after, before), weights_of(after))


def test_where_no_stake_changed_none_is_read(web: Web) -> None:
    before = weights_of(web)
    assert weights_of(Seat("a3", 4).applied_to(web), before).cells is before.cells


def test_another_order_of_parties_is_another_web(web: Web) -> None:
    turned = replace(web, actors=web.actors[::-1], interests=web.interests[::-1])
    assert_same(weights_of(turned, weights_of(web)), weights_of(turned))
