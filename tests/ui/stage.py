"""A window to put widgets into, and what can be seen and heard of them."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

_kept: list[QWidget] = []
"""The window on stage: qtbot alone would let it go."""


def show(qtbot: QtBot, *widgets: QWidget, width: int = 768, height: int = 600) -> QWidget:
    """A window with widgets below each other, active and laid out."""
    window = QWidget()
    _kept[:] = [window]
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def pixel(widget: QWidget, x: int, y: int) -> QColor:
    """The colour of a widget's pixel, what shines through included."""
    window = widget.window()
    return window.grab().toImage().pixelColor(widget.mapTo(window, QPoint(x, y)))


def role_and_name(widget: QWidget) -> tuple[QAccessible.Role, str]:
    """What a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)
