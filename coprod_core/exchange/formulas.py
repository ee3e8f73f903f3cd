"""Text that a spreadsheet would take for a formula, made harmless in tables without types, and put back as it was.

A text that begins with a sign a spreadsheet acts on gets an apostrophe before it, and one that has apostrophes before
such a sign gets one more, so that what was written always comes back.
"""

import re

_ACTS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_MADE_HARMLESS = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def harmless(text: str) -> str:
    """The text as a spreadsheet shows it and never works it out."""
    return f"'{text}" if _ACTS.match(text) else text


def as_written(text: str) -> str:
    """The text that `harmless` made this of; any other text is itself."""
    return text[1:] if _MADE_HARMLESS.match(text) else text
