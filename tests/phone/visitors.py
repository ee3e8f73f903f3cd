"""Who comes to the door."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_ui.meeting.addresses import HOME

Outcome = TypeVar("Outcome")

LAN = "192.168.1.20"
"""The laptop's own address in these tests."""


class Phone:
    """A browser on the local network."""

    def __init__(self, app: Starlette, address: str, host: str = LAN, language: str = "nl") -> None:
        self.client = TestClient(
            app,
            base_url=f"http://{host}:8501",
            client=(address, 40000),
            headers={"accept-language": language},
            follow_redirects=True,
        )

    def get(self, path: str = "") -> Any:
        return self.client.get(f"{HOME}{path}")

    def post(self, what: str, **form: Any) -> Any:
        origin = {"origin": str(self.client.base_url).rstrip("/")}
        return self.client.post(f"{HOME}/{what}", data=form, headers=origin)

    def join(self, code: str, language: str = "nl") -> "Phone":
        assert self.get(f"/{code}").status_code == 200
        assert self.post("join", code=code, language=language).status_code == 200
        return self

    def answer(self, number: int, interest: str, weight: str, wants: str = "yes") -> Any:
        return self.post("answer", round=number, interest=interest, weight=weight, wants=wants)


OpenPhone = Callable[..., Phone]
OpenRound = Callable[..., int]


def run(coroutine: Coroutine[Any, Any, Outcome]) -> Outcome:
    """Runs it in a thread of its own: browser tests in the same run leave a loop behind in the main one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, coroutine).result()
