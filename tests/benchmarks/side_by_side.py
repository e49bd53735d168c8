"""Benchmarks: run by hand, ``pytest tests/benchmarks``; each compares two ways in one run."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable


def ratio(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """Median seconds of ours and theirs, taken in turns, and how many times theirs ours is."""
    ours()
    theirs()
    times: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    for _ in range(rounds):
        for run, taken in zip((ours, theirs), times, strict=True):
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
    ours_median, theirs_median = (statistics.median(each) for each in times)
    return ours_median, theirs_median, ours_median / theirs_median
