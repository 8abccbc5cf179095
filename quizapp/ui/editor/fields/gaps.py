"""How the single gaps of a cloze are answered, gap by gap."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.kinds.holes import holes
from quizapp.formats.card_form import FormField, part_fields
from quizapp.formats.form_values import NumberedSort, Value
from quizapp.ui.editor.fields.base import FieldEditor, Setting
from quizapp.ui.editor.fields.many import FieldsEditor, MakeEditor
from quizapp.ui.editor.fields.more import MoreButton
from quizapp.ui.editor.words import FieldWords
from quizapp.ui.widgets.label import CutLabel
from quizapp.ui.widgets.paint import MARGIN


class GapEditor(QWidget):
    """One gap: what it hides, and the keys that say how it is answered."""

    edited = Signal(object)
    """Itself."""

    def __init__(
        self, number: str, sort: NumberedSort, make: MakeEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number, self._sort = number, sort
        self._old: Value | None = None
        self._data: dict[str, Value] = {}
        self._title = CutLabel("rail")
        self.fields = FieldsEditor(make)
        self.fields.show_fields("gap", part_fields(sort.struct), always=())
        self.fields.edited.connect(self._take)
        self.more = MoreButton(self.tr("Answer it by"))
        self.more.chosen.connect(self.fields.open_field)
        self.fields.offered_changed.connect(self._offer)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN + 8, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignRight)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        inner = QHBoxLayout()
        inner.setContentsMargins(14, 0, 0, 0)
        inner.addWidget(self.fields)
        rows.addLayout(inner)
        self._offer()

    def show_gap(self, hidden: str, value: Value | None, setting: Setting) -> None:
        """hidden: what the gap hides; value: what the deck says of it."""
        self._title.setText(self.tr("Gap {number}: {words}").format(number=self.number, words=hidden))
        self._old = value
        self._data = {} if value is None else dict(self._sort.item.read(value) or {})
        self.fields.show_data(self._data, setting)

    @property
    def value(self) -> Value | None:
        """What the deck is to say of it; None: nothing."""
        return self._sort.item.write(self._data, self._old) if self._data else None

    def _take(self, key: str, value: Value | None) -> None:
        data = {**self._data, key: value}
        self._data = {name: one for name, one in data.items() if one is not None}
        self.edited.emit(self)

    def _offer(self) -> None:
        self.more.show_fields(self.fields.offered, "gap")


class GapsEditor(FieldEditor):
    """A part for each hole of the text, and for each number that has none."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        assert isinstance(field.sort, NumberedSort)
        self._sort = field.sort
        self._data: dict[str, Value] = {}
        self._setting = Setting()
        self.gaps: dict[str, GapEditor] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)

    def value(self) -> dict[str, Value]:
        return self._data

    def show_value(self, shown: dict[str, Value]) -> None:
        self._data = dict(shown)
        self._refresh()

    def show_setting(self, setting: Setting) -> None:
        self._setting = setting
        self._refresh()

    def _refresh(self) -> None:
        text = self._setting.data.get("cloze", "")
        found = holes(text).holes if isinstance(text, str) else ()
        hidden = {str(at): hole.hidden for at, hole in enumerate(found, start=1)}
        wanted = dict.fromkeys([*hidden, *self._data])
        for number in [number for number in self.gaps if number not in wanted]:
            gap = self.gaps.pop(number)
            self._rows.removeWidget(gap)
            gap.hide()
            gap.deleteLater()
        for at, number in enumerate(wanted):
            if number not in self.gaps:
                self.gaps[number] = self._gap(number)
                self._rows.insertWidget(at, self.gaps[number])
            words = hidden.get(number, self.tr("there is no such gap"))
            self.gaps[number].show_gap(words, self._data.get(number), self._setting)

    def _gap(self, number: str) -> GapEditor:
        # Found late: the table of editors has this one in it.
        from quizapp.ui.editor.fields.table import editor_of

        gap = GapEditor(number, self._sort, editor_of)
        gap.edited.connect(self._take)
        return gap

    def _take(self, gap: GapEditor) -> None:
        value = gap.value
        data = {**self._data, gap.number: value}
        self._data = {number: one for number, one in data.items() if one is not None}
        self.edited.emit()

    def show_problem(self, sentence: str) -> None:
        for gap in self.gaps.values():
            self.describe(gap, sentence)

    def focus_field(self) -> None:
        first = next(iter(self.gaps.values()), None)
        if first is not None:
            first.more.setFocus()
