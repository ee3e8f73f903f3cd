"""A municipality's own Word template: what it holds stays, and what our report needs and it lacks is added.

A template comes from outside, so it is looked at before it is opened: no macros, no more than a template ever is.
"""

import io
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from pathlib import PurePosixPath
from typing import Any

import docx
from docx.oxml.ns import qn

from coprod_core.checked.errors import CoprodError
from coprod_core.files.organisation import LARGEST_TEMPLATE

LARGEST_UNPACKED = 50_000_000
MOST_PARTS = 2_000
MACROS = "vbaproject.bin"
PLACE = "{{verslag}}"
"""The paragraph in whose place the report comes, with spaces in it or without; where there is none, at the end."""

STYLES = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Normal", "List Bullet", "Caption", "Table Grid")
"""What a report is written in, by Word's own names, which it shows in the reader's language."""

_TYPES = "[Content_Types].xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"


_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, SyntaxError, RuntimeError, AttributeError)
"""What reading a file that is no sound Word file may raise: torn, locked with a password, or not XML inside."""


class UnfitTemplate(CoprodError):
    """A file that is no template we may open. `code` says why."""


def opened(content: bytes) -> Any:
    """The template as a document to write in. Raises `UnfitTemplate`."""
    try:
        return docx.Document(io.BytesIO(_as_document(content)))
    except _BROKEN as error:
        raise UnfitTemplate("template_not_word") from error


def _as_document(content: bytes) -> bytes:
    """The same as a .docx: a .dotx says it is a template, and a link to one on the web is taken out."""
    if len(content) > LARGEST_TEMPLATE:
        raise UnfitTemplate("template_too_large")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        _check(packed)
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as out:
            for part in packed.infolist():
                out.writestr(part.filename, _clean(part.filename, packed.read(part)))
    return written.getvalue()


def _check(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnfitTemplate("template_too_large")
    names = {part.filename for part in parts}
    if _TYPES not in names:
        raise UnfitTemplate("template_not_word")
    if b"macroEnabled" in packed.read(_TYPES) or any(PurePosixPath(name).name.lower() == MACROS for name in names):
        raise UnfitTemplate("template_with_macros")


def _clean(name: str, held: bytes) -> bytes:
    if name == _TYPES:
        return held.replace(_TEMPLATE, _DOCUMENT)
    if name == "word/_rels/settings.xml.rels":
        return b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    if name == "word/settings.xml":
        return _without_link(held)
    return held


def _without_link(settings: bytes) -> bytes:
    """The settings without the link to the template they were made from."""
    before, found, after = settings.partition(b"<w:attachedTemplate")
    return before + after.partition(b"/>")[2] if found else settings


def with_our_styles(file: Any, ours: Any, make_notice: Callable[[Any], None]) -> None:
    """Adds each style a report needs and the template lacks, in the letter of the template; one that is there stays as
    it is.
    """
    there = {style.name for style in file.styles}
    for name in STYLES:
        if name not in there:
            file.styles.element.append(_without_letter(deepcopy(ours.styles[name].element)))
    if "Notice" not in there:
        make_notice(file)


def _without_letter(style: Any) -> Any:
    """The style without a letter and a colour of its own: it is written as the template's own text is."""
    for name in ("w:rFonts", "w:color"):
        for found in list(style.iter(qn(name))):
            found.getparent().remove(found)
    return style


def place_in(file: Any) -> Any | None:
    """The paragraph that says where the report comes; None where the template says no place."""
    return next((each for each in file.paragraphs if "".join(each.text.split()) == PLACE), None)


def moved_to(place: Any, body: Any, written: list[Any]) -> None:
    """Puts what was written at the end of the body in the place of a paragraph."""
    for element in written:
        place._p.addprevious(element)
    body.remove(place._p)


def section_of(body: Any) -> Any | None:
    """What closes a body: the page it is on."""
    return body.find(qn("w:sectPr"))
