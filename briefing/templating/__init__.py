"""Templates: which there are, and Jinja's strict, sandboxed rendering of one.

A template is a folder with ``template.toml`` (name and form) and ``template.xml.j2``
(markup, see ``markup.py``). A template in the person's own folder takes the place of the
one with the same id that came with the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import paths
from briefing.errors import NoSuchTemplate, TemplateProblem
from briefing.model.template import Field, FieldType, Template
from briefing.templating.form import FORM, SOURCE, markings, read_template

if TYPE_CHECKING:
    from briefing.templating.sandbox import Sandbox

__all__ = [
    "Field",
    "FieldType",
    "Rendered",
    "Template",
    "available",
    "load",
    "markings",
    "render",
]


def available() -> tuple[Template | TemplateProblem, ...]:
    """Every template in the order of its id; a broken one stands as what is wrong with it."""
    found: list[Template | TemplateProblem] = []
    for id, folder in sorted(_folders().items()):
        try:
            found.append(read_template(id, folder))
        except TemplateProblem as problem:
            found.append(problem)
    return tuple(found)


def load(id: str) -> Template:
    """Raises NoSuchTemplate or TemplateProblem."""
    folders = _folders()
    if id not in folders:
        raise NoSuchTemplate(id, tuple(sorted(folders)))
    return read_template(id, folders[id])


@dataclass(frozen=True, slots=True)
class Rendered:
    markup: str
    template_lines: tuple[int | None, ...]
    """Line of the template that wrote each line of the markup."""

    def template_line(self, line: int) -> int | None:
        """Line of the template behind a line of the markup (both from 1); None for no line."""
        return self.template_lines[line - 1] if 1 <= line <= len(self.template_lines) else None


def render(template: Template, context: Mapping[str, object]) -> Rendered:
    """Markup for the context. Raises TemplateProblem, whatever the template does."""
    return Rendered(*_sandbox(template.id, template.folder).render(template.source, context))


@lru_cache(maxsize=8)
def _sandbox(id: str, folder: Path) -> Sandbox:
    """Kept, since Jinja takes longer to compile a template than to render it; it looks by itself
    whether the file has changed."""
    from briefing.templating.sandbox import Sandbox  # late: it imports Jinja

    return Sandbox(id, folder)


def _folders() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for root in (paths.TEMPLATES, paths.user_data() / "templates"):
        try:
            folders = [each for each in root.iterdir() if each.is_dir()]
        except OSError:
            continue  # the person has none of their own
        found |= {
            each.name: each
            for each in folders
            if (each / FORM).exists() or (each / SOURCE).exists()
        }
    return found
