"""From the Markdown that sentences are written in to plain pieces of text, for what knows no Markdown.

Sentences hold only what we put there: `*names*`, `**what says most**`, links and what `literal` made of people's words.
"""

import re
from dataclasses import dataclass

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS = re.compile(r"(?<!\\)((?:\\\\)*)(\*\*|\*)")
_LINK = re.compile(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\([^)\s]*\)")
_UNWRITABLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u2060\ufffe\uffff\U0001fffe\U0001ffff]|[\ud800-\udfff]"
)
"""What XML cannot hold, and the joiner with which `literal` keeps Streamlit from reading signs in people's words."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one look."""

    text: str
    strong: bool = False
    emphasis: bool = False


Runs = tuple[Run, ...]


def runs(markdown: str) -> Runs:
    """The pieces of a sentence, in order, each strong or with emphasis or neither."""
    found: list[Run] = []
    strong = emphasis = False
    at = 0
    text = _LINK.sub(r"\1", markdown)
    for mark in _MARKS.finditer(text):
        before = text[at : mark.start(2)]
        if before:
            found.append(Run(_as_typed(before), strong, emphasis))
        strong, emphasis = (not strong, emphasis) if mark[2] == "**" else (strong, not emphasis)
        at = mark.end()
    if text[at:]:
        found.append(Run(_as_typed(text[at:]), strong, emphasis))
    return tuple(found)


def plain(markdown: str) -> str:
    """The same without any look."""
    return "".join(run.text for run in runs(markdown))


def said(text: str) -> Runs:
    """A person's own words, as they typed them: nothing in them is a mark."""
    return (Run(writable(text)),) if text else ()


def writable(text: str) -> str:
    """Text without the few characters that no file can hold."""
    return _UNWRITABLE.sub("", text)


def _as_typed(text: str) -> str:
    return writable(_ESCAPED.sub(r"\1", text))
