from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from briefing import context, lexicon, markup, templating
from briefing.context import reading
from briefing.model.annotations import Annotations, Claim, ClaimKind, Sentence
from briefing.model.article import BY_HAND, Article, Paragraph, Role, SourceCard
from briefing.model.brief import Brief, Heading, ParagraphStyle, Run, Table
from briefing.model.brief import Paragraph as Words
from briefing.model.corrections import Fact, Row
from briefing.model.draft import Draft, Point, Section
from briefing.model.facts import DateExpression, DateKind
from briefing.model.span import Source, Span

CAPTION = "Cranes in Gdańsk. Photo: M. Łukasz"
SIGNED = "The ports signed an agreement on Tuesday."
STARTS = "Work starts in late April."
SAID = "“We have waited,” said Harbour Master Zofia Wójcik."
COST = "She gave no figure for the cost."
COULD = "The terminal could draw traffic from Rotterdam."
NOTICE = "This text may not be reproduced."
TEXT = "\n\n".join([CAPTION, f"{SIGNED} {STARTS}", SAID, COST, COULD, NOTICE])
ROLES = (Role.CAPTION, Role.BODY, Role.BODY, Role.BODY, Role.BODY, Role.NOTICE)
NB = "\N{NO-BREAK SPACE}"
WOJCIK = "Harbour Master Zofia Wójcik"


def make(id: str) -> tuple[Article, Annotations]:
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    claims: list[Claim] = []
    for number, (found, role) in enumerate(
        zip(re.finditer(r"[^\n]+", TEXT), ROLES, strict=True), 1
    ):
        paragraphs.append(Paragraph(f"p{number}", role, Span(*found.span()), ""))
        for each in re.finditer(r"\S[^.]*\.”?|\S[^.]*$", found[0]):
            start = found.start() + each.start()
            sentence = f"s{len(sentences) + 1}"
            sentences.append(Sentence(sentence, f"p{number}", Span(start, start + len(each[0]))))
            if role is Role.BODY:
                kind, speaker = {
                    SAID: (ClaimKind.QUOTED, WOJCIK),
                    COST: (ClaimKind.ATTRIBUTED, WOJCIK),
                    COULD: (ClaimKind.INFERENCE, None),
                }.get(each[0], (ClaimKind.REPORTED, None))
                claims.append(Claim(sentence, kind, speaker, None))
    article = Article(id, "ports.txt", "0123456789abcdef" * 4, TEXT, tuple(paragraphs))
    return article, Annotations(id, tuple(sentences), (), tuple(claims))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def point(
    words: str, section: str = "a", wording: str | None = None, article: str = "one"
) -> Point:
    return Point(f"{section}{words[:9]}{article}", section, Source(article, span(words)), wording)


SECTIONS = (Section("a", "Agreement", "#0072b2"), Section("b", "Traffic", "#d55e00"))


def draft(*points: Point, **changes: object) -> Draft:
    values: dict[str, object] = {
        "articles": ("one",),
        "cards": (SourceCard(),),
        "sections": SECTIONS,
        "points": points,
    }
    return Draft(**(values | changes))  # type: ignore[arg-type]


def view(*points: Point, **changes: object) -> dict[str, object]:
    made = draft(*points, **changes)
    pairs = [make(id) for id in made.articles]
    template = templating.load("briefing-note")
    return context.build(made, [a for a, _ in pairs], [n for _, n in pairs], template)


def only(point: Point) -> context.PointView:
    (section,) = view(point)["sections"]  # type: ignore[misc]
    return section.points[0]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        (SIGNED, "¶1"),
        (COULD, "¶4"),
        (f"{STARTS}\n\n{SAID}", "¶1–2"),
        (CAPTION, "caption"),
        (NOTICE, "notice"),
        (f"{COULD}\n\n{NOTICE}", f"¶4,{NB}notice"),
    ],
)
def test_marks(words: str, mark: str) -> None:
    made = only(point(words))
    assert (made.text, made.mark) == (words, mark)
    assert Source.parse(made.source) == Source("one", span(words))


@pytest.mark.parametrize(
    ("words", "kind", "speakers", "partly"),
    [
        (SIGNED, "reported", (), False),
        (SAID, "quoted", (), False),  # the text names her
        (COST, "attributed", (WOJCIK,), False),
        (COULD, "inference", (), False),
        (f"{SAID}\n\n{COST}", "attributed", (), True),  # it names her before
        (f"{COST}\n\n{COULD}", "inference", (WOJCIK,), True),
        ("We have waited,", "quoted", (WOJCIK,), False),  # cut off from who said it
    ],
)
def test_claims_travel_with_their_speaker(
    words: str, kind: str, speakers: tuple[str, ...], partly: bool
) -> None:
    made = only(point(words))
    assert (made.kind, made.speakers, made.partly) == (kind, speakers, partly)
    assert made.inferred is made.reporters is (kind == "inference")
    assert not made.unsure


def test_an_inference_beside_what_somebody_says_is_the_reporters() -> None:
    lines = said(document(point(f"{COST}\n\n{COULD}", wording="No figure, and it could grow.")))
    (line,) = (each for each in lines if each.startswith("No figure"))
    assert f"[in part reporter’s inference; in part said by {WOJCIK}]" in line


def test_own_wording_is_told() -> None:
    made = only(point(SAID, wording="The port has waited."))
    assert (made.text, made.reworded, made.mark) == ("The port has waited.", True, "¶2")
    assert made.speakers == (WOJCIK,)  # the new words no longer name her


@pytest.mark.parametrize(
    ("speaker", "cue", "text", "told"),
    [
        (WOJCIK, "said", "Wójcik said no.", True),
        (WOJCIK, "said", "She said no.", False),
        (WOJCIK, BY_HAND, "Wójcik’s answer was no.", True),
        (WOJCIK, "quotation marks", "Wójcik’s answer was no.", True),
        ("Zofia Wójcik, aide to Nowak", "said", "Nowak said no.", False),
        ("Theresa May", "said", "the talks may fail on Friday.", False),
        ("Theresa May", "said", "May the talks not fail.", False),
        ("Condoleezza Rice", "said", "Rice prices would fall.", False),
        ("Ann Roe", "said", "Roe’s ministry would close.", False),
    ],
)
def test_whether_the_text_tells_who_says_it(speaker: str, cue: str, text: str, told: bool) -> None:
    claim = Claim("s1", ClaimKind.ATTRIBUTED, speaker, cue)
    assert reading._tells(text, claim) is told


def test_what_the_lists_print_is_not_left_out() -> None:
    date = DateExpression(span("Tuesday"), DateKind.POINT, "2021-09-21", "a rule")
    article, found = make("one")
    made = draft(
        rows=(Row(Fact.CLAIM, Source("one", span(COST))), Row(Fact.DATE, Source("one", date.span)))
    )
    built = context.build(
        made, [article], [replace(found, dates=(date,))], templating.load("briefing-note")
    )
    (source,) = built["sources"]  # type: ignore[misc]
    assert (source.left_out.sentences, source.left_out.places) == (3, "¶1–2, ¶4")


def left_out(*points: Point, **changes: object) -> reading.LeftOut:
    (source,) = view(*points, **changes)["sources"]  # type: ignore[misc]
    return source.left_out


def test_what_is_left_out() -> None:
    out = left_out(point(SIGNED), point("said Harbour"))
    assert (out.sentences, out.places) == (3, "¶1, ¶3–4")
    assert (out.parts, out.part_places) == (1, "¶2")
    assert out.furniture == ("caption", "notice")


def test_nothing_is_left_out() -> None:
    out = left_out(*(point(each) for each in (SIGNED, STARTS, SAID, COST, COULD, CAPTION, NOTICE)))
    assert out == reading.LeftOut(0, "", 0, "", ())


def test_parts_make_a_whole() -> None:
    assert left_out(point("The ports signed"), point("an agreement on Tuesday.")).parts == 0


def test_points_that_are_not_taken_are_left_out() -> None:
    off = (Section("a", "Agreement", "#0072b2", taken=False), SECTIONS[1])
    made = view(point(SIGNED), point(COULD, "b"), sections=off)
    assert [each.name for each in made["sections"]] == ["Traffic"]  # type: ignore[attr-defined]
    assert made["left_out_sections"] == ("Agreement",)
    assert left_out(point(SIGNED), point(COULD, "b"), sections=off).sentences == 4


def test_several_articles_are_numbered() -> None:
    made = view(
        point(SIGNED),
        point(COULD, article="two"),
        articles=("one", "two"),
        cards=(SourceCard(), SourceCard()),
    )
    (section,) = made["sections"]  # type: ignore[misc]
    assert [each.mark for each in section.points] == [
        "1\N{NO-BREAK SPACE}¶1",
        "2\N{NO-BREAK SPACE}¶4",
    ]
    assert [each.number for each in made["sources"]] == [1, 2]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "English"), ("pt-BR", "Portuguese"), ("EL", "Greek"), ("tlh", "tlh"), (None, "")],
)
def test_language_has_its_name(tag: str | None, name: str) -> None:
    (source,) = view(cards=(SourceCard(language=tag),))["sources"]  # type: ignore[misc]
    assert source.language == name


def test_every_language_the_readers_know_has_a_name() -> None:
    assert [
        each for each in lexicon.keys("languages", "words") if reading._language(each) == each
    ] == []


def test_fields() -> None:
    fields = view(fields=(("to", "The Minister"),))["fields"]
    assert isinstance(fields, dict)
    assert (fields["to"].value, fields["to"].required) == ("The Minister", True)
    assert (fields["title"].value, fields["marking"].value) == ("", "UNMARKED")
    assert fields["date"].value == ""  # "today" is for the form: no clock in a document


def document(*points: Point, **changes: object) -> Brief:
    made = templating.render(templating.load("briefing-note"), view(*points, **changes))
    return markup.parse(made.markup)


def said(brief: Brief) -> list[str]:
    """Each paragraph as text, those of tables included."""
    out: list[str] = []
    for block in brief.blocks:
        if isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row)
            out += [_text(each) for cell in cells for each in cell.paragraphs]
        else:
            out.append(_text(block))
    return out


def _text(block: Heading | Words) -> str:
    return "".join(each.text for each in block.inlines if isinstance(each, Run))


CARD = SourceCard(
    "Two ports", ("A. Nowak",), "Example Press", published=date(2021, 9, 22), language="en"
)


def test_the_briefing_note() -> None:
    brief = document(
        point(SIGNED),
        point(COST),
        point(COULD, "b"),
        point(STARTS, "b", wording="Work is to start in spring."),
        cards=(CARD,),
        fields=(
            ("bottom_line", "One terminal.\nNo price."),
            ("comment", "Unconfirmed."),
            ("date", "2021-09-23"),
            ("from", "Ports desk"),
            ("marking", "tlp:green"),
            ("reference", "P/7"),
            ("sources", "marks in the text"),
            ("title", "Two ports & <one> terminal"),
            ("to", "The Minister"),
        ),
    )
    assert said(brief) == [
        "Briefing note for information",
        "Two ports & <one> terminal",
        *("To", "The Minister", "From", "Ports desk", "Date", "23 September 2021"),
        *("Reference", "P/7"),
        *("Bottom line", "One terminal.", "No price."),
        *("Agreement", f"{SIGNED}{NB}¶1", f"{COST} [said by {WOJCIK}]{NB}¶3"),
        *("Traffic", f"{COULD} [reporter’s inference]{NB}¶4"),
        f"Work is to start in spring.{NB}¶1,{NB}reworded",
        *("Comment: the drafter’s judgement, not the article’s", "Unconfirmed."),
        *("Source", "Article", "Two ports", "Outlet", "Example Press", "Author", "A. Nowak"),
        *("Published", "22 September 2021", "Language", "English"),
        *("File", "ports.txt (SHA-256 0123456789ab…)"),
        "Left out: 1 of 5 sentences (¶2); not part of the text: caption, notice.",
    ]
    assert (brief.marking, brief.title) == ("TLP:GREEN", "Two ports & <one> terminal")
    assert (brief.author, brief.keywords) == ("Ports desk", ("Agreement", "Traffic"))
    for text in said(brief):  # nothing comes between a mark and the word before it
        assert " ¶" not in text or text.startswith("Left out")
    bullets = [
        each
        for each in brief.blocks
        if isinstance(each, Words) and each.style is ParagraphStyle.BULLET
    ]
    assert bullets[0].sources == (Source("one", span(SIGNED)),)


def test_an_empty_briefing_note_shows_its_gaps() -> None:
    brief = document()
    assert brief.marking == "UNMARKED"
    gaps = [
        run.text
        for block in brief.blocks
        for words in (
            [p for row in block.rows for cell in row for p in cell.paragraphs]
            if isinstance(block, Table)
            else [block]
        )
        for run in words.inlines
        if isinstance(run, Run) and run.gap
    ]
    assert gaps == [
        "[Title: not given]",
        "[To: not given]",
        "[From: not given]",
        "[Date: not given]",
        "[Bottom line: not given]",
        "[Points: none taken]",
        *["[not given]"] * 2,  # outlet and day; the rest of a source nobody requires
    ]
    assert said(brief).count("not known") == 3


def test_several_sources_each_have_a_card() -> None:
    brief = document(
        point(SIGNED), articles=("one", "two"), cards=(SourceCard("First"), SourceCard("Second"))
    )
    texts = said(brief)
    out = "5 of 5 sentences (¶1–4); not part of the text: caption, notice."
    assert {"Sources", "Article 1", "First", "Article 2", "Second"} <= set(texts)
    assert f"Left out of article 2: {out}" in texts
