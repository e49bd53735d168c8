"""Zips that nobody vouches for."""

from __future__ import annotations

import io
import struct
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import zipped

from briefing.errors import Damaged, EmptySource, Encrypted, EntitiesRefused, TooDeep, Unfolds
from briefing.readers import package, xml

FILES = {"a/One.xml": "<one/>", "two.bin": "x" * 1000}


def opened(data: bytes) -> package.Package:
    return package.open(data, "a.docx", "Word document")


def test_parts_are_found_however_their_names_are_written() -> None:
    found = opened(zipped(FILES))
    assert found.names == {"a/one.xml", "two.bin"}
    for name in ("a/One.xml", "/a/one.XML", "A\\ONE.xml"):
        assert found.read(name) == b"<one/>"
    assert "a/../two.bin" not in found
    with pytest.raises(Damaged) as caught:
        found.read("three.xml")
    assert caught.value.reason == "its part three.xml is missing"


def test_names_that_point_outside_are_names_and_nothing_more() -> None:
    data = zipped({"../../etc/passwd": "x", "/tmp/evil": "y", "C:\\evil": "z"})
    assert opened(data).names == {"../../etc/passwd", "tmp/evil", "c:/evil"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(FILES)[:-10], "it ends too early"),
        (zipped(FILES)[:60], "it ends too early"),
        (b"\0" * 50, "there are only zeros in it"),
        (b"<html>", "it is no such file inside"),
    ],
)
def test_broken_zips(data: bytes, reason: str) -> None:
    with pytest.raises(Damaged) as caught:
        opened(data)
    assert caught.value.reason == reason
    assert package.names(data) == frozenset()


def test_no_bytes() -> None:
    with pytest.raises(EmptySource):
        opened(b"")


def test_a_part_that_was_changed() -> None:
    data = zipped(FILES, zipfile.ZIP_STORED).replace(b"<one/>", b"<two/>")
    with pytest.raises(Damaged):
        opened(data).read("a/one.xml")


def test_a_part_that_is_locked() -> None:
    data = bytearray(zipped(FILES))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Encrypted):
        opened(bytes(data)).read("a/One.xml")


def test_a_part_that_is_packed_in_an_unusual_way() -> None:
    with pytest.raises(Damaged):
        opened(zipped(FILES, zipfile.ZIP_LZMA)).read("two.bin")


def test_a_bomb_is_counted_while_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 100_000)
    monkeypatch.setattr(package, "LARGEST", 150_000)
    with pytest.raises(Unfolds):
        opened(zipped({"a": "0" * 100_001})).read("a")
    found = opened(zipped({"a": "0" * 90_000, "b": "0" * 90_000}))
    found.read("a")
    with pytest.raises(Unfolds):  # all parts together
        found.read("b")


def test_headers_that_lie_about_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 100_000)
    data = zipped({"a": "0" * 3_000_000}).replace(struct.pack("<I", 3_000_000), b"\1\0\0\0")
    with pytest.raises((Unfolds, Damaged)):
        opened(data).read("a")


def overlapping(size: int) -> bytes:
    """Two names for the same bytes."""
    data = zipped({"a": "0" * size})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    row = data[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, 2 * len(row), start, 0)
    return data[:start] + row + row.replace(b"a", b"b") + tail


def test_parts_that_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Damaged) as caught:
        opened(overlapping(1000))
    assert "overlap" in caught.value.reason
    monkeypatch.setattr(package, "LARGEST", 1500)
    with pytest.raises(Unfolds) as told:
        opened(overlapping(1000))
    assert told.value.size == 2000


def test_a_zip_of_very_many_parts() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(package.MOST_PARTS + 1):
            archive.writestr(str(number), b"")
    start = time.process_time()
    with pytest.raises(Damaged):
        opened(buffer.getvalue())
    assert time.process_time() - start < 1


@given(st.integers(0, len(zipped(FILES)) - 1), st.integers(0, 255))
def test_any_broken_byte_ends_in_facts(at: int, byte: int) -> None:
    data = bytearray(zipped(FILES))
    data[at] = byte
    try:
        found = opened(bytes(data))
        for name in found.names:
            found.read(name)
    except (Damaged, Encrypted, Unfolds):
        pass


def parsed(data: bytes) -> xml.Element:
    return xml.parse(data, "a.docx", "Word document", "x.xml")


def test_xml_names_the_line_that_is_wrong() -> None:
    with pytest.raises(Damaged) as caught:
        parsed(b"<a>\n<b>\n</a>")
    assert caught.value.reason == "its part x.xml breaks off or is wrong at line 3"


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><a/>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/">%b;]><a/>',
        b'<!DOCTYPE a [<!ENTITY b "&b;&b;">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        b"<!DOCTYPE a ["
        + b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10) for n in range(12))
        + b"]><a>&l12;</a>",
    ],
)
def test_entities_are_refused(data: bytes) -> None:
    with pytest.raises(EntitiesRefused):
        parsed(data)


def test_a_doctype_without_entities_is_let_be() -> None:
    assert parsed(b'<!DOCTYPE a PUBLIC "x" "http://127.0.0.1:9/office.dtd"><a/>').tag == "a"


def test_xml_that_is_too_deep() -> None:
    with pytest.raises(TooDeep):
        parsed(b"<a>" * 3000 + b"</a>" * 3000)


@pytest.mark.parametrize("data", [b"", b"\0\0", b'<?xml version="1.0" encoding="no-such"?><a/>'])
def test_no_xml_at_all(data: bytes) -> None:
    with pytest.raises(Damaged):
        parsed(data)
