"""What the person prefers, kept between runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing import files
from briefing.errors import BriefingError
from briefing.paths import user_config

_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    scheme: str = "system"
    """``system``, ``light`` or ``dark``."""
    topic_set: str = "security-diplomacy"
    """Id of the topic set a new draft starts with."""
    template: str = "briefing-note"
    page: str = "A4"
    """``A4`` or ``Letter``."""
    language: str = "en-GB"
    """BCP 47 tag of the briefings."""
    sender: str = ""
    """What the field From starts with."""
    folder: str = ""
    """Where the file dialogs open; empty for the person's documents."""
    recent: tuple[str, ...] = ()
    """Paths opened last, newest first."""
    geometry: str = ""
    """The window's place and size, as Qt saves it, in base 64."""
    splitters: tuple[tuple[str, str], ...] = ()
    """(name, state as Qt saves it, in base 64)."""


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
