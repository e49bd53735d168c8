"""Which paragraphs are the article, given what the libraries say."""

from __future__ import annotations

import pytest
from pages import TEXT, page, read
from stories import story

from briefing.progress import unchecked
from briefing.readers.html import parsing
from briefing.readers.html.blocks import Outline, outline
from briefing.readers.html.choosing import Votes, choose
from briefing.readers.html.lines import is_other
from briefing.readers.html.votes import Vote, vote

FAR = "A notice at the foot of the page that one library took for a part of the article."
LONG = [
    *TEXT,
    "Nobody at the town hall would say what the work is to cost, or who is going to pay.",
    "A ferryman offered to row the children of the eastern bank to school every morning.",
    "The first bridge at this place was built of oak, and burnt down in the winter of 1811.",
    "Its successor has been painted green twice, and nobody could agree on the second green.",
]


def made(text: list[str]) -> Outline:
    body = "".join(f"<p>{each}</p>" for each in text)
    source = f"<html><body><div><h1>Bridge</h1>{body}</div><div><div><span>{FAR}</span></div></div>"
    return outline(parsing.tree(source, ""), "", unchecked)


def chosen(page: Outline, *by: Vote) -> list[str]:
    found = choose(page, Votes(*by), 0)
    return [page.blocks[each].text for each in sorted(found.body)]


def test_a_paragraph_that_one_library_lost_is_found() -> None:
    without = vote([*LONG[:3], *LONG[4:]])
    assert chosen(made(LONG), without, vote(LONG)) == LONG


def test_a_paragraph_that_both_lost_between_others_is_found() -> None:
    without = vote([*LONG[:3], *LONG[4:]])
    assert chosen(made(LONG), without, without) == LONG


def test_a_line_that_one_picked_up_far_away_is_not_text() -> None:
    assert chosen(made(LONG), vote([*LONG, FAR]), vote(LONG)) == LONG


def test_a_library_that_is_somewhere_else_does_not_decide() -> None:
    assert chosen(made(LONG), vote([FAR]), vote(LONG)) == LONG
    assert chosen(made(LONG), vote(LONG), vote([FAR])) == LONG


def test_of_two_texts_the_longer_where_each_library_takes_one() -> None:
    others = list(story(4).comments[:3])
    both = "".join(f"<p>{each}</p>" for each in LONG)
    rest = "".join(f"<section><p>{each}</p></section>" for each in others)
    source = f"<html><body><h1>Bridge</h1><div>{both}</div><h2>What</h2><div>{rest}</div>"
    page = outline(parsing.tree(source, ""), "", unchecked)
    assert chosen(page, vote(others), vote(LONG)) == LONG


def test_a_group_of_paragraphs_stays_together() -> None:
    assert chosen(made(LONG), Vote(), vote(LONG[:-2])) == LONG


def test_without_any_vote_the_run_of_paragraphs_is_the_text() -> None:
    assert chosen(made(LONG), Vote()) == LONG


def test_the_page_itself_knows_best() -> None:
    page = made([*LONG, "A paragraph below the text that all the libraries take for a part of it."])
    everything = vote(each.text for each in page.blocks)
    found = choose(page, Votes(everything, everything, vote(LONG)), 0)
    assert [page.blocks[each].text for each in sorted(found.body)] == LONG


def test_votes_share() -> None:
    assert vote(["one two three four five six"]).share("one two three four five six".split()) == 1.0  # noqa: SIM905
    assert vote(["one two three"]).share(["two", "three"]) == 0.0  # short lines only as a whole
    assert vote(["two three"]).share(["two", "three"]) == 1.0


def test_a_sign_up_without_a_name_is_no_text() -> None:
    offer = (
        "Our editors choose the stories that matter and send them to you every morning at seven."
    )
    box = f"<div><h3>The morning post</h3><p>{offer}</p><form><input type='email'></form></div>"
    article = read(page().replace(f"<p>{TEXT[2]}</p>", f"{box}<p>{TEXT[2]}</p>"))
    assert offer not in article.text
    assert TEXT[2] in article.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Related stories", True),
        ("RELATED STORIES:", True),
        ("More from World", True),
        ("12 comments", True),
        ("Comments (3)", True),
        ("Читайте также", True),
        ("More homes than people", False),
        ("A related matter", False),
        ("Latest figures show a fall", False),
    ],
)
def test_headings_of_other_parts(text: str, expected: bool) -> None:
    assert is_other(text) is expected
