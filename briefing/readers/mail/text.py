"""The plain text of a message: what was typed, what is quoted, signed, or passed on.

Nothing is dropped. What is not the message's own words gets a role, so that it can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from briefing.lexicon import either, words
from briefing.model.article import Role
from briefing.model.cleaning import clean
from briefing.readers import paragraphs
from briefing.readers.content import Block
from briefing.readers.mail.head import Head

_QUOTE = re.compile(r"(?:> ?)+")
_FEW, _MANY = 40, 80
"""Words: with fewer of its own and more quoted, a message passes on what it quotes."""
SHORT_NOTE = 60
"""Words: with fewer above it, what is passed on is the article."""
_MAX_SIGNATURE = 25
"""Lines."""
_PGP_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_PGP_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_LONGEST_LINE = 300
"""Characters of a line that can be a head's or a mark."""


@dataclass(frozen=True, slots=True)
class Told:
    blocks: tuple[Block, ...]
    head: Head | None = None
    """Of the message that was passed on inside the text."""


@dataclass(slots=True)
class _Part:
    role: Role | None
    cue: str
    lines: list[str] = field(default_factory=list)


def read(text: str, *, flowed: bool = False, joined: bool = False) -> Told:
    """Blocks of a plain text. ``flowed`` and ``joined`` are RFC 3676's format and DelSp."""
    lines = clean(text).text.split("\n")
    if flowed:
        lines = list(_unwrapped(lines, joined))
    parts = list(_parts(lines))
    quoted = [each for each in parts if each.cue == _QUOTED]
    own = sum(_words(each) for each in parts if each.role is None)
    if own < _FEW and sum(map(_words, quoted)) > _MANY:  # it is quoted to be read
        for each in quoted:
            each.role, each.cue = None, ""
    blocks = [
        Block(paragraph, each.role, each.cue)
        for each in parts
        for paragraph in paragraphs.split("\n".join(each.lines))
    ]
    return mark(blocks)


def mark(blocks: Sequence[Block]) -> Told:
    """Give a role to heads of messages that were passed on, and to notices of the sender's house.

    For text with form too, whose paragraphs come from elsewhere.
    """
    made: list[Block] = []
    heads: list[Head] = []
    inside = False
    for number, each in enumerate(blocks):
        text = each.text.strip()
        if each.role not in (None, Role.BODY, Role.HEADING) or len(text) > 10 * _LONGEST_LINE:
            made.append(each)
            inside = False
        elif _is_mark(text):
            made.append(
                replace(each, role=Role.NOTICE, cue=f"{_PASSED_ON}: “{text.strip('- *_')}”")
            )
            inside = True
            heads.append(Head(forwarded=True))
        elif (found := _head_lines(text)) and (
            inside or (found[0][0] and (len(found) > 1 or _heads_follow(blocks, number)))
        ):
            if not inside:
                heads.append(Head(forwarded=True))
            inside = True
            heads[-1] = _added(heads[-1], found)
            made.append(replace(each, role=Role.BYLINE, cue=HEAD))
        else:
            inside = False
            notice = _notice(text)
            made.append(replace(each, role=Role.NOTICE, cue=notice) if notice else each)
    first = next((n for n, each in enumerate(made) if each.cue.startswith(_PASSED_ON)), 0)
    if first > 0 and sum(len(each.text.split()) for each in made[:first]) < SHORT_NOTE:
        made[:first] = notes(made[:first])
    known = [each for each in heads if each.is_known]
    return Told(tuple(made), known[-1] if known else None)


def notes(blocks: Sequence[Block]) -> list[Block]:
    """What somebody wrote above a message to pass it on is no part of it."""
    return [
        replace(each, role=Role.NOTICE, cue="note above what is passed on")
        if each.role in (None, Role.BODY, Role.HEADING)
        else each
        for each in blocks
    ]


_PASSED_ON = "passed on"
HEAD = f"{_PASSED_ON}: its head"
_QUOTED, _SIGNED = "quoted from another message", "signature"


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    """Runs of lines of one kind."""
    part = _Part(None, "")
    signed_from = _signature(lines)
    for number, line in enumerate(lines):
        role: Role | None = None
        cue, shown = "", line
        if line.startswith(">"):
            role, cue, shown = Role.NOTICE, _QUOTED, _QUOTE.sub("", line, count=1)
        elif _attributes(lines, number):
            role, cue = Role.NOTICE, "who is quoted below"
        elif line.startswith((_PGP_SIGNED, "Hash: ")) and part.cue in ("", "PGP"):
            is_pgp = line.startswith(_PGP_SIGNED) or part.cue == "PGP"
            role, cue = (Role.NOTICE, "PGP") if is_pgp else (None, "")
        elif signed_from is not None and number >= signed_from:
            role, cue = Role.NOTICE, _SIGNED
        elif not line.strip():
            role, cue = part.role, part.cue
        if (role, cue) != (part.role, part.cue):
            yield part
            part = _Part(role, cue)
        part.lines.append(shown)
    yield part


def _signature(lines: Sequence[str]) -> int | None:
    """The line from which on everything is a signature."""
    for number in range(len(lines) - 1, max(-1, len(lines) - 400), -1):
        line = lines[number]
        if line.startswith(_PGP_SIGNATURE):
            return number
        if line in ("-- ", "--") and len(lines) - number <= (
            400 if line == "-- " else _MAX_SIGNATURE
        ):
            return number
    return None


def _attributes(lines: Sequence[str], number: int) -> bool:
    """``On 7 May 2015 Jane Doe wrote:`` above a quotation, on one line or two."""
    line = lines[number]
    if len(line) > _LONGEST_LINE:
        return False
    ahead = [each for each in lines[number + 1 : number + 4] if each.strip()]
    if _attribution().search(line):
        return bool(ahead) and ahead[0].startswith(">")
    return (
        len(ahead) > 1
        and bool(line.strip())
        and any(map(str.isdigit, line))
        and len(ahead[0]) <= _LONGEST_LINE
        and _attribution().search(ahead[0]) is not None
        and ahead[1].startswith(">")
    )


def _unwrapped(lines: Sequence[str], joined: bool) -> Iterator[str]:
    """RFC 3676: a line that ends in a space goes on in the next of the same depth."""
    held, depth = "", -1
    for line in lines:
        marks = len(line) - len(line.lstrip(">"))
        text = line[marks:]
        text = text.removeprefix(" ")  # stuffed, or the space behind the marks
        if depth >= 0 and marks != depth:
            yield ">" * depth + (" " if depth else "") + held
            held, depth = "", -1
        if text == "-- ":
            if depth >= 0:
                yield ">" * depth + (" " if depth else "") + held
                held, depth = "", -1
            yield ">" * marks + (" " if marks else "") + text
            continue
        held += text
        if text.endswith(" "):
            held = held[:-1] if joined else held
            depth = marks
            continue
        yield ">" * marks + (" " if marks else "") + held
        held, depth = "", -1
    if depth >= 0:
        yield ">" * depth + (" " if depth else "") + held


def _head_lines(text: str) -> list[tuple[str, str]]:
    """(what it tells, value) of the lines of a head; empty when there is anything else."""
    if len(text) > 3 * _LONGEST_LINE:
        return []
    if _head_line().match(text) is None:
        return []
    starts = list(_head_line().finditer(text))
    ends = [each.start() for each in starts[1:]] + [len(text)]
    return [
        (_key(each["key"]), text[each.end() : end].strip(" *"))
        for each, end in zip(starts, ends, strict=True)
    ]


def _heads_follow(blocks: Sequence[Block], number: int) -> bool:
    """Whether the next paragraph is another line of the same head."""
    following = blocks[number + 1].text if number + 1 < len(blocks) else ""
    return bool(_head_lines(following.strip()))


def _added(head: Head, lines: Sequence[tuple[str, str]]) -> Head:
    for key, value in lines:
        match key:
            case "from":
                head = replace(head, sender=head.sender or value)
            case "date":
                head = replace(head, date=head.date or value)
            case "subject":
                head = replace(head, subject=head.subject or value)
            case _:
                pass
    return head


def _is_mark(text: str) -> bool:
    if len(text) > 120:
        return False
    bare = text.strip("-–—_*= ").casefold().rstrip(" :")
    return bare in _marks() or (text.startswith("---") and bare.startswith(_marks()))


def _notice(text: str) -> str | None:
    if text.startswith((_PGP_SIGNATURE, _PGP_SIGNED)):
        return "PGP"
    found = _notices().match(text) if len(text) <= 10 * _LONGEST_LINE else None
    return f"mail notice: “{found[0]}”" if found else None


def _words(part: _Part) -> int:
    return sum(len(each.split()) for each in part.lines)


def _key(name: str) -> str:
    folded = name.casefold()
    for each in ("from", "date", "subject"):
        if folded in (known.casefold() for known in words("mail", f"head.{each}")):
            return each
    return ""


@cache
def _marks() -> tuple[str, ...]:
    return tuple(each.casefold().rstrip(" :") for each in words("mail", "quoted.marks"))


@cache
def _attribution() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('mail', 'quoted.attribution'))})\s*$")


@cache
def _head_line() -> re.Pattern[str]:
    names = [
        name
        for each in ("from", "date", "subject", "others")
        for name in words("mail", f"head.{each}")
    ]
    return re.compile(rf"(?:(?<=\s)|^)\*?(?P<key>{either(names)})\s?:\*?(?=\s)")


@cache
def _notices() -> re.Pattern[str]:
    return re.compile(rf"[*_ ]*(?i:{either(words('mail', 'notices.starts'))})(?!\w)")
