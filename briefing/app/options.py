"""Options that several commands have, and what they stand for."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from briefing.errors import BadValue, Notice, Usage
from briefing.messages import report
from briefing.model.article import ReadAs
from briefing.model.corrections import List

if TYPE_CHECKING:
    from briefing.model.topic import TopicSet
    from briefing.pipeline import Loaded
    from briefing.writers.house.whole import House


class Parser(argparse.ArgumentParser):
    """Complains the way the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        raise Usage(self.prog.partition(" ")[2] or "arguments", f"{message.rstrip('.')}.")


def complain(message: str) -> None:
    print("briefing:", " ".join(message.split()), file=sys.stderr)


def warn(notices: Sequence[Notice]) -> None:
    for each in notices:
        complain(report(each))


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options that say how a file is to be read."""
    parser.add_argument("--encoding", metavar="NAME", help="of its text, such as cp1251")
    parser.add_argument("--whole-page", action="store_true", help="all of a page, menus too")


def load(path: Path, options: argparse.Namespace) -> Loaded:
    """With the limits a person who never changed them has: an export is the same everywhere."""
    from briefing import pipeline
    from briefing.settings import Settings

    how = ReadAs(encoding=options.encoding, whole=options.whole_page)
    return pipeline.load(path, how, Settings().limits)


def topic_set(name: str | None) -> TopicSet:
    """A topic set by the path of its file or by its id; the usual one for None."""
    from briefing import settings, topicsets

    if name is None:
        return topicsets.get(settings.Settings().topic_set)
    if name in {each.id for each in topicsets.available()}:
        return topicsets.get(name)
    return topicsets.load(Path(name))


def house_style(style: str | None, page: str) -> House:
    """A house style by its id or by the path of a Word file; the usual one for None.

    Raises HouseStyleProblem, FileProblem or NotAFile.
    """
    from briefing import files, pipeline
    from briefing.model.brief import Page
    from briefing.writers import house
    from briefing.writers.house.archive import LARGEST_FILE

    paper = Page(page) if page else None
    if style is not None and style.lower().endswith(".docx"):
        path = Path(style)
        return house.read(files.read(path, LARGEST_FILE), path.name, page=paper)
    return house.load(style or pipeline.USUAL_HOUSE, paper)


def fact_lists(names: str | None) -> tuple[List, ...]:
    """The lists of facts named on the command line, in the order of the briefing."""
    wanted = {each.strip() for each in (names or "").split(",") if each.strip()}
    if wanted == {"all"}:
        return tuple(List)
    if not wanted <= set(List):
        raise BadValue("--facts", names or "", f"all, or some of {', '.join(List)}")
    return tuple(each for each in List if each in wanted)


def day(field: str, text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
            raise ValueError  # ISO 8601 has other forms, such as weeks
        return date.fromisoformat(text)
    except ValueError:
        raise BadValue(field, text, "a date as YYYY-MM-DD, such as 2021-09-22") from None
