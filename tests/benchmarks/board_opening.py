"""How long a person waits for the board: `python -m tests.benchmarks.board_opening`.

From the address to a board that can be used, in a browser that has seen nothing (cold) and in one that opened it before
(warm), beside an empty app's button in the same browser, in turn. Of the board also when our own scripts were asked
for, when the last of them was there and how many there were, and when the web was there. All on the page's own clock.
`--beside CHECKOUT` has another checkout of the product take turns with this one.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_ui.examples.cases import cases
from tests.benchmarks.latency import ROOT, empty_app, serving, started_browser

BOARD = "globalThis.__belangenweb?.ready()"
BUTTON = "document.querySelector('[data-testid=stButton] button')"
TIMES = """
() => {
  const all = performance.getEntriesByType('resource'), ours = all.filter(each => each.name.includes('/scripts/'))
  const web = all.find(each => each.name.includes('/api/board/'))
  return {
    asked: Math.min(...ours.map(each => each.startTime)),
    there: Math.max(...ours.map(each => each.responseEnd)),
    web: web?.responseEnd,
    scripts: ours.length,
    fetched: ours.filter(each => each.transferSize).length,
  }
}
"""
WATCH = """
(() => {
  const look = () => { if (%s) globalThis.usable = performance.now(); else requestAnimationFrame(look) }
  look()
})()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--case", type=int, default=0, help="which of the examples")
    parser.add_argument("--beside", type=Path, help="another checkout, to compare with")
    given = parser.parse_args()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        database = folder / "board.db"
        with closing(Store(f"sqlite:///{database}")) as store:
            meeting = store.begin(placed(cases("nl")[given.case].web))
        turns = [("empty app", opened.enter_context(serving(empty_app(folder), folder / "none.db")), BUTTON)]
        for name, root in (("board", ROOT), ("beside", given.beside)):
            if root is not None:
                address = opened.enter_context(serving(root.resolve() / "app.py", database))
                turns.append((name, f"{address}/web?meeting={meeting}&language=nl", BOARD))
        _measure(opened.enter_context(started_browser()), turns, given.times)


def _measure(browser: Browser, turns: list[tuple[str, str, str]], times: int) -> None:
    took: dict[str, list[dict[str, float]]] = {}
    for turn in range(times + 1):
        for name, address, usable in random.sample(turns, len(turns)):
            with _context(browser) as context:
                for how in ("cold", "warm"):
                    found = _opened(context, address, usable)
                    if turn:  # the first time the server itself is cold
                        took.setdefault(f"{name}, {how}", []).append(found)
    for name, rows in took.items():
        print(f"{name:>16}: usable {_spread(rows, 'usable')}", end="")
        if rows[0]["scripts"]:
            print(
                f"; scripts asked for {_spread(rows, 'asked')}, there {_spread(rows, 'there')}"
                f" ({rows[0]['scripts']:.0f}, of which fetched {rows[0]['fetched']:.0f}); web {_spread(rows, 'web')}",
                end="",
            )
        print()


@contextmanager
def _context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    yield context
    context.close()


def _opened(context: BrowserContext, address: str, usable: str) -> dict[str, float]:
    page = context.new_page()
    page.add_init_script(WATCH % usable)
    page.goto(address)
    page.wait_for_function("globalThis.usable")
    found: dict[str, float] = {**page.evaluate(TIMES), "usable": page.evaluate("usable")}
    _still(page)
    page.close()
    return found


def _still(page: Page) -> None:
    """What an opening leaves to do must not be counted for the next."""
    page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")
    page.wait_for_timeout(500)


def _spread(rows: list[dict[str, float]], key: str) -> str:
    found = [row[key] for row in rows]
    return f"{min(found):.0f}/{median(found):.0f}/{max(found):.0f} ms"


if __name__ == "__main__":
    main()
