"""Properties of letters: which a run needs beside the styles, so that Word shows what was meant.

A run has one character style; what others would change on top of it is said directly. So is a
property such as bold where two styles, of the paragraph and of the letters, both have it: Word
takes the second to undo the first.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.brief import Run
from briefing.writers.docx.xml import attribute, colour, half_points, text, twips
from briefing.writers.house.look import Caps, CharacterChange, CharacterLook, CharacterStyle, Raised
from briefing.writers.house.whole import House

Properties = dict[str, str]
"""Children of ``w:rPr`` by their names without prefix."""

_SCHEMA = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_ORDER = {name: n for n, name in enumerate(_SCHEMA.split())}
"""What the schema does not know goes last."""
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"}
_EAST_ASIAN = {"zh", "ja", "ko", "yue"}
"""Languages whose script Word keeps apart."""


@dataclass(frozen=True, slots=True)
class Around:
    """What letters have before a run of the brief says anything."""

    toggles: frozenset[str] = frozenset()
    """Properties that styles switch on, such as ``b``."""
    own: tuple[tuple[str, str], ...] = ()
    """Properties that are said directly, as name and XML."""


def around(*looks: CharacterLook | CharacterChange) -> Around:
    """Within these styles. Where two switch the same on, it is said directly."""
    counted: dict[str, int] = {}
    for each in looks:
        for name, value in _toggles(each).items():
            counted[name] = counted.get(name, 0) + value
    twice = tuple((name, _toggle(name, True)) for name, count in counted.items() if count > 1)
    return Around(frozenset(name for name, count in counted.items() if count), twice)


class Looks:
    """``w:rPr`` of the runs of one house style."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known: dict[tuple[object, ...], str] = {}

    def of(self, run: Run, around: Around, rtl: bool = False) -> str:
        """Empty where there is nothing to say."""
        key = (
            run.bold,
            run.italic,
            run.mark,
            run.gap,
            run.muted,
            not run.href,
            run.language,
            rtl,
            around,
        )
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._made(run, around, rtl)
        return known

    def styled(self, style: CharacterStyle) -> str:
        """Of a run that the program adds, such as the number of a note."""
        return f'<w:rPr><w:rStyle w:val="{self._house.character_ids[style]}"/></w:rPr>'

    def _made(self, run: Run, around: Around, rtl: bool) -> str:
        styles = [
            style
            for style, said in (
                (CharacterStyle.STRONG, run.bold),
                (CharacterStyle.EMPHASIS, run.italic),
                (CharacterStyle.MARK, run.mark),
                (CharacterStyle.GAP, run.gap),
                (CharacterStyle.MUTED, run.muted),
                (CharacterStyle.LINK, bool(run.href)),
            )
            if said
        ]
        made: Properties = dict(around.own)
        if styles:
            top = None if "rStyle" in made else styles[-1]
            for style in styles:
                change = self._house.characters[style]
                if style is not top:
                    made.update(direct(change))
                    continue
                for name in direct(change):
                    made.pop(name, None)
                made["rStyle"] = f'<w:rStyle w:val="{self._house.character_ids[style]}"/>'
                for name, value in _toggles(change).items():
                    if name in around.toggles:
                        made[name] = _toggle(name, value)
        if rtl:
            made["rtl"] = "<w:rtl/>"
        if run.language:
            made["lang"] = language(run.language)
        return properties(made)


def properties(made: Properties) -> str:
    if not made:
        return ""
    ordered = sorted(made, key=lambda name: _ORDER.get(name, len(_ORDER)))
    return f"<w:rPr>{''.join(made[name] for name in ordered)}</w:rPr>"


def language(tag: str) -> str:
    """Word keeps three, for three kinds of script."""
    tag = attribute(tag)
    kind = ""
    primary = tag.split("-", 1)[0].lower()
    if primary in _RIGHT_TO_LEFT:
        kind = f' w:bidi="{tag}"'
    elif primary in _EAST_ASIAN:
        kind = f' w:eastAsia="{tag}"'
    return f'<w:lang w:val="{tag}"{kind}/>'


def direct(change: CharacterChange) -> Properties:
    """The same change, said without a style."""
    made: Properties = {}
    for name, value in _toggles(change).items():
        made[name] = _toggle(name, value)
    if (family := change.family) is not None:
        scripts = "".join(
            f' w:{each}="{text(family)}"' for each in ("ascii", "hAnsi", "eastAsia", "cs")
        )
        made["rFonts"] = f"<w:rFonts{scripts}/>"
    if change.colour is not None:
        made["color"] = _value("color", colour(change.colour))
    if change.spacing is not None:
        made["spacing"] = _value("spacing", twips(change.spacing))
    if change.kern is not None:
        made["kern"] = _value("kern", int(change.kern))  # from this size on, or never
    if change.size is not None:
        size = half_points(change.size)
        made["sz"], made["szCs"] = _value("sz", size), _value("szCs", size)
    if change.underline is not None:
        made["u"] = _value("u", "single" if change.underline else "none")
    if change.shade is not None:
        fill = colour(change.shade) if change.shade else "auto"
        made["shd"] = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    if change.raised is not None:
        raised = "baseline" if change.raised is Raised.NO else change.raised.value
        made["vertAlign"] = _value("vertAlign", raised)
    return made


def _toggles(look: CharacterLook | CharacterChange) -> dict[str, bool]:
    """Those that are said, on or off."""
    made: dict[str, bool] = {}
    for names, value in (
        (("b", "bCs"), look.bold),
        (("i", "iCs"), look.italic),
        (("strike",), look.strike),
    ):
        if value is not None:
            made.update(dict.fromkeys(names, value))
    if look.caps is not None:
        made["caps"] = look.caps is Caps.ALL
        made["smallCaps"] = look.caps is Caps.SMALL
    return made


def _toggle(name: str, value: bool) -> str:
    return f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'


def _value(name: str, value: object) -> str:
    return f'<w:{name} w:val="{value}"/>'
