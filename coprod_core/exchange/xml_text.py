"""Text inside XML, also the characters that XML cannot hold or would change.

Those few (a carriage return, and two that are no characters) stand as `_xHHHH_`, as in Office Open XML; so does the x
of a text that already looks like that, so that what was written always comes back.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from coprod_core.exchange.limits import LARGEST_FILE, plain_xml, refused

_CANNOT_STAND = re.compile(r"[\r\ufffe\uffff]|x(?=[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS_IN_ATTRIBUTES = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def escaped(text: str) -> str:
    """The text without characters that XML would change."""
    return _CANNOT_STAND.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def as_written(text: str) -> str:
    """The text that `escaped` made this of."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def xml_text(text: str) -> str:
    """The text between two tags."""
    return escaped(text).translate(_MARKS)


def xml_attribute(text: str) -> str:
    """The text between two double quotes."""
    return xml_text(text).translate(_MARKS_IN_ATTRIBUTES)


def xml_root(content: bytes, name: str, largest: int = LARGEST_FILE) -> Element:
    """The root of XML of at most `largest` bytes whose first tag has this name. Raises `FileError`."""
    if len(content) > largest:
        raise refused("file_too_large", most=largest)
    try:
        root = ElementTree.fromstring(plain_xml(content))
    except ElementTree.ParseError as error:
        line, column = error.position
        raise refused("not_xml", line=line, column=column) from None
    except (ValueError, LookupError, RecursionError) as error:
        raise refused("not_xml", line=0, column=type(error).__name__) from None
    if bare(root.tag) != name:
        raise refused("wrong_format", value=bare(root.tag), format=name)
    return root


def bare(tag: object) -> str:
    """The name of a tag without its namespace."""
    return str(tag).rpartition("}")[2]
