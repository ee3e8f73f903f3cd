"""Names from files: as they stand on one line here, and whether two of them look the same to a person."""

import re
import unicodedata

from coprod_core.checked.fields import HIDDEN, LONGEST_NAME

_HIDDEN = re.compile(f"[{HIDDEN}\ud800-\udfff]")


def clean(name: str) -> str:
    """A name as it can stand on one line, its accents on their letters."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", " ".join(name.split())))[:LONGEST_NAME].strip()


def shown(text: str) -> str:
    """A text of several lines without what cannot be shown."""
    return _HIDDEN.sub("", text)


def alike(name: str) -> str:
    """The same text for all names that look the same: capitals, spaces, invisible signs, ways to write an accent."""
    plain = unicodedata.normalize("NFKC", name)
    seen = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", " ".join(seen.split()).casefold())
