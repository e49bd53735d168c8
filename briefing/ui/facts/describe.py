"""The sentences about a row: what a tooltip shows and a screen reader says."""

from __future__ import annotations

from html import escape

from briefing.model.article import BY_HAND
from briefing.model.corrections import Act, Correction, Fact
from briefing.ui import claim_kinds
from briefing.ui.facts.rows import FactRow

KINDS = {
    "person": "Person",
    "organisation": "Organisation",
    "place": "Place",
    "point": "Point in time",
    "duration": "Duration",
    "set": "Recurring",
    **{kind.value: name for kind, name in claim_kinds.NAMES.items()},
}
"""Names of kinds, as a menu shows them."""
MEANINGS = {kind.value: meaning for kind, meaning in claim_kinds.MEANINGS.items()}


def tooltip(row: FactRow) -> str:
    """Rich text, so that long lines wrap."""
    parts = [f"<b>{escape(row.title)}</b>" if row.title else escape(row.text)]
    if row.title and row.text:
        parts.append(escape(row.text))
    if row.note and row.note != row.text:
        parts.append(escape(row.note))
    if row.kind in MEANINGS:
        parts.append(f"{KINDS[row.kind]}: {MEANINGS[row.kind]}.")
    if row.doubt:
        parts.append(f"<i>Doubtful:</i> {escape(row.doubt)}.")
    if cue := why(row):
        parts.append(f"<i>Why:</i> {escape(cue)}")
    return "".join(f"<p>{each}</p>" for each in parts)


def why(row: FactRow, number: int = 0) -> str:
    """The cue of a row, and that of the mention which is in view."""
    cue = row.cues[0] if row.cues else ""
    own = row.cues[1 + number] if len(row.cues) > 1 + number else ""
    return f"{cue}; here: {own}" if own and cue and own != cue else own or cue


def advice(row: FactRow) -> str:
    """What can be done about the doubt of a row, as a sentence or two; empty for no doubt."""
    if not row.doubt:
        return ""
    match row.fact:
        case Fact.DATE if row.field:
            return "Fill in that day, or type this date itself (F2)."
        case Fact.DATE if not row.value:
            return "Type the date if you know it (F2)."
        case Fact.DATE:
            return (
                "Compare it with the article. F2 changes the date; if the article is at odds with "
                "itself, leave it: the briefing says so beside it."
            )
        case _:
            return (
                "Choose the speaker if you know who it is; else leave it open, and the briefing "
                "says that it is not certain."
            )


def spoken(row: FactRow) -> str:
    """What the eye sees of a row, in words."""
    kind = KINDS[row.kind] if row.claim is not None else ""
    parts = [row.title, row.text, row.mark, kind, *row.details]
    if row.doubt:
        parts.append(f"doubtful: {row.doubt}")
    if row.corrections:
        parts.append(BY_HAND)
    parts.append("in the briefing" if row.taken else "not in the briefing")
    return ", ".join(each for each in parts if each)


def done(act: Act, fact: Fact) -> str:
    """What a correction does, for undo and the status bar."""
    what = "place or name" if fact is Fact.ENTITY else fact.value
    match act:
        case Act.NAME:
            return "renaming"
        case Act.ROLE:
            return "giving a role"
        case Act.KIND:
            return f"changing the kind of a {what}"
        case Act.JOIN:
            return "joining two names"
        case Act.SPLIT:
            return "splitting off a mention"
        case Act.DISMISS:
            return f"dismissing a {what}"
        case Act.VALUE:
            return "changing a date"
        case Act.SPEAKER:
            return "giving a speaker"


def dismissed_words(correction: Correction, words: str) -> str:
    """What was dismissed, short enough for a line of a menu."""
    if correction.fact is Fact.GAP:
        return f"{correction.value}: {words}" if words else correction.value
    return f"“{words}”" if correction.fact is Fact.QUOTATION else words
