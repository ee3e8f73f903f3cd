"""Damaged, hostile and huge files of other programs: refused with our own error or read, and nothing else happens."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from coprod_core.exchange import FORMATS, Card, format_of, limits
from coprod_core.exchange.lz_utf16 import unpacked_text
from coprod_core.files.json_file import FileError
from coprod_core.web.model import Web
from tests.benchmarks.damaged_imports import damaged, outcome


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_refused_or_read_and_changes_nothing(seed):
    for name, content in damaged(90, seed):
        outcome(name, content)  # raises whatever else happens


def zipped(**parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return content.getvalue()


def refused(content, name=None):
    with pytest.raises(FileError) as error:
        (FORMATS[name] if name else format_of(content)).read(content)
    return error.value.code


def test_a_small_file_that_unpacks_to_a_large_one_is_refused_before_it_is_unpacked():
    bomb = zipped(datapackage__json="{}", web__csv=b"0" * (limits.LARGEST_UNPACKED + 1))
    assert len(bomb) < 100_000
    assert refused(bomb, "csv") == "unpacks_too_large"
    assert refused(zipped(xl__workbook="0" * 3_000_000), "workbook") == "unpacks_too_large"


def test_a_zip_that_lies_about_its_sizes_is_refused():
    lying = bytearray(zipped(xl__workbook__xml="<a>" + "0" * 9_000 + "</a>"))
    for at in range(len(lying) - 4):
        if lying[at : at + 4] == (9_007).to_bytes(4, "little"):
            lying[at : at + 4] = (70).to_bytes(4, "little")
    assert refused(bytes(lying), "workbook") in {"damaged_archive", "damaged_workbook"}


def test_a_zip_with_too_many_parts_or_a_lock_is_refused():
    assert refused(zipped(**{f"part{n}": "x" for n in range(limits.MOST_MEMBERS + 1)}), "csv") == "too_many"
    locked = bytearray(zipped(xl__a="x"))
    for header in (b"PK\x03\x04", b"PK\x01\x02"):
        at = locked.index(header) + (6 if header == b"PK\x03\x04" else 8)
        locked[at] |= 1
    assert refused(bytes(locked), "workbook") == "locked"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!doctype x [<!ENTITY % a SYSTEM "http://localhost/">%a;]>',
    ],
)
def test_xml_that_declares_anything_is_refused_wherever_it_stands(declaration):
    assert refused(f"{declaration}<graphml/>".encode()) == "xml_with_declarations"
    workbook = zipped(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": f"{declaration}<workbook/>"})
    assert refused(workbook) == "xml_with_declarations"


def test_xml_with_more_tags_than_a_web_needs_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(limits, "MOST_TAGS", 5)
    assert refused(b"<graphml><graph><node id='a'/><node id='b'/></graph></graphml>") == "too_many"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_xml_in_another_encoding_cannot_hide_a_declaration(encoding):
    with pytest.raises(FileError):
        FORMATS["graphml"].read('<!DOCTYPE x [<!ENTITY a "b">]><graphml/>'.encode(encoding))


def test_too_many_rows_are_refused_before_any_is_made_a_party(monkeypatch):
    monkeypatch.setattr("coprod_core.exchange.text_tables.MOST_ROWS", 10)
    table = "party\n" + "".join(f"p{n}\n" for n in range(20))
    assert refused(table.encode()) == "too_many"


def test_too_many_columns_are_refused():
    assert refused(("party," * 100 + "\n" + "a," * 100).encode()) == "too_many"


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_above_the_limit_is_refused_unread(name):
    assert refused(b"x" * (64 * 1024 * 1024 + 1), name) == "file_too_large"


def test_a_web_that_does_not_fit_a_table_is_not_written(monkeypatch):
    monkeypatch.setattr("coprod_core.exchange.tables.MOST_ROWS", 3)
    with pytest.raises(FileError):
        FORMATS["workbook"].write(Web(title="x"), Card(datetime(2026, 3, 4, tzinfo=UTC)))


@pytest.mark.parametrize("packed", ["", " ", "ᯡ", "\u8030"])
def test_packed_text_that_is_damaged_is_refused(packed):
    with pytest.raises(FileError):
        unpacked_text(packed)
