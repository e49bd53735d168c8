"""The sentences about a row: what a tooltip shows and a screen reader says."""

from __future__ import annotations

from html import escape

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


def spoken(row: FactRow) -> str:
    """What the eye sees of a row, in words."""
    parts = [row.title, row.text, row.mark, *row.details]
    if row.doubt:
        parts.append(f"doubtful: {row.doubt}")
    if row.corrections:
        parts.append("corrected")
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
