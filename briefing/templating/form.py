"""Reading ``template.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NoReturn, cast

from briefing import paths
from briefing.errors import TemplateProblem
from briefing.model.template import SOURCE_FIELDS, Field, FieldType, Template

FORM = "template.toml"
SOURCE = "template.xml.j2"
_TYPES = ("information", "issue", "decision")
_KEYS = {"name": str, "description": str, "type": str, "field": list}
_FIELD_KEYS = {
    "id": str,
    "label": str,
    "type": str,
    "required": bool,
    "help": str,
    "default": str,
    "choices": list,
}
_ID = re.compile(r"[a-z][a-z0-9_]*")
_AT_LINE = re.compile(r"line (\d+)")


@lru_cache(maxsize=1)
def markings() -> tuple[str, tuple[str, ...]]:
    """The default marking, and all that the form suggests, the default first."""
    data = tomllib.loads((paths.ASSETS / "markings.toml").read_text("utf-8"))
    default = str(data["default"])
    systems = cast("list[dict[str, list[str]]]", data["system"])
    return default, (default, *(mark for system in systems for mark in system["marks"]))


def read_template(id: str, folder: Path) -> Template:
    """Raises TemplateProblem."""
    if not (folder / SOURCE).is_file():
        raise TemplateProblem(id, SOURCE, None, "the file is missing")
    data = _parsed(id, folder)
    _check(id, data, _KEYS, "the template")
    name = data.get("name")
    if not name:
        _fail(id, "“name” is missing")
    type_ = str(data.get("type", _TYPES[0]))
    if type_ not in _TYPES:
        _fail(id, f"type “{type_}” is not one of {', '.join(_TYPES)}")
    raw = cast("list[object]", data.get("field", []))
    fields = tuple(_field(id, each, number) for number, each in enumerate(raw, start=1))
    ids = [each.id for each in fields]
    for each in ids:
        if ids.count(each) > 1:
            _fail(id, f"there are two fields “{each}”")
    return Template(id, str(name), str(data.get("description", "")), fields, folder, SOURCE, type_)


def _parsed(id: str, folder: Path) -> dict[str, object]:
    try:
        return tomllib.loads((folder / FORM).read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        raise TemplateProblem(id, FORM, int(at[1]) if at else None, str(error)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TemplateProblem(id, FORM, None, reason) from error


def _field(template: str, raw: object, number: int) -> Field:
    where = f"field {number}"
    if not isinstance(raw, dict):
        _fail(template, f"{where} is not a [[field]] table")
    data = cast("dict[str, object]", raw)
    _check(template, data, _FIELD_KEYS, where)
    id, label = str(data.get("id", "")), str(data.get("label", ""))
    if not _ID.fullmatch(id):
        _fail(template, f"{where}: id “{id}” is not lower-case letters, digits and _")
    if hasattr(dict, id):
        # ``fields.copy`` in a template would be the dictionary's method
        _fail(template, f"{where}: id “{id}” has a meaning in templates; choose another")
    if id in {each.id for each in SOURCE_FIELDS}:
        _fail(template, f"{where}: id “{id}” is what the source card is asked for; choose another")
    if not label:
        _fail(template, f"{where}: “label” is missing")
    type_ = str(data.get("type", FieldType.LINE))
    if type_ not in list(FieldType):
        _fail(template, f"{where}: type “{type_}” is not one of {', '.join(FieldType)}")
    choices = cast("list[object]", data.get("choices", []))
    if not all(isinstance(each, str) for each in choices):
        _fail(template, f"{where}: “choices” is not a list of texts")
    if type_ == FieldType.CHOICE and not choices:
        _fail(template, f"{where}: a choice needs “choices”")
    if type_ == FieldType.MARKING and not choices:
        choices = list[object](markings()[1])
    return Field(
        id,
        label,
        FieldType(type_),
        bool(data.get("required", False)),
        str(data.get("help", "")),
        str(data.get("default", "")),
        tuple(str(each) for each in choices),
    )


def _check(template: str, data: dict[str, object], known: dict[str, type], where: str) -> None:
    for key, value in data.items():
        if key not in known:
            _fail(template, f"{where} has “{key}”; it can have {', '.join(known)}")
        if not isinstance(value, known[key]):
            _fail(template, f"{where}: “{key}” is not of the kind {known[key].__name__}")


def _fail(template: str, reason: str) -> NoReturn:
    raise TemplateProblem(template, FORM, None, reason)
