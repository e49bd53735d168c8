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
        case e.Refused(name, kind):
            what, instead = _REFUSED[kind]
            return name, f"is {what}, which is not read here. {instead}"
        case e.Encrypted(name, format):
            return (
                name,
                f"is a {format} locked with a password. Open it in its own program, save a copy without the password, and open that.",
            )
        case e.Damaged(name, format, reason):
            return (
                name,
                f"is a damaged {format}: {reason}. Get the file again, or open it in its own program and copy the text.",
            )
        case e.PictureOfText(name, pages):
            return (
                name,
                f"is a picture of text{f' on {pages} pages' if pages > 1 else ''}: there are no letters in it to read. Run text recognition (OCR) on it, or ask for the original.",
            )
        case e.Unfolds(name, size, limit):
            return (
                name,
                f"unpacks to {_size(size)} or more, and the limit is {_size(limit)}: no article is like that. Ask the sender for another copy.",
            )
        case e.TooDeep(name, format):
            return (
                name,
                f"is a {format} whose parts lie in each other too deep to be an article. Open it in its own program and copy the text.",
            )
        case e.EntitiesRefused(name, format):
            return (
                name,
                f"is a {format} with definitions of its own (entities), which can do harm and are never followed. Ask the sender for another copy.",
            )
        case e.TextTooLong(name, length, limit):
            return (
                name,
                f"has {length:,} characters of text, and the limit is {limit:,}. Cut it down to the article.",
            )
        case e.TookTooLong(name, seconds):
            return (
                name,
                f"was not read within {seconds:g} seconds, and reading was stopped. Open it in its own program and copy the text.",
            )
        case e.TookTooMuchMemory(name, limit):
            return (
                name,
                f"needs more than {_size(limit)} of memory to read, and reading was stopped. Open it in its own program and copy the text.",
            )
        case e.ReaderFailed(name, reason):
            return (
                name,
                f"cannot be read: what reads such files broke down over it ({_short(reason, 120)}). Open it in its own program and copy the text.",
            )
        case e.NotFetched(address, reason):
            return (
                address,
                f"could not be fetched: {reason}. Save the page in your browser and open that file.",
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
                f"does not say reliably how its text is encoded; it was read as {encoding}. Check its accents.",
            )
        case e.CharactersRemoved(name, kinds):
            return (
                name,
                f"was read without {_listed([_counted(kind, count) for kind, count in kinds])}. No letter was lost.",
            )
        case e.Mislabelled(name, format):
            return name, f"is a {format}, whatever its name says, and was read as one."
        case e.PagePartsLeftOut(name, words):
            return (
                name,
                f"is a page with more on it than its article: {_counted('words', words)} of menus, links and the like were left out.",
            )
        case e.MacrosIgnored(name):
            return name, "has macros; only its text was read, and nothing in it was run."
        case e.ChangesAccepted(name, insertions, deletions):
            changes = [
                _counted(kind, count)
                for kind, count in (("insertions", insertions), ("deletions", deletions))
                if count
            ]
            return name, f"has tracked changes, read as accepted: {_listed(changes)}."
        case e.PartsUnread(name, parts):
            return name, f"was read without {_listed(parts)}."
        case e.AttachmentsFound(name, attachments):
            return name, f"has attachments that are not part of its text: {_listed(attachments)}."
        case e.ManyFound(name, found, offered):
            shown = f" The {offered:,} that say most are offered." if offered < found else ""
            return (
                name,
                f"is long: {found:,} sentences were found and none is taken by itself; "
                f"pick what you need.{shown}",
            )
        case e.OneSubject(name):
            return (
                name,
                "keeps to one subject, so no sections are suggested; choose topics to look for, "
                "or add sections yourself.",
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
        case e.RowsLost(words):
            listed = _listed([f"“{_short(each)}”" for each in words])
            return (
                "Facts",
                f"are not all in the document: {listed}, as the article is read now, is found no "
                "more. Add it as a point, or take it out of the briefing.",
            )
        case _:
            raise AssertionError(f"no words for {fact!r}")


_REFUSED = {
    "old-word": ("an old Word document (.doc)", "Save it in Word as .docx and open that."),
    "old-office": (
        "an old Word, Excel or PowerPoint file, or an Outlook message",
        "Save a document as .docx, a message as .eml, and open that.",
    ),
    "outlook": (
        "an Outlook message (.msg)",
        "Save it in Outlook as .eml, or copy its text and paste it.",
    ),
    "excel": ("an Excel workbook", "Copy the text you need and paste it."),
    "powerpoint": ("a PowerPoint presentation", "Copy the text you need and paste it."),
    "spreadsheet": ("a spreadsheet", "Copy the text you need and paste it."),
    "presentation": ("a presentation", "Copy the text you need and paste it."),
    "e-book": ("an e-book", "Copy the article's text and paste it."),
    "pages": ("an Apple Pages document", "Export it from Pages as .docx and open that."),
    "wordperfect": ("a WordPerfect document", "Save it as .docx or .rtf and open that."),
    "picture": (
        "a picture",
        "Run text recognition (OCR) on it and open what that gives, or ask for the text.",
    ),
    "sound": ("a sound or video file", "Ask for a transcript and open that."),
    "archive": ("an archive", "Unpack it and open the files in it."),
    "program": ("a program", "It is not opened, and never run."),
    "database": ("a database", "Copy the text you need and paste it."),
    "web-archive": (
        "a Safari web archive (.webarchive)",
        "Save the page as “Page Source” (.html) and open that.",
    ),
    "calendar": ("a calendar or address card", "Copy the text you need and paste it."),
    "structured": ("a data file, not an article", "Copy the text you need and paste it."),
    "works": ("a Microsoft Works document", "Save it as .docx or .rtf and open that."),
    "old-openoffice": ("an old OpenOffice document", "Save it as .odt or .docx and open that."),
    "word-xml": ("a Word document kept as XML", "Save it in Word as .docx and open that."),
    "postscript": ("a PostScript file", "Save it as .pdf and open that."),
    "xps": ("an XPS document", "Print it to .pdf and open that."),
    "mailbox": (
        "a mailbox of many messages",
        "Save the message you need as .eml and open that.",
    ),
    "winmail": (
        "an Outlook attachment (winmail.dat)",
        "Ask the sender for the message as plain text or HTML.",
    ),
    "shortcut": (
        "a link to a page, not the page",
        "Open the page in a browser, save it as .html, and open that.",
    ),
}
"""What is known and not read: what it is, and what to do instead."""


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
