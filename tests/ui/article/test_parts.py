"""A long article, a part at a time: everything works as if it were shown whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.model.article import Article, Paragraph, Role
from briefing.model.draft import Draft
from briefing.model.span import Span
from briefing.ui.article import parts
from briefing.ui.article.parts import cut

CONTROL = Qt.KeyboardModifier.ControlModifier


def article_of(lengths: list[int], headings: tuple[int, ...] = ()) -> Article:
    text, paragraphs = "", []
    for index, length in enumerate(lengths):
        text += "\n\n" if text else ""
        role = Role.HEADING if index in headings else Role.BODY
        paragraphs.append(Paragraph(f"p{index + 1}", role, Span(len(text), len(text) + length), ""))
        text += "x" * length
    return Article("c" * 12, "a.txt", "c" * 64, text, tuple(paragraphs))


# Cutting


def test_a_short_article_is_one_part_of_all_its_text() -> None:
    article = article_of([400] * 200)
    assert cut(article) == (parts.Part(Span(0, len(article.text)), 0, 200),)
    assert cut(Article("c" * 12, "a.txt", "c" * 64, "", ())) == (parts.Part(Span(0, 0), 0, 0),)


@pytest.mark.parametrize(
    "lengths", [[400] * 2000, [12_000] * 40, [1] * 9000, [12_000, *[10] * 8000], [150_000, 10, 10]]
)
def test_parts_are_whole_paragraphs_in_order_and_about_as_long(lengths: list[int]) -> None:
    article = article_of(lengths)
    found = cut(article)
    assert [each.first for each in found] == [0, *(each.last for each in found[:-1])]
    assert found[-1].last == len(lengths)
    for part in found:
        inside = article.paragraphs[part.first : part.last]
        assert part.span == Span(inside[0].span.start, inside[-1].span.end)
        cost = sum(len(each.span) + 60 for each in inside)
        assert cost < parts.PART * 1.4 or len(inside) == 1
        assert cost > parts.PART * 0.4 or part is found[-1]


def test_no_part_ends_with_a_heading() -> None:
    headings = tuple(each for each in range(1000) if each % 3)  # two in a row
    article = article_of([500] * 1000, headings=headings)
    assert len(cut(article)) > 5
    for part in cut(article)[:-1]:
        assert article.paragraphs[part.last - 1].role is Role.BODY


def test_nothing_but_headings_is_cut_all_the_same() -> None:
    assert len(cut(article_of([500] * 1000, headings=tuple(range(1000))))) > 5


def test_a_place_is_in_the_part_that_holds_it() -> None:
    found = cut(article_of([400] * 2000))
    for index, part in enumerate(found):
        assert parts.index_at(found, part.span.start) == index
        assert parts.index_at(found, part.span.end - 1) == index
    assert parts.index_at(found, 10**9) == len(found) - 1


# The view


def shown(desk) -> str:
    return desk.view.text.toPlainText()


def part_texts(desk) -> list[str]:
    return [each.span.of(desk.article.text) for each in cut(desk.article)]


def press(qtbot: QtBot, desk, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(desk.view.text, key, modifier)


def test_the_bar_is_there_for_a_long_article_only(desk, weeks) -> None:
    assert not desk.view.parts_bar.isVisible()
    assert weeks.view.parts_bar.isVisible()
    count = len(part_texts(weeks))
    assert count > 2
    assert weeks.view.parts_bar.said.startswith(f"Part 1 of {count}  ·  ¶1–")
    weeks.view.set_article(desk.article)
    assert not weeks.view.parts_bar.isVisible()
    assert shown(weeks) == desk.article.text


def test_the_parts_are_the_article_letter_for_letter(weeks, qtbot: QtBot) -> None:
    texts = part_texts(weeks)
    assert "\n\n".join(texts) == weeks.article.text
    for text in texts:
        assert shown(weeks) == text
        qtbot.mouseClick(weeks.view.parts_bar.on, Qt.MouseButton.LeftButton)
    assert not weeks.view.parts_bar.on.isEnabled()
    for text in reversed(texts):
        assert shown(weeks) == text
        qtbot.mouseClick(weeks.view.parts_bar.back, Qt.MouseButton.LeftButton)
    assert not weeks.view.parts_bar.back.isEnabled()


def test_paragraphs_are_numbered_through(weeks) -> None:
    weeks.view.show_part(2)
    numbers = [each.text for each in weeks.view.text.labels if each.body]
    part = cut(weeks.article)[2]
    body = [e.id for e in weeks.article.paragraphs if e.role is Role.BODY]
    inside = [e.id for e in weeks.article.paragraphs[part.first : part.last] if e.role is Role.BODY]
    assert numbers == [f"¶{body.index(each) + 1}" for each in inside]
    assert weeks.view.parts_bar.said.endswith(f"{numbers[0]}–{numbers[-1][1:]}")


def test_keys_go_from_part_to_part(weeks, qtbot: QtBot) -> None:
    texts = part_texts(weeks)
    press(qtbot, weeks, Qt.Key.Key_PageDown, CONTROL)
    assert shown(weeks) == texts[1]
    press(qtbot, weeks, Qt.Key.Key_End, CONTROL)
    assert shown(weeks) == texts[-1]
    assert weeks.view.text.textCursor().atEnd()
    press(qtbot, weeks, Qt.Key.Key_PageDown, CONTROL)  # there is no more
    press(qtbot, weeks, Qt.Key.Key_PageUp, CONTROL)
    assert shown(weeks) == texts[-2]
    press(qtbot, weeks, Qt.Key.Key_Home, CONTROL)
    assert shown(weeks) == texts[0]
    assert weeks.view.text.textCursor().atStart()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_keys_at_the_end_go_on(weeks, qtbot: QtBot, key: Qt.Key) -> None:
    texts = part_texts(weeks)
    end = len(texts[0].encode("utf-16-le")) // 2
    weeks.view.text.setTextCursor(weeks.view.text.cursor_over(end, end))
    press(qtbot, weeks, key)
    assert shown(weeks) == texts[1]
    assert weeks.view.text.textCursor().atStart()
    assert weeks.view.text.verticalScrollBar().value() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left])
def test_keys_at_the_beginning_go_back(weeks, qtbot: QtBot, key: Qt.Key) -> None:
    weeks.view.show_part(1)
    press(qtbot, weeks, key)
    bar = weeks.view.text.verticalScrollBar()
    assert shown(weeks) == part_texts(weeks)[0]
    assert weeks.view.text.textCursor().atEnd()
    assert bar.value() == bar.maximum() > 0


def test_page_down_reads_the_whole_article(weeks, qtbot: QtBot) -> None:
    texts, seen = part_texts(weeks), [shown(weeks)]
    for _ in range(2000):
        press(qtbot, weeks, Qt.Key.Key_PageDown)
        if shown(weeks) != seen[-1]:
            seen.append(shown(weeks))
        if shown(weeks) == texts[-1] and weeks.view.text.textCursor().atEnd():
            break
    assert seen == texts


def test_keys_at_the_end_of_a_short_article_do_nothing(desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Qt.Key.Key_End, CONTROL)
    assert desk.view.text.textCursor().atEnd()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down):
        press(qtbot, desk, key)
    assert shown(desk) == desk.article.text


def test_a_number_goes_to_its_part(weeks, qtbot: QtBot) -> None:
    field = weeks.view.parts_bar.number
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown(weeks) == part_texts(weeks)[2]


# In a part


def test_marks_stand_at_their_words_in_every_part(weeks) -> None:
    seen = 0
    for index in range(len(part_texts(weeks))):
        weeks.view.show_part(index)
        for mark in weeks.view.marks.marks:
            words = weeks.article.text_of(mark.point.source.span)
            assert (mark.start, mark.end) == weeks.qt(words)
            seen += 1
    assert seen == len(weeks.draft.points)


def test_a_click_in_a_later_part_names_its_point(weeks, qtbot: QtBot) -> None:
    weeks.view.reveal(weeks.source("Week 400 brought"))
    where = weeks.point_in("Week 400 brought")
    with qtbot.waitSignal(weeks.view.point_clicked) as caught:
        qtbot.mouseClick(weeks.view.text.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert caught.args == [["q400"]]


def test_a_number_key_gives_the_sentence_of_a_later_part(weeks, qtbot: QtBot) -> None:
    weeks.view.reveal(weeks.source("That was week 444."))
    weeks.caret_in("That was week 444.")
    with qtbot.waitSignal(weeks.view.assign_requested) as caught:
        qtbot.keyClick(weeks.view.text, Qt.Key.Key_2)
    assert caught.args == [weeks.span("That was week 444."), "talk"]


def test_a_selection_in_a_later_part_is_of_whole_words(weeks, qtbot: QtBot) -> None:
    weeks.view.reveal(weeks.source("Week 444 brought"))
    weeks.select("eek 444 brought 444 ships 🚢 to the qu")
    with qtbot.waitSignal(weeks.view.new_section_requested) as caught:
        qtbot.keyClick(weeks.view.text, Qt.Key.Key_N)
    assert caught.args == [weeks.span("Week 444 brought 444 ships 🚢 to the quay")]


def test_reveal_turns_to_the_part_and_shows_the_words(weeks) -> None:
    for words in ("Week 500 brought", "Week 1 brought", "That was week 250."):
        weeks.view.reveal(weeks.source(words))
        start, _ = weeks.qt(words)
        rect = weeks.view.text.cursorRect(weeks.view.text.cursor_over(start, start))
        assert 0 <= rect.top() < weeks.view.text.viewport().height()


def test_emphasis_waits_in_its_part_and_does_not_turn_to_it(weeks) -> None:
    weeks.view.emphasise(weeks.source("Week 400 brought"))
    assert shown(weeks) == part_texts(weeks)[0]
    assert weeks.view.text.emphasis is None
    weeks.view.show_part(parts.index_at(cut(weeks.article), weeks.span("Week 400 brought").start))
    emphasis = weeks.view.text.emphasis
    assert (emphasis.start, emphasis.end) == weeks.qt("Week 400 brought")
    weeks.view.emphasise(None)
    assert weeks.view.text.emphasis is None


def test_marks_come_anew_without_leaving_the_place(weeks) -> None:
    weeks.view.show_part(1)
    bar = weeks.view.text.verticalScrollBar()
    bar.setValue(700)
    weeks.show(replace(weeks.draft, points=weeks.draft.points[::2]))
    assert shown(weeks) == part_texts(weeks)[1]
    assert bar.value() == 700


def test_zoom_keeps_the_part(weeks) -> None:
    weeks.view.show_part(1)
    weeks.view.set_zoom(1.5)
    assert shown(weeks) == part_texts(weeks)[1]


def test_the_whole_article_can_be_copied(weeks, desk, qapp: QApplication) -> None:
    def entries(of) -> dict[str, object]:
        made = of.view.context_menu(5)
        return {each.text().replace("&", ""): each for each in made.actions()}

    entries(weeks)["Copy the whole article"].trigger()
    assert qapp.clipboard().text() == weeks.article.text
    assert "Copy the whole article" not in entries(desk)


# Finding


def find(weeks, qtbot: QtBot, words: str) -> None:
    qtbot.keyClick(weeks.view.text, Qt.Key.Key_F, CONTROL)
    weeks.view.find_bar.field.clear()
    qtbot.keyClicks(weeks.view.find_bar.field, words)


def test_words_are_found_in_the_whole_article(weeks, qtbot: QtBot) -> None:
    find(weeks, qtbot, "that was week 499")
    cursor = weeks.view.text.textCursor()
    assert cursor.selectedText() == "That was week 499"
    assert weeks.view.find_bar.said == ""
    rect = weeks.view.text.cursorRect(cursor)
    assert 0 <= rect.top() < weeks.view.text.viewport().height()


def test_finding_goes_on_across_parts_and_round(weeks, qtbot: QtBot) -> None:
    def place() -> int:
        """Counted by hand, without the arithmetic of the view."""
        before = shown(weeks).encode("utf-16-le")[: 2 * cursor().selectionStart()]
        start = weeks.article.text.index(shown(weeks))
        return start + len(before.decode("utf-16-le"))

    def cursor() -> QTextCursor:
        return weeks.view.text.textCursor()

    field, places = weeks.view.find_bar.field, []
    weeks.view.find("📷")
    for _ in range(51):
        assert cursor().selectedText() == "📷"
        places.append(place())
        qtbot.keyClick(field, Qt.Key.Key_Return)
    wanted = [at for at, each in enumerate(weeks.article.text) if each == "📷"]
    assert places == [*wanted, wanted[0]]
    for each in (wanted[0], wanted[-1], wanted[-2]):
        qtbot.keyClick(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
        assert place() == each


def test_what_is_nowhere_leaves_the_part(weeks, qtbot: QtBot) -> None:
    weeks.view.show_part(1)
    find(weeks, qtbot, "no such words")
    assert weeks.view.find_bar.said == "Not found"
    assert shown(weeks) == part_texts(weeks)[1]


# The same article again


def test_an_article_in_other_roles_stays_where_it_is(weeks) -> None:
    weeks.view.show_part(1)
    bar = weeks.view.text.verticalScrollBar()
    bar.setValue(900)
    top = weeks.view.text.cursorForPosition(QPoint(300, 1)).position()
    first = weeks.article.paragraphs[0].id
    again = weeks.article.with_roles({first: Role.NOTICE})
    weeks.view.set_article(again)
    assert weeks.view.article is again
    assert shown(weeks) == part_texts(weeks)[1]
    assert weeks.view.text.cursorForPosition(QPoint(300, 1)).position() == top
    assert weeks.view.marks.marks  # they stay as well
    numbers = [each.text for each in weeks.view.text.labels if each.body]
    before = weeks.article.numbers()
    part = cut(weeks.article)[1]
    ids = [e.id for e in weeks.article.paragraphs[part.first : part.last] if e.id in before]
    assert numbers == [f"¶{before[each] - 1}" for each in ids]


def test_another_article_begins_at_its_first_part(weeks, desk) -> None:
    weeks.view.show_part(2)
    weeks.view.set_article(desk.article)
    assert shown(weeks) == desk.article.text
    weeks.view.set_article(weeks.article)
    assert shown(weeks) == part_texts(weeks)[0]
    assert weeks.view.marks.marks == ()
    weeks.view.set_marks(Draft(), None)
