"""Which later mention is whom: surnames, first names, titles alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from briefing import gazetteer
from briefing.analysis.names.found import Found
from briefing.analysis.names.vocabulary import known, particles
from briefing.model.facts import EntityKind

_MARKS = str.maketrans("’ʼ", "''", ".")


def parts(name: str) -> list[str]:
    """Words of a name in small letters, without "Jr." and initials' stops."""
    words = [each.translate(_MARKS).lower() for each in name.split()]
    while len(words) > 1 and words[-1] in known("particles.suffixes"):
        words.pop()
    return words


def bare(word: str) -> str:
    """Without the Arabic article: ``al-assad`` is ``assad``."""
    head, hyphen, tail = word.partition("-")
    return tail if hyphen and f"{head}-" in known("particles.arabic") and tail else word


def surnames(name: str) -> list[str]:
    """What may stand for a full name later, in small letters, the most likely first."""
    words = parts(name)
    if len(words) < 2:
        return [bare(words[0])]
    words = [each for each in words if each not in '"“”']
    found = [bare(words[-1])]
    for index in range(1, len(words) - 1):
        if words[index] in particles():
            found.append(" ".join(words[index:]))
            if words[-2] in ("y", "e", "i"):
                found.append(" ".join(words[index:-2]))
            break
    else:
        if len(words) > 2 and len(words[1]) > 1:  # "Claudio De Vincenti", "García Márquez"
            found.append(" ".join(words[1:]))
            if len(words) > 3:
                found.append(" ".join(words[2:]))
    first = name.split()[0]
    if first in gazetteer.surnames_first() or (first.isupper() and len(first) > 2):
        found.append(words[0])
    return found


def same_person(one: str, other: str) -> bool:
    """Whether two full names differ only by what stands between first name and surname."""
    a, b = parts(one), parts(other)
    return a == b or (
        len(a) > 1
        and len(b) > 1
        and a[0] == b[0]
        and bare(a[-1]) == bare(b[-1])
        and (len(a) == 2 or len(b) == 2 or a[1][0] == b[1][0])
    )


_SEVERAL = 8
"""So many people with one surname are told apart; with more, nobody is."""


class Person:
    """Somebody with a full name in the article, and who is meant by them."""

    __slots__ = ("found", "key", "name")

    def __init__(self, key: int, first: Found) -> None:
        self.key = key
        self.found = [first]
        self.name = first.name
        """The fullest so far."""

    def add(self, other: Found) -> None:
        self.found.append(other)
        if (len(other.name.split()), len(other.name)) > (len(self.name.split()), len(self.name)):
            self.name = other.name

    def female(self) -> bool | None:
        for each in self.found:
            if each.female is not None:
                return each.female
        gender = gazetteer.first_names().get(self.name.split()[0])
        return {"f": True, "m": False}.get(gender or "")


class People:
    """The people with full names, looked up by what else they are called."""

    def __init__(self, full: Iterable[Found]) -> None:
        self.all: list[Person] = []
        self._by_ends: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_first: dict[str, list[Person]] = defaultdict(list)
        for each in full:
            self.add(each)
        self._merge_double_surnames()
        for person in self.all:
            for surname in surnames(person.name):
                if self._by_surname[surname][-1:] != [person]:
                    self._by_surname[surname].append(person)
            self._by_first[parts(person.name)[0]].append(person)

    def add(self, each: Found) -> None:
        words = parts(each.name)
        ends = (words[0], bare(words[-1]))
        for person in self._by_ends[ends][:_SEVERAL]:
            if same_person(person.found[0].name, each.name):
                person.add(each)
                return
        person = Person(len(self.all), each)
        self.all.append(person)
        self._by_ends[ends].append(person)

    def _merge_double_surnames(self) -> None:
        """ "Mr García Ruiz" is Ana García Ruiz, where she is the only one."""
        longer: dict[str, list[Person]] = defaultdict(list)
        for person in self.all:
            words = parts(person.name)
            if len(words) > 2:
                longer[" ".join(words[1:])].append(person)
        kept: list[Person] = []
        for person in self.all:
            fitting = longer.get(" ".join(parts(person.name)), [])
            if len(fitting) == 1 and all(each.title for each in person.found):
                fitting[0].found.extend(person.found)
            else:
                kept.append(person)
        self.all = kept

    def called(self, each: Found) -> list[Person]:
        """Who may be meant by a surname, with what its title tells."""
        words = parts(each.name)
        key = " ".join([*words[:-1], bare(words[-1])] if len(words) == 1 else words)
        fitting = self._by_surname.get(key, [])
        if each.female is not None and 1 < len(fitting) <= _SEVERAL:
            known_gender = [one for one in fitting if one.female() is not None]
            if len(known_gender) == len(fitting):
                fitting = [one for one in fitting if one.female() == each.female]
        return fitting

    def by_first_name(self, name: str) -> list[Person]:
        return self._by_first.get(name.lower(), [])


def is_full(found: Found) -> bool:
    """Whether first name and surname are there."""
    first, space, _ = found.name.partition(" ")
    if found.kind is not EntityKind.PERSON or not space:
        return False
    return not first.islower() and first.lower() not in known("particles.surnames")
