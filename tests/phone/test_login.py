"""The facilitator's login: sessions that nobody guesses, that end, and that another page cannot use."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from coprod_core.store.sessions import LASTS
from coprod_core.store.store import Store
from coprod_ui.served.phone import ending
from coprod_ui.served.phone.door import COOKIE, SECRET, is_ours
from tests.phone.visitors import LAN, run

GIVEN = "een-lang-geheim"
NOW = datetime(2026, 3, 9, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def with_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, GIVEN)


def client(app: Starlette, address: str = "192.168.1.9", host: str = LAN) -> TestClient:
    return TestClient(
        app,
        base_url=f"http://{host}:8501",
        client=(address, 1),
        headers={"origin": f"http://{host}:8501"},
        follow_redirects=False,
    )


def logged_in(app: Starlette, address: str = "192.168.1.9") -> TestClient:
    browser = client(app, address)
    assert browser.post("/facilitator", data={"secret": GIVEN}).status_code == 303
    return browser


def inside(browser: TestClient, meeting: str) -> bool:
    return bool(browser.get(f"/api/live/{meeting}/counts").status_code == 200)


def test_the_cookie_is_random_and_says_nothing_of_the_secret(app: Starlette, database: Path):
    tokens = {logged_in(app, f"192.168.1.{n}").cookies[COOKIE] for n in range(3)}
    assert len(tokens) == 3
    assert all(len(token) >= 43 for token in tokens)
    with closing(sqlite3.connect(database)) as tables:
        kept = [str(row) for row in tables.execute("SELECT * FROM session")]
    assert not [token for token in tokens for row in kept if token in row]
    assert not [row for row in kept if GIVEN in row]


@pytest.mark.slow
def test_sessions_cannot_be_guessed_at_speed_and_who_is_inside_stays(
    app: Starlette, meeting: str, record_property: Callable[..., None]
):
    browser, guesser = logged_in(app), client(app)  # both at one address
    statuses = []
    for guess in range(601):
        guesser.cookies.set(COOKIE, f"{guess:043d}")
        statuses.append(guesser.get(f"/api/live/{meeting}/counts").status_code)
    record_property("tried", len(statuses))
    record_property("survived", sum(status in (403, 429) for status in statuses))
    assert statuses.count(403) <= 20
    assert statuses[-1] == 429
    assert inside(browser, meeting)


def test_logging_out_ends_this_session_alone(app: Starlette, meeting: str):
    first, second = logged_in(app), logged_in(app, "192.168.1.10")
    kept = first.cookies[COOKIE]
    assert first.post("/facilitator/out").status_code == 303
    first.cookies.set(COOKIE, kept)
    assert not inside(first, meeting), "not even with the cookie it had"
    assert inside(second, meeting)


def test_logging_out_everywhere_ends_all(app: Starlette, meeting: str):
    browsers = [logged_in(app, f"192.168.1.{n}") for n in (10, 11, 12)]
    assert browsers[0].post("/facilitator/out-everywhere").status_code == 303
    assert not [browser for browser in browsers if inside(browser, meeting)]


def test_the_laptop_itself_can_log_all_others_out(app: Starlette, meeting: str):
    elsewhere = logged_in(app)
    assert client(app, "127.0.0.1", "localhost").post("/facilitator/out-everywhere").status_code == 303
    assert not inside(elsewhere, meeting)


@pytest.mark.parametrize("path", ["/facilitator/out", "/facilitator/out-everywhere"])
@pytest.mark.parametrize("origin", ["", "http://elsewhere.example", f"http://{LAN}:9000"])
def test_no_other_page_logs_anybody_out(app: Starlette, meeting: str, path: str, origin: str):
    browser = logged_in(app)
    assert browser.post(path, headers={"origin": origin}).status_code == 403
    assert inside(browser, meeting)


def test_a_stranger_logs_nobody_out(app: Starlette, meeting: str):
    browser = logged_in(app)
    assert client(app, "192.168.1.66").post("/facilitator/out-everywhere").status_code == 403
    assert inside(browser, meeting)


def test_a_session_ends_by_itself_and_after_a_restart_it_still_does(database: Path):
    with closing(Store(f"sqlite:///{database}")) as store:
        token = store.sessions.begin(GIVEN, NOW)
    with closing(Store(f"sqlite:///{database}")) as store:
        assert store.sessions.ends_at(token, GIVEN, NOW + LASTS - timedelta(seconds=1)) == NOW + LASTS
        assert store.sessions.ends_at(token, GIVEN, NOW + LASTS) is None
        assert store.sessions.ends_at(token, GIVEN, NOW - timedelta(days=1)) is None, "nor does it live for a day more"
        assert store.sessions.ends_at(token, "een-ander-geheim", NOW) is None
        store.sessions.begin(GIVEN, NOW + LASTS)
        assert store.sessions.ends_at(token, GIVEN, NOW) is None, "what has ended is not kept"


@pytest.mark.parametrize(
    ("origin", "host", "ours"),
    [
        ("http://127.0.0.1:8501", "127.0.0.1:8501", True),
        ("http://localhost", "localhost", True),
        ("https://192.168.1.20", "192.168.1.20:443", True),
        ("http://127.0.0.1:9000", "127.0.0.1:8501", False),
        ("http://127.0.0.1", "127.0.0.1:8501", False),
        ("http://localhost:8501", "127.0.0.1:8501", False),
        ("null", "127.0.0.1:8501", False),
        ("file://", "127.0.0.1:8501", False),
        ("http://127.0.0.1:x", "127.0.0.1:8501", False),
    ],
)
def test_another_port_is_another_origin(origin: str, host: str, ours: bool):
    assert is_ours(origin, host) is ours


@pytest.mark.parametrize("origin", ["http://localhost:9000", "http://localhost", "http://127.0.0.1:8501"])
def test_a_page_on_another_port_of_the_laptop_opens_no_socket(app: Starlette, origin: str):
    page = TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 1), headers={"origin": origin})
    with pytest.raises(WebSocketDisconnect), page.websocket_connect("/_stcore/stream"):
        pass


def test_a_socket_ends_with_its_session(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ending, "TAKEN_FOR_GRANTED", -1.0)
    goes_on, sent = [True], []

    async def known() -> bool:
        return goes_on[0]

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.receive", "text": "een daad"}

    async def send(message: Any) -> None:
        sent.append(message["type"])

    async def evening() -> list[str]:
        socket = ending.Ending(known, receive, send)
        heard = [(await socket.receive())["type"]]
        await socket.send({"type": "websocket.send"})
        goes_on[0] = False
        heard.append((await socket.receive())["type"])
        await socket.send({"type": "websocket.send"})
        return heard

    assert run(evening()) == ["websocket.receive", "websocket.disconnect"]
    assert sent == ["websocket.send", "websocket.close"]
