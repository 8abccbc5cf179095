"""The dialog of an unexpected failure: a message, or an apology with details to copy."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp import __version__
from quizapp.ui import theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import RADIUS
from quizapp.ui.widgets.panel import Panel


class ReportDialog(QDialog):
    """A message, or an apology with details to copy."""

    def __init__(self, message: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("quizapp")
        self._messages: list[str] = []
        self._title = label("title", self.tr("That did not work"), wrap=True)
        self._message = label("body", wrap=True)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setFont(theme.font("mono"))
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._frame = Panel(radius=RADIUS, padding=(8, 8, 8, 8))
        self._frame.content.addWidget(self._details)
        self._copy = Button("ghost", self.tr("Copy the details"))
        self._copy.clicked.connect(self._on_copy)
        self._close = Button("primary", self.tr("Close"), key=self.tr("Esc"))
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self.add(message, details)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._close)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._message)
        column.addWidget(self._frame, 1)
        column.addLayout(buttons)
        self.setMinimumWidth(theme.px(480))
        self._frame.hide()
        self._copy.hide()

    def add(self, message: str, details: str) -> None:
        """One more thing that went wrong while this one is open."""
        if details:
            message = self.tr("What you have answered is saved. The details help to mend this.")
            self._title.setText(self.tr("Something went wrong"))
            self._details.appendPlainText(details if self._details.toPlainText() else _about() + details)
            self._frame.show()
            self._copy.show()
        if message not in self._messages:
            self._messages.append(message)
            self._message.setText("\n".join(self._messages))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copy.setText(self.tr("Copied"))


def _about() -> str:
    """What a report must say of the machine."""
    system = f"{platform.system()} {platform.release()}"
    return f"quizapp {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {system}\n\n"
