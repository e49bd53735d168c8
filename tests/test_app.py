"""The command line, as other programs use it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser

from briefing import app, paths, project
from briefing.model.annotations import ClaimKind
from briefing.writers import house

SAMPLE = next((paths.ASSETS / "sample").glob("*.txt"))
SECTIONS = ["Meeting", "Afghanistan surveillance", "Ukraine"]


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, list[str]]:
    """Exit status, standard output, lines of standard error."""
    status = app.main([str(each) for each in words])
    out, err = capsys.readouterr()
    return status, out, err.splitlines()


def refused(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """The one line that a refused command prints."""
    status, out, errors = run(capsys, *words)
    assert (status, out, len(errors)) == (2, "", 1), errors
    assert re.match(r"briefing: [^:]+: .+\.?$", errors[0])
    assert "Traceback" not in errors[0]
    return errors[0]


# ---------------------------------------------------------------- inspect


def test_inspect_tells_what_was_read_and_found(capsys) -> None:
    status, out, _ = run(capsys, "inspect", SAMPLE)
    report = json.loads(out)
    assert status == 0
    assert list(report) == [
        "schema", "title", "authors", "outlet", "published", "language", "sha256", "text",
        "paragraphs", "sentences", "sections", "people", "organisations", "places", "dates",
        "quotes", "claims", "gaps", "name", "format", "encoding", "url", "place", "descriptor",
        "accessed", "card_cues", "suggested",
    ]  # fmt: skip
    assert (report["schema"], report["title"], report["published"]) == (1, "", None)
    assert [each["name"] for each in report["sections"]] == SECTIONS
    text = report["text"]
    by_id = {each["id"]: each for each in report["paragraphs"]}
    for each in report["sentences"]:
        paragraph = by_id[each["paragraph"]]
        assert paragraph["start"] <= each["start"] < each["end"] <= paragraph["end"]
        piece = text[each["start"] : each["end"]]
        assert piece == piece.strip()
    known = {each["id"] for each in report["sentences"]}
    assert {id for each in report["sections"] for id in each["sentences"]} <= known


def test_inspect_tells_what_would_be_suggested(capsys) -> None:
    report = json.loads(run(capsys, "inspect", SAMPLE)[1])
    suggested = report["suggested"]
    assert 2 <= len(suggested) <= 7
    assert "Ukraine" in {each["name"] for each in suggested}
    assert all(each["name"] and each["cue"] for each in suggested)
    told = [id for each in suggested for id in each["sentences"]]
    body = {each["id"] for each in report["paragraphs"] if each["role"] == "body"}
    assert told == [each["id"] for each in report["sentences"] if each["paragraph"] in body]


DIGEST = """\
Peru: Miners ended their strike at the copper pit on Monday. They go back to work.

Kenya: Rain swept away the bridge on the road to Mombasa. Lorries wait on both banks.

Japan: The yen fell to its lowest in a year. Tourists are glad.
"""


def test_export_with_suggested_sections(capsys, tmp_path: Path) -> None:
    article, document = tmp_path / "a.txt", tmp_path / "a.docx"
    article.write_text(DIGEST, "utf-8")
    assert run(capsys, "export", article, "-o", document, "--suggest")[0] == 0
    lines = [each.text for each in docx.Document(str(document)).paragraphs]
    places = [next(i for i, line in enumerate(lines) if line == name)
              for name in ("Peru", "Kenya", "Japan")]  # fmt: skip
    assert places == sorted(places)
    assert any("swept away the bridge" in each for each in lines[places[1] : places[2]])


def test_inspect_tells_of_facts_with_their_places_and_cues(capsys) -> None:
    report = json.loads(run(capsys, "inspect", SAMPLE, "--published", "2021-09-22")[1])
    text = report["text"]
    people = {each["name"]: each for each in report["people"]}
    assert people["Ruth Ansel"]["role"] == "spokeswoman for Harlow"
    assert all(
        text[place["start"] : place["end"]] and place["cue"]
        for kind in ("people", "organisations", "places")
        for each in report[kind]
        for place in each["mentions"]
    )
    assert {each["name"] for each in report["places"]} >= {"Helsinki", "Afghanistan"}
    days = {each["text"]: each["value"] for each in report["dates"]}
    assert days["Wednesday"] == "2021-09-22"
    for each in (*report["dates"], *report["quotes"]):
        assert text[each["start"] : each["end"]] == each["text"]
        assert each["cue"]
    (said,) = (each for each in report["quotes"] if each["text"].startswith("Talks like these"))
    assert said["speaker"].endswith("Ruth Ansel")
    assert {each["kind"] for each in report["gaps"]} >= {"no outlet", "withheld"}
    assert {each["kind"] for each in report["claims"]} == set(ClaimKind)


def test_days_are_reckoned_from_the_day_given(capsys) -> None:
    days = [
        {e["text"]: e["value"] for e in json.loads(run(capsys, *words)[1])["dates"]}["Wednesday"]
        for words in (
            ("inspect", SAMPLE),
            ("inspect", SAMPLE, "--published", "2021-09-22"),
            ("inspect", SAMPLE, "--published", "2022-01-01"),
        )
    ]
    assert days == [None, "2021-09-22", "2021-12-29"]


def test_inspect_takes_a_publication_date(capsys) -> None:
    _, out, _ = run(capsys, "inspect", SAMPLE, "--published", "2021-09-22")
    assert json.loads(out)["published"] == "2021-09-22"


def test_inspect_tells_where_the_card_was_read(capsys, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(
        "River talks end without a result\n\nBy Jane Doe\n\n7 May 2015\n\n"
        "STRELSAU, Ruritania (AFP) — The ministers of the two countries met on Tuesday.\n\nURL: https://meridian.example/a\n",
        "utf-8",
    )
    report = json.loads(run(capsys, "inspect", path, "--published", "2015-05-08")[1])
    assert (report["name"], report["format"], report["encoding"]) == ("talks.txt", "txt", "utf-8")
    assert (report["url"], report["accessed"]) == ("https://meridian.example/a", None)
    assert (report["place"], report["descriptor"]) == ("Strelsau, Ruritania", "news agency")
    assert report["published"] == "2015-05-08"
    cues = report["card_cues"]
    assert cues["authors"] == "byline “By Jane Doe”"
    assert cues["outlet"] == "dateline “STRELSAU, Ruritania (AFP)”"
    assert "published" not in cues  # it was typed
    assert set(cues) <= set(report)


def test_the_encoding_can_be_said(capsys, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Łódź leży nad Łódką.".encode("cp1250"))
    status, out, errors = run(capsys, "inspect", path, "--encoding", "cp1250")
    assert (status, errors) == (0, [])
    assert json.loads(out)["text"] == "Łódź leży nad Łódką."
    assert json.loads(out)["encoding"] == "cp1250"
    assert "cannot be “utf-8”" in refused(capsys, "inspect", path, "--encoding", "utf-8")
    document = tmp_path / "a.docx"
    assert run(capsys, "export", path, "-o", document, "--encoding", "cp1250")[0] == 0


def test_the_whole_page_can_be_had(capsys, tmp_path: Path) -> None:
    words = "The ministers of the two countries met on Tuesday to speak about the river. " * 5
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><nav><a href='/'>Shopping</a> <a href='/b'>Weather charts</a></nav><article>"
        f"<h1>Talks end</h1>{f'<p>{words}</p>' * 4}</article></body></html>",
        "utf-8",
    )
    article = json.loads(run(capsys, "inspect", path)[1])["text"]
    whole = json.loads(run(capsys, "inspect", path, "--whole-page")[1])["text"]
    assert "Weather charts" not in article
    assert "Weather charts" in whole
    assert words.strip() in article


def test_inspect_is_the_same_in_any_process_locale_and_time_zone() -> None:
    outs = set()
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Tokyo")):
        env = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "main.py", "inspect", SAMPLE],
            cwd=paths.ROOT, env=env, capture_output=True, check=True,
        )  # fmt: skip
        outs.add(done.stdout)
    assert len(outs) == 1


# ---------------------------------------------------------------- export


FIELDS = ("--set", "title=Talks & <surveillance>", "--set", "to=The Minister", "--set",
          "from=Desk Łódź", "--set", "date=2021-09-23", "--set", "bottom_line=They met.",
          "--set", "outlet=The Paper", "--published", "2021-09-22")  # fmt: skip


FONT = "is not on this machine; "
"""What is said where a font of the house style has to be replaced."""


def docx_text(path: Path) -> str:
    """Its words, with those of its footnotes at the end; no-break spaces are spaces."""
    document = docx.Document(str(path))
    parts = document.part.package.iter_parts()
    notes = [parse_xml(each.blob) for each in parts if each.partname == "/word/footnotes.xml"]
    text = "\n".join(
        "".join(node.text or "" for node in paragraph.iter() if node.tag.endswith("}t"))
        for part in (document.element.body, *notes)
        for paragraph in part.iter()
        if paragraph.tag.endswith("}p")
    )
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_export_writes_a_word_file(capsys, tmp_path: Path) -> None:
    out = tmp_path / "note.docx"
    assert run(capsys, "export", SAMPLE, "-o", out, *FIELDS) == (0, "", [])
    text = docx_text(out)
    for each in ("Talks & <surveillance>", "Desk Łódź", "22 September 2021", "¶5", *SECTIONS):
        assert each in text


def test_export_writes_a_pdf_with_the_same_words(capsys, tmp_path: Path) -> None:
    word, pdf = tmp_path / "note.docx", tmp_path / "note.pdf"
    for out in (word, pdf):
        status, said, warnings = run(capsys, "export", SAMPLE, "-o", out, *FIELDS)
        assert (status, said, [each for each in warnings if FONT not in each]) == (0, "", [])
    printed = "".join(extract_text(pdf).split())
    for line in docx_text(word).splitlines():
        assert "".join(line.split()) in printed


def test_what_is_missing_shows_and_is_told(capsys, tmp_path: Path) -> None:
    out = tmp_path / "note.docx"
    status, _, warnings = run(capsys, "export", SAMPLE, "-o", out)
    assert status == 0
    missing = [line.split(":")[1].strip() for line in warnings]
    assert missing == ["Title", "To", "From", "Date", "Bottom line", "Source", "Publication date"]
    assert "[To: not given]" in docx_text(out)


def test_export_takes_only_the_sections_named(capsys, tmp_path: Path) -> None:
    out = tmp_path / "note.docx"
    run(capsys, "export", SAMPLE, "-o", out, "--sections", "ukraine,meeting")
    headings = [
        each.text
        for each in docx.Document(str(out)).paragraphs
        if each.style is not None and each.style.name == "Heading 1"
    ]
    assert {"Ukraine", "Meeting"} <= set(headings)
    assert "Afghanistan surveillance" not in headings


def test_export_takes_a_topic_set_of_ones_own(capsys, tmp_path: Path) -> None:
    topics = tmp_path / "mine.toml"
    topics.write_text(
        'name = "Mine"\ndescription = ""\n[[topic]]\nname = "Generals"\ncolour = "#0072b2"\n'
        'terms = ["general"]\nphrases = []\n',
        "utf-8",
    )
    out = tmp_path / "note.docx"
    assert run(capsys, "export", SAMPLE, "-o", out, "--topics", topics)[0] == 0
    assert "Generals" in docx_text(out)


def test_export_of_two_articles_numbers_them(capsys, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Ukraine said on Monday that talks would go on.", "utf-8")
    out = tmp_path / "note.docx"
    assert run(capsys, "export", SAMPLE, other, "-o", out, *FIELDS)[0] == 0
    text = docx_text(out)
    assert re.search(r"^ ?Article 1, ¶5\.$", text, re.MULTILINE)
    assert re.search(r"^ ?Article 2: .*, ¶1\.$", text, re.MULTILINE)


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_the_same_input_is_the_same_bytes_in_two_processes(tmp_path: Path, suffix: str) -> None:
    made = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}{suffix}"
        subprocess.run(
            [sys.executable, "main.py", "export", SAMPLE, "-o", out, *FIELDS],
            cwd=paths.ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True,
        )  # fmt: skip
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_export_lists_facts(capsys, tmp_path: Path) -> None:
    words = ("export", SAMPLE, "--published", "2021-09-22", "-o")
    assert run(capsys, *words, tmp_path / "none.docx")[0] == 0
    assert run(capsys, *words, tmp_path / "some.docx", "--facts", "timeline, people")[0] == 0
    assert run(capsys, *words, tmp_path / "all.docx", "--facts", "all")[0] == 0
    none, some, every = (docx_text(tmp_path / f"{each}.docx") for each in ("none", "some", "all"))
    headings = ["Timeline", "People", "Organisations", "Places", "Quotations", "Claims"]
    headings.append("What the article does not say")
    assert [each for each in headings if f"{each}\n" in none] == []
    assert [each for each in headings if f"{each}\n" in some] == headings[:3]
    assert [each for each in headings if f"{each}\n" in every] == headings
    assert "Wed 22 September 2021 “Wednesday”" in some


def test_letter_paper(capsys, tmp_path: Path) -> None:
    out = tmp_path / "note.docx"
    run(capsys, "export", SAMPLE, "-o", out, "--page", "Letter")
    width = docx.Document(str(out)).sections[0].page_width
    assert width is not None
    assert round(width.inches, 2) == 8.5


def styles_of(path: Path) -> str:
    return zipfile.ZipFile(path).read("word/styles.xml").decode()


def test_a_house_style_by_name_and_by_file_shows_in_both_formats(capsys, tmp_path: Path) -> None:
    own = tmp_path / "ministry.docx"
    own.write_bytes((paths.TEMPLATES / "house-styles" / "classical.docx").read_bytes())
    for suffix in (".docx", ".pdf"):
        usual, named, filed = (tmp_path / f"{each}{suffix}" for each in ("a", "b", "c"))
        assert run(capsys, "export", SAMPLE, "-o", usual, *FIELDS)[0] == 0
        assert run(capsys, "export", SAMPLE, "-o", named, *FIELDS, "--style", "classical")[0] == 0
        assert run(capsys, "export", SAMPLE, "-o", filed, *FIELDS, "--style", own)[0] == 0
        assert usual.read_bytes() != named.read_bytes()
        assert named.read_bytes() == filed.read_bytes()
    assert styles_of(tmp_path / "a.docx") != styles_of(tmp_path / "b.docx")


def test_a_house_style_that_is_none_is_refused(capsys, tmp_path: Path) -> None:
    out, broken = tmp_path / "note.pdf", tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    assert "baroque: is a house style" in refused(
        capsys, "export", SAMPLE, "-o", out, "--style", "baroque"
    )
    assert "broken.docx: " in refused(capsys, "export", SAMPLE, "-o", out, "--style", broken)
    assert "none.docx: " in refused(capsys, "export", SAMPLE, "-o", out, "--style", "none.docx")
    assert not out.exists()


def catalog(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        return PDFDocument(PDFParser(file)).catalog


def test_a_plain_pdf_instead_of_one_for_the_archive(capsys, tmp_path: Path) -> None:
    archive, plain = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert run(capsys, "export", SAMPLE, "-o", archive, *FIELDS)[0] == 0
    assert run(capsys, "export", SAMPLE, "-o", plain, *FIELDS, "--no-archive")[0] == 0
    assert "OutputIntents" in catalog(archive)
    assert "OutputIntents" not in catalog(plain)


def test_a_reviewers_copy_has_comments_in_place_of_notes(capsys, tmp_path: Path) -> None:
    note, copy = tmp_path / "note.docx", tmp_path / "copy.docx"
    assert run(capsys, "export", SAMPLE, "-o", note, *FIELDS)[0] == 0
    assert run(capsys, "export", SAMPLE, "-o", copy, *FIELDS, "--reviewers-copy")[0] == 0
    assert "word/comments.xml" not in zipfile.ZipFile(note).namelist()
    names = zipfile.ZipFile(copy).namelist()
    assert "word/comments.xml" in names
    assert "<w:footnoteReference" not in zipfile.ZipFile(copy).read("word/document.xml").decode()
    line = refused(
        capsys, "export", SAMPLE, "-o", tmp_path / "copy.pdf", *FIELDS, "--reviewers-copy"
    )
    assert "copy.pdf: cannot be a reviewer’s copy" in line


def test_a_project_is_kept_for_the_window(capsys, tmp_path: Path) -> None:
    kept, out = tmp_path / "a.briefing", tmp_path / "a.docx"
    words = ("--project", kept, "--style", "plain", "--page", "Letter")
    assert run(capsys, "export", SAMPLE, "-o", out, *FIELDS, *words)[0] == 0
    draft = project.load(kept).draft
    assert (draft.house, draft.page, draft.field("to")) == ("plain", "Letter", "The Minister")
    assert "--project" in refused(
        capsys, "export", SAMPLE, "-o", out, "--project", tmp_path / "a.zip"
    )


def test_the_house_styles_are_listed_with_what_is_not_followed(capsys, tmp_path: Path) -> None:
    status, out, errors = run(capsys, "styles")
    assert (status, errors) == (0, [])
    assert [each.partition("\t")[0] for each in out.splitlines()] == [
        "modern",
        "classical",
        "plain",
    ]
    own = tmp_path / "ministry.docx"
    docx.Document().save(str(own))
    house.add(own)
    status, out, errors = run(capsys, "styles")
    assert (status, len(out.splitlines())) == (0, 4)
    assert out.splitlines()[-1].startswith("ministry\t")
    assert errors  # Word's own template has none of the styles that are ours
    assert all(re.match(r"briefing: [^:]+: .+\.$", each) for each in errors)


def test_what_is_not_followed_of_a_word_file_is_told(capsys, tmp_path: Path) -> None:
    file, out = tmp_path / "ministry.docx", tmp_path / "note.docx"
    docx.Document().save(str(file))
    status, printed, errors = run(capsys, "styles", file)
    assert (status, printed) == (0, "ministry\tministry\n")
    assert any("Bottom Line" in each for each in errors)
    assert house.available()[-1].id == "plain", "it was only looked at"
    told = run(capsys, "export", SAMPLE, "-o", out, *FIELDS, "--style", file)[2]
    assert set(errors) <= set(told)
    with pytest.raises(SystemExit):
        app.main(["styles", "--help"])
    shown = "".join(capsys.readouterr().out.split())
    assert "".join(str(house.folder()).split()) in shown


# ---------------------------------------------------------------- refusals


def test_the_options_are_checked(capsys, tmp_path: Path) -> None:
    out = tmp_path / "note.pdf"
    for words in (
        ("--template", "none"),
        ("--sections", "nowhere"),
        ("--topics", "none.toml"),
        ("--published", "22/09/2021"),
        ("--facts", "people,weather"),
        ("--published", "2021-W38-3"),
        ("--set", "title"),
        ("--set", "titel=x"),
        ("--page", "A5"),
        ("--colour", "red"),
    ):
        refused(capsys, "export", SAMPLE, "-o", out, *words)
        assert not out.exists()


def test_an_unknown_field_names_the_known_ones(capsys, tmp_path: Path) -> None:
    line = refused(capsys, "export", SAMPLE, "-o", tmp_path / "x.pdf", "--set", "titel=x")
    assert "titel" in line
    assert "bottom_line" in line
    assert "published" in line


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)),
        ("letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("book.xlsx", b"PK\x03\x04 nothing"),
        ("torn.pdf", b"%PDF-1.7 torn"),
        ("torn.eml", b"Subject: x\n\n"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_no_article_is_refused_with_its_name(
    capsys, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    out = tmp_path / "out.pdf"
    assert name in refused(capsys, "inspect", path)
    assert name in refused(capsys, "export", path, "-o", out)
    assert not out.exists()


def test_a_huge_file_is_refused_before_it_is_read(capsys, tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    assert "300.0 MB" in refused(capsys, "inspect", path)


def test_a_missing_file_and_a_folder(capsys, tmp_path: Path) -> None:
    assert "none.txt: cannot be read" in refused(capsys, "inspect", tmp_path / "none.txt")
    assert "is a folder" in refused(capsys, "inspect", tmp_path)


def test_a_failed_export_leaves_the_old_file(capsys, tmp_path: Path) -> None:
    out = tmp_path / "note.pdf"
    out.write_bytes(b"old")
    refused(capsys, "export", tmp_path / "none.txt", "-o", out)
    assert out.read_bytes() == b"old"
    assert "note.xyz" in refused(capsys, "export", SAMPLE, "-o", tmp_path / "note.xyz")
    assert "no folder" in refused(capsys, "export", SAMPLE, "-o", tmp_path / "none" / "note.pdf")
    assert "must end in" in refused(capsys, "export", SAMPLE, "-o", tmp_path / "note.txt")
    assert [each.name for each in tmp_path.iterdir()] == ["note.pdf"]


@pytest.mark.parametrize("which", ["article", "style", "topics"])
def test_what_is_read_is_not_written_over(capsys, tmp_path: Path, which: str) -> None:
    files = {each: tmp_path / f"{each}.docx" for each in ("article", "style", "topics")}
    files["article"].write_bytes((paths.TEMPLATES / "house-styles" / "plain.docx").read_bytes())
    files["style"].write_bytes((paths.TEMPLATES / "house-styles" / "classical.docx").read_bytes())
    files["topics"].write_bytes(next((paths.ASSETS / "topics").glob("*.toml")).read_bytes())
    before = {path: path.read_bytes() for path in files.values()}
    out = tmp_path / "." / files[which].name
    words = ("--style", files["style"], "--topics", files["topics"])
    said = refused(capsys, "export", files["article"], "-o", out, *words)
    assert "--output: cannot be" in said
    assert {path: path.read_bytes() for path in files.values()} == before


def test_where_the_project_cannot_be_kept_no_document_is_left(capsys, tmp_path: Path) -> None:
    out, kept = tmp_path / "a.docx", tmp_path / "none" / "a.briefing"
    said = refused(capsys, "export", SAMPLE, "-o", out, "--receipt", "--project", kept)
    assert "a.briefing" in said
    assert list(tmp_path.iterdir()) == []


def test_a_broken_template_is_named_with_its_line(capsys, tmp_path: Path) -> None:
    folder = paths.user_data() / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('name = "Mine"\ndescription = "x"\n', "utf-8")
    (folder / "template.xml.j2").write_text(
        "<briefing>\n<p>\n{{ nowhere }}</p></briefing>", "utf-8"
    )
    line = refused(capsys, "export", SAMPLE, "-o", tmp_path / "x.pdf", "--template", "mine")
    assert "template.xml.j2, line 3" in line
    assert "nowhere" in line
    status, out, errors = run(capsys, "templates")
    assert (status, len(errors)) == (0, 1)
    assert out.startswith("briefing-note\t")
    assert "mine" not in out
    assert "template.xml.j2, line 3" in errors[0]


def test_a_mistake_of_ours_is_status_1_and_one_line(capsys, monkeypatch) -> None:
    from briefing import inspection

    monkeypatch.setattr(inspection, "inspect", lambda *_: 1 / 0)
    status, out, errors = run(capsys, "inspect", SAMPLE)
    assert (status, out, len(errors)) == (1, "", 1)
    assert errors[0].startswith("briefing: program: ")


def test_no_display_is_told_instead_of_a_crash(capsys, monkeypatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "display" in refused(capsys, SAMPLE)


def test_help_needs_no_qt(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ImportError('no Qt here')", "utf-8")
    env = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "main.py", "--help"],
        cwd=paths.ROOT,
        env=env,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "export FILE... -o OUT" in done.stdout


# ---------------------------------------------------------------- hostile text

HOSTILE = """Talks in Ukraine {{ 7*7 }} went on, {% for x in y %} said <b>Kyiv</b> & Moscow.

Ukraine paid <font color="red">AT&amp;T</font> 100\u00a0% of ]]> what <!-- it --> owed \U0001f600.

Ukraine's price: ${jndi} %s \\n {0} `rm` #{x} <?xml?> &lt;ok&gt; é ł ш ω.
"""


def test_article_text_arrives_letter_for_letter(capsys, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE, "utf-8")
    word, pdf = tmp_path / "x.docx", tmp_path / "x.pdf"
    for out in (word, pdf):
        assert run(capsys, "export", path, "-o", out)[0] == 0
    written = docx_text(word)
    printed = "".join(extract_text(pdf).split())
    for line in HOSTILE.split("\n\n"):
        assert " ".join(line.split()) in written
        plain = "".join(line.split()).replace("\U0001f600", "")
        head, _, tail = "".join(line.split()).partition("\U0001f600")
        assert (head in printed and tail in printed) or plain in printed


def test_control_characters_are_left_out_and_counted(capsys, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("Ukraine\x07 talks\u202e go on\x00. They meet.".encode())
    status, out, warnings = run(capsys, "inspect", path)
    assert status == 0
    assert json.loads(out)["text"] == "Ukraine talks go on. They meet."
    assert len(warnings) == 1
    assert "No letter was lost" in warnings[0]


def test_nothing_is_written_twice_into_a_zip(capsys, tmp_path: Path) -> None:
    out = tmp_path / "x.docx"
    run(capsys, "export", SAMPLE, "-o", out)
    names = zipfile.ZipFile(io.BytesIO(out.read_bytes())).namelist()
    assert len(names) == len(set(names))


def test_an_output_that_takes_nothing_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "inspect", SAMPLE],
            cwd=paths.ROOT, stdout=full, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("briefing: output: cannot be written")


def test_of_a_long_article_all_that_is_found_is_exported(tmp_path: Path) -> None:
    path, out = tmp_path / "long.txt", tmp_path / "out.docx"
    path.write_text(
        "\n\n".join(f"The ministers met for talk number {each} on Ukraine." for each in range(400))
    )
    assert app.main(["export", str(path), "-o", str(out)]) == 0
    assert "talk number 399" in zipfile.ZipFile(out).read("word/document.xml").decode()
