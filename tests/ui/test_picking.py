"""What a click on a section says, in the real window; and what the help names."""

from __future__ import annotations

from briefing.model import edits
from briefing.ui.help import HELP


def test_a_section_of_which_nothing_is_taken_says_so(desk) -> None:
    work, panel = desk.work, desk.desk.sections
    section = work.draft.sections[0]
    ids = {each.id for each in work.draft.points_of(section.id)}
    work.edit(edits.take_points(work.draft, ids, False), "test")
    panel.section_taken.emit(section.id, False)
    assert not work.draft.section(section.id).taken
    told: list[str] = []
    desk.desk.picking.said.connect(told.append)
    panel.section_taken.emit(section.id, True)
    assert f"0 of {len(ids)} taken" in told[-1]
    assert work.draft.section(section.id).taken
    assert not any(each.taken for each in work.draft.points_of(section.id))


def test_the_help_names_the_keys() -> None:
    for each in ("<b>R</b>", "Ctrl+Page Down", "Ctrl+Page Up", "Ctrl+L", "Grey"):
        assert each in HELP
