"""Readings as plotly figures: pure, static, in the page's colours, with patterns and words beside colour.

Each `x_chart` gives a `Chart`: the figure, what it says in words, and its table. `widgets/figure.py` shows one.
"""
