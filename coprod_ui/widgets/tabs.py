"""Tabs of which only the open one is drawn, and that stay on the same subject when the language changes."""

from collections.abc import Iterator, Mapping

import streamlit as st


def open_tab(name: str, labels: Mapping[str, str], asked: str | None = None) -> Iterator[str]:
    """Draws a tab per label and yields the one that is open, to be drawn within. `labels` by what they stand for.

    `name`: where the session keeps what is open; `asked`: what a link asks to open, after which the tab is the
    person's own again.
    """
    if asked in labels:
        st.session_state[name] = asked
    first = next(iter(labels))
    chosen = st.session_state.setdefault(name, first)
    shown = labels.get(chosen, labels[first])
    key = f"{name}_tab"
    if st.session_state.get(key) != shown:
        st.session_state[key] = shown
    tabs = st.tabs(list(labels.values()), key=key, on_change=_remember, args=(name, labels))
    for subject, tab in zip(labels, tabs, strict=True):
        if tab.open:
            with tab:
                yield subject


def _remember(name: str, labels: Mapping[str, str]) -> None:
    chosen = st.session_state[f"{name}_tab"]
    st.session_state[name] = next((subject for subject, label in labels.items() if label == chosen), next(iter(labels)))
