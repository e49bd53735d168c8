"""What a server has packed is unpacked as it comes, and never to more than is wanted."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

_CODES: dict[str, tuple[int, ...]] = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}
"""Window bits for zlib; "deflate" is sent with a head and without one."""


class TooMuch(Exception):
    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class Unknown(Exception):
    """A packing that was not asked for."""


class Broken(Exception):
    """It does not unpack, or ends too early."""


class Unpacker:
    def __init__(self, packing: str, limit: int) -> None:
        """``packing`` as ``Content-Encoding`` says; ``limit`` in bytes. Raises Unknown."""
        packing = packing.strip().lower()
        if packing in ("", "identity"):
            self._bits: tuple[int, ...] = ()
        elif packing in _CODES:
            self._bits = _CODES[packing]
        else:
            raise Unknown(packing)
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._decoder: Any = None

    def take(self, chunk: bytes) -> None:
        """Raises TooMuch and Broken."""
        if not self._bits:
            self._keep(chunk)
            return
        if self._decoder is None:
            self._decoder = self._begun(chunk)
        while chunk:
            if self._decoder.eof:  # a second packed part follows the first
                self._decoder = zlib.decompressobj(self._bits[0])
            self._keep(_tried(self._decoder.decompress, chunk, self._limit - self._size + 1))
            chunk = self._decoder.unconsumed_tail or self._decoder.unused_data

    def finished(self) -> bytes:
        """All of it. Raises Broken."""
        if self._decoder is not None and not self._decoder.eof:
            raise Broken
        return b"".join(self._parts)

    def _begun(self, chunk: bytes) -> Any:
        """The decoder that the first bytes fit."""
        for bits in self._bits[:-1]:
            try:
                zlib.decompressobj(bits).decompress(chunk[:2], 1)
                return zlib.decompressobj(bits)
            except zlib.error:
                continue
        return zlib.decompressobj(self._bits[-1])

    def _keep(self, part: bytes) -> None:
        self._parts.append(part)
        self._size += len(part)
        if self._size > self._limit:
            raise TooMuch(self._limit)


def _tried(decompress: Callable[[bytes, int], bytes], chunk: bytes, most: int) -> bytes:
    try:
        return decompress(chunk, most)
    except zlib.error as error:
        raise Broken from error
