"""What the names in a page's mark-up tell of what stands under them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from briefing import lexicon


class Kind:
    """What a part of a page seems to be: bits of an ``int``, for there are many parts."""

    UNSEEN: Final = 1 << 0
    CAPTION: Final = 1 << 1
    BYLINE: Final = 1 << 2
    LEAD: Final = 1 << 3
    """Between headline and text."""
    BIO: Final = 1 << 4
    SHARE: Final = 1 << 5
    NEWSLETTER: Final = 1 << 6
    RELATED: Final = 1 << 7
    COMMENTS: Final = 1 << 8
    ADVERT: Final = 1 << 9
    MENU: Final = 1 << 10
    FOOT: Final = 1 << 11
    SIDE: Final = 1 << 12
    LAYER: Final = 1 << 13
    """Laid over the page: consent, paywall."""
    TAGS: Final = 1 << 14
    PLAYER: Final = 1 << 15
    TEXT: Final = 1 << 18
    """Where the article itself often is."""
    FORM: Final = 1 << 19
    FIGURE: Final = 1 << 20


FURNITURE = (
    Kind.BIO | Kind.SHARE | Kind.NEWSLETTER | Kind.RELATED | Kind.COMMENTS | Kind.ADVERT | Kind.MENU
    | Kind.FOOT | Kind.SIDE | Kind.LAYER | Kind.TAGS | Kind.PLAYER | Kind.FORM | Kind.UNSEEN
)  # fmt: skip
"""What is hardly ever the article's text."""
APART = FURNITURE | Kind.CAPTION | Kind.BYLINE | Kind.FIGURE
"""What is not the running text, though some of it is of the article."""

_TAGS = {
    "nav": Kind.MENU,
    "footer": Kind.FOOT,
    "aside": Kind.SIDE,
    "figcaption": Kind.CAPTION,
    "figure": Kind.FIGURE,
    "form": Kind.FORM,
    "dialog": Kind.LAYER,
    "menu": Kind.MENU,
    "amp-sidebar": Kind.MENU,
    "amp-social-share": Kind.SHARE,
    "amp-ad": Kind.ADVERT,
    "amp-consent": Kind.LAYER,
    "amp-user-notification": Kind.LAYER,
}
_ROLES = {
    "navigation": Kind.MENU,
    "contentinfo": Kind.FOOT,
    "complementary": Kind.SIDE,
    "search": Kind.FORM,
    "dialog": Kind.LAYER,
    "alertdialog": Kind.LAYER,
    "menu": Kind.MENU,
    "menubar": Kind.MENU,
}
_NEVER = frozenset({"html", "body", "main"})
"""Elements whose names tell of the whole page."""
_NAMING = frozenset(
    ("class", "id", "data-component", "data-testid", "data-type", "data-module", "itemprop")
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_MOST_WORDS = 4


def kinds(tag: str, attributes: Mapping[str, str]) -> int:
    """What an element says it is, by its tag, ``role`` and names."""
    found = _TAGS.get(tag, 0)
    if not attributes or tag in _NEVER:
        return found
    for name, value in attributes.items():
        if name in _NAMING:
            found |= _named(value[:300])
        elif name == "role":
            found |= _ROLES.get(value, 0)
        elif name == "rel" and value == "author":
            found |= Kind.BYLINE
    return found


@lru_cache(maxsize=4096)
def _named(value: str) -> int:
    found = 0
    for name in value.split():
        found |= _told(_CAMEL.sub("-", name).lower())
        if not name.islower():
            found |= _told(name.lower())
    if found & Kind.TEXT:  # "article-body related-content-loaded" is the text
        return found & (Kind.TEXT | Kind.UNSEEN)
    return found


def _told(name: str) -> int:
    """Of one name, by the runs of one to three words in it."""
    words = [each for each in _BETWEEN.split(name) if each]
    found = 0
    known = _known()
    for start in range(len(words)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
            run = " ".join(words[start:end])
            found |= known.get(run, 0) or known.get(run.removesuffix("s"), 0)
    return found


@cache
def _known() -> dict[str, int]:
    """What a run of words in a name tells."""
    found: dict[str, int] = {}
    for key in lexicon.keys("pages", "names"):
        kind: int = getattr(Kind, key.upper())
        for each in lexicon.words("pages", f"names.{key}"):
            found[each] = found.get(each, 0) | kind
    return found
