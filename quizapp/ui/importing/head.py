"""The title row of importing and exporting: back, what it is about, and the one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.bindings import keyed, show_tip
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.progress import ProgressLine
from quizapp.ui.widgets.stepper import IconButton


class TaskHead(QWidget):
    """Speaks by its signals; shows what it is told."""

    back_wanted = Signal()
    start_wanted = Signal()
    skip_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, scope: str, parent: QWidget | None = None) -> None:
        """scope: of the keys of the screen, with `back` and `start`."""
        super().__init__(parent)
        self.back = IconButton("back", self.tr("Back"))
        show_tip(self.back, self.tr("Back"), scope, "back")
        self._title, self._fact = CutLabel("title"), CutLabel("small", token="mut")
        self.skip = Button("ghost", self.tr("Leave out this file"), height=36)
        self.start = keyed(Button("primary", "", height=36), scope, "start")
        self.back.clicked.connect(self.back_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.told = label("row", wrap=True)
        self.told.setContentsMargins(MARGIN, 0, MARGIN, 2)
        self._busy = _Busy()
        self._busy.cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addSpacing(6)
        row.addWidget(self._fact, 1)
        row.addWidget(Flow(self.skip, self.start))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(row)
        rows.addWidget(self.told)
        rows.addWidget(self._busy)
        self._busy.hide()
        self.skip.hide()

    @property
    def cancel(self) -> Button:
        """Stops what is under way; in sight while something is."""
        return self._busy.cancel

    def show_title(self, title: str, fact: str = "") -> None:
        self._title.setText(title)
        self._fact.setText(fact)

    def show_start(self, words: str, *, able: bool) -> None:
        """words: of the one button; "" hides it."""
        self.start.setText(words)
        self.start.setVisible(bool(words))
        self.start.setEnabled(able)

    def say(self, words: str, token: str = "text") -> None:
        """A line below the title; "" for none."""
        self.told.set_token(token)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if words:
            announce(self, words)

    def show_busy(self, busy: bool) -> None:
        """Something has been under way for a while."""
        held = self._busy.cancel.hasFocus()
        self._busy.show_progress(0, 0)
        self._busy.setVisible(busy)
        if held and not busy:
            (self.start if self.start.isEnabled() else self.back).setFocus()

    def show_progress(self, done: int, total: int) -> None:
        self._busy.show_progress(done, total)


class _Busy(QWidget):
    """How far something is, and a button that stops it."""

    def __init__(self) -> None:
        super().__init__()
        self._line = ProgressLine()
        self.cancel = Button("ghost", self.tr("Cancel"), height=30)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self.cancel)

    def show_progress(self, done: int, total: int) -> None:
        self._line.set_progress(done, total)
