"""What a resident meets, page by page."""

import re

from coprod_core.store.live_values import LiveMeeting
from coprod_ui.meeting import current, live
from tests.phone.visitors import OpenPhone, OpenRound, Phone


def heading(page: object) -> str:
    text: str = page.text  # type: ignore[attr-defined]
    found = re.search(r"<h1>(.*?)</h1>", text, re.DOTALL)
    assert found, text
    return re.sub(r"<[^>]+>", "", found[1])


def answer_all(phone: Phone, number: int, group: str = "street") -> None:
    phone.post("group", round=number, group=group)
    phone.post("own", round=number, words="Rust")
    phone.answer(number, "dry", "home")
    phone.answer(number, "sound", "plans", "no")


def test_a_phone_goes_from_the_code_through_every_question_to_its_answers(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    resident = phone()
    assert heading(resident.get()) == "Vul de code in"
    assert heading(resident.get(f"?code={open_now.code.lower()}")) == "Welkom"
    assert heading(resident.post("join", code=open_now.code, language="nl")) == "U doet mee"
    number = open_round()
    assert heading(resident.get()) == "Bij welke groep hoort u?"
    assert heading(resident.post("group", round=number, group="street")) == "Wat is voor u het belangrijkst?"
    assert heading(resident.post("own", round=number, words="Rust")) == "Droge kelder"
    assert heading(resident.answer(number, "dry", "home")) == "&lt;b&gt;Stevige&lt;/b&gt; fundering"
    review = resident.answer(number, "sound", "plans", "no")
    assert heading(review) == "Uw antwoorden zijn binnen"
    assert "raakt mijn huis, gezondheid of inkomen, ik wil dit" in review.text
    assert "raakt mijn plannen, ik wil dit niet" in review.text
    assert live.counts(meeting) == (open_now.code, 1, number, 1, 1)


def test_a_double_tap_joins_once(phone: OpenPhone, open_now: LiveMeeting, meeting: str):
    resident = phone()
    resident.get(f"/{open_now.code}")
    for _ in range(2):
        resident.post("join", code=open_now.code, language="nl")
    assert live.status(meeting).phones == 1  # type: ignore[union-attr]
    assert heading(resident.get(f"/{open_now.code}")) == "U doet mee"


def test_opening_the_link_alone_joins_nobody(phone: OpenPhone, open_now: LiveMeeting, meeting: str):
    phone().get(f"/{open_now.code}")
    assert live.status(meeting).phones == 0  # type: ignore[union-attr]


def test_english_all_the_way(phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound):
    resident = phone(language="en-GB")
    assert heading(resident.get()) == "Enter the code"
    resident.join(open_now.code, "en")
    number = open_round()
    answer_all(resident, number)
    page = resident.get()
    assert heading(page) == "We have your answers"
    assert "affects my home, health or livelihood, I want this" in page.text
    assert '<html lang="en">' in page.text


def test_the_language_is_the_one_chosen_whatever_the_phone_speaks(phone: OpenPhone, open_now: LiveMeeting):
    assert heading(phone(language="de").join(open_now.code, "en").get()) == "You are in"


def test_a_reload_after_a_restart_of_the_server_goes_on_where_it_was(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound
):
    resident, number = phone().join(open_now.code), open_round()
    resident.post("group", round=number, group="street")
    resident.post("own", round=number, skip="1", words="")
    resident.answer(number, "dry", "home")
    current.let_go_of_store()
    assert "fundering" in heading(resident.get())


def test_every_answer_can_be_changed_until_the_round_closes(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    resident, number = phone().join(open_now.code), open_round()
    answer_all(resident, number)
    assert 'value="home" required checked' in resident.get("?at=1").text
    assert 'value="no" checked' in resident.get("?at=2").text
    assert 'aria-pressed="true">De straat' in resident.get("?at=group").text
    assert ">Rust</textarea>" in resident.get("?at=own").text
    assert "raakt mij niet" in resident.answer(number, "dry", "none").text
    live.close_round(meeting, number)
    assert heading(resident.answer(number, "dry", "home")) == "Dit is niet gelukt"
    assert heading(resident.get("?at=1")) == "De ronde is gesloten. Dank u wel."


def test_what_is_missing_is_asked_for_and_what_was_given_stays(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    resident, number = phone().join(open_now.code), open_round(groups=[], own_words=False)
    page = resident.post("answer", round=number, interest="dry", at="1", weight="plans")
    assert "Zeg nog of u dit wilt of niet." in page.text
    assert 'value="plans" required checked' in page.text
    assert "Kies hoe belangrijk" in resident.post("answer", round=number, interest="dry", at="1").text
    assert current.store().live.heads(meeting, number) == 0


def test_whoever_is_not_affected_need_not_say_what_they_want(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound
):
    resident, number = phone().join(open_now.code), open_round(groups=[], own_words=False)
    assert "fundering" in heading(resident.post("answer", round=number, interest="dry", weight="none"))


def test_no_estimate_is_seen_before_the_round_closes_and_then_it_stands_beside_the_answer(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    resident, number = phone().join(open_now.code), open_round()
    seen = []
    for what, form in (
        ("group", {"group": "piles"}),
        ("own", {"words": ""}),
        ("answer", {"interest": "dry", "weight": "notices", "wants": "yes"}),
        ("answer", {"interest": "sound", "weight": "home", "wants": "yes"}),
    ):
        page = resident.get().text
        seen.append(page)
        assert " checked" not in page
        assert "aria-pressed" not in page
        resident.post(what, round=number, **form)
    seen.append(resident.get().text)
    assert not [page for page in seen if "schatting" in page]
    live.close_round(meeting, number)
    page = resident.get().text
    assert "<td>raakt mijn plannen, ik wil dit niet</td>" in page
    assert '<td class="other">raakt mijn huis, gezondheid of inkomen, ik wil dit</td>' in page


def test_after_the_close_a_phone_sees_itself_beside_a_room_of_five_or_more(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    residents, number = [phone().join(open_now.code) for _ in range(6)], open_round()
    for resident in residents[:4]:
        answer_all(resident, number)
    assert "Bijna" not in residents[0].get().text
    for resident in residents[4:]:
        answer_all(resident, number)
    live.close_round(meeting, number)
    assert "Bijna iedereen in de zaal zegt dat ook." in residents[0].get().text


def test_a_room_of_four_stays_hidden(phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str):
    residents, number = [phone().join(open_now.code) for _ in range(4)], open_round()
    for resident in residents:
        answer_all(resident, number)
    live.close_round(meeting, number)
    assert "te weinig antwoorden" in residents[0].get().text
    assert live.results(meeting, number) == {}


def test_news_is_told_once_the_room_changes(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    resident = phone().join(open_now.code)
    seen = re.search(r'data-wait="([^"]+)"', resident.get().text)
    assert seen is not None
    assert resident.get(f"/news?seen={seen[1]}").status_code == 204
    open_round()
    news = resident.get(f"/news?seen={seen[1]}")
    assert news.status_code == 200
    assert float(news.headers["x-ask-again"]) >= 1
    assert phone().get("/news").status_code == 403


def test_own_words_are_data_wherever_they_come_back(phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound):
    resident, number = phone().join(open_now.code), open_round(groups=[])
    resident.post("own", round=number, words="</textarea><script>alert(1)</script>")
    assert "<script>alert" not in resident.get("?at=own").text
    assert "&lt;script&gt;" in resident.get("?at=own").text
    assert "vreemde tekens" in resident.post("own", round=number, words="\u202eomgekeerd").text


def test_a_whole_round_ends_in_one_act_in_the_web(
    phone: OpenPhone, open_now: LiveMeeting, open_round: OpenRound, meeting: str
):
    residents, number = [phone().join(open_now.code) for _ in range(5)], open_round()
    for resident in residents:
        answer_all(resident, number)
    live.close_round(meeting, number)
    shown = live.results(meeting, number)
    history = current.store().load(meeting).history
    found = live.adoptable(history, number, "street", shown)
    assert found is not None
    assert found.act is not None
    assert live.adoptable(history, number, "piles", shown) is None
    done = current.store().append(meeting, found.act, seen=1).loaded.history
    stake = done.web.stake_by_pair["street", "dry"]
    assert (stake.weight, str(stake.provenance)) == (1.0, "self")
    assert done.web.stake_by_pair["street", "sound"].position == -1.0
