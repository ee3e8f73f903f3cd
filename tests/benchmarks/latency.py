"""How fast the screen answers beside an empty app: `python -m tests.benchmarks.latency`.

The edit: with a link selected on the board, a weight key that makes another interest the most missing one, so that the
sentence of the strip must change. From the key to the new sentence, and to the end of the run, beside an
app with nothing but a button: from the click to the end of the run. Start-up: from the start of the process to a
screen that can be used, each time in a browser that has seen nothing. All ratios are of medians from one run in which
the two take turns, on the same machine and in the same browser.
"""

import argparse
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Error, Page, sync_playwright

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Actor, Interest, Sphere, Stake, Web

ROOT = Path(__file__).parents[2]
SIZES = (50, 200, 500)
"""Nodes: half parties, half interests."""

LINKS_A_NODE = 1.5
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LINK = "stake,large,k1"
LESS, MORE = "2", "4"
"""The weight keys that make the other interest, and again this one, the most missing."""

EMPTY_APP = "import streamlit as st\n\nst.button('Again')\n"
PATIENCE = 60.0

# Notes, on the page's own clock, when the person acted, when the strip read otherwise, and when the run was over.
STOPWATCH = """
globalThis.stopwatch = {
  start(event) {
    const app = document.querySelector('[data-test-script-state]')
    const hosts = [...document.querySelectorAll("[class*='st-key-board_'] *")]
    const board = hosts.map(host => host.shadowRoot).find(Boolean)
    const reads = () => board?.querySelector('.reading p').textContent
    const before = reads()
    let ran = false
    this.acted = this.read = this.finished = null
    addEventListener(event, e => { this.acted = e.timeStamp }, { capture: true, once: true })
    const watch = new MutationObserver(() => {
      if (this.read === null && reads() !== before) this.read = performance.now()
      const running = app.dataset.testScriptState !== 'notRunning'
      ran ||= running
      if (ran && !running) this.finished = performance.now()
    })
    const all = { subtree: true, childList: true, characterData: true }
    watch.observe(app, { ...all, attributeFilter: ['data-test-script-state'] })
    if (board) watch.observe(board, all)
    setTimeout(() => watch.disconnect(), 20000)
  },
  times() { return [this.read === null ? null : this.read - this.acted, this.finished - this.acted] },
}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=15, help="edits per size")
    parser.add_argument("--starts", type=int, default=5, help="starts of each app; 0 skips start-up")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    given = parser.parse_args()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        empty = empty_app(folder)
        browser = opened.enter_context(started_browser())
        if given.sizes:
            _edits(folder, empty, browser, given.sizes, given.times)
        if given.starts:
            _starts(folder, empty, browser, given.starts)


# -- the two apps -----------------------------------------------------------------------------------------------------


def empty_app(folder: Path) -> Path:
    """The script of an app with nothing but a button, with our settings."""
    script = folder / "empty" / "app.py"
    script.parent.mkdir()
    script.write_text(EMPTY_APP)
    shutil.copytree(ROOT / ".streamlit", script.parent / ".streamlit")
    return script


@contextmanager
def serving(script: Path, database: Path) -> Iterator[str]:
    """`streamlit run` as a person starts it; gives the address as soon as the server answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    given = ("--server.port", str(port), "--server.headless", "true")
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *given],
        cwd=script.parent,
        env={**os.environ, "COPROD_DATABASE_URL": f"sqlite:///{database}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.02)
    raise SystemExit("the server did not start")


def installed_browser() -> str:
    """The path of an installed Chromium, Chrome or Edge; without one there is nothing to measure."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("no Chromium, Chrome or Edge is installed")
    return found


@contextmanager
def started_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def _page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    page.add_init_script(STOPWATCH)
    page.goto(address)
    yield page
    context.close()


def _settled(page: Page) -> None:
    page.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")


# -- edits ------------------------------------------------------------------------------------------------------------


def web_of(nodes: int) -> Web:
    """Half parties, half interests. One large absent group has two interests; the second is the one to weigh."""
    chance, half = random.Random(nodes), nodes // 2

    def actor(i: int) -> Actor:
        sphere = Sphere.CITIZENS if i % 3 else Sphere.OTHER_ORGANISATION
        return Actor(f"a{i}", f"Partij {i}", sphere, people=chance.randint(5, 500), seats=1 if i % 4 == 1 else 0)

    large = Actor("large", "Alle anderen", Sphere.CITIZENS, people=1_000_000)
    pairs = {("large", "k0"): 0.9, ("large", "k1"): 1.0}
    while len(pairs) < LINKS_A_NODE * nodes:
        pair = (f"a{chance.randrange(1, half)}", f"k{chance.randrange(half)}")
        pairs.setdefault(pair, chance.choice(DESIGN.weights[1:]))
    return Web(
        title=f"{nodes} nodes",
        actors=(large, *(actor(i) for i in range(1, half))),
        interests=tuple(Interest(f"k{k}", f"Belang {k}") for k in range(half)),
        stakes=tuple(Stake(*pair, weight) for pair, weight in pairs.items()),
    )


def _edits(folder: Path, empty: Path, browser: Browser, sizes: list[int], times: int) -> None:
    database = folder / "edits.db"
    with closing(Store(f"sqlite:///{database}")) as store:
        meetings = {nodes: store.begin(placed(web_of(nodes))) for nodes in sizes}
    with ExitStack() as opened:
        app = opened.enter_context(serving(ROOT / "app.py", database))
        bare = opened.enter_context(_page(browser, opened.enter_context(serving(empty, folder / "none.db"))))
        bare.get_by_role("button", name="Again").wait_for()
        print("from the act, each beside the empty app's run finished")
        print(f"{'nodes':>6} {'empty run':>10} {'text changed':>14} {'ratio':>6} {'run finished':>14} {'ratio':>6}")
        for nodes, meeting in meetings.items():
            with _page(browser, f"{app}/web?meeting={meeting}") as page:
                _select_the_link(page)
                clicks, texts, runs = _in_turn(bare, page, times)
            print(
                f"{nodes:>6} {clicks:>7.0f} ms {texts:>11.0f} ms {texts / clicks:>6.1f}"
                f" {runs:>11.0f} ms {runs / clicks:>6.1f}"
            )


def _select_the_link(page: Page) -> None:
    page.wait_for_function("globalThis.__belangenweb?.ready()")
    _settled(page)
    page.keyboard.press("/")
    page.keyboard.type("Alle anderen")
    page.keyboard.press("Enter")
    for _ in range(3):
        if page.evaluate("__belangenweb.selected().join()") == LINK:
            break
        page.keyboard.press("w")
    else:
        raise SystemExit("the link to weigh could not be selected")
    page.wait_for_timeout(1000)
    _settled(page)


def _in_turn(bare: Page, page: Page, times: int) -> tuple[float, float, float]:
    """Median milliseconds: the empty app's run finished, the strip's text changed, the run finished."""
    clicks: list[float] = []
    edits: list[list[float]] = []
    button = bare.get_by_role("button", name="Again")
    for i in range(times + 2):
        click = _timed(bare, "click", button.click)
        edit = _timed(page, "keydown", lambda key=(LESS, MORE)[i % 2]: page.keyboard.press(key))
        if i < 2:
            continue  # caches were cold
        clicks += [click[1]] if click else []
        edits += [edit] if edit else []
    texts, runs = zip(*edits, strict=True)
    return median(clicks), median(texts), median(runs)


def _timed(page: Page, event: str, act: Callable[[], None]) -> list[float] | None:
    """Milliseconds to the strip's new text and to the end of the run; None when the page never showed that it ran.

    It sometimes draws the start and the end of a very short run as one.
    """
    page.bring_to_front()
    page.wait_for_timeout(150)
    page.evaluate("event => stopwatch.start(event)", event)
    act()
    try:
        page.wait_for_function("stopwatch.finished !== null", timeout=3000)
    except Error:
        return None
    page.wait_for_timeout(200)  # a run that starts another is not over
    found: list[float] = page.evaluate("stopwatch.times()")
    return found


# -- start-up --------------------------------------------------------------------------------------------------------


def _starts(folder: Path, empty: Path, browser: Browser, starts: int) -> None:
    served: dict[str, list[float]] = {"app": [], "empty": []}
    usable: dict[str, list[float]] = {"app": [], "empty": []}
    for i in range(starts):
        for name, script, button in (("app", ROOT / "app.py", "Begin"), ("empty", empty, "Again")):
            start = time.perf_counter()
            with serving(script, folder / f"start{i}.db") as address:
                served[name].append(time.perf_counter() - start)
                with _page(browser, address) as page:
                    page.get_by_role("button", name=button).wait_for()
                    _settled(page)
                    usable[name].append(time.perf_counter() - start)
    print("\nfrom the start of the process")
    for what, took in (("server answers", served), ("screen can be used", usable)):
        app, bare = median(took["app"]), median(took["empty"])
        print(f"{what:>20}: {_spread(took['app'])}, empty app {_spread(took['empty'])}, ratio {app / bare:.2f}")


def _spread(seconds: list[float]) -> str:
    """Shortest, median and longest."""
    return f"{min(seconds):.2f}/{median(seconds):.2f}/{max(seconds):.2f} s"


if __name__ == "__main__":
    main()
