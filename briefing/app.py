"""The command line: export or inspect without a window, or open the window."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from briefing import __version__
from briefing.errors import BadValue, BriefingError, Notice, UnknownField, UnknownSection, Usage
from briefing.messages import report
from briefing.model.article import ReadAs
from briefing.model.corrections import List
from briefing.model.template import SOURCE_FIELDS

if TYPE_CHECKING:
    from briefing import templating
    from briefing.model.draft import Draft
    from briefing.model.topic import TopicSet
    from briefing.pipeline import Loaded

_DESCRIPTION = """\
Make a briefing note from a news article.

  python main.py [FILE ...]               open the window, with those articles or a project
  python main.py export FILE... -o OUT    write a briefing; OUT ends in .docx or .pdf
  python main.py inspect FILE             print what was read and found, as JSON
  python main.py screenshot FILE -o PNG   paint the window as it opens with FILE
  python main.py templates                list the templates

python main.py COMMAND --help tells more of a command.
"""


class _Parser(argparse.ArgumentParser):
    """Complains the way the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        raise Usage(self.prog.partition(" ")[2] or "arguments", f"{message.rstrip('.')}.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; gives the exit status: 0, 2 for bad input or usage, 1 for a bug."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _write_utf8()
    try:
        command = _COMMANDS.get(words[0]) if words else None
        return command(words[1:]) if command else _window(words)
    except BriefingError as error:
        _complain(report(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush at the end
        if isinstance(error, BrokenPipeError):
            return 0  # whoever read our output has gone; say no more
        _complain(f"output: cannot be written: {error.strerror or error}. Check where it goes.")
        return 2
    except Exception as error:
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        _complain(
            f"program: this is a mistake of ours ({what}). Set BRIEFING_DEBUG=1 to see where."
        )
        return 1


def _complain(message: str) -> None:
    print("briefing:", " ".join(message.split()), file=sys.stderr)


def _write_utf8() -> None:
    """Print UTF-8 whatever the locale: JSON must not depend on it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


# ---------------------------------------------------------------- commands


def _window(words: list[str]) -> int:
    parser = _Parser(
        prog="briefing",
        usage=argparse.SUPPRESS,
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    options = parser.parse_args(words)
    from briefing.ui import start

    return start.open_window(options.files)


def _export(words: list[str]) -> int:
    parser = _Parser(prog="briefing export", description="Write a briefing without a window.")
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
    parser.add_argument("--page", choices=("A4", "Letter"), default="A4")
    _add_reading(parser)
    options = parser.parse_args(words)

    from briefing import files, pipeline, templating
    from briefing.model import fact_edits, findings, listing, suggested
    from briefing.session import Session

    suffix = options.output.suffix.lower()
    pipeline.check_suffix(options.output.name, suffix)
    template = templating.load(options.template)
    topic_set = _topic_set(options.topics)
    lists = _lists(options.facts)
    name = "" if options.suggest else topic_set.id
    session = Session(replace(pipeline.new_draft(template), page=options.page, topic_set=name))
    for path in options.files:
        loaded = _load(path, options)
        found = pipeline.annotate(loaded.article, topic_set.topics)
        if options.suggest:
            found = replace(found, sections=pipeline.suggest(loaded.article, found))
            (found,) = suggested.told_apart(session.draft, (found,))
        session.add(loaded, found, all_of_it=True)  # nobody is there to pick
        _warn(loaded.article.notices)
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
    made, gaps = pipeline.make(desk.draft, desk.articles, desk.annotations, suffix)
    files.write(options.output, made.data)
    _warn((*gaps, *made.notices))
    return 0


def _inspect(words: list[str]) -> int:
    parser = _Parser(prog="briefing inspect", description="Print what was read and found, as JSON.")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--topics", metavar="FILE", help="a topic set: a file, or a name")
    parser.add_argument("--published", metavar="YYYY-MM-DD")
    _add_reading(parser)
    options = parser.parse_args(words)

    from briefing import inspection, pipeline

    topic_set = _topic_set(options.topics)
    loaded = _load(options.file, options)
    annotations = pipeline.annotate(loaded.article, topic_set.topics)
    card = loaded.article.card
    if options.published is not None:
        card = replace(card, published=_date("--published", options.published))
    _warn(loaded.article.notices)
    annotations = pipeline.seen(annotations, loaded.article, card, ())
    suggested = pipeline.suggest(loaded.article, annotations)
    sys.stdout.write(inspection.inspect(loaded.article, annotations, card, suggested))
    sys.stdout.flush()
    return 0


def _screenshot(words: list[str]) -> int:
    parser = _Parser(prog="briefing screenshot", description="Paint the window, without a display.")
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="none: the empty window")
    parser.add_argument("-o", "--output", metavar="PNG", type=Path, required=True)
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    options = parser.parse_args(words)
    width, _, height = options.size.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 0 < int(width) * int(height) < 10**8):
        raise BadValue("--size", options.size, "width and height in pixels, such as 1280x800")
    if options.output.suffix.lower() != ".png":
        raise BadValue("--output", options.output.name, "a name that ends in .png")

    from briefing.ui import start

    return start.screenshot(options.file, options.output, (int(width), int(height)), options.scheme)


def _templates(words: list[str]) -> int:
    parser = _Parser(prog="briefing templates", description="List the templates, a line each.")
    parser.parse_args(words)

    from briefing import pipeline, templating
    from briefing.errors import TemplateProblem

    for each in templating.available():
        try:
            if isinstance(each, TemplateProblem):
                raise each
            pipeline.compose(pipeline.new_draft(each), (), ())  # an empty one: does it work?
        except TemplateProblem as problem:
            _complain(report(problem))
        else:
            print(f"{each.id}\t{each.name}: {each.description}")
    return 0


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "export": _export,
    "inspect": _inspect,
    "screenshot": _screenshot,
    "templates": _templates,
}


# ---------------------------------------------------------------- options


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """The options that say how a file is to be read."""
    parser.add_argument("--encoding", metavar="NAME", help="of its text, such as cp1251")
    parser.add_argument("--whole-page", action="store_true", help="all of a page, menus too")


def _load(path: Path, options: argparse.Namespace) -> Loaded:
    """With the limits a person who never changed them has: an export is the same everywhere."""
    from briefing import pipeline
    from briefing.settings import Settings

    how = ReadAs(encoding=options.encoding, whole=options.whole_page)
    return pipeline.load(path, how, Settings().limits)


def _warn(notices: Sequence[Notice]) -> None:
    for each in notices:
        _complain(report(each))


def _topic_set(name: str | None) -> TopicSet:
    """A topic set by the path of its file or by its id; the usual one for None."""
    from briefing import settings, topicsets

    if name is None:
        return topicsets.get(settings.Settings().topic_set)
    if name in {each.id for each in topicsets.available()}:
        return topicsets.get(name)
    return topicsets.load(Path(name))


def _lists(names: str | None) -> tuple[List, ...]:
    """The lists of facts named on the command line, in the order of the briefing."""
    wanted = {each.strip() for each in (names or "").split(",") if each.strip()}
    if wanted == {"all"}:
        return tuple(List)
    if not wanted <= set(List):
        raise BadValue("--facts", names or "", f"all, or some of {', '.join(List)}")
    return tuple(each for each in List if each in wanted)


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
        values["published"] = _date("published", values["published"]).isoformat()
    for article in draft.articles:
        card = draft.card(article)
        for id, value in values.items():
            card = card.with_value(id, value)
        draft = edits.set_card(draft, article, card)
    return draft


def _date(field: str, text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
            raise ValueError  # ISO 8601 has other forms, such as weeks
        return date.fromisoformat(text)
    except ValueError:
        raise BadValue(field, text, "a date as YYYY-MM-DD, such as 2021-09-22") from None
