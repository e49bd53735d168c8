"""How well the analysis finds what others marked: ``python tests/benchmarks/facts.py FOLDER``.

FOLDER holds texts and ``annotations.jsonl``, a row a text. Each scorer looks for what it knows in
the rows and prints precision, recall and F1 (of sections Pk and WindowDiff) beside a floor; the
docstrings of the scorers tell the keys.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import dates_scoring
import names_scoring
import speech_scoring
import topics_scoring

_SCORERS: dict[str, Callable[[Path], None]] = {
    "entities": names_scoring.main,
    "dates": lambda folder: dates_scoring.main([str(folder)]),
    "quotes": lambda folder: speech_scoring.main(folder, errors=False),
    "segments": topics_scoring.main,
}
"""By the key of a row that holds what each one needs."""


def main(folder: Path) -> None:
    lines = (folder / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    keys = {key for line in lines if line.strip() for key in json.loads(line)}
    for key, score in _SCORERS.items():
        if key in keys:
            print(f"{key}:")
            score(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
