from hypothesis import given
from hypothesis import strategies as st

from briefing.model.span import Span
from briefing.ui.positions import Positions

TEXTS = st.text(st.sampled_from("aé 文\n😀🚢𐍈"), max_size=40)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS | st.text(max_size=40))
def test_each_offset_is_the_length_in_utf16_of_what_stands_before(text: str):
    positions = Positions(text)
    assert [positions.to_qt(i) for i in range(len(text) + 1)] == [
        utf16(text[:i]) for i in range(len(text) + 1)
    ]


@given(TEXTS)
def test_there_and_back(text: str):
    positions = Positions(text)
    for offset in range(len(text) + 1):
        assert positions.from_qt(positions.to_qt(offset)) == offset


def test_between_the_halves_of_a_pair_is_its_start():
    positions = Positions("a😀b😀")
    assert [positions.from_qt(i) for i in range(7)] == [0, 1, 1, 2, 3, 3, 4]


def test_lone_surrogates_take_one_unit():
    assert Positions("\ud83da😀").to_qt(3) == 4


def test_a_part_of_a_text_counts_from_its_beginning() -> None:
    whole = "a😀b\n\nc😀d😀e"
    for start in range(len(whole)):
        positions = Positions(whole[start:], start)
        assert positions.span == Span(start, len(whole))
        for offset in range(start, len(whole) + 1):
            qt = len(whole[start:offset].encode("utf-16-le")) // 2
            assert positions.to_qt(offset) == qt
            assert positions.from_qt(qt) == offset
