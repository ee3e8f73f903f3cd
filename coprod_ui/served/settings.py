"""What Streamlit is told in code so that no request leaves this machine, whatever settings it found in files or not."""

from collections.abc import Mapping
from typing import Any

from streamlit import config

AT_HOME: Mapping[str, Any] = {
    "browser.gatherUsageStats": False,
    "browser.serverAddress": "localhost",
    "server.showEmailPrompt": False,
    "server.enableAgentApi": False,
}
"""No usage statistics, no question for an e-mail address, no door for programs of others; and an address that is given,
because without one Streamlit asks the internet for this machine's own."""

_OTHER_IS_FINE = frozenset({"browser.serverAddress"})
"""Where any answer will do, as long as there is one."""


def stay_at_home() -> None:
    """Holds Streamlit to `AT_HOME`, now and whenever it reads its settings anew."""
    _tell()
    config.on_config_parsed(_tell, force_connect=True)


def leading_out() -> tuple[str, ...]:
    """The settings by which a request could leave this machine; none once it was told to stay."""
    return tuple(name for name, value in AT_HOME.items() if not _holds(name, value))


def _tell() -> None:
    for name in leading_out():
        config.set_option(name, AT_HOME[name])


def _holds(name: str, value: Any) -> bool:
    if name in _OTHER_IS_FINE:
        return config.is_manually_set(name)
    return bool(config.get_option(name) == value)
