"""Receipts: what a document was made from, so that a second officer can verify it.

A receipt is a small file beside a document. It has the digests of the document, of its sources,
and of what made it; no clock, and no name of a machine or person.
"""

from __future__ import annotations

from briefing.receipts.receipt import SUFFIX, Receipt, beside, pack, receipt, unpack
from briefing.receipts.verifying import Line, Verdict, Verified, verify

__all__ = [
    "SUFFIX",
    "Line",
    "Receipt",
    "Verdict",
    "Verified",
    "beside",
    "pack",
    "receipt",
    "unpack",
    "verify",
]
