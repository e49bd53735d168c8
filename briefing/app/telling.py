"""The commands that tell something and write no briefing."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from briefing.app.options import (
    Parser,
    add_reading,
    complain,
    day,
    house_style,
    load,
    topic_set,
    warn,
)
from briefing.errors import BadValue, BriefingError
from briefing.messages import report


def inspect(words: list[str]) -> int:
    parser = Parser(prog="briefing inspect", description="Print what was read and found, as JSON.")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--topics", metavar="FILE", help="a topic set: a file, or a name")
    parser.add_argument("--published", metavar="YYYY-MM-DD")
    add_reading(parser)
    options = parser.parse_args(words)

    from briefing import inspection, pipeline

    topics = topic_set(options.topics).topics
    loaded = load(options.file, options)
    annotations = pipeline.annotate(loaded.article, topics)
    card = loaded.article.card
    if options.published is not None:
        card = replace(card, published=day("--published", options.published))
    warn(loaded.article.notices)
    annotations = pipeline.seen(annotations, loaded.article, card, ())
    suggested = pipeline.suggest(loaded.article, annotations)
    sys.stdout.write(inspection.inspect(loaded.article, annotations, card, suggested))
    sys.stdout.flush()
    return 0


def screenshot(words: list[str]) -> int:
    parser = Parser(prog="briefing screenshot", description="Paint the window, without a display.")
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


def templates(words: list[str]) -> int:
    parser = Parser(prog="briefing templates", description="List the templates, a line each.")
    parser.parse_args(words)

    from briefing import pipeline, templating
    from briefing.errors import TemplateProblem

    for each in templating.available():
        try:
            if isinstance(each, TemplateProblem):
                raise each
            pipeline.compose(pipeline.new_draft(each), (), ())  # an empty one: does it work?
        except TemplateProblem as problem:
            complain(report(problem))
        else:
            print(f"{each.id}\t{each.name}: {each.description}")
    return 0


def styles(words: list[str]) -> int:
    parser = Parser(
        prog="briefing styles",
        description="List the house styles, a line each, and what of your own is not followed. "
        f"Your own are Word files in {_folder()}. Of a Word file that is named, tell what of it is "
        "missing or not followed; it is not added.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path, help="a Word file (.docx)")
    options = parser.parse_args(words)

    from briefing.writers import house

    for path in options.files:
        checked = house_style(str(path), "")
        print(f"{checked.id}\t{checked.name}")
        warn(checked.findings)
    if options.files:
        return 0
    for each in house.available():
        try:
            findings = () if each.shipped else house.load(each.id).findings
        except BriefingError as problem:
            complain(report(problem))
        else:
            described = f"{each.name}: {each.description}" if each.description else each.name
            print(f"{each.id}\t{described}")
            warn(findings)
    return 0


def _folder() -> str:
    from briefing.writers import house

    return str(house.folder()).replace("%", "%%")


def verify(words: list[str]) -> int:
    parser = Parser(
        prog="briefing verify",
        description="Compare a document's receipt with the document, its sources and project "
        "(beside the receipt, or named), and with the program, template and house style here.",
    )
    parser.add_argument(
        "receipt", metavar="RECEIPT", type=Path, help="or the document it lies beside"
    )
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path)
    options = parser.parse_args(words)

    from briefing import receipts

    verified = receipts.verify(options.receipt, options.files)
    for each in verified.lines:
        print(each)
    if verified.problem is not None:
        raise verified.problem
    return 0
