"""What "How it works" says."""

HELP = """
<h3>From an article to a briefing</h3>
<ol>
<li><b>Open</b> an article, paste its text, or drop a file on the window.</li>
<li><b>Read</b> it on the left. Each topic has a colour, a number and a label beside it. Greyed
paragraphs (captions, links, notices) are not part of the article's text.</li>
<li><b>Pick.</b> Click a label to take or leave a section; click a sentence to take or leave it.
Select any words and press <b>1</b>–<b>9</b> to give them to a section, or use the right mouse
button.</li>
<li><b>Arrange</b> in the middle: drag sections and points, double-click a point to reword it.
Its source stays linked.</li>
<li><b>Fill in</b> the details on the right. What is required and missing is marked there and in
the pages; F8 goes to the next.</li>
<li><b>Export</b> as Word or PDF, or print.</li>
</ol>
<p>Everything can be undone with Ctrl+Z. Nothing leaves this computer.</p>
"""
