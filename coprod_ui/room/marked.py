"""Our sentences, which are Markdown in which people's words stand escaped, as HTML for a plain page."""

import re

from coprod_ui.words import html_text

_PART = re.compile(r"\\(?P<sign>[\W_])|(?P<strong>\*\*)|(?P<emphasis>\*)|(?P<plain>[^\\*]+|\\)")


def marked(sentence: str) -> str:
    """A sentence with **bold** and *italics* as HTML; every other sign stands for itself."""
    open_marks: list[str] = []
    written = []
    for found in _PART.finditer(sentence):
        name = "strong" if found["strong"] else "em" if found["emphasis"] else None
        if name is None:
            written.append(html_text(found["sign"] or found["plain"]))
        elif name in open_marks:
            open_marks.remove(name)
            written.append(f"</{name}>")
        else:
            open_marks.append(name)
            written.append(f"<{name}>")
    return "".join(written) + "".join(f"</{name}>" for name in reversed(open_marks))
