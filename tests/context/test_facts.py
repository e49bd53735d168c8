"""Facts in the finished briefing: under their headings, traced, never more certain than found."""

from __future__ import annotations

from dataclasses import replace

import found
import pytest
from found import correction, row

from briefing import pipeline
from briefing.errors import RowsLost
from briefing.model import edits, fact_edits
from briefing.model.annotations import Annotations
from briefing.model.brief import Heading, Run, Table
from briefing.model.brief import Paragraph as Words
from briefing.model.correcting import corrected
from briefing.model.corrections import Act, Fact, List, Row
from briefing.model.draft import Draft
from briefing.model.listing import rows
from briefing.model.span import Source, Span

ENTITY, DATE, QUOTATION, CLAIM, GAP = Fact
NB = "\N{NO-BREAK SPACE}"


def draft(*rows: Row) -> Draft:
    made = edits.add_article(Draft(), found.article(), found.annotations())
    made = edits.set_field(made, "sources", "marks in the text")
    return fact_edits.add_row(made, *rows)


def printed(made: Draft, annotations: Annotations | None = None) -> dict[str, list[str]]:
    """The lines under each heading; the cells of a row are parted by a bar."""
    annotations = annotations or corrected(found.annotations(), made.corrections)
    lines: dict[str, list[str]] = {}
    under = lines.setdefault("", [])
    for block in pipeline.compose(made, (found.article(),), (annotations,)).brief.blocks:
        match block:
            case Heading(_, inlines):
                under = lines.setdefault(_text(inlines), [])
            case Words(_, inlines):
                under.append(_text(inlines))
            case Table(_, table):
                under += [
                    " | ".join(_text(p.inlines) for cell in cells for p in cell.paragraphs)
                    for cells in table
                ]
    return lines


def _text(inlines: tuple[object, ...]) -> str:
    return "".join(each.text for each in inlines if isinstance(each, Run))


def test_without_rows_there_are_no_lists() -> None:
    assert list(printed(draft())) == ["", "Bottom line", "Source"]


def test_people_organisations_and_places() -> None:
    every = [
        each for list in (List.PEOPLE, List.PLACES) for each in rows(found.annotations(), list)
    ]
    lines = printed(draft(*every))
    assert lines["People"] == [
        "Name | Role", f"Ann Roe{NB}¶1 | General", f"Jan Kowal{NB}¶1 | Minister",
    ]  # fmt: skip
    assert lines["Organisations"] == ["Name | What it is", f"Poland{NB}¶3 | not said"]
    assert lines["Places"] == ["Name | What it is", f"Gdynia{NB}¶1 | [city in Poland]"]


def test_the_timeline_has_the_sentence_with_who_vouches_for_it() -> None:
    lines = printed(draft(*rows(found.annotations(), List.TIMELINE)))
    assert lines["Timeline"] == [
        "When | What",
        f"2019 | Poland last held such talks in 2019.{NB}¶3",
        f"Tue 21{NB}September 2021 “Tuesday” | {found.PARTS[0]}{NB}¶1",
        "April 2022 “April” | Talks could resume in April, raising hopes. "
        f"[reporter’s inference: “could”]{NB}¶2 [Check: It does not fit.]",
    ]


def test_a_date_without_a_value_stands_last_as_it_was_written() -> None:
    made = found.annotations()
    dates = (replace(made.dates[0], value=None), *made.dates[1:])
    lines = printed(draft(row(DATE, "Tuesday"), row(DATE, "April")), replace(made, dates=dates))
    assert [each.split(" | ")[0] for each in lines["Timeline"]] == [
        "When", "April 2022 “April”", "Tuesday",
    ]  # fmt: skip


def test_a_quotation_has_its_speaker_or_says_that_nobody_is_certain() -> None:
    made = draft(row(QUOTATION, "We will wait,"))
    assert printed(made)["Quotations"] == [f"“We will wait”{NB}— Ann Roe, General{NB}¶2"]
    made = fact_edits.correct(made, correction(Act.SPEAKER, QUOTATION, "We will wait,", ""))
    assert printed(made)["Quotations"] == [f"“We will wait”{NB}— [speaker not certain]{NB}¶2"]


def test_claims_come_with_their_speakers_and_their_doubt() -> None:
    lines = printed(draft(*rows(found.annotations(), List.CLAIMS)))
    assert lines["Claims"] == [
        f"“We will wait,” said Roe.{NB}¶2",
        f"Talks could resume in April, raising hopes. [reporter’s inference: “could”]{NB}¶2",
        f"Kowal gave no details. [speaker not certain]{NB}¶3",
    ]


def test_gaps_are_sentences() -> None:
    lines = printed(draft(*rows(found.annotations(), List.GAPS)))
    assert lines["What the article does not say"] == [
        "The article gives no day of publication.",
        f"Details are withheld.{NB}¶3",
    ]


def test_a_correction_shows_and_two_that_were_joined_are_one_row() -> None:
    made = draft(row(ENTITY, "Ann Roe"), row(ENTITY, "Jan Kowal"))
    made = fact_edits.correct(made, correction(Act.ROLE, ENTITY, "Ann Roe", "Colonel"))
    assert f"Ann Roe{NB}¶1 | Colonel" in printed(made)["People"]
    made = fact_edits.correct(made, correction(Act.JOIN, ENTITY, "Jan Kowal", other="Ann Roe"))
    assert printed(made)["People"] == ["Name | Role", f"Ann Roe{NB}¶1 | Colonel"]


def test_a_kind_set_by_hand_is_what_the_briefing_says() -> None:
    made = draft(row(CLAIM, "Poland last held such talks in 2019."))
    assert printed(made)["Claims"] == [f"Poland last held such talks in 2019.{NB}¶3"]
    made = fact_edits.correct(
        made, correction(Act.KIND, CLAIM, "Poland last held such talks in 2019.", "inference")
    )
    assert printed(made)["Claims"] == [
        f"Poland last held such talks in 2019. [reporter’s inference]{NB}¶3"
    ]


def test_every_row_is_traced_to_its_words() -> None:
    every = [each for list in List for each in rows(found.annotations(), list)]
    composed = pipeline.compose(draft(*every), (found.article(),), (found.annotations(),))
    sources: list[Source] = []
    for block in composed.brief.blocks:
        if isinstance(block, Table):
            sources += [
                s for r in block.rows for cell in r for p in cell.paragraphs for s in p.sources
            ]
        else:
            sources += block.sources
    text = found.article().text
    assert {each.span.of(text) for each in sources} == {
        "Ann Roe", "Jan Kowal", "Gdynia", "Poland", "We will wait,", "gave no details",
        found.PARTS[0], "“We will wait,” said Roe.", "Talks could resume in April, raising hopes.",
        "Poland last held such talks in 2019.", "Kowal gave no details.",
    }  # fmt: skip


@pytest.mark.parametrize("fact", list(Fact))
def test_a_row_that_is_found_no_more_is_told_not_dropped_silently(fact: Fact) -> None:
    gone = row(fact, "Talks could", "withheld" if fact is GAP else "")
    composed = pipeline.compose(draft(gone), (found.article(),), (found.annotations(),))
    assert RowsLost(("Talks could",)) in composed.gaps
    whole = draft(*(each for list in List for each in rows(found.annotations(), list)))
    composed = pipeline.compose(whole, (found.article(),), (found.annotations(),))
    assert not any(isinstance(each, RowsLost) for each in composed.gaps)


def test_a_gap_of_the_card_that_was_filled_is_no_row_and_no_loss() -> None:
    made = draft(Row(GAP, Source(found.article().id, Span(0, 0)), "no date"))
    filled = replace(found.annotations(), gaps=())
    composed = pipeline.compose(made, (found.article(),), (filled,))
    assert not any(isinstance(each, RowsLost) for each in composed.gaps)
    assert "What the article does not say" not in printed(made, filled)
