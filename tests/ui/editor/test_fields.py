"""Lists, tags, holes and sources in a form, by keys and by mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.formats import yaml_edit
from quizapp.formats.form_values import Value
from quizapp.ui.editor.fields.cloze import ClozeEditor
from quizapp.ui.editor.fields.rows import RowsEditor
from quizapp.ui.editor.fields.source import SourceEditor
from quizapp.ui.editor.fields.tags import TagsEditor
from quizapp.ui.work import Work
from tests.ui.editor.hand import Form

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def work(qapp: QApplication) -> Iterator[Work]:
    work = Work()
    yield work
    work.close()


class Rows(Form):
    """A form of which one list is worked on."""

    def __init__(self, qtbot: QtBot, work: Work, card: str, key: str) -> None:
        super().__init__(qtbot, work, f"cards:\n{card}")
        self.list_key = key
        editor = self.editor(key)
        assert isinstance(editor, RowsEditor)
        self.list = editor

    @property
    def written(self) -> Value:
        return yaml_edit.item_data(self.text, 0)[self.list_key]

    def at(self, row: int, cell: int = 0) -> None:
        self.list.lines[row].cells[cell].setFocus()
        self.list.lines[row].cells[cell].caret_to_end()

    @property
    def place(self) -> tuple[int, int]:
        return next(
            (row, at)
            for row, line in enumerate(self.list.lines)
            for at, one in enumerate(line.cells)
            if one.hasFocus()
        )


ORDER = "- q: Which first?\n  order: [a, b, c]\n"
CHOICE = "- q: Which?\n  a: x\n  wrong: [y, z]\n"
GROUPS = "- q: Which?\n  categories:\n    G: [a]\n    H: [b]\n"


def test_enter_adds_a_row_below(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, ORDER, "order")
    form.at(0)
    form.key(Key.Key_Return)
    form.type("new")
    assert form.written == ["a", "new", "b", "c"]
    assert form.place == (1, 0)


def test_the_last_row_is_always_empty(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, ORDER, "order")
    assert [line.is_empty for line in form.list.lines] == [False, False, False, True]
    form.at(3)
    form.type("d")
    assert [line.is_empty for line in form.list.lines] == [False] * 4 + [True]
    assert form.written == ["a", "b", "c", "d"]


def test_backspace_in_an_empty_row_removes_it(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, ORDER, "order")
    form.at(1)
    form.key(Key.Key_Backspace)
    assert form.written == ["a", "c"]
    assert len(form.list.lines) == 4  # it is still there to be written into
    form.key(Key.Key_Backspace)
    assert len(form.list.lines) == 3
    assert form.place == (0, 0)


def test_alt_and_arrows_move_a_row(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, ORDER, "order")
    form.at(2)
    form.key(Key.Key_Up, ALT)
    assert form.written == ["a", "c", "b"]
    assert form.place == (1, 0)
    form.key(Key.Key_Up, ALT)
    form.key(Key.Key_Up, ALT)
    assert form.written == ["c", "a", "b"]
    form.key(Key.Key_Down, ALT)
    assert form.written == ["a", "c", "b"]


def test_the_grip_moves_a_row(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, ORDER, "order")
    grip = form.list.lines[0]._grip
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(grip, QPoint(5, 60))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert form.written == ["b", "a", "c"]


def test_arrows_go_from_row_to_row(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, CHOICE, "wrong")
    form.at(0, 1)
    form.key(Key.Key_Down)
    assert form.place == (1, 1)
    form.key(Key.Key_Up)
    form.key(Key.Key_Up)
    assert form.place == (0, 1)


def test_why_an_answer_is_wrong_stands_beside_it(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, CHOICE, "wrong")
    form.at(0, 1)
    form.type("no")
    assert form.written == [{"y": "no"}, "z"]
    assert not form.list.lines[0].cells[2].isVisible()
    form.list._more.click()
    form.at(1, 2)
    form.type("0.5")
    assert form.written == [{"y": "no"}, {"text": "z", "credit": "0.5"}]


def test_lines_that_are_pasted_are_rows(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, ORDER, "order")
    form.at(3)
    data = QMimeData()
    data.setText("d\n\n e \nf")
    form.list.lines[3].cells[0].insertFromMimeData(data)
    assert form.written == ["a", "b", "c", "d", "e", "f"]


def test_rows_can_belong_to_the_one_above(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, ORDER, "order")
    form.at(1)
    form.key(Key.Key_Right, ALT)
    assert form.written == [["a", "b"], "c"]
    form.key(Key.Key_Return)
    form.type("d")
    assert form.written == [["a", "b", "d"], "c"]
    form.key(Key.Key_Left, ALT)
    assert form.written == [["a", "b"], "d", "c"]
    form.list.lines[2].join.click()
    assert form.written == [["a", "b", "d"], "c"]
    form.at(0)
    form.key(Key.Key_Right, ALT)
    assert form.written == [["a", "b", "d"], "c"]


def test_groups_have_their_items_below(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, GROUPS, "categories")
    levels = [(line.level, line.row.cells[0]) for line in form.list.lines]
    assert levels == [(0, "G"), (1, "a"), (1, ""), (0, "H"), (1, "b"), (1, ""), (0, "")]
    form.at(2)
    form.type("c")
    assert form.written == {"G": ["a", "c"], "H": ["b"]}
    form.at(len(form.list.lines) - 1)
    form.type("I")
    form.key(Key.Key_Return)
    form.type("d")
    assert form.written == {"G": ["a", "c"], "H": ["b"], "I": ["d"]}


def test_two_groups_with_one_name_wait_for_another(qtbot: QtBot, work: Work) -> None:
    form = Rows(qtbot, work, GROUPS, "categories")
    before = form.text
    form.at(3)
    form.key(Key.Key_Backspace)
    form.type("G")
    assert yaml_edit.item_data(form.text, 0)["categories"] != {"G": ["a", "b"]}
    assert form.pane.fields.blocks["categories"]._problem.isVisible()
    form.type("2")
    assert form.written == {"G": ["a"], "G2": ["b"]}
    assert not form.pane.fields.blocks["categories"]._problem.isVisible()
    assert before != form.text


def test_tags_are_added_and_removed(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, "tags: [d]\ncards:\n- q: Why?\n  a: so\n  tags: [x]\n")
    editor = form.editor("tags")
    assert isinstance(editor, TagsEditor)
    assert editor._from_deck.text().endswith("from the deck is added")
    editor.cell.setFocus()
    form.type("one,")
    form.type("two")
    form.key(Key.Key_Return)
    assert yaml_edit.item_data(form.text, 0)["tags"] == ["x", "one", "two"]
    form.key(Key.Key_Backspace)
    assert form.focus is editor._tags[-1]
    form.key(Key.Key_Delete)
    assert yaml_edit.item_data(form.text, 0)["tags"] == ["x", "one"]
    assert form.focus is editor.cell
    cross = editor._tags[0]._cross().center().toPoint()
    qtbot.mouseClick(editor._tags[0], Qt.MouseButton.LeftButton, pos=cross)
    assert yaml_edit.item_data(form.text, 0)["tags"] == ["one"]


def test_a_tag_that_was_begun_is_taken_when_one_goes_on(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, "cards:\n- q: Why?\n  a: so\n")
    form.editor("tags").setFocus()
    form.type("late")
    form.editor("q").focus_field()
    assert yaml_edit.item_data(form.text, 0)["tags"] == "late"


def test_words_are_hidden_and_shown_again(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, "cards:\n- cloze: The Danube flows.\n")
    editor = form.editor("cloze")
    assert isinstance(editor, ClozeEditor)
    editor.cell.setFocus()
    editor.cell.select(4, 10)
    form.key(Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert yaml_edit.item_data(form.text, 0)["cloze"] == "The {{Danube}} flows."
    assert editor.cell.selection == (6, 12)
    assert len(editor._lines) == 1
    before = form.text
    editor.hide_words.click()  # it is hidden already
    assert form.text == before
    editor._open(0)
    assert yaml_edit.item_data(form.text, 0)["cloze"] == "The Danube flows."
    assert not editor._lines


def test_letters_beyond_the_first_plane_count_as_one(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, "cards:\n- cloze: 🌊🌊 Danube 🌊\n")
    editor = form.editor("cloze")
    assert isinstance(editor, ClozeEditor)
    editor.cell.select(3, 9)
    assert editor.cell.selection == (3, 9)
    editor.hide_words.click()
    assert yaml_edit.item_data(form.text, 0)["cloze"] == "🌊🌊 {{Danube}} 🌊"


SOURCES = "sources: {un: A report, who: {title: Health}}\ncards:\n- q: Why?\n  a: so\n"


def test_a_source_of_the_deck_is_picked_or_another_written(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, SOURCES)
    editor = form.editor("source")
    assert isinstance(editor, SourceEditor)
    assert [choice.words for choice in editor.menu._choices] == [
        "None",
        "A report",
        "Health",
        "Another source …",
    ]
    editor.menu.choose(2)
    assert yaml_edit.item_data(form.text, 0)["source"] == "who"
    editor.menu.choose(3)
    assert form.focus is editor.cell
    form.type("My own book")
    assert yaml_edit.item_data(form.text, 0)["source"] == "My own book"
    editor.menu.choose(0)
    assert "source" not in yaml_edit.item_data(form.text, 0)


def test_several_sources_are_rows(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, f"{SOURCES}  source:\n  - un: page 3\n  - who\n")
    editor = form.editor("source")
    assert isinstance(editor, SourceEditor)
    assert editor.many.isVisible()
    assert not editor.menu.isVisible()
    editor.many.lines[0].cells[1].setFocus()
    editor.many.lines[0].cells[1].caret_to_end()
    form.type("1")
    assert yaml_edit.item_data(form.text, 0)["source"] == [{"un": "page 31"}, "who"]


def test_no_break_spaces_stay(qtbot: QtBot, work: Work) -> None:
    form = Form(qtbot, work, "cards:\n- q: a\u00a0b\u202f%\n  a: so\n")
    form.editor("q").focus_field()
    form.type("c")
    assert yaml_edit.item_data(form.text, 0)["q"] == "a\u00a0b\u202f%c"


def test_who_writes_on_comes_to_the_rows_before_what_each_earns(qtbot: QtBot, work: Work) -> None:
    rows = Rows(qtbot, work, CHOICE, "wrong")
    rows.at(2)
    for _ in range(len([cell for cell in rows.list.lines[2].cells if cell.isVisible()])):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert QApplication.focusWidget() is rows.list.aside
