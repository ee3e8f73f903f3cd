"""What went wrong, as a sentence: what happened, what was kept, what to do."""

from collections.abc import Mapping
from typing import Any

from coprod_core.files.fault_text import printable
from coprod_ui.words import Words, literal

LONGEST_QUOTED = 80


def error(code: str, params: Mapping[str, Any], words: Words) -> str:
    """The sentence of an error's code; a person's words in it stand as plain text."""
    key = f"errors.{code}"
    if key not in words:
        return words("errors.unexpected", code=literal(code))
    try:
        return words(key, **{name: _shown(value, words) for name, value in params.items()})
    except KeyError:
        return words("errors.unexpected", code=literal(code))


def quoted(text: str) -> str:
    """Words from outside as Markdown any screen can show, however odd they are, and not too many of them."""
    return literal(printable(text, LONGEST_QUOTED))


def _shown(value: Any, words: Words) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_shown(item, words) for item in value)
    if isinstance(value, float):
        return words.count(value)
    return quoted(str(value))
