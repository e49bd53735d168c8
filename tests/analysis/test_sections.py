"""Which sentences belong to which topic."""

from __future__ import annotations

import time
from dataclasses import replace

import cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import paths, readers, topicsets
from briefing.analysis import annotate
from briefing.analysis.sections import GOES_ON, LEADS_TO
from briefing.errors import Cancelled, EmptySource
from briefing.model.annotations import Annotations, Sentence
from briefing.model.article import Article, Role
from briefing.model.topic import Topic

DEFAULT = topicsets.get(topicsets.DEFAULT).topics


def body_of(article: Article, annotations: Annotations) -> list[Sentence]:
    body = {each.id for each in article.paragraphs if each.role is Role.BODY}
    return [each for each in annotations.sentences if each.paragraph in body]


def sections_of(article: Article, annotations: Annotations) -> list[list[str]]:
    """Names of the sections of each sentence of the body, the leading one first."""
    found: list[list[str]] = []
    for sentence in body_of(article, annotations):
        hits = [
            (not hit.leading, section.topic.name)
            for section in annotations.sections
            for hit in section.hits
            if hit.sentence == sentence.id
        ]
        found.append([name for _, name in sorted(hits)])
    return found


@cases.each("sections.txt")
def test_sections(case: cases.Case) -> None:
    topic_set, _, text = case.text.partition("\n")
    article = readers.read_pasted(text)
    annotations = annotate(article, topicsets.get(topic_set).topics)
    found = ["; ".join(names) or "-" for names in sections_of(article, annotations)]
    assert found == case.expected


def _sample() -> Article:
    (path,) = (paths.ASSETS / "sample").glob("*.txt")
    return readers.read(path.read_bytes(), path.name).article


def test_the_sample() -> None:
    article = _sample()
    numbers = article.numbers()
    assert [p.role for p in article.paragraphs if p.role is not Role.BODY] == [
        Role.CAPTION,
        Role.RELATED,
        Role.NOTICE,
    ]
    assert list(numbers.values()) == list(range(1, 12))
    annotations = annotate(article, DEFAULT)
    found: dict[int, set[str]] = {}
    body = body_of(article, annotations)
    for sentence, names in zip(body, sections_of(article, annotations), strict=True):
        found.setdefault(numbers[sentence.paragraph], set()).update(names)
    expected = {number: {"Meeting"} for number in range(1, 5)}
    expected |= {number: {"Afghanistan surveillance"} for number in range(5, 9)}
    expected |= {number: {"Ukraine"} for number in range(9, 12)}
    expected[1].add("Afghanistan surveillance")
    assert found == expected
    first = body[0].id
    assert [hit.sentence for s in annotations.sections for hit in s.hits if hit.leading].count(
        first
    ) == 1


def test_each_hit_says_why() -> None:
    article = _sample()
    annotations = annotate(article, DEFAULT)
    spans = {each.id: each.span for each in annotations.sentences}
    for section in annotations.sections:
        for hit in section.hits:
            if hit.cue not in (GOES_ON, LEADS_TO):
                words = hit.cue.removesuffix(" …").removeprefix("“").removesuffix("”").split("”, “")
                assert all(word in article.text_of(spans[hit.sentence]) for word in words)
            else:
                assert hit.leading


TEXTS = st.lists(
    st.sampled_from(
        [
            "talks",
            "met",
            "Ukraine",
            "Kabul",
            "drones",
            "the",
            "end.",
            "A",
            "\n\n",
            "Moscow",
            "left.",
        ]
    ),
    min_size=1,
    max_size=60,
).map(" ".join)


@given(TEXTS)
def test_what_holds_for_all_sections(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        return
    annotations = annotate(article, DEFAULT)
    assert annotations == annotate(article, DEFAULT)
    body = {each.id: index for index, each in enumerate(body_of(article, annotations))}
    leading: list[str] = []
    topics = [section.topic for section in annotations.sections]
    assert topics == [topic for topic in DEFAULT if topic in topics]
    anywhere: set[str] = set()
    for section in annotations.sections:
        places = [body[hit.sentence] for hit in section.hits]
        assert places == sorted(set(places))
        assert places
        assert all(hit.cue for hit in section.hits)
        leading += [hit.sentence for hit in section.hits if hit.leading]
        anywhere |= {hit.sentence for hit in section.hits}
    assert len(leading) == len(set(leading))
    assert set(leading) == anywhere


def test_no_topics_no_sections() -> None:
    assert annotate(_sample(), ()).sections == ()
    bare = Topic("bare", "Bare", "#000000")
    assert annotate(_sample(), (bare,)).sections == ()


@pytest.mark.parametrize("language", ["fr", "xx", None, "en-GB"])
def test_any_language(language: str | None) -> None:
    article = _sample()
    other = replace(article, card=replace(article.card, language=language))
    assert annotate(other, DEFAULT).sections


def test_terms_are_compared_by_stem() -> None:
    topic = Topic("fish", "Fish", "#000000", ("fishery", "haddock"))
    article = readers.read_pasted("The fisheries were closed. Haddocks were few.")
    (section,) = annotate(article, (topic,)).sections
    assert [hit.cue for hit in section.hits] == ["“fisheries”", "“Haddocks”"]


def test_words_in_capitals_are_compared_as_they_stand() -> None:
    topic = Topic("health", "Health", "#000000", ("WHO", "US"))
    assert not annotate(readers.read_pasted("Who told us? They who aid us."), (topic,)).sections
    assert annotate(readers.read_pasted("The WHO left the US on Monday."), (topic,)).sections


def test_the_only_word_of_a_topic_is_enough() -> None:
    topic = Topic("generals", "Generals", "#000000", ("general",))
    assert annotate(readers.read_pasted("The generals left. It was noon."), (topic,)).sections


def test_a_name_is_enough() -> None:
    (section,) = annotate(readers.read_pasted("Talks on Ukraine go on."), DEFAULT).sections
    assert section.topic.name == "Ukraine"


def test_an_item_does_not_go_on_from_the_one_before() -> None:
    text = "* The Taliban left Kabul.\n\n* It rained. The Taliban came back to Kabul."
    (section,) = annotate(readers.read_pasted(text), DEFAULT).sections
    assert [hit.cue for hit in section.hits] == [
        "“Taliban”, “Kabul”",
        LEADS_TO,
        "“Taliban”, “Kabul”",
    ]


CENTRAL_ASIA = Topic(
    "central-asia",
    "Central Asia",
    "#444444",
    ("Uzbekistan", "Tajikistan"),
    ("Central Asian states",),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Afghanistan, the Taliban and drones, like Uzbekistan and Tajikistan.", True),
        ("The Taliban and drones, in any of the Central Asian states.", True),
        ("The Taliban in Afghanistan and Uzbekistan use drones.", False),
    ],
)
def test_a_second_section_needs_two_words_or_a_phrase(text: str, found: bool) -> None:
    article = readers.read_pasted(text)
    topics = (*DEFAULT, CENTRAL_ASIA)
    assert ["Afghanistan surveillance", "Central Asia"][: 1 + found] == sections_of(
        article, annotate(article, topics)
    )[0]


def test_a_second_section_that_is_far_weaker_is_none() -> None:
    first = Topic("one", "One", "#000000", (), ("big river", "old dam", "new mill", "north quay"))
    second = Topic("two", "Two", "#000000", (), ("red boat",))
    text = "The big river, the old dam, the new mill and the north quay; and a red boat."
    (only,) = annotate(readers.read_pasted(text), (first, second)).sections
    assert only.topic == first


def test_it_can_be_cancelled() -> None:
    def stop(_done: int = 0, _total: int = 0, /) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        annotate(_sample(), DEFAULT, stop)


@pytest.mark.parametrize("joiner", [" ", "\n\n"])
def test_time_grows_with_the_text_and_no_faster(joiner: str) -> None:
    annotate(_sample(), DEFAULT)
    sentence = 'The Taliban met envoys for talks in Kabul, said Ann Roe. "We left," she said.'

    def seconds(times: int) -> float:
        article = readers.read_pasted(joiner.join([sentence] * times))
        start = time.process_time()
        annotate(article, DEFAULT)
        return time.process_time() - start

    assert seconds(2000) < 10 * max(0.05, seconds(500))


@pytest.mark.parametrize("text", ["A" * 50_000, "A.b" * 20_000, "Aa " * 20_000])
def test_a_long_line_is_no_label(text: str) -> None:
    article = readers.read_pasted(text)
    start = time.process_time()
    annotate(article, DEFAULT)
    assert time.process_time() - start < 5
