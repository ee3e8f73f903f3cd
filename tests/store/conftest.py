"""Real databases: SQLite in a temporary folder, and PostgreSQL too where COPROD_TEST_POSTGRES_URL names a server."""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Web

POSTGRES = os.environ.get("COPROD_TEST_POSTGRES_URL")

OpenStore = Callable[[], Store]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "meetings.db"


@pytest.fixture(params=["sqlite", *(["postgres"] if POSTGRES else [])])
def url(request: pytest.FixtureRequest, file: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{file}"
        return
    name = f"belangenweb_{uuid.uuid4().hex}"
    server = create_engine(make_url(POSTGRES or ""), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_url(POSTGRES or "").set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def open_store(url: str) -> Iterator[OpenStore]:
    """Opens the database once more, as another process or a restart would."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(closing(Store(url)))


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    return open_store()


@pytest.fixture
def web() -> Web:
    return Web(
        title="Riool en fundering",
        actors=(Actor("street", "De straat", "citizens", people=80), Actor("water", "Waterschap", "own_organisation")),
        interests=(Interest("dry", "Droge kelder"),),
    )
