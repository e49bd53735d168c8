"""The words of a paragraph in a row, and where lines may end between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter

from briefing.writers.layout import breaking
from briefing.writers.layout.items import OBJECT, Item, Picture
from briefing.writers.layout.letters import Letters, Word
from briefing.writers.layout.setter import Setter

_LONG = 256
_TOKEN = re.compile(rf"[^ ]{{1,{_LONG}}}[^ \w]{{0,{_LONG}}} *| +")
"""What is longer than any word is taken in parts, each with its marks: each line looks at what is
left of a word."""
_CONTROL = re.compile("([\n\t])")

_odd = attrgetter("odd")

TAB, BREAK = "\t", "\n"


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a row that have one look."""

    letters: Letters
    inline: int
    note: int = 0
    picture: Picture | None = None


@dataclass(slots=True)
class Flow:
    words: list[Word] = field(default_factory=list[Word])
    begins: list[bool] = field(default_factory=list[bool])
    """Whether a line may begin with the word of this index."""
    spans: list[Span] = field(default_factory=list[Span])
    bounds: list[int] = field(default_factory=list[int])
    """Index of the first word of each span, and at last the number of words."""
    tabs: list[int] = field(default_factory=list[int])
    """Indices of words that are tabs."""
    breaks: list[int] = field(default_factory=list[int])
    """Indices of words that are line breaks."""
    text: str = ""
    slanted: bool = False
    """Whether any letters are italic."""

    def span_at(self, index: int) -> Span:
        """That of the word of this index."""
        return self.spans[bisect_right(self.bounds, index, 0, len(self.spans)) - 1]

    def starts(self) -> list[int]:
        """Index into the text of each word, and the length of the text."""
        return list(accumulate([len(each.text) for each in self.words], initial=0))


def flow(items: Sequence[Item], setter: Setter, plain: Letters) -> Flow:
    """``plain`` are the letters of the paragraph itself, for what has no letters."""
    made = Flow()
    texts: list[str] = []
    for item in items:
        if isinstance(item, Picture):
            _add_picture(made, item, plain)
            texts.append(OBJECT)
            continue
        if not item.text:
            continue
        texts.append(item.text)
        letters = setter.letters(item.look, item.language)
        span = Span(letters, item.inline, item.note)
        if "\n" in item.text or "\t" in item.text:
            for part in _CONTROL.split(item.text):
                if part in (TAB, BREAK):
                    _add_control(made, part, span)
                elif part:
                    _add_words(made, part, span)
        else:
            _add_words(made, item.text, span)
    made.bounds.append(len(made.words))
    made.text = "".join(texts)
    return made


def _add_words(made: Flow, text: str, span: Span) -> None:
    words, begins = made.words, made.begins
    first = len(words)
    made.spans.append(span)
    made.bounds.append(first)
    if span.letters.overhang:
        made.slanted = True
    found = span.letters.words(text, _TOKEN.findall(text))
    if len(text) > _LONG and not all(each.blanks for each in found[:-1]):
        _add_parts(made, found)
    elif any(map(_odd, found)):
        closed = False
        for word in found:
            begins.append(not (closed or word.closes))
            closed = word.opens
            if word.split:
                words.extend(word.split)
                begins.extend([True] * (len(word.split) - 1))
            else:
                words.append(word)
    else:
        words.extend(found)
        begins.extend([True] * len(found))
    if first:
        before, after = words[first - 1].text, words[first].text
        if span.note:
            begins[first] = False  # a note's sign stays with what it is a note to
        elif before not in (TAB, BREAK):
            begins[first] = breaking.may_end(before, after)


def _add_parts(made: Flow, found: Sequence[Word]) -> None:
    """Words of which some may be parts of one."""
    before: Word | None = None
    for word in found:
        if before is None or before.blanks:
            begins = not (word.closes or (before is not None and before.opens))
        else:
            begins = breaking.may_end(before.text, word.text)
        parts = word.split or (word,)
        made.words.extend(parts)
        made.begins.extend((begins, *[True] * (len(parts) - 1)))
        before = word


def _add_control(made: Flow, sign: str, span: Span) -> None:
    (made.tabs if sign == TAB else made.breaks).append(len(made.words))
    made.spans.append(span)
    made.bounds.append(len(made.words))
    made.words.append(Word(sign, 0, 0, 0, 0, 0, None, ()))
    made.begins.append(True)


def _add_picture(made: Flow, picture: Picture, plain: Letters) -> None:
    made.spans.append(Span(plain, -1, picture=picture))
    made.bounds.append(len(made.words))
    made.words.append(Word(OBJECT, picture.width, 0, picture.width, 0, 0, None, ()))
    made.begins.append(True)
