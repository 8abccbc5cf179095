"""What no form can show as it is: its text, to be read, and the way to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.formats.form_values import Value
from quizapp.formats.yaml_emit import entry
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.panel import Panel

_MOST_LINES = 8


class RawValue(Panel):
    """Read-only; "Edit in YAML" leads to the text."""

    yaml_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=10, padding=(11, 7, 11, 7), parent=parent)
        self.fill = "key"
        self._text = label("mono", "", wrap=True)
        self._why = label("small", "", "mut", wrap=True)
        self.button = Button("link", self.tr("Edit in YAML"), height=28)
        self.button.clicked.connect(self.yaml_wanted)
        rows = QVBoxLayout()
        rows.setSpacing(2)
        for widget in (self._text, self._why, self.button):
            rows.addWidget(widget)
        self.content.addLayout(rows)

    def show_value(self, key: str, value: Value, why: str) -> None:
        """why: what keeps the form from showing it, translated."""
        lines = entry(key, value)
        shown = [*lines[:_MOST_LINES], *(["…"] if len(lines) > _MOST_LINES else [])]
        self.show_text("\n".join(shown), why)

    def show_text(self, text: str, why: str) -> None:
        """Any text of the file."""
        self._text.setText(text)
        self._why.setText(why)
        self._text.setAccessibleDescription(why)
