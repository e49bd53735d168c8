"""Ten times the text is at most eleven times the work, in every stage."""

from __future__ import annotations

import counting

from briefing import paths, readers, topicsets
from briefing.analysis import annotate, suggesting
from briefing.model.article import Article

SAMPLE = (paths.ASSETS / "sample" / "helsinki-talks.txt").read_text("utf-8")
NAMES = ("Harlow", "Sorokin", "Ansel")
SYLLABLES = ("ba", "ke", "li", "mo", "nu")


def article(times: int) -> Article:
    """The sample again and again, each time about other people."""
    texts: list[str] = []
    for number in range(times):
        text, ending = SAMPLE, SYLLABLES[number % 5] + SYLLABLES[number // 5 % 5]
        for name in NAMES:
            text = text.replace(name, name + ending)
        texts.append(text.strip())
    return readers.read_pasted("\n\n".join(texts))


def test_ten_times_the_text_is_no_more_than_eleven_times_the_work() -> None:
    topics = topicsets.get(topicsets.DEFAULT).topics

    def work(times: int) -> int:
        read = article(times)
        return counting.calls(lambda: suggesting.suggest(read, annotate(read, topics)))

    work(2)  # word lists and patterns are read and made once
    assert work(20) <= 11 * work(2)
