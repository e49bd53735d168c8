"""The house style: how each named style looks, in Word and in the PDF alike."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, cast

from briefing import paths
from briefing.errors import HouseStyleProblem

MILLIMETRE = 72 / 25.4
"""In points."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A paragraph. Lengths are in points, colours ``#rrggbb``."""

    size: float
    line: float
    """Distance between base lines, as a multiple of ``size``."""
    before: float = 0
    after: float = 0
    indent: float = 0
    """Of the text from the left margin; bullets and numbers hang in it."""
    colour: str = "#000000"
    bold: bool = False
    italic: bool = False

    @property
    def leading(self) -> float:
        """Distance between base lines in points."""
        return self.size * self.line


@dataclass(frozen=True, slots=True)
class PageMargins:
    """Distances from the edges of the paper, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float


@dataclass(frozen=True, slots=True)
class Fonts:
    word: str
    """Family that the Word file names."""
    package: str
    """Python package that holds the TrueType files for the PDF."""
    regular: str
    bold: str
    italic: str
    bold_italic: str
    fallback: tuple[str, ...]
    """Names of font files, without suffix, that are tried first for a letter the fonts lack."""


@dataclass(frozen=True, slots=True)
class InlineColours:
    mark: str
    gap: str
    muted: str
    link: str


@dataclass(frozen=True, slots=True)
class TableLook:
    rule: str
    """Colour of the rules."""
    shade: str
    """Colour behind a repeated head row."""
    padding: float
    """Above and below the text of a cell, in points."""
    side: float
    """Left and right of the text of a cell, in points."""


@dataclass(frozen=True, slots=True)
class TextStyles:
    """Values of ParagraphStyle, the three headings, and what only tables and pages have."""

    normal: TextStyle
    title: TextStyle
    subtitle: TextStyle
    heading1: TextStyle
    heading2: TextStyle
    heading3: TextStyle
    lead: TextStyle
    bullet: TextStyle
    number: TextStyle
    quote: TextStyle
    caption: TextStyle
    cell: TextStyle
    label: TextStyle
    marking: TextStyle
    header: TextStyle
    footer: TextStyle

    def named(self, name: str) -> TextStyle:
        return cast("TextStyle", getattr(self, name))


@dataclass(frozen=True, slots=True)
class HouseStyle:
    id: str
    name: str
    page: PageMargins
    fonts: Fonts
    inline: InlineColours
    table: TableLook
    styles: TextStyles


@lru_cache(maxsize=8)
def house_style(id: str = "modern") -> HouseStyle:
    """Raises HouseStyleProblem when there is none or it is broken."""
    path = paths.TEMPLATES / "house-styles" / f"{id}.toml"
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        data["fonts"]["fallback"] = tuple(data["fonts"]["fallback"])
        names = [each.name for each in fields(TextStyles)]
        styles = {name: TextStyle(**data["styles"].pop(name)) for name in names}
        if data["styles"]:
            raise ValueError(f"unknown styles: {', '.join(data['styles'])}")
        return HouseStyle(
            id,
            str(data["name"]),
            PageMargins(**data["page"]),
            Fonts(**data["fonts"]),
            InlineColours(**data["inline"]),
            TableLook(**data["table"]),
            TextStyles(**styles),
        )
    except KeyError as error:
        raise HouseStyleProblem(id, f"{error} is missing") from error
    except (OSError, ValueError, TypeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise HouseStyleProblem(id, reason) from error
