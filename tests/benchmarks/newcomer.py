"""How long a newcomer needs for a workshop of their own: `python -m tests.benchmarks.newcomer`.

From Start to the first choice of a room: a new meeting, six lines of what is going on, a plan, and the workshop that is
made of it, begun, its roles dealt. Done in a browser by what stands on the screen. Printed: what a hand does, how long
the program took of it, and the whole for somebody who needs six seconds to find each thing and half a second a letter.
"""

import argparse
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from coprod_ui.words import words
from tests.benchmarks.latency import ROOT, serving, started_browser

TO_FIND, TO_TYPE = 6.0, 0.5
"""Seconds somebody needs to find what to do next, and per letter."""

ASKED = 10.0
"""Minutes it may take."""

LINES = (
    "Bewoners van de straat (60) aan tafel 4: droge kelders +++, straat bereikbaar ++",
    "Huurders verderop (40): stevige fundering +++, lage kosten ++",
    "Winkeliers (12): straat bereikbaar +++",
    "Riool en water [eigen organisatie] aan tafel 1: droge kelders ++, lage kosten ++",
    "Gemeenteraad [politiek]: lage kosten ++",
    "Projectleider [begeleider] aan tafel 1: droge kelders +",
)
PLAN = "Nieuwe pijpen"


class Newcomer:
    """Somebody who does one thing after the other, and how much that was."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.things = self.letters = 0

    def click(self, what: Locator) -> None:
        self.things += 1
        what.click()

    def type(self, where: Locator, text: str) -> None:
        self.things += 1
        self.letters += len(text)
        where.fill(text)
        where.press("Enter")

    def key(self, name: str) -> Locator:
        return self.page.locator(f".st-key-{name} button").first

    def board(self, attribute: str, name: str) -> Locator:
        return self.page.locator(f'.board [data-{attribute}="{name}"]')


def a_web(who: Newcomer, address: str) -> None:
    """What is going on, and one plan."""
    who.page.goto(f"{address}/?language=nl")
    who.type(who.page.locator('[class*="-new_meeting-"][class*="-title"] input'), "Riool in onze straat")
    who.page.wait_for_function("globalThis.__belangenweb?.ready()")
    for line in LINES:
        who.type(who.page.locator(".board .type"), line)
        who.page.wait_for_function("globalThis.__belangenweb.pending() === 0")
    who.click(who.board("do", "sheet"))
    who.type(who.board("key", "new_plan"), PLAN)
    who.page.wait_for_function("globalThis.__belangenweb.pending() === 0")


def a_workshop(who: Newcomer) -> None:
    """Made of that web, begun, the roles dealt, the first choice made."""
    say = words("nl")
    who.click(who.page.locator('.st-key-top_bar [data-id="screen_workshop"]'))
    who.click(who.key("workshop_write_here"))
    who.click(who.key("workshop_begin_draft"))
    who.click(who.key("workshop_next"))
    expect(who.page.get_by_role("heading", name=say("workshop_sketch.roles")).first).to_be_visible()
    who.click(who.key("workshop_next"))
    who.click(who.page.locator('[class*="st-key-workshop_choice_"]').get_by_role("radio").first)
    expect(who.page.locator('[class*="st-key-workshop_effect_"]').first).to_be_visible()


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        started_browser() as browser,
        serving(ROOT / "app.py", Path(folder) / "newcomer.db") as address,
    ):
        page = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL").new_page()
        who, began = Newcomer(page), time.monotonic()
        a_web(who, address)
        a_workshop(who)
        took = time.monotonic() - began
    whole = (who.things * TO_FIND + who.letters * TO_TYPE + took) / 60
    print(f"{who.things} things done, {who.letters} letters typed, the program took {took:.0f} s of it")
    print(f"for a newcomer {whole:.1f} minutes (asked: at most {ASKED:.0f})")


if __name__ == "__main__":
    main()
