"""How soon a drag on the power map is felt, beside an act on the board: `python -m tests.benchmarks.power_map`.

A drop across the table's edge on the drawing, and on the map of the same web a card that is dropped in another row, a
card that is dropped in another ring (which changes its seats), and an answer in the table; each by a mouse in one
browser, in turn, on webs of 30 nodes and more. From the event of the hand, on the page's own clock: until what was
taken up stands elsewhere (drawn), and until all that follows from it is on screen (right): the answer of the act, and
on the map what the server works out of the parties. Each as least, median and most of one run; ratios are of medians
to the drop on the board.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Locator, Page

from coprod_core.acts.commands import ChangeActor
from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from tests.benchmarks.latency import ROOT, serving, started_browser, web_of

SIZES = (30, 200, 500)
GROUP = "large"
"""The party that is carried: absent at first, and the first of the file, so that no cell folds it away."""

Place = tuple[float, float]

WATCH = """
globalThis.stopwatch = {
  start(event, within) {
    const look = globalThis.__belangenweb, before = look.head()
    const root = [...document.querySelectorAll("[class*='st-key-board_'] *")].map(e => e.shadowRoot).find(Boolean)
    const world = root.querySelector(within)
    this.acted = this.drawn = this.right = null
    addEventListener(event, e => { this.acted = e.timeStamp }, { capture: true, once: true })
    this.watch = new MutationObserver(changes => {
      if (this.acted === null) return
      const moved = changes.some(({ type, target }) => type === "childList" && world.contains(target))
      if (moved || (within.startsWith("svg") && changes.some(({ target }) => world.contains(target)))) {
        this.drawn ??= performance.now()
      }
      if (look.head() > before && look.pending() === 0) this.right ??= performance.now()
    })
    this.watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
  },
  done() { return this.drawn !== null && this.right !== null },
  times() { this.watch.disconnect(); return [this.drawn - this.acted, this.right - this.acted] },
}
"""


class Act(NamedTuple):
    """Something a hand does: on which page, what comes before, the act, its event and what is drawn anew by it."""

    page: Page
    before: Callable[[], object]
    act: Callable[[], object]
    event: str = "pointerup"
    within: str = ".map-picture"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=12, help="of each act, per size")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), help="nodes, half of them parties")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to measure")
    given = parser.parse_args()
    with ExitStack() as opened:
        database = Path(opened.enter_context(tempfile.TemporaryDirectory())) / "map.db"
        with closing(Store(f"sqlite:///{database}")) as store:
            meetings = {nodes: [store.begin(_web(nodes)) for _ in range(4)] for nodes in given.sizes}
        app = opened.enter_context(serving(given.root.resolve() / "app.py", database))
        browser = opened.enter_context(started_browser())
        for nodes, four in meetings.items():
            with ExitStack() as pages:
                board, *maps = (pages.enter_context(_page(browser, f"{app}/web?meeting={each}")) for each in four)
                _tell(nodes, _measured(board, maps, given.times))


def _web(nodes: int) -> Web:
    """With a role for the group that is carried, so that it stands in the rings."""
    web = placed(web_of(nodes))
    return ChangeActor(GROUP, {"network_role": "user"}).applied_to(web)


@contextmanager
def _page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{address}&language=nl")
    page.wait_for_function("globalThis.__belangenweb?.ready()")
    yield page
    context.close()


def _measured(board: Page, maps: list[Page], times: int) -> dict[str, list[list[float]]]:
    rows, rings, table = maps
    for page in maps:
        page.locator(".board [data-do=map]").click()
        page.locator(f".map [data-party={GROUP}]").wait_for()
    rings.locator("[data-key=picture_rings]").click()
    table.locator("[data-key=map_table]").click()
    took: dict[str, list[list[float]]] = {}
    for turn in range(times + 1):
        for name, act in _acts(board, rows, rings, table, turn).items():
            found = _timed(act)
            if turn:  # the first time caches were cold
                took.setdefault(name, []).append(found)
    return took


def _acts(board: Page, rows: Page, rings: Page, table: Page, turn: int) -> dict[str, Act]:
    even = turn % 2 == 0
    row = ".cell-of[data-row={}][data-column=home]".format("little" if even else "much")
    power = table.locator(f"[data-key=power_{GROUP}]")
    return {
        "a drop on the board": Act(
            board, lambda: _carry_node(board, "table" if even else "citizens"), board.mouse.up, within="svg.web > g"
        ),
        "another row": Act(rows, lambda: _carry_card(rows, rows.locator(row), 0.8), rows.mouse.up),
        "another ring": Act(
            rings, lambda: _carry_card(rings, rings.locator(".ring-field"), 0.6 if even else 0.75), rings.mouse.up
        ),
        "an answer in the table": Act(
            table,
            lambda: None,
            lambda: power.select_option("some" if even else "little"),
            "input",  # that of a change does not leave the board
            ".map-table",
        ),
    }


def _carry_node(page: Page, zone: str) -> None:
    x, y = page.evaluate("name => __belangenweb.positionOf(name)", GROUP)
    left, top, right, bottom = page.evaluate("__belangenweb.zone('table')")
    outside = page.evaluate("__belangenweb.zone('citizens')")
    _carry(page, (x, y), ((left + right) / 2 if zone == "table" else (right + outside[2]) / 2, (top + bottom) / 2))


def _carry_card(page: Page, to: Locator, down: float) -> None:
    card = page.locator(f".map [data-party={GROUP}]").bounding_box()
    box = to.bounding_box()
    if card is None or box is None:
        raise SystemExit("the card to carry, or the place to carry it to, is not on screen")
    _carry(page, (card["x"] + 10, card["y"] + 14), (box["x"] + box["width"] * 0.7, box["y"] + box["height"] * down))


def _carry(page: Page, start: Place, end: Place) -> None:
    """Takes something up and holds it somewhere else."""
    mouse = page.mouse
    mouse.move(*start)
    mouse.down()
    mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=3)
    mouse.move(*end, steps=3)


def _timed(act: Act) -> list[float]:
    """Milliseconds until it is drawn, and until all is right."""
    page = act.page
    page.bring_to_front()
    page.wait_for_timeout(600)  # Streamlit has followed with the act before
    act.before()
    page.wait_for_timeout(100)
    page.evaluate("([event, within]) => stopwatch.start(event, within)", [act.event, act.within])
    act.act()
    page.wait_for_function("stopwatch.done()", timeout=60_000)
    found: list[float] = page.evaluate("stopwatch.times()")
    return found


def _tell(nodes: int, took: dict[str, list[list[float]]]) -> None:
    print(f"\n{nodes} nodes, load {os.getloadavg()[0]:.1f}\n{'':>24} {'drawn':>32} {'right':>32}")
    beside = [median(times) for times in zip(*next(iter(took.values())), strict=True)]
    for name, rows in took.items():
        said = [_spread(list(times), at) for times, at in zip(zip(*rows, strict=True), beside, strict=True)]
        print(f"{name:>24} {said[0]:>32} {said[1]:>32}", flush=True)


def _spread(times: list[float], beside: float) -> str:
    return f"{min(times):.0f}/{median(times):.0f}/{max(times):.0f} ms = {median(times) / beside:.2f}x"


if __name__ == "__main__":
    main()
