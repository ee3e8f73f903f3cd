"""A facilitator's screen, three phones and the projector: a whole round, from the code to the answer in the web."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from servers import Server
from test_accessibility import COLOURS, DILEMMAS, still, violations
from visitor import Visitor, prepared
from windows import window_in

from coprod_core.rounds.values import Answer
from coprod_core.store.live_values import Caller, ChooseGroup, GiveAnswer, Join, new_token
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Provenance, Stake, Web
from coprod_ui.words import words

PHONE = {"width": 390, "height": 844}
SMALL, PROJECTOR = (390, 844), (1280, 720)
WEB = Web(
    title="Riool in de Kadestraat",
    actors=(
        Actor("street", "De straat", "citizens", people=60, seats=6),
        Actor("piles", "Bewoners met rotte palen", "citizens", people=80),
    ),
    interests=(Interest("dry", "Droge kelder"), Interest("sound", "Stevige fundering")),
    stakes=(Stake("street", "dry", 1.0), Stake("piles", "sound", 0.4, -1.0)),
)
INKS = """() => {
  const seen = [...document.querySelectorAll('.drawn text')].filter(text => !text.closest('.tile'))
  const ink = getComputedStyle(document.querySelector('.web-scene')).color
  const inks = new Set(seen.map(text => getComputedStyle(text).fill))
  const links = [...document.querySelectorAll('.drawn .link.strong')].map(link => getComputedStyle(link).stroke)
  return [inks.size, inks.has(ink) && links.length > 0 && links.every(stroke => stroke === ink)]
}"""
"""How many inks the words in the drawing have, and whether these and the strong links are all in that of the window."""

PART = {name: place for place, name in enumerate(("round", "own_words", "hands", "adopt", "drift"))}


@pytest.fixture
def facilitator(page: Callable[..., Page], server: Server) -> Visitor:
    return Visitor(page(), server).go("join", meeting=prepared(server, WEB))


@pytest.fixture
def phones(browser: Browser, server: Server) -> Iterator[Callable[[str], list[Page]]]:
    """Three phones, each a browser of its own, that came in with a code."""
    left: list[str] = []
    with ExitStack() as opened:

        def come_in(code: str) -> list[Page]:
            pages = []
            for _ in range(3):
                context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="nl-NL")
                opened.callback(context.close)
                pages.append(context.new_page())
                pages[-1].on(
                    "request", lambda sent: None if sent.url.startswith(server.address) else left.append(sent.url)
                )
                pages[-1].goto(f"{server.address}/mee/{code}")
                pages[-1].locator("button[value=nl]").tap()
            return pages

        yield come_in
    assert left == []


def part(me: Visitor, name: str) -> None:
    me.key("join_part").get_by_role("radio").nth(PART[name]).click()
    me.arrived()


def show(me: Visitor, place: int) -> None:
    """Chooses what the room sees, by its place in the list."""
    scenes = me.key("join_room_scene").get_by_role("radiogroup")
    scenes.locator("label").nth(place).click()
    expect(scenes.get_by_role("radio").nth(place)).to_be_checked()
    me.arrived()


def code_of(me: Visitor) -> str:
    shown = me.page.get_by_role("heading", level=1).filter(has_text=re.compile(r"^\w{3} \w{3}$"))
    return shown.inner_text().replace(" ", "")


@contextmanager
def to_the_next(phone: Page) -> Iterator[None]:
    """What is done on one page of a phone, until the page that follows is there: a tap sends, it does not wait."""
    asked = phone.locator("h1").inner_text()
    yield
    expect(phone.locator("h1")).not_to_have_text(asked)


def answer(phone: Page, *, own: str, wants: str) -> None:
    """Everything a phone is asked in this meeting: group, own words, and both interests."""
    say = words("nl")
    with to_the_next(phone):
        phone.get_by_role("button", name="Bewoners met rotte palen").tap()
    with to_the_next(phone):
        phone.locator("textarea").fill(own)
        phone.locator("form button").first.tap()
    for _ in WEB.interests:
        with to_the_next(phone):
            phone.get_by_text(say("phone_weights.home"), exact=True).tap()
            phone.get_by_text(say(f"phone_wants.{wants}"), exact=True).tap()
            phone.get_by_role("button", name=say("phone.send")).tap()
    expect(phone.locator("h1")).to_have_text(say("phone.kept"))


def people_answer(server: Server, code: str, count: int) -> None:
    """More people of the same group, without a screen of their own to look at."""
    with closing(Store(server.database_url)) as store:
        for _ in range(count):
            caller = Caller(code, new_token())
            acts = [Join(caller), ChooseGroup(caller, 1, "piles")]
            acts += [GiveAnswer(caller, 1, interest.id, Answer("home", True)) for interest in WEB.interests]
            assert {store.live.do(act) for act in acts} == {None}


def test_a_round_goes_from_the_code_to_an_adopted_answer(
    facilitator: Visitor, phones: Callable[[str], list[Page]], page: Callable[..., Page], server: Server
) -> None:
    me, say = facilitator, words("nl")
    me.button("join_open").click()
    me.arrived()
    code = code_of(me)
    room = page()
    room.goto(f"{server.address}/room/{me.meeting}?language=nl")
    expect(room.get_by_text(f"{code[:3]} {code[3:]}")).to_be_visible()

    people = phones(code)
    expect(me.page.get_by_text(say.plural("join.phones", 3))).to_be_visible()  # by itself: nobody touched the screen
    expect(room.get_by_text(say.plural("room.inside", 3))).to_be_visible()

    me.button("join_open_round").click()
    expect(me.page.get_by_text(say("join.round_open", number=1))).to_be_visible()
    expect(room.get_by_text(say("room.answers_come"))).to_be_visible()
    for phone, own in zip(people, ("Rust in de nacht", "Geen stank", "Mijn huis blijft staan"), strict=True):
        phone.get_by_role("button", name="Bewoners met rotte palen").wait_for()
        answer(phone, own=own, wants="yes")
    expect(me.page.get_by_text(say.plural("join.answered", 3, phones="3"))).to_be_visible()
    people_answer(server, code, 3)

    part(me, "own_words")
    expect(me.page.get_by_text("Geen stank").first).to_be_visible()
    box = me.page.locator('[class*="st-key-join_words_"]').filter(has_text="Geen stank").first
    box.get_by_role("button", name=say("join.words_new")).click()
    expect(me.page.get_by_text(say.plural("join.own_words_waiting", 2))).to_be_visible()
    assert "Geen stank" in {interest.name for interest in me.web().interests}

    part(me, "round")
    me.button("join_close_round").click()
    expect(me.page.get_by_text(say("join.round_closed", number=1))).to_be_visible()
    expect(room.get_by_role("table")).to_be_visible()
    for phone in people:
        expect(phone.locator("h1")).to_have_text(say("phone.round_closed"))

    part(me, "adopt")
    me.button("join_adopt").click()
    expect(me.button("join_adopt")).to_be_disabled()
    stake = me.web().stake_by_pair["piles", "sound"]
    assert (stake.weight, stake.position, stake.provenance) == (1.0, 1.0, Provenance.SELF)
    me.button("undo").click()
    expect(me.button("join_adopt")).to_be_enabled()
    assert me.web().stake_by_pair["piles", "sound"].provenance == Provenance.ESTIMATE


def test_what_comes_in_shows_without_touching_the_screen_while_something_is_being_typed(
    facilitator: Visitor, phones: Callable[[str], list[Page]]
) -> None:
    me = facilitator
    me.button("join_open").click()
    me.arrived()
    question = me.draft("round", "question").locator("input")
    question.fill("Wat vindt u van het nieuwe pl")
    phones(code_of(me))
    expect(me.page.get_by_text(words("nl").plural("join.phones", 3))).to_be_visible()
    expect(question).to_be_focused()
    question.press_sequentially("ein?")
    expect(question).to_have_value("Wat vindt u van het nieuwe plein?")


def test_the_projector_follows_what_the_facilitator_shows_and_the_web(
    facilitator: Visitor, page: Callable[..., Page], server: Server
) -> None:
    me, say = facilitator, words("nl")
    room = page()
    room.goto(f"{server.address}/room/{me.meeting}?language=nl")
    show(me, 1)
    expect(room.locator(".drawn .party")).to_have_count(len(WEB.actors))
    assert room.evaluate(INKS) == [1, True]
    assert violations(room) == []
    show(me, 2)
    expect(room.locator("h1")).to_have_text(say("strip.gap"))
    me.go("web", meeting=me.meeting)
    me.page.locator("[data-do=present]").click()
    expect(room.locator(".drawn .party")).to_have_count(len(WEB.actors))
    me.enter("Bewoners met rotte palen aan tafel 4")
    expect(room.locator(".drawn .fresh")).to_have_attribute("data-id", "a:piles")
    expect(room.locator(".came-to p")).to_contain_text("Bewoners met rotte palen")
    me.go("join", meeting=me.meeting)
    me.key("join_room_hold").locator("label").first.click()
    expect(me.page.get_by_text(say("room.holds"))).to_be_visible()
    then = room.locator(".came-to p").inner_text()
    me.go("web", meeting=me.meeting)
    me.enter("Bewoners met rotte palen aan tafel 0")
    me.until_saved(3)
    expect(me.page.get_by_text(say("room.holds_short"))).to_be_visible()
    assert room.locator(".came-to p").inner_text() == then
    me.go("join", meeting=me.meeting)
    me.key("join_room_hold").locator("label").first.click()
    expect(room.locator(".came-to p")).not_to_have_text(then)


def scenes(me: Visitor, room: Page, server: Server) -> Iterator[str]:
    """Join in and the projector in every state that looks different."""
    yield "closed"
    me.button("join_open").click()
    me.arrived()
    code = code_of(me)
    yield "open"
    me.button("join_open_round").click()
    expect(me.button("join_close_round")).to_be_visible()
    yield "asking"
    people_answer(server, code, 11)
    part(me, "hands")
    yield "hands"
    part(me, "own_words")
    yield "own words"
    part(me, "round")
    yield "results while open"
    me.button("join_close_round").click()
    expect(me.button("join_open_round")).to_be_visible()
    yield "results"
    part(me, "adopt")
    yield "adopt"
    part(me, "drift")
    yield "drift"
    me.button("join_erase_asked").first.click()
    expect(me.button("join_erase").first).to_be_visible()
    yield "erase?"


SMALLEST = """() => {
  const sizes = []
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const of = walk.currentNode.parentElement
    if (!walk.currentNode.data.trim() || !of.getClientRects().length) continue
    sizes.push(parseFloat(getComputedStyle(of).fontSize))
  }
  return Math.min(...sizes)
}"""
FITS = "document.documentElement.scrollHeight <= innerHeight"
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"


@dataclass(frozen=True)
class Seen:
    """What was measured of one scene: the height of Join in and the smallest letters of the projector (pixels),
    whether the projector fits its window, and what axe found, by where it looked.
    """

    height: int
    smallest: float
    fits: bool
    violations: dict[str, list[str]]


@pytest.fixture(scope="module", params=["light", "dark"])
def seen(
    request: pytest.FixtureRequest, contexts: Callable[..., BrowserContext], server: Server
) -> Iterator[dict[str, Seen]]:
    """One walk through the scenes, in Dutch, whose words are the longest: all that is asked of them is asked there."""
    context = contexts((PROJECTOR, "nl-NL", request.param, False))
    shown, room = still(window_in(context)), still(window_in(context))
    me = Visitor(shown, server).go("join", meeting=prepared(server, WEB))
    room.goto(f"{server.address}/room/{me.meeting}?language=nl")
    rules = COLOURS if request.param == "dark" else None
    yield {scene: _measured(me, room, rules) for scene in scenes(me, room, server)}
    shown.close()
    room.close()


def _measured(me: Visitor, room: Page, rules: list[str] | None) -> Seen:
    found = {"projector": violations(room, rules)}
    for width, height in (SMALL, PROJECTOR):
        me.page.set_viewport_size({"width": width, "height": height})
        me.arrived()
        found[f"{width} wide"] = violations(me.page, rules)
    return Seen(me.page.evaluate(HEIGHT), room.evaluate(SMALLEST), room.evaluate(FITS), found)


def test_nothing_on_join_in_or_on_the_projector_breaks_wcag(seen: dict[str, Seen]) -> None:
    found = {(scene, where): faults for scene, at in seen.items() for where, faults in at.violations.items()}
    assert {place: faults for place, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_on_the_cards_breaks_wcag(page: Callable[..., Page], server: Server, scheme: str) -> None:
    cards, meeting = page(scheme=scheme), prepared(server, WEB)
    cards.goto(f"{server.address}/cards/{meeting}?language=nl&question=Wat&interest=dry&group=street&own_words=1")
    assert violations(cards) == []


def test_join_in_is_at_most_one_scroll_and_text_on_the_projector_is_large_without(seen: dict[str, Seen]) -> None:
    assert {scene: at.height for scene, at in seen.items() if at.height > 1440} == {}
    assert {scene: at.smallest for scene, at in seen.items() if at.smallest < 32} == {}
    assert [scene for scene, at in seen.items() if not at.fits] == []


def test_what_the_facilitator_shows_the_room_is_large_without_scrolling(
    page: Callable[..., Page], server: Server
) -> None:
    me = Visitor(page(), server).go("join", meeting=prepared(server, WEB))
    room = page()
    room.goto(f"{server.address}/room/{me.meeting}?language=nl")
    say = words("nl")
    titles = (say("strip.gap"), *(say.choice("dilemmas", name) for name in DILEMMAS))
    for place, title in enumerate(titles, start=2):
        show(me, place)
        expect(room.locator("h1")).to_have_text(title)
        assert room.evaluate(SMALLEST) >= 32, title
        assert room.evaluate(FITS), title
