"""What ``w:rPr`` and ``w:pPr`` say, as changes of the looks they stand over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from briefing.writers.house.look import (
    Alignment,
    Border,
    Borders,
    Caps,
    CharacterChange,
    CharacterLook,
    LineRule,
    ListSign,
    ParagraphLook,
    Raised,
    Tab,
)
from briefing.writers.house.theme import Theme
from briefing.writers.house.xml import (
    Element,
    elements,
    is_on,
    length,
    q,
    twips,
    value,
    whole,
)

_AUTOMATIC_SPACE = 14.0
"""Points of ``w:beforeAutospacing``."""
_RAISED = {
    "superscript": Raised.SUPERSCRIPT,
    "subscript": Raised.SUBSCRIPT,
    "baseline": Raised.NO,
}
_ALIGNMENTS = {
    "left": Alignment.START,
    "start": Alignment.START,
    "right": Alignment.END,
    "end": Alignment.END,
    "center": Alignment.CENTRE,
    "both": Alignment.JUSTIFIED,
    "distribute": Alignment.JUSTIFIED,
    "lowKashida": Alignment.JUSTIFIED,
    "mediumKashida": Alignment.JUSTIFIED,
    "highKashida": Alignment.JUSTIFIED,
}
TAB_ALIGNMENTS = {
    "left": Alignment.START,
    "start": Alignment.START,
    "num": Alignment.START,
    "right": Alignment.END,
    "end": Alignment.END,
    "decimal": Alignment.END,
    "center": Alignment.CENTRE,
}
_LEADERS = {"dot": ".", "middleDot": ".", "hyphen": "-", "underscore": "_", "heavy": "_"}
_KINDS = {
    "single": "single",
    "thick": "single",
    "double": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "dashSmallGap": "dashed",
    "dotDash": "dashed",
    "dotDotDash": "dashed",
}
_NEAR = {
    "triple": "double",
    "doubleWave": "double",
    "thinThickSmallGap": "double",
    "thickThinSmallGap": "double",
    "thinThickThinSmallGap": "double",
    "thinThickMediumGap": "double",
    "thickThinMediumGap": "double",
    "thinThickThinMediumGap": "double",
    "thinThickLargeGap": "double",
    "thickThinLargeGap": "double",
    "thinThickThinLargeGap": "double",
    "dashDotStroked": "dashed",
}
"""What comes nearest to borders that are not drawn as they are."""
_HEIGHTS = {
    "thick": (2, 0),
    "double": (3, 0),
    "triple": (3, 0),
    "doubleWave": (3, 0),
    "dashDotStroked": (3, 0),
    "thinThickSmallGap": (1, 1.5),
    "thickThinSmallGap": (1, 1.5),
    "thinThickThinSmallGap": (1, 1.5),
    "thinThickMediumGap": (2, 0),
    "thickThinMediumGap": (2, 0),
    "thinThickThinMediumGap": (2, 0),
    "thinThickLargeGap": (1, 2.25),
    "thickThinLargeGap": (1, 2.25),
    "thinThickThinLargeGap": (1, 2.25),
    "threeDEmboss": (2, 0),
    "threeDEngrave": (2, 0),
    "inset": (2, 0),
    "outset": (2, 0),
}
"""How high a border is, as LibreOffice has it: a multiple of ``w:sz``, and points more."""
_HIGHLIGHTS = {
    "yellow": "#ffff00",
    "green": "#00ff00",
    "cyan": "#00ffff",
    "magenta": "#ff00ff",
    "blue": "#0000ff",
    "red": "#ff0000",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "darkGray": "#808080",
    "lightGray": "#c0c0c0",
    "black": "#000000",
    "white": "#ffffff",
}


def characters(properties: Element | None, theme: Theme, size: float) -> CharacterChange:
    """``size`` is that of the letters around, by which kerning is on or off."""
    if properties is None:
        return CharacterChange()
    found: dict[str, Any] = {}
    for each in elements(properties):
        match each.tag.rsplit("}", 1)[-1]:
            case "rFonts":
                found["family"] = _family(each, theme)
            case "sz":
                points = whole(each.get(q("w:val")))
                found["size"] = points / 2 if points and 0 < points < 3300 else None
            case "b":
                found["bold"] = is_on(each)
            case "i":
                found["italic"] = is_on(each)
            case "strike" | "dstrike":
                found["strike"] = found.get("strike") or is_on(each)
            case "u":
                found["underline"] = each.get(q("w:val"), "none") != "none"
            case "color":
                colour = theme.colour(each)
                found["colour"] = "#000000" if colour == "" else colour
            case "caps":
                found["caps"] = _caps(found.get("caps"), Caps.ALL, is_on(each))
            case "smallCaps":
                found["caps"] = _caps(found.get("caps"), Caps.SMALL, is_on(each))
            case "spacing":
                found["spacing"] = twips(each.get(q("w:val")))
            case "kern":
                least = whole(each.get(q("w:val"))) or 0
                found["kern"] = (least, least > 0)
            case "vertAlign":
                found["raised"] = _RAISED.get(each.get(q("w:val"), ""))
            case "shd":
                found["shade"] = shade(each, theme)
            case "highlight":
                found["shade"] = _HIGHLIGHTS.get(each.get(q("w:val"), ""), "")
            case _:
                pass
    if "kern" in found:
        least, on = found["kern"]
        found["kern"] = on and (found.get("size") or size) * 2 >= least
    return CharacterChange(**found)


def _family(fonts: Element, theme: Theme) -> str | None:
    for role, plain in (("w:asciiTheme", "w:ascii"), ("w:hAnsiTheme", "w:hAnsi")):
        themed = fonts.get(q(role))
        family = (theme.family(themed) if themed else None) or fonts.get(q(plain))
        if family:
            return str(family)
    return None


def _caps(before: Caps | None, kind: Caps, on: bool) -> Caps:
    if on:
        return kind if before is not Caps.ALL else before
    return before or Caps.NONE


def shade(element: Element | None, theme: Theme) -> str | None:
    """Colour behind; empty for none, None where nothing is said."""
    if element is None:
        return None
    if element.get(q("w:val")) == "solid":
        return theme.colour(element, "w:color") or "#000000"
    return theme.colour(element, "w:fill") or ""


def border(element: Element | None, theme: Theme) -> Border | None:
    if element is None:
        return None
    kind = element.get(q("w:val"), "nil")
    if kind in {"nil", "none"}:
        return None
    width = whole(element.get(q("w:sz"))) or 0
    times, more = _HEIGHTS.get(kind, (1, 0))
    shown = _KINDS.get(kind) or _NEAR.get(kind, "single")
    return Border(
        max(width, 2) / 8 * times + more,
        theme.colour(element, "w:color") or "#000000",
        float(whole(element.get(q("w:space"))) or 0),
        shown,
    )


def is_near(border: Element) -> bool:
    """Whether it is drawn otherwise than it says."""
    return border.get(q("w:val"), "nil") not in {"nil", "none", *_KINDS}


_SIDES = {
    "top": "top",
    "bottom": "bottom",
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "between": "inside_horizontal",
    "insideH": "inside_horizontal",
    "insideV": "inside_vertical",
}


def borders(element: Element | None, theme: Theme, base: Borders) -> Borders:
    """Those of ``w:pBdr`` or ``w:tblBorders`` over ``base``."""
    if element is None:
        return base
    found: dict[str, Border | None] = {}
    for each in elements(element):
        side = _SIDES.get(each.tag.rsplit("}", 1)[-1])
        if side is not None:
            found[side] = border(each, theme)
    return replace(base, **found)


@dataclass(slots=True)
class Values:
    """A paragraph's properties while they are put together, change by change."""

    text: CharacterLook
    kern_least: float = 0
    """Size in points from which pairs are kerned; 0 for never."""
    alignment: Alignment = Alignment.START
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    line_rule: LineRule = LineRule.MULTIPLE
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    hyphenate: bool = True
    borders: Borders = field(default_factory=Borders)
    shade: str = ""
    tabs: dict[float, Tab] = field(default_factory=dict[float, Tab])
    sign: ListSign | None = None
    number: tuple[str, int] = ("", 0)
    """``w:numId`` and level."""

    def change(self, properties: Element | None, theme: Theme) -> None:
        """By ``w:pPr``, but for what its ``w:numPr`` brings."""
        if properties is None:
            return
        for each in elements(properties):
            name = each.tag.rsplit("}", 1)[-1]
            match name:
                case "jc":
                    self.alignment = _ALIGNMENTS.get(each.get(q("w:val"), ""), self.alignment)
                case "ind":
                    self._indent(each)
                case "spacing":
                    self._space(each)
                case "contextualSpacing":
                    self.contextual = is_on(each)
                case "keepNext":
                    self.keep_next = is_on(each)
                case "keepLines":
                    self.keep_lines = is_on(each)
                case "widowControl":
                    self.widow_control = is_on(each)
                case "pageBreakBefore":
                    self.page_break_before = is_on(each)
                case "suppressAutoHyphens":
                    self.hyphenate = not is_on(each)
                case "pBdr":
                    self.borders = borders(each, theme, self.borders)
                case "shd":
                    self.shade = shade(each, theme) or ""
                case "tabs":
                    self._stops(each)
                case _:
                    pass

    def letters(self, properties: Element | None, theme: Theme) -> None:
        """By ``w:rPr``."""
        if properties is None:
            return
        least = whole(value(properties, "w:kern"))
        if least is not None:
            self.kern_least = least / 2
        change = replace(characters(properties, theme, self.text.size), kern=None)
        self.text = change.over(self.text)

    def _indent(self, element: Element) -> None:
        left = length(element, "w:left", "w:start")
        right = length(element, "w:right", "w:end")
        first, hanging = length(element, "w:firstLine"), length(element, "w:hanging")
        self.left = self.left if left is None else left
        self.right = self.right if right is None else right
        if hanging is not None:
            self.first = -hanging
        elif first is not None:
            self.first = first

    def _space(self, element: Element) -> None:
        for side in ("before", "after"):
            points = length(element, f"w:{side}")
            automatic = element.get(q(f"w:{side}Autospacing"))
            if automatic in {"1", "true", "on"}:
                points = _AUTOMATIC_SPACE
            if points is not None:
                setattr(self, side, max(points, 0.0))
        rule = element.get(q("w:lineRule"), "auto")
        points = length(element, "w:line")
        if points is None or points == 0:
            return
        points = abs(points)
        match rule:
            case "exact":
                self.line, self.line_rule = points, LineRule.EXACT
            case "atLeast":
                self.line, self.line_rule = points, LineRule.AT_LEAST
            case _:
                self.line, self.line_rule = points / 12, LineRule.MULTIPLE

    def _stops(self, element: Element) -> None:
        for each in elements(element):
            place = length(each, "w:pos")
            if place is None:
                continue
            kind = each.get(q("w:val"), "left")
            if kind == "clear":
                for known in [known for known in self.tabs if abs(known - place) < 0.1]:
                    del self.tabs[known]
            elif kind in TAB_ALIGNMENTS:
                leader = _LEADERS.get(each.get(q("w:leader"), ""), "")
                self.tabs[place] = Tab(place, TAB_ALIGNMENTS[kind], leader)

    def look(self, id: str, name: str) -> ParagraphLook:
        kern = 0 < self.kern_least <= self.text.size
        return ParagraphLook(
            id,
            name,
            replace(self.text, kern=kern),
            self.alignment,
            self.left,
            self.right,
            self.first,
            self.before,
            self.after,
            self.line,
            self.line_rule,
            self.contextual,
            self.keep_next,
            self.keep_lines,
            self.widow_control,
            self.page_break_before,
            self.hyphenate,
            self.borders,
            self.shade,
            tuple(self.tabs[each] for each in sorted(self.tabs)),
            self.sign,
        )
