"""What a person waits for who starts the program: no more than the first screen needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LATER = ("pandas", "pyvis", "networkx", "scipy", "matplotlib", "typst", "docx", "odfdo", "openpyxl")
"""What a later screen, a report or a file of others needs."""


ANSWERING = "app, coprod_ui.launch.command"
DRAWING = (
    "asyncio; from coprod_ui.served.loading import Loading; loading = Loading(); loading.begin();"
    " asyncio.run(loading.first_screen())"
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("needed", "later"), [(ANSWERING, (*LATER, "sqlalchemy", "numpy")), (DRAWING, LATER)], ids=["server", "screen"]
)
def test_the_first_screen_does_not_wait_for_what_later_ones_need(
    tmp_path: Path, needed: str, later: tuple[str, ...]
) -> None:
    asked = f"import sys, {needed}; print(*(set({later}) & set(sys.modules)))"
    database = {**os.environ, "COPROD_DATABASE_URL": f"sqlite:///{tmp_path}/meetings.db"}
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env=database, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
