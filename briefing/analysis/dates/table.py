"""The rules: patterns over classes of words, and what each makes of its words.

A pattern has one character a word, of the classes of ``vocabulary``: so it stays short, is quickly
compiled and cannot run away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefing.analysis.dates import clocks, contexts, lasting, making
from briefing.analysis.dates.forms import Form
from briefing.analysis.dates.made import Made
from briefing.analysis.dates.tokens import Token
from briefing.model.facts import DateKind


class Rule(NamedTuple):
    name: str
    """For the cue."""
    starts: str
    """The classes that a first word can have."""
    pattern: str
    kind: DateKind
    make: Callable[[Made], Form | None]
    """None where the words mean no time after all."""
    fits: Callable[[Sequence[Token], int, int], bool] = contexts.not_an_age
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
        rf"[Ii](?:,?{_BEHIND_A_DAY})?",
        _P,
        clocks.figures,
        contexts.a_date_in_figures,
    ),
    Rule("recurring time", "y", r"yx?[ODN]?[UuPSKWMmb]P?", _S, lasting.every),
    Rule("recurring time", "kxDNv", r"(?:k|x?[DN]s|vs)[apy][UK]|[DN]ua[Uu]", _S, lasting.rate),
    Rule("recurring time", "kd", r"k?d", _S, lasting.adverb),
    Rule("recurring time", "V", r"V", _S, lasting.plural_day),
    Rule(
        "time and day",
        "CDNYn",
        rf"{_CLOCK},?(?:zP?|E?WP?(?!,?[MmbDO])|{_DATE})",
        _P,
        clocks.clock_and_day,
    ),
    Rule(
        "days of a month",
        "DMmb",
        rf"D[-~2]Do?{_MONTH}(?:,?Y)?|{_MONTH}D[-~]D(?:,?Y)?",
        _P,
        making.days,
    ),
    Rule(
        "date",
        "tPEWwDOMmb",
        rf"(?:tPo|E-?)?{_DATE}(?:,?{_BEHIND_A_DAY})?",
        _P,
        clocks.date_and_clock,
        contexts.a_date,
    ),
    Rule("day and time", "Wz", rf"(?:WP?|z){_BEHIND_A_DAY}", _P, clocks.day_and_clock),
    Rule("day of a month", "lfh", rf"[lfh]{_MONTH}t?[DO]", _P, making.date, contexts.a_date),
    Rule("time of day", "*aQDN", r"(?:\*|a?Q)[l2][DN]|[DN]5tP", _P, clocks.spoken_clock),
    Rule("time of day", "CDNYn", _CLOCK, _P, clocks.clock, contexts.a_time),
    Rule(
        "fiscal year",
        "tYjlfh",
        r"t?(?:Y(?:-[YDN])?jU|jU?Y(?:-[YDN])?|[lfh]?jU)",
        _P,
        making.fiscal,
        contexts.a_fiscal_year,
    ),
    Rule("part of a year", "t", rf"t[Olf](?:[DN]|a?v)uo{_YEAR}", _D, lasting.first_months),
    Rule("quarter", "tlfhTO", rf"t?[lfhT]?O-?Q(?:,?o?{_YEAR})?", _P, making.quarter),
    Rule("quarter", "t", r"t[lfhT]Q", _P, making.near),
    Rule("part of a time", "thlfXO*", rf"t?[hlf]?(?:X|O?\*)o{_WHOLE}", _P, making.edge),
    Rule("day before or after", "t", r"tU[BR]z", _P, making.day_but_one),
    Rule("century", "tEO", r"t?(?:E-?)?O-?Uc?", _P, making.century),
    Rule("decade", "tEG", r"t?(?:E-?)?G", _P, making.decade, contexts.a_decade),
    Rule("month of a year", "tEMmb", rf"(?:t?E-?)?{_MONTH},?o?[lfh]U", _P, making.month_of),
    Rule("month of a year", "tEMmb", rf"(?:t?E-?)?t?{_MONTH}[,o]?Y", _P, making.month),
    Rule("years", "Y", r"Y[-~][YDN]", _P, making.years, contexts.a_year),
    Rule("before the Christian era", "DYN", r"[DYN]c", _P, making.era),
    Rule("ago", "xavDYN*Uu", rf"(?:{_MANY}o?|x?a|x)?[Uu]8?(?:gz?|H)|U-g", _P, making.ago),
    Rule(
        "earlier or later",
        "xavDYN*",
        rf"(?:x?(?:{_NUMBER}|a)|a?v)[Uu]8?[erBR]",
        _P,
        making.later,
        contexts.anaphoric,
    ),
    Rule("earlier or later", "t", r"t[UP][BR]", _P, making.day_after, contexts.anaphoric),
    Rule(
        "span of time",
        "thlf16",
        rf"t?(?:h?[lf]|h|1|6){_MANY}-?[Uu]",
        _D,
        lasting.span,
        contexts.a_span,
    ),
    Rule("span of time", "thlf1", r"t?(?:h?[lf]|1)u", _D, lasting.span),
    Rule("span of time", "6", r"6[th]?U", _D, lasting.whole, contexts.whole),
    Rule("near the day of publication", "Eerhlf", r"[Eer]?(?:h?[lf]|h)[UPKSFQ]P?", _P, making.near),
    Rule("near the day of publication", "Eert", r"[Eer]?t[lfT][UPKSF]", _P, making.near_the),
    Rule("day or month mentioned", "T", r"T[UPKS]", _P, making.that, contexts.anaphoric_that),
    Rule(
        "weekday",
        "EerthlfWP",
        r"[Eer]?(?:t?h?[lf]|h)?WP?(?:,?o?[lfh]U)?|Po?W",
        _P,
        making.weekday,
        contexts.a_weekday,
    ),
    Rule("day near that of publication", "Eerz", r"[Eer]?zP?", _P, making.today, contexts.adverb),
    Rule(
        "month",
        "EerthlfMmb",
        rf"(?:t?E-?|[Eer]|t(?=[hlf]))?(?:h?[lf]|h)?{_MONTH}",
        _P,
        making.month,
        contexts.a_month,
    ),
    Rule("named day", "thlfL", r"t?(?:h?[lf]|h)?L(?:,?Y)?", _P, making.named),
    Rule("season", "tESF", r"(?:t?E-?)?t?(?:[SF]o?Y|[SF]o[lfh]U)", _P, making.season),
    Rule("season", "tESF", r"(?:t?E-?)?t?[SF]", _P, making.season, contexts.a_season),
    Rule("weekend", "t", r"tK", _P, making.near_the, contexts.adverb),
    Rule("part of a day", "t", r"tP", _P, making.part, contexts.in_the),
    Rule("year", "tU", r"t?U['-]?X", _P, making.year_end),
    Rule("near the day of publication", "t", r"tU", _P, making.near_the, contexts.in_the),
    Rule("year", "tE", r"t?E-?Y", _P, making.year),
    Rule("year", "Y", r"Y", _P, making.year, contexts.a_year),
    Rule(
        "duration",
        "xavDYN*",
        rf"{_MANY}o?-?[Uu](?:-7)?8?",
        _D,
        lasting.duration,
        contexts.a_duration,
    ),
    Rule("duration", "xa", r"x?aU8?", _D, lasting.duration, contexts.lasting),
    Rule("duration", "uU", r"u(?:-7)?|U-7", _D, lasting.duration, contexts.bare_units),
    Rule("time of speaking", "!", r"!", _P, making.reference, contexts.adverb),
    Rule("time of speaking", "t", r"t[lf]", _P, making.reference, contexts.the_past),
)
"""In the order they are tried."""
