"""One source alone: for all that is said, or for a sentence of nobody with a name."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.gaps.phrases import pattern, quoted
from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import Article
from briefing.model.facts import Gap, GapKind
from briefing.model.span import Span
from briefing.progress import Checkpoint

_SAID = (ClaimKind.ATTRIBUTED, ClaimKind.QUOTED)
_ENOUGH = 2
"""Claims that make it worth telling that they are all one source's."""


def find(article: Article, found: Annotations, checkpoint: Checkpoint) -> Iterator[Gap]:
    said = [each for each in found.claims if each.kind in _SAID]
    for done, claim in enumerate(said):
        checkpoint(done, len(said))
        sentence = found.sentence(claim.sentence).span
        if (match := pattern("sources.single").search(sentence.of(article.text))) is not None:
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            text = f"One source without a name says it alone: {quoted(sentence.of(article.text))}"
            yield Gap(GapKind.SINGLE_SOURCE, text, (span,), f"“{match[0]}”")
    speakers = {_surname(each.speaker) for each in said if each.speaker}
    if len(said) >= _ENOUGH and len(speakers) == 1 and all(each.speaker for each in said):
        spans = tuple(found.sentence(each.sentence).span for each in said)
        fullest = max((each.speaker or "" for each in said), key=len)
        count = "Both" if len(said) == 2 else f"All {len(said)}"
        text = f"{count} statements are of one source: {fullest}."
        yield Gap(GapKind.SINGLE_SOURCE, text, spans, "one speaker in the whole article")


def _surname(speaker: str) -> str:
    """What two ways to name one speaker share: "Colonel Ann Roe, spokeswoman" and "Roe"."""
    return speaker.partition(",")[0].split()[-1].casefold()
