"""Every screen on paper: all of it stands there, without the bar, in both languages and themes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from servers import ROOT, Server
from visitor import Visitor, prepared

from coprod_core.files.web_file import read
from coprod_ui.bar.top import SCREENS
from coprod_ui.words import LANGUAGES

PAPER = (1047, 718)
"""A4 on its side, less its margins, in CSS pixels."""

SHEET = re.compile(rb"/Type\s*/Page\b")
SCHEMES = ("light", "dark")

CUT_OFF = """() => [...document.querySelectorAll("[data-testid=stApp] *")].filter(each => {
  const { overflowX, overflowY, visibility } = getComputedStyle(each)
  const { width, height } = each.getBoundingClientRect()
  return visibility !== "hidden" && width > 2 && height > 2
    && ((overflowY !== "visible" && each.scrollHeight > each.clientHeight + 2)
      || (overflowX !== "visible" && each.scrollWidth > each.clientWidth + 2))
}).map(each => `${each.dataset.testid} ${each.className}`)"""
"""What holds more than is seen of it, and would be scrolled on a screen."""

TALL = "() => document.querySelector('[data-testid=stMain]').getBoundingClientRect().height"


@pytest.mark.slow
@pytest.mark.parametrize(("language", "scheme"), [*zip(LANGUAGES, SCHEMES, strict=True)])
def test_a_printed_screen_is_that_whole_screen_without_the_bar(
    page: Callable[..., Page], server: Server, language: str, scheme: str
) -> None:
    web = read((ROOT / "data" / "cases" / f"sewer.{language}.json").read_bytes())
    meeting = prepared(server, web)
    me = Visitor(page(locale=language, scheme=scheme), server, language)
    for screen in SCREENS:
        me.go("" if screen == "start" else screen, meeting=meeting)
        expect(me.key("top_bar")).to_be_visible()
        me.page.emulate_media(media="print")
        expect(me.key("bar")).to_be_hidden()
        assert me.page.evaluate(CUT_OFF) == [], screen
        me.page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
        sheets = me.page.evaluate(TALL) / PAPER[1]
        me.page.emulate_media(media="null")
        me.page.set_viewport_size({"width": 1280, "height": 720})
        me.arrived()
        printed = len(SHEET.findall(me.page.pdf(prefer_css_page_size=True)))
        assert printed >= sheets - 0.1, screen
