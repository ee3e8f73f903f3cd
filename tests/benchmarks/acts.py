"""How many acts the sewer case takes from empty: `python -m tests.benchmarks.acts`.

All parties of the right kind, their people, who sits at the table and with how many seats, all interests, what matters
to whom and how much, what nobody knows, and how interests get along (clashing or going together; the case says how
much in digits, which takes a field each). Built in a browser three times, as a hand does it: by mouse, by keyboard,
and on the typed line; read back from disk and compared with the case. An act is one step of undo: what the log holds.
Beside it each touch of the hand: a click, a drag, a key, a text typed with its Enter.
"""

import argparse
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from coprod_core.store.store import Store
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Actor, Sphere, Web
from coprod_ui.examples.cases import cases
from tests.benchmarks.latency import ROOT, serving, started_browser

ASKED = {"mouse": 55, "keyboard": 45, "typed line": 12}
"""The most acts, of the typed line the most lines."""

ZONES = {
    Sphere.OWN_ORGANISATION: ("organisations", 0.5, 0.25),
    Sphere.OTHER_ORGANISATION: ("organisations", 0.5, 0.8),
    Sphere.POLITICAL_AUTHORITY: ("politics", 0.5, 0.5),
    Sphere.PROFESSIONAL: ("organisations", 0.5, 0.5),  # in the middle a new thing is an interest
}
KINDS = {
    Sphere.OWN_ORGANISATION: " [eigen organisatie]",
    Sphere.OTHER_ORGANISATION: " [organisatie]",
    Sphere.POLITICAL_AUTHORITY: " [politiek]",
    Sphere.PROFESSIONAL: " [begeleider]",
}
USUAL = DESIGN.weights[2]
SIGNS = ("?", "+", "++", "+++")


class Hand:
    """Somebody at an empty board, who counts what they do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.touches = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.touches += 1
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.touches += 1
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def name(self, text: str) -> None:
        self.page.wait_for_selector(".naming input:focus")
        self.type(text)

    def choose_kind(self, actor: Actor) -> None:
        self.touches += 1
        self.page.locator(".naming select").select_option(
            "table" if actor.citizens and actor.seated else str(actor.sphere)
        )

    def click(self, name: str) -> None:
        self.touches += 1
        self.page.wait_for_timeout(400)  # sooner upon another it would be a double click
        self.page.mouse.click(*self.at(name))

    def double_click(self, x: float, y: float) -> None:
        self.touches += 1
        self.page.mouse.dblclick(x, y)

    def drag(self, start: list[float], end: list[float]) -> None:
        self.touches += 1
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=3)
        mouse.move(*end, steps=3)
        mouse.up()

    def look(self, question: str, *of: str) -> Any:
        ask = "([question, of]) => globalThis.__belangenweb[question](...of)"
        return self.page.wait_for_function(ask, arg=[question, list(of)]).json_value()

    def at(self, name: str) -> list[float]:
        found: list[float] = self.look("positionOf", name)
        return found

    def zone(self, name: str, across: float, down: float) -> list[float]:
        left, top, right, bottom = self.look("zone", name)
        return [left + (right - left) * across, top + (bottom - top) * down]

    def until_kept(self) -> None:
        self.page.wait_for_function("globalThis.__belangenweb.pending() === 0")


# -- three ways ------------------------------------------------------------------------------------------------------


def by_mouse(hand: Hand, web: Web) -> None:
    """Parties where they belong, interests pulled out of who cares for them, the rest linked by dragging."""
    for number, actor in enumerate(web.actors):
        hand.double_click(*_spot(hand, actor, number))
        if actor.sphere == Sphere.PROFESSIONAL:
            hand.choose_kind(actor)
        hand.name(_counted(actor))
        hand.press("Escape")
        if actor.seated and not actor.citizens:
            hand.drag(hand.at(actor.name), hand.zone("table", 0.5, 0.8))
            hand.press("Escape")
    _seats(hand, web)
    known: set[str] = set()
    for name, interest, weight in _said(web):
        hand.click(name)
        if interest in known:
            hand.drag(hand.look("handleOf", name), hand.at(interest))
        else:
            hand.drag(hand.look("handleOf", name), _free(hand, len(known)))
            hand.name(interest)
            known.add(interest)
        if weight is None:
            hand.press("u")
        elif weight != USUAL:
            hand.press(_level(weight))
        hand.press("Escape")
    for a, b, clashes in _related(web):
        hand.click(a)
        hand.drag(hand.look("handleOf", a), hand.at(b))
        if not clashes:
            hand.press("-")
        hand.press("Escape")


def by_keyboard(hand: Hand, web: Web) -> None:
    """The same with keys: a line is drawn and weighed at once, with `L`, Tab to the other end and a digit."""
    hand.page.locator(".net").focus()
    for actor in web.actors:
        hand.press("n")
        hand.choose_kind(actor)
        hand.name(_counted(actor))
        if actor.seated and not actor.citizens:
            hand.press("t")
        hand.press("Escape")
    _seats(hand, web)
    known: set[str] = set()
    for name, interest, weight in _said(web):
        _go(hand, name)
        hand.press("l")
        if interest in known:
            _go(hand, interest)
            hand.press("u" if weight is None else _level(weight))
        else:
            hand.press("i")
            hand.name(interest)
            known.add(interest)
        hand.press("Escape")
    for a, b, clashes in _related(web):
        _go(hand, a)
        hand.press("l")
        _go(hand, b)
        hand.press("-" if clashes else "+", "Escape")


def on_the_line(hand: Hand, web: Web) -> None:
    """A line a party, and a line for each two interests that get along or do not."""
    hand.page.locator(".board .type").focus()
    for actor in web.actors:
        seats = f" aan tafel {actor.seats:.0f}" if actor.seated else ""
        stakes = [f"{interest} {_sign(weight)}" for name, interest, weight in _all_said(web) if name == actor.name]
        # a colon in a name would end it on the typed line
        hand.type(
            f"{actor.name.replace(':', '')}{_people(actor)}{KINDS.get(actor.sphere, '')}{seats}: {', '.join(stakes)}"
        )
    hand.until_kept()
    for a, b, clashes in _related(web):
        hand.type(f"{a} {'botst met' if clashes else 'gaat samen met'} {b}")


WAYS: dict[str, Callable[[Hand, Web], None]] = {"mouse": by_mouse, "keyboard": by_keyboard, "typed line": on_the_line}


# -- what the case says ----------------------------------------------------------------------------------------------


def _all_said(web: Web) -> list[tuple[str, str, float | None]]:
    party, interest = web.actor_by_id, web.interest_by_id
    stakes = [(party[s.actor].name, interest[s.interest].name, s.weight) for s in web.stakes]
    return [*stakes, *((party[u.actor].name, interest[u.interest].name, None) for u in web.unknown)]


def _said(web: Web) -> list[tuple[str, str, float | None]]:
    """Of each interest first who cares for it as a new line says by itself."""
    return sorted(_all_said(web), key=lambda said: said[2] != USUAL)


def _related(web: Web) -> list[tuple[str, str, bool]]:
    interest = web.interest_by_id
    return [(interest[r.a].name, interest[r.b].name, r.compatibility < 0) for r in web.relations]


def _people(actor: Actor) -> str:
    return "" if actor.people is None else f" ({actor.people:.0f})"


def _counted(actor: Actor) -> str:
    return f"{actor.name}{_people(actor)}"


def _level(weight: float) -> str:
    return str(DESIGN.weights.index(weight) + 1)


def _sign(weight: float | None) -> str:
    return "?" if weight is None else SIGNS[DESIGN.weights.index(weight)]


# -- how a hand finds its way ----------------------------------------------------------------------------------------


def _spot(hand: Hand, actor: Actor, number: int) -> list[float]:
    if actor.citizens:
        return hand.zone("table", 0.5, 0.5) if actor.seated else hand.zone("citizens", 0.85, 0.15 + 0.25 * (number % 4))
    return hand.zone(*ZONES[actor.sphere])


def _free(hand: Hand, number: int) -> list[float]:
    """Somewhere in the middle, between what stands there."""
    return hand.zone("middle", 0.4 + 0.25 * (number % 3), 0.15 + 0.4 * (number // 3))


def _seats(hand: Hand, web: Web) -> None:
    """Seats beyond the usual one, in the field of the drawer."""
    for actor in web.actors:
        if actor.citizens and actor.seats > 1:
            hand.click(actor.name)
            field = hand.page.locator(".board [data-key^=seats_]")
            field.fill(f"{actor.seats:.0f}")
            field.press("Enter")
            hand.touches += 2
            hand.page.locator(".net").focus()
            hand.press("Escape")


def _go(hand: Hand, name: str) -> None:
    """Finds a node by its name, which brings the focus to it."""
    hand.press("/")
    hand.type(name)
    hand.page.wait_for_function("name => globalThis.__belangenweb.cursor() === name", arg=name)


# -- the count -------------------------------------------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ways", nargs="*", default=list(WAYS), help="mouse, keyboard, 'typed line'")
    given = parser.parse_args()
    case = next(each.web for each in cases("nl") if each.name == "sewer")
    with ExitStack() as opened:
        database = Path(opened.enter_context(tempfile.TemporaryDirectory())) / "acts.db"
        url = f"sqlite:///{database}"
        with closing(Store(url)) as store:
            meetings = {way: store.begin(Web(title="Leeg", conventions=case.conventions)) for way in given.ways}
        address = opened.enter_context(serving(ROOT / "app.py", database))
        browser = opened.enter_context(started_browser())
        for way, meeting in meetings.items():
            touches = _built(browser, f"{address}/web?meeting={meeting}&language=nl", WAYS[way], case)
            with closing(Store(url)) as store:
                loaded = store.load(meeting)
            lacking = _lacking(loaded.history.web, case)
            print(f"{way:>12}: {loaded.head - 1} acts (asked: at most {ASKED[way]}), {touches} touches of the hand")
            print(f"{'':>14}as the case: {lacking or 'yes'}", flush=True)


def _built(browser: Browser, address: str, way: Callable[[Hand, Web], None], case: Web) -> int:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("globalThis.__belangenweb?.ready()")
    hand = Hand(page)
    way(hand, case)
    hand.until_kept()
    context.close()
    return hand.touches


def _lacking(built: Web, case: Web) -> list[Any]:
    """What the case has and the built web has not, and the other way round."""
    made, asked = _told(built), _told(case)
    return sorted(map(str, made ^ asked))


def _told(web: Web) -> set[Any]:
    parties = {(a.name.replace(":", ""), str(a.sphere), a.people, a.seats) for a in web.actors}
    links = {(name.replace(":", ""), interest, weight) for name, interest, weight in _all_said(web)}
    return {*parties, *links, *((frozenset((a, b)), clashes) for a, b, clashes in _related(web))}


if __name__ == "__main__":
    main()
