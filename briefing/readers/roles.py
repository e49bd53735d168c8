"""What each paragraph is: an ordered list of rules, the first that speaks decides.

A rule is a function that gives the cue by which it knows a paragraph, or None. Rules would
rather miss furniture than take a sentence of the article for it: the person can turn a
caption off with one click, but would never look for a sentence that is greyed.

What the file itself says of a paragraph stands, but for two things. A heading such as
"Related articles" or "Newsletter" is furniture, and so are the titles under it. And what the
file calls body text may still be a notice that says so in its own words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.model.article import Role
from briefing.progress import Checkpoint, unchecked
from briefing.readers import bans, furniture, lines
from briefing.readers.place import Place, Rule

_CHECKED_EVERY = 1000
"""Paragraphs."""


def assign(
    texts: Sequence[str],
    given: Sequence[tuple[Role | None, str]] | None = None,
    checkpoint: Checkpoint = unchecked,
    entries: Collection[int] = (),
) -> list[tuple[Role, str]]:
    """The role of each paragraph and its cue, which is empty for body text.

    ``given`` are the roles that the file itself gives, and where; None leaves it to the rules.
    ``entries`` are the indices of those that it has in a list.
    """
    roles: list[Role] = []
    cues: list[str] = []
    before_body, titled = True, False
    for index, text in enumerate(texts):
        if index % _CHECKED_EVERY == 0:
            checkpoint()
        role, cue = given[index] if given else (None, "")
        place = Place(text, index, texts, roles, cues, before_body, titled, index in entries)
        if role in _RULES_FOR:
            found, why = _first(place, _RULES_FOR[role])
            if found is not Role.BODY:
                role, cue = found, why
            elif role is None:
                role, cue = Role.BODY, ""
        assert role is not None
        before_body = before_body and role is not Role.BODY
        titled = titled or role is Role.HEADING
        roles.append(role)
        cues.append("" if role is Role.BODY else cue or f"{role.value}, as the file says")
    if Role.BODY not in roles:  # a text of headings and captions only is the article itself
        found = zip(roles, cues, strict=True)
        itself = (Role.HEADING, Role.CAPTION)
        return [(Role.BODY, "") if role in itself else (role, cue) for role, cue in found]
    _mark_last_notice(texts, roles, cues)
    _mark_timeline(roles, cues)
    return list(zip(roles, cues, strict=True))


def _mark_last_notice(texts: Sequence[str], roles: list[Role], cues: list[str]) -> None:
    """A sentence about a ban is a notice only where nothing of the article follows it."""
    last = len(roles) - 1 - roles[::-1].index(Role.BODY)
    if Role.HEADING in roles[last:] or Role.BODY not in roles[:last]:
        return
    if (cue := bans.notice(texts[last])) is not None:
        roles[last], cues[last] = Role.NOTICE, cue


def _mark_timeline(roles: list[Role], cues: list[str]) -> None:
    """A bare date straight above the body heads it, if other dates head what follows."""
    first = roles.index(Role.BODY)
    if first and cues[first - 1] == lines.BARE_DATE and lines.DATE_BELOW in cues[first:]:
        roles[first - 1], cues[first - 1] = Role.HEADING, lines.DATE_BELOW


def _first(place: Place, rules: Sequence[tuple[Role, Rule]]) -> tuple[Role, str]:
    for role, rule in rules:
        if (cue := rule(place)) is not None:
            return role, cue
    return Role.BODY, ""


_PLAIN: tuple[tuple[Role, Rule], ...] = (
    (Role.NOTICE, furniture.whole_line),
    (Role.NOTICE, furniture.correction),
    (Role.NOTICE, furniture.editors_note),
    (Role.NOTICE, furniture.starts_notice),
    (Role.NOTICE, furniture.rights_reserved),
    (Role.NOTICE, furniture.invitation),
    (Role.NOTICE, furniture.marked_ban_notice),
    (Role.RELATED, furniture.tags),
    (Role.RELATED, furniture.related_link),
)
"""What says in its own words that it is furniture."""

RULES: tuple[tuple[Role, Rule], ...] = (
    *_PLAIN,
    (Role.RELATED, furniture.listed_link),
    (Role.CAPTION, lines.credit_below),
    (Role.BYLINE, lines.byline),
    (Role.BYLINE, lines.address),
    (Role.BYLINE, lines.date_line),
    (Role.BYLINE, lines.dateline),
    (Role.HEADING, lines.date_below),
    (Role.BYLINE, lines.label),
    (Role.BYLINE, lines.agency_line),
    (Role.CAPTION, lines.caption),
    (Role.HEADING, lines.headline),
    (Role.HEADING, lines.subheading),
)

_RULES_FOR: dict[Role | None, tuple[tuple[Role, Rule], ...]] = {
    None: RULES,
    Role.BODY: (*_PLAIN, (Role.BYLINE, lines.agency_line)),
    Role.HEADING: (
        (Role.NOTICE, furniture.whole_line),
        (Role.RELATED, furniture.related_heading),
        (Role.RELATED, furniture.link_under_heading),
        (Role.BYLINE, lines.named_byline),
        (Role.BYLINE, lines.date_above),
        (Role.BYLINE, lines.label_above),
    ),
}
"""Which rules look at a paragraph of which the file says this."""
