"""What is found wanting in a reference file, each thing once."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.errors import NotFollowed, Notice


class Findings:
    def __init__(self, name: str) -> None:
        self.name = name
        self._found: dict[Notice, None] = {}

    def add(self, notice: Notice) -> None:
        self._found.setdefault(notice)

    def not_followed(self, what: str, where: str = "", details: Iterable[str] = ()) -> None:
        self.add(NotFollowed(self.name, what, where, tuple(dict.fromkeys(details))))

    @property
    def all(self) -> tuple[Notice, ...]:
        return tuple(self._found)
