"""The whole file: pages, and what a reader, a screen reader and an archive want beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.brief import Run
from briefing.writers.pdf import elements, images, outline
from briefing.writers.pdf.canvas import PageCanvas
from briefing.writers.pdf.embedding import Embedding
from briefing.writers.pdf.file import File
from briefing.writers.pdf.links import Links
from briefing.writers.pdf.metadata import Metadata
from briefing.writers.pdf.objects import string
from briefing.writers.pdf.painting import Painter
from briefing.writers.pdf.profile import srgb
from briefing.writers.pdf.structure import ROLES, Structure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.brief import Brief
    from briefing.writers.layout.laid import Laid
    from briefing.writers.options import Options


def build(brief: Brief, laid: Laid, options: Options) -> bytes:
    tagged = options.tagged or options.archive
    canvas = PageCanvas(laid.width, laid.height)
    file = File(canvas.document)
    embedding = Embedding(canvas.document)
    structure = Structure(brief)
    links = Links(file, structure, tagged=tagged)
    pictures: dict[bytes, int] = {}

    def picture(data: bytes) -> int:
        if data not in pictures:
            pictures[data] = images.put(file, data)
        return pictures[data]

    painter = Painter(embedding, structure, links, picture, height=laid.height, tagged=tagged)
    for at, page in enumerate(laid.pages):
        drawing = painter.page(page)
        canvas.end_page(drawing, painter.pictures, links.end_page(), at if tagged else None)
    pages = [file.number(each) for each in canvas.document.Pages.pages]
    links.put(pages, [_said(note.inlines) for note in brief.numbered()])
    embedding.end()
    metadata = Metadata.of(brief)
    catalog = [f"/Type/Catalog/Pages {file.number(canvas.document.Pages)} 0 R"]
    catalog.append(f"/Lang {string(brief.language)}/ViewerPreferences<</DisplayDocTitle true>>")
    entries = outline.put(file, laid.outline, pages)
    if entries is not None:
        catalog.append(f"/Outlines {entries} 0 R")
    packet = file.put_stream(metadata.packet(options), "/Type/Metadata/Subtype/XML", packed=False)
    catalog.append(f"/Metadata {packet} 0 R")
    if tagged:
        root = _put_structure(file, structure, pages)
        catalog.append(f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R")
    if options.archive:
        profile = file.put_stream(srgb(), "/N 3")
        catalog.append(
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
            "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
            f"/DestOutputProfile {profile} 0 R>>]"
        )
    return file.data(file.put(f"<<{''.join(catalog)}>>"), file.put(metadata.info()))


def _put_structure(file: File, structure: Structure, pages: Sequence[int]) -> int:
    """Gives the number of its root."""
    structure.end()
    root, parents = file.reserve(), file.reserve()
    for number, text in elements.written(structure.root, file.reserve, pages, root):
        file.put(text, number)
    numbers: list[str] = []
    for at, owners in enumerate(structure.pages):
        array = file.put(f"[{' '.join([f'{each.number} 0 R' for each in owners])}]")
        numbers.append(f"{at} {array} 0 R")
    for at, owner in enumerate(structure.annotated, start=len(pages)):
        numbers.append(f"{at} {owner.number} 0 R")
    file.put(f"<</Nums[{' '.join(numbers)}]>>", parents)
    roles = "".join(f"/{name}/{standard}" for name, standard in ROLES.items())
    return file.put(
        f"<</Type/StructTreeRoot/K {structure.root.number} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {len(numbers)}/RoleMap<<{roles}>>>>",
        root,
    )


def _said(inlines: Sequence[Run]) -> str:
    return "".join(each.text for each in inlines)
