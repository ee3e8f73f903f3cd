"""What is looked at before any library opens a file: how large it is, how large it becomes, and what XML may hold."""

import codecs
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coprod_core.checked.errors import Fault
from coprod_core.files.json_file import FileError

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


@dataclass(frozen=True)
class Beginning:
    """The first bytes of a member of a zip file, and how large the whole of it says it is."""

    content: bytes
    size: int


def beginnings(content: bytes, most: int) -> Iterator[tuple[str, Beginning]]:
    """The first `most` bytes of each member of a zip file by name. Raises `FileError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(sized(content))) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_members(members)
            for member in members:
                with archive.open(member) as part:
                    yield member.filename, Beginning(part.read(most), member.file_size)
    except FileError:
        raise
    except Exception as error:  # as in `unpacked`
        raise refused("damaged_archive", reason=type(error).__name__) from None


def unpacked(
    content: bytes, wanted: Callable[[str], bool] = lambda name: True, most: int = LARGEST_UNPACKED
) -> Iterator[tuple[str, bytes]]:
    """The members of a zip file by name, of those that are `wanted` by name. Raises `FileError` before unpacking what
    would become larger than `most` bytes.

    The sizes a zip file states bind: unpacking stops there, so that one that lies holds less than it has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(sized(content))) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_members(members)
            members = [member for member in members if wanted(member.filename)]
            _check_sizes(members, len(content), most)
            for member in members:
                yield member.filename, archive.read(member)
    except FileError:
        raise
    except Exception as error:  # zipfile and the decompressors raise whatever they meet in a damaged file
        raise refused("damaged_archive", reason=type(error).__name__) from None


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise refused("too_many", count=len(members), most=MOST_MEMBERS)
    if any(member.flag_bits & 1 for member in members):
        raise refused("locked")


def _check_sizes(members: list[zipfile.ZipInfo], packed: int, most: int) -> None:
    total = sum(member.file_size for member in members)
    if total > min(most, packed * MOST_TIMES_LARGER):
        raise refused("unpacks_too_large", size=total, most=min(most, packed * MOST_TIMES_LARGER))


def plain_xml(content: bytes, place: str = "", most_tags: int | None = None) -> bytes:
    """XML without entities or declarations of its own, in UTF-8. Raises `FileError` for anything else."""
    declared = _DECLARED.match(content[:200])
    if content.startswith(_BOMS) or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise refused("not_utf8", place, byte=0)
    if b"\x00" in content[:4] or _MARKUP.search(content):
        raise refused("xml_with_declarations", place)
    most = MOST_TAGS if most_tags is None else most_tags
    if (tags := content.count(b"<")) > most:
        raise refused("too_many", place, count=tags, most=most)
    return content
