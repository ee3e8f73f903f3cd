"""How properties are searched, and in what order tests go.

The same examples each time, so that a failing run tells of the change at hand; in the quick lane, which leaves out
what is slow, a quarter of them. New examples: `pytest tests/core --hypothesis-profile=search`, a few times over.
"""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# each of several processes would compile every test and the whole program again
sys.dont_write_bytecode = False

settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", parent=settings.get_profile("same"), max_examples=25)
settings.register_profile("search", parent=settings.get_profile("same"), derandomize=False, print_blob=True)
settings.load_profile("same")

LONG = ("browser", "slow")
"""Marks of what takes long by itself."""


def pytest_configure(config: pytest.Config) -> None:
    if "not slow" in config.getoption("markexpr"):
        settings.load_profile(config.getoption("--hypothesis-profile") or "quick")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The checks of the whole house go first, then the files in which something takes long: no core should wait for one
    of those at the end.
    """
    long = {item.path for item in items if any(item.get_closest_marker(name) for name in LONG)}
    items.sort(key=lambda item: (item.path.name != "test_house.py", item.path not in long))


@pytest.fixture(scope="session", autouse=True)
def nobodys_own_meetings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test comes near the meetings of whoever runs it: where it names no place, things are kept in an empty one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPROD_DATA", str(tmp_path_factory.mktemp("data")))
        yield
