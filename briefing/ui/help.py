"""How the program works, and what it is: two boxes with text."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from briefing import __version__
from briefing.ui.icons import app_icon

HELP = """
<h3>From an article to a briefing</h3>
<ol>
<li><b>Open</b> articles (Word, PDF, web pages, e-mails, text …), paste or drop text from a browser,
or fetch a page from its address (<b>Ctrl+L</b>). How a file was read can be changed in the menu
Article.</li>
<li><b>Read</b> it on the left. Each topic has a colour, a number and a label beside it. <b>Grey</b>
paragraphs (captions, links, notices, bylines) are not part of the article's text: they are left
out unless you take them. The margin says what each is, and why when you rest on it; press
<b>R</b>, or click there, to say that a paragraph is something else. A pencil marks what you
said.</li>
<li>A long article is shown in parts: <b>Ctrl+Page Down</b> and <b>Ctrl+Page Up</b> turn
them; Ctrl+F finds words in all of it.</li>
<li><b>Pick.</b> Click a label to take or leave a section; click a sentence to take or leave it.
Select any words and press <b>1</b>–<b>9</b> to give them to a section, or use the right mouse
button.</li>
<li><b>Check</b> who says it. In the article a wave and <b>?</b> mark an inference, a bubble or
quotation marks what somebody says; click the sign, or press <b>K</b> or <b>Alt+1</b>–<b>4</b>, to
change it. Under <b>Facts</b> (<b>Ctrl+2</b>; <b>Ctrl+1</b> is Sections) stand people, places, days,
quotations, claims and what the article leaves open, each with why it is there. The arrow keys show
each in the article, <b>Enter</b> where else it is meant; <b>Space</b> puts it into the briefing,
<b>F2</b> changes it, <b>Del</b> dismisses it, <b>Alt+0</b> takes back what you changed.</li>
<li>Where no topics fit, <b>Suggest sections</b> in the menu Briefing makes some from the
article’s own words.</li>
<li><b>Arrange</b> in the middle: drag sections and points, double-click a point to reword it.
Its source stays linked.</li>
<li><b>Fill in</b> the details on the right. What is required and missing is marked there and in
the pages; F8 goes to the next.</li>
<li>Choose a <b>house style</b> in the menu Briefing, or add your ministry’s own: a Word file.</li>
<li><b>Export</b> as Word or PDF, or print. A reviewer’s copy has comments in place of notes; a
receipt lets somebody else verify what a document was made from.</li>
</ol>
<p>Everything can be undone with Ctrl+Z. Nothing leaves this computer.</p>
"""


def show_help(window: QWidget) -> None:
    box = QMessageBox(window)
    box.setWindowTitle("How it works")
    box.setText(HELP)
    _open(box)


def show_about(window: QWidget) -> None:
    box = QMessageBox(window)
    box.setWindowTitle("About")
    box.setIconPixmap(app_icon().pixmap(64, 64))
    box.setText(f"<b>Briefing {__version__}</b><p>From a news article to a briefing note.</p>")
    box.setInformativeText(
        "No text leaves this computer. The network is used for one thing only: to fetch a page "
        "whose address you give. MIT licence."
    )
    _open(box)


def _open(box: QMessageBox) -> None:
    box.finished.connect(lambda _: box.deleteLater())
    box.open()
