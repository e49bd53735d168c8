"""What clicks, keys and drags in the article and the sections do to the draft."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing import topicsets
from briefing.errors import BriefingError
from briefing.messages import describe
from briefing.model import edits, fact_edits, findings
from briefing.model.annotations import Claim, ClaimKind
from briefing.model.corrections import Act, Correction, Fact
from briefing.model.draft import Draft, Point
from briefing.model.span import Source, Span
from briefing.model.topic import TopicSet, slug
from briefing.ui.article.view import ArticleView
from briefing.ui.message_bar import Message
from briefing.ui.revising import Revising
from briefing.ui.sections.panel import SectionsPanel
from briefing.ui.sections.words import SectionEdit
from briefing.ui.work import Work


class Picking(QObject):
    said = Signal(str)
    """A short word about what was just done, for the status bar."""
    topics_saved = Signal()

    def __init__(
        self, work: Work, revising: Revising, article: ArticleView, sections: SectionsPanel
    ) -> None:
        super().__init__(article)
        self._work, self._sections = work, sections
        self.current = ""
        """Id of the article in view; empty for none."""
        self._clicked: Draft | None = None
        """The draft that the last click on a sentence made."""
        article.point_clicked.connect(self.toggle)
        article.click_withdrawn.connect(self.withdraw)
        article.section_clicked.connect(self.toggle_section)
        article.assign_requested.connect(self._assign)
        article.unassign_requested.connect(self._unassign)
        article.new_section_requested.connect(sections.ask_new)
        for each in (article, sections):
            each.claim_kind_requested.connect(self.give_kind)
            each.claim_speaker_requested.connect(self.give_speaker)
        article.role_requested.connect(
            lambda paragraphs, role: revising.set_roles(self.current, paragraphs, role)
        )

        sections.section_taken.connect(
            lambda id, on: self._take_section(id, on, "picking a section")
        )
        sections.point_taken.connect(lambda id, on: self._take({id}, on))
        sections.points_taken.connect(lambda ids, on: self._take(set(ids), on))
        sections.section_added.connect(self._add_section)
        sections.section_edited.connect(self._edit_section)
        sections.section_moved.connect(
            lambda id, index: self._edit(
                edits.move_section(self._draft, id, index), "moving a section"
            )
        )
        sections.sections_merged.connect(
            lambda id, into: self._edit(
                edits.merge_sections(self._draft, id, into), "merging sections"
            )
        )
        sections.section_removed.connect(
            lambda id: self._edit(edits.remove_section(self._draft, id), "removing a section")
        )
        sections.point_moved.connect(
            lambda id, section, index: self._edit(
                edits.move_point(self._draft, id, section, index), "moving a point"
            )
        )
        sections.wording_edited.connect(
            lambda id, text: self._edit(edits.set_wording(self._draft, id, text), "rewording")
        )
        sections.point_removed.connect(
            lambda id: self._edit(edits.remove_points(self._draft, {id}), "removing a point")
        )
        sections.topic_set_chosen.connect(self._work.searching.choose_topic_set)
        sections.topic_set_save_requested.connect(self._save_topic_set)
        sections.detect_requested.connect(self._work.searching.look_again)
        sections.suggest_requested.connect(self._work.searching.suggest)

    @property
    def _draft(self) -> Draft:
        return self._work.draft

    def _edit(self, draft: Draft, label: str) -> None:
        """Apply an edit and say so: undo is what makes quick clicks safe."""
        if draft != self._draft:
            self._work.edit(draft, label)
            self.said.emit(f"Done: {label}. Ctrl+Z takes it back.")

    # ------------------------------------------------------------ sentences and words

    def _take(self, ids: set[str], taken: bool) -> None:
        label = "taking a sentence" if taken else "leaving out a sentence"
        self._edit(edits.take_points(self._draft, ids, taken), label)

    def toggle(self, ids: list[str]) -> None:
        """A click on sentences. Taken anywhere, they are left out; else each is taken once."""
        before = self._draft
        self._toggle(ids)
        self._clicked = self._draft if self._draft != before else None

    def withdraw(self) -> None:
        """The click before was not meant."""
        if self._draft is self._clicked:
            self._work.undo()

    def _toggle(self, ids: list[str]) -> None:
        draft = self._draft
        points = [each for id in ids if (each := draft.point(id))]
        if not points:
            return
        on = {each.id for each in draft.sections if each.taken}
        if shown := {each.id for each in points if each.taken and each.section in on}:
            self._take(shown, False)
            self._sections.reveal(points[0].id)
            return
        first: dict[Source, Point] = {}
        for each in sorted(points, key=lambda each: each.section not in on):
            first.setdefault(each.source, each)
        for each in first.values():
            draft = edits.take_sentence(draft, each.id)
        self._edit(draft, "taking a sentence" if len(first) == 1 else "taking sentences")
        self._sections.reveal(points[0].id)

    def toggle_section(self, id: str) -> None:
        if section := self._draft.section(id):
            label = "leaving out a section" if section.taken else "taking a section"
            self._take_section(id, not section.taken, label)

    def _take_section(self, id: str, taken: bool, label: str) -> None:
        """With what is taken of it: where that is nothing, it is said, and how to take some."""
        self._edit(edits.take_section(self._draft, id, taken), label)
        points = self._draft.points_of(id)
        if taken and points and not any(each.taken for each in points):
            self.said.emit(
                f"0 of {len(points)} taken in “{self._name(id)}”: tick the sentences you want, or "
                "all of them with the right mouse button."
            )

    def _assign(self, span: Span, section: str) -> None:
        """Give words to a section; the very words of its points are taken out of it again."""
        sources, name = self._sources(span), self._name(section)
        if not sources:
            return
        if not edits.holds(self._draft, section, sources):
            self._edit(edits.assign(self._draft, section, sources), f"giving words to “{name}”")
        elif {each.source for each in self._draft.points_of(section)} >= set(sources):
            self._edit(
                edits.unassign(self._draft, section, sources), f"taking words out of “{name}”"
            )
        else:
            self.said.emit(f"“{name}” has these words already, in a longer point.")

    def _unassign(self, span: Span, section: str) -> None:
        draft = edits.unassign(self._draft, section, self._sources(span))
        self._edit(draft, f"taking words out of “{self._name(section)}”")

    def _add_section(self, edit: SectionEdit, span: Span | None) -> None:
        draft = self._draft
        id = edits.new_section_id(draft, edit.name)
        draft = edits.add_section(draft, edit.name, edit.colour, edit.terms, edit.phrases)
        if span is not None:
            draft = edits.assign(draft, id, self._sources(span))
        self._edit(draft, "adding a section")

    def _sources(self, span: Span) -> tuple[Source, ...]:
        session = self._work.session
        if not self.current:
            return ()
        return edits.pieces(session.article(self.current), session.annotations(self.current), span)

    def _name(self, section: str) -> str:
        found = self._draft.section(section)
        return found.name if found else section

    # ------------------------------------------------------------ who vouches

    def give_kind(self, source: Source, kind: ClaimKind | None) -> None:
        """Say of what kind the sentences in ``source`` are; None: as it was found."""
        claims = self._claims(source)
        if kind is None:
            targets = {target for target, _ in claims}
            own = (each for each in self._draft.corrections if each.fact is Fact.CLAIM)
            made = fact_edits.restore(self._draft, *(e for e in own if e.target in targets))
            label, same = "leaving a sentence as it was found", "as it was found"
        else:
            new = [_correction(Act.KIND, at, kind.value) for at, it in claims if it.kind != kind]
            made = fact_edits.correct(self._draft, *new)
            label, same = f"marking a sentence as {kind.value}", kind.value
        if claims and made == self._draft:
            self.said.emit(f"The sentence is {same} already.")
        self._edit(made, label)

    def give_speaker(self, source: Source, speaker: str) -> None:
        """Say who says the sentences in ``source``; empty for nobody certain."""
        new: list[Correction] = []
        for target, claim in self._claims(source):
            if claim.kind is ClaimKind.REPORTED and speaker:  # it is somebody's now
                new.append(_correction(Act.KIND, target, ClaimKind.ATTRIBUTED.value))
            new.append(_correction(Act.SPEAKER, target, speaker))
        self._edit(fact_edits.correct(self._draft, *new), "giving a speaker")

    def _claims(self, source: Source) -> list[tuple[Source, Claim]]:
        """Those of the sentences that ``source`` has words of; where there are none, it is said."""
        found = self._work.session.annotations(source.article)
        claims = found.claims_in(source.span)
        if not claims:
            self.said.emit("This is not part of the article’s text: nobody vouches for it.")
        return [(Source(source.article, found.sentence(e.sentence).span), e) for e in claims]

    # ------------------------------------------------------------ sections and topics

    def _edit_section(self, id: str, edit: SectionEdit) -> None:
        draft = edits.edit_section(
            self._draft,
            id,
            name=edit.name,
            colour=edit.colour,
            terms=edit.terms,
            phrases=edit.phrases,
        )
        self._edit(draft, "changing a section")

    def _save_topic_set(self, name: str) -> None:
        topics = tuple(findings.topic_of(each) for each in self._draft.sections)
        wordless = [each.name for each in topics if not (each.terms or each.phrases)]
        if wordless:
            self._work.told.emit(
                Message(
                    "warning",
                    f"The topics are not saved yet: {', '.join(wordless)} has no words to look "
                    "for. Edit the section (F2), give it some, and save again.",
                )
            )
            return
        made = TopicSet(slug(name), name, "Saved from a briefing.", topics)
        try:
            path = topicsets.save(made)
        except BriefingError as error:
            self._work.told.emit(Message("error", describe(error)))
            return
        self._work.edit(replace(self._draft, topic_set=made.id), "saving a topic set")
        self.topics_saved.emit()
        self._work.told.emit(Message("good", f"The topic set “{name}” is saved in {path}."))


def _correction(act: Act, target: Source, value: str) -> Correction:
    return Correction(act, Fact.CLAIM, target, value)
