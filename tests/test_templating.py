from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from briefing import markup, paths, templating
from briefing.errors import MarkupProblem, NoSuchTemplate, TemplateProblem
from briefing.model.template import SOURCE_FIELDS, FieldType, Template


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The person's own templates."""
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path)
    (tmp_path / "templates").mkdir()
    return tmp_path / "templates"


FORM = 'name = "Mine"\n[[field]]\nid = "a"\nlabel = "A"\n'


def make(folder: Path, id: str, form: str = FORM, source: str = "x") -> Path:
    (folder / id).mkdir()
    (folder / id / "template.toml").write_text(form, "utf-8")
    (folder / id / "template.xml.j2").write_text(source, "utf-8")
    return folder / id


def render(own: Path, source: str, **context: object) -> templating.Rendered:
    make(own, "mine", source=source)
    return templating.render(templating.load("mine"), context)


def test_the_one_that_comes_along() -> None:
    template = templating.load("briefing-note")
    assert (template.name, template.type) == ("Briefing note", "information")
    assert [each.id for each in template.fields if each.required] == [
        "title",
        "to",
        "from",
        "date",
        "bottom_line",
    ]
    marking = template.field("marking")
    assert marking is not None
    assert (marking.type, marking.default) == (FieldType.MARKING, "UNMARKED")
    assert marking.choices[0] == "UNMARKED"
    assert {"TLP:AMBER", "NATO SECRET"} <= set(marking.choices)


@pytest.mark.usefixtures("own")
def test_what_there_is() -> None:
    assert [each.id for each in templating.available() if isinstance(each, Template)] == [
        "briefing-note"
    ]
    with pytest.raises(NoSuchTemplate) as caught:
        templating.load("minutes")
    assert caught.value.known == ("briefing-note",)


def test_own_templates_win(own: Path) -> None:
    make(own, "briefing-note")
    make(own, "other")
    assert [each.name for each in templating.available() if isinstance(each, Template)] == [
        "Mine",
        "Mine",
    ]


def test_a_broken_one_harms_nothing_else(own: Path) -> None:
    make(own, "broken", "name = \n")
    (own / "no-template").mkdir()
    (own / "half").mkdir()
    (own / "half" / "template.toml").write_text(FORM)
    problems = [each for each in templating.available() if isinstance(each, TemplateProblem)]
    assert [(each.template, each.file, each.line) for each in problems] == [
        ("broken", "template.toml", 1),
        ("half", "template.xml.j2", None),
    ]
    assert any(isinstance(each, Template) for each in templating.available())


FIELD = 'name = "N"\n[[field]]\nid = "a"\nlabel = "A"\n'


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("", "“name” is missing"),
        ('name = "N"\nnames = 1', "the template has “names”"),
        ("name = 1", "“name” is not"),
        ('name = "N"\ntype = "novel"', "type “novel” is not one of"),
        ('name = "N"\nfield = [1]', "field 1 is not a"),
        ('name = "N"\n[[field]]\nid = "A b"\nlabel = "A"', "id “A b”"),
        ('name = "N"\n[[field]]\nid = "copy"\nlabel = "A"', "has a meaning"),
        ('name = "N"\n[[field]]\nid = "a"', "“label” is missing"),
        (FIELD + 'type = "number"', "type “number” is not one of"),
        (FIELD + 'type = "choice"', "needs “choices”"),
        (FIELD + "choices = [1]", "not a list of texts"),
        (FIELD + 'required = "yes"', "“required” is not"),
        (FIELD + '[[field]]\nid = "a"\nlabel = "B"', "two fields “a”"),
    ],
)
def test_mistakes_in_a_form(own: Path, form: str, reason: str) -> None:
    make(own, "mine", form)
    with pytest.raises(TemplateProblem, match=reason):
        templating.load("mine")


@pytest.mark.parametrize("id", [each.id for each in SOURCE_FIELDS])
def test_a_field_is_no_field_of_the_source(own: Path, id: str) -> None:
    make(own, "mine", FIELD.replace('"a"', f'"{id}"'))
    with pytest.raises(TemplateProblem, match="choose another"):
        templating.load("mine")


HOSTILE = "{{ 7*7 }} {% for x in y %} {# no #} <b> & ]]> \" ' </p> &amp; <!--"


def test_text_of_an_article_stays_text(own: Path) -> None:
    made = render(own, '<briefing title="{{ a }}" marking="M"><p>{{ a }}</p></briefing>', a=HOSTILE)
    brief = markup.parse(made.markup)
    assert brief.title == HOSTILE
    assert brief.blocks[0].inlines[0].text == HOSTILE  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class View:
    text: str
    more: tuple[str, ...]


def test_what_xml_cannot_hold_is_left_out_first(own: Path) -> None:
    bad = "a\x019\x02\x00\ud800\uffffb"
    view = View(bad, (bad,))
    made = render(own, "{{ v.text }}|{{ v.more[0]|e }}|{{ d.k }}", v=view, d={"k": bad})
    assert made.markup == "a9b|a9b|a9b"


def test_helpers(own: Path) -> None:
    made = render(
        own,
        "{{ iso|date }}, {{ day|date }}, {{ free|date }}, {{ bad|date }}: "
        "{{ text|paragraphs|join('/') }}",
        iso="2021-09-22",
        day=date(2020, 2, 29),
        free="Michaelmas",
        bad="2021-02-30",
        text="a\n\n  b \nc",
    )
    assert made.markup == "22 September 2021, 29 February 2020, Michaelmas, 2021-02-30: a/b/c"


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("a\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("a\n\n{{ v.wrong }}", 3, "has no attribute 'wrong'"),
        ("{% if %}", 1, "Expected an expression"),
        ("\n{% for x in v %}", 2, "Unexpected end of template"),
        ("\n{{ v.__class__ }}", 2, "unsafe"),
        ("\n{{ v.text|safe }}", 2, "No filter named 'safe'"),
        ("\n{% autoescape false %}{{ v.text }}{% endautoescape %}", 2, "all text is escaped"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{{ empty }}", 2, "None"),
        ("\n{% include 'missing' %}", 2, "there is no file “missing”"),
        ("\n{% include '../other/template.toml' %}", 2, "there is no file"),
        ("\n{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 2, "recursion"),
        ("\n{{ range(1000000000) }}", 2, "Range too big"),
    ],
)
def test_mistakes_tell_file_and_line(own: Path, source: str, line: int, reason: str) -> None:
    make(own, "other")
    with pytest.raises(TemplateProblem) as caught:
        render(own, source, v=View("x", ()), empty=None)
    problem = caught.value
    assert (problem.template, problem.file, problem.line) == ("mine", "template.xml.j2", line)
    assert reason in problem.reason


def test_a_mistake_in_an_included_file(own: Path) -> None:
    (make(own, "mine", source="{% include 'part.j2' %}") / "part.j2").write_text("\n\n{{ no }}")
    with pytest.raises(TemplateProblem) as caught:
        templating.render(templating.load("mine"), {})
    assert (caught.value.file, caught.value.line) == ("part.j2", 3)


SOURCE = """{# a comment
of two lines #}
<briefing title="T" marking="M">
{% for each in points %}
  <p>{{ each }}</p>
{% endfor %}
{% if points %}
<ul><li>a</li></ul>
{% endif %}
{%- for each in points %}<p>{{ each }}</p>{% endfor %}

<wrong/>
</briefing>
"""


def test_a_line_of_the_markup_is_traced_to_the_template(own: Path) -> None:
    made = render(own, SOURCE, points=("one", "two\nlines", "three"))
    assert "\x01" not in made.markup
    with pytest.raises(MarkupProblem) as caught:
        markup.parse(made.markup)
    assert made.template_line(caught.value.line) == 12
    lines = made.markup.split("\n")
    assert len(lines) == len(made.template_lines)
    for text, line in (("<p>one</p>", 5), ("<p>two", 5), ("lines</p>", 5), ("<ul>", 8)):
        number = next(n for n, each in enumerate(lines, 1) if text in each)
        assert made.template_line(number) == line
    assert made.template_line(10_000) is None


def test_a_template_that_was_edited_is_read_anew(own: Path) -> None:
    folder = make(own, "mine", source="first")
    template = templating.load("mine")
    assert templating.render(template, {}).markup.strip() == "first"
    (folder / "template.xml.j2").write_text("second", "utf-8")
    os.utime(folder / "template.xml.j2", (1, 1))
    assert templating.render(template, {}).markup.strip() == "second"
