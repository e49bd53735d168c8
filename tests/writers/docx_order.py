"""In which order the schema of a Word file wants the children of an element (ECMA-376, part 1).

``None`` for what may stand in any order.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_P = _words(
    """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
    bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
)
_R = _words(
    """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
    fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"""
)
_SIDES = _words("top start left bottom end right insideH insideV tl2br tr2bl between bar")

ORDER: dict[str, tuple[str, ...]] = {
    "pPr": _P,
    "rPr": _R,
    "tblPr": _words(
        """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
        tblPrChange"""
    ),
    "tcPr": _words(
        """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
        vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"""
    ),
    "sectPr": _words(
        """headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
        docGrid printerSettings sectPrChange"""
    ),
    "style": _words(
        """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
        qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr
        tblStylePr"""
    ),
    "styles": _words("docDefaults latentStyles style"),
    "docDefaults": _words("rPrDefault pPrDefault"),
    "tblStylePr": _words("pPr rPr tblPr trPr tcPr"),
    "numbering": _words("numPicBullet abstractNum num numIdMacAtCleanup"),
    "abstractNum": _words("nsid multiLevelType tmpl name styleLink numStyleLink lvl"),
    "num": _words("abstractNumId lvlOverride"),
    "lvl": _words(
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
    ),
    "numPr": _words("ilvl numId numberingChange ins"),
    "footnotePr": _words("pos numFmt numStart numRestart footnote"),
    "endnotePr": _words("pos numFmt numStart numRestart endnote"),
    "pBdr": _words("top left bottom right between bar"),
    "tblBorders": _SIDES,
    "tcBorders": _SIDES,
    "tblCellMar": _SIDES,
    "tcMar": _SIDES,
}
"""``a|b`` stands for either; both may then be there several times."""

SEVERAL = {
    "headerReference", "footerReference", "style", "tblStylePr", "numPicBullet", "abstractNum",
    "num", "lvl", "lvlOverride", "footnote", "endnote",
}  # fmt: skip
"""What may stand more than once beside its like."""

FIRST = {"p": "pPr", "r": "rPr", "tbl": "tblPr", "tr": "trPr", "tc": "tcPr"}
"""Which properties an element begins with, where it has them."""


def rank(parent: str, child: str) -> int | None:
    """Place of a child; None when the schema does not know it there."""
    for n, names in enumerate(ORDER[parent]):
        if child in names.split("|"):
            return n
    return None
