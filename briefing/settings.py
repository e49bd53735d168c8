"""What the person prefers, kept between runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import BriefingError
from briefing.paths import user_config

if TYPE_CHECKING:
    from briefing.reading import Limits

_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    scheme: str = "system"
    """``system``, ``light`` or ``dark``."""
    topic_set: str = "security-diplomacy"
    """Id of the topic set a new draft starts with."""
    template: str = "briefing-note"
    house: str = "modern"
    """Id of the house style."""
    page: str = ""
    """``A4`` or ``Letter``; empty for the paper of the house style."""
    archive: bool = True
    """Whether a PDF is made for the archive, as PDF/A."""
    receipt: bool = False
    """Whether a receipt is written beside each document."""
    language: str = "en-GB"
    """BCP 47 tag of the briefings."""
    sender: str = ""
    """What the field From starts with."""
    folder: str = ""
    """Where the file dialogs open; empty for the person's documents."""
    recent: tuple[str, ...] = ()
    """Paths opened last, newest first."""
    read_seconds: int = 60
    """How long reading a file may take."""
    read_memory_mb: int = 1024
    """How much memory it may take; MiB."""
    read_size_mb: int = 200
    """How large a file may be; millions of bytes."""
    geometry: str = ""
    """The window's place and size, as Qt saves it, in base 64."""
    splitters: tuple[tuple[str, str], ...] = ()
    """(name, state as Qt saves it, in base 64)."""

    @property
    def limits(self) -> Limits:
        """Of reading. What makes no sense is as at first: nothing could be opened by it."""
        from briefing.reading import Limits  # late: the window comes first

        usual = Limits()
        return Limits(
            seconds=float(self.read_seconds) if self.read_seconds > 0 else usual.seconds,
            memory=self.read_memory_mb << 20 if self.read_memory_mb > 0 else usual.memory,
            size=self.read_size_mb * 1_000_000 if self.read_size_mb > 0 else usual.size,
        )


def load(folder: Path | None = None) -> Settings:
    """The settings as saved. What is missing or damaged is as at first: a preference that
    cannot be read must not keep anyone from their work."""
    try:
        data = files.read((folder or user_config()) / _NAME)
    except BriefingError:
        return Settings()
    import msgspec  # late: not at the first start

    try:
        return msgspec.json.decode(data, type=Settings)
    except (msgspec.DecodeError, UnicodeError):
        return Settings()


def save(settings: Settings, folder: Path | None = None) -> None:
    """Raises FileProblem."""
    import msgspec

    path = (folder or user_config()) / _NAME
    files.make_folder(path.parent)
    files.write(path, msgspec.json.format(msgspec.json.encode(settings)))
