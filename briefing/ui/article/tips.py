"""What the view says when the mouse rests on something."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from briefing.ui import claim_kinds
from briefing.ui.article.claims import ClaimMark
from briefing.ui.article.marks import Mark, Run

_LONGEST_CUE = 160


def of_sentence(marks: Sequence[Mark]) -> str:
    """For the points under the mouse: their sections, why, and what a click does. Rich text."""
    parts: list[str] = []
    for mark in marks:
        state = "in the briefing" if mark.taken else "left out"
        why = escape(_short(mark.point.cue)) if mark.point.cue else "put there by hand"
        parts.append(
            f"<b>{mark.number}&nbsp;{escape(mark.section.name)}</b> – {state}<br>Why: {why}"
        )
    verb = "leave it out" if any(each.point.taken for each in marks) else "take it"
    hint = f"Click or press Space to {verb}. Keys 1–9 give it to a section."
    return "<br>".join([*parts, f"<i>{hint}</i>"])


def of_claim(mark: ClaimMark) -> str:
    """For a sentence, and for the sign beside it. Rich text."""
    first, last = (list(claim_kinds.KEYS)[each] for each in (0, -2))
    keys = f"{first} to {last.removeprefix('Alt+')}"
    return (
        f"{claim_kinds.tip(mark.claim)}<br>"
        f"<i>{claim_kinds.MENU_KEY} or {keys} in it say that it is something else.</i>"
    )


def of_label(run: Run) -> str:
    """For a section's label. Rich text."""
    verb = "leave the section out" if run.section.taken else "take the section"
    state = "left out" if not run.section.taken else "in the briefing"
    if run.section.taken and run.empty:
        state = "in the briefing, but none of its sentences is taken"
    cue = next((each.point.cue for each in run.marks if each.point.cue), "")
    why = f"<br>Found here by: {escape(_short(cue))}" if cue else ""
    name = escape(run.section.name)
    return f"<b>{run.number}&nbsp;{name}</b> – {state}{why}<br><i>Click to {verb}.</i>"


def of_paragraph(name: str, cue: str, *, grey: bool) -> str:
    """For what stands beside a paragraph, and for the text of furniture. Rich text."""
    parts = [f"<b>{escape(name)}</b>"]
    if grey:
        parts.append("Not part of the article's body, left out by default.")
    if cue:
        parts.append(f"Why: {escape(_short(cue), quote=False)}")
    parts.append("<i>Click beside it, or press R in it, to say that it is something else.</i>")
    return "<br>".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CUE else text[: _LONGEST_CUE - 1] + "…"
