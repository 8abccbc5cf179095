"""A thing to do with chosen cards or a deck, asked in place: one value, the files it writes, and go."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.editor.task_fields import ChoiceField, LineField
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.panel import Panel


class Task(NamedTuple):
    """What is asked, and what is done then."""

    words: str
    """“Move 3 cards to”."""
    verb: str
    """Of the button: “Move”."""
    do: Callable[[str], None]
    """Takes the value; a bound method."""
    files: Callable[[str], Sequence[str]]
    """Value -> what is written, a line each; none: it cannot be done with this value."""
    choices: Sequence[tuple[str, str]] = ()
    """(value, words) to choose among; () for a text that is written."""
    value: str = ""
    """What stands there at first."""


class TaskPanel(Panel):
    """Enter does it, Esc leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(16, 10, 12, 10), parent=parent)
        self.task: Task | None = None
        self.field: ChoiceField | LineField | None = None
        self._inner: QWidget | None = None
        self._before: QWidget | None = None
        self._told = label("small", token="mut", wrap=True)
        self.go = Button("primary", "", height=36)
        self.go.clicked.connect(self._do)
        self._leave = Button("ghost", self.tr("Cancel"), key=self.tr("Esc"), height=36)
        self._leave.clicked.connect(self.close_task)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._words = label("button")
        self._row.addWidget(self._words)
        self._place = QVBoxLayout()
        self._row.addLayout(self._place, 1)
        self._row.addWidget(self.go)
        self._row.addWidget(self._leave)
        self.content.addLayout(self._row)
        self.content.addWidget(self._told)
        self.hide()

    @property
    def files(self) -> str:
        """What will be written, in words."""
        return self._told.text()

    def ask(self, task: Task) -> None:
        """Ask for the value, and say what will be written."""
        self._drop_field()
        self._before = self.window().focusWidget()
        self.task = task
        self._words.setText(task.words)
        self.go.setText(task.verb)
        self.field = ChoiceField(task.words, task.choices) if task.choices else LineField(task.words)
        self.field.show_value(task.value)
        self.field.changed.connect(self._tell_files)
        self.field.submitted.connect(self._do)
        self._place.addWidget(self.field)
        self._tell_files()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{task.words}. {self._told.text()}")

    def close_task(self) -> None:
        """Leave it; the focus goes back to where it was."""
        self.task = None
        self.hide()
        self._drop_field()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_field(self) -> None:
        if self.field is not None:
            self._place.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None

    def _tell_files(self) -> None:
        assert self.task is not None
        assert self.field is not None
        files = self.task.files(self.field.value)
        self._told.setText("   ".join(files))
        self.go.setEnabled(bool(files))

    def _do(self) -> None:
        if self.task is not None and self.field is not None and self.go.isEnabled():
            task, value = self.task, self.field.value
            self.close_task()
            task.do(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_task()
        else:
            super().keyPressEvent(event)
