"""A line above the panes for what happened to the file or to the cards; never a dialog."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.panel import Panel

Tone = Literal["warn", "plain", "bad"]
_LOOKS = {
    "warn": ("warnsoft", "warnline", "warning", "warn"),
    "plain": ("card", "line", "info", "mut"),
    "bad": ("badsoft", "badline", "error", "bad"),
}


class Choice(NamedTuple):
    """A button of the line."""

    words: str
    do: Callable[[], None]
    """A bound method."""


class Notice(Panel):
    """Shows one thing at a time, the newest; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=12, padding=(14, 4, 8, 6), parent=parent)
        self._row: QWidget | None = None
        self._below: QWidget | None = None
        self.words = ""
        self.buttons: list[Button] = []
        self.hide()

    def show_notice(self, tone: Tone, words: str, *choices: Choice) -> None:
        """Say something, and offer what can be done about it."""
        self.clear()
        self.fill, self.line, name, token = _LOOKS[tone]
        self.words = words
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(name, token=token))
        row.addSpacing(4)
        row.addWidget(label("row", words, wrap=True), 1)
        for choice in choices:
            button = Button("ghost", choice.words, height=30)
            button.clicked.connect(choice.do)
            self.buttons.append(button)
            row.addWidget(button)
        self.content.addWidget(self._row)
        self.show()
        announce(self, words)

    def show_below(self, widget: QWidget) -> None:
        """Show more below the line; once more hides it again."""
        if self._below is not None:
            self._drop_below()
            widget.deleteLater()
            return
        self._below = widget
        self.content.addWidget(widget)

    def _drop_below(self) -> None:
        if self._below is not None:
            self._below.hide()
            self._below.deleteLater()
            self._below = None

    def clear(self) -> None:
        """There is nothing to say any more."""
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._drop_below()
        self._row, self.words = None, ""
        self.buttons.clear()
        self.hide()
