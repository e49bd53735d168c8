"""What somebody knows and does not tell, or nobody could make sure of."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.gaps.phrases import pattern, quoted
from briefing.lexicon import keys
from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.facts import Gap, GapKind
from briefing.model.span import Span
from briefing.progress import Checkpoint

_SAID = {
    "details": "Something is withheld: {}",
    "anonymous": "Who says it is not named: {}",
    "unverified": "The article could not verify it: {}",
    "unclear": "It is not known: {}",
}


def find(article: Article, found: Annotations, checkpoint: Checkpoint) -> Iterator[Gap]:
    """One gap a sentence, of the first list that has words of it."""
    kinds = keys("gaps", "withheld")
    for done, claim in enumerate(found.claims):
        checkpoint(done, len(found.claims))
        sentence = found.sentence(claim.sentence).span
        text = sentence.of(article.text)
        for kind in kinds:
            if (match := pattern(f"withheld.{kind}").search(text)) is not None:
                span = Span(sentence.start + match.start(), sentence.start + match.end())
                said = _SAID[kind].format(quoted(text))
                yield Gap(GapKind.WITHHELD, said, (span,), f"{kind}: “{match[0]}”")
                break
