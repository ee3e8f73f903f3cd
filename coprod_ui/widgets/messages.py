"""What went wrong, told on a screen."""

from typing import Any

import streamlit as st

from coprod_core.checked.errors import Fault
from coprod_ui.meeting import current
from coprod_ui.sentences import errors
from coprod_ui.words import current_words, t


def sentence(code: str, params: dict[str, Any]) -> str:
    """The sentence of an error's code, in the language of this session."""
    return errors.error(code, params, current_words())


def fault_sentence(fault: Fault) -> str:
    """What is wrong in a file, and where."""
    said = sentence(fault.code, dict(fault.params))
    return t("errors.at", place=errors.quoted(fault.place), sentence=said) if fault.place else said


def show() -> None:
    """Shows what there is to tell, until the next act."""
    with st.container(key="messages"):
        for code, params in current.messages():
            st.warning(sentence(code, params), icon=":material/info:")
