"""A chart with everything that makes it readable for all: an `alt`, no tool bar, and its table on request."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from coprod_ui.charts import CONFIG
from coprod_ui.words import t

FITS, TALL = 6, 300
"""A table of more rows than fit scrolls in a room this high, in px: a screen asks for one scroll at most."""


def figure(name: str, drawn: go.Figure, alt: str, table: Callable[[], pd.DataFrame]) -> None:
    """Draws a chart; the same numbers stand in a table behind the button under it. `name` keys both."""
    st.plotly_chart(drawn, key=f"figure_{name}", config=CONFIG, alt=alt)
    with st.expander(t("frame.as_table"), key=f"table_{name}", on_change="rerun") as opened:
        if opened.open:
            rows = table()
            with st.container(height=TALL if len(rows) > FITS else "content", border=False):
                st.table(rows.set_index(rows.columns[0]))
