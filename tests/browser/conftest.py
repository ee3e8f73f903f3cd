"""A real browser on a real server, both on this machine; nothing may leave it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from asked import WATCHING
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from servers import ROOT, Server, kept_port, serving
from windows import window_in

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chrome",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
PATIENCE = 60_000  # milliseconds: only how long a failure takes to show
LOCAL = frozenset({"127.0.0.1", "localhost"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of an installed Chromium, Chrome or Edge; without one these tests are skipped, or fail when required."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    found = found or next((path for path in PLACES if Path(path).exists()), None)
    if found:
        return found
    message = f"no Chromium, Chrome or Edge is installed (looked for {', '.join(NAMES)})"
    if os.environ.get("COPROD_REQUIRE_BROWSER") == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Starts an app on a server of its own, with an empty database, for the rest of the session; gives its address."""
    with ExitStack() as servers:

        def start(script: Path) -> str:
            return servers.enter_context(serving(script, tmp_path_factory.mktemp("server") / "meetings.db")).address

        yield start


@pytest.fixture(scope="session")
def port() -> int:
    """Where the app of one module after the other answers: a browser need not compile the same scripts again."""
    return kept_port()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Server]:
    """The whole app, as `streamlit run app.py` starts it, with an empty database."""
    with serving(ROOT / "app.py", tmp_path_factory.mktemp("app") / "meetings.db", port) as started:
        yield started


Context = tuple[tuple[int, int], str, str, bool]


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[[Context], BrowserContext]]:
    """One context for everyone with the same window, language, colours and touch: what it fetched once, it keeps."""
    with ExitStack() as opened:
        known: dict[Context, BrowserContext] = {}

        def context(wanted: Context) -> BrowserContext:
            if wanted not in known:
                (width, height), locale, scheme, touch = wanted
                known[wanted] = browser.new_context(
                    viewport={"width": width, "height": height},
                    locale=locale,
                    color_scheme=scheme,  # type: ignore[arg-type]
                    has_touch=touch,
                )
                known[wanted].set_default_timeout(PATIENCE)
                known[wanted].add_init_script(f"({WATCHING})()")
                opened.callback(known[wanted].close)
                _stay_warm(known[wanted])
            return known[wanted]

        yield context


def _stay_warm(context: BrowserContext) -> None:
    """Keeps an empty page of this machine open: the process of a site, and all it has compiled, ends with its last."""
    keeper = context.new_page()
    keeper.route("**", lambda route: route.fulfill(body="", content_type="text/html"))
    keeper.goto("http://127.0.0.1/")


@pytest.fixture
def page(contexts: Callable[[Context], BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Opens pages: `page(viewport=(1280, 720), locale="nl-NL", scheme="light", touch=False)`.

    Requests that would leave this machine get no further than its border, and fail the test; so do errors in the
    page's own code.
    """
    left: list[str] = []
    errors: list[str] = []

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.hostname not in LOCAL and address.scheme not in ("data", "blob", "file"):
            left.append(request.url)

    with ExitStack() as pages:

        def open_page(
            viewport: tuple[int, int] = (1280, 720), locale: str = "nl-NL", scheme: str = "light", touch: bool = False
        ) -> Page:
            context = contexts((viewport, locale, scheme, touch))
            alone = len(context.pages) == 1  # with the page that keeps it warm, and may stand behind
            opened = context.new_page() if alone else window_in(context)
            pages.callback(opened.close)
            opened.on("request", note)
            opened.on("pageerror", lambda error: errors.append(f"{error}\n{error.stack}"))
            return opened

        yield open_page
    assert left == [], "requests that would leave this machine"
    assert errors == [], "errors in the page"
