"""The house styles there are: found, added, removed, on another paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from references import paragraph, reference, style

from briefing import files, paths
from briefing.errors import FileProblem, HouseStyleProblem, NotAFile
from briefing.model.brief import Page
from briefing.writers.house import Met, add, available, load, met, remove
from briefing.writers.house.letterhead import EdgeTable
from briefing.writers.house.look import Alignment, Style

LETTER = reference(style("Title", "<w:rPr><w:sz w:val='66'/></w:rPr>"))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Ministry letter.docx"
    path.write_bytes(LETTER)
    return path


def ids() -> list[str]:
    return [each.id for each in available()]


def test_three_are_shipped_the_default_first() -> None:
    assert ids() == ["modern", "classical", "plain"]
    assert [each.name for each in available()] == ["Modern", "Classical", "Plain"]
    assert all(each.description and each.shipped and not each.problem for each in available())


def test_a_person_adds_a_file_and_takes_it_away(letter: Path) -> None:
    made = add(letter)
    assert (made.id, made.name, made.shipped) == ("Ministry letter", "Ministry letter", False)
    assert made.styles[Style.TITLE].text.size == 33
    assert ids() == ["modern", "classical", "plain", "Ministry letter"]
    letter.unlink()
    assert load("Ministry letter") == made
    remove("Ministry letter")
    assert ids() == ["modern", "classical", "plain"]
    with pytest.raises(HouseStyleProblem):
        load("Ministry letter")


def test_the_same_file_is_kept_once(letter: Path, tmp_path: Path) -> None:
    first = add(letter)
    again = tmp_path / "copy.docx"
    again.write_bytes(LETTER)
    assert add(again).id == first.id


@pytest.mark.parametrize("name", ["ministry.docx", "modern.docx"])
def test_a_file_of_a_name_that_is_there_replaces_that_or_stays_beside_it(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(LETTER)
    assert met(path) is None
    first = add(path)
    assert met(path) == Met(first.id, same=True)
    path.write_bytes(reference(style("Title", "<w:rPr><w:sz w:val='20'/></w:rPr>")))
    assert met(path) == Met(first.id, same=False)
    known = ids()
    replaced = add(path, replace=True)
    assert (replaced.id, ids()) == (first.id, known)
    assert load(first.id).styles[Style.TITLE].text.size == 10
    path.write_bytes(LETTER)
    assert add(path).id not in known
    assert load(first.id).digest == replaced.digest


@pytest.mark.parametrize(
    ("name", "id"),
    [("modern.docx", "modern-2"), ("Modern.docx", "Modern-2"), ("~x.docx", "x"), ("a.DOCX", "a")],
)
def test_names_that_are_taken_or_unfit(tmp_path: Path, name: str, id: str) -> None:
    path = tmp_path / name
    path.write_bytes(LETTER)
    assert add(path).id == id
    assert load("modern").shipped


def test_what_cannot_be_used_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no")
    with pytest.raises(HouseStyleProblem):
        add(path)
    with pytest.raises(NotAFile):
        add(tmp_path)
    with pytest.raises(FileProblem):
        add(tmp_path / "none.docx")
    assert not (paths.user_data() / "house-styles").exists()


def test_a_broken_file_is_listed_with_its_problem(letter: Path) -> None:
    add(letter)
    (kept,) = (paths.user_data() / "house-styles").iterdir()
    kept.write_bytes(b"broken")
    (entry,) = [each for each in available() if not each.shipped]
    assert isinstance(entry.problem, HouseStyleProblem)
    with pytest.raises(HouseStyleProblem):
        load(entry.id)
    remove(entry.id)


def test_a_file_that_word_has_open_is_no_second_style(letter: Path) -> None:
    add(letter)
    folder = paths.user_data() / "house-styles"
    (folder / "~$nistry letter.docx").write_bytes(b"x")
    assert len(available()) == 4


def test_a_changed_file_is_read_anew(letter: Path) -> None:
    before = add(letter)
    (kept,) = (paths.user_data() / "house-styles").iterdir()
    files.write(kept, reference(style("Title", "<w:rPr><w:sz w:val='20'/></w:rPr>")))
    after = load(before.id)
    assert after.styles[Style.TITLE].text.size == 10
    assert after.digest != before.digest


def test_shipped_ones_stay() -> None:
    with pytest.raises(HouseStyleProblem, match="stays"):
        remove("modern")
    with pytest.raises(HouseStyleProblem, match="none of that name"):
        remove("nothing")
    assert (paths.TEMPLATES / "house-styles" / "modern.docx").is_file()


@pytest.mark.parametrize("id", ["", "../modern", "nothing", "modern.docx", "/etc/passwd", "\x00"])
def test_only_names_are_looked_up(id: str) -> None:
    with pytest.raises(HouseStyleProblem, match="There are: modern, classical, plain"):
        load(id)


def test_the_same_is_loaded_once() -> None:
    assert load("modern") is load("modern")
    assert load("modern", Page.LETTER) is load("modern", Page.LETTER)
    assert load("modern") is not load("modern", Page.LETTER)


def test_on_other_paper_margins_stay_and_stops_move() -> None:
    a4, letter = load("modern"), load("modern", Page.LETTER)
    assert (letter.page.width, letter.page.height) == (612, 792)
    assert letter.page.left == a4.page.left
    assert 'w:w="12240" w:h="15840"' in letter.package.section
    for made in (a4, letter):
        centre, end = made.styles[Style.FOOTER].tabs
        assert (centre.alignment, end.alignment) == (Alignment.CENTRE, Alignment.END)
        assert end.position == pytest.approx(made.page.room, abs=0.06)
        assert centre.position == pytest.approx(made.page.room / 2, abs=0.06)
    assert load("modern", Page.A4).page == a4.page


def test_stops_that_stand_elsewhere_stay(tmp_path: Path) -> None:
    stops = "".join(f'<w:tab w:val="right" w:pos="{place}"/>' for place in (3000, 9026))
    path = tmp_path / "a.docx"
    section = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1440" w:right="1440"/>'
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3026'/><w:gridCol w:w='6000'/></w:tblGrid>"
        f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    )
    path.write_bytes(
        reference(
            style("footer", f"<w:pPr><w:tabs>{stops}</w:tabs></w:pPr>"),
            footer=table + paragraph("x"),
            section=section,
        )
    )
    add(path)
    made = load("a", Page.LETTER)
    assert [each.position for each in made.styles[Style.FOOTER].tabs] == [150, 468]
    wide = made.edges.footer[0]
    assert isinstance(wide, EdgeTable)
    assert sum(wide.widths) == pytest.approx(468, abs=0.1)


def test_a_landscape_page_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "wide.docx"
    path.write_bytes(reference(section='<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'))
    add(path)
    made = load("wide", Page.LETTER)
    assert (made.page.width, made.page.height) == (792, 612)
    assert 'w:orient="landscape"' in made.package.section
