"""A sheet that a chip opened: Escape closes it, and the chip has the focus again."""

import streamlit as st

from coprod_ui.components import scripts

_closer = st.components.v2.component("belangenweb_sheet", html="<span></span>", js=scripts.loaded("sheet.js"))


def closes_on_escape(row: str, label: str) -> None:
    """Draws nothing; while the sheet it is drawn in is open, Escape presses the chip called `label` in the keyed row of
    chips, and however the sheet is closed that chip has the focus.
    """
    _closer(key=f"sheet_{row}", data={"row": f"st-key-{row}", "label": label}, width=1, height=1)
