"""XML of files that nobody vouches for, to lxml's trees: nothing is expanded, nothing fetched.

lxml has no types, so an element is ``Any``, and the walks over its trees keep to functions that
say what they give. libxml2 itself ends a tree that is deeper than 256, or has a text of more than
10 MB. Nothing walks a tree by calling itself.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from briefing.errors import Damaged, EntitiesRefused, TooDeep

Element = Any
"""Of lxml's trees."""

_ENTITY_ERRORS = frozenset(
    {"ERR_ENTITY_LOOP", "ERR_ENTITY_PROCESSING", "ERR_ENTITY_BOUNDARY", "ERR_UNDECLARED_ENTITY"}
)


def library() -> Any:
    """lxml.etree, imported when it is first used."""
    return import_module("lxml.etree")


def walk(root: Element, begin: Callable[[Element], bool], end: Callable[[Element], None]) -> None:
    """Meet each element below ``root`` as it begins and as it ends, in the order of the file.

    Where ``begin`` gives True, what is in the element is left out. It is faster than lxml's own
    walk where much is left out.
    """
    open: list[Element] = []
    levels = [iter(root)]
    while levels:
        for element in levels[-1]:
            if not begin(element) and len(element):
                open.append(element)
                levels.append(iter(element))
                break
            end(element)
        else:
            levels.pop()
            if open:
                end(open.pop())


def parse_html(text: str, name: str, format: str) -> Element | None:
    """The root element of a piece of HTML; None where there is no element. Raises TooDeep."""
    etree = library()
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any("depth" in str(each.message) for each in parser.error_log):
        raise TooDeep(name, format)
    return root


def parse(data: bytes, name: str, format: str, part: str = "") -> Element:
    """The root element. ``part`` is where the XML lies in the file.

    Raises Damaged, with the line, EntitiesRefused and TooDeep.
    """
    etree = library()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _told(parser.error_log, error.lineno or 1, data, name, format, part) from None
    except (ValueError, LookupError) as error:  # an encoding that there is not
        raise Damaged(name, format, f"its XML cannot be read ({error})") from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise EntitiesRefused(name, format)
    return root


def _told(
    log: Any, line: int, data: bytes, name: str, format: str, part: str
) -> Damaged | EntitiesRefused | TooDeep:
    """``log`` is that of the parser; an error's own has those of other parsers too."""
    kinds = {str(each.type_name) for each in log}
    if "ERR_NO_MEMORY" in kinds:
        raise MemoryError
    if kinds & _ENTITY_ERRORS or b"<!ENTITY" in data[:100_000]:
        return EntitiesRefused(name, format)
    if any("depth" in str(each.message) for each in log):
        return TooDeep(name, format)
    what = f"its part {part}" if part else "its XML"
    return Damaged(name, format, f"{what} breaks off or is wrong at line {line}")
