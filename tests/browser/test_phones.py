"""Real phones (390x844, touch) in a real browser, and the facilitator's acts on the same server's database."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from servers import Server

from coprod_core.rounds.values import asked_of
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Stake, Web

PHONE = (390, 844)
OpenPage = Callable[..., Page]
WEB = Web(
    title="Riool",
    actors=(Actor("street", "De straat", "citizens", people=60),),
    interests=(Interest("dry", "Droge kelder"), Interest("sound", "Stevige fundering")),
    stakes=(Stake("street", "dry", 1.0),),
)
SAY = {
    "nl": ("raakt mijn plannen", "ik wil dit niet", "Verstuur", "Uw antwoorden zijn binnen", "De ronde is gesloten"),
    "en": ("affects my plans", "I do not want this", "Send", "We have your answers", "The round is closed"),
}


@dataclass
class Evening:
    store: Store
    meeting: str
    code: str

    def ask(self) -> int:
        return self.store.live.open_round(self.meeting, asked_of(WEB, "Wat vindt u?", ["dry", "sound"], ["street"]))


@pytest.fixture
def evening(server: Server) -> Iterator[Evening]:
    with closing(Store(server.database_url)) as store:
        meeting = store.begin(WEB)
        yield Evening(store, meeting, store.live.open(meeting).code)


def join(page: Page, server: Server, evening: Evening, language: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{server.address}/mee/{evening.code}")
    page.locator(f"button[value={language}]").tap()
    expect(page.locator("h1")).to_have_text(re.compile("U doet mee|You are in"))


def answer(page: Page, language: str) -> None:
    weight, wants, send, *_ = SAY[language]
    page.get_by_text(weight, exact=True).tap()
    page.get_by_text(wants, exact=True).tap()
    page.get_by_role("button", name=send).tap()


def no_accessibility_faults(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("language", "scheme", "viewport"), [("nl", "light", PHONE), ("en", "dark", (320, 568))])
def test_a_resident_goes_from_code_to_result(
    page: OpenPage, server: Server, evening: Evening, language: str, scheme: str, viewport: tuple[int, int]
):
    phone = page(viewport, f"{language}-NL", scheme, touch=True)
    join(phone, server, evening, language)
    no_accessibility_faults(phone)
    number = evening.ask()
    phone.reload()
    no_accessibility_faults(phone)
    phone.get_by_role("button", name="De straat").tap()
    phone.locator("textarea").fill("Rust in de straat")
    no_accessibility_faults(phone)
    phone.locator("form button").first.tap()
    expect(phone.locator("h1")).to_have_text("Droge kelder")
    no_accessibility_faults(phone)
    small = [
        box
        for box in (target.bounding_box() for target in phone.locator("button, .choice").all())
        if box is None or box["height"] < 44 or box["width"] < 44
    ]
    assert small == []
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    answer(phone, language)
    expect(phone.locator("h1")).to_have_text("Stevige fundering")
    answer(phone, language)
    expect(phone.locator("h1")).to_have_text(SAY[language][3])
    no_accessibility_faults(phone)
    evening.store.live.close_round(evening.meeting, number)
    phone.reload()
    expect(phone.locator("h1")).to_contain_text(SAY[language][4])
    no_accessibility_faults(phone)


def test_what_is_typed_survives_a_reload_and_a_cut_network_and_is_sent_by_itself(
    page: OpenPage, server: Server, evening: Evening
):
    phone = page(PHONE, touch=True)
    join(phone, server, evening, "nl")
    number = evening.ask()
    phone.reload()
    phone.get_by_role("button", name="De straat").tap()
    phone.locator("textarea").fill("Rust in de straat")
    phone.reload()
    expect(phone.locator("textarea")).to_have_value("Rust in de straat")
    phone.context.set_offline(True)
    phone.locator("form button").first.tap()
    expect(phone.locator("#trouble")).to_be_visible()
    assert evening.store.live.own_words(evening.meeting) == ()
    phone.context.set_offline(False)
    expect(phone.locator("h1")).to_have_text("Droge kelder")
    assert [said.words for said in evening.store.live.own_words(evening.meeting)] == ["Rust in de straat"]
    answer(phone, "nl")
    expect(phone.locator("h1")).to_have_text("Stevige fundering")
    assert evening.store.live.heads(evening.meeting, number) == 1
    assert phone.evaluate("Object.keys(localStorage).filter(key => key.startsWith('answer:'))") == []


def test_after_a_kill_in_the_middle_a_phone_goes_on_without_joining_again(
    page: OpenPage, server: Server, evening: Evening
):
    phone = page(PHONE, touch=True)
    join(phone, server, evening, "nl")
    evening.ask()
    phone.reload()
    phone.get_by_role("button", name="De straat").tap()
    expect(phone.locator("textarea")).to_be_visible()
    phone.locator("form button").last.tap()
    expect(phone.locator("h1")).to_have_text("Droge kelder")
    server.kill()
    answer(phone, "nl")
    expect(phone.locator("#trouble")).to_be_visible()
    server.start()
    expect(phone.locator("h1")).to_have_text("Stevige fundering")


def test_the_whole_flow_works_without_scripts(server: Server, evening: Evening, browser: object):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 568})  # type: ignore[attr-defined]
    phone = context.new_page()
    phone.goto(f"{server.address}/mee/{evening.code}")
    phone.locator("button[value=nl]").click()
    evening.ask()
    phone.goto(f"{server.address}/mee")
    phone.get_by_role("button", name="De straat").click()
    phone.locator("form button").last.click()
    for name in ("Droge kelder", "Stevige fundering"):
        expect(phone.locator("h1")).to_have_text(name)
        phone.get_by_text("raakt mijn plannen").click()
        phone.get_by_text("ik wil dit", exact=True).click()
        phone.get_by_role("button", name="Verstuur").click()
    expect(phone.locator("h1")).to_have_text("Uw antwoorden zijn binnen")
    context.close()
