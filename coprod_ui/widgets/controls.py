"""Widgets that show what the web holds and send an act when a person changes them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import streamlit as st

from coprod_core.acts.command import Command
from coprod_core.acts.history import Act
from coprod_core.acts.with_places import with_places
from coprod_core.checked.errors import CoprodError
from coprod_core.checked.fields import day
from coprod_ui.meeting import current
from coprod_ui.words import current_words, t
from coprod_ui.words.told_apart import told_apart

ActOf = Callable[[Any], Act | None]
"""The act that a new value asks for; None = nothing to do."""


def shown(
    widget: Callable[..., Any],
    label: Any,
    value: Any,
    changed: Callable[[Any], Any],
    *,
    key: str,
    may_be_empty: bool = False,
    **options: Any,
) -> Any:
    """A widget that always shows `value`; `changed` hears what a person makes of it, and nothing else.

    What the browser sends may be older than what was drawn last, or be about a widget that is gone by now; taken for a
    person's wish it would undo what was done elsewhere. So a value that came from elsewhere, or is of another meeting,
    is drawn in a new widget, for which nothing older can speak.
    """
    drawn = st.session_state.setdefault("drawn", {})
    meeting = current.meeting_id()
    now = (value, st.session_state["language"], meeting)
    version, before = drawn.get(key, (1, now))
    drawn[key] = (version if before == now else version + 1, now)
    key_now = widget_key(key)
    if may_be_empty:  # Streamlit lets a person empty only what began empty
        st.session_state[key_now] = value
    first = _first_shown(widget, None if may_be_empty else value, options)
    return widget(label, key=key_now, on_change=_hear, args=(key, key_now, value, meeting, changed), **options, **first)


def widget_key(key: str) -> str:
    """The key under which the widget that was drawn last for `key` stands in the session and on the page."""
    version, _ = st.session_state["drawn"][key]
    return key if version == 1 else f"{key}__{version}"


def _first_shown(widget: Callable[..., Any], value: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    if widget in (st.selectbox, st.radio):
        return {"index": options["options"].index(value) if value in options["options"] else None}
    return {"default" if widget in (st.segmented_control, st.tabs, st.multiselect) else "value": value}


def _hear(key: str, as_drawn: str, value: Any, meeting: str | None, changed: Callable[[Any], Any]) -> None:
    wished = st.session_state[as_drawn]
    if wished == value:
        return
    if widget_key(key) == as_drawn:
        version, (_, *where) = st.session_state["drawn"][key]
        st.session_state["drawn"][key] = (version, (wished, *where))
    if meeting == current.meeting_id():
        changed(wished)
    else:
        with current.on(meeting):
            changed(wished)


def controlled(widget: Callable[..., Any], label: str, value: Any, act_of: ActOf, *, key: str, **options: Any) -> None:
    """A widget that always shows `value`, the web's own, and whose change becomes an act.

    A change that is refused is told, and the widget goes back to what the web holds.
    """
    shown(widget, label, value, lambda wished: do(lambda: act_of(wished)), key=key, **options)


def do(act_of: Callable[[], Act | None]) -> bool:
    """Makes an act and does it, what it adds or seats getting a place; what cannot be made or done is told."""
    loaded = current.stored()
    if loaded is None:
        return False
    try:
        act = act_of()
        if isinstance(act, Command):
            act = with_places(act, loaded.history.web)
    except CoprodError as error:
        current.tell(error)
        return False
    return act is not None and current.send(act)


def pressed(act: Callable[..., object]) -> Callable[..., None]:
    """What to give Streamlit for a press or a choice: it does the act, of whose answer nobody there makes use."""

    def done(*args: Any) -> None:
        act(*args)

    return done


def act_button(label: str, act_of: Callable[[], Act | None], *, key: str, **options: Any) -> None:
    """A button that does an act."""
    st.button(label, key=key, on_click=pressed(do), args=(act_of,), **options)


def text(label: str, value: str, act_of: ActOf, *, key: str, **options: Any) -> None:
    """One line of text."""
    controlled(st.text_input, label, value, act_of, key=key, **options)


def long_text(label: str, value: str, act_of: ActOf, *, key: str, **options: Any) -> None:
    """A few lines of text."""
    controlled(st.text_area, label, value, act_of, key=key, height=options.pop("height", 90), **options)


def number(label: str, value: float | None, act_of: ActOf, *, key: str, **options: Any) -> None:
    """A number shown without decimals it does not need; `may_be_empty`: None shows as empty."""
    settings = {"min_value": 0.0, "step": 1.0, "format": "%g", **options}
    controlled(st.number_input, label, None if value is None else float(value), act_of, key=key, **settings)


def day_of(label: str, value: str, act_of: ActOf, *, key: str, **options: Any) -> None:
    """A day as `2026-03-04` holds it, or none."""
    bounds = {"min_value": date(2000, 1, 1), "max_value": date(2200, 1, 1), "format": "DD-MM-YYYY"}
    controlled(
        st.date_input,
        label,
        day(value),
        lambda chosen: act_of(chosen.isoformat() if isinstance(chosen, date) else ""),
        key=key,
        may_be_empty=True,
        **{**bounds, **options},
    )


def levels(
    label: str, value: float, steps: Sequence[tuple[float, str]], act_of: ActOf, *, key: str, **options: Any
) -> None:
    """A choice among levels that have a word; a value in between has the nearest word and its own number."""
    worded = dict(steps)
    nearest = worded[min(worded, key=lambda level: abs(level - value))]
    between = f"{nearest} ({current_words().number(value)})"
    controlled(
        st.selectbox,
        label,
        float(value),
        act_of,
        key=key,
        options=sorted({*worded, float(value)}),
        format_func=lambda level: worded.get(level, between),
        filter_mode=None,
        **options,
    )


def choice(label: str, value: StrEnum, words: str, act_of: ActOf, *, key: str) -> None:
    """A choice among the members of an enumeration; `words`: the table their words stand in."""
    among(label, value, {option: t(f"{words}.{option}") for option in type(value)}, act_of, key=key)


def among(label: str, value: str, worded: Mapping[Any, str], act_of: ActOf, *, key: str, **options: Any) -> None:
    """A choice among a few things, each in its words."""
    worded = told_apart(worded)
    controlled(
        st.selectbox,
        label,
        value,
        act_of,
        key=key,
        options=list(worded),
        format_func=lambda option: worded.get(option, ""),
        filter_mode=None,
        **options,
    )


def among_in_sight(label: str, value: str, worded: Mapping[Any, str], act_of: ActOf, *, key: str) -> None:
    """The same with every answer in sight; the arrows go from one to the next."""
    worded = told_apart(worded)
    controlled(
        st.radio,
        label,
        value,
        act_of,
        key=key,
        options=list(worded),
        format_func=lambda option: worded.get(option, ""),
        horizontal=True,
    )


def adder(label: str, names: Mapping[str, str], act_of: ActOf, *, key: str) -> None:
    """A choice among things by name; choosing one is the act, after which nothing is chosen again."""
    names = told_apart(names)

    def added() -> Act | None:
        chosen = st.session_state[key]
        st.session_state[key] = None
        return act_of(chosen) if chosen else None

    st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda id_: names.get(id_, ""),
        placeholder=label,
        label_visibility="collapsed",
        key=key,
        disabled=not names,
        on_change=pressed(do),
        args=(added,),
    )


def one_of(label: str, names: Mapping[str, str], *, key: str, first: str | None = None, **options: Any) -> str:
    """Which of several things to look at, by id; `first`, or the first there is, until a person chooses another."""
    key, names = current.of_this(key), told_apart(names)
    if st.session_state.get(key) not in names:
        st.session_state[key] = first or next(iter(names))
    st.selectbox(
        label,
        list(names),
        format_func=lambda id_: names.get(id_, ""),
        key=key,
        persist_state="session",
        **options,
    )
    chosen: str = st.session_state[key]
    return chosen


def one_part(label: str, names: Mapping[str, str], *, key: str) -> str:
    """Which part of a screen to look at, all of them in sight; the first until a person chooses another."""
    return st.segmented_control(
        label,
        list(names),
        format_func=lambda part: names.get(part, ""),
        default=next(iter(names)),
        required=True,
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )


def one_or_none(label: str, names: Mapping[str, str], *, key: str) -> str | None:
    """Which of several further things to look at, all of them in sight; none until a person chooses one, nor after that
    one is pressed again.
    """
    names = told_apart(names)
    chosen: str | None = st.pills(
        label,
        list(names),
        format_func=lambda part: names.get(part, ""),
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )
    return chosen if chosen in names else None
