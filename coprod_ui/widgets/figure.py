"""A chart with everything that makes it readable for all: an `alt`, no tool bar, and its table on request."""

import streamlit as st

from coprod_ui.charts.shared import CONFIG, Chart
from coprod_ui.words import t

MOST_ROWS = 9
"""A table with more rows scrolls inside."""


def figure(name: str, chart: Chart) -> None:
    """Draws a chart; the same numbers stand in a table that opens over the page. `name` keys both."""
    with st.container(gap=None):
        st.plotly_chart(chart.figure, key=f"figure_{name}", config=CONFIG, alt=chart.alt)
        with st.popover(t("frame.as_table"), type="tertiary", key=f"table_{name}", on_change="rerun") as opened:
            if opened.open:
                rows = chart.table()
                st.table(rows.set_index(rows.columns[0]), height="content" if len(rows) <= MOST_ROWS else 400)
