"""Elements of a PDF's structure, and how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Content = tuple[int, int]
"""Index of a page, and number of marked content there."""


class Annotated(NamedTuple):
    """An annotation that belongs to an element."""

    page: int
    """Its index."""
    object: int
    """Number of the annotation's object."""


class Element:
    __slots__ = ("extra", "kids", "kind", "number", "parent")

    def __init__(self, kind: str, parent: Element | None = None, extra: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.extra = extra
        """Further entries of its dictionary, in PDF's notation."""
        self.kids: list[Element | Content] = []
        """What is in it, in the order of reading."""
        self.number = 0
        """Of its object, once it is written."""
        if parent is not None:
            parent.kids.append(self)


def written(
    root: Element, reserve: Callable[[], int], pages: Sequence[int], parent: int
) -> Iterator[tuple[int, str]]:
    """Number and dictionary of the object of each element that holds something, or is a cell.

    ``pages`` are the numbers of the pages' objects, ``parent`` that of the tree's root.
    """
    shown: list[Element] = []
    _number(root, reserve, shown)
    for element in shown:
        above = element.parent.number if element.parent else parent
        kids, page = _kids(element.kids, pages)
        yield (
            element.number,
            f"<</S/{element.kind}/P {above} 0 R{page}{element.extra}/K[{' '.join(kids)}]>>",
        )


def _number(element: Element, reserve: Callable[[], int], shown: list[Element]) -> bool:
    """Give numbers to it and what is in it, unless nothing is."""
    at = len(shown)
    number = reserve()
    shown.append(element)
    is_shown = element.kind in _MAY_BE_EMPTY
    for kid in element.kids:
        if not isinstance(kid, Element) or _number(kid, reserve, shown):
            is_shown = True
    if is_shown:
        element.number = number
    else:
        del shown[at:]
    return is_shown


_MAY_BE_EMPTY = ("Document", "TD", "TH")


def _kids(kids: Sequence[Element | Content], pages: Sequence[int]) -> tuple[list[str], str]:
    """Its kids, and its own page, which that of most of its marked content is."""
    own = next((each[0] for each in kids if type(each) is tuple), None)
    said: list[str] = []
    for kid in kids:
        if isinstance(kid, Element):
            if kid.number:
                said.append(f"{kid.number} 0 R")
        elif isinstance(kid, Annotated):
            said.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.object} 0 R>>")
        elif kid[0] == own:
            said.append(str(kid[1]))
        else:
            said.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
    return said, "" if own is None else f"/Pg {pages[own]} 0 R"
