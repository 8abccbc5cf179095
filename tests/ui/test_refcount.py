"""PySide6 6.12.0 on Python 3.11 lost references to None in everyday calls, until the process aborted."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.progress import ProgressLine

_TIMES = 300


class Bell(QObject):
    rung = Signal(object)

    def hear(self, value: object) -> None:
        self.heard = value


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
def test_everyday_calls_keep_none_alive(qtbot: QtBot) -> None:
    label, button, bar, bell = QLabel(), Button("primary", "Check", key="Enter"), ProgressLine(), Bell()
    bell.rung.connect(bell.hear)
    for widget in (label, button, bar):
        qtbot.addWidget(widget)
        widget.show()
    before = sys.getrefcount(None)
    for number in range(_TIMES):
        label.setText(str(number))
        button.setText(str(number))
        bar.set_progress(number, _TIMES)
        for widget in (label, button, bar):
            widget.repaint()
        bell.rung.emit(None)
    assert sys.getrefcount(None) > before - 50
