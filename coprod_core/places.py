"""Where things stand: what comes with the product, and what a person makes with it.

In a checkout everything stands at its top. In a wheel it stands under the one folder that the wheel adds for it, and
what a person makes goes to their own folder for data: where programs stand may be read only, and an upgrade empties it.
"""

import os
from pathlib import Path

from platformdirs import user_data_path

NAME = "belangenweb"
"""The name of the product in folders and commands."""

_TOP = Path(__file__).parents[1]
_WHEEL = _TOP / NAME


def shipped(*parts: str) -> Path:
    """A file or folder that comes with the product, by its place in a checkout: `shipped("data", "cases")`."""
    return (_WHEEL if installed() else _TOP).joinpath(*parts)


def made() -> Path:
    """The folder for what a person makes: COPROD_DATA, else `data` in a checkout, else their own for data.

    It may not be there yet.
    """
    if given := os.environ.get("COPROD_DATA"):
        return Path(given)
    return user_data_path(NAME, appauthor=False) if installed() else _TOP / "data"


def installed() -> bool:
    """Whether this runs from an installed wheel, and not from a checkout."""
    return (_WHEEL / "app.py").exists()
