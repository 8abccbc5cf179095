"""Saved searches: a list in the rail below the places."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.core.setting_values import SavedSearch
from quizapp.ui import theme
from quizapp.ui.bindings import show_tip
from quizapp.ui.models.decks import VALUE, Index
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, lines_of, words_width
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import BUTTON_RADIUS, Styled, box
from quizapp.ui.widgets.stepper import IconButton

_ROW, _PAD, _GAP = 33, 10, 8


class Listed(Struct, frozen=True):
    """A row: a saved search and how many cards it finds."""

    search: SavedSearch
    count: int


class SavedModel(QAbstractListModel):
    """Saved searches in order; a new name is asked for by `renamed`."""

    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Listed, ...] = ()

    def show_rows(self, rows: Sequence[Listed]) -> None:
        """Show these; if they are the same searches only their numbers change."""
        same = [row.search for row in rows] == [row.search for row in self._rows]
        if same and rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        elif not same:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    @property
    def rows(self) -> tuple[Listed, ...]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.search.name
        if role == VALUE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.search.name}, {self.tr('%n cards', '', row.count)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.search.query
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not name or name == self._rows[index.row()].search.name:
            return False
        at, row = index.row(), self._rows[index.row()]
        renamed = Listed(SavedSearch(name, row.search.query), row.count)
        self._rows = (*self._rows[:at], renamed, *self._rows[at + 1 :])
        self.dataChanged.emit(index, index)
        self.renamed.emit(at, name)
        return True


class _Rows(QStyledItemDelegate):
    """A name and a number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, row = option.widget, index.data(VALUE)
        assert isinstance(view, SavedList)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        current, focused = view.is_shown(index.row()), view.hasFocus() and index == view.currentIndex()
        if current or index.row() == view.hovered:
            box(
                painter, rect.adjusted(0, 1, 0, -1), BUTTON_RADIUS - 3, fill="accsoft" if current else "hover"
            )
        if focused:
            box(painter, rect.adjusted(0, 1, 0, -1), BUTTON_RADIUS - 3, line="acc", width=2)
        cell = PaintedCell(painter, rect.adjusted(_PAD, 0, -_PAD, 0), mirrored=view.isRightToLeft())
        count = QLocale().toString(row.count)
        wide = words_width(count, "small") + _GAP
        token = "accink" if current else "text"
        room = cell.rect.adjusted(0, 0, -wide, 0)
        role = "cap" if current else "small"
        cell.words(room, lines_of(row.search.name, role, room.width(), 1), role, token)
        cell.words(cell.rect, (count,), "small", token if current else "mut", at_end=True, tabular=True)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFont(theme.font("small"))
        editor.setFrame(False)
        editor.setAccessibleName(self.tr("Name of the saved search"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(QRect(option.rect).adjusted(_PAD - 4, 2, -4, -2))


class SavedList(Styled, QListView):
    """One tab stop: arrows move, Enter or a click searches, F2 renames, Delete removes."""

    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self._shown = -1
        self.setItemDelegate(_Rows(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Saved searches"))

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def is_shown(self, row: int) -> bool:
        """True for the search that is in the field."""
        return row == self._shown

    def mark(self, row: int) -> None:
        """This one is in the field; -1 = none."""
        self._shown = row
        self.viewport().update()

    def sizeHint(self) -> QSize:
        count = self.model().rowCount() if self.model() else 0
        return QSize(theme.px(176), count * theme.px(_ROW) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, theme.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # the key has done its work in the name
        elif row >= 0 and event.key() in (*ENTER, Qt.Key.Key_Space):
            self.chosen.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(max(self._shown, 0), 0))


class SavedPanel(QWidget):
    """Heading, a plus that saves the present search, the list."""

    chosen = Signal(int)
    save_wanted = Signal()
    removed = Signal(int)
    renamed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Saved searches"))
        self.model = SavedModel(self)
        self.list = SavedList()
        self.list.setModel(self.model)
        self.plus = IconButton("plus", self.tr("Save this search"))
        show_tip(self.plus, self.tr("Save this search"), "browse", "save_search")
        self.plus.clicked.connect(self.save_wanted)
        self.list.chosen.connect(self.chosen)
        self.list.removed.connect(self.removed)
        self.model.renamed.connect(self.renamed)
        head = QHBoxLayout()
        head.setContentsMargins(_PAD, 0, 0, 0)
        head.addWidget(Label("cap", self.tr("Saved searches"), token="mut"), 1)
        head.addWidget(self.plus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.list)

    def show_rows(self, rows: Sequence[Listed], at: int) -> None:
        """at: the one that is in the field; -1 = none."""
        self.model.show_rows(rows)
        self.list.mark(at)
        self.list.updateGeometry()

    def edit(self, row: int) -> None:
        """Ask for a name in place."""
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.setFocus()
        self.list.edit(index)
