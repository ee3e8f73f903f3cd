"""How long a run of Gap and of the dilemmas takes beside an empty app: `python -m tests.benchmarks.looking`.

From the key R, which runs a screen anew, to the end of the run, on the sewer case. `--beside FOLDER` measures another
checkout in the same run, taking turns, so that its figures are of the same moments. Ratios are of medians.
"""

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.benchmarks.latency import EMPTY_APP, ROOT, serving, started_browser

ASKED = {"gap": "gap?", "dilemmas": "dilemmas?d=feasibility_inclusiveness&", "role": "dilemmas?d=role&"}
AT_REST = 400
"""Milliseconds after a run, in which a window draws what came of it, before the next one has its turn."""

WATCHED = """() => {
  const app = document.querySelector('[data-test-script-state]')
  let began = null
  globalThis.over = new Promise(done => {
    const watch = new MutationObserver(() => {
      const running = app.dataset.testScriptState !== 'notRunning'
      if (running) began ??= performance.now()
      else if (began !== null) { watch.disconnect(); done(performance.now() - began) }
    })
    watch.observe(app, { attributes: true, attributeFilter: ['data-test-script-state'] })
  })
}"""


def again(page: Page) -> float:
    """Runs a screen anew; how many milliseconds that takes."""
    page.evaluate(WATCHED)
    page.keyboard.press("r")
    taken: float = page.evaluate("globalThis.over")
    page.evaluate("() => new Promise(done => requestIdleCallback(done))")
    page.wait_for_timeout(AT_REST)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--beside", type=Path)
    given = parser.parse_args()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        browser = opened.enter_context(started_browser())
        pages = {"empty": _page(opened, browser.new_page(), _empty(folder), folder, "")}
        for checkout in (ROOT, *([given.beside] if given.beside else [])):
            for name, asked in ASKED.items():
                where = f"{name}, {'now' if checkout == ROOT else 'beside'}"
                pages[where] = _page(opened, browser.new_page(), checkout / "app.py", folder, asked)
        times: dict[str, list[float]] = {name: [] for name in pages}
        for turn in range(given.times + 2):
            for name, page in pages.items():
                taken = again(page)
                if turn > 1:
                    times[name].append(taken)
        empty = median(times["empty"])
        for name, taken in times.items():
            low, middle, high = min(taken), median(taken), max(taken)
            print(f"{name:16} {low:7.0f} {middle:7.0f} {high:7.0f} ms  {middle / empty:5.1f} x", flush=True)


def _empty(folder: Path) -> Path:
    script = folder / "empty" / "app.py"
    script.parent.mkdir(exist_ok=True)
    script.write_text(EMPTY_APP)
    return script


def _page(opened: ExitStack, page: Page, script: Path, folder: Path, asked: str) -> Page:
    """A window on the screen that is asked for, with the sewer case open; on an app without screens as it opens."""
    address = opened.enter_context(serving(script, folder / f"{script.parent.name}.db"))
    page.set_default_timeout(90_000)
    page.goto(f"{address}/?language=nl")
    if asked:
        page.locator(".st-key-open_sewer button").click()
        page.wait_for_url("**/web?*meeting=*")
        meeting = parse_qs(urlsplit(page.url).query)["meeting"][0]
        page.goto(f"{address}/{asked}language=nl&meeting={meeting}")
    page.wait_for_selector('[data-test-script-state="notRunning"]')
    page.wait_for_timeout(3000)
    return page


if __name__ == "__main__":
    main()
