"""The rules: patterns over classes of words, and what each makes of its words.

A pattern has one character a word, of the classes of ``vocabulary``: so it stays short, is quickly
compiled and cannot run away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefing.analysis.dates import (
    clocks,
    contexts,
    lasting,
    lengths,
    making,
    mentions,
    nearby,
    relating,
)
from briefing.analysis.dates.forms import Form
from briefing.analysis.dates.made import Made
from briefing.analysis.dates.tokens import Token
from briefing.model.facts import DateKind


class Rule(NamedTuple):
    name: str
    """For the cue."""
    starts: str
    """The classes that a first word can have."""
    needs: str
    """A sentence without a word of any of these classes cannot have it."""
    pattern: str
    kind: DateKind
    make: Callable[[Made], Form | None]
    """None where the words mean no time after all."""
    fits: Callable[[Sequence[Token], int, int], bool] = nearby.not_an_age
    """Whether the words around let ``tokens[i:j]`` be one."""


_MONTH = r"(?:[Mm]|b\.?)"
_DATE = rf"(?:(?:W|w\.?),?)?(?:t?[DO]o?{_MONTH}|{_MONTH}t?[DO])(?:,?Y)?"
_CLOCK = r"(?:[CDN]AZ?|[YND]Z|C(?:JZ?|Z)?|[DN]J|nZ?)"
_BEHIND_A_DAY = r"(?:C(?:AZ?|Z)?|[DN]AZ?)"
_NUMBER = r"a?(?:\*a?|[DYN](?:-?[DN]){0,3}(?:-?\+)?8?)"
_SPREAD = r"[DN](?:-|~|2|\|)[DN]"
_MANY = rf"x?(?:a?v|{_SPREAD}|{_NUMBER})=?"
_P, _D, _S = DateKind.POINT, DateKind.DURATION, DateKind.SET
_YEAR = r"(?:Y|t?[lfhT]U|tU|t?[lfh]?jU|jU?Y)"
_WHOLE = (
    rf"(?:{_YEAR}|{_MONTH}(?:,?Y|o?[lfh]U)?|[lfh]{_MONTH}|tG|tO-?U|[lfht]K|WP?"
    r"|t?[lfh]S|t?S(?:o?Y)?)"
)
"""What has a beginning, a middle and an end."""

RULES = (
    Rule(
        "date in figures",
        "Ii",
        "Ii",
        rf"[Ii](?:,?{_BEHIND_A_DAY})?",
        _P,
        clocks.figures,
        contexts.a_date_in_figures,
    ),
    Rule("recurring time", "y", "y", r"yx?[ODN]?[UuPSKWMmb]P?", _S, lasting.every),
    Rule(
        "recurring time",
        "kxDNv",
        "ksu",
        r"(?:k|x?[DN]s|vs)[apy][UK]|[DN]ua[Uu]",
        _S,
        lasting.rate,
    ),
    Rule("recurring time", "kd", "d", r"k?d", _S, lasting.adverb),
    Rule("recurring time", "V", "V", r"V", _S, lasting.plural_day),
    Rule(
        "time and day",
        "CDNYn",
        "CAZJn",
        rf"{_CLOCK},?(?:zP?|E?WP?(?!,?[MmbDO])|{_DATE})",
        _P,
        clocks.clock_and_day,
    ),
    Rule(
        "days of a month",
        "DMmb",
        "Mmb",
        rf"D[-~2&]Do?{_MONTH}(?:,?Y)?|{_MONTH}D[-~2&]D(?:,?Y)?",
        _P,
        making.days,
        contexts.two_days,
    ),
    Rule(
        "day of a year",
        "tDOMmb",
        "Mmb",
        rf"{_DATE},?o?[lfh]U",
        _P,
        making.date_of_year,
        contexts.a_date,
    ),
    Rule(
        "date",
        "tPEWwDOMmb",
        "Mmb",
        rf"(?:tPo|E-?)?{_DATE}(?:,?{_BEHIND_A_DAY})?",
        _P,
        clocks.date_and_clock,
        contexts.a_date,
    ),
    Rule("day and time", "Wz", "CA", rf"(?:WP?|z){_BEHIND_A_DAY}", _P, clocks.day_and_clock),
    Rule("day of a month", "lfh", "Mmb", rf"[lfh]{_MONTH}t?[DO]", _P, making.date, contexts.a_date),
    Rule("time of day", "*aQDN", "*Q5", r"(?:\*|a?Q)[l2][DN]|[DN]5tP", _P, clocks.spoken_clock),
    Rule("time of day", "CDNYn", "CAZJn", _CLOCK, _P, clocks.clock, contexts.a_time),
    Rule(
        "fiscal year",
        "tYjlfh",
        "j",
        r"t?(?:Y(?:-[YDN])?jU|jU?Y(?:-[YDN])?|[lfh]?jU)",
        _P,
        making.fiscal,
        contexts.a_fiscal_year,
    ),
    Rule("part of a year", "t", "u", rf"t[Olf](?:[DN]|a?v)uo{_YEAR}", _D, lasting.first_months),
    Rule("quarter", "tlfhTO", "Q", rf"t?[lfhT]?O-?Q(?:,?o?{_YEAR})?", _P, making.quarter),
    Rule("quarter", "t", "Q", r"t[lfhT]Q", _P, relating.near),
    Rule("part of a time", "thlfXO*", "X*", rf"t?[hlf]?(?:X|O?\*)o{_WHOLE}", _P, making.edge),
    Rule(
        "day or week of a month",
        "t",
        "MmbY",
        rf"t[Olf]Uo(?:{_MONTH}(?:,?Y)?|Y)",
        _P,
        making.day_of_month,
    ),
    Rule("day before or after", "t", "z", r"tU[BR]z", _P, relating.day_but_one),
    Rule(
        "centuries",
        "tEO",
        "O",
        r"t?(?:E-?)?O[-~]?[&2~-]t?(?:E-?)?O-?[Uu]c?",
        _P,
        making.centuries,
    ),
    Rule("century", "tEO", "O", r"t?(?:E-?)?O-?Uc?", _P, making.century),
    Rule("decade", "tEG", "G", r"t?(?:E-?)?G", _P, making.decade, contexts.a_decade),
    Rule("month of a year", "tEMmb", "U", rf"(?:t?E-?)?{_MONTH},?o?[lfh]U", _P, making.month_of),
    Rule("month of a year", "tEMmb", "Y", rf"(?:t?E-?)?t?{_MONTH}[,o]?Y", _P, making.month),
    Rule("years", "Y", "-~", r"Y[-~][YDN]", _P, making.years, contexts.a_year),
    Rule("before the Christian era", "DYN", "c", r"[DYN]c", _P, making.era),
    Rule("ago", "xavDYN*Uu", "gH", rf"(?:{_MANY}o?|x?a|x)?[Uu]8?(?:gz?|H)|U-g", _P, relating.ago),
    Rule(
        "earlier or later",
        "xavDYN*",
        "erBR",
        rf"(?:x?(?:{_NUMBER}|a)|a?v)[Uu]8?[erBR]",
        _P,
        relating.later,
        mentions.anaphoric,
    ),
    Rule("earlier or later", "t", "BR", r"t[UP][BR]", _P, relating.day_after, mentions.anaphoric),
    Rule(
        "span of time",
        "thlf16",
        "Uu",
        rf"t?(?:h?[lf]|h|1|6){_MANY}-?[Uu]",
        _D,
        lasting.span,
        lengths.a_span,
    ),
    Rule("span of time", "thlf1", "u", r"t?(?:h?[lf]|1)u", _D, lasting.span),
    Rule("span of time", "6", "U", r"6[th]?U", _D, lasting.whole, lengths.whole),
    Rule(
        "near the day of publication",
        "Eerhlf",
        "UPKSFQ",
        r"[Eer]?(?:h?[lf]|h)[UPKSFQ]P?",
        _P,
        relating.near,
    ),
    Rule(
        "near the day of publication",
        "Eert",
        "UPKSF",
        r"[Eer]?t[lfT][UPKSF]",
        _P,
        relating.near_the,
    ),
    Rule(
        "day or month mentioned",
        "T",
        "UPKS",
        r"T[UPKS]",
        _P,
        relating.that,
        mentions.anaphoric_that,
    ),
    Rule(
        "weekday",
        "EerthlfWP",
        "W",
        r"[Eer]?(?:t?h?[lf]|h)?WP?(?:,?o?[lfh]U)?|Po?W",
        _P,
        relating.weekday,
        contexts.a_weekday,
    ),
    Rule(
        "day near that of publication",
        "Eerz",
        "z",
        r"[Eer]?zP?",
        _P,
        relating.today,
        mentions.adverb,
    ),
    Rule(
        "month",
        "EerthlfMmb",
        "Mmb",
        rf"(?:t?E-?|[Eer]|t(?=[hlf]))?(?:h?[lf]|h)?{_MONTH}",
        _P,
        making.month,
        contexts.a_month,
    ),
    Rule("named day", "thlfL", "L", r"t?(?:h?[lf]|h)?L(?:,?Y)?", _P, making.named),
    Rule("season", "tESF", "SF", r"(?:t?E-?)?t?(?:[SF]o?Y|[SF]o[lfh]U)", _P, making.season),
    Rule("season", "tESF", "SF", r"(?:t?E-?)?t?[SF]", _P, making.season, contexts.a_season),
    Rule("weekend", "t", "K", r"tK", _P, relating.near_the, mentions.adverb),
    Rule("night", "9", "9", r"9", _P, relating.overnight, mentions.overnight),
    Rule("part of a day", "t", "P", r"tP", _P, relating.part, mentions.in_the),
    Rule("year", "tU", "X", r"t?U['-]?X", _P, relating.year_end),
    Rule("near the day of publication", "t", "U", r"tU", _P, relating.near_the, mentions.in_the),
    Rule("year", "tE", "E", r"t?E-?Y", _P, making.year),
    Rule("year", "Y", "Y", r"Y", _P, making.year, contexts.a_year),
    Rule(
        "duration",
        "xavDYN*",
        "Uu",
        rf"{_MANY}o?-?[Uu](?:-7)?8?",
        _D,
        lasting.duration,
        lengths.a_duration,
    ),
    Rule("duration", "xa", "U", r"x?aU8?", _D, lasting.duration, lengths.lasting),
    Rule("duration", "uU", "uU", r"u(?:-7)?|U-7", _D, lasting.duration, lengths.bare_units),
    Rule("time of speaking", "!", "!", r"!", _P, relating.reference, mentions.adverb),
    Rule("time of speaking", "t", "lf", r"t[lf]", _P, relating.reference, mentions.the_past),
)
"""In the order they are tried."""
