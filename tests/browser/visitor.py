"""A person at the whole app: what they look at, click, drag and type."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Error, Locator, Page, expect
from servers import Server

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.store.values import Loaded
from coprod_core.web.model import Web
from coprod_ui.bar.top import FURTHER
from coprod_ui.words import words

Place = tuple[float, float]

QUIET = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
    && document.querySelector('.st-key-frame')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
    && ![...document.querySelectorAll("details, summary")].some((one) => getComputedStyle(one).opacity < 1)
    && !(globalThis.__belangenweb?.pending() > 0) && !globalThis.unanswered
}"""

STANDING = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  const html = one => one.outerHTML.slice(0, 300)
  return {
    address: location.href,
    script: app?.dataset.testScriptState,
    connection: app?.dataset.testConnectionState,
    frame: Boolean(document.querySelector('.st-key-frame')),
    stale: [...document.querySelectorAll('[data-stale="true"], [data-testid="stSkeleton"]')].map(html),
    fading: [...document.querySelectorAll("details, summary")]
      .filter(one => getComputedStyle(one).opacity < 1).map(html),
    pending: globalThis.__belangenweb?.pending(),
    unanswered: globalThis.unanswered,
  }
}"""
"""What `QUIET` looks at, said one by one: for who has to find out why a screen never came to rest."""

STILL = f"""() => new Promise(done => {{
  let frames = 0
  const look = () => {{
    frames = ({QUIET})() ? frames + 1 : 0
    if (frames === 5) done(true)
    else requestAnimationFrame(look)
  }}
  look()
}})"""
"""Quiet for five frames in a row: a tab or a popover turns before the run that it sets off is asked for."""

DRAWN = "() => !document.querySelector('[class*=st-key-board_]') || globalThis.__belangenweb?.ready()"


class Visitor:
    """One browser window on the app."""

    def __init__(self, page: Page, server: Server, language: str = "nl") -> None:
        self.page = page
        self.server = server
        self.language = language
        self.words = words(language)
        self.net = page.locator(".net")
        self.naming = page.locator(".naming input")
        self.line = page.locator(".board .type")
        self.preview = page.locator(".board .preview")
        self.warning = page.locator(".st-key-messages")
        self.refusal = page.locator(".board .refusal")
        self.drawer = page.locator(".board .drawer.chosen")
        self.sheet = page.locator(".board .drawer.sheet")

    # -- going somewhere

    def go(self, screen: str = "", **query: str) -> "Visitor":
        """Types an address."""
        self.page.goto(f"{self.server.address}/{screen}?{urlencode({'language': self.language, **query})}")
        return self.arrived()

    def screen(self, name: str) -> "Visitor":
        """Chooses a screen in the top bar."""
        home = "/" if name == "start" else f"/{name}"
        if name in FURTHER:
            self.on_bar("menu").click()
        self.on_bar(f"{'mark' if name == 'start' else 'entry' if name in FURTHER else 'screen'}_{name}").click()
        self.page.wait_for_url(lambda url: urlsplit(url).path == home)
        return self.arrived()

    def arrived(self) -> "Visitor":
        """Waits until the screen stands still, and the drawing on it too."""
        try:
            self.page.wait_for_function(QUIET)
        except Error as error:
            raise AssertionError(f"the screen never came to rest: {self.page.evaluate(STANDING)}") from error
        if urlsplit(self.page.url).path == "/web":
            self.page.wait_for_function(DRAWN)
        return self

    def runs(self, act: Callable[[], object]) -> "Visitor":
        """Does what runs the screen anew, and waits until that run is over."""
        act()
        return self.settled()

    def settled(self) -> "Visitor":
        """Waits until the run that an act sets off was asked for and is over."""
        self.page.evaluate(STILL)
        return self.arrived()

    def reload(self) -> "Visitor":
        self.page.reload()
        return self.arrived()

    def begin(self, title: str) -> "Visitor":
        """A new meeting, from Start."""
        self.draft("new_meeting", "title").locator("input").fill(title)
        self.page.get_by_role("button", name=self.words("start.begin"), exact=True).click()
        return self.on_the_web()

    def open_case(self, name: str) -> "Visitor":
        self.button(f"open_{name}").click()
        return self.on_the_web()

    def on_the_web(self) -> "Visitor":
        try:
            self.page.wait_for_url("**/web?*meeting=*")
        except Error as error:
            said = self.page.locator("main").inner_text()[:2_000]
            raise AssertionError(f"never on the web: {self.page.evaluate(STANDING)} {said}") from error
        expect(self.page.locator(".board")).to_be_visible()
        return self.arrived()

    # -- what is on screen

    def key(self, key: str) -> Locator:
        """A widget or container by its key; one drawn anew, because its value came from elsewhere, has a number too.

        Old and new are both on the page for a moment: the first of them, until there is only one.
        """
        return self.page.locator(f'.st-key-{key}, [class*="st-key-{key}__"]').first

    def on_bar(self, name: str) -> Locator:
        """Something on the bar over every screen."""
        return self.page.locator(f'.st-key-top_bar [data-id="{name}"]').first

    def draft(self, kind: str, field: str) -> Locator:
        """The widget of a field of what is being written and not kept, whichever its record."""
        return self.page.locator(f'[class*="st-key-draft-"][class*="-{kind}-"][class*="-{field}"]')

    def button(self, key: str) -> Locator:
        if key in ("undo", "redo", "back"):
            return self.on_bar(key)
        return self.key(key).locator("button")

    def strip(self, name: str) -> Locator:
        """A cell of the strip over the board."""
        return self.page.locator(f'.board [data-key="strip_{name}"]')

    def reading(self, name: str) -> Locator:
        """One of the four readings, of which the strip is open."""
        return self.page.locator(f'.board .readings [data-reading="{name}"]')

    def field(self, key: str) -> Locator:
        """A control in a drawer of the board, by its key."""
        return self.page.locator(f'.board [data-key="{key}"]')

    def tool(self, name: str) -> Locator:
        """A tool beside the drawing."""
        return self.page.locator(f'.board [data-do="{name}"]')

    def find(self, name: str) -> "Visitor":
        """Finds a party or an interest by its name, and chooses it."""
        self.tool("find").click()
        self.page.locator(".board .finder input").fill(name)
        self.press("Enter")
        expect(self.page.locator(".board .finder")).to_be_hidden()
        return self

    def is_told(self, text: str) -> "Visitor":
        """Waits until a sentence on the board says what an act did."""
        plain = text.replace("*", "")
        expect(self.page.locator(".board .told").filter(has_text=plain).first).to_be_visible()
        return self

    @property
    def meeting(self) -> str:
        """The id of the meeting, as the address has it."""
        return parse_qs(urlsplit(self.page.url).query)["meeting"][0]

    def on_disk(self) -> Loaded:
        """What anyone would find who opens this meeting now."""
        store = Store(self.server.database_url)
        try:
            return store.load(self.meeting)
        finally:
            store.close()

    def web(self) -> Web:
        """The web on disk, once everything done here is dealt with."""
        self.arrived()
        return self.on_disk().history.web

    def until_saved(self, acts: int) -> None:
        """Waits until the meeting has so many acts on disk, and the screen knows it."""
        while self.on_disk().head < acts:
            self.page.wait_for_timeout(50)
        self.arrived()

    def choose_language(self, language: str) -> "Visitor":
        self.language, self.words = language, words(language)
        self.on_bar("menu").click()
        self.on_bar(f"language:{language}").click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)
        return self.arrived()

    def switch_digits(self) -> "Visitor":
        self.on_bar("menu").click()
        self.on_bar("digits").click()
        return self.arrived()

    # -- the canvas

    def look(self, question: str, *of: Any) -> Any:
        return self.page.evaluate("([question, of]) => globalThis.__belangenweb[question](...of)", [question, list(of)])

    def place(self, question: str, *of: str) -> Place:
        """Where a name, handle or link stands on the page, once it is there."""
        ask = "([question, of]) => globalThis.__belangenweb[question](...of)"
        x, y = self.page.wait_for_function(ask, arg=[question, list(of)]).json_value()
        return (x, y)

    def zone(self, name: str, across: float = 0.5, down: float = 0.6) -> Place:
        left, top, right, bottom = self.look("zone", name)
        return (left + (right - left) * across, top + (bottom - top) * down)

    def click(self, place: Place) -> None:
        self.page.mouse.click(*place)

    def double_click(self, place: Place) -> None:
        self.page.mouse.dblclick(*place)

    def drag(self, start: Place, end: Place) -> None:
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
        mouse.move(*end, steps=4)
        mouse.up()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type_name(self, name: str) -> None:
        expect(self.naming).to_be_focused()
        self.page.keyboard.type(name)
        self.press("Enter")
        expect(self.naming).to_be_hidden()

    def enter(self, line: str) -> None:
        """A line typed as people talk, and entered."""
        self.line.fill(line)
        self.line.press("Enter")


def prepared(server: Server, web: Web) -> str:
    """A meeting with a web, made without the screen; gives its id."""
    store = Store(server.database_url)
    try:
        return store.begin(placed(web))
    finally:
        store.close()
