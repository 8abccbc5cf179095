"""Fields below each other: those that are always there, those that say something, and more on wish."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.formats.card_form import FormField
from quizapp.formats.form_values import Value
from quizapp.ui import theme
from quizapp.ui.editor.fields.base import FieldEditor, Setting
from quizapp.ui.editor.fields.block import Block
from quizapp.ui.editor.words import FieldWords, words
from quizapp.ui.widgets.paint import Styled

MakeEditor = Callable[[FormField, FieldWords], FieldEditor]
BESIDE = {"at": "source", "valid_until": "as_of"}
"""Key -> the one that it stands beside where there is room."""


_COLUMNS = 5
_TOP = Qt.AlignmentFlag.AlignTop


def stops(whole: QWidget) -> list[QWidget]:
    """Where the tab key stops in a widget, be it shown or not, in Qt’s order."""
    found, widget = [], whole.nextInFocusChain()
    while widget is not None and widget is not whole:
        if whole.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def chain(wholes: Iterable[QWidget]) -> None:
    """Let the tab key go through widgets one after the other."""
    for first, second in pairwise([stop for whole in wholes for stop in stops(whole)]):
        QWidget.setTabOrder(first, second)


class FieldsEditor(Styled, QWidget):
    """The fields of one map: of a card, or of a gap in it.

    Blocks stay while their key does, so that focus and caret survive whatever is shown.
    """

    edited = Signal(str, object)
    """A key, and the Value that is to stand behind it; None: none."""
    yaml_wanted = Signal()
    offered_changed = Signal()
    """`offered` is another: a field has come or gone."""

    def __init__(self, make: MakeEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._kind = ""
        self._fields: tuple[FormField, ...] = ()
        self._always: Collection[str] = ()
        self._kept: Collection[str] = ()
        self._quiet: Collection[str] = ()
        self._data: Mapping[str, Value] = {}
        self._setting = Setting()
        self._wanted: set[str] = set()
        self.blocks: dict[str, Block] = {}
        self._places: dict[str, tuple[int, int, int]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_fields(
        self,
        kind: str,
        fields: Sequence[FormField],
        *,
        always: Collection[str],
        kept: Collection[str] = (),
        quiet: Collection[str] = (),
    ) -> None:
        """Other fields, in reading order.

        always: keys that are shown empty, too; kept: keys that stay in the file when they are; quiet: keys
        that are shown on wish alone.
        """
        if (kind, tuple(fields)) == (self._kind, self._fields):
            return
        old = {field.key: field for field in self._fields}
        self._kind, self._fields = kind, tuple(fields)
        self._always, self._kept, self._quiet = always, kept, quiet
        same = {field.key for field in fields if old.get(field.key) == field}
        for key in [key for key in self.blocks if key not in same or self._is_renamed(key)]:
            self._drop(key)

    def _is_renamed(self, key: str) -> bool:
        block = self.blocks[key]
        return block.editor.words != words.of(block.field, self._kind)

    def show_data(self, data: Mapping[str, Value], setting: Setting) -> None:
        """What stands behind each key."""
        self._data, self._setting = data, setting
        self._refresh()

    def forget_wishes(self) -> None:
        """Another map is shown next: what was opened and not filled in is closed."""
        self._wanted.clear()

    @property
    def offered(self) -> tuple[FormField, ...]:
        """Fields that are not shown, and can be."""
        return tuple(field for field in self._fields if field.key not in self.blocks)

    def open_field(self, key: str) -> None:
        """Show a field that says nothing yet, and write into it."""
        self.open_fields((key,))

    def open_fields(self, keys: Sequence[str]) -> None:
        """Show several; the first one is written into."""
        self._wanted.update(keys)
        self._refresh()
        first = next((key for key in keys if key in self.blocks), "")
        if first:
            self.blocks[first].focus_field()

    def focus_first(self) -> None:
        """Write into the first field."""
        if self.blocks:
            next(iter(self.blocks.values())).focus_field()

    def show_problems(self, sentences: Mapping[str, tuple[str, bool]]) -> None:
        """Key -> what is to be mended there, and whether it is only a warning."""
        for key, block in self.blocks.items():
            sentence, warning = sentences.get(key, ("", False))
            block.show_problem(sentence, warning=warning)

    # How it is laid out

    def restyle(self) -> None:
        self._lay_out()

    def _refresh(self) -> None:
        before = [*self.blocks]
        shown = [field for field in self._fields if self._is_shown(field.key)]
        for key in [key for key in self.blocks if key not in {field.key for field in shown}]:
            self._drop(key)
        self.blocks = {field.key: self.blocks.get(field.key) or self._block(field) for field in shown}
        for key, block in self.blocks.items():
            block.show_setting(self._setting)
            block.show_value(self._data.get(key))
        self._lay_out()
        if [*self.blocks] != before:
            chain(self.blocks.values())
            self.offered_changed.emit()

    def _lay_out(self) -> None:
        """A line for each, or for two that belong together where there is room."""
        places: dict[str, tuple[int, int, int]] = {}
        row, last = -1, ""
        for key in self.blocks:
            if theme.roomy() and last and BESIDE.get(key) == last:
                places[last] = (row, 0, 3)
                places[key] = (row, 3, 2)
            else:
                row += 1
                places[key] = (row, 0, _COLUMNS)
            last = key
        for key, place in places.items():
            if place != self._places.get(key):
                self._grid.removeWidget(self.blocks[key])
                self._grid.addWidget(self.blocks[key], place[0], place[1], 1, place[2], _TOP)
                self.blocks[key].show()  # at once: the focus may be put into it
        self._places = places

    def _is_shown(self, key: str) -> bool:
        block = self.blocks.get(key)
        has_focus = block is not None and block.isAncestorOf(self.focusWidget() or self)
        filled = key in self._data and key not in self._quiet
        return key in self._always or filled or key in self._wanted or has_focus

    def _block(self, field: FormField) -> Block:
        editor = self._make(field, words.of(field, self._kind))
        block = Block(editor, keep=field.required or field.key in self._kept)
        block.edited.connect(self._tell)
        block.yaml_wanted.connect(self.yaml_wanted)
        return block

    def _drop(self, key: str) -> None:
        block = self.blocks.pop(key)
        self._places.pop(key, None)
        self._grid.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _tell(self, block: Block) -> None:
        self._wanted.add(block.key)
        self.edited.emit(block.key, block.written)
