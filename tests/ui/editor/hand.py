"""A hand that fills in a form in tests: it knows each sort of editor, and no kind of card."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.fields.base import FieldEditor, SidesEditor, TextEditor
from quizapp.ui.editor.fields.choices import SegmentsEditor, SwitchEditor, WordEditor
from quizapp.ui.editor.fields.cloze import ClozeEditor
from quizapp.ui.editor.fields.files import FileEditor, PictureEditor, RegionsEditor, SoundEditor
from quizapp.ui.editor.fields.gaps import GapsEditor
from quizapp.ui.editor.fields.rows import RowsEditor
from quizapp.ui.editor.fields.source import SourceEditor
from quizapp.ui.editor.fields.tags import TagsEditor
from quizapp.ui.editor.form import FormPane
from quizapp.ui.kit import Kit
from quizapp.ui.work import Work
from tests.ui.stage import show


class Form:
    """A form on screen, the document behind it, and keys for whatever has the focus."""

    def __init__(self, qtbot: QtBot, work: Work, text: str, *, path: str = "x.yaml", card: int = 0) -> None:
        self.qtbot = qtbot
        self.document = DeckDocument(work)
        self.document.show_file(path, text)
        self.document.select(card)
        kit = Kit(*[None] * len(Kit._fields))._replace(work=work)  # type: ignore[arg-type]
        self.pane = FormPane(self.document, kit)
        self.window = show(qtbot, self.pane, width=460, height=900)
        self.read()

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def text(self) -> str:
        return self.document.text

    def read(self) -> None:
        """Wait until the present text has been read."""
        self.document.read_now()
        self.qtbot.waitUntil(lambda: self.document.is_read)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus, text)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, modifiers)

    def editor(self, key: str) -> FieldEditor:
        """The editor of a key; it is opened if it is not there."""
        if key not in self.pane.fields.blocks:
            self.pane.fields.open_field(key)
        return self.pane.fields.blocks[key].editor

    def change(self, key: str) -> None:
        """Give a key another value, by mouse and keyboard."""
        change(self.qtbot, self.editor(key))


def change(qtbot: QtBot, editor: FieldEditor) -> None:
    """Change what an editor says, as its user would."""
    _HOW[type(editor)](qtbot, editor)


def _click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def _text(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, TextEditor)
    editor.focus_field()
    qtbot.keyClicks(editor.cell, "9")


def _sides(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, SidesEditor)
    qtbot.keyClicks(editor.cells[0], "fr")


def _switch(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, SwitchEditor)
    _click(qtbot, editor.switch)


def _word(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, WordEditor)
    editor.menu.setFocus()
    before = editor.value()
    qtbot.keyClick(editor.menu, Qt.Key.Key_Down)
    if editor.value() == before:
        qtbot.keyClick(editor.menu, Qt.Key.Key_Up)


def _segments(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, SegmentsEditor)
    buttons = editor.segments._group.buttons()
    _click(qtbot, buttons[1 - editor.segments.at])


def _rows(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, RowsEditor)
    cell = editor.lines[0].cells[0]
    cell.setFocus()
    cell.caret_to_end()
    qtbot.keyClicks(cell, "9")


def _tags(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, TagsEditor)
    qtbot.keyClicks(editor.cell, "new")
    qtbot.keyClick(editor.cell, Qt.Key.Key_Return)


def _source(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, SourceEditor)
    if editor.many.isVisible():
        _rows(qtbot, editor.many)
    elif editor.menu.isVisible():
        qtbot.keyClick(editor.menu, Qt.Key.Key_Down)
    else:
        qtbot.keyClicks(editor.cell, "A book")


def _gaps(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, GapsEditor)
    gap = next(iter(editor.gaps.values()))
    if not gap.fields.blocks:
        gap.fields.open_field("wrong")
    change(qtbot, next(iter(gap.fields.blocks.values())).editor)


def _file(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, FileEditor)
    qtbot.keyClicks(editor.media.field, "9")


def _regions(qtbot: QtBot, editor: FieldEditor) -> None:
    assert isinstance(editor, RegionsEditor)
    _click(qtbot, editor.regions._new)


_HOW: Mapping[type[FieldEditor], Callable[[QtBot, FieldEditor], None]] = {
    TextEditor: _text,
    ClozeEditor: _text,
    SidesEditor: _sides,
    SwitchEditor: _switch,
    WordEditor: _word,
    SegmentsEditor: _segments,
    RowsEditor: _rows,
    TagsEditor: _tags,
    SourceEditor: _source,
    GapsEditor: _gaps,
    PictureEditor: _file,
    SoundEditor: _file,
    RegionsEditor: _regions,
}
