"""Keys and what they do, as caps with words in a line: a reminder, nothing to click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.widgets.keycap import KeyCap
from quizapp.ui.widgets.label import label


class Legend(QWidget):
    """rows: (keys as they are written, what they do), translated."""

    def __init__(self, rows: Sequence[tuple[Sequence[str], str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        for number, (keys, words) in enumerate(rows):
            row.addSpacing(6 if number else 0)
            for key in keys:
                row.addWidget(KeyCap(key))
            row.addWidget(label("small", words, "mut"))
