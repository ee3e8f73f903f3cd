"""What a person is writing and has not kept: the one place where words live that are not on record.

A draft belongs to one meeting, or to none where a meeting is yet to begin, and is of one kind. Its record is a random
id, made when the draft begins and never used again, so that no widget can show what was written in another.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import streamlit as st

from coprod_ui.meeting import current
from coprod_ui.words.told_apart import told_apart

NO_MEETING = ""
"""The meeting of what is written before a meeting begins."""

_DRAFTS = "drafts"
_Id = tuple[str, str, str]


@dataclass
class _Written:
    """What stands in a draft: `about` what it is, its fields, and whether a person wrote anything in it yet."""

    about: str
    fields: dict[str, Any] = field(default_factory=dict)
    by_hand: bool = False


def _drafts() -> dict[_Id, _Written]:
    """Every draft of this window, by meeting, kind and record."""
    held: dict[_Id, _Written] = st.session_state.setdefault(_DRAFTS, {})
    return held


@dataclass(frozen=True)
class Draft:
    """One draft, by where it stands. One that was kept or dropped reads as empty, and takes nothing in any more."""

    meeting: str
    kind: str
    record: str

    @property
    def prefix(self) -> str:
        """What the keys of all its widgets begin with, and of no others."""
        return f"draft:{self.meeting}:{self.kind}:{self.record}:"

    @property
    def by_hand(self) -> bool:
        """Whether a person wrote or chose anything in it."""
        written = self._written
        return written is not None and written.by_hand

    @property
    def _written(self) -> _Written | None:
        return _drafts().get((self.meeting, self.kind, self.record))

    def key(self, name: str) -> str:
        """The key of the widget of one field."""
        return f"{self.prefix}{name}"

    def get(self, name: str, otherwise: Any = None) -> Any:
        """What stands in a field now; `otherwise` while nothing does."""
        if self.key(name) in st.session_state:
            return st.session_state[self.key(name)]
        written = self._written
        return otherwise if written is None else written.fields.get(name, otherwise)

    def text(self, name: str) -> str:
        """What stands in a text field, without white space round it."""
        return str(self.get(name) or "").strip()

    def put(self, **said: Any) -> None:
        """Fills fields in, before their widgets are drawn."""
        written = self._written
        if written is None:
            return
        written.fields.update(said)
        for name in said:
            st.session_state.pop(self.key(name), None)

    def field(
        self,
        widget: Callable[..., Any],
        label: str,
        name: str,
        first: Any = "",
        *,
        in_form: bool = False,
        then: Callable[[], object] | None = None,
        **options: Any,
    ) -> Any:
        """Draws the widget of a field, `first` in it until a person writes; returns what stands in it.

        `in_form`: it is heard when its form is sent. `then`: what else to do once a person changed it.
        """
        key = self.key(name)
        if key not in st.session_state:
            st.session_state[key] = self.get(name, first)
        heard = {} if in_form else {"on_change": self._hear, "args": (name, then)}
        return widget(label, key=key, **heard, **options)

    def choice(
        self,
        widget: Callable[..., Any],
        label: str,
        names: Mapping[Any, str],
        name: str,
        first: Any = None,
        **options: Any,
    ) -> Any:
        """Draws a choice of one among things by their names; what is gone meanwhile is chosen no longer."""
        names = told_apart(names)
        if self.get(name) not in names:
            self.put(**{name: next(iter(names), None) if first is None else first})
        return self.field(
            widget, label, name, options=list(names), format_func=lambda id_: names.get(id_, ""), **options
        )

    def choices(
        self, label: str, names: Mapping[str, str], name: str, first: Sequence[str] = (), **options: Any
    ) -> Any:
        """Draws a choice of several; what is gone meanwhile falls away."""
        names = told_apart(names)
        chosen = list(self.get(name, first))
        left = [id_ for id_ in chosen if id_ in names]
        if left != chosen:
            self.put(**{name: left})
        return self.field(
            st.multiselect,
            label,
            name,
            left,
            options=list(names),
            format_func=lambda id_: names.get(id_, ""),
            **options,
        )

    def _hear(self, name: str, then: Callable[[], object] | None) -> None:
        written = self._written
        if written is None:
            return
        written.fields[name] = st.session_state[self.key(name)]
        written.by_hand = True
        if then is not None:
            then()

    def close(self) -> None:
        """Lets go of the draft, kept or dropped, and of everything its widgets hold."""
        _drafts().pop((self.meeting, self.kind, self.record), None)
        for key in [key for key in st.session_state if str(key).startswith(self.prefix)]:
            del st.session_state[key]


def begin(kind: str, about: str = "", meeting: str | None = None, **said: Any) -> Draft:
    """Begins a draft with some fields filled in, in the place of one of this kind about the same."""
    earlier = find(kind, about, meeting)
    if earlier is not None:
        earlier.close()
    draft = Draft(_meeting(meeting), kind, uuid4().hex)
    _drafts()[draft.meeting, draft.kind, draft.record] = _Written(about, dict(said))
    return draft


def find(kind: str, about: str = "", meeting: str | None = None) -> Draft | None:
    """The draft of a kind that is being written in this window; None when none is. `about`: what it is about."""
    wanted = _meeting(meeting), kind
    for (whose, of_kind, record), written in _drafts().items():
        if (whose, of_kind) == wanted and written.about == about:
            return Draft(whose, of_kind, record)
    return None


def of(kind: str, about: str = "", meeting: str | None = None) -> Draft:
    """The draft of a kind for a form that always stands open: the one being written, else a new one."""
    return find(kind, about, meeting) or begin(kind, about, meeting)


def _meeting(meeting: str | None) -> str:
    return (current.meeting_id() or NO_MEETING) if meeting is None else meeting


def forget(meeting: str) -> None:
    """Lets go of every draft of a meeting in this window."""
    for draft in [Draft(*id_) for id_ in _drafts() if id_[0] == meeting]:
        draft.close()


def forget_erased() -> None:
    """Lets go of the drafts of meetings that were thrown away, in whichever window."""
    for meeting in {whose for whose, _, _ in _drafts()} - {NO_MEETING}:
        if not current.exists(meeting):
            forget(meeting)
