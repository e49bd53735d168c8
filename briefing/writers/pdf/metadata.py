"""What a PDF says of itself, twice and in the same words: in its XMP packet and its Info."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from briefing.writers.pdf.objects import shortened, string

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.writers.options import Options

_CREATOR = "Briefing"
_PRODUCER = "ReportLab PDF Library"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_ARCHIVE = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"
_ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part>"
_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""An archive has to explain the properties that are not its own."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty texts are left out. No dates: the same brief gives the same bytes."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str

    @classmethod
    def of(cls, brief: Brief) -> Metadata:
        return cls(
            _clean(brief.title),
            _clean(brief.author),
            _clean(brief.subject),
            _clean(", ".join(brief.keywords)),
            _clean(brief.language),
        )

    def info(self) -> str:
        """The dictionary in the trailer."""
        entries = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": _CREATOR,
            "Producer": _PRODUCER,
        }
        said = "".join(f"/{key} {string(text)}" for key, text in entries.items() if text)
        return f"<<{said}>>"

    def packet(self, options: Options) -> bytes:
        """The same as XMP, and what the file claims to be."""
        said = [
            _text("dc:title", "Alt", self.title),
            _text("dc:creator", "Seq", self.author),
            _text("dc:description", "Alt", self.subject),
            _text("dc:language", "Bag", self.language),
            _plain("pdf:Keywords", self.keywords),
            _plain("xmp:CreatorTool", _CREATOR),
            _plain("pdf:Producer", _PRODUCER),
        ]
        if options.tagged or options.archive:
            said.append(_ACCESSIBLE)
        if options.archive:
            said += [_ARCHIVE, _SCHEMA]
        return _PACKET.format("\n".join(filter(None, said))).encode()


def _clean(text: str) -> str:
    return shortened(_NOT_XML.sub("", text))


def _text(name: str, kind: str, text: str) -> str:
    if not text:
        return ""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    item = f"<rdf:li{language}>{escape(text)}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


def _plain(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""
