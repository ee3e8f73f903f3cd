"""Phones and a facilitator on the real routes, behind the real door, on a database of this test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from coprod_core.model import Actor, Interest, Stake, Web
from coprod_core.store import LiveMeeting
from coprod_ui import current, live
from coprod_ui.phone import login, routes
from coprod_ui.phone.limits import Limit
from coprod_ui.server import MIDDLEWARE, ROUTES
from tests.phone.visitors import OpenPhone, Phone


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this test keeps its meetings; limits start unspent."""
    file = tmp_path / "meetings.db"
    monkeypatch.setenv("COPROD_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.delenv("COPROD_FACILITATOR_SECRET", raising=False)
    monkeypatch.setattr(routes, "wrong_codes", Limit(burst=20, per_second=0))
    monkeypatch.setattr(routes, "per_phone", Limit(burst=60, per_second=0))
    monkeypatch.setattr(login, "tries", Limit(burst=5, per_second=0))
    current.store.cache_clear()
    yield file
    current.store().close()
    current.store.cache_clear()


@pytest.fixture
def web() -> Web:
    return Web(
        title="Nieuw riool",
        actors=(
            Actor("street", "De straat", "citizens", people=60, seats=6),
            Actor("piles", "Bewoners met rotte palen", "citizens", people=80),
        ),
        interests=(Interest("dry", "Droge kelder"), Interest("sound", "<b>Stevige</b> fundering")),
        stakes=(Stake("street", "dry", 1.0), Stake("piles", "sound", 0.4, -1.0)),
    )


@pytest.fixture
def meeting(web: Web) -> str:
    """A meeting that phones can join."""
    opened = current.store().begin(web)
    live.open_meeting(opened)
    return opened


@pytest.fixture
def open_now(meeting: str) -> LiveMeeting:
    found = live.status(meeting)
    assert found is not None
    return found


@pytest.fixture
def open_round(meeting: str, web: Web) -> Callable[..., int]:
    def opened(**how: Any) -> int:
        asked = {"interests": ["dry", "sound"], "groups": ["street", "piles"], **how}
        return live.open_round(meeting, web, "Wat vindt u van het riool?", **asked)

    return opened


@pytest.fixture
def app() -> Starlette:
    return Starlette(routes=ROUTES, middleware=MIDDLEWARE)


@pytest.fixture
def phone(app: Starlette) -> OpenPhone:
    """A phone that has not joined yet; each has an address of its own."""
    made: list[Phone] = []

    def opened(**how: Any) -> Phone:
        made.append(Phone(app, f"192.168.1.{100 + len(made)}", **how))
        return made[-1]

    return opened
