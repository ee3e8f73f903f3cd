"""How much stands on the looking screens, and whether it stands in sight: `python -m tests.benchmarks.look`.

Gap, the dilemmas, plans and What if of all cases in both languages, as they open at 1280 by 720: the words a person
sees, names and bar included, and the first words that stand below the fold, or under what stays in sight over it.
`--pictures FOLDER` keeps what was seen.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from coprod_core.acts.commands import ChangeOption, Seat
from coprod_core.acts.history import Act, seats_on_invitation
from coprod_core.indicators.overview import readings
from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_ui.examples.cases import NAMES, cases
from coprod_ui.words import LANGUAGES
from tests.benchmarks.latency import ROOT, serving, started_browser

VIEWS: dict[str, tuple[str, dict[str, str]]] = {
    "gap": ("gap", {}),
    "d1": ("dilemmas", {"d": "feasibility_inclusiveness"}),
    "d2": ("dilemmas", {"d": "role"}),
    "d3": ("dilemmas", {"d": "rules"}),
    "plans": ("dilemmas", {"d": "plans"}),
    "what if": ("scenarios", {}),
}
"""Each screen by its name here: its page, and what its address asks for."""

SIZES = {"screen": (1280, 720), "phone": (390, 844)}

READY = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app?.dataset.testScriptState === "notRunning" && document.querySelector('.st-key-frame')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
}"""

SEEN = """() => {
  const seen = []
  const hidden = element => {
    if (element.closest('[data-testid="stIconMaterial"], script, style')) return true
    for (let up = element; up; up = up.parentElement) if (getComputedStyle(up).clipPath === 'inset(50%)') return true
    const box = element.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1) return true
    return !element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })
  }
  const over = (x, y) => {
    let found = document.elementFromPoint(x, y)
    while (found?.shadowRoot?.elementFromPoint(x, y)) found = found.shadowRoot.elementFromPoint(x, y)
    return found
  }
  const above = element => element ? [element, ...above(element.parentElement ?? element.getRootNode().host)] : []
  const covered = (element, line) => {
    const under = new Set(above(element))
    const stays = up => ["sticky", "fixed"].includes(getComputedStyle(up).position)
    const pinned = above(over((line.left + line.right) / 2, (line.top + line.bottom) / 2)).find(stays)
    return pinned !== undefined && !under.has(pinned)
  }
  const look = root => {
    for (const node of root.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.textContent.trim() && !hidden(node.parentElement)) {
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        if (box.width > 1) seen.push({
          text: node.textContent.trim(),
          bottom: box.bottom,
          covered: covered(node.parentElement, [...range.getClientRects()].at(-1)),
        })
      }
      if (node.shadowRoot) look(node.shadowRoot)
      if (node.nodeType === Node.ELEMENT_NODE) look(node)
    }
  }
  look(document.body)
  return seen
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--views", nargs="*", default=list(VIEWS), choices=list(VIEWS))
    parser.add_argument("--cases", nargs="*", default=list(NAMES), choices=list(NAMES))
    parser.add_argument("--languages", nargs="*", default=list(LANGUAGES), choices=list(LANGUAGES))
    parser.add_argument("--size", default="screen", choices=list(SIZES))
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--texts", action="store_true", help="print every piece of text that is seen")
    given = parser.parse_args()
    if given.pictures:
        given.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "look.db"
        meetings = _meetings(database, given.cases, given.languages)
        with serving(ROOT / "app.py", database) as address, started_browser() as browser:
            _count(browser, address, meetings, given)


def _meetings(database: Path, names: list[str], languages: list[str]) -> dict[tuple[str, str], str]:
    """A meeting for each case in each language: its id by the two."""
    store = Store(f"sqlite:///{database}")
    try:
        found = [(case.name, language, case.web) for language in languages for case in cases(language)]
        made = {(name, language): store.begin(placed(web)) for name, language, web in found if name in names}
        for meeting in made.values():
            _three_copies(store, meeting)
        return made
    finally:
        store.close()


def _three_copies(store: Store, meeting: str) -> None:
    """As in the drawing this is held to: those hit hardest who are away join, the last plan gets easier, and both."""
    history = store.load(meeting).history
    web, gap = history.web, readings(history.web).gap
    away = [a.id for a in web.actors if a.citizens and not a.seated]
    first = max(away, key=lambda id_: gap.affected[id_]) if gap else away[0]
    joins: Act = Seat(first, seats_on_invitation(history, first))
    eased: Act = ChangeOption(web.options[-1].id, {"feasibility": 0.9})
    for name, acts in {"Erbij": [joins], "Geld voor herstel": [eased], "Allebei": [joins, eased]}.items():
        copy = store.fork(meeting, name)
        for act in acts:
            store.append(copy, act, seen=store.load(copy).head)


def _count(browser: Browser, address: str, meetings: dict[tuple[str, str], str], given: argparse.Namespace) -> None:
    size = SIZES[given.size]
    for view in given.views:
        counts = []
        for (name, language), seen in _looked_at(browser, address, meetings, view, size, given):
            words = sum(any(map(str.isalnum, word)) for each in seen for word in each["text"].split())
            below = [each["text"] for each in seen if each["bottom"] > size[1] or each["covered"]]
            counts.append(words)
            if given.texts:
                print(*(each["text"] for each in seen), sep="\n")
            said = f"{len(below)} below the fold, first: {below[0][:40]!r}" if below else "all in sight"
            print(f"{view:8} {language} {name:20} {words:4} words, {said}", flush=True)
        print(f"{view:8} words: min {min(counts)}, median {median(counts):g}, max {max(counts)}", flush=True)


def _looked_at(
    browser: Browser,
    address: str,
    meetings: dict[tuple[str, str], str],
    view: str,
    size: tuple[int, int],
    given: argparse.Namespace,
) -> Iterator[tuple[tuple[str, str], list[dict[str, Any]]]]:
    page_name, asked = VIEWS[view]
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if given.dark else "light"
    )
    page = context.new_page()
    page.set_default_timeout(90_000)
    for (name, language), meeting in meetings.items():
        _go(page, f"{address}/{page_name}?{urlencode({'language': language, 'meeting': meeting, **asked})}")
        if given.pictures:
            page.screenshot(path=given.pictures / f"{view}-{name}-{language}.png", full_page=True)
        yield (name, language), page.evaluate(SEEN)
    context.close()


def _go(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function(READY)
    page.wait_for_timeout(400)


if __name__ == "__main__":
    main()
