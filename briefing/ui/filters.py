"""The kinds of file that the dialogs list, in groups that people know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from briefing import project

_GROUPS = {
    "Word and other documents": (".docx", ".docm", ".odt", ".rtf"),
    "PDF documents": (".pdf",),
    "Web pages": (".html", ".htm", ".mhtml", ".mht"),
    "E-mails": (".eml",),
    "Text files": (".txt", ".text", ".md"),
}
_QUOTED = re.compile('"([^"]+)"')
"""How several names are typed."""
_ALL = "Word, PDF, web page, e-mail, text …"


def for_opening() -> list[str]:
    """Filters as ``QFileDialog`` wants them; every format that can be read is in one."""
    from briefing import readers  # late: the window comes first

    known = tuple(readers.READERS)
    grouped = {each for suffixes in _GROUPS.values() for each in suffixes}
    groups = {**_GROUPS, "Other formats": tuple(each for each in known if each not in grouped)}
    return [
        _filter(f"All files that can be opened ({_ALL})", (*known, project.SUFFIX)),
        "All files (*)",
        *(
            _filter(f"{name} ({' '.join(suffixes)})", suffixes)
            for name, all in groups.items()
            if (suffixes := tuple(each for each in all if each in known))
        ),
        _filter("Projects", (project.SUFFIX,)),
    ]


def all_named(dialog: QFileDialog, selected: Sequence[str]) -> list[Path]:
    """What was selected, and what was typed besides: of several names, Qt's own dialog drops
    without a word those that its filter hides."""
    names = [Path(each) for each in selected]
    line = dialog.findChild(QLineEdit, "fileNameEdit")  # the desktop's dialogs have none
    typed = _QUOTED.findall(line.text()) if line is not None else []
    folder = Path(dialog.directory().absolutePath())
    return [*names, *(each for name in typed if (each := folder / name) not in names)]


def _filter(name: str, suffixes: Iterable[str]) -> str:
    return f"{name} ({' '.join(f'*{each}' for each in suffixes)})"
