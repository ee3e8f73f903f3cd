"""Draws the fields of a form; a change becomes an act. The forms of the web itself, the board draws."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import streamlit as st

from coprod_core.web.model import Web
from coprod_ui.forms.fields import Choice, Day, Field, Level, Line, Lines, OneOf, Steps, Switch
from coprod_ui.widgets import controls
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import t

Change = Callable[[str], controls.ActOf]
"""Per name of a field, the act that a new value of it asks for."""

NOT_SAID = -1.0
"""Stands in a list of levels for the answer that is still to be given."""


def draw(fields: Sequence[Field], held: object, change: Change, web: Web, about: str = "", **params: object) -> None:
    """Draws every field with what `held` has of it, one under the other.

    `about`: what the form is about, in the keys of its widgets; `params`: what the labels are filled in with.
    """
    for each in fields:
        field(each, getattr(held, each.name), change, web, about, **params)


def rows(
    fields: Sequence[Sequence[Field]],
    held: object,
    change: Change,
    web: Web,
    about: str = "",
    gap: Literal["small", "large"] = "small",
) -> None:
    """The same in rows, the fields of a row side by side."""
    for row in fields:
        for column, each in zip(st.columns(len(row), gap=gap), row, strict=True):
            with column:
                draw([each], held, change, web, about)


def field(
    each: Field, value: Any, change: Change, web: Web, about: str = "", hint: str | None = None, /, **params: object
) -> None:
    """Draws one field, of a kind that a person is asked for in a sheet: the board draws the others itself. `hint`: what
    stands in grey in a line while nothing is filled in.
    """
    label, act_of = t(each.label, **params), change(each.name)
    key = "_".join(filter(None, (each.key or each.name, about)))
    explained = {"help": t(each.help)} if each.help else {}
    match each:
        case Line():
            controls.text(label, value, act_of, key=key, max_chars=each.longest, placeholder=hint or None, **explained)
            if each.warned:
                privacy_note(value)
        case Lines():
            shown = t(each.placeholder) if each.placeholder else None
            options = {"height": each.height, "placeholder": shown, "max_chars": each.longest, **explained}
            controls.long_text(label, value, act_of, key=key, **options)
            privacy_note(value)
        case Level():
            _level(each, label, value, act_of, web, key=key, **explained)
        case Choice():
            controls.choice(label, value, each.words, act_of, key=key)
        case OneOf():
            named = {"": t(each.none), **{item.id: item.name for item in getattr(web, each.among)}}
            controls.among(label, value, named, act_of, key=key, **explained)
        case Day():
            controls.day_of(label, value, act_of, key=key, **explained)
        case Switch():
            controls.controlled(st.checkbox if each.tick else st.toggle, label, value, act_of, key=key, **explained)


def said(steps: Steps) -> list[tuple[float, str]]:
    """Levels with their words."""
    return [(level, t(key)) for level, key in steps]


def _level(each: Level, label: str, value: Any, act_of: controls.ActOf, web: Web, *, key: str, **options: Any) -> None:
    steps = said(each.levels(web.conventions))
    if not each.may_be_unsaid:
        controls.levels(label, value, steps, act_of, key=key, **options)
        return
    controls.levels(
        label,
        NOT_SAID if value is None else value,
        [(NOT_SAID, t("conditions.not_said")), *steps],
        lambda chosen: act_of(None if chosen == NOT_SAID else chosen),
        key=key,
        **options,
    )
