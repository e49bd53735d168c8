"""What this machine would make a document with, as digests."""

from __future__ import annotations

import hashlib
import importlib.metadata
import zlib
from collections.abc import Iterable
from pathlib import Path

from briefing import paths

_LIBRARIES = ("jinja2", "lxml", "pyphen", "python-docx", "reportlab", "uharfbuzz")
"""Those whose version can show in the bytes of a document."""
_CODE = ("*.py", "*.toml", "*.tsv")


def program() -> str:
    """Digest of the program's own code and of the word lists it rests on."""
    found = [paths.ROOT / "main.py"]
    for folder in (paths.ROOT / "briefing", paths.ASSETS):
        for pattern in _CODE:
            found += folder.rglob(pattern)
    return _digest(paths.ROOT, found)


def folder(path: Path) -> str:
    """Digest of all files in a folder, such as a template."""
    return _digest(path, (each for each in path.rglob("*") if each.is_file()))


def libraries() -> dict[str, str]:
    """The versions of the libraries that write documents; one that is not installed is absent."""
    found: dict[str, str] = {}
    for each in _LIBRARIES:
        try:
            found[each] = importlib.metadata.version(each)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found | {"zlib": zlib.ZLIB_RUNTIME_VERSION}


def draft(value: object) -> str:
    """Digest of a draft, or any value: of its JSON with sorted keys."""
    import msgspec  # late: the window comes first

    return hashlib.sha256(msgspec.json.encode(value, order="sorted")).hexdigest()


def _digest(root: Path, found: Iterable[Path]) -> str:
    """Over names and contents. Line ends count as one: a checkout may have changed them."""
    whole = hashlib.sha256()
    for name, path in sorted((each.relative_to(root).as_posix(), each) for each in found):
        if any(part.startswith((".", "__pycache__")) for part in Path(name).parts):
            continue
        content = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()
