"""The room's window and the cards on paper: read-only, for the facilitator's own machine, and never a hidden answer."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from sqlite3 import connect

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.acts.commands import ChangeMeeting, Seat
from coprod_core.acts.own_dilemmas import AddDilemma
from coprod_core.indicators.overview import readings
from coprod_core.rounds.values import Named, Questions, asked_of
from coprod_core.store.live_values import LiveMeeting
from coprod_core.web.model import Interest, Web
from coprod_core.web.own_dilemmas import Loss, OwnDilemma, OwnWay
from coprod_core.workshop.running import Running
from coprod_ui.charts import small as pictures
from coprod_ui.examples.cases import cases
from coprod_ui.examples.workshops import workshops
from coprod_ui.meeting import current, live
from coprod_ui.meeting import presentation as shown
from coprod_ui.meeting.hub import desk, hub, stage
from coprod_ui.served import cards
from coprod_ui.served.cards.packing import ROOM, Block, packed
from coprod_ui.served.cards.page import page
from coprod_ui.served.room.reading import reading, said_of
from coprod_ui.served.room.routes import _news
from coprod_ui.words import LANGUAGES, literal, words
from coprod_ui.words.templates import marked
from coprod_ui.workshop import session
from tests.phone.visitors import LAN, OpenPhone, OpenRound, run

say = words("nl")


@pytest.fixture(autouse=True)
def no_presentation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "own_addresses", lambda: (LAN,))


@pytest.fixture
def laptop(app: Starlette) -> TestClient:
    return TestClient(app, base_url="http://localhost:8501", client=("127.0.0.1", 50000))


class Room:
    """The projector in a meeting."""

    def __init__(self, laptop: TestClient, meeting: str) -> None:
        self.laptop, self.meeting = laptop, meeting

    def html(self, language: str = "nl") -> str:
        answer = self.laptop.get(f"/room/{self.meeting}/now?language={language}")
        assert answer.status_code == 200
        return answer.text

    def text(self, language: str = "nl") -> str:
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.html(language))).split())


@pytest.fixture
def room(laptop: TestClient, meeting: str) -> Room:
    return Room(laptop, meeting)


def answering(phone: OpenPhone, code: str, count: int, interest: str = "dry", group: str = "street") -> None:
    for k in range(count):
        one = phone().join(code)
        one.post("group", round=1, group=group)
        one.answer(1, interest, "home", "yes" if k % 2 else "no")


# -- what the room sees -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_waiting_room_shows_how_to_come_in_and_how_many_are(
    room: Room, open_now: LiveMeeting, phone: OpenPhone, language: str
) -> None:
    phone().join(open_now.code)
    text = room.text(language)
    assert f"{open_now.code[:3]} {open_now.code[3:]}" in text
    assert f"{LAN}:8501/mee" in text
    assert words(language).plural("room.inside", 1) in text
    assert f"http://{LAN}:8501/mee/{open_now.code}" in room.html(language)


def test_while_joining_is_paused_the_code_is_gone(room: Room, meeting: str, open_now: LiveMeeting) -> None:
    live.let_in(meeting, False)
    assert open_now.code not in room.html().replace(" ", "")
    assert say("room.paused") in room.text()


def test_in_a_round_the_room_sees_the_question_and_a_count_in_steps_of_five(
    room: Room, open_now: LiveMeeting, phone: OpenPhone, open_round: OpenRound
) -> None:
    open_round()
    answering(phone, open_now.code, 4)
    assert "Wat vindt u van het riool?" in room.text()
    assert say("room.answers_come") in room.text()
    answering(phone, open_now.code, 3)
    assert say("room.answered", count="5") in room.text()


def test_results_come_only_when_they_may_be_shown(
    room: Room, open_now: LiveMeeting, phone: OpenPhone, open_round: OpenRound
) -> None:
    open_round()
    answering(phone, open_now.code, 9)
    assert "<table>" not in room.html()
    answering(phone, open_now.code, 1)
    assert "<table>" in room.html()


def test_with_four_answers_a_closed_round_shows_nothing(
    room: Room, meeting: str, open_now: LiveMeeting, phone: OpenPhone, open_round: OpenRound
) -> None:
    number = open_round()
    answering(phone, open_now.code, 4)
    live.close_round(meeting, number)
    assert "<table>" not in room.html()


def test_own_words_are_on_no_screen_but_the_facilitators(
    room: Room, meeting: str, open_now: LiveMeeting, phone: OpenPhone, open_round: OpenRound
) -> None:
    number, said, other = open_round(), phone().join(open_now.code), phone().join(open_now.code)
    for one in (said, other):
        one.post("group", round=number, group="street")
    said.post("own", round=number, words="naald in eigen woorden")
    answering(phone, open_now.code, 11)
    pages = [room.html(), other.get().text, other.get("?at=own").text]
    assert "naald in eigen woorden" in said.get("?at=own").text, "who said it can change it"
    live.close_round(meeting, number)
    pages += [room.html(), other.get().text, other.get(f"/{open_now.code}").text]
    assert not [page for page in pages if "naald in eigen woorden" in page]
    assert [one.words for one in live.own_words(meeting)] == ["naald in eigen woorden"]


def test_hidden_numbers_leave_no_count_on_the_projector(
    room: Room, meeting: str, open_now: LiveMeeting, phone: OpenPhone, open_round: OpenRound
) -> None:
    number = open_round()
    answering(phone, open_now.code, 11)
    live.close_round(meeting, number)
    assert say("room.at_least", count="10") in room.text()
    shown.show_numbers(meeting, False)
    assert say("room.at_least", count="10") not in room.text()
    assert "<table>" in room.html()
    assert not re.search(r"\d", room.text().replace(f"{open_now.code[:3]} {open_now.code[3:]}", ""))


@pytest.mark.parametrize("scene", ["gap", "feasibility_inclusiveness", "role", "rules"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reading_is_shown_in_its_picture_and_its_sentence(
    room: Room, meeting: str, scene: str, language: str
) -> None:
    shown.present(meeting, scene=scene)
    web, in_words = current.store().load(meeting).history.web, words(language)
    found = current.readings_of(web)
    said = said_of(found, scene, web, in_words, False)[0]
    assert marked(said) in room.html(language)
    drawn = 'role="img"' if scene == "gap" else "<svg"
    assert (drawn in room.html(language)) == (scene not in found.undefined)


@pytest.mark.parametrize("scene", ["feasibility_inclusiveness", "role", "rules"])
def test_a_dilemma_is_shown_without_a_digit_of_a_reading(scene: str) -> None:
    web = next(case.web for case in cases("nl") if case.name == "dog_fence")
    said = re.sub(r"<[^>]*>", "", reading(readings(web), scene, True, say))
    assert re.findall(r"\d+", said) in ([], ["3"])  # how many groups there are


def test_a_reading_follows_what_happens_to_the_web(room: Room, meeting: str) -> None:
    shown.present(meeting, scene="gap")
    before = room.html()
    loaded = current.store().load(meeting)
    current.store().append(meeting, Seat("piles", 5), seen=loaded.head)
    assert room.html() != before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dilemma_of_ones_own_is_on_no_scene_and_no_phone(
    room: Room, meeting: str, open_now: LiveMeeting, phone: OpenPhone, open_round: OpenRound, language: str
) -> None:
    ways = (OwnWay("w1", "naald een", (Loss(what="naald wat"),)), OwnWay("w2", "naald twee"))
    loaded = current.store().load(meeting)
    act = AddDilemma(OwnDilemma("d1", "naald vraag?", ways, "naald notitie"))
    current.store().append(meeting, act, seen=loaded.head)
    open_round()
    pages = [phone().join(open_now.code).get().text]
    for scene in shown.SCENES:
        shown.present(meeting, scene=scene)
        pages.append(room.html(language))
    assert not [page for page in pages if "naald" in page]


@pytest.mark.parametrize("size", [pictures.STRIP, pictures.SCREEN])
def test_only_a_picture_with_a_legend_explains_its_block(size: pictures.Size) -> None:
    drawn = pictures.see_saw(pictures.Balance([0.4, 0.2], ["a", "b"]), say, False, size=size)
    assert (say("pictures.block") in drawn) == bool(size.legend)


def test_peoples_words_are_never_read_as_code(room: Room, meeting: str, open_round: OpenRound) -> None:
    loaded = current.store().load(meeting)
    current.store().append(meeting, ChangeMeeting({"title": "<script>x</script> & co"}), seen=loaded.head)
    assert "<script>" not in room.html()
    open_round()
    assert "<b>Stevige</b>" not in room.html()
    assert "<b>Stevige</b> fundering" in unescape(room.html())


def test_our_marks_become_html_and_peoples_signs_stay_signs() -> None:
    assert marked(f"**{literal('1 < 2')}** en *{literal('a*b_c')}*") == "<strong>1 &lt; 2</strong> en <em>a*b_c</em>"
    assert marked("een * los") == "een <em> los</em>"


# -- who may look -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/room/{m}", "/room/{m}/now", "/room/{m}/events", "/room/room.js", "/cards/{m}"])
def test_the_window_and_the_cards_are_for_the_facilitators_own_machine(
    phone: OpenPhone, meeting: str, path: str
) -> None:
    assert phone().client.get(path.format(m=meeting)).status_code == 403


@pytest.mark.parametrize("path", ["/room/{m}", "/room/{m}/now", "/cards/{m}"])
def test_the_window_can_only_be_read(laptop: TestClient, meeting: str, path: str) -> None:
    headers = {"origin": "http://localhost:8501"}
    assert laptop.post(path.format(m=meeting), headers=headers).status_code == 405


def test_a_meeting_that_is_gone_is_told_so(laptop: TestClient) -> None:
    assert laptop.get("/room/gone").status_code == 404
    assert laptop.get("/cards/gone").status_code == 404


@pytest.mark.parametrize("path", ["/room/{m}", "/room/{m}/now", "/cards/{m}", "/handout/{m}"])
def test_a_meeting_that_cannot_be_read_is_not_said_to_be_gone(
    laptop: TestClient, database: Path, meeting: str, path: str
) -> None:
    session.keep(meeting, workshops("nl")[0].workshop, Running())
    current.store().close()
    with closing(connect(database)) as connection, connection:
        connection.execute("UPDATE entry SET act = replace(act, 'riool', 'Anders') WHERE meeting_id = ?", (meeting,))
    current.let_go_of_store()
    answer = laptop.get(path.format(m=meeting))
    assert (answer.status_code, "not there" in answer.text) == (503, False)


def test_the_whole_page_holds_the_scene_and_no_controls(laptop: TestClient, meeting: str) -> None:
    page_now = laptop.get(f"/room/{meeting}?language=en").text
    assert '<html lang="en">' in page_now
    assert "Nieuw riool" in page_now
    assert not re.search(r"<(button|input|select|form|a)\b", page_now)


def test_the_room_hears_of_a_phone_of_the_web_and_of_the_facilitator(meeting: str, open_now: LiveMeeting) -> None:
    topics = (stage(meeting), desk(open_now.code))

    async def heard(tell: str) -> bool:
        seen = await _news(topics, ())
        waiting = asyncio.create_task(_news(topics, seen))
        await asyncio.sleep(0)
        hub.tell(tell)
        return await asyncio.wait_for(waiting, 10) != seen

    assert all(run(heard(topic)) for topic in topics)


def test_every_change_of_what_is_shown_is_told(meeting: str) -> None:
    def told(change: object) -> bool:
        before = hub.seen(stage(meeting))
        change()  # type: ignore[operator]
        return hub.seen(stage(meeting)) != before

    assert told(lambda: shown.present(meeting, scene="gap"))
    assert told(lambda: shown.show_numbers(meeting, True))
    assert told(lambda: live.let_in(meeting, False))


def test_each_scene_keeps_whether_it_shows_numbers(meeting: str) -> None:
    assert shown.presentation(meeting).numbers
    shown.present(meeting, scene="gap")
    assert not shown.presentation(meeting).numbers
    shown.show_numbers(meeting, True)
    shown.present(meeting, scene="meeting")
    shown.show_numbers(meeting, False)
    assert not shown.presentation(meeting).numbers
    shown.present(meeting, scene="gap")
    assert shown.presentation(meeting).numbers


def test_an_address_this_machine_no_longer_has_is_not_shown(meeting: str) -> None:
    shown.present(meeting, address="10.9.8.7")
    assert shown.address_of(meeting) == LAN


# -- cards ------------------------------------------------------------------------------------------------------------


def blocks(*heights: float) -> Iterator[Block]:
    return (Block(f"<p>{n}</p>", height) for n, height in enumerate(heights))


def test_cards_hold_every_block_in_order_and_none_is_fuller_than_it_can_be() -> None:
    made = packed(blocks(60, 40, 20, 90, 30, 200, 5))
    assert [block.html for card in made for block in card] == [f"<p>{n}</p>" for n in range(7)]
    assert all(sum(block.height for block in card) <= ROOM or len(card) == 1 for card in made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_ask_what_the_phones_ask(laptop: TestClient, meeting: str, web: Web, language: str) -> None:
    questions = asked_of(web, "Wat nu?", ["dry", "sound"], ["street", "piles"])
    text = unescape(laptop.get(cards.address(meeting, questions, language)).text)
    in_words = words(language)
    asked = [
        "Wat nu?",
        "Droge kelder",
        "De straat",
        *(in_words(f"phone.{key}") for key in ("which_group", "no_group", "own")),
        *(in_words.choice("phone_weights", name) for name in ("none", "notices", "plans", "home")),
        *(in_words.choice("phone_wants", side) for side in ("yes", "no")),
    ]
    assert [one for one in asked if text.count(one) < 4] == []


def test_every_card_asks_for_the_group_because_cards_are_counted_by_group() -> None:
    interests = tuple(Named(f"k{n}", f"Belang {n}") for n in range(7))
    for groups, boxed in ((3, True), (40, False)):
        drawn = page(Questions("", interests, tuple(Named(f"g{n}", f"Groep {n}") for n in range(groups))), say)
        cards_drawn = drawn.split('<div class="card"')[1:]
        assert len(cards_drawn) > 4
        assert all(say("phone.which_group") in card and ("Groep 1" in card) == boxed for card in cards_drawn)


def test_people_write_nothing_on_a_card_that_nobody_asked() -> None:
    drawn = page(Questions("", (Named("k", "<i>Rust</i>"),), own_words=False), say)
    assert say("phone.own") not in drawn
    assert say("phone.which_group") not in drawn
    assert "<i>Rust</i>" not in drawn


def test_cards_about_something_that_is_gone_are_not_made(laptop: TestClient, meeting: str) -> None:
    questions = asked_of(Web(interests=(Interest("x", "X"),)), "", ["x"], [])
    assert laptop.get(cards.address(meeting, questions, "nl")).status_code == 404


def test_what_the_room_sees_is_the_same_after_a_restart(meeting: str) -> None:
    shown.present(meeting, scene="gap")
    shown.show_numbers(meeting, True)
    current.let_go_of_store()
    assert (shown.presentation(meeting).scene, shown.presentation(meeting).numbers) == ("gap", True)
    assert shown.presentation("gone") == shown.Presentation()
