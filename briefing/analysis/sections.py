"""Which sentences belong to which topic, and why.

Words of a topic found in a sentence are its evidence. Neighbouring sentences speak of the
same thing more often than not, so the topic that leads is chosen for all sentences at once
(Viterbi): changing it costs something, and less where a paragraph begins. An item of a list
and what stands under a sub-heading are read on their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefing.analysis.stems import PHRASE, TERM, Match, Matcher, is_name
from briefing.model.annotations import FoundSection, Hit, Sentence
from briefing.model.article import Article, Role
from briefing.model.topic import Topic
from briefing.progress import Checkpoint

_ENOUGH = 2.0
"""Weight of distinct words without which a passage is not about a topic."""
_DIFFERENT = 2
"""Words or phrases of a topic that the article must have, unless one is a name."""
_MOST = 6.0
"""Weight at which one sentence stops counting for more."""
_CHANGE, _CHANGE_INSIDE = 1.5, 2.5
"""Cost of another topic at the beginning of a paragraph, and inside one."""
_CARRIES, _CARRIES_FAINTLY = 4, 2
"""How many sentences a topic goes on for after one with several of its words, or with one."""
_SECOND, _SECOND_SHARE = PHRASE, 1 / 3
"""Weight of a second topic in a sentence, at least, and its share of what the leading one has."""
_ELSEWHERE = 1 / 3
"""What is left of the weight of a topic's common words where only other topics are named."""
_MARK = r"(?:[-–*•·‣▪○]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+"
_ITEM = re.compile(rf"{_MARK}\S")
_NAME = r"[A-Z][\w.'’-]{0,30}"
_LABEL = re.compile(
    rf"(?:{_MARK})?(?P<label>{_NAME}(?:\s(?:{_NAME}|and|of|the|&)){{0,3}}):\s+[^\s\"“„«]"
)
"""``Economy: The bank …``, but not ``Jane Doe: "We …"``."""
_MOST_IN_CUE = 6

GOES_ON = "goes on from the sentence before"
LEADS_TO = "leads to the next sentence"


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What one sentence has of each topic."""

    sentence: Sentence
    begins: bool
    """Whether it is the first of its paragraph."""
    alone: bool
    """Whether a list item or what stands under a sub-heading begins with it."""
    matches: dict[int, list[Match]] = field(default_factory=dict[int, list[Match]])
    """By position of the topic; in the order of the text, each word or phrase once."""
    labelled: frozenset[int] = frozenset()
    """The topics of its label, where it has one: ``Ukraine: Forty drones …``."""

    def weight(self, topic: int) -> float:
        if topic in self.labelled and topic in self.matches:
            return _MOST
        return min(_MOST, self.total(topic))

    def total(self, topic: int) -> float:
        return sum(match.weight for match in self.matches.get(topic, ()))


def find(
    article: Article,
    sentences: Sequence[Sentence],
    topics: Sequence[Topic],
    checkpoint: Checkpoint,
) -> tuple[FoundSection, ...]:
    """The sections of the body, in the order of the topics. Linear in the length of the text."""
    if not topics:
        return ()
    evidence = _gather(article, sentences, topics, checkpoint)
    _forget_faint(evidence, topics)
    _discount(evidence, topics)
    checkpoint(len(sentences), len(sentences))
    leading = _leading(evidence, len(topics))
    hits: list[list[Hit]] = [[] for _ in topics]
    for index, each in enumerate(evidence):
        lead = leading[index]
        if lead is None:
            continue
        cue = _cue(evidence, leading, index)
        hits[lead].append(Hit(each.sentence.id, cue, leading=True, weight=each.weight(lead)))
        for topic, matches in each.matches.items():
            least = max(_SECOND, _SECOND_SHARE * each.total(lead))
            if topic != lead and each.total(topic) >= least:
                cue, weight = _named(matches), each.weight(topic)
                hits[topic].append(Hit(each.sentence.id, cue, leading=False, weight=weight))
    return tuple(
        FoundSection(topic, tuple(found))
        for topic, found in zip(topics, hits, strict=True)
        if found
    )


def _gather(
    article: Article,
    sentences: Sequence[Sentence],
    topics: Sequence[Topic],
    checkpoint: Checkpoint,
) -> list[_Evidence]:
    alone, labels = _alone(article)
    matcher = Matcher(topics, article.card.language)
    found: list[_Evidence] = []
    before = ""
    for done, sentence in enumerate(sentences):
        if sentence.paragraph not in alone:
            continue
        begins = sentence.paragraph != before
        if begins:
            checkpoint(done, len(sentences))
        matches = matcher.find(article.text_of(sentence.span))
        label: frozenset[int] = frozenset()
        if begins and sentence.paragraph in labels:
            label = frozenset(matcher.find(labels[sentence.paragraph]))
        is_alone = begins and alone[sentence.paragraph]
        found.append(_Evidence(sentence, begins, is_alone, matches, label))
        before = sentence.paragraph
    return found


def _alone(article: Article) -> tuple[dict[str, bool], dict[str, str]]:
    """The paragraphs of the body, and whether each begins something of its own; the labels."""
    texts = {
        each.id: article.text_of(each) for each in article.paragraphs if each.role is Role.BODY
    }
    labels = {id: found["label"] for id, text in texts.items() if (found := _LABEL.match(text))}
    # Who speaks again and again in an interview begins no item.
    times = Counter(labels.values())
    labels = {id: label for id, label in labels.items() if times[label] == 1}
    alone: dict[str, bool] = {}
    under = False
    for paragraph in article.paragraphs:
        if (text := texts.get(paragraph.id)) is not None:
            alone[paragraph.id] = under or paragraph.id in labels or bool(_ITEM.match(text))
        under = paragraph.role is Role.HEADING or (under and text is None)
    return alone, labels


def _forget_faint(evidence: Sequence[_Evidence], topics: Sequence[Topic]) -> None:
    """Drop topics of which the article has stray words: "meeting" in a report on prices.

    A passage must be about the topic: some paragraph, with the one after it, has several of
    its words, or a phrase, and the article has two different ones. A name is enough, and so is
    the word of a topic that has only one. A topic called after a name is not there without
    any: not every front line is Ukraine's.
    """
    everywhere: list[set[str]] = [set() for _ in topics]
    passage: list[dict[str, float]] = [{} for _ in topics]
    before: list[dict[str, float]] = [{} for _ in topics]
    most = [0.0] * len(topics)
    named: set[int] = set()
    for each in evidence:
        if each.begins:
            before, passage = passage, [{} for _ in topics]
        for topic, matches in each.matches.items():
            for match in matches:
                everywhere[topic].add(match.key)
                passage[topic][match.key] = match.weight * (2 if match.is_name else 1)
                if match.is_name:
                    named.add(topic)
            most[topic] = max(most[topic], sum((before[topic] | passage[topic]).values()))
    for position, topic in enumerate(topics):
        words = len(topic.terms) + len(topic.phrases)
        is_there = most[position] >= min(_ENOUGH, words) and (
            position in named or len(everywhere[position]) >= min(_DIFFERENT, words)
        )
        if not is_there or (_is_of_a_name(topic) and position not in named):
            for each in evidence:
                each.matches.pop(position, None)


def _discount(evidence: Sequence[_Evidence], topics: Sequence[Topic]) -> None:
    """Lower the common words of topics that have names, where only others are named.

    "Drones over Ukraine" is Ukraine, though a topic on Afghanistan lists drones.
    """
    have_names = [_has_names(topic) for topic in topics]
    for each in evidence:
        named = {t for t, matches in each.matches.items() if any(m.is_name for m in matches)}
        for topic in each.matches.keys() - named if named else ():
            if have_names[topic]:
                each.matches[topic] = [
                    replace(match, weight=match.weight * _ELSEWHERE)
                    for match in each.matches[topic]
                ]


def _has_names(topic: Topic) -> bool:
    return any(map(is_name, (*topic.terms, *topic.phrases)))


def _is_of_a_name(topic: Topic) -> bool:
    """Whether one of the topic's own names stands in what it is called: "Ukraine"."""
    title = topic.name.casefold()
    return any(is_name(each) and each.casefold() in title for each in topic.terms)


def _leading(evidence: Sequence[_Evidence], topics: int) -> list[int | None]:
    """The topic that leads each sentence; None for those of no section."""
    starts = [index for index, each in enumerate(evidence) if each.alone and index]
    found: list[int | None] = []
    for start, end in pairwise((0, *starts, len(evidence))):
        part = evidence[start:end]
        found += _trimmed(_best_path(part, topics), part)
    return found


def _best_path(evidence: Sequence[_Evidence], topics: int) -> list[int]:
    """The topic that leads each sentence, as if one led everywhere."""
    scores = [0.0] * topics
    came_from: list[list[int]] = []
    for each in evidence:
        cost = _CHANGE if each.begins else _CHANGE_INSIDE
        best = max(range(topics), key=scores.__getitem__)
        # Of equals the later change: a topic goes on until another one speaks.
        row = [t if scores[t] > scores[best] - cost else best for t in range(topics)]
        scores = [scores[before] - cost * (before != topic) for topic, before in enumerate(row)]
        for topic in each.matches:
            scores[topic] += each.weight(topic)
        came_from.append(row)
    path: list[int] = []
    state = max(range(topics), key=scores.__getitem__)
    for row in reversed(came_from):
        path.append(state)
        state = row[state]
    return path[::-1]


def _trimmed(path: Sequence[int], evidence: Sequence[_Evidence]) -> list[int | None]:
    """The path without sentences too far from the words of their topic.

    A topic goes on for some sentences after its last word, for fewer in the next paragraph if
    nothing was heard of it for some time in its own; before its first one it
    reaches back to the beginning of the paragraph only.
    """
    kept: list[int | None] = [None] * len(path)
    left = quiet = 0
    heard = False
    for index, topic in enumerate(path):
        if index == 0 or topic != path[index - 1]:
            left = 0
        if evidence[index].begins:
            left -= quiet
            heard, quiet = False, 0
        quiet += heard
        if topic in evidence[index].matches:
            heard, quiet = True, 0
            left = (_CARRIES if evidence[index].weight(topic) > TERM else _CARRIES_FAINTLY) + 1
        if left > 0:
            kept[index] = topic
        left -= 1
    for index in range(len(path) - 2, -1, -1):
        same_paragraph = not evidence[index + 1].begins
        if same_paragraph and path[index] == kept[index + 1]:
            kept[index] = path[index]
    return kept


def _cue(evidence: Sequence[_Evidence], leading: Sequence[int | None], index: int) -> str:
    lead = leading[index]
    if lead is not None and lead in evidence[index].matches:
        return _named(evidence[index].matches[lead])
    goes_on = index and leading[index - 1] == lead and not evidence[index].alone
    return GOES_ON if goes_on else LEADS_TO


def _named(matches: Sequence[Match]) -> str:
    more = "" if len(matches) <= _MOST_IN_CUE else " …"
    return ", ".join(f"“{match.text}”" for match in matches[:_MOST_IN_CUE]) + more
