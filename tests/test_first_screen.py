"""What a person waits for who starts the program: no more than the first screen needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LATER = (
    "coprod_core.indicators.overview",
    "coprod_core.workshop",
    "segno",
    "numpy",
    "pandas",
    "pyvis",
    "networkx",
    "scipy",
    "matplotlib",
    "typst",
    "docx",
    "odfdo",
    "openpyxl",
)
"""What a later screen, a report or a file of others needs."""


ANSWERING = "app, coprod_ui.launch.command"
DRAWING = (
    "asyncio; from coprod_ui.served.loading import Loading; loading = Loading(); loading.begin();"
    " asyncio.run(loading.first_screen());"
    " from streamlit.testing.v1 import AppTest;"
    " drawn = AppTest.from_file('coprod_ui/frame.py', default_timeout=60).run(); assert drawn.get_by_key('open_sewer')"
)
MANY = 10_000
"""Things made since the last search: it usually looks through some hundreds, and loading makes far more than this."""

SEARCHES = """
import asyncio, gc
from coprod_ui.served.loading import Loading
loading, searched = Loading(), [0]
gc.callbacks.append(lambda phase, _: searched.append(gc.get_count()[0]))
loading.begin()
asyncio.run(loading.first_screen())
print(max(searched))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("needed", "later"), [(ANSWERING, (*LATER, "sqlalchemy")), (DRAWING, LATER)], ids=["server", "screen"]
)
def test_the_first_screen_does_not_wait_for_what_later_ones_need(
    tmp_path: Path, needed: str, later: tuple[str, ...]
) -> None:
    assert said_by(f"import sys, {needed}; print(*(set({later}) & set(sys.modules)))", tmp_path) == ""


@pytest.mark.slow
def test_the_first_screen_does_not_wait_for_a_search_of_what_can_be_let_go(tmp_path: Path) -> None:
    assert int(said_by(SEARCHES, tmp_path)) < MANY


def said_by(code: str, folder: Path) -> str:
    """What a Python of its own prints, on a database that nobody keeps."""
    database = {**os.environ, "COPROD_DATABASE_URL": f"sqlite:///{folder}/meetings.db"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=database, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
