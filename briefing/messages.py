"""The one place that finds words for errors and notices: what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing import errors as e

_MAX_LISTED = 12


def describe(fact: e.BriefingError | e.Notice) -> str:
    """A sentence or two, on one line, for a person who does not program."""
    subject, predicate = _words(fact)
    return f"“{subject}” {predicate}"


def report(fact: e.BriefingError | e.Notice) -> str:
    """The same for a terminal: ``NAME: what is wrong and what to do``."""
    subject, predicate = _words(fact)
    return f"{subject}: {predicate}"


def _words(fact: e.BriefingError | e.Notice) -> tuple[str, str]:
    """What it is about, and what to say of it."""
    match fact:
        case e.FileProblem(path, "read", reason):
            return _name(
                path
            ), f"cannot be read: {reason}. Check the name and that you may open it."
        case e.FileProblem(path, _, reason):
            return _name(
                path
            ), f"cannot be written: {reason}. Nothing was changed; choose another folder or name."
        case e.NotAFile(path):
            return _name(path), "is a folder. Choose a file in it."
        case e.UnsupportedFormat(name, suffix, known):
            what = f"“{suffix}” files" if suffix else "files without a suffix"
            return (
                name,
                f"is not supported: {what} cannot be used here, only {_listed(known)}. You can also copy its text and paste it.",
            )
        case e.UnsupportedOutput(name, known):
            return name, f"is no name for a document: it must end in {' or '.join(known)}."
        case e.EmptySource(name):
            return name, "has no text in it. Choose another file, or paste the text."
        case e.NotText(name, looks_like):
            what = f"it looks like {looks_like}" if looks_like else "its content is not text"
            return (
                name,
                f"is not a text file: {what}. Open it in its own program and copy its text.",
            )
        case e.TooLarge(name, size, limit):
            return (
                name,
                f"is too large: {_size(size)}, and the limit is {_size(limit)}. Cut it down to the article.",
            )
        case e.NoSuchTemplate(name, known):
            return name, f"is not a template. There are: {_listed(known)}."
        case e.TemplateProblem(template, file, line, reason):
            where = f"{file}, line {line}" if line is not None else file
            return template, f"is a template that does not work ({where}): {reason}"
        case e.MarkupProblem(line, reason):
            return "Markup", f"does not work (line {line}): {reason}"
        case e.HouseStyleProblem(name, reason):
            return name, f"is a house style that does not work: {reason}"
        case e.UnknownField(field, known):
            return field, f"is not a field. There are: {_listed(known)}."
        case e.BadValue(field, value, expected):
            return field, f"cannot be “{_short(value)}”: expected {expected}."
        case e.UnknownSection(section, known):
            return section, f"is not a section of this article. Found: {_listed(known)}."
        case e.TopicsProblem(name, reason):
            return name, f"is a topic set that cannot be used: {reason}"
        case e.ProjectProblem(path, reason):
            return _name(path), f"cannot be opened as a project: {reason}"
        case e.Usage(argument, reason):
            return argument, f"{reason} See: python main.py --help"
        case e.EncodingGuessed(name, encoding):
            return (
                name,
                f"does not say how its text is encoded; it was read as {encoding}. Check its accents.",
            )
        case e.CharactersRemoved(name, kinds):
            return (
                name,
                f"was read without {_listed([_counted(kind, count) for kind, count in kinds])}. No letter was lost.",
            )
        case e.GlyphsMissing(characters):
            listed = _listed([f"{each} (U+{ord(each):04X})" for each in characters])
            return (
                listed,
                "cannot be shown by any font on this machine; the PDF has the number of each instead.",
            )
        case e.RightToLeftUnordered():
            return (
                "Right-to-left text",
                "is not yet set in its right order in the PDF. Export as Word, which does.",
            )
        case e.FieldMissing(_, label, _):
            return label, "is required and empty; the document shows the gap."
        case e.NotADay(_, label, value):
            return (
                label,
                f"is printed as it stands: “{_short(value)}” is not a day like 22 September 2021.",
            )
        case e.NothingTaken():
            return "Points", "are none yet: take a sentence, or the briefing says nothing."
        case _:
            raise AssertionError(f"no words for {fact!r}")


def _name(path: Path) -> str:
    return path.name or str(path)


def _counted(kinds: str, count: int) -> str:
    return f"{count} {kinds if count != 1 else kinds.removesuffix('s')}"


def _listed(items: Sequence[str]) -> str:
    shown = ", ".join(items[:_MAX_LISTED])
    more = len(items) - _MAX_LISTED
    return f"{shown} and {more} more" if more > 0 else shown or "none"


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.1f} kB"
