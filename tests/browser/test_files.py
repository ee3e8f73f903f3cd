"""Files of other programs in a real browser: what is downloaded, pasted, brought in and undone."""

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from servers import ROOT, Server
from visitor import Visitor, prepared

from coprod_core.exchange import FORMATS
from coprod_core.files.web_file import read
from coprod_core.placing.layout import placed
from tests.benchmarks.workbook import conversation

TABLE = "partij\tmensen\tbelang\tgewicht\nNieuwe buren\t12\tGroen\t+++\n"


def test_a_spreadsheet_is_saved_and_a_pasted_table_is_brought_in_and_undone(
    page: Callable[..., Page], server: Server, tmp_path: Path
) -> None:
    web = read((ROOT / "data" / "cases" / "sewer.nl.json").read_bytes())
    me = Visitor(page(), server).go("web", meeting=prepared(server, web))
    before = me.web()
    me.button("meeting_menu").first.click()
    me.button("save_as").click()
    with me.page.expect_download() as download:
        me.button("save_as_download").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert openpyxl.load_workbook(file)["Factors"]["A1"].value == "Label"
    assert FORMATS["workbook"].read(file.read_bytes()).web == before

    me.press("Escape")
    expect(me.page.get_by_role("dialog")).to_have_count(0)
    me.button("meeting_menu").first.click()
    me.button("bring_in").click()
    me.draft("bring_in", "way").get_by_role("radio", name=me.words("bring_in.way_paste")).click()
    me.draft("bring_in", "pasted").locator("textarea").fill(TABLE)
    me.press("Control+Enter")
    expect(me.page.get_by_role("dialog")).to_contain_text("Partij toegevoegd: Nieuwe buren.")
    assert me.web() == before
    me.button("bring_in_sure").click()
    expect(me.page.get_by_role("dialog")).to_have_count(0)
    me.until_saved(2)
    assert [actor.name for actor in me.web().actors if actor.people == 12] == ["Nieuwe buren"]
    me.button("undo").click()
    me.until_saved(3)
    assert me.web() == before


REGISTER = """Stakeholderregister Lindelaan;;;;;
;;;;;
Stakeholder;Rol;Belangen;Invloed;Houding;Aantal mensen
Bewoners Lindelaan;ervaren hinder;rust | veilig oversteken;laag;tegen;1.250
Bewoners zijstraten;ervaren hinder;rust;laag;neutraal;400
Winkeliers;gebruikers;bereikbaarheid | parkeren;hoog;voor;35,5
Ouders van de school;gebruikers;veilig oversteken;midden;voor;300
Fietsers;gebruikers;veilig oversteken;laag;voor;
Busreizigers;gebruikers;bereikbaarheid;laag;neutraal;
Mensen met een rolstoel;gebruikers;veilig oversteken;laag;voor;
Ondernemersvereniging;vertegenwoordigt;parkeren;hoog;tegen;
Vervoerder;uitvoerder;bereikbaarheid;midden;neutraal;
Waterschap;beslist mee;droge straat;hoog;neutraal;
Woningcorporatie;eigenaar;droge straat;midden;voor;
Buurtvereniging;vertegenwoordigt;rust;midden;tegen;
"""


def test_a_register_of_twelve_parties_becomes_a_web_in_at_most_eight_clicks_and_a_saved_power_map_in_at_most_25(
    page: Callable[..., Page], server: Server, tmp_path: Path
) -> None:
    file = tmp_path / "register.csv"
    file.write_text(REGISTER, "cp1252")
    me = Visitor(page(), server).go()
    clicks = 0

    def click(key: str) -> None:
        nonlocal clicks
        me.button(key).first.click()
        clicks += 1

    click("file_menu")
    with me.page.expect_file_chooser() as chooser:
        me.draft("file", "file").get_by_role("button").last.click()
        clicks += 1
    chooser.value.set_files(file)
    menu = me.page.get_by_test_id("stPopoverBody")
    expect(menu).to_contain_text(me.words("matching.heading"))
    expect(menu).to_contain_text(me.words("matching.all_used"))
    click("file_open")
    me.on_the_web()
    assert clicks <= 8
    web = me.web()
    assert (len(web.actors), len(web.interests), len(web.stakes)) == (12, 5, 14)
    assert web.actors[0].people == 1250
    assert web.actors[0].notes.splitlines() == ["rol: ervaren hinder"]
    assert (web.actors[0].power, web.actors[0].attitude) == ("little", "negative")
    assert None not in {actor.x for actor in web.actors} | {interest.x for interest in web.interests}
    me.page.locator(".board [data-do=map]").click()
    map_ = me.page.locator(".board .map")
    expect(map_.locator(".card-of").first).to_be_visible()
    folded = sum(int(more.removeprefix("+")) for more in map_.locator(".more-of").all_inner_texts())
    assert map_.locator(".card-of").count() + folded == 12
    expect(map_.locator(".tray-of .card-of")).to_have_count(0)  # every party is in a cell
    with me.page.expect_download() as saved:
        map_.locator("[data-key=map_png]").click()
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    assert clicks + 2 <= 25


@pytest.mark.slow
def test_the_largest_conversation_shows_how_far_reading_is_can_be_stopped_and_then_opens(
    page: Callable[..., Page], server: Server, tmp_path: Path
) -> None:
    """As samples/field/k23_large_polis tells; seconds: `python -m tests.benchmarks.workbook`."""
    file = tmp_path / "gesprek.zip"
    file.write_bytes(conversation())
    me = Visitor(page(), server).go()
    me.button("file_menu").first.click()
    me.draft("file", "file").locator("input[type=file]").set_input_files(file)
    menu = me.page.get_by_test_id("stPopoverBody")
    expect(menu.get_by_role("progressbar")).to_be_visible()
    menu.get_by_role("button", name=me.words("on_request.stop")).click()
    expect(menu).to_contain_text(me.words("reading.stopped"))
    menu.get_by_role("button", name=me.words("reading.again")).click()
    expect(me.button("file_open").first).to_be_visible()
    me.button("file_open").first.click()
    me.on_the_web()
    assert len(me.web().interests) == 12


@pytest.mark.parametrize("viewport", [(1280, 720), (1440, 900)], ids=["1280", "1440"])
def test_in_a_file_of_long_names_no_name_is_covered(
    page: Callable[..., Page], server: Server, viewport: tuple[int, int]
) -> None:
    content = (ROOT / "tests" / "samples" / "field" / "k26_long_names.csv").read_bytes()
    web = placed(FORMATS["table"].read(content, "Lange namen").web)
    me = Visitor(page(viewport), server).go("web", meeting=prepared(server, web))
    drawn = me.look("drawn")
    names = {item.name for item in (*web.actors, *web.interests)}
    stacked = [int(re.findall(r"\d+", name)[0]) for name in drawn if name not in names]
    assert len(names & {*drawn}) + sum(stacked) == len(names)  # what does not fit is counted, and a click away
    boxes = {name: me.look("boxOf", name) or [] for name in drawn}
    assert all(boxes[name] for name in names & {*drawn})
    met = [
        (one, other)
        for one, other in itertools.combinations(drawn, 2)
        if any(_meet(box, beside) for box in boxes[one] for beside in boxes[other])
    ]
    assert met == []


def _meet(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
