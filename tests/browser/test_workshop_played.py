"""A workshop is played to its end by three groups that choose differently, one of them a way of its own; the room's
window stands beside it, and the sheets are printed.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect
from servers import Server
from test_accessibility import violations
from test_groups_place import FITS
from test_workshop import click
from visitor import Visitor

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.workshop.file import write
from coprod_core.workshop.running import Running, to_text
from coprod_core.workshop.values import Attitudes, Choose
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import cases
from coprod_ui.screens.workshop.editor.sketch import sketched
from coprod_ui.words import words

IN_VIEW = """element => { const box = element.getBoundingClientRect()
  return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth }"""
LEAKS = "document.documentElement.scrollWidth - innerWidth"


def made(language: str) -> Workshop:
    """A first version about the dog fence, with the attitudes before its last step."""
    web = next(case.web for case in cases(language) if case.name == "dog_fence")
    workshop = sketched(placed(web), words(language))
    *steps, last = workshop.steps
    return replace(workshop, steps=(*steps, Attitudes("attitudes", words(language)("workshop_sketch.attitudes")), last))


class Playing(NamedTuple):
    """A trainer and the room beside them, at a workshop."""

    me: Visitor
    room: Page
    workshop: Workshop
    meeting: str

    def here(self, step: str) -> None:
        """Both see the step, the room without scrolling, and what can be pressed is in view on the trainer's screen."""
        heading = next(each.heading for each in self.workshop.steps if each.id == step)
        expect(self.me.key("workshop_step").get_by_role("heading", name=heading, exact=True)).to_be_visible()
        expect(self.room.get_by_role("heading", level=1)).to_have_text(heading)
        assert self.room.evaluate(FITS), step
        for key in ("workshop_do", "workshop_next"):
            if self.me.key(key).count():
                assert self.me.button(key).evaluate(IN_VIEW), (step, key)
        assert self.me.page.evaluate(LEAKS) <= 0, step

    def next(self, step: str) -> None:
        """On to a step."""
        click(self.me, self.me.button("workshop_next"))
        self.here(step)

    def choose(self, step: str, group: int, letter: str) -> None:
        """A letter for a group."""
        rows = self.me.page.locator(f'[class*="st-key-workshop_choice_{step}_"]')
        click(self.me, rows.nth(group).get_by_role("radio", name=letter, exact=True))

    def choose_own(self, step: str, group: int, text: str, no_to: str) -> None:
        """A way of a group's own, in its words."""
        me, say = self.me, self.me.words
        me.page.locator(f'[class*="st-key-workshop_own_{step}_"]').nth(group).get_by_role("button").first.click()
        for label, said in ((say("own_way.text"), text), (say("own_way.no_to"), no_to)):
            me.page.get_by_label(label, exact=True).fill(said)
            me.press("Tab")
            me.settled()
        me.page.get_by_role("button", name=say("own_way.choose"), exact=True).click()
        expect(me.key("workshop_step").get_by_text(text).first).to_be_visible()
        me.settled()


@pytest.fixture(params=[("nl", (1280, 720)), ("en", (390, 844))], ids=["nl-1280", "en-390"])
def playing(request: pytest.FixtureRequest, server: Server, page: Callable[..., Page]) -> Playing:
    language, size = request.param
    workshop = made(language)
    with closing(Store(server.database_url)) as store:
        meeting = store.begin(workshop.opening)
        store.workshops.keep(meeting, KeptWorkshop(write(workshop), to_text(Running("story"))))
    me, room = Visitor(page(size), server, language).go("workshop", meeting=meeting), page()
    me.page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    room.goto(f"{server.address}/room/{meeting}?language={language}")
    return Playing(me, room, workshop, meeting)


def test_a_workshop_is_played_to_its_end_by_three_groups_that_choose_differently(
    playing: Playing, server: Server, page: Callable[..., Page]
) -> None:
    me, room, workshop, meeting = playing
    say, web = me.words, workshop.web
    owners, fence, hours = (
        item.name for item in (web.actor_by_id["house_owners"], web.option_by_id["fence"], web.option_by_id["hours"])
    )
    playing.here("story")

    playing.next("roles")
    people = me.key(f"workshop_people_{meeting}").locator("input")
    people.fill("15")
    people.press("Enter")
    me.settled()
    click(me, me.key("workshop_groups").get_by_role("radio", name="3", exact=True))
    me.page.get_by_text(say("workshop.group", number=1), exact=True).click()
    expect(me.page.get_by_text(f"{say('role_cards.player', number=5)}:").first).to_be_visible()
    expect(room.get_by_text(workshop.roles[0].name, exact=True)).to_be_visible()

    playing.next("choose")
    playing.choose("choose", 0, "A")
    playing.choose("choose", 1, "B")
    expect(room.get_by_text(say("choices.chosen_groups", names="")[:-2], exact=False)).to_be_visible()
    expect(room.get_by_text(fence)).to_have_count(0)  # what a group chose is its own until all have
    me.runs(me.button("workshop_next").click)
    waits = say("choices.gone_on", names=say("workshop.group", number=3))
    expect(me.page.get_by_text(waits)).to_be_visible()
    playing.choose_own("choose", 2, "Eerst samen wandelen", "de haast")
    expect(room.get_by_role("row", name=f"{say('workshop.group', number=1)}: A")).to_contain_text(fence)
    expect(me.key("workshop_step").get_by_text(say("own_way.said_no", who="de haast"))).to_be_visible()
    assert violations(me.page) == []
    assert violations(room) == []

    playing.next("bill")
    expect(room.get_by_text(owners).first).to_be_visible()
    expect(me.key("workshop_step").get_by_text(owners).first).to_be_visible()

    playing.next("plans")
    playing.next("role")
    for group, letter in enumerate("ABC"):
        playing.choose("role", group, letter)
    expect(room.get_by_role("row", name=f"{say('workshop.group', number=3)}: C")).to_contain_text(hours)
    playing.here("role")

    playing.next("event")
    click(me, me.button("workshop_do"))
    expect(room.get_by_role("row").nth(1)).to_contain_text(fence)
    playing.here("event")

    playing.next("again")
    playing.choose("again", 0, "A")
    playing.choose("again", 1, "D")
    playing.choose("again", 2, "A")
    playing.here("again")

    playing.next("compare")
    expect(room.get_by_role("row", name=say("workshop.group", number=3))).to_contain_text("Eerst samen wandelen")
    expect(me.key("workshop_step").get_by_role("row")).to_have_count(4)
    assert violations(room) == []

    playing.next("debrief")
    for _ in workshop.steps[workshop.place_of("debrief")].beats[1:]:  # a question in each
        expect(me.button("workshop_do")).to_be_visible()
        click(me, me.button("workshop_do"))
    while me.key("workshop_do").count():
        click(me, me.button("workshop_do"))
        playing.here("debrief")
    expect(room.get_by_text(say("workshop_beats.tomorrow"))).to_be_visible()

    playing.next("attitudes")
    expect(room.get_by_text(say("attitudes.care.name"), exact=True)).to_be_visible()
    assert violations(me.page) == []
    playing.next("begin_own")

    sheet = page()
    for name, held in (("", say("handout.missed")), ("/after", fence), ("/roles", workshop.roles[0].name)):
        sheet.goto(f"{server.address}/handout/{meeting}{name}")
        expect(sheet.get_by_text(held).first).to_be_visible()
        assert violations(sheet) == []

    me.draft("workshop_own_project", "title").locator("input").fill("Onze speeltuin")
    me.button("workshop_begin_own").click()
    me.on_the_web()
    if me.line.is_visible():  # on a phone the list stands before the line
        expect(me.line).to_have_attribute("placeholder", say("quick.placeholder_first"))
        me.enter(f"{owners} (12): uitzicht ++")
        me.until_saved(2)
        assert [actor.name for actor in me.web().actors] == [owners]
    me.go("workshop", meeting=meeting)
    playing.here("begin_own")


def test_a_step_back_takes_a_groups_choice_back(playing: Playing) -> None:
    me, room, *_ = playing
    click(me, me.key("workshop_to_2").get_by_role("button"))
    assert isinstance(playing.workshop.steps[2], Choose)
    playing.choose("choose", 0, "B")
    owners = playing.workshop.web.actor_by_id["house_owners"].name
    expect(room.get_by_text(owners).first).to_be_visible()
    me.button("undo").click()
    me.settled()
    expect(me.page.get_by_role("radio", name="B", exact=True)).not_to_be_checked()
    expect(room.get_by_text("B", exact=True)).to_be_visible()
