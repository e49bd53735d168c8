"""The parts of a Word file that nobody vouches for, with limits."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import NoReturn

from briefing.errors import HouseStyleProblem
from briefing.writers.house.xml import Element, elements, parsed

LARGEST_FILE = 30_000_000
_LARGEST_PART = 20_000_000
_LARGEST_XML = 8_000_000
_LARGEST_ALL = 60_000_000
"""Bytes, unpacked."""
_MOST_PARTS = 2_000
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others could ask for as much memory as they like before they are found to be damaged."""

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_AGAIN = "Save it in Word as a Word document (.docx) and choose that."


@dataclass(frozen=True, slots=True)
class Relation:
    id: str
    kind: str
    """The last word of its type: ``styles``, ``header``, ``image``."""
    target: str
    """Name of the part; an address where ``external``."""
    external: bool = False


class Archive:
    """Raises HouseStyleProblem when it is no Word file, is hostile, or is broken."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._read = 0
        if len(data) > LARGEST_FILE:
            self.fail(f"it is larger than {LARGEST_FILE // 1_000_000} MB.")
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            self.fail(f"it is an old Word document, or locked with a password. {_AGAIN}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            self.fail(f"it is not a Word document. {_AGAIN}")
        self._files = {each.filename: each for each in self._zip.infolist()}
        if len(self._files) > _MOST_PARTS:
            self.fail("it has far more parts than a Word document has.")
        if "[Content_Types].xml" not in self._files:
            self.fail(f"it is not a Word document. {_AGAIN}")
        self.main = self._main()
        self._refuse_macros()

    def fail(self, reason: str) -> NoReturn:
        raise HouseStyleProblem(self.name, reason)

    def has(self, part: str) -> bool:
        return part in self._files

    def part(self, part: str, limit: int = _LARGEST_PART) -> bytes:
        """The bytes of a part; no more is unpacked than a house style needs."""
        entry = self._files.get(part)
        if entry is None:
            self.fail(f"it is damaged: “{part}” is missing. {_AGAIN}")
        if entry.compress_type not in _PACKED:
            self.fail(f"it is packed in a way that Word does not know. {_AGAIN}")
        try:
            with self._zip.open(entry) as file:
                data = file.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError):
            self.fail(f"it is damaged, or locked with a password. {_AGAIN}")
        self._read += len(data)
        if len(data) > limit or self._read > _LARGEST_ALL:
            self.fail("it unpacks to far more than a house style needs.")
        return data

    def tree(self, part: str) -> Element:
        try:
            return parsed(self.part(part, _LARGEST_XML))
        except ValueError as error:
            self.fail(f"“{part}” in it cannot be read: {str(error)[:200]}.")

    def relations(self, part: str) -> dict[str, Relation]:
        """By their ids; those of the whole file where ``part`` is empty."""
        folder, file = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._files:
            return {}
        found: dict[str, Relation] = {}
        for each in elements(self.tree(path)):
            id, target = each.get("Id", ""), each.get("Target", "")
            external = each.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[id] = Relation(id, each.get("Type", "").rsplit("/", 1)[-1], target, external)
        return found

    def _main(self) -> str:
        for each in self.relations("").values():
            if each.kind == "officeDocument" and not each.external and self.has(each.target):
                return each.target
        return self.fail(f"it is not a Word document. {_AGAIN}")

    def _refuse_macros(self) -> None:
        types = self.part("[Content_Types].xml", 1_000_000)
        if b"macroEnabled" in types or any("vbaProject" in each for each in self._files):
            self.fail(f"it has macros in it, which are never taken along. {_AGAIN}")
        if _MAIN.encode() not in types:
            self.fail(f"it is not a Word document, but of another program. {_AGAIN}")
