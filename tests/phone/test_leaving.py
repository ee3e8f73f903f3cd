"""Leaving, being put out, coming in by card, and what a resident is told."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.rounds.publication import LEAST
from coprod_core.rounds.values import Answer
from coprod_core.store.erasing import What
from coprod_core.store.live_values import Caller, GiveAnswer, Join, LiveMeeting
from coprod_core.web.model import Interest, Web
from coprod_ui.meeting import current, live, presentation
from coprod_ui.meeting.addresses import HOME
from coprod_ui.served.cards import entry_address
from coprod_ui.words import words
from tests.phone.visitors import LAN, OpenPhone, OpenRound, Phone

say = words("nl")
WEB = Web(interests=(Interest("dry", "Droge kelder"),))
ANSWER = Answer("home", True)


def heads(meeting: str, number: int) -> int:
    return current.store().live.heads(meeting, number)


def mark_of(phone: Phone) -> str:
    told = phone.get("/privacy").text
    (mark,) = [mark for mark in live.marks(current.store().meetings()[0].id) if mark in told]
    return mark


# -- erasing what one said -------------------------------------------------------------------------------------------


def test_a_phone_takes_back_everything_it_said_while_a_round_is_open(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    number, leaving, staying = open_round(), phone().join(open_now.code), phone().join(open_now.code)
    for each in (leaving, staying):
        each.post("group", round=number, group="street")
        each.post("own", round=number, words="Rust in de straat")
        each.answer(number, "dry", "home")
    told = leaving.post("leave", sure=1)
    assert say("phone_messages.left") in told.text
    assert heads(meeting, number) == 1
    assert len(live.own_words(meeting)) == 1
    now = live.status(meeting)
    assert now is not None
    assert now.phones == 1
    assert leaving.answer(number, "dry", "home").status_code == 410
    assert heads(meeting, number) == 1


def still_said(database: Path, said: str) -> list[str]:
    """The files that still hold what somebody said."""
    beside = [path for path in database.parent.rglob("*") if path.is_file()]
    return [path.name for path in beside if said.encode() in path.read_bytes()]


def test_what_a_phone_takes_back_is_gone_from_the_database_and_its_log(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str, database: Path
):
    number, leaving = open_round(), phone().join(open_now.code)
    for said in ("naald van eerst", "naald van later"):
        leaving.post("own", round=number, words=said)
    assert still_said(database, "naald van")
    assert say("phone_messages.left") in leaving.post("leave", sure=1).text
    assert still_said(database, "naald van") == []
    assert current.store().erasing.unfinished() == ()


@pytest.mark.slow
def test_what_is_taken_back_while_the_file_is_being_read_goes_as_soon_as_it_can(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str, database: Path
):
    number, leaving, other = open_round(), phone().join(open_now.code), phone().join(open_now.code)
    leaving.post("own", round=number, words="naald van wie gaat")
    with closing(sqlite3.connect(database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM live_words").fetchone()
        assert say("phone_messages.left") in leaving.post("leave", sure=1).text
        assert live.own_words(meeting) == ()
        assert [one.what for one in current.store().erasing.unfinished()] == [What.SAID], "on the list, which is shown"
        assert other.answer(number, "dry", "home").status_code == 200
    current.store().erasing.finish()
    assert still_said(database, "naald van wie gaat") == []
    assert current.store().erasing.unfinished() == ()


def test_who_left_may_come_in_anew_as_somebody_else(phone: OpenPhone, open_now: LiveMeeting, meeting: str):
    leaving = phone().join(open_now.code)
    before = mark_of(leaving)
    leaving.post("leave", sure=1)
    leaving.join(open_now.code)
    assert mark_of(leaving) != before


# -- being put out ---------------------------------------------------------------------------------------------------


def test_a_phone_is_put_out_by_the_mark_it_shows(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    number, troll, other = open_round(), phone().join(open_now.code), phone().join(open_now.code)
    for each in (troll, other):
        each.answer(number, "dry", "home")
    assert live.put_out(meeting, mark=mark_of(troll)) == 1
    assert say("phone_messages.put_out") in troll.get().text
    assert say("phone_messages.put_out") in troll.get(f"/{open_now.code}").text
    assert troll.answer(number, "dry", "home").status_code == 403
    assert heads(meeting, number) == 1
    assert other.answer(number, "sound", "home").status_code == 200


def test_the_phone_that_own_words_came_from_is_put_out(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str, database: Path
):
    number, troll = open_round(), phone().join(open_now.code)
    troll.post("own", round=number, words="scheldwoord")
    (said,) = live.own_words(meeting)
    assert live.put_out(meeting, words=said.id) == 1
    assert live.own_words(meeting) == ()
    assert live.marks(meeting) == ()
    assert still_said(database, "scheldwoord") == []


def test_phones_that_said_nothing_are_put_out_together(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    number, speaks = open_round(), phone().join(open_now.code)
    speaks.answer(number, "dry", "home")
    for _ in range(3):
        phone().join(open_now.code)
    assert live.silent(meeting) == 3
    assert live.put_out(meeting, silent=True) == 3
    assert live.marks(meeting) == (mark_of(speaks),)


@pytest.mark.parametrize("what", [{"mark": "ZZZZZ"}, {"words": "elsewhere"}, {}])
def test_nobody_else_is_put_out(phone: OpenPhone, open_now: LiveMeeting, meeting: str, what: dict[str, str]):
    phone().join(open_now.code)
    assert live.put_out(meeting, **what) == 0
    assert len(live.marks(meeting)) == 1


# -- by card ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def by_card(web: Web) -> LiveMeeting:
    return live.open_meeting(current.store().begin(web), cards=30)


def join_with(phone: Phone, code: str, card: str) -> str:
    phone.get(f"/{code}/{card}".rstrip("/"))
    return str(phone.post("join", code=code, language="nl", card=card).text)


def test_a_card_lets_in_one_phone_and_no_other(phone: OpenPhone, by_card: LiveMeeting):
    cards = live.cards(by_card.meeting)
    assert len(set(cards)) == 30
    first = phone()
    assert say("phone_messages.lobby") in join_with(first, by_card.code, cards[0])
    assert say("phone_messages.lobby") in join_with(first, by_card.code, cards[0]), "a double tap is one phone"
    assert say("phone_messages.card_used") in join_with(phone(), by_card.code, cards[0])
    assert say("phone_messages.card_unknown") in join_with(phone(), by_card.code, "222222")
    assert say("phone_messages.card_needed") in join_with(phone(), by_card.code, "")
    assert live.marks(by_card.meeting) == (mark_of(first),)


def test_a_card_is_spent_also_when_its_phone_left(phone: OpenPhone, by_card: LiveMeeting):
    card = live.cards(by_card.meeting)[0]
    leaving = phone()
    join_with(leaving, by_card.code, card)
    leaving.post("leave", sure=1)
    assert say("phone_messages.card_used") in join_with(leaving, by_card.code, card)
    assert live.marks(by_card.meeting) == ()


def test_the_page_asks_for_the_card_and_fills_in_the_one_that_was_scanned(phone: OpenPhone, by_card: LiveMeeting):
    card = live.cards(by_card.meeting)[0]
    assert f'value="{card}"' in phone().get(f"/{by_card.code}/{card}").text
    assert 'name="card"' in phone().get(f"/{by_card.code}").text


def test_cards_are_printed_with_the_code_of_each_until_the_meeting_closes(
    app: Starlette, by_card: LiveMeeting, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(presentation, "own_addresses", lambda: (LAN,))
    laptop = TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 1))
    path = entry_address(by_card.meeting, "nl")
    printed = laptop.get(path).text
    assert not [card for card in live.cards(by_card.meeting) if f"{card[:3]} {card[3:]}" not in printed]
    network = TestClient(app, base_url=f"http://{LAN}:8501", client=("192.168.1.9", 1))
    assert network.get(path).status_code == 403
    live.close_meeting(by_card.meeting)
    assert laptop.get(path).status_code == 404


def test_without_cards_nobody_is_asked_for_one(phone: OpenPhone, open_now: LiveMeeting, meeting: str):
    assert live.cards(meeting) == ()
    assert 'name="card"' not in phone().get(f"/{open_now.code}").text


@dataclass(frozen=True)
class Person:
    """Somebody in the room: how many phones they try to take part with."""

    phones: int


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.builds(Person, st.integers(1, 9)), min_size=3, max_size=8))
def test_with_cards_what_is_shown_rests_on_five_people(people: list[Person]):
    """Everybody has one card, and tries it on every phone they have: whatever is released rests on five of them."""
    store = current.store()
    meeting = store.begin(WEB)
    opened = live.open_meeting(meeting, cards=len(people))
    number = live.open_round(meeting, WEB, "", ["dry"], [], own_words=False)
    tokens, inside = count(), {}
    for person, card in enumerate(live.cards(meeting)):
        for _ in range(people[person].phones):
            caller = Caller(opened.code, f"phone {meeting} {next(tokens)}")
            if store.live.do(Join(caller, card)) is None:
                inside[caller] = person
    assert len(set(inside.values())) == len(inside) == len(people)
    for caller in inside:
        assert store.live.do(GiveAnswer(caller, number, "dry", ANSWER)) is None
        for results in live.results(meeting, number).values():
            assert results.room.people >= LEAST
    live.close_round(meeting, number)
    shown = sum(results.room.picture.people for results in live.results(meeting, number).values())
    assert shown == (len(people) if len(people) >= LEAST else 0)


# -- what a resident is told -----------------------------------------------------------------------------------------


def test_every_page_of_a_phone_leads_to_what_is_kept_in_one_tap(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    inside = phone()
    link = f'href="{HOME}/privacy"'
    seen = [inside.get(), inside.get(f"/{open_now.code}"), inside.join(open_now.code).get()]
    number = open_round()
    seen.append(inside.get())
    inside.post("group", round=number, group="street")
    seen.append(inside.get())
    live.close_round(meeting, number)
    seen.append(inside.get())
    live.close_meeting(meeting)
    seen.append(inside.get())
    assert not [page.url for page in seen if link not in page.text]


def test_a_resident_reads_what_is_kept_how_long_who_reads_it_and_who_is_responsible(
    phone: OpenPhone, open_now: LiveMeeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COPROD_ORGANISATION", str(tmp_path))
    inside = phone().join(open_now.code)
    assert say("privacy.not_filled_in") in inside.get("/privacy").text
    filled_in = 'name = "Gemeente <b>Voorbeeld</b>"\ncontact = "14 020"\nresponsible = "hoofd Participatie"\n'
    (tmp_path / "organisation.toml").write_text(filled_in, "utf-8")
    told = inside.get("/privacy").text
    assert "Gemeente &lt;b&gt;Voorbeeld&lt;/b&gt;" in told
    assert "14 020" in told
    assert "hoofd Participatie" in told
    assert say("privacy.not_filled_in") not in told
    for heading in ("kept", "how_long", "who", "responsible", "erase"):
        assert say(f"privacy.{heading}") in told
    assert 'action="/mee/leave"' in told
    assert 'action="/mee/leave"' not in phone().get("/privacy").text


def test_nothing_is_kept_of_a_phone_but_what_its_page_says(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, database: Path
):
    number, inside = open_round(), phone().join(open_now.code)
    inside.client.headers["user-agent"] = "naald van de browser"
    inside.post("group", round=number, group="street")
    inside.post("own", round=number, words="Rust in de straat")
    inside.answer(number, "dry", "home")
    on_the_phone = dict(inside.client.cookies)
    assert sorted(on_the_phone) == ["mee", "mee_language"], "a random number, and the language"
    token = on_the_phone["mee"].strip('"').partition(".")[2]
    assert still_said(database, "Rust in de straat"), "what it said is kept"
    for trace in ("192.168.1.100", "naald van de browser", token):
        assert still_said(database, trace) == []


@pytest.mark.parametrize("content", ["name = 5", "name = [", 'name = "a\\u0000b"', "\ufeff", "name = " + '"x"' * 2])
def test_what_cannot_be_read_counts_as_not_filled_in(
    phone: OpenPhone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
):
    monkeypatch.setenv("COPROD_ORGANISATION", str(tmp_path))
    (tmp_path / "organisation.toml").write_text(content, "utf-8")
    assert say("privacy.not_filled_in") in phone().get("/privacy").text
