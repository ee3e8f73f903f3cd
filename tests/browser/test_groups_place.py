"""Groups place parties in a workshop and the room sees where they differ; and the power map on the projector."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from servers import Server
from test_a_round import show
from test_accessibility import COLOURS, violations
from test_workshop import click
from visitor import Visitor, prepared

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.asked import NetworkRole, Power
from coprod_core.web.model import Web
from coprod_core.workshop.file import write
from coprod_core.workshop.running import Running, to_text
from coprod_core.workshop.values import Place, Story
from coprod_core.workshop.whole import Workshop
from coprod_ui.examples.cases import cases
from coprod_ui.words import words

FITS = "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"


def sewer() -> Web:
    return next(case.web for case in cases("nl") if case.name == "sewer")


def choose(me: Visitor, party: str, said: str) -> None:
    me.page.get_by_label(party).click()
    me.page.get_by_role("option", name=said, exact=True).click()
    me.settled()


def test_groups_place_for_themselves_and_the_room_sees_where_they_differ(
    server: Server, page: Callable[..., Page]
) -> None:
    say, step = words("nl"), Place("place", "Hoeveel macht?", parties=("council", "shopkeepers"))
    workshop = Workshop(web=placed(sewer()), steps=(Story("story", "Het verhaal"), step), title="Riool")
    with closing(Store(server.database_url)) as store:
        meeting = store.begin(workshop.opening)
        store.workshops.keep(meeting, KeptWorkshop(write(workshop), to_text(Running("place"))))
    me, room = Visitor(page(), server).go("workshop", meeting=meeting), page()
    room.goto(f"{server.address}/room/{meeting}?language=nl")
    expect(room.get_by_text(say("place_questions.1"))).to_be_visible()
    click(me, me.key("workshop_groups").get_by_role("radio", name="2", exact=True))
    choose(me, "Gemeenteraad", say("powers.much"))
    choose(me, "Welke groep plaatst nu?", "Groep 2")
    choose(me, "Gemeenteraad", say("powers.little"))
    choose(me, "Winkeliers", say("powers.little"))
    assert violations(me.page) == []
    expect(room.get_by_text("Groep 2")).to_have_count(0)
    click(me, me.button("workshop_do"))
    cells = room.get_by_role("row", name="Gemeenteraad").get_by_role("cell")
    expect(cells).to_have_text(["Groep 1", "", "Groep 2"])
    expect(room.get_by_text(say("place_told.the_web"), exact=True)).to_have_count(0)
    assert violations(room) == []
    assert room.evaluate(FITS)
    click(me, me.button("workshop_do"))
    expect(room.get_by_text(say("place_told.not_known", names="Gemeenteraad"))).to_be_visible()
    assert violations(me.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_power_map_fills_the_projector_and_no_more(page: Callable[..., Page], server: Server, scheme: str) -> None:
    powers, roles = list(Power), list(NetworkRole)
    asked = [replace(a, power=powers[n % 3], network_role=roles[n % 4]) for n, a in enumerate(sewer().actors)]
    me = Visitor(page(), server).go("join", meeting=prepared(server, replace(sewer(), actors=tuple(asked))))
    room = page(scheme=scheme)
    room.goto(f"{server.address}/room/{me.meeting}?language=nl")
    for place, picture in enumerate(("hit", "attitude", "rings"), start=6):
        show(me, place)
        expect(room.locator("h1")).to_contain_text(words("nl").choice("power_map.picture", picture))
        assert room.evaluate(FITS), picture
        assert violations(room, COLOURS if scheme == "dark" else None) == []
