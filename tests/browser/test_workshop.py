"""A trainer who never saw it runs the dog fence from Start, doing only what the screen says; phones may join in."""

import re
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Locator, Page, expect
from servers import Server
from visitor import Visitor

from coprod_core.placing.layout import placed
from coprod_core.rounds.polls import POLL, VOTES
from coprod_core.store.live_values import Caller, GiveAnswer, Join, new_token
from coprod_core.store.store import Store
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.workshop.file import write
from coprod_core.workshop.running import Running, to_text
from coprod_core.workshop.values import Predict
from coprod_ui.examples.workshops import workshops

DOGS = workshops("nl")[0].workshop
STEPS = DOGS.steps
ASKED = next(step for step in STEPS if isinstance(step, Predict))


def named(me: Visitor) -> str:
    """The button that the instruction on screen names last."""
    bold = me.key("workshop_aside").locator("strong").all_inner_texts()
    return bold[-1] if bold else ""


SHOWN = """() => [...document.querySelectorAll(".st-key-workshop_step, .st-key-workshop_aside")]
  .map(part => part.innerText).join()"""


def click(me: Visitor, what: Locator) -> None:
    """Clicks, and waits until the screen says something else."""
    before = me.page.evaluate(SHOWN)
    what.click()
    me.page.wait_for_function(f"before => ({SHOWN})() !== before", arg=before)
    me.arrived()


def do_what_is_said(me: Visitor) -> None:
    """Clicks what the instruction names; where it asks for letters, a letter for every group."""
    choices = me.page.locator('[class*="st-key-workshop_choice_"]')
    if choices.count() and not named(me):
        for group in range(choices.count()):
            click(me, choices.nth(group).get_by_role("radio").nth(group + 1))
        return
    click(me, me.page.get_by_role("button", name=named(me), exact=True))


def test_a_trainer_runs_the_whole_dog_fence_from_start_doing_only_what_the_screen_says(
    server: Server, page: Callable[..., Page]
) -> None:
    me = Visitor(page(), server).go()
    me.page.get_by_role("button", name=re.compile("hondenhek: welke rol")).click()
    me.page.wait_for_url("**/workshop?*meeting=*")
    me.page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    me.arrived()
    room = page()
    for step in STEPS:
        expect(me.key("workshop_step").get_by_role("heading", name=step.heading)).to_be_visible()
        if step.kind == "choose" and me.key("workshop_groups").count():
            click(me, me.key("workshop_groups").get_by_role("radio", name="2", exact=True))
        if step.kind == "event" and room.url == "about:blank":
            room.goto(f"{server.address}{me.key('workshop_room_open').get_by_role('link').get_attribute('href')}")
        while step is not STEPS[-1] and me.key("workshop_step").get_by_role("heading", name=step.heading).count():
            do_what_is_said(me)
    expect(me.key("workshop_aside")).to_contain_text(me.words("workshop_do.last"))
    expect(room.get_by_role("heading", level=1)).to_have_text(STEPS[-1].heading)
    assert me.web().actor_by_id["dog_owners"].seats == 5  # the groups went their own ways


def test_phones_answer_a_prediction_and_the_room_sees_it_once_it_is_told(
    server: Server, page: Callable[..., Page]
) -> None:
    with closing(Store(server.database_url)) as store:
        meeting = store.begin(placed(DOGS.web))
        store.workshops.keep(meeting, KeptWorkshop(write(DOGS), to_text(Running(ASKED.id))))
        code = store.live.open(meeting).code
        me = Visitor(page(), server).go("workshop", meeting=meeting)
        click(me, me.button("workshop_poll_ask"))
        for _ in range(5):  # five who joined before; what the sixth does brings the count of all
            caller = Caller(code, new_token())
            assert store.live.do(Join(caller)) is None
            assert store.live.do(GiveAnswer(caller, 1, POLL, VOTES[1])) is None
        phone = page((390, 844), touch=True)
        phone.goto(f"{server.address}/mee/{code}")
        phone.locator("button[value=nl]").tap()
        phone.get_by_text("Hondenbezitters", exact=True).tap()
        phone.get_by_role("button", name=me.words("phone.send")).tap()
        expect(phone.get_by_role("heading", name=me.words("phone.kept"))).to_be_visible()
        expect(me.key("workshop_step")).to_contain_text(me.words.plural("workshop_poll.answered", 6))
        click(me, me.button("workshop_poll_close"))
        expect(me.key("workshop_step")).to_contain_text("A 1, B 5, C 0, D 0")
        room = page()
        room.goto(f"{server.address}/room/{meeting}?language=nl")
        expect(room.get_by_role("heading", level=1)).to_have_text(ASKED.heading)
        expect(room.locator(".bar")).to_have_count(0)
        click(me, me.button("workshop_do"))
        expect(room.locator(".bar i").nth(1)).to_have_attribute("style", "width:100%")
