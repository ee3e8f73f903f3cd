"""How soon an act on the board is felt: `python -m tests.benchmarks.board`.

A weight, a drop across the table's edge, a new party with a link (typed), and an undo of that; each with a mouse or
keys in a browser, on webs of 50, 200 and 500 nodes, in turn with an empty app's button. From the event of the hand, on
the page's own clock: until the drawing is other than before, until readings and sentence are right (what the server
answered is on screen), and how long the run took that Streamlit follows with, from what the browser sent to
`script_finished` on the socket. Of the empty app: from the click to `script_finished`. Each as least, median and most
of one run; ratios are of medians.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from tests.benchmarks.latency import LESS, LINK, MORE, ROOT, SIZES, empty_app, serving, started_browser, web_of

GROUP = "Alle anderen"
"""The party that is weighed and invited: absent at first, and large, so that a reading changes with it."""

FINISHED = 6
"""The number of `script_finished` among the fields of what Streamlit sends."""

WATCH = """
(() => {
  const { WebSocket } = globalThis, heard = [], sent = []
  const number = (bytes, at) => {
    let value = 0, shift = 1, byte
    do { byte = bytes[at++]; value += (byte & 127) * shift; shift *= 128 } while (byte & 128)
    return [value, at]
  }
  const has = (bytes, wanted) => {
    for (let at = 0, tag, size; at < bytes.length;) {
      [tag, at] = number(bytes, at)
      if (tag >> 3 === wanted) return true
      if ((tag & 7) === 2) { [size, at] = number(bytes, at); at += size }
      else if ((tag & 7) === 0) [, at] = number(bytes, at)
      else at += (tag & 7) === 1 ? 8 : 4
    }
    return false
  }
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given)
      this.addEventListener("message", ({ data }) => {
        const now = performance.now()
        if (data instanceof ArrayBuffer) { if (has(new Uint8Array(data), FINISHED)) heard.push(now) }
        else data.arrayBuffer?.().then(held => { if (has(new Uint8Array(held), FINISHED)) heard.push(now) })
      })
    }
    send(data) { sent.push(performance.now()); return super.send(data) }
  }
  const board = () => [...document.querySelectorAll("[class*='st-key-board_'] *")].map(e => e.shadowRoot).find(Boolean)
  globalThis.stopwatch = {
    start(event) {
      const root = board(), look = globalThis.__belangenweb, head = look?.head()
      this.acted = this.drawn = this.right = null
      heard.length = sent.length = 0
      const acted = e => { this.acted = e.timeStamp; heard.length = sent.length = 0 }
      addEventListener(event, acted, { capture: true, once: true })
      if (!root) return
      const world = root.querySelector("svg.web > g")
      this.watch = new MutationObserver(changes => {
        if (this.acted === null) return
        this.drawn ??= changes.some(({ target }) => world.contains(target)) ? performance.now() : null
        if (look.head() > head) this.right ??= performance.now()
      })
      this.watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
    },
    done() { return heard.length > 0 && sent.length > 0 },
    times() {
      this.watch?.disconnect()
      const since = at => at === null || at === undefined ? null : at - this.acted
      return {
        drawn: since(this.drawn), right: since(this.right), finished: since(heard.at(-1)),
        run: heard.at(-1) - sent[0], runs: heard.length,
      }
    },
  }
})()
""".replace("FINISHED", str(FINISHED))

Act = tuple[str, Callable[[], None], Callable[[], None]]
"""The event from which is counted, what comes before it, and the act."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=12, help="of each act, per size")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to measure")
    given = parser.parse_args()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        database = folder / "board.db"
        with closing(Store(f"sqlite:///{database}")) as store:
            meetings = {nodes: store.begin(placed(web_of(nodes))) for nodes in given.sizes}
        app = opened.enter_context(serving(given.root.resolve() / "app.py", database))
        bare = opened.enter_context(serving(empty_app(folder), folder / "none.db"))
        browser = opened.enter_context(started_browser())
        empty = opened.enter_context(_page(browser, bare))
        empty.get_by_role("button", name="Again").wait_for()
        for nodes, meeting in meetings.items():
            with _page(browser, f"{app}/web?meeting={meeting}&language=nl") as page:
                _tell(nodes, _measured(empty, page, given.times))


@contextmanager
def _page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    yield page
    context.close()


def _measured(empty: Page, page: Page, times: int) -> dict[str, list[dict[str, float]]]:
    page.bring_to_front()
    page.wait_for_function("globalThis.__belangenweb?.ready()")
    page.wait_for_timeout(1500)
    button = empty.get_by_role("button", name="Again")
    took: dict[str, list[dict[str, float]]] = {}
    for turn in range(times + 1):
        for name, (event, before, act) in _acts(page, turn).items():
            click = _timed(empty, "click", lambda: None, button.click)
            found = _timed(page, event, before, act)
            if turn:  # the first time caches were cold
                took.setdefault("empty app", []).append(click)
                took.setdefault(name, []).append(found)
    return took


def _acts(page: Page, turn: int) -> dict[str, Act]:
    mouse, press = page.mouse, page.keyboard.press
    return {
        "a weight": ("keydown", lambda: _choose_the_link(page), lambda: press((LESS, MORE)[turn % 2])),
        "a drop": ("pointerup", lambda: _carry(page, ("citizens", "table")[turn % 2]), mouse.up),
        "a party with a link": ("keydown", lambda: _type(page, f"Nieuw {turn}: Belang 0 ++"), lambda: press("Enter")),
        "an undo": ("keydown", lambda: None, lambda: press("Control+z")),
    }


def _choose_the_link(page: Page) -> None:
    _choose_the_group(page)
    for _ in range(3):
        page.keyboard.press("w")
        if page.evaluate("__belangenweb.selected().join()") == LINK:
            return
    raise SystemExit("the link to weigh could not be chosen")


def _choose_the_group(page: Page) -> None:
    page.locator(".board [data-do=find]").click()
    page.locator(".board .finder input").fill(GROUP)
    page.keyboard.press("Enter")
    page.wait_for_function("__belangenweb.selected().join() === 'actor,large'")


def _carry(page: Page, zone: str) -> None:
    """Takes the group up and holds it over a zone."""
    _choose_the_group(page)
    x, y = page.evaluate("name => __belangenweb.positionOf(name)", GROUP)
    left, top, right, bottom = page.evaluate("__belangenweb.zone('table')")
    outside = page.evaluate("__belangenweb.zone('citizens')")
    to = ((left + right) / 2, (top + bottom) / 2) if zone == "table" else ((right + outside[2]) / 2, (top + bottom) / 2)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to[0]) / 2, (y + to[1]) / 2, steps=3)
    page.mouse.move(*to, steps=3)


def _type(page: Page, line: str) -> None:
    page.keyboard.press("Escape")
    page.locator(".board .type").fill(line)
    page.wait_for_timeout(600)  # the preview is there


def _timed(page: Page, event: str, before: Callable[[], None], act: Callable[[], None]) -> dict[str, float]:
    page.bring_to_front()
    page.wait_for_timeout(150)
    before()
    page.wait_for_timeout(150)
    page.evaluate("event => stopwatch.start(event)", event)
    act()
    page.wait_for_function("stopwatch.done()", timeout=60_000)
    page.wait_for_timeout(200)  # a run that starts another is not over
    found: dict[str, float] = page.evaluate("stopwatch.times()")
    return found


def _tell(nodes: int, took: dict[str, list[dict[str, float]]]) -> None:
    bare = median(row["finished"] for row in took["empty app"])
    print(
        f"\n{nodes} nodes, load {os.getloadavg()[0]:.1f}; an empty app's rerun {_spread(took['empty app'], 'finished')}"
    )
    print(f"{'':>20} {'drawn':>22} {'right':>30} {'bookkeeping run':>30}")
    for name, rows in took.items():
        if name != "empty app":
            print(
                f"{name:>20} {_spread(rows, 'drawn'):>22} {_beside(rows, 'right', bare):>30}"
                f" {_beside(rows, 'run', bare):>30}"
                + ("" if all(row["runs"] == 1 for row in rows) else f"  runs: {[row['runs'] for row in rows]}"),
                flush=True,
            )


def _spread(rows: list[dict[str, Any]], key: str) -> str:
    found = [row[key] for row in rows if row[key] is not None]
    if len(found) < len(rows):
        return f"not seen {len(rows) - len(found)} of {len(rows)}"
    return f"{min(found):.0f}/{median(found):.0f}/{max(found):.0f} ms"


def _beside(rows: list[dict[str, Any]], key: str, bare: float) -> str:
    found = [row[key] for row in rows if row[key] is not None]
    return f"{_spread(rows, key)} = {median(found) / bare:.2f}x" if found else "never"


if __name__ == "__main__":
    main()
