"""What is looked at before any library opens a file: how large it is, how large it becomes, and what XML may hold."""

import codecs
import io
import re
import zipfile
from collections.abc import Iterator

from coprod_core.errors import Fault
from coprod_core.json_file import FileError

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; a file of another tool above this is refused before it is read. A web of two thousand parties is a tenth."""

LARGEST_UNPACKED = 48 * 1024 * 1024
MOST_MEMBERS = 200
MOST_TIMES_LARGER = 200
MOST_ROWS = 50_000
"""Rows of one table. The web file and the meeting file hold more."""

MOST_COLUMNS = 64

MOST_TAGS = 2_000_000
"""In one piece of XML; reading takes time for each of them, however little it says."""

_MARKUP = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def refused(code: str, place: str = "", **params: object) -> FileError:
    """The error for one thing that is wrong with a file."""
    return FileError([Fault(place, code, params)])


def sized(content: bytes) -> bytes:
    """The content, when it is not too large. Raises `FileError`."""
    if len(content) > LARGEST_FILE:
        raise refused("file_too_large", most=LARGEST_FILE)
    return content


def unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The members of a zip file by name. Raises `FileError` before unpacking what would become too large.

    The sizes a zip file states bind: unpacking stops there, so that one that lies holds less than it has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(sized(content))) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_sizes(members, len(content))
            for member in members:
                yield member.filename, archive.read(member)
    except FileError:
        raise
    except Exception as error:  # zipfile and the decompressors raise whatever they meet in a damaged file
        raise refused("damaged_archive", reason=type(error).__name__) from None


def _check_sizes(members: list[zipfile.ZipInfo], packed: int) -> None:
    if len(members) > MOST_MEMBERS:
        raise refused("too_many", count=len(members), most=MOST_MEMBERS)
    total = sum(member.file_size for member in members)
    if total > LARGEST_UNPACKED or total > packed * MOST_TIMES_LARGER:
        raise refused("unpacks_too_large", size=total, most=min(LARGEST_UNPACKED, packed * MOST_TIMES_LARGER))
    if any(member.flag_bits & 1 for member in members):
        raise refused("locked")


def plain_xml(content: bytes, place: str = "") -> bytes:
    """XML without entities or declarations of its own, in UTF-8. Raises `FileError` for anything else."""
    declared = _DECLARED.match(content[:200])
    if content.startswith(_BOMS) or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise refused("not_utf8", place, byte=0)
    if b"\x00" in content[:4] or _MARKUP.search(content):
        raise refused("xml_with_declarations", place)
    if (tags := content.count(b"<")) > MOST_TAGS:
        raise refused("too_many", place, count=tags, most=MOST_TAGS)
    return content
