"""How long the board's drawing takes in a browser: `python -m tests.benchmarks.board_drawing`.

From the picture as the server tells it to elements of which the browser knows where they stand: read, measure, place,
route, draw. First a drawing of which nothing is known yet, each time in a page of its own; then acts, in turn a group
that is invited and one that is sent home, with places kept. Milliseconds: least, median, most.
"""

import argparse
import random
from dataclasses import replace
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, Route

from coprod_core.indicators.overview import readings
from coprod_core.placing.layout import placed
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web
from coprod_ui.examples.cases import cases
from coprod_ui.served.board.facts import facts_of, told
from coprod_ui.served.board.wording import words_of_board
from coprod_ui.words import words
from tests.benchmarks.latency import ROOT, started_browser

COMPONENTS = ROOT / "coprod_ui" / "components"
ADDRESS = "http://board.test"
SCREEN = {"width": 1280, "height": 608}
SPHERES = (*[Sphere.CITIZENS] * 6, Sphere.OWN_ORGANISATION, Sphere.OTHER_ORGANISATION, Sphere.POLITICAL_AUTHORITY)

PAGE = """<!doctype html><svg id="web" xmlns="http://www.w3.org/2000/svg"></svg><script type="module">
import { fromPicture } from "./board/placing/from_picture.js"
import { layout } from "./board/placing/layout.js"
import { draw } from "./board/drawing/draw.js"
import { measurer } from "./board/drawing/measurer.js"
const svg = document.getElementById("web"), wide = measurer("sans-serif")
let keep = null
globalThis.drawn = (picture, words) => {
  const start = performance.now()
  const plan = layout(fromPicture(new Map(Object.entries(picture)), words), { W: 1280, H: 608, wide, keep })
  draw(svg, plan)
  svg.getBoundingClientRect()
  keep = plan.keep
  return performance.now() - start
}
</script>"""


def large_web(size: int) -> Web:
    """As many parties as interests, each party with a stake in three."""
    chance = random.Random(size)
    actors = tuple(
        Actor(f"a{i}", f"Partij met nummer {i}", SPHERES[i % 9], people=chance.randint(5, 400), seats=1 if i % 3 else 0)
        for i in range(size)
    )
    interests = tuple(Interest(f"k{k}", f"Belang met nummer {k}") for k in range(size))
    stakes = tuple(
        Stake(actor.id, interest.id, chance.choice((0.1, 0.4, 1.0)))
        for actor in actors
        for interest in chance.sample(interests, min(3, size))
    )
    return Web(actors=actors, interests=interests, stakes=stakes)


def picture(web: Web) -> dict[str, Any]:
    """What the board shows of a web, as the server tells it."""
    facts = facts_of(web, readings(web), words("nl"))
    return {key: told(fact) for key, fact in facts.items()}


def invited(web: Web) -> Web:
    """The web in which the first group that is not at the table is."""
    asked = next(actor for actor in web.actors if actor.citizens and not actor.seated)
    return replace(web, actors=tuple(replace(a, seats=3.0) if a is asked else a for a in web.actors))


def _served(route: Route) -> None:
    path = route.request.url.removeprefix(f"{ADDRESS}/")
    if path == "":
        route.fulfill(body=PAGE, content_type="text/html")
    else:
        route.fulfill(path=COMPONENTS / path, content_type="text/javascript")


def _opened(browser: Browser) -> Page:
    page = browser.new_page(viewport=SCREEN)  # type: ignore[arg-type]  # a plain dict
    page.route("**/*", _served)
    page.goto(f"{ADDRESS}/")
    page.wait_for_function("'drawn' in globalThis")
    return page


def _time(page: Page, shown: dict[str, Any]) -> float:
    taken: float = page.evaluate("([picture, words]) => drawn(picture, words)", [shown, words_of_board(words("nl"))])
    return taken


def _measure(browser: Browser, name: str, web: Web, firsts: int, acts: int) -> None:
    before, after = picture(placed(web)), picture(placed(invited(placed(web))))
    first, later = [], []
    for _ in range(firsts):
        page = _opened(browser)
        first.append(_time(page, before))
    for act in range(acts):
        later.append(_time(page, before if act % 2 else after))
    for what, times in (("first", first), ("an act", later)):
        print(f"{name:>12}  {what:<8}{min(times):7.1f}{median(times):7.1f}{max(times):7.1f}")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--firsts", type=int, default=5)
    parser.add_argument("--acts", type=int, default=30)
    asked = parser.parse_args()
    sewer = next(case for case in cases("nl") if case.name == "sewer")
    with started_browser() as browser:
        _measure(browser, "sewer case", sewer.web, asked.firsts, asked.acts)
        for size in (40, 100):
            _measure(browser, f"{size} x {size}", large_web(size), asked.firsts, asked.acts)


if __name__ == "__main__":
    main()
