"""Writing a briefing without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.options import (
    Parser,
    add_reading,
    day,
    fact_lists,
    house_style,
    load,
    topic_set,
    warn,
)
from briefing.errors import BadValue, UnknownField, UnknownSection
from briefing.model.corrections import List
from briefing.model.template import SOURCE_FIELDS

if TYPE_CHECKING:
    from briefing import templating
    from briefing.model.draft import Draft


def export(words: list[str]) -> int:
    options = _parser().parse_args(words)

    from briefing import files, pipeline, project, templating
    from briefing.model import fact_edits, findings, listing, suggested
    from briefing.session import Session
    from briefing.writers import Options

    suffix = options.output.suffix.lower()
    pipeline.check_suffix(options.output.name, suffix)
    if options.reviewers_copy:
        pipeline.check_reviewers_copy(options.output.name, suffix)
    if options.project and options.project.suffix.lower() != project.SUFFIX:
        raise BadValue("--project", options.project.name, f"a name that ends in {project.SUFFIX}")
    named = [Path(each) for each in (options.style, options.topics) if each is not None]
    _spare(options.output, [*options.files, *named])
    house = house_style(options.style, options.page)
    template = templating.load(options.template)
    looked_for = topic_set(options.topics)
    lists = fact_lists(options.facts)
    name = "" if options.suggest else looked_for.id
    draft = replace(pipeline.new_draft(template), page=options.page, topic_set=name)
    session = Session(replace(draft, house=house.id))
    for path in options.files:
        loaded = load(path, options)
        found = pipeline.annotate(loaded.article, looked_for.topics)
        if options.suggest:
            found = replace(found, sections=pipeline.suggest(loaded.article, found))
            (found,) = suggested.told_apart(session.draft, (found,))
        session.add(loaded, found, all_of_it=True)  # nobody is there to pick
        warn(loaded.article.notices)
    draft = _filled_in(session.draft, template, options.fields, options.published)
    if options.sections is not None:
        picked = [each.strip() for each in options.sections.split(",") if each.strip()]
        for each in picked:
            if draft.section(each) is None:
                raise UnknownSection(each, tuple(section.id for section in draft.sections))
        draft = findings.pick_sections(draft, picked)
    session.apply(draft, "options")
    for found in session.desk.annotations:
        every = (row for each in lists for row in listing.rows(found, each))
        session.apply(fact_edits.add_row(session.draft, *every), "options")
    desk = session.desk
    asked, reviewing = Options(archive=not options.no_archive), options.reviewers_copy
    made, gaps = pipeline.make(
        desk.draft,
        desk.articles,
        desk.annotations,
        suffix,
        options=asked,
        reviewing=reviewing,
        house=house,
    )
    made_here = [(options.output, made.data)]
    if options.receipt:
        from briefing import receipts

        name = options.output.name
        receipt = receipts.receipt(
            made, name, desk.draft, desk.articles, asked, reviewing=reviewing
        )
        made_here.append((receipts.beside(options.output), receipts.pack(receipt)))
    if options.project:  # before the document, which must not be there after a failure
        project.save(session.project(), options.project)
    for path, data in made_here:
        files.write(path, data)
    warn((*house.findings, *gaps, *made.notices))
    return 0


def _spare(output: Path, read: Sequence[Path]) -> None:
    """Raises BadValue where a file that is read would be written over."""
    try:
        if any(each.exists() and output.samefile(each) for each in read):
            raise BadValue("--output", output.name, "another file than those that are read")
    except (OSError, ValueError):
        return  # it is not there, or cannot be looked at: reading or writing it tells why


def _parser() -> Parser:
    parser = Parser(prog="briefing export", description="Write a briefing without a window.")
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    parser.add_argument("--template", default="briefing-note", metavar="NAME")
    parser.add_argument("--sections", metavar="id,id", help="default: all that are found")
    parser.add_argument("--topics", metavar="FILE", help="a topic set: a file, or a name")
    parser.add_argument(
        "--suggest", action="store_true", help="sections from the article's own words"
    )
    parser.add_argument("--facts", metavar="list,list", help=f"also: {', '.join(List)}; or all")
    parser.add_argument("--published", metavar="YYYY-MM-DD")
    parser.add_argument("--set", action="append", default=[], dest="fields", metavar="field=value")
    parser.add_argument(
        "--style", metavar="NAME|FILE", help="a house style: a name, or a Word file; see “styles”"
    )
    parser.add_argument(
        "--page", choices=("A4", "Letter"), default="", help="default: as the house style has it"
    )
    parser.add_argument(
        "--no-archive", action="store_true", help="a plain PDF instead of one for the archive"
    )
    parser.add_argument(
        "--reviewers-copy", action="store_true", help="Word with comments in place of notes"
    )
    parser.add_argument(
        "--receipt", action="store_true", help="also OUT.receipt.json, for “verify”"
    )
    parser.add_argument(
        "--project", metavar="FILE", type=Path, help="also a project, for the window and “verify”"
    )
    add_reading(parser)
    return parser


def _filled_in(
    draft: Draft, template: templating.Template, assignments: Sequence[str], published: str | None
) -> Draft:
    from briefing import pipeline
    from briefing.model import edits

    fields = {each.id: each for each in template.fields}
    known = tuple(each.id for each in SOURCE_FIELDS)
    values = {} if published is None else {"published": published}
    for assignment in assignments:
        id, equals, value = assignment.partition("=")
        if not equals:
            raise BadValue("--set", assignment, "field=value")
        if id in fields:
            draft = edits.set_field(draft, id, pipeline.checked_field(fields[id], value))
        elif id in known:
            values[id] = value
        else:
            raise UnknownField(id, (*fields, *known))
    if "published" in values:
        values["published"] = day("published", values["published"]).isoformat()
    for article in draft.articles:
        card = draft.card(article)
        for id, value in values.items():
            card = card.with_value(id, value)
        draft = edits.set_card(draft, article, card)
    return draft
