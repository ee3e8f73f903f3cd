"""The app on a database of its own for every test: with a case open, with a small web, or with nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coprod_core.model import Actor, Interest, Option, Relation, Rule, Stake, Web
from coprod_core.store import Store
from coprod_ui import current
from coprod_ui.cases import cases
from coprod_ui.web_editor import placed
from tests.screens.window import Window

OpenWindow = Callable[..., Window]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the app keeps its meetings: a file of this test's own, opened when first asked for."""
    file = tmp_path / "meetings.db"
    monkeypatch.setenv("COPROD_DATABASE_URL", f"sqlite:///{file}")
    current.store.cache_clear()
    yield file
    if current.store.cache_info().currsize:
        current.store().close()
    current.store.cache_clear()


@pytest.fixture
def store(database: Path) -> Store:
    """The store the app itself uses."""
    return current.store()


@pytest.fixture
def small_web() -> Web:
    """One of everything: a group at the table and one outside, two organisations, three interests, a plan, a rule."""
    return placed(
        Web(
            title="Nieuw riool",
            actors=(
                Actor("street", "De straat", "citizens", people=60, seats=6),
                Actor("piles", "Bewoners met rotte palen", "citizens", people=80),
                Actor("water", "Waterschap", "other_organisation", seats=1),
                Actor("city", "Gemeente", "own_organisation"),
            ),
            interests=(
                Interest("dry", "Droge kelder"),
                Interest("sound", "Stevige fundering"),
                Interest("green", "Groen"),
            ),
            stakes=(
                Stake("street", "dry", 1.0),
                Stake("piles", "sound", 1.0),
                Stake("piles", "dry", 0.4, -1.0),
                Stake("water", "dry", 0.4),
            ),
            relations=(Relation("dry", "sound", -0.5),),
            options=(Option("pump", "Pomp", 0.7, {"dry": 1.0, "sound": -0.5}),),
            rules=(Rule("level", "Peilbesluit", 0.6, 0.1, {"sound": 0.6}, {"dry": 0.3}),),
        )
    )


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
