"""Files of other programs in a real browser: what is downloaded, pasted, brought in and undone."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect
from servers import ROOT, Server
from visitor import Visitor, prepared

from coprod_core.exchange import FORMATS
from coprod_core.web_file import read

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
    me.key("bring_in_way").get_by_role("radio", name=me.words("bring_in.way_paste")).click()
    me.key("bring_in_pasted").locator("textarea").fill(TABLE)
    me.press("Control+Enter")
    expect(me.page.get_by_role("dialog")).to_contain_text("Nieuwe buren is toegevoegd als partij.")
    assert me.web() == before
    me.button("bring_in_sure").click()
    expect(me.page.get_by_role("dialog")).to_have_count(0)
    me.until_saved(2)
    assert [actor.name for actor in me.web().actors if actor.people == 12] == ["Nieuwe buren"]
    me.button("undo").click()
    me.until_saved(3)
    assert me.web() == before
