"""Footnotes, endnotes, or comments in their place: a part of their own each."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.brief import Note, Notes
from briefing.writers.docx.inlines import Part
from briefing.writers.docx.looks import Looks, around
from briefing.writers.house.look import CharacterStyle, Style
from briefing.writers.house.whole import House

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COMMENT_TEXT, COMMENT_REFERENCE = "CommentText", "CommentReference"
"""Ids of Word's own styles of comments, should the house style lack them (see ``base``)."""
_AUTHOR = 'w:author="Briefing" w:initials="B"'
_SEPARATORS = tuple(
    f'<w:{{0}} w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" '
    f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:{{0}}>'
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
"""The line above the notes of a page, and above those that go on from the page before."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to have notes."""

    root: str
    """Of the part, and what the part and its content type are called."""
    element: str
    style: str
    """Id of the paragraphs' style."""
    reference: str
    """Id of the style of a note's number, or of a comment's mark."""

    @property
    def part(self) -> str:
        return f"word/{self.root}.xml"

    @property
    def content_type(self) -> str:
        return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{self.root}+xml"

    @property
    def relation(self) -> str:
        return f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{self.root}"


def kind_of(notes: Notes, house: House, comments: tuple[str, str] | None = None) -> Kind:
    """``comments``: ids of the styles of comments' text and mark, if not the usual ones."""
    ids = house.character_ids
    match notes:
        case Notes.FOOTNOTES:
            style, reference = Style.FOOTNOTE, CharacterStyle.FOOTNOTE_REFERENCE
        case Notes.ENDNOTES:
            style, reference = Style.ENDNOTE, CharacterStyle.ENDNOTE_REFERENCE
        case Notes.COMMENTS:
            return Kind("comments", "comment", *(comments or (COMMENT_TEXT, COMMENT_REFERENCE)))
    return Kind(notes.value, notes.value[:-1], house.styles[style].id, ids[reference])


class Gathered:
    """The notes of a document, in the order of their references."""

    def __init__(self, kind: Kind, looks: Looks, house: House, first_comment: int) -> None:
        """``first_comment``: from where on ids are free."""
        self._kind = kind
        self._comments = kind.element == "comment"
        self._first = first_comment if self._comments else 1
        self._part = Part(looks)
        self._notes: list[str] = []
        look = next((each for each in house.styles.values() if each.id == kind.style), None)
        self._around = around(look.text) if look else around()

    def __bool__(self) -> bool:
        return bool(self._notes)

    def refer(self, note: Note, made: list[str], since: int) -> None:
        id = self._first + len(self._notes)
        style = f'<w:rPr><w:rStyle w:val="{self._kind.reference}"/></w:rPr>'
        element = self._kind.element
        if self._comments:
            made.insert(since, f'<w:commentRangeStart w:id="{id}"/>')
            made.append(f'<w:commentRangeEnd w:id="{id}"/>')
        made.append(f'<w:r>{style}<w:{element}Reference w:id="{id}"/></w:r>')
        words, rtl = self._part.inlines(note.inlines, self._around)
        attributes = f'w:id="{id}"' + (f" {_AUTHOR}" if self._comments else "")
        mark = "annotationRef" if self._comments else f"{element}Ref"
        space = "" if self._comments else '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        self._notes.append(
            f'<w:{element} {attributes}><w:p><w:pPr><w:pStyle w:val="{self._kind.style}"/>'
            f"{'<w:bidi/>' if rtl else ''}</w:pPr><w:r>{style}<w:{mark}/></w:r>{space}{words}"
            f"</w:p></w:{element}>"
        )

    def relationships(self) -> str:
        return self._part.relationships()

    def xml(self) -> str:
        root, element = self._kind.root, self._kind.element
        separators = () if self._comments else (each.format(element) for each in _SEPARATORS)
        return (
            f"{DECLARATION}<w:{root} {NAMESPACES}>{''.join(separators)}"
            f"{''.join(self._notes)}</w:{root}>"
        )
