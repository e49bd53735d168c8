"""The words that the rules ask for, as sets; made once."""

from __future__ import annotations

from functools import cache

from briefing import gazetteer
from briefing.lexicon import words


@cache
def known(key: str) -> frozenset[str]:
    """A list of ``assets/lexicon/names.toml``, whose lines are words parted by commas."""
    lines = (line for block in words("names", key) for line in block.strip().split("\n"))
    return frozenset(word for line in lines for word in line.rstrip(",").split(", "))


@cache
def listed(key: str) -> frozenset[str]:
    """A list of ``assets/gazetteer/titles.toml``."""
    return frozenset(gazetteer.titles(key))


@cache
def heads() -> frozenset[str]:
    """Small letters: what the name of an organisation ends with, or has before "of"."""
    given = {each.lower() for each in gazetteer.titles("organisation.heads") if " " not in each}
    units = {each.lower() for each in gazetteer.titles("units.heads") if " " not in each}
    return frozenset(given | units | known("organisations.heads")) - known("organisations.never")


@cache
def unit_heads() -> frozenset[str]:
    """Small letters: "division", "fleet"."""
    last = {each.split()[-1].lower() for each in gazetteer.titles("units.heads")}
    return frozenset(last | {"force"})


@cache
def openers() -> frozenset[str]:
    """Small letters: what an organisation's name has before "of" or "for"."""
    return heads() | {each.lower() for each in gazetteer.titles("organisation.openers")}


@cache
def place_heads() -> frozenset[str]:
    given = {each.lower() for each in gazetteer.titles("place.heads") if " " not in each}
    return frozenset(given | known("places.heads")) - known("places.never")


@cache
def place_openers() -> frozenset[str]:
    given = {each.lower() for each in gazetteer.titles("place.openers")}
    return frozenset(given | known("places.before"))


@cache
def remits() -> frozenset[str]:
    """Each word of what a ministry is for."""
    return frozenset(
        word for phrase in gazetteer.titles("organisation.remits") for word in phrase.split()
    )


@cache
def role_nouns() -> frozenset[str]:
    """Small letters: the word that says what a person is."""
    last = {phrase.split()[-1].lower() for phrase in gazetteer.titles("roles.heads")}
    return frozenset(last | known("roles.nouns")) - known("roles.never")


@cache
def speech() -> frozenset[str]:
    """Verbs that only people and bodies do."""
    return frozenset(words("attribution", "verbs.speech") + words("attribution", "verbs.clause"))


@cache
def particles() -> frozenset[str]:
    """Small letters, between the parts of a person's name."""
    return known("particles.people")


@cache
def no_names() -> frozenset[str]:
    """Small letters: begin sentences, or stand for days; not names by themselves."""
    return known("sentences.starts") | known("sentences.calendar")


@cache
def women() -> frozenset[str]:
    return listed("before.women")


@cache
def men() -> frozenset[str]:
    return listed("before.men")


@cache
def title_heads() -> frozenset[str]:
    """The word of a title that stands before a name, or before "of": ``President``, ``Gen.``."""
    found = set(known("titles.honorifics"))
    for key in gazetteer.title_keys("before"):
        if key != "modifiers":
            for phrase in gazetteer.titles(f"before.{key}"):
                found.add(phrase.partition(" of ")[0].split()[-1])
    found.update(
        each for each in known("titles.ranks") if each.lower() in known("titles.rank_heads")
    )
    found.update(each[0].upper() + each[1:] for each in known("titles.offices"))
    return frozenset(found - known("titles.never"))
