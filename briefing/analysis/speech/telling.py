"""Which words tell of speech: the verbs of the word list, and any that stands where one would."""

from __future__ import annotations

from functools import cache

from briefing.analysis.speech.tokens import Token, is_head, is_helper, known
from briefing.lexicon import words

_KINDS = ("speech", "clause", "judging", "hanging", "plural", "objects")


@cache
def verbs() -> dict[str, tuple[str, ...]]:
    """The kinds of each verb of speech."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in _KINDS:
        for verb in words("attribution", f"verbs.{kind}"):
            found[verb] = (*found.get(verb, ()), kind)
    return found


@cache
def compounds() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Verbs of several words by the first: "shot back", "called on"."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for verb in verbs():
        parts = tuple(verb.split())
        if len(parts) > 1:
            found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found


@cache
def thoughts() -> frozenset[str]:
    """Verbs that tell what somebody thinks, and has not said: "fear", "expects"."""
    return known("thoughts.present") | known("thoughts.past")


def could_tell(found: list[Token], index: int) -> bool:
    """Whether a word may be a verb that stands beside a quotation: "grumbled", "shrugs"."""
    token = found[index]
    word = token.text
    if not (word.isalpha() and word.islower()) or word in known("stops") or is_helper(token):
        return False
    if is_head(token) or word in known("verbs.passive") or word in known("speakers.determiners"):
        return False
    if word in known("speakers.prepositions") or word in known("speakers.times"):
        return False
    regular = word.endswith(("ed", "s")) and not word.endswith(("ss", "us"))
    return (regular and len(word) > 3) or word in verbs() or word in known("verbs.irregular")
