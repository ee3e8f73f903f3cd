"""Who may do what: every way to write with every kind of caller, and the door between both sides."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from coprod_core.store.live_values import LiveMeeting, new_token
from coprod_core.web.model import Web
from coprod_ui.meeting import current, live
from coprod_ui.meeting.addresses import HOME
from coprod_ui.served.board.routes import ROUTES as BOARD_ROUTES
from coprod_ui.served.phone import access
from coprod_ui.served.phone.door import SECRET
from coprod_ui.served.phone.routes import ROUTES
from tests.phone.visitors import LAN, OpenPhone, OpenRound, Phone

WRITES = {
    "join": {"language": "nl"},
    "group": {"group": "street"},
    "own": {"words": "Rust"},
    "answer": {"interest": "dry", "weight": "home", "wants": "yes"},
    "leave": {"sure": "1"},
}
STAYING = [what for what in WRITES if what != "leave"]


def test_every_route_that_writes_is_in_the_matrix():
    posts = {route.path.removeprefix(f"{HOME}/") for route in ROUTES if "POST" in (route.methods or ())}  # type: ignore[attr-defined]
    assert posts == set(WRITES)


def write(phone: Phone, what: str, number: int, code: str) -> int:
    form = {"round": number, "code": code, **WRITES[what]}
    headers = {"origin": f"http://{LAN}:8501", "x-requested-with": "phone"}
    status: int = phone.client.post(f"{HOME}/{what}", data=form, headers=headers).status_code
    return status


def kept(meeting: str, number: int) -> tuple[int, int, int]:
    now = live.counts(meeting)
    assert now is not None
    return now.phones, current.store().live.heads(meeting, number), len(live.own_words(meeting))


CALLERS: dict[str, Callable[[Phone, str], None]] = {
    "no token": lambda phone, code: None,
    "no code": lambda phone, code: phone.client.cookies.set("mee", new_token(), path=HOME),
    "made up token": lambda phone, code: phone.client.cookies.set("mee", f"{code}.{new_token()}", path=HOME),
    "a code that does not exist": lambda phone, code: phone.client.cookies.set("mee", f"222222.{'x' * 32}", path=HOME),
    "another meeting's token": lambda phone, code: other_token(phone, code),
}


def other_token(phone: Phone, code: str) -> None:
    other = live.open_meeting(current.store().begin(Web(title="Elders")))
    phone.join(other.code)
    token = phone.client.cookies["mee"].strip('"').partition(".")[2]
    phone.client.cookies.clear()
    phone.client.cookies.set("mee", f"{code}.{token}", path=HOME)


@pytest.mark.parametrize("what", [what for what in WRITES if what != "join"])
@pytest.mark.parametrize("caller", CALLERS)
def test_who_did_not_join_this_meeting_writes_nothing(
    what: str, caller: str, phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    number, stranger = open_round(), phone()
    CALLERS[caller](stranger, open_now.code)
    assert write(stranger, what, number, open_now.code) in (403, 404)
    assert kept(meeting, number) == (0, 0, 0)


@pytest.mark.parametrize("what", STAYING)
def test_who_joined_may_write_until_the_round_closes(
    what: str, phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    number, inside = open_round(), phone().join(open_now.code)
    assert write(inside, what, number, open_now.code) == 200
    before = kept(meeting, number)
    live.close_round(meeting, number)
    assert write(inside, what, number, open_now.code) == (200 if what == "join" else 409)
    assert kept(meeting, number) == before


@pytest.mark.parametrize("what", WRITES)
def test_nobody_writes_once_the_meeting_is_closed(
    what: str, phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    number, inside = open_round(), phone().join(open_now.code)
    live.close_meeting(meeting)
    assert write(inside, what, number, open_now.code) == 410
    assert inside.get().status_code == 410
    live.open_meeting(meeting)
    assert write(inside, what, number, open_now.code) == 404
    assert kept(meeting, number)[1:] == (0, 0)


@pytest.mark.parametrize("what", STAYING)
def test_while_joining_is_paused_only_those_inside_go_on(
    what: str, phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    number, inside, late = open_round(), phone().join(open_now.code), phone()
    late.get(f"/{open_now.code}")
    live.let_in(meeting, False)
    assert write(inside, what, number, open_now.code) == 200
    assert write(late, what, number, open_now.code) == 403
    assert kept(meeting, number)[0] == 1
    assert "Er kan nu even niemand bij" in late.get().text


@pytest.mark.parametrize("what", WRITES)
@pytest.mark.parametrize("origin", [None, "null", "http://elsewhere.example", f"http://{LAN}:1", f"https://{LAN}.x"])
def test_no_other_page_can_write_in_a_phones_name(
    what: str,
    origin: str | None,
    phone: OpenPhone,
    open_now: LiveMeeting,
    open_round: OpenRound,
    meeting: str,
):
    number, inside = open_round(), phone().join(open_now.code)
    headers = {} if origin is None else {"origin": origin}
    form = {"round": number, "code": open_now.code, **WRITES[what]}
    assert inside.client.post(f"{HOME}/{what}", data=form, headers=headers).status_code == 403
    assert kept(meeting, number) == (1, 0, 0)


UNFIT = [
    ("answer", {"interest": "dry", "weight": "much", "wants": "yes"}, 400),
    ("answer", {"interest": "dry", "weight": "home", "wants": "perhaps"}, 400),
    ("answer", {"interest": "elsewhere", "weight": "home", "wants": "yes"}, 422),
    ("answer", {"weight": "home", "wants": "yes"}, 400),
    ("answer", {"interest": "dry", "weight": "home", "wants": "yes", "round": "1.0"}, 400),
    ("answer", {"interest": "dry", "weight": "home", "wants": "yes", "round": "9"}, 409),
    ("group", {"group": "city"}, 422),
    ("own", {"words": "x" * 9_000}, 400),
    ("join", {"language": "xx"}, 400),
]


@pytest.mark.parametrize(("what", "form", "status"), UNFIT)
def test_what_is_no_answer_of_ours_is_refused(
    what: str,
    form: dict[str, str],
    status: int,
    phone: OpenPhone,
    open_now: LiveMeeting,
    open_round: OpenRound,
    meeting: str,
):
    number, inside = open_round(), phone().join(open_now.code)
    refused = inside.post(what, **{"round": number, "code": open_now.code, **form})
    assert refused.status_code == status
    assert kept(meeting, number) == (1, 0, 0)


def test_a_phone_that_never_stops_is_asked_to_wait(phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound):
    number, inside = open_round(), phone().join(open_now.code)
    statuses = [write(inside, "answer", number, open_now.code) for _ in range(70)]
    assert statuses[:50] == [200] * 50
    assert statuses[-1] == 429


def test_who_asks_page_after_page_is_asked_to_wait_and_nobody_inside_is(
    phone: OpenPhone, open_now: LiveMeeting, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(access, "STRANGERS", replace(access.STRANGERS, burst=40, per_second=0))
    flood, address = phone(), "192.168.1.77"
    inside = Phone(flood.client.app, address).join(open_now.code)
    flood = Phone(flood.client.app, address)
    statuses = [flood.get(path).status_code for path in ("", f"/{open_now.code}") * 30]
    assert statuses[:20] == [200] * 20
    assert statuses[-1] == 429
    assert inside.get().status_code == 200, "at the same address"
    assert phone().get().status_code == 200, "at another"


def test_who_tries_codes_is_stopped_and_who_has_the_right_one_comes_in(phone: OpenPhone, open_now: LiveMeeting):
    guesser = phone()
    statuses = [guesser.get(f"/{code}").status_code for code in ("222222", "333333", "oeps") * 8]
    assert statuses[:20] == [404] * 20
    assert statuses[-1] == 429
    assert guesser.get(f"/{open_now.code}").status_code == 200, "behind one address may be a whole hall"
    assert phone().get(f"/{open_now.code}").status_code == 200


# -- the door -------------------------------------------------------------------------------------------------------

FACILITATORS = (
    "/api/live/{meeting}/counts",
    "/api/live/{meeting}/events",
    "/api/board/{meeting}",
    "/api/board/{meeting}/events",
    "/api/board/{meeting}/map",
    "/api/power-map/{meeting}.svg",
    "/vendor/x",
    "/scripts/0123456789abcdef.js",
)
FACILITATORS_WRITES = (
    "/api/act/{meeting}",
    "/api/line/{meeting}",
    "/api/board/{meeting}/map/begin",
    "/api/board/{meeting}/map/what-if",
    "/api/present/{meeting}",
)
CLOSED = ("/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/mcp", "/facilitator")


def client(app: Starlette, address: str, host: str, **headers: str) -> TestClient:
    return TestClient(app, base_url=f"http://{host}:8501", client=(address, 1), headers=headers, follow_redirects=False)


@pytest.mark.parametrize("path", FACILITATORS)
@pytest.mark.parametrize(
    ("address", "host"), [("192.168.1.9", LAN), (LAN, LAN), ("192.168.1.9", "localhost"), ("127.0.0.1", LAN)]
)
def test_from_the_network_the_facilitators_side_does_not_answer(
    app: Starlette, meeting: str, open_now: LiveMeeting, phone: OpenPhone, path: str, address: str, host: str
):
    outside = client(app, address, host)
    outside.cookies.update(phone().join(open_now.code).client.cookies)
    assert outside.get(path.format(meeting=meeting)).status_code == 403


def test_every_way_for_a_facilitator_to_write_is_in_the_matrix():
    paths = {route.path for route in BOARD_ROUTES if "POST" in (route.methods or ())}  # type: ignore[attr-defined]
    assert paths == set(FACILITATORS_WRITES)


@pytest.mark.parametrize("path", FACILITATORS_WRITES)
@pytest.mark.parametrize(
    ("address", "host"), [("192.168.1.9", LAN), (LAN, LAN), ("192.168.1.9", "localhost"), ("127.0.0.1", LAN)]
)
def test_nobody_in_the_network_acts_in_the_facilitators_name(
    app: Starlette, meeting: str, open_now: LiveMeeting, phone: OpenPhone, path: str, address: str, host: str
):
    outside = client(app, address, host, origin=f"http://{host}:8501")
    outside.cookies.update(phone().join(open_now.code).client.cookies)
    act = {
        "client": "x",
        "number": 1,
        "seen": 1,
        "text": "x",
        "scene": "web",
        "act": {"act": "change_meeting", "changes": {"notes": "x"}},
    }
    assert outside.post(path.format(meeting=meeting), json=act).status_code == 403
    assert current.store().load(meeting).head == 1
    assert current.store().presentations.of(meeting) is None


def test_a_facilitator_elsewhere_who_gave_the_secret_acts(
    app: Starlette, meeting: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(SECRET, "een-lang-geheim")
    elsewhere = client(app, "192.168.1.9", LAN, origin=f"http://{LAN}:8501")
    act = {"client": "x", "number": 1, "seen": 1, "act": {"act": "change_meeting", "changes": {"notes": "x"}}}
    assert elsewhere.post(f"/api/act/{meeting}", json=act).status_code == 403
    elsewhere.post("/facilitator", data={"secret": "een-lang-geheim"})
    assert elsewhere.post(f"/api/act/{meeting}", json=act).status_code == 200
    assert current.store().load(meeting).head == 2


def test_on_the_laptop_itself_it_does(app: Starlette, meeting: str, open_now: LiveMeeting):
    counts = client(app, "127.0.0.1", "localhost").get(f"/api/live/{meeting}/counts")
    assert counts.json() == {"code": open_now.code, "phones": 0, "round": 0, "answered": 0, "own_words": 0}


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize(("address", "host"), [("127.0.0.1", "localhost"), ("192.168.1.9", LAN)])
def test_some_doors_are_closed_to_everybody(app: Starlette, path: str, address: str, host: str):
    assert client(app, address, host).get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", HOME, "/api/live/x/counts"])
def test_a_name_somebody_gave_to_our_address_is_not_ours(app: Starlette, path: str):
    assert client(app, "127.0.0.1", "evil.example").get(path).status_code == 421


def test_who_types_only_the_address_is_shown_the_way_in(app: Starlette):
    assert client(app, "192.168.1.9", LAN).get("/").headers["location"] == HOME


@pytest.mark.parametrize("path", ["/_stcore/stream", f"{HOME}/news"])
def test_no_phone_opens_a_socket(app: Starlette, path: str):
    with pytest.raises(WebSocketDisconnect), client(app, "192.168.1.9", LAN).websocket_connect(path):
        pass


def test_another_page_on_the_laptop_opens_no_socket_either(app: Starlette):
    page = client(app, "127.0.0.1", "localhost", origin="http://evil.example")
    with pytest.raises(WebSocketDisconnect), page.websocket_connect("/_stcore/stream"):
        pass


def test_with_the_secret_a_facilitator_comes_in_from_elsewhere(
    app: Starlette, meeting: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(SECRET, "een-lang-geheim")
    elsewhere = client(app, "192.168.1.9", LAN, origin=f"http://{LAN}:8501")
    path = f"/api/live/{meeting}/counts"
    assert elsewhere.post("/facilitator", data={"secret": "geraden"}).status_code == 403
    assert elsewhere.get(path).status_code == 403
    assert elsewhere.post("/facilitator", data={"secret": "een-lang-geheim"}).status_code == 303
    assert elsewhere.get(path).status_code == 200
    monkeypatch.setenv(SECRET, "een-ander-geheim")
    assert elsewhere.get(path).status_code == 403


def test_the_secret_cannot_be_guessed_at_speed(app: Starlette, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(SECRET, "een-lang-geheim")
    elsewhere = client(app, "192.168.1.9", LAN, origin=f"http://{LAN}:8501")
    for _ in range(6):
        elsewhere.post("/facilitator", data={"secret": "geraden"})
    assert elsewhere.post("/facilitator", data={"secret": "een-lang-geheim"}).status_code == 403


def test_a_short_secret_is_none(app: Starlette, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(SECRET, "kort")
    assert client(app, "192.168.1.9", LAN).get("/facilitator").status_code == 404


def test_a_phones_page_runs_nothing_but_its_own_script(phone: OpenPhone, open_now: LiveMeeting):
    page = phone().get(f"/{open_now.code}")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"
    cookie = page.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert not re.search(r"<script(?![^>]*src=)|style=|\son\w+=", page.text)
