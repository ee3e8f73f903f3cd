"""At which addresses the screens stand."""

from functools import cache

from coprod_core import places


def is_screen(path: str) -> bool:
    """Whether a screen stands at this path of an address; Start stands at the empty one, and under its own name too."""
    return path.strip("/") in _screens()


@cache
def _screens() -> frozenset[str]:
    return frozenset({"", *(script.stem for script in places.shipped("pages").glob("*.py"))})
