"""Layouts, each a PDF and the paragraphs that are in it."""

from __future__ import annotations

from briefing.model.article import ReadAs, Role
from briefing.progress import unchecked
from briefing.readers import pdf
from briefing.readers.content import Block, Content


def read(data: bytes, name: str = "story.pdf") -> Content:
    return pdf.read(data, name, ReadAs(), unchecked)


def texts(content: Content) -> list[str]:
    return [each.text for each in content.blocks]


def body(content: Content) -> list[str]:
    """What is neither heading nor furniture, as far as the reader tells."""
    return [each.text for each in content.blocks if each.role is None]


def of(content: Content, role: Role) -> list[Block]:
    return [each for each in content.blocks if each.role is role]
