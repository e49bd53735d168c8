"""The project needs nothing beside it, and names no machine it was made on."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent

# Put together from pieces, so that this file does not find itself.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
    )
]
FORBIDDEN = {
    "a folder beside the project": r"\.\.[/\\]" + "shared",
    "a path of one machine": r"(?<![\w.~])/(?:" + "|".join(["work/", "root/", r"home/\w"]) + ")",
    "the host of a package registry": "|".join(re.escape(host) for host in HOSTS),
}
FONTS = {".ttf", ".otf", ".ttc", ".woff", ".woff2", ".pfb"}


def own_files() -> Iterator[Path]:
    """Every file of the project that its .gitignore does not leave out."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [".git", *(line.strip("/") for line in lines if line and not line.startswith("#"))]

    def kept(name: str) -> bool:
        return not any(fnmatch(name, pattern) for pattern in ignored)

    for folder, folders, names in os.walk(ROOT):
        folders[:] = filter(kept, folders)
        yield from (Path(folder, name) for name in names if kept(name))


def text_of(path: Path) -> str:
    """Empty for a picture or a document."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_names(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in own_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if re.search(FORBIDDEN[what], line)
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "open('../" + "shared/seed')",
        "cd /" + "work/main",
        'ROOT = "/' + 'home/ann/desk"',
        "--index-url https://" + HOSTS[0] + "/simple",
    ],
)
def test_such_a_line_would_be_found(line: str) -> None:
    assert any(re.search(pattern, line) for pattern in FORBIDDEN.values())


def test_no_font_is_copied_in() -> None:
    drawn_for_tests = ROOT / "tests" / "data" / "fonts"
    copied = [path for path in own_files() if path.parent != drawn_for_tests]
    assert [path for path in copied if path.suffix.lower() in FONTS] == []


installed = cache(packages_distributions)


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def needed() -> list[Requirement]:
    return [Requirement(line) for line in project()["dependencies"]]


def for_checks() -> list[Requirement]:
    extras = project()["optional-dependencies"].values()
    return [Requirement(line) for lines in extras for line in lines]


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.partition("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, _, version in rows}


@pytest.mark.parametrize("requirement", [*needed(), *for_checks()], ids=lambda each: each.name)
def test_a_dependency_has_bounds_and_a_tested_version_within_them(requirement: Requirement) -> None:
    operators = {each.operator for each in requirement.specifier}
    version = pins().get(canonicalize_name(requirement.name))

    assert "==" in operators or (">=" in operators and "<" in operators)
    assert version is not None, "constraints.txt does not name it"
    assert requirement.specifier.contains(version)


@cache
def words_of_the_program() -> frozenset[str]:
    sources = [*ROOT.glob("briefing/**/*.py"), *ROOT.glob("templates/**/*.toml")]
    return frozenset(word for path in sources for word in re.findall(r"\w+", text_of(path)))


_FOR_OTHERS = ("lxml-html-clean",)
"""Nothing of ours imports it, but a dependency does, and older pip does not bring it."""


@pytest.mark.parametrize("requirement", needed(), ids=lambda each: each.name)
def test_the_program_uses_each_of_its_dependencies(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    modules = {
        module
        for module, distributions in installed().items()
        if name in map(canonicalize_name, distributions)
    }
    used = modules & words_of_the_program()

    assert used or name in _FOR_OTHERS, f"nothing imports {sorted(modules) or name}"
