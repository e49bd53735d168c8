"""Jinja, strict and shut in: no other files, no Python, every text escaped.

To tell which line of a template wrote a line of markup, each line of the template's own
text carries a marker made of control characters. XML allows none of these, and they are
taken out of the context first, so nothing else can look like a marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, cast

import jinja2
from jinja2 import lexer
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.errors import TemplateProblem
from briefing.model.dates import parse_day, spelled

_MARKER = re.compile("\x01([0-9]+)\x02")
_LEADING_MARKERS = re.compile("(?:\x01([0-9]+)\x02)*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML document may hold."""


class Sandbox:
    """Jinja for one folder."""

    def __init__(self, template: str, folder: Path) -> None:
        self._template = template
        self._folder = folder
        self._jinja = ImmutableSandboxedEnvironment(
            loader=jinja2.FileSystemLoader(folder, encoding="utf-8-sig"),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            finalize=_finalize,
            extensions=[_LineMarkers],
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        del self._jinja.filters["safe"]  # nothing may switch escaping off
        cast("dict[str, object]", self._jinja.filters).update(
            {"paragraphs": _paragraphs, "date": _date}
        )

    def render(
        self, file: str, context: Mapping[str, object]
    ) -> tuple[str, tuple[int | None, ...]]:
        """The markup, and for each of its lines the line of ``file`` that wrote it.

        Raises TemplateProblem.
        """
        clean = cast("dict[str, object]", _clean(dict(context)))
        try:
            return _unmark(self._jinja.get_template(file).render(clean))
        except jinja2.TemplateSyntaxError as error:
            raise self._problem(error.name or file, error.lineno, error) from error
        except jinja2.TemplateNotFound as error:
            reason = f"there is no file “{error.name}” in the template's folder"
            where, line = self._innermost(error.__traceback__, file)
            raise TemplateProblem(self._template, where, line, reason) from error
        except Exception as error:  # a template is a program: it can fail in any way
            where, line = self._innermost(error.__traceback__, file)
            raise self._problem(where, line, error) from error

    def _innermost(self, trace: TracebackType | None, file: str) -> tuple[str, int | None]:
        """File and line of the template where an error arose."""
        found: tuple[str, int | None] = (file, None)
        while trace is not None:
            path = Path(trace.tb_frame.f_code.co_filename)
            if path.parent == self._folder:
                found = path.name, trace.tb_lineno
            trace = trace.tb_next
        return found

    def _problem(self, file: str, line: int | None, error: Exception) -> TemplateProblem:
        reason = getattr(error, "message", None) or str(error) or type(error).__name__
        return TemplateProblem(self._template, file, line, " ".join(reason.split()))


class _LineMarkers(Extension):
    """Marks each line of the template's own text, and refuses to switch escaping off."""

    def filter_stream(self, stream: lexer.TokenStream) -> Iterator[lexer.Token]:  # type: ignore[override]
        before = ""
        for token in stream:
            if token.type == "data":
                lines = token.value.split("\n")
                marked = (f"\x01{token.lineno + n}\x02{line}" for n, line in enumerate(lines))
                yield lexer.Token(token.lineno, "data", "\n".join(marked))
            elif before == "block_begin" and token.value == "autoescape":
                raise jinja2.TemplateSyntaxError(
                    "“autoescape” is not for templates: all text is escaped",
                    token.lineno,
                    stream.name,
                    stream.filename,
                )
            else:
                yield token
            before = token.type


def _unmark(text: str) -> tuple[str, tuple[int | None, ...]]:
    """The text without markers, and the template's line for each of its lines.

    Two markers side by side are the end of one piece of the template and the start of the
    next, which is what wrote the line. A line that starts without one goes on from before.
    """
    lines: list[str] = []
    origins: list[int | None] = []
    last: int | None = None
    for line in text.split("\n"):
        leading = cast("re.Match[str]", _LEADING_MARKERS.match(line))
        origins.append(int(leading[1]) if leading[1] else last)
        numbers = _MARKER.findall(line)
        last = int(numbers[-1]) if numbers else last
        lines.append(_MARKER.sub("", line))
    return "\n".join(lines), tuple(origins)


def _clean(value: object) -> object:
    """The value, with what XML cannot hold left out of every text in it."""
    if isinstance(value, str):
        return _ILLEGAL.sub("", value) if _ILLEGAL.search(value) else value
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {key: _clean(each) for key, each in items}
    if isinstance(value, tuple | list):
        return tuple(_clean(each) for each in cast("tuple[object, ...]", value))
    if is_dataclass(value) and not isinstance(value, type):
        changes = {each.name: _clean(getattr(value, each.name)) for each in fields(value)}
        return replace(cast("Any", value), **changes)
    return value


def _finalize(value: object) -> object:
    if value is None:
        raise jinja2.TemplateRuntimeError("a value that is not there (None) would be printed")
    return value


def _paragraphs(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _date(value: date | str) -> str:
    """Day, month in letters, year; text that is no day stays as it was written."""
    day = parse_day(value) if isinstance(value, str) else value
    return str(value) if day is None else spelled(day)
