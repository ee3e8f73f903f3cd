"""What accounts for a choice: what may be kept, what goes with a party, an interest or an occasion, and what older
files and logs kept of it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from coprod_core.acts import accounting as kept
from coprod_core.acts import commands as c
from coprod_core.acts.history import Undo, after, opened
from coprod_core.acts.weighing import Dilemma, TakenIn, WayOut, Weighing
from coprod_core.checked.errors import CannotApply, InvalidValue
from coprod_core.exchange.graph import Graph, Node
from coprod_core.exchange.graph import web_in as web_of_graph
from coprod_core.exchange.tables import tables_of, web_in
from coprod_core.files import meeting_file, web_file
from coprod_core.files.json_file import FileError
from coprod_core.files.log_format import act_from_data
from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.overview import readings
from coprod_core.web.accounting import (
    NOTHING_KEPT,
    Accounting,
    Attempt,
    Body,
    Card,
    Contribution,
    Occasion,
    Outcome,
    Reaction,
)
from coprod_core.web.conventions import RINGS_WITH_A_SEAT
from coprod_core.web.model import Actor, Interest, Option, Sphere, Web
from coprod_core.web.renumbered import ASKED
from tests.core.acts import full_webs

EVENING = Occasion("n1", "2026-11-12", "Evening", people=34)
RUNG = Attempt("t1", "flats", "2026-11-12", "rang the bell")
SOFTER = Contribution(
    "c1", "A softer pump", "dry", "flats", "n1", answer=Outcome.PARTLY, why="At night", by=Body.COLLEGE
)
SHORT = Reaction("r1", "flats", said="Too short")
KEPT = Accounting(Card(asked="Choose"), (EVENING,), (RUNG,), (SOFTER,), (SHORT,))
WEB = Web(
    actors=(Actor("flats", "Flats", Sphere.CITIZENS), Actor("city", "City", Sphere.OWN_ORGANISATION)),
    interests=(Interest("dry", "Dry cellars"), Interest("green", "Green")),
    options=(Option("pump", "Pump", proposed_by="flats"),),
    accounting=KEPT,
)


@pytest.mark.parametrize(
    ("part", "place", "code"),
    [
        ({"attempts": (replace(RUNG, actor="x9"),)}, "attempts[0].actor", "not_an_actor"),
        ({"contributions": (replace(SOFTER, interest="x9"),)}, "contributions[0].interest", "not_an_interest"),
        ({"contributions": (replace(SOFTER, occasion="x9"),)}, "contributions[0].occasion", "not_an_occasion"),
        ({"reactions": (replace(SHORT, actor="x9"),)}, "reactions[0].actor", "not_an_actor"),
    ],
)
def test_what_is_kept_is_about_something_that_is_there(part, place, code):
    with pytest.raises(InvalidValue) as refused:
        replace(WEB, accounting=replace(KEPT, **part))
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(f"accounting.{place}", code)]


def test_a_plan_comes_from_a_party_that_is_there():
    with pytest.raises(InvalidValue) as refused:
        replace(WEB, options=(Option("pump", "Pump", proposed_by="x9"),))
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [("options[0].proposed_by", "not_an_actor")]


def test_with_a_party_go_the_attempts_to_reach_it_and_the_rest_forgets_it():
    left = c.RemoveActor("flats").applied_to(WEB)
    forgetting = Accounting(KEPT.card, (EVENING,), (), (replace(SOFTER, actor=""),), (replace(SHORT, actor=""),))
    assert left.accounting == forgetting
    assert left.options[0].proposed_by == ""


def test_a_contribution_stays_when_its_interest_or_its_occasion_goes():
    without_interest = c.RemoveInterest("dry").applied_to(WEB).accounting
    without_occasion = kept.RemoveOccasion("n1").applied_to(WEB).accounting
    assert without_interest.contributions == (replace(SOFTER, interest=""),)
    assert (without_occasion.occasions, without_occasion.contributions) == ((), (replace(SOFTER, occasion=""),))


def test_what_is_written_down_is_undone_like_any_change():
    history = after(opened(WEB), kept.ChangeCard({"asked": "Wait"}))
    assert history.web.accounting.card.asked == "Wait"
    assert after(history, Undo()).web == WEB


def test_nothing_is_added_twice_or_changed_when_it_is_gone():
    with pytest.raises(CannotApply, match="exists_already"):
        kept.AddAttempt(RUNG).applied_to(WEB)
    with pytest.raises(CannotApply, match="gone"):
        kept.ChangeReaction("r9", {"said": "x"}).applied_to(WEB)


@given(full_webs())
def test_nothing_that_is_kept_is_computed_with(web):
    bare = replace(web, accounting=NOTHING_KEPT)
    assert json.dumps(readings_data(readings(web))) == json.dumps(readings_data(readings(bare)))


# -- what older files and logs kept ---------------------------------------------------------------------------------

REPLIED = {
    "format": "coprod-web",
    "version": 4,
    "interests": [
        {"id": "dry", "name": "Dry cellars", "reply": "It is a demand now"},
        {"id": "green", "name": "Green", "reply": " "},
    ],
}
AS_CONTRIBUTION = Contribution("reply_1", "Dry cellars", "dry", why="It is a demand now")


def test_what_was_done_with_an_interest_is_the_answer_to_a_contribution_now():
    web = web_file.read(json.dumps(REPLIED))
    assert web.interests == WEB.interests
    assert web.accounting.contributions == (AS_CONTRIBUTION,)


def test_a_reply_of_any_length_comes_along():
    long = {**REPLIED, "interests": [{"id": "dry", "name": "Dry", "reply": "a" * 20_000}]}
    assert len(web_file.read(json.dumps(long)).accounting.contributions[0].why) == 20_000


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ({"accounting": {}}, "accounting"),
        ({"options": [{"id": "o", "name": "O", "costs": ""}]}, "options[0].costs"),
        ({"interests": [{"id": "k", "name": "K", "reply": 3}]}, "interests[0].reply"),
    ],
)
def test_a_file_of_version_4_does_not_know_what_came_later(part, place):
    with pytest.raises(FileError) as refused:
        web_file.read(json.dumps({"format": "coprod-web", "version": 4, **part}))
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [(place, "unknown_key")]


def test_a_log_of_before_leads_to_the_same_contribution():
    interest = {"id": "dry", "name": "Dry cellars", "spoken_by": "", "notes": "", "reply": "", "x": None, "y": None}
    green = {**interest, "id": "green", "name": "Green", "reply": "Trees"}
    log = [
        {"act": "together", "commands": [{"act": "add_interest", "interest": interest}]},
        {"act": "change_interest", "id": "dry", "changes": {"reply": "We look into it"}},
        {"act": "change_interest", "id": "dry", "changes": {"reply": "It is a demand now", "notes": "n"}},
        {"act": "add_interest", "interest": green},
        {"act": "change_interest", "id": "green", "changes": {"reply": ""}},
    ]
    web = Web()
    for data in log:
        web = act_from_data(data).applied_to(web)
    assert web.accounting.contributions == (AS_CONTRIBUTION,)
    assert web.interest_by_id["dry"].notes == "n"


def test_a_meeting_of_before_opens_with_its_replies():
    web = {key: value for key, value in REPLIED.items() if key not in ("format", "version")}
    entries = [{"seq": 1, "at": "2026-01-01T00:00:00+00:00", "act": {"act": "open_web", "web": web}}]
    file = json.dumps({"format": "coprod-meeting", "version": 4, "entries": entries})
    assert meeting_file.read(file).history.web.accounting.contributions == (AS_CONTRIBUTION,)


def test_a_table_of_before_keeps_its_replies_too():
    tables = {table.name: table for table in tables_of(replace(WEB, accounting=NOTHING_KEPT))}
    about, listed = tables["web"], tables["interests"]
    rings = tuple(f"conventions.{name}" for name in RINGS_WITH_A_SEAT)
    later = ("accounting", "phase", "conventions.tell_change", *rings)
    known = [row for row in about.rows if not str(row[0]).startswith(later)]
    parties = tables["actors"]
    of_then = [at for at, column in enumerate(parties.columns) if column not in ASKED]
    version = [(place, kind, 4 if place == "version" else value) for place, kind, value in known]
    replied = [(*row, reply) for row, reply in zip(listed.rows, ("It is a demand now", None), strict=True)]
    options = replace(tables["options"], rows=())
    older = {
        **tables,
        "web": replace(about, rows=version),
        "actors": replace(
            parties,
            columns=tuple(parties.columns[at] for at in of_then),
            rows=[[row[at] for at in of_then] for row in parties.rows],
        ),
        "options": options,
        "interests": replace(listed, columns=(*listed.columns, "reply"), rows=replied),
    }
    assert web_in(older, typed=True).web.accounting.contributions == (AS_CONTRIBUTION,)


def test_a_graph_of_before_keeps_its_replies_too():
    node = Node("interest:dry", "Dry cellars", {"kind": "interest", "id": "dry", "reply": "It is a demand now"})
    graph = Graph((node,), (), {"format": "coprod-web", "version": 4})
    assert web_of_graph(graph).web.accounting.contributions == (AS_CONTRIBUTION,)


# -- weighings ------------------------------------------------------------------------------------------------------


def test_a_way_is_one_of_the_scenarios_that_were_taken_in():
    taken = TakenIn("s1", "Without the pump", WEB)
    ways = (WayOut("Without the pump", code="scenario:s1", scenario="s1"),)
    assert Weighing(Dilemma.PLANS, "Without the pump", ways=ways, scenarios=(taken,)).chosen_way == ways[0]
    with pytest.raises(InvalidValue) as refused:
        Weighing(Dilemma.PLANS, "Without the pump", ways=ways)
    assert [(fault.place, fault.code) for fault in refused.value.faults] == [("ways[0].scenario", "not_taken_in")]
