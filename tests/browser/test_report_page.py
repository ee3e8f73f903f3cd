"""The report's page in a real browser: it stands alone, draws its web and charts, and is there for everybody."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from test_accessibility import violations

from coprod_core.acts.history import opened
from coprod_ui.report.account import account_of
from coprod_ui.report.document import Chart
from coprod_ui.report.forms import written
from coprod_ui.report.sections import document
from coprod_ui.words import words
from tests.screens.test_report_files import MADE, hostile_web

INKED = """() => {
  const canvas = document.querySelector("#web canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let inked = 0;
  for (let at = 0; at < pixels.length; at += 4) inked += pixels[at + 3] > 0 && pixels[at] < 200;
  return inked;
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_the_page_opens_by_itself_draws_all_it_holds_and_says_it_to_everybody(
    page: Callable[..., Page], tmp_path: Path
) -> None:
    made = document(account_of(opened(hostile_web()), words("nl"), MADE))
    file = tmp_path / "report.html"
    file.write_bytes(written(made, "html"))
    shown = page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    shown.on("dialog", lambda dialog: complaints.append(dialog.message))
    shown.goto(file.as_uri())
    charts = sum(isinstance(block, Chart) for block in made.blocks())
    drawn = shown.locator(".chart > img")
    expect(drawn.first).to_be_visible()
    assert drawn.evaluate_all("all => all.filter(each => each.naturalWidth > 100).length") == charts
    before = shown.evaluate(INKED)
    assert before > 1_000
    shown.locator("#web-larger").click()
    shown.wait_for_function(f"before => ({INKED})() !== before", arg=before)  # drawn with the next frame
    assert violations(shown) == []
    shown.set_viewport_size({"width": 390, "height": 844})
    assert shown.evaluate(TOO_WIDE) <= 0
    assert complaints == []
