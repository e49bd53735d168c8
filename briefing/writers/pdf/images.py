"""Pictures: a JPEG as it is, anything else by its points."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

from reportlab.lib.utils import ImageReader

if TYPE_CHECKING:
    from briefing.writers.pdf.file import File

_SPACES = {"RGB": "DeviceRGB", "L": "DeviceGray"}


def put(file: File, data: bytes) -> int:
    """Gives the number of its object. Raises OSError for what is no picture."""
    from PIL import Image

    image: Any = Image.open(io.BytesIO(data))
    if image.format == "JPEG" and image.mode in _SPACES:
        return _put(file, image.size, _SPACES[image.mode], data, "/Filter/DCTDecode")
    if image.format == "JPEG":
        image = image.convert("RGB")  # a printer's colours have no place beside those of a screen
    reader: Any = ImageReader(image)
    points: bytes = reader.getRGBData()
    space = _SPACES[reader.mode]
    entries = "/Filter/FlateDecode"
    if reader._dataA is not None:
        mask: bytes = reader._dataA.getRGBData()
        number = _put(file, image.size, "DeviceGray", zlib.compress(mask), entries)
        entries += f"/SMask {number} 0 R"
    return _put(file, image.size, space, zlib.compress(points), entries)


def _put(file: File, size: tuple[int, int], space: str, content: bytes, entries: str) -> int:
    entries = (
        f"/Type/XObject/Subtype/Image/Width {size[0]}/Height {size[1]}"
        f"/ColorSpace/{space}/BitsPerComponent 8{entries}"
    )
    return file.put_stream(content, entries, packed=False)
