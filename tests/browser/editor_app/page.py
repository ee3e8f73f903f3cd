"""Keeps a history in the session and does what the canvas asks. `?web=` names one of `webs.py`, `?lang=` a language."""

import json
import sys
from pathlib import Path

import streamlit as st

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[3])]

import webs  # noqa: E402

from coprod_core.errors import CoprodError  # noqa: E402
from coprod_core.history import after, opened  # noqa: E402
from coprod_core.ids import new_id  # noqa: E402
from coprod_core.indicators import readings  # noqa: E402
from coprod_ui.web_editor import commands_from, pending_operations, placed, web_editor  # noqa: E402
from coprod_ui.words import words  # noqa: E402

st.set_page_config(layout="wide")
state = st.session_state
if "history" not in state:
    state.history = opened(placed(webs.named(st.query_params.get("web", "empty"))))
    state.acknowledged = {}
    state.refused = []
for origin, op in pending_operations(state.get("web_editor")):
    if origin.seq > state.acknowledged.get(origin.client, 0):
        try:
            state.history = after(state.history, commands_from(op, state.history, new_id))
        except CoprodError as error:
            state.refused.append(error.code)
        state.acknowledged[origin.client] = origin.seq
web = state.history.web
selection = (state.get("web_editor") or {}).get("selection") or {}
saved = {
    "actors": {a.name: [str(a.sphere), a.seats, a.x, a.y] for a in web.actors},
    "interests": {i.name: [i.x, i.y] for i in web.interests},
    "stakes": [
        [web.actor_by_id[s.actor].name, web.interest_by_id[s.interest].name, s.weight, s.position] for s in web.stakes
    ],
    "relations": [[web.interest_by_id[r.a].name, web.interest_by_id[r.b].name, r.compatibility] for r in web.relations],
    "selection": dict(selection),
    "refused": state.refused,
}
with st.container(key="saved", height=60):
    st.code(json.dumps(saved))
web_editor(
    state.history,
    readings(web),
    words(st.query_params.get("lang", "nl")),
    selected=tuple(selection.get("selection", ())),
    acknowledged=state.acknowledged,
    height=388,
)
