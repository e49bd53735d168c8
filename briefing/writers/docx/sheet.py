"""The style sheet of the house style, as a document needs it."""

from __future__ import annotations

from briefing.writers.docx.looks import language
from briefing.writers.docx.notes import COMMENT_REFERENCE, COMMENT_TEXT
from briefing.writers.house.xml import Element, child, drop, elements, made, q

_TWINS = (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs"))
"""What is said of letters, and once more for scripts such as Arabic."""
_COMMENTS = (
    (
        "annotation text",
        "paragraph",
        COMMENT_TEXT,
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
    ),
    (
        "annotation reference",
        "character",
        COMMENT_REFERENCE,
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>',
    ),
)


def speak(styles: Element, tag: str) -> None:
    """Give the whole sheet one language."""
    for each in list(styles.iter(q("w:lang"))):
        drop(each)
    defaults = child(child(child(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
    if defaults is not None:
        defaults.append(made(language(tag)))


def repeat_for_complex_scripts(styles: Element) -> None:
    """Letters of scripts such as Arabic look as the others do, unless the sheet says how."""
    for properties in styles.iter(q("w:rPr")):
        for name, twin in _TWINS:
            said = child(properties, name)
            if said is not None and child(properties, twin) is None:
                copy = made(f"<{twin}/>")
                copy.attrib.update(said.attrib)
                said.addnext(copy)
        fonts = child(properties, "w:rFonts")
        if fonts is not None:
            _repeat_font(fonts)


def _repeat_font(fonts: Element) -> None:
    if fonts.get(q("w:cs")) or fonts.get(q("w:cstheme")):
        return
    theme, family = fonts.get(q("w:asciiTheme")), fonts.get(q("w:ascii"))
    if not theme and family:
        fonts.set(q("w:cs"), family)


def comment_styles(styles: Element) -> tuple[str, str]:
    """Ids of the styles of comments, which are added where the sheet has none."""
    found = {
        (each.find(q("w:name")).get(q("w:val"), "").lower(), each.get(q("w:type"))): each
        for each in elements(styles)
        if each.tag == q("w:style") and each.find(q("w:name")) is not None
    }
    ids: list[str] = []
    taken = {each.get(q("w:styleId")) for each in found.values()}
    for name, kind, id, looks in _COMMENTS:
        style = found.get((name, kind))
        if style is None:
            while id in taken:
                id += "1"
            based = next(
                (
                    f'<w:basedOn w:val="{each.get(q("w:styleId"))}"/>'
                    for (_, of), each in found.items()
                    if of == kind and each.get(q("w:default")) in {"1", "true"}
                ),
                "",
            )
            style = made(
                f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{based}'
                f'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>{looks}</w:style>'
            )
            styles.append(style)
        ids.append(style.get(q("w:styleId")))
    return ids[0], ids[1]
