"""Word lists that staff keep in ``assets/lexicon``, one TOML file a subject."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from briefing import paths


@cache
def _tables(file: str) -> dict[str, Any]:
    with (paths.ASSETS / "lexicon" / f"{file}.toml").open("rb") as source:
        return tomllib.load(source)


@cache
def words(file: str, key: str) -> tuple[str, ...]:
    """The list called ``key`` in a file; a dot leads into a table: ``caption.credits``.

    A missing file or list is a fault of the program, so it raises OSError or KeyError.
    """
    value: Any = _tables(file)
    for part in key.split("."):
        value = value[part]
    return tuple(str(each) for each in value)


def keys(file: str, table: str) -> tuple[str, ...]:
    """Names of the lists in a table."""
    return tuple(_tables(file)[table])


def either(choices: Iterable[str]) -> str:
    """A pattern of any of the words, the longest that fits."""
    return "|".join(re.escape(each) for each in sorted(choices, key=len, reverse=True))
