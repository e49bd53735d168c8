"""A find from a range of words: its places in the article."""

from __future__ import annotations

from briefing.analysis.names import acting
from briefing.analysis.names.context import Context
from briefing.analysis.names.found import Found
from briefing.analysis.names.vocabulary import known
from briefing.model.facts import EntityKind
from briefing.model.span import Span

_PERSON = EntityKind.PERSON


def _has_article(context: Context, end: int) -> bool:
    """Whether "the" before a name is the name's: not in "the NATO summit"."""
    return (
        end >= len(context.tokens)
        or (
            context.words[end] != "-"
            and not (context.tokens[end].text.isalpha() and not context.names(end))
        )
        or acting.is_verb(context, end)
        or context.low(end) in known("acting.no_nouns")
    )


def made(
    context: Context,
    kind: EntityKind | None,
    start: int,
    end: int,
    cue: str,
    weight: int,
    note: str = "",
    canonical: str = "",
) -> Found:
    """What the tokens from ``start`` to ``end`` name; an article of its own is in the mention."""
    tokens = context.tokens
    core = Span(tokens[start].start, tokens[end - 1].end)
    span = core
    if (
        start
        and tokens[start - 1].low == "the"
        and kind is not _PERSON
        and _has_article(context, end)
    ):
        span = Span(tokens[start - 1].start, core.end)
    return Found(kind, core.of(context.source), core, span, cue, weight, None, note, canonical)


def with_article(name: str) -> str:
    """A country as it stands in a sentence."""
    return (
        f"the {name}"
        if name.startswith("United ") or name.endswith(("s", "Republic", "Union"))
        else name
    )
