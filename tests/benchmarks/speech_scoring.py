"""How well quotations, their speakers and the kinds of claims are found, beside a regex.

    python tests/benchmarks/speech_scoring.py FOLDER [--errors]

FOLDER has ``*.txt`` and ``annotations.jsonl``, one object a line:
``{"file", "quotes": [{"start", "end", "text", "speaker", "speaker_role"}], "scare": [...],
"neutral": [...], "claims": [{"start", "end", "kind", "speaker"}]}``; offsets are code points.
What is ``neutral`` may be found or not.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing import readers
from briefing.analysis import annotate

_QUOTED = re.compile(r"[\"“«„](?P<a>[^\"“”«»]{3,})[\"”»“]|(?:^|\s)‘(?P<b>.{3,}?)’(?=[\s,.])")
_NAME = r"((?:[A-Z][\w.’'-]*\s?){1,6}|he|she|they|it)"
_AFTER = re.compile(
    rf"[\"”»“’,.\s]*(?:(?:said|says|told|added|wrote)\s+{_NAME}|{_NAME}\s*(?:said|says|told|added|wrote))"
)
_BEFORE = re.compile(rf"{_NAME}\s*(?:said|says|told|added|wrote|called)\b[^.]*$")
_WORD = re.compile(r"[^\W_]+")
_EDGES = " \n\t\"“”‘’'«»„‹›.,!?…;:"
_LESS = {"the", "a", "an", "of", "for", "and", "in", "to", "s", "at", "on"}
_TITLES = {"mr", "mrs", "ms", "sir", "dr", "gen", "col", "lt"}


@dataclass
class Score:
    quotes: int = 0
    found: int = 0
    given: int = 0
    wrong: int = 0
    verbatim: int = 0
    speakers: int = 0
    right: int = 0
    open: int = 0
    floor: int = 0
    scare: int = 0
    taken: int = 0
    claims: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    vouched: int = 0
    vouched_right: int = 0
    errors: list[str] = field(default_factory=list)


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks and punctuation at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip(_EDGES)), end - len(part) + len(part.rstrip(_EDGES))


def _floor(text: str) -> dict[tuple[int, int], str | None]:
    """What a regular expression finds: a name beside "said", else who spoke last."""
    found: dict[tuple[int, int], str | None] = {}
    last: str | None = None
    for match in _QUOTED.finditer(text):
        start, end = match.span("a") if match["a"] else match.span("b")
        after = _AFTER.match(text, end)
        before = _BEFORE.search(text, max(0, start - 120), start)
        name = (after and (after[1] or after[2])) or (before and before[1]) or ""
        if name[:1].isupper():
            last = name
        found[_core(text, start, end)] = last
    return found


def _same(said: str | None, wanted: str | None, role: str | None) -> bool:
    """By the surname, or by the office."""
    if said is None or wanted is None:
        return said is wanted
    mine = [each.casefold() for each in _WORD.findall(said)]
    theirs = [each.casefold() for each in _WORD.findall(wanted)]
    if theirs and theirs[-1] in mine:
        return True
    office = {each.casefold() for each in _WORD.findall(role or "")} - _LESS
    both = set(mine) & (set(theirs) | office) - _LESS - _TITLES
    return len(both) * 2 >= len(set(mine) - _LESS) > 0


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _moved(gold: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """The annotations on a text that differs in white space only."""
    places = [i for i, each in enumerate(new) if not each.isspace()]
    counted = [0]
    for each in old:
        counted.append(counted[-1] + (not each.isspace()))
    assert counted[-1] == len(places), "reading changes more than white space"

    def moved(each: dict[str, Any]) -> dict[str, Any]:
        first, last = counted[each["start"]], counted[each["end"]]
        return {**each, "start": places[first], "end": places[last - 1] + 1}

    kinds = ("quotes", "scare", "neutral", "claims")
    return {**gold, **{kind: [moved(each) for each in gold.get(kind, ())] for kind in kinds}}


def _score(name: str, text: str, gold: dict[str, Any], score: Score) -> None:
    article = readers.read_pasted(text)
    gold = _moved(gold, text, article.text)
    text = article.text
    found = annotate(article, ())
    places = {_core(text, q.span.start, q.span.end): q for q in found.quotations}
    neutral = [(each["start"], each["end"]) for each in gold.get("neutral", ())]
    floor = _floor(text)
    score.given += len(places)
    score.verbatim += sum(text[a:b] in text and a < b for a, b in places)
    hit: set[tuple[int, int]] = set()
    for quote in gold["quotes"]:
        place = _core(text, quote["start"], quote["end"])
        score.quotes += 1
        score.speakers += 1
        score.floor += _same(floor.get(place), quote["speaker"], quote["speaker_role"])
        if (mine := places.get(place)) is None:
            score.errors.append(f"{name}: not found: {quote['text'][:70]}")
            continue
        hit.add(place)
        score.found += 1
        if _same(mine.speaker, quote["speaker"], quote["speaker_role"]):
            score.right += 1
        else:
            score.open += mine.speaker is None
            score.errors.append(
                f"{name}: speaker {mine.speaker!r} for {quote['speaker']!r} ({mine.cue}; "
                f"{list(mine.candidates)}): {quote['text'][:50]}"
            )
    for place, mine in places.items():
        if place not in hit and not any(_overlap(place, each) for each in neutral):
            score.wrong += 1
            score.errors.append(f"{name}: too many ({mine.cue}): {mine.span.of(text)[:70]}")
    for each in gold["scare"]:
        score.scare += 1
        place = _core(text, each["start"], each["end"])
        score.taken += any(place == one for one in places)
    for claim in gold["claims"]:
        mine = found.claims_in(_span(claim))
        score.claims += 1
        kind = mine[0].kind.value if mine else "none"
        score.kinds[claim["kind"], kind] += 1
        if kind != claim["kind"]:
            score.errors.append(
                f"{name}: {kind} for {claim['kind']} ({mine[0].cue if mine else ''}): "
                f"{text[claim['start'] : claim['end']][:100]}"
            )
        elif claim["speaker"]:
            score.vouched += 1
            right = _same(mine[0].speaker, claim["speaker"], None)
            score.vouched_right += right
            if not right:
                words = text[claim["start"] : claim["end"]][:60]
                score.errors.append(
                    f"{name}: claim of {mine[0].speaker!r} for {claim['speaker']!r}: {words}"
                )


def _span(claim: dict[str, Any]) -> Any:
    from briefing.model.span import Span

    return Span(claim["start"], claim["end"])


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "none"


def main(folder: Path, *, errors: bool) -> None:
    score = Score()
    for line in (folder / "annotations.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = (folder / gold["file"]).read_text(encoding="utf-8")
        _score(gold["file"], text, gold, score)
    print("quotations found      ", _share(score.found, score.quotes))
    print("  of those given      ", _share(score.given - score.wrong, score.given))
    print("  verbatim            ", _share(score.verbatim, score.given))
    print(
        "speaker right         ", _share(score.right, score.speakers), f"({score.open} left open)"
    )
    print("  a regular expression", _share(score.floor, score.speakers))
    print("scare taken for speech", _share(score.taken, score.scare))
    right = sum(count for (wanted, kind), count in score.kinds.items() if wanted == kind)
    print("kind of claim right   ", _share(right, score.claims))
    print("  its speaker right   ", _share(score.vouched_right, score.vouched))
    for (wanted, kind), count in sorted(score.kinds.items()):
        print(f"  {wanted:10} as {kind:10} {count}")
    if errors:
        print(*score.errors, sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), errors="--errors" in sys.argv)
