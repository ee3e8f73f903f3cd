"""Starting the dashboard, from any folder, with our own settings."""

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from streamlit.web import cli

from coprod_core import places
from coprod_core.files.organisation import put_ready
from coprod_ui.served.settings import AT_HOME

THIS_MACHINE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class How:
    """How to start. `port`: None for the first that is free; `browser`: open one; `phones`: let them in."""

    port: int | None = None
    browser: bool = True
    phones: bool = True

    def flags(self) -> list[str]:
        """As Streamlit is told on its command line, where nothing overrules it."""
        told = {name: str(value).lower() if isinstance(value, bool) else value for name, value in AT_HOME.items()}
        told["server.headless"] = str(not self.browser).lower()
        if self.port is not None:
            told["server.port"] = self.port
        if not self.phones:
            told["server.address"] = THIS_MACHINE
        return [f"--{name}={value}" for name, value in told.items()]


def start(how: How) -> int:
    """Starts the dashboard on what this person keeps, and returns when it is stopped."""
    put_ready()
    return _serve(how)


def _serve(how: How) -> int:
    with _stopping_in_order():
        cli.main(["run", str(places.shipped("app.py")), *how.flags()], prog_name="streamlit", standalone_mode=False)
    return 0


def demo(how: How) -> int:
    """Starts it on a database that nobody keeps."""
    with tempfile.TemporaryDirectory(prefix="belangenweb-") as folder:
        os.environ["COPROD_DATABASE_URL"] = f"sqlite:///{Path(folder).as_posix()}/demo.db"
        print("Demo: what you do is gone when you stop.")
        try:
            return _serve(how)
        finally:
            from coprod_ui.meeting import current  # loaded by now, and not needed before the server answers

            current.let_go_of_store()


@contextmanager
def _stopping_in_order() -> Iterator[None]:
    """Stopped by another program or by hand, this ends as a program that is done: what must be tidied up is."""
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(_number: int, _frame: Any) -> NoReturn:
    sys.exit(0)
