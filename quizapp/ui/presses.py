"""Key presses as values: what somebody presses who knows where to go."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtWidgets import QWidget

Press = Qt.Key | QKeyCombination | str
"""A key, or a text that is typed letter by letter; a digit is a text of one."""

_DIGITS = 9


def arrows_to(rows: Sequence[QWidget], index: int) -> Iterator[Press]:
    """What leads to a row of a column from the one that has the focus."""
    at = next((at for at, row in enumerate(rows) if row.hasFocus()), 0)
    yield from (Qt.Key.Key_Down,) * (index - at)
    yield from (Qt.Key.Key_Up,) * (at - index)


def to_press(rows: Sequence[QWidget], index: int) -> Iterator[Press]:
    """What presses a row of a column: its digit, or Space once the focus is there."""
    if index < _DIGITS:
        yield str(index + 1)
    else:
        yield from arrows_to(rows, index)
        yield Qt.Key.Key_Space
