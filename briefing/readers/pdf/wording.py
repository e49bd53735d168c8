"""Lines to words: what stands where a line was broken.

A hyphen at the end of a line is the word's own, or was put there to break it. No dictionary
tells; the document itself does, where it has the word, whole or with its hyphen, somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from briefing.lexicon import words
from briefing.readers.pdf.dropcaps import SEAM
from briefing.readers.pdf.marks import HYPHEN

_LONGEST_WORD = 60
_SHORTEST_PART = 4
"""Letters of a word in a compound that only the document's other words prove."""
_LAST = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?$")
_FIRST = re.compile(r"^\w+(?:['’]\w+)*")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEW, _FEW_JUSTIFIED = 0.04, 0.015
"""Share of lines with a hyphen at their end. Where they all end at one edge, most that print
break words; where they do not, few do."""
_FEWEST_LINES = 12
"""Of a document in which one such line tells nothing."""
_NOTE = re.compile("^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?=\\w)")
_HYPHENS = ("-", "\u2010", "\u00ad", HYPHEN)


class Wording:
    """Puts the lines of a document together."""

    def __init__(self, texts: Sequence[str], justified: bool) -> None:
        self._texts = texts
        self._justified = justified
        self._few = _FEW_JUSTIFIED if justified else _FEW

    @cached_property
    def _words(self) -> frozenset[str]:
        """In small letters; without those that a line end breaks. Made only when asked for."""
        found: set[str] = set()
        for each in self._texts:
            all_words = _WORD.findall(each.casefold())
            if each.endswith(_HYPHENS) and all_words:
                all_words.pop()
            found.update(all_words)
        return frozenset(found)

    @cached_property
    def _before_hyphens(self) -> frozenset[str]:
        """What the document has before a hyphen within a line."""
        return frozenset(each.split("-")[0] for each in self._words if "-" in each)

    @cached_property
    def _breaks_words(self) -> bool:
        """Whether the document breaks words at all. Where hardly a line ends with a hyphen, and
        no word that ends so is elsewhere whole, those that do are of words that have it."""
        broken = [
            (line, following)
            for line, following in pairwise(self._texts)
            if line.endswith(_HYPHENS)
        ]
        count = len(self._texts)
        one_is_few = not self._justified and count >= _FEWEST_LINES
        if len(broken) > max(int(one_is_few), self._few * count):
            return True
        return any(
            (before := _LAST.search(line[-_LONGEST_WORD:-1]))
            and (after := _FIRST.search(following))
            and (before[0] + after[0]).casefold() in self._words
            for line, following in broken
        )

    def text(self, lines: Sequence[str]) -> str:
        made = lines[0]
        parts: list[str] = []
        for following in lines[1:]:
            made, between = self._break(made, following)
            parts += (made, between)
            made = following
        parts.append(made.replace(HYPHEN, "-"))
        text = _NOTE.sub(r"\g<0> ", "".join(parts))
        return self._unseamed(text) if SEAM in text else text

    def _break(self, line: str, following: str) -> tuple[str, str]:
        """A line as it stays, and what comes between it and the next."""
        last, first = line[-1], following[0]
        if line.endswith(_HYPHENS):
            stem = line[:-1]
            if stem and stem[-1].isspace():  # a dash
                return f"{stem}-", " "
            return stem, self._hyphen(stem, following, soft=last == "\u00ad")
        if _is_ideograph(last) and _is_ideograph(first):
            return line, ""
        if last in "—–/" and not line[-2:-1].isspace() and first.isalnum():
            return line, ""
        return line, " "

    def _hyphen(self, stem: str, following: str, soft: bool) -> str:
        """Nothing for a word that was broken, a hyphen for one that has it, with its space."""
        before, after = _LAST.search(stem[-_LONGEST_WORD:]), _FIRST.search(following)
        if soft and after:
            return ""
        if before is None or after is None:
            return "-" if after else "- "
        one, other = before[0], after[0]
        if other.casefold() in words("hyphens", "after_open"):
            return "- "
        left, right = one.casefold(), other.casefold()
        if f"{left}-{right}" in self._words:
            return "-"
        if left + right in self._words:
            return ""
        if f"{left}-{right}" in words("hyphens", "compounds") or self._is_compound(left, right):
            return "-"
        compound = "-" in one or left in self._before_hyphens or not self._breaks_words
        if compound or not other[0].islower() or (len(one) > 1 and one.isupper()):
            return "-"
        return ""

    def _is_compound(self, left: str, right: str) -> bool:
        """``river-crossing``: both are words that the document has, and the second is a participle.

        Two words alone prove nothing: "some" and "thing" may be there, and "something" broken.
        """
        long = min(len(left), len(right)) >= _SHORTEST_PART
        is_participle = right.endswith(words("hyphens", "participles"))
        is_whole = left in words("hyphens", "never_before")
        return long and is_participle and not is_whole and {left, right} <= self._words

    def _unseamed(self, text: str) -> str:
        cap, _, rest = text.partition(SEAM)
        first = _FIRST.search(rest)
        if first is None or len(cap) > 1 or cap.casefold() not in words("hyphens", "alone"):
            return cap + rest
        whole = (cap + first[0]).casefold()
        alone = whole not in self._words and first[0].casefold() in self._words
        return f"{cap} {rest}" if alone else cap + rest


def _is_ideograph(character: str) -> bool:
    """Of a script that is written without spaces."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff65"
        or "\U00020000" <= character <= "\U0003ffff"
    )
