"""Which blocks of a page are its article: the libraries vote, the page's order decides with them.

A block's score is the sum of the votes for it, less what its surroundings say against it; then its
neighbours of the same make pull it to their side. So a paragraph that one library lost between
others is found again, and a line that one library picked up far away is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.readers.html import endings, lines, openings, settling, surroundings
from briefing.readers.html.blocks import Block, Outline
from briefing.readers.html.names import FURNITURE, Kind
from briefing.readers.html.running import listed, running, titled
from briefing.readers.html.surroundings import Group
from briefing.readers.html.votes import Vote, tokens

_BY_TRAFILATURA, _BY_READABILITY, _BY_RUN, _BY_PAGE = 2.0, 1.4, 1.2, 5.0
"""What a vote weighs, for and against."""
_UNTRUSTED = 0.4
_IN_FURNITURE, _LINKED, _ABOVE = 4.0, 3.0, 2.0
_OPENING = 1.2
"""What being the first text under the headline weighs."""
_NEIGHBOURS, _GROUP = 1.5, 1.5
_LED, _LEADING = 2, 20
"""Blocks above the chosen ones that may be their first, and the words of such a one."""
_TEXT_BESIDE = 80
"""Letters of a text that make a list of teasers beside it one."""


@dataclass(frozen=True, slots=True)
class Votes:
    trafilatura: Vote
    readability: Vote | None = None
    told: Vote | None = None
    """Of what the page itself tells its article is, in its structured data."""


@dataclass(slots=True)
class Chosen:
    body: set[int]
    """Indices of the blocks that are the text."""
    headings: set[int]
    """Of the headings inside it."""
    tail: set[int]
    """Of what is under it as if it were text: about the author, calls to the reader."""
    kinds: list[int]
    """Of each node and all around it, without names that cannot be meant."""


def choose(
    page: Outline, votes: Votes, headline: int | None, authors: Sequence[str] = ()
) -> Chosen:
    """``headline`` is the index of the block that has it."""
    return _Choice(page, votes, headline, authors).made()


class _Choice:
    def __init__(
        self, page: Outline, votes: Votes, headline: int | None, authors: Sequence[str]
    ) -> None:
        self.page = page
        self.authors = authors
        self.headline = headline
        self.words = [tokens(each.text) for each in page.blocks]
        self.by_t = self._shares(votes.trafilatura)
        self.by_r = self._shares(votes.readability) if votes.readability is not None else None
        if self.by_r is not None:
            both = [min(t, r) for t, r in zip(self.by_t, self.by_r, strict=True)]
            openings.show_voted(page, both, headline)
        self.told = self._trusted(votes.told)
        self.by_page = self._shares(self.told) if self.told else None
        self.under = endings.under_others(page, headline)
        self.kinds = surroundings.kinds(page, self._sure(), headline, self.under)
        self.makes = [surroundings.make(page, each) for each in page.blocks]
        self.groups = surroundings.groups(page)
        usable = [
            not self.kinds[each.node] & (FURNITURE | Kind.CAPTION) and each.index not in self.under
            for each in page.blocks
        ]
        self.lists = listed(page.blocks, self.groups)
        self.runs = running(page.blocks, self.groups, usable, self.lists)
        self.opening = (
            set(openings.opening(page, headline, usable, self.groups, self.lists))
            if self.by_page is None
            else set[int]()
        )
        self.under |= titled(page.blocks, self.groups, self.opening)
        self.weights = self._weights()
        self.beside = self._beside_lists()

    def _shares(self, vote: Vote) -> list[float]:
        return [_sharp(vote.share(each)) for each in self.words]

    def _sure(self) -> list[float]:
        """How far the votes are for each block, from 0 to 1."""
        if self.by_page is not None:
            return self.by_page
        if self.by_r is None:
            return self.by_t
        return [(t + r) / 2 for t, r in zip(self.by_t, self.by_r, strict=True)]

    def made(self) -> Chosen:
        prose = [each for each in self.page.blocks if self._is_candidate(each)]
        scores = {each.index: self._score(each) for each in prose}
        accepted = {index for index, score in scores.items() if score > 0}
        for _ in range(2):
            accepted = self._smoothed(prose, scores, accepted)
        accepted = self._begun(accepted, scores)
        accepted = self._led(accepted, scores)
        accepted = self._in_one_place(accepted)
        accepted = settling.without_copies(self.page, accepted, self.words, self.makes)
        tail = settling.tail(self.page, accepted, self.authors)
        accepted -= tail
        return Chosen(accepted, self._headings(accepted), tail, self.kinds)

    # ------------------------------------------------------------ what a block has for itself

    def _is_candidate(self, block: Block) -> bool:
        kind = self.kinds[block.node]
        return (
            not block.hidden
            and not block.is_heading
            and block.index != self.headline
            and not kind & (Kind.UNSEEN | Kind.CAPTION)
            and block.letters > 0
            and not lines.is_noise(block)
            and not lines.is_stamp(block.text)
        )

    def _score(self, block: Block) -> float:
        index = block.index
        for_t, for_r = self.weights
        score = for_t * (2 * self.by_t[index] - 1)
        if self.by_r is not None:
            score += for_r * (2 * self.by_r[index] - 1)
        if self.by_page is not None:
            score += _BY_PAGE * (2 * self.by_page[index] - 1)
        score += _BY_RUN * self.runs[index]
        kind = self.kinds[block.node]
        if kind & FURNITURE:
            score -= _IN_FURNITURE
        if kind & Kind.BYLINE and block.words < 40:
            score -= _IN_FURNITURE
        if kind & Kind.FIGURE and block.words < 80:
            score -= _LINKED
        if block.link_share > (0.6 if block.words < 40 else 0.85):
            score -= _LINKED
        if lines.is_call(block):
            score -= _IN_FURNITURE
        if index in self.under:  # whatever the libraries say, if there is a text without it
            score -= 2 * _IN_FURNITURE if self.opening else _IN_FURNITURE
        if self.beside and self.groups[index] in self.lists:
            score -= _LINKED
        if self.beside and self.headline is not None and index < self.headline:
            score -= _ABOVE
            if lines.asks_consent(block):
                score -= _IN_FURNITURE
        if index in self.opening:
            score += _OPENING
        return score

    def _weights(self) -> tuple[float, float]:
        """Trafilatura's and readability's; less for the one that is elsewhere alone."""
        by_t = by_r = both = run_t = run_r = 0.0
        for block in self.page.blocks:
            if block.is_prose and not block.hidden:
                t = self.by_t[block.index]
                r = self.by_r[block.index] if self.by_r is not None else 0.0
                run = block.letters * (self.runs[block.index] + 1)
                by_t += block.letters * t
                by_r += block.letters * r
                both += block.letters * min(t, r)
                run_t += run * t
                run_r += run * r
        if not by_t or not by_r:  # who finds nothing says nothing
            return (_BY_TRAFILATURA if by_t else 0.0), (_BY_TRAFILATURA if by_r else 0.0)
        if both >= 0.25 * min(by_t, by_r):
            if by_t < 0.3 * by_r:
                return _BY_READABILITY, _BY_TRAFILATURA
            if by_r < 0.3 * by_t:
                return _BY_TRAFILATURA, _BY_READABILITY / 3
            return _BY_TRAFILATURA, _BY_READABILITY
        if run_r > run_t:
            return _UNTRUSTED, _BY_TRAFILATURA
        return _BY_TRAFILATURA, _UNTRUSTED

    def _beside_lists(self) -> bool:
        """Whether there is a text that is no list of teasers; else the list may be the article."""
        text = sum(
            block.letters
            for block in self.page.blocks
            if block.is_prose
            and not block.hidden
            and self.groups[block.index] not in self.lists
            and self.runs[block.index] > 0
            and self.by_t[block.index] + (self.by_r[block.index] if self.by_r else 0) > 0.6
            and not self.kinds[block.node] & FURNITURE
            and (self.headline is None or block.index > self.headline)
        )
        return text >= _TEXT_BESIDE

    def _trusted(self, told: Vote | None) -> Vote | None:
        """What the page tells of its article, if that is shown and seems to be all of it."""
        if told is None or told.size < 60:
            return None
        shown = sum(
            len(words)
            for words, block in zip(self.words, self.page.blocks, strict=True)
            if len(words) > 4 and not block.hidden and told.share(words) > 0.6
        )
        found = sum(len(words) for words, t in zip(self.words, self.by_t, strict=True) if t > 0.6)
        return told if shown > 0.6 * told.size and told.size > 0.7 * found else None

    # ------------------------------------------------------------ what its neighbours say

    def _smoothed(
        self, prose: list[Block], scores: dict[int, float], accepted: set[int]
    ) -> set[int]:
        """With the pull of its group, and of two neighbours on each side in it."""
        groups: defaultdict[Group, list[Block]] = defaultdict(list)
        for block in prose:
            if block.is_prose or block.index in accepted:
                groups[self.groups[block.index]].append(block)
        pulls: dict[int, float] = {}
        for blocks in groups.values():
            if len(blocks) < 2:
                continue
            letters = sum(each.letters for each in blocks)
            mean = sum(_within(scores[each.index], 3) * each.letters for each in blocks) / letters
            flags = [each.index in accepted for each in blocks]
            for place, block in enumerate(blocks):
                before, after = flags[max(0, place - 2) : place], flags[place + 1 : place + 3]
                around = before + after
                near = 2 * sum(around) / len(around) - 1
                pulls[block.index] = _NEIGHBOURS * near + _GROUP * mean
        found: set[int] = set()
        for block in prose:
            score, pull = scores[block.index], pulls.get(block.index, 0.0)
            if pull < 0 or not self._is_apart(block):
                score += pull
            if score > 0:
                found.add(block.index)
        return found

    def _is_apart(self, block: Block) -> bool:
        """Something of its own speaks against it, whatever its neighbours are."""
        away = FURNITURE | Kind.BYLINE | Kind.FIGURE
        untold = self.by_page is not None and block.is_prose and self.by_page[block.index] < 0.2
        return bool(
            self.kinds[block.node] & away
            or lines.is_call(block)
            or block.index in self.under
            or untold
        )

    def _begun(self, accepted: set[int], scores: dict[int, float]) -> set[int]:
        """With the text right under the headline, where all that is chosen stands far below it: and
        without that, where it is what readers wrote."""
        opening = {each for each in self.opening if each in scores}
        if not opening or accepted & opening or (accepted and min(accepted) < min(opening)):
            return accepted
        letters = sum(self.page.blocks[each].letters for each in opening)
        others = sum(self.page.blocks[each].letters for each in accepted)
        apart = {each for each in accepted if self._is_apart(self.page.blocks[each])}
        if letters < max(_TEXT_BESIDE, 0.1 * others):
            return accepted
        return opening | (accepted - apart)

    def _led(self, accepted: set[int], scores: dict[int, float]) -> set[int]:
        """With a first paragraph made otherwise than the rest, so that nobody voted for it."""
        if self.headline is None or not accepted:
            return accepted
        first = min(accepted)
        between = range(first - 1, max(self.headline, first - 1 - _LED), -1)
        found = {
            index
            for index in between
            if index in scores
            and self.page.blocks[index].words >= _LEADING
            and self.runs[index] > 0.5
            and self._is_in_text(index)
            and not self._is_apart(self.page.blocks[index])
        }
        return accepted | found

    def _is_in_text(self, index: int) -> bool:
        kind = self.kinds[self.page.blocks[index].node]
        return bool(kind & Kind.TEXT) and not kind & (FURNITURE | Kind.CAPTION | Kind.LEAD)

    def _in_one_place(self, accepted: set[int]) -> set[int]:
        """Without what lies outside the part of the page that has most of the text."""
        blocks = self.page.blocks
        nodes = self.page.nodes
        mass = [0] * len(nodes)
        for index in accepted:
            mass[blocks[index].node] += blocks[index].letters
        for node in reversed(nodes):
            if node.parent >= 0:
                mass[node.parent] += mass[node.index]
        total = mass[0]
        main = 0
        for node in nodes:  # parents come first, so the last that fits is the deepest
            if node.parent == main and mass[node.index] >= 0.8 * total:
                main = node.index
        inside = {index for index in accepted if self.page.is_in(blocks[index].node, main)}
        makes = {self.makes[index] for index in inside if blocks[index].is_prose}
        start = -1 if self.headline is None else self.headline
        both = {
            index
            for index in accepted - inside
            if (self.by_t[index] > 0.6 and (self.by_r is None or self.by_r[index] > 0.6))
            # A text in two parts has both made alike, where they have a name.
            or (index > start and self.makes[index] in makes and any(self.makes[index][1::2]))
            # Or both lie where the page says its text is.
            or (index > start and self._is_in_text(index) and self.by_t[index] > 0.6)
        }
        return inside | both

    # ------------------------------------------------------------ headings

    def _headings(self, body: set[int]) -> set[int]:
        """Those inside the text that have text of it under them."""
        if not body:
            return set()
        found: set[int] = set()
        first, last = min(body), max(body)
        below = False
        for block in reversed(self.page.blocks):
            index = block.index
            if index in body:
                below = True
            elif index == self.headline:
                below = False
            elif block.is_heading and not block.hidden and first - 3 <= index < last:
                if below and self._is_heading_of_text(block):
                    found.add(index)
                below = below and index in found
        return found

    def _is_heading_of_text(self, block: Block) -> bool:
        index = block.index
        kind = self.kinds[block.node]
        if kind & (FURNITURE | Kind.CAPTION) or (block.tag == "h1" and self.headline is not None):
            return False
        if lines.is_other(block.text) or index in self.under:
            return False
        by_r = self.by_r[index] if self.by_r is not None else 0.0
        by_page = self.by_page[index] if self.by_page is not None else 0.0
        return max(self.by_t[index], by_r, by_page) > 0.6


def _sharp(share: float) -> float:
    """Half of a block's words in common may be chance."""
    return max(0.0, min(1.0, (share - 0.25) * 2))


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))
