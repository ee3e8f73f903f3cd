"""The power map's four pictures as slides: what is asked for on the official forms, drawn from the web.

Which place a party has, where that is on the sheet and how it is drawn are three steps, each pure. Templates stand
beside the code that fills them and escape all they are given.
"""
