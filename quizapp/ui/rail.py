"""The rail at the window's leading side: the places of the app, with words or, when narrow, icons alone."""

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.bindings import show_key
from quizapp.ui.navigation import WITHIN, Browse, Home, Preferences, Quiz, Route, Statistics
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, words_width
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, box, inside, mirrored, ring

_WIDE, _NARROW = 200, 64
_NARROW_BELOW = 900
"""Width of the window at 100 % text size, px, below which the rail shows icons alone."""
_ICON, _ICON_LEFT, _WORDS_LEFT, _ITEM_H = 20, 10, 42, 40
_LOGO, _LOGO_LEFT, _LOGO_TOP, _LOGO_BELOW, _SIDE, _BOTTOM = 24, 20, 24, 28, 12, 20
_CHECK = 17
_ASIDE_ABOVE, _ASIDE_BELOW = 28, 12


class Entry(Struct, frozen=True):
    """A place of the app, as the rail shows it."""

    route: Route
    label: str
    """Translated."""
    icon: str
    action: str
    """Of WINDOW_KEYS, that goes there."""
    pinned: bool = False
    """At the bottom."""


def entries(owner: QWidget) -> tuple[Entry, ...]:
    """The places of the app, in order. owner: whoever shows them; the words are translated for it."""
    return (
        Entry(Home(), owner.tr("Study"), "study", "go_home"),
        Entry(Browse(), owner.tr("Browse"), "browse", "go_browse"),
        Entry(Quiz(), owner.tr("Quiz"), "quiz", "go_quiz"),
        Entry(Statistics(), owner.tr("Statistics"), "statistics", "go_statistics"),
        Entry(Preferences(), owner.tr("Settings"), "settings", "go_preferences", pinned=True),
    )


class Rail(Styled, QWidget):
    """Shows the places it is given, in order; speaks by `go`."""

    go = Signal(object)
    """The Route of a place."""

    def __init__(self, places: tuple[Entry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._keep_narrow = False
        self._window_width: int | None = None
        self._items = [_Item(place) for place in places]
        self.setAccessibleName(self.tr("Places"))
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        for item in self._items:
            if not item.place.pinned:
                column.addWidget(item)
        self._gap = column.count()
        self._aside: QWidget | None = None
        column.addStretch(1)
        for item in self._items:
            if item.place.pinned:
                column.addWidget(item)
            item.chosen.connect(self.go)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.restyle()

    @property
    def items(self) -> tuple[QAbstractButton, ...]:
        """The places' buttons, for the window's order of focus."""
        return tuple(self._items)

    def show_current(self, route: Route) -> None:
        """Mark the place that a route belongs to."""
        place = WITHIN.get(type(route), type(route))
        for item in self._items:
            item.setChecked(isinstance(item.place.route, place))

    def show_aside(self, aside: QWidget | None) -> None:
        """What the screen that is shown has to say below the places; None: nothing."""
        if aside is self._aside:
            return
        if self._aside is not None:
            self._column.removeWidget(self._aside)
            self._aside.hide()
            self._aside.setParent(None)
        self._aside = aside
        if aside is not None:
            self._column.insertWidget(self._gap, aside)
            aside.setContentsMargins(MARGIN, _ASIDE_ABOVE, MARGIN, _ASIDE_BELOW)
        self._fit_aside()

    def _fit_aside(self) -> None:
        if self._aside is not None:
            self._aside.setVisible(not self._narrow)
        self.update()

    def keep_narrow(self, keep: bool) -> None:
        """Icons alone at every width, for a screen that needs the room."""
        self._keep_narrow = keep
        if self._window_width is not None:
            self.fit(self._window_width)

    def fit(self, window_width: int) -> None:
        """Words or icons, for a window of this width, px."""
        self._window_width = window_width
        narrow = self._keep_narrow or window_width < theme.px(_NARROW_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            for item in self._items:
                item.set_narrow(narrow)
            self._fit_aside()
            self.updateGeometry()

    def restyle(self) -> None:
        top = _LOGO_TOP + theme.px(_LOGO) + _LOGO_BELOW
        self._column.setContentsMargins(_SIDE - MARGIN, top - MARGIN, _SIDE - MARGIN, _BOTTOM - MARGIN)
        if self._window_width is not None:  # with larger text there may be no room for words
            self.fit(self._window_width)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        icons_alone = max(_NARROW, theme.px(_ICON) + 2 * (_SIDE + _ICON_LEFT))
        return QSize(icons_alone if self._narrow else max(_WIDE, theme.px(_WIDE)), 400)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), theme.color("rail"))
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(mirrored(self, edge), theme.color("line"))
        self._paint_logo(painter)
        if self._aside is not None and not self._narrow:
            top = self._aside.y() + _ASIDE_ABOVE / 2
            painter.fillRect(QRectF(_LOGO_LEFT, top, self.width() - 2 * _LOGO_LEFT, 1), theme.color("line"))
        painter.end()

    def _paint_logo(self, painter: QPainter) -> None:
        size = theme.px(_LOGO)
        left = (self.width() - size) / 2 if self._narrow else _LOGO_LEFT
        mark = QRectF(left, _LOGO_TOP, size, size)
        box(painter, mirrored(self, mark), 6, fill="text")
        check = QRectF(0, 0, theme.px(_CHECK), theme.px(_CHECK))
        check.moveCenter(mark.center())
        icons.paint(painter, "check", mirrored(self, check), theme.color("rail"), stroke=2.6)
        if not self._narrow:
            left = mark.right() + _SIDE
            name = QRectF(left, mark.top(), self.width() - left, size)
            cell = PaintedCell(painter, mirrored(self, name), mirrored=self.isRightToLeft())
            cell.words(cell.rect, ("quizapp",), "heading", "text")


class _Item(Styled, QAbstractButton):
    """One place; checked where one is."""

    chosen = Signal(object)

    def __init__(self, place: Entry) -> None:
        super().__init__()
        self.place = place
        self._narrow = False
        self.setText(place.label.replace("&", "&&"))
        self.setAccessibleName(place.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = ""
        show_key(self, self._show_key, "window", place.action)
        self.clicked.connect(self._on_clicked)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        label, key = self.place.label, self._key
        self.setToolTip(key if not narrow else f"{label} ({key})" if key else label)
        self.update()

    def _show_key(self, key: str) -> None:
        self._key = key
        self.setAccessibleDescription(key)
        self.set_narrow(self._narrow)

    def nextCheckState(self) -> None:
        """Where one is is not for the button to say."""

    def _on_clicked(self) -> None:
        self.chosen.emit(self.place.route)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = round(words_width(self.place.label, "button")) + _WORDS_LEFT + _ICON_LEFT
        return QSize(words + 2 * MARGIN, theme.px(_ITEM_H) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        current = self.isChecked()
        if current:
            box(painter, rect, BUTTON_RADIUS, fill="sel", line="line")
        elif self.underMouse() or self.isDown():
            box(painter, rect, BUTTON_RADIUS, fill="hover")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        token = "text" if current else "mut"
        size = theme.px(_ICON)
        left = (rect.width() - size) / 2 if self._narrow else _ICON_LEFT
        cell = PaintedCell(painter, rect, mirrored=self.isRightToLeft())
        cell.icon(QRectF(left, (rect.height() - size) / 2, size, size), self.place.icon, token)
        if not self._narrow:
            words = cell.rect.adjusted(_WORDS_LEFT + size - _ICON, 0, 0, 0)
            cell.words(words, (self.place.label,), "button" if current else "rail", token)
        painter.end()
