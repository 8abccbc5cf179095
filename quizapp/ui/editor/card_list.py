"""The list of cards beside the editor: find, choose, put in order."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from quizapp.ui import theme
from quizapp.ui.bindings import show_key
from quizapp.ui.editor.cards_model import ROW, CardRow, CardsModel
from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.widgets.button import ENTER, Button
from quizapp.ui.widgets.cell import PaintedCell, lines_of, tip
from quizapp.ui.widgets.icon import paint_any
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN, Styled, announce, box
from quizapp.ui.widgets.panel import Hairline, Panel
from quizapp.ui.widgets.search import SearchField

_ROW, _ICON, _LEFT, _WORDS, _INSET, _END = 48, 18, 16, 44, 8, 14
_ICONS = {"error": ("error", "bad"), "warning": ("warning", "warn")}


class CardList(Panel):
    """Find field and New above the cards, their number below."""

    new_wanted = Signal()
    opened = Signal()
    """Enter on a card: whoever shows it takes the focus."""
    move_wanted = Signal(int)
    """The chosen cards go up (-1) or down (1)."""
    drop_wanted = Signal(int)
    """The chosen cards go before the card of this number."""
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)
    """Where the menu of the chosen cards opens, on the screen."""

    def __init__(self, document: DeckDocument, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(6, 6, 6, 0), parent=parent)
        self._document = document
        self.model = CardsModel(document)
        self.field = _Find(self.tr("Find"))
        self.field.textChanged.connect(self._find)
        self.field.left_down.connect(self._enter_list)
        self.new = Button("ghost", self.tr("New"), height=36)
        self.new.clicked.connect(self.new_wanted)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.field, 1)
        head.addWidget(self.new)
        self.view = _View(self.model)
        self.view.opened.connect(self.opened)
        self.view.move_wanted.connect(self.move_wanted)
        self.view.delete_wanted.connect(self.delete_wanted)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.model.drag_ended.connect(self.drop_wanted)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.model.modelReset.connect(self._follow)
        self._count = CutLabel("small", token="mut")
        self._key = label("small", token="mut")
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN + 8, 9, MARGIN + 8, 9)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._key)
        self.content.addLayout(head)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(Hairline())
        self.content.addLayout(foot)
        show_key(self, self._tell_key, "editor", "new_card")  # only now: without a parent it were a window
        document.card_changed.connect(self._follow)
        document.read.connect(self._tell_count)
        self._following = False
        self._tell_count()
        self._follow()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The cards that are chosen, in the order of the file; the deck's own row is none of them."""
        rows = self.view.selectionModel().selectedIndexes()
        return tuple(sorted(card for card in map(self.model.card_of, rows) if card != NO_CARD))

    def focus_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_find(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_read_only(self, read_only: bool) -> None:
        """The deck may be looked at, but not written."""
        self.new.setVisible(not read_only)
        self._key.setVisible(not read_only)
        self.view.setDragEnabled(not read_only)

    def choose(self, cards: tuple[int, ...]) -> None:
        """Let these cards be the chosen ones."""
        model = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.clearSelection()
        for card in cards:
            model.select(self.model.index_of(card), flags.Select)

    def _tell_key(self, key: str) -> None:
        self._key.setText(self.tr("{key} new").format(key=key))
        self._key.setVisible(bool(key))

    def _find(self, words: str) -> None:
        self.model.filter(words)
        self._tell_count()
        announce(self, self._count.text())

    def _tell_count(self) -> None:
        count, shown = self.model.count, self.model.rowCount()
        if self.field.text().strip():
            self._count.setText(self.tr("{shown} of %n cards", "", count).format(shown=shown))
        else:
            self._count.setText(self.tr("%n cards", "", count))

    def _enter_list(self) -> None:
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
        self.focus_list()

    def _follow(self, card: int | None = None) -> None:
        """The caret stands in another card, or the rows are new."""
        index = self.model.index_of(self._document.card)
        self._following = True
        if index != self.view.currentIndex():
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, only)
        self._following = False

    def _choose(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self._document.select(self.model.card_of(index))


class _Find(SearchField):
    """As wide as there is room, as high as the button beside it."""

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(36) + 2 * MARGIN)


class _View(Styled, QListView):
    opened = Signal()
    move_wanted = Signal(int)
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: CardsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Cards"))
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self.opened)

    def restyle(self) -> None:
        self.verticalScrollBar().setSingleStep(theme.px(_ROW))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _ask_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in ENTER:
            self.opened.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Sign of the kind, two lines of the question, and a sign if something is wrong."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: CardRow = index.data(ROW)
        state, rect = option.state, QRectF(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        place = rect.adjusted(_INSET - 4, 0, 4 - _INSET, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            box(painter, place, 8, fill="accsoft")
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, place, 8, fill="hover")
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, place.adjusted(1, 1, -1, -1), 7, line="acc", width=2)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        cell = PaintedCell(painter, rect, mirrored=mirrored)
        size, token = theme.px(_ICON), "accink" if chosen else "mut"
        middle = (rect.height() - size) / 2
        paint_any(painter, row.icon, cell.place(QRectF(_LEFT, middle, size, size)), token)
        end = rect.width() - _END
        if row.severity:
            name, ink = _ICONS[row.severity]
            cell.icon(QRectF(end - size, middle, size, size), name, ink)
            end -= size + 8
        left = _LEFT + size + 10
        role = "rail" if chosen else "row"
        lines = lines_of(row.words, role, end - left)
        cell.words(QRectF(left, 0, end - left, rect.height()), lines, role, "text")

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if index.isValid():
            QToolTip.showText(event.globalPos(), tip(index.data(ROW).words), view)
        return True
