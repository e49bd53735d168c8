"""Receipts: made with a document, verified by another officer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing import app, paths, receipts
from briefing.errors import NothingToVerify, ReceiptDiffers, ReceiptProblem
from briefing.receipts import Verdict

ARTICLE = "Ukraine said on Monday that talks would go on.\n\nThe ministers met in Kyiv."
FIELDS = ("--set", "title=Talks", "--set", "to=The Minister", "--set", "from=Desk 4",
          "--set", "date=2021-09-23", "--set", "bottom_line=They met.",
          "--set", "outlet=The Paper", "--published", "2021-09-22")  # fmt: skip


def export(folder: Path, name: str = "note.docx", *words: str | Path) -> Path:
    """A document with its receipt, and the project and the article it was made from."""
    article = folder / "talks.txt"
    article.write_text(ARTICLE, "utf-8")
    out = folder / name
    command = ("export", article, "-o", out, *FIELDS, "--receipt", *words)
    assert app.main([str(each) for each in command]) == 0
    return out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a document, made once."""
    folder = tmp_path_factory.mktemp("made")
    export(folder, "note.docx", "--project", folder / "work.briefing")
    return folder


@pytest.fixture
def note(made: Path, tmp_path: Path) -> Path:
    """A document of each test's own."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "note.docx"


def verdicts(note: Path, *others: Path) -> dict[str, Verdict]:
    verified = receipts.verify(receipts.beside(note), others)
    return {each.what.partition(" ")[0]: each.verdict for each in verified.lines}


def status(note: Path, *others: Path) -> int:
    return app.main(["verify", str(receipts.beside(note)), *map(str, others)])


def change(note: Path, act: Callable[[dict[str, Any]], object]) -> None:
    """Write something else into a receipt."""
    path = receipts.beside(note)
    content = json.loads(path.read_bytes())
    act(content)
    path.write_text(json.dumps(content), "utf-8")


# ---------------------------------------------------------------- what it says


def test_a_receipt_says_what_the_document_was_made_from(note: Path) -> None:
    said = json.loads(receipts.beside(note).read_bytes())
    assert list(said) == [
        "schema", "program", "template", "house", "sources", "draft", "options", "output",
    ]  # fmt: skip
    assert said["output"]["name"] == "note.docx"
    assert said["output"]["size"] == note.stat().st_size
    assert [each["name"] for each in said["sources"]] == ["talks.txt"]
    assert said["house"]["id"] == "modern"
    assert said["options"] == {"archive": True, "tagged": True, "reviewing": False}
    assert str(note.parent) not in receipts.beside(note).read_text("utf-8")


def test_a_receipt_comes_back_as_it_was(note: Path) -> None:
    path = receipts.beside(note)
    assert receipts.pack(receipts.unpack(path)) == path.read_bytes()


def test_a_receipt_is_the_same_in_two_processes(tmp_path: Path) -> None:
    made: list[bytes] = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        (folder / "talks.txt").write_text(ARTICLE, "utf-8")
        subprocess.run(
            [sys.executable, "main.py", "export", folder / "talks.txt", "-o", folder / "a.docx",
             *FIELDS, "--receipt"],
            cwd=paths.ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True,
        )  # fmt: skip
        made.append((folder / "a.docx.receipt.json").read_bytes())
    assert made[0] == made[1]


def test_a_title_that_would_act_on_a_terminal_is_shown_without(tmp_path: Path) -> None:
    out = export(tmp_path, "note.docx", "--set", "headline=A\x1b[31m\u202eB")
    assert "\x1b" not in receipts.unpack(receipts.beside(out)).sources[0].title
    assert "\u202e" not in receipts.unpack(receipts.beside(out)).sources[0].title


# ---------------------------------------------------------------- what holds


def test_all_that_is_beside_it_matches_and_is_made_again(note: Path, capsys) -> None:
    assert status(note) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == ""
    assert lines[0] == "document: matches (note.docx)"
    assert "source talks.txt: matches" in lines
    assert "made again: matches (byte for byte the same)" in lines
    assert not any("differs" in each or "not found here" in each for each in lines)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("note.pdf", ()),
        ("note.pdf", ("--no-archive",)),
        ("note.docx", ("--reviewers-copy",)),
        ("note.docx", ("--style", "classical", "--page", "Letter", "--facts", "all")),
    ],
    ids=["archive", "plain", "review", "style"],
)
def test_each_kind_of_document_is_made_again(
    tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    out = export(tmp_path, name, "--project", tmp_path / "a.briefing", *words)
    assert set(verdicts(out).values()) == {Verdict.MATCHES}


def test_without_the_project_nothing_is_made_again(note: Path) -> None:
    (note.parent / "work.briefing").unlink()
    found = verdicts(note)
    assert found["project"] is Verdict.ABSENT
    assert "made" not in found
    assert status(note) == 0


def test_sources_are_found_in_the_project_and_by_their_content(note: Path, tmp_path: Path) -> None:
    article = note.parent / "talks.txt"
    moved = tmp_path / "elsewhere.dat"
    article.rename(moved)
    assert verdicts(note)["source"] is Verdict.MATCHES  # in the project
    (note.parent / "work.briefing").unlink()
    assert verdicts(note)["source"] is Verdict.ABSENT
    assert verdicts(note, moved)["source"] is Verdict.MATCHES


def test_the_document_may_lie_elsewhere(note: Path, tmp_path: Path) -> None:
    (tmp_path / "sent").mkdir()
    moved = tmp_path / "sent" / "other.docx"
    note.rename(moved)
    assert verdicts(note)["document"] is Verdict.ABSENT
    assert verdicts(note, moved)["document"] is Verdict.MATCHES


def test_a_document_that_is_nowhere_is_not_verified(note: Path, capsys) -> None:
    note.unlink()
    assert status(note) == 0  # it is made again from the project
    (note.parent / "work.briefing").unlink()
    assert status(note) == 2
    assert "nothing is verified" in capsys.readouterr().err
    assert isinstance(receipts.verify(receipts.beside(note)).problem, NothingToVerify)


def test_a_house_style_from_a_file_is_found_among_the_files(tmp_path: Path) -> None:
    style = tmp_path / "ministry.docx"
    shutil.copy(paths.TEMPLATES / "house-styles" / "classical.docx", style)
    with zipfile.ZipFile(style, "a") as archive:
        archive.comment = b"of the ministry"
    out = export(tmp_path, "a.docx", "--project", tmp_path / "a.briefing", "--style", str(style))
    found = verdicts(out)
    assert found["house"] is Verdict.ABSENT
    assert found["made"] is Verdict.ABSENT
    assert set(verdicts(out, style).values()) == {Verdict.MATCHES}


def test_a_house_style_may_go_by_another_name_here(tmp_path: Path) -> None:
    style = tmp_path / "ministry.docx"
    shutil.copy(paths.TEMPLATES / "house-styles" / "classical.docx", style)
    for name in ("a.docx", "a.pdf"):
        words = ("--project", tmp_path / "a.briefing", "--style", style)
        out = export(tmp_path, name, *words)
        verified = receipts.verify(receipts.beside(out))
        assert {each.verdict for each in verified.lines} == {Verdict.MATCHES}
        assert "house style ministry: matches (here it is “classical”)" in map(str, verified.lines)


# ---------------------------------------------------------------- what differs


@pytest.mark.parametrize("what", ["document", "source", "program", "template", "house"])
def test_what_differs_is_named(note: Path, what: str, capsys) -> None:
    if what == "document":
        note.write_bytes(note.read_bytes() + b" ")
    elif what == "source":
        (note.parent / "talks.txt").write_text("Other words.", "utf-8")
    else:
        change(note, lambda content: content[what].update(sha256="0" * 64))
    assert [key for key, each in verdicts(note).items() if each is Verdict.DIFFERS] == [what]
    assert status(note) == 2
    out, err = capsys.readouterr()
    assert f"{what}" in err.splitlines()[-1]
    assert len(err.splitlines()) == 1
    assert ": differs" in out


def test_other_libraries_are_named_where_they_may_be_why(note: Path) -> None:
    change(note, lambda content: content["program"]["libraries"].update(reportlab="0.1", x="2"))
    assert status(note) == 0  # it comes out the same, whatever made it
    change(note, lambda content: content["output"].update(sha256="1" * 64))
    lines = {each.what: each for each in receipts.verify(receipts.beside(note)).lines}
    assert "reportlab 0.1, here " in lines["made again"].detail
    assert lines["made again"].detail.endswith("x 2, here none")


def test_a_template_of_another_name_is_not_found_here(note: Path) -> None:
    change(note, lambda content: content["template"].update(id="theirs"))
    assert verdicts(note)["template"] is Verdict.ABSENT


def test_a_project_with_other_decisions_is_no_part_of_it(note: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / "other.briefing"
    export(tmp_path / "b", "o.docx", "--project", other, "--set", "title=Other")
    assert verdicts(note, other)["project"] is Verdict.DIFFERS
    (note.parent / "work.briefing").unlink()
    shutil.copy(other, note.parent)
    assert verdicts(note)["project"] is Verdict.ABSENT  # it may belong to another document


def test_what_is_made_again_and_differs_is_told(note: Path) -> None:
    note.unlink()
    change(note, lambda content: content["output"].update(sha256="1" * 64))
    found = receipts.verify(receipts.beside(note))
    assert isinstance(found.problem, ReceiptDiffers)
    assert "made again" in found.problem.what


def test_a_file_that_is_none_of_them_is_told(note: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("x", "utf-8")
    assert receipts.verify(receipts.beside(note), [odd]).problem == ReceiptDiffers(
        "note.docx", ("file odd.txt",)
    )


@pytest.mark.parametrize(("name", "kind"), [("a.pdf", "a PDF document"), ("a.docx", "a Word")])
def test_for_a_document_its_receipt_is_taken(tmp_path: Path, name: str, kind: str, capsys) -> None:
    out = export(tmp_path, name)
    assert app.main(["verify", str(out)]) == 0
    assert capsys.readouterr().out.startswith(f"document: matches ({name})")
    out.write_bytes(out.read_bytes() + b" ")
    assert app.main(["verify", str(out)]) == 2
    assert "what differs: document." in capsys.readouterr().err
    receipts.beside(out).unlink()
    assert app.main(["verify", str(out)]) == 2
    said = capsys.readouterr().err
    assert f"it is {kind}" in said
    assert f"“{name}.receipt.json”" in said
    assert "damaged" not in said


# ---------------------------------------------------------------- broken and hostile


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"schema": 2}', b'{"schema": 1}', b"[" * 100_000,
     b" " * 1_000_001],
    ids=["empty", "cut", "list", "no text", "newer", "bare", "deep", "large"],
)  # fmt: skip
def test_what_is_no_receipt_is_refused(tmp_path: Path, content: bytes, capsys) -> None:
    path = tmp_path / "note.pdf.receipt.json"
    path.write_bytes(content)
    assert app.main(["verify", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("briefing: note.pdf.receipt.json: is no receipt")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda content: content["output"].update(name="../../etc/passwd.pdf"),
        lambda content: content["output"].update(name="C:\\note.pdf"),
        lambda content: content["output"].update(name="note.exe"),
        lambda content: content["output"].update(name=""),
        lambda content: content["output"].update(name="a\x1b[2J.pdf"),
        lambda content: content["output"].update(size=-1),
        lambda content: content["output"].update(sha256="../x"),
        lambda content: content["template"].update(id="a\nb"),
        lambda content: content["house"].update(sha256=""),
        lambda content: content["sources"][0].update(title="\u202e"),
        lambda content: content["options"].update(archive="yes"),
        lambda content: content["sources"].append(3),
    ],
    ids=["above", "drive", "program", "no name", "terminal", "size", "digest", "lines", "house",
         "order", "option", "source"],
)  # fmt: skip
def test_a_hostile_receipt_is_refused(note: Path, act: Callable[[dict[str, Any]], object]) -> None:
    change(note, act)
    with pytest.raises(ReceiptProblem):
        receipts.verify(receipts.beside(note))


@pytest.mark.parametrize("id", ["../../secret", "/etc/passwd", "a" * 5000, "..", ""])
def test_ids_lead_nowhere(note: Path, id: str) -> None:
    change(
        note,
        lambda content: (
            content["template"].update(id=id),
            content["house"].update(id=id, sha256="0" * 64),
        ),
    )
    found = verdicts(note)
    assert (found["template"], found["house"]) == (Verdict.ABSENT, Verdict.ABSENT)


def test_a_source_outside_the_folder_is_not_looked_for(note: Path, tmp_path: Path) -> None:
    (note.parent / "work.briefing").unlink()
    inner = tmp_path / "inner"
    inner.mkdir()
    for each in (note, receipts.beside(note)):
        each.rename(inner / each.name)
    change(inner / note.name, lambda content: content["sources"][0].update(name="../talks.txt"))
    assert verdicts(inner / note.name)["source"] is Verdict.ABSENT
