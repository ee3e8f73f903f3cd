"""What was noted of parties, in a real browser: saved only with a tick, erased on a word, seen in another window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect
from servers import ROOT, Server
from visitor import Visitor, prepared

from coprod_core.files.web_file import read
from coprod_core.web.model import Web
from coprod_core.web.noted import holds_noted, web_without

OpenPage = Callable[..., Page]


def judged() -> Web:
    web = read((ROOT / "data" / "cases" / "sewer.nl.json").read_bytes())
    first, *others = web.actors
    return replace(web, actors=(replace(first, trust="weak", attitude="negative", notes="houding: naald"), *others))


def saved(me: Visitor, key: str, folder: Path) -> bytes:
    with me.page.expect_download() as download:
        me.button(key).first.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file.read_bytes()


def test_it_goes_along_only_with_a_tick_and_once_erased_another_window_sees_that(
    page: OpenPage, server: Server, tmp_path: Path
) -> None:
    meeting = prepared(server, judged())
    me, other = (Visitor(page(), server).go("web", meeting=meeting) for _ in range(2))
    me.button("meeting_menu").first.click()
    for key in ("save_file", "save_history"):
        assert b"naald" not in saved(me, key, tmp_path)
    me.key("noted_along_menu").locator("label").first.click()
    me.arrived()
    for key in ("save_file", "save_history"):
        assert b"naald" in saved(me, key, tmp_path)
    me.button("erase_noted").click()
    with other.page.expect_response(lambda answer: f"/api/board/{meeting}?" in answer.url):
        me.button("erase_noted_sure").click()
    expect(me.page.get_by_role("dialog")).to_have_count(0)
    assert me.web() == web_without(me.web())
    assert not holds_noted(me.web())
    me.button("meeting_menu").first.click()
    expect(me.key("noted_along_menu")).to_have_count(0)
