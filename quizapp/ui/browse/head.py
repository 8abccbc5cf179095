"""The head of the screen: its name, what was just done, how many cards are listed, a new card."""

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.bindings import cap, show_key
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import CutLabel, Label, label
from quizapp.ui.widgets.paint import MARGIN, announce

_ROOMY = 700
_NOTICE_MS = 12_000
"""How long it stays on screen that something was done, at least."""


class BrowseHead(QWidget):
    """One line; nothing in it moves when a notice comes or goes."""

    new_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("title", self.tr("Browse"))
        self.notice = CutLabel("small", token="mut")
        self.undo = Button("link", self.tr("Undo"), key="", height=24)
        show_key(self.undo, self.undo.setToolTip, "browse", "undo")
        self.undo.clicked.connect(self.undo_wanted)
        self.count = Label("small", token="mut", tabular=True)
        self.new = Button("ghost", self.tr("New card"), icon="plus", height=36)
        self.new.clicked.connect(self.new_wanted)
        self._fade = QTimer(self, singleShot=True, interval=_NOTICE_MS)
        self._fade.timeout.connect(self.hide_notice)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(8)
        row.addWidget(self.notice)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(self.new)
        self.hide_notice()

    def fit(self, width: int) -> None:
        """Arrange for a head of this width, px."""
        self.new.set_key(cap("browse", "new_card") if width >= theme.px(_ROOMY) else "")

    def show_count(self, found: int, total: int) -> None:
        """So many of so many cards are listed."""
        if found == total:
            words = self.tr("%n cards", "", total)
        else:
            shown = QLocale().toString(found)
            words = self.tr("{found} of %n cards", "", total).format(found=shown)
        if words != self.count.text():
            self.count.setText(words)
            announce(self, words)

    def show_notice(self, words: str, *, undoable: bool) -> None:
        """Say what was done; it can be undone for as long as it is the last thing that was."""
        self.notice.setText(words)
        self.undo.setVisible(undoable)
        announce(self, words)
        self._fade.start()

    def hide_notice(self) -> None:
        """Nothing to say any more."""
        if self.undo.hasFocus():
            self.new.setFocus()
        self.notice.setText("")
        self.undo.hide()
