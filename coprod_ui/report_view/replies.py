"""What people hear back: for every interest a field in which stands what was done with it."""

import streamlit as st

from coprod_core.commands import ChangeInterest
from coprod_core.model import Interest, Web
from coprod_ui import controls
from coprod_ui.privacy_note import privacy_note
from coprod_ui.words import literal, t

HEIGHT = 620


def draw(web: Web) -> None:
    """Draws a field per interest, with whose interest it is."""
    st.markdown(t("report_screen.replies_said"))
    if not web.interests:
        st.markdown(t("report.no_interests"))
        return
    with st.container(height=HEIGHT, border=False, key="replies"):
        for interest in web.interests:
            controls.long_text(
                literal(interest.name),
                interest.reply,
                _reply(interest),
                key=f"reply_{interest.id}",
                height=68,
                help=_whose(web, interest) or None,
                placeholder=t("report_screen.reply_example"),
            )
            privacy_note(interest.reply)


def _reply(interest: Interest) -> controls.ActOf:
    return lambda text: ChangeInterest(interest.id, {"reply": text.strip()})


def _whose(web: Web, interest: Interest) -> str:
    names = [literal(web.actor_by_id[s.actor].name) for s in web.stakes if s.interest == interest.id and s.weight > 0]
    return t("report_screen.whose", actors=", ".join(names)) if names else ""
