"""What a resident meets, page by page."""

import re

from coprod_core.store import LiveMeeting
from coprod_ui import live
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
