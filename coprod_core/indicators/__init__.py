"""What the core computes from a web (docs/indicators.md). The doors are `readings(web)` and `readings_data(readings)`.

Van Eijk & Cuppen (2022) describe the web of interests and the three dilemmas in words; the formulas are our own
operationalisation. Every number opens a question; none is a verdict, a target or a ranking.

A module holds an indicator, or a few of one kind, with how each is explained; where both are long the indicator is a
folder, explained in its `explained.py`. `explanation` is what all explanations are made of; `found` finds them.
"""
