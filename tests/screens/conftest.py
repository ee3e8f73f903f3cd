"""The app on a database of its own for every test: with a case open, with a small web, or with nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coprod_core.placing.layout import placed
from coprod_core.store.store import Store
from coprod_core.web.model import Web
from coprod_ui.examples.cases import cases
from coprod_ui.meeting import current
from tests.browser import drawn_webs
from tests.screens.window import Window

OpenWindow = Callable[..., Window]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents and "database" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.screen)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the app keeps its meetings: a file of this test's own, opened when first asked for."""
    file = tmp_path / "meetings.db"
    monkeypatch.setenv("COPROD_DATABASE_URL", f"sqlite:///{file}")
    current.let_go_of_store()
    yield file
    current.let_go_of_store()


@pytest.fixture
def store(database: Path) -> Store:
    """The store the app itself uses."""
    return current.store()


@pytest.fixture
def small_web() -> Web:
    """One of everything: a group at the table and one outside, two organisations, three interests, a plan, a rule."""
    return placed(drawn_webs.small())


@pytest.fixture
def small(store: Store, small_web: Web) -> Window:
    """A window on Web, with the small web open."""
    return Window(store.begin(small_web))


@pytest.fixture
def empty(store: Store) -> Window:
    """A window on Web, with a meeting in which nothing stands yet."""
    return Window(store.begin(Web(title="Leeg")))


@pytest.fixture
def open_case(store: Store) -> OpenWindow:
    """Opens a case by its name, in a language, on a screen."""

    def opened(name: str, language: str = "nl", screen: str = "web") -> Window:
        web = next(case.web for case in cases(language) if case.name == name)
        return Window(store.begin(placed(web)), language, screen)

    return opened


@pytest.fixture
def open_web(store: Store) -> OpenWindow:
    """Opens a web in a meeting of its own."""

    def opened(web: Web, language: str = "nl", screen: str = "web") -> Window:
        return Window(store.begin(web), language, screen)

    return opened
