"""How well people, organisations and places are found.

FOLDER holds texts and ``annotations.jsonl``, a row a text: its ``file``, ``published``
(``YYYY-MM-DD`` or null) and ``entities`` with ``start`` and ``end`` (code points, half-open),
``type`` ("person", "organisation", "place") and, where it is false, ``named``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import scoring
from scoring import Counts, Item, Text

from briefing import readers
from briefing.analysis import names, sentences
from briefing.model.article import Article
from briefing.progress import unchecked

KINDS = ("person", "organisation", "place")
_CAPITALS = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)*")
_BEGINS = re.compile(r"(?:^|[.!?\n][\"”’]?)\s*[\"“‘]?$")


def read(text: Text) -> tuple[Article, Callable[[int], int]]:
    """A text as the program reads it, and from its offsets to those of the file."""
    article = readers.read_pasted(text.text)
    published = text.row.get("published")
    if published:
        day = date.fromisoformat(published)
        article = replace(article, card=replace(article.card, published=day))
    return article, scoring.places(article.text, text.text)


def expected_names(text: Text) -> list[Item]:
    return [
        Item(each["start"], each["end"], each["type"])
        for each in text.row.get("entities", ())
        if each.get("named", True) and each["type"] in KINDS
    ]


def found_names(text: Text) -> list[Item]:
    article, place = read(text)
    found = names.find(article, sentences.find(article, unchecked), unchecked)
    return [
        Item(place(mention.span.start), place(mention.span.end - 1) + 1, str(entity.kind))
        for entity in found
        for mention in entity.mentions
    ]


def capitals(text: Text) -> list[Item]:
    """The floor: runs of words with a capital within a sentence, their kinds by their looks."""
    return [
        Item(each.start(), each.end(), _looks(each[0]))
        for each in _CAPITALS.finditer(text.text)
        if " " in each[0] or not _BEGINS.search(text.text[max(0, each.start() - 4) : each.start()])
    ]


def _looks(words: str) -> str:
    if words.isupper() or words.count(" ") > 1:
        return "organisation"
    return "person" if " " in words else "place"


def without_article(text: Text, items: list[Item]) -> list[Item]:
    """Sources differ over "the" before a name: leave it out on both sides."""
    return [
        each._replace(start=each.start + 4)
        if text.text[each.start : each.end].lower().startswith("the ")
        else each
        for each in items
    ]


Finder = Callable[[Text], list[Item]]


def score(texts: Sequence[Text], find: Finder, expect: Finder) -> dict[str, tuple[Counts, Counts]]:
    """Strict and lenient, by kind and over "all"."""
    sums = {kind: (Counts(), Counts()) for kind in (*KINDS, "all")}
    for text in texts:
        found, expected = find(text), expect(text)
        for kind in sums:
            pair = [
                [each for each in some if kind in ("all", each.kind)] for some in (found, expected)
            ]
            one, two = sums[kind]
            sums[kind] = one + scoring.strict(*pair), two + scoring.lenient(*pair)
    return sums


def score_names(texts: Sequence[Text]) -> str:
    rows = [(kind, *both) for kind, both in score(texts, found_names, expected_names).items()]
    bare = score(
        texts,
        lambda text: without_article(text, found_names(text)),
        lambda text: without_article(text, expected_names(text)),
    )
    rows.append(("all, articles aside", *bare["all"]))
    rows.append(("capitals (a floor)", *score(texts, capitals, expected_names)["all"]))
    return scoring.table(rows)


def main(folder: Path) -> None:
    print(score_names(scoring.texts(folder)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
