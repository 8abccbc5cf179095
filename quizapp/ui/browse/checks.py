"""Check boxes as the table and the lists of changes paint them."""

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import box

CheckState = Literal["on", "off", "mixed"]

_RADIUS = 4
_SIGNS = {"on": "check", "mixed": "minus"}


def paint_check(painter: QPainter, rect: QRectF, state: CheckState) -> None:
    """A check box: on has a tick, mixed a bar."""
    if state == "off":
        box(painter, rect, _RADIUS, fill="card", line="edge", width=1.5)
        return
    box(painter, rect, _RADIUS, fill="acc")
    icons.paint(painter, _SIGNS[state], rect.adjusted(1, 1, -1, -1), theme.color("acctext"), stroke=2.6)
