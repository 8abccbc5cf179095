"""The columns of the table of cards: which ones show, how wide they are, and where their cells lie."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from quizapp.ui import theme
from quizapp.ui.browse.cells import CHECK_COLUMN
from quizapp.ui.browse.header import CardHeader
from quizapp.ui.models.browse import COLUMNS, DEFAULT, PLACES, BrowseModel
from quizapp.ui.widgets.paint import mirrored

SIDE = 17
"""Words keep this distance from the sides, px."""
_LEAST_QUESTION = 290
"""Width at 100 % text size below which columns are dropped, px."""
_LEAST = 80
_DROPPED = ("stability", "tags", "deck", "kind")
"""In this order, where there is little room; due and question stay."""


class ColumnsView(QTableView):
    """The question takes what the others leave, and stays in place when they are scrolled."""

    widths_changed = Signal()
    """The learner made a column wider or narrower."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, ...] = DEFAULT
        self._widths: dict[str, int] = {}
        self._fitting = False
        self.head = CardHeader(self)
        self.setHorizontalHeader(self.head)
        self.head.sectionResized.connect(self._on_resized)

    @property
    def cards(self) -> BrowseModel:
        return cast(BrowseModel, self.model())

    @property
    def checked(self) -> bool:
        """True while check boxes stand before the questions."""
        return False

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the columns beside the question that the learner wants, in order."""
        return self._chosen

    @property
    def widths(self) -> dict[str, int]:
        """Key of a column -> its width at 100 % text size, where the learner changed it."""
        return dict(self._widths)

    def show_columns(self, chosen: Sequence[str], widths: dict[str, int]) -> None:
        """Show these columns, so far as there is room."""
        self._chosen = tuple(column.key for column in COLUMNS if column.key in chosen)
        self._widths = {key: width for key, width in widths.items() if key in PLACES}
        self.fit()

    def fit(self) -> None:
        """Drop columns where there is little room; the question takes what is left."""
        if self.model() is None:
            return
        room = self.viewport().width()
        shown = list(self._chosen)
        if self._tight:
            extras = [key for key in reversed(shown) if key not in DEFAULT]
            for key in (*extras, *_DROPPED):
                if self._left(room, shown) >= theme.px(_LEAST_QUESTION):
                    break
                if key in shown:
                    shown.remove(key)
        self._fitting = True
        for place, column in enumerate(COLUMNS):
            if place == 0:
                wide = max(self._left(room, shown), theme.px(_LEAST_QUESTION) if not self._tight else _LEAST)
                self.setColumnWidth(0, wide)
                continue
            self.setColumnHidden(place, column.key not in shown)
            if column.key in shown:
                self.setColumnWidth(place, self._width(column.key, shown))
        self._fitting = False
        self.viewport().update()

    @property
    def _tight(self) -> bool:
        """Columns are dropped instead of scrolled to; those that the learner added stay, where they can."""
        if set(self._chosen) <= set(DEFAULT):
            return True
        return self.window().width() < theme.px(900) or not theme.roomy()

    def _width(self, key: str, shown: Sequence[str]) -> int:
        width = theme.px(self._widths.get(key, COLUMNS[PLACES[key]].width))
        return width + (SIDE if shown and key == shown[-1] else 0)

    def _left(self, room: int, shown: Sequence[str]) -> int:
        """What the question may take, with the side before it."""
        return room - sum(self._width(key, shown) for key in shown)

    def _on_resized(self, column: int, before: int, now: int) -> None:
        if self._fitting or column == 0:
            return
        key = COLUMNS[column].key
        side = SIDE if self._chosen and key == self._chosen[-1] else 0
        self._widths[key] = round((now - side) * 100 / theme.current().text_percent)
        self.fit()
        self.widths_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def columns_at(self) -> list[int]:
        """The columns that show, the frozen one last: it lies over the others."""
        shown = [place for place in range(1, len(COLUMNS)) if not self.isColumnHidden(place)]
        return [*shown, 0]

    def inner_rect(self, column: int, top: float, height: float) -> QRectF:
        """A column's cell without the table's sides, in the viewport; the question stays in place."""
        head = self.head
        wide = head.sectionSize(column)
        left = 0.0 if column == 0 else float(head.sectionPosition(column) - head.offset())
        rect = QRectF(left, top, wide, height)
        if column == 0:
            rect.setLeft(SIDE + (theme.px(CHECK_COLUMN) if self.checked else 0))
        elif column == self.columns_at()[-2]:
            rect.setRight(rect.right() - SIDE)
        return mirrored(self.viewport(), rect)
