"""One row of a list in a form: a grip, texts side by side in one border, and a cross."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.formats.form_rows import Row
from quizapp.ui import icons, theme
from quizapp.ui.editor.fields.box import Box
from quizapp.ui.editor.fields.cell import Cell
from quizapp.ui.editor.words import FieldWords
from quizapp.ui.widgets.paint import MARGIN, Styled, begin
from quizapp.ui.widgets.stepper import IconButton

_GRIP, _INDENT, _LINE = 14, 22, 36


class Grip(Styled, QWidget):
    """Drawn up or down, it moves its row; the keyboard has Alt with the arrow keys."""

    dragged = Signal(float)
    """Where the mouse is, in the coordinates of the grip: y in px."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(QSize(theme.px(_GRIP), theme.px(_LINE) + 2 * MARGIN))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.position().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        side = theme.px(_GRIP)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        icons.paint(painter, "grip", place, theme.color("mut"))
        painter.end()


class SideButton(IconButton):
    """A sign beside a row, at the height of its first line; the keyboard has other ways."""

    def __init__(self, icon: str, name: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(icon, name, key=key, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() - 4, theme.px(_LINE) + 2 * MARGIN)


class RowLine(QWidget):
    """Shows a Row. Keys mean something to the list that it stands in."""

    edited = Signal(object)
    """Itself: one of its texts is another."""
    dropped = Signal(object)
    """Itself: it is to go."""
    joined = Signal(object)
    """Itself: it is to belong to the row above, or no longer."""
    dragged = Signal(object, float)
    """Itself, and how far below its top the mouse is, px."""

    def __init__(
        self, words: FieldWords, count: int, *, alike: bool = False, parent: QWidget | None = None
    ) -> None:
        """count: how many texts it has; alike: they are of one rank, as in a pair."""
        super().__init__(parent)
        self.words, self.level = words, 0
        self._alike, self._shows_credit, self._open = alike, True, False
        self.cells = [
            Cell("", role="body" if alike or not at else "row", one_line=True) for at in range(count)
        ]
        self.box = Box(self.cells, [1] * count if alike else [3, 4, 2][:count])
        self._grip = Grip(self.tr("Move (Alt with the arrow keys)"))
        self._grip.dragged.connect(self._drag)
        self.cross = SideButton("cross", self.tr("Remove"))
        self.cross.clicked.connect(self._drop)
        self.join = SideButton("chevron", words.join, key=self.tr("Alt and arrow"))
        self.join.clicked.connect(self._join)
        self.join.setVisible(bool(words.join))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self._grip, alignment=top)
        self._row.addWidget(self.box, 1)
        self._row.addWidget(self.join, alignment=top)
        self._row.addWidget(self.cross, alignment=top)
        for cell in self.cells:
            cell.edited.connect(self._tell)
        self._set_sides()

    @property
    def row(self) -> Row:
        return Row(tuple(cell.text for cell in self.cells), self.level)

    @property
    def is_empty(self) -> bool:
        return self.row.is_empty

    def show_row(self, row: Row) -> None:
        """Other texts, another level."""
        for cell, text in zip(self.cells, row.cells, strict=True):
            cell.show_text(text)
        self.show_level(row.level)

    def show_level(self, level: int) -> None:
        """Another level, same texts."""
        self.level = level
        self._set_sides()

    def show_credit(self, shown: bool) -> None:
        """Show or hide the last of its texts."""
        self._shows_credit = shown
        self._show_cells()

    def _show_cells(self) -> None:
        """Of a row that says nothing yet only the first text is shown, unless they are of one rank."""
        begun = self._alike or not self._open or not self.is_empty
        for at, cell in enumerate(self.cells[1:], start=1):
            cell.setVisible(begun and (self._shows_credit or at + 1 < len(self.cells)))
        self.box.update()

    def show_place(self, place: int, total: int, *, open_: bool) -> None:
        """The place-th of total rows; open_: the empty one at the end, which cannot move or go."""
        self._open = open_
        self._show_cells()
        held = self._placeholders()
        for cell, placeholder in zip(self.cells, held, strict=True):
            where = self.tr("{place} of {total}").format(place=place, total=total)
            parts = (self.words.name, where if not open_ else "", placeholder)
            cell.setAccessibleName(", ".join(filter(None, parts)))
            cell.setPlaceholderText(placeholder)
        for widget in (self._grip, self.cross):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.setVisible(not open_)
        self.join.setVisible(bool(self.words.join) and not open_ and place > 1)

    def _placeholders(self) -> list[str]:
        first = self.words.inner if self.level and self.words.inner else ""
        known = list(self.words.columns) + [""] * len(self.cells)
        return [first or known[0], *known[1 : len(self.cells)]]

    def _set_sides(self) -> None:
        self._row.setContentsMargins(theme.px(_INDENT) * self.level, 0, 0, 0)
        self._grip.setContentsMargins(0, MARGIN, 0, 0)
        name = self.tr("Separate from the one above") if self.level else self.words.join
        self.join.show_sign("back" if self.level else "chevron")
        self.join.setAccessibleName(name)
        self.join.setToolTip(self.tr("{what} (Alt and arrow)").format(what=name))

    def _tell(self, text: str) -> None:
        self.edited.emit(self)

    def _drop(self) -> None:
        self.dropped.emit(self)

    def _join(self) -> None:
        self.joined.emit(self)

    def _drag(self, y: float) -> None:
        self.dragged.emit(self, self._grip.mapTo(self, QPointF(0, y)).y())
