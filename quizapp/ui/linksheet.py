"""Asks before an address of a deck is handed to the browser: a stranger's deck opens nothing by itself."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from quizapp.ui.sheet import Sheet
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label


class LinkSheet(Sheet):
    """Shows the whole address; opening it is the second button."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Open this address in your browser?"))
        words = label("body", address, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rows.addWidget(words)
        self.rows.addStretch(1)
        self._address = QUrl(address, QUrl.ParsingMode.StrictMode)
        self.open_button = Button("ghost", self.tr("Open in the browser"))
        self.open_button.clicked.connect(self._open)
        self.foot.insertWidget(0, self.open_button)

    def _open(self) -> None:
        if self._address.isValid() and self._address.scheme() in ("http", "https"):
            QDesktopServices.openUrl(self._address)
        self.accept()
