"""A line to write in that Esc leaves, where the same key would leave the screen."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from quizapp.ui.widgets.field import TextField


class EscField(TextField):
    """One line of text; `left` says that Esc was pressed in it."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_esc(event):
            event.accept()  # the key comes here, and not to the screen's shortcut
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_esc(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _is_esc(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
