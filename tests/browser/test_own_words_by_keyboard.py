"""Own words become interests by keyboard alone: put together, one text left out, another taken along, and named."""

from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Page, expect
from servers import Server
from test_a_round import WEB, part
from test_accessibility import violations
from visitor import Visitor, prepared

from coprod_core.rounds.values import asked_of
from coprod_core.store.live_values import Caller, Join, SayOwnWords, new_token
from coprod_core.store.store import Store
from coprod_ui.words import words

SAID = ("meer bomen", "bomen laten staan", "geen bomen kappen", "laadpaal", "bel mij op 06-12345678")
FOCUSED = """() => {
  const at = document.activeElement
  return at.labels?.[0]?.textContent || at.getAttribute("aria-label") || at.textContent
}"""


def said_in(server: Server) -> str:
    """A meeting in which phones said something in their own words; gives its id."""
    meeting = prepared(server, WEB)
    with closing(Store(server.database_url)) as store:
        code = store.live.open(meeting).code
        number = store.live.open_round(meeting, asked_of(WEB, "Wat vindt u belangrijk?", ["dry"]))
        for said in SAID:
            phone = Caller(code, new_token())
            assert {store.live.do(act) for act in (Join(phone), SayOwnWords(phone, number, said))} == {None}
    return meeting


def tab_to(me: Visitor, label: str) -> None:
    passed = []
    for _ in range(60):
        me.page.keyboard.press("Tab")
        passed.append(me.page.evaluate(FOCUSED))
        if label in passed[-1]:
            return
    raise AssertionError(f"{label!r} was not among {passed}")


def told(me: Visitor, what: str) -> None:
    """What a screen reader is told after an act."""
    expect(me.page.get_by_role("status").filter(has_text=what)).to_be_visible()


def test_own_words_become_an_interest_by_keyboard_alone(page: Callable[..., Page], server: Server) -> None:
    say = words("nl")
    me = Visitor(page(), server).go("join", meeting=said_in(server))
    part(me, "own_words")
    tab_to(me, say("own_words.propose"))
    me.page.keyboard.press("Enter")
    told(me, say.plural("own_words.proposed", 5))
    me.arrived()
    assert violations(me.page) == []
    for text in ("bomen laten staan", "meer bomen"):
        tab_to(me, text)
        me.page.keyboard.press("Space")
        me.arrived()
    tab_to(me, say("own_words.also"))
    me.page.keyboard.type("laad")
    me.page.keyboard.press("Enter")
    expect(me.page.get_by_text(say.plural("own_words.chosen", 3))).to_be_visible()
    me.page.keyboard.press("Escape")
    tab_to(me, say("join.words_name"))
    me.page.keyboard.press("ControlOrMeta+a")
    me.page.keyboard.type("Bomen en palen")
    tab_to(me, say("join.words_new"))
    me.page.keyboard.press("Enter")
    told(me, say.plural("own_words.made", 3, interest="Bomen en palen").replace("*", ""))
    me.arrived()
    assert "Bomen en palen" in {interest.name for interest in me.web().interests}
    expect(me.page.get_by_text(say.plural("join.own_words_waiting", 2))).to_be_visible()
    assert "06-12345678" not in me.page.content()
