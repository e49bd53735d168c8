"""Topic sets: those that come with the program, and the person's own."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import paths, topicsets
from briefing.errors import FileProblem, TopicsProblem
from briefing.messages import describe
from briefing.model.topic import Topic, TopicSet, slug

GOOD = """name = "Rivers"
description = "Of rivers."

[[topic]]
name = "Dams"
colour = "#004A74"
terms = ["dam"]
phrases = ["high water"]
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rivers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_ours_can_all_be_used() -> None:
    assert topicsets.problems() == ()
    found = topicsets.available()
    assert found[0].id == topicsets.DEFAULT
    assert [each.name for each in found[0].topics] == [
        "Meeting",
        "Afghanistan surveillance",
        "Ukraine",
    ]
    assert len(found) >= 12
    for topic_set in found:
        assert 3 <= len(topic_set.topics) <= 6
        assert topic_set.description
        for topic in topic_set.topics:
            assert len(topic.terms) + len(topic.phrases) >= 5
            assert all(" " not in term for term in topic.terms)
            assert all(len(phrase.replace("-", " ").split()) > 1 for phrase in topic.phrases)


# Machado, Oliveira and Fernandes (2009), severity 1: what people without one kind of cone see.
VISIONS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def _linear(colour: str) -> list[float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def _lab(colour: str, vision: str) -> tuple[float, float, float]:
    seen = [
        sum(m * c for m, c in zip(row, _linear(colour), strict=True)) for row in VISIONS[vision]
    ]
    r, g, b = (min(1.0, max(0.0, c)) for c in seen)

    def f(t: float) -> float:
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_colours_are_told_apart_by_everybody_and_stand_out_on_white() -> None:
    for topic_set in topicsets.available():
        colours = [topic.colour for topic in topic_set.topics]
        for colour in colours:
            r, g, b = _linear(colour)
            contrast = 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
            assert contrast >= 3, (topic_set.id, colour)  # WCAG 1.4.11
        for one, other in itertools.combinations(colours, 2):
            for vision in VISIONS:
                pairs = zip(_lab(one, vision), _lab(other, vision), strict=True)
                distance = sum((a - b) ** 2 for a, b in pairs) ** 0.5
                assert distance > 15, (topic_set.id, one, other, vision)


def test_load(tmp_path: Path) -> None:
    assert topicsets.load(write(tmp_path, GOOD)) == TopicSet(
        "rivers",
        "Rivers",
        "Of rivers.",
        (Topic("dams", "Dams", "#004A74", ("dam",), ("high water",)),),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ('name = "Rivers"\n', "", None, "name"),
        ('"Rivers"', "7", 1, "name"),
        ('"Rivers"', '" "', 1, "empty"),
        ('"Of rivers."', "[1]", 2, "description"),
        ('"Dams"', '""', 5, "empty"),
        ('name = "Dams"\n', "", 4, "missing"),
        ('"#004A74"', '"blue"', 6, "colour"),
        ('"#004A74"', '"#004A7"', 6, "colour"),
        ('"#004A74"', "1", 6, "colour"),
        ('["dam"]', '"dam"', 7, "terms"),
        ('["dam"]', "[1]", 7, "terms"),
        ('["dam"]', '["dam", "--"]', 7, "terms"),
        ('["high water"]', "[[]]", 8, "phrases"),
        ("terms =", "term =", 7, "term"),
        ("description =", "title =", 2, "title"),
        ("[[topic]]", "[topic]", None, "[[topic]]"),
        ('["dam"]', '["dam"', 8, ""),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, line: int | None, word: str
) -> None:
    assert old in GOOD
    with pytest.raises(TopicsProblem) as caught:
        topicsets.load(write(tmp_path, GOOD.replace(old, new, 1)))
    said = describe(caught.value)
    assert "rivers.toml" in said
    assert word in said
    if line is not None:
        assert f"line {line}" in said


def test_two_topics_of_one_name(tmp_path: Path) -> None:
    with pytest.raises(TopicsProblem) as caught:
        topicsets.load(write(tmp_path, GOOD + '\n[[topic]]\ncolour = "#EA6700"\nname = "dams"\n'))
    assert "line 12" in caught.value.reason


def test_no_topics_bad_bytes_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(TopicsProblem):
        topicsets.load(write(tmp_path, 'name = "Rivers"\n'))
    path = tmp_path / "bytes.toml"
    path.write_bytes(b'name = "a"\ndescription = "\xff"\n')
    with pytest.raises(TopicsProblem, match="line 2"):
        topicsets.load(path)
    with pytest.raises(FileProblem):
        topicsets.load(tmp_path / "missing.toml")
    with pytest.raises(TopicsProblem):
        topicsets.get("missing")
    with pytest.raises(TopicsProblem):
        topicsets.get("../topics/economy")


def test_the_persons_own_set_stands_in_for_ours() -> None:
    ours = topicsets.get("economy")
    own = TopicSet("economy", "My economy", "", ours.topics[:1])
    path = topicsets.save(own)
    assert path.parent == paths.user_data() / "topics"
    assert topicsets.get("economy") == own
    assert [each for each in topicsets.available() if each.id == "economy"] == [own]


def test_a_broken_set_of_ones_own_does_not_hide_the_others() -> None:
    before = topicsets.available()
    folder = paths.user_data() / "topics"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("name = ", encoding="utf-8")
    (folder / "folder.toml").mkdir()
    assert topicsets.available() == before
    assert len(topicsets.problems()) == 2


@pytest.mark.parametrize("id", ["", "../a", "a/b", "a b", "-a", "a.toml"])
def test_an_id_is_a_plain_name(id: str) -> None:
    with pytest.raises(TopicsProblem):
        topicsets.save(TopicSet(id, "A", "", (Topic("a", "A", "#000000"),)))


def test_what_could_not_be_loaded_again_is_not_saved() -> None:
    twice = (Topic("a", "A", "#000000"), Topic("b", "a", "#000000"))
    for bad in (
        TopicSet("bad", "Bad", "", ()),
        TopicSet("bad", "Bad", "", twice),
        TopicSet("bad", "Bad", "", (Topic("a", "A", "red"),)),
        TopicSet("bad", "\ud800", "", twice[:1]),
    ):
        with pytest.raises(TopicsProblem):
            topicsets.save(bad)
    assert not (paths.user_data() / "topics" / "bad.toml").exists()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORD = TEXT.map(lambda text: f"{text}w")
TOPICS = st.lists(
    st.builds(
        lambda name, colour, terms, phrases: Topic(
            topicsets.slug(name), name, colour, tuple(terms), tuple(phrases)
        ),
        WORD,
        st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True),
        st.lists(WORD, max_size=4),
        st.lists(WORD, max_size=4),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda topic: topic.id,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.builds(TopicSet, st.just("own"), WORD, TEXT, TOPICS.map(tuple)))
def test_what_is_saved_is_loaded_again(topic_set: TopicSet) -> None:
    assert topicsets.load(topicsets.save(topic_set)) == topic_set


def test_ids_are_made_from_names(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace('"Dams"', '"Élections & votes!"'))
    assert [each.id for each in topicsets.load(path).topics] == [slug("Élections & votes!")]
