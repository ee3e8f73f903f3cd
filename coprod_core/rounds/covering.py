"""Which answers in people's own words are covered until a person wants to see them."""

import re
from collections.abc import Collection

from coprod_core.web.privacy import personal_data_hints


def covered(words: str, listed: Collection[str]) -> bool:
    """Whether words seem to point at one person, or hold a word or a name of a list, as a whole and in any capitals.

    A name that is in no list and stands by itself is not recognised: only a person can.
    """
    return bool(personal_data_hints(words)) or any(_holds(words, each) for each in listed)


def _holds(words: str, listed: str) -> bool:
    said, sought = (" ".join(text.casefold().split()) for text in (words, listed))
    return bool(sought) and re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", said) is not None
