"""Who took a picture is nobody in the story."""

from __future__ import annotations

import pytest

from briefing import readers
from briefing.analysis import annotate
from briefing.analysis.crediting import story_end
from briefing.model.article import Role

SHOWN = "General Ann Roe and Jan Kowal shake hands in Gdynia."
AFTER = "The two met for an hour.\n\nThey said little."


@pytest.mark.parametrize(
    "credit",
    [
        "Mira Lindqvist / Northlight / Baltic Picture Desk",
        "Photo: Mira Lindqvist",
        "© Mira Lindqvist",
    ],
)
def test_a_credit_names_nobody_and_claims_nothing(credit: str) -> None:
    article = readers.read_pasted(f"{SHOWN} {credit}\n\n{AFTER}").with_roles({"p1": Role.CAPTION})
    found = annotate(article, ())
    assert [each.name for each in found.entities] == ["Ann Roe", "Jan Kowal", "Gdynia"]
    told = [article.text_of(found.sentence(each.sentence).span) for each in found.claims]
    assert told == [SHOWN, "The two met for an hour.", "They said little."]


def test_a_caption_without_a_credit_is_all_story() -> None:
    article = readers.read_pasted(f"{SHOWN}\n\n{AFTER}").with_roles({"p1": Role.CAPTION})
    caption = article.paragraphs[0]
    assert story_end(article, caption) == caption.span.end
