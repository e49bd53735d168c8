"""What other programs leave wrong in a style sheet, and Word takes for damage or reads its own way.

Of styles with one id, the first counts; a style is not based on itself; one is the default.
"""

from __future__ import annotations

from briefing.writers.house.xml import Element, child, drop, elements, q, value

_NORMAL = "normal"


def mend(root: Element) -> None:
    styles: dict[str, Element] = {}
    for each in [each for each in elements(root) if each.tag == q("w:style")]:
        if styles.setdefault(each.get(q("w:styleId"), ""), each) is not each:
            drop(each)
    for each in styles.values():
        _open_ring(each, styles)
    _set_default(list(styles.values()))


def _open_ring(style: Element, styles: dict[str, Element]) -> None:
    """By taking out the step that leads back."""
    passed: set[str] = set()
    at: Element | None = style
    while at is not None:
        passed.add(at.get(q("w:styleId"), ""))
        base = value(at, "w:basedOn")
        if base in passed:
            drop(child(at, "w:basedOn"))
            return
        at = None if base is None else styles.get(base)


def _set_default(styles: list[Element]) -> None:
    """The first that says so, else “Normal”, which is what Word takes."""
    paragraphs = [each for each in styles if each.get(q("w:type"), "paragraph") == "paragraph"]
    said = [each for each in paragraphs if is_default(each)]
    normal = [each for each in paragraphs if (value(each, "w:name") or "").lower() == _NORMAL]
    for each in said[1:]:
        del each.attrib[q("w:default")]
    for each in normal[:1]:
        if not said:
            each.set(q("w:default"), "1")


def is_default(style: Element) -> bool:
    return style.get(q("w:default"), "0") in {"1", "true", "on"}
