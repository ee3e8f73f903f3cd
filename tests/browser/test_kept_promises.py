"""What a person does when something went wrong, or must go: recovery, a stick, deleting, putting a phone out."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from servers import ROOT, Server, serving
from visitor import Visitor

from coprod_core import __version__
from coprod_core.acts.commands import ChangeMeeting
from coprod_core.rounds.values import asked_of
from coprod_core.store.backups import copies_of
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Web

OpenPage = Callable[..., Page]
WEB = Web(
    title="Nieuw riool",
    actors=(Actor("street", "De straat", "citizens", people=60),),
    interests=(Interest("dry", "Droge kelder"),),
)


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server on a database of this test's own."""
    with serving(ROOT / "app.py", tmp_path / "meetings.db") as started:
        yield started


def no_accessibility_faults(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()


def meeting_on(server: Server, *notes: str) -> str:
    with closing(Store(server.database_url)) as store:
        meeting = store.begin(WEB)
        for seen, note in enumerate(notes, 1):
            store.append(meeting, ChangeMeeting({"notes": note}), seen=seen)
    return meeting


def file_of(server: Server) -> Path:
    return Path(server.database_url.removeprefix("sqlite:///"))


def on_recovery(page: Page, server: Server) -> Visitor:
    visitor = Visitor(page, server).go()
    page.get_by_text(visitor.words("recovery.heading"), exact=True).click()
    expect(page.get_by_text(visitor.words("recovery.stick"), exact=True)).to_be_visible()
    return visitor.arrived()


def choose(visitor: Visitor, key: str, option: str | None = None) -> None:
    expect(visitor.key(key).locator("input")).to_be_enabled()
    visitor.key(key).scroll_into_view_if_needed()  # a list that opens while the page scrolls closes again
    visitor.settled()
    visitor.key(key).locator("input").click()
    found = visitor.page.get_by_role("option")
    (found.filter(has_text=option) if option else found).first.click()
    visitor.arrived()


def test_a_person_makes_a_copy_and_brings_a_meeting_back_out_of_it(page: OpenPage, own_server: Server):
    meeting_on(own_server, "een")
    visitor = on_recovery(page(), own_server)
    no_accessibility_faults(visitor.page)
    had = copies_of(file_of(own_server))
    visitor.button("recovery_make").click()
    while copies_of(file_of(own_server)) == had:
        visitor.page.wait_for_timeout(50)
    visitor.settled()
    choose(visitor, "recovery_copy")
    visitor.page.get_by_role("button", name=visitor.words("recovery.bring"), exact=True).click()
    visitor.on_the_web()
    assert visitor.web().notes == "een"
    with closing(Store(own_server.database_url)) as store:
        assert len(store.meetings()) == 2


def test_a_person_takes_everything_to_a_stick_and_brings_it_back_elsewhere(
    page: OpenPage, own_server: Server, tmp_path: Path
):
    meeting_on(own_server, "meegenomen")
    visitor = on_recovery(page(), own_server)
    with visitor.page.expect_download() as saving:
        visitor.button("recovery_stick").click()
    assert __version__ in saving.value.suggested_filename
    stick = tmp_path / "stick.db"
    saving.value.save_as(stick)
    (tmp_path / "elsewhere").mkdir()
    with serving(ROOT / "app.py", tmp_path / "elsewhere" / "meetings.db") as other:
        there = on_recovery(page(), other)
        there.page.locator('input[type="file"]').first.set_input_files(stick)
        bring = there.page.get_by_role("button", name=there.words("recovery.bring"), exact=True)
        expect(bring).to_be_visible()
        there.arrived()
        bring.click()
        there.on_the_web()
        assert there.web().notes == "meegenomen"


def test_a_damaged_meeting_opens_and_a_person_goes_on_from_before_the_damage(page: OpenPage, own_server: Server):
    meeting = meeting_on(own_server, "een", "twee")
    with closing(sqlite3.connect(file_of(own_server))) as elsewhere, elsewhere:
        elsewhere.execute("UPDATE entry SET act = replace(act, 'twee', 'weet')")
    visitor = Visitor(page(), own_server).go("web", meeting=meeting)
    expect(visitor.page.get_by_text(visitor.words("recovery.damaged", seq=3))).to_be_visible()
    visitor.button("recovery_go_on_before").click()
    visitor.page.wait_for_url(lambda url: meeting not in url)
    assert visitor.web().notes == "een"


def test_a_meeting_that_a_person_deletes_is_gone_from_every_file(page: OpenPage, own_server: Server):
    meeting = meeting_on(own_server, "naald-in-de-notities")
    with closing(Store(own_server.database_url)) as store:
        store.recovery.backup()
    visitor = Visitor(page(), own_server).go()
    visitor.key(f"menu_{meeting}").get_by_role("button").click()
    visitor.button(f"delete_{meeting}").click()
    expect(visitor.page.get_by_text("Nieuw riool")).to_have_count(0)
    visitor.arrived()
    beside = [path for path in file_of(own_server).parent.rglob("*") if path.is_file()]
    assert not [path for path in beside if b"naald-in-de-notities" in path.read_bytes()]


def test_a_facilitator_puts_a_phone_out_by_the_mark_it_shows(page: OpenPage, own_server: Server):
    meeting = meeting_on(own_server)
    with closing(Store(own_server.database_url)) as store:
        code = store.live.open(meeting).code
        store.live.open_round(meeting, asked_of(WEB, "", ["dry"], own_words=False))
    phone = page((390, 844), touch=True)
    phone.goto(f"{own_server.address}/mee/{code}")
    phone.locator("button[value=nl]").tap()
    visitor = Visitor(page(), own_server)
    phone.get_by_role("link", name=visitor.words("privacy.link")).tap()
    expect(phone.locator("h1")).to_have_text(visitor.words("privacy.title"))
    no_accessibility_faults(phone)
    with closing(Store(own_server.database_url)) as store:
        (mark,) = store.live.marks(meeting)
    expect(phone.get_by_text(visitor.words("privacy.mark", mark=mark))).to_be_visible()
    visitor.go("join", meeting=meeting)
    visitor.key("join_put_out_asked").get_by_role("button").click()
    choose(visitor, "join_put_out_mark", mark)
    no_accessibility_faults(visitor.page)
    visitor.button("join_put_out").click()
    visitor.arrived()
    phone.goto(f"{own_server.address}/mee")
    expect(phone.locator("h1")).to_have_text(visitor.words("phone_messages.put_out"))


def test_a_resident_erases_what_they_said_by_themselves(page: OpenPage, own_server: Server):
    meeting = meeting_on(own_server)
    with closing(Store(own_server.database_url)) as store:
        code = store.live.open(meeting).code
        store.live.open_round(meeting, asked_of(WEB, "", ["dry"]))
    say = Visitor(page(), own_server).words
    phone = page((390, 844), touch=True)
    phone.goto(f"{own_server.address}/mee/{code}")
    phone.locator("button[value=nl]").tap()
    phone.locator("textarea").fill("naald in eigen woorden")
    phone.locator("form button").first.tap()
    expect(phone.locator("h1")).to_have_text("Droge kelder")
    phone.get_by_role("link", name=say("privacy.link")).tap()
    phone.get_by_text(say("privacy.erase_mine")).tap()
    phone.get_by_role("button", name=say("privacy.erase_sure")).tap()
    expect(phone.locator("h1")).to_have_text(say("phone_messages.left"))
    with closing(Store(own_server.database_url)) as store:
        assert store.live.own_words(meeting) == ()
        assert store.live.marks(meeting) == ()
    beside = [path for path in file_of(own_server).parent.rglob("*") if path.is_file()]
    assert not [path for path in beside if b"naald in eigen woorden" in path.read_bytes()]


@pytest.mark.parametrize("path", ["webb", "web/gap", "start/nergens/ver"])
def test_a_mistyped_address_is_a_page_of_ours_that_leads_to_start(page: OpenPage, own_server: Server, path: str):
    meeting = meeting_on(own_server)
    visitor = Visitor(page(), own_server)
    visitor.page.goto(f"{own_server.address}/{path}?meeting={meeting}&language=nl")
    expect(visitor.page.get_by_role("heading")).to_have_text(visitor.words("lost.title"))
    no_accessibility_faults(visitor.page)
    visitor.page.get_by_role("link", name=visitor.words("lost.to_start")).click()
    visitor.arrived()
    expect(visitor.page.get_by_text("Nieuw riool").first).to_be_visible()
