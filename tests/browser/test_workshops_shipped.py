"""Each workshop that comes with the program is played to its end by a trainer who does what the screen says, with two
groups that choose differently; the room's window stands beside it.
"""

from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect
from servers import Server
from test_workshop import click, do_what_is_said
from test_workshop_played import Playing
from visitor import Visitor

from coprod_core.store.store import Store
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.workshop.file import write
from coprod_core.workshop.running import Running, to_text
from coprod_core.workshop.values import Bill, Choose
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.workshops import workshops

WINDOWS = (("nl", (1280, 720)), ("en", (390, 844)))
COUNT = len(workshops("nl"))


@pytest.mark.parametrize("number", range(COUNT))
@pytest.mark.parametrize(("language", "size"), WINDOWS, ids=["nl-1280", "en-390"])
def test_a_workshop_is_played_to_its_end_and_each_bill_names_who_pays(
    server: Server, page: Callable[..., Page], number: int, language: str, size: tuple[int, int]
) -> None:
    workshop = workshops(language)[number].workshop
    playing = begun(server, page, workshop, language, size)
    me, room = playing.me, playing.room
    for step in workshop.steps:
        playing.here(step.id)
        if isinstance(step, Choose):
            in_two_groups(me)
        while (
            step is not workshop.steps[-1] and me.key("workshop_step").get_by_role("heading", name=step.heading).count()
        ):
            if isinstance(step, Bill):
                each_group_hears_who_pays(room, workshop)
            do_what_is_said(me)
    expect(me.key("workshop_aside")).to_contain_text(me.words("workshop_do.last"))


def begun(
    server: Server, page: Callable[..., Page], workshop: Workshop, language: str, size: tuple[int, int]
) -> Playing:
    """The trainer at the first step, the room beside them."""
    with closing(Store(server.database_url)) as store:
        meeting = store.begin(workshop.opening)
        store.workshops.keep(meeting, KeptWorkshop(write(workshop), to_text(Running(workshop.steps[0].id))))
    me, room = Visitor(page(size), server, language).go("workshop", meeting=meeting), page()
    me.page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    room.goto(f"{server.address}/room/{meeting}?language={language}")
    return Playing(me, room, workshop, meeting)


def in_two_groups(me: Visitor) -> None:
    two = me.key("workshop_groups").get_by_role("radio", name="2", exact=True)
    if two.count() and not two.is_checked():
        click(me, two)


def each_group_hears_who_pays(room: Page, workshop: Workshop) -> None:
    names = [actor.name for actor in workshop.web.actors]
    told = room.locator(".groups.bill > section").all_inner_texts()
    assert told
    assert [text for text in told if not any(name in text for name in names)] == []
