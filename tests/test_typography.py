"""Where a line must not end: ``~`` is a no-break space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.brief import (
    Brief,
    Cell,
    Note,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
)
from briefing.typography import bind, bound

NB = "\N{NO-BREAK SPACE}"
CASES = """
the second in 20~months
5~million people, not 5 ministers
some $3~billion or 12.5~per cent
Gen.~Milley met Lt.~Col.~Dave Butler
Sen. of the state
see ¶~5, No.~10 and pp.~3–4
on 22~September 2021 and on Sept.~22
in September 2021
J.~K.~Rowling and George W.~Bush
Plan B. The end
talks~– or a pause~— ended
2021. talks
at 10~a.m. on Tuesday
in 1,200~kilometres of 3 kmart
the Mayor may 5 times
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_spaces_that_bind(case: str) -> None:
    assert bind(case.replace("~", " ")) == case.replace("~", NB)


@given(st.text())
def test_nothing_but_spaces_is_changed(text: str) -> None:
    assert bind(text).replace(NB, " ") == text.replace(NB, " ")
    assert bind(bind(text)) == bind(text)


def test_every_part_of_a_brief_is_bound() -> None:
    run, done = Run("Gen. Milley", bold=True), Run(f"Gen.{NB}Milley", bold=True)

    def brief(run: Run) -> Brief:
        paragraph = Paragraph(ParagraphStyle.NORMAL, (run, Note((run,))))
        table = Table(TableStyle.GRID, ((Cell((paragraph,)),),), (1.0,))
        return Brief("T", (paragraph, table), "M", (run,), (run,))

    assert bound(brief(run)) == brief(done)
