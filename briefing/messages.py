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
        case e.NoReviewersCopy(name):
            return (
                name,
                "cannot be a reviewer’s copy: only Word has comments in the margin. Choose a name that ends in .docx.",
            )
        case e.ReceiptProblem(path, reason):
            return _name(path), f"is no receipt that can be used: {reason}"
        case e.ReceiptDiffers(name, what):
            return name, f"does not match its receipt in everything; what differs: {_listed(what)}."
        case e.NothingToVerify(name):
            return (
                name,
                "is not found here, nor the project it was made from, so that nothing is verified. Put one of them beside the receipt, or name it after the receipt.",
            )
        case e.UnknownField(field, known):
            return field, f"is not a field. There are: {', '.join(known)}."
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
        case e.StylesMissing(name, styles, instead):
            one = len(styles) == 1
            if instead:
                done = f"{'one' if one else 'ones'} made from “{instead}”"
            else:
                done = "a plain one" if one else "plain ones"
            return (
                name,
                f"has no style named {_listed(styles, ' or ')}; "
                f"{done} {'is' if one else 'are'} used. To decide how "
                f"{'it looks' if one else 'they look'}, add "
                f"{'a style of that name' if one else 'styles of these names'} in Word.",
            )
        case e.SlotMissing(name, slot, where):
            return (
                name,
                f"does not say where in its {where} {_SLOTS[slot]} To decide, write {{{slot}}} "
                "there in Word.",
            )
        case e.SlotUnknown(name, slot, where):
            known = _listed([f"{{{each}}}" for each in ("marking", "header", "footer", "title")])
            return (
                name,
                f"has {slot} in its {where}, which the program does not know; it is printed as it "
                f"stands. It fills in {known}.",
            )
        case e.NotFollowed(name, what, where, details):
            listed = _listed([_EFFECTS.get(each, each) for each in details], " and ")
            return name, _NOT_FOLLOWED[what].format(where=where, details=listed)
        case e.GlyphsMissing(characters):
            listed = _listed([f"{each} (U+{ord(each):04X})" for each in characters])
            return (
                listed,
                "cannot be shown by any font on this machine; the PDF has the number of each instead.",
            )
        case e.EndnotesApart(marking):
            return (
                "Endnotes",
                f"stand on a page of their own, without “{marking}”, if the Word file is opened in "
                "LibreOffice; in Word all is well. With footnotes each page is marked everywhere.",
            )
        case e.FontSubstituted(wanted, used, same_widths, restricted):
            why = (
                "may not be embedded in a PDF, says its licence"
                if restricted
                else "is not on this machine"
            )
            return (
                wanted,
                f"{why}; {used}, which has the same widths, is used."
                if same_widths
                else f"{why}; {used} is used, and lines may break elsewhere than in Word.",
            )
        case e.HouseStyleMissing(name, reason, used):
            return (
                name,
                f"is the house style of this briefing and cannot be used here: {reason.rstrip('.')}. It is set in “{used}” instead; add the style, or choose another.",
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


_SLOTS = {
    "marking": "the marking goes; a line was added for it.",
    "footer": "the footer line goes; where a briefing has one, it stands on a line of its own.",
}
"""What a briefing puts into headers and footers, and what is done about it."""

_NOT_FOLLOWED = {
    "body": "has {details} on its page itself, which briefings do not use; put a letterhead into the "
    "header in Word.",
    "columns": "sets its text in columns; briefings run over the whole width.",
    "sections": "has several sections; page, header and footer are taken from the last.",
    "even-pages": "has other headers or footers on even pages; all pages have those of the odd ones.",
    "line-numbers": "numbers its lines; briefings do not.",
    "page-borders": "has a border around its pages, which is left out.",
    "page-numbers": "numbers its pages in its own way; briefings count 1, 2, 3 from the first page.",
    "mirrored": "swaps its margins on even pages; briefings keep them as on odd ones.",
    "background": "colours its paper, which is left out.",
    "embedded-fonts": "carries fonts in it, which are not taken along; install them on each machine.",
    "text-box": "has a text box or drawn shape in its {where}. Word shows it, the PDF leaves it out; "
    "use a paragraph, a table or a picture instead.",
    "watermark": "has a watermark in its {where}. Word shows it, the PDF leaves it out; "
    "the marking stands at the top and bottom of each page.",
    "picture-format": "has a picture in its {where} that is neither PNG nor JPEG. Word shows it, "
    "the PDF leaves it out; save the picture as PNG and put that in its place.",
    "picture-size": "has a picture in its {where} of far more dots than paper can show. Word shows it, "
    "the PDF leaves it out; make it smaller.",
    "picture-cropped": "has a picture in its {where} that is cropped or turned. Word shows it so, the "
    "PDF shows it whole; in Word, choose Compress Pictures and delete the cropped areas.",
    "picture-linked": "has a picture in its {where} that lies in another file; it is left out. Insert it "
    "into the document instead.",
    "embedded": "has a chart or an object of another program in its {where}; it is left out. "
    "Put a picture of it in its place.",
    "field": "has a field in its {where} that is neither a page number nor the title; what it shows "
    "now is printed as it stands.",
    "field-of-page": "has a field in its {where} that reckons with page numbers, as IF does; it is "
    "left out. Insert the page number itself.",
    "changes": "has tracked changes in its {where}; they are taken as accepted.",
    "frame": "has a paragraph in a frame in its {where}; it stands in its line instead.",
    "table": "has a table in its {where} with merged or nested cells, or borders of single cells; "
    "the PDF shows a plain one.",
    "tabs-from-edge": "places text in its {where} from the edge of the paper; it stands at tab stops instead.",
    "frame-style": "puts “{where}” into a frame; it stands in the text instead.",
    "text-direction": "turns the words of “{where}”; they run from left to right instead.",
    "letters": "draws letters of {where} {details}, which is left out.",
    "double-strike": "strikes letters of {where} through twice; once is printed.",
    "border": "has a border in {where} of a kind ({details}) that the PDF draws as a plain one.",
    "right-to-left": "runs from right to left as a whole; pages and tables are set from left to right.",
    "unsigned": "has no bullet or number for “{where}”, or one that it does not define; the usual one is "
    "printed.",
    "numbered": "numbers or bullets “{where}”; only lists are numbered, and it stands without.",
    "direction": "sets {where} from right to left as a whole; it begins at the left margin, and each "
    "run of words keeps its own direction.",
    "bands": "colours the second of two rows in “{where}”, which is left out.",
    "cells": "colours, aligns or spaces all cells of “{where}”, which is left out.",
    "list-picture": "has pictures for bullets; bullets are printed instead.",
}
"""What briefings do not take from a reference file, and what they do instead."""

_EFFECTS = {
    "w": "stretched or narrowed",
    "position": "raised or lowered",
    "outline": "outlined",
    "shadow": "with a shadow",
    "emboss": "embossed",
    "imprint": "engraved",
    "vanish": "hidden",
    "webHidden": "hidden on the web",
    "effect": "animated",
    "em": "with marks of emphasis",
    "bdr": "in a box",
    "fitText": "fitted to a width",
    "eastAsianLayout": "in an East Asian layout",
}
"""What Word does to letters, by its own names of it."""

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


def _listed(items: Sequence[str], last: str = ", ") -> str:
    """``last`` stands before the last item, where none is left out."""
    more = len(items) - _MAX_LISTED
    if more > 0:
        return f"{', '.join(items[:_MAX_LISTED])} and {more} more"
    return last.join(each for each in (", ".join(items[:-1]), *items[-1:]) if each) or "none"


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.1f} kB"
