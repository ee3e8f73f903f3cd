"""What went wrong, as a sentence: what happened, what was kept, what to do."""

from typing import Any

import streamlit as st

from coprod_core.errors import Fault
from coprod_core.fault_text import printable
from coprod_ui import current
from coprod_ui.words import current_words, literal, t

LONGEST_QUOTED = 80


def sentence(code: str, params: dict[str, Any]) -> str:
    """The sentence of an error's code; a person's words in it stand as plain text."""
    words = current_words()
    key = f"errors.{code}"
    if key not in words:
        return words("errors.unexpected", code=literal(code))
    shown = {name: _shown(value) for name, value in params.items()}
    try:
        return words(key, **shown)
    except KeyError:
        return words("errors.unexpected", code=literal(code))


def fault_sentence(fault: Fault) -> str:
    """What is wrong in a file, and where."""
    said = sentence(fault.code, dict(fault.params))
    return t("errors.at", place=_quoted(fault.place), sentence=said) if fault.place else said


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_shown(item) for item in value)
    if isinstance(value, float):
        return current_words().count(value)
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """Words from outside as Markdown any screen can show, however odd they are, and not too many of them."""
    return literal(printable(text, LONGEST_QUOTED))


def show() -> None:
    """Shows what there is to tell, until the next act."""
    with st.container(key="messages"):
        for code, params in current.messages():
            st.warning(sentence(code, params), icon=":material/info:")
