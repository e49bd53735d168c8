"""The kinds of claim as the person meets them: their words, and the menu that gives another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import BY_HAND
from briefing.model.facts import EntityKind

NAMES = {
    ClaimKind.REPORTED: "Reported",
    ClaimKind.ATTRIBUTED: "Attributed",
    ClaimKind.QUOTED: "Quoted",
    ClaimKind.INFERENCE: "Inference",
}
"""In the order of their keys."""
MEANINGS = {
    ClaimKind.REPORTED: "the reporter states it",
    ClaimKind.ATTRIBUTED: "somebody says it, in the reporter’s words",
    ClaimKind.QUOTED: "somebody says it, word for word",
    ClaimKind.INFERENCE: "hedged: nobody states it as a fact",
}
KEYS: dict[str, ClaimKind | None] = {
    **{f"Alt+{number}": kind for number, kind in enumerate(NAMES, start=1)},
    "Alt+0": None,
}
"""Shortcut → the kind it gives; None is the one that was found."""
MENU_KEY = "K"
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an entry of the menu asks for."""

    kind: Callable[[ClaimKind | None], None]
    """None for the one that was found."""
    speaker: Callable[[str], None]
    """To be asked for another one than this; empty for nobody."""


def is_by_hand(claim: Claim) -> bool:
    return claim.cue == BY_HAND


def tip(claim: Claim) -> str:
    """What a sentence is, who says it, and why we think so. Rich text."""
    parts = [f"<b>{NAMES[claim.kind]}</b> – {MEANINGS[claim.kind]}"]
    if claim.speaker:
        parts.append(f"Speaker: {escape(claim.speaker)}")
    elif claim.kind in (ClaimKind.ATTRIBUTED, ClaimKind.QUOTED):
        parts.append("Speaker: not certain")
    strength = f" ({escape(claim.strength)})" if claim.strength else ""
    if is_by_hand(claim):
        parts.append("Set by hand.")
    elif claim.cue:
        parts.append(f"Why: {escape(claim.cue)}{strength}")
    return "<br>".join(parts)


def people(found: Annotations) -> tuple[str, ...]:
    """Who may have said something: those the article names, the most often named first."""
    named = [each for each in found.entities if each.kind is not EntityKind.PLACE]
    named.sort(key=lambda each: -len(each.mentions))
    return tuple(dict.fromkeys(each.name for each in named))[:_MOST_NAMES]


def menu(parent: QWidget, claims: Sequence[Claim], wishes: Wishes) -> QMenu:
    """For the claims of one sentence or several, never none."""
    count = len(claims)
    made = QMenu("This sentence is" if count == 1 else f"These {count} sentences are", parent)
    present = {each.kind for each in claims}
    keys = {kind: key for key, kind in KEYS.items()}
    for kind, name in NAMES.items():
        entry = made.addAction(f"&{name}")
        entry.setToolTip(MEANINGS[kind])
        _show_key(entry, keys[kind])
        entry.setCheckable(True)
        entry.setChecked(present == {kind})
        if present != {kind}:
            entry.triggered.connect(lambda _=False, kind=kind: wishes.kind(kind))
    made.addSeparator()
    speakers = {each.speaker or "" for each in claims}
    known = speakers.pop() if len(speakers) == 1 else ""
    entry = made.addAction("&Speaker…")
    entry.triggered.connect(lambda: wishes.speaker(known))
    made.addSeparator()
    undo = made.addAction("As it was &found" if count == 1 else "As they were &found")
    _show_key(undo, keys[None])
    undo.setEnabled(any(map(is_by_hand, claims)))
    undo.triggered.connect(lambda: wishes.kind(None))
    made.setToolTipsVisible(True)
    return made


def ask_speaker(
    parent: QWidget, known: str, names: Iterable[str], tell: Callable[[str], None]
) -> QInputDialog:
    """Ask who says it, with those the article names to choose from; empty is nobody certain."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Speaker")
    dialog.setLabelText("Who says it? Leave it empty where that is not certain.")
    dialog.setComboBoxEditable(True)
    dialog.setComboBoxItems(list(dict.fromkeys((known, *names))))
    dialog.setTextValue(known)

    def answer(text: str) -> None:
        if text.strip() != known:
            tell(text.strip())

    dialog.textValueSelected.connect(answer)
    dialog.open()
    return dialog


def _show_key(entry: object, key: str) -> None:
    """Beside the entry; the key itself belongs to the widget that opens the menu."""
    entry.setShortcut(key)  # type: ignore[attr-defined]
    entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # type: ignore[attr-defined]
