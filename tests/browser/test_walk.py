"""Every screen in both languages: it says all it has to say, in one scroll at most, on a phone too.

The case with most to say is walked through every tab and part of every screen; of the others Web is seen, and Gap and
Dilemmas of those that show a dilemma.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from servers import Server
from visitor import Visitor, prepared

from coprod_core.commands import Seat
from coprod_core.history import seats_on_invitation
from coprod_core.model import Web
from coprod_core.store import Store
from coprod_ui.cases import GROUPS, cases
from coprod_ui.words import LANGUAGES

PROJECTOR, PHONE = (1280, 720), (390, 844)
ONE_SCROLL = 2 * PROJECTOR[1]
ANALYSES = ("gap", "dilemmas", "scenarios", "conditions", "report", "history", "method")
FULLEST = "prevention_team"
ERRORS = ("stException", "stAlertContentError", "stAlertContentWarning")
NOT_FILLED_IN = re.compile(r"\{[a-z_]+\}|\b(?:nan|None|null)\b")
"""A placeholder that kept its braces, or a value that is none."""

HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module", params=LANGUAGES)
def meetings(request: pytest.FixtureRequest, server: Server) -> tuple[str, dict[str, str]]:
    """A meeting on each case, with a history and three copies in which another group sits at the table."""
    language = request.param
    return language, {case.name: _lived(server, case.web) for case in cases(language)}


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
    """Takes each choice in turn, the first one as it stands; one nameless choice where there are none."""
    names = choices.all_inner_texts()
    yield names[0] if names else ""
    for nth, name in list(enumerate(names))[1:]:
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


def test_every_screen_says_all_of_every_case_within_one_scroll(
    meetings: tuple[str, dict[str, str]], server: Server, page: Callable[..., Page]
) -> None:
    language, of = meetings
    me = Visitor(page(PROJECTOR, f"{language}-NL"), server, language)
    too_high: list[str] = []
    for case, meeting in of.items():
        for screen in _screens(case):
            me.go(screen, meeting=meeting)
            for view in views(me) if case == FULLEST else ["as it opens"]:
                assert complaints(me.page) == [], (case, screen, view)
                if me.page.evaluate(HEIGHT) > ONE_SCROLL:
                    too_high.append(f"{case}, {screen}, {view}: {me.page.evaluate(HEIGHT)}")
    assert not too_high, "\n".join(too_high)


def test_on_a_phone_no_screen_is_wider_than_the_phone(
    meetings: tuple[str, dict[str, str]], server: Server, page: Callable[..., Page]
) -> None:
    language, of = meetings
    me = Visitor(page(PHONE, f"{language}-NL", touch=True), server, language)
    for screen in ("web", *ANALYSES):
        me.go(screen, meeting=of[FULLEST])
        for view in views(me):
            assert me.page.evaluate(TOO_WIDE) <= 0, (screen, view)
