"""No request leaves the machine, also where no settings file is found and whatever the settings there say."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config

from coprod_ui.launch.run import How
from coprod_ui.served import server, settings
from tests.phone.visitors import run

ROOT = Path(__file__).parents[1]

ASKS = """
import json, app
from streamlit import config
from coprod_ui.served.settings import AT_HOME, leading_out
found = [{name: config.get_option(name) for name in AT_HOME}]
config.get_config_options(force_reparse=True)  # as when a settings file changes
found.append({name: config.get_option(name) for name in AT_HOME})
print(json.dumps([*found, leading_out()]))
"""


@pytest.mark.slow
def test_another_server_that_imports_the_app_in_another_folder_stays_at_home(tmp_path: Path) -> None:
    """As `uvicorn app:app` does; the settings of the folder and of the environment ask to send."""
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[browser]\ngatherUsageStats = true\n", "utf-8")
    asking = {"PYTHONPATH": str(ROOT), "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "true", "HOME": str(tmp_path)}
    command = [sys.executable, "-c", ASKS]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **asking}, capture_output=True, text=True, check=True
    )
    before, after, leading_out = json.loads(done.stdout)
    assert before == after == dict(settings.AT_HOME)
    assert leading_out == []


@pytest.mark.parametrize("name", settings.AT_HOME)
def test_the_command_tells_streamlit_so_where_nothing_overrules_it(name: str) -> None:
    told = dict(flag.removeprefix("--").split("=") for flag in How().flags())
    assert told[name].lower() == str(settings.AT_HOME[name]).lower()


def test_the_command_lets_no_phones_in_when_asked_not_to() -> None:
    assert "--server.address=127.0.0.1" in How(phones=False).flags()
    assert not [flag for flag in How().flags() if flag.startswith("--server.address")]


def test_a_server_that_could_send_does_not_start() -> None:
    held = config.get_option("browser.gatherUsageStats")
    config.set_option("browser.gatherUsageStats", True)
    try:
        with pytest.raises(RuntimeError, match=r"browser\.gatherUsageStats"):
            run(server.warm_up(None).__aenter__())
    finally:
        config.set_option("browser.gatherUsageStats", held)
