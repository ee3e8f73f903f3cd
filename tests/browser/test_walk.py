"""Every screen in both languages: it says all it has to say, in one scroll at most, on a phone too.

The case with most to say is walked through every tab and part of every screen, in both languages. Of the others, by
turns in one of them, Web is seen, and Gap and Dilemmas of those that show a dilemma.
"""

import re
from collections.abc import Callable, Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Locator, Page, expect
from servers import Server
from visitor import Visitor, prepared

from coprod_core.acts.commands import Seat
from coprod_core.acts.history import seats_on_invitation
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.examples.cases import GROUPS, NAMES, cases
from coprod_ui.words import LANGUAGES

PROJECTOR, PHONE = (1280, 720), (390, 844)
ONE_SCROLL = 2 * PROJECTOR[1]
LONGER = {"method": 1720}
"""A page of settings, which nobody reads from top to bottom before a room."""
ANALYSES = ("gap", "dilemmas", "scenarios", "conditions", "report", "history", "method")
FULLEST = "prevention_team"
ERRORS = ("stException", "stAlertContentError", "stAlertContentWarning")
NOT_FILLED_IN = re.compile(r"\{[a-z_]+\}|\b(?:nan|None|null)\b")
"""A placeholder that kept its braces, or a value that is none."""

HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module", params=LANGUAGES)
def meetings(request: pytest.FixtureRequest, server: Server) -> tuple[str, dict[str, str]]:
    """A meeting on each case whose turn it is, with a history and three copies in which another group is seated."""
    language = request.param
    turns = dict(zip(NAMES, cycle(LANGUAGES), strict=False)) | {FULLEST: language}
    return language, {case.name: _lived(server, case.web) for case in cases(language) if turns[case.name] == language}


def _lived(server: Server, web: Web) -> str:
    meeting = prepared(server, web)
    store = Store(server.database_url)
    try:
        absent = [actor for actor in web.actors if actor.citizens and not actor.seated][:3]
        for seen, actor in enumerate(absent, 1):
            invite = Seat(actor.id, seats_on_invitation(store.load(meeting).history, actor.id))
            store.append(store.fork(meeting, f"{actor.name} +", 1), invite, seen=1)
            store.append(meeting, invite, seen=seen)
    finally:
        store.close()
    return meeting


def views(me: Visitor) -> Iterator[str]:
    """A screen in each of its tabs, and in each part of those; gives their names."""
    for tab in _each(me, me.page.get_by_role("tab"), "aria-selected"):
        for part in _each(me, me.page.locator('[class*="st-key-part_"]').get_by_role("radio"), "aria-checked"):
            yield f"{tab}, {part}"


def _each(me: Visitor, choices: Locator, chosen: str) -> Iterator[str]:
    """Takes each choice in turn, the first one as it stands; first a nameless one where none is taken."""
    names = choices.all_inner_texts()
    open_already = not names or choices.first.get_attribute(chosen) == "true"
    yield names[0] if names and open_already else ""
    for nth, name in list(enumerate(names))[1 if open_already else 0 :]:
        choices.nth(nth).click()
        expect(choices.nth(nth)).to_have_attribute(chosen, "true")
        me.arrived()
        yield name


def _screens(case: str) -> tuple[str, ...]:
    if case == FULLEST:
        return ("web", *ANALYSES)
    return ("web", "gap", "dilemmas") if case in GROUPS["dilemmas"] else ("web",)


def complaints(page: Page) -> list[str]:
    """What nobody should see: an error, or a sentence that was not filled in."""
    errors = page.locator(", ".join(f'[data-testid="{name}"]' for name in ERRORS)).all_inner_texts()
    return [*errors, *NOT_FILLED_IN.findall(page.locator('[data-testid="stMain"]').inner_text())]


def test_every_screen_says_all_of_every_case_within_one_scroll_and_no_wider_than_a_phone(
    meetings: tuple[str, dict[str, str]], server: Server, page: Callable[..., Page]
) -> None:
    language, of = meetings
    me = Visitor(page(PROJECTOR, f"{language}-NL"), server, language)
    wrong: list[str] = []
    for case, meeting in of.items():
        for screen in _screens(case):
            me.go(screen, meeting=meeting)
            for view in views(me) if case == FULLEST else ["as it opens"]:
                assert complaints(me.page) == [], (case, screen, view)
                if me.page.evaluate(HEIGHT) > LONGER.get(screen, ONE_SCROLL):
                    wrong.append(f"{case}, {screen}, {view} is {me.page.evaluate(HEIGHT)} high")
                if case == FULLEST and (wider := _wider_than_a_phone(me)) > 0:
                    wrong.append(f"{case}, {screen}, {view} is {wider} wider than a phone")
    assert not wrong, "\n".join(wrong)


def _wider_than_a_phone(me: Visitor) -> int:
    """By how many pixels a screen sticks out on a phone (below 0: not at all), as it stands."""
    try:
        me.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        me.arrived()
        return int(me.page.evaluate(TOO_WIDE))
    finally:
        me.page.set_viewport_size({"width": PROJECTOR[0], "height": PROJECTOR[1]})
        me.arrived()


def test_on_a_phone_every_screen_opens_no_wider_than_the_phone(
    meetings: tuple[str, dict[str, str]], server: Server, page: Callable[..., Page]
) -> None:
    language, of = meetings
    me = Visitor(page(PHONE, f"{language}-NL", touch=True), server, language)
    for screen in ("web", *ANALYSES):
        me.go(screen, meeting=of[FULLEST])
        assert me.page.evaluate(TOO_WIDE) <= 0, screen
