"""A file's text in Qt's document: nothing is lost, whatever is in it and whatever is done to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from quizapp.core.problems import Fix
from quizapp.ui.editor.file_text import FileText

ODD = "\u2028\u2029\x85\xa0\x00\ufdd0\ufdd1\udc80\udcff\ue000😀\t"
TEXTS = st.text(st.sampled_from("ab: -" + ODD), max_size=12)
FILES = st.lists(st.tuples(TEXTS, st.sampled_from(["\n", "\r\n", "\r"])), max_size=8).map(
    lambda lines: "".join(line + end for line, end in lines)
)


def held(file_text: str) -> FileText:
    file = FileText()
    file.show_file(file_text)
    return file


def plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(FILES, TEXTS)
def test_a_file_comes_back_as_it_was(qapp: QApplication, lines: str, rest: str) -> None:
    file = held(lines + rest)
    assert file.text == plain(lines + rest)
    assert file.file_text == lines + rest
    assert not file.isUndoAvailable()


@given(FILES, st.data())
def test_edits_hold_in_text_and_are_all_undone(qapp: QApplication, lines: str, data: st.DataObject) -> None:
    file = held(lines)
    seen = [file.text]
    for _ in range(data.draw(st.integers(1, 4))):
        text = file.text
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        words = data.draw(TEXTS).replace("\ue000", "")  # it may stand for another here
        file.replace([Fix(start, end, words)])
        assert file.text == text[:start] + words + text[end:]
        if file.text != text:
            seen.append(file.text)
    for text in reversed(seen[:-1]):
        file.undo()
        assert file.text == text
    assert file.file_text == lines
    for text in seen[1:]:
        file.redo()
        assert file.text == text


@given(FILES)
def test_positions_and_offsets_are_each_others_opposite(qapp: QApplication, lines: str) -> None:
    file = held(lines)
    offsets = range(len(file.text) + 1)
    positions = [file.position(offset) for offset in offsets]
    assert [file.offset(position) for position in positions] == list(offsets)
    assert file.positions(offsets) == positions
    assert positions[-1] == file.characterCount() - 1


def test_several_changes_are_one_step(qapp: QApplication) -> None:
    file = held("one\r\ntwo\r\nthree")
    file.replace([Fix(0, 3, "1"), Fix(4, 7, "2"), Fix(13, 13, "!")])
    assert file.file_text == "1\r\n2\r\nthree!"
    file.undo()
    assert file.file_text == "one\r\ntwo\r\nthree"


def test_a_change_joins_the_step_before(qapp: QApplication) -> None:
    file = held("one\ntwo\n")
    file.replace([Fix(0, 3, "1")])
    file.replace([Fix(2, 5, "2")], join=True)
    assert file.text == "1\n2\n"
    file.undo()
    assert file.text == "one\ntwo\n"


@pytest.mark.parametrize(("start", "end", "words", "caret"), [(0, 9, "one 2 three", 3), (4, 7, "", 3)])
def test_a_caret_stays_in_what_stays(
    qapp: QApplication, start: int, end: int, words: str, caret: int
) -> None:
    file = held("one two three")
    cursor = QTextCursor(file)
    cursor.setPosition(caret)
    file.replace([Fix(start, end, words)])
    assert cursor.position() == caret
