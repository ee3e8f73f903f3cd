"""What the browser sent is done once, in order, in its own meeting only; what cannot be done is told."""

from typing import Any

import pytest

from coprod_core.commands import RemoveActor
from coprod_core.model import Web
from coprod_core.store import Store
from coprod_ui.web_editor.operations import MOST_PENDING
from tests.screens.window import Window, differences


def seat(seq: int, actor: str = "piles", at_table: bool = True, client: str = "canvas") -> dict[str, Any]:
    return {"client": client, "seq": seq, "kind": "seat", "actor": actor, "at_table": at_table, "x": 650.0, "y": 250.0}


def rename(seq: int, name: str, client: str = "canvas") -> dict[str, Any]:
    return {"client": client, "seq": seq, "kind": "rename", "of": "interest", "id": "dry", "name": name}


def line(seq: int, text: str, client: str = "line") -> dict[str, Any]:
    return {"client": client, "seq": seq, "text": text}


def acknowledged(window: Window) -> dict[str, int]:
    """What the screen tells the browser it need not keep any longer."""
    refused = window.app.session_state.get("refused") or {}
    done = window.loaded.acknowledged
    return {client: max(done.get(client, 0), refused.get(client, 0)) for client in {*done, *refused}}


def test_an_act_on_the_canvas_is_done_once_however_often_it_is_sent(small: Window) -> None:
    small.draw(seat(1)).run().draw(seat(1)).run()
    assert small.loaded.head == 2
    assert small.web.actor_by_id["piles"].seats == 6
    assert acknowledged(small) == {"canvas": 1}


def test_a_window_opened_anew_does_not_do_it_again(small: Window) -> None:
    small.draw(seat(1))
    again = Window(small.meeting).draw(seat(1))
    assert (again.loaded.head, again.told) == (2, [])


def test_acts_are_done_in_the_order_they_were_done_by_hand_even_when_they_arrive_in_another(small: Window) -> None:
    small.draw(rename(3, "drie"), rename(1, "een"), rename(2, "twee"))
    names = [moment.web.interest_by_id["dry"].name for moment in small.loaded.history.moments()]
    assert names == ["drie", "twee", "een", "Droge kelder"]


def test_what_is_sent_later_is_done_later(small: Window) -> None:
    small.draw(rename(1, "een")).draw(rename(1, "een"), rename(2, "twee"))
    assert (small.loaded.head, small.web.interest_by_id["dry"].name) == (3, "twee")


def test_two_canvases_count_for_themselves(small: Window) -> None:
    small.draw(rename(1, "een", "a"), rename(1, "twee", "b"))
    assert (small.loaded.head, acknowledged(small)) == (3, {"a": 1, "b": 1})


def test_an_act_that_does_not_fit_is_told_and_acknowledged_and_what_follows_is_done(small: Window) -> None:
    small.draw(seat(1, "nobody"), rename(2, "Droog"))
    assert (small.loaded.head, small.web.interest_by_id["dry"].name) == (2, "Droog")
    assert acknowledged(small) == {"canvas": 2}
    (told,) = small.told
    assert told.startswith("Dit is er niet meer (nobody)")


def test_a_refused_act_is_told_once_and_not_tried_again(small: Window) -> None:
    small.draw(seat(1, "nobody"))
    assert len(small.told) == 1
    assert acknowledged(small) == {"canvas": 1}
    small.run()
    assert len(small.told) == 1
    small.draw(seat(1, "nobody"), rename(2, "Droog"))
    assert (small.told, acknowledged(small)) == ([], {"canvas": 2})


def test_a_name_that_may_not_exist_is_refused_from_the_canvas_too(small: Window) -> None:
    small.draw(rename(1, " "))
    assert (small.loaded.head, small.told) == (1, ["Hier moet iets staan. Vul een naam in."])


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"ops": None},
        {"ops": "seat"},
        {"ops": {"client": "a", "seq": 1}},
        {"ops": [None, 3, "x", [], {}]},
        {"ops": [{"client": "a", "kind": "undo"}]},
        {"ops": [{"client": "a", "seq": 0, "kind": "undo"}, {"client": "a", "seq": -1}, {"client": "a", "seq": 1.5}]},
        {"ops": [{"client": "a", "seq": True, "kind": "undo"}, {"client": "a", "seq": 2**60, "kind": "undo"}]},
        {"ops": [{"client": "", "seq": 1}, {"client": 7, "seq": 1}, {"client": "x" * 999, "seq": 1}, {"seq": 1}]},
        {"ops": [], "selection": "everything"},
        {"ops": [], "selection": {"n": 1, "selection": "actor"}},
        {"ops": [], "selection": {"n": 1, "selection": [1, 2]}},
        {"ops": [], "selection": {"n": 1, "selection": ["actor"]}},
        {"ops": [], "selection": {"n": [1], "selection": ["stake", "a", "b", "c"], "focus": {"x": 1}}},
    ],
    ids=range(14),
)
def test_what_no_canvas_sends_is_ignored(small: Window, state: dict[str, Any]) -> None:
    small.change_state(f"web_editor_{small.meeting}", state).run()
    assert (small.loaded.head, small.told) == (1, [])


@pytest.mark.parametrize(
    "op",
    [
        {},
        {"kind": None},
        {"kind": ["seat"]},
        {"kind": "drop_database"},
        {"kind": "<script>alert(1)</script>"},
        {"kind": "seat", "actor": ["piles"], "at_table": True, "x": 1, "y": 1},
        {"kind": "seat", "actor": "piles", "at_table": "yes", "x": 1, "y": 1},
        {"kind": "seat", "actor": "piles", "at_table": True, "x": float("nan"), "y": 1},
        {"kind": "seat", "actor": "piles", "at_table": True, "x": 10**400, "y": 1},
        {"kind": "link", "actor": "piles", "interest": "green", "weight": 7, "position": 1},
        {"kind": "link", "actor": "piles", "interest": "green", "weight": float("inf"), "position": 1},
        {"kind": "relate", "a": "dry", "b": "dry", "compatibility": -1},
        {"kind": "add_party", "name": "x" * 10_000, "sphere": "citizens", "at_table": False},
        {"kind": "add_party", "name": "Wij", "sphere": "aliens", "at_table": False},
        {"kind": "add_party", "id": "street", "name": "Wij", "sphere": "citizens", "at_table": False},
        {"kind": "add_interest", "name": "Rust", "link": "street"},
        {"kind": "delete", "actors": "street"},
        {"kind": "delete", "actors": ["street", "street"]},
        {"kind": "delete"},
        {"kind": "move", "actors": {"street": [1]}},
        {"kind": "move", "actors": {"street": [1e9, 1]}},
        {"kind": "undo"},
        {"kind": "redo"},
        {"kind": "half a pair \ud800"},
        {"kind": "seat", "actor": "half a pair \ud800", "at_table": True, "x": 1, "y": 1},
        {"kind": "rename", "of": "interest", "id": "dry", "name": "half a pair \ud800"},
        {"kind": "add_interest", "name": "nul \x00"},
    ],
    ids=range(27),
)
def test_an_odd_operation_changes_nothing_and_is_told_in_a_sentence(small: Window, op: dict[str, Any]) -> None:
    before = small.web
    small.draw({"client": "canvas", "seq": 1, **op})
    assert (small.web, small.loaded.head) == (before, 1)
    assert acknowledged(small) == {"canvas": 1}
    (told,) = small.told
    assert "<script" not in told
    small.run()
    assert len(small.told) == 1


def test_an_operation_of_another_meeting_never_reaches_this_one(small: Window, store: Store, small_web: Web) -> None:
    other = store.begin(small_web)
    small.draw_on(other, rename(1, "Verdwaald"))
    assert small.loaded.head == 1
    assert store.load(other).head == 1


def test_operations_left_behind_in_one_meeting_do_not_follow_to_the_next(
    small: Window, store: Store, small_web: Web
) -> None:
    first, other = small.meeting, store.begin(small_web)
    small.draw(rename(1, "Hier"))
    small.go("start").press(f"go_on_{other}")
    assert small.meeting == other
    small.run()
    assert (store.load(other).head, store.load(first).head) == (1, 2)


def test_the_most_that_can_be_pending_is_done_at_once(small: Window) -> None:
    small.draw(*(rename(seq, f"naam {seq}") for seq in range(1, 31)))
    assert (small.loaded.head, acknowledged(small)) == (31, {"canvas": 30})
    assert MOST_PENDING >= 30


def test_undo_and_redo_come_from_the_canvas_too(small: Window) -> None:
    before = small.web
    small.draw(rename(1, "Droog"), {"client": "canvas", "seq": 2, "kind": "undo"})
    assert small.web == before
    small.draw({"client": "canvas", "seq": 3, "kind": "redo"})
    assert small.web.interest_by_id["dry"].name == "Droog"


def test_what_was_seated_on_the_canvas_stands_selected_with_its_seats_to_type(small: Window) -> None:
    small.app.session_state[f"web_editor_{small.meeting}"] = {
        "ops": [seat(1)],
        "selection": {"n": "report-1", "selection": ["actor", "piles"], "focus": "seats"},
    }
    small.run()
    assert small.app.session_state["selection"] == ("actor", "piles")
    assert small.value("seats_piles") == 6


# -- the one-line entry ----------------------------------------------------------------------------------------------


def test_a_line_is_done_once_with_everything_in_it_as_one_act(small: Window) -> None:
    before = small.web
    small.type(line(1, "Winkeliers (25) aan tafel 2: droge kelder ++, parkeren ---")).run()
    assert small.loaded.head == 2
    (shops,) = small.web.actors[4:]
    assert (shops.name, shops.people, shops.seats) == ("Winkeliers", 25, 2)
    (parking,) = small.web.interests[3:]
    stakes = {stake.interest: (stake.weight, stake.position) for stake in small.web.stakes_of(shops.id)}
    assert stakes == {"dry": (0.4, 1), parking.id: (1, -1)}
    assert None not in (shops.x, shops.y, parking.x, parking.y)
    small.press("undo")
    assert small.web == before


def test_lines_and_acts_on_the_canvas_are_both_done(small: Window) -> None:
    small.app.session_state[f"web_editor_{small.meeting}"] = {"ops": [rename(1, "Droog")], "selection": None}
    small.type(line(1, "Winkeliers: droog +"))
    assert small.loaded.head == 3
    assert small.web.stakes[-1].interest == "dry"
    assert acknowledged(small) == {"canvas": 1, "line": 1}


@pytest.mark.parametrize(
    "text",
    ["", ":", "Wij: a +, a -", "Wij: +", "Wij: a ++++", "De straat", "x" * 3000, "Wij (0)", "\u202eWij", "half \ud800"],
)
def test_a_line_that_cannot_be_done_is_told_acknowledged_and_changes_nothing(small: Window, text: str) -> None:
    before = small.web
    small.type(line(1, text))
    assert (small.web, small.loaded.head, acknowledged(small)) == (before, 1, {"line": 1})
    assert len(small.told) == 1


@pytest.mark.parametrize("lines", [None, "x", [None], [{"text": "Wij"}], [{"client": "a", "seq": 1, "text": 3}], 7])
def test_what_no_entry_sends_is_ignored(small: Window, lines: Any) -> None:
    small.change_state(f"quick_entry_{small.meeting}", {"lines": lines, "draft": ""})
    assert (small.loaded.head, small.told) == (1, [])


# -- what the disk did not take --------------------------------------------------------------------------------------


def test_what_is_done_after_somebody_removed_its_party_is_refused_and_told(small: Window, store: Store) -> None:
    store.append(small.meeting, RemoveActor("piles"), seen=1)
    small.draw(seat(1))
    assert small.loaded.head == 2
    assert any(told.startswith("Dit is er niet meer (piles)") for told in small.told)


def test_an_act_on_the_canvas_changes_only_what_it_says(small: Window) -> None:
    before = small.web
    small.draw(rename(1, "Droog"))
    assert differences(before, small.web) == {("interests[dry].name", "Droge kelder", "Droog")}
