"""What somebody thinks, fears or hopes: theirs as much as what they say, and not the reporter's."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.phrases import subject
from briefing.analysis.speech.said import THOUGHT, Said
from briefing.analysis.speech.telling import thoughts
from briefing.analysis.speech.tokens import (
    Token,
    is_determiner,
    is_genitive,
    is_head,
    is_name,
    known,
)


def of_frame(frame: Frame) -> Iterator[Said]:
    """In the order of the text; of quotations they tell nothing."""
    if thoughts().isdisjoint(frame.own.split()):
        return
    found = frame.tokens
    for index, token in enumerate(found):
        if token.text not in thoughts() or not _has_object(found, index):
            continue
        verb = _before_denial(found, index)
        before = found[verb - 1] if verb else token
        if before.lower in known("verbs.passive") or is_genitive(before):
            continue  # "is feared", "Kyiv's fears"
        who, is_pronoun = subject(found, verb)
        if who is not None and (is_pronoun or _can_think(found, who)):
            yield Said(THOUGHT, token.text, token.start, token.end, who, is_pronoun)


def _before_denial(found: list[Token], verb: int) -> int:
    """ "Analysts do not expect a deal": where the verb begins with what denies it."""
    if verb and found[verb - 1].lower in known("verbs.negative"):
        verb -= 1
    return verb - 1 if verb and found[verb - 1].lower in known("thoughts.denying") else verb


def _can_think(found: list[Token], who: tuple[int, int]) -> bool:
    """Whether the words name a person or a body; "recession fears" names neither."""
    inside = [i for i, each in enumerate(found) if who[0] <= each.start < who[1]]
    named = [i for i in inside if is_name(found, i) or is_head(found[i])]
    return bool(named) and found[named[-1]].lower not in known("thoughts.never")


def _has_object(found: list[Token], verb: int) -> bool:
    """Whether something is thought: a noun is written like many of these verbs."""
    if verb + 1 >= len(found):
        return False
    following = found[verb + 1]
    word = following.lower
    if word == "to":  # "the men expected to attend" do not expect it
        return found[verb].text in known("thoughts.wishing")
    if word in ("that", "there", "no", "nothing", "nobody") or is_determiner(following):
        return True
    if word in known("speakers.pronouns") | known("speakers.objects") | known("verbs.asking"):
        return True
    strict = known("thoughts.past") | known("thoughts.nouns")
    if found[verb].text in strict - {"suspects"} or not following.is_word:
        return False
    taken = known("stops") | known("speakers.prepositions") | known("verbs.passive")
    return following.text[0].isupper() or word not in taken | known("speakers.days")
