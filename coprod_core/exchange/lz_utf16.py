"""Unpacking text that was packed by LZ-string into UTF-16 characters.

Every character carries 15 bits, above an offset of 32. The bits are codes, each with its lowest bit first, of a growing
dictionary as in LZ78: code 0 announces a new character of 8 bits, 1 one of 16 bits, 2 the end, and any other is an
entry: what was said before, with the first character of what is said now. Codes grow by a bit whenever the next entry
would not fit. (The packing is described at https://pieroxy.net/blog/pages/lz-string/index.html.)
"""

from coprod_core.exchange.limits import LARGEST_UNPACKED, refused

MOST_PACKED = 1_000_000
"""Characters; what PRSM packs into these is some ten times as long."""

_OFFSET, _BITS = 32, 15
_NEW_BYTE, _NEW_CHARACTER, _END = 0, 1, 2
_LETTERS = {_NEW_BYTE: 8, _NEW_CHARACTER: 16}


class _Codes:
    """The bits of a packed text, as numbers of any width."""

    def __init__(self, packed: str) -> None:
        self._packed = packed
        self._at = 0
        self._held, self._count = 0, 0

    def next(self, width: int) -> int:
        while self._count < width:
            self._take()
        value = self._held & ((1 << width) - 1)
        self._held >>= width
        self._count -= width
        return value

    def _take(self) -> None:
        if self._at >= len(self._packed):
            raise refused("damaged_packing")
        value = ord(self._packed[self._at]) - _OFFSET
        if not 0 <= value < 1 << _BITS:
            raise refused("damaged_packing")
        self._at += 1
        self._held |= int(f"{value:015b}"[::-1], 2) << self._count  # the first bit of a character is its highest
        self._count += _BITS


def unpacked_text(packed: str, most: int = LARGEST_UNPACKED) -> str:
    """The text that was packed, at most `most` characters. Raises `FileError`."""
    if len(packed) > MOST_PACKED:
        raise refused("file_too_large", most=MOST_PACKED)
    codes = _Codes(packed)
    entries = ["", "", ""]  # the three codes that are no entry
    width, room = 2, 1  # of a code, and how many entries more fit
    before, said, length = "", [], 0
    while (code := codes.next(width)) != _END:
        if code in _LETTERS:
            entries.append(chr(codes.next(_LETTERS[code])))
            code = len(entries) - 1
            width, room = _grown(width, room - 1)
        now = _entry(entries, code, before)
        said.append(now)
        length += len(now)
        if length > most:
            raise refused("unpacks_too_large", size=length, most=most)
        if before:
            entries.append(before + now[0])
            width, room = _grown(width, room - 1)
        before = now
    return _whole_characters("".join(said))


def _whole_characters(text: str) -> str:
    """The text with each pair of surrogates as the one character it is; a half alone stays, for fields to refuse."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _grown(width: int, room: int) -> tuple[int, int]:
    return (width, room) if room else (width + 1, 1 << width)


def _entry(entries: list[str], code: int, before: str) -> str:
    if 2 < code < len(entries):
        return entries[code]
    if code == len(entries) and before:
        return before + before[0]
    raise refused("damaged_packing")
