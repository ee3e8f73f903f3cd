"""A facilitator's screen, three phones and the projector: a whole round, from the code to the answer in the web."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest
from playwright.sync_api import Browser, Page, expect
from servers import Server
from test_accessibility import DILEMMAS, still, violations
from visitor import Visitor, prepared

from coprod_core.model import Actor, Interest, Provenance, Stake, Web
from coprod_core.rounds import Answer
from coprod_core.store import Caller, ChooseGroup, GiveAnswer, Join, Store, new_token
from coprod_ui.words import LANGUAGES, words

PHONE = {"width": 390, "height": 844}
WEB = Web(
    title="Riool in de Kadestraat",
    actors=(
        Actor("street", "De straat", "citizens", people=60, seats=6),
        Actor("piles", "Bewoners met rotte palen", "citizens", people=80),
    ),
    interests=(Interest("dry", "Droge kelder"), Interest("sound", "Stevige fundering")),
    stakes=(Stake("street", "dry", 1.0), Stake("piles", "sound", 0.4, -1.0)),
)
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


def answer(phone: Page, *, own: str, wants: str) -> None:
    """Everything a phone is asked in this meeting: group, own words, and both interests."""
    say = words("nl")
    phone.get_by_role("button", name="Bewoners met rotte palen").tap()
    phone.locator("textarea").fill(own)
    phone.locator("form button").first.tap()
    for _ in WEB.interests:
        title = phone.locator("h1").inner_text()
        phone.get_by_text(say("phone_weights.home"), exact=True).tap()
        phone.get_by_text(say(f"phone_wants.{wants}"), exact=True).tap()
        phone.get_by_role("button", name=say("phone.send")).tap()
        expect(phone.locator("h1")).not_to_have_text(title)
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
    question = me.key("join_question_1").locator("input")
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
    expect(room.locator("h1")).to_have_text(say("strip.gap"))
    me.go("web", meeting=me.meeting)
    shown = room.locator("main").inner_html()
    me.enter("Bewoners met rotte palen aan tafel 4")
    room.wait_for_function("before => document.querySelector('main').innerHTML !== before", arg=shown)


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_on_join_in_or_on_the_projector_breaks_wcag(
    page: Callable[..., Page], server: Server, scheme: str
) -> None:
    me = Visitor(still(page(scheme=scheme)), server).go("join", meeting=prepared(server, WEB))
    room = page(scheme=scheme)
    room.goto(f"{server.address}/room/{me.meeting}?language=nl")
    found: dict[str, list[str]] = {}
    for scene in scenes(me, room, server):
        for width, height in ((390, 844), (1280, 720)):
            me.page.set_viewport_size({"width": width, "height": height})
            me.arrived()
            found[f"{scene} ({width})"] = violations(me.page)
        found[f"projector, {scene}"] = violations(room)
    cards = page(scheme=scheme)
    cards.goto(f"{server.address}/cards/{me.meeting}?language=nl&question=Wat&interest=dry&group=street&own_words=1")
    found["cards"] = violations(cards)
    assert {scene: faults for scene, faults in found.items() if faults} == {}


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


@pytest.mark.parametrize("language", LANGUAGES[:1])  # Dutch: its words are the longest
def test_text_on_the_projector_is_large_without_scrolling_and_join_in_is_at_most_one_scroll(
    page: Callable[..., Page], server: Server, language: str
) -> None:
    me = Visitor(page(), server, language).go("join", meeting=prepared(server, WEB))
    room = page()
    room.goto(f"{server.address}/room/{me.meeting}?language={language}")
    for scene in scenes(me, room, server):
        assert me.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= 1440, scene
        assert room.evaluate(SMALLEST) >= 32, scene
        assert room.evaluate("document.documentElement.scrollHeight <= innerHeight"), scene
    say = words(language)
    titles = (say("strip.gap"), *(say.choice("dilemmas", name) for name in DILEMMAS))
    for place, title in enumerate(titles, start=1):
        show(me, place)
        expect(room.locator("h1")).to_have_text(title)
        assert room.evaluate(SMALLEST) >= 32, title
        assert room.evaluate("document.documentElement.scrollHeight <= innerHeight"), title
