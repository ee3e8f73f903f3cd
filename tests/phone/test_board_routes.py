"""The board's routes: one door for acts, each done once, and what changed told to who acts and to who follows."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.acts.commands import ChangeMeeting, Seat
from coprod_core.store.engine import WRITE_LOCK
from coprod_core.store.values import Loaded
from coprod_core.web.model import Web
from coprod_ui.meeting import acting, calculations, current
from coprod_ui.meeting.hub import hub, stage
from coprod_ui.served.board.requests import LARGEST_BODY
from coprod_ui.served.board.routes import _stands, _stream
from tests.phone.visitors import run

HOME = "http://localhost:8501"
SEAT = {"act": "seat", "actor": "piles", "seats": None}
UNDO = {"act": "undo"}


class Board:
    """A board in a browser on the laptop: what it shows, and the acts it sends under its own name."""

    def __init__(self, app: Starlette, meeting: str, name: str = "tab", language: str = "nl") -> None:
        self.client = TestClient(app, base_url=HOME, client=("127.0.0.1", 50000), headers={"origin": HOME})
        self.meeting, self.name, self.language = meeting, name, language
        self.number = 0
        self.open()

    def open(self) -> None:
        whole = self.client.get(f"/api/board/{self.meeting}", params={"language": self.language}).json()
        self.base, self.head, self.picture, self.words = whole["base"], whole["head"], whole["picture"], whole["words"]

    def act(self, act: Any, **instead: Any) -> Any:
        """The next act of this board."""
        self.number += 1
        return self.send(act, **{"number": self.number, **instead})

    def send(self, act: Any, **instead: Any) -> Any:
        about = {"client": self.name, "seen": self.head, "language": self.language, "digits": 0, "base": self.base}
        answer = self.client.post(f"/api/act/{self.meeting}", json={**about, "act": act, **instead})
        self.take(answer.json())
        return answer

    def follow(self) -> None:
        query = {"language": self.language, "since": self.base}
        self.take(self.client.get(f"/api/board/{self.meeting}", params=query).json())

    def take(self, answer: dict[str, Any]) -> None:
        if "base" not in answer:
            return
        if "on" in answer:
            assert answer["on"] == self.base
            kept = {key: value for key, value in self.picture.items() if key not in answer["gone"]}
            self.picture = kept | answer["set"]
        else:
            self.picture = answer["picture"]
        self.base, self.head = answer["base"], answer["head"]


@pytest.fixture
def board(app: Starlette, meeting: str) -> Board:
    return Board(app, meeting)


def stored(meeting: str) -> Loaded:
    return current.store().load(meeting)


def web_of(meeting: str) -> Web:
    return stored(meeting).history.web


# -- what is shown --------------------------------------------------------------------------------------------------


def test_the_board_gets_the_web_its_readings_and_the_words_for_them(board: Board):
    assert board.picture["order"]["actors"] == ["street", "piles"]
    assert board.picture["actor:piles"]["people"] == 80
    assert board.picture["stake:piles|sound"]["cause"]
    assert board.picture["interest:sound"]["voice"] == "nobody"
    assert [cell["name"] for cell in board.picture["strip"]] == ["gap", "feasibility_inclusiveness", "role", "rules"]
    assert board.picture["meeting"]["saved"] == "Opgeslagen {time}"
    assert board.picture["told"] is None
    assert board.words["spheres.citizens"] == "bewoners"


ACTS = [
    SEAT,
    {"act": "together", "commands": [
        {"act": "add_actor", "actor": {"name": "Winkels <b>", "sphere": "citizens", "seats": None, "initiator": None}},
        {"act": "add_interest", "interest": {"name": "Parkeren"}},
        {"act": "set_stake", "stake": {"actor": None, "interest": None, "weight": 0.4, "position": -1}},
        {"act": "set_relation", "relation": {"a": None, "b": "dry", "compatibility": -0.5}},
    ]},
    {"act": "mark_unknown", "actor": "street", "interest": "sound"},
    {"act": "change_interest", "id": "dry", "changes": {"name": "Vrijheid", "notes": "bel 0612345678"}},
    {"act": "change_process", "changes": {"initiative": 1.0}},
    {"act": "change_conventions", "changes": {"weight_plans": 0.5}},
    UNDO,
    {"act": "redo"},
    {"act": "remove_actor", "id": "piles"},
    {"act": "move_nodes", "actors": {"street": [700, 100]}, "interests": {}},
]  # fmt: skip


def test_what_changed_upon_what_the_board_had_is_what_a_fresh_board_gets(app: Starlette, board: Board, meeting: str):
    for act in ACTS:
        answer = board.act(act)
        assert (answer.status_code, answer.json()["acknowledged"]) == (200, board.number)
        fresh = Board(app, meeting)
        assert (board.picture, board.base, board.head) == (fresh.picture, fresh.base, stored(meeting).head)


def test_an_act_is_logged_with_nothing_left_open(board: Board, meeting: str):
    done = board.act(ACTS[1]).json()["done"]
    (party,) = (actor for actor in web_of(meeting).actors if actor.name == "Winkels <b>")
    assert done["commands"][2]["stake"]["actor"] == party.id
    assert (party.seats, party.initiator, party.x is None) == (6, True, False)
    board.act(SEAT)
    assert web_of(meeting).actor_by_id["piles"].seats == 6


def test_after_an_act_one_sentence_tells_what_it_did_and_about_whom(board: Board):
    told = board.act(SEAT).json()["set"]["told"]
    assert told["of"] == board.head
    assert "Nu aan tafel" in told["spoken"]
    assert told["what"][0] == "a:piles"
    assert told["cell"] in [cell["name"] for cell in board.picture["strip"]]


def test_who_has_a_picture_that_is_not_known_any_more_gets_it_whole(board: Board):
    board.base = "of-before-a-restart"
    answer = board.act(SEAT).json()
    assert "picture" in answer
    assert answer["picture"]["actor:piles"]["seats"] == 6


@pytest.mark.parametrize("path", ["/api/board/none", "/api/board/none/events"])
def test_a_meeting_that_is_not_there_is_told_so(board: Board, path: str):
    answer = board.client.get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "no_such_meeting")


# -- once, and in order ---------------------------------------------------------------------------------------------


def test_an_act_that_is_sent_twice_is_done_once(board: Board, meeting: str):
    first, again = board.act(ACTS[1]).json(), board.send(ACTS[1], number=1)
    assert (again.status_code, again.json()["acknowledged"], again.json()["done"]) == (200, 1, None)
    assert (stored(meeting).head, first["head"]) == (2, 2)


def test_an_act_that_is_sent_many_times_at_once_is_done_once(app: Starlette, meeting: str):
    boards = [Board(app, meeting) for _ in range(8)]
    with ThreadPoolExecutor(len(boards)) as at_once:
        answers = list(at_once.map(lambda each: each.send(ACTS[1], number=1), boards))
    assert {answer.status_code for answer in answers} == {200}
    assert sum(answer.json()["done"] is not None for answer in answers) == 1
    assert stored(meeting).head == 2


def test_an_act_that_overtook_another_waits_for_it(board: Board, meeting: str):
    early = board.send(UNDO, number=2)
    assert (early.status_code, early.json()["code"], early.json()["acknowledged"]) == (409, "out_of_order", 0)
    assert stored(meeting).head == 1
    assert [board.send(act, number=n).status_code for n, act in ((1, SEAT), (2, UNDO))] == [200, 200]
    assert stored(meeting).head == 3


TOO_MUCH: dict[str, Any] = {"act": "set_stake", "stake": {"actor": "street", "interest": "dry", "weight": 7}}
REFUSED = [
    ({"act": "seat", "actor": "gone", "seats": None}, "gone", ""),
    (TOO_MUCH, "out_of_range", "stake.weight"),
    ({"act": "together", "commands": [SEAT, {"act": "fly"}]}, "unknown_act", "commands[1]"),
    ({"act": "add_interest", "interest": {"id": "dry", "name": "Nog eens"}}, "exists_already", ""),
    (UNDO, "nothing_to_undo", ""),
    ({**TOO_MUCH, "stake": {**TOO_MUCH["stake"], "weight": "1"}}, "not_a_number", "stake.weight"),
    (["seat"], "not_an_object", ""),
]  # fmt: skip


@pytest.mark.parametrize(("act", "code", "place"), REFUSED)
def test_a_refused_act_is_told_with_its_place_and_is_dealt_with(
    board: Board, meeting: str, act: Any, code: str, place: str
):
    answer = board.act(act)
    refused = answer.json()["refused"]
    assert (answer.status_code, refused["code"], refused["place"]) == (409, code, place)
    assert "[" not in refused["text"]
    assert board.client.get(f"/api/board/{meeting}?client=tab").json()["acknowledged"] == 1
    assert stored(meeting).head == 1
    assert board.act(SEAT).json()["acknowledged"] == 2


def test_a_refused_act_that_is_sent_again_is_refused_again_also_by_a_server_that_started_anew(
    board: Board, meeting: str
):
    first = board.act(REFUSED[1][0]).json()
    current.let_go_of_store()
    again = board.send(SEAT, number=1)
    assert (again.status_code, again.json()["refused"]) == (409, first["refused"])
    assert board.act(SEAT).status_code == 200
    assert stored(meeting).head == 2


@contextmanager
def full_disk(database: Path) -> Iterator[None]:
    """Nothing can be added to a log meanwhile."""
    with closing(connect(database)) as tables:
        tables.execute("CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        yield
        tables.execute("DROP TRIGGER full")


def test_what_the_disk_does_not_take_is_not_acknowledged_and_done_when_sent_again(
    board: Board, meeting: str, database: Path
):
    with full_disk(database):
        failed = board.act(SEAT)
    assert (failed.status_code, failed.json()["code"], "acknowledged" in failed.json()) == (503, "not_saved", False)
    assert failed.headers["retry-after"]
    assert (board.send(SEAT, number=1).status_code, stored(meeting).head) == (200, 2)


async def answered(app: Starlette, method: str, path: str, body: bytes = b"") -> int:
    """The status of a request from the laptop, answered on the loop that runs."""
    told: list[Any] = []
    headers = [(b"host", b"localhost:8501"), (b"origin", HOME.encode()), (b"content-type", b"application/json")]
    about = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": headers}

    async def receive() -> Any:
        return {"type": "http.request", "body": body}

    async def send(message: Any) -> None:
        told.append(message)

    await app({**about, "client": ("127.0.0.1", 50000)}, receive, send)
    return told[0]["status"]


def test_while_an_act_waits_for_the_disk_the_server_answers_others(app: Starlette, meeting: str):
    body = json.dumps({"client": "tab", "number": 1, "seen": 1, "act": SEAT}).encode()

    async def both() -> tuple[int, bool, int]:
        with WRITE_LOCK:
            acting = asyncio.create_task(answered(app, "POST", f"/api/act/{meeting}", body))
            shown = await answered(app, "GET", f"/api/board/{meeting}")
            waited = not acting.done()
        return shown, waited, await acting

    assert run(both()) == (200, True, 200)


# -- several windows, and both ways in ------------------------------------------------------------------------------


def test_two_boards_on_one_meeting_hear_of_each_other(app: Starlette, board: Board, meeting: str):
    other = Board(app, meeting, "other", "en")
    board.act(SEAT)
    answer = other.act({"act": "change_meeting", "changes": {"notes": "theirs"}}).json()
    assert (answer["others"], other.picture["actor:piles"]["seats"]) == (1, 6)
    board.follow()
    assert board.head == other.head == 3
    assert board.picture == Board(app, meeting).picture


def test_nobody_takes_back_what_another_did_unseen(app: Starlette, board: Board, meeting: str):
    other = Board(app, meeting, "other")
    board.act(SEAT)
    refused = other.act(UNDO)
    assert (refused.status_code, refused.json()["refused"]["code"]) == (409, "changed_elsewhere")
    assert other.act(UNDO).status_code == 200  # having seen it
    assert web_of(meeting).actor_by_id["piles"].seats == 0


def test_an_act_on_a_screen_and_one_on_the_board_stand_in_one_log(board: Board, meeting: str):
    acting.do(meeting, ChangeMeeting({"notes": "from a screen"}), seen=1)
    assert board.act(SEAT).json()["others"] == 1
    acting.do(meeting, Seat("piles", 2), seen=3)
    board.follow()
    assert board.picture["actor:piles"]["seats"] == 2
    assert [entry.client for entry in current.store().acts(meeting)] == [None, None, "tab", None]


def test_an_act_is_told_to_who_follows_and_ends_calculations_about_the_web_before(board: Board, meeting: str):
    seen, web = hub.seen(stage(meeting)), web_of(meeting)
    calculations.begin(meeting, "sure", web, lambda _: iter([1]))
    board.act(REFUSED[0][0])
    assert hub.seen(stage(meeting)) == seen
    board.act(SEAT)
    assert hub.seen(stage(meeting)) != seen
    assert calculations.of(meeting, "sure", web) is None


def test_the_stream_says_how_far_the_log_goes_at_once_and_after_every_act(board: Board, meeting: str):
    async def followed() -> list[int]:
        stream = _stream(meeting, hub.seen(stage(meeting)), _stands(meeting))
        heads = [json.loads((await anext(stream)).removeprefix("data: "))["head"]]
        for act in (SEAT, UNDO):
            news = asyncio.create_task(anext(stream))
            await asyncio.to_thread(board.act, act)
            heads.append(json.loads((await news).removeprefix("data: "))["head"])
        return heads

    assert run(followed()) == [1, 2, 3]


def test_the_stream_says_that_what_was_noted_was_erased_with_as_many_acts_as_before(board: Board, meeting: str):
    board.act({"act": "change_actor", "id": "piles", "changes": {"trust": "weak"}})

    async def followed() -> list[dict[str, Any]]:
        stream = _stream(meeting, hub.seen(stage(meeting)), _stands(meeting))
        told = [await anext(stream)]
        news = asyncio.create_task(anext(stream))
        await asyncio.to_thread(acting.erase_noted, meeting)
        return [json.loads(line.removeprefix("data: ")) for line in (*told, await news)]

    before, after = run(followed())
    assert before["head"] == after["head"] == 2
    assert before["at"] != after["at"]
    changed = board.client.get(f"/api/board/{meeting}", params={"since": board.base, "language": "nl"}).json()
    assert changed["base"].startswith(f"{after['at']}-")
    assert '"weak"' not in json.dumps(changed.get("set", changed))


# -- what is no act of ours -----------------------------------------------------------------------------------------

SENT = {"client": "tab", "number": 1, "seen": 1, "act": SEAT}
UNFIT = [
    ({"content": b"{"}, 400, "not_json"),
    ({"content": b"[" * 100_000}, 400, "nested_too_deep"),
    ({"content": b'{"act":1,"act":2}'}, 400, "duplicate_key"),
    ({"json": [1]}, 400, "not_an_object"),
    ({"json": {}}, 400, "missing"),
    ({"json": {**SENT, "client": ""}}, 400, "blank"),
    ({"json": {**SENT, "client": 3}}, 400, "unfit_request"),
    ({"json": {**SENT, "number": 0}}, 400, "out_of_range"),
    ({"json": {**SENT, "number": True}}, 400, "unfit_request"),
    ({"json": {**SENT, "seen": "1"}}, 400, "unfit_request"),
    ({"json": {**SENT, "act": "x" * LARGEST_BODY}}, 413, "act_too_large"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "status", "code"), UNFIT, ids=[f"{code} {status}" for _, status, code in UNFIT])
def test_a_body_that_no_board_sends_is_refused(
    board: Board, meeting: str, body: dict[str, Any], status: int, code: str
):
    headers = {"content-type": "application/json"}
    answer = board.client.post(f"/api/act/{meeting}", headers=headers, **body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert stored(meeting).head == 1


def test_an_act_deeper_than_any_of_ours_is_refused(board: Board, meeting: str):
    act: Any = SEAT
    for _ in range(60):
        act = {"act": "together", "commands": [act]}
    assert board.act(act).json()["refused"]["code"] == "nested_too_deep"
    assert stored(meeting).head == 1


@pytest.mark.parametrize("path", ["act", "line"])
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"])
def test_only_json_is_read(board: Board, meeting: str, path: str, kind: str):
    content = json.dumps({**SENT, "text": "x"}).encode()
    answer = board.client.post(f"/api/{path}/{meeting}", content=content, headers={"content-type": kind})
    assert (answer.status_code, answer.json()["code"]) == (415, "not_json_sent")
    assert stored(meeting).head == 1


@pytest.mark.parametrize("path", ["act", "line"])
@pytest.mark.parametrize("origin", ["", "null", "http://localhost:8502", "http://localhost", "http://127.0.0.1:8501"])
def test_only_pages_at_this_very_address_act(board: Board, meeting: str, path: str, origin: str):
    answer = board.client.post(f"/api/{path}/{meeting}", json={**SENT, "text": "x"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert stored(meeting).head == 1


# -- the typed line -------------------------------------------------------------------------------------------------


def test_a_line_is_read_and_what_it_asks_for_is_done_by_the_door_for_acts(board: Board, meeting: str):
    text = "Winkels [organisatie] aan tafel: parkeren +++\nDroge kelder botst met parkeren"
    answer = board.client.post(f"/api/line/{meeting}", json={"text": text, "language": "nl"}).json()
    assert answer["parties"][0]["sphere"] == "other_organisation"
    assert answer["relations"] == [{"a": "Droge kelder", "b": "parkeren", "compatibility": -0.5}]
    assert stored(meeting).head == 1
    assert board.act(answer["act"]).status_code == 200
    assert [interest.name for interest in web_of(meeting).interests][-1] == "parkeren"


def test_what_is_not_understood_is_marked_as_a_browser_counts(board: Board, meeting: str):
    text = "😀 Wij [wat]: rust"
    answer = board.client.post(f"/api/line/{meeting}", json={"text": text, "language": "nl"}).json()
    (marked,) = answer["not_understood"]
    assert (marked["line"], marked["from"], marked["to"], marked["code"]) == (0, 7, 12, "unknown_kind")
    assert answer["act"] is None
    assert answer["sentence"] == marked["why"]
