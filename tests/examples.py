"""With how many examples a property is tried."""

from hypothesis import settings


def examples(percent: int) -> settings:
    """So many for every hundred of this run: a whole run draws a hundred, the quick lane fewer (tests/conftest.py)."""
    return settings(max_examples=max(1, settings().max_examples * percent // 100))
