"""How files that are not text begin."""

from __future__ import annotations

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"ID3\x02", "a sound file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"OggS\x00", "a sound or video file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_INSIDE_ZIP = (
    ("word/", "a Word document"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book"),
    ("content.xml", "an OpenDocument file"),
)
_CONTAINERS = {b"WEBP": "a WebP picture", b"WAVE": "a sound file", b"AVI ": "a video file"}


def looks_like(data: bytes) -> str | None:
    """What the bytes are, with its article ("a PNG picture"); None when nothing is known."""
    if data.startswith(b"PK\x03\x04"):
        return _zip(data)
    if data.startswith(b"RIFF"):
        return _CONTAINERS.get(data[8:12])
    if data[4:8] == b"ftyp" and data.startswith(b"\x00\x00\x00"):
        return "a video file or a HEIC picture"
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)


def _zip(data: bytes) -> str:
    import io
    import zipfile  # late: rarely needed

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return "a ZIP archive"
    for start, kind in _INSIDE_ZIP:
        if any(name.startswith(start) for name in names):
            return kind
    return "a ZIP archive"
