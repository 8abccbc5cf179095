"""The palette: all that can be done now, found by a few letters and run by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.core.ranking import Entry, rank
from quizapp.ui import theme
from quizapp.ui.offers import Offer
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, lines_of, words_width
from quizapp.ui.widgets.keycap import cap_width, paint_cap
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, Styled, announce, begin, box
from quizapp.ui.widgets.search import SearchField

_WIDTH, _HEIGHT, _TOP, _SIDE = 600, 460, 56, 24
_ROW, _PAD, _CAP, _RADIUS, _GAP = 38, 12, 24, 14, 12
_LEAST_PLACE = 70
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_OFFER = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    """The offers that are found."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(filter(None, (offer.words, offer.key, offer.place)))
        return offer if role == _OFFER else None


class _Rows(QStyledItemDelegate):
    """Words, where it belongs, its key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(_OFFER)
        view = option.widget
        assert isinstance(view, QListView)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.currentIndex() == index:
            box(painter, rect.adjusted(0, 1, 0, -1), 8, fill="accsoft")
        cell = PaintedCell(painter, rect.adjusted(_PAD, 0, -_PAD, 0), mirrored=view.isRightToLeft())
        room = cell.rect.width()
        if offer.key:
            width = cap_width(offer.key, theme.px(_CAP))
            cap = QRectF(room - width, (rect.height() - theme.px(_CAP)) / 2, width, theme.px(_CAP))
            paint_cap(painter, cell.place(cap), offer.key, ink="text")
            room -= width + _GAP
        self._paint_words(cell, offer, room)
        painter.restore()

    def _paint_words(self, cell: PaintedCell, offer: Offer, room: float) -> None:
        wanted = words_width(offer.words, "row") + 1
        words = QRectF(0, 0, min(wanted, room), cell.rect.height())
        cell.words(words, lines_of(offer.words, "row", words.width(), 1), "row", "text")
        left = words.right() + _GAP
        if room - left >= _LEAST_PLACE:
            place = QRectF(left, 0, room - left, cell.rect.height())
            lines = lines_of(offer.place, "small", place.width(), 1)
            cell.words(place, lines, "small", "mut", at_end=True)


class _List(Styled, QListView):
    """What is found; the focus stays in the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("What can be done"))

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()


class Palette(Styled, QDialog):
    """Lies over the window; no key gets through to the screen below. Esc closes it."""

    ran = Signal(str)
    """Name of the offer that was chosen."""

    def __init__(self, offers: Sequence[Offer], recent: Sequence[str], parent: QWidget) -> None:
        """recent: names of offers that were chosen lately, the last one first."""
        super().__init__(parent)
        self._window = parent
        self._all, self._recent = tuple(offers), tuple(recent)
        self._entries = [
            Entry(one.name, one.words, f"{one.place} {one.key} {one.aside}") for one in self._all
        ]
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find what the app can do"))
        self.field = SearchField(self.tr("What do you want to do?"))
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.model = _Model()
        self.list = _List()
        self.list.setModel(self.model)
        self._nothing = label("row", self.tr("Nothing is called so here."), "mut", wrap=True)
        self._nothing.setContentsMargins(_PAD, 8, _PAD, 8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_PAD, _PAD - MARGIN, _PAD, _PAD)
        rows.setSpacing(4)
        rows.addWidget(self.field)
        rows.addWidget(self._nothing)
        rows.addWidget(self.list, 1)
        self.field.textChanged.connect(self._find)
        self.field.left_down.connect(self._step_down)
        self.list.clicked.connect(self._run)
        self._find()
        self._place(parent)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, parent: QWidget) -> None:
        room = parent.size()
        width = min(theme.px(_WIDTH), room.width() - 2 * _SIDE)
        self.resize(width, min(theme.px(_HEIGHT), room.height() - 2 * _SIDE))
        top = min(_TOP, (room.height() - self.height()) // 2)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (room.width() - width) // 2, corner.y() + top)

    @property
    def found(self) -> tuple[Offer, ...]:
        """What is listed."""
        return self.model.offers

    @property
    def chosen(self) -> Offer | None:
        """What Enter runs."""
        at = self.list.currentIndex().row()
        return self.found[at] if 0 <= at < len(self.found) else None

    def _find(self) -> None:
        ranked = rank(self._entries, self.field.text(), self._recent)
        self.model.show_offers([self._all[at] for at in ranked])
        self._nothing.setVisible(not ranked)
        self.list.setVisible(bool(ranked))
        self._choose(0)

    def _choose(self, at: int) -> None:
        if self.found:
            at = max(0, min(at, len(self.found) - 1))
            self.list.setCurrentIndex(self.model.index(at))
            self.list.viewport().update()
        self._say()

    def _step_down(self) -> None:
        self._choose(self.list.currentIndex().row() + 1)

    def _say(self) -> None:
        """What is chosen, to a screen reader: the focus stays in the field."""
        offer = self.chosen
        words = self._nothing.text()
        if offer is not None:
            place = self.tr("{at} of {all}").format(
                at=self.list.currentIndex().row() + 1, all=len(self.found)
            )
            words = ", ".join(filter(None, (offer.words, offer.key, place)))
        self.field.setAccessibleDescription(words)
        announce(self, words)

    def _run(self, _index: object = None) -> None:
        """Close first: what is done may look at where the focus is, and may open something."""
        offer = self.chosen
        if offer is not None:
            self.ran.emit(offer.name)
            self.accept()
            QTimer.singleShot(0, self._window, offer.do)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(self.list.currentIndex().row() + step)
        elif event.key() in ENTER:
            if not event.isAutoRepeat():
                self._run()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Closed: the keys belong to the window again, also where no window manager gives them back."""
        super().done(result)
        self._window.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        box(painter, QRectF(self.rect()), _RADIUS, fill="card", line="edge")
        painter.end()
