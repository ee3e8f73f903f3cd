"""The conditions for working together: what is agreed, expected and felt beside the web of interests itself.

`values` and `whole` hold what a group says, `acts` how it says it, `readings` what follows from it
(docs/indicators.md, section 9).
"""
