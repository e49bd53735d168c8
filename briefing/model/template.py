"""What a template is and what its form asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FieldType(StrEnum):
    LINE = "line"
    TEXT = "text"
    """Several lines; each is a paragraph."""
    DATE = "date"
    """``YYYY-MM-DD``; other text is kept as it was written."""
    CHOICE = "choice"
    """One of ``choices``."""
    MARKING = "marking"
    """A protective marking: ``choices`` are suggestions, other text is allowed."""


@dataclass(frozen=True, slots=True)
class Field:
    """A question of the form."""

    id: str
    label: str
    type: FieldType = FieldType.LINE
    required: bool = False
    """Whether an empty answer shows as a gap in the document."""
    help: str = ""
    default: str = ""
    """Stands in for an empty answer."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    id: str
    """Name of its folder."""
    name: str
    description: str
    fields: tuple[Field, ...]
    """In the order of the form."""
    folder: Path
    source: str = "template.xml.j2"
    """Name of the file with the markup, in ``folder``."""
    type: str = "information"
    """``information``, ``issue`` or ``decision``."""

    def field(self, id: str) -> Field | None:
        return next((each for each in self.fields if each.id == id), None)


SOURCE_FIELDS: tuple[Field, ...] = (
    Field("outlet", "Source", required=True, help="Who published the article, such as a newspaper"),
    Field(
        "published",
        "Publication date",
        FieldType.DATE,
        required=True,
        help="The day the article came out",
    ),
    Field("headline", "Headline", help="As the article has it"),
    Field("author", "Author", help="Several are parted by a semicolon"),
    Field(
        "descriptor", "What the source is", help="Such as “state news agency”, “daily, Helsinki”"
    ),
    Field("place", "Place", help="Where the article was written"),
    Field("language", "Language", help="A code such as en, fr or uk"),
    Field("accessed", "Fetched on", FieldType.DATE, help="The day the page was fetched"),
    Field("url", "Address", help="Where the article can be found"),
)
"""What is asked of each article, whatever the template; ``SourceCard.value`` has the answers."""
