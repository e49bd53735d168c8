"""Words and marks of a sentence, with their places in the article."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing import gazetteer
from briefing.analysis.names.vocabulary import known
from briefing.lexicon import either, words

_LONG = 6
"""Letters: no syllable of a Korean name has as many."""


class Token(NamedTuple):
    """A tuple, for a text has very many."""

    text: str
    start: int
    end: int
    low: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Written like a name: ``Milley``, ``al-Sisi``, ``d'Estaing``, ``F-16``."""
        text = self.text
        if text[0].isupper():
            return True
        return text[0].islower() and any(mark in text for mark in "-'’") and _inner(text)


def _inner(text: str) -> bool:
    start = _PREFIXED.match(text)
    return start is not None and text[start.end() : start.end() + 1].isupper()


_PREFIXED = re.compile(r"(?:al|el|as|ar|an|at|az|ad|ul|ud|ol|ez|es|ash|esh|bin|abu)-|[dl][’']")


@cache
def _pattern() -> re.Pattern[str]:
    shortened = either([*words("abbreviations", "titles"), *known("abbreviations")])
    return re.compile(
        r"(?:[A-Z]\.){2,}"  # U.S.
        rf"|\b(?:{shortened})\."
        r"|\b[A-Z]\.(?=\s?[A-Z])"  # an initial
        r"|[’'][sS]\b(?![’'])"  # a genitive
        r"|[^\W_]+(?:(?:[.&-]|[’'](?!s\b))[^\W_]+)*"
        r"|[^\w\s]"
    )


def split(text: str, start: int, end: int) -> list[Token]:
    """Of one sentence. ``Kremlin-backed`` is three tokens, ``Milley-Gerasimov`` is one."""
    found: list[Token] = []
    for match in _pattern().finditer(text, start, end):
        word, at = match[0], match.start()
        head, hyphen, tail = word.rpartition("-")
        if (
            hyphen
            and tail[:1].islower()
            and head[:1].isupper()
            and tail not in known("second_parts")
            and not (found and found[-1].text in gazetteer.surnames_first() and len(tail) < _LONG)
        ):
            found.append(Token(head, at, at + len(head), head.lower()))
            found.append(Token("-", at + len(head), at + len(head) + 1, "-"))
            found.append(Token(tail, match.end() - len(tail), match.end(), tail.lower()))
        else:
            found.append(Token(word, at, match.end(), word.lower()))
    return found
