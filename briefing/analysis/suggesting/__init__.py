"""Sections for an article that no topic set knows: where its subject changes, and their names.

The article is read as parts: paragraphs, or the items inside one (``parts``). Before each part
signs are weighed for and against another subject: sub-headings and marks of items, words that
point back, names and countries that are new, words that go on (``openings``, ``meaning``,
``changes``). The best boundaries are chosen all at once (``cutting``), and what lies between two
of them is named by the article's own words (``phrases``, ``naming``).
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis.stems import stemmer
from briefing.analysis.suggesting import changes, cutting, meaning, naming, parts
from briefing.analysis.suggesting.changes import Change
from briefing.analysis.suggesting.naming import Naming
from briefing.analysis.suggesting.parts import Part
from briefing.analysis.suggesting.phrases import Vocabulary, known_names
from briefing.model.annotations import Annotations, FoundSection, Hit
from briefing.model.article import Article
from briefing.model.suggested import COLOURS
from briefing.model.topic import Topic, slug
from briefing.progress import Checkpoint, unchecked

_FEWEST = 3
"""Parts of an article that can have several subjects."""
_FEWEST_MARKED = 2
_LONGER = 8
"""Parts of an article that hardly has one subject only."""
_STANDS_OUT, _STANDS_OUT_LONGER = -1.35, -2.6
"""How clear the changes must be for an article to have several subjects; see ``_several``."""
_READIER = 1.9
"""For a longer article in which nothing is found at first; see ``cutting.READY``."""
_BROKEN, _CLEARER = -1.9, 1.0
"""How clear each change must be then, and how much clearer than is usual here they are."""
_MOST_IN_CUE = 3
_LONG = 200_000
"""Characters."""

GOES_ON = "goes on from the sentence before"


def suggest(
    article: Article, found: Annotations, checkpoint: Checkpoint = unchecked
) -> tuple[FoundSection, ...]:
    """Two to seven sections in the order of the text, or none where the article has one subject.

    Each sentence of the body is in one of them, and leads there. A topic's terms and phrases are
    the article's own words, its name is readable. Linear in the length of the text.
    """
    # Nothing made here holds itself in a circle; to search for such in the million values of a
    # long text, again and again, would take a third of the time.
    pause = gc.isenabled() and len(article.text) > _LONG
    if not pause:
        return _suggest(article, found, checkpoint)
    gc.disable()
    try:
        return _suggest(article, found, checkpoint)
    finally:
        gc.enable()


def _suggest(
    article: Article, found: Annotations, checkpoint: Checkpoint
) -> tuple[FoundSection, ...]:
    made = parts.of(article, found.sentences, found.dates)
    if len(made) < _FEWEST and not any(each.heading or each.inside for each in made):
        return ()
    meanings = meaning.of(article, made, found.entities, checkpoint)
    before = changes.weigh(made, meanings)
    cuts = boundaries(before)
    if not cuts:
        return ()
    language = article.card.language or "en"
    capital = frozenset[str]().union(*(each.capitals for each in meanings))
    stop = meaning.stopwords(language.split("-")[0])
    vocabulary = Vocabulary(stemmer(language), stop, capital, known_names(found))
    starts = (0, *cuts)
    named = naming.name_all(made, starts, vocabulary, article.card.title or "")
    bounds = pairwise((*starts, len(made)))
    return _sections(
        [(made[start:end], each) for (start, end), each in zip(bounds, named, strict=True)]
    )


def boundaries(before: Sequence[Change]) -> list[int]:
    """Which parts begin another section; none where the article has one subject."""
    cuts = cutting.cut(before)
    if cuts and _several(before, cuts):
        return cuts
    if len(before) + 1 < _LONGER:
        return []
    cuts = cutting.cut(before, _READIER)
    if not cuts:
        return []
    weakest = min(before[at - 1].odds for at in cuts)
    clear = _mean(before, cuts) - _usual(before) >= _CLEARER
    return cuts if clear and weakest >= _BROKEN else []


def _several(before: Sequence[Change], cuts: Sequence[int]) -> bool:
    """Whether the subject changes at all: the changes are clear, and clearer than is usual here.

    Where every paragraph leads on to the next, the weakest link is still none that is broken.
    The longer the article, the less is asked of them.
    """
    if sum(before[at - 1].marked for at in cuts) >= _FEWEST_MARKED:
        return True
    longer = min(1.0, max(0, len(before) + 1 - _FEWEST) / (_LONGER - _FEWEST))
    least = _STANDS_OUT + (_STANDS_OUT_LONGER - _STANDS_OUT) * longer
    return _mean(before, cuts) + _usual(before) / 2 >= least


def _mean(before: Sequence[Change], cuts: Sequence[int]) -> float:
    return sum(before[at - 1].odds for at in cuts) / len(cuts)


def _usual(before: Sequence[Change]) -> float:
    return sum(each.odds for each in before) / len(before)


def _sections(named: Sequence[tuple[Sequence[Part], Naming]]) -> tuple[FoundSection, ...]:
    made: list[FoundSection] = []
    ids: set[str] = set()
    for colour, (section, each) in zip(COLOURS, named, strict=False):
        id = slug(each.name)
        while id in ids:  # other names can have the same letters
            id = f"{id}-{len(ids) + 1}"
        ids.add(id)
        topic = Topic(id, each.name, colour, each.terms, each.phrases)
        sentences = [sentence for part in section for sentence in part.sentences]
        cue = _cue(section[0], each)
        hits = tuple(
            Hit(sentence.id, cue if place == 0 else GOES_ON, leading=True)
            for place, sentence in enumerate(sentences)
        )
        made.append(FoundSection(topic, hits))
    return tuple(made)


def _cue(first: Part, named: Naming) -> str:
    """Why a section begins here: the mark that stands there, else the words that begin."""
    opening = first.opening
    if first.heading:
        return f"begins at the sub-heading “{first.heading}”"
    if opening.marker == "dateline":
        return f"begins at the dateline “{opening.words}”"
    if opening.words:
        return f"begins at “{opening.words}”"
    if opening.marker:
        return "begins at the mark of an item"
    begun = [*named.phrases, *named.terms]
    words = [each for each in begun if each in first.text][:_MOST_IN_CUE] or begun[:_MOST_IN_CUE]
    told = ", ".join(f"“{each}”" for each in words)
    if opening.other:
        return f"“{opening.other}” turns to {told}" if told else f"begins at “{opening.other}”"
    return f"words {told} begin here" if told else "another subject begins here"
