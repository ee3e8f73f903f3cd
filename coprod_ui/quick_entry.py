"""The one-line entry, as fast as people talk: a preview while typing, Enter does it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import streamlit as st

from coprod_core.commands import Command
from coprod_core.errors import CoprodError
from coprod_core.history import Act, History, usual_seats
from coprod_core.ids import new_id
from coprod_core.model import Web
from coprod_core.store import Origin
from coprod_ui import current, messages, quick_line, web_editor
from coprod_ui.controls import weight_steps
from coprod_ui.words import Words, current_words, literal, t

_HERE = Path(__file__).parent
_entry = st.components.v2.component(
    "belangenweb_quick_entry",
    html='<input type="text" maxlength="2000" autocomplete="off">',
    css=(_HERE / "quick_entry.css").read_text("utf-8"),
    js=(_HERE / "quick_entry.js").read_text("utf-8"),
)


def _key() -> str:
    """One per meeting, so that lines never cross from one meeting into another."""
    return f"quick_entry_{current.meeting_id()}"


def _sent() -> list[tuple[Origin, str]]:
    state, sent = st.session_state.get(_key()), []
    typed = state.get("lines") if isinstance(state, Mapping) else None
    for line in typed if isinstance(typed, (list, tuple)) else ():
        if isinstance(line, Mapping) and isinstance(line.get("text"), str):
            with suppress(CoprodError):
                sent.append((Origin(line.get("client"), line.get("seq")), line["text"]))  # type: ignore[arg-type]
    return sent


def lines() -> Iterator[tuple[Origin, Callable[[History], Act]]]:
    """The lines that were entered, each to be made into an act against the web as it then is."""
    for origin, text in _sent():
        yield origin, lambda history, text=text: act_of(text, history)


def act_of(text: str, history: History) -> Command:
    """The act a line asks for. Raises `QuickLineError`, or what the act itself raises."""
    web = history.web
    line = quick_line.parse(text, web.conventions.weights)
    return web_editor.with_places(quick_line.commands(line, web, new_id, usual_seats(web)), web)


def preview_sentence(text: str, web: Web, words: Words) -> str:
    """What a line will do, or what keeps it from being done, as Markdown."""
    try:
        preview = quick_line.preview(quick_line.parse(text, web.conventions.weights), web, usual_seats(web))
    except CoprodError as error:
        return messages.sentence(error.code, error.params)
    parts = [words("quick.new_party" if preview.new_party else "quick.known_party", name=literal(preview.party))]
    if preview.people is not None:
        parts.append(words.plural("quick.people", preview.people))
    if preview.seats is not None:
        parts.append(words.plural("quick.seats", preview.seats))
    parts += [_stake_words(stake, web, words) for stake in preview.stakes]
    return words("quick.preview", what="; ".join(parts))


def _stake_words(stake: quick_line.PreviewedStake, web: Web, words: Words) -> str:
    level = next(word for weight, word in weight_steps(web.conventions) if weight == stake.weight)
    side = words("positions.for" if stake.position > 0 else "positions.against")
    key = "quick.new_interest" if stake.new_interest else "quick.known_interest"
    return words(key, name=literal(stake.interest), weight=level, side=side)


@st.fragment
def quick_entry(web: Web, acknowledged: Mapping[str, int], otherwise: str) -> None:
    """Draws the entry and, under it, what the line will do to the web; `otherwise` stands there with no line typed."""
    if any(origin.seq > acknowledged.get(origin.client, 0) for origin, _ in _sent()):
        st.rerun()
    state: Any = _entry(
        key=_key(),
        data={
            "label": t("quick.label"),
            "placeholder": t("quick.placeholder"),
            "acknowledged": {origin.client: acknowledged.get(origin.client, 0) for origin, _ in _sent()},
            "refused": st.session_state.get("refused", {}),
        },
        default={"lines": [], "draft": ""},
        on_lines_change=lambda: None,
        on_draft_change=lambda: None,
    )
    if isinstance(state.draft, str) and state.draft.strip():
        st.markdown(preview_sentence(state.draft, web, current_words()))
    else:
        st.markdown(otherwise)
