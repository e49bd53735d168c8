"""From bytes to a document: the stages in a row, on frozen values, for any thread.

Each stage's library is imported when it is first used, so that the window comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import (
    BadValue,
    FieldMissing,
    FileProblem,
    HouseStyleMissing,
    HouseStyleProblem,
    MarkupProblem,
    NoReviewersCopy,
    NotADay,
    NothingTaken,
    Notice,
    RowsLost,
    TemplateProblem,
    TooLarge,
    UnsupportedOutput,
)
from briefing.model.annotations import Annotations, FoundSection
from briefing.model.article import Article, ReadAs, SourceCard
from briefing.model.correcting import corrected
from briefing.model.corrections import Correction, Fact
from briefing.model.dates import parse_day
from briefing.model.draft import Draft
from briefing.model.template import SOURCE_FIELDS
from briefing.model.topic import Topic
from briefing.progress import Checkpoint, unchecked

if TYPE_CHECKING:
    from briefing import templating
    from briefing.model.brief import Brief
    from briefing.readers.content import Attachment
    from briefing.reading import Limits
    from briefing.writers import Options
    from briefing.writers.house.whole import House


MOST_ASKED_AGAIN = 200_000
"""Characters."""
USUAL_HOUSE = "modern"
"""Id of the house style for want of another."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article with the bytes it was read from."""

    article: Article
    data: bytes
    attachments: tuple[Attachment, ...] = ()
    how: ReadAs = field(default_factory=ReadAs)
    """How somebody said it should be read."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A finished document, and what it lacks."""

    brief: Brief
    gaps: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A document as a file's bytes, and what was lost on the way."""

    data: bytes
    notices: tuple[Notice, ...]
    house: House
    """The house style it is in."""


def load(
    path: Path,
    how: ReadAs | None = None,
    limits: Limits | None = None,
    checkpoint: Checkpoint = unchecked,
) -> Loaded:
    """Read an article from a file. Raises FileProblem, NotAFile or what ``reading.read`` raises."""
    from briefing.reading import Limits

    limits = limits or Limits()
    data = files.read(path, limits.size)
    if len(data) > limits.size:
        raise TooLarge(path.name, files.size(path), limits.size)
    checkpoint()
    return read(data, path.name, how, limits, checkpoint)


def read(
    data: bytes,
    name: str,
    how: ReadAs | None = None,
    limits: Limits | None = None,
    checkpoint: Checkpoint = unchecked,
) -> Loaded:
    """Read an article from bytes. Raises what ``reading.read`` raises."""
    from briefing import reading

    found = reading.read(data, name, how, limits, checkpoint)
    return Loaded(found.article, data, found.attachments, how or ReadAs())


def paste(
    text: str, html: str = "", limits: Limits | None = None, checkpoint: Checkpoint = unchecked
) -> Loaded:
    """Read an article from the clipboard; ``html`` is the same with its form, where there is one.

    Raises what ``reading.read`` raises.
    """
    from briefing import readers

    checkpoint()
    data, name, how = readers.pasted(text, html)
    return read(data, name, how, limits, checkpoint)


def fetch(
    address: str,
    today: date,
    limits: Limits | None = None,
    checkpoint: Checkpoint = unchecked,
) -> Loaded:
    """Read an article from its web address; ``today`` is the day it was accessed.

    Raises NotFetched and what ``reading.read`` raises.
    """
    from briefing import fetching

    fetched = fetching.fetch(address, checkpoint)
    how = ReadAs(fetched.format, fetched.encoding)
    loaded = read(fetched.data, fetched.name, how, limits, checkpoint)
    article, cue = loaded.article, "the address it was fetched from"
    cues = dict(article.card_cues) | {"url": cue, "accessed": "the day it was fetched"}
    card = replace(article.card, url=fetched.url, accessed=today)
    ordered = tuple((each.id, cues[each.id]) for each in SOURCE_FIELDS if each.id in cues)
    return replace(loaded, article=replace(article, card=card, card_cues=ordered))


def annotate(
    article: Article, topics: Sequence[Topic], checkpoint: Checkpoint = unchecked
) -> Annotations:
    from briefing import analysis

    return analysis.annotate(article, topics, checkpoint)


def sectioned(
    article: Article, topics: Sequence[Topic], checkpoint: Checkpoint = unchecked
) -> Annotations:
    """What is seen first of what ``annotate`` finds; ``with_facts`` makes it complete."""
    from briefing import analysis

    return analysis.sectioned(article, topics, checkpoint)


def with_facts(
    article: Article, found: Annotations, checkpoint: Checkpoint = unchecked
) -> Annotations:
    from briefing import analysis

    return analysis.with_facts(article, found, checkpoint)


def seen(
    found: Annotations, article: Article, card: SourceCard, corrections: Sequence[Correction]
) -> Annotations:
    """What was found in an article, as a source card and the person's corrections have it.

    What is missing is asked anew once something was corrected; in a text of more than
    ``MOST_ASKED_AGAIN`` characters that would take too long, and it stays as it was found.
    What is not complete is given back as it is: there is nothing in it yet to lay them over.
    """
    if not found.complete:
        return found
    read = article.card
    if (card.published, card.outlet) != (read.published, read.outlet):
        from briefing import analysis

        found = analysis.anchored(found, article, card)
    if not corrections:
        return found
    gaps = [each for each in corrections if each.fact is Fact.GAP]
    facts = [each for each in corrections if each.fact is not Fact.GAP]
    if facts:
        found = corrected(found, facts)
        if len(article.text) <= MOST_ASKED_AGAIN:
            from briefing import analysis

            found = analysis.asked_again(found, article, card)
    return corrected(found, gaps)


def suggest(
    article: Article, found: Annotations, checkpoint: Checkpoint = unchecked
) -> tuple[FoundSection, ...]:
    """Sections that no topic set names, from the article's own words."""
    from briefing.analysis import suggesting

    return suggesting.suggest(article, found, checkpoint)


def new_draft(template: templating.Template, today: date | None = None) -> Draft:
    """An empty draft with the template's defaults.

    A date whose default is "today" is filled in when ``today`` is given: without a person
    who sees it, the clock must not get into a document.
    """
    fields: dict[str, str] = {}
    for each in template.fields:
        if each.type == "date" and each.default == "today":
            if today is not None:
                fields[each.id] = today.isoformat()
        elif each.default:
            fields[each.id] = each.default
    return Draft(fields=tuple(sorted(fields.items())), template=template.id)


def compose(
    draft: Draft,
    articles: tuple[Article, ...],
    annotations: tuple[Annotations, ...],
    *,
    reviewing: bool = False,
) -> Composed:
    """Render the draft with its template; for a reviewer, with comments in place of notes.

    Raises NoSuchTemplate or TemplateProblem.
    """
    from briefing import context, markup, templating, typography
    from briefing.model.brief import Notes

    template = templating.load(draft.template)
    known = context.build(draft, articles, annotations, template, reviewing=reviewing)
    rendered = templating.render(template, known)
    try:
        brief = markup.parse(rendered.markup)
    except MarkupProblem as problem:
        raise TemplateProblem(
            template.id, templating.SOURCE, rendered.template_line(problem.line), problem.reason
        ) from problem
    brief = typography.bound(brief)
    if reviewing:
        brief = replace(brief, notes=Notes.COMMENTS)
    lost = context.lost(draft, articles, annotations)
    gone = (RowsLost(lost),) if lost else ()
    return Composed(brief, (*preflight(draft, template), *gone))


def preflight(draft: Draft, template: templating.Template) -> tuple[Notice, ...]:
    """What the document still lacks; it can be written all the same, with visible gaps."""
    missing = (
        FieldMissing(each.id, each.label)
        for each in template.fields
        if each.required and not draft.field(each.id)
    )
    many = len(draft.articles) > 1
    sources = (
        FieldMissing(each.id, f"{each.label} ({number})" if many else each.label, article)
        for number, article in enumerate(draft.articles, 1)
        for each in SOURCE_FIELDS
        if each.required and not draft.card(article).value(each.id)
    )
    odd = (
        NotADay(each.id, each.label, value)
        for each in template.fields
        if each.type == "date" and (value := draft.field(each.id)) and parse_day(value) is None
    )
    taken = {each.id for each in draft.sections if each.taken}
    nothing = not draft.rows and not any(
        each.taken and each.section in taken for each in draft.points
    )
    return (*missing, *sources, *odd, *((NothingTaken(),) if nothing else ()))


def check_suffix(name: str, suffix: str) -> None:
    """Raises UnsupportedOutput for a file that no writer writes."""
    from briefing import writers

    if suffix.lower() not in writers.WRITERS:
        raise UnsupportedOutput(name or ".", tuple(writers.WRITERS))


def check_reviewers_copy(name: str, suffix: str) -> None:
    """Raises NoReviewersCopy for a file that has no room for comments."""
    if suffix.lower() != ".docx":
        raise NoReviewersCopy(name)


def export(
    brief: Brief, suffix: str, house: House | str = USUAL_HOUSE, options: Options | None = None
) -> Exported:
    """Write a document as ``.docx`` or ``.pdf``, in a house style or the one with that id.

    Raises UnsupportedOutput for another suffix, HouseStyleProblem.
    """
    from briefing import writers
    from briefing.writers import house as houses

    check_suffix(suffix, suffix)
    style = houses.load(house, brief.page) if isinstance(house, str) else house
    written = writers.WRITERS[suffix.lower()](brief, style, options or writers.Options())
    return Exported(written.data, written.notices, style)


def make(
    draft: Draft,
    articles: tuple[Article, ...],
    annotations: tuple[Annotations, ...],
    suffix: str,
    checkpoint: Checkpoint = unchecked,
    options: Options | None = None,
    *,
    reviewing: bool = False,
    house: House | None = None,
) -> tuple[Exported, tuple[Notice, ...]]:
    """A draft as a file's bytes, and what the document lacks; ``house`` stands in for the draft's.

    A house style that this machine lacks is a notice, and the usual one takes its place. Raises
    NoReviewersCopy, and as its two stages do.
    """
    if reviewing:
        check_reviewers_copy(suffix, suffix)
    composed = compose(draft, articles, annotations, reviewing=reviewing)
    checkpoint()
    style, lacking = (house, ()) if house else _house(draft.house, composed.brief)
    made = export(composed.brief, suffix, style, options)
    checkpoint()
    return replace(made, notices=(*lacking, *made.notices)), composed.gaps


def _house(id: str, brief: Brief) -> tuple[House, tuple[Notice, ...]]:
    """Raises HouseStyleProblem or FileProblem where not even the usual one can be read."""
    from briefing.writers import house as houses

    try:
        return houses.load(id, brief.page), ()
    except (HouseStyleProblem, FileProblem) as problem:
        if id == USUAL_HOUSE:
            raise
        there = any(each.id == id for each in houses.available())
        reason = problem.reason if there else "it is not on this computer"
        usual = houses.load(USUAL_HOUSE, brief.page)
        return usual, (HouseStyleMissing(id, reason, usual.name),)


def checked_field(field: templating.Field, text: str) -> str:
    """A value for a form field as given on a command line. Raises BadValue when it does not fit."""
    if field.type == "choice" and text.strip() and text.strip() not in field.choices:
        raise BadValue(field.id, text, "one of " + ", ".join(field.choices))
    return text if field.type == "text" else " ".join(text.split())
