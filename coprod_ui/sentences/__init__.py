"""Readings to sentences: Markdown in which people's words stand as plain text.

Every function is pure. `digits`: whether numbers are shown; without them words say the same. Names are in *italics*,
what says most is in **bold**. Differences are those of the numbers shown. The patterns are of the project's glossary.
"""
