"""A sheet over the window: a title, rows of text to read, one button to close it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label

_WIDTH, _HEIGHT = 560, 480


class Sheet(QDialog):
    """Closed by Esc or its button. Put the rows into `rows`, a vertical layout."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("title", wrap=True)
        self._scroll = QScrollArea()
        self.set_title(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner = QWidget()
        self.rows = QVBoxLayout(inner)
        self.rows.setContentsMargins(0, 0, 12, 0)
        self.rows.setSpacing(8)
        scroll = self._scroll
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.close_button = Button("primary", self.tr("Close"), key=self.tr("Esc"))
        self.close_button.clicked.connect(self.accept)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self._title)
        whole.addWidget(scroll, 1)
        whole.addLayout(self.foot)
        room = parent.size() if parent else self.sizeHint()
        self.resize(min(theme.px(_WIDTH), room.width() - 32), min(theme.px(_HEIGHT), room.height() - 32))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Closed: the keys belong to the window again, also where no window manager gives them back."""
        super().done(result)
        if (parent := self.parentWidget()) is not None:
            parent.activateWindow()

    def set_title(self, title: str) -> None:
        """Other words above the rows."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._scroll.setAccessibleName(title)
