"""A person at the whole app: what they look at, click, drag and type."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Locator, Page, expect
from servers import Server

from coprod_core.model import Web
from coprod_core.store import Loaded, Store
from coprod_ui.web_editor import placed
from coprod_ui.words import words

Place = tuple[float, float]

QUIET = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
    && document.querySelector('.st-key-frame')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
    && !(globalThis.__belangenweb?.pending() > 0)
}"""


class Visitor:
    """One browser window on the app."""

    def __init__(self, page: Page, server: Server, language: str = "nl") -> None:
        self.page = page
        self.server = server
        self.language = language
        self.words = words(language)
        self.net = page.locator(".net")
        self.naming = page.locator(".naming input")
        self.line = page.locator('[class*="st-key-quick_entry"] input')
        self.warning = page.locator(".st-key-messages")
        self.side = page.locator(".st-key-canvas_side")
        self.inspector = page.locator(".st-key-inspector")

    # -- going somewhere

    def go(self, screen: str = "", **query: str) -> "Visitor":
        """Types an address."""
        self.page.goto(f"{self.server.address}/{screen}?{urlencode({'language': self.language, **query})}")
        return self.arrived()

    def screen(self, name: str) -> "Visitor":
        """Chooses a screen in the top bar."""
        home = "/" if name == "start" else f"/{name}"
        self.page.locator("header").get_by_role("link", name=self.words(f"screens.{name}"), exact=True).click()
        self.page.wait_for_url(lambda url: urlsplit(url).path == home)
        return self.arrived()

    def arrived(self) -> "Visitor":
        """Waits until the screen stands still, and the drawing on it too."""
        self.page.wait_for_function(QUIET)
        if urlsplit(self.page.url).path == "/web" and self.net.count():
            self.page.wait_for_function("globalThis.__belangenweb?.scale() > 0")
        return self

    def reload(self) -> "Visitor":
        self.page.reload()
        return self.arrived()

    def begin(self, title: str) -> "Visitor":
        """A new meeting, from Start."""
        self.key("new_title").locator("input").fill(title)
        self.page.get_by_role("button", name=self.words("start.begin"), exact=True).click()
        return self.on_the_web()

    def open_case(self, name: str) -> "Visitor":
        self.button(f"open_{name}").click()
        return self.on_the_web()

    def on_the_web(self) -> "Visitor":
        self.page.wait_for_url("**/web?*meeting=*")
        expect(self.net).to_be_visible()
        return self.arrived()

    # -- what is on screen

    def key(self, key: str) -> Locator:
        """A widget or container by its key; one drawn anew, because its value came from elsewhere, has a number too.

        Old and new are both on the page for a moment: the first of them, until there is only one.
        """
        return self.page.locator(f'.st-key-{key}, [class*="st-key-{key}__"]').first

    def button(self, key: str) -> Locator:
        return self.key(key).locator("button")

    def strip(self, name: str) -> Locator:
        return self.key(f"strip_{name}")

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
        self.key("language").get_by_role("radio", name=language.upper()).click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)
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
