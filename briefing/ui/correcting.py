"""What clicks and keys in the facts panel do to the draft."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing.model import fact_edits
from briefing.model.annotations import ClaimKind
from briefing.model.correcting import entity_at
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.draft import Draft
from briefing.model.span import Source
from briefing.ui.facts.describe import done
from briefing.ui.facts.panel import FactsPanel
from briefing.ui.picking import Picking
from briefing.ui.work import Work


class Correcting(QObject):
    said = Signal(str)
    """A short word about what was just done, for the status bar."""

    def __init__(self, work: Work, facts: FactsPanel, picking: Picking) -> None:
        super().__init__(facts)
        self._work, self._picking = work, picking
        facts.corrected.connect(self.correct)
        facts.restored.connect(self.restore)
        facts.rows_taken.connect(self.take)
        facts.said.connect(self.said)

    def correct(self, correction: Correction) -> None:
        if correction.fact is Fact.CLAIM:
            self._correct_claim(correction)
            return
        if correction.act is Act.SPLIT:
            correction = self._split_off(correction)
        draft = fact_edits.correct(self._work.draft, correction)
        self._edit(draft, done(correction.act, correction.fact))

    def _split_off(self, correction: Correction) -> Correction:
        """Called what the article calls it there; the rest keeps another mention to stand by."""
        target, session = correction.target, self._work.session
        article = session.article(target.article)
        words = " ".join(article.text_of(target.span).split())
        entity = entity_at(session.annotations(target.article), target.span)
        kept = [each.span for each in entity.mentions if each.span != target.span] if entity else []
        other = Source(target.article, article.in_body(kept)) if kept else None
        return replace(correction, value=words, other=other)

    def _correct_claim(self, correction: Correction) -> None:
        """As when it is asked for in the article or the sections."""
        if correction.act is Act.KIND:
            self._picking.give_kind(correction.target, ClaimKind(correction.value))
        else:
            self._picking.give_speaker(correction.target, correction.value)

    def restore(self, corrections: tuple[Correction, ...]) -> None:
        dismissed = any(each.act is Act.DISMISS for each in corrections)
        label = "bringing back what was dismissed" if dismissed else "going back to what was found"
        self._edit(fact_edits.restore(self._work.draft, *corrections), label)

    def take(self, rows: tuple[Row, ...], taken: bool) -> None:
        """Put facts into the briefing, or leave them out."""
        change = fact_edits.add_row if taken else fact_edits.remove_row
        what = "a fact" if len(rows) == 1 else f"{len(rows):,} facts"
        label = f"putting {what} into the briefing" if taken else f"leaving {what} out"
        self._edit(change(self._work.draft, *rows), label)

    def _edit(self, draft: Draft, label: str) -> None:
        """Apply an edit and say so: undo is what makes quick clicks safe."""
        if draft != self._work.draft:
            self._work.edit(draft, label)
            self.said.emit(f"Done: {label}. Ctrl+Z takes it back.")
