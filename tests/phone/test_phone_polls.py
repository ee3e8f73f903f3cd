"""A poll on the phones: one question, one answer for each phone, nothing shown of fewer than five."""

import re

from coprod_core.rounds.values import Named
from coprod_core.store.live_values import LiveMeeting
from coprod_ui.meeting import live
from tests.phone.visitors import OpenPhone

OPTIONS = (Named("a", "Open <b>veld</b>"), Named("b", "Vrij uitzicht"))


def asked(meeting: str) -> int:
    return live.open_poll(meeting, "Wat ontbreekt het meest?", OPTIONS)


def test_a_phone_sees_the_question_votes_and_can_change_its_mind(
    phone: OpenPhone, open_now: LiveMeeting, meeting: str
) -> None:
    resident = phone().join(open_now.code)
    number = asked(meeting)
    shown = resident.get().text
    assert "Wat ontbreekt het meest?" in shown
    assert "Open &lt;b&gt;veld&lt;/b&gt;" in shown
    kept = resident.post("answer", round=number, interest="poll", poll="1", at="1", vote="1").text
    assert "Vrij uitzicht" in kept
    assert "checked" in re.search(r'<input type="radio"[^>]*value="1"[^>]*>', resident.get("?at=1").text)[0]
    assert live.poll_of(meeting, number).answered == 1


def test_a_vote_that_was_left_out_is_asked_for(phone: OpenPhone, open_now: LiveMeeting, meeting: str) -> None:
    resident = phone().join(open_now.code)
    number = asked(meeting)
    assert "Kies een antwoord." in resident.post("answer", round=number, interest="poll", poll="1", at="1").text
    assert live.poll_of(meeting, number).answered == 0


def test_a_vote_for_what_was_not_asked_is_not_kept(phone: OpenPhone, open_now: LiveMeeting, meeting: str) -> None:
    resident = phone().join(open_now.code)
    number = asked(meeting)
    assert resident.post("answer", round=number, interest="poll", poll="1", at="1", vote="5").status_code == 422
    assert resident.post("answer", round=number, interest="poll", poll="1", at="1", vote="x").status_code == 400
    assert live.poll_of(meeting, number).answered == 0


def test_of_four_phones_nothing_is_shown_and_of_five_all(phone: OpenPhone, open_now: LiveMeeting, meeting: str) -> None:
    for people, votes in ((4, None), (5, {"a": 2, "b": 3})):
        number = asked(meeting)
        for place in range(people):
            phone().join(open_now.code).post(
                "answer", round=number, interest="poll", poll="1", at="1", vote=str(place % 2 if place < 4 else 1)
            )
        live.close_round(meeting, number)
        assert live.poll_of(meeting, number).votes == votes


def test_after_a_poll_a_phone_stands_beside_the_room(phone: OpenPhone, open_now: LiveMeeting, meeting: str) -> None:
    number = asked(meeting)
    phones = [phone().join(open_now.code) for _ in range(5)]
    for each in phones:
        each.post("answer", round=number, interest="poll", poll="1", at="1", vote="1")
    live.close_round(meeting, number)
    assert "Vrij uitzicht" in phones[0].get().text
    assert "Bijna iedereen" in phones[0].get().text


def test_a_poll_is_no_round_about_interests(meeting: str) -> None:
    number = asked(meeting)
    assert live.rounds(meeting) == ()
    live.close_round(meeting, number)
    assert live.latest_round(meeting) is None
