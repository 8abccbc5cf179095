"""Drop-downs with their names above, side by side in columns of equal width."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.importing.esc_field import EscField
from quizapp.ui.widgets.dropdown import Choice as Offered
from quizapp.ui.widgets.dropdown import DropDown
from quizapp.ui.widgets.label import CutLabel
from quizapp.ui.widgets.paint import MARGIN

_GAP = 10 - 2 * MARGIN
_WAIT_MS = 150
"""While somebody types, nothing is read."""
_TWO = 320
"""Width from which two stand side by side, px at 100 % text size."""


class Field(QWidget):
    """One drop-down, or a line to write in where no choice fits."""

    def __init__(self, name: str, *, direct: bool) -> None:
        super().__init__()
        self.drop = DropDown(name, direct=direct)
        self.text: EscField | None = None
        """While something else than the choices is written."""
        self._name = name
        self._take: Callable[[int], object] | None = None
        self._write: Callable[[str], object] | None = None
        self._count = 0
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._on_written)
        self.drop.chosen.connect(self._on_chosen)
        above = CutLabel("label", name, token="mut")
        above.setContentsMargins(MARGIN, 0, MARGIN, 1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(above)
        self._rows.addWidget(self.drop)

    def show_choices(
        self,
        words: Sequence[str],
        at: int,
        take: Callable[[int], object],
        write: Callable[[str], object] | None = None,
    ) -> None:
        """words: translated; at: the present one; write: takes anything else, if that can be."""
        self._take, self._write, self._count = take, write, len(words)
        other = [self.tr("something else …")] if write else []
        self.drop.show_choices([Offered(word) for word in (*words, *other)], at)
        if self.text is not None and not self.text.hasFocus():
            self._leave()

    def _on_chosen(self, at: int) -> None:
        if at == self._count:
            self._ask()
        elif self._take is not None:
            self._take(at)

    def _ask(self) -> None:
        """A line in the place of the drop-down; what is written counts at once, Esc brings it back."""
        if self.text is None:
            self.text = EscField(self._name, role="row", height=36)
            self.text.textEdited.connect(self._wait.start)
            self.text.submitted.connect(self._leave)
            self.text.left.connect(self._leave)
            self.text.editingFinished.connect(self._leave)
            self._rows.addWidget(self.text)
        self.drop.hide()
        self.text.show()
        self.text.setFocus()

    def _leave(self) -> None:
        if self.text is not None:
            held = self.text.hasFocus()
            self._finish_writing()
            gone, self.text = self.text, None
            gone.hide()
            gone.deleteLater()
            self.drop.show()
            if held:
                self.drop.setFocus()

    def _finish_writing(self) -> None:
        """What was written a moment ago counts as well."""
        if self._wait.isActive():
            self._wait.stop()
            self._on_written()

    def _on_written(self) -> None:
        if self.text is not None and self._write is not None and self.text.text():
            self._write(self.text.text())


class Fields(QWidget):
    """Shows fields by key; those that stay keep their widgets, and the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(6)
        self._columns = 0

    def show_keys(self, names: dict[str, str], *, indirect: Sequence[str] = ()) -> None:
        """names: key -> name, in order; indirect: keys of those where a choice weighs much."""
        for key in [key for key in self.fields if key not in names]:
            gone = self.fields.pop(key)
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for key, name in names.items():
            if key not in self.fields:
                self.fields[key] = Field(name, direct=key not in indirect)
        self.fields = {key: self.fields[key] for key in names}
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns != self._wanted():
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _wanted(self) -> int:
        return 2 if self.width() >= theme.px(_TWO) else 1

    def _place(self) -> None:
        self._columns = self._wanted()
        for field in self.fields.values():
            self._grid.removeWidget(field)
        before: QWidget | None = None
        for number, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, number // self._columns, number % self._columns)
            field.show()
            if before is not None:
                QWidget.setTabOrder(before, field.drop)
            before = field.drop
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < self._columns))
            self._grid.setColumnMinimumWidth(column, 0)
