"""What is promised of a group that would come is what happens once it has come (docs/indicators.md, section 10, 18)."""

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from coprod_core.acts.commands import Seat
from coprod_core.acts.history import History, after, opened, seats_had_last, seats_on_invitation
from coprod_core.indicators.overview import readings
from coprod_core.web.model import Web
from tests.core.webs import webs

with_initiators = webs(initiators=True, fewest_options=1)
property_test = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@pytest.mark.slow
@property_test
@given(with_initiators, st.data())
def test_what_is_promised_is_what_the_readings_say_once_the_group_sits_there(web: Web, data: st.DataObject) -> None:
    actor = data.draw(st.sampled_from(coming(web)))
    check_promise(opened(web), actor)


@pytest.mark.slow
@property_test
@given(with_initiators, st.data(), st.integers(1, 9))
def test_a_group_that_sat_there_before_is_promised_what_happens_with_the_seats_it_had_last(
    web: Web, data: st.DataObject, seats: int
) -> None:
    actor = data.draw(st.sampled_from(coming(web)))
    came = after(opened(web), Seat(actor, float(seats)))
    away = after(came, Seat(actor, 0.0))
    assert seats_on_invitation(away, actor) == seats
    check_promise(away, actor)


def coming(web: Web) -> list[str]:
    """The absent groups that would come as guests: one marked as initiator comes back as that, and moves the base."""
    dilemma = readings(web).feasibility_inclusiveness
    found = [] if dilemma is None else [id_ for id_ in dilemma.invite if not web.actor_by_id[id_].initiator]
    assume(found)
    return found


def check_promise(meeting: History, actor: str) -> None:
    """That what is promised of a group in a meeting is what is read there after the act of inviting it."""
    before = readings(meeting.web, seats=seats_had_last(meeting))
    dilemma = before.feasibility_inclusiveness
    assert dilemma is not None
    promise = dilemma.invite[actor]
    assert promise.seats == seats_on_invitation(meeting, actor)
    there = readings(after(meeting, Seat(actor, promise.seats)).web)
    now = there.feasibility_inclusiveness
    assert now is not None
    assert now.initiators == dilemma.initiators
    assert now.inclusiveness == pytest.approx(dilemma.inclusiveness + promise.gain, abs=1e-9)
    assert now.feasibility == pytest.approx(dilemma.feasibility - promise.loss, abs=1e-9)
    assert (now.fit, now.pace) == pytest.approx((promise.fit_to, promise.pace_to), abs=1e-9)
    assert np.array(now.front) == pytest.approx(np.array(dilemma.front), abs=1e-9)
    assert (now.tension, now.binding) == (pytest.approx(dilemma.tension, abs=1e-9), dilemma.binding)
    if before.gap is not None and there.gap is not None:
        assert there.gap.views == pytest.approx(promise.views_to, abs=1e-9)
        heard = {id_ for id_ in before.gap.unheard if id_ not in there.gap.unheard and there.gap.table[id_] > 1e-9}
        assert promise.first_heard == tuple(sorted(heard))
