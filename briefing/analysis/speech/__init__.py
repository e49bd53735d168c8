"""Who says what: quotations with their speakers, and who vouches for each sentence.

In a row: what stands between marks (``marks``), the sentences they join (``frames``), who is said
to say something there (``attribution``) and whom those words mean (``cast``, ``resolving``), which
of it is speech and whose (``governing``, ``quotations``), and what that makes of each sentence
(``claims``, ``hedges``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from briefing.analysis.crediting import story_end
from briefing.analysis.speech import cast, claims, dialogue, frames, marks, quotations
from briefing.analysis.speech.dialogue import Line
from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.marks import Quote
from briefing.analysis.speech.quotations import Reader, Spoken
from briefing.analysis.speech.resolving import Resolver
from briefing.model.annotations import Claim, Sentence
from briefing.model.article import Article, Paragraph, Role
from briefing.model.facts import Entity, Quotation
from briefing.model.span import overlapping
from briefing.progress import Checkpoint

_HEADLINE = 160
"""Characters of a headline, at most."""


def find(
    article: Article,
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    checkpoint: Checkpoint,
) -> tuple[tuple[Quotation, ...], tuple[Claim, ...]]:
    """Both in the order of the text: of the body, the headings and the captions."""
    people = cast.of_entities(article.text, entities)
    spoken: list[Spoken] = []
    found: list[Claim] = []
    texts = list(_texts(article, sentences))
    progress = _counted(checkpoint, sum(len(cut) for cut, _ in texts))
    for cut, lines in texts:
        for each in cut:
            each.names = people.people_in(each.span)
        reader = Reader(article, cut, Resolver(article.text, cut, people), lines)
        found += _read(reader, progress)
        quotations.of_headline(article.text, reader.spoken, cut)
        spoken += reader.spoken
    spoken.sort(key=lambda each: each.quote.span.start)
    order = {each.id: place for place, each in enumerate(sentences)}
    found.sort(key=lambda each: order[each.sentence])
    return quotations.shown(spoken, people), tuple(found)


def _counted(checkpoint: Checkpoint, total: int) -> Callable[[int], None]:
    """Tells of so many more that are read."""
    done = 0

    def reached(more: int) -> None:
        nonlocal done
        checkpoint(done, total)
        done += more

    return reached


def _read(reader: Reader, reached: Callable[[int], None]) -> Iterator[Claim]:
    """The claims of a text that is read from its beginning to its end."""
    cut, resolver, text = reader.frames, reader.resolver, reader.article.text
    for _, grouped in groupby(range(len(cut)), key=lambda each: cut[each].paragraph.id):
        numbers = list(grouped)
        reached(len(numbers))
        start = len(reader.spoken)
        reader.read(numbers[0], numbers[-1] + 1)
        inside = reader.spoken[start:]
        for number in numbers:
            near = overlapping(inside, cut[number].span, lambda each: each.quote.span)
            heard = resolver.with_thoughts(number)
            yield from claims.of_frame(text, cut[number], heard, near, resolver.cast)


def _texts(
    article: Article, sentences: Sequence[Sentence]
) -> Iterator[tuple[list[Frame], dict[str, Line]]]:
    """What is read in one go, with the lines of an interview: the article, and each caption by
    itself, for who was named in one is not who "he" is in the next."""
    by_paragraph: dict[str, list[Sentence]] = {}
    for each in sentences:
        by_paragraph.setdefault(each.paragraph, []).append(each)
    read = [each for each in article.paragraphs if each.role in (Role.BODY, Role.HEADING)]
    body = _frames(article, read, by_paragraph)
    _mark_title(article, body)
    yield body, dialogue.lines(article)
    for each in article.paragraphs:
        if each.role is Role.CAPTION:
            end = story_end(article, each)  # a credit claims nothing
            story = [it for it in by_paragraph.get(each.id, ()) if it.span.start < end]
            yield _frames(article, [each], {each.id: story}), {}


def _frames(
    article: Article, paragraphs: Sequence[Paragraph], sentences: Mapping[str, Sequence[Sentence]]
) -> list[Frame]:
    quotes: dict[str, list[Quote]] = {}
    for quote in marks.find(article, paragraphs):
        quotes.setdefault(quote.paragraph, []).append(quote)
    found: list[Frame] = []
    for each in paragraphs:
        inside = sentences.get(each.id, ())
        found += frames.cut(article.text, each, inside, quotes.get(each.id, []))
    return found


def _mark_title(article: Article, found: Sequence[Frame]) -> None:
    """An article may open with a headline that nobody marked."""
    if len(found) > 1 and found[0].paragraph != found[1].paragraph:
        last = article.text_of(found[0].paragraph)[-2:].rstrip("”’'\"»“")[-1:]
        found[0].is_title = (last.isalnum() or last == "?") and len(found[0].span) < _HEADLINE
