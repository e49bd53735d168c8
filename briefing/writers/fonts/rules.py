"""Which font stands in for which: ``assets/fonts.toml`` as it is read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from briefing.paths import ASSETS


@dataclass(frozen=True, slots=True)
class Fallback:
    letters: tuple[tuple[int, int], ...]
    """First and last of each range."""
    fonts: tuple[str, ...]
    serif: tuple[str, ...]
    by_language: dict[str, tuple[str, ...]]

    def families(self, kind: str, language: str) -> tuple[str, ...]:
        """Best first."""
        for tag, fonts in self.by_language.items():
            if language.lower() == tag or language.lower().startswith(f"{tag}-"):
                return fonts + self.fonts
        return self.serif + self.fonts if kind == "serif" else self.fonts


@dataclass(frozen=True, slots=True)
class Rules:
    same_widths: tuple[tuple[str, ...], ...]
    nearest: dict[str, tuple[str, ...]]
    """Of other widths, best first, by the family that is asked for."""
    kinds: dict[str, re.Pattern[str]]
    stand_ins: dict[str, tuple[str, ...]]
    packages: dict[str, str]
    instead: dict[str, tuple[str, ...]]
    fallback: tuple[Fallback, ...]

    def twins(self, family: str) -> tuple[str, ...]:
        """Families of the same widths, best first."""
        name = family.casefold()
        for group in self.same_widths:
            if any(each.casefold() == name for each in group):
                return tuple(each for each in group if each.casefold() != name)
        return ()

    def kind(self, family: str) -> str:
        """``sans``, ``serif`` or ``mono``, by its name."""
        return next((kind for kind, words in self.kinds.items() if words.search(family)), "sans")

    def preferred(self, character: str, kind: str, language: str) -> tuple[str, ...]:
        """Families to look into for a letter, best first."""
        code = ord(character)
        found: list[str] = []
        for each in self.fallback:
            if any(first <= code <= last for first, last in each.letters):
                found += each.families(kind, language)
        return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def rules() -> Rules:
    with (ASSETS / "fonts.toml").open("rb") as file:
        data = tomllib.load(file)
    return Rules(
        same_widths=tuple(tuple(group) for group in data["same_widths"]),
        nearest={first.casefold(): tuple(others) for first, *others in data["nearest"]},
        kinds={
            kind: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
            for kind, words in data["kinds"].items()
        },
        stand_ins={kind: tuple(fonts) for kind, fonts in data["stand_ins"].items()},
        packages=data["packages"],
        instead={letter: tuple(others) for letter, others in data["instead"].items()},
        fallback=tuple(
            Fallback(
                letters=tuple(_ranges(each["letters"])),
                fonts=tuple(each["fonts"]),
                serif=tuple(each.get("serif", ())),
                by_language={k: tuple(v) for k, v in each.get("by_language", {}).items()},
            )
            for each in data["fallback"]
        ),
    )


def _ranges(text: str) -> list[tuple[int, int]]:
    pairs = (each.split("-") for each in text.split())
    return [(int(first, 16), int(last, 16)) for first, last in pairs]
