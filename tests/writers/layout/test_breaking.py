"""Where lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.writers.layout import breaking

CASES = """
well-|known
and/|or
1/2/3a
a/|5b/|c
5/|(b
a–|b
c|—|d
(world)
10-|20
https://|www.a.com/|b-|c/|d?|e=f&g=h
can't
U.S.-|led
co-|founder’s
95%
5€
a(b
(a)|(b)
[1]|[2]
a|—“b”
a…|b
a!|b
a:b
a,b
1,000/2
12/05/2020
e-|mail@x.com
x\N{NO-BREAK SPACE}y
a\N{NON-BREAKING HYPHEN}b
a\N{WORD JOINER}b
a\N{ZERO WIDTH SPACE}|b
Donau\N{SOFT HYPHEN}|dampf
中|文|字
字。
「字」
カー
e\N{COMBINING ACUTE ACCENT}a
a\N{COMBINING ACUTE ACCENT}-|b
👍🏽
🇬🇧|🇫🇷
👩\N{ZERO WIDTH JOINER}🚒
"""


@pytest.mark.parametrize("case", CASES.split("\n")[1:-1])
def test_inside(case: str) -> None:
    parts = case.split("|")
    word = "".join(parts)
    marked, at = [], 0
    for part in parts[:-1]:
        at += len(part)
        marked.append(at)
    assert list(breaking.opportunities(word)) == marked


SPACED = """
one |two
one !
see ,
( one
a |“b”
the |¶5
a |--
a /b
"""


@pytest.mark.parametrize("case", SPACED.split("\n")[1:-1])
def test_after_spaces(case: str) -> None:
    before, space, after = case.partition(" ")
    found = after.startswith("|")
    after = after.removeprefix("|")
    before += space
    assert breaking.may_end(before, after) is found


def test_spaces_stay_with_the_word_before() -> None:
    assert not breaking.may_end("a", " b")


@given(st.text(st.characters(exclude_characters=" \n\t"), min_size=1, max_size=30))
def test_never_before_a_mark(word: str) -> None:
    for at in breaking.opportunities(word):
        assert 0 < at < len(word)
        assert breaking.kind(word[at]) is not breaking.Kind.CM
        assert breaking.kind(word[at]) not in (breaking.Kind.EX, breaking.Kind.CL)
