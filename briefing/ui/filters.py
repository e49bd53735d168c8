"""The kinds of file that the dialogs list, in groups that people know."""

from __future__ import annotations

from collections.abc import Iterable

from briefing import project

_GROUPS = {
    "Word and other documents": (".docx", ".docm", ".odt", ".rtf"),
    "PDF documents": (".pdf",),
    "Web pages": (".html", ".htm", ".mhtml", ".mht"),
    "E-mails": (".eml",),
    "Text files": (".txt", ".text", ".md"),
}
_ALL = "Word, PDF, web page, e-mail, text …"


def for_opening() -> list[str]:
    """Filters as ``QFileDialog`` wants them; every format that can be read is in one."""
    from briefing import readers  # late: the window comes first

    known = tuple(readers.READERS)
    grouped = {each for suffixes in _GROUPS.values() for each in suffixes}
    groups = {**_GROUPS, "Other formats": tuple(each for each in known if each not in grouped)}
    return [
        _filter(f"Articles and projects ({_ALL})", (*known, project.SUFFIX)),
        _filter(f"Articles ({_ALL})", known),
        *(
            _filter(f"{name} ({' '.join(suffixes)})", suffixes)
            for name, all in groups.items()
            if (suffixes := tuple(each for each in all if each in known))
        ),
        _filter("Projects", (project.SUFFIX,)),
        "All files (*)",
    ]


def _filter(name: str, suffixes: Iterable[str]) -> str:
    return f"{name} ({' '.join(f'*{each}' for each in suffixes)})"
