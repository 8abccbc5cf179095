"""A sheet over the window while nothing else may be done: what is under way, how far it is, one way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.progress import ProgressLine

_WIDTH = 440


class BusySheet(QDialog):
    """Stays until `finish`: Esc or the button only say that one would rather have it stopped."""

    given_up = Signal()

    def __init__(self, title: str, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.words = label("body", about, wrap=True)
        self.bar = ProgressLine()
        self.bar.setAccessibleName(title)
        self.bar.set_progress(0, 1)
        self.cancel = Button("ghost", self.tr("Cancel"), key=self.tr("Esc"))
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(12)
        for widget in (label("title", title, wrap=True), self.words, self.bar):
            whole.addWidget(widget)
        whole.addLayout(foot)
        self.setFixedWidth(min(theme.px(_WIDTH), parent.window().width() - 32))
        self._asked = False

    def show_progress(self, done: int, total: int) -> None:
        """How far it is."""
        self.bar.set_progress(done, total)

    def reject(self) -> None:
        """It ends at the next place where nothing is left half done."""
        if not self._asked:
            self._asked = True
            words = self.tr("Stopping at the next safe place …")
            self.words.setText(words)
            announce(self, words)
            self.given_up.emit()

    def finish(self) -> None:
        """It is over; the keys belong to the window again."""
        self.accept()
        if (parent := self.parentWidget()) is not None:
            parent.window().activateWindow()
