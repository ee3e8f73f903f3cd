"""How soon the room's window follows an act: `python -m tests.benchmarks.room_web`.

In a browser that shows the web of the sewer case in the room's window, groups come to the table and leave it again. On
the page's own clock, from the act being sent: until a bare event stream tells of it, until the window asks for the next
picture, and until that is drawn. All in the same run, the bare stream in the same page.
"""

import argparse
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.examples.cases import cases
from tests.benchmarks.latency import ROOT, serving, started_browser

SHOWN = '{"scene": "web", "with_numbers": [], "address": null}'
AT_REST = 700
"""Milliseconds between two acts, in which what came of one is over."""

LISTENING = """async meeting => {
  globalThis.bare = new EventSource(`/api/board/${meeting}/events`)
  globalThis.told = () => {}
  bare.onmessage = () => globalThis.told(performance.now())
  await new Promise(open => { bare.onopen = open })
}"""

ACT = """async ([meeting, actor, seats, number]) => {
  const told = new Promise(done => { globalThis.told = done })
  const drawn = new Promise(done => {
    const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now()) })
    watch.observe(document.querySelector('.drawn svg'), { subtree: true, childList: true, attributes: true })
  })
  performance.clearResourceTimings()
  const began = performance.now()
  const act = { act: 'seat', actor, seats }
  const answer = await fetch(`/api/act/${meeting}`, { method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client: 'benchmark', number, seen: number, act, language: 'nl' }) })
  if (!answer.ok) throw new Error(`the act was not done: ${answer.status}`)
  const [heard, seen] = await Promise.all([told, drawn])
  const asked = performance.getEntriesByType('resource').find(({ name }) => name.includes('/now')).startTime
  return [heard - began, asked - began, seen - began]
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=15)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "meetings.db"
        web = next(case.web for case in cases("nl") if case.name == "sewer")
        meeting = begun(database, web)
        with serving(ROOT / "app.py", database) as address, started_browser() as browser:
            page = browser.new_page(viewport={"width": 1920, "height": 1080})
            page.goto(f"{address}/room/{meeting}?language=nl")
            page.wait_for_selector(".drawn .node")
            page.evaluate(LISTENING, meeting)
            tell(measured(page, meeting, web, times))


def begun(database: Path, web: Web) -> str:
    with closing(Store(f"sqlite:///{database}")) as store:
        meeting = store.begin(web)
        store.presentations.keep(meeting, SHOWN)
    return meeting


def measured(page: Page, meeting: str, web: Web, times: int) -> list[tuple[float, float, float]]:
    """Per act how many milliseconds each of the three took; the first act warms up and is not counted."""
    away = [actor.id for actor in web.actors if actor.citizens and not actor.seated]
    found = []
    for number in range(1, times + 2):
        page.wait_for_timeout(AT_REST)
        actor, seats = away[(number - 1) // 2 % len(away)], 2 if number % 2 else 0
        found.append(tuple(page.evaluate(ACT, [meeting, actor, seats, number])))
    return found[1:]


def tell(found: Sequence[tuple[float, float, float]]) -> None:
    names = ("a bare stream tells of it", "the window asks", "the picture is drawn")
    for name, taken in zip(names, zip(*found, strict=True), strict=True):
        print(f"{name:28} min {min(taken):6.1f}  median {median(taken):6.1f}  max {max(taken):6.1f} ms")


if __name__ == "__main__":
    main()
