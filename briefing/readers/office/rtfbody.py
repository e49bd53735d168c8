"""RTF: groups in braces, control words, and bytes in the character set of their font.

One pass over the bytes; open groups lie on a list. What a control word of the standard means is
in ``rtfwords``; a group that begins with a word marked as optional and not known is skipped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from briefing.errors import TooDeep
from briefing.model.article import Role
from briefing.progress import Checkpoint
from briefing.readers.content import Block
from briefing.readers.office import flow, styles, symbols
from briefing.readers.office.rtfstory import Story
from briefing.readers.office.rtfwords import (
    CHARACTERS,
    CODECS,
    GROUPS,
    PAGES,
    SIGNS,
    STORIES,
    SYMBOLS,
    TRANSPARENT,
    Into,
    codec,
)

DEEPEST = 10_000
"""Groups in each other."""
_LONGEST_NAME = 200
"""Characters of a style's or a font's name."""
_EVERY = 20_000
"""Groups between two checkpoints."""
_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9A-Fa-f]{2})|([{}])|([^\\{}\r\n\0]+)"
    rb"|\\([^A-Za-z])",
    re.S,
)
_WORD, _NUMBERED, _HEX, _BRACE, _BYTES = 1, 2, 3, 4, 5
_MATH_LOOK = re.compile("m[a-zA-Z]+Pr")
_AFTER_END = b"\0 \r\n\t\x1a"
HIDDEN = "hidden passages"
FORMAT = "RTF document"


@dataclass(slots=True)
class _State:
    """What a brace puts back."""

    into: Into = Into.TEXT
    fallback: int = 1
    """Characters that follow ``\\u`` for programs that do not know it."""
    font: int = -1
    hidden: bool = False
    inserted: bool = False
    deleted: bool = False
    style: int = 0
    level: int = 9
    """Of the outline, from 0; 9 for none."""
    tables: int = 0
    """In how many tables the paragraph lies."""
    drop_cap: bool = False
    optional: bool = False
    """The group's first word may be skipped together with the group."""
    either: bool = False
    """Two groups follow that say the same, the second in Unicode."""
    outside: Into = Into.TEXT
    """Of a group that says the same as another: where its text would go."""

    def copy(self) -> _State:
        return _State(
            self.into, self.fallback, self.font, self.hidden, self.inserted, self.deleted,
            self.style, self.level, self.tables, self.drop_cap, False, False, self.outside,
        )  # fmt: skip


@dataclass(slots=True)
class Read:
    """What was found."""

    blocks: list[Block]
    headers: list[Block]
    footers: list[Block]
    title: str
    """Of the file's properties."""
    styled_title: str
    tally: Counter[str]
    insertions: int
    deletions: int
    open_groups: int
    """At the end; any but 0 when the file is cut off."""
    rest: int
    """Bytes after the end that were not read."""


def read(data: bytes, name: str, default: str | None, checkpoint: Checkpoint) -> Read:
    """``default`` is the codec where the file leaves it open. Raises TooDeep."""
    return _Reader(data, name, default, checkpoint).read()


class _Reader:
    def __init__(self, data: bytes, name: str, default: str | None, checkpoint: Checkpoint) -> None:
        self.data, self.name, self.checkpoint = data, name, checkpoint
        self.told = default
        self.default = default or "cp1252"
        self.state = _State()
        self.stack: list[_State] = []
        self.stories = [Story()]
        self.closing: dict[int, str] = {}
        """Depth of a group → the kind of the story that ends with it."""
        self.furniture = flow.Furniture()
        self.raw = bytearray()
        """Bytes that wait for the rest of their character, all in one font."""
        self.raw_state = self.state
        self.skip = 0
        """Characters to leave out, for ``\\u`` has said them."""
        self.default_font = -1
        self.charsets: dict[int, int] = {}
        self.font_names: dict[int, str] = {}
        self.style_names: dict[int, str] = {}
        self.style_levels: dict[int, int] = {}
        self.bases: dict[int, int] = {}
        self.codecs: dict[int, str | None] = {}
        """Font → codec; None for a font of signs."""
        self.notes: Counter[str] = Counter()
        self.tally: Counter[str] = Counter()
        self.changes = [0, 0]
        self.was = (False, False, False)
        """Whether the text before was inserted, deleted, hidden."""
        self.title: list[str] = []
        self.styled_title = ""
        self.shape_key = ""
        self.endnote = False

    def read(self) -> Read:
        position, rest, groups, ended = 0, 0, 0, False
        words = _WORDS
        data = self.data
        while position < len(data):
            for token in _TOKEN.finditer(data, position):
                kind = token.lastindex
                if kind == _BYTES:
                    self.bytes(token[5])
                elif kind == _HEX:
                    self.bytes(bytes((int(token[3], 16),)))
                elif kind == _BRACE:
                    self.skip = 0
                    if token[4] == b"{":
                        groups += 1
                        if groups % _EVERY == 0:
                            self.checkpoint(token.start(), len(data))
                        self.open()
                    elif self.close() and not ended:
                        ended = True  # what a brace too many ends too early still goes on
                        after = data[token.end() :].strip(_AFTER_END)
                        if after and b"\\par" not in after:
                            rest = len(after)
                            position = len(data)
                            break
                elif kind in (_WORD, _NUMBERED):
                    word = token[1].decode("ascii")
                    number = int(token[2]) if kind == _NUMBERED else None
                    if word == "bin":
                        position = token.end() + max(0, number or 0)
                        break
                    self.word(word, number, words)
                else:
                    self.symbol(token[6])
            else:
                break
        return self.finished(rest)

    def finished(self, rest: int) -> Read:
        self.flush()
        open_groups = len(self.stack)
        while self.stack:
            self.close()
        self.end_paragraph()
        return Read(
            blocks=self.stories[0].close(),
            headers=self.furniture.headers,
            footers=self.furniture.footers,
            title="".join(self.title),
            styled_title=self.styled_title,
            tally=self.tally,
            insertions=self.changes[0],
            deletions=self.changes[1],
            open_groups=open_groups,
            rest=rest,
        )

    def open(self) -> None:
        if self.raw:
            self.flush()
        state = self.state
        self.stack.append(state)
        if len(self.stack) > DEEPEST:
            raise TooDeep(self.name, FORMAT)
        self.state = state.copy()
        if state.either:
            self.state.outside = state.into
            self.state.into = Into.NOWHERE

    def close(self) -> bool:
        """Whether that was the end of the document."""
        if self.raw:
            self.flush()
        if (kind := self.closing.pop(len(self.stack), None)) is not None:
            self.end_story(kind)
        if not self.stack:
            return True
        self.state = self.stack.pop()
        return not self.stack

    def bytes(self, found: bytes) -> None:
        if self.skip:
            skipped = min(self.skip, len(found))
            self.skip -= skipped
            found = found[skipped:]
        state = self.state
        if state.into is Into.NOWHERE or state.into is Into.INFO:
            return
        if self.raw and self.raw_state is not state:
            self.flush()
        self.raw_state = state
        self.raw += found

    def flush(self) -> None:
        raw, state = bytes(self.raw), self.raw_state
        self.raw.clear()
        if raw and state.into is Into.FONTS:  # of which no more is known than its number
            self.put(raw.decode(self.default, "replace"), state)
        elif raw:
            self.put(self.decoded(raw, state.font), state)

    def decoded(self, raw: bytes, font: int) -> str:
        if font not in self.codecs:
            self.codecs[font] = self.codec_of(font)
        found = self.codecs[font]
        if found is not None:
            return raw.decode(found, "replace")
        name = self.font_names.get(font, "").rstrip(";")
        return "".join(symbols.letter(each, name) for each in raw)

    def codec_of(self, font: int) -> str | None:
        charset = self.charsets.get(font, 1)
        if charset == SIGNS and symbols.table_of(self.font_names.get(font, "").rstrip(";")):
            return None
        if charset == 0 and self.told:
            return self.told
        return CODECS.get(charset, self.default)

    def put(self, text: str, state: _State) -> None:
        match state.into:
            case Into.TEXT:
                story = self.stories[-1]
                before, self.was = self.was, (state.inserted, state.deleted, state.hidden)
                if state.deleted:
                    self.changes[1] += not before[1]
                elif state.hidden:
                    self.tally[HIDDEN] += not before[2]
                else:
                    self.changes[0] += state.inserted and not before[0]
                    story.pieces.append(text)
            case Into.LABEL:
                self.stories[-1].label.append(text)
            case Into.FONTS:
                _add(self.font_names, state.font, text)
            case Into.STYLES:
                _add(self.style_names, state.style, text)
            case Into.TITLE:
                self.title.append(text)
            case Into.SHAPE_KEY:
                self.shape_key = (self.shape_key + text)[:_LONGEST_NAME]
            case Into.SHAPE_VALUE:
                if self.shape_key.strip() == "gtextUNICODE":
                    self.stories[-1].below.append(Block(text))
            case _:
                pass

    def character(self, text: str) -> None:
        if self.raw:
            self.flush()
        self.put(text, self.state)

    def symbol(self, sign: bytes) -> None:
        self.skip = 0
        if sign == b"*":
            self.state.optional = True
        elif sign in b"\r\n":
            self.end_of_paragraph(None)
        elif (text := SYMBOLS.get(sign)) is not None:
            if text in "{}\\":
                self.bytes(sign)
            else:
                self.character(text)

    def word(self, word: str, number: int | None, words: dict[str, _Word]) -> None:
        state = self.state
        optional, state.optional = state.optional, False
        if state.into is Into.NOWHERE:
            if word == "ud" and optional:
                state.into = state.outside
            return
        if word == "u":
            self.unicode(number)
            return
        self.skip = 0
        if (begin := words.get(word)) is not None:
            if self.raw:
                self.flush()
            begin(self, number)
        elif (text := CHARACTERS.get(word)) is not None:
            self.character(text)
        elif (into := GROUPS.get(word)) is not None:
            if self.raw:
                self.flush()
            if word == "annotation":
                self.tally["comments"] += 1
            if into is Into.SHAPE_KEY:
                self.shape_key = ""
            state.into = into
        elif (kind := STORIES.get(word)) is not None:
            self.begin_story(kind)
        elif (optional and word not in TRANSPARENT) or (
            word[0] == "m" and _MATH_LOOK.fullmatch(word)
        ):
            if self.raw:
                self.flush()
            state.into = Into.NOWHERE

    def unicode(self, number: int | None) -> None:
        state = self.state
        self.skip = state.fallback
        if number is None or state.into is Into.INFO:
            return
        code = number + 0x10000 if number < 0 else number
        if 0 <= code < 0x110000:
            if 0xF000 <= code <= 0xF0FF:
                name = self.font_names.get(state.font, "").rstrip(";")
                self.character(symbols.letter(code, name))
            else:
                self.character(chr(code))

    def begin_story(self, kind: str) -> None:
        if self.raw:
            self.flush()
        if self.stack and len(self.stack) not in self.closing:
            self.stories.append(Story(kind))
            self.closing[len(self.stack)] = kind
            self.state.into = Into.TEXT
            self.state.tables = 0
            self.state.hidden = self.state.deleted = False

    def end_story(self, kind: str) -> None:
        self.end_paragraph()
        found = self.stories.pop().close()
        outer = self.stories[-1]
        if kind == "footnote":
            which = "endnote" if self.endnote else "footnote"
            self.endnote = False
            if found:
                self.notes[which] += 1
                cue = f"{which} {self.notes[which]}"
                outer.below += [Block(each.text, Role.NOTICE, cue) for each in found]
        elif kind == "box":
            outer.below += found
        else:
            self.furniture.add(kind, found)

    def end_of_paragraph(self, number: int | None) -> None:  # noqa: ARG002
        if self.raw:
            self.flush()
        if self.state.into is Into.TEXT and not self.state.deleted:
            if self.state.drop_cap:
                return
            self.end_paragraph()

    def end_paragraph(self) -> None:
        story = self.stories[-1]
        story.add(self.paragraph(story), self.state.tables)

    def paragraph(self, story: Story) -> list[Block]:
        state = self.state
        text = "".join(story.pieces).strip()
        label = "".join(story.label).strip()
        below = story.below
        story.pieces, story.label, story.below = [], [], []
        if not text:
            return below
        if any(map(str.isalnum, label)):  # a bullet is no text
            text = f"{label} {text}"
        given = self.role(state)
        if given[0] is Role.HEADING and not self.styled_title and len(self.stories) == 1:
            name = self.style_names.get(state.style, "").strip(" ;")
            self.styled_title = text if styles.is_title(name) else ""
        parts = flow.parts(text)
        return [Block(part, *styles.of_text(part, given), bool(label)) for part in parts] + below

    def role(self, state: _State) -> tuple[Role | None, str]:
        name = self.style_names.get(state.style, "").strip(" ;") if state.style else ""
        level = state.level if state.level < 9 else self.style_levels.get(state.style, 9)
        if (given := styles.role(name))[0] is not None:
            return given
        base = self.bases.get(state.style)
        if base and base != state.style:
            of_base = self.style_names.get(base, "").strip(" ;")
            role, cue = styles.role(of_base)
            if role is not None:
                return role, f"{styles.cue(name)}, as {cue}"
        return styles.role(name, level + 1) if 0 <= level < 9 else styles.NO_ROLE

    def end_cell(self, number: int | None) -> None:  # noqa: ARG002
        if self.state.into is Into.TEXT:
            self.stories[-1].end_cell(self.paragraph(self.stories[-1]), 1)

    def end_row(self, number: int | None) -> None:  # noqa: ARG002
        if self.state.into is Into.TEXT:
            self.stories[-1].end_row(self.paragraph(self.stories[-1]), 1)

    def end_nested_cell(self, number: int | None) -> None:  # noqa: ARG002
        if self.state.into is Into.TEXT:
            level = max(2, self.state.tables)
            self.stories[-1].end_cell(self.paragraph(self.stories[-1]), level)

    def end_nested_row(self, number: int | None) -> None:  # noqa: ARG002
        if self.state.into is Into.TEXT:
            level = max(2, self.state.tables)
            self.stories[-1].end_row(self.paragraph(self.stories[-1]), level)

    def font(self, number: int | None) -> None:
        self.state.font = -1 if number is None else number

    def charset(self, number: int | None) -> None:
        if self.state.into is Into.FONTS and number is not None:
            self.charsets[self.state.font] = number

    def code_page(self, number: int | None) -> None:
        if self.told is None and number is not None:
            self.default = codec(number) or self.default

    def paragraph_defaults(self, number: int | None) -> None:  # noqa: ARG002
        state = self.state
        state.style, state.level, state.tables, state.drop_cap = 0, 9, 0, False

    def letter_defaults(self, number: int | None) -> None:  # noqa: ARG002
        state = self.state
        state.hidden = state.inserted = state.deleted = False
        state.font = self.default_font

    def style(self, number: int | None) -> None:
        self.state.style = number or 0

    def based_on(self, number: int | None) -> None:
        if self.state.into is Into.STYLES and number is not None:
            self.bases[self.state.style] = number

    def outline(self, number: int | None) -> None:
        level = 9 if number is None else number
        if self.state.into is Into.STYLES:
            self.style_levels[self.state.style] = level
        else:
            self.state.level = level

    def file_title(self, number: int | None) -> None:  # noqa: ARG002
        if self.state.into is Into.INFO:
            self.state.into = Into.TITLE

    def note_is_endnote(self, number: int | None) -> None:  # noqa: ARG002
        self.endnote = True

    def embedded(self, number: int | None) -> None:  # noqa: ARG002
        self.tally["embedded objects"] += 1


def _add(names: dict[int, str], number: int, text: str) -> None:
    names[number] = (names.get(number, "") + text)[:_LONGEST_NAME]


_Word = Callable[[_Reader, int | None], None]


def _set(name: str) -> _Word:
    """A word that switches something on, and off with a 0."""

    def switch(reader: _Reader, number: int | None) -> None:
        setattr(reader.state, name, number != 0)

    return switch


def _default_font(reader: _Reader, number: int | None) -> None:
    reader.default_font = reader.state.font = -1 if number is None else number


def _fallback(reader: _Reader, number: int | None) -> None:
    reader.state.fallback = min(max(number or 0, 0), 100)


def _in_table(reader: _Reader, number: int | None) -> None:
    reader.state.tables = max(1, reader.state.tables) if number != 0 else 0


def _in_tables(reader: _Reader, number: int | None) -> None:
    reader.state.tables = max(0, number or 0)


def _page(name: str) -> _Word:
    def page(reader: _Reader, number: int | None) -> None:  # noqa: ARG001
        if reader.told is None:
            reader.default = PAGES[name]

    return page


_WORDS: dict[str, _Word] = {
    "par": _Reader.end_of_paragraph,
    "sect": _Reader.end_of_paragraph,
    "cell": _Reader.end_cell,
    "nestcell": _Reader.end_nested_cell,
    "nestrow": _Reader.end_nested_row,
    "row": _Reader.end_row,
    "f": _Reader.font,
    "fcharset": _Reader.charset,
    "ansicpg": _Reader.code_page,
    "pard": _Reader.paragraph_defaults,
    "plain": _Reader.letter_defaults,
    "s": _Reader.style,
    "sbasedon": _Reader.based_on,
    "outlinelevel": _Reader.outline,
    "title": _Reader.file_title,
    "ftnalt": _Reader.note_is_endnote,
    "object": _Reader.embedded,
    "deff": _default_font,
    "uc": _fallback,
    "intbl": _in_table,
    "itap": _in_tables,
    "v": _set("hidden"),
    "revised": _set("inserted"),
    "deleted": _set("deleted"),
    "dropcapt": _set("drop_cap"),
    "upr": _set("either"),
    **{each: _page(each) for each in PAGES},
}
