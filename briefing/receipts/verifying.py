"""What of a receipt still holds: the document, its sources, and what this machine would make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__, files, pipeline, project, templating
from briefing.errors import (
    BriefingError,
    FileProblem,
    NoSuchTemplate,
    NotAFile,
    NothingToVerify,
    ReceiptDiffers,
    TemplateProblem,
)
from briefing.messages import describe
from briefing.progress import Checkpoint, unchecked
from briefing.project import Project
from briefing.receipts import here
from briefing.receipts.receipt import SUFFIX, Receipt, beside, is_plain_name, unpack

if TYPE_CHECKING:
    from briefing.model.brief import Page
    from briefing.writers.house.whole import House

_LARGEST = 1_000_000_000
"""Bytes of a file that is compared."""
_MOST_PROJECTS = 20
"""Projects beside a receipt that are looked into."""


class Verdict(StrEnum):
    MATCHES = "matches"
    DIFFERS = "differs"
    ABSENT = "not found here"


@dataclass(frozen=True, slots=True)
class Line:
    what: str
    """Such as “source talks.txt”."""
    verdict: Verdict
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.what}: {self.verdict}{f' ({self.detail})' if self.detail else ''}"


@dataclass(frozen=True, slots=True)
class Verified:
    name: str
    """Of the document."""
    lines: tuple[Line, ...]

    @property
    def problem(self) -> BriefingError | None:
        """Why the document is not verified; None where all that is at hand matches."""
        differs = tuple(each.what for each in self.lines if each.verdict is Verdict.DIFFERS)
        if differs:
            return ReceiptDiffers(self.name, differs)
        known = any(
            each.verdict is Verdict.MATCHES and each.what in ("document", "made again")
            for each in self.lines
        )
        return None if known else NothingToVerify(self.name)


class _AtHand:
    """Files the person named, and those beside the receipt. Each is read and digested once."""

    def __init__(self, folder: Path, named: Sequence[Path]) -> None:
        self.folder = folder
        """Where the receipt is."""
        self.named = {each: _read(each) for each in named}
        self.digests = {path: files.digest(data) for path, data in self.named.items()}
        self.claimed: set[Path] = set()
        """What is not claimed in the end belongs to no receipt."""
        self._beside: dict[str, str | None] = {}

    def find(self, name: str, sha256: str) -> Verdict:
        """A file by its content, wherever it is; else by its name, named first, then beside."""
        for path, digest in self.digests.items():
            if digest == sha256:
                self.claimed.add(path)
                return Verdict.MATCHES
        for path in self.named:
            if path.name == name:
                self.claimed.add(path)
                return Verdict.DIFFERS
        if name not in self._beside:
            self._beside[name] = self._digest_beside(name)
        beside = self._beside[name]
        if beside is None:
            return Verdict.ABSENT
        return Verdict.MATCHES if beside == sha256 else Verdict.DIFFERS

    def _digest_beside(self, name: str) -> str | None:
        """Of a file in the folder of the receipt; None where there is none that can be read."""
        if not is_plain_name(name):
            return None
        try:
            return files.digest(_read(self.folder / name))
        except (FileProblem, NotAFile):
            return None


def verify(path: Path, others: Sequence[Path] = (), checkpoint: Checkpoint = unchecked) -> Verified:
    """Compare a receipt with what is beside it, among ``others`` and on this machine.

    In place of a document, the receipt that lies beside it is taken. Raises FileProblem, NotAFile
    or ReceiptProblem; what differs is told, not raised.
    """
    if not path.name.endswith(SUFFIX) and beside(path).is_file():
        path, others = beside(path), (path, *others)
    found = unpack(path)
    at_hand = _AtHand(path.parent, others)
    checkpoint()
    document = at_hand.find(found.output.name, found.output.sha256)
    lines = [Line("document", document, found.output.name)]
    work, verdict, detail = _project(found, at_hand)
    lines += _sources(found, at_hand, work)
    lines.append(Line("project", verdict, detail))
    checkpoint()
    lines.append(_template(found))
    house, line = _house(found, at_hand)
    lines += [line, _program(found)]
    checkpoint()
    if work is not None:
        lines.append(_made_again(found, work, house, checkpoint))
    lines += (
        Line(f"file {each.name}", Verdict.DIFFERS, "it is none of those of the receipt")
        for each in at_hand.named
        if each not in at_hand.claimed
    )
    return Verified(found.output.name, tuple(lines))


# ---------------------------------------------------------------- one thing each


def _sources(found: Receipt, at_hand: _AtHand, work: Project | None) -> list[Line]:
    kept = {files.digest(each) for each in work.originals.values()} if work else set[str]()
    lines: list[Line] = []
    for each in found.sources:
        verdict = at_hand.find(each.name, each.sha256)
        where = ""
        if verdict is Verdict.ABSENT and each.sha256 in kept:
            verdict, where = Verdict.MATCHES, "in the project"
        lines.append(Line(f"source {each.name}", verdict, where))
    return lines


def _project(found: Receipt, at_hand: _AtHand) -> tuple[Project | None, Verdict, str]:
    """The project that the document was made from. One beside it may be of another document."""
    for path, data in at_hand.named.items():
        if path.suffix.lower() == project.SUFFIX:
            at_hand.claimed.add(path)
            try:
                work = project.unpack(data, path)
            except BriefingError as problem:
                return None, Verdict.DIFFERS, describe(problem)
            if here.draft(work.draft) == found.draft:
                return work, Verdict.MATCHES, path.name
            return None, Verdict.DIFFERS, f"{path.name} has other decisions in it"
    beside = sorted(at_hand.folder.glob(f"*{project.SUFFIX}"))[:_MOST_PROJECTS]
    for path in beside:
        try:
            work = project.load(path)
        except BriefingError:
            continue
        if here.draft(work.draft) == found.draft:
            return work, Verdict.MATCHES, path.name
    return None, Verdict.ABSENT, ""


def _template(found: Receipt) -> Line:
    what = f"template {found.template.id}"
    try:
        template = templating.load(found.template.id)
    except NoSuchTemplate:
        return Line(what, Verdict.ABSENT)
    except TemplateProblem as problem:
        return Line(what, Verdict.DIFFERS, describe(problem))
    same = here.folder(template.folder) == found.template.sha256
    return Line(what, Verdict.MATCHES if same else Verdict.DIFFERS)


@dataclass(frozen=True, slots=True)
class _HouseFile:
    """Where the house style of the receipt is: on this machine, or in a file that was named."""

    id: str
    file: tuple[bytes, str] | None = None

    def load(self, page: Page | None) -> House:
        from briefing.writers import house as houses

        return houses.read(*self.file, page=page) if self.file else houses.load(self.id, page)


def _house(found: Receipt, at_hand: _AtHand) -> tuple[_HouseFile | None, Line]:
    """None in place of a house style that is not the receipt's."""
    from briefing.writers import house as houses

    what, id = f"house style {found.house.id}", found.house.id
    for path, data in at_hand.named.items():
        if at_hand.digests[path] == found.house.sha256:
            at_hand.claimed.add(path)
            return _HouseFile(id, (data, path.name)), Line(what, Verdict.MATCHES)
    entries = sorted(houses.available(), key=lambda each: each.id != id)
    for each in entries:
        try:
            same = files.digest(files.read(each.path)) == found.house.sha256
        except (FileProblem, NotAFile):
            continue
        if same:  # added on this machine, it may go by another name
            named = "" if each.id == id else f"here it is “{each.id}”"
            return _HouseFile(each.id), Line(what, Verdict.MATCHES, named)
    there = any(each.id == id for each in entries)
    return None, Line(what, Verdict.DIFFERS if there else Verdict.ABSENT)


def _program(found: Receipt) -> Line:
    theirs = found.program
    same = theirs.sha256 == here.program()
    versions = (
        "" if theirs.version == __version__ else f"{theirs.version} made it, this is {__version__}"
    )
    return Line("program", Verdict.MATCHES if same else Verdict.DIFFERS, versions)


def _other_libraries(found: Receipt) -> list[str]:
    """Libraries that are another version here, in words: why a document may come out otherwise."""
    ours = here.libraries()
    return [
        f"{name} {version}, here {ours.get(name, 'none')}"
        for name, version in sorted(found.program.libraries.items())
        if ours.get(name) != version
    ]


def _made_again(
    found: Receipt, work: Project, house: _HouseFile | None, checkpoint: Checkpoint
) -> Line:
    """Make the document from the project, as it is made here."""
    what = "made again"
    if house is None:
        return Line(what, Verdict.ABSENT, "its house style is not found here")
    try:
        data = _remake(found, work, house, checkpoint)
    except BriefingError as problem:
        return Line(what, Verdict.ABSENT, describe(problem))
    if files.digest(data) == found.output.sha256:
        return Line(what, Verdict.MATCHES, "byte for byte the same")
    sizes = f"{len(data):,} bytes, were {found.output.size:,}"
    return Line(what, Verdict.DIFFERS, "; ".join([sizes, *_other_libraries(found)]))


def _remake(found: Receipt, work: Project, house: _HouseFile, checkpoint: Checkpoint) -> bytes:
    from briefing.writers import Options

    draft = work.draft
    articles = tuple(each.with_roles(draft.roles_in(each.id)) for each in work.articles)
    annotations = tuple(
        pipeline.seen(
            pipeline.annotate(each, (), checkpoint),
            each,
            draft.card(each.id),
            [it for it in draft.corrections if it.target.article == each.id],
        )
        for each in articles
    )
    asked = found.options
    composed = pipeline.compose(draft, articles, annotations, reviewing=asked.reviewing)
    checkpoint()
    style = house.load(composed.brief.page)
    options = Options(archive=asked.archive, tagged=asked.tagged)
    suffix = Path(found.output.name).suffix
    return pipeline.export(composed.brief, suffix, style, options).data


def _read(path: Path) -> bytes:
    data = files.read(path, _LARGEST)
    if len(data) > _LARGEST:
        raise FileProblem(path, "read", "it is too large to be compared")
    return data
