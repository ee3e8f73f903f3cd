"""Phones and a facilitator on the real routes, behind the real door, on a database of this test's own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from coprod_core.store.live_values import LiveMeeting
from coprod_core.web.model import Actor, Interest, Stake, Web
from coprod_ui.meeting import current, live
from coprod_ui.served.phone import access, door, login
from coprod_ui.served.server import MIDDLEWARE, ROUTES
from tests.phone.visitors import OpenPhone, Phone


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this test keeps its meetings; limits start unspent."""
    file = tmp_path / "meetings.db"
    monkeypatch.setenv("COPROD_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.delenv("COPROD_FACILITATOR_SECRET", raising=False)
    for room, name in ((access, "WRONG_CODES"), (access, "PHONE"), (login, "TRIES"), (door, "MADE_UP")):
        monkeypatch.setattr(room, name, replace(getattr(room, name), per_second=0))
    access.inside().forget_all()
    current.let_go_of_store()
    yield file
    current.let_go_of_store()


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
