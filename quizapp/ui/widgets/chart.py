"""What painted charts share: marks to walk through by keys, tool tips, and words for a screen reader."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from quizapp.ui.widgets.paint import Styled, announce


class Chart(Styled, QLabel):
    """A chart whose marks (days, bars) have a place and words; the arrow keys go from one to the next.

    Its accessible name is the summary, its description the mark where the keys are. The owner updates; a
    subclass paints. Marks count from 0, in reading order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A label with a picture is a graphic to a screen reader; subclasses paint the real one.
        picture = QPixmap(1, 1)
        picture.fill(Qt.GlobalColor.transparent)
        self.setPixmap(picture)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.at = 0

    def mark_count(self) -> int:
        """How many marks can be walked to."""
        raise NotImplementedError

    def mark_rect(self, index: int) -> QRectF:
        """Where a mark stands, in the widget's own direction."""
        raise NotImplementedError

    def mark_words(self, index: int) -> str:
        """A mark in words: where and how many."""
        raise NotImplementedError

    def steps(self) -> dict[Qt.Key, int]:
        """Arrow key -> by how many marks it goes on, in a left-to-right layout."""
        return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

    def restyle(self) -> None:
        self.updateGeometry()

    def mark_under(self, point: QPointF) -> int | None:
        """The mark at a point."""
        return next((i for i in range(self.mark_count()) if self.mark_rect(i).contains(point)), None)

    def go_to(self, index: int) -> None:
        """Put the keys on a mark, and say it."""
        self.at = index
        words = self.mark_words(index)
        self.setAccessibleDescription(words)
        announce(self, words)
        place = self.mark_rect(index).bottomLeft().toPoint()
        QToolTip.showText(self.mapToGlobal(place), words, self)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.mark_count() - 1
        target = self._target(Qt.Key(event.key()), last)
        if target is None:
            super().keyPressEvent(event)
        elif 0 <= target <= last and target != self.at:
            self.go_to(target)

    def _target(self, key: Qt.Key, last: int) -> int | None:
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            key = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}.get(key, key)
        step = self.steps().get(key)
        return None if step is None else self.at + step

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.mark_count():
            self.at = min(self.at, self.mark_count() - 1)
            self.setAccessibleDescription(self.mark_words(self.at))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.mark_under(QPointF(event.pos()))
            if index is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.mark_words(index), self)
            return True
        return super().event(event)
