"""Embedding levels of a paragraph's letters, by the rules of UAX #9."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

_MAX_DEPTH = 125
_MAX_OPEN = 63
"""Brackets that may be open at once (BD16)."""
_ISOLATES = {"LRI", "RLI", "FSI"}
_REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_NEUTRAL = {"S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}
_BLANK = {"WS", "LRI", "RLI", "FSI", "PDI"} | _REMOVED
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘"
    "⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜\u3008\u3009《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSERS = frozenset(_BRACKETS[1::2])


def of(text: str, rtl: bool | None = None) -> list[int]:
    """The level of each letter; odd ones run from right to left."""
    kinds = [_kind(each) for each in text]
    lowest = int(rtl) if rtl is not None else _base(kinds, 0, len(kinds))
    explicit = _Explicit(kinds, lowest)
    for sequence in explicit.sequences():
        _resolve(text, sequence)
    levels = explicit.levels
    for at, kind in enumerate(explicit.resolved):
        if at in explicit.removed:  # not to part a run
            levels[at] = levels[at - 1] if at else lowest
        elif levels[at] % 2:
            levels[at] += kind in ("L", "EN", "AN")  # I2
        elif kind == "R":
            levels[at] += 1  # I1
        elif kind in ("AN", "EN"):
            levels[at] += 2
    _reset(kinds, levels, lowest)
    return levels


def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character) or "L"
    return "S" if kind == "B" else kind  # a line break does not end the paragraph here


def _base(kinds: list[str], start: int, end: int) -> int:
    depth = 0
    for kind in kinds[start:end]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


@dataclass(slots=True)
class _Sequence:
    """An isolating run sequence (BD13): its letters' places, and what borders it."""

    places: list[int]
    level: int
    before: str
    after: str
    kinds: list[str]
    """Of the whole paragraph; what is found is put in here."""


@dataclass(slots=True)
class _Explicit:
    """Levels that marks in the text ask for (X1 to X8)."""

    kinds: list[str]
    lowest: int
    levels: list[int] = field(init=False)
    resolved: list[str] = field(init=False)
    removed: set[int] = field(default_factory=set[int])
    matches: dict[int, int] = field(default_factory=dict[int, int])
    """Where an isolate ends, by where it begins."""

    def __post_init__(self) -> None:
        self.levels = [self.lowest] * len(self.kinds)
        self.resolved = list(self.kinds)
        self._match()
        self._walk()

    def _match(self) -> None:
        opened: list[int] = []
        for at, kind in enumerate(self.kinds):
            if kind in _ISOLATES:
                opened.append(at)
            elif kind == "PDI" and opened:
                self.matches[opened.pop()] = at

    def _walk(self) -> None:
        stack: list[tuple[int, str, bool]] = [(self.lowest, "", False)]
        lost_isolates = lost_embeddings = isolates = 0
        for at, kind in enumerate(self.kinds):
            level, override, _ = stack[-1]
            if kind in ("RLE", "LRE", "RLO", "LRO"):
                self.removed.add(at)
                new = _next(level, odd=kind[0] == "R")
                if new <= _MAX_DEPTH and not lost_isolates and not lost_embeddings:
                    stack.append((new, kind[0] if kind[2] == "O" else "", False))
                elif not lost_isolates:
                    lost_embeddings += 1
                self.levels[at] = level
            elif kind in _ISOLATES:
                self._put(at, level, override)
                odd = kind == "RLI" or (
                    kind == "FSI"
                    and _base(self.kinds, at + 1, self.matches.get(at, len(self.kinds))) == 1
                )
                new = _next(level, odd=odd)
                if new <= _MAX_DEPTH and not lost_isolates and not lost_embeddings:
                    isolates += 1
                    stack.append((new, "", True))
                else:
                    lost_isolates += 1
            elif kind == "PDI":
                if lost_isolates:
                    lost_isolates -= 1
                elif isolates:
                    lost_embeddings = 0
                    while not stack[-1][2]:
                        stack.pop()
                    stack.pop()
                    isolates -= 1
                self._put(at, stack[-1][0], stack[-1][1])
            elif kind == "PDF":
                self.removed.add(at)
                self.levels[at] = level
                if lost_isolates:
                    pass
                elif lost_embeddings:
                    lost_embeddings -= 1
                elif not stack[-1][2] and len(stack) > 1:
                    stack.pop()
            elif kind == "BN":
                self.removed.add(at)
                self.levels[at] = level
            else:
                self._put(at, level, override)

    def _put(self, at: int, level: int, override: str) -> None:
        self.levels[at] = level
        if override:
            self.resolved[at] = override

    def sequences(self) -> list[_Sequence]:
        """X10."""
        kept = [at for at in range(len(self.kinds)) if at not in self.removed]
        level_runs: list[list[int]] = []
        for at in kept:
            if level_runs and self.levels[level_runs[-1][-1]] == self.levels[at]:
                level_runs[-1].append(at)
            else:
                level_runs.append([at])
        by_start = {run[0]: run for run in level_runs}
        ends = set(self.matches.values())
        order = {at: n for n, at in enumerate(kept)}
        found: list[_Sequence] = []
        for run in level_runs:
            if self.kinds[run[0]] == "PDI" and run[0] in ends:
                continue  # it goes on with the run its isolate began in
            places = list(run)
            while self.kinds[places[-1]] in _ISOLATES and places[-1] in self.matches:
                places += by_start[self.matches[places[-1]]]
            level = self.levels[places[0]]
            first, last = order[places[0]], order[places[-1]]
            before = self.levels[kept[first - 1]] if first else self.lowest
            open_end = self.kinds[places[-1]] in _ISOLATES  # without a match
            after = (
                self.lowest if open_end or last + 1 == len(kept) else self.levels[kept[last + 1]]
            )
            found.append(
                _Sequence(
                    places,
                    level,
                    "LR"[max(level, before) % 2],
                    "LR"[max(level, after) % 2],
                    self.resolved,
                )
            )
        return found


def _next(level: int, *, odd: bool) -> int:
    return level + 1 + ((level + 1) % 2 != odd)


def _resolve(text: str, sequence: _Sequence) -> None:
    kinds = [sequence.kinds[at] for at in sequence.places]
    original = list(kinds)
    _weak(kinds, sequence.before)
    _paired(text, sequence, kinds, original)
    _neutral(kinds, sequence)
    for at, kind in zip(sequence.places, kinds, strict=True):
        sequence.kinds[at] = kind


def _weak(kinds: list[str], before: str) -> None:
    """W1 to W7."""
    previous = strong = before
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = kind = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    for at, kind in enumerate(kinds):
        if kind == "AL":
            kinds[at] = "R"
    for at in range(1, len(kinds) - 1):
        left, right = kinds[at - 1], kinds[at + 1]
        if left == right and (
            (kinds[at] == "ES" and left == "EN") or (kinds[at] == "CS" and left in ("EN", "AN"))
        ):
            kinds[at] = left
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at:
            joined = (at > 0 and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[at:end] = ["EN" if joined else "ON"] * (end - at)
        at = max(end, at + 1)
    strong = before
    for at, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _direction(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else ""


def _paired(text: str, sequence: _Sequence, kinds: list[str], original: list[str]) -> None:
    """N0: both brackets of a pair take the direction of what is between them."""
    own = "LR"[sequence.level % 2]
    for start, end in _pairs(text, sequence, kinds):
        inside = {_direction(kind) for kind in kinds[start + 1 : end]} - {""}
        if own in inside:
            new = own
        elif inside:
            earlier = (_direction(kind) for kind in reversed(kinds[:start]))
            context = next((each for each in earlier if each), sequence.before)
            new = context if context != own else own
        else:
            continue
        for at in (start, end):
            kinds[at] = new
            for after in range(at + 1, len(kinds)):  # marks go with what they stand on
                if original[after] != "NSM":
                    break
                kinds[after] = new


def _pairs(text: str, sequence: _Sequence, kinds: list[str]) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, place in enumerate(sequence.places):
        if kinds[at] != "ON":
            continue
        character = unicodedata.normalize("NFC", text[place])
        if character in _CLOSING:
            if len(opened) == _MAX_OPEN:
                return []
            opened.append((_CLOSING[character], at))
        elif character in _CLOSERS:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == character:
                    found.append((opened[depth][1], at))
                    del opened[depth:]
                    break
    return sorted(found)


def _neutral(kinds: list[str], sequence: _Sequence) -> None:
    """N1 and N2."""
    own = "LR"[sequence.level % 2]
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            left = _direction(kinds[at - 1]) if at else sequence.before
            right = _direction(kinds[end]) if end < len(kinds) else sequence.after
            kinds[at:end] = [left if left == right else own] * (end - at)
        at = max(end, at + 1)


def _reset(kinds: list[str], levels: list[int], lowest: int) -> None:
    """L1: tabs, line breaks and the blanks before them or at the end are the paragraph's."""
    trailing = True
    for at in range(len(kinds) - 1, -1, -1):
        if kinds[at] == "S":
            trailing = True
            levels[at] = lowest
        elif trailing and kinds[at] in _BLANK:
            levels[at] = lowest
        else:
            trailing = False
