from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import desk
import found
import pytest

from briefing import project
from briefing.errors import CharactersRemoved, FileProblem, ProjectProblem
from briefing.model import edits, fact_edits
from briefing.model.article import ReadAs, Role, SourceCard
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.span import Source, Span

PATH = Path("work.briefing")


@pytest.fixture
def work() -> project.Project:
    article, annotations = desk.example()
    data = article.text.encode()
    article = replace(article, notices=(CharactersRemoved("x", (("control characters", 1),)),))
    draft = edits.add_article(
        edits.set_field(desk.Draft(), "to", "Minister «é»"), article, annotations
    )
    card = SourceCard("Headline", ("A", "B"), "Outlet", published=date(2021, 9, 22), language="en")
    return project.Project(edits.set_card(draft, article.id, card), (article,), {article.id: data})


def test_a_project_comes_back_as_it_was(work: project.Project, tmp_path: Path) -> None:
    project.save(work, tmp_path / "a.briefing")
    again = project.load(tmp_path / "a.briefing")
    assert again.draft == work.draft
    assert again.originals == work.originals
    assert again.articles == tuple(replace(each, notices=()) for each in work.articles)


def test_corrections_and_rows_come_back(tmp_path: Path) -> None:
    article = found.article()
    draft = edits.add_article(desk.Draft(), article, found.annotations())
    draft = fact_edits.correct(
        draft,
        found.correction(Act.JOIN, Fact.ENTITY, "Ann Roe", other="Jan Kowal"),
        found.correction(Act.KIND, Fact.CLAIM, found.PARTS[0], "inference"),
    )
    draft = fact_edits.add_row(draft, found.row(Fact.GAP, "gave no details", "withheld"))
    project.save(
        project.Project(draft, (article,), {article.id: article.text.encode()}),
        tmp_path / "a.briefing",
    )
    assert project.load(tmp_path / "a.briefing").draft == draft


def test_a_project_without_corrections_and_rows_can_still_be_read(work: project.Project) -> None:
    packed = project.pack(work)
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        content = json.loads(file.read("project.json"))
    content["schema"] = 1
    del content["draft"]["corrections"], content["draft"]["rows"]
    old = repacked(packed, project=json.dumps(content).encode())
    assert project.unpack(old, PATH).draft == work.draft


def test_a_project_of_before_house_styles_keeps_its_paper(work: project.Project) -> None:
    packed = project.pack(replace(work, draft=replace(work.draft, page="A4")))
    content = json.loads(zipfile.ZipFile(io.BytesIO(packed)).read("project.json"))
    content["schema"] = 2
    del content["draft"]["house"]
    old = project.unpack(repacked(packed, project=json.dumps(content).encode()), PATH)
    assert (old.draft.house, old.draft.page) == ("modern", "A4")


def test_house_style_and_paper_come_back(work: project.Project) -> None:
    draft = replace(work.draft, house="ministry", page="Letter")
    assert project.unpack(project.pack(replace(work, draft=draft)), PATH).draft == draft


def test_a_correction_that_cannot_be_shown_is_refused(work: project.Project) -> None:
    odd = Correction(Act.NAME, Fact.ENTITY, Source(work.articles[0].id, Span(0, 3)), "a\x01b")
    data = project.pack(replace(work, draft=replace(work.draft, corrections=(odd,))))
    with pytest.raises(ProjectProblem, match="correction"):
        project.unpack(data, PATH)


@pytest.mark.parametrize("place", ["target", "other", "row"])
def test_a_fact_without_its_source_is_refused(work: project.Project, place: str) -> None:
    inside = Source(work.articles[0].id, Span(0, 3))
    outside = Source(work.articles[0].id, Span(0, 10**6))
    correction = Correction(
        Act.JOIN,
        Fact.ENTITY,
        outside if place == "target" else inside,
        other=outside if place == "other" else inside,
    )
    row = Row(Fact.DATE, outside if place == "row" else inside)
    draft = replace(work.draft, corrections=(correction,), rows=(row,))
    data = project.pack(replace(work, draft=draft))
    with pytest.raises(ProjectProblem, match="fact"):
        project.unpack(data, PATH)


def test_the_same_project_is_the_same_bytes(work: project.Project) -> None:
    assert project.pack(work) == project.pack(work)


def test_a_missing_project_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        project.load(tmp_path / "none.briefing")


def repacked(data: bytes, **changes: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for each in old.namelist():
            new.writestr(
                each, changes.get(each.partition("/")[0].partition(".")[0], old.read(each))
            )
    return buffer.getvalue()


@pytest.mark.parametrize(
    "break_",
    [
        lambda _: b"",
        lambda _: b"not a zip",
        lambda data: data[: len(data) // 2],
        lambda data: repacked(data, project=b"{}"),
        lambda data: repacked(data, project=b"\xff\xfe"),
        lambda data: repacked(data, project=b'{"schema": 4}'),
        lambda data: repacked(data, sources=b"other bytes"),
    ],
    ids=["empty", "no zip", "cut", "no content", "no text", "newer", "source changed"],
)
def test_a_damaged_project_is_refused(work: project.Project, break_) -> None:
    with pytest.raises(ProjectProblem):
        project.unpack(break_(project.pack(work)), PATH)


def test_a_point_without_a_source_is_refused(work: project.Project) -> None:
    far = replace(work.draft.points[0], source=replace(work.draft.points[0].source, article="x"))
    broken = replace(work, draft=replace(work.draft, points=(far,)))
    with pytest.raises(ProjectProblem, match="source"):
        project.unpack(project.pack(broken), PATH)


def test_the_digest_of_the_source_is_that_of_its_bytes(work: project.Project) -> None:
    article = work.articles[0]
    assert hashlib.sha256(work.originals[article.id]).hexdigest() == article.sha256


@pytest.mark.parametrize("ids", [("k1", "k1"), ("zz", "k2")], ids=["twice", "odd"])
def test_points_with_names_that_are_mixed_up_are_refused(
    work: project.Project, ids: tuple[str, str]
) -> None:
    points = tuple(
        replace(each, id=id) for each, id in zip(work.draft.points[:2], ids, strict=True)
    )
    broken = replace(work, draft=replace(work.draft, points=points))
    with pytest.raises(ProjectProblem, match="names of its points"):
        project.unpack(project.pack(broken), PATH)


def test_roles_and_how_it_was_read_come_back(work: project.Project) -> None:
    article = work.articles[0]
    draft = edits.set_role(work.draft, article, "p2", Role.CAPTION)
    how = {article.id: ReadAs(encoding="cp1251", whole=True)}
    again = project.unpack(project.pack(replace(work, draft=draft, how=how)), PATH)
    assert again.draft.roles == ((article.id, "p2", Role.CAPTION),)
    assert again.how == how


def test_a_project_of_before_says_nothing_of_how(work: project.Project) -> None:
    raw = zipfile.ZipFile(io.BytesIO(project.pack(work))).read("project.json")
    old = json.loads(raw)
    del old["how"], old["draft"]["roles"]
    data = repacked(project.pack(work), project=json.dumps(old).encode())
    assert project.unpack(data, PATH).how == {}


@pytest.mark.parametrize(
    "roles",
    [
        (("x", "p1", Role.CAPTION),),
        (("{id}", "p9", Role.CAPTION),),
        (("{id}", "p1", Role.CAPTION), ("{id}", "p1", Role.NOTICE)),
        (("{id}", "p2", Role.CAPTION), ("{id}", "p1", Role.NOTICE)),
    ],
    ids=["no article", "no paragraph", "twice", "out of order"],
)
def test_roles_that_are_mixed_up_are_refused(work: project.Project, roles) -> None:
    id = work.articles[0].id
    given = tuple((article.format(id=id), part, role) for article, part, role in roles)
    broken = replace(work, draft=replace(work.draft, roles=given))
    with pytest.raises(ProjectProblem, match="roles"):
        project.unpack(project.pack(broken), PATH)


def test_a_role_that_is_none_is_refused(work: project.Project) -> None:
    draft = edits.set_role(work.draft, work.articles[0], "p2", Role.CAPTION)
    data = project.pack(replace(work, draft=draft))
    raw = zipfile.ZipFile(io.BytesIO(data)).read("project.json")
    with pytest.raises(ProjectProblem):
        project.unpack(repacked(data, project=raw.replace(b'"caption"', b'"villain"')), PATH)
