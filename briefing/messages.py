"""The one place that finds words for errors and notices: what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import errors as e

_MAX_LISTED = 12


def describe(fact: e.BriefingError | e.Notice) -> str:
    """One sentence, or two, on one line, for a person who does not program."""
    match fact:
        case e.FileProblem(path, "read", reason):
            return f"“{path}” cannot be read: {reason}. Check the name and that you may open it."
        case e.FileProblem(path, _, reason):
            return (
                f"“{path}” cannot be written: {reason}. "
                "Nothing was changed; choose another folder or name."
            )
        case e.NotAFile(path):
            return f"“{path}” is a folder. Choose a file in it."
        case e.UnsupportedFormat(name, suffix, known):
            what = f"“{suffix}” files" if suffix else "files without a suffix"
            return (
                f"“{name}” cannot be opened: {what} are not supported. "
                f"Supported: {_listed(known)}. You can also copy its text and paste it."
            )
        case e.EmptySource(name):
            return f"“{name}” has no text in it. Choose another file, or paste the text."
        case e.NotText(name, looks_like):
            what = f"it looks like {looks_like}" if looks_like else "its content is not text"
            return f"“{name}” is not a text file: {what}. Open it in its own program and copy its text."
        case e.TooLarge(name, size, limit):
            return (
                f"“{name}” is too large: {_size(size)}; the limit is {_size(limit)}. "
                "Cut it down to the article."
            )
        case e.NoSuchTemplate(name, known):
            return f"There is no template “{name}”. There are: {_listed(known)}."
        case e.TemplateProblem(template, file, line, reason):
            where = f"{file}, line {line}" if line is not None else file
            return f"The template “{template}” does not work ({where}): {reason}"
        case e.UnknownField(field, known):
            return f"There is no field “{field}”. There are: {_listed(known)}."
        case e.BadValue(field, value, expected):
            return f"“{_short(value)}” does not fit {field}: expected {expected}."
        case e.UnknownSection(section, known):
            found = f"Found: {_listed(known)}." if known else "None was found."
            return f"There is no section “{section}”. {found}"
        case e.TopicsProblem(name, reason):
            return f"The topic set “{name}” cannot be used: {reason}"
        case e.ProjectProblem(path, reason):
            return f"The project “{path}” cannot be opened: {reason}"
        case e.Usage(reason):
            return reason
        case e.EncodingGuessed(name, encoding):
            return f"“{name}” does not say how its text is encoded; it was read as {encoding}. Check its accents."
        case e.CharactersRemoved(name, kinds):
            what = _listed([f"{count} {kind}" for kind, count in kinds])
            return f"Left out of “{name}”: {what}. No letter was lost."
        case e.GlyphsMissing(characters):
            listed = _listed([f"{each} (U+{ord(each):04X})" for each in characters])
            return f"No font on this machine has {listed}; the PDF shows an empty box there, Word may show more."
        case e.FieldMissing(_, label):
            return f"“{label}” is required and empty; the document shows the gap."
        case e.NothingTaken():
            return "No sentence is taken yet, so the briefing has no points."
        case _:
            raise AssertionError(f"no words for {fact!r}")


def _listed(items: Sequence[str]) -> str:
    shown = ", ".join(items[:_MAX_LISTED])
    more = len(items) - _MAX_LISTED
    return f"{shown} and {more} more" if more > 0 else shown or "none"


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.1f} kB"
